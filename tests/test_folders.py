"""Finding decks and themes, and writing a file whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from errno import EACCES
from pathlib import Path

import pytest
from tests.project import DECK, WRONG_DECK, write, write_deck, write_theme

from deckgen.batch import build_all
from deckgen.files import LARGEST_FILE, LARGEST_READ, read_file, read_if_there
from deckgen.folders import deck_names, find_deck, find_themes
from deckgen.looks import Looks
from deckgen.outcomes import Built, Failed
from deckgen.problems import InvalidInput, UnusableFile
from deckgen.reading import read_report
from deckgen.saving import keep, write_beside, write_whole


def _complaint(action: Callable[[], object]) -> str:
    with pytest.raises(InvalidInput) as caught:
        action()
    return str(caught.value)


def test_decks_are_the_folders_with_a_deck_file(tmp_path: Path):
    for name in ("paderborn", "bielefeld", ".hidden"):
        write_deck(tmp_path, name)
    write(tmp_path / "content" / "notes" / "todo.txt", "")
    write(tmp_path / "content" / "README.md", "")

    assert deck_names(tmp_path) == ("bielefeld", "paderborn")


def test_a_project_without_decks_says_where_it_looked(tmp_path: Path):
    assert _complaint(lambda: deck_names(tmp_path)) == (
        "content: there are no decks here\n"
        "  hint: start deckgen in the project's folder, or name that folder with -C"
    )


def test_below_the_decks_the_way_to_the_projects_folder_is_told(tmp_path: Path):
    folder = write_deck(tmp_path, "bielefeld").parent

    assert "the project's folder, which is ../..," in _complaint(lambda: deck_names(folder))


@pytest.mark.parametrize("name", ["deck.yml", "deck.yaml.txt", "Deck.YML"])
def test_a_deck_with_another_ending_is_told_and_not_left_out(tmp_path: Path, name: str):
    write(tmp_path / "content" / "march" / name, "title: x")
    write_deck(tmp_path, "april")

    assert ("april", "march") == deck_names(tmp_path)
    assert _complaint(lambda: find_deck("march", tmp_path)) == (
        f"content/march/{name}: the name of a deck's or a project's file ends in .yaml\n"
        f"  hint: rename it to {name[:4]}.yaml; "
        "where endings are hidden, let the system show them"
    )


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of decks' and themes' folders of which we may not see what is in them."""

    def refused(real: Callable[..., object]) -> Callable[..., object]:
        def see(path: Path, *given: object, **named: object) -> object:
            if path.parent in folders:
                raise PermissionError(EACCES, "Permission denied", str(path))
            return real(path, *given, **named)

        return see

    deck, theme = write_deck(tmp_path, "closed"), write_theme(tmp_path, "closed", "name: City")
    folders = (deck.parent, theme.parent)
    for method in ("lstat", "stat", "is_file", "is_dir"):
        monkeypatch.setattr(Path, method, refused(getattr(Path, method)))
    return "closed"


def test_a_deck_that_is_closed_is_told_by_its_name_and_others_are_built(
    tmp_path: Path, closed: str
):
    write_deck(tmp_path, "march")

    first, second = build_all(root=tmp_path)

    assert isinstance(first, Failed)
    assert str(first.problems[0]) == (
        f"content/{closed}: cannot be read (Permission denied)\n"
        "  hint: is it open elsewhere, or closed to you?"
    )
    assert isinstance(second, Built)


