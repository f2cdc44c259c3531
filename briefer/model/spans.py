"""Places in an article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters in `Article.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed span: {self.start}..{self.end}")

    def shifted(self, by: int) -> "Span":
        """The span so many characters further on; back where `by` < 0."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class LineRange:
    """First and last line in the raw file, both counted from 1 and both included."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise ValueError(f"empty or reversed line range: {self.first}..{self.last}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    `position` counts the sentences of the article from 0; `paragraph` is `Paragraph.number`.
    """

    article_id: str
    position: int
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the neighbours that are scored together with it.

    `before` and `after` stand in the same paragraph, or are None.
    """

    sentence: Sentence
    before: Sentence | None
    after: Sentence | None
