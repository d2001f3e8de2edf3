"""A project's money, and whether it adds up."""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.content import Budget
from deckgen.problems import Source
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Mapping, Node
from deckgen.reading.project_rows import ProjectRows
from deckgen.reading.reader import Reader
from deckgen.reading.sheets import names_sheet
from deckgen.reading.values import parse_amount

AMOUNTS = ("total", "granted", "own_share", "spent")


def read_budget(reader: Reader, node: Node, rows: ProjectRows) -> Budget | None:
    """The budget in a mapping or in a file's row, with what does not add up noted."""
    mapping = reader.mapping(node)
    if not mapping:
        return None
    if names_sheet(Fields(mapping, reader.findings)):
        return _budget_of_row(reader, mapping, rows)
    with Fields(mapping, reader.findings) as fields:
        currency = fields.optional("currency", lambda node: reader.value(node, _currency), "EUR")
        amounts = {key: fields.optional(key, lambda node: _money(reader, node)) for key in AMOUNTS}
        if not any(fields.has(key) for key in AMOUNTS):
            hint = f"add one of: {', '.join(AMOUNTS)}"
            reader.findings.error(
                "budget-without-amount", "the budget has no amount", fields.source, hint
            )
    given = {key: amount for key, amount in amounts.items() if amount is not None}
    _check(given, {key: fields.value_source(key) for key in given}, reader)
    return Budget(mapping.source, **given, currency=currency) if currency else None


def _budget_of_row(reader: Reader, mapping: Mapping, rows: ProjectRows) -> Budget | None:
    """The budget in the one row of a file that is the project's."""
    with Fields(mapping, reader.findings) as fields:
        currency = fields.optional("currency", lambda node: reader.value(node, _currency), "EUR")
        found = rows.of(fields, AMOUNTS)
    if not found:
        return None
    if len(found.rows) > 1:
        message = f"the file has {len(found.rows)} rows for this project, and one is meant"
        second = found.key.cells[found.rows[1]].source
        reader.findings.error("listed-twice", message, second, "add up what belongs together")
        return None
    cells = {key: column.cells[found.rows[0]] for key, column in found.columns.items()}
    amounts = {key: found.sheet.numbers(each, found.rows)[0] for key, each in found.columns.items()}
    given = {key: _even(amount) for key, amount in amounts.items() if amount is not None}
    sources = {key: cells[key].source for key in given}
    for key, amount in given.items():
        if amount < 0:
            message = f"`{reader.language.number(amount)}` is less than nothing"
            reader.findings.error("bad-amount", message, sources[key])
    _check(given, sources, reader)
    return Budget(mapping.source, **given, currency=currency) if currency and given else None


def _currency(text: str) -> str:
    if not re.fullmatch("[A-Z]{3}", text):
        hint = "write three capital letters (ISO 4217), such as EUR"
        raise Mistake("bad-currency", f"`{text}` is not the code of a currency", hint)
    return text


def _money(reader: Reader, node: Node) -> Decimal | None:
    def parse(text: str) -> Decimal:
        amount = parse_amount(text, is_german=reader.language.is_german)
        if amount < 0:
            raise Mistake("bad-amount", f"`{text}` is less than nothing")
        return amount

    return reader.value(node, parse)


def _even(amount: Decimal) -> Decimal:
    """An amount without the zeros that programs write where there are no cents."""
    whole = amount.to_integral_value()
    return whole if amount == whole else amount


def _check(given: dict[str, Decimal], sources: dict[str, Source], reader: Reader) -> None:
    _check_sum(given, sources, reader)
    _check_limits(given, sources, reader)


def _check_sum(given: dict[str, Decimal], sources: dict[str, Source], reader: Reader) -> None:
    if not given.keys() >= {"total", "granted", "own_share"}:
        return
    total, granted, own_share = given["total"], given["granted"], given["own_share"]
    if total != granted + own_share:
        number = reader.language.number
        parts = f"`granted` {number(granted)} and `own_share` {number(own_share)}"
        message = f"`total` is {number(total)}, but {parts} make {number(granted + own_share)}"
        reader.findings.error("sum-differs", message, sources["total"])


def _check_limits(given: dict[str, Decimal], sources: dict[str, Source], reader: Reader) -> None:
    """Nothing is spent that was not granted, nothing granted beyond the total."""
    number = reader.language.number
    for part, whole in _limits(given):
        if part in given and whole in given and given[part] > given[whole]:
            more = f"`{part}` is {number(given[part])}"
            message = f"{more}, which is more than `{whole}` with {number(given[whole])}"
            reader.findings.error("more-than-there-is", message, sources[part])


def _limits(given: dict[str, Decimal]) -> tuple[tuple[str, str], ...]:
    spent = ("spent", "granted" if "granted" in given else "total")
    if "granted" in given and "own_share" in given:
        return (spent,)  # the sum tells more
    return spent, ("granted", "total"), ("own_share", "total")
