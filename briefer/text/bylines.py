"""Names of people as bylines write them."""

import re
from collections.abc import Iterable

from briefer.text.dates import find_dates

_PARTICLES = frozenset(
    "al el bin ibn bint abu van von der den de da dos das di du la le del della ter ten y".split()
)
_HONORIFIC = re.compile(
    r"(?:dr|prof|professor|mr|mrs|ms|amb|ambassador|gen|lt|col|maj|capt|adm|sen|rep|д-р|проф)\.?\s+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<role>(?:written|posted|published|reported|edited|updated|story|text|words|reporting|opinion|"
    r"analysis|"
    r"commentary|essay|column|report|guest post|reviewed|submitted|interview|interviewed|"
    r"(?:the )?interview was conducted)\s+by|by|author(?:s|\(s\))?:|автор(?:ы)?:|"
    r"autor(?:es)?:|auteur:|von|par|por|text:)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_MAYBE_LABEL = re.compile(r"[Bb][Yy]\b|[Aa]ut|[Аа]втор|[Vv]on |[Pp][ao]r |[Tt]ext:|AUTHOR|АВТОР")
_BEFORE_LABEL = re.compile(
    r"(?:^|[|•·/,;(–—-])\s*$|\d\s*(?:[ap]\.?m\.?\s*)?(?:[A-Z]{2,4}\s*)?$", re.IGNORECASE
)
"""What may stand before a label: the start, a separator, or a time of day with its zone."""
_ROLE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|staff|analyst|fellow|contribut|columnist|"
    r"journalist|author|"
    r"professor|expert|director|researcher|scholar|bureau|associated press|reuters|afp|ap|"
    r"(?-i:for|in)\s(?-i:[A-Z])|"
    r"политолог|журналист|корреспондент|эксперт|обозреватель|редактор|аналитик)",
    re.IGNORECASE,
)
_SMALL_IN_BYLINES = _PARTICLES | frozenset("and for in of at the и und et".split())
_MOST_SMALL_WORDS = 3
_MOST_WORDS = 12
_DASHES = ("—", "–", "-", "~")
_BARE_LABEL = re.compile(r"\W*(?:(?:written |posted )?by|authors?|автор)\W*$", re.IGNORECASE)
_ENDS_NAMES = re.compile(
    r"\s*(?:[|•·;/(\[–—@:]|\s-\s|\bin [A-Z]|\bfor\b|\bat\b|\bwith (?:[A-Z]{2,}\b|(?:news )?agencies)|"
    r"\bspecial to\b|\bfollow\b|\bon (?=[A-Z]|$)|-\s*$|\bpubli|\b[Uu]pdated\b|\bон?\b\d).*$"
)
_PLACE = re.compile(r"\s+in\s+[^\W\d_a-z][\w.-]*(?:\s[^\W\d_a-z][\w.-]*)?(?=,|\s+and\b|$)")
_HEADLINE_WORD = re.compile(
    r"\b(?:A|An|Is|Are|Was|Were|Has|Have|Will|Your|My|Its|Their|His|Her|This|That|More|How|Why|What|With|"
    r"To)\b"
)
"""Small words with a capital stand in headlines, and never beside the name in a byline."""
_JOINED = re.compile(r"[a-zа-яё]{3}(?<!itz)[A-ZА-ЯЁ]|\b[A-Z]{2}[a-z]{2}")
"""Words that a scraper ran together: "Business TownEntertainment"."""
_ROLE_BEFORE = re.compile(
    r"^(?:our\s)?(?:(?!staff)[\w-]+\s){0,2}(?:correspondent|reporter|editor|columnist),?\s(?=[A-Z])",
    re.IGNORECASE,
)
"""What the author is, before the name: "By Our Political Correspondent Jane Roe"."""
_ROLE_BETWEEN = re.compile(
    r",\s(?:[a-z-]+\s){0,3}(?:editor|correspondent|reporter|writer|columnist),?\sand\s", re.IGNORECASE
)
"""What one author is, before the next: "Jane Roe, political editor, and John Doe"."""
_SEPARATOR = re.compile(r"\s*(?:,|&|\band\b|\bи\b|\bund\b|\bet\b|\by\b)\s*")
_TOKEN = re.compile(r"[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?$")
_AGENCIES = (
    "associated press|reuters|agence france-presse|afp|ap|bloomberg(?: news)?|xinhua|tass|interfax|"
    "dpa|ansa|efe|"
    "anadolu(?: agency)?|press association|upi|kyodo|yonhap|ria novosti"
)
_AGENCY = re.compile(rf"(?:the )?(?:{_AGENCIES})", re.IGNORECASE)
_TRAILING_AGENCY = re.compile(rf"[\s,]+(?:the )?(?:{_AGENCIES})$", re.IGNORECASE)
_NEVER_IN_NAMES = frozenset(
    """a about advertisement affairs africa african agencies agency america american americas an
    analysis analyst anchor and april are army article articles asia asian assistant associate at
    august background baseball basketball bilateral board boys breaking bureau business by center
    central centre chief college columnist comment commentary comments conclusion conclusions
    contact content contributor cookie cookies correspondent council court courtesy credit culture
    cup daily december defence defense department deputy desk director east economy editor editorial
    editorials editors education email energy environment europe european exclusive expert facebook
    facts features february fellow file findings font football for foreign friday from full getty
    girls government group guest health high highlights hockey home host house how image images in
    inside institute international introduction is islamic january journal july june key kingdom
    latest law league listen live log look magazine march markets media menu middle military min
    minister ministry minutes mode monday more my national nations network new news newsletter next
    north november october of on opinion opinions or our overview page peace photo photograph photos
    play points policy political politics post president press previous prime print privacy producer
    professor quick read recommendations related relations report reporter reporters reports
    republic research review saturday school science search security senior september service
    services share sign size soccer society south special sponsored sport sports staff state states
    stories story street subscribe summary sunday tags takeaways team tech technology tennis terms
    that the this thursday times to today top topics travel trending tuesday twitter united
    university update updates us video videos view views war was watch wednesday weekly were west
    what when who why wire with world writer writers your
    black buy checks company death devices download fears free hello hi hong kong leader majority
    minority now only opening picks plans premium pro products request reserved rights shop themes
    trade мнение мнения новости редакция читать""".split()
)


