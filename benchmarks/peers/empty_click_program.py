"""A click program that does nothing: the floor for `deckgen --help`."""

from __future__ import annotations

import click


@click.command()
def main() -> None:
    """Do nothing."""


if __name__ == "__main__":
    main()
