"""Pictures of themes: nothing in them acts, reaches out or tells of people."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from tests.office import needs_office, needs_validator, to_pdf, validate
from tests.project import write_deck
from tests.template import File, find

from deckgen.building import build
from deckgen.geometry import Size
from deckgen.problems import InvalidInput
from deckgen.reading import read_theme
from deckgen.reading.pictures import pixel_size
from deckgen.reading.stripping import Damaged, orientation, stripped
from deckgen.reading.vectors import BadVector, read_vector

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">{}</svg>'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
THEME = "logo: {light: {svg: logo.svg, png: logo.png}, alt: City}"


def _svg(body: str) -> bytes:
    return SVG.format(body).encode()


def _kept(body: str) -> str:
    return read_vector(_svg(body)).content.decode()


def _told(content: bytes) -> list[str]:
    with pytest.raises(BadVector) as caught:
        read_vector(content)
    return [problem.message for problem in caught.value.problems]


def _picture(form: str, **options: object) -> bytes:
    file = BytesIO()
    image = Image.linear_gradient("L").resize((60, 40)).convert("RGB")
    image.save(file, form, **options)
    return file.getvalue()


def _pixels(content: bytes) -> bytes:
    return Image.open(BytesIO(content)).tobytes()


def test_a_drawing_stays_as_it_is():
    body = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<g transform="scale(2)"><path d="M0 0h10" fill="url(#g)" style="stroke:rgb(1,2,3)"/></g>'
    )

    assert SVG.format(body) == _kept(body)


def test_what_drawing_programs_note_for_themselves_is_left_out():
    body = (
        "<!-- Jane --><title>Jane</title><metadata>Jane</metadata>"
        '<ink:view xmlns:ink="https://example.org/ink" user="Jane"/>'
        '<rect xmlns:ink="https://example.org/ink" ink:label="Jane" data-by="Jane" '
        'font-family="Jane" width="3" height="2"/>'
    )

    assert SVG.format('<rect width="3" height="2"/>') == _kept(body)


@pytest.mark.parametrize(
    "content",
    [
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="no"?><svg width="90mm" height="60mm" '
            'viewBox="0 0 90 60" version="1.1" id="svg8" xmlns="http://www.w3.org/2000/svg" '
            'xmlns:s="http://sodipodi.example"><s:namedview id="base" s:zoom="1"/><defs id="d"/>'
            '<g id="layer1" style="display:inline"><path d="m 1,2 c 3,4 5,6 7,8 z" '
            'style="fill:#ff0000;stroke-width:0.26;font-variation-settings:normal"/></g></svg>'
        ),
        (
            '<?xml version="1.0" encoding="iso-8859-1"?><!-- by --><svg version="1.1" id="L" '
            f'xmlns="http://www.w3.org/2000/svg" {XLINK} x="0px" y="0px" viewBox="0 0 90 60" '
            'style="enable-background:new 0 0 90 60;" xml:space="preserve"><style type="text/css">'
            ".st0{clip-path:none;fill:#E30613;}</style><g><defs><rect id='S' width='9' height='6'/>"
            '</defs><clipPath id="C"><use xlink:href="#S" style="overflow:visible;"/></clipPath>'
            '<path class="st0" d="M0,0h9"/></g></svg>'
        ),
        (
            '<svg width="90" height="60" viewBox="0 0 90 60" fill="none" '
            'xmlns="http://www.w3.org/2000/svg"><mask id="m" style="mask-type:alpha" '
            'maskUnits="userSpaceOnUse" x="0" y="0" width="9" height="6"><rect fill="red"/></mask>'
            '<g clip-path="url(#c)" mask="url(#m)"><path fill-rule="evenodd" d="M0 0h9"/></g>'
            '<defs><clipPath id="c"><rect width="9" height="6" fill="red"/></clipPath></defs></svg>'
        ),
    ],
)
def test_what_drawing_programs_save_can_be_read(content: str):
    assert Size(90, 60) == read_vector(content.encode("iso-8859-1")).size


def test_a_link_to_a_part_of_the_picture_needs_no_second_namespace():
    body = f'<path id="a" d="M0 0h9"/><use {XLINK} xlink:href="#a"/>'

    assert SVG.format('<path id="a" d="M0 0h9"/><use href="#a"/>') == _kept(body)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<script>alert(1)</script>", "`<script>` has no place in a logo"),
        ("<foreignObject/>", "`<foreignObject>` has no place in a logo"),
        ("<text>City</text>", "`<text>` has no place in a logo"),
        ("<animate/>", "`<animate>` has no place in a logo"),
        ('<image href="a.png"/>', "`<image>` has no place in a logo"),
        ('<g onload="x()"/>', "`onload` has no place in a logo"),
        ('<g filter="url(#f)"/>', "`filter` has no place in a logo"),
        ('<use href="file:///etc/passwd"/>', "`file:///etc/passwd` refers to something outside"),
        (f'<use {XLINK} xlink:href="b.svg#a"/>', "`b.svg#a` refers to something outside"),
        ('<path fill="url(https://a.example/#g)"/>', "`url(` has no place in `fill`"),
        ('<path fill="URL (a.svg#g)"/>', "`url(` has no place in `fill`"),
        ('<path style="fill:u\\72l(a)"/>', "`\\` has no place in `style`"),
        ('<path style="fill:image-set(a)"/>', "`image-set(` has no place in `style`"),
        ("<style>@import 'a.css'</style>", "`@` has no place in a style"),
        ("<style>.a{fill:url(#g)}</style>", "`url(` has no place in a style"),
    ],
)
def test_what_acts_or_reaches_out_is_told(body: str, told: str):
    assert [told] == _told(_svg(body))


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + _svg("<g>&a;</g>"),
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + _svg(""),
    ],
)
def test_a_document_type_is_refused(content: bytes):
    assert ["a document type (<!DOCTYPE …>) is not read here: take it out"] == _told(content)


def test_everything_is_told_at_once_with_its_place():
    with pytest.raises(BadVector) as caught:
        read_vector(_svg('\n <script/>\n  <g onclick="x"/>'))

    assert [(2, 2), (3, 3)] == [tuple(problem.place) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg", b"<html/>", "<svg/>".encode("utf-16")]
)
def test_what_is_no_svg_is_told(content: bytes):
    assert len(_told(content)) == 1


def test_a_picture_says_how_large_it_is():
    assert Size(30, 20) == read_vector(_svg("")).size
    assert (
        Size(3, 2)
        == read_vector(b'<svg xmlns="http://www.w3.org/2000/svg" width="3px" height="2"/>').size
    )
    assert ["the picture has no `viewBox`"] == _told(b'<svg xmlns="http://www.w3.org/2000/svg"/>')


def test_parts_that_refer_to_themselves_are_told():
    told = ["its parts refer to one another in circles, or too often"]

    assert told == _told(_svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))


def test_few_letters_cannot_draw_millions_of_shapes():
    levels = "".join(
        f'<g id="l{level}">{f"""<use href="#l{level - 1}"/>""" * 10}</g>' for level in range(1, 9)
    )

    assert ["its parts refer to one another in circles, or too often"] == _told(
        _svg(f'<g id="l0"><path d="M0 0h1"/></g>{levels}')
    )


def test_depth_and_size_have_an_end():
    assert len(_told(_svg("<g>" * 200 + "</g>" * 200))) == 1
    assert len(_told(_svg(" " * 1_000_001))) == 1


@given(st.text("<>/&;#=\"'svg gruse hf:x!-[]", max_size=60))
def test_whatever_stands_in_a_picture_is_read_or_told(body: str):
    try:
        once = read_vector(_svg(body)).content
    except BadVector as bad:
        assert bad.problems
    else:
        assert once == read_vector(once).content


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("JPEG", {"exif": b"Exif\0\0Jane Doe", "comment": b"Jane Doe", "quality": 90}),
        ("JPEG", {"exif": b"Exif\0\0Jane Doe", "progressive": True, "optimize": True}),
        ("PNG", {"exif": b"Exif\0\0Jane Doe"}),
    ],
)
def test_a_picture_loses_names_but_no_pixel(form: str, options: dict[str, object]):
    if form == "PNG":
        info = PngInfo()
        info.add_text("Author", "Jane Doe")
        options = {**options, "pnginfo": info}
    content = _picture(form, **options)

    bare = stripped(content)

    assert b"Jane Doe" in content
    assert b"Jane Doe" not in bare
    assert _pixels(content) == _pixels(bare)
    assert bare == stripped(bare)


def test_a_profile_of_colours_stays():
    profile = b"\0" * 128
    for form in ("PNG", "JPEG"):
        bare = stripped(_picture(form, icc_profile=profile))

        assert profile == Image.open(BytesIO(bare)).info["icc_profile"]


def test_nothing_hides_behind_the_end_of_a_picture():
    for form in ("PNG", "JPEG"):
        assert _picture(form) == stripped(_picture(form) + b"Jane Doe")


@given(st.integers(0, 2000), st.sampled_from(["PNG", "JPEG"]))
def test_a_picture_cut_off_is_damaged(length: int, form: str):
    content = _picture(form)[:length]
    if length < len(_picture(form)):
        with pytest.raises(Damaged):
            stripped(content)


def test_data_outside_of_a_scan_are_damage():
    content = _picture("JPEG")
    table = content.index(b"\xff\xdb")

    with pytest.raises(Damaged):
        stripped(content[:table] + b"\xff\x00" + content[table + 2 :])


@given(st.data(), st.sampled_from(["PNG", "JPEG"]))
def test_whatever_is_wrong_in_a_picture_it_is_read_or_damaged(data: st.DataObject, form: str):
    content = bytearray(_picture(form))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        once = stripped(bytes(content))
    except Damaged:
        return
    assert once == stripped(once)


def _codes(text: str, **files: bytes) -> list[str]:
    named = {f"logo.{kind}": content for kind, content in files.items()}
    with pytest.raises(InvalidInput) as caught:
        read_theme("city", "themes/city", {"theme.yaml": text.encode(), **named})
    return [problem.code for problem in caught.value.problems]


def test_a_picture_of_too_many_pixels_is_a_mistake():
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    huge = b"\x89PNG\r\n\x1a\n\0\0\0\r" + chunk + struct.pack(">I", zlib.crc32(chunk))

    assert Size(20_000, 20_000) == pixel_size(huge)
    assert ["picture-too-large"] == _codes("logo: {light: logo.png, alt: City}", png=huge)


def _turned(form: str, way: int) -> bytes:
    notes = Image.Exif()
    notes[0x0112] = way
    return _picture(form, exif=notes)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_says_how_it_is_to_be_turned(form: str):
    assert [1, 3, 6, 8] == [orientation(_turned(form, way)) for way in (1, 3, 6, 8)]
    assert 1 == orientation(_picture(form))


def test_notes_in_either_order_of_bytes_are_read():
    """Cameras write them with the high byte first, phones with the low one."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 8, 0)
    notes = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)

    assert 8 == orientation(_picture("JPEG", exif=notes))


