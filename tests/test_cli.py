"""The commands, as people and scripts meet them."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click import Command, Group, Option
from click.testing import CliRunner, Result
from tests.broken_decks import GRAPHICS, TEXT, changed, packed, sound_deck, unpacked
from tests.office import REPOSITORY
from tests.project import DECK, WRONG_DECK, write, write_deck, write_theme

from deckgen import __version__
from deckgen.cli import commands

WRITTEN = r"output/{}\.pptx  \d+ slides, \d+ kB, \d+\.\d s\n"


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, [*words, "-C", str(root)], prog_name="deckgen")


def _start(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "deckgen", *words],
        cwd=root,
        env=_environment(environment),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def _in_shell(root: Path, words: str, streams: str) -> subprocess.CompletedProcess[bytes]:
    command = f'exec "{sys.executable}" -m deckgen {words} {streams}'
    return subprocess.run(["sh", "-c", command], cwd=root, capture_output=True, check=False)


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    return {**kept, **changes}


def test_a_build_says_in_a_line_what_it_wrote(tmp_path: Path):
    write_deck(tmp_path, "a")

    result = _run(tmp_path, "build", "a")

    assert (0, "") == (result.exit_code, result.stderr)
    assert re.fullmatch(WRITTEN.format("a"), result.stdout)


def test_without_a_name_all_decks_are_built(tmp_path: Path):
    write_deck(tmp_path, "a")
    write_deck(tmp_path, "b")

    result = _run(tmp_path, "build")

    assert re.fullmatch(WRITTEN.format("a") + WRITTEN.format("b"), result.stdout)


def test_a_deck_named_twice_is_built_once(tmp_path: Path):
    write_deck(tmp_path, "a")

    result = _run(tmp_path, "build", "a", "content/a", "content/a/deck.yaml")

    assert re.fullmatch(WRITTEN.format("a"), result.stdout)


def test_two_decks_of_one_name_are_wrong_usage(tmp_path: Path):
    write_deck(tmp_path, "a")
    write(tmp_path / "drafts" / "a" / "deck.yaml", DECK)

    result = _run(tmp_path, "build", "a", "drafts/a")

    assert result.exit_code == 2
    assert "content/a and drafts/a have one name; build them one by one, with -o." in result.stderr
    assert not (tmp_path / "output").exists()


def test_the_output_folder_can_be_chosen(tmp_path: Path):
    write_deck(tmp_path, "a")

    assert _run(tmp_path, "build", "-o", "decks").stdout.startswith("decks/a.pptx  ")
    assert (tmp_path / "decks" / "a.pptx").exists()


def test_a_check_writes_nothing(tmp_path: Path):
    write_deck(tmp_path, "a")

    result = _run(tmp_path, "check")

    assert (0, "") == (result.exit_code, result.stderr)
    assert re.fullmatch(r"content/a  \d+ slides, \d+\.\d s\n", result.stdout)
    assert not (tmp_path / "output").exists()


def test_mistakes_are_shown_whole_and_counted(tmp_path: Path):
    write_deck(tmp_path, "a", WRONG_DECK)

    result = _run(tmp_path, "build")

    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("content/a/deck.yaml:9:1: ")
    assert result.stderr.endswith("\n\n1 mistake; nothing was written\n")


def test_mistakes_of_several_files_are_counted_by_file(tmp_path: Path):
    for name in "ab":
        write_deck(tmp_path, name, WRONG_DECK)

    assert _run(tmp_path, "build").stderr.endswith(
        "\n\n2 mistakes in 2 files; nothing was written\n"
    )


def test_what_is_wrong_with_the_command_is_in_no_file(tmp_path: Path):
    result = _run(tmp_path, "theme", "new", "Bad Name", "--colour", "blue")

    assert result.stderr.endswith("\n\n2 mistakes; nothing was written\n")


def test_a_check_with_mistakes_does_not_talk_of_writing(tmp_path: Path):
    write_deck(tmp_path, "a", WRONG_DECK)

    result = _run(tmp_path, "check")

    assert result.exit_code == 1
    assert result.stderr.endswith("\n\n1 mistake\n")


def test_the_other_decks_are_built_all_the_same(tmp_path: Path):
    write_deck(tmp_path, "a", WRONG_DECK)
    write_deck(tmp_path, "b")

    result = _run(tmp_path, "build", "a", "c", "b")

    assert result.exit_code == 1
    assert re.fullmatch(WRITTEN.format("b"), result.stdout)
    assert "\n\nc: there is no such deck\n" in result.stderr
    assert result.stderr.endswith("\n\n2 mistakes; 1 of 3 decks written\n")


def test_a_mistake_many_decks_share_is_told_once(tmp_path: Path):
    write_deck(tmp_path, "a")
    write_deck(tmp_path, "b")

    result = _run(tmp_path, "build", "--theme", "nowhere")

    assert result.stderr == (
        "--theme: there is no theme called `nowhere`\n"
        "  hint: the themes are: default\n\n"
        "1 mistake; nothing was written\n"
    )


def _write_deck_with_a_warning(root: Path, name: str = "a") -> None:
    deck = write_deck(root, name, DECK + "      - kind: projects\nprojects: [used]\n")
    write(deck.parent / "projects" / "used.yaml", "title: Serviceportal\n")
    write(deck.parent / "projects" / "unused.yaml", "title: Schülerticket\n")


def test_warnings_are_shown_and_do_no_harm(tmp_path: Path):
    _write_deck_with_a_warning(tmp_path)

    result = _run(tmp_path, "build")

    assert result.exit_code == 0
    assert re.fullmatch(WRITTEN.format("a"), result.stdout)
    assert result.stderr == (
        "warnings\n"
        "  unused-project  content/a/projects/unused.yaml  this project is not part of the deck"
        "; hint: add `unused` to `projects` in deck.yaml, or delete the file\n"
        "1 warning; with --strict it counts as a mistake\n"
    )


def test_warnings_of_all_decks_come_in_one_table_after_the_mistakes(tmp_path: Path):
    for name in "ba":
        _write_deck_with_a_warning(tmp_path, name)
    write_deck(tmp_path, "c", WRONG_DECK)

    mistakes, _, warnings = _run(tmp_path, "build").stderr.partition("\n\nwarnings\n")

    assert mistakes.endswith("\n\n1 mistake; 2 of 3 decks written")
    assert ["content/a/projects/unused.yaml", "content/b/projects/unused.yaml"] == re.findall(
        r"unused-project  (\S+)", warnings
    )
    assert warnings.endswith("\n2 warnings; with --strict they count as mistakes\n")


def test_a_warning_many_decks_share_is_told_once(tmp_path: Path):
    _write_deck_with_a_warning(tmp_path)

    result = _run(tmp_path, "check", "a", "./content/a")

    assert result.stderr.count("unused-project") == 1


def test_on_a_terminal_warnings_are_wrapped_to_its_width(tmp_path: Path):
    _write_deck_with_a_warning(tmp_path)

    shown = _on_a_terminal(tmp_path, "check", COLUMNS="70").replace("\r\n", "\n")

    assert shown.partition("warnings\n")[2] == (
        "  unused-project  content/a/projects/unused.yaml\n"
        "                  this project is not part of the deck\n"
        "                  hint: add `unused` to `projects` in deck.yaml, or\n"
        "                  delete the file\n"
        "1 warning; with --strict it counts as a mistake\n"
    )


def test_strict_takes_warnings_for_mistakes(tmp_path: Path):
    _write_deck_with_a_warning(tmp_path)

    result = _run(tmp_path, "build", "--strict")

    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr == (
        "content/a/projects/unused.yaml: this project is not part of the deck\n"
        "  hint: add `unused` to `projects` in deck.yaml, or delete the file\n\n"
        "1 mistake; nothing was written\n"
    )


def test_internal_slides_are_for_those_who_ask(tmp_path: Path):
    internal = "      - {kind: text, title: Intern, items: [Nur hier], internal: true}\n"
    write_deck(tmp_path, "a", DECK + internal)

    outside, inside = (
        int(re.findall(r"(\d+) slides", _run(tmp_path, "check", *words).stdout)[0])
        for words in ([], ["--internal"])
    )

    assert outside + 1 == inside


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--colour", "red"],
        ["biuld"],
        ["check", "-o", "here"],
        ["check", "--watch"],
        ["theme", "new", "city"],
        ["theme", "show", "city", "--language", "fr"],
        ["theme", "paint"],
        ["build", "--jobs", "0"],
        ["build", "-C", "/nowhere/at/all"],
        ["lint"],
        ["lint", "/nowhere/at/all.pptx"],
    ],
)
def test_wrong_usage_exits_with_2(words: list[str]):
    result = CliRunner().invoke(commands, words)

    assert (2, "") == (result.exit_code, result.stdout)


def test_the_version_is_told():
    result = CliRunner().invoke(commands, ["--version"], prog_name="deckgen")

    assert result.stdout == f"deckgen {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["check", "--help"]])
def test_help_has_examples(words: list[str]):
    result = CliRunner().invoke(commands, words, prog_name="deckgen")

    assert "Examples:\n" in result.stdout


def _all_commands(group: Group, path: str = "deckgen") -> dict[str, Command]:
    """The commands of a group and of the groups in it, by the words that call them."""
    found = {f"{path} {name}": command for name, command in group.commands.items()}
    for words, command in tuple(found.items()):
        if isinstance(command, Group):
            found |= _all_commands(command, words)
    return found


def test_every_command_and_option_is_documented():
    documentation = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
    assert isinstance(commands, Group)
    all_commands = _all_commands(commands)
    expected = all_commands.keys() | {
        f"`{option}"
        for command in (commands, *all_commands.values())
        for parameter in command.params
        if isinstance(parameter, Option)
        for option in parameter.opts
    }

    assert {words for words in expected if words not in documentation} == set()


def test_every_command_helps_with_examples():
    assert isinstance(commands, Group)
    for words in _all_commands(commands):
        result = CliRunner().invoke(commands, [*words.split()[1:], "--help"], prog_name="deckgen")

        assert "Examples:\n" in result.stdout


def test_a_theme_is_started_checked_and_shown(tmp_path: Path):
    new = _run(tmp_path, "theme", "new", "city", "--colour", "#0B3C5D")
    check = _run(tmp_path, "theme", "check", "city", "--strict")
    show = _run(tmp_path, "theme", "show", "city", "--language", "en-GB")
    names = _run(tmp_path, "theme", "list")

    assert (0, "themes/city/theme.yaml\n", "") == (new.exit_code, new.stdout, new.stderr)
    assert (0, "") == (check.exit_code, check.stderr)
    assert check.stdout.startswith("themes/city  City\n  slide    960 × 540 pt\n  fonts    heading")
    assert re.search(r"\n {11}primary on tint +\d+\.\d : 1  holds\n", check.stdout)
    assert (
        "             Text                  864 × 341 pt  about 11 lines of 24 pt\n" in check.stdout
    )
    assert re.fullmatch(WRITTEN.format("theme-city"), show.stdout)
    assert "city     themes/city\ndefault  deckgen/themes/default\n" == names.stdout


def test_a_theme_with_mistakes_ends_with_1(tmp_path: Path):
    write_theme(tmp_path, "city", "colours: {accent: '#FFDD00'}")

    for command, ending in (("check", ""), ("show", "; nothing was written")):
        result = _run(tmp_path, "theme", command, "city")

        assert (1, "") == (result.exit_code, result.stdout)
        assert result.stderr.endswith(f"\n\n1 mistake{ending}\n")


def test_a_theme_that_is_not_there_is_told(tmp_path: Path):
    result = _run(tmp_path, "theme", "check", "defautl")

    assert (1, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(
        "defautl: there is no theme called `defautl`\n  hint: did you mean `default`?\n"
    )


def test_a_themes_warnings_stop_it_only_if_they_are_to(tmp_path: Path):
    write_theme(tmp_path, "city", "name: City")
    (tmp_path / "themes" / "city" / "old.png").write_bytes(b"")

    mild, strict = (_run(tmp_path, "theme", "check", "city", *w) for w in ((), ("--strict",)))

    assert (0, 1) == (mild.exit_code, strict.exit_code)
    assert "  unused-file  themes/city/old.png  theme.yaml does not name this file" in mild.stderr
    assert strict.stderr.startswith("themes/city/old.png: theme.yaml does not name this file\n")


def test_a_theme_that_is_there_is_not_started_again(tmp_path: Path):
    write_theme(tmp_path, "city", "name: City")

    result = _run(tmp_path, "theme", "new", "city", "--colour", "0B3C5D")

    assert (1, "") == (result.exit_code, result.stdout)
    assert "1 mistake; nothing was written\n" in result.stderr


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii"}],
)
def test_letters_a_terminal_lacks_do_no_harm(tmp_path: Path, environment: dict[str, str]):
    write_deck(tmp_path, "łódź")
    write_deck(tmp_path, "ж", DECK.replace("text", "✓ж"))

    run = _start(tmp_path, "build", **environment)

    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert b"1 of 2 decks written" in run.stderr


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path):
    write_deck(tmp_path, "a")
    reading, writing = os.pipe()
    os.close(reading)

    run = subprocess.run(
        [sys.executable, "-m", "deckgen", "build"],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert (1, b"") == (run.returncode, run.stderr)


@pytest.mark.parametrize("closed", ["1", "2", "0 1 2"])
def test_closed_streams_keep_no_deck_from_being_written(tmp_path: Path, closed: str):
    for name in "ab":
        write_deck(tmp_path, name)

    run = _in_shell(tmp_path, "build", " ".join(f"{number}>&-" for number in closed.split()))

    assert (0, b"") == (run.returncode, run.stderr)
    assert {"a.pptx", "b.pptx"} == {path.name for path in (tmp_path / "output").glob("*.pptx")}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
@pytest.mark.parametrize("words", ["build", "check", "--help", "log a", "theme list"])
def test_a_full_disk_behind_what_is_printed_is_told_without_a_traceback(tmp_path: Path, words: str):
    write_deck(tmp_path, "a")

    run = _in_shell(tmp_path, words, "> /dev/full")

    assert 1 == run.returncode
    assert [b"deckgen cannot go on: [Errno 28] No space left on device"] == (
        run.stderr.splitlines()[:-1]
    )


def test_names_of_decks_give_a_terminal_no_orders(tmp_path: Path):
    write_deck(tmp_path, "\x1b[31mred")
    write_deck(tmp_path, "\x1b[31mwrong", WRONG_DECK)

    result = _run(tmp_path, "build")

    assert "\x1b" not in result.output
    assert "output/\ufffd[31mred.pptx" in result.stdout
    assert "content/\ufffd[31mwrong/deck.yaml:9:1" in result.stderr


def test_many_decks_show_progress_on_a_terminal(tmp_path: Path):
    write_deck(tmp_path, "a")
    write_deck(tmp_path, "b")

    shown = _on_a_terminal(tmp_path, "build").replace("\r\n", "\n")

    written = [WRITTEN.format(name) for name in "ab"]
    pace = r"\d+(\.\d)? decks/s, \d+ s left"
    assert re.fullmatch(
        rf"{PLACE}\[-+\] 0/2{PLACE}{written[0]}"
        rf"{PLACE}\[#+-+\] 1/2  {pace}{PLACE}{written[1]}"
        rf"{PLACE}\[#+\] 2/2  {pace}{PLACE}",
        shown,
    )


PLACE = r"\r\x1b\[K"
"""How the last line of a terminal is emptied."""


def test_one_deck_shows_no_progress(tmp_path: Path):
    write_deck(tmp_path, "a")

    shown = _on_a_terminal(tmp_path, "build").replace("\r\n", "\n")

    assert re.fullmatch(WRITTEN.format("a"), shown)


def test_a_deck_that_is_up_to_date_is_said_to_be(tmp_path: Path):
    write_deck(tmp_path, "a")
    _run(tmp_path, "build")
    write_deck(tmp_path, "b")

    result = _run(tmp_path, "build")

    assert (0, "") == (result.exit_code, result.stderr)
    assert re.fullmatch(r"output/a\.pptx  up to date\n" + WRITTEN.format("b"), result.stdout)


def test_force_builds_what_is_up_to_date(tmp_path: Path):
    write_deck(tmp_path, "a")
    _run(tmp_path, "build")

    assert re.fullmatch(WRITTEN.format("a"), _run(tmp_path, "build", "--force").stdout)


def test_a_check_looks_at_what_is_up_to_date(tmp_path: Path):
    write_deck(tmp_path, "a")
    _run(tmp_path, "build")

    assert re.fullmatch(r"content/a  \d+ slides, \d+\.\d s\n", _run(tmp_path, "check").stdout)


def test_what_is_up_to_date_counts_as_written(tmp_path: Path):
    write_deck(tmp_path, "a")
    _run(tmp_path, "build")
    write_deck(tmp_path, "b", WRONG_DECK)

    assert _run(tmp_path, "build").stderr.endswith("\n\n1 mistake; 1 of 2 decks written\n")


@pytest.mark.parametrize("command", ["build", "check"])
def test_jobs_make_no_difference_to_what_is_said(tmp_path: Path, command: str):
    for name in "abcdefghij":
        write_deck(tmp_path, name, WRONG_DECK if name in "bei" else DECK)
    _write_deck_with_a_warning(tmp_path, "c")

    alone, together = (
        _run(tmp_path, command, "--jobs", jobs, *(["--force"] if command == "build" else []))
        for jobs in "12"
    )

    assert alone.exit_code == together.exit_code == 1
    assert alone.stderr == together.stderr
    assert _without_times(alone.stdout) == _without_times(together.stdout)


def _without_times(lines: str) -> str:
    return re.sub(r"\d+\.\d s", "", lines)


def test_watching_has_no_use_for_jobs(tmp_path: Path):
    write_deck(tmp_path, "a")

    result = _run(tmp_path, "build", "--watch", "--jobs", "2")

    assert result.exit_code == 2
    assert "--watch builds in this process: leave out --jobs." in result.stderr


def _on_a_terminal(root: Path, *words: str, **environment: str) -> str:
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "deckgen", *words],
        cwd=root,
        env={**os.environ, **environment},
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other side has hung up
        pass
    finally:
        os.close(ours)
    assert run.wait() == 0
    return shown.decode()


@pytest.fixture(scope="module")
def linted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sound file and one that has two mistakes and a picture nobody hears of."""
    folder = tmp_path_factory.mktemp("linted")
    parts = sound_deck(folder)
    (folder / "sound.pptx").write_bytes(packed(parts))
    for breaking in (
        changed(TEXT, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),
        changed(GRAPHICS, r"<a:tc>(?:(?!<a:tc>).)*offen.*?</a:tc>", ""),
        changed(GRAPHICS, ' descr="Das Portal von vorn"', ""),
    ):
        broken = breaking(parts)
        assert isinstance(broken, dict)
        parts = broken
    (folder / "minutes.pptx").write_bytes(packed(parts))
    return folder


