"""Placeholders: what a slide takes from its layout, and a layout from the master.

Each holds only what is its own: what is equal below is left out, so that changing
the master or layout in PowerPoint changes the slides.
"""

from __future__ import annotations

from deckgen.look import Slot, SlotKind
from deckgen.named import NamedTuple
from deckgen.page import TextBox
from deckgen.style import Form
from deckgen.writing.pptx.emu import emu
from deckgen.writing.pptx.frames import (
    ANCHORS,
    Frame,
    body_properties_xml,
    form_of,
    geometry_xml,
    ground_xml,
    identity_xml,
    insets,
    is_same_place,
    transform_xml,
)
from deckgen.writing.pptx.paragraphs import (
    LEVELS,
    Styles,
    changed_levels_xml,
    levels_xml,
    list_style_xml,
    page_number_xml,
    paragraphs_xml,
    plain_paragraph_xml,
)
from deckgen.writing.pptx.scene import Scene

_OUTLINED = {SlotKind.BODY, SlotKind.SUBTITLE}
FOOTER_PARAGRAPH = "<!-- what slides say at their foot -->"
"""Stands in a template for the paragraph that decks put there, each its own."""

_FOOT = {SlotKind.FOOTER, SlotKind.PAGE_NUMBER}


class Base(NamedTuple):
    """A placeholder to inherit from: its slot, the styles of all its levels, how it is named."""

    slot: Slot
    levels: Styles
    place: str


def base(slot: Slot) -> Base:
    """What can be inherited from `slot`."""
    return Base(slot, levels(slot), _place_xml(slot))


def levels(slot: Slot) -> Styles:
    """The styles of all levels that `slot` has; deeper ones of a body are as its last."""
    if slot.kind not in _OUTLINED:
        return slot.styles
    return slot.styles + slot.styles[-1:] * (LEVELS - len(slot.styles))


def filled_placeholder_xml(box: TextBox, number: int, inherited: Base, scene: Scene) -> str:
    """`box` in the placeholder of a slide's layout, with the id `number`."""
    if _is_as_below(box, inherited):
        properties, start = "<p:spPr/>", "<a:bodyPr/><a:lstStyle/>"
    else:
        properties = _properties_xml(box, inherited.slot)
        changed = changed_levels_xml(box.styles, inherited.levels)
        start = _body_start_xml(box, inherited.slot, changed)
    return _placeholder_xml(
        identity_xml(box.name, number, box.description),
        inherited.place,
        properties,
        start + paragraphs_xml(box.paragraphs, box.styles, scene),
    )


def _is_as_below(box: TextBox, inherited: Base) -> bool:
    """Whether `box` has nothing of its own but its words, as most have."""
    slot = inherited.slot
    return (
        box.rect == slot.rect
        and box.fill is slot.fill
        and box.anchor is slot.anchor
        and box.form is Form.RECTANGLE
        and (box.margin_x, box.margin_y) == (slot.margin_x, slot.margin_y)
        and box.styles == inherited.levels[: len(box.styles)]
    )


def layout_placeholder_xml(slot: Slot, number: int, inherited: Base | None, scene: Scene) -> str:
    """The placeholder that `slot` is in a layout, on that of the master where it has one."""
    own_prompt = "" if slot.kind in _FOOT else ' hasCustomPrompt="1"'
    below, above = (inherited.slot, inherited.levels) if inherited else (None, ())
    body = _body_start_xml(slot, below, levels_xml(levels(slot), above))
    return _placeholder_xml(
        identity_xml(slot.label, number),
        _place_xml(slot, own_prompt),
        _properties_xml(slot, below),
        body + _prompt_xml(slot, scene),
    )


def master_placeholder_xml(slot: Slot, number: int, scene: Scene) -> str:
    """The placeholder that `slot` is in the master, whose text styles hold title and body."""
    own_levels = levels_xml(levels(slot)) if slot.kind in _FOOT else ""
    return _placeholder_xml(
        identity_xml(slot.label, number),
        _place_xml(slot),
        _properties_xml(slot, None),
        _body_start_xml(slot, None, own_levels) + _prompt_xml(slot, scene),
    )


def _placeholder_xml(identity: str, place: str, properties: str, body: str) -> str:
    return (
        f'<p:sp><p:nvSpPr>{identity}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{place}</p:nvPr></p:nvSpPr>"
        f"{properties}<p:txBody>{body}</p:txBody></p:sp>"
    )


def _place_xml(slot: Slot, own: str = "") -> str:
    index = f' idx="{slot.idx}"' if slot.idx else ""
    return f'<p:ph type="{slot.kind.value}"{index}{own}/>'


def _properties_xml(frame: Frame, below: Slot | None) -> str:
    """Place, outline and ground of `frame`, where they are not as `below`."""
    form, rect = form_of(frame), frame.rect
    place = "" if below and is_same_place(rect, below.rect) else transform_xml(rect)
    outline = "" if below and form is Form.RECTANGLE else geometry_xml(form, rect)
    ground = "" if below and frame.fill is below.fill else ground_xml(frame.fill)
    own = place + outline + ground
    return f"<p:spPr>{own}</p:spPr>" if own else "<p:spPr/>"


def _body_start_xml(frame: Frame, below: Slot | None, own_levels: str) -> str:
    properties = _own_body_properties_xml(frame, below) if below else body_properties_xml(frame)
    return properties + list_style_xml(own_levels)


def _own_body_properties_xml(frame: Frame, below: Slot) -> str:
    (x, y), (x_below, y_below) = insets(frame), insets(below)
    own = "" if x == x_below else f' lIns="{emu(x)}" rIns="{emu(x)}"'
    if y != y_below:
        own += f' tIns="{emu(y)}" bIns="{emu(y)}"'
    if frame.anchor is not below.anchor:
        own += f' anchor="{ANCHORS[frame.anchor]}"'
    return f"<a:bodyPr{own}/>"


def _prompt_xml(slot: Slot, scene: Scene) -> str:
    """What the placeholder says in the template: a prompt, or what slides get from it."""
    if slot.kind is SlotKind.PAGE_NUMBER:
        return page_number_xml("‹#›", scene.language)
    if slot.kind is SlotKind.FOOTER:
        return FOOTER_PARAGRAPH
    return plain_paragraph_xml(slot.label, scene.language)
