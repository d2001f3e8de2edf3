"""Tables from the results of a run, in Markdown.

python -m benchmarks.report RESULTS.json           # print them
python -m benchmarks.report RESULTS.json --write   # put them into docs/performance.md
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.decks import MANY, SLIDES_OF_MANY
from benchmarks.goals import GOALS, Goal, growth, kind_seconds, timeline_milliseconds
from benchmarks.measuring import Results

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- from here: make bench-tables -->", "<!-- to here -->"
STAGE_NAMES = {
    "read_report": "read: YAML with positions, validation",
    "plan": "plan",
    "lay_out": "lay out: line breaking, sizes, that nothing is lost",
    "unshown": "what no slide shows",
    "write_pptx": "write: XML, zip",
    "lint": "of this, looking at every part",
    "build": "**whole build**",
    "zipping": "only zipping the same parts",
}

KIND_NAMES = {
    "tables": "a table of 8 rows and 5 columns",
    "charts": "a chart of 3 series with 8 figures each",
    "pictures": "a picture of its own, 30 kB",
    "same-picture": "the same picture on each slide",
}


def report(results: Results) -> str:
    """All tables."""
    tables = (_slides, _many, _kinds, _goals, _stages, _most)
    parts = [_about(results), *(f"{each}." for each in results["missing"])]
    return "\n\n".join([*parts, *filter(None, (table(results) for table in tables))]) + "\n"


def write(results: Results, page: Path = PAGE) -> None:
    """Put the tables between the two marks of `page`."""
    before, rest = page.read_text("utf-8").split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n{report(results)}\n{END}{after}", "utf-8")


def _about(results: Results) -> str:
    machine = results["machine"]
    rounds = ", ".join(f"{times} of {slides}" for slides, times in results["rounds"].items())
    return (
        f"deckgen {machine['deckgen']}, Python {machine['python']}, {machine['system']}, "
        f"{machine['cores']} cores. Rounds by slides: {rounds}."
    )


def _slides(results: Results) -> str:
    sizes = [size for size in next(iter(results["slides"].values())) if size != "1"]
    rows = []
    for tool, costs in results["slides"].items():
        cells = [
            f"{_seconds(costs[size]['seconds'])} / {costs[size]['peak']:.0f}" for size in sizes
        ]
        rows.append([results["tools"][tool], *cells, f"{growth(results, tool):.2f}"])
    heads = [f"{size} slides" for size in sizes]
    return _table(["seconds / megabytes at most", *heads, "growth"], rows)


def _many(results: Results) -> str:
    """Decks per second, or nothing if they were not built."""
    rows = [[name, f"{MANY / seconds:.0f}"] for name, seconds in results["many"].items()]
    head = [f"{MANY} decks of {SLIDES_OF_MANY} slides, one command", "decks a second"]
    return _table(head, rows) if rows else ""


def _kinds(results: Results) -> str:
    """What a slide of each kind takes, and whether it takes more in a deck twice as long."""
    if "kinds" not in results:
        return ""
    rows = [
        [KIND_NAMES[kind], *(f"{1000 * each:.1f}" for each in kind_seconds(results, kind))]
        for kind in results["kinds"]["busy"]
    ]
    rows.append(["a timeline of 20 projects", f"{timeline_milliseconds(results):.1f}", ""])
    sizes = [size for size in results["kinds"]["busy"]["charts"] if size != "1"]
    heads = [f"of {size}" for size in sizes]
    return _table(["milliseconds a slide", *heads], rows)


def _goals(results: Results) -> str:
    rows = [_goal(goal, results) for goal in GOALS]
    return _table(["what is held to", "goal", "this run", ""], rows)


def _goal(goal: Goal, results: Results) -> list[str]:
    sign = "≥" if goal.is_least else "≤"
    figure = goal.reached(results)
    if figure is None:
        return [goal.what, f"{sign} {goal.wished:g}", "not measured", ""]
    met = "reached" if goal.is_met(figure) else "**not reached**"
    return [goal.what, f"{sign} {goal.wished:g}", goal.shown.format(figure), met]


def _stages(results: Results) -> str:
    taken = results["stages"]
    rows = [
        [shown, f"{taken[name] * 1000:.0f}", f"{taken[name] / taken['zipping']:.2f}"]
        for name, shown in STAGE_NAMES.items()
        if name in taken
    ]
    return _table(["1000 slides, in the process", "ms", "to zipping"], rows)


def _most(results: Results) -> str:
    rows = [[f"`{name}`", f"{share:.0%}"] for name, share in results["profile"].items()]
    return _table(["functions with the most time of their own (cProfile)", "share"], rows)


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    found = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    if "--write" in sys.argv:
        write(found)
    else:
        print(report(found), end="")
