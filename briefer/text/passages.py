"""Step 3 of the pipe: neighbours that are scored together."""

from collections.abc import Sequence

from briefer.model import Passage, Sentence


def split_passages(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """One passage for each sentence of an article: the sentence and its neighbours in the paragraph.

    `sentences` are all of one article, in reading order.
    """
    return tuple(
        Passage(
            sentence=sentence,
            before=_same_paragraph(sentences, index - 1, sentence),
            after=_same_paragraph(sentences, index + 1, sentence),
        )
        for index, sentence in enumerate(sentences)
    )


def _same_paragraph(sentences: Sequence[Sentence], index: int, sentence: Sentence) -> Sentence | None:
    if not 0 <= index < len(sentences):
        return None
    neighbour = sentences[index]
    return neighbour if neighbour.paragraph == sentence.paragraph else None
