"""A project's money in one line: what is granted, spent and to be paid, with what share that is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.content import Budget
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE, Language
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.page import Run
from deckgen.style import Ink
from deckgen.typography import MONEY_STEPS, plain_style


def set_money(canvas: Canvas, budget: Budget, width: Points) -> SetParagraph | None:
    """The money at the first step at which it takes one line; at the last one, as many as it needs.

    None without an amount.
    """
    runs = _runs(canvas.language, budget)
    if not runs:
        return None
    for size in MONEY_STEPS:
        style = plain_style(size, Ink.MUTED)
        paragraph = canvas.set_runs(runs, budget.source, (style,), width)
        if len(paragraph.paragraph.lines) == 1:
            break
    return paragraph


def _runs(language: Language, budget: Budget) -> tuple[Run, ...]:
    parts = tuple(_parts(language, budget))
    if not parts:
        return ()
    runs = [Run(f"{language.words.money}: ")]
    for index, part in enumerate(parts):
        runs += ([Run(" · ")] if index else []) + part
    return tuple(runs)


def _parts(language: Language, budget: Budget) -> Iterator[list[Run]]:
    """Each amount, what is granted first, or the total where nothing is; and the share granted."""
    words = language.words
    spent = _share(language, budget.spent, budget.granted)
    total = (words.total, budget.total, "")
    amounts = [
        (words.granted, budget.granted, ""),
        (words.spent, budget.spent, spent),
        (words.own_share, budget.own_share, ""),
    ]
    amounts.insert(0 if budget.granted is None else len(amounts), total)
    for pattern, amount, share in amounts:
        if amount is not None:
            yield _told(pattern, language.amount(amount, budget.currency), share)
    if rate := _share(language, budget.granted, budget.total):
        told = words.granted_share.format(share=rate)
        # It is the last of the line: its figure is not to stand alone on another.
        yield [Run(told.replace(" ", NO_BREAK_SPACE))]


def _told(pattern: str, amount: str, share: str) -> list[Run]:
    """An amount in the words of `pattern`, set off from them, and perhaps the share that it is."""
    before, _, after = pattern.partition("{amount}")
    runs = [Run(before), Run(amount, is_bold=True, ink=Ink.TEXT)]
    runs.append(Run(f"{after} ({share})" if share else after))
    return [run for run in runs if run.text]


def _share(language: Language, part: Decimal | None, whole: Decimal | None) -> str:
    """What share of `whole` a part is; empty where that cannot be told."""
    return language.percent(part / whole) if part is not None and whole else ""
