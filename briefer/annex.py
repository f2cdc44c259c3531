"""The evidence annex: every paragraph that a brief quotes from, with what is quoted marked in it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from briefer.model import Article, Citation, CitedParagraph, Piece, Quote, Span
from briefer.model.briefs import OMISSION
from briefer.text.context import find_context, share_words
from briefer.text.words import count_words


def make_annex(
    quotes: Sequence[Quote], articles: Mapping[str, Article], *, words: int
) -> tuple[CitedParagraph, ...]:
    """The paragraphs that the quotes stand in, by source and paragraph.

    Around what is quoted from an article at most `words` of its words are printed, shared among its
    paragraphs; with 0 there is no annex.
    """
    cited: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes if words else ():
        cited.setdefault((quote.citation.source, quote.citation.paragraph), []).append(quote)
    annex = []
    for _, group in groupby(sorted(cited), key=lambda place: place[0]):
        together = [cited[place] for place in group]
        article = articles[together[0][0].citation.article_id]
        needs = [_count_unquoted(article, quoted) for quoted in together]
        annex += [
            _cite_paragraph(article, quoted, words=share)
            for quoted, share in zip(together, share_words(needs, words), strict=True)
        ]
    return tuple(annex)


def _count_unquoted(article: Article, quoted: Sequence[Quote]) -> int:
    paragraph = article.paragraphs[quoted[0].citation.paragraph - 1].span
    parts = sorted(part for quote in quoted for part in quote.parts)
    edges = [paragraph.start, *(edge for part in parts for edge in (part.start, part.end)), paragraph.end]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return sum(count_words(article.text[start:end]) for start, end in gaps)


def _cite_paragraph(article: Article, quoted: Sequence[Quote], *, words: int) -> CitedParagraph:
    paragraph = article.paragraphs[quoted[0].citation.paragraph - 1]
    marks = sorted((part, quote.number) for quote in quoted for part in quote.parts)
    shown = find_context(article.text, paragraph.span, [mark for mark, _ in marks], words=words)
    pieces: list[Piece] = []
    for part in shown:
        if part.start > paragraph.span.start:
            pieces.append(Piece(f" {OMISSION} " if pieces else f"{OMISSION} ", None))
        pieces += _part_at_marks(article.text, part, marks)
    if shown[-1].end < paragraph.span.end:
        pieces.append(Piece(f" {OMISSION}", None))
    first = quoted[0].citation
    citation = Citation(first.source, first.paragraph, first.article_id, paragraph.span)
    return CitedParagraph(citation, tuple(pieces), paragraph.lines)


def _part_at_marks(text: str, part: Span, marks: Sequence[tuple[Span, int]]) -> Iterator[Piece]:
    """The words of a part, parted where a quote begins or ends."""
    start = part.start
    for mark, number in marks:
        if part.start <= mark.start < part.end:
            if start < mark.start:
                yield Piece(text[start : mark.start], Span(start, mark.start))
            yield Piece(text[mark.start : mark.end], mark, number)
            start = mark.end
    if start < part.end:
        yield Piece(text[start : part.end], Span(start, part.end))
