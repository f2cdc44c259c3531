"""What the analyst decided and wrote on the way to a brief.

A draft is a value: every edit gives a new one, so that undoing is keeping the old. It refers to
sentences by their place, and says nothing of the ones that nobody touched.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from briefer.model.articles import Article
from briefer.model.briefs import BriefSpec
from briefer.model.choices import Choice, Mark, Place
from briefer.model.evidence import Evidence
from briefer.model.findings import Waiver

DRAFT_SUFFIX = ".briefer.toml"
"""How the name of a draft's file ends."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief in the making: what is asked, decided and written.

    `paths` are the inputs as they were given; or `library` is what is searched for in the library, an empty
    text for all that it holds. `choices` stand in the order in which kept and pinned
    sentences are printed. `assessments` hold the analyst's text by theme name. Texts may be empty.
    `waivers` set rules of the checks aside. `output` is the file to print to, where one was named.
    """

    spec: BriefSpec
    paths: tuple[Path, ...] = ()
    left_out: tuple[str, ...] = ()  # ids of articles that the analyst set aside
    choices: tuple[Choice, ...] = ()
    bottom_line: str = ""
    assessments: tuple[tuple[str, str], ...] = field(default=())
    waivers: tuple[Waiver, ...] = ()
    output: Path | None = None
    library: str | None = None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing is decided or written yet."""
        written = self.bottom_line.strip() or self.assessments or self.waivers
        return not (self.left_out or self.choices or written)

    def has_repairs(self, place: Place) -> bool:
        """Whether words of ours may be supplied in brackets to the sentence at a place."""
        return self.spec.repairs and all(choice.repairs or choice.place != place for choice in self.choices)

    def choice_on(self, theme: str, place: Place) -> Choice | None:
        """What was decided on a sentence under a theme."""
        return next((found for found in self.choices if (found.theme, found.place) == (theme, place)), None)

    def choice_for(self, found: Evidence, article: Article) -> Choice:
        """What was decided on a piece of evidence, or a choice that decides nothing, to go on from."""
        sentence = found.excerpt.sentence
        place = Place(sentence.article_id, sentence.span)
        theme = found.score.theme
        return self.choice_on(theme, place) or Choice(theme, place, article.words(found.excerpt.span))

    def assessment_of(self, theme: str) -> str:
        """What the analyst wrote on a theme, or nothing."""
        return dict(self.assessments).get(theme, "")

    def decide(self, choice: Choice) -> "Draft":
        """The draft with this decision in the place of an earlier one on the same sentence and theme."""
        kept = [found for found in self.choices if (found.theme, found.place) != (choice.theme, choice.place)]
        if choice.is_empty:
            return replace(self, choices=tuple(kept))
        position = next(
            (
                index
                for index, found in enumerate(self.choices)
                if (found.theme, found.place) == (choice.theme, choice.place)
            ),
            len(kept),
        )
        return replace(self, choices=(*kept[:position], choice, *kept[position:]))

    def reorder(self, choice: Choice, by: int) -> "Draft":
        """The draft with a decision moved `by` places among the ones that are printed with it.

        Those are the pinned ones for a pinned sentence, and the kept ones of its theme for a kept one.
        Moving past the first or last leaves it there. `choice` must be one of the draft's.
        """
        group = [found for found in self.choices if _printed_together(found, choice)]
        here = group.index(choice)
        there = min(max(here + by, 0), len(group) - 1)
        group.insert(there, group.pop(here))
        reordered = iter(group)
        return replace(
            self,
            choices=tuple(
                next(reordered) if _printed_together(found, choice) else found for found in self.choices
            ),
        )

    def assess(self, theme: str, text: str) -> "Draft":
        """The draft with the analyst's text on a theme; empty text takes it out."""
        others = [(name, written) for name, written in self.assessments if name != theme]
        return replace(self, assessments=(*others, (theme, text)) if text.strip() else tuple(others))


def _printed_together(one: Choice, other: Choice) -> bool:
    if one.mark is Mark.PINNED or other.mark is Mark.PINNED:
        return one.mark is other.mark
    return one.is_kept is other.is_kept and one.printed_under == other.printed_under
