"""A project's money in one line along the foot of its slide."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.sample import HERE, sample_look

from deckgen.content import Budget
from deckgen.language import language
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.layout.money_line import set_money
from deckgen.style import Ink

KEYS = ("total", "granted", "own_share", "spent")
ALL = {"total": "1200000", "granted": "960000", "own_share": "240000", "spent": "120000"}


def _set(
    amounts: dict[str, str], tag: str = "de-DE", currency: str = "EUR", width: float = 864.0
) -> SetParagraph | None:
    given = [Decimal(amounts[key]) if key in amounts else None for key in KEYS]
    total, granted, own_share, spent = given
    budget = Budget(HERE, total, granted, own_share, spent, currency)
    return set_money(Canvas(sample_look(), language(tag)), budget, width)


def _line(amounts: dict[str, str], tag: str = "de-DE", currency: str = "EUR") -> str:
    line = _set(amounts, tag, currency)
    return line.paragraph.text.replace("\u00a0", " ") if line else ""


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        (
            {"granted": "960000", "spent": "120000"},
            "960.000 € bewilligt · 120.000 € ausgegeben (13 %)",
        ),
        ({"granted": "960000", "spent": "0"}, "960.000 € bewilligt · 0 € ausgegeben (0 %)"),
        ({"granted": "960000", "spent": "1"}, "960.000 € bewilligt · 1 € ausgegeben (unter 1 %)"),
        (
            {"total": "125000", "granted": "100000", "own_share": "25000"},
            "100.000 € bewilligt · 25.000 € Eigenanteil · 125.000 € insgesamt · Förderquote 80 %",
        ),
        ({"total": "875000", "own_share": "175000"}, "875.000 € insgesamt · 175.000 € Eigenanteil"),
        ({"granted": "0", "spent": "0"}, "0 € bewilligt · 0 € ausgegeben"),
        ({"total": "0", "granted": "0"}, "0 € bewilligt · 0 € insgesamt"),
    ],
)
def test_amounts_are_told_with_the_shares_that_they_are(amounts: dict[str, str], words: str):
    assert f"Mittel: {words}" == _line(amounts)


def test_another_language_and_currency_have_their_own_signs():
    amounts = {"total": "480000", "granted": "384000", "spent": "251300"}
    line = _line(amounts, "en-GB", "GBP")

    assert (
        "Funding: £384,000 granted · £251,300 spent (65%) · £480,000 in total · funding rate 80%"
        == line
    )


def test_a_budget_without_amounts_has_no_line():
    assert "" == _line({})


def test_amounts_stand_out():
    line = _set({"granted": "960000"})

    assert line is not None
    bold = [run for run in line.paragraph.runs if run.is_bold]
    assert [("960.000\u00a0€", Ink.TEXT)] == [(run.text, run.ink) for run in bold]


@pytest.mark.parametrize(("width", "lines"), [(864.0, 1), (600.0, 2), (200.0, 5)])
def test_a_narrow_line_becomes_several(width: float, lines: int):
    line = _set(ALL, width=width)

    assert line is not None
    assert lines == len(line.paragraph.lines)
