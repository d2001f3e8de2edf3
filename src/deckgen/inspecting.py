"""What a theme comes to: its measures in figures, and what its designer should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.contrast import READABLE, READABLE_LARGE, contrast
from deckgen.files import Files
from deckgen.fonts import Typeface, known_typefaces, typeface
from deckgen.geometry import Points, Size
from deckgen.language import language
from deckgen.logo import clear_space, logo_extent
from deckgen.look import Look, Slot
from deckgen.looks import Looks, ReadTheme
from deckgen.named import NamedTuple
from deckgen.problems import Problem, Source, SourceFile, WarningCode
from deckgen.reading import named_files
from deckgen.reading.palette import PAIRS
from deckgen.style import Ink
from deckgen.theme import Image, Theme

COARSE = 2.0
"""Fewer pixels to the point are seen as steps on a screen of full HD."""

_SELDOM_MISSED = (".md", ".txt")
_ON_COVERS = (
    ("title", Ink.BACKGROUND, READABLE_LARGE),
    ("subtitle", Ink.BACKGROUND, READABLE),
    ("occasion, contact", Ink.TINT, READABLE),
)
"""What is read on the dark ground of the first and the last slide."""

_FOOT = ("footer", "page number")


class FontUse(NamedTuple):
    """What a font is for, its name, and where its widths are known from."""

    role: str
    name: str
    origin: str


class Pair(NamedTuple):
    """Something that is read on a ground, its contrast, and what it needs.

    The contrast is None on a picture whose colours are not known.
    """

    text: str
    ground: str
    contrast: float | None
    needed: float = READABLE

    @property
    def holds(self) -> bool:
        """Whether the contrast is known to be enough."""
        return self.contrast is not None and self.contrast >= self.needed


class LayoutUse(NamedTuple):
    """What a layout of a template serves for, its name, and why it does."""

    role: str
    name: str
    reason: str


class LogoUse(NamedTuple):
    """A logo's ground, its extent on slides in points, and its pixels."""

    ground: str
    extent: Size
    pixels: Size
    is_vector: bool

    @property
    def density(self) -> float:
        """Pixels to the point."""
        return self.pixels.width / self.extent.width


class Frame(NamedTuple):
    """A frame of a layout, how often it is there, and how much text of which size it holds."""

    layout: str
    name: str
    extent: Size
    lines: int
    size: float
    times: int = 1


class Inspection(NamedTuple):
    """All that is told about a theme. `extended` are the themes below it, the next one first.

    `layouts` are those of its template, if it has one, `unused` the names of others, and `missing`
    is what it has not.
    """

    shown: str
    title: str
    extended: tuple[str, ...]
    layouts: tuple[LayoutUse, ...]
    unused: tuple[str, ...]
    missing: tuple[str, ...]
    slide: Size
    fonts: tuple[FontUse, ...]
    logos: tuple[LogoUse, ...]
    clear_space: Points
    pairs: tuple[Pair, ...]
    frames: tuple[Frame, ...]
    warnings: tuple[Problem, ...]


def inspect(name: str, looks: Looks) -> Inspection:
    """Look at the theme called `name`. Raises InvalidInput with every mistake in it."""
    name = looks.known(name)
    read = looks.theme(name)
    # A template brings its own colours, fonts and size.
    theme = read.template.theme if read.template else read.theme
    folder = looks.folders[name]
    files = folder.theme_files()
    return Inspection(
        shown=folder.shown,
        title=theme.title,
        extended=read.names[1:],
        layouts=_layouts(read),
        unused=_unused(read),
        missing=_missing(read),
        slide=theme.slide,
        fonts=_fonts(theme),
        logos=_logos(theme),
        clear_space=clear_space(theme.logo) if theme.logo else 0.0,
        pairs=tuple(dict.fromkeys((*_pairs(theme), *_others(read)))),
        frames=tuple(_frames(looks.look(name, language("en-GB")))),
        warnings=(*read.warnings, *_warnings(theme, folder.shown, files)),
    )


def _layouts(read: ReadTheme) -> tuple[LayoutUse, ...]:
    if not read.template:
        return ()
    from deckgen.templates import why

    roles = read.template.roles
    named = read.theme.template.layouts if read.theme.template else {}
    reasons = {role: why(role, roles) for role in roles.layouts}
    reasons |= dict.fromkeys(named, "theme.yaml names it")
    return tuple(
        LayoutUse(role, layout.name, reasons[role]) for role, layout in roles.layouts.items()
    )


