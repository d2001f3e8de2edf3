from __future__ import annotations

import zipfile

import pytest
from tests.template import (
    LOOK,
    NAMES,
    File,
    deck,
    page,
    paragraph,
    picture_bytes,
    slide,
    title,
    values,
    written,
)

from deckgen.geometry import Rect
from deckgen.page import Picture, Run, TextBox
from deckgen.style import ParagraphStyle
from deckgen.writing.pptx import write_pptx

ANYWHERE = Rect(48, 200, 100, 100)
LINKED = TextBox(
    "Links",
    ANYWHERE,
    (paragraph(Run("Stadt", link="https://example.org/?a=1&b=2")),),
    (ParagraphStyle(18, 22),),
)


def _picture(name: str, red: int) -> Picture:
    return Picture(name, ANYWHERE, picture_bytes(red), "Ein Bild")


def _rich_file() -> File:
    """A file with every kind of part."""
    with_notes = page(title("Eins"), LINKED, _picture("Bild", 1))._replace(notes=("Sage dies",))
    return written(with_notes, page(title("Zwei"), name="two"))


def test_the_content_types_come_first():
    names = _rich_file().names

    assert names[:3] == ["[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"]


def test_no_entry_is_a_folder_or_there_twice():
    names = _rich_file().names

    assert len(names) == len(set(names))
    assert [name for name in names if name.endswith("/")] == []


def test_entries_tell_no_time_and_no_system():
    entries = _rich_file().archive.infolist()

    assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in entries}
    assert {0} == {entry.create_system for entry in entries}


def test_text_is_deflated_and_pictures_are_stored():
    methods = {entry.filename: entry.compress_type for entry in _rich_file().archive.infolist()}

    pictures = [name for name in methods if name.startswith("ppt/media/")]
    assert {methods.pop(name) for name in pictures} == {zipfile.ZIP_STORED}
    assert set(methods.values()) == {zipfile.ZIP_DEFLATED}


def test_every_part_has_a_content_type_and_no_type_is_without_part():
    file = _rich_file()
    types = file.xml("[Content_Types].xml")
    parts = {f"/{name}" for name in file.names if name != "[Content_Types].xml"}
    overrides = values(types, "//*[local-name()='Override']/@PartName")
    extensions = values(types, "//*[local-name()='Default']/@Extension")

    assert len(overrides) == len(set(overrides))
    assert set(overrides) <= parts
    rest = {part.rpartition(".")[2] for part in parts - set(overrides)}
    assert rest <= set(extensions)
    assert rest == {"rels", "png"}


def test_every_part_is_reached_and_every_relationship_leads_to_a_part():
    file = _rich_file()
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        targets = file.relationships(waiting.pop()).values()
        new = {each.target for each in targets if not each.is_external} - reached
        reached |= new
        waiting += sorted(new)

    parts = {name for name in file.names if not name.endswith(".rels")}
    assert reached == parts - {"[Content_Types].xml"}


def test_every_reference_in_a_part_has_its_relationship_and_the_other_way_round():
    file = _rich_file()
    explicit = {"slideLayout", "notesSlide", "theme", "presProps", "viewProps", "tableStyles"}
    explicit |= {"slideMaster", "notesMaster", "slide"}
    for name in (name for name in file.names if name.endswith(".xml") and name.startswith("ppt/")):
        relationships = file.relationships(name)
        used = set(values(file.xml(name), f"//@*[namespace-uri()='{NAMES['r']}']"))
        implied = {id_ for id_, each in relationships.items() if each.kind in explicit}

        assert used <= set(relationships), name
        assert set(relationships) - used <= implied, name


def test_no_two_masters_share_a_theme():
    file = _rich_file()
    masters = [name for name in file.names if "Master1.xml" in name and not name.endswith(".rels")]
    themes = [
        each.target
        for master in masters
        for each in file.relationships(master).values()
        if each.kind == "theme"
    ]

    assert len(masters) == 2
    assert sorted(themes) == ["ppt/theme/theme1.xml", "ppt/theme/theme2.xml"]


def test_equal_pictures_are_in_the_file_once():
    file = written(
        page(title("Eins"), _picture("One", 1), _picture("Two", 1), _picture("Three", 2)),
        page(title("Zwei"), _picture("Four", 1), name="two"),
    )

    logo = 1
    assert len([name for name in file.names if name.startswith("ppt/media/")]) == 2 + logo
    assert values(file.xml("ppt/slides/slide1.xml"), "//a:blip/@r:embed") == [
        "rId2",
        "rId2",
        "rId3",
    ]


def test_a_picture_keeps_its_name_whatever_else_is_in_the_deck():
    def names(*pictures: Picture) -> set[str]:
        file = written(page(title("Eins"), *pictures))
        return {name for name in file.names if name.startswith("ppt/media/")}

    assert names(_picture("One", 1)) < names(_picture("Zero", 7), _picture("One", 1))


def test_bytes_that_are_no_picture_are_a_bug():
    with pytest.raises(ValueError, match="no PNG, JPEG, GIF or SVG"):
        slide(Picture("Bild", ANYWHERE, b"BM and so on", None))


def test_a_jpeg_picture_is_named_as_one():
    photo = Picture("Bild", ANYWHERE, b"\xff\xd8\xff\xe0 and so on", None)

    names = written(page(title("Eins"), photo)).names

    assert [name for name in names if name.endswith(".jpeg")] != []


def test_the_same_pages_give_the_same_bytes():
    first, second = (
        write_pptx(deck(page(title("Eins"), LINKED, _picture("Bild", 1))), LOOK) for _ in range(2)
    )

    assert first == second
