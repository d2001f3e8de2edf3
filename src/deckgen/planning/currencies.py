"""Amounts in different currencies are not added: each currency has a slide of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from deckgen.content import Text


def named_by_currency(
    slide_id: str, title: Text, currencies: Collection[str]
) -> Iterator[tuple[str, str, Text]]:
    """Each currency with the id and the title of its slide; with several, it is in all titles."""
    for number, currency in enumerate(currencies):
        own_id = f"{slide_id}-{currency.lower()}" if number else slide_id
        named = Text.of(f"{title.plain} – {currency}", title.source)
        yield currency, own_id, named if len(currencies) > 1 else title
