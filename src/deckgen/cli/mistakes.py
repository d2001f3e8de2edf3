"""Mistakes that end a command."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def mistakes_told(ending: str = "", exit_code: int = 1) -> Generator[None]:
    """Tell the mistakes that come up, their number with the `ending`, and exit."""
    from deckgen.cli.telling import Troubles
    from deckgen.outcomes import Failed
    from deckgen.problems import InvalidInput

    try:
        yield
    except InvalidInput as invalid:
        Troubles([Failed("", invalid.problems)]).tell(ending)
        sys.exit(exit_code)
