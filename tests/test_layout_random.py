from __future__ import annotations

import pytest
from tests.random_reports import random_report
from tests.sample import sample_look

from deckgen.geometry import Rect, Size
from deckgen.layout import lay_out
from deckgen.page import Page, Pages, TextBox
from deckgen.planning import plan
from deckgen.style import Anchor

FONTS = ("Arial", "Calibri", "Times New Roman")
SLIDES = (Size(960, 540), Size(720, 540))


@pytest.fixture(scope="module", params=range(12), ids=lambda seed: f"seed {seed}")
def pages(request: pytest.FixtureRequest) -> Pages:
    seed: int = request.param
    look = sample_look(FONTS[seed % 3], SLIDES[seed % 2])
    return lay_out(plan(random_report(seed)), look)


def boxes(page: Page) -> list[TextBox]:
    return [element for element in page.elements if isinstance(element, TextBox)]


def printed(box: TextBox) -> Rect:
    """Where the lines of a box stand in its frame."""
    free = box.rect.height - box.text_height
    above = {Anchor.TOP: box.margin_y, Anchor.MIDDLE: free / 2, Anchor.BOTTOM: free}
    return box.rect._replace(top=box.rect.top + above[box.anchor], height=box.text_height)


def test_every_text_stands_in_its_frame_and_every_frame_on_the_slide(pages: Pages):
    for number, page in enumerate(pages.pages, start=1):
        for box in boxes(page):
            assert box.text_height <= box.rect.height - 2 * box.margin_y + 0.2, (number, box.name)
            assert box.rect.left >= 0
            assert 0 <= box.rect.top <= box.rect.bottom <= 540, (number, box.name)


def test_no_text_stands_over_another(pages: Pages):
    for number, page in enumerate(pages.pages, start=1):
        texts = [(box.name, printed(box)) for box in boxes(page)]
        for index, (name, one) in enumerate(texts):
            for other_name, other in texts[index + 1 :]:
                is_beside = one.right <= other.left + 0.1 or other.right <= one.left + 0.1
                is_apart = one.bottom <= other.top + 0.5 or other.bottom <= one.top + 0.5
                assert is_beside or is_apart, (number, name, other_name)


def test_every_page_has_a_title_of_its_own(pages: Pages):
    titles = [page.title for page in pages.pages]

    assert len(set(titles)) == len(titles)


def test_every_word_of_every_project_is_on_some_page(request: pytest.FixtureRequest, pages: Pages):
    report = random_report(request.node.callspec.params["pages"])
    paragraphs = (p.text for page in pages.pages for box in boxes(page) for p in box.paragraphs)
    shown = {word for paragraph in paragraphs for word in paragraph.split()}
    titles = (project.title for project in report.projects)
    items = (item.text for project in report.projects[:6] for item in project.status)

    for given in (*titles, *items):
        assert set(given.plain.split()) - shown == set()
