"""YAML's grammar: nodes with their places, and nothing guessed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.problems import InvalidInput
from deckgen.reading import read_report
from deckgen.reading.nodes import Mapping, Node, Scalar, Sequence
from deckgen.reading.syntax import Parsed, parse


def _parse(text: str) -> Parsed:
    return parse("deck.yaml", text.encode())


def _value(text: str) -> Node:
    parsed = _parse(text)
    assert () == parsed.problems
    assert parsed.mapping
    return next(iter(parsed.mapping.values.values()))


def _marked(node: Node) -> str:
    """The part of its line that a node's source marks."""
    source = node.source
    return source.file.line(source.line)[source.column - 1 :][: source.length]


@pytest.mark.parametrize(
    "text",
    ["no", "12:30", "0123", "01.01.2020", "1e3", "0x1F", ".inf", "2020-01-01", "yes", "=", "5"],
)
def test_a_value_stays_the_text_that_was_written(text: str):
    node = _value(f"key: {text}")

    assert isinstance(node, Scalar)
    assert text == node.text


def test_quotes_say_that_a_value_is_a_text():
    plain, quoted = _value("key: 5"), _value("key: '5'")

    assert isinstance(plain, Scalar)
    assert isinstance(quoted, Scalar)
    assert (True, False) == (plain.is_plain, quoted.is_plain)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("key: value  # comment", "value"),
        ('key: "a value"', '"a value"'),
        ("key: [one, two] # comment", "[one, two]"),
        ("key:\n  - one\n  - two", "- one"),
        ("key:\n  one: 1\n  two: 2", "one: 1"),
        ("key: first\n  second", "first"),
        ("key: Übersicht 𝄞 x", "Übersicht 𝄞 x"),
        ("\ufeffkey: value", "value"),
        ("# first\r\nkey: value\r\n", "value"),
        ("# 𝄞\r\nkey:\r\n  - one  \r\n  - two\r\n", "- one"),
        ("# first\rkey:\r  - one\r  - two\r", "- one"),
        ("key: one\n  two", "one"),
    ],
)
def test_a_node_knows_the_place_of_its_first_line(text: str, marked: str):
    assert marked == _marked(_value(text))


def test_lists_and_blocks_keep_their_order():
    node = _value("key: {b: [1, 2], a: x}")

    assert isinstance(node, Mapping)
    assert ["b", "a"] == list(node.keys) == list(node.values)
    assert isinstance(node.values["b"], Sequence)
    assert 2 == len(node.values["b"].entries)


def test_a_key_given_twice_keeps_its_first_value():
    parsed = _parse("key: one\nkey: two")

    assert parsed.mapping
    assert ["one"] == [v.text for v in parsed.mapping.values.values() if isinstance(v, Scalar)]
    assert ["duplicate-key"] == [problem.code for problem in parsed.problems]


def test_reading_goes_on_after_anchors_tags_and_aliases():
    parsed = _parse("a: &x 1\nb: *x\nc: !t 1\na: 2\n<<: {d: 1}\n")

    codes = [problem.code for problem in parsed.problems]
    assert ["anchor", "alias", "tag", "duplicate-key", "merge-key"] == codes


def test_aliases_cannot_blow_up_a_file():
    text = "a0: &a0 [x]\n" + "".join(
        f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(9)
    )

    assert {"anchor", "alias"} == {problem.code for problem in _parse(text).problems}


@pytest.mark.parametrize(
    "text",
    ["- &x 1\n" * 2000, f"x: &x 1\ny: [{'*x, ' * 2000}]", "x: 1\n" * 2000, "- !t 1\n" * 2000],
)
def test_no_more_mistakes_are_told_than_anybody_reads(text: str):
    assert len(_parse(text).problems) == 1000


@pytest.mark.parametrize("open_bracket", ["[", "{a: ", "- ", "? "])
def test_a_file_nested_without_end_is_a_mistake(open_bracket: str):
    parsed = _parse("key:\n  " + open_bracket * 100_000)

    assert parsed.mapping is None
    assert "too-deep" == parsed.problems[-1].code


@pytest.mark.parametrize("content", [b"", b"\n", b"# only a comment\n", b"---\n", b"\xef\xbb\xbf"])
def test_a_file_without_content_is_empty(content: bytes):
    assert ["empty-file"] == [problem.code for problem in parse("deck.yaml", content).problems]


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_a_character_that_no_slide_can_show_is_found_raw_and_escaped(char: str):
    raw, escaped = _parse(f"key: a{char}b"), _parse(f'key: "a\\u{ord(char):04x}b"')

    assert (["control-character"], 7) == (
        [p.code for p in raw.problems],
        raw.problems[0].source.column,
    )
    assert ["bad-escape"] == [problem.code for problem in escaped.problems]


@pytest.mark.parametrize("char", ["§", "\u00a0", "\ufb01", "–", "𝄞"])
def test_a_character_written_like_a_forbidden_one_is_read(char: str):
    node = _value(f"key: a{char}b")

    assert isinstance(node, Scalar)
    assert f"a{char}b" == node.text


def test_a_merge_key_in_quotes_is_a_word():
    assert isinstance(_value("'<<': value"), Scalar)


def test_a_tab_between_words_is_a_blank():
    node = _value('key: "a\tb"')

    assert isinstance(node, Scalar)
    assert "a\tb" == node.text


@settings(max_examples=200)
@given(
    st.binary(max_size=80)
    | st.text(alphabet="ab:-[]{}\"'&*!|>%@#? \n\t\\,", max_size=80).map(str.encode)
)
def test_any_bytes_give_a_mapping_or_a_problem(content: bytes):
    parsed = parse("deck.yaml", content)

    assert parsed.mapping or parsed.problems
    assert all(str(problem).startswith("deck.yaml") for problem in parsed.problems)


def test_a_file_larger_than_anybody_writes_is_not_read():
    (problem,) = parse("a.yaml", b"a: b\n" * 500_000).problems

    assert str(problem) == (
        "a.yaml: the file has 2,500,000 bytes; 2,097,152 are the most\n"
        "  hint: is this the right file? If so, share it out: a file for each project"
    )


def test_more_entries_than_anybody_writes_are_not_read():
    (problem,) = parse("a.yaml", b"a: [" + b"[]," * 100_001 + b"]").problems

    assert problem.message == "the file has more than 100,000 entries and keys"


def test_a_text_longer_than_twenty_thousand_characters_is_told():
    parsed = parse("a.yaml", f"whole: {'a' * 20_000}\ncut: {'Wort ' * 4_001}end\n".encode())
    (problem,) = parsed.problems

    assert parsed.mapping
    assert isinstance(parsed.mapping.values["whole"], Scalar)
    assert "text-too-long" == problem.code
    assert "a.yaml:2:6" == str(problem.source)
    assert problem.message == (
        "the text `Wort Wort Wort Wort Wort Wort Wort Wort …` has 20,008 characters; "
        "20,000 are the most"
    )
    assert "split it into several texts" == problem.hint


def test_reading_ends_after_a_thousand_mistakes():
    content = b"\n".join(b"key%d: 1" % number for number in range(5000))

    with pytest.raises(InvalidInput) as caught:
        read_report("a", "content/a", {"deck.yaml": content})

    assert len(caught.value.problems) == 1001
    assert caught.value.problems[-1].message == (
        "there are 1000 mistakes and more; reading ended here"
    )