def _fonts(theme: Theme) -> tuple[FontUse, ...]:
    fonts = (("heading", theme.heading), ("body", theme.body))
    return tuple(FontUse(role, font.name, _origin(font)) for role, font in fonts)


def _origin(font: Typeface) -> str:
    for known in known_typefaces():
        if typeface(known).faces is font.faces:
            return "widths known" if known == font.name else f"measured as {known}"
    return "measured by its own files"


def _unused(read: ReadTheme) -> tuple[str, ...]:
    if not read.template:
        return ()
    from deckgen.templates import unused_layouts

    return unused_layouts(read.template)


def _missing(read: ReadTheme) -> tuple[str, ...]:
    if not read.template:
        return ()
    from deckgen.templates import lacking

    return lacking(read.template)


def _pairs(theme: Theme) -> Iterator[Pair]:
    for ink, ground in PAIRS:
        ratio = contrast(theme.colours[ink], theme.colours[ground])
        yield Pair(ink.value, ground.value, ratio)


def _others(read: ReadTheme) -> Iterator[Pair]:
    """The covers' texts, and all that stand in a template's own colours."""
    if read.template:
        for each in read.template.readings:
            text = each.text
            yield Pair(text.name, f"`{text.layout}`", each.contrast, text.needed)
    else:
        colours = read.theme.colours
        for name, ink, needed in _ON_COVERS:
            ratio = contrast(colours[ink], colours[Ink.PRIMARY])
            yield Pair(name, "first and last slide", ratio, needed)


def _logos(theme: Theme) -> tuple[LogoUse, ...]:
    if not theme.logo:
        return ()
    images = (("light", theme.logo.light), ("dark", theme.logo.dark))
    return tuple(_logo(ground, image) for ground, image in images)


def _logo(ground: str, image: Image) -> LogoUse:
    return LogoUse(ground, logo_extent(image.size), image.size, image.vector is not None)


def _frames(look: Look) -> Iterator[Frame]:
    """Every frame for text, once; those of the foot are one line and left out."""
    seen = set[Frame]()
    for layout in look.layouts:
        frames = Counter(_frame(slot) for slot in layout.slots if slot.name not in _FOOT)
        for frame, times in frames.items():
            if frame not in seen:
                seen.add(frame)
                yield frame._replace(layout=layout.name, times=times)


def _frame(slot: Slot) -> Frame:
    """The frame, in whatever layout; frames that are told apart by numbers are the same."""
    style, rect = slot.styles[0], slot.rect
    lines = int((rect.height - 2 * slot.margin_y + 0.01) / style.leading)
    extent = Size(round(rect.width), round(rect.height))
    return Frame("", slot.label.rstrip("0123456789 "), extent, lines, style.size)


def _warnings(theme: Theme, shown: str, files: Files) -> Iterator[Problem]:
    here = Source(SourceFile(f"{shown}/theme.yaml"))
    yield from _of_fonts(theme, here)
    yield from _of_logo(theme, here)
    for path in sorted(files.keys() - named_files(shown, files)):
        if not path.lower().endswith(_SELDOM_MISSED):
            source = Source(SourceFile(f"{shown}/{path}"))
            message, hint = "theme.yaml does not name this file", "name it, or delete it"
            yield Problem(WarningCode.UNUSED_FILE, message, source, hint)


def _of_fonts(theme: Theme, here: Source) -> Iterator[Problem]:
    for font in dict.fromkeys((theme.heading.name, theme.body.name)):
        face = theme.heading if font == theme.heading.name else theme.body
        if face.bold is face.regular:
            message = f"`{font}` has no bold face: titles are measured as if they were not bold"
            hint = "add the file of the bold face as `bold`"
            yield Problem(WarningCode.NO_BOLD_FACE, message, here, hint)


def _of_logo(theme: Theme, here: Source) -> Iterator[Problem]:
    logo = theme.logo
    if not logo:
        return
    if logo.dark == logo.light:
        message = "the logo for light slides stands on the dark first and last slide, too"
        hint = "give one for dark grounds as `dark`"
        yield Problem(WarningCode.NO_DARK_LOGO, message, here, hint)
    for use in dict.fromkeys((_logo("light", logo.light), _logo("dark", logo.dark))):
        if use.density < COARSE and not (use.ground == "dark" and logo.dark == logo.light):
            message = f"the {use.ground} logo has {use.density:.1f} pixels to the point"
            hint = "save it larger, four pixels to the point"
            yield Problem(WarningCode.LOGO_TOO_COARSE, message, here, hint)
