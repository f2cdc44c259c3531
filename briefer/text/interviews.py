"""Where a text is questions and answers: what an answer says, nobody is named for in it.

Quoted without its question, an answer would be printed as what the article reports.
"""

import re
from functools import lru_cache

_PARAGRAPH = re.compile(r"\n\s*\n")
_QUESTION = re.compile(r"[?؟？][\"”’»)\]]*$")
_FEWEST_QUESTIONS = 3
_LEAST_SHARE = 0.2
"""Share of the paragraphs that are questions: in an interview, about every second one."""
_LONGEST_QUESTION = 400  # characters


@lru_cache(maxsize=1 << 12)
def find_interview(text: str) -> int | None:
    """Where the first question of an interview stands in a text; None where it is no interview.

    A paragraph that ends in a question mark is a question where most of what stands around it is none, so
    that a column of rhetorical questions is not taken for one.
    """
    starts, ends = [0], []
    for match in _PARAGRAPH.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    ends.append(len(text))
    asked: dict[int, None] = {}
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        paragraph = text[start:end].strip()
        if len(paragraph) <= _LONGEST_QUESTION and _QUESTION.search(paragraph):
            asked[at] = None
    alternating = [at for at in asked if at + 1 < len(starts) and at + 1 not in asked]
    if len(alternating) < _FEWEST_QUESTIONS or len(alternating) < _LEAST_SHARE * len(starts):
        return None
    return starts[alternating[0]]
