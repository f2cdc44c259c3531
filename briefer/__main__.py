"""`python -m briefer` is the same as `briefer`."""

from briefer.cli import main

if __name__ == "__main__":
    main()
