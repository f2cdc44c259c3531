"""Whether the cost of some work grows in step with its size, told so that a busy machine does not matter."""

import time
from collections.abc import Callable

_TRIES = 5


def grows_in_step(work: Callable[[int], object], sizes: tuple[int, int]) -> bool:
    """Whether the work on the larger size costs less than three times its share of the smaller one's.

    Other programs make one measurement or another dear, so the best of a few tries counts; work whose cost
    grows with the square takes ten times its share at ten times the size, and fails every one.
    """
    small, large = sizes
    work(small)  # what is done once alone, such as an import, does not count
    return any(
        _seconds(work, large) < 3 * large / small * max(_seconds(work, small), 0.003) for _ in range(_TRIES)
    )


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
