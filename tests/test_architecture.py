"""The rules of docs/architecture.md: who may know whom."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import deckgen

PACKAGE = Path(deckgen.__file__).parent
REPOSITORY = Path(__file__).parents[1]

VALUES = {"accents", "glossary", "frozen", "named"}
FOUNDATIONS = {"problems", "geometry", "late", "safe_xml", "suggesting"}
MODELS = {
    *("aspects", "breaking", "brought", "changes", "claims", "content", "contrast"),
    *("deck", "design", "drawing", "faces", "font_files", "fonts", "house", "language"),
    *("listening", "logo", "look", "marks", "measuring", "money", "page", "provenance"),
    *("schedule", "scheme", "signs", "slots", "standing", "style", "telling", "text"),
    *("theme", "typography", "unbroken", "widths", "wording", "words"),
}
STAGES = {
    *("reading", "comparing", "planning", "unshown", "layout", "figures"),
    *("writing", "linting"),
}
ROOMS = (
    VALUES,
    FOUNDATIONS,
    {"packages"},
    {"sheets"},
    MODELS,
    {"files"},
    {*STAGES, "folders", "saving", "history", "outcomes", "workers", "warning_table"},
    {"earlier", "freshness", "shelf", "templates"},
    {"delivering", "looking_back", "looks", "reviewing", "starting"},
    {"building", "inspecting", "proofreading", "showing"},
    {"batch"},
    {"watching"},
    {"", "cli"},
    {"__main__"},
)
"""From the ground up: a room may know those below it; models may know models."""

DOORS = {
    "babel": {"language"},
    "click": {"cli"},
    "PIL": {"templates"},
    "concurrent": {"batch", "workers"},
    "multiprocessing": {"workers"},
    "lxml": {"packages", "templates"},
    "matplotlib": {"figures"},
    "numpy": {"figures"},
    "subprocess": {"history"},
    "watchfiles": {"watching"},
    "xml": {"safe_xml"},
    "yaml": {"reading"},
    "zipfile": {"packages"},
}
"""The one room that knows a package. Packages that are not here nobody knows."""

FILES = {"os", "pathlib", "shutil", "tempfile"}


class Import(NamedTuple):
    """A module, and what it imports: a module of ours, or a package of others."""

    where: str
    room: str
    target: str

    def __str__(self) -> str:
        return f"{self.where} imports {self.target}"


def _room(module: str) -> str:
    return module.removeprefix("deckgen").removeprefix(".").split(".")[0]


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def _imports() -> Iterator[Import]:
    for name, tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from (Import(name, _room(name), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name} imports relatively"
                assert node.module is not None
                yield Import(name, _room(name), node.module)


def _inner_imports() -> Iterator[tuple[Import, str]]:
    for each in _imports():
        if each.target.split(".")[0] == "deckgen" and _room(each.target) != each.room:
            yield each, _room(each.target)


def _floor(room: str) -> int:
    return next(floor for floor, rooms in enumerate(ROOMS) if room in rooms)


def test_every_module_that_the_architecture_names_is_there():
    told = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_/]+(?:\.py|/))`", told))
    homes = (REPOSITORY, PACKAGE, PACKAGE / "packages", PACKAGE / "templates")

    assert len(named) > 50
    assert [] == [name for name in named if not any((home / name).exists() for home in homes)]


def test_the_architecture_names_every_room():
    told = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {_room(name) for name, _ in _modules()} - {"", "__main__"}

    assert set() == {room for room in rooms if not re.search(rf"`{room}(?:\.py`|/)", told)}


def test_every_module_has_its_room():
    rooms = {_room(name) for name, _ in _modules()}

    assert rooms <= set().union(*ROOMS), "say in this file where the new module belongs"


def test_imports_run_one_way():
    upward = [
        str(each)
        for each, target in _inner_imports()
        if not (_floor(target) < _floor(each.room) or {target, each.room} <= MODELS)
        and not (each.room == "freshness" and target == "")  # the version
        and not (each.room == "cli" and target == "")
    ]

    assert upward == []


def test_models_know_each_other_in_one_direction():
    known: dict[str, set[str]] = {model: set() for model in MODELS}
    for each, target in _inner_imports():
        if each.room in MODELS:
            known[each.room].add(target)

    assert set(TopologicalSorter(known).static_order()) >= MODELS


def test_only_the_layout_breaks_text():
    users = {each.room for each, target in _inner_imports() if target == "text"}

    assert users == {"layout"}


def test_each_package_has_one_door():
    strangers = [
        str(each)
        for each in _imports()
        if (package := each.target.split(".")[0]) != "deckgen"
        and (package in DOORS or package not in sys.stdlib_module_names)
        and each.room not in DOORS.get(package, ())
    ]

    assert strangers == []


def test_stages_touch_no_files():
    touching = [
        str(each)
        for each in _imports()
        if each.room in STAGES | MODELS | FOUNDATIONS | {"packages", "sheets"}
        and each.target.split(".")[0] in FILES
    ]

    assert touching == []


def test_named_tuples_are_those_whose_classes_are_made_fast():
    slow = {
        module
        for module, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "typing"
        if "NamedTuple" in {name.name for name in node.names}
    }

    assert slow == {"deckgen.named"}


def test_only_the_command_line_prints_and_exits():
    speaking = [
        f"{name} calls {node.func.id}"
        for name, tree in _modules()
        if _room(name) != "cli"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "input", "exit", "open"}
    ]

    assert speaking == []
