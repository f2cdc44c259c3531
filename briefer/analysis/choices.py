"""What the analyst decided, applied to the evidence at hand.

A sentence that is kept, pinned or moved is printed whatever its score, and even where it cannot be read
alone: the analyst has seen it. It is printed once, as a key point before anywhere else. A dropped
sentence is not printed under any theme, nor is one that says the same, unless the analyst asks for it
there; it still counts among those that were found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefer.errors import TrimRefused
from briefer.model import (
    Article,
    Choice,
    Draft,
    Evidence,
    Excerpt,
    Mark,
    Place,
    Sentence,
    Span,
    ThemeScore,
)
from briefer.text.excerpts import find_excerpt
from briefer.text.passages import split_passages
from briefer.text.sentences import split_sentences
from briefer.text.trimming import add_cut, find_harm

_GONE = "its file has changed or is not there any more"
_OUTSIDE = "its article is outside the period"
_OTHER_WORDS = "other words stand at its place now"


class StaleChoice(NamedTuple):
    """A choice that cannot be followed, wholly or in part, and why, in a few words."""

    choice: Choice
    reason: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be printed whatever its score, and what is left to choose from.

    `pinned` and, by theme name, `kept` stand in the draft's order; no two of them share characters.
    `dropped` are the excerpts of dropped sentences, without what they carry. `found` is all evidence by
    theme name, moved sentences under their new theme; `cuts` says what is left out of trimmed ones.
    """

    pinned: tuple[Evidence, ...]
    kept: Mapping[str, tuple[Evidence, ...]]
    dropped: tuple[Excerpt, ...]
    found: Mapping[str, tuple[Evidence, ...]]
    cuts: Mapping[Evidence, tuple[Span, ...]]


def settle_choices(
    draft: Draft, articles: Sequence[Article], evidence: Mapping[str, Sequence[Evidence]]
) -> Settled:
    """Apply the choices of a draft to the evidence of each theme, in the order of `evidence`.

    Choices on articles or under themes that are not asked for lie idle.
    """
    by_id = {article.id: article for article in articles}
    resolved = [
        (_without_harm(choice, found, by_id[choice.place.article_id]), found)
        for choice, found in _resolve(draft.choices, by_id, evidence)
        if found and choice.printed_under in evidence
    ]
    printed = {choice.place for choice, _ in resolved if choice.is_printed}
    dropped = tuple(
        replace(found.excerpt, span=found.excerpt.sentence.span)
        for choice, found in resolved
        if choice.mark is Mark.DROPPED and choice.place not in printed
    )
    taken = [Place(excerpt.sentence.article_id, excerpt.span) for excerpt in dropped]
    pinned = _take([pair for pair in resolved if pair[0].mark is Mark.PINNED], taken)
    kept = {
        theme: _take([pair for pair in resolved if pair[0].is_kept and pair[0].printed_under == theme], taken)
        for theme in evidence
    }
    unmarked = {found: choice.cuts for choice, found in resolved if not choice.is_printed}
    cuts = {
        **unmarked,
        **pinned,
        **{found: cut for section in kept.values() for found, cut in section.items()},
    }
    return Settled(
        pinned=tuple(pinned),
        kept={theme: tuple(section) for theme, section in kept.items()},
        dropped=dropped,
        found=_move(resolved, evidence),
        cuts={found: cut for found, cut in cuts.items() if cut},
    )


def find_stale_choices(
    draft: Draft, read: Sequence[Article], used: Sequence[Article], evidence: Mapping[str, Sequence[Evidence]]
) -> tuple[StaleChoice, ...]:
    """The choices that cannot be followed: of all articles `read`, only those `used` may be printed.

    What the analyst does not ask for now, a theme or an article left out, is not stale.
    """
    known = {article.id for article in read}
    used_by_id = {article.id: article for article in used}
    stale = []
    for choice, found in _resolve(draft.choices, used_by_id, evidence):
        article_id = choice.place.article_id
        if article_id in draft.left_out or choice.printed_under not in evidence:
            continue
        if article_id not in known:
            stale.append(StaleChoice(choice, _GONE))
        elif article_id not in used_by_id:
            stale.append(StaleChoice(choice, _OUTSIDE))
        elif found is None:
            stale.append(StaleChoice(choice, _OTHER_WORDS))
        elif harm := _find_harm(choice, found, used_by_id[article_id]):
            stale.append(StaleChoice(choice, f"printed whole: {harm}"))
    return tuple(stale)


