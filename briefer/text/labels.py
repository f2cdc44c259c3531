"""What a label above a headline says of an article: "Opinion", "Policy Paper 2026/04", "Press release"."""

import re

from briefer.model import Genre

_I = re.IGNORECASE
_NUMBER = r"(?:\W*(?:no\.?|number|issue|vol\.?)?\W*\d[\d/.–-]{0,11})?"
_OPINION = re.compile(
    r"\W*(?:opinions?|op-?eds?|editorials?|commentar(?:y|ies)|comment|viewpoints?|point of view|perspective|"
    r"column|argument|guest (?:column(?:ist)?|essay|opinion|comment(?:ary)?)|letters? to the editor|"
    r"мнени[ея])\W*",
    _I,
)
_COMMENTARY = re.compile(r"\W*commentar(?:y|ies)\W*", _I)
"""What institutes call their analyses, and newspapers their opinions."""
_ANALYSIS = re.compile(r"\W*(?:(?:news )?(?:analysis|explainer|backgrounder)|explained|аналитика)\W*", _I)
_PAPER = re.compile(
    r"\W*(?:(?:policy|research|working|briefing|occasional|issue|discussion) "
    rf"(?:papers?|briefs?|reports?|notes?)|policy briefing){_NUMBER}\W*",
    _I,
)
_RELEASE = re.compile(rf"\W*(?:press|news|media) (?:release|statement){_NUMBER}\W*", _I)
_TRAIL_STEP = re.compile(r"\s*[>»›]\s*|\s+/\s+")
_TRAIL_HOME = re.compile(r"\W*(?:home(?: ?page)?|front page|start|startseite|accueil|inicio)\W*", _I)
_MOST_STEPS = 5
"""A line with more is a menu."""


def read_label(text: str) -> Genre | None:
    """The genre that a line is the label of, or the trail of sections: "Opinion", "Home > Opinion > Asia"."""
    if is_paper_label(text) or _ANALYSIS.fullmatch(text):
        return Genre.ANALYSIS
    if _OPINION.fullmatch(text):
        return Genre.OPINION
    found = {read_label(step) for step in _steps(text) if not _COMMENTARY.fullmatch(step)} - {None}
    return found.pop() if len(found) == 1 else None


def _steps(text: str) -> list[str]:
    """The sections of a trail behind its first; none where the line may be a menu."""
    steps = _TRAIL_STEP.split(text)
    is_trail = len(text) <= 100 and 1 < len(steps) <= _MOST_STEPS and _TRAIL_HOME.fullmatch(steps[0])
    return steps[1:] if is_trail else []


def is_paper_label(text: str) -> bool:
    """Whether a line says that a paper follows, with its number or without."""
    return len(text) <= 60 and bool(_PAPER.fullmatch(text))


def is_release_label(text: str) -> bool:
    """Whether a line says that a press release follows."""
    return len(text) <= 60 and bool(_RELEASE.fullmatch(text))


def is_label(text: str) -> bool:
    """Whether a line is a label and no headline."""
    return len(text) <= 60 and (is_release_label(text) or read_label(text) is not None)