def byline_names(text: str) -> tuple[str, ...]:
    """The people whom a byline names: "By Jane Roe and John Doe, Staff Writers" gives both.

    Empty when the line has no label such as "By", or names no person ("By Reuters Staff").
    """
    if len(text) > 300 or not _MAYBE_LABEL.search(text):
        return ()
    bare = _without_dates(text.strip(" ()[]"))
    for label in _LABEL.finditer(bare):
        if label["role"].lower().startswith("edited") or not _BEFORE_LABEL.search(bare[: label.start()]):
            continue
        names = _names(_ROLE_BEFORE.sub("", bare[label.end() :]))
        if names:
            return names
    return ()


def is_bare_byline_label(text: str) -> bool:
    """Whether a line is "By" alone, with the names on the next."""
    return bool(_BARE_LABEL.match(text))


def is_signature(text: str) -> bool:
    """Whether a line signs what stands above it: "— Jane Roe"."""
    return text.startswith(_DASHES) and "@" not in text and bool(line_names(text))


def line_names(text: str) -> tuple[str, ...]:
    """The people that a whole line consists of: "Jane Roe, John Doe"; with roles or a handle behind them.

    A heading of two capitalised words has the same shape: the caller needs further evidence.
    """
    if len(text) > 120 or text.endswith(("!", "?")):
        return ()
    words = text.lstrip(" ".join(_DASHES)).split()
    if not all(word[:1].isupper() or word.casefold() in _PARTICLES for word in words[:2]):
        return ()
    bare = _without_dates(text.lstrip(" ".join(_DASHES)))
    if len(bare.split()) > _MOST_WORDS or ":" in bare:
        return ()
    names = _names(bare)
    beside = bare.partition(names[-1])[2] if names else ""
    if _HEADLINE_WORD.search(beside):
        return ()
    if beside.lstrip().startswith(",") and not _ROLE.search(beside):
        return ()
    # "Jane Roe, a teacher in Leeds, said prices rose" opens with a name, but goes on in small letters.
    small = sum(word[:1].islower() and word.casefold() not in _SMALL_IN_BYLINES for word in words)
    return names if small <= _MOST_SMALL_WORDS else ()


def _without_dates(text: str) -> str:
    for mention in reversed(find_dates(text)):
        text = text[: mention.span.start].rstrip(" ,") + " | " + text[mention.span.end :]
    return text.strip(" ,|")


def _names(text: str) -> tuple[str, ...]:
    """Names at the start of `text`, up to the first part that is none."""
    bare_names = _ENDS_NAMES.sub("", _PLACE.sub("", _ROLE_BETWEEN.sub(", ", text))).strip().rstrip(".")
    parts = _SEPARATOR.split(_TRAILING_AGENCY.sub("", bare_names))
    names: list[str] = []
    for part in parts:
        bare = _HONORIFIC.sub("", part.strip())
        if not is_person_name(bare):
            break
        words = bare.split()
        half = len(words) // 2
        names.append(_spell(" ".join(words[:half] if words[:half] == words[half:] else words)))
    return tuple(dict.fromkeys(names))


def is_person_name(text: str) -> bool:
    """Whether `text` has the shape of a full name: two to five parts, each capitalised but for particles."""
    parts = text.split()
    if not 2 <= len(parts) <= 5 or not all(_TOKEN.match(part) for part in parts):
        return False
    if "'s" in text.replace("’", "'") or _JOINED.search(text):
        return False
    if _AGENCY.fullmatch(text) or any(part.casefold().rstrip(".") in _NEVER_IN_NAMES for part in parts):
        return False
    capitals = [
        part for part in parts if part[0].isupper() or part.lower().startswith(("al-", "el-", "ad-", "ash-"))
    ]
    lower = [part for part in parts if part not in capitals]
    long_enough = sum(len(part.rstrip(".")) > 1 for part in capitals) >= 1 and len(parts[-1].rstrip(".")) > 1
    return len(capitals) >= 2 and long_enough and all(part.casefold() in _PARTICLES for part in lower)


def _spell(name: str) -> str:
    """Shouted parts of names, but not initials, come down to title case; others stay as printed."""
    return " ".join(
        part.title() if part.isupper() and len(part.rstrip(".")) > 2 else part for part in name.split()
    )


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names in order, each person once whatever the letter case."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())
