"""What changed from one edition to another, in the words of the command line."""

from collections.abc import Iterator

from briefer.cli.printing import count
from briefer.model import Brief, Changes, ChangeState
from briefer.rendering.wording import spell_day


def spell_changes(before: Brief, now: Brief, changes: Changes) -> Iterator[str]:
    """A line for each theme and for each sentence that is new or has moved on."""
    yield f"Changes since {_name(before)}, in {_name(now)}:"
    for theme in changes.themes:
        yield f"  {theme.title}: {theme.state}"
    quotes = {quote.number: quote for quote in now.quotes()}
    shown = 0
    for change in changes.sentences:
        if change.state is not ChangeState.UNCHANGED:
            quote = quotes[change.quote]
            yield f"  {change.state}: {quote.text} [{quote.citation.source} ¶{quote.citation.paragraph}]"
            shown += 1
    same = len(changes.sentences) - shown
    if same:
        yield (
            f"  {count(same, 'sentence')} stands as before"
            if same == 1
            else f"  {same} sentences stand as before"
        )
    if changes.is_none:
        yield "  No change."


def _name(brief: Brief) -> str:
    number = f"No. {brief.edition}" if brief.edition else brief.title
    return f"{number} ({spell_day(brief.as_of)})"
