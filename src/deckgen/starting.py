"""A theme to start from: a theme.yaml made of one colour and perhaps a logo."""

from __future__ import annotations

import json
import re
from pathlib import Path

from deckgen.accents import composed
from deckgen.files import Files, read_file, read_if_there, shown_path
from deckgen.folders import as_stored
from deckgen.problems import InvalidInput, Problem, SourceFile, in_command
from deckgen.reading import read_theme
from deckgen.reading.findings import Mistake
from deckgen.reading.palette import parse_colour
from deckgen.reading.pictures import is_png, pixel_size
from deckgen.saving import write_new_folder
from deckgen.scheme import scheme
from deckgen.theme import Colour


def new_theme(name: str, colour: str, logo: str | None = None, root: str | Path = ".") -> str:
    """Write `themes/<name>/theme.yaml`, and copy the logo; gives the folder as shown.

    `logo` is a PNG or JPEG file, or an SVG file with one of them beside it. Raises
    InvalidInput with all that is wrong; then nothing is written, and nothing is ever
    overwritten.
    """
    root, name = Path(root), composed(name)
    problems = [*_wrong_name(name), *_wrong_colour(colour)]
    if problems:
        raise InvalidInput(problems)
    pictures = _pictures(root / logo, root) if logo else {}
    files = theme_files(name, parse_colour(colour), pictures)
    try:  # so a logo that cannot be used is told now
        read_theme(name, f"themes/{name}", files)
    except InvalidInput as mistakes:
        raise InvalidInput(_where_it_is(mistakes, str(logo))) from None
    return write_new_folder(as_stored(root / "themes" / name), files, root)


def theme_files(name: str, main: Colour, pictures: Files) -> Files:
    """The files of a new theme with the logo's `pictures`, by their names in its folder."""
    return {**pictures, "theme.yaml": _theme_yaml(name, main, tuple(pictures)).encode()}


def _wrong_name(name: str) -> list[Problem]:
    if re.fullmatch(r"[^\W_][\w-]*", name):
        return []
    hint = "a theme is a folder: write letters and figures, with - or _ between them"
    return [_problem("bad-name", f"`{name}` cannot be the name of a theme", "NAME", hint)]


def _wrong_colour(colour: str) -> list[Problem]:
    try:
        parse_colour(colour)
    except Mistake as mistake:
        return [_problem(mistake.code, mistake.message, "--colour", mistake.hint)]
    return []


def _pictures(path: Path, root: Path) -> Files:
    """The logo's files by the names they get: an SVG brings the picture beside it."""
    content = read_file(path, root)
    if path.suffix.lower() != ".svg":
        return {_raster_name(content, shown_path(path, root)): content}
    for suffix in (".png", ".jpg", ".jpeg"):
        if raster := read_if_there(path.with_suffix(suffix)):
            return {"logo.svg": content, _raster_name(raster, f"{path.stem}{suffix}"): raster}
    message = f"`{path.name}` is an SVG picture, which older programs do not show"
    hint = f"put a PNG of it beside it: {path.stem}.png"
    raise InvalidInput([_problem("svg-alone", message, "--logo", hint)])


def _where_it_is(mistakes: InvalidInput, logo: str) -> list[Problem]:
    """The mistakes in a logo's own files: what is in an SVG stands there, not in the copy."""
    return [
        problem._replace(source=problem.source._replace(file=SourceFile(logo, file.text)))
        if (file := problem.source.file).path.endswith(".svg")
        else problem._replace(source=in_command("--logo"))
        for problem in mistakes.problems
    ]


def _raster_name(content: bytes, shown: str) -> str:
    if not pixel_size(content):
        message, hint = f"`{shown}` is not a PNG or JPEG picture", "save it as PNG or JPEG"
        raise InvalidInput([_problem("no-picture", message, "--logo", hint)])
    return "logo.png" if is_png(content) else "logo.jpg"


def _problem(code: str, message: str, where: str, hint: str | None) -> Problem:
    return Problem(code, message, in_command(where), hint)


def _theme_yaml(name: str, main: Colour, pictures: tuple[str, ...]) -> str:
    words = re.split("[-_]+", name.strip("-_"))
    title = json.dumps(" ".join(w[:1].upper() + w[1:] for w in words), ensure_ascii=False)
    primary, accent, line, panel, tint = scheme(main)
    deep, near = "your colour", "a shade of it"
    if primary != main:
        deep, near = f"a deep shade of #{main}", "that colour, as bright as text may be"
    return f"""\
# A look for decks: say `theme: {name}` in a deck.yaml. Lines that start with # are comments.
# `deckgen theme check {name}` tells whether all is well, `deckgen theme show {name}` shows it.
# What is not said here is as in the theme that comes with deckgen.

name: {title}

# Text needs a contrast of 4.5 : 1 to its ground; a colour that falls short is told when you build.
# Mind the quotes: without them, what follows # is a comment.
colours:
  primary: "#{primary}"    # titles, figures, the first and the last slide: {deep}
  accent: "#{accent}"     # numbers, bullets, bars: {near}
  line: "#{line}"       # rules
  panel: "#{panel}"      # the ground of cards
  tint: "#{tint}"       # the ground of badges and of phases passed

{_logo_yaml(title, pictures)}
# Arial, Calibri, Cambria and Times New Roman are known; others need their files or a fallback:
# fonts: {{heading: Calibri, body: {{name: House Sans, fallback: Calibri}}}}

# slide: 4:3                # or A4; without this line 16:9
# footer: "{{organisation}} · {{date}}"
# labels: {{status: Sachstand}}    # your own words for what deckgen says on slides
"""


def _logo_yaml(title: str, pictures: tuple[str, ...]) -> str:
    if not pictures:
        return f"""\
# A PNG or JPEG file beside this one, without empty edges, four pixels to the point:
# logo: {{light: logo.png, dark: logo-dark.png, alt: {title}}}
"""
    light = pictures[0]
    if len(pictures) > 1:
        light = f"{{svg: {pictures[0]}, png: {pictures[1]}}}"
    return f"""\
logo:
  light: {light}
  # dark: logo-dark.png     # for the dark first and last slide
  alt: {title}
"""
