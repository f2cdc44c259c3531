"""sumy's own code, to hold ours against."""

import math
from collections.abc import Sequence
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefer.summary.languages import split_words, sumy_stop_words

SUMY = {
    "kl": KLSummarizer,
    "lexrank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": ReductionSummarizer,
    "sum-basic": SumBasicSummarizer,
    "textrank": TextRankSummarizer,
}


class _Tokenizer:
    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(split_words(text))


def rate_with_sumy(name: str, texts: Sequence[str]) -> list[float]:
    """sumy's own rating of each of `texts`, which are all different."""
    summariser = SUMY[name](Stemmer("english"))
    summariser.stop_words = sumy_stop_words("en")
    ratings = [math.nan] * len(texts)

    def keep(infos: Sequence[Any]) -> Sequence[Any]:
        for info in infos:
            ratings[info.order] = float(info.rating)
        return infos

    document = ObjectDocumentModel([Paragraph([Sentence(text, _Tokenizer()) for text in texts])])
    summariser(document, keep)
    return ratings
