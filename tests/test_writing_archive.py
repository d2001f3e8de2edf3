from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.writing.pptx.archive import Archive

CONTENTS = st.dictionaries(st.text("ab/._", min_size=1, max_size=8), st.binary(max_size=99))


def opened(archive: Archive) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(archive.to_bytes()))


@given(CONTENTS, st.booleans())
def test_entries_come_out_as_they_went_in(contents: dict[str, bytes], is_compressed: bool):
    archive = Archive()
    for name, content in contents.items():
        archive.add(name, content, is_compressed=is_compressed)

    file = opened(archive)

    assert list(contents) == file.namelist()
    assert list(contents.values()) == [file.read(name) for name in contents]
    assert file.testzip() is None


@pytest.mark.parametrize("times", [99, 99_999])
def test_repeated_content_is_an_entry_each_time(times: int):
    content = b"the same" * times
    for archive in (Archive(), Archive()):
        for name in ("one", "two"):
            archive.add_repeated(name, content)

        file = opened(archive)

        assert [content] * 2 == [file.read("one"), file.read("two")]


def test_repeated_content_gives_the_bytes_of_any_other():
    repeated, once = Archive(), Archive()
    repeated.add_repeated("one", b"the same" * 99)
    once.add("one", b"the same" * 99)

    assert once.to_bytes() == repeated.to_bytes()


def test_every_entry_has_the_first_time_a_zip_file_knows():
    archive = Archive()
    archive.add("one", b"content")

    assert [(1980, 1, 1, 0, 0, 0)] == [entry.date_time for entry in opened(archive).infolist()]


def test_a_name_that_readers_may_take_for_another_is_a_bug():
    with pytest.raises(UnicodeEncodeError):
        Archive().add("Übersicht", b"")


def test_more_entries_than_a_zip_file_can_have_are_told():
    archive = Archive()
    for number in range(0x10000):
        archive.add_repeated(str(number), b"")

    with pytest.raises(ValueError, match="too large for a zip file"):
        archive.to_bytes()


def test_an_entry_can_be_added_before_all_others():
    archive = Archive()
    archive.add("one", b"content")
    archive.add_first("two", b"list of contents")

    file = opened(archive)

    assert ["two", "one"] == file.namelist()
    assert [b"list of contents", b"content"] == [file.read(name) for name in file.namelist()]
