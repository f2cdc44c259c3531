"""Nothing that is done to a draft is final."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from briefer.model import BriefSpec, Choice, Draft, History, Mark, Place, Span
from briefer.model.edits import move_sentence, number_choices, set_aside, toggle_mark, toggle_theme

EMPTY = Draft(BriefSpec(themes=(), as_of=date(2026, 1, 1)))
THEMES = ("arms-sales", "energy", "water")

steps = st.lists(
    st.one_of(
        st.tuples(st.just("theme"), st.sampled_from(THEMES)),
        st.tuples(st.just("mark"), st.integers(0, 4), st.sampled_from(Mark)),
        st.tuples(st.just("move"), st.integers(0, 4), st.sampled_from(THEMES)),
        st.tuples(st.just("aside"), st.sampled_from(["a", "b"])),
        st.tuples(st.just("assess"), st.sampled_from(THEMES), st.text(max_size=3)),
        st.just(("undo",)),
        st.just(("redo",)),
    ),
    max_size=30,
)


def take(step: tuple[object, ...], history: History) -> History:
    draft = history.now
    match step:
        case ("undo",):
            return history.undo()
        case ("redo",):
            return history.redo()
        case ("theme", str(name)):
            return history.edit(toggle_theme(draft, name))
        case ("mark", int(number), Mark() as mark):
            return history.edit(toggle_mark(draft, choice_on(draft, number), mark))
        case ("move", int(number), str(name)):
            return history.edit(move_sentence(draft, choice_on(draft, number), name))
        case ("aside", str(article)):
            return history.edit(set_aside(draft, {article}))
        case ("assess", str(name), str(text)):
            return history.edit(draft.assess(name, text))
    raise AssertionError(step)


def choice_on(draft: Draft, number: int) -> Choice:
    place = Place("a", Span(number, number + 1))
    return draft.choice_on("energy", place) or Choice("energy", place, "words")


@given(steps)
def test_undoing_everything_and_making_it_again_changes_nothing(taken: list[tuple[object, ...]]) -> None:
    history = History(EMPTY)
    for step in taken:
        history = take(step, history)
    undone = history
    for _ in history.past:
        undone = undone.undo()
    assert undone.now == EMPTY
    for _ in history.past:
        undone = undone.redo()
    assert undone == history


@given(steps)
def test_whatever_is_done_a_draft_decides_once_on_a_sentence_and_picks_a_theme_once(
    taken: list[tuple[object, ...]],
) -> None:
    history = History(EMPTY)
    for step in taken:
        history = take(step, history)
    places = [(choice.theme, choice.place) for choice in history.now.choices]
    assert len(set(places)) == len(places)
    assert len(set(history.now.spec.themes)) == len(history.now.spec.themes)
    assert not any(choice.is_empty for choice in history.now.choices)


def test_an_edit_that_changes_nothing_is_not_remembered() -> None:
    history = History(EMPTY)
    assert history.edit(EMPTY) is history


def test_kept_sentences_are_numbered_by_section_and_pinned_ones_together() -> None:
    draft = EMPTY
    for number, mark in enumerate((Mark.KEPT, Mark.PINNED, Mark.DROPPED, Mark.KEPT)):
        draft = toggle_mark(draft, choice_on(draft, number), mark)
    numbers = {place.span.start: number for (_, place), number in number_choices(draft).items()}
    assert numbers == {0: 1, 1: 1, 3: 2}
    later = draft.reorder(choice_on(draft, 0), 1)
    assert number_choices(later)["energy", Place("a", Span(0, 1))] == 2
