"""Templates that would do harm are refused, each with the name of what is wrong in it."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from tests.made_templates import PLAIN, Parts, packed, relationships, template_parts

from deckgen.problems import InvalidInput
from deckgen.reading.theme import built_in_theme
from deckgen.templates import prepared_template
from deckgen.theme import OwnTemplate

MASTER = "ppt/slideMasters/slideMaster1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout101.xml"
THEME = "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"


def _plain() -> Parts:
    return template_parts([PLAIN])


def _with(**changes: bytes) -> bytes:
    return packed({**_plain(), **changes})


def _changed(name: str, old: bytes, new: bytes) -> bytes:
    parts = _plain()
    assert old in parts[name]
    return packed({**parts, name: parts[name].replace(old, new, 1)})


def _rels(name: str, extra: str) -> bytes:
    folder, _, file = name.rpartition("/")
    return _changed(
        f"{folder}/_rels/{file}.rels", b"</Relationships>", f"{extra}</Relationships>".encode()
    )


def _external(kind: str, target: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    mode = 'TargetMode="External"'
    return f'<Relationship Id="rIdX" Type="{office}/{kind}" Target="{target}" {mode}/>'


def _bomb() -> bytes:
    return _with(**{"ppt/media/photo.png": bytes(20 * 2**20)})


def _many_entries() -> bytes:
    return packed({**_plain(), **{f"ppt/tags/tag{n}.xml": b"<a/>" for n in range(4100)}})


def _nameless() -> bytes:
    """An entry that has no name; zipfile writes such a one only as a stream."""
    content = BytesIO(_plain_file())
    with zipfile.ZipFile(content, "a") as archive, archive.open(zipfile.ZipInfo(""), "w") as entry:
        entry.write(b"x")
    return content.getvalue()


def _lying_count() -> bytes:
    """A directory of many entries that says that it has three."""
    content = bytearray(_many_entries())
    end = content.rindex(b"PK\5\6")
    struct.pack_into("<2H", content, end + 8, 3, 3)
    return bytes(content)


def _lying_size() -> bytes:
    """An entry that unpacks to more than it says."""
    content, parts = bytearray(_plain_file()), _plain()
    size = struct.pack("<L", len(parts[MASTER]))
    while (at := content.find(size)) >= 0:
        struct.pack_into("<L", content, at, 100)
    return bytes(content)


def _plain_file() -> bytes:
    return packed(_plain())


def _flagged(offset: int, value: int) -> bytes:
    """The first entry with other bytes in its directory: its flags at 8, its method at 10."""
    content = bytearray(_plain_file())
    start = content.index(b"PK\1\2")
    struct.pack_into("<H", content, start + offset, value)
    return bytes(content)


def _doubled() -> bytes:
    file = BytesIO(_plain_file())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(MASTER.upper(), b"<a/>")
    return file.getvalue()


def _laughs(name: str = MASTER) -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    return _changed(name, b"?>\n", f"?>\n<!DOCTYPE x [{entities}]>".encode())


def _utf16(name: str = MASTER) -> bytes:
    text = _plain()[name].decode().replace("UTF-8", "UTF-16")
    text = text.replace("?>\n", '?>\n<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')
    return _with(**{name: text.encode("utf-16")})


def _megapixels() -> bytes:
    header = struct.pack(">IIBBBBB", 20000, 20000, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    check = struct.pack(">I", zlib.crc32(chunk))
    picture = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + check + bytes(16)
    return _photo(picture)


def _photo(content: bytes) -> bytes:
    """A template whose first layout has the picture `content` for its ground."""
    blip = b'<a:blip r:embed="rIdPhoto"/><a:stretch><a:fillRect/></a:stretch>'
    fill = b"<p:bg><p:bgPr><a:blipFill>" + blip + b"</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    parts = _plain()
    layout = parts[LAYOUT].replace(b"<p:spTree>", fill + b"<p:spTree>", 1)
    return packed({**parts, LAYOUT: layout, "ppt/media/photo.png": content})


def _embedding(kind: str, target: str) -> bytes:
    parts = _plain()
    frame = b'<p:graphicFrame r:id="rIdX"/>'
    parts[LAYOUT] = parts[LAYOUT].replace(b"<p:sp>", frame + b"<p:sp>", 1)
    rels = "ppt/slideLayouts/_rels/slideLayout101.xml.rels"
    parts[rels] = relationships(
        [("rIdMaster", "slideMaster", "../slideMasters/slideMaster1.xml"), ("rIdX", kind, target)]
    )
    return packed({**parts, "ppt/embeddings/book.xlsx": b"PK", "ppt/charts/chart1.xml": b"<a/>"})


def _deep() -> bytes:
    return _with(**{MASTER: b"<a>" * 100_000 + b"</a>" * 100_000})


def _large() -> bytes:
    words = b"".join(hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(40_000))
    return _with(**{MASTER: b"<a>" + words.hex().encode() + b"</a>"})


def _nodes() -> bytes:
    layouts = [f"ppt/slideLayouts/slideLayout10{n}.xml" for n in (1, 2, 3)]
    return _with(**dict.fromkeys(layouts, b"<a>" + b"<b/>" * 250_000 + b"</a>"))


def _macro() -> bytes:
    types = b"presentationml.template.main+xml"
    changed = _plain()[TYPES].replace(types, b"ms-powerpoint.template.macroEnabled.main+xml")
    return _with(**{TYPES: changed})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an old or encrypted file": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "has a password"),
    "a PDF": (lambda: b"%PDF-1.7", "is a PDF"),
    "a text": (lambda: b"Hallo", "not a file of PowerPoint"),
    "an empty file": (lambda: b"", "not a file of PowerPoint"),
    "half a zip file": (lambda: _plain_file()[:2000], "the zip file is damaged"),
    "another zip file": (lambda: packed({"a.txt": b"a"}), "no file of PowerPoint"),
    "an OpenDocument file": (lambda: packed({"mimetype": b"a"}), "OpenDocument"),
    "a part without a name": (_nameless, "`` is not a name for a part"),
    "a zip bomb": (_bomb, "`ppt/media/photo.png` unpacks to 20 MB"),
    "too many parts": (_many_entries, "too many parts"),
    "too many parts, denied": (_lying_count, "the zip file is damaged|too many parts"),
    "a part larger than told": (_lying_size, "damaged"),
    "an encrypted part": (lambda: _flagged(8, 1), "is encrypted"),
    "an unknown packing": (lambda: _flagged(10, 14), "packed in an unknown way"),
    "two parts of one name": (_doubled, "two parts called `PPT/SLIDEMASTERS"),
    "a name that leads out": (lambda: _with(**{"../evil.xml": b"a"}), r"`\.\./evil\.xml`"),
    "a name with a drive": (lambda: _with(**{"C:evil.xml": b"a"}), "`C:evil.xml`"),
    "entities": (_laughs, f"`{MASTER}` declares a document type"),
    "entities in the content types": (lambda: _laughs(TYPES), "declares a document type"),
    "entities in UTF-16": (_utf16, f"`{MASTER}` declares a document type"),
    "entities in a theme": (lambda: _laughs(THEME), f"`{THEME}` declares a document type"),
    "a strange encoding": (
        lambda: _changed(MASTER, b"UTF-8", b"UTF-7"),
        f"`{MASTER}` is not readable XML",
    ),
    "elements without end": (_deep, f"`{MASTER}` is not readable XML"),
    "XML too large": (_large, f"`{MASTER}` is too large"),
    "elements without number": (_nodes, "its parts hold too much"),
    "macros": (lambda: _with(**{"ppt/vbaProject.bin": b"a"}), "`ppt/vbaProject.bin` .macro"),
    "a file type with macros": (_macro, "a file with macros"),
    "an ActiveX control": (
        lambda: _with(**{"ppt/activeX/activeX1.bin": b"a"}),
        "`ppt/activeX/activeX1.bin` .ActiveX",
    ),
    "an OLE object": (
        lambda: _with(**{"ppt/embeddings/oleObject1.bin": b"a"}),
        "`ppt/embeddings/oleObject1.bin` .OLE",
    ),
    "an embedded workbook": (
        lambda: _embedding("package", "../embeddings/book.xlsx"),
        "`ppt/embeddings/book.xlsx` .package",
    ),
    "a chart": (lambda: _embedding("chart", "../charts/chart1.xml"), "`ppt/charts/chart1.xml`"),
    "a picture on a server": (
        lambda: _rels(MASTER, _external("image", "http://evil.example/a.png")),
        "fetches `http://evil.example/a.png`",
    ),
    "a picture on a share": (
        lambda: _rels(LAYOUT, _external("image", r"\\evil\share\a.png")),
        "fetches",
    ),
    "a link to a file": (
        lambda: _rels(LAYOUT, _external("hyperlink", "file:///c:/evil.exe")),
        "fetches `file:///c:/evil.exe`",
    ),
    "a picture of many megapixels": (_megapixels, "has 400 megapixels"),
    "a picture that is none": (lambda: _photo(b"<svg/>"), "`ppt/media/photo.png` is not a picture"),
    "a part that is not there": (
        lambda: packed({n: c for n, c in _plain().items() if n != THEME}),
        f"`{THEME}`, which is not in it",
    ),
    "a master without a theme": (
        lambda: _changed(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels", b"relationships/theme", b"x/other"
        ),
        f"`{MASTER}` has no theme",
    ),
}


def _prepare(content: bytes) -> None:
    prepared_template(built_in_theme(), OwnTemplate("themes/city/vorlage.potx", content, {}))


def test_a_plain_template_is_taken():
    _prepare(_plain_file())


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_template_is_refused_by_name(kind: str):
    make, message = HOSTILE[kind]

    with pytest.raises(InvalidInput, match=message) as caught:
        _prepare(make())

    assert all(str(each.source) == "themes/city/vorlage.potx" for each in caught.value.problems)
    assert all(each.hint for each in caught.value.problems)
