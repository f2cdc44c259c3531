"""What another article calls false. All countries and events are invented."""

import pytest

from briefer.analysis.denials import find_denied
from briefer.analysis.key_points import score_key_points
from tests.making import make_article, make_evidence

CLAIM = "A crack two metres wide has opened in the wall of the Karvan dam, a source told Newshub on Tuesday."


@pytest.mark.parametrize(
    ("other", "is_denied"),
    [
        ("A report by Newshub that a crack had opened in the wall of the Karvan dam was false.", True),
        ("Borduria said that the report of a crack in the Karvan dam by Newshub was a fabrication.", True),
        ("Engineers saw a crack two metres wide in the wall of the Karvan dam, Newshub reported.", False),
        ("It is false that Syldavia has sold its navy to Ruritania.", False),
    ],
)
def test_a_denial_is_of_what_it_names(other: str, is_denied: bool) -> None:
    claim, denial = make_article(CLAIM, name="a.txt"), make_article(other, name="b.txt")
    pool = [make_evidence(claim, CLAIM), make_evidence(denial, other)]
    articles = {article.id: article for article in (claim, denial)}
    assert find_denied([found.excerpt for found in pool], articles) == (is_denied, False)


def test_an_article_that_denies_its_own_claim_denies_no_other() -> None:
    article = make_article(
        CLAIM, "The report of Newshub that a crack had opened in the Karvan dam was false."
    )
    assert find_denied([make_evidence(article, CLAIM).excerpt], {article.id: article}) == (False,)


def test_what_is_called_false_hardly_stands_ahead_and_the_reason_is_told() -> None:
    claim = make_article(CLAIM, name="a.txt")
    denial = make_article("The report by Newshub of a crack in the Karvan dam was false.", name="b.txt")
    found = make_evidence(claim, CLAIM)
    (alone,) = score_key_points([found], {claim.id: claim})
    (denied,) = score_key_points([found], {article.id: article for article in (claim, denial)})
    assert denied.score < alone.score / 3
    assert "another article calls it false" in {reason.name for reason in denied.reasons}
