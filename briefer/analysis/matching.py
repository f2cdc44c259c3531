"""Where the terms of themes are mentioned in a text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, product
from types import MappingProxyType
from typing import NamedTuple

from briefer.model import Span, Term, Theme
from briefer.text.words import FUNCTION_WORDS, Word, find_words, spell_words, stem

# What may stand between two words of one phrase. A comma, a colon, a bracket or a dash parts phrases.
_INSIDE_PHRASE = re.compile(r"[\s.'\"‘’“”«»/&\-‐‑–]*")

# Stems of American spellings, and those of the British ones that they are taken for.
_SPELLINGS = {
    "armor": "armour",
    "center": "centr",
    "defens": "defenc",
    "fuel": "fuell",
    "harbor": "harbour",
    "labor": "labour",
    "licens": "licenc",
    "neighbor": "neighbour",
    "program": "programm",
    "rumor": "rumour",
    "theater": "theatr",
}


# Words that are also written as two. They are read as two, so that no spelling hides what they are made of.
_COMPOUNDS = """
    air-drop air-strike anti-corruption anti-government anti-terrorism anti-terrorist battle-field
    battle-front bunker-buster by-election cease-fire coal-fired counter-attack counter-espionage
    counter-insurgency counter-intelligence counter-offensive counter-terrorism counter-terrorist cross-fire
    cyber-attack cyber-command cyber-crime cyber-criminal cyber-defence cyber-espionage cyber-incident
    cyber-intrusion cyber-operation cyber-sabotage cyber-security cyber-space cyber-threat cyber-unit
    cyber-war cyber-warfare cyber-weapon de-radicalisation de-radicalization deep-fake fighter-bomber
    front-line hyper-inflation load-shedding non-lethal non-proliferation re-elected re-export run-off
    spear-phishing tip-off
""".split()
# Endings that the stemmer takes off, though they make another word: firefighters are in no firefight, and
# what is repulsive repulsed nobody.
_TELLING_ENDING = re.compile(r"(er(?=ed|ing|s?$)|ism|ist|ive)(?:ed|ing|s|ly)?$", re.IGNORECASE)

_CUTS = {stem(word.replace("-", "")): word.index("-") for word in _COMPOUNDS}
"""By the stem of a compound: how many letters its first word has."""


_BROAD = 50  # terms: those that ship have three times as many, those typed in a hurry a handful
_NOTHING: Counter[tuple[str, ...]] = Counter()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a term of a theme stands. `span` is in the text that was searched."""

    theme: str
    term: Term
    span: Span


class _Pattern(NamedTuple):
    """One spelling of a term, or of a phrase that only looks like one (`term` is None)."""

    theme: str
    term: Term | None
    written: tuple[str, ...]  # compared too when the term is exact, else empty
    near: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Matcher:
    """The terms of themes, indexed so that one pass over a text finds them all.

    `lengths` tells for the stem of a first word how many words its patterns have, longest first;
    `patterns` holds them by the stems of all their words, exclusions first. `broad` names the themes with
    so many terms that an article on them has more than one.
    """

    lengths: Mapping[str, tuple[int, ...]]
    patterns: Mapping[tuple[str, ...], tuple[_Pattern, ...]]
    broad: frozenset[str]

    def find_mentions(self, sentence: str) -> tuple[Mention, ...]:
        """Every mention of every term in a sentence or headline, also where mentions overlap.

        In order of their first word; of those, the longest first. Not counted is a mention inside a
        phrase that its theme excludes, and one whose `near` words all stand outside the sentence, further
        off than `within`, or inside such a phrase: no fish tank is a tank.
        """
        words = _find_single_words(sentence)
        stems = tuple(map(_common_stem, words))
        found = tuple(self._iter_found(sentence, words, stems))
        excluded: dict[str, list[tuple[int, int]]] = {}
        for pattern, first, end in found:
            if pattern.term is None:
                excluded.setdefault(pattern.theme, []).append((first, end))
        company = {
            theme: _leave_out(stems, excluded.get(theme, ()))
            for theme in {pattern.theme for pattern, _, _ in found if pattern.near}
        }
        counts = {theme: _count(kept) for theme, kept in company.items()}
        mentions = []
        for pattern, first, end in found:
            if pattern.term is None or _lies_in(first, end, excluded.get(pattern.theme, ())):
                continue
            nearby = counts.get(pattern.theme, _NOTHING)
            if pattern.near and (within := pattern.term.within) is not None:
                nearby = _count(company[pattern.theme][max(0, first - within) : end + within])
            if not pattern.near or _has_near(pattern.near, nearby, stems[first:end]):
                span = Span(words[first].start, words[end - 1].end)
                mentions.append(Mention(pattern.theme, pattern.term, span))
        return tuple(mentions)

    def _iter_found(
        self, sentence: str, words: Sequence[Word], stems: tuple[str, ...]
    ) -> Iterator[tuple[_Pattern, int, int]]:
        """Each pattern that stands at `words[first:end]`. What it lies in comes before it."""
        in_capitals = sentence.isupper()
        for first, opening in enumerate(stems):
            for length in self.lengths.get(opening, ()):
                end = first + length
                patterns = self.patterns.get(stems[first:end], ()) if end <= len(stems) else ()
                if not patterns or not _is_one_phrase(words[first:end], sentence):
                    continue
                for pattern in patterns:
                    if _is_as_written(words[first:end], pattern.written, in_capitals):
                        yield pattern, first, end


