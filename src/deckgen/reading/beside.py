"""Files that a theme or a deck names: fonts, pictures and tables beside its YAML file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.accents import KEEP_ONE, TWO_SPELLINGS, alike
from deckgen.problems import UnusableFile
from deckgen.reading.findings import Mistake
from deckgen.suggesting import did_you_mean

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def file_beside(path: str, files: Mapping[str, bytes], owner: str = "theme") -> bytes:
    """The bytes of the file at `path`, seen from the folder of its `owner`, `theme` or `deck`.

    Mistake if there is none among `files`, which are all that lie in that folder.
    """
    return found_beside(path, files, owner)[1]


def found_beside(path: str, files: Mapping[str, bytes], owner: str) -> tuple[str, bytes]:
    """The path of such a file as it is stored, and its bytes."""
    if mistake := _leading_out(path, owner):
        raise mistake
    try:
        stored = _as_stored(path.removeprefix("./"), files)
        return stored, files[stored]
    except UnusableFile as unusable:
        raise Mistake(unusable.code, unusable.message, unusable.hint) from None
    except KeyError:
        message = f"there is no file `{path}` beside {owner}.yaml"
        raise Mistake("missing-file", message, _nearest(path, files, owner)) from None


def _as_stored(path: str, files: Mapping[str, bytes]) -> str:
    """The path of the file that is called so, whichever way its accents are stored."""
    if path.isascii():
        return path
    found = alike(path, files)
    if len(found) > 1:
        raise Mistake("same-name", f"`{path}`: {TWO_SPELLINGS}", KEEP_ONE)
    return found[0] if found else path


def _leading_out(path: str, owner: str) -> Mistake | None:
    """What is wrong with a path that is not one of a file below its owner's folder."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", path) or path.startswith(("//", r"\\")):
        message = f"`{path}` is an address; only files of the {owner}'s folder are read"
    elif re.match(r"[A-Za-z]:|[/~]", path):
        message = f"`{path}` does not begin in the {owner}'s folder"
    elif ".." in re.split(r"[/\\]", path):
        message = f"`{path}` leads out of the {owner}'s folder"
    elif "\\" in path:
        hint = f"write {path.replace(chr(92), '/')}"
        return Mistake("bad-path", "folders stand before a forward slash", hint)
    elif any(_DEVICE.fullmatch(part) for part in path.split("/")):
        message = f"`{path}` is the name of a device"
        return Mistake("bad-path", message, "give the file another name")
    else:
        return None
    hint = f"copy the file into the {owner}'s folder, and write its path from there"
    return Mistake("file-outside", message, hint)


def _nearest(path: str, files: Mapping[str, bytes], owner: str) -> str:
    ending = path.rpartition(".")[2].casefold()
    alike = [name for name in files if name.casefold().endswith(f".{ending}")]
    likely = did_you_mean(path, alike) or did_you_mean(path, files)
    return likely or f"put it into the {owner}'s folder"