def test_among_the_files_of_a_deck_are_none_of_a_closed_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    closed = write(write_deck(tmp_path, "march").parent / "closed" / "photo.jpg", "").parent
    iterdir = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder == closed:
            raise PermissionError(EACCES, "Permission denied", str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert ["deck.yaml"] == [*find_deck("march", tmp_path).deck_files()]


def test_a_theme_that_is_closed_is_told_where_it_is_asked_for(tmp_path: Path, closed: str):
    write_theme(tmp_path, "city", "name: City")
    looks = Looks(tmp_path)

    assert "City" == looks.theme("city").theme.title
    assert _complaint(lambda: looks.theme(closed)).startswith(
        f"themes/{closed}: cannot be read (Permission denied)"
    )


@pytest.mark.parametrize("name", ["tram.yml", "tram.yaml.txt"])
def test_a_project_with_another_ending_is_told_with_all_other_mistakes(tmp_path: Path, name: str):
    folder = write_deck(tmp_path, "march", f"{WRONG_DECK}projects: [tram]\n").parent
    write(folder / "projects" / name, "titel: Tram")
    write(folder / "projects" / "notes.txt", "")
    files = find_deck("march", tmp_path).deck_files()

    complaint = _complaint(lambda: read_report("march", "content/march", files.yaml, files))

    assert (
        f"content/march/projects/{name}: the name of a deck's or a project's file ends in .yaml\n"
        "  hint: rename it to tram.yaml; where endings are hidden, let the system show them"
    ) in complaint
    assert "content/march/deck.yaml:9:1: unknown key `subtite`" in complaint
    assert f"content/march/projects/{name}:1:1: unknown key `titel`" in complaint
    assert "there is no project" not in complaint


@pytest.mark.parametrize(
    "words", ["bielefeld", "content/bielefeld", "content/bielefeld/", "content/bielefeld/deck.yaml"]
)
def test_a_deck_goes_by_its_name_its_folder_or_its_file(tmp_path: Path, words: str):
    write_deck(tmp_path, "bielefeld")

    folder = find_deck(words, tmp_path)

    assert ("bielefeld", "content/bielefeld") == (folder.name, folder.shown)


def test_a_deck_may_be_anywhere(tmp_path: Path):
    path = write(tmp_path / "elsewhere" / "march" / "deck.yaml", "title: x")

    folder = find_deck(str(path), tmp_path / "project")

    assert ("march", path.parent.as_posix()) == (folder.name, folder.shown)


def test_a_deck_that_is_not_there_suggests_its_neighbour(tmp_path: Path):
    write_deck(tmp_path, "bielefeld")

    assert _complaint(lambda: find_deck("bielefedl", tmp_path)) == (
        "bielefedl: there is no such deck\n  hint: did you mean `bielefeld`?"
    )


APART, TOGETHER = "gru\u0308n", "gr\u00fcn"
"""One name to the eye: files from a Mac have their accents apart."""


@pytest.mark.parametrize(("stored", "typed"), [(APART, TOGETHER), (TOGETHER, APART)])
def test_decks_and_themes_go_by_their_names_however_accents_are_stored(
    tmp_path: Path, stored: str, typed: str
):
    place = write_deck(tmp_path, stored).parent
    theme = write_theme(tmp_path, stored, "name: City").parent

    for words in (typed, f"content/{typed}", f"content/{typed}/deck.yaml"):
        assert (TOGETHER, place) == (find_deck(words, tmp_path)[0], find_deck(words, tmp_path)[2])
    assert theme == find_themes(tmp_path)[TOGETHER].place
    assert TOGETHER == Looks(tmp_path).known(typed)


@pytest.mark.parametrize("stored", [APART, TOGETHER])
def test_projects_and_other_files_go_by_their_names_however_accents_are_stored(
    tmp_path: Path, stored: str
):
    typed = ({APART, TOGETHER} - {stored}).pop()
    deck = DECK + ("      - {kind: table, title: Geld, csv: NAME/NAME.csv}\nprojects: [NAME]\n")
    folder = write_deck(tmp_path, "city", deck.replace("NAME", typed)).parent
    write(folder / "projects" / f"{stored}.yaml", "title: Tram\n")
    write(folder / stored / f"{stored}.csv", "Jahr;Euro\n2024;12\n")

    files = find_deck("city", tmp_path).deck_files()
    report, _ = read_report("city", "content/city", files.yaml, files)

    assert [TOGETHER] == [project.id for project in report.projects]
    assert (f"{stored}/{stored}.csv",) == files.named


only_where_names_differ = pytest.mark.skipif(
    sys.platform == "darwin", reason="there both spellings are one file"
)
TWICE = "this name is there twice, with its accents stored in two ways"


@only_where_names_differ
def test_decks_and_themes_that_look_the_same_are_told_and_none_is_chosen(tmp_path: Path):
    for name in (APART, TOGETHER):
        write_deck(tmp_path, name)
        write_theme(tmp_path, name, "name: City")

    assert _complaint(lambda: find_deck(TOGETHER, tmp_path)) == (
        f"content/{TOGETHER}: {TWICE}\n  hint: rename one of the two, or delete it"
    )
    assert f": {TWICE}" in _complaint(lambda: find_themes(tmp_path))


@only_where_names_differ
def test_files_of_a_deck_that_look_the_same_are_told_and_none_is_chosen(tmp_path: Path):
    table = f"      - {{kind: table, title: Geld, csv: {TOGETHER}.csv}}\n"
    folder = write_deck(tmp_path, "city", DECK + table).parent
    for name in (APART, TOGETHER):
        write(folder / "projects" / f"{name}.yaml", "title: Tram\n")
        write(folder / f"{name}.csv", "Jahr\n2024\n")
    files = find_deck("city", tmp_path).deck_files()

    complaint = _complaint(lambda: read_report("city", "content/city", files.yaml, files))

    assert f"content/city/projects/{TOGETHER}.yaml: {TWICE}" in complaint
    assert f"`{TOGETHER}.csv`: {TWICE}" in complaint


def test_a_deck_like_no_other_lists_them_all(tmp_path: Path):
    write_deck(tmp_path, "bielefeld")
    write_deck(tmp_path, "paderborn")

    assert _complaint(lambda: find_deck("x", tmp_path)) == (
        "x: there is no such deck\n  hint: the decks are: bielefeld, paderborn"
    )


def test_a_name_no_file_can_have_is_no_deck(tmp_path: Path):
    assert "there is no such deck" in _complaint(lambda: find_deck("x" * 5000, tmp_path))


def test_a_folder_without_its_deck_file_is_told_so(tmp_path: Path):
    (tmp_path / "content" / "empty").mkdir(parents=True)
    write_deck(tmp_path, "march")

    assert _complaint(lambda: find_deck("empty", tmp_path)) == (
        "empty: there is no deck.yaml in this folder\n  hint: the decks are: march"
    )


def test_a_deck_is_its_own_file_and_its_projects(tmp_path: Path):
    folder = write_deck(tmp_path, "a", "deck").parent
    write(folder / "projects" / "b.yaml", "b")
    write(folder / "projects" / "a.yaml", "a")
    write(folder / "projects" / ".a.yaml.swp", "")
    write(folder / "projects" / "notes.txt", "")

    files = find_deck("a", tmp_path).deck_files().yaml

    assert {
        "deck.yaml": b"deck",
        "projects/a.yaml": b"a",
        "projects/b.yaml": b"b",
    } == files


def test_of_other_files_a_deck_reads_those_that_are_asked_for(tmp_path: Path):
    folder = write_deck(tmp_path, "a", "deck").parent
    write(folder / "figures" / "money.csv", "a;b")
    (folder / "photo.jpg").symlink_to(tmp_path / "nowhere")

    files = find_deck("a", tmp_path).deck_files()

    assert b"a;b" == files["figures/money.csv"]
    assert ("figures/money.csv",) == files.named
    assert {"deck.yaml": b"deck", "figures/money.csv": b"a;b"} == files.read
    assert {"deck.yaml", "figures/money.csv", "photo.jpg"} == {*files}


@pytest.mark.parametrize("path", ["none.csv", "x" * 5000, "a\0b", "circle", "none/../deck.yaml"])
def test_a_file_that_is_not_there_is_none(tmp_path: Path, path: str):
    folder = write_deck(tmp_path, "a").parent
    (folder / "circle").symlink_to(folder / "circle")

    assert path not in find_deck("a", tmp_path).deck_files()


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("../b/deck.yaml", "`../b/deck.yaml` lies outside the deck's or the theme's folder"),
        ("link.csv", "`link.csv` lies outside the deck's or the theme's folder"),
        ("device", "`device` lies outside the deck's or the theme's folder"),
        ("pipe", "`pipe` is not a file"),
        ("projects", "`projects` is not a file"),
        ("large.csv", "`large.csv` is too large (64 MB are the most)"),
    ],
)
def test_a_file_that_no_deck_may_read_says_why(tmp_path: Path, path: str, complaint: str):
    folder = write_deck(tmp_path, "a").parent
    (folder / "projects").mkdir()
    (folder / "link.csv").symlink_to(write(tmp_path / "secret.csv", "a;b"))
    (folder / "device").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    os.truncate(write(folder / "large.csv", ""), LARGEST_FILE + 1)
    write_deck(tmp_path, "b")

    with pytest.raises(UnusableFile) as caught:
        find_deck("a", tmp_path).deck_files()[path]
    assert complaint == caught.value.message


