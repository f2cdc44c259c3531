"""Words by which an English sentence leans on the one before: the tables behind `find_dependence`.

Words are in lower case unless said otherwise. Phrases are regular expressions, matched without
regard to case, in alternatives that stand one to a line.
"""

THIRD_PERSON = frozenset(
    "he she it they him her them his its their hers theirs himself herself itself themselves".split()
)
SUBJECT_PRONOUNS = frozenset("he she they it".split())
PERSONS = frozenset("he she him her his hers himself herself".split())
DEMONSTRATIVES = frozenset("this that these those".split())
NARRATORS = frozenset("me my myself we us our ours ourselves you your yours".split())
"""First and second person, but "I", which is told by its capital, and "mine", which coal has."""

AFTER_THOSE = frozenset("who in with from without of on living".split())
"""Say which ones are meant: "Those who fled"."""

RELATIVES = frozenset("who that which whom whose where".split())

HONOURS = frozenset("Majesty Highness Excellency Holiness Eminence Royal Beatitude Grace".split())
"""What follows "His" or "Her" in a person's title, as written."""

CONTRACTING = THIRD_PERSON | DEMONSTRATIVES | {"there"}
CONTRACTIONS = {"s": "is", "re": "are", "ve": "have", "ll": "will", "d": "had"}

DEICTIC_TIMES = frozenset(
    """week month year morning afternoon evening day weekend spring summer autumn fall winter quarter
    season decade century monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december""".split()
)
"""After "this": a time that the date of the article explains."""

AROUND_A_SPEAKER = frozenset(
    """past point moment time stage kind type sort country nation world table room hall house place square
    street city town region government parliament""".split()
)
"""After a speaker's "this": what is there when it is said, "at this point", "in this country"."""

CALENDAR = DEICTIC_TIMES | frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec ramadan christmas".split()
)
"""Written with a capital, yet nobody's name."""

CONNECTIVES = frozenset(
    """however but and or nor yet moreover furthermore therefore thus hence nevertheless nonetheless
    meanwhile additionally similarly likewise conversely consequently accordingly otherwise firstly
    secondly thirdly lastly then too perhaps alternatively ironically paradoxically notwithstanding
    regardless well whereas oh""".split()
)
"""Open a sentence that goes on from another one."""

CONNECTIVES_BEFORE_COMMA = frozenset(
    """still besides first second third finally again also instead indeed here yes no look worse better
    crucially importantly significantly equally overall rather elsewhere afterwards afterward
    eventually ultimately next previously earlier later soon admittedly granted plus separately
    specifically simply not""".split()
)
"""Do so when a comma follows."""

_THESE = r"(?:this|that|these|those)"
CONNECTIVE_PHRASES = "|".join(
    (
        r"in (?:addition|contrast|fact|short|sum|turn|other words|conclusion|particular|return)(?=,)",
        r"in (?:response|reply|the end|essence|reality|truth|practice|theory|part|all|comparison)(?=,)",
        r"as a (?:result|consequence)(?=,)|so(?! (?:far|many|much|called|long)\b)",
        r"for (?:example|instance|(?:his|her|its|their) part|now|one|another|that matter)\b",
        r"by (?:contrast|comparison)|(?:from|over|up|down) there\b",
        r"on the (?:other|one) hand|on the contrary|of course|to be sure|to (?:this|that) end",
        r"at the same time|after all|above all|even so|even then|either way|if so|if not|as such|not so",
        r"what is more|what's more|more importantly|and yet|so much for|that said|having said that",
        rf"(?:because of|after|with|along with|instead of|despite|all|all of|much of|not only|in) {_THESE}\b",
        rf"in (?:each|either|both|neither) cases?|for {_THESE} reasons?|given {_THESE}\b|all of them",
        r"as (?:noted|mentioned|stated|discussed|shown|seen|described|argued) (?:above|before|earlier|below)",
        r"as (?:he|she|it|they) (?:put|said|noted)",
        r"(?:with|among|for|behind|between|beside|beyond|like|unlike|of|in) (?:them|him|her|it|these|those)\b"
        r"(?! (?:who|that|which|in|from|of|with)\b)",
    )
)
LATE_CONNECTIVES = "|".join(
    (
        r"however|therefore|moreover|nevertheless|nonetheless|though|meanwhile|consequently|furthermore",
        r"likewise|in turn|by contrast|for example|for instance|on the other hand|too|then|of course|instead",
        r"for (?:his|her|its|their) part|as well",
    )
)
"""Between commas: "Russia, however, ..."."""

