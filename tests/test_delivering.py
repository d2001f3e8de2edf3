from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pytest
from pptx import Presentation
from tests.project import DECK, write_deck

from deckgen.building import build
from deckgen.outcomes import Built
from deckgen.problems import InvalidInput

EDITED_AT = 1_574_762_400.0
"""The 26th of November 2019, 10 o'clock in Greenwich."""


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a deck that was built."""
    write_deck(tmp_path, "rat")
    return build("rat", root=tmp_path).path


def edit(file: Path, words: str = "Geändert") -> bytes:
    """Change a word as somebody does in another program, and save; the bytes saved."""
    deck = Presentation(BytesIO(file.read_bytes()))
    deck.slides[0].shapes.title.text = words
    deck.save(str(file))
    os.utime(file, (EDITED_AT, EDITED_AT))
    return file.read_bytes()


def rebuilt(file: Path, *, overwrite: bool = False, is_strict: bool = False) -> Built:
    root = file.parent.parent
    write_deck(root, "rat", DECK.replace("Alles im Plan", "Alles anders"))
    return build("rat", root=root, overwrite=overwrite, is_strict=is_strict)


def names(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir() if path.name != ".rat.built")


def test_what_deckgen_wrote_is_replaced(file: Path):
    old = file.read_bytes()

    warnings = rebuilt(file).warnings

    assert warnings == ()
    assert names(file) == ["rat.pptx"]
    assert old != file.read_bytes()


def test_an_edited_deck_is_kept_beside_the_new_one(file: Path):
    edited = edit(file)

    built = rebuilt(file)

    assert names(file) == ["rat.edited-2019-11-26-100000.pptx", "rat.pptx"]
    assert edited == (file.parent / "rat.edited-2019-11-26-100000.pptx").read_bytes()
    (warning,) = built.warnings
    assert str(warning) == (
        "output/rat.pptx: this file was edited after deckgen wrote it; the edited one is kept as "
        "rat.edited-2019-11-26-100000.pptx\n"
        "  hint: write into the content what should stay, then delete the edited file"
    )


def test_every_edit_is_kept_even_of_one_second(file: Path):
    first = edit(file)
    rebuilt(file)
    second = edit(file, "Noch einmal geändert")

    rebuilt(file)

    kept = [path.read_bytes() for path in sorted(file.parent.glob("*.edited-*"))]
    assert [second, first] == kept  # `-2.pptx` comes before `.pptx`


def test_what_is_kept_already_is_not_kept_twice(file: Path):
    edited = edit(file)
    rebuilt(file)
    file.write_bytes(edited)
    os.utime(file, (EDITED_AT, EDITED_AT))

    rebuilt(file)

    assert names(file) == ["rat.edited-2019-11-26-100000.pptx", "rat.pptx"]


@pytest.mark.parametrize("content", [b"", b"notes", b"PK\5\6" + bytes(18), b"\0" * 22])
def test_whatever_else_is_there_is_kept(file: Path, content: bytes):
    file.write_bytes(content)

    rebuilt(file)

    assert [content] == [path.read_bytes() for path in file.parent.glob("*.edited-*")]


def test_who_means_it_overwrites(file: Path):
    edit(file)

    built = rebuilt(file, overwrite=True)

    assert (names(file), built.warnings) == (["rat.pptx"], ())


def test_a_strict_build_leaves_an_edited_deck_where_it_is(file: Path):
    edited = edit(file)

    with pytest.raises(InvalidInput, match="build with --overwrite"):
        rebuilt(file, is_strict=True)

    assert (names(file), edited) == (["rat.pptx"], file.read_bytes())


def test_a_disk_that_fills_up_leaves_the_old_deck(file: Path):
    old = file.read_bytes()
    script = dedent("""
        import resource, sys
        from deckgen.building import build
        from deckgen.problems import InvalidInput
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
        try:
            build("rat", root=sys.argv[1])
        except InvalidInput as invalid:
            print(invalid)
    """)

    told = subprocess.run(
        [sys.executable, "-c", script, str(file.parent.parent)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    assert told.startswith("output/rat.pptx: cannot be written (File too large)")
    assert (names(file), old) == (["rat.pptx"], file.read_bytes())


def test_a_file_left_behind_is_taken_over(file: Path):
    (file.parent / ".rat.pptx.part").write_bytes(b"half a deck" * 10_000)

    rebuilt(file)

    assert names(file) == ["rat.pptx"]
    assert Presentation(str(file))


def test_builds_at_once_leave_a_whole_deck(file: Path):
    script = "import sys; from deckgen.building import build; build('rat', root=sys.argv[1])"
    root = str(file.parent.parent)
    builds = [subprocess.Popen([sys.executable, "-c", script, root]) for _ in range(4)]

    assert [0, 0, 0, 0] == [process.wait() for process in builds]
    assert names(file) == ["rat.pptx"]
    assert Presentation(str(file))


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that nobody can read")
def test_a_file_that_cannot_be_read_is_kept(file: Path):
    file.unlink()
    file.symlink_to("/proc/self/mem")

    (warning,) = rebuilt(file).warnings
    (kept,) = (name for name in names(file) if ".edited-" in name)

    assert warning.code == "edited"
    assert str(file.with_name(kept).readlink()) == "/proc/self/mem"
    assert file.read_bytes().startswith(b"PK")
