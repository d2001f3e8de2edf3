"""Pictures of decks: still, bare, in their proportion, and none from elsewhere."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Drawing
from tests.project import write_deck
from tests.sample import HERE, sample_look, text

from deckgen.content import Illustration
from deckgen.folders import find_deck
from deckgen.geometry import Rect, Size
from deckgen.language import language
from deckgen.layout.canvas import Canvas
from deckgen.layout.illustration import Shown
from deckgen.page import Picture
from deckgen.problems import UnusableFile
from deckgen.reading.gifs import first_picture, gif_size
from deckgen.reading.stripping import Damaged
from deckgen.theme import Image

FRAME = Rect(48, 129, 864, 341)


def _gif(*shades: int, comment: bytes = b"") -> bytes:
    pictures = [Drawing.new("L", (8, 5), shade) for shade in shades]
    into = BytesIO()
    more = {"save_all": True, "append_images": pictures[1:]} if pictures[1:] else {}
    pictures[0].save(into, "GIF", comment=comment, **more)
    return into.getvalue()


def _picture(width: float, height: float) -> tuple[Picture, int]:
    image = Image(b"", Size(width, height))
    canvas = Canvas(sample_look(), language("de-DE"))
    shown = Shown.of(Illustration(HERE, image, text("Ein Bild")), FRAME, canvas)
    (picture,) = shown.elements(canvas)
    assert isinstance(picture, Picture)
    return picture, len(shown.warnings)


def test_of_a_gif_the_first_picture_stays_and_nothing_beside_it():
    still, is_moving = first_picture(_gif(10, 200, comment=b"Jane Doe"))

    assert is_moving
    assert b"Jane Doe" not in still
    with Drawing.open(BytesIO(still)) as opened:
        assert (opened.size, getattr(opened, "n_frames", 1)) == ((8, 5), 1)
        assert opened.convert("L").getpixel((0, 0)) == 10


def test_a_still_gif_does_not_move():
    content = _gif(10)

    assert gif_size(content) == Size(8, 5)
    assert first_picture(content)[1] is False
    assert first_picture(first_picture(content)[0]) == first_picture(content)


@pytest.mark.parametrize("length", [13, 20, 60])
def test_a_gif_that_ends_too_early_is_damaged(length: int):
    with pytest.raises(Damaged):
        first_picture(_gif(10)[:-2][:length] if length < 60 else _gif(10)[:-2])


@pytest.mark.parametrize("size", [(1600, 900), (3000, 100), (100, 3000), (900, 900)])
def test_a_picture_fills_its_frame_in_its_proportion(size: tuple[float, float]):
    picture, _ = _picture(*size)

    assert FRAME.contains(picture.rect)
    assert picture.rect.left == FRAME.left
    assert picture.rect.width / picture.rect.height == pytest.approx(size[0] / size[1])


def test_a_small_picture_is_not_blown_up_and_is_told_of():
    picture, warnings = _picture(40, 30)

    assert (picture.rect.width, picture.rect.height, warnings) == (40, 30, 1)


def test_a_link_brings_nothing_in_from_elsewhere(tmp_path: Path):
    deck = write_deck(tmp_path, "march")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (deck.parent / "own.png").write_bytes(b"own")
    (deck.parent / "secret.png").symlink_to(tmp_path / "secret.png")
    (deck.parent / "again.png").symlink_to(deck.parent / "own.png")

    files = find_deck("march", tmp_path).deck_files()

    assert b"own" == files["again.png"]
    with pytest.raises(UnusableFile, match="lies outside the deck's or"):
        files["secret.png"]
