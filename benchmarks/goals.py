"""What deckgen's speed is held to: ratios within one run, from its results."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from statistics import fmean
from typing import NamedTuple

from benchmarks.measuring import Results

GROWTH_FROM = 100


class Goal(NamedTuple):
    """What is held against what, the figure that is at most or at least wished, how it is shown."""

    what: str
    wished: float
    figure: Callable[[Results], float]
    is_least: bool = False
    shown: str = "{:.2f}"

    def reached(self, results: Results) -> float | None:
        """The figure, or None where it was not measured."""
        try:
            return self.figure(results)
        except KeyError:
            return None

    def is_met(self, figure: float) -> bool:
        """Whether this figure is good enough."""
        return figure >= self.wished if self.is_least else figure <= self.wished


def growth(results: Results, tool: str) -> float:
    """The exponent of the slides with which time grows, from 100 slides to the most.

    It is the slope of a line through the logarithms (least squares). Time is that of
    the processors, less what the same tool takes for a deck of one slide.
    """
    costs = results["slides"][tool]
    start = costs["1"]["busy"]
    points = [
        (log(int(slides)), log(max(cost["busy"] - start, 1e-3)))
        for slides, cost in costs.items()
        if int(slides) >= GROWTH_FROM
    ]
    mean_x, mean_y = fmean(x for x, _ in points), fmean(y for _, y in points)
    rise = sum((x - mean_x) * (y - mean_y) for x, y in points)
    run = sum((x - mean_x) * (x - mean_x) for x, _ in points)
    return rise / run


def _cost(results: Results, tool: str, slides: int, what: str = "seconds") -> float:
    figure: float = results["slides"][tool][str(slides)][what]
    return figure


def _times_faster(than: str, slides: int) -> Callable[[Results], float]:
    return lambda results: _cost(results, than, slides) / _cost(results, "deckgen", slides)


def _decks(jobs: str) -> Callable[[Results], float]:
    return lambda results: results["many"]["python-pptx"] / results["many"][jobs]


def kind_seconds(results: Results, kind: str) -> tuple[float, float]:
    """Seconds a slide of decks of a kind, the smaller deck first, less those of a lone slide."""
    (_, start), *costs = results["kinds"]["busy"][kind].items()
    small, large = ((busy - start) / int(slides) for slides, busy in costs)
    return small, large


def _kind_growth(kind: str) -> Callable[[Results], float]:
    def ratio(results: Results) -> float:
        small, large = kind_seconds(results, kind)
        return large / small

    return ratio


def timeline_milliseconds(results: Results) -> float:
    """What one slide of a timeline of twenty projects takes to be laid out and written."""
    taken = results["kinds"]["timeline"]
    return float(taken["layout"] + taken["writing"]) / float(taken["slides"])


GOALS = (
    Goal(
        "10 slides, whole process, to the python-pptx script",
        1.0,
        lambda results: 1 / _times_faster("python-pptx", 10)(results),
    ),
    Goal("1000 slides, times faster than the script", 8, _times_faster("python-pptx", 1000), True),
    Goal("1000 slides, times faster than PptxGenJS", 3, _times_faster("PptxGenJS", 1000), True),
    Goal("1000 slides, times faster than pandoc", 12, _times_faster("pandoc", 1000), True),
    Goal("3000 slides, times faster than the script", 25, _times_faster("python-pptx", 3000), True),
    Goal(
        "3000 slides, peak memory, to the script",
        0.6,
        lambda results: (
            _cost(results, "deckgen", 3000, "peak") / _cost(results, "python-pptx", 3000, "peak")
        ),
    ),
    Goal(
        "1000 slides, build to zipping the same parts",
        2.5,
        lambda results: results["stages"]["ratio"],
    ),
    Goal("growth exponent, with notes and links", 1.1, lambda results: growth(results, "linked")),
    Goal("twice as many charts, time a chart", 1.1, _kind_growth("charts")),
    Goal("twice as many pictures, time a picture", 1.1, _kind_growth("pictures")),
    Goal(
        "a chart, read, laid out and written",
        2,
        lambda results: 1000 * kind_seconds(results, "charts")[1],
        shown="{:.1f} ms",
    ),
    Goal(
        "a slide of a timeline of 20 projects",
        2,
        timeline_milliseconds,
        shown="{:.1f} ms",
    ),
    Goal(
        "`deckgen --help`, to an empty click program",
        1.25,
        lambda results: results["commands"]["--help"] / results["commands"]["empty"],
    ),
    Goal("400 decks, times faster than the script, in one process", 5, _decks("deckgen"), True),
    Goal("400 decks, the same with `--jobs 2`", 10, _decks("deckgen, two jobs"), True),
    Goal(
        "reading 1 MB with positions and validation, to CSafeLoader",
        0.7,
        lambda results: results["reading"]["read_report"] / results["yaml"]["yaml"],
    ),
    Goal(
        "nothing changed in 1000 slides, over `--help`",
        0.1,
        lambda results: results["commands"]["unchanged"] - results["commands"]["--help"],
        shown="{:.2f} s",
    ),
    Goal(
        "what is new in 60 projects over 2,000 commits, over the build without",
        0.5,
        lambda results: results["history"]["history"] - results["history"]["plain"],
        shown="{:.2f} s",
    ),
    Goal(
        "telling the revision in a repository, over the build with none",
        15,
        lambda results: (results["history"]["plain"] - results["history"]["no repository"]) * 1000,
        shown="{:.0f} ms",
    ),
    Goal(
        "20 slides built again when saved, in a process",
        60,
        lambda results: results["rebuild"]["rebuild"] * 1000,
        shown="{:.0f} ms",
    ),
)
