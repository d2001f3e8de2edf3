"""Files that a theme or a deck names: fonts, pictures and tables beside its YAML file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.problems import UnusableFile
from deckgen.reading.findings import Mistake
from deckgen.reading.suggest import did_you_mean

_COPY = "copy the file into the deck's folder, and write its path from there"
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def file_beside(path: str, files: Mapping[str, bytes]) -> bytes:
    """The bytes of the file at `path`, seen from the theme's folder; Mistake if there is none."""
    found = files.get(path.removeprefix("./"))
    if found is None:
        hint = did_you_mean(path, files) or "put it into the theme's folder"
        raise Mistake("missing-file", f"there is no file `{path}` beside theme.yaml", hint)
    return found


def file_of_deck(path: str, files: Mapping[str, bytes]) -> bytes:
    """The bytes of the file at `path`, seen from the deck's folder; Mistake if it is not in it."""
    if mistake := _leading_out(path):
        raise mistake
    try:
        return files[path.removeprefix("./")]
    except UnusableFile as unusable:
        raise Mistake(unusable.code, unusable.message, unusable.hint) from None
    except KeyError:
        message = f"there is no file `{path}` in the deck's folder"
        raise Mistake("missing-file", message, _nearest(path, files)) from None


def _leading_out(path: str) -> Mistake | None:
    """What is wrong with a path that is not one of a file below the deck's folder."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", path) or path.startswith(("//", r"\\")):
        message = f"`{path}` is an address; only files of the deck's folder are read"
    elif re.match(r"[A-Za-z]:|[/~]", path):
        message = f"`{path}` does not begin in the deck's folder"
    elif ".." in re.split(r"[/\\]", path):
        message = f"`{path}` leads out of the deck's folder"
    elif "\\" in path:
        hint = f"write {path.replace(chr(92), '/')}"
        return Mistake("bad-path", "folders stand before a forward slash", hint)
    elif any(_DEVICE.fullmatch(part) for part in path.split("/")):
        message = f"`{path}` is the name of a device"
        return Mistake("bad-path", message, "give the file another name")
    else:
        return None
    return Mistake("file-outside", message, _COPY)


def _nearest(path: str, files: Mapping[str, bytes]) -> str:
    ending = path.rpartition(".")[2].casefold()
    alike = [name for name in files if name.casefold().endswith(f".{ending}")]
    return did_you_mean(path, alike) or "put it into the deck's folder, beside deck.yaml"
