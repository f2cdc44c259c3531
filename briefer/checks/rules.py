"""What a rule of the checks is, and what it looks at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefer.model import Brief, Finding, Quote, Section, Severity, Source
from briefer.text.sentences import find_sentences

_SENTENCE, _REWORDING = ", sentence ", ", rewording"

Breach = tuple[str, str]
"""Where a rule is broken, and the sentence that says how."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is checked: a brief and what it is held against.

    `texts` are the articles' own by id, as far as they are at hand; without them a quote is held only
    against its places. `likelihood` are the words that may say how likely something is, lower case.
    """

    brief: Brief
    texts: Mapping[str, str]
    likelihood: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `title` says what it finds, `reason` why that matters, `find` where it is broken."""

    id: str
    severity: Severity
    title: str
    reason: str
    way_out: str
    find: Callable[[Case], Iterator[Breach]]

    def apply(self, case: Case) -> Iterator[Finding]:
        """The findings of this rule, in the order in which a reader meets them."""
        for where, message in self.find(case):
            yield Finding(self.id, self.severity, where, message, self.way_out)


def iter_quotes(brief: Brief) -> Iterator[tuple[str, Quote]]:
    """Every quote in printing order, each with its place as a reader would name it."""
    for number, point in enumerate(brief.key_points, start=1):
        yield f"key point {number}", point.quote
    for number, section in _number(brief.sections):
        parts = (
            ("summary", section.summary),
            ("evidence", section.evidence),
            ("commentary", section.commentary),
        )
        for part, quotes in parts:
            for place, quote in enumerate(quotes, start=1):
                yield f"section {number} ({section.title}), {part} {place}", quote


def iter_written(brief: Brief) -> Iterator[tuple[str, str]]:
    """Every text of the analyst's that is not empty, with its place."""
    if brief.bottom_line:
        yield "bottom line", brief.bottom_line
    for number, section in _number(brief.sections):
        if section.assessment:
            yield _name_assessment(number, section), section.assessment
    for where, quote in iter_quotes(brief):
        if quote.rewording:
            yield f"{where}{_REWORDING}", quote.rewording


def find_subject(brief: Brief, finding: Finding) -> Quote | Section | Source | None:
    """What a finding is about: a quote, the section of an assessment or a source; None for all else."""
    places: dict[str, Quote | Section | Source] = dict(iter_quotes(brief))
    places |= {_name_assessment(number, section): section for number, section in _number(brief.sections)}
    places |= {f"source {source.number}": source for source in brief.sources}
    return places.get(finding.where.partition(_SENTENCE)[0].removesuffix(_REWORDING))


def iter_written_sentences(brief: Brief) -> Iterator[tuple[str, str]]:
    """Every sentence of the analyst's, with its place."""
    for where, text in iter_written(brief):
        for number, span in enumerate(find_sentences(text), start=1):
            yield f"{where}{_SENTENCE}{number}", text[span.start : span.end]


def _number(sections: Sequence[Section]) -> Iterator[tuple[int, Section]]:
    return enumerate(sections, start=1)


def _name_assessment(number: int, section: Section) -> str:
    return f"section {number} ({section.title}), assessment"
