"""How a problem is shown: its place, the line with the place marked, a way out."""

from __future__ import annotations

import pickle

from deckgen.problems import InvalidInput, Problem, Source, SourceFile, lightened


def _shown(text: str, line: int, column: int, length: int = 1, hint: str | None = None) -> str:
    file = SourceFile("content/city/deck.yaml", text)
    return str(Problem("code", "it is wrong", Source(file, line, column, length), hint))


def test_a_problem_shows_its_line_and_marks_the_place():
    assert _shown("title: x\nlight: blue\n", 2, 8, 4, "choose green") == (
        "content/city/deck.yaml:2:8: it is wrong\n"
        "  2 | light: blue\n"
        "    |        ^^^^\n"
        "  hint: choose green"
    )


def test_a_problem_of_a_whole_file_shows_no_line():
    assert _shown("", 0, 0) == "content/city/deck.yaml: it is wrong"


def test_marks_stand_below_the_text_after_a_tab():
    assert _shown("a:\tblue", 1, 4, 4).splitlines()[2] == "    |   \t^^^^"


def test_marks_end_with_the_line():
    assert _shown("blue", 1, 1, 99).splitlines()[2] == "    | ^^^^"


def test_a_place_behind_the_end_of_a_line_is_marked_once():
    assert _shown("-", 1, 2).splitlines()[2] == "    |  ^"


def test_of_a_long_line_only_the_surroundings_are_shown():
    _, line, marks = _shown("x" * 500 + "WRONG" + "y" * 500, 1, 501, 5).splitlines()

    assert len(line) < 140
    assert line.startswith("  1 | …x")
    assert line.endswith("y…")
    assert "WRONG" == line[marks.index("^") : marks.rindex("^") + 1]


def test_the_ends_of_a_long_line_are_shown_without_dots():
    _, start, _ = _shown("WRONG" + "y" * 500, 1, 1, 5).splitlines()
    _, end, marks = _shown("x" * 500 + "WRONG", 1, 501, 5).splitlines()

    assert start.startswith("  1 | WRONGy")
    assert end.endswith("xWRONG")
    assert "WRONG" == end[marks.index("^") :]


def test_words_without_end_are_quoted_by_their_beginning():
    place = Source(SourceFile("deck.yaml"))
    long, short = "x" * 19_000, "y" * 100

    assert f"deck.yaml: `{'x' * 40} …` is no date, `{short}` is" == str(
        Problem("code", f"`{long}` is no date, `{short}` is", place)
    )


def test_nothing_an_author_writes_steers_the_terminal():
    assert (
        _shown("a\x1b[31mb\u202e\x00c", 1, 1).splitlines()[1] == "  1 | a\ufffd[31mb\ufffd\ufffdc"
    )


def test_lines_are_counted_as_editors_count_them():
    file = SourceFile("x", "one\r\ntwo\rthree\x0b\x85\u2028still three\n")

    assert ("one", "two", "three\x0b\x85\u2028still three", "", "") == tuple(
        file.line(number) for number in range(1, 6)
    )


def test_invalid_input_tells_all_its_problems():
    source = Source(SourceFile("deck.yaml"))
    problems = Problem("a", "first", source), Problem("b", "second", source)

    error = InvalidInput(iter(problems))

    assert problems == error.problems
    assert "deck.yaml: first\ndeck.yaml: second" == str(error)


def test_invalid_input_arrives_whole_from_another_process():
    error = InvalidInput([Problem("a", "first", Source(SourceFile("deck.yaml", "x"), 1, 1))])

    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - ours

    assert (error.problems, str(error)) == (arrived.problems, str(arrived))


def test_lightened_problems_look_the_same_and_weigh_less():
    file = SourceFile("deck.yaml", "title: x\r\n" + "# Stand der Dinge\n" * 1000 + "light: blue")
    problems = [
        Problem("a", "first", Source(file, 1002, 1, 5)),
        Problem("b", "second", Source(file, 1, 1, 5), "a hint"),
        Problem("c", "third", Source(SourceFile("empty.yaml"))),
    ]

    light = lightened(problems)

    assert [str(problem) for problem in problems] == [str(problem) for problem in light]
    assert "title: x" + "\n" * 1001 + "light: blue" == light[0].source.file.text
    assert light[0].source.file is light[1].source.file
