"""What a page says of the changes since the brief before: counts, names and dates, as in `wording`."""

from collections.abc import Sequence

from briefer.model import (
    Brief,
    Changes,
    ChangeState,
    CorrectedSource,
    Correction,
    PartialDate,
    Quote,
    RevisedFigure,
    Section,
    ThemeChange,
)
from briefer.rendering.wording import shorten, spell_day, spell_origin
from briefer.text.counted import spell_count, spell_list

_MARKS = {ChangeState.DEVELOPING: "developing", ChangeState.UNCHANGED: "carried over"}
_LONGEST_NAME = 60
_MOST_CORRECTIONS = 6


def spell_before(changes: Changes) -> str:
    """What the brief before is called: `No. 12`, or `the earlier brief` where it is of no series."""
    edition = changes.before.edition
    return "the earlier brief" if edition is None else f"No.\N{NO-BREAK SPACE}{edition}"


def spell_since(changes: Changes) -> str:
    """Since when: `since No. 12 (3 May 2031)` or `since the brief of 3 May 2031`."""
    day = spell_day(changes.before.as_of)
    is_numbered = changes.before.edition is not None
    return f"since {spell_before(changes)} ({day})" if is_numbered else f"since the brief of {day}"


def spell_changes(brief: Brief) -> tuple[tuple[str, str], ...]:
    """What has changed, each a label and what it is of; revised figures stand apart."""
    changes = brief.changes
    if changes is None:
        return ()
    before = spell_before(changes)
    said_again = f"{spell_count(changes.said_again, 'sentence')} of {before}, by further articles"
    lines = (
        ("New", _spell_printed(brief, ChangeState.NEW)),
        ("Developing", _spell_printed(brief, ChangeState.DEVELOPING)),
        ("Carried over", _spell_printed(brief, ChangeState.UNCHANGED)),
        ("Said again", said_again if changes.said_again else ""),
        ("Corrected sources", _spell_corrections(brief, changes.corrected)),
        ("Newly reported", _spell_titles(changes, ChangeState.NEW)),
        ("No new reporting", _spell_titles(changes, ChangeState.UNCHANGED)),
        ("No longer reported", _spell_titles(changes, ChangeState.GONE)),
        ("No longer followed", spell_list(changes.unasked)),
    )
    return tuple((label, said) for label, said in lines if said)


def spell_no_change(brief: Brief) -> str:
    """That nothing has changed, and how much stands; empty where something has."""
    changes = brief.changes
    if changes is None or not changes.is_none:
        return ""
    standing = sum(theme.standing for theme in changes.themes)
    gone = 0 if _is_of_other_articles(brief) else sum(theme.gone for theme in changes.themes)
    told = _spell_standing(standing, gone, spell_before(changes))
    return f"No change {spell_since(changes)}" + (f": {told}." if told else ".")


def spell_news(section: Section, brief: Brief) -> str:
    """What is new on a theme, and what stands: `2 new; 5 sentences of No. 12 stand`.

    Empty where the brief has none before.
    """
    if brief.changes is None:
        return ""
    change = brief.changes.of_theme(section.theme)
    if change.state is ChangeState.GONE:
        count = spell_count(change.standing + change.gone, "sentence")
        return f"{spell_before(brief.changes)} printed {count}".capitalize()
    counts = ((change.new, "new"), (change.developing, "developing"), (change.carried, "carried over"))
    printed = ", ".join(f"{number:,} {label}" for number, label in counts if number)
    if section.is_empty and _is_later(brief):
        return ""
    gone = 0 if _is_of_other_articles(brief) else change.gone
    standing = _spell_standing(change.standing, gone, spell_before(brief.changes))
    is_silent = change.state is ChangeState.UNCHANGED
    nothing = "No new reporting" if is_silent else "New reporting, in no sentence that can be printed"
    return "; ".join(part for part in (printed or nothing, standing) if part)