def trim(choice: Choice, found: Evidence, article: Article, cut: Span) -> Choice:
    """The choice with one more part of the article's text left out of what is shown.

    Raises:
        TrimRefused: the part is no whole phrase inside what is shown, or what is left would say
            something else or could not be read alone; the message says which.
    """
    cuts = add_cut(article.text, choice.cuts, cut)
    harm = _find_harm(replace(choice, cuts=cuts), found, article)
    if harm:
        raise TrimRefused(" ".join(article.words(cut).split()), harm)
    return replace(choice, cuts=cuts)


def _resolve(
    choices: Sequence[Choice], articles: Mapping[str, Article], evidence: Mapping[str, Sequence[Evidence]]
) -> Iterator[tuple[Choice, Evidence | None]]:
    """Every choice with the evidence it is on, under the theme it is printed in.

    None where article, sentence or words are not there.
    """
    wanted = {key for choice in choices for key in _keys(choice)}
    at_hand = {
        key: found
        for theme in dict.fromkeys(theme for theme, _ in wanted)
        for found in evidence.get(theme, ())
        if (key := (theme, _place_of(found.excerpt.sentence))) in wanted
    }
    for choice in choices:
        article = articles.get(choice.place.article_id)
        found = next((at_hand[key] for key in _keys(choice) if key in at_hand), None)
        if article and not found:
            found = _make_evidence(choice, article)
        if article and found and _still_says(choice, found, article):
            yield choice, replace(found, score=replace(found.score, theme=choice.printed_under))
        else:
            yield choice, None


def _place_of(sentence: Sentence) -> Place:
    return Place(sentence.article_id, sentence.span)


def _keys(choice: Choice) -> tuple[tuple[str, Place], ...]:
    return ((choice.printed_under, choice.place), (choice.theme, choice.place))


def _make_evidence(choice: Choice, article: Article) -> Evidence | None:
    """Evidence of a sentence in which no term of the theme was found."""
    for passage in split_passages(split_sentences(article)):
        if passage.sentence.span == choice.place.span:
            excerpt = find_excerpt(article, passage, repairs=choice.repairs)
            return Evidence(excerpt, ThemeScore(choice.theme, passage, 0.0, ()), 1.0)
    return None


def _still_says(choice: Choice, found: Evidence, article: Article) -> bool:
    words = choice.words.split()
    if not words:
        return True  # it comes from a brief, which keeps no words that were dropped
    alone = article.words(found.excerpt.sentence.span).split()
    # It may have been chosen with the sentence before, which a repair has made needless since.
    return words == article.words(found.excerpt.span).split() or words[-len(alone) :] == alone


def _without_harm(choice: Choice, found: Evidence, article: Article) -> Choice:
    return replace(choice, cuts=()) if _find_harm(choice, found, article) else choice


def _find_harm(choice: Choice, found: Evidence, article: Article) -> str | None:
    if not choice.cuts:
        return None
    language = article.language.value if article.language else "en"
    return find_harm(article.text, found.excerpt.span, choice.cuts, language=language)


def _take(
    resolved: Sequence[tuple[Choice, Evidence]], taken: list[Place]
) -> Mapping[Evidence, tuple[Span, ...]]:
    """The evidence to print, with its cuts; adds to what is `taken`.

    A sentence is shown without the one before where that is taken; one that is taken itself is passed over.
    """
    chosen: dict[Evidence, tuple[Span, ...]] = {}
    for choice, found in resolved:
        alone = replace(found.excerpt, span=found.excerpt.sentence.span)
        excerpt = next((shown for shown in (found.excerpt, alone) if not _is_taken(shown, taken)), None)
        if excerpt:
            taken.append(Place(excerpt.sentence.article_id, excerpt.span))
            # What may be cut was judged on all that the excerpt shows.
            chosen[replace(found, excerpt=excerpt)] = choice.cuts if excerpt == found.excerpt else ()
    return chosen


def _is_taken(excerpt: Excerpt, taken: Sequence[Place]) -> bool:
    return any(
        place.article_id == excerpt.sentence.article_id
        and place.span.start < excerpt.span.end
        and excerpt.span.start < place.span.end
        for place in taken
    )


def _move(
    resolved: Sequence[tuple[Choice, Evidence]], evidence: Mapping[str, Sequence[Evidence]]
) -> Mapping[str, tuple[Evidence, ...]]:
    """The evidence of every theme after sentences were moved, and with those that only the analyst found."""
    printed = [(choice, found) for choice, found in resolved if choice.is_printed]
    away = {(choice.theme, choice.place) for choice, _ in printed if choice.printed_under != choice.theme}
    pools = {
        theme: dict.fromkeys(
            found for found in pool if (theme, _place_of(found.excerpt.sentence)) not in away
        )
        for theme, pool in evidence.items()
    }
    for choice, found in printed:
        pools[choice.printed_under][found] = None
    return {theme: tuple(pool) for theme, pool in pools.items()}
