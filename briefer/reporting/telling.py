"""What a mail says of the edition that it brings: in words of ours, and of the sources in quotes."""

from collections.abc import Iterator, Sequence

from briefer.model import Brief
from briefer.model.reports import Edition
from briefer.rendering import wording


def spell_subject(edition: Edition) -> str:
    """`Arms sales, No. 13, 9 November 2026`."""
    return f"{edition.title}, No. {edition.number}, {wording.spell_day(edition.as_of)}"


def spell_message(edition: Edition, brief: Brief, files: Sequence[str]) -> str:
    """The text of the mail: what the edition is about, its key points word for word, what is attached."""
    return "\n\n".join(_paragraphs(edition, brief, files)) + "\n"


def _paragraphs(edition: Edition, brief: Brief, files: Sequence[str]) -> Iterator[str]:
    if brief.handling:
        yield brief.handling
    yield f"{edition.title}\nNo. {edition.number}, {wording.spell_day(edition.as_of)}"
    period = wording.spell_period(brief)
    if period:
        yield f"{period}."
    if edition.is_empty:
        yield "There is nothing to report."
    if brief.bottom_line:
        yield f"Bottom line (analyst): {brief.bottom_line}"
    if brief.key_points:
        yield f"Key points, in the words of the sources. {' '.join(wording.spell_key(brief))}"
    sources = {source.number: source for source in brief.sources}
    for number, point in enumerate(brief.key_points, start=1):
        source = sources[point.quote.citation.source]
        said = f"{wording.spell_origin(source)}, {wording.spell_day(point.quote.published)}"
        yield f"{number}. “{point.quote.text}” [{wording.spell_cited(point.quote)}]\n   {said}"
    yield f"Attached: {', '.join(files)}"
