"""Words by which names of people are told from other names: the tables behind `read_people`.

All are in lower case.
"""

FEMALE_TITLES = frozenset(
    """actress assemblywoman baroness businesswoman chairwoman congresswoman councilwoman dame duchess
    lady madam miss mrs ms policewoman princess queen saleswoman spokeswoman""".split()
)
MALE_TITLES = frozenset(
    """archbishop assemblyman ayatollah baron businessman cardinal chairman congressman councilman duke
    emir imam king lord mr mullah policeman pope prince rabbi sheik sheikh sir spokesman sultan""".split()
)
TITLES = (
    FEMALE_TITLES
    | MALE_TITLES
    | frozenset(
        """acting activist adm admiral adviser advisor affairs agriculture amb ambassador analyst assistant
    attorney author brig brigadier candidate capt captain ceo chair chancellor chief cleric climate
    co-founder coach col colonel commander commissioner congressman coordinator corporal counsel defence
    defense democrat democratic deputy deputy-general detective dictator director doctor dr economist
    education energy envoy executive finance foreign former founder gen general gov governor head health
    homeland inspector intelligence interim interior journalist judge justice labor labour lawmaker
    lawyer leader lieutenant lt maj major manager mayor minister mp officer oil planning politician
    premier president prime prof professor prosecutor rep reporter representative republican researcher
    rev reverend scientist secretary secretary-general security sen senator sergeant sgt sheriff speaker
    spokesperson staff state trade transport treasury under-secretary undersecretary vice
    vice-president""".split()
    )
)
"""Stand before a name."""

ROLES = frozenset(
    """activist admiral adviser advisor aide ambassador analyst archbishop attorney author ayatollah
    bishop brigadier candidate captain cardinal ceo chair chairman chairperson chairwoman chancellor
    chief cleric co-founder coach colonel columnist commander commissioner congressman congresswoman
    consul coordinator correspondent counsel deputy detective diplomat director dissident doctor
    economist editor emir engineer envoy executive expert fellow founder general governor head historian
    imam inspector inspector-general journalist judge justice king lawmaker lawyer leader lecturer
    legislator lieutenant major manager mayor member minister negotiator officer organiser organizer
    owner pastor physician politician pope premier president president-elect priest prince princess
    professor prosecutor queen rabbi reporter researcher scholar scientist secretary secretary-general
    senator sergeant sheikh sheriff speaker spokesman spokesperson spokeswoman strategist sultan surgeon
    treasurer undersecretary vice-president writer""".split()
)
"""Heads of a phrase that says what a person is."""

PERSON_NOUNS = ROLES | frozenset(
    """accuser actor actress agent ally anchor anyone artist athlete attacker aunt baby banker
    billionaire blogger bodyguard bomber boss boxer boy boyfriend brother businessman businesswoman
    bystander caller cameraman campaigner captain captive celebrity champion chef child citizen
    classmate clerk colleague comedian cook cop counterpart cousin daughter defector defendant defender
    demonstrator detainee dictator donor driver economist employee employer entrepreneur everybody
    everyone extremist fan farmer father fiance fiancee fighter filmmaker fisherman footballer friend
    gentleman girl girlfriend goalkeeper golfer granddaughter grandfather grandmother grandson guard
    guest gunman guy hacker heir host hostage husband immigrant infant informant inmate interpreter
    interviewer investigator investor jihadist juror kid killer lady lieutenant man marine medic mentor
    merchant midfielder migrant militant monarch mother murderer musician neighbor neighbour nephew
    niece nobody novelist nurse offender official opponent paramedic parent partner passenger patient
    person photographer pilot plaintiff player poet policeman policewoman predecessor prisoner producer
    protester publisher pupil rebel referee refugee resident rival ruler runner sailor seller servant
    shooter shopkeeper singer sister soldier somebody someone son source speaker spy star striker
    student successor survivor suspect swimmer teacher teammate teenager terrorist toddler trader
    translator tyrant uncle veteran victim villager volunteer voter waiter whistleblower widow widower
    wife witness woman worker""".split()
)
"""Singular nouns that "he" or "she" may stand for."""

