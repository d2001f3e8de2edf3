"""The pipeline from files to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from tests.fresh_python import printed_by
from tests.project import DECK, WRONG_DECK, write, write_deck, write_theme

import deckgen
from deckgen.building import build, typeset
from deckgen.freshness import Options
from deckgen.looks import Looks
from deckgen.problems import InvalidInput

THEME = "name: City\ncolours: {primary: '204D2B'}\n"
WRONG_THEME = "name: City\ncolours: {primary: green}\n"
UNUSED_PROJECT = "title: Serviceportal\n"


def _mistakes(root: Path, **options: object) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        build("a", root=root, **options)  # type: ignore[arg-type]
    return [str(problem.source) for problem in caught.value.problems]


def _theme_of(root: Path, wished: str | None = None) -> str:
    return typeset("a", Looks(root), Options(theme=wished)).look.theme.name


def test_a_deck_becomes_a_file(tmp_path: Path):
    write_deck(tmp_path, "a")

    built = build("a", root=tmp_path)

    assert (tmp_path / "output" / "a.pptx", "output/a.pptx") == (built.path, built.shown)
    assert built.size == built.path.stat().st_size
    assert built.slides == len(Presentation(str(built.path)).slides)
    assert built.warnings == ()


def test_the_output_folder_starts_from_the_project(tmp_path: Path):
    write_deck(tmp_path, "a")

    assert build("a", root=tmp_path, output="decks/march").shown == "decks/march/a.pptx"


def test_a_deck_with_mistakes_leaves_the_older_file_alone(tmp_path: Path):
    write_deck(tmp_path, "a")
    old = build("a", root=tmp_path).path.read_bytes()
    write_deck(tmp_path, "a", WRONG_DECK)

    assert _mistakes(tmp_path) == ["content/a/deck.yaml:9:1"]
    assert old == (tmp_path / "output" / "a.pptx").read_bytes()
    assert {path.name for path in (tmp_path / "output").iterdir()} == {"a.pptx", ".a.built"}


def test_mistakes_of_deck_and_theme_are_told_together(tmp_path: Path):
    write_deck(tmp_path, "a", WRONG_DECK)
    write_theme(tmp_path, "a", WRONG_THEME)

    files = {place.split(":")[0] for place in _mistakes(tmp_path)}

    assert files == {"content/a/deck.yaml", "themes/a/theme.yaml"}


def test_a_deck_with_mistakes_is_told_of_the_theme_it_names_too(tmp_path: Path):
    write_deck(tmp_path, "a", WRONG_DECK + "theme: citty\n")

    assert _mistakes(tmp_path) == ["content/a/deck.yaml:9:1", "content/a/deck.yaml:10:8"]


def test_mistakes_of_deck_and_wished_theme_are_told_together(tmp_path: Path):
    write_deck(tmp_path, "a", WRONG_DECK)

    assert _mistakes(tmp_path, theme="citty") == ["content/a/deck.yaml:9:1", "--theme"]


def test_a_theme_with_mistakes_stops_the_build(tmp_path: Path):
    write_deck(tmp_path, "a")
    write_theme(tmp_path, "a", WRONG_THEME)

    assert {place.split(":")[0] for place in _mistakes(tmp_path)} == {"themes/a/theme.yaml"}


def test_warnings_come_with_the_result(tmp_path: Path):
    deck = write_deck(tmp_path, "a")
    write(deck.parent / "projects" / "portal.yaml", UNUSED_PROJECT)
    write_deck(tmp_path, "a", DECK + "projects: [other]\n")
    write(deck.parent / "projects" / "other.yaml", UNUSED_PROJECT)

    warnings = build("a", root=tmp_path).warnings

    assert "content/a/projects/portal.yaml" in {warning.source.file.path for warning in warnings}


def test_a_strict_build_takes_warnings_for_mistakes(tmp_path: Path):
    deck = write_deck(tmp_path, "a", DECK + "projects: [other]\n")
    write(deck.parent / "projects" / "portal.yaml", UNUSED_PROJECT)
    write(deck.parent / "projects" / "other.yaml", UNUSED_PROJECT)

    places = _mistakes(tmp_path, is_strict=True)

    assert any(place.startswith("content/a/projects/portal.yaml") for place in places)
    assert not (tmp_path / "output").exists()


def test_a_deck_without_a_theme_gets_the_built_in_one(tmp_path: Path):
    write_deck(tmp_path, "a")

    assert _theme_of(tmp_path) == "default"


def test_a_deck_gets_the_theme_of_its_name(tmp_path: Path):
    write_deck(tmp_path, "a")
    write_theme(tmp_path, "a", THEME)

    assert _theme_of(tmp_path) == "a"


def test_a_deck_gets_the_theme_it_names(tmp_path: Path):
    write_deck(tmp_path, "a", DECK + "theme: city\n")
    write_theme(tmp_path, "a", THEME)
    write_theme(tmp_path, "city", THEME)

    assert _theme_of(tmp_path) == "city"


def test_the_wished_theme_comes_first(tmp_path: Path):
    write_deck(tmp_path, "a", DECK + "theme: city\n")
    write_theme(tmp_path, "city", THEME)

    assert _theme_of(tmp_path, "default") == "default"


def test_a_theme_that_is_not_there_is_marked_where_it_is_named(tmp_path: Path):
    write_deck(tmp_path, "a", DECK + "theme: citty\n")
    write_theme(tmp_path, "city", THEME)

    with pytest.raises(InvalidInput) as caught:
        build("a", root=tmp_path)

    assert str(caught.value) == (
        "content/a/deck.yaml:9:8: there is no theme called `citty`\n"
        "  9 | theme: citty\n"
        "    |        ^^^^^\n"
        "  hint: did you mean `city`?"
    )


def test_one_look_serves_all_decks_of_a_language(tmp_path: Path):
    write_deck(tmp_path, "a")
    write_deck(tmp_path, "b")
    write_deck(tmp_path, "c", DECK.replace("de-DE", "en-GB"))
    looks = Looks(tmp_path)

    a, b, c = (typeset(name, looks).look for name in "abc")

    assert a is b
    assert a is not c


def test_the_package_offers_build_however_often_it_is_asked(tmp_path: Path):
    write_deck(tmp_path, "a")

    for _ in range(2):
        assert deckgen.build("a", root=tmp_path).shown == "output/a.pptx"
    assert deckgen.InvalidInput is InvalidInput


def test_importing_the_package_imports_nothing_else():
    probe = "import sys, deckgen; print([name for name in sys.modules if 'deckgen.' in name])"

    assert "[]" == printed_by(probe)


def test_a_name_the_package_lacks_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'biuld'"):
        _ = deckgen.biuld