_UNIT = r"(?:minute|hour|day|night|week|month|year|decade|moment)"
RELATIVE_TIMES = "|".join(
    (
        r"(?:on |by |in |at |until )?(?:the|that) (?:very )?(?:next|following|same|previous|preceding)"
        r" (?:day|morning|afternoon|evening|night|week|weekend|month|year|decade|summer|winter|spring)\b",
        r"(?:just |only |about |some |nearly |almost )?"
        r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few|many|\d+) )?"
        rf"{_UNIT}s? (?:later|earlier|afterwards?|(?:before|after)(?=,))\b(?! (?:this|the|in) )",
        rf"the {_UNIT} (?:before|after)\b(?= \w+ed\b|,)",
        r"(?:soon|shortly|immediately|long) (?:after|before)(?:wards?)?(?=,)|before long|at first(?=,)",
        r"(?:soon|afterwards?|thereafter|subsequently)\b|(?:since|until|till|by|before|from) (?:then|that)\b",
        r"at (?:the|that|this) (?:time|point|moment|stage)\b(?! of)|(?:later|earlier) (?:that|on)\b",
        r"(?:during|in|over) (?:this|that|the same) (?:period|time|era)\b|(?:in|during) the meantime",
        rf"within (?:an? |\w+ )?{_UNIT}s?\b(?! (?:of|from) )",
    )
)

COUNTERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty dozens hundreds thousands scores both neither
    either each all none half most some many several few others another much more less any nobody""".split()
)
POINTED_AT = frozenset("them these those this that".split())
"""After "of", near the head of a sentence: "Most of these"."""

RELATIVE_NUMBERS = frozenset("second third fourth fifth further similar separate different".split())
"""After "a": one more of what was named before."""

MODALS = frozenset("can could may might must should cannot would".split())
AUXILIARIES = MODALS | frozenset(
    """is are was were be been has have had do does did will shall isn't aren't wasn't weren't hasn't haven't
    hadn't don't doesn't didn't won't wouldn't can't couldn't""".split()
)
VERBS = AUXILIARIES | frozenset(
    """said says say told tells came comes come went goes go took takes take made makes make gave gives saw
    sees got gets knew knows thought thinks began begins became becomes ran runs rose rises fell falls grew
    grows fled flees drew draws fought fights spoke speaks wrote writes broke breaks chose chooses drove
    drives threw throws withdrew wore flew shook stood stands lay lies remained remains stayed stays seems
    seemed appears appeared happened occurred arrived arrives resigned died landed ended ends started starts
    continued continues increased decreased declined moved moves operates operated consists belongs depends
    depended denies wants wanted needs needed calls covers controls includes contains aims seeks sought plans
    expects hopes believes argues claims insists warns adds notes finds shows suggests recommends concludes
    means reflects represents marks follows brings leads allows requires keeps holds helps works lives uses
    provides offers agrees agreed refused refuses failed fails tried tries decided decides responded reacted
    apologised apologized escaped survived wounded killed collapsed vanished returned returns turned turns
    accuses sits hangs looks feels sounds exists applies matters won lost left""".split()
)
"""Forms that are the verb of a sentence rather than part of its subject."""

PARTICIPLES = frozenset(
    "sold sent built held led set cut hit put bought brought made written taken given shot seen".split()
)
PARTICIPLE_PREPOSITIONS = frozenset("by in on at between under during with after before last against".split())
"""After "signed": it is a participle ("the deal signed in Moscow")."""

PREPOSITIONS = frozenset(
    """of in on at by for from with without within to against between among amid under over through throughout
    during despite across around near beyond after before since until about behind above into off outside
    inside towards toward alongside following regarding concerning including unlike like per via because
    according due thanks given""".split()
)
SUBORDINATORS = frozenset(
    "while when whenever where as if although though because since after before once until unless".split()
)
ADVERBS = frozenset(
    "now today yesterday tomorrow currently recently sometimes often perhaps lately nowadays".split()
)
ADVERBIAL_OPENERS = (
    PREPOSITIONS | SUBORDINATORS | ADVERBS | frozenset("to last next earlier later having early late".split())
)
AFTER_HEADS = PREPOSITIONS | RELATIVES
FUNCTION_OPENERS = (
    ADVERBIAL_OPENERS
    | COUNTERS
    | THIRD_PERSON
    | DEMONSTRATIVES
    | CONNECTIVES
    | frozenset(
        "the a an such there here police people officials what whether not none nothing nobody".split()
    )
)
"""Words whose capital at the head of a sentence does not make them a person's name."""