def test_notes_that_are_none_leave_a_picture_as_it_is():
    assert [1, 1] == [
        orientation(_picture("JPEG", exif=b"Exif\0\0" + notes))
        for notes in (b"", b"II*\0\xff\xff\xff\xff")
    ]


def test_a_picture_that_lies_on_its_side_is_a_mistake():
    theme = "logo: {light: logo.jpg, alt: City}"

    assert ["turned-picture"] == _codes(theme, jpg=_turned("JPEG", 6))


def test_an_svg_needs_a_picture_beside_it():
    assert ["svg-alone"] == _codes("logo: {light: logo.svg, alt: City}", svg=_svg(""))
    assert ["missing-key"] == _codes("logo: {light: {svg: logo.svg}, alt: City}", svg=_svg(""))


def test_both_pictures_have_one_proportion():
    wide = SVG.format("").replace("30 20", "60 20").encode()

    assert ["pictures-differ"] == _codes(THEME, svg=wide, png=_picture("PNG"))


def _built(tmp_path: Path) -> Path:
    write_deck(tmp_path, "city")
    folder = tmp_path / "themes" / "city"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(THEME)
    (folder / "logo.svg").write_bytes(_svg('<path d="M0 0h30v20z" fill="#C8102E"/>'))
    (folder / "logo.png").write_bytes(_picture("PNG"))
    return build("city", root=tmp_path).path


def test_programs_that_know_svg_show_it(tmp_path: Path):
    file = File(_built(tmp_path).read_bytes())
    name = "ppt/slideMasters/slideMaster1.xml"

    (blip,) = find(file.xml(name), "//a:blip")
    (vector,) = find(blip, ".//*[local-name()='svgBlip']")

    office = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    targets = {id_: each.target for id_, each in file.relationships(name).items()}
    assert targets[str(blip.get(office))].endswith(".png")
    assert targets[str(vector.get(office))].endswith(".svg")
    assert b'Extension="svg" ContentType="image/svg+xml"' in file.archive.read(
        "[Content_Types].xml"
    )


@needs_validator
def test_a_deck_with_an_svg_is_valid(tmp_path: Path):
    assert validate(_built(tmp_path)) == []


@needs_office
def test_a_deck_with_an_svg_can_be_printed(tmp_path: Path):
    assert to_pdf(_built(tmp_path), tmp_path).stat().st_size > 1000
