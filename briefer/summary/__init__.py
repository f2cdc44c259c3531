"""Step 7 of the pipe: which sentences a summary holds, by one of several methods."""

from briefer.errors import UnknownName
from briefer.summary.candidates import Candidate, Explainer, Gain, Summariser, TooManySentences
from briefer.summary.coverage import CoverageSummariser
from briefer.summary.exact import ExactSummariser
from briefer.summary.lead import LeadSummariser
from briefer.summary.reading_order import order_for_reading
from briefer.summary.sumy_methods import SUMY_METHODS

__all__ = [
    "SUMMARISERS",
    "Candidate",
    "Explainer",
    "Gain",
    "Summariser",
    "TooManySentences",
    "get_summariser",
    "order_for_reading",
    "summariser_names",
]

SUMMARISERS: dict[str, Summariser] = {
    summariser.name: summariser
    for summariser in (CoverageSummariser(), ExactSummariser(), LeadSummariser(), *SUMY_METHODS)
}
"""Every summariser by its name, our default first."""


def summariser_names() -> tuple[str, ...]:
    """Names that `get_summariser` knows, our default first."""
    return tuple(SUMMARISERS)


def get_summariser(name: str) -> Summariser:
    """The summariser of this name.

    Raises:
        UnknownName: there is none.
    """
    try:
        return SUMMARISERS[name]
    except KeyError:
        raise UnknownName("summariser", name, SUMMARISERS) from None