SETTLED_NOUNS = frozenset(
    "world public international global sun earth internet poor rich young press media".split()
)
"""After "the": there is only one."""

SETTLED_ADVERBIALS = frozenset("past future world north south east west ground face wake".split())
"""After a preposition and "the": nothing need have been named before."""

COMPARED_BY = frozenset("from than to that as in on for at by with of".split())
"""After "a similar plan": tells which other one there is, or where."""

SUPERLATIVES = frozenset(
    "first second third only latest last biggest largest worst deadliest highest lowest longest".split()
)
"""Before "such": "the first such attack" is one of those that the sentence tells of."""

NAMED_BEFORE = frozenset("company firm manufacturer operator airline bank group union party".split())
"""After "the", whoever says something may be the one whose full name the sentence has."""

RELATIONAL = frozenset(
    """next following same other rest remaining latter former second third fourth first last final latest new
    two three four five six seven eight nine ten dozen previous earlier later above aforementioned proposed
    resulting others""".split()
)
"""After "the": only the sentence before can tell which."""

ROLES = frozenset(
    """minister ministry president premier head chief leader secretary commander director spokesman
    spokeswoman governor ambassador general colonel mayor author authors member members rest majority
    half""".split()
)
"""Nouns that "of" with a common noun does not settle: "the head of security"."""

GENERIC_HEADS = frozenset(
    """country nation city town village province company firm group organisation organization agency
    movement party bank man woman boy girl child couple pair trio suspect suspects victim victims official
    officials driver attacker attackers gunman gunmen robbers family newspaper website men women site scene
    building area vessel ship boat tanker plane""".split()
)
"""After "the", such a noun says which one only if a name, a preposition or "who" comes next."""

SETTLED_BODIES = frozenset(
    "army military navy police government parliament authorities coastguard courts".split()
)
"""After "the": the one of the country that the sentence speaks of."""

OFFICES = frozenset(
    """ministry agency authority authorities commission bank guard office department service services force
    forces command committee council bureau institute directorate administration operator regulator""".split()
)
"""So is one of these when a word before it says for what it is there: "the disaster agency"."""

MENTIONS = frozenset(
    """deal agreement accord pact contract decision move announcement proposal plan bill measure ruling
    verdict incident attack bombing strike raid ambush blast explosion crash murder killing shooting arrest
    case trial charge charges allegation allegations claim claims report statement remark remarks comment
    comments reference speech interview letter email memo memorandum document tweet video footage image photo
    ad article book film study survey poll problem issue dispute crisis scandal meeting visit trip summit
    offer request gesture warning threat ban tax fee project programme program scheme
    hearing lawsuit settlement discovery rampage massacre tragedy ordeal
    policy clause app device weapon cast show series episode song album game match hotel restaurant store shop
    apartment room car vehicle truck van bus relic cloth animal dog
    woman boy girl man men women couple pair trio victim victims suspect suspects detainees plaintiff
    defendant gunman attacker shooter driver nanny patient patients student students
    baby child teenager
    investigation inquiry probe event ceremony gathering mission offensive assault protests
    demonstration march rally shipment
    findings gang clashes convoy
    movie picture scene authors researchers scientists skeleton show suspension
    strait canal dam reservoir crossing waterway figure figures estimate estimates
    kidnapping abduction takeover release ramming collision handover fee hostages captives crewmen
    fishermen""".split()
)
"""After "the", far on in a sentence: something that was told before."""

