"""deckgen turns a city's project status, written as YAML, into a council's deck.

All names but the version are imported when first asked for (PEP 562), so that
`import deckgen` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.batch import build_all as build_all
    from deckgen.building import build as build
    from deckgen.outcomes import Built as Built
    from deckgen.outcomes import Failed as Failed
    from deckgen.outcomes import UpToDate as UpToDate
    from deckgen.problems import InvalidInput as InvalidInput
    from deckgen.watching import Workshop as Workshop

__version__ = "0.1.0"

_HOMES = {
    "Built": "deckgen.outcomes",
    "Failed": "deckgen.outcomes",
    "InvalidInput": "deckgen.problems",
    "UpToDate": "deckgen.outcomes",
    "Workshop": "deckgen.watching",
    "build": "deckgen.building",
    "build_all": "deckgen.batch",
}

__all__ = [
    "Built",
    "Failed",
    "InvalidInput",
    "UpToDate",
    "Workshop",
    "__version__",
    "build",
    "build_all",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
