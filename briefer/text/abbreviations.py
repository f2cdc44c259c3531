"""Words written with a full stop, and words that open a sentence: the tables behind `find_sentences`.

Only what is followed by a capital or a digit needs an entry: before a small letter no full stop
ends a sentence. Forms stand as written, without the last stop; a form in capitals ("GEN.") is
looked up as "Gen".
"""

from enum import Enum, auto


class Kind(Enum):
    """What a full stop after an abbreviation can mean."""

    TITLE = auto()  # stands before a name or a number, never ends a sentence: "Gen.", "e.g.", "им."
    NUMBERED = auto()  # ends a sentence unless a number follows: "No. 5", "Art. IV"
    CLOSING = auto()  # ends a sentence only when a word follows that opens one: "Inc.", "U.S.", "Sept."
    STATE = auto()  # as CLOSING, but in "Norfolk, Va." only a comma or bracket continues the sentence
    HOUR = auto()  # "a.m.", "p.m.": ends a sentence unless a day or time zone follows


_FORMS = {
    Kind.TITLE: """
        Mr Mrs Ms Mx Messrs Mmes mr mrs ms Dr Drs dr Prof prof Rev Hon hon Msgr Mgr Fr Br Rt
        Pres Gov Govs Sen Sens Rep Reps Sec Min Amb Asst Assoc Dep Dir Atty Supt Insp Det Chmn
        Gen Gens gen Lt Lts lt Col Cols col Maj maj Capt Capts capt Cpt Cmdr Cdr Comdr Adm Brig Sgt sgt
        Cpl Pvt Pfc Spc Ens Cmdt Ltc Ssgt Sfc Dept Prov
        e.g i.e eg ie cf Cf viz vs Vs v ibid incl excl resp
        sq Sq Ed Eds
        MM Mme Mlle Mlles Vve env av apr p.ex
        Sra Srta Dra Ud Uds EE dott Dott sig Sig sig.ra Sig.ra dott.ssa avv Avv ing Ing sen L'on l'on On.le
        Hr Hrn bzw Bzw vgl Vgl z.B Z.B d.h D.h u.a s.o s.u sog inkl ggf evtl gem Gem Mio Mrd geb
        dhr Dhr mevr Mevr drs ir Sn Doç Yu Ya Zh Kh
        Дж ул просп пер наб пл обл р-н т.е Т.е т.н т.к См напр Напр ср акад проф Проф доц ген Ген Полк адм
        Адм инж гр тов пос дер о-в д-р Д-р корп кв""",
    Kind.NUMBERED: """
        ca Ca approx Approx est Est pop Pop Rs Tel tel Orig orig Op Rept Res
        N° No Nos no nos Nr Nrn nr Art Arts art arts Fig Figs fig figs Vol Vols vol vols Ch ch Chap chap
        sec Secs Sect Para para paras Tab App app Pt pt pp Abs Bd Kap Nn núm Núm pág Pág págs n° стр Стр
        рис Рис табл Табл гл ст п пп""",
    Kind.CLOSING: """
        Inc Corp Co Cos Ltd Plc PLC LLC LLP Bros Assn Intl Org Jr Sr Esq al St Mt Ft Ave Blvd Rd Hwy Univ Bldg
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
        Jän Mrz Okt Dez janv févr avr juil sept oct nov déc ene abr dic genn
        Str Ges GmbH Std
        г гг в вв им полк руб тыс млн млрд трлн долл янв февр мар апр авг сент окт нояб дек""",
    Kind.STATE: """
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
        Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que""",
    Kind.HOUR: "a.m p.m",
}

ABBREVIATIONS: dict[str, Kind] = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}
"""The kind of each abbreviation, by its form as written without the last full stop."""

STARTERS = frozenset(
    """The A An In On At By For From With Without Within To Of Under Over Through Throughout During Despite
    Unlike Between Among Amid Against Across Around Near Beyond He She It They We You I His Her Its
    Their Our My Your This That These Those There Here And But Or Nor So Yet If When Whenever While
    Where Whether What Who Whose Which Why How As After Before Since Until Once Unless Although Though
    Because However Meanwhile Moreover Nevertheless Instead Thus Then Now Today Yesterday Still Also
    Even Only Just Not Neither Both Either Each Every Some Many Most Several Few Other Others Another
    More Such Two Three Four Five Later Earlier Last According Asked Officials Analysts Witnesses
    Critics Experts Nobody Everyone Nothing Perhaps Maybe Is Are Was Were Do Does Did Les Il Elle Ils
    Elles Mais Puis Cette Ces Dans Pour Selon Das Sie Und Aber Auch Nach Dann Danach Niemand Dort Los
    Las Pero Según Sin Ma Poi Secondo В Во На Но И Он Она Оно Они Это Этот Эта Эти Его Её Ее Их С Со По
    К О Об От Из За Для При После До Под Над Если Когда Как Так Там Тогда Также Однако Сейчас Теперь Все
    Всего Что Кто Мы Вы Я Не Ни У Да Нет А""".split()
)
"""Words that, with a capital, open a sentence far more often than they stand in a name."""

HOUR_COMPANIONS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec EST EDT ET CST CDT
    CT MST MDT MT PST PDT PT GMT UTC BST CET CEST EET MSK IST Eastern Central Mountain
    Pacific Greenwich""".split()
)
"""What stands after "9 a.m." in the same sentence."""

ORDINAL_COMPANIONS = frozenset(
    """Jän Jan Feb Mrz Okt Nov Dez Januar Februar März April Mai Juni Juli August September Oktober
    November Dezember Jahrhundert Jahrhunderts Weltkrieg Weltkriegs""".split()
)
"""What follows a German ordinal number: "3. Oktober"."""

LABELLED = frozenset(
    """plan plans vitamin group groups class type phase grade option appendix annex hepatitis section zone war
    category schedule tier part block point level exhibit room building pool stage""".split()
)
"""Nouns that take a letter as their label, lower case: "Plan B", "World War I"."""

EXCLAIMED_NAMES = frozenset("Yahoo Yum Jeopardy Joomla Oklahoma Chips".split())
"""Names written with an exclamation mark."""

SPEECH_VERBS = frozenset(
    """said says asked asks told replied answered added wrote shouted cried exclaimed demanded wondered yelled
    insisted warned joked quipped declared continued recalled tweeted responded remarked snapped
    retorted""".split()
)
"""Verbs that hand a quotation to its speaker."""
