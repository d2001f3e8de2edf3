"""SVG pictures: a PNG for programs that know none, the SVG where the others look for it.

[MS-ODRAWXML], svgBlip. What is not done so shows a red cross, or the PNG alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet

_BLIP = r'<a:blip\b[^>]* r:embed="([^"]*)"'
_VECTOR = r'<a:ext uri="([^"]*)"><asvg:svgBlip\b[^>]* r:embed="([^"]*)"'
_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def vectors(sheet: Sheet) -> Iterable[Finding]:
    """What is wrong with the SVG pictures of a slide, layout or master."""
    return _wrong(sheet) if b"<a:blip " in sheet.content else ()


def _wrong(sheet: Sheet) -> Iterator[Finding]:
    targets = {each.id: each.target for each in sheet.relationships}
    text = sheet.text
    for id_ in re.findall(_BLIP, text):
        if _is_vector(target := targets.get(id_, "")):
            message = f"a picture is `{target}` only, which many programs do not show"
            yield Finding("bare-vector", sheet.name, message, "put a PNG beside it")
    for uri, id_ in re.findall(_VECTOR, text):
        target = targets.get(id_, "")
        if target and not _is_vector(target):
            yield Finding("lost-vector", sheet.name, f"`{target}` stands for an SVG, but is none")
        if uri.upper() != _URI:
            message = f"`{target}` stands under the uri `{uri}`, where no program finds it"
            yield Finding("lost-vector", sheet.name, message)


def _is_vector(target: str) -> bool:
    return target.lower().endswith(".svg")
