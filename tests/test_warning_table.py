"""How warnings are shown: a table on a terminal, a line each in a pipe."""

from __future__ import annotations

from deckgen.problems import Problem, Source, SourceFile
from deckgen.warning_table import warning_table


def _warning(
    code: str, place: str, message: str = "it is odd", hint: str | None = None, column: int = 1
) -> Problem:
    path, line = place.split(":")
    return Problem(code, message, Source(SourceFile(path), int(line), column), hint)


def _lines(*warnings: Problem, width: int | None = None) -> list[str]:
    return warning_table(warnings, width).splitlines()


SHORT = _warning("cut", "a.yaml:3", "a long text was cut", "say it in fewer words")
LONG = _warning("late", f"content/{'long-' * 12}name.yaml:10", "it is late", "be earlier")


def test_columns_stand_below_one_another():
    assert _lines(SHORT, _warning("torn-word", "content/b.yaml:12"), width=80) == [
        "warnings",
        "  cut        a.yaml:3:1           a long text was cut",
        "                                  hint: say it in fewer words",
        "  torn-word  content/b.yaml:12:1  it is odd",
    ]


def test_messages_and_hints_are_wrapped_to_the_width():
    long = SHORT._replace(message="a text longer than a slide " * 3, hint="say it shorter " * 4)

    assert _lines(long, width=60) == [
        "warnings",
        "  cut  a.yaml:3:1  a text longer than a slide a text longer",
        "                   than a slide a text longer than a slide",
        "                   hint: say it shorter say it shorter say",
        "                   it shorter say it shorter",
    ]


def test_a_narrow_terminal_gets_a_table_of_60_columns():
    assert _lines(SHORT, LONG, width=20) == _lines(SHORT, LONG, width=60)


def test_below_a_long_path_the_message_begins_a_line_of_its_own():
    assert _lines(SHORT, LONG, width=80)[1:] == [
        "  cut   a.yaml:3:1  a long text was cut",
        "                    hint: say it in fewer words",
        f"  late  {LONG.source}",
        "                    it is late",
        "                    hint: be earlier",
    ]


def test_where_all_paths_are_long_messages_stand_below_them():
    assert _lines(LONG, width=80)[1:] == [
        f"  late  {LONG.source}",
        "        it is late",
        "        hint: be earlier",
    ]


def test_only_paths_reach_beyond_the_width():
    torn = SHORT._replace(message=f"the word `{'donaudampf' * 9}` was broken")

    assert max(len(line) for line in _lines(torn, LONG, width=70) if "long-" not in line) <= 70


def test_ids_are_not_parted_at_their_hyphens():
    warning = SHORT._replace(hint="first name `a-project-with-a-long-name` in the list")

    assert _lines(warning, width=60)[2:] == [
        "                   hint: first name",
        "                   `a-project-with-a-long-name` in the list",
    ]


def test_without_a_width_every_warning_is_one_line():
    assert _lines(SHORT, LONG, _warning("cut", "b.yaml:4")) == [
        "warnings",
        "  cut   a.yaml:3:1  a long text was cut; hint: say it in fewer words",
        "  cut   b.yaml:4:1  it is odd",
        f"  late  {LONG.source}  it is late; hint: be earlier",
    ]


def test_warnings_come_by_file_line_code_and_column():
    places = [("b", "b:1", 1), ("a", "a:10", 1), ("a", "a:2", 9), ("a", "a:2", 3), ("b", "a:2", 1)]
    lines = _lines(*(_warning(code, place, column=column) for code, place, column in places))

    assert [line.split()[:2] for line in lines[1:]] == [
        ["a", "a:2:3"],
        ["a", "a:2:9"],
        ["b", "a:2:1"],
        ["a", "a:10:1"],
        ["b", "b:1:1"],
    ]


def test_a_warning_of_a_whole_file_has_no_line():
    whole = Problem("unused", "nobody needs it", Source(SourceFile("a.yaml")))

    assert _lines(whole)[1:] == ["  unused  a.yaml  nobody needs it"]


def test_nothing_in_a_table_steers_the_terminal():
    odd = Problem("odd", "the word `a\x1b[31m\nb`", Source(SourceFile("a\nb.yaml")), "x\x07")

    assert _lines(odd)[1:] == ["  odd  a�b.yaml  the word `a�[31m�b`; hint: x�"]
