from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.canvas import SetParagraph
from deckgen.layout.flow import Block, Part, cut, height_of_blocks, share_out
from deckgen.page import Paragraph, Run
from deckgen.problems import Problem, Source, SourceFile
from deckgen.style import ParagraphStyle

STYLE = ParagraphStyle(size=10, leading=10, before=5)
SOURCE = Source(SourceFile("deck.yaml"), 3, 5)


def set_lines(*lines: str, level: int = 0) -> SetParagraph:
    paragraph = Paragraph((Run(" ".join(lines)),), lines, level)
    return SetParagraph(paragraph, STYLE, SOURCE)


def block(name: str, lines: int = 1) -> Block:
    return Block((set_lines(*[name] * lines),))


def names(parts: tuple[Part, ...]) -> list[list[str]]:
    return [[b.paragraphs[0].paragraph.lines[0] for b in part] for part in parts]


def test_blocks_that_fit_stay_on_one_page():
    blocks = [block("a"), block("b"), block("c")]

    assert names(share_out(blocks, room=40)) == [["a", "b", "c"]]


def test_the_space_over_the_first_block_does_not_count():
    assert height_of_blocks([block("a"), block("b")]) == 25


def test_parts_are_balanced():
    blocks = [block(letter) for letter in "abcdef"]

    assert names(share_out(blocks, room=70)) == [["a", "b", "c"], ["d", "e", "f"]]


def test_the_last_page_holds_no_lone_item():
    blocks = [block("a"), block("b"), block("c"), block("d", 3)]

    assert names(share_out(blocks, room=56)) == [["a", "b"], ["c", "d"]]


def test_an_item_takes_the_items_below_it_along():
    items = [
        Block((set_lines("a"), set_lines("below a", level=1))),
        Block((set_lines("b"), set_lines("below b", level=1))),
    ]

    assert names(share_out(items, room=30)) == [["a"], ["b"]]


def test_an_item_with_too_much_below_it_is_repeated():
    head, *below = [set_lines("a"), *(set_lines(f"below {n}", level=1) for n in range(4))]

    pieces = cut(Block((head, *below)), room=45)

    assert [[p.paragraph.lines[0] for p in piece.paragraphs] for piece in pieces] == [
        ["a", "below 0", "below 1"],
        ["a", "below 2", "below 3"],
    ]


def test_a_text_longer_than_a_page_is_cut_at_a_line_with_a_warning():
    long = set_lines("one two", "three four", "five six", "seven")

    first, second = cut(Block((long,)), room=25)

    assert first.paragraphs[0].paragraph.runs == (Run("one two three four"),)
    assert second.paragraphs[0].paragraph.runs == (Run("five six seven"),)
    assert [False, True] == [p.paragraphs[0].paragraph.is_continued for p in (first, second)]
    assert [warning.code for warning in first.warnings] == ["item-cut"]
    assert first.warnings[0].source == SOURCE


def test_a_text_that_fits_a_page_of_its_own_is_never_cut():
    head = set_lines("item", "of two lines")
    below = set_lines("below", "it", "are", "four lines", level=1)

    pieces = cut(Block((head, below)), room=45)

    assert [[p.paragraph for p in piece.paragraphs] for piece in pieces] == [
        [head.paragraph],
        [below.paragraph],
    ]
    assert [()] * 2 == [piece.warnings for piece in pieces]


def test_an_item_that_is_cut_keeps_its_other_warnings():
    torn = Problem("torn-word", "a word was broken", SOURCE)
    long = set_lines("one", "two", "three", "four")

    first, _ = cut(Block((long,), (torn,)), room=25)

    assert ["torn-word", "item-cut"] == [warning.code for warning in first.warnings]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40), st.integers(60, 300))
def test_no_page_is_too_high_and_no_block_is_lost(heights: list[int], room: int):
    blocks = [block(f"block {number}", lines) for number, lines in enumerate(heights)]

    parts = share_out(blocks, room)

    assert [b for part in parts for b in part] == blocks
    assert all(height_of_blocks(part) <= room + 0.01 for part in parts)
    assert all(parts)
