"""Options that several commands have, worded in one way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

in_root = click.option(
    "-C",
    "root",
    metavar="DIR",
    default=".",
    type=click.Path(exists=True, file_okay=False),
    help="Work as if started in DIR.",
)

strict = click.option("--strict", "is_strict", is_flag=True, help="Take warnings for mistakes.")


def output(written: str) -> Callable[[_Command], _Command]:
    """Where what is `written` goes to."""
    return click.option(
        "-o",
        "output",
        metavar="DIR",
        default="output",
        show_default=True,
        type=click.Path(),
        help=f"Write the {written} to DIR.",
    )


def language(default: str, spoken: str) -> Callable[[_Command], _Command]:
    """Which language is spoken, and by what."""
    return click.option(
        "--language",
        type=click.Choice(["de-DE", "en-GB", "en-US"]),
        default=default,
        show_default=True,
        help=spoken,
    )