NEVER_PERSONS = frozenset(
    """administration agency airlines airport alliance apple arab army asian assembly association
    authority avenue bank bay beach black brexit bridge brigade brigades brotherhood building bureau
    cabinet camp capital castle center centre chamber christmas church city club coalition coast college
    command commission committee community company conference congress constitution convention corp cyclone
    corporation corps council country county court cup day democracy department desert district division
    east easter eastern economic embassy emirates empire european exchange express facebook federal
    federation festival fleet football force forces foundation front fund game games gate gazette gold
    google government great group guard guards gulf hall hamas heights herald hezbollah high hill hills
    hospital hotel hotline house human hurricane inc initiative institute institution international internet
    investigations islamic island islands jihad journal lake law league legislative liberation library
    limited lives llc ltd magazine mall market matter media microsoft middle military militia ministry
    mission monitor monument mosque mountain mountains movement museum muslim national nations nato
    network new news north northern observatory ocean office olympic olympics orchestra organisation
    organization palace park parliament party peace peninsula people petroleum plaza police port post
    power press program project province public radio ramadan reform region regional republic republican
    research reserve resistance review revolution revolutionary river road royal school science sea
    security senate service services shield society south southern soviet square stadium state states
    station stock strait street strip studies summit sun supreme team telegraph television temple
    territories theater theatre times tower town trade treaty tribunal tribune trust tv twitter typhoon union
    unit united university valley village wall war watch west western white world zone""".split()
)
"""Words of names that are not those of people."""

PLACES = frozenset(
    """afghanistan africa albania aleppo algeria america angola ankara antarctica arab arabs argentina
    armenia asia athens atlantic australia austria azerbaijan baghdad bahrain baltic bangladesh basra
    beijing beirut belarus belgium berlin bolivia bosnia brazil britain brussels bucharest budapest
    bulgaria bundestag cairo california cambodia cameroon canada caracas caribbean caucasus chad
    chechnya chicago chile china christian christians colombia congo congress copenhagen crimea croatia
    cuba cyprus czech daesh damascus darfur delhi denmark doha donbas donetsk dubai dublin duma ecuador
    egypt england eritrea estonia ethiopia eu europe european fallujah fatah finland florida france
    frankfurt gaza geneva georgia germany ghana greece guinea hague haiti hamas hanoi havana helsinki
    hezbollah homs honduras hungary iceland idlib india indonesia iran iraq ireland isil isis islam
    islamabad islamist israel istanbul italy jakarta japan jerusalem jewish jews jordan kabul kandahar
    karachi kashmir kazakhstan kenya kharkiv khartoum kiev knesset kobani kosovo kremlin kurd kurds
    kuwait kyiv kyrgyzstan lagos laos latvia lebanon libya lisbon lithuania london luhansk luxembourg
    madrid malaysia mali malta manila mariupol mecca medina mediterranean mexico minsk moldova mongolia
    montenegro morocco moscow mosul mozambique mumbai munich muslim muslims myanmar nato nepal
    netherlands nicaragua niger nigeria norway odessa oman oslo pacific pakistan palestine palmyra
    panama paris parliament pentagon peru philippines poland portugal prague pyongyang qatar ramadi
    raqqa riga riyadh romania rome russia rwanda sanaa saudi scotland senate senegal seoul serbia
    shanghai shia shiite siberia sinai singapore slovakia slovenia somalia spain stockholm sudan sunni
    sweden switzerland sydney syria taiwan tajikistan taliban tehran texas thailand tibet tikrit tokyo
    tripoli tunisia turkey turkmenistan uae uganda uk ukraine un uruguay us usa utah uzbekistan
    venezuela vienna vietnam virginia wales warsaw washington yemen zimbabwe""".split()
)
"""Names of one word that no person is meant by."""

