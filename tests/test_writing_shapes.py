from __future__ import annotations

import pytest
from lxml import etree
from tests.template import (
    BODY,
    BODY_SLOT,
    CARD,
    CARD_SLOT,
    FOOTER_SLOT,
    attributes,
    filled,
    find,
    page,
    paragraph,
    picture_bytes,
    slide,
    title,
    values,
    written,
)

from deckgen.geometry import Rect
from deckgen.page import Element, Picture, Rule, Rules, Shape, TextBox
from deckgen.style import Anchor, Form, Ink, ParagraphStyle

RECT = Rect(48, 200, 120, 30)
PLAIN = (ParagraphStyle(size=20, leading=24),)
TEXT = (paragraph("Text"),)


def _shape(element: Element, layout: str = "content") -> etree._Element:
    return find(slide(element, layout=layout), "//p:spTree/*[position() > 2]")[0]


def _insets(shape: etree._Element) -> tuple[float, float]:
    """How far text stands off the text rectangle, across and down, in points."""
    (body,) = find(shape, ".//a:bodyPr")
    assert body.get("lIns") == body.get("rIns")
    assert body.get("tIns") == body.get("bIns")
    return int(body.get("lIns", "")) / 12700, int(body.get("tIns", "")) / 12700


def test_a_placeholder_as_its_layout_has_it_holds_only_its_words():
    shape = _shape(filled(BODY_SLOT, paragraph("Text"), paragraph("mehr", level=1)))

    assert values(shape, ".//p:ph/@type | .//p:ph/@idx") == ["body", "1"]
    assert find(shape, "p:spPr/* | p:spPr/@* | .//a:lstStyle/* | .//a:bodyPr/@*") == []


def test_a_placeholder_that_stands_elsewhere_says_where():
    moved = filled(BODY_SLOT, *TEXT)._replace(rect=RECT)

    shape = _shape(moved)

    assert values(shape, "p:spPr/a:xfrm/a:off/@*") == ["609600", "2540000"]
    assert values(shape, "p:spPr/a:xfrm/a:ext/@*") == ["1524000", "381000"]
    assert find(shape, ".//a:lstStyle/*") == []


def test_a_hundredth_of_a_point_is_the_same_place():
    hardly_moved = BODY_SLOT.rect._replace(left=BODY_SLOT.rect.left + 0.009)

    shape = _shape(filled(BODY_SLOT, *TEXT)._replace(rect=hardly_moved))

    assert find(shape, "p:spPr/*") == []


def test_a_placeholder_holds_only_the_levels_that_differ():
    smaller = BODY[1]._replace(size=18, leading=22)

    shape = _shape(filled(BODY_SLOT, *TEXT)._replace(styles=(BODY[0], smaller)))

    (level,) = find(shape, ".//a:lstStyle/*")
    assert etree.QName(level).localname == "lvl2pPr"
    assert values(level, "a:defRPr/@sz") == ["1800"]


def test_a_placeholder_holds_margin_anchor_and_ground_where_they_differ():
    card = filled(CARD_SLOT, *TEXT)._replace(margin_x=10.0, anchor=Anchor.MIDDLE, fill=Ink.TINT)

    shape = _shape(card, layout="cards")

    (body,) = find(shape, ".//a:bodyPr")
    assert {"lIns": "127000", "rIns": "127000", "anchor": "ctr"} == attributes(body)
    assert values(shape, "p:spPr/a:solidFill/a:schemeClr/@val") == ["accent6"]


def test_a_placeholder_without_the_ground_of_its_slot_says_so():
    shape = _shape(filled(CARD_SLOT, *TEXT)._replace(fill=None), layout="cards")

    assert len(find(shape, "p:spPr/a:noFill")) == 1


def test_a_slot_that_the_layout_lacks_is_a_bug():
    with pytest.raises(KeyError, match="card"):
        slide(filled(CARD_SLOT, *TEXT), layout="content")


def test_a_layout_that_the_look_lacks_is_a_bug():
    with pytest.raises(KeyError, match="timeline"):
        slide(title("Titel"), layout="timeline")


def test_a_bare_box_is_a_text_box_with_its_own_styles():
    shape = _shape(TextBox("Box", RECT, TEXT, CARD, margin_x=3.0, anchor=Anchor.BOTTOM))

    assert len(find(shape, ".//p:cNvSpPr[@txBox='1']")) == 1
    assert len(find(shape, ".//a:lstStyle/*")) == len(CARD)
    assert _insets(shape) == (3.0, 0.0)
    assert values(shape, ".//a:bodyPr/@anchor") == ["b"]
    assert len(find(shape, ".//a:bodyPr/a:noAutofit")) == 1
    assert len(find(shape, "p:spPr/a:noFill")) == 1


