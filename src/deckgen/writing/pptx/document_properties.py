"""What the file says of itself: title, author, language, dates."""

from __future__ import annotations

from deckgen.page import Pages, Properties
from deckgen.provenance import LABELS, Provenance
from deckgen.writing.pptx.markup import content, document
from deckgen.writing.pptx.package import Part

CORE = "docProps/core.xml"
EXTENDED = "docProps/app.xml"
CUSTOM = "docProps/custom.xml"

_CUSTOM_NAMESPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
_CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def properties_parts(pages: Pages, provenance: Provenance | None) -> tuple[Part, ...]:
    """The core and the extended properties, and those of our own, which PowerPoint keeps.

    Dates are the content's, never the clock's.
    """
    return (
        Part(
            CORE,
            "application/vnd.openxmlformats-package.core-properties+xml",
            document(_core_xml(pages.properties)),
        ),
        Part(
            EXTENDED,
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            document(_extended_xml(pages)),
        ),
        *((_custom_part(provenance),) if provenance else ()),
    )


def _custom_part(provenance: Provenance) -> Part:
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    return Part(CUSTOM, kind, document(_custom_xml(provenance)))


def _core_xml(properties: Properties) -> str:
    """The core properties (ECMA-376-2, 11)."""
    return (
        f"<cp:coreProperties {_CORE_NAMESPACES}>"
        f"{_element('dc:title', properties.title)}"
        f"{_element('dc:subject', properties.subject)}"
        f"{_element('dc:creator', properties.author)}"
        f"{_element('cp:lastModifiedBy', properties.author)}"
        f"{_dates_xml(properties)}"
        f"{_element('dc:language', properties.language)}</cp:coreProperties>"
    )


def _dates_xml(properties: Properties) -> str:
    if properties.date is None:
        return ""
    moment = f"{properties.date.isoformat()}T00:00:00Z"
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
        for name in ("created", "modified")
    )


def _extended_xml(pages: Pages) -> str:
    """The extended properties (ECMA-376-1, 22.2)."""
    notes = sum(bool(page.notes) for page in pages.pages)
    return (
        "<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Slides>{len(pages.pages)}</Slides><Notes>{notes}</Notes>"
        f"{_element('Company', pages.properties.organisation)}</Properties>"
    )


def _custom_xml(provenance: Provenance) -> str:
    """The custom properties (ECMA-376-1, 22.3): what is known of where the deck comes from."""
    known = {key: value for key, value in provenance._asdict().items() if value is not None}
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{LABELS[key]}">'
        f"{_variant_xml(value)}</property>"
        for number, (key, value) in enumerate(known.items(), _FIRST_ID)
    )
    return f"<Properties {_CUSTOM_NAMESPACES}>{properties}</Properties>"


def _variant_xml(value: str | bool) -> str:
    if isinstance(value, bool):
        return f"<vt:bool>{'true' if value else 'false'}</vt:bool>"
    return f"<vt:lpwstr>{content(value)}</vt:lpwstr>"


def _element(name: str, words: str | None) -> str:
    return "" if words is None else f"<{name}>{content(words)}</{name}>"
