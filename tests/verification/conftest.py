from pathlib import Path

import pytest

from tests.verification.making import Made, make_seed_brief, write_pdf


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    seeds = Path(__file__).parents[2] / "seeds"
    return make_seed_brief(seeds, tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="package")
def pdf(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief as it was made."""
    return write_pdf(tmp_path_factory.mktemp("brief"), made.page, made.ledger)
