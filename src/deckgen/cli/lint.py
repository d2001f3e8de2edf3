"""`deckgen lint`: what is wrong with PowerPoint files, whoever wrote them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from deckgen.cli import options

if TYPE_CHECKING:
    from deckgen.problems import Problem


@click.command()
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False),
)
@options.strict
def lint(files: tuple[str, ...], is_strict: bool) -> None:
    """Say what PowerPoint would repair or refuse in each FILE.

    Mistakes are what no validator of schemas sees: parts that do not fit one another.
    Warnings are what keeps people from using the slides: no title, no alternative
    text, no language. FILE may be a .pptx, .potx or .ppsx of any program.

    \b
    Examples:
      deckgen lint output/bielefeld.pptx
      deckgen lint --strict output/*.pptx
    """
    from deckgen.cli.telling import Troubles
    from deckgen.outcomes import Failed
    from deckgen.problems import WarningCode

    troubles, codes = Troubles(), frozenset[str]() if is_strict else frozenset(WarningCode)
    for file in dict.fromkeys(files):
        found = _found(file)
        is_warning = {each: each.code in codes for each in found}
        troubles.add(Failed(file, tuple(each for each in found if not is_warning[each])))
        troubles.warnings |= {each: None for each in found if is_warning[each]}
        if not found:
            click.echo(f"{file}  nothing found")
    troubles.tell()
    sys.exit(1 if troubles.mistakes else 0)


def _found(file: str) -> tuple[Problem, ...]:
    from deckgen.problems import InvalidInput
    from deckgen.proofreading import proofread

    try:
        return proofread(file)
    except InvalidInput as unreadable:
        return unreadable.problems
