"""The command line face."""


def main() -> None:
    """Run the command line."""
    raise SystemExit("briefer: no command exists yet")
