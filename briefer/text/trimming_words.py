"""English words on which the meaning of a sentence hangs: the tables behind `find_harm`.

Phrases are regular expressions, matched as whole words without regard to case unless said otherwise.
"""

import re

from briefer.text.opening_words import SPEECH
from briefer.text.opening_words import VERBS as KNOWN_VERBS

_NEGATIONS = r"""
    not|cannot|\w+n't|never|no|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely|scarcely
    |rarely|seldom|lack(?:s|ed|ing)?|absen(?:t|ce)|den(?:y|ies|ied|ying|ials?)|refus(?:e|es|ed|ing|als?)
    |reject(?:s|ed|ing|ions?)?|fail(?:s|ed|ing|ures?)?|declin(?:e|es|ed|ing)\s+to|dismiss(?:es|ed|ing)?
    |disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|rul(?:e|es|ed|ing)\s+out|far\s+from|unable|unwilling
    |prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|halt(?:s|ed|ing)?
    |instead\s+of|rather\s+than|except|excluding|(?<!a\s)(?:few|little)|fewer|too\s+\w+\s+to
    |false(?:ly)?|untrue|incorrect(?:ly)?|mistaken(?:ly)?|wrongly
"""
_HEDGES = r"""
    might|could|would|should|must|seem(?:s|ed|ing(?:ly)?)?|appear(?:s|ed|ing)?(?:\s+to)?|apparent(?:ly)?
    |report(?:ed)?ly|alleged(?:ly)?|alleg(?:es|e|ing|ations?)|purported(?:ly)?|supposed(?:ly)?|ostensibl[ey]
    |presum(?:ed|ably)|probabl[ey]|possib(?:le|ly|ility)|perhaps|maybe|likely|unlikely|likelihood
    |potential(?:ly)?|suspect(?:s|ed|ing)?|suspicions?|believed|thought|rumou?r(?:s|ed)?|unconfirmed|unverified
    |estimat(?:e|es|ed)|expect(?:s|ed|ing)?|assum(?:e|es|ed|ption)|plan(?:s|ned|ning)?\s+to
    |intend(?:s|ed|ing)?|hop(?:e|es|ed|ing)\s+to|aim(?:s|ed|ing)?\s+to|propos(?:e|es|ed|als?)|tentative(?:ly)?
    |preliminary|part(?:ly|ially)|largely|mostly|mainly|generally|usually|often|sometimes|occasionally
    |so-called|self-(?:declared|proclaimed|styled)|in\s+(?:theory|principle|part)|almost|nearly|virtually
    |at\s+(?:least|most|best|worst)|up\s+to|as\s+(?:many|much|few|little)\s+as|(?:more|less|fewer)\s+than
    |only|merely|solely|mere|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)\s+to|want(?:s|ed|ing)?\s+to|threat(?:s|en|ens|ened)?
"""
_MAY = r"may"
_ATTRIBUTIONS = rf"""
    {SPEECH}|heard|[Aa]ccording\s+to|[Cc]iting|[Qq]uoting|saying|telling|alleging|claiming|arguing|asserting|assert(?:s|ed)?|maintain(?:s|ed)?
    |report(?:s|ed|ing)?|accus(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|suggest(?:s|ing)?
    |indicat(?:e|es|ed|ing)|reveal(?:s|ed|ing)?|contend(?:s|ed)?|testif(?:y|ies|ied)|vow(?:s|ed|ing)?
    |promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|claims?|sources?|in\s+the\s+(?:words|view|opinion|eyes)\s+of
    |in\s+(?:his|her|its|their)\s+(?:words|view|opinion)|for\s+(?:his|her|its|their)\s+part|call(?:s|ed|ing)?
    |describ(?:e|es|ed|ing)|confirm(?:s|ed|ing)?|announc(?:e|es|ed|ing)|warn(?:s|ed|ing)?|believ(?:e|es)
    |thinks?|fears?|feared|worr(?:y|ies|ied)|knows?|learn(?:s|ed|t)|predict(?:s|ed|ing)?|forecasts?
"""
_CONDITIONS = r"""
    if|unless|whether|provided|providing|assuming|until|as\s+long\s+as|so\s+long\s+as|only\s+(?:if|when|after)
    |in\s+case|in\s+the\s+event|on\s+(?:the\s+)?condition|conditional|subject\s+to|depend(?:s|ed|ing)?
    |contingent|pending|in\s+(?:exchange|return)
"""
_CONTRASTS = r"""
    but|although|though|albeit|however|despite|in\s+spite\s+of|notwithstanding|whereas|yet|nevertheless
    |nonetheless|contrary|unlike|even|otherwise
"""


def _whole_words(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{' '.join(pattern.split()).replace(' |', '|')})(?![\w])", flags)


GUARDED = (
    (_whole_words(_NEGATIONS), "a negation"),
    (_whole_words(_CONDITIONS), "a condition"),
    (_whole_words(_HEDGES), "a hedge"),
    # These as written: "May" is a month, and "States" a country.
    (_whole_words(_MAY, 0), "a hedge"),
    (_whole_words(_ATTRIBUTIONS, 0), "an attribution"),
    (_whole_words(_CONTRASTS), "a contrast"),
)
"""Words that no cut may take, and what they are."""

