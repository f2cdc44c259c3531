"""How long summarisers take: ratios to sumy's own code, and growth with the number of sentences.

    python -m tests.benchmarks.summary_speed

At the end: how long a brief takes to be drafted again when one kept sentence changes, on a theme of which
1,000 sentences speak, as a share of drafting it the first time.

The text is made of words drawn by Zipf's law, as common and as rare as in news.
"""

import random
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, groupby

from briefer.drafting import draft_brief
from briefer.model import BriefSpec, Draft, Evidence, Lexicon, Mark, Reading, Term, Theme
from briefer.summary import Candidate, TooManySentences, get_summariser, summariser_names
from briefer.summary.languages import sumy_stop_words
from briefer.surveying import survey_articles
from tests.making import make_article
from tests.summary.sumy_itself import SUMY, rate_with_sumy

SIZES_AGAINST_SUMY = (100, 300, 1000)
SPEAKING = 1000
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


def compare_drafting() -> None:
    """Draft a brief on a theme of `SPEAKING` sentences, then again with another sentence kept each time."""
    article_of = {
        number: make_article(
            *(f"Rebels of {candidate.text[:-1]} shelled the port." for candidate in candidates),
            name=f"{number}.txt",
        )
        for number, candidates in groupby(make_news(SPEAKING), key=lambda candidate: candidate.article)
    }
    theme = Theme("port", "Ports", "Ports", Lexicon((Term("port", 2), Term("rebel", 2))))
    survey = survey_articles(list(article_of.values()), [theme])
    pool = survey.evidence["port"]
    articles = {article.id: article for article in survey.articles}
    reading = Reading(survey.articles, (), ())
    untouched = Draft(BriefSpec(("port",), date(2026, 11, 20)))

    def draft_with(found: Evidence) -> Callable[[], object]:
        choice = untouched.choice_for(found, articles[found.excerpt.sentence.article_id])
        kept = untouched.decide(replace(choice, mark=Mark.KEPT))
        return lambda: draft_brief(reading, survey, kept, summariser=get_summariser("coverage"))

    first = seconds(draft_with(pool[0]))
    again = sorted(seconds(draft_with(found)) for found in pool[1:12])
    print(
        f"a brief on {len(pool)} sentences: {first:.3f} s, with another sentence kept {again[5]:.3f} s "
        f"(slowest {again[-1]:.3f} s), {first / again[5]:.1f} times as fast"
    )


def main() -> None:
    for name in summariser_names():  # imports and stems are not measured
        time_summariser(name, make_news(SIZES_AGAINST_SUMY[0]))
    compare_drafting()
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
