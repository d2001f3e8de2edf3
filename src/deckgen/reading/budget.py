"""A project's money, and whether it adds up."""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.content import Budget
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.reading.values import parse_amount

AMOUNTS = ("total", "granted", "own_share", "spent")


def read_budget(reader: Reader, node: Node) -> Budget | None:
    """The budget in a mapping, with what does not add up noted."""
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        currency = fields.optional("currency", lambda node: reader.value(node, _currency), "EUR")
        amounts = {key: fields.optional(key, lambda node: _money(reader, node)) for key in AMOUNTS}
        if not any(fields.has(key) for key in AMOUNTS):
            hint = f"add one of: {', '.join(AMOUNTS)}"
            reader.findings.error(
                "budget-without-amount", "the budget has no amount", fields.source, hint
            )
    given = {key: amount for key, amount in amounts.items() if amount is not None}
    _check_sum(given, fields, reader)
    _check_limits(given, fields, reader)
    return Budget(mapping.source, **given, currency=currency) if currency else None


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


def _check_sum(given: dict[str, Decimal], fields: Fields, reader: Reader) -> None:
    if not given.keys() >= {"total", "granted", "own_share"}:
        return
    total, granted, own_share = given["total"], given["granted"], given["own_share"]
    if total != granted + own_share:
        number = reader.language.number
        parts = f"`granted` {number(granted)} and `own_share` {number(own_share)}"
        message = f"`total` is {number(total)}, but {parts} make {number(granted + own_share)}"
        reader.findings.error("sum-differs", message, fields.value_source("total"))


def _check_limits(given: dict[str, Decimal], fields: Fields, reader: Reader) -> None:
    """Nothing is spent that was not granted, nothing granted beyond the total."""
    number = reader.language.number
    for part, whole in _limits(given):
        if part in given and whole in given and given[part] > given[whole]:
            more = f"`{part}` is {number(given[part])}"
            message = f"{more}, which is more than `{whole}` with {number(given[whole])}"
            reader.findings.error("more-than-there-is", message, fields.value_source(part))


def _limits(given: dict[str, Decimal]) -> tuple[tuple[str, str], ...]:
    spent = ("spent", "granted" if "granted" in given else "total")
    if "granted" in given and "own_share" in given:
        return (spent,)  # the sum tells more
    return spent, ("granted", "total"), ("own_share", "total")
