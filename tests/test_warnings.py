"""Every code of a warning is listed, given by some stage, and explained to authors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.office import REPOSITORY
from tests.project import write, write_deck

from deckgen.building import build
from deckgen.problems import WarningCode
from deckgen.warning_table import warning_table

COLUMNS = 100
"""The width of the terminal that the documentation shows."""

DECK = f"""\
title: Report to the council
language: en-GB
projects: [bus-stops]
sections:
  - title: Status
    slides:
      - kind: text
        title: Roads
        items:
          - Four of five are finished
          - {"The bridge stays closed to lorries until its bearings have been tested. " * 30}
      - kind: projects
"""

DOCUMENTATION = REPOSITORY / "docs" / "commands.md"
CODES = {str(code) for code in WarningCode}


def _nodes() -> Iterator[ast.AST]:
    for path in sorted((REPOSITORY / "src").rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _explained() -> list[str]:
    section = DOCUMENTATION.read_text(encoding="utf-8").partition("\n## Warnings\n")[2]
    table = section.partition("\n| code |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(.+?)` \| \S.* \| \S.* \|$", table, re.MULTILINE)


def test_every_warning_is_explained_and_no_other():
    assert _explained() == sorted(CODES)


def test_every_listed_warning_is_given_somewhere():
    given = {
        node.attr
        for node in _nodes()
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "WarningCode"
    }

    assert given == {code.name for code in WarningCode}


def test_a_code_says_whether_it_is_a_warning():
    """A code in quotes is a mistake's, one of the list a warning's."""
    mistakes = {
        node.args[0].value
        for node in _nodes()
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
    }

    assert mistakes & CODES == set()


def test_the_documentation_shows_what_is_told(tmp_path: Path):
    projects = write_deck(tmp_path, "march", DECK).parent / "projects"
    for name in ("bus-stops", "cycle-lanes"):
        write(projects / f"{name}.yaml", f"title: {name}\n")

    told = warning_table(build("march", root=tmp_path).warnings, COLUMNS)

    assert f"\n{told}\n2 warnings; with --strict" in DOCUMENTATION.read_text(encoding="utf-8")
