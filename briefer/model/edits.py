"""What an analyst does to a draft with one key; each gives a new draft."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from briefer.model.choices import Choice, Mark, Place
from briefer.model.drafts import Draft
from briefer.model.evidence import Evidence
from briefer.model.findings import Waiver


def place_of(found: Evidence) -> Place:
    """The place by which a draft knows a sentence."""
    return Place(found.excerpt.sentence.article_id, found.excerpt.sentence.span)


def toggle_mark(draft: Draft, choice: Choice, mark: Mark) -> Draft:
    """The draft with this mark on a sentence, or without it where it has it already."""
    return draft.decide(replace(choice, mark=None if choice.mark is mark else mark))


def move_sentence(draft: Draft, choice: Choice, theme: str) -> Draft:
    """The draft with a sentence printed under another theme, or under its own again."""
    return draft.decide(replace(choice, moved_to=None if theme == choice.theme else theme))


def toggle_theme(draft: Draft, theme: str) -> Draft:
    """The draft with a theme picked, last, or no longer picked."""
    picked = draft.spec.themes
    themes = tuple(name for name in picked if name != theme) if theme in picked else (*picked, theme)
    return replace(draft, spec=replace(draft.spec, themes=themes))


def set_aside(draft: Draft, article_ids: Collection[str]) -> Draft:
    """The draft with exactly these articles left out."""
    return replace(draft, left_out=tuple(sorted(article_ids)))


def waive(draft: Draft, rule: str, reason: str) -> Draft:
    """The draft with a rule of the checks set aside for this reason; without one, it holds again."""
    others = tuple(waiver for waiver in draft.waivers if waiver.rule != rule)
    return replace(draft, waivers=(*others, Waiver(rule, reason)) if reason.strip() else others)


def number_choices(draft: Draft) -> Mapping[tuple[str, Place], int]:
    """The place of each kept sentence in its section and of each pinned one among the key points, from 1.

    By theme and place of the sentence.
    """
    counts: Counter[str] = Counter()
    numbers = {}
    for choice in draft.choices:
        if choice.is_printed:
            group = "" if choice.mark is Mark.PINNED else choice.printed_under
            counts[group] += 1
            numbers[choice.theme, choice.place] = counts[group]
    return numbers
