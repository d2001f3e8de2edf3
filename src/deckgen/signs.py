"""The signs of lights, states and trends, and their inks: the same on every slide."""

from __future__ import annotations

from deckgen.content import Light, State, Trend
from deckgen.style import Ink, Mark

LIGHT_INKS = {Light.GREEN: Ink.GOOD, Light.YELLOW: Ink.WARNING, Light.RED: Ink.BAD}

LIGHT_MARKS = {
    Light.GREEN: Mark("●", LIGHT_INKS[Light.GREEN], 1.1),
    Light.YELLOW: Mark("▲", LIGHT_INKS[Light.YELLOW]),
    Light.RED: Mark("■", LIGHT_INKS[Light.RED]),
}

STATE_MARKS = {
    State.DONE: Mark("✓", Ink.GOOD, 1.2),
    State.IN_PROGRESS: Mark("◐", Ink.WARNING, 1.2),
    State.OPEN: Mark("○", Ink.MUTED, 1.2),
    State.BLOCKED: Mark("✕", Ink.BAD, 1.2),
}

TREND_ARROWS = {Trend.UP: "↗", Trend.STEADY: "→", Trend.DOWN: "↘"}
