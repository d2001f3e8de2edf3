"""How long a timeline of twenty projects takes: its layout, and the writing of its slide.

    python benchmarks/timeline.py

Every project has a bar and two milestones, one of them moved. Metrics are loaded and the look
is prepared before, as in any build of more than one slide.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import count
from random import Random
from statistics import median
from time import process_time

from deckgen.content import Milestone, Project, Report, Section, Text, Timeline
from deckgen.design import draw_look
from deckgen.fonts import typeface
from deckgen.geometry import Size
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.page import Pages, PageSection, Properties
from deckgen.planning import plan
from deckgen.problems import Source, SourceFile
from deckgen.style import Ink
from deckgen.theme import Theme
from deckgen.writing.pptx import write_pptx

PROJECTS = 20
ROUNDS = 60
GOAL = 2.0
"""Milliseconds for one slide's layout and writing."""

_HERE = Source(SourceFile("content/time/deck.yaml"), 1, 1)
_LINES = count(1)
_THINGS = ("portal", "ticket", "archiv", "register", "netz", "akte", "plan")
_FIELDS = ("Bürger", "Schul", "Verkehrs", "Energie", "Umwelt", "Kultur", "Wohnungs")


def project(number: int, random: Random) -> Project:
    """A project that begins within a year and lasts for one or two."""
    start = date(2019, 1, 1) + timedelta(days=random.randrange(365))
    end = start + timedelta(days=random.randrange(365, 730))
    planned = start + timedelta(days=random.randrange(30, 300))
    moved = Milestone(_text("Freigabe"), planned, planned + timedelta(days=90))
    name = f"{random.choice(_FIELDS)}{random.choice(_THINGS)} {number}"
    milestones = (Milestone(_text("Auftakt"), start, reached=start), moved)
    file = Source(SourceFile(f"content/time/projects/p{number}.yaml"))
    return Project(f"p{number}", file, _text(name), milestones=milestones, start=start, end=end)


def _text(words: str) -> Text:
    return Text.of(words, _HERE._replace(line=next(_LINES)))


def report(seed: int) -> Report:
    """A report with a timeline of twenty projects no other round has seen."""
    random = Random(seed)
    projects = tuple(project(number, random) for number in range(1, PROJECTS + 1))
    section = Section(_text("Zeit"), (Timeline(source=_HERE, projects=projects),))
    return Report("time", _HERE, _text("Bericht"), date=date(2019, 11, 26), sections=(section,))


def milliseconds(run: Callable[[], object]) -> float:
    """How long `run` takes."""
    start = process_time()
    run()
    return (process_time() - start) * 1000


def measure() -> dict[str, float]:
    """The median milliseconds of laying out and writing the timeline alone, and its slides."""
    face = typeface("Calibri")
    colours = dict.fromkeys(Ink, "0B3B5C")
    theme = Theme("time", "Time", colours, face, face, Size(960, 540))
    look = draw_look(theme, language("de-DE"))
    layouts, writings = [], []
    gc.disable()  # as builds do
    for seed in range(ROUNDS):
        deck = plan(report(seed))
        alone = deck._replace(sections=(deck.sections[1],))
        layouts.append(milliseconds(partial(lay_out, alone, look)))
        pages = lay_out(alone, look)
        none = Pages(Properties("", "de-DE"), (PageSection("none", "None", ()),))
        bare = milliseconds(partial(write_pptx, none, look))
        writings.append(milliseconds(partial(write_pptx, pages, look)) - bare)
    gc.enable()
    return {"layout": median(layouts), "writing": median(writings), "slides": len(pages.pages)}


def main() -> None:
    """Print the figures, as JSON or in words."""
    taken = measure()
    if "--json" in sys.argv:
        print(json.dumps(taken))
        return
    layout, writing, slides = taken.values()
    print(f"layout {layout:.2f} ms, writing {writing:.2f} ms, {slides} slides")
    total = layout + writing
    print(f"together {total:.2f} ms, {total / slides:.2f} ms a slide; the goal is {GOAL} ms")


if __name__ == "__main__":
    main()
