"""Rules on sources: who speaks, how many of them, when, and where nobody does."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from briefer.checks.rules import Breach, Case, Rule, iter_quotes
from briefer.model import Genre, Severity
from briefer.text.words import count_words

_MOST_WORDS = 400  # of one article, beyond which many publishers ask for permission
_FEWEST_POINTS = 3  # of one article, from which on the others seem to have been passed over


def _find_uncounted(case: Case) -> Iterator[Breach]:
    for number, point in enumerate(case.brief.key_points, start=1):
        if point.origins < 1:
            yield f"key point {number}", "It rests on one article, and is not labelled as a single source."


def _find_lone_voice(case: Case) -> Iterator[Breach]:
    points = case.brief.key_points
    cited = {point.quote.citation.source for point in points}
    if len(points) >= _FEWEST_POINTS and len(cited) == 1 and len(case.brief.sources) > 1:
        yield "key points", f"All of them are from source {min(cited)} of {len(case.brief.sources)}."


def _find_unlabelled_opinion(case: Case) -> Iterator[Breach]:
    genres = {source.number: source.genre for source in case.brief.sources}
    summaries = {quote.number for section in case.brief.sections for quote in section.summary}
    for where, quote in iter_quotes(case.brief):
        if genres.get(quote.citation.source) is not Genre.OPINION:
            continue
        if quote.number in summaries:  # which print no genre
            yield where, f"Source {quote.citation.source} is opinion, and a summary does not say so."
        elif quote.genre is not Genre.OPINION:
            yield where, f"Source {quote.citation.source} is opinion, and the quote does not say so."


def _find_long_quotation(case: Case) -> Iterator[Breach]:
    quoted: Counter[int] = Counter()
    for _, quote in iter_quotes(case.brief):
        quoted[quote.citation.source] += count_words(quote.text)
    for number in sorted(quoted):
        if quoted[number] > _MOST_WORDS:
            yield f"source {number}", f"{quoted[number]:,} of its words are quoted, more than {_MOST_WORDS}."


def _find_unnamed(case: Case) -> Iterator[Breach]:
    for source in case.brief.sources:
        if source.quotes and not (source.authors or source.outlet):
            yield f"source {source.number}", "Neither its author nor its outlet is known."


def _find_undated(case: Case) -> Iterator[Breach]:
    if case.brief.period.is_open:
        return
    for source in case.brief.sources:
        if source.quotes and source.published is None:
            message = "It has no date, so nobody can say that it belongs into the period."
            yield f"source {source.number}", message


def _find_no_day(case: Case) -> Iterator[Breach]:
    if case.brief.as_of == date.min:
        yield "masthead", "The brief does not say as of which day it speaks."


def _find_later(case: Case) -> Iterator[Breach]:
    day = case.brief.as_of
    if day == date.min:
        return
    for source in case.brief.sources:
        if source.quotes and source.published and source.published.earliest > day:
            yield (
                f"source {source.number}",
                f"It is of {source.published}, which is after {day}, the day of the brief.",
            )


def _find_denied(case: Case) -> Iterator[Breach]:
    for number, section in enumerate(case.brief.sections, start=1):
        if section.is_empty and (
            section.summary or section.evidence or section.commentary or section.key_points
        ):
            yield (
                f"section {number} ({section.title})",
                "It says that no reporting was found, and quotes some.",
            )


def _find_unsupported(case: Case) -> Iterator[Breach]:
    for number, section in enumerate(case.brief.sections, start=1):
        if section.is_empty and section.assessment:
            yield f"section {number} ({section.title})", "It is assessed, but no source speaks to it."


RULES = (
    Rule(
        "unlabelled-single-source",
        Severity.ERROR,
        "A key point of which the page does not say how many sources make it.",
        "What one article says weighs less than what three say. Each article counts as its own origin.",
        "Draft the brief again from its articles: each key point is then labelled.",
        _find_uncounted,
    ),
    Rule(
        "lone-voice",
        Severity.NOTE,
        "Key points that are all from one of several articles.",
        "A reader in a hurry then reads one source and takes it for all.",
        "Pin a sentence of another source in the draft.",
        _find_lone_voice,
    ),
    Rule(
        "unlabelled-opinion",
        Severity.ERROR,
        "Words of an opinion piece that do not say that they are opinion.",
        "Opinion among reporting is taken for reporting. It belongs among the commentary, or carries the "
        "label where an analyst makes a key point of it.",
        "Drop the sentence from the key points or summary; it is then printed as commentary.",
        _find_unlabelled_opinion,
    ),
    Rule(
        "long-quotation",
        Severity.NOTE,
        f"More than {_MOST_WORDS} words of one article, without what the annex prints around them.",
        "Much of one source is a copy of it, for which its publisher may have to be asked. How much may be "
        "quoted, the law of the place says; where nothing else is known, a few hundred words are the custom. "
        "Nothing is left out for this on its own: one long report may be all that there is.",
        "Drop some of its sentences, ask for a shorter brief, or waive this with the licence or permission.",
        _find_long_quotation,
    ),
    Rule(
        "unnamed-source",
        Severity.NOTE,
        "A cited article of which neither author nor outlet is known.",
        "A reader cannot weigh a source that has no name.",
        "Name its outlet in sources.toml, beside the article.",
        _find_unnamed,
    ),
    Rule(
        "undated-source",
        Severity.WARNING,
        "An undated article in a brief on a period.",
        "Old news passes for new when its date is not known.",
        "Date it in sources.toml, beside the article, or do not keep undated articles.",
        _find_undated,
    ),
    Rule(
        "missing-as-of",
        Severity.ERROR,
        "A brief without the day as of which it speaks.",
        "A brief is read long after it was made, and everything in it is as old as that day.",
        "Say as of which day it speaks.",
        _find_no_day,
    ),
    Rule(
        "later-source",
        Severity.WARNING,
        "A cited article that was published after the day of the brief.",
        "A brief cannot know what came later: either of the two dates is wrong.",
        "Take a later day for the brief, or correct the date in sources.toml beside the article.",
        _find_later,
    ),
    Rule(
        "denied-quote",
        Severity.ERROR,
        "A section that says that no reporting was found, and has quotes.",
        "One of the two is not so, and a reader cannot tell which.",
        "Draft the brief again from its articles.",
        _find_denied,
    ),
    Rule(
        "assessment-without-evidence",
        Severity.WARNING,
        "An assessment of a theme on which no reporting was found.",
        "A judgement that rests on nothing in the brief looks as if the sources bore it out.",
        "Take it out, move it to the bottom line, or waive this with what it rests on.",
        _find_unsupported,
    ),
)
