"""Bad input found by following what the readers do with it: `python -m tests.guided_fuzz`.

Options are those of libFuzzer, such as `-runs=100000`. An input that breaks a promise of
`tests.fuzzing` is written to a file, and ends the run.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["deckgen"]):
    from tests.fuzzing import fault_in

    from deckgen.reading import read_report, read_theme

REPOSITORY = Path(__file__).parent.parent


def read(content: bytes) -> None:
    """Read bytes as a deck, or as a theme; the first of them says which."""
    if content[:1] < b"\x80":
        fault = fault_in(lambda: read_report("a", "content/a", {"deck.yaml": content}))
    else:
        fault = fault_in(lambda: read_theme("a", "themes/a", {"theme.yaml": content[1:]}))
    if fault:
        raise AssertionError(fault)


def write_examples(folder: Path) -> None:
    """The repository's own decks and themes, to begin with."""
    decks = sorted(REPOSITORY.glob("content/*/deck.yaml"))
    themes = sorted(REPOSITORY.glob("themes/*/theme.yaml"))
    for number, path in enumerate((*decks, *themes)):
        mark = b"\x80" if path in themes else b""
        (folder / str(number)).write_bytes(mark + path.read_bytes())


def main() -> None:
    """Fuzz as the command line says, starting from what is in the repository."""
    with tempfile.TemporaryDirectory() as folder:
        write_examples(Path(folder))
        atheris.Setup([*sys.argv, folder], read)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
