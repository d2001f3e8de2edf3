"""A deck is left alone as long as nothing of what its file was made from has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.fresh_python import printed_by
from tests.in_git import InGit
from tests.project import DECK, write, write_deck, write_theme

from deckgen.batch import build_all
from deckgen.building import build
from deckgen.looks import Looks
from deckgen.outcomes import Built, Failed, UpToDate

THEME = "name: City\ncolours: {primary: '204D2B'}\n"
OTHER_THEME = THEME.replace("204D2B", "2B204D")


def _is_left_alone(root: Path, deck: str = "a", **options: object) -> bool:
    (outcome,) = build_all([deck], root=root, **options)  # type: ignore[arg-type]
    assert isinstance(outcome, Built | UpToDate)
    return isinstance(outcome, UpToDate)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project with a deck `a` in the theme `city`, and their file; gives the project's folder."""
    write_deck(tmp_path, "a", DECK + "theme: city\n")
    write_theme(tmp_path, "city", THEME)
    assert not _is_left_alone(tmp_path)
    return tmp_path


def test_a_deck_that_did_not_change_is_left_alone(built: Path):
    before = (built / "output" / "a.pptx").stat()

    assert _is_left_alone(built)
    assert before == (built / "output" / "a.pptx").stat()


def test_what_was_built_alone_is_up_to_date_too(tmp_path: Path):
    write_deck(tmp_path, "a")
    build("a", root=tmp_path)

    assert _is_left_alone(tmp_path)


def test_a_forced_deck_is_built(built: Path):
    assert not _is_left_alone(built, force=True)


def test_a_file_saved_without_a_change_is_no_change(built: Path):
    write_deck(built, "a", DECK + "theme: city\n")
    write_theme(built, "city", THEME)

    assert _is_left_alone(built)


def test_a_changed_deck_is_built(built: Path):
    write_deck(built, "a", DECK.replace("Plan", "Lot") + "theme: city\n")

    assert not _is_left_alone(built)


def test_a_new_or_changed_file_of_the_deck_is_a_change(tmp_path: Path):
    deck = write_deck(tmp_path, "a", DECK + "      - kind: projects\nprojects: [one]\n")
    project = write(deck.parent / "projects" / "one.yaml", "title: Serviceportal\n")
    assert (False, True) == (_is_left_alone(tmp_path), _is_left_alone(tmp_path))

    write(project, "title: Bürgerportal\n")
    assert (False, True) == (_is_left_alone(tmp_path), _is_left_alone(tmp_path))
    write(project.with_name("two.yaml"), "title: Schülerticket\n")
    assert not _is_left_alone(tmp_path)


def test_a_changed_file_that_the_deck_names_is_a_change_and_another_one_is_none(tmp_path: Path):
    budget = "title: Portal\nbudget: {csv: money.csv}\n"
    deck = write_deck(tmp_path, "a", DECK + "      - kind: status\nprojects: [one]\n")
    write(deck.parent / "projects" / "one.yaml", budget + "status: [Gut]\n")
    money = write(deck.parent / "money.csv", "Projekt;Gesamt\none;1,5\n")
    assert (False, True) == (_is_left_alone(tmp_path), _is_left_alone(tmp_path))

    write(deck.parent / "other.csv", "Projekt;Gesamt\none;1,5\n")
    write(deck.parent / "photos" / "large.png", "")
    assert _is_left_alone(tmp_path)
    write(money, "Projekt;Gesamt\none;2,5\n")
    assert (False, True) == (_is_left_alone(tmp_path), _is_left_alone(tmp_path))


def test_a_file_that_the_deck_names_and_that_has_gone_is_a_change(tmp_path: Path):
    deck = write_deck(tmp_path, "a", DECK + "      - kind: status\nprojects: [one]\n")
    project = "title: Portal\nbudget: {csv: money.csv}\nstatus: [Gut]\n"
    write(deck.parent / "projects" / "one.yaml", project)
    money = write(deck.parent / "money.csv", "Projekt;Gesamt\none;1,5\n")
    assert not _is_left_alone(tmp_path)

    money.unlink()

    (outcome,) = build_all(["a"], root=tmp_path)
    assert isinstance(outcome, Failed)


def test_a_changed_theme_is_a_change_of_its_decks_alone(built: Path):
    write_deck(built, "b")
    assert (False, True) == (_is_left_alone(built, "b"), _is_left_alone(built, "a"))

    write_theme(built, "city", OTHER_THEME)

    assert (False, True) == (_is_left_alone(built, "a"), _is_left_alone(built, "b"))


def test_a_new_file_of_a_theme_is_a_change(built: Path):
    write(built / "themes" / "city" / "notes.txt", "Hausfarben")

    assert not _is_left_alone(built)


