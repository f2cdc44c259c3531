"""Candidates made by hand and by Hypothesis."""

from hypothesis import strategies as st

from briefer.summary import Candidate

# Few words, so that sentences overlap, repeat each other and tie.
_WORDS = """the ministry signed a contract for twelve jets rebels shelled port grain talks in Geneva on Monday
    not and 12 21 нефть газ وزير ١٢ 核 会谈 élection —""".split()

texts = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=24).map(lambda words: " ".join(words) + "."),
    st.sampled_from(
        ["Oil.", "...", "“”", "!?", "a", "1", "Neither rain nor talks came to the port of Geneva."]
    ),
    st.text(min_size=1, max_size=60),
)


@st.composite
def candidate_lists(draw: st.DrawFn, max_size: int = 14) -> list[Candidate]:
    """Candidates of one to three articles, with equal sentences more often than chance has them."""
    pool = draw(st.lists(texts, min_size=1, max_size=max_size))
    chosen = draw(st.lists(st.sampled_from(pool), max_size=max_size))
    relevance = st.sampled_from([0.0, 0.5, 1.0, 7.25])
    return [
        Candidate(text, article=draw(st.integers(0, 2)), position=position, relevance=draw(relevance))
        for position, text in enumerate(chosen)
    ]


def make_candidates(*articles: tuple[str, ...]) -> list[Candidate]:
    """All sentences of some articles, where there is no theme."""
    return [
        Candidate(text, article=article, position=position)
        for article, sentences in enumerate(articles)
        for position, text in enumerate(sentences)
    ]


NEWS = make_candidates(
    (
        "The defence ministry of Norland signed a contract for twelve patrol jets with a Sudish firm.",
        "The contract is worth three billion crowns and includes training for forty pilots.",
        "Opposition leaders in parliament called the price of the jets a scandal.",
        "The weather at the signing was fair.",
    ),
    (
        "Norland will buy twelve patrol jets from Sudland under a contract signed on Monday in the capital.",
        "The first jets arrive in two years, and forty pilots begin their training next spring.",
        "The defence ministry said that the jets replace a fleet built half a century ago.",
        "Asked about the cost, a spokesman for the ministry declined to comment.",
    ),
    (
        "A contract for patrol jets divides the parliament of Norland.",
        "Opposition leaders in parliament called the price of the jets a scandal.",
        "They want an inquiry into how the defence ministry chose the Sudish firm.",
    ),
)
"""Three short reports on one event; one sentence stands in two of them."""
