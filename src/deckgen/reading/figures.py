"""Slides of kind `chart`: whatever figures can be shown by; each type has its reader."""

from __future__ import annotations

from deckgen.content import Charted, Figures
from deckgen.reading.charts import TYPES as NATIVE
from deckgen.reading.charts import ReadFigures
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.forecast import read_forecast
from deckgen.reading.heatmap import read_heatmap
from deckgen.reading.topic import Common, Setting
from deckgen.reading.waterfall import read_waterfall
from deckgen.suggesting import suggest

TYPES: dict[str, ReadFigures] = {
    **NATIVE,
    "waterfall": read_waterfall,
    "heatmap": read_heatmap,
    "forecast": read_forecast,
}
"""The reader of each type of chart, by the word for it."""


def read_charted(setting: Setting, fields: Fields, common: Common) -> Charted | None:
    """A slide with a chart."""
    figures = read_figures(setting, fields)
    return Charted(**common, figures=figures) if figures else None


def read_figures(setting: Setting, fields: Fields) -> Figures | None:
    """What a chart shows, from the keys of a slide or a column."""
    reader = setting.reader
    read = fields.required("type", lambda node: reader.value(node, _type))
    if not read:
        fields.ignore_rest()
        return None
    return read(setting, fields)


def _type(name: str) -> ReadFigures:
    if name not in TYPES:
        hint = suggest(name, TYPES, "types")
        raise Mistake("unknown-word", f"`{name}` is not one of the types", hint)
    return TYPES[name]
