"""What holds for every deck, whatever its authors write, before other programs see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from hypothesis import given
from tests.office import boxes_of
from tests.random_content import files_of
from tests.random_pictures import pictures
from tests.random_shapes import Shape, examples, shapes
from tests.stress import lost_words
from tests.type_sizes import too_small

from deckgen.design import draw_look
from deckgen.geometry import Rect
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.page import Page, Pages, TextBox
from deckgen.planning import plan
from deckgen.reading import read_report, read_theme
from deckgen.style import Anchor


@examples(150)
@given(shapes(most=30))
def test_nothing_overflows_and_nothing_is_lost(shape: Shape):
    files = files_of(shape)
    pages = laid_out(files, shape)
    texts = (p.text for page in pages.pages for box in boxes(page) for p in box.paragraphs)

    assert list(overflowing(pages)) == []
    assert list(overprinted(pages)) == []
    assert too_small(pages) == []
    assert list(lost_words(files, pages, "\n".join(texts))) == []


@examples(50)
@given(shapes(most=10))
def test_every_page_has_a_title_of_its_own(shape: Shape):
    titles = [page.title for page in laid_out(files_of(shape), shape).pages]

    assert len(set(titles)) == len(titles)


def laid_out(files: Mapping[str, str], shape: Shape) -> Pages:
    """The pages of a deck, from the texts of its files."""
    own = {**below("content/random", files), **pictures()}
    report, _ = read_report("random", "content/random", own)
    theme, _ = read_theme("random", "themes/random", below("themes/random", files))
    deck = plan(report, labels=theme.labels.get(shape.language, {}))
    return lay_out(deck, draw_look(theme, language(shape.language)))


def below(folder: str, files: Mapping[str, str]) -> dict[str, bytes]:
    return {
        path.removeprefix(f"{folder}/"): text.encode()
        for path, text in files.items()
        if path.startswith(folder)
    }


def boxes(page: Page) -> list[TextBox]:
    return [box for element in page.elements for box in boxes_of(element)]


def overflowing(pages: Pages) -> Iterator[str]:
    """The boxes whose lines do not fit into them, and those not on the slide."""
    for number, page in enumerate(pages.pages, start=1):
        for box in boxes(page):
            if box.text_height > box.rect.height - 2 * box.margin_y + 0.2:
                yield f"page {number}: {box.name} is too low for its text"
            if box.rect.left < 0 or box.rect.top < 0 or box.rect.bottom > 540:
                yield f"page {number}: {box.name} is not on the slide"


def overprinted(pages: Pages) -> Iterator[str]:
    """The pairs of boxes whose lines stand over each other."""
    for number, page in enumerate(pages.pages, start=1):
        printed = [(box.name, lines_of(box)) for box in boxes(page)]
        for (name, one), (other_name, other) in combinations(printed, 2):
            is_beside = one.right <= other.left + 0.1 or other.right <= one.left + 0.1
            is_apart = one.bottom <= other.top + 0.5 or other.bottom <= one.top + 0.5
            if not (is_beside or is_apart):
                yield f"page {number}: {name} stands over {other_name}"


def lines_of(box: TextBox) -> Rect:
    """Where the lines of a box stand in its frame."""
    free = box.rect.height - box.text_height
    above = {Anchor.TOP: box.margin_y, Anchor.MIDDLE: free / 2, Anchor.BOTTOM: free}
    return box.rect._replace(top=box.rect.top + above[box.anchor], height=box.text_height)
