"""`deckgen theme`: start a theme, check it, show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from deckgen.cli import options
from deckgen.cli.mistakes import mistakes_told

if TYPE_CHECKING:
    from deckgen.problems import Problem


@click.group("theme")
def theme() -> None:
    """Start, check and show a city's own look.

    \b
    Examples:
      deckgen theme new heepen --colour "#0B3C5D" --logo arms.png
      deckgen theme check heepen
      deckgen theme show heepen
    """


@theme.command()
@click.argument("name")
@click.option("--colour", required=True, metavar="#RRGGBB", help="The main colour.")
@click.option("--logo", metavar="FILE", help="A PNG or JPEG, or an SVG with a PNG beside it.")
@options.in_root
def new(name: str, colour: str, logo: str | None, root: str) -> None:
    """Write themes/NAME/theme.yaml, made of one colour.

    The other colours are chosen so that all text can be read. The logo is copied. A
    theme that is there already is left as it is.

    \b
    Examples:
      deckgen theme new heepen --colour "#0B3C5D"
      deckgen theme new heepen --colour "#C8102E" --logo drawings/arms.svg
    """
    from deckgen.starting import new_theme

    with mistakes_told("; nothing was written"):
        click.echo(f"{new_theme(name, colour, logo, root)}/theme.yaml")


@theme.command()
@click.argument("name")
@options.strict
@options.in_root
def check(name: str, is_strict: bool, root: str) -> None:
    """Say what NAME comes to in figures, and what is wrong with it.

    \b
    Examples:
      deckgen theme check bielefeld
      deckgen theme check bielefeld --strict
    """
    from deckgen.cli.inspection import inspection_lines
    from deckgen.inspecting import inspect
    from deckgen.looks import Looks

    with mistakes_told():
        inspection = inspect(name, Looks(root))
        click.echo("\n".join(inspection_lines(inspection)))
        _tell_warnings(inspection.warnings, is_strict=is_strict)


@theme.command()
@click.argument("name")
@options.language("de-DE", "What the slides speak.")
@options.output("file")
@options.strict
@options.in_root
def show(name: str, language: str, output: str, is_strict: bool, root: str) -> None:
    """Write a sample deck in the theme NAME, with every kind of slide.

    \b
    Examples:
      deckgen theme show bielefeld
      deckgen theme show bielefeld --language en-GB -o /tmp
    """
    from deckgen.cli.telling import tell_of
    from deckgen.showing import show_theme

    with mistakes_told("; nothing was written"):
        built = show_theme(name, language, root=root, output=output, is_strict=is_strict)
        tell_of(built)
        _tell_warnings(built.warnings)


@theme.command("list")
@options.in_root
def list_themes(root: str) -> None:
    """Name the themes that decks may have.

    \b
    Examples:
      deckgen theme list
    """
    from deckgen.looks import Looks

    with mistakes_told():
        folders = Looks(root).folders
        width = max(map(len, folders))
        for name, folder in folders.items():
            click.echo(f"{name:{width}}  {folder.shown}")


def _tell_warnings(warnings: Iterable[Problem], *, is_strict: bool = False) -> None:
    from deckgen.cli.telling import Troubles
    from deckgen.problems import InvalidInput

    warnings = dict.fromkeys(warnings)
    if is_strict and warnings:
        raise InvalidInput(warnings)
    Troubles(warnings=warnings).tell()
