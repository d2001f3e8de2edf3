"""What the documentation shows is what happens."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.office import REPOSITORY
from tests.project import DECK, write, write_deck

import deckgen.reading
from deckgen.building import typeset
from deckgen.cli import commands
from deckgen.looks import Looks
from deckgen.problems import InvalidInput
from deckgen.reading import read_report

READING = {"optional", "required", "take"}
"""What takes a key's value in readers."""


def _text(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def _slides() -> list[str]:
    """The slides that format.md shows whole, but for those of a file."""
    blocks = re.findall(r"```yaml\n(- kind: .*?)```", _text("docs/format.md"), re.DOTALL)
    return [block for block in blocks if "csv:" not in block]


def _keys_read() -> set[str]:
    folder = Path(deckgen.reading.__file__).parent
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in READING
        if call.args and isinstance(call.args[0], ast.Constant)
        if isinstance(call.args[0].value, str)
    }


def test_every_key_that_is_read_is_documented():
    documentation = _text("docs/format.md") + _text("docs/themes.md")
    keys = _keys_read()

    assert len(keys) > 50
    assert [] == [key for key in sorted(keys) if not re.search(rf"`{key}`|\b{key}:", documentation)]


def test_the_keys_of_a_deck_are_told_in_the_order_of_the_documentation():
    chapter = (
        _text("docs/format.md").partition("## deck.yaml")[2].partition("\nWithout `phases`")[0]
    )
    keys = re.findall(r"^\| `(\w+)` \|", chapter, re.MULTILINE)

    with pytest.raises(InvalidInput) as caught:
        read_report("city", "content/city", {"deck.yaml": f"{DECK}xqzwv: 1\n".encode()})
    assert [f"the keys here are: {', '.join(keys)}"] == [p.hint for p in caught.value.problems]


@pytest.mark.parametrize("slide", _slides(), ids=lambda slide: slide.split()[4])
def test_slides_are_built_as_they_are_shown(slide: str, tmp_path: Path):
    lines = "".join(f"      {line}\n" for line in slide.splitlines())
    write_deck(tmp_path, "a", f"{DECK}{lines}projects: [ticket]\n")
    write(tmp_path / "content" / "a" / "projects" / "ticket.yaml", "title: Schülerticket\n")

    assert 5 == len(typeset("a", Looks(tmp_path)).pages.pages)


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_mistakes_are_told_as_they_are_shown(page: str, tmp_path: Path):
    deck = tmp_path / "content" / "council-march"
    shutil.copytree(REPOSITORY / "content" / "example", deck)
    for name, right, wrong in (
        ("bus-stops", "2025-02-14  ", "2025-02-31  "),
        ("repairs", "status:", "statsu:"),
    ):
        project = deck / "projects" / f"{name}.yaml"
        text = project.read_text(encoding="utf-8")
        assert 1 == text.count(right)
        project.write_text(text.replace(right, wrong), encoding="utf-8")

    result = CliRunner().invoke(commands, ["build", "-C", str(tmp_path)])

    assert f"$ deckgen build\n{result.stderr}```\n" in _text(page)
