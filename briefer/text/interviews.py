"""Where a text is questions and answers: what an answer says, nobody is named for in it.

Quoted without its question, an answer would be printed as what the article reports.
"""

import re
from functools import lru_cache
from itertools import zip_longest

from briefer.text.quotations import QUOTED

_PARAGRAPH = re.compile(r"\n\s*\n")
_QUESTION = re.compile(r"[?؟？][\"”’»)\]]*$")
_FEWEST_QUESTIONS = 3
_LEAST_SHARE = 0.2
"""Share of the paragraphs that are questions: in an interview, about every second one."""
_LONGEST_QUESTION = 400  # characters
_ASKED = re.compile(
    r"(?i)\byou(?:r|rs)?\b|^(?:\W*(?:q|question)\b\W+)?(?:m(?:r|rs|s|iss|adam(?:e)?|onsieur)|dr|minister"
    r"|professor|president|general|ambassador)\.? [\w ]{1,40},"
)
_ANSWERED = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|my|me|we|our|us)\b")
_LEAST_TALK = 1 / 3
"""Share of the questions that speak to somebody or are answered in the first person."""


@lru_cache(maxsize=1 << 12)
def find_interview(text: str) -> int | None:
    """Where the first question of an interview stands in a text; None where it is no interview.

    A paragraph that ends in a question mark is a question where most of what stands around it is none, so
    that a column of rhetorical questions is not taken for one.
    """
    starts = [0, *(match.end() for match in _PARAGRAPH.finditer(text))]
    paragraphs = [text[start:end].strip() for start, end in zip_longest(starts, starts[1:])]
    asked = {at for at, paragraph in enumerate(paragraphs) if _asks(paragraph)}
    questions = [at for at in sorted(asked) if at + 1 < len(paragraphs) and at + 1 not in asked]
    if len(questions) < _FEWEST_QUESTIONS or len(questions) < _LEAST_SHARE * len(paragraphs):
        return None
    # An explainer asks what its reader may, and nobody in it is spoken to or speaks of himself.
    talks = sum(
        bool(_ASKED.search(paragraphs[at]) or any(map(_answers, paragraphs[at + 1 : following])))
        for at, following in zip_longest(questions, questions[1:])
    )
    return starts[questions[0]] if talks >= _LEAST_TALK * len(questions) else None


def _answers(paragraph: str) -> bool:
    """Whether somebody speaks of himself, and is not only quoted."""
    return _ANSWERED.search(QUOTED.sub("", paragraph)) is not None


def _asks(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_QUESTION and _QUESTION.search(paragraph) is not None
