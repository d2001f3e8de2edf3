"""The fonts of a template's texts: which they are, and by what widths they are measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.fonts import Typeface, known_typefaces, typeface
from deckgen.look import Dress
from deckgen.named import NamedTuple
from deckgen.packages.refusing import Finding, Refused
from deckgen.packages.xml import find
from deckgen.problems import WarningCode
from deckgen.style import Cut
from deckgen.templates.lettering import Lettering
from deckgen.theme import OwnTemplate

if TYPE_CHECKING:
    from deckgen.packages.xml import Element


class Faces(NamedTuple):
    """The two fonts of a template, and others by what its file calls them."""

    theme: Element
    dress: Dress
    heading: Typeface
    body: Typeface

    def cut(self, lettering: Lettering, *, is_heading: bool = False) -> Cut:
        """The cut of a text in a style of the heading's font or of the body's."""
        return Cut(
            self._other(lettering.typeface, is_heading=is_heading),
            lettering.is_italic,
            lettering.is_capital,
            lettering.spacing,
        )

    def told(self, lettering: Lettering, *, is_heading: bool = False) -> Cut:
        """What a placeholder tells of its letters, known widths or not."""
        cut = self.cut(lettering, is_heading=is_heading)
        name = _font_name(lettering.typeface, self.theme)
        own = self.heading if is_heading else self.body
        return cut if cut.font or name == own.name else cut._replace(font=lettering.typeface)

    def widths(self, told: str) -> Typeface | None:
        """The widths of a font by what the file calls it; None if nobody knows them."""
        name = _font_name(told, self.theme)
        given = (each for each in (self.heading, self.body) if each.name == name)
        try:
            return next(given, None) or _widths(name, None)
        except KeyError:
            return None

    def replaced(self, name: str, layout: str, lettering: Lettering) -> Iterator[Finding]:
        """A warning if a text's font has to be another one, as nobody knows its widths."""
        if self.widths(lettering.typeface) is None:
            font = _font_name(lettering.typeface, self.theme)
            message = (
                f"the {name} of the layout `{layout}` is set in `{font}`, whose widths are not "
                "known; slides show it in another font of the template"
            )
            hint = "give it the theme's font for headings or for texts"
            yield Finding(WarningCode.FONT_REPLACED, message, hint)

    def _other(self, told: str, *, is_heading: bool) -> str:
        own = self.heading if is_heading else self.body
        is_own = _font_name(told, self.theme) == own.name
        return "" if is_own or self.widths(told) is None else told


def faces_of(template: OwnTemplate, dress: Dress, theme: Element) -> Faces:
    """The widths of the template's two fonts; Refused for those that nobody knows."""
    wanted = (("heading", dress.heading, template.heading), ("body", dress.body, template.body))
    found: list[Typeface] = []
    findings: list[Finding] = []
    for key, told, given in wanted:
        name = _font_name(told, theme)
        try:
            found.append(_widths(name, given))
        except KeyError:
            findings.append(_unknown_font(key, name, given))
    if findings:
        raise Refused(findings)
    return Faces(theme, dress, *found)


def _font_name(told: str, theme: Element) -> str:
    """A font's own name, where one of the theme's two may be told."""
    kinds = {"+mj": "major", "+mn": "minor"}
    if (kind := kinds.get(told[:3])) is None:
        return told
    latin = find(theme, f"a:themeElements/a:fontScheme/a:{kind}Font/a:latin")
    return latin.get("typeface", "") if latin is not None else ""


def _widths(name: str, given: Typeface | None) -> Typeface:
    """The widths of a font: those given for its name, or those of a known one."""
    if given is not None and given.name == name:
        return given
    if given is not None:
        raise KeyError(name)
    return typeface(name)._replace(name=name)


def _unknown_font(key: str, name: str, given: Typeface | None) -> Finding:
    known = ", ".join(known_typefaces())
    way = f"fonts: {{{key}: {{name: {name}, fallback: Arial}}}}"
    if given:
        message = f"the template's {key} font is `{name}`, not `{given.name}`"
        return Finding("wrong-font", message, f"write `{way}`", "fonts")
    message = f"the widths of the template's {key} font `{name}` are not known"
    return Finding("unknown-font", message, f"write `{way}` in theme.yaml, or one of: {known}")