_NUMBER = (
    r"[$€£]?\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|an?\s+\w+\s+of|half|a\s+(?:third|quarter)"
)
APPROXIMATIONS = re.compile(
    rf"\b(?P<word>about|around|roughly|approximately|some|over|under|above|below|circa|close to|well over)\s+"
    rf"(?P<number>{_NUMBER})\b",
    re.IGNORECASE,
)
"""A word that makes a number vague, and the number."""

_MONTHS = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIMES = (
    rf"{_DAYS}|yesterday|today|tomorrow|(?:last|next|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter"
    rf"|{_DAYS}|{_MONTHS})|earlier\s+(?:this|in|on)|late\s+last|early\s+(?:this|on)"
)
_ON = rf"on\s+(?:{_DAYS}|{_MONTHS}|\d|the\s+(?:eve|sidelines|outskirts|anniversary|morning|evening|night)\b)"
_IN = (
    r"in(?!\s+(?:what|which|whom|order|terms|spite|favou?r|charge|support|response|return|exchange|talks|addition"
    r"|perspective|place|effect|force|mind|fact|general|particular|common|doubt|question|office|power"
    r"|danger|need|line|accordance|violation|contact|control|command|possession)\b)"
)
PHRASE = re.compile(
    rf"(?:{_IN}|at|near|during|throughout|across|inside|outside|amid|since|after|before|{_ON}|{_TIMES})\b"
)
"""What opens a phrase of time or place, which can be left out of the midst of a clause. As written."""

FOLLOWER = re.compile(
    rf"(?:{_ON}|{_TIMES}|in\s+(?:\d|{_MONTHS}|early|late|mid)|during|since|after|before|by)\b"
)
"""What may stand behind such a phrase; another one of place, or "of", would go on with its last word."""

SUBORDINATE = re.compile(
    r"(?:who|whom|which|whose|where|when|while|as|after|before|since|because|including|(?!during\b)[a-z]+ing"
    r"|[a-z]+ed|known|led|held|built|made|seen|sent|taken)\b"
)
"""How a clause begins that leans on another one."""

RELATIVE = re.compile(r"\b(?:who|which|that|whose|where)\b")
"""What such a clause may begin with behind a name: "a minister who fled"."""

PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|does|do|did|will|shall|can|to|of|the|an?|its|their|his"
    r"|her|from|with|for|by|on|in|at|into|than|as|about|over|under|between|among|and|or|this|that|these|those"
    r"|remain(?:s|ed)?|becomes?|became|stay(?:s|ed)?|stands?|stood|lies|lay|live[sd]?|kept|held|put|placed|left|found"
    r"|set|laid|named|engaged|involved|implicated|interested|located|based|situated|participat\w+|result\w*|succe\w+"
    r"|increas\w+|decreas\w+|rise|rose|fall|fell|drop\w*|chang\w+|loss(?:es)?|lost|dollars|euros|pounds|interest"
    r"|invest\w*|arriv\w+|serv\w+|work\w*|look\w*|aim\w*)$"
)
"""A word at the end of what stands before a phrase that makes the phrase a part of what is said."""

INTRODUCTION = re.compile(
    r"(?:although|though|when|while|if|as|after|before|since|because|despite|until|once|in|on|at|for|with|from|by"
    r"|to|under|over|among|amid|during|following|given|unlike|like|without|within|throughout|across|around|earlier"
    r"|later|last|next|this|yesterday|today|now|then|meanwhile|currently|recently|\d{4})\b",
    re.IGNORECASE,
)
"""What opens a clause that leads up to the main one."""

SIDE_CLAUSE = re.compile(
    rf"(?:who|whom|which|whose|that|where|when|including|such\s+as|[A-Za-z]+ing|[a-z]+ed)\b|{INTRODUCTION.pattern}",
    re.IGNORECASE,
)
"""What opens a clause that is not the main one."""

RESUMPTION = re.compile(r"(?:to|for|of|from|by|against|into|than)\b")
"""What goes on, after a clause between commas, with what stood before it."""

HALF_LIST = re.compile(
    r"(?:\b(?:an?|the|its|their|his|her|our|this|that|these|those|both|more|most|very|such)|['’]s)\s+"
    r"(?:[\w-]+\s)?[\w-]+,$"
)
"""An ending such as "an icy,", which another adjective may follow."""

NEW_NAME = re.compile(rf"(?:an?|the|one|its|his|her|their|[A-Z\d])\b|[A-Z]|{SIDE_CLAUSE.pattern}")
"""What opens an apposition or a clause, and no further adjective."""

SCOPE = re.compile(
    rf"(?<![\w-])(?:{' '.join(_NEGATIONS.split()).replace(' |', '|')}|all|every|each|any|both|most|first|last"
    r"|always"
    r"|every(?:one|body|thing|where)|sole|only|largest|biggest|highest|lowest|worst|best|greatest|smallest|longest|strongest|more|less)"
    r"(?![\w-])",
    re.IGNORECASE,
)
"""A word that says something else when what it is limited to goes: "no strike in March"."""

_IRREGULAR = """
    heard bought sold paid sent built held met left lost won kept led shot struck brought caught
    dealt did dug felt found gave got hid hung laid lent lit meant overran rode rang sank saw sought
    shed shrank slid slew spent stole swore swept swung taught tore understood upheld withheld hit
    put cut cost set let
""".split()

VERBS = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted({*KNOWN_VERBS, *_IRREGULAR}))}|[a-z]{{3,}}(?<!e)ed)(?!\w)"
)
"""A word that is surely a verb: what stands before the first is what the sentence speaks of."""
