"""What `deckgen diff`, `log` and `show` print, line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from deckgen.changes import Change, ItemChange, MilestoneChange, project_of
from deckgen.cli.telling import count
from deckgen.content import PartialDate
from deckgen.language import Language, language
from deckgen.problems import shown
from deckgen.provenance import LABELS, Provenance
from deckgen.reviewing import Review
from deckgen.standing import Standing
from deckgen.wording import Told, sentence, told

_AS_WRITTEN = "As deckgen wrote it"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&!]")


def text_lines(reviews: Iterable[Review], spoken: Language) -> Iterator[str]:
    """Each deck with its changes, under headings."""
    for review in reviews:
        yield f"{shown(review.deck)}: {_sum(review)}"
        for heading, entries in _by_heading(review, spoken):
            yield f"  {heading}"
            yield from (f"    {shown(sentence(each, spoken))}" for each in entries)


def fitted(lines: Iterable[str], width: int) -> Iterator[str]:
    """The lines in so many columns; what of one goes on in the next is set in below it."""
    from textwrap import wrap

    for line in lines:
        below = " " * (len(line) - len(line.lstrip(" ")) + 2)
        yield from wrap(
            line,
            max(width, 2 * len(below)),
            subsequent_indent=below,
            break_long_words=False,
            break_on_hyphens=False,
        )


def markdown_lines(reviews: Iterable[Review], spoken: Language) -> Iterator[str]:
    """Each deck with its changes, for a merge request."""
    for number, review in enumerate(reviews):
        if number:
            yield ""
        yield f"### {_escaped(review.deck)}: {_escaped(_sum(review))}"
        for heading, entries in _by_heading(review, spoken):
            yield from ("", f"**{heading}**", "")
            yield from (f"- {_markdown(each, spoken)}" for each in entries)


def json_lines(reviews: Iterable[Review], spoken: Language) -> Iterator[str]:
    """The same for programs."""
    decks = [
        {
            "deck": review.deck,
            "before": review.before,
            "after": review.after,
            "changes": [_entry(change, told(change, spoken)) for change in review.changes.all],
        }
        for review in reviews
    ]
    yield json.dumps({"decks": decks}, ensure_ascii=False, indent=1)


FORMS: Mapping[str, Callable[[Iterable[Review], Language], Iterator[str]]] = {
    "text": text_lines,
    "markdown": markdown_lines,
    "json": json_lines,
}


def series_lines(deck: str, standings: Sequence[Standing]) -> Iterator[str]:
    """The reports of a deck as a table without a frame."""
    yield shown(deck)
    rows = [tuple(_cells(each)) for each in standings]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True) if width)
        yield f"  {'  '.join(cells)}".rstrip()


def provenance_lines(
    file: str, title: str | None, provenance: Provenance, *, is_sealed: bool
) -> Iterator[str]:
    """What is known of a deck's file, and whether it is as it was written."""
    yield shown(f"{file}  {title}" if title else file)
    known = provenance.labelled
    if not known:
        yield "  does not say where it comes from"
        return
    width = max(map(len, (*LABELS.values(), _AS_WRITTEN)))
    for label, value in {**known, _AS_WRITTEN: is_sealed or "no: it was edited since"}.items():
        words = ("yes" if value else "no") if isinstance(value, bool) else value
        yield f"  {label:{width}}  {shown(words)}"


def _sum(review: Review) -> str:
    changes = review.changes.all
    number = count(len(changes), "change") if changes else "no changes"
    if review.after is None:
        return f"{number} since {review.before}"
    return f"{number} from {review.before} to {review.after}"


def _by_heading(review: Review, spoken: Language) -> Iterator[tuple[str, list[Told]]]:
    said = (told(change, spoken) for change in review.changes.all)
    for heading, entries in groupby(said, lambda each: each.heading):
        yield heading, list(entries)


def _markdown(said: Told, spoken: Language) -> str:
    name = f"**{_escaped(said.name.plain)}** – " if said.name else ""
    return name + _escaped(sentence(said._replace(name=None), spoken))


def _escaped(words: str) -> str:
    """The words as they are: no markup, nobody called to the merge request."""
    return _MARKDOWN.sub(r"\\\g<0>", shown(words)).replace("@", "@\u2060")


def _entry(change: Change, said: Told) -> dict[str, str | int | None]:
    project = project_of(change)
    entry: dict[str, str | int | None] = {
        "news": change.news.value,
        "project": project.id if project else None,
        "name": said.name.plain if said.name else None,
        "statement": said.statement.plain,
        "before": said.before.plain if said.before else None,
    }
    if isinstance(change, MilestoneChange) and change.days:
        return entry | {"days": change.days}
    if isinstance(change, ItemChange) and change.item.state:
        return entry | {"state": change.item.state.value}
    return entry


def _cells(standing: Standing) -> Iterator[str]:
    spoken = language("en-GB")
    yield shown(standing.name or "now")
    yield _day(standing.day)
    yield count(standing.projects, "project")
    phases = ((standing.phases.get(step.id, 0), step.label.plain) for step in standing.steps)
    yield shown(", ".join(f"{number} {label}" for number, label in phases if number))
    lights = spoken.words.lights.items()
    counted = ((standing.lights.get(light, 0), word.lower()) for light, word in lights)
    yield ", ".join(f"{number} {word}" for number, word in counted if number)
    yield _money(standing.granted, "granted", spoken)
    yield _money(standing.spent, "spent", spoken)


def _day(day: date | PartialDate | None) -> str:
    if isinstance(day, PartialDate):
        return "-".join(f"{part:02}" for part in day if part is not None)
    return day.isoformat() if day else ""


def _money(sums: Mapping[str, Decimal], what: str, spoken: Language) -> str:
    amounts = [spoken.amount(amount, currency) for currency, amount in sums.items()]
    return f"{' + '.join(amounts)} {what}" if amounts else ""
