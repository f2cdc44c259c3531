"""How the command line hands over to the terminal application."""

from pathlib import Path

from tests.cli.conftest import Run


def test_without_a_terminal_a_folder_is_refused_with_the_way_out(run: Run, seeds: Path) -> None:
    outcome = run(seeds)
    assert outcome.code == 2
    assert "briefer brief PATH" in outcome.err


def test_what_is_neither_a_command_nor_a_file_is_taken_for_a_mistyped_command(run: Run) -> None:
    outcome = run("breif")
    assert outcome.code == 2
    assert "Did you mean 'brief'?" in outcome.err