def test_a_theme_of_the_decks_name_may_change_which_one_it_gets(tmp_path: Path):
    write_deck(tmp_path, "a")
    assert not _is_left_alone(tmp_path)

    write_theme(tmp_path, "a", THEME)

    assert not _is_left_alone(tmp_path)


def test_a_theme_of_another_name_makes_no_difference(built: Path):
    write_theme(built, "village", THEME)

    assert _is_left_alone(built)


def test_a_theme_of_the_project_in_the_place_of_the_built_in_one_is_a_change(tmp_path: Path):
    write_deck(tmp_path, "a")
    assert not _is_left_alone(tmp_path)

    write_theme(tmp_path, "default", THEME)

    assert not _is_left_alone(tmp_path)


def test_another_option_is_a_change(built: Path):
    assert not _is_left_alone(built, theme="default")
    assert not _is_left_alone(built, theme="default", include_internal=True)
    assert _is_left_alone(built, theme="default", include_internal=True)
    assert _is_left_alone(built, theme="default", include_internal=True, is_strict=True)


def test_another_output_folder_has_files_of_its_own(built: Path):
    assert not _is_left_alone(built, output="elsewhere")
    assert _is_left_alone(built)


def test_a_file_that_somebody_changed_or_removed_is_built(built: Path):
    file = built / "output" / "a.pptx"

    file.write_bytes(file.read_bytes() + b"!")
    assert not _is_left_alone(built)
    file.unlink()
    assert not _is_left_alone(built)
    assert _is_left_alone(built)


def test_another_program_builds_anew(built: Path):
    record = built / "output" / ".a.built"
    record.write_text(json.dumps({**json.loads(record.read_text()), "program": "older"}))

    assert not _is_left_alone(built)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"{}",
        b'{"theme": "city"}',
        b'{"named": 1}',
        b"[" * 100_000,
        b"null",
    ],
)
def test_a_record_that_makes_no_sense_is_none(built: Path, nonsense: bytes):
    (built / "output" / ".a.built").write_bytes(nonsense)

    assert not _is_left_alone(built)


def test_a_record_of_a_strange_theme_is_none(built: Path):
    record = built / "output" / ".a.built"
    for strange in (["city"], None, "nowhere"):
        record.write_text(json.dumps({**json.loads(record.read_text()), "theme": strange}))
        assert not _is_left_alone(built)


def test_a_record_of_strange_files_is_none(built: Path):
    record = built / "output" / ".a.built"
    for strange in (None, [1], "deck.yaml", ["../../secret"], ["\0"]):
        record.write_text(json.dumps({**json.loads(record.read_text()), "named": strange}))
        assert not _is_left_alone(built)


@pytest.mark.parametrize("strange", [["x"], {"a": 1}, 1.5, "x"])
def test_a_record_of_a_strange_past_is_none(built: Path, strange: object):
    InGit(built).commit(tag="bericht-1")
    record = built / "output" / ".a.built"
    past = json.loads(record.read_text())["past"]
    for place in (2, 4, 5):
        told = [*past[:place], strange, *past[place + 1 :]]
        record.write_text(json.dumps({**json.loads(record.read_text()), "past": told}))
        assert not _is_left_alone(built)


def test_a_record_that_cannot_be_read_or_written_does_no_harm(built: Path):
    record = built / "output" / ".a.built"
    record.unlink()
    record.mkdir()

    assert not _is_left_alone(built)
    assert {path.name for path in (built / "output").iterdir()} == {"a.pptx", ".a.built"}


def test_a_deck_with_warnings_is_built_so_that_they_are_seen(tmp_path: Path):
    deck = write_deck(tmp_path, "a", DECK + "      - kind: projects\nprojects: [used]\n")
    write(deck.parent / "projects" / "used.yaml", "title: Serviceportal\n")
    write(deck.parent / "projects" / "unused.yaml", "title: Schülerticket\n")

    for _ in range(2):
        (outcome,) = build_all(["a"], root=tmp_path)
        assert isinstance(outcome, Built)
        assert [warning.code for warning in outcome.warnings] == ["unused-project"]


def test_a_theme_that_changed_after_it_was_read_is_a_change(built: Path):
    looks = Looks(built)
    looks.theme("city")
    write_theme(built, "city", OTHER_THEME)

    build("a", looks=looks)

    assert not _is_left_alone(built)


def test_finding_out_needs_no_part_of_the_pipeline(built: Path):
    probe = (
        "import sys; from deckgen.batch import build_all\n"
        f"print(*(type(outcome).__name__ for outcome in build_all(root={str(built)!r})))\n"
        "print(*({'yaml', 'babel', 'deckgen.layout', 'deckgen.writing'} & set(sys.modules)))"
    )

    assert "UpToDate" == printed_by(probe)
