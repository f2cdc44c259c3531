"""Our default summariser as one of sumy's, for people who work with sumy:

    CoverageSummarizer()(parser.document, sentences_count=5)

Importing this module imports sumy.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.utils import ItemsCount

from briefer.summary.candidates import Candidate
from briefer.summary.coverage import CoverageSummariser
from briefer.text.words import count_words

if TYPE_CHECKING:
    from sumy.models.dom import ObjectDocumentModel, Sentence

Count = int | str | Callable[[Sequence[int]], Sequence[int]]


class CoverageSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Coverage of concepts, behind sumy's protocol; a sumy document counts as one article.

    `language` is an ISO 639-1 code. Words are found and stemmed by our own rules, not the document's.
    """

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self.language = language

    def __call__(self, document: "ObjectDocumentModel", sentences_count: Count) -> "tuple[Sentence, ...]":
        """The best sentences in document order; fewer than asked for where others only repeat them."""
        candidates = [
            Candidate(str(sentence), article=0, position=position)
            for position, sentence in enumerate(document.sentences)
        ]
        words = sum(count_words(candidate.text) for candidate in candidates)
        picked = CoverageSummariser().choose(candidates, words=words, language=self.language)
        take = sentences_count if callable(sentences_count) else ItemsCount(sentences_count)
        return tuple(document.sentences[position] for position in sorted(take(picked)))