def build_matcher(themes: Iterable[Theme]) -> Matcher:
    """Index the terms and the excluded phrases of `themes`."""
    patterns: dict[tuple[str, ...], list[_Pattern]] = {}
    broad = set()
    for theme in themes:
        if len(theme.lexicon.terms) >= _BROAD:
            broad.add(theme.name)
        for phrase in theme.lexicon.excluded:
            for stems in phrase_forms(phrase):
                patterns.setdefault(stems, []).append(_Pattern(theme.name, None, (), frozenset()))
        for term in theme.lexicon.terms:
            near = frozenset(stems for phrase in term.near for stems in phrase_forms(phrase))
            for stems, words in phrase_forms(term.phrase).items():
                written = tuple(map(_bare, words)) if term.exact else ()
                pattern = _Pattern(theme.name, term, written, near)
                patterns.setdefault(stems, []).append(pattern)
                # A stemmer leaves the plural of an acronym as it is: MPs, ICBMs.
                plural = (*stems[:-1], _telling_stem(words[-1] + "s"))
                if term.exact and plural != stems:
                    patterns.setdefault(plural, []).append(pattern)
    lengths: dict[str, set[int]] = {}
    for stems in patterns:
        lengths.setdefault(stems[0], set()).add(len(stems))
    return Matcher(
        lengths={first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        patterns={
            stems: tuple(sorted(found, key=lambda pattern: pattern.term is not None))
            for stems, found in patterns.items()
        },
        broad=frozenset(broad),
    )


@lru_cache(maxsize=1 << 15)
def phrase_forms(phrase: str) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The sequences of words that a phrase stands for: for each its stems, and the words as written.

    A hyphen leaves the spelling open: "air-strike" stands for "air strike", "air-strike" and
    "airstrike", and "F-16" also for "F16". Phrases that share stems match the same words, and
    so do "defence" and "defense".
    """
    spellings = []
    for compound in phrase.split():
        joined = (compound.replace("-", ""),) if "-" in compound else ()
        spellings.append([_find_single_words(spelling) for spelling in (compound, *joined)])
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    for choice in product(*spellings):
        words = tuple(chain.from_iterable(choice))
        if words:
            forms.setdefault(tuple(map(_common_stem, words)), tuple(word.text for word in words))
    return MappingProxyType(forms)


def find_stems(text: str) -> tuple[str, ...]:
    """The stems of a text in order: what `Matcher.find_mentions` compares with those of its patterns."""
    words = spell_words(text)
    if _CUTS.keys().isdisjoint(map(stem, words)):
        return tuple(map(_telling_stem, words))
    return tuple(map(_common_stem, _find_single_words(text)))


def _find_single_words(text: str) -> tuple[Word, ...]:
    """Every word of `text`, in order, compounds as two."""
    words = find_words(text)
    if not any(word.stem in _CUTS for word in words):
        return words
    return tuple(chain.from_iterable(map(_part_compound, words)))


def _part_compound(word: Word) -> tuple[Word, ...]:
    cut = _CUTS.get(word.stem)
    if cut is None:
        return (word,)
    first, second, middle = word.text[:cut], word.text[cut:], word.start + cut
    return (Word(word.start, middle, first, stem(first)), Word(middle, word.end, second, stem(second)))


def _common_stem(word: Word) -> str:
    return _telling_stem(word.text)


@lru_cache(maxsize=1 << 18)
def _telling_stem(word: str) -> str:
    """The stem under which British and American spellings are one, and who does a thing is not the thing."""
    found = stem(word)
    ending = _TELLING_ENDING.search(_bare(word))
    if ending and len(found) <= ending.start():
        return found + ending[1].casefold()
    return _SPELLINGS.get(found, found)


def _bare(written: str) -> str:
    """The word without dots and without the ending of a possessive, in its own case."""
    return written.replace(".", "").replace("’", "'").removesuffix("'s").removesuffix("'")


def _is_one_phrase(words: Sequence[Word], text: str) -> bool:
    return all(_INSIDE_PHRASE.fullmatch(text, left.end, right.start) for left, right in pairwise(words))


def _is_as_written(words: Sequence[Word], written: tuple[str, ...], in_capitals: bool) -> bool:
    """Whether the words are written as an exact term asks; any other term asks nothing."""
    if not written:
        return True
    # In a headline set in capitals, IS, US and WHO may be the common words.
    if in_capitals and all(word.casefold() in FUNCTION_WORDS for word in written):
        return False
    return all(_is_written(word.text, wanted) for word, wanted in zip(words, written, strict=True))


def _is_written(word: str, wanted: str) -> bool:
    """Whether `word` is `wanted`, in any case if that has no capital, or its plural: F-16s, MPs."""
    bare = _bare(word)
    if wanted.islower():
        return bare.casefold() == wanted
    return bare == wanted or (bare == wanted + "s" and not wanted[-1].islower())


def _lies_in(first: int, end: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= first and end <= until for start, until in places)


def _leave_out(stems: Sequence[str], places: Iterable[tuple[int, int]]) -> Sequence[str]:
    """The stems with nothing where `places` are."""
    kept = list(stems)
    for first, end in places:
        kept[first:end] = [""] * (end - first)
    return kept


def _count(stems: Sequence[str]) -> Counter[tuple[str, ...]]:
    """How often each word and each pair of words stands in a text."""
    return Counter(chain(((stem,) for stem in stems), pairwise(stems)))


def _has_near(
    near: frozenset[tuple[str, ...]], counts: Counter[tuple[str, ...]], inside: Sequence[str]
) -> bool:
    """Whether one of the words or pairs stands in the sentence, and not in the mention itself."""
    within = _count(inside)
    return any(counts[stems] > within[stems] for stems in near)
