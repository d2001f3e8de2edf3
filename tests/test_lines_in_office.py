"""Lines as LibreOffice shows them: as many as measured, hardly ever fewer, never more."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt
from tests.office import ASCENT, DESCENT, needs_office, to_pdf, words

from deckgen.fonts import Typeface, typeface
from deckgen.text import break_lines
from deckgen.unbroken import Piece

SENTENCES = [
    "Das Land fördert die digitale Modellregion Ostwestfalen-Lippe mit insgesamt 17,25 Mio. Euro.",
    "Für die Online-Dienste der (Modell-)Kommunen gilt: „Smart City“ heißt nicht nur WLAN.",
    "Im Herbst – nach der Sitzung des Ausschusses – wird die Leistungsbeschreibung veröffentlicht.",
    "Die Straßenverkehrs-Ordnung gilt von 2018–2021; die Kosten steigen um 8 % auf 1,9 Mio. €.",
    "Ziel ist eine barrierefreie, mehrsprachige Anwendung. Wer haftet? Was kostet das?",
    "Schifffahrt, Kraftfahrzeugsteuerbescheide und Glasfaseranschlüsse: Bescheid vom 26.11.2019!",
    "The council approved the interim report, although delivery could slip by two weeks.",
    "A well-known platform (the so-called “citizen portal”) will be rolled out to our partners.",
    "We find the first official offers sufficient; AVATAR, Tokyo and WAVE fit into the flow.",
]

ODDITIES = [
    "Drucksache 9876/2014-2020, Abfallsammelfahrzeuge/Entsorgungslogistik, Ein-/Ausgabe, km/h",
    "Näheres unter https://www.example.org/de/rv/digitale-modellregion/index.html, info@stadt.de",
    "17,25\u00a0Mio.\u00a0€, z.\u202fB. 80\u00a0%, nicht\u2011hier, Donau\u200bdampf\u200bschiff",
    "Verkehrs\u00adord\u00adnung, gut ! Wie ? So : ( leer ) „ Zitat “ ja ; nein .",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsrat tagt",
    "Ko\u0308ln, cafe\u0301, n\u0303andu, U\u0308bersicht und o\u0308ffentlich",
    "😀 🎉Fest 👍🏽 🇩🇪 ☑️ ✓ → ⚠️ 👩\u200d🚒 gut 100😀200",
    "Καλημέρα κόσμε, προϊόν της Ευρωπαϊκής Ένωσης",
    "Добрый день, городской совет утвердил отчёт о финансировании",
    "İstanbul büyükşehir belediyesi, ığdır; Łódź, Rzeczpospolita, żółć, dofinansowanie",
    "مرحبا بالعالم المدينة الذكية تقرير المشروع مجلس البلدية",
]

SLIDE = 4000


class Box(NamedTuple):
    """A paragraph to be shown: its pieces, their typeface, the width of its frame."""

    pieces: tuple[Piece, ...]
    family: Typeface
    width: float

    @property
    def leading(self) -> float:
        return max(piece.size for piece in self.pieces) * 1.25

    @property
    def lines(self) -> int:
        return len(break_lines(self.pieces, self.width).lines)


def sample_boxes(sentences: list[str], count: int) -> list[Box]:
    random = Random(17)
    families = cycle(map(typeface, ("Arial", "Calibri", "Times New Roman")))
    return [
        Box(_sample_pieces(sentences, family, random), family, round(random.uniform(120, 864), 1))
        for family in islice(families, count)
    ]


def _sample_pieces(sentences: list[str], family: Typeface, random: Random) -> tuple[Piece, ...]:
    """A sentence or two in one style, or with bold and perhaps smaller words at the end."""
    text = " ".join(random.sample(sentences, random.randint(1, 2)))
    size = random.randint(12, 44)
    face = family.face(random.random() < 0.2, random.random() < 0.1)
    if random.random() < 0.7:
        return (Piece(text, face, size),)
    middle = random.randrange(1, len(text))
    other = family.face(is_bold=True, is_italic=random.random() < 0.5)
    return (
        Piece(text[:middle], face, size),
        Piece(text[middle:], other, random.choice([size, max(12, size * 3 // 4)])),
    )


def lines_shown(boxes: list[Box], folder: Path) -> list[int]:
    """How many lines each box takes in LibreOffice; many boxes stand on a slide."""
    deck = Presentation()
    deck.slide_width = deck.slide_height = Pt(SLIDE)
    places: list[tuple[int, float]] = []
    top = float(SLIDE)
    for box in boxes:
        if top + _height(box) > SLIDE:
            shapes, top = deck.slides.add_slide(deck.slide_layouts[6]).shapes, 0.0
        _add_box(shapes, box, top)
        places.append((len(deck.slides) - 1, top))
        top += _height(box)
    deck.save(str(folder / "boxes.pptx"))
    pages = words(to_pdf(folder / "boxes.pptx", folder))
    bases = [
        [word.rect.top + word.rect.height * ASCENT / (ASCENT + DESCENT) for word in page.words]
        for page in pages
    ]
    return [
        len({round((y - top) / box.leading) for y in bases[page] if 0 < y - top < _height(box)})
        for box, (page, top) in zip(boxes, places, strict=True)
    ]


def _height(box: Box) -> float:
    """Of the room for a box, with some for lines that should not be."""
    return (box.lines + 3) * box.leading


def _add_box(shapes: Any, box: Box, top: float) -> None:
    frame = shapes.add_textbox(Pt(10), Pt(top), Pt(box.width), Pt(_height(box))).text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.line_spacing = Pt(box.leading)
    for text, face, size in box.pieces:
        run = paragraph.add_run()
        run.text, run.font.name, run.font.size = text, box.family.name, Pt(size)
        run.font.bold = face in (box.family.bold, box.family.bold_italic)
        run.font.italic = face in (box.family.italic, box.family.bold_italic)


@pytest.fixture(scope="module")
def natural(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, int]]:
    """Of many paragraphs of plain sentences, the lines shown and the lines measured."""
    boxes = sample_boxes(SENTENCES, 900)
    shown = lines_shown(boxes, tmp_path_factory.mktemp("natural"))
    return [(lines, box.lines) for lines, box in zip(shown, boxes, strict=True)]


@needs_office
def test_no_paragraph_takes_more_lines_than_measured(natural: list[tuple[int, int]]):
    assert [] == [(shown, measured) for shown, measured in natural if shown > measured]


@needs_office
def test_nearly_every_paragraph_takes_as_many_lines_as_measured(natural: list[tuple[int, int]]):
    """The others are those that kerning, which PowerPoint leaves out, makes a line shorter."""
    equal = [shown == measured for shown, measured in natural]

    assert sum(equal) >= 0.95 * len(equal)


@needs_office
def test_no_odd_paragraph_takes_more_lines_than_measured(tmp_path: Path):
    boxes = sample_boxes(ODDITIES, 500)
    shown = lines_shown(boxes, tmp_path)

    assert [] == [
        (lines, box.lines, [piece.text for piece in box.pieces], box.width)
        for lines, box in zip(shown, boxes, strict=True)
        if lines > box.lines
    ]
