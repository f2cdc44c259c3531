"""How alike every two of many bags of words are, without comparing every two.

`numpy` is imported inside the functions: it costs start-up time that only some methods need.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.intp]

_BLOCK_CELLS = 1 << 18


@dataclass(frozen=True, slots=True)
class Bags:
    """Bags of words as one list of entries: `counts[e]` times word `words[e]` in bag `rows[e]`.

    Entries stand in order of their rows. `sizes` counts the words of each bag with repeats.
    """

    rows: "Ints"
    words: "Ints"
    counts: "Floats"
    sizes: "Floats"

    @property
    def count(self) -> int:
        return len(self.sizes)


def read_bags(texts: Sequence[Sequence[str]]) -> Bags:
    """Bags of the words of each text."""
    import numpy as np

    numbers: dict[str, int] = {}
    rows: list[int] = []
    words: list[int] = []
    counts: list[int] = []
    for row, text in enumerate(texts):
        for word, count in Counter(text).items():
            rows.append(row)
            words.append(numbers.setdefault(word, len(numbers)))
            counts.append(count)
    return Bags(
        rows=np.array(rows, dtype=np.intp),
        words=np.array(words, dtype=np.intp),
        counts=np.array(counts, dtype=np.float64),
        sizes=np.array([len(text) for text in texts], dtype=np.float64),
    )


def add_up(values: "Floats", places: "Ints", size: int) -> "Floats":
    """The sum of the `values` at each of `size` places."""
    import numpy as np

    return np.bincount(places, values, minlength=size).astype(np.float64, copy=False)


def iter_overlaps(bags: Bags, weights: "Floats") -> Iterator[tuple[int, "Floats"]]:
    """For each block of rows its first row and its overlaps, shaped (rows of the block, all rows).

    The overlap of two rows is the sum, over the words that both hold, of the product of `weights` at
    their entries. Time grows with the pairs of entries that share a word; memory with a block.
    """
    import numpy as np

    count = bags.count
    by_word = np.argsort(bags.words, kind="stable")
    holders = np.bincount(bags.words) if len(bags.words) else np.zeros(0, dtype=np.intp)
    first_holder = np.cumsum(holders) - holders
    first_entry = np.searchsorted(bags.rows, np.arange(count + 1))
    height = max(1, _BLOCK_CELLS // max(1, count))
    for top in range(0, count, height):
        bottom = min(count, top + height)
        entries = np.arange(first_entry[top], first_entry[bottom])
        lengths = holders[bags.words[entries]]
        mine = np.repeat(entries, lengths)
        within = np.arange(len(mine)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        other = by_word[first_holder[bags.words[mine]] + within]
        cells = (bags.rows[mine] - top) * count + bags.rows[other]
        sums = add_up(weights[mine] * weights[other], cells, (bottom - top) * count)
        yield top, sums.reshape(bottom - top, count)
