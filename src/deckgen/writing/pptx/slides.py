"""Pages as slides: each holds only what is its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from deckgen.late import late
from deckgen.page import Chart, Page, Pages, TextBox
from deckgen.writing.pptx.bound import bound_placeholder_xml
from deckgen.writing.pptx.markup import NAMESPACES, document
from deckgen.writing.pptx.media import Media
from deckgen.writing.pptx.package import OFFICE, Part, References
from deckgen.writing.pptx.placeholders import filled_placeholder_xml
from deckgen.writing.pptx.scene import Scene, Target
from deckgen.writing.pptx.shapes import chart_name, element_xml, tree_xml
from deckgen.writing.pptx.template import SlideLayout, Template

_chart_parts = late(f"{__package__}.charts", "chart_parts")
"""The parts of a chart; most decks have none."""

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_FIRST_SHAPE = 2
"""The id of a slide's first shape: 1 is that of the tree they stand in."""


def slide_name(number: int) -> str:
    """The name of the part of slide `number`, from 1."""
    return f"ppt/slides/slide{number}.xml"


def notes_name(number: int) -> str:
    """The name of the part with the notes of slide `number`, from 1."""
    return f"ppt/notesSlides/notesSlide{number}.xml"


def slide_parts(pages: Pages, template: Template, pictures: Media) -> Iterator[Part]:
    """A part for each page, in order, followed by those of its charts, made when asked for.

    Raises KeyError for a layout, slot or linked page that is not there.
    """
    numbered = list(enumerate(pages.pages, 1))
    targets = {page.id: Target(slide_name(number), page.title) for number, page in numbered}
    language = pages.properties.language
    charts = count(1)
    for number, page in numbered:
        layout = template.layouts[page.layout]
        drawn = [
            (shape, next(charts), element)
            for shape, element in enumerate(page.elements, _FIRST_SHAPE)
            if isinstance(element, Chart)
        ]
        names = {shape: chart_name(chart) for shape, chart, _ in drawn}
        references = References()
        scene = Scene(
            language, pictures, references, targets, number, inks=layout.inks, charts=names
        )
        yield _slide_part(page, layout, scene)
        for _, chart, element in drawn:
            yield from _chart_parts(element, chart, language, layout.inks)


def _slide_part(page: Page, layout: SlideLayout, scene: Scene) -> Part:
    references = scene.references
    references.to(f"{OFFICE}/slideLayout", layout.part)
    if page.notes:
        references.to(f"{OFFICE}/notesSlide", notes_name(scene.number))
    numbered = enumerate(page.elements, _FIRST_SHAPE)
    shapes = [
        _in_slot_xml(element, number, layout, scene)
        if isinstance(element, TextBox) and element.slot is not None
        else element_xml(element, number, scene)
        for number, element in numbered
    ]
    content = document(
        f"<p:sld {NAMESPACES}><p:cSld>{tree_xml(shapes)}</p:cSld>{layout.mapping}</p:sld>"
    )
    return Part(slide_name(scene.number), _CONTENT_TYPE, content, references.relationships)


def _in_slot_xml(box: TextBox, number: int, layout: SlideLayout, scene: Scene) -> str:
    """`box` in the placeholder that its slot is."""
    inherited = layout.placeholders[box.slot or ""]
    if inherited.slot.is_free:
        return element_xml(box, number, scene)
    if inherited.slot.bound is not None:
        return bound_placeholder_xml(box, number, inherited.slot.bound, scene)
    return filled_placeholder_xml(box, number, inherited, scene)