NEW_CLAUSES = frozenset("as while when because but although though unless until whereas".split())
"""Behind a noun: what comes next does not say which one it is."""

THOUGHTS = MENTIONS | frozenset(
    "notion idea image view goal effort direction point argument possibility question narrative way".split()
)
"""After "this" or "that": something that was told before."""

TURNS = frozenset(", ; : ( — – and but or that".split())
TURNS_OF_THOUGHT = TURNS | frozenset(
    "who which when after before while because if as until where since".split()
)
"""Before "this": the sentence itself may hold what it points at."""

OBJECT_PREPOSITIONS = frozenset("for of to with from against on at about".split())

OWNERS = frozenset("its his her their".split())

ARTICLES = frozenset("a an the".split())

BETWEEN_NAMES = frozenset("of for the and de al bin".split())
"""May stand inside the name and office of one person."""

REPORTERS_OF_OTHERS = frozenset(
    """official officials person people source sources spokesman spokeswoman spokesperson aide aides diplomat
    diplomats analyst analysts lawyer lawyers""".split()
)
"""Before "said he" or "said it": whom or what they speak of, the sentence before names."""

PUBLICATIONS = frozenset("report article story essay paper piece post column blog site website page".split())
"""After "this": the text itself."""

PEOPLE = (
    frozenset(
        """man woman boy girl child teenager baby soldier officer policeman policewoman fighter
    gunman attacker bomber suspect doctor nurse teacher student lawyer judge journalist reporter farmer worker
    driver refugee resident witness politician lawmaker senator diplomat envoy activist analyst official
    businessman king queen prince sheikh cleric imam priest pilot engineer father mother son daughter
    brother sister husband wife widow veteran author writer scholar scientist person someone anyone everyone
    nobody""".split()
    )
    | ROLES
)
"""May stand before "he" or "she"."""

SHELLS = frozenset(
    """reason example explanation option obstacle question problem truth fact danger risk hope challenge aim
    point key issue trouble idea fear worry""".split()
)
"""Nouns that stand for a clause: "The question is whether Iran ..."."""

SPEECH = (
    r"(?:said|says|say|added|adds|told|asked|replied|wrote|writes|explained|noted|notes|warned|warns|predicted"
    r"|predicts|argued|argues|claimed|claims|insisted|continued|concluded|recalled|stressed|declared|announced"
    r"|observed|acknowledged|admitted|complained|suggested|believes|thinks|joked|tweeted|stated|states|confirmed"
    r"|remarked)"
)
SPEECH_FORMS = frozenset("said says told added asked wrote warned argued noted".split())
HEARSAY = SPEECH_FORMS | frozenset("denied insisted claimed confirmed acknowledged conceded".split())

NEVER_PERSONS = frozenset(
    """United Saudi North South East West New Middle White European Islamic Security National World
    Central""".split()
)
"""Open names of two words that are not those of persons, as written."""

CALLS = "|".join(
    (
        r"(?:please )?(?:click|tap (?:here|to)|subscribe|sign up|sign in|log in|join us)",
        r"follow (?:us|him|her|them|@)|share (?:this|your|on)|register (?:now|here|to)",
        r"read (?:more|also|next|the full)|see also|see (?:chapter|table|figure|section|page|below|above)",
        r"story highlights|(?:hide|show|view) caption|all rights reserved|thank(?:s| you) for",
        r"(?:editing|reporting|writing) by|loading|advertisement|hurry[;,!]|apply (?:today|now)",
        r"let['’]s take a look|add .{1,40} as an interest",
        r"(?:additional|more|further) information is available",
    )
)
"""How a page speaks to its reader."""

PAGE_LABELS = "|".join(
    (
        r"(?:file )?photo(?:graph)?|image|picture|video|watch|listen|source|graphic|credit|published|updated",
        r"posted|tag|topic|related|copyright|correction|clarification|editor['’]s note|note|comment|email",
        r"print|recommended|trending|disclaimer",
    )
)
"""Stand before a colon."""

CROSS_REFERENCES = (
    r"(?:as (?:shown|seen|illustrated|noted) in )?"
    r"(?:table|figure|fig|chart|map|appendix|annex|box|exhibit)s?\.? (?:\d|[A-Z]\b)"
)
