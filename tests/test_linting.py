"""What the linter finds, in which words, and that it finds nothing where nothing is."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from tests import broken_graphics
from tests.broken_decks import (
    BREAKS,
    CHART,
    GRAPHICS,
    MAIN,
    MASTER,
    TEXT,
    Parts,
    changed,
    packed,
    sound_deck,
    unpacked,
)
from tests.made_templates import PLAIN, template_parts
from tests.office import REPOSITORY
from tests.template import LOOK, deck, filled, page, title

from deckgen.building import build
from deckgen.linting import lint, sound
from deckgen.linting.linter import Linter
from deckgen.linting.opening import Opened
from deckgen.linting.spelling import is_ours, respelled
from deckgen.looks import Looks
from deckgen.packages.parts import Part
from deckgen.problems import InvalidInput
from deckgen.proofreading import proofread
from deckgen.showing import show_theme
from deckgen.writing.pptx import write_pptx

DECKS = ("bielefeld", "example", "paderborn")
THEMES = ("default", "bielefeld", "paderborn", "vorlage")
OUR_FAULT = "this is a fault of deckgen, not of your content: please report it, with this message"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """Those of a sound deck."""
    return sound_deck(tmp_path_factory.mktemp("sound"))


def _told(content: bytes) -> list[str]:
    return [f"{each.code} {each}" for each in lint(content)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", DECKS)
def test_nothing_is_found_in_the_decks_of_the_repository(name: str, theme: str, tmp_path: Path):
    looks = Looks(REPOSITORY)
    built = build(name, output=tmp_path, theme=theme, looks=looks, include_internal=True)

    assert _told(built.path.read_bytes()) == []


@pytest.mark.parametrize("tag", ["de-DE", "en-GB"])
@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_found_in_the_samples_of_themes(theme: str, tag: str, tmp_path: Path):
    built = show_theme(theme, tag, root=REPOSITORY, output=tmp_path)

    assert _told(built.path.read_bytes()) == []


def test_a_finding_names_the_part_the_element_and_a_way_out(parts: Parts):
    broken = changed(GRAPHICS, ' descr="Das Portal von vorn"', "")(parts)
    assert isinstance(broken, dict)
    (found,) = lint(packed(broken))

    assert found.is_warning
    assert str(found) == f"{GRAPHICS}: shape 51 (Bild) has no alternative text"
    assert found.hint == "describe what it tells in a sentence or two, or mark it as decorative"


def test_decoration_needs_no_alternative_text(parts: Parts):
    mark = (
        '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></p:cNvPr>"
    )
    marked = changed(GRAPHICS, ' descr="Das Portal von vorn"/>', mark)(parts)
    assert isinstance(marked, dict)

    assert _told(packed(marked)) == []


def test_a_link_to_the_next_slide_needs_no_reference(parts: Parts):
    jump = 'r:id="" action="ppaction://hlinkshowjump?jump=nextslide"'
    linked = changed(TEXT, 'r:id="rId[0-9]+"', jump)(parts)
    assert isinstance(linked, dict)

    assert _told(packed(linked)) == []


def test_many_slides_want_sections(parts: Parts):
    main = re.sub(rb"<p:extLst>.*</p:extLst>", b"", parts[MAIN])
    assert _told(packed({**parts, MAIN: main})) == []

    more = "".join(f'<p:sldId id="{300 + n}" r:id="rId3"/>' for n in range(12))
    many = main.replace(b"</p:sldIdLst>", f"{more}</p:sldIdLst>".encode())
    codes = {each.code for each in lint(packed({**parts, MAIN: many}))}
    assert codes == {"doubled-slide", "no-sections"}


def test_an_unreadable_part_keeps_nothing_else_from_being_looked_at(parts: Parts):
    broken = {**parts, TEXT: b"<p:sld", CHART: parts[CHART].replace(b'idx="1"', b'idx="0"')}

    assert {(each.part, each.code) for each in lint(packed(broken))} == {
        (TEXT, "damaged-file"),
        (CHART, "doubled-point"),
    }


def test_what_is_no_package_is_told_at_once():
    assert _told(b"%PDF-1.7") == ["no-presentation this is a PDF"]
    assert _told(b"") == ["no-presentation this is not a file of PowerPoint"]


# other spellings


def _as_others_write(parts: Parts) -> Parts:
    """The same parts with other prefixes, another order of attributes, and white space."""
    return {
        name: _rewritten(content) if name.startswith("ppt/") and name.endswith(".xml") else content
        for name, content in parts.items()
    }


def _rewritten(content: bytes) -> bytes:
    root = ET.fromstring(content)  # noqa: S314 - made above
    for element in root.iter():
        turned = dict(reversed(element.attrib.items()))
        element.attrib.clear()
        element.attrib.update(turned)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-16")
    return written


def test_nothing_is_found_in_a_sound_deck_in_another_spelling(parts: Parts):
    others = _as_others_write(parts)

    assert b"ns0" in others[TEXT].replace(b"\0", b"")
    assert _told(packed(others)) == []


ANYWHERE = [
    each
    for each in BREAKS
    if re.search(r"table|cell|point|axis|shapes|language|title|alternative|section", each.words)
]


@pytest.mark.parametrize("each", ANYWHERE, ids=[each.words for each in ANYWHERE])
def test_the_same_is_found_in_another_spelling(each, parts: Parts):
    broken = unpacked(each(parts))

    assert _told(packed(_as_others_write(broken))) == _told(packed(broken))


def test_our_own_spelling_stays_what_it_is(parts: Parts):
    ours = parts["ppt/slides/slide5.xml"]
    bare = re.sub(rb' xmlns:\w+="[^"]*"', b"", ours)

    assert is_ours(ours)
    assert bare == respelled(ours, "slide5.xml")


@pytest.mark.parametrize(
    ("namespace", "looked_at"),
    [("http://schemas.microsoft.com/office/powerpoint/2010/main", "b"), ("urn:unknown", "c")],
)
def test_of_alternatives_the_first_is_looked_at_that_programs_know(namespace: str, looked_at: str):
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    content = (
        f'<a xmlns:mc="{compatibility}" xmlns:n="{namespace}"><mc:AlternateContent>'
        '<mc:Choice Requires="n"><b/></mc:Choice><mc:Fallback><c/></mc:Fallback>'
        "</mc:AlternateContent></a>"
    )

    assert respelled(content.encode(), "a.xml").endswith(f"<a><{looked_at}/></a>".encode())


# builds


def _parts_of(pages) -> list[Part]:
    looked: list[Part] = []

    def through(parts: Iterator[Part]) -> Iterator[Part]:
        for part in parts:
            looked.append(part)
            yield part

    write_pptx(pages, LOOK, through=through)
    return looked


def test_a_build_goes_through_the_linter_unchanged():
    pages = deck(page(title("Titel")))

    assert write_pptx(pages, LOOK, through=sound) == write_pptx(pages, LOOK)


def test_a_finding_stops_a_build_and_says_whose_fault_it_is():
    pages = deck(page(filled(LOOK.layouts[0].slots[0])))

    with pytest.raises(InvalidInput) as caught:
        write_pptx(pages, LOOK, through=sound)

    (problem,) = caught.value.problems
    assert str(problem) == f"ppt/slides/slide1.xml: this slide has no title\n  hint: {OUR_FAULT}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'<p:cNvPr id="2"', b'<p:cNvPr id="1"', "doubled-shape-id"),
        (b"</p:sp>", b"", "broken-xml"),
        (b"Titel</a:t>", b"Ti\x0btel</a:t>", "forbidden-character"),
        (b"Titel</a:t>", b"Ti\xef\xbf\xbetel</a:t>", "forbidden-character"),
        (b"Titel</a:t>", b"Ti\xed\xa0\xbdtel</a:t>", "forbidden-character"),
        (b'<a:rPr lang="de-DE"', b"<a:rPr", "no-language"),
    ],
)
def test_parts_of_a_build_are_looked_at_in_our_spelling(old: bytes, new: bytes, code: str):
    parts = _parts_of(deck(page(title("Titel"))))
    number = next(n for n, part in enumerate(parts) if part.name == "ppt/slides/slide1.xml")
    slide = parts[number]
    assert old in slide.content
    content = slide.content.replace(old, new, 1)
    parts[number] = Part(slide.name, slide.content_type, content, slide.relationships)

    with pytest.raises(InvalidInput) as caught:
        list(sound(parts))

    assert code in {problem.code for problem in caught.value.problems}


def _found_on_the_way(content: bytes) -> set[tuple[str, str]]:
    """What is found in the parts as they are, without bringing any to our spelling."""
    raw, linter = unpacked(content), Linter()
    for each in Opened(content).parts():
        linter.look_at(each._replace(content=raw.get(each.name, b"")))
    return {(str(found.code), found.part) for found in linter.findings()}


def _found_in_the_file(content: bytes) -> set[tuple[str, str]]:
    """What is found in the parts, but not in the zip file."""
    opened = Opened(content)
    list(opened.parts())
    return {(str(found.code), found.part) for found in lint(content)} - {
        (str(found.code), found.part) for found in opened.findings
    }


OURS = broken_graphics.BREAKS


@pytest.mark.parametrize("each", OURS, ids=[each.words for each in OURS])
def test_the_same_is_found_on_the_way_into_the_file(each, parts: Parts):
    content = each(parts)

    assert _found_on_the_way(content) == _found_in_the_file(content)


def _linted(pages, *changes: tuple[str, bytes, bytes]) -> list[str]:
    """What is found in the parts of `pages` after these changes."""
    linter = Linter()
    for part in _parts_of(pages):
        content = part.content
        for name, old, new in changes:
            if part.name == name:
                assert old in content
                content = content.replace(old, new, 1)
        linter.look_at(part._replace(content=content))
    return [f"{found.code} {found}" for found in linter.findings()]


def test_a_slide_like_another_is_still_read():
    pages = deck(page(title("Eins")), page(title("Zwei"), name="second"))
    second = "ppt/slides/slide2.xml"

    assert _linted(pages) == []
    assert [found.split()[0] for found in _linted(pages, (second, b"Zwei", b"Zw\x1fei"))] == [
        "forbidden-character"
    ]
    assert [found.split()[0] for found in _linted(pages, (second, b"Zwei", b"Eins"))] == [
        "same-title"
    ]
    assert [found.split()[0] for found in _linted(pages, (second, b"Zwei", b" "))] == ["no-title"]


def test_what_is_wrong_with_a_layout_is_found_in_every_deck():
    pages = deck(page(title("Titel")))
    layout = "ppt/slideLayouts/slideLayout1.xml"
    doubled = (layout, b'<p:cNvPr id="2"', b'<p:cNvPr id="1"')

    found = [_linted(pages, doubled) for _ in range(2)]

    assert [f"doubled-shape-id {layout}"] * 2 == [told.split(":")[0] for (told,) in found]
    assert _linted(pages) == []


DRAWN = (
    b'<p:sp><p:nvSpPr><p:cNvPr id="90" name="Feld"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    b'<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="de-DE"/><a:t>%b</a:t></a:r></a:p></p:txBody>'
    b"</p:sp></p:spTree>"
)


def test_a_shape_has_words_or_says_what_it_is():
    pages = deck(page(title("Eins")), page(title("Zwei"), name="second"))
    first = ("ppt/slides/slide1.xml", b"</p:spTree>", DRAWN % b"Gut")
    told = ("ppt/slides/slide2.xml", b"</p:spTree>", DRAWN % b"Schlecht")
    silent = ("ppt/slides/slide2.xml", b"</p:spTree>", DRAWN % b" ")

    assert _linted(pages, first, told) == []
    assert _linted(pages, first, silent) == [
        "no-alternative-text ppt/slides/slide2.xml: shape 90 (Feld) has no alternative text"
    ]


@pytest.mark.parametrize(
    ("words", "lack"),
    [
        ("Linien nach Ort", None),
        ("foto.png", "a file name for"),
        ("", "no"),
        ("\u2003 \u2003", "no"),
    ],
)
def test_a_slide_like_another_is_told_in_words_of_its_own(words: str, lack: str | None):
    pages = deck(page(title("Eins")), page(title("Zwei"), name="second"))
    first, second = (
        DRAWN.replace(b'name="Feld"', f'name="Feld" descr="{each}"'.encode()) % b" "
        for each in ("Balken nach Jahr", words)
    )
    changes = [("ppt/slides/slide1.xml", b"</p:spTree>", first)]
    changes += [("ppt/slides/slide2.xml", b"</p:spTree>", second)]

    message = f"ppt/slides/slide2.xml: shape 90 (Feld) has {lack} alternative text"
    assert _linted(pages, *changes) == ([f"no-alternative-text {message}"] if lack else [])


def test_a_template_with_doubled_ids_gives_a_sound_deck(tmp_path: Path):
    parts = template_parts([PLAIN])
    master = parts[MASTER].replace(b'<p:cNvPr id="3"', b'<p:cNvPr id="2"')
    assert master != parts[MASTER]
    (tmp_path / "content" / "report").mkdir(parents=True)
    (tmp_path / "content" / "report" / "deck.yaml").write_text(
        "title: Bericht\nsections:\n  - title: Lage\n    slides:\n"
        "      - {kind: text, items: [Gut]}\n",
        encoding="utf-8",
    )
    (tmp_path / "themes" / "city").mkdir(parents=True)
    (tmp_path / "themes" / "city" / "theme.yaml").write_text("template: vorlage.potx\n")
    template = packed({**parts, MASTER: master})
    (tmp_path / "themes" / "city" / "vorlage.potx").write_bytes(template)

    built = build("report", root=tmp_path, theme="city")

    assert "doubled-shape-id" in {each.code for each in lint(template)}
    assert _told(built.path.read_bytes()) == []


def test_a_hostile_table_takes_no_time(parts: Parts):
    cell = '<a:tc rowSpan="9999" gridSpan="9999"><a:txBody><a:p/></a:txBody></a:tc>'
    rows = f"<a:tr>{cell * 100}</a:tr>" * 100
    hostile = changed(GRAPHICS, "<a:tr .*</a:tr>", rows)(parts)
    assert isinstance(hostile, dict)
    start = process_time()

    codes = {each.code for each in lint(packed(hostile))}

    assert {"torn-cell", "uneven-table"} <= codes
    assert process_time() - start < 5


def test_a_hostile_slide_takes_no_time(parts: Parts):
    picture = '<p:pic><p:nvPicPr><p:cNvPr id="7" name=""/></p:nvPicPr></p:pic>'
    blanks = (
        f'<p:pic><p:nvPicPr><p:cNvPr id="8" name="" descr="{" " * 10**6}"/></p:nvPicPr></p:pic>'
    )
    hostile = changed(GRAPHICS, "</p:spTree>", f"{picture * 50_000}{blanks}</p:spTree>")(parts)
    assert isinstance(hostile, dict)
    start = process_time()

    found = lint(packed(hostile, is_compressed=False))

    assert len(found) == 1000
    assert process_time() - start < 10


@pytest.mark.parametrize(
    ("name", "end", "each", "count"),
    [
        (
            GRAPHICS,
            "p:spTree",
            '<p:pic><p:nvPicPr><p:cNvPr id="{}" name="n"/></p:nvPicPr></p:pic>',
            1000,
        ),
        (GRAPHICS, "p:spTree", '<p:nvSpPr><p:cNvPr id="{}" name="n"/></p:nvSpPr>', 0),
        (CHART, "c:plotArea", '<c:valAx><c:axId val="{}"/></c:valAx>', 0),
    ],
    ids=["pictures", "shapes without an end", "axes"],
)
def test_tens_of_thousands_are_looked_through_once(
    name: str, end: str, each: str, count: int, parts: Parts
):
    many = "".join(map(each.format, range(10**6, 10**6 + 40_000)))
    hostile = changed(name, f"</{end}>", f"{many}</{end}>")(parts)
    assert isinstance(hostile, dict)

    assert len(lint(packed(hostile, is_compressed=False))) == count


def test_a_part_of_a_million_elements_is_not_read(parts: Parts):
    hostile = changed(GRAPHICS, "</p:spTree>", f"{'<p:sp/>' * 10**6}</p:spTree>")(parts)
    assert isinstance(hostile, dict)

    assert ("file-too-large", GRAPHICS) in {
        (each.code, each.part) for each in lint(packed(hostile, is_compressed=False))
    }


def test_a_name_cannot_speak_to_a_terminal(parts: Parts, tmp_path: Path):
    broken = changed(GRAPHICS, 'name="Bild" descr="[^"]*"', 'name="\x9b2J"')(parts)
    assert isinstance(broken, dict)
    (tmp_path / "report.pptx").write_bytes(packed(broken))

    (problem,) = proofread("report.pptx", root=tmp_path)

    assert "shape 51 (\ufffd2J) has no alternative text" in problem.message


def test_a_file_is_named_as_it_was_called(parts: Parts, tmp_path: Path):
    broken = changed(TEXT, '<p:cNvPr id="3"', '<p:cNvPr id="2"')(parts)
    assert isinstance(broken, dict)
    (tmp_path / "report.pptx").write_bytes(packed(broken))

    (problem,) = proofread("report.pptx", root=tmp_path)

    message = f"{TEXT}: 2 shapes have the id of shape 2 (Titel)"
    assert str(problem) == f"report.pptx: {message}"