def spell_state(quote: Quote, brief: Brief) -> str:
    """`developing` or `carried over`; empty where a quote is new, or the brief has none before."""
    return _MARKS.get(brief.changes.of_quote(quote.number).state, "") if brief.changes else ""


def spell_place(quote: Quote, brief: Brief) -> str:
    """Where a quote is printed: `key point 1`, or the title of its section."""
    for place, point in enumerate(brief.key_points, start=1):
        if point.quote.number == quote.number:
            return f"key point {place}"
    return next(
        section.title
        for section in brief.sections
        if quote in (*section.summary, *section.evidence, *section.commentary)
    )


def get_revised(figure: RevisedFigure, brief: Brief) -> Quote:
    """The quote that has the amount now."""
    return next(quote for quote in brief.quotes() if quote.number == figure.quote)


def part_earlier(figure: RevisedFigure) -> tuple[str, str, str]:
    """The earlier sentence in three: what stands before its amount, the amount, and the rest."""
    text, then = figure.earlier.text, figure.then
    return text[: then.start], text[then.start : then.end], text[then.end :]


def _spell_printed(brief: Brief, state: ChangeState) -> str:
    """How many sentences are of a state, and which key points are."""
    if brief.changes is None:
        return ""
    numbers = {change.quote for change in brief.changes.sentences if change.state is state}
    points = [str(place) for place, point in enumerate(brief.key_points, 1) if point.quote.number in numbers]
    named = f"key point{'s' if len(points) > 1 else ''} {spell_list(points)}" if points else ""
    if not numbers or len(points) == len(numbers):
        return named
    return spell_count(len(numbers), "sentence") + (f", among them {named}" if named else "")


def _spell_titles(changes: Changes, state: ChangeState) -> str:
    return spell_list([theme.title for theme in changes.themes if _is_shown(theme) and theme.state is state])


def _is_shown(theme: ThemeChange) -> bool:
    """Whether there was or is anything on a theme."""
    return theme.state is not ChangeState.UNCHANGED or bool(theme.standing or theme.gone)


def _is_of_other_articles(brief: Brief) -> bool:
    """Whether it could not look at what the brief before drew on, so that nobody knows what still holds."""
    return _is_later(brief) or (brief.changes is not None and brief.changes.is_apart)


def _is_later(brief: Brief) -> bool:
    """Whether it is of days after the brief before alone: then that one's sources are not looked at again."""
    since = brief.period.since
    return since is not None and brief.changes is not None and since >= brief.changes.before.as_of


def _spell_standing(standing: int, gone: int, before: str) -> str:
    """`5 sentences printed in No. 12 stand, 2 are in no source any more`."""
    is_gone = f"{'is' if gone == 1 else 'are'} in no source any more"
    if standing:
        told = f"{spell_count(standing, 'sentence')} of {before} {'stands' if standing == 1 else 'stand'}"
        return told + (f", {gone:,} {is_gone}" if gone else "")
    return f"{spell_count(gone, 'sentence')} of {before} {is_gone}" if gone else ""


def _spell_corrections(brief: Brief, corrected: Sequence[CorrectedSource]) -> str:
    told = [_spell_correction(brief, found) for found in corrected[:_MOST_CORRECTIONS]]
    more = len(corrected) - len(told)
    return "; ".join([*told, *([f"and {spell_count(more, 'more', 'more')}"] if more else [])])


def _spell_correction(brief: Brief, found: CorrectedSource) -> str:
    source = next(source for source in brief.sources if source.number == found.source)
    name = f"source\N{NO-BREAK SPACE}{found.source} ({shorten(spell_origin(source), _LONGEST_NAME)})"
    if found.correction is Correction.TEXT:
        return f"{name} has another text"
    if found.correction is Correction.DATE:
        return f"{name} is {_spell_date(found.now)}, was {_spell_date(found.then)}"
    return f"{name} was taken for {shorten(found.then, _LONGEST_NAME) or 'one of no known outlet'}"


def _spell_date(iso: str) -> str:
    return f"dated {spell_day(PartialDate.from_iso(iso))}" if iso else "undated"
