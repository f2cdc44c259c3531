"""One wording for words that news uses for the same thing, so that a statement is known in other words.

Only words are brought together that one may put for the other in a report and leave what it states as it
was: "bought" and "purchased", "jail" and "prison", "programme" and "program". Words that are merely
near each other ("wounded" and "killed") stay apart.
"""

import re
from functools import lru_cache

from briefer.text.words import stem

_GROUPS = """
buy bought purchase purchased purchases purchasing
sell sold sells selling
seize seized seizes seizing capture captured captures capturing
retake retook retaken recapture recaptured recaptures
cut cuts cutting reduce reduced reduces reducing lower lowered lowers lowering slash slashed
begin began begun begins beginning start started starts starting
give gave given gives giving
take took taken takes taking
fall fell fallen falls falling drop dropped drops
rise rose risen rises rising climb climbed climbs
shut shuts close closed closes closing
prison jail
withdraw withdrew withdrawn withdraws withdrawing
build built builds building
send sent sends sending
hold held holds holding
meet met meets meeting
lead led leads leading
win won wins winning
lose lost loses losing
hit hits hitting strike struck strikes striking stricken
flee fled flees fleeing
fly flew flown flies flying
fight fought fights fighting
keep kept keeps keeping
pay paid pays paying
leave left leaves leaving
break broke broken breaks
choose chose chosen
draw drew drawn
freeze froze frozen
sink sank sunk sinks
speak spoke spoken speaks
steal stole stolen
halt halted halts suspend suspended suspends
extend extended extends prolong prolonged prolongs
troops soldiers
crew crews team teams
plane planes aircraft airplane airplanes
electricity power
talks negotiations
accord agreement deal pact
frontier border
""".strip().splitlines()
_ONE_STEM = {stem(word): stem(words.split()[0]) for words in _GROUPS for word in words.split()}

_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e[ds]?|ing|er|ers|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|hood|hoods|er|ers)?$)"), "or"),
    (re.compile(r"(?<=[nbe]t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=ram)me(?=s?$)"), ""),
    (re.compile(r"(?<=fen)ce(?=s?$)"), "se"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
)
_PHRASES = (
    (re.compile(r"\bUnited States(?: of America)?\b"), "US"),
    (re.compile(r"\bUnited Nations\b"), "UN"),
    (re.compile(r"\bEuropean Union\b"), "EU"),
    (re.compile(r"\bUnited Kingdom\b"), "UK"),
    (re.compile(r"\bpull(?:ed|s|ing)? out of\b"), "withdrew from"),
    (re.compile(r"\b(?:became|becomes|become) a member of\b"), "joined"),
    (
        re.compile(r"\b(?:took|takes|taken|taking|take|seized?|seizes|seizing) (?:control of|power\b)"),
        "seized",
    ),
    (re.compile(r"\bturn(?:ed|s|ing)? down\b"), "rejected"),
    (re.compile(r"\b(?:is|are) to(?= [a-z])"), "will"),
    (re.compile(r"\bp\.m\."), "pm"),
    (re.compile(r"\ba\.m\."), "am"),
)


def spell_phrases_alike(text: str) -> str:
    """`text` with one wording for phrases of several words that stand for the same: "UN", "withdrew from"."""
    for pattern, wording in _PHRASES:
        text = pattern.sub(wording, text)
    return text


@lru_cache(maxsize=1 << 16)
def stem_alike(word: str) -> str:
    """The stem of a word, the same for all words that stand for one thing and for British spellings."""
    spelt = word.casefold()
    if spelt.isascii():
        for pattern, spelling in _BRITISH:
            spelt = pattern.sub(spelling, spelt)
    plain = stem(spelt)
    return _ONE_STEM.get(plain, plain)
