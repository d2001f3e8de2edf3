"""deckgen turns a city's project status, written as YAML, into a council's deck.

`build` and `InvalidInput` are imported when first asked for (PEP 562), so that
`import deckgen` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.building import build as build
    from deckgen.problems import InvalidInput as InvalidInput

__version__ = "0.1.0"

__all__ = ["InvalidInput", "__version__", "build"]


def __getattr__(name: str) -> object:
    if name == "build":
        from deckgen.building import build

        return build
    if name == "InvalidInput":
        from deckgen.problems import InvalidInput

        return InvalidInput
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