def test_a_box_on_a_ground_is_a_shape():
    shape = _shape(TextBox("Box", RECT, TEXT, PLAIN, fill=Ink.ACCENT))

    assert find(shape, ".//@txBox") == []
    assert values(shape, "p:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]


@pytest.mark.parametrize(
    ("form", "preset", "adjustments"),
    [
        (Form.RECTANGLE, "rect", []),
        (Form.ELLIPSE, "ellipse", []),
        (Form.TRIANGLE, "triangle", []),
        (Form.ROUNDED, "roundRect", ["val 13333"]),
        (Form.CHEVRON, "chevron", ["val 30000"]),
    ],
)
def test_a_form_is_a_preset_outline(form: Form, preset: str, adjustments: list[str]):
    shape = _shape(Shape("Form", RECT, Ink.TINT, form))

    assert values(shape, ".//a:prstGeom/@prst") == [preset]
    assert adjustments == values(shape, ".//a:gd/@fmla")


def test_a_chevron_points_nine_points_out_however_high_it_is():
    high = Shape("Form", Rect(0, 0, 50, 90), Ink.TINT, Form.CHEVRON)

    assert values(_shape(high), ".//a:gd/@fmla") == ["val 18000"]


def test_corners_are_never_rounder_than_the_shape_is_high():
    flat = Shape("Form", Rect(0, 0, 50, 4), Ink.TINT, Form.ROUNDED)

    assert values(_shape(flat), ".//a:gd/@fmla") == ["val 50000"]


def test_the_margins_of_a_chevron_are_counted_from_its_frame():
    box = TextBox("Phase", RECT, TEXT, PLAIN, form=Form.CHEVRON, margin_x=11.0, margin_y=2.0)

    assert _insets(_shape(box)) == (2.0, 2.0)


def test_the_margins_of_a_rounded_box_are_counted_from_its_frame():
    box = TextBox("Mark", RECT, TEXT, PLAIN, form=Form.ROUNDED, margin_x=6.0, margin_y=2.0)

    assert _insets(_shape(box)) == pytest.approx((4.828, 0.828), abs=0.001)


def test_an_inset_is_never_negative():
    assert _insets(_shape(TextBox("Phase", RECT, TEXT, PLAIN, form=Form.CHEVRON))) == (0.0, 0.0)


def test_a_rule_is_a_line_of_its_weight():
    shape = _shape(Rule("Line", Rect(48, 300, 864, 0), Ink.LINE, weight=1.5))

    assert etree.QName(shape).localname == "cxnSp"
    assert values(shape, ".//a:ln/@w") == ["19050"]
    assert values(shape, ".//a:ln//a:schemeClr/@val") == ["accent5"]
    assert values(shape, ".//a:ext/@cx | .//a:ext/@cy") == ["10972800", "0"]


def test_several_upright_rules_are_one_shape_with_a_line_for_each():
    shape = _shape(Rules("Years", Rect(48, 100, 300, 200), (0.0, 120.0, 300.0), weight=0.5))

    assert values(shape, ".//a:path/@w | .//a:path/@h") == ["3810000", "2540000"]
    assert values(shape, ".//a:moveTo/a:pt/@x") == ["0", "1524000", "3810000"]
    assert values(shape, ".//a:lnTo/a:pt/@x") == ["0", "1524000", "3810000"]
    assert values(shape, ".//a:lnTo/a:pt/@y") == ["2540000"] * 3
    assert values(shape, ".//a:ln/@w") == ["6350"]


@pytest.mark.parametrize(
    "element",
    [
        Rule("Line", RECT),
        Rules("Years", RECT, (0.0, 10.0)),
        Shape("Bar", RECT, Ink.ACCENT),
        Picture("Bild", RECT, picture_bytes()),
    ],
    ids=lambda element: element.name,
)
def test_what_says_nothing_is_decoration(element: Element):
    shape = _shape(element)

    assert values(shape, ".//p:cNvPr//adec:decorative/@val") == ["1"]
    assert find(shape, ".//@descr") == []


@pytest.mark.parametrize(
    "element",
    [
        Shape("Ampel", RECT, Ink.GOOD, description='Im "Plan"'),
        Picture("Bild", RECT, picture_bytes(), 'Im "Plan"'),
        TextBox("Phase", RECT, TEXT, PLAIN, description='Im "Plan"'),
        filled(BODY_SLOT, *TEXT)._replace(description='Im "Plan"'),
    ],
    ids=lambda element: element.name,
)
def test_what_says_something_has_its_words_as_alternative_text(element: Element):
    shape = _shape(element)

    assert values(shape, ".//p:cNvPr/@descr") == ['Im "Plan"']
    assert find(shape, ".//adec:decorative") == []


def test_text_is_neither_decoration_nor_told_twice():
    shape = _shape(TextBox("Box", RECT, TEXT, PLAIN))

    assert find(shape, ".//p:cNvPr/@descr | .//adec:decorative") == []


def test_shapes_are_in_reading_order_with_ids_from_two():
    root = slide(title("Titel"), Rule("Line", RECT), Shape("Bar", RECT, Ink.ACCENT))

    assert values(root, "//p:cNvPr/@name") == ["", "Titel", "Line", "Bar"]
    assert values(root, "//p:cNvPr/@id") == ["1", "2", "3", "4"]


def test_the_words_at_the_foot_stand_in_the_template_too():
    footer = filled(FOOTER_SLOT, paragraph("Bericht · ", "Stand 11/2019"))

    file = written(page(title("Eins")), page(title("Zwei"), footer, name="two"))

    for part in ("slideMasters/slideMaster1", "slideLayouts/slideLayout2"):
        words = values(file.xml(f"ppt/{part}.xml"), "//p:sp[.//p:ph[@type='ftr']]//a:t/text()")
        assert words == ["Bericht · Stand 11/2019"]
