"""What can be measured of a block without understanding it.

Nothing here knows a site: length, punctuation, letter case, position, neighbours, repetition, and a
few words that controls and notices of web pages share in every newspaper.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.text.cleaning.blocks import Block
from briefer.text.cleaning.shapes import ends_sentence

if TYPE_CHECKING:
    import numpy as np

# Chinese and Japanese have no spaces: two of their characters count as one word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W_]+(?:['’.-][^\W_]+)*")
_INNER_ENDS = (". ", "? ", "! ", "… ", "؟ ", "。", "！", "？")
_LINKED = re.compile(r"https?://|www\.|\w@\w|(?:^|\s)[@#]\w|[|©®»›→▶]|\w\.(?:com|org|net)\b")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_ADDRESS = frozenset("you your you're yours our we us".split())
_CONTROLS = frozenset(
    """subsc newsl sign regis log login logou cooki priva terms right copyr adver spons click tap share tweet
    faceb twitt insta whats pinte linke reddi email e-mai print comme reply repli poste post relat more read
    popul viewe trend recom lates follo downl app menu searc home skip back next previ loadi conti javas brows
    donat suppo conta about faq tag tags topic categ filed discl affil commi updat publi min mins vote votes
    ratin views photo image video getty reute capti credi edito подпи подел комме рекла читай новос теги источ
    фото teile komme anmel mehr daten impre parta abonn comme aussi compa comen suscr leer leia leggi condi
    udost komen czyta dela komme""".split()
)
"""First five letters of words on the controls and notices of web pages, in any newspaper."""
_CONTROL_LETTERS = 5
_SHORT_WORD = 4
"""Words of fewer letters, in small letters, are mostly articles and prepositions, in most languages."""
_LABEL = re.compile(
    r"(?:by|photos?|images?|pictures?|video|watch|listen|read|related|see also|more|tags?|topics?|"
    r"posted|published|"
    r"updated|last|first|copyright|©|follow|share|about|source|credit|advertisement|comments?|report(?:ing|ed)|"
    r"editing|written|this (?:article|story|post|site)|the views|views|disclaimer|note|correction|автор|фото|"
    r"читайте|теги|von|par|por|di|foto)\b",
    re.IGNORECASE,
)
_OPENS_COMMENTS = re.compile(
    r"\W*(?:\d[\d,]*\W*)?(?:(?:leave|post|add|write|show|view|join)\b.{0,20})?"
    r"\b(?:comments?|repl(?:y|ies)|responses|discussion|kommentare?|coment[aá]rios?|commentaires?|comentarios?|"
    r"commenti|комментарии?)\b",
    re.IGNORECASE,
)
_OPENS_RELATED = re.compile(
    r"\W*(?:related|more (?:from|on|in|stories|news|great|like)|read (?:more|next)|see also|trending|"
    r"recommended|"
    r"most (?:read|popular|viewed|shared)|popular|latest|top (?:stories|news)|you (?:may|might)|"
    r"also (?:on|read)|"
    r"don.t miss|our latest|up next|what to read|editor.s picks|recent|newsletter|about the author|follow us|"
    r"share this|tags?\b|filed under|sponsored|around the web|leia|veja|lire|читайте|weitere|mehr)",
    re.IGNORECASE,
)
_OPENING = 400
_HEAD = 200
"""A long block is judged by so many first characters: what it is shows at once."""
_HEADING_LENGTH = 60
"""A heading of comments or of related articles is shorter, in characters."""
_IS = (" is ", " was ", " are ")
_BIOGRAPHY = re.compile(
    r"\b(?:is|was|are) (?:an?|the|one)\b.{0,80}\b(?:writer|reporter|editor|journalist|correspondent|"
    r"author|fellow|"
    r"professor|columnist|analyst|director|blogger|freelance|researcher|founder|president|lecturer|contributor|"
    r"member|scholar|producer|candidate)",
    re.IGNORECASE,
)

FEATURES = (
    "words", "words>=5", "words>=10", "words>=25", "words>=60", "characters per word", "ends sentence",
    "ends with colon", "opens lower case", "opens bullet", "capitals", "shouted", "digits", "commas",
    "sentences", "quoted", "linked", "dated if short", "address", "controls", "controls if short", "label",
    "label if short", "biography", "short words", "repeats", "shared words", "shared words if long", "spaced",
    "spaced after", "run", "prose", "position", "prose before", "prose after", "prose gap before",
    "prose gap after", "in comments", "prose in comments", "under related", "prose under related",
    "link under related",
)  # fmt: skip
"""Names of what `measure_blocks` returns, in its order."""


def measure_blocks(blocks: Sequence[Block]) -> "np.ndarray":
    """One row for each block, one column for each of `FEATURES`; every value lies in about -1..4."""
    import numpy as np

    repeats = Counter(block.text.casefold() for block in blocks)
    own = np.array([_measure_text(block.text) for block in blocks], dtype=float).reshape(len(blocks), -1)
    prose = own[:, -1]
    is_long = own[:, 2]
    table = [own[:, :-1]]
    shared: np.ndarray = np.array(_shared_words(blocks, (prose > 0).tolist()), dtype=float)
    position = _position(own[:, 0], prose)
    comments, related = _sections(blocks, position[1])
    table += [
        np.array([min(2.0, math.log(repeats[block.text.casefold()])) for block in blocks]),
        shared,
        shared * is_long,
        *_layout(blocks),
        prose,
        *position,
        comments,
        comments * prose,
        related,
        related * prose,
        related * (1 - np.minimum(1, prose)),
    ]
    return np.column_stack(table)


def _measure_text(text: str) -> tuple[float, ...]:
    opening = text[:_OPENING]
    words = _WORD.findall(opening)
    sample = len(words) or 1
    # A text without spaces is counted by its letters, as `_WORD` does.
    count = max(sample, round(sample * len(text) / max(1, len(opening))))
    kinds = _count_words(words)
    is_short = count < 25
    ends = ends_sentence(text[-6:])
    damping = 1 + math.log(sample)
    control = min(4, kinds.controls) / damping
    label = bool(_LABEL.match(text.lstrip("•*-–— ([")))
    prose = ends and count >= 8 and kinds.short >= 0.15 * sample
    return (
        math.log1p(count if words else 0),
        count >= 5,
        count >= 10,
        count >= 25,
        count >= 60,
        min(20, len(text) / count) / 5,
        ends,
        text.endswith(":"),
        text[:1].islower(),
        text[:1] in "•*-–▪◦‣·",
        kinds.capitals / max(1, sample - 1),
        kinds.shouted / sample,
        kinds.digits / sample,
        min(1.0, 5 * sum(map(text.count, ",،、，")) / count),
        math.log1p(ends + sum(map(text.count, _INNER_ENDS))),
        any(quote in text for quote in '"“”«»„'),
        min(2, len(_LINKED.findall(text[:_HEAD]))) / damping,
        is_short and bool(_DATED.search(text)),
        min(4, kinds.address) / damping,
        control,
        control * is_short,
        label,
        label and is_short,
        any(verb in text[:_HEAD] for verb in _IS) and bool(_BIOGRAPHY.search(text[:_HEAD])),
        kinds.short / sample,
        prose * min(3.0, math.log1p(count) / 2),
    )


class _WordCounts(NamedTuple):
    """How many words are of a kind; `capitals` leaves out the first word, which every sentence has."""

    capitals: int
    shouted: int
    digits: int
    short: int
    address: int
    controls: int


def _count_words(words: Sequence[str]) -> _WordCounts:
    capitals = shouted = digits = short = address = controls = 0
    for word in words:
        lower = word.lower()
        if word[0].isdigit():
            digits += 1
        elif lower == word:
            short += len(word) < _SHORT_WORD
        else:
            capitals += 1
            shouted += len(word) > 1 and word.isupper()
        address += lower in _ADDRESS
        controls += lower[:_CONTROL_LETTERS] in _CONTROLS
    opens_with_capital = bool(words) and words[0][0].isupper()
    return _WordCounts(capitals - opens_with_capital, shouted, digits, short, address, controls)


def _shared_words(blocks: Sequence[Block], is_prose: Sequence[bool]) -> list[float]:
    """For each block, what share of its longer words other prose of the same file uses too."""
    vocabularies = [{word for word in block.text.casefold().split() if len(word) > 4} for block in blocks]
    used_by = Counter(
        word for words, counts in zip(vocabularies, is_prose, strict=True) if counts for word in words
    )
    return [
        sum(used_by[word] > counts for word in words) / len(words) if words else 0.0
        for words, counts in zip(vocabularies, is_prose, strict=True)
    ]


def _layout(blocks: Sequence[Block]) -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """Whether a blank line stands before, and after; and how many lines stand together."""
    import numpy as np

    spaced = np.array([block.is_spaced for block in blocks], dtype=float)
    group = np.cumsum(spaced).astype(int)
    size = np.bincount(group)[group] if len(blocks) else group
    return spaced, np.append(spaced[1:], 1.0)[: len(blocks)], np.minimum(np.log(np.maximum(size, 1)), 4)


def _position(length: "np.ndarray", prose: "np.ndarray") -> "tuple[np.ndarray, ...]":
    """Share of the file's words and of its prose that lies before, and how far the next prose is."""
    import numpy as np

    count = len(length)
    position = np.cumsum(length) / max(1.0, float(length.sum()))
    before = np.cumsum(prose) - prose
    total = max(1e-9, float(prose.sum()))
    places = np.arange(count)
    last = np.maximum.accumulate(np.where(prose > 0, places, -99)) if count else places
    last = np.append([-99], last[:-1])[:count]
    coming = np.where(prose > 0, places, count + 99)[::-1]
    coming = np.minimum.accumulate(coming)[::-1] if count else places
    coming = np.append(coming[1:], [count + 99])[:count]
    gap_before, gap_after = (np.log(np.minimum(30, gap)) for gap in (places - last, coming - places))
    return position, before / total, (total - before - prose) / total, gap_before, gap_after


def _sections(blocks: Sequence[Block], prose_before: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
    """Whether a heading of comments came before (0, 1); how near above is one of related articles (0..1)."""
    import numpy as np

    comments, related = np.zeros(len(blocks)), np.zeros(len(blocks))
    in_comments, nearness, fading = 0.0, 0.0, math.exp(-1 / 6)
    for index, block in enumerate(blocks):
        nearness *= fading
        if len(block.text) < _HEADING_LENGTH:
            if prose_before[index] > 0.1 and _OPENS_COMMENTS.match(block.text):
                in_comments = 1.0
            if _OPENS_RELATED.match(block.text):
                nearness = 1.0
        comments[index], related[index] = in_comments, nearness
    return comments, related
