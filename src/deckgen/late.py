"""Functions whose modules are imported when a deck first asks for them.

Most decks have few kinds of slides, and a program that runs for a fifth of a second feels
what all the others take to be imported.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """The function `name` of `module`, which is imported when it is first called."""

    @cache
    def found() -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(import_module(module), name)
        return function

    def called(*arguments: Any) -> Any:
        return found()(*arguments)

    return called
