"""Properties of a file's own naming, which programs keep and show (ECMA-376-1, 22.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.writing.pptx.markup import attribute, content, document
from deckgen.writing.pptx.package import Part

CUSTOM = "docProps/custom.xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
"""Ids 0 and 1 are kept by [MS-OLEPS], 2.18."""


Values = Mapping[str, str | bool]
"""Properties by their names."""


def custom_part(values: Values) -> Part:
    """The part with these properties."""
    properties = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{attribute(name)}">'
        f"{_variant(value)}</property>"
        for number, (name, value) in enumerate(values.items(), _FIRST_ID)
    )
    root = (
        f'<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{properties}</Properties>'
    )
    content_type = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    return Part(CUSTOM, content_type, document(root))


def _variant(value: str | bool) -> str:
    if isinstance(value, bool):
        return f"<vt:bool>{_WRITTEN[value]}</vt:bool>"
    return f"<vt:lpwstr>{content(value)}</vt:lpwstr>"


def custom_values(part: bytes) -> dict[str, str | bool]:
    """The properties in the content of a part of ours."""
    from html import unescape  # only who overwrites a deck reads them

    found = re.findall(_PROPERTY, part.decode("utf-8", "replace"))
    return {
        unescape(name): value == _WRITTEN[True] if kind == "bool" else unescape(value)
        for name, kind, value in found
    }


_WRITTEN = {True: "true", False: "false"}
_PROPERTY = r'<property [^>]*name="([^"]*)"><vt:(lpwstr|bool)>([^<]*)</vt:'
