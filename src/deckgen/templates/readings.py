"""Whether a template's own texts can be read where they stand, and in what colour if not.

What text needs is WCAG 2.1, success criterion 1.4.3: 4.5 : 1, or 3 : 1 where it is large.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from deckgen.contrast import READABLE, READABLE_LARGE, contrast, luminance
from deckgen.geometry import Points
from deckgen.look import ThemeColour
from deckgen.named import NamedTuple
from deckgen.packages.refusing import Finding
from deckgen.problems import WarningCode
from deckgen.style import Ink
from deckgen.templates.scenery import Behind
from deckgen.theme import Colour

LARGE, LARGE_BOLD = 24.0, 18.66
_MARGIN = 0.1
"""Programs round luminance a little differently."""

_INSTEAD = (Ink.TEXT, Ink.BACKGROUND, Ink.PRIMARY, Ink.PANEL, Ink.ACCENT, Ink.TINT, Ink.MUTED)
"""What serves where a text's own colour does not, in the order in which it is tried."""


class Text(NamedTuple):
    """A text of a template: what it is, its colour there, what is behind it, what it needs.

    The colour of one that is not `is_own` was given by deckgen.
    """

    name: str
    layout: str
    colour: Colour
    behind: Behind
    needed: float
    is_own: bool = True

    def contrast_of(self, colour: Colour) -> float:
        """The least contrast of a colour on what is known of the ground; 21 where nothing is.

        A colour between the darkest and the lightest of a ground may be found on it.
        """
        grounds = self.behind.colours
        lights = [luminance(each) for each in grounds]
        if grounds and min(lights) < luminance(colour) < max(lights):
            return 1.0
        return min((contrast(colour, each) for each in grounds), default=21.0)

    @property
    def reads(self) -> bool:
        """Whether its own colour can be read, as far as its ground is known."""
        return self.contrast_of(self.colour) >= self.needed


class Reading(NamedTuple):
    """A text, the colour that slides show it in, and what they put under it, if anything."""

    text: Text
    shown: Colour
    plate: Colour | None = None

    @property
    def contrast(self) -> float | None:
        """The least contrast on its ground; None where a picture's colours are not known."""
        if self.plate:
            return contrast(self.shown, self.plate)
        is_known = self.text.behind.is_known and self.text.behind.colours
        return self.text.contrast_of(self.shown) if is_known else None


def needed(size: Points, *, is_bold: bool) -> float:
    """The contrast that text of a size needs."""
    is_large = size >= LARGE or (is_bold and size >= LARGE_BOLD)
    return READABLE_LARGE if is_large else READABLE


def ink_instead(text: Text, inks: Mapping[Ink, ThemeColour]) -> Ink | None:
    """The first ink that reads on the ground of `text`, if one does."""
    return next((ink for ink in _INSTEAD if _holds(text, inks[ink].value)), None)


def colour_instead(text: Text, candidates: Iterable[ThemeColour]) -> ThemeColour | None:
    """The first colour that reads on the ground of `text`, if one does."""
    return next((each for each in candidates if _holds(text, each.value)), None)


def findings_of(readings: Sequence[Reading]) -> tuple[Finding, ...]:
    """A warning for each text that is not shown in its own colour, and each that may be unread."""
    own = (each for each in readings if each.text.is_own)
    doubtful = (each for each in own if not each.text.reads or each.contrast is None)
    return tuple(dict.fromkeys(map(_finding, doubtful)))


def _finding(reading: Reading) -> Finding:
    text, what = reading.text, f"the {reading.text.name} of the layout `{reading.text.layout}`"
    if text.reads:
        message = f"{what} stands on a picture that cannot be looked at"
        hint = "see whether it can be read; save the picture as a PNG or JPEG of usual size"
        return Finding(WarningCode.LOW_CONTRAST_THERE, message, hint)
    ratio = _rounded_down(text.contrast_of(text.colour))
    message = (
        f"{what} has a contrast of {ratio} : 1 on its ground and needs {text.needed:g} : 1; "
        f"slides show it in #{reading.shown}"
    )
    hint = "change its colour in the template"
    if reading.plate:
        message += f" on a ground of #{reading.plate}, for no colour reads on all that is there"
        hint = "put a plain ground under it in the template"
    return Finding(WarningCode.LOW_CONTRAST_THERE, message, hint)


def _rounded_down(ratio: float) -> str:
    """A contrast with two digits, so that what is too little never looks like enough."""
    return f"{math.floor(ratio * 100) / 100:.2f}"


def _holds(text: Text, colour: Colour) -> bool:
    return text.contrast_of(colour) >= text.needed + _MARGIN
