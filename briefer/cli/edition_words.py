"""What changed from one edition to another, in the words of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefer.model import Brief, Changes, ChangeState, Quote
from briefer.rendering import news, wording


def spell_diff(now: Brief, changes: Changes, unsaid: Sequence[Quote]) -> Iterator[str]:
    """What the page would say of the changes, then each sentence that is new, moved on or is not said now.

    `unsaid` are the last: those of the edition before that nothing here says.
    """
    compared = replace(now, changes=changes)
    yield f"Changes in No. {now.edition} ({wording.spell_day(now.as_of)}) {news.spell_since(changes)}"
    if changes.is_none:
        yield news.spell_no_change(compared)
    for label, said in news.spell_changes(compared) if not changes.is_none else ():
        yield f"{label}: {said}"
    for figure in changes.revised:
        quote = news.get_revised(figure, compared)
        yield f"  revised: {figure.amount}, earlier {news.part_earlier(figure)[1]}"
        yield f"    {quote.text} [{wording.spell_cited(quote)}]"
    for quote in now.quotes():
        state = changes.of_quote(quote.number).state
        if state is not ChangeState.UNCHANGED:
            yield f"  {state}: {quote.text} [{wording.spell_cited(quote)}]"
    before = news.spell_before(changes)
    for quote in unsaid:
        yield f"  not printed again: {quote.text} [{wording.spell_cited(quote)} of {before}]"