def test_every_unreadable_file_is_named(tmp_path: Path):
    projects = write_deck(tmp_path, "a").parent / "projects"
    for name in ("one.yaml", "two.yaml"):
        (projects / name).mkdir(parents=True)

    assert _complaint(find_deck("a", tmp_path).deck_files) == "\n".join(
        f"content/a/projects/{name}: is not a file" for name in ("one.yaml", "two.yaml")
    )


def test_what_a_deck_is_written_in_lies_in_its_folder_and_is_a_file(tmp_path: Path):
    folder = write_deck(tmp_path, "a").parent
    (folder / "projects").mkdir()
    (folder / "projects/link.yaml").symlink_to(write(tmp_path / "secret.yaml", "title: Secret"))
    os.mkfifo(folder / "projects/pipe.yaml")

    assert _complaint(find_deck("a", tmp_path).deck_files) == (
        "content/a/projects/link.yaml: lies outside the deck's or the theme's folder\n"
        "  hint: copy the file into the folder, in place of a link\n"
        "content/a/projects/pipe.yaml: is not a file"
    )


def test_a_linked_folder_of_projects_may_lie_within_the_deck_only(tmp_path: Path):
    folder = write_deck(tmp_path, "a").parent
    elsewhere = write(tmp_path / "elsewhere/b.yaml", "title: B").parent
    (folder / "projects").symlink_to(elsewhere)

    assert _complaint(find_deck("a", tmp_path).deck_files).startswith(
        "content/a/projects/b.yaml: lies outside"
    )


