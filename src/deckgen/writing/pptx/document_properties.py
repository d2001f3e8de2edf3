"""What the file says of itself: title, author, language, dates."""

from __future__ import annotations

from deckgen.page import Pages, Properties
from deckgen.writing.pptx.markup import content, document
from deckgen.writing.pptx.package import Part

CORE = "docProps/core.xml"
EXTENDED = "docProps/app.xml"

_CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def properties_parts(pages: Pages) -> tuple[Part, Part]:
    """The core and the extended properties. Dates are the content's, never the clock's."""
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
    )


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


def _element(name: str, words: str | None) -> str:
    return "" if words is None else f"<{name}>{content(words)}</{name}>"