def test_a_file_is_linted_as_the_documentation_shows(linted: Path):
    result = _start(linted, "lint", "minutes.pptx")
    shown = f"$ deckgen lint minutes.pptx\n{result.stderr.decode()}"

    assert (1, b"") == (result.returncode, result.stdout)
    assert f"```\n{shown}```\n" in (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")


def test_a_sound_file_is_said_to_be(linted: Path):
    result = _start(linted, "lint", "sound.pptx")

    assert (0, b"") == (result.returncode, result.stderr)
    assert result.stdout == b"sound.pptx  nothing found\n"


def test_warnings_alone_are_mistakes_only_if_they_are_to_be(linted: Path):
    broken = changed(TEXT, '<a:rPr lang="de-DE"/>', "<a:rPr/>")(
        unpacked((linted / "sound.pptx").read_bytes())
    )
    assert isinstance(broken, dict)
    (linted / "mute.pptx").write_bytes(packed(broken))
    usual, strict = (
        _start(linted, "lint", "mute.pptx"),
        _start(linted, "lint", "--strict", "mute.pptx"),
    )

    assert (0, 1) == (usual.returncode, strict.returncode)
    assert b"1 warning; with --strict it counts as a mistake" in usual.stderr
    assert strict.stderr.startswith(b"mute.pptx: ppt/slides/slide3.xml: a run tells no language")


def test_all_files_are_linted_each_once(linted: Path):
    result = _start(linted, "lint", "sound.pptx", "minutes.pptx", "sound.pptx")

    assert result.returncode == 1
    assert result.stdout == b"sound.pptx  nothing found\n"