MALE_NAMES = frozenset(
    """aaron abdel abdul abdullah abu adam adel adnan ahmad ahmed ahmet alan albert alejandro aleksandr
    alex alexander alexei alexey alexis ali alistair amir amr anatoly andre andreas andrei andrew andrey
    andy angus anthony antonio antony anwar arkady arthur aryeh asad ashraf avi avigdor barack bashar
    ben benjamin benny bernard bernie bill bob boris brad brendan brett brian bruce bryan carl carlos
    charles charlie chris christopher chuck clive colin craig cyril dale dan daniel darren dave david
    dean dennis derek diego dieter dimitri dmitri dmitry dominic don donald doug douglas duncan ed eddie
    edgar eduard edward ehud emad emmanuel enrique eric erik ernest eugene evan faisal farid fawaz felix
    ferdinand fernando fouad fran francis francisco francois frank franz fred frederick friedrich gareth
    gary gavin gennady geoff geoffrey george gerald gerard gerhard giorgio giovanni glenn gordon graham
    greg gregory guido guillermo gunther guy hadi haider hakan hamid hani hans harold harry hasan hashim
    hassan heinz helmut henri henry herbert herman hosni howard hugh hugo hussein ian ibrahim igor ilya
    iman isaac ismail ivan jack jacob jacques jaime jake jamal james jan jason javad javier jean jeff
    jeffrey jens jeremy jerry jesus jim jimmy joachim joao joe joel johan johann john johnny jon
    jonathan jorge jose josef joseph joshua juan julian julio junior justin kamal karim karl keith ken
    kenneth kevin khaled khalid khalil kim kirill klaus konstantin kurt kyle larry lars laurent lawrence
    lech lee leo leon leonard leonid liam lionel louis luc lucas luis luiz luke magnus mahmoud majid
    manuel marc marcel marco marcus mario mark marko martin marwan masoud massoud matt matteo matthew
    matthias maurice max maxim mehmet michael michel miguel mike mikhail milan mitch mitt moammar
    mohamed mohammad mohammed mohsen moqtada moshe muammar muhammad muqtada murad mustafa nabil naftali
    nasser nathan neil nelson nicholas nick nicolas nigel nikolai nikolay nikos noah norman nouri oleg
    oliver olivier omar osama oscar otto owen pablo paddy pascal patrick paul pavel pedro pete peter
    petro phil philip philippe phillip pierre piotr qasem qassem rafael rafik rahm raj ralph ramzan
    ramzi randy raul ray raymond recep reza riad richard rick rob robert roberto robin rod roger roland
    roman ron ronald rory ross roy rudolf rupert russell ryan saad saddam saeed said saleh salim salman
    sam sami samir samuel scott sean sebastian selim serge sergei sergey sergio shaun shimon sidney
    simon stanislav stanley stefan stephen steve steven stewart stuart sultan tamir tariq tayyip ted
    terry theodore thomas tim timothy tobias todd tom tommy tony trevor tristan tzipi uri vadim valery
    vasily victor viktor vincent vitaly vladimir volodymyr walid walter warren wayne wilhelm will willem
    william winston wolfgang yahya yair yasir yasser yevgeny yitzhak yousef youssef yuri yusuf yves zach
    zaid zalmay zbigniew zeid""".split()
)
FEMALE_NAMES = frozenset(
    """abigail ada agnes aisha alexandra alice alicia alison allison amal amanda amber amelia amina amy
    ana anastasia andrea angela angelina anita ann anna annalena anne annegret annette antonia arlene
    asma astrid audrey aung ayelet barbara beata beatrice belinda benazir beth betty bianca brenda
    bridget camilla carla carly carmen carol carolina caroline carrie catherine cecilia charlotte
    chelsea cheryl christina christine claire clara claudia condoleezza constance courtney crystal
    cynthia daisy dana daniela danielle deborah debra delia denise diana diane dianne dilma dina dolores
    donna dora doris dorothy ekaterina elaine eleanor elena elisabeth elise elizabeth ella ellen elsa
    emily emma erica erin esther eva evelyn faith farah fatima federica felicia fiona florence frances
    gabriela gemma georgina geraldine gertrude gillian gina gloria golda grace greta gretchen gwen haifa
    hanan hannah harriet hayley heather heidi helen helena helle hilary hillary hina huda huma ilhan
    ines ingrid irene irina irma isabel isabella ivanka jacinda jackie jacqueline jamila jane janet
    janice jasmine jean jeanne jennifer jenny jessica jill joan joanna joanne jodie josephine joy joyce
    judith judy julia julie juliet kamala karen karin kate katherine kathleen kathryn kathy katie katja
    kayla kelly kellyanne kerry kim kimberly kirsten kirsty kristen kristina laila larisa latifa laura
    lauren layla leila lena leonora lesley leslie leticia lillian linda lindsey lisa liz lois lorraine
    louise lucia lucy luisa lydia lyudmila madeleine maggie malala margaret margot maria mariam marianne
    marie marilyn marina marine marion marissa marjorie martha mary maureen maya megan melania melanie
    melinda melissa mercedes meryl mia michaela michelle mira miriam moira mona monica nada nadia nancy
    naomi natalia natalie natasha nicky nicola nicole nikki nina noor nora norma oksana olga olivia
    pamela patricia paula pauline penelope penny petra phoebe phumzile polina priscilla priti rachel
    rania raquel rebecca regina renee rita roberta rosa rose rosemary roya ruth sabrina sally samantha
    samira sandra sara sarah segolene shakira sharon sheila sheryl shirin shirley silvia simone sonia
    sophia sophie stella stephanie susan susana susanna suzanne svetlana sylvia tamara tania tanya tara
    tatiana tatyana teresa tessa theresa tina tracey tracy tulsi ursula valentina valerie vanessa vera
    veronica vicky victoria viola virginia vivian wendy whitney yasmin yelena yulia yvette yvonne zaha
    zahra zeinab zoe""".split()
)
EITHER_NAMES = frozenset(
    "alex jean kim kerry robin leslie lesley andrea sam chris terry pat jan nicola".split()
)
"""Given names of men and women."""
