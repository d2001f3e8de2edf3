"""How a template's titles and texts speak: sizes, cuts, bullets."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.house import House, Voice
from deckgen.style import Ink, Mark
from deckgen.templates.covers import SMALLEST_TEXT, SMALLEST_TITLE, PreparedCover
from deckgen.templates.faces import Faces
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.lettering import Lettering

SMALLEST_CONTACT, LARGEST_CONTACT = 12.0, 18.0
NARROWEST_HANGING = 12.0


def house_of(
    content: FoundLayout,
    covers: tuple[PreparedCover, PreparedCover],
    faces: Faces,
    instead: Mapping[str, Ink],
) -> House:
    """The house of a template; `instead` are inks of texts that cannot be read in their own."""
    first, last = covers
    voices = _Voices(faces)
    text = content.texts[0].levels[0] if content.texts else None
    title = content.title.levels[0] if content.title else first.title_lettering
    plain = House()
    return House(
        title=voices.title(title, instead.get("title", Ink.PRIMARY)),
        cover=voices.title(first.title_lettering, Ink.PRIMARY),
        subtitle=voices.text(first.text_lettering, Ink.BACKGROUND, SMALLEST_TEXT),
        meeting=voices.contact(first),
        closing=voices.title(last.title_lettering, Ink.PRIMARY),
        contact=voices.contact(last),
        body=max(SMALLEST_TEXT, text.size) if text else None,
        bullet=_bullet(text) if text else plain.bullet,
        sub_bullet=_sub_bullet(content, plain),
        hanging=max(NARROWEST_HANGING, text.hanging) if text else plain.hanging,
        cut=faces.cut(text) if text else plain.cut,
    )


class _Voices:
    def __init__(self, faces: Faces) -> None:
        self.faces = faces

    def title(self, lettering: Lettering, ink: Ink) -> Voice:
        cut = self.faces.cut(lettering, is_heading=True)
        size = max(SMALLEST_TITLE, lettering.size)
        return Voice(ink, lettering.is_bold, lettering.align, size, cut)

    def text(self, lettering: Lettering, ink: Ink, smallest: float) -> Voice:
        cut = self.faces.cut(lettering)
        size = max(smallest, lettering.size)
        return Voice(ink, lettering.is_bold, lettering.align, size, cut)

    def contact(self, cover: PreparedCover) -> Voice:
        """That of its own placeholder; without one, plain and aligned as the subtitle is."""
        if cover.contact:
            return self.text(cover.contact.levels[0], Ink.TINT, SMALLEST_CONTACT)
        return Voice(Ink.TINT, False, cover.text_lettering.align, LARGEST_CONTACT)


def _bullet(text: Lettering) -> Mark | None:
    """The template's own bullet, that of all looks for one that is counted, or none."""
    if text.bullet is None:
        return None
    plain = House().bullet
    return Mark(text.bullet, Ink.ACCENT) if text.bullet else plain


def _sub_bullet(content: FoundLayout, plain: House) -> Mark:
    """What marks points below others: there has to be something that does."""
    if not content.texts:
        return plain.sub_bullet
    return Mark(content.texts[0].levels[1].bullet or plain.sub_bullet.char, Ink.MUTED)
