"""How long summarisers take: ratios to sumy's own code, and growth with the number of sentences.

    python -m tests.benchmarks.summary_speed

The text is made of words drawn by Zipf's law, as common and as rare as in news.
"""

import random
import resource
import time
from collections.abc import Callable, Sequence
from itertools import accumulate

from briefer.summary import Candidate, TooManySentences, get_summariser, summariser_names
from briefer.summary.languages import sumy_stop_words
from tests.summary.sumy_itself import SUMY, rate_with_sumy

SIZES_AGAINST_SUMY = (100, 300, 1000)
SIZES_ALONE = (1000, 3000, 10_000)
LONGEST_S = 60.0
"""sumy is not asked for a size once the size before took this long."""


def make_news(count: int) -> list[Candidate]:
    """`count` sentences of 12 to 34 words, forty to an article."""
    draw = random.Random(7)  # noqa: S311
    syllables = "ba de ki lo mu na po ra si tu ve zo".split()
    stop = sorted(sumy_stop_words("en"))[:120]
    words = stop + ["".join(draw.choices(syllables, k=draw.randint(2, 4))) for _ in range(15_000)]
    shares = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    return [
        Candidate(
            " ".join(draw.choices(words, cum_weights=shares, k=draw.randint(12, 34))) + ".", n // 40, n % 40
        )
        for n in range(count)
    ]


def seconds(rank: Callable[[], object]) -> float:
    """CPU time of one run."""
    start = time.process_time()
    rank()
    return time.process_time() - start


def time_summariser(name: str, candidates: Sequence[Candidate]) -> float:
    return seconds(lambda: get_summariser(name).choose(candidates, words=400))


def time_sumy(name: str, candidates: Sequence[Candidate]) -> float:
    return seconds(lambda: rate_with_sumy(name, [candidate.text for candidate in candidates]))


def compare_with_sumy(name: str, news: Sequence[Sequence[Candidate]]) -> None:
    for candidates in news:
        ours, theirs = time_summariser(name, candidates), time_sumy(name, candidates)
        print(
            f"{name:10} {len(candidates):6}  {ours:8.3f} s  sumy {theirs:8.3f} s  {theirs / ours:8.1f} times"
        )
        if theirs > LONGEST_S:
            break


def main() -> None:
    for name in summariser_names():  # imports and stems are not measured
        time_summariser(name, make_news(SIZES_AGAINST_SUMY[-1]))
    news = [make_news(size) for size in SIZES_AGAINST_SUMY]
    for name in SUMY:
        compare_with_sumy(name, news)
    for name in summariser_names():
        for size in SIZES_ALONE:
            try:
                taken = time_summariser(name, make_news(size))
            except TooManySentences as error:
                print(error)
                continue
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{name:10} {size:6}  {taken:8.3f} s  peak {memory} MB")


if __name__ == "__main__":
    main()