def test_a_linked_folder_brings_nothing_into_a_theme(tmp_path: Path):
    folder = write_theme(tmp_path, "city", "name: City").parent
    (folder / "all").symlink_to("/")

    assert {"theme.yaml": b"name: City"} == find_themes(tmp_path)["city"].theme_files()


def test_a_theme_is_all_files_of_its_folder(tmp_path: Path):
    folder = write_theme(tmp_path, "city", "name: City").parent
    write(folder / "fonts" / "house.ttf", "font")
    write(folder / ".DS_Store", "")

    files = find_themes(tmp_path)["city"].theme_files()

    assert {"fonts/house.ttf": b"font", "theme.yaml": b"name: City"} == files


def test_the_default_theme_comes_with_the_package(tmp_path: Path):
    assert find_themes(tmp_path)["default"].shown == "deckgen/themes/default"


def test_a_theme_of_the_project_comes_before_the_one_of_the_package(tmp_path: Path):
    write_theme(tmp_path, "default", "name: Ours")

    assert find_themes(tmp_path)["default"].shown == "themes/default"


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path):
    path = tmp_path / "new" / "output" / "a.pptx"

    assert write_whole(path, b"deck", tmp_path) == "new/output/a.pptx"
    assert path.read_bytes() == b"deck"


def test_nothing_is_left_beside_a_written_file(tmp_path: Path):
    write_whole(tmp_path / "a.pptx", b"old", tmp_path)
    write_whole(tmp_path / "a.pptx", b"new", tmp_path)

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pptx", b"new")]


def test_a_file_that_cannot_be_replaced_leaves_no_trace(tmp_path: Path):
    (tmp_path / "a.pptx").mkdir()

    complaint = _complaint(lambda: write_whole(tmp_path / "a.pptx", b"deck", tmp_path))

    assert complaint == (
        "a.pptx: cannot be written (Is a directory)\n"
        "  hint: a folder has the name of that file: rename it, or write to another folder with -o"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.pptx"]


def test_an_output_folder_that_is_a_file_is_told_so(tmp_path: Path):
    write(tmp_path / "output", "")

    complaint = _complaint(lambda: write_whole(tmp_path / "output/a.pptx", b"", tmp_path))

    assert complaint.startswith("output/a.pptx: cannot be written (File exists)")


def test_a_name_that_is_too_long_asks_for_a_shorter_one(tmp_path: Path):
    complaint = _complaint(lambda: write_whole(tmp_path / ("a" * 260), b"", tmp_path))

    assert complaint.endswith(
        "cannot be written (File name too long)\n"
        "  hint: give the deck's or the theme's folder a shorter name"
    )


@pytest.mark.parametrize("name", [".a.pptx.part", ".a.built"])
@pytest.mark.parametrize("kind", ["link", "dangling", "pipe"])
def test_what_others_put_in_the_place_of_our_own_files_is_not_written_to(
    tmp_path: Path, name: str, kind: str
):
    """A repository that somebody else made may have them in its folder for decks."""
    mine = write(tmp_path / "mine.txt", "mine")
    output = tmp_path / "output"
    output.mkdir()
    if kind == "pipe":
        os.mkfifo(output / name)
    else:
        (output / name).symlink_to(mine if kind == "link" else tmp_path / "nowhere")

    write_whole(output / "a.pptx", b"deck", tmp_path)
    write_beside(output / ".a.built", b"note")

    assert b"deck" == (output / "a.pptx").read_bytes()
    assert b"note" == (output / ".a.built").read_bytes()
    assert "mine" == mine.read_text(encoding="utf-8")
    assert [".a.built", "a.pptx"] == sorted(path.name for path in output.iterdir())
    assert not (tmp_path / "nowhere").exists()


def test_a_link_in_place_of_a_folder_of_our_own_leads_to_no_file_of_others(tmp_path: Path):
    for number in range(5):
        write(tmp_path / "letters" / f"{number}.txt", "mine")
    (tmp_path / ".figures").symlink_to(tmp_path / "letters")

    keep(tmp_path / ".figures" / "a", b"picture", most=2)

    assert 5 == len(list((tmp_path / "letters").iterdir()))


def test_nobody_waits_for_a_pipe_in_the_place_of_a_deck(tmp_path: Path):
    os.mkfifo(tmp_path / "a.pptx")

    assert read_if_there(tmp_path / "a.pptx") is None


def test_a_file_without_end_is_not_read_to_its_end():
    complaint = _complaint(lambda: read_file(Path("/dev/zero"), Path("/")))

    assert f"dev/zero: is too large ({LARGEST_READ // 2**20} MB are the most)" == complaint
