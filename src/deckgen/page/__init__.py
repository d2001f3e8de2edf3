"""Where everything stands: pages of boxes, shapes and pictures at fixed places.

A page is all that the writers know. Elements are listed in reading order, the
title first; text carries the lines that were measured, but stays in whole
paragraphs so that people can edit it.
"""

from __future__ import annotations

from deckgen.page.charts import Chart, ChartForm, ChartSeries, Labelling, Scale
from deckgen.page.pages import Element, Page, Pages, PageSection, Properties
from deckgen.page.shapes import Picture, Rule, Shape, Sketch
from deckgen.page.tables import Table, TableCell, TableRow
from deckgen.page.text import PageLink, Paragraph, Run, TextBox

__all__ = [
    "Chart",
    "ChartForm",
    "ChartSeries",
    "Element",
    "Labelling",
    "Page",
    "PageLink",
    "PageSection",
    "Pages",
    "Paragraph",
    "Picture",
    "Properties",
    "Rule",
    "Run",
    "Scale",
    "Shape",
    "Sketch",
    "Table",
    "TableCell",
    "TableRow",
    "TextBox",
]
