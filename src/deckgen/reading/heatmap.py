"""Charts of type `heatmap`: projects, or whatever has a name, rated by criteria."""

from __future__ import annotations

from collections.abc import Mapping as Table
from types import MappingProxyType
from typing import TYPE_CHECKING

from deckgen.content import Heatmap, Light, Rating, Text, Tone
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.charts import NOTHING, is_nothing
from deckgen.reading.counting import check_count
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node, Scalar
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import Sheet, columns_called
from deckgen.reading.sheets import names_sheet
from deckgen.reading.topic import Setting
from deckgen.suggesting import suggest

if TYPE_CHECKING:
    from deckgen.sheets import Cell as SheetCell

Scale = Table[str, Tone]
Criteria = tuple[Text, ...]

LIGHTS: Scale = MappingProxyType(
    {Light.GREEN.value: Tone.GOOD, Light.YELLOW.value: Tone.WARNING, Light.RED.value: Tone.BAD}
)
"""The scale of those who give none; slides say the words for the lights."""


def read_heatmap(setting: Setting, fields: Fields) -> Heatmap | None:
    """Rows with ratings, as written or from a file; None after a mistake."""
    reader = setting.reader
    before = reader.findings.count
    scale = fields.optional("scale", lambda node: _scale(node, reader), LIGHTS)
    rater = _Rater(setting, scale or LIGHTS, has_own_words=bool(fields.has("scale")))
    read = rater.of_sheet if names_sheet(fields) else rater.of_lists
    criteria, rows = read(fields)
    if reader.findings.count > before or not rows:
        return None
    names, ratings = (tuple(each) for each in zip(*rows, strict=True))
    return Heatmap(fields.source, criteria, names, ratings)


def _scale(node: Node, reader: Reader) -> Scale:
    """Words and how good they are, each word once."""
    scale: dict[str, Tone] = {}
    for word, tone, source in reader.entries(node, lambda entry: _word(entry, reader)):
        if word in scale:
            message = f"`{word}` is on the scale twice"
            reader.findings.error("listed-twice", message, source)
        scale[word] = tone
    return scale


class _Word(NamedTuple):
    """A word of a scale, and where it was written."""

    word: str
    tone: Tone
    source: Source


def _word(node: Node, reader: Reader) -> _Word | None:
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        word = fields.required("word", reader.words)
        tone = fields.required("tone", reader.choice(Tone, "tones"))
    # A word is known even if what it means is not: ratings by it are no further mistakes.
    return _Word(word, tone or Tone.NONE, fields.value_source("word")) if word else None


class _Row(NamedTuple):
    """A row's name and its ratings, None where it was not rated."""

    name: Text
    ratings: tuple[Rating | None, ...]


Rows = tuple[_Row, ...]


class _Rater(NamedTuple):
    """Reads rows by the words of a scale; one that `has_own_words` is shown by these."""

    setting: Setting
    scale: Scale
    has_own_words: bool

    def of_lists(self, fields: Fields) -> tuple[Criteria, Rows]:
        """The rows that an author wrote, with a rating for each of the `criteria`."""
        reader = self.setting.reader
        criteria = fields.required("criteria", reader.texts) or ()
        rows = fields.required(
            "rows", lambda n: reader.entries(n, lambda r: self._row(r, criteria))
        )
        return criteria, rows or ()

    def of_sheet(self, fields: Fields) -> tuple[Criteria, Rows]:
        """The rows of a file: the first column names them, the others are criteria."""
        reader, sheet = self.setting.reader, self.setting.sheets.named_in(fields)
        chosen = fields.optional("criteria", lambda node: columns_called(node, reader, sheet))
        if not sheet or (fields.has("criteria") and not chosen):
            return (), ()
        first, *others = sheet.columns
        columns = chosen or others
        if not columns:
            message = "there are no ratings beside the names"
            reader.findings.error("no-figures", message, first.source)
        names = [self._called(name) for name in sheet.names_in(first)]
        cells = zip(*(column.cells for column in columns), strict=True)
        ratings = [tuple([self._rating_in(cell, sheet) for cell in row]) for row in cells]
        return tuple(map(sheet.title, columns)), tuple(map(_Row, names, ratings))

    def _called(self, name: Text) -> Text:
        """The name of a row, or that of the project which is meant by it."""
        project = self.setting.roster.called(name.plain)
        return (project.short_title or project.title) if project else name

    def _rating_in(self, cell: SheetCell, sheet: Sheet) -> Rating | None:
        """The rating in a cell; None where there is none, or a dash."""
        text = sheet.read.text(cell)
        if not text or text.plain in NOTHING:
            return None
        try:
            return Rating(self._known(text.plain), text if self.has_own_words else None)
        except Mistake as mistake:
            sheet.read.tell(mistake, cell.source)
            return None

    def _row(self, node: Node, criteria: Criteria) -> _Row | None:
        """The name of a row, or of its project, and its ratings."""
        reader = self.setting.reader
        mapping = reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, reader.findings) as fields:
            name = self._name(fields)
            ratings = fields.required("ratings", self._ratings)
        if ratings and fields.has("ratings"):
            source = fields.value_source("ratings")
            check_count(("rating", ratings), ("criterion", criteria), source, reader)
        return _Row(name, ratings) if name and ratings else None

    def _name(self, fields: Fields) -> Text | None:
        """What the row is called; a project by its short title if it has one."""
        reader = self.setting.reader
        name = fields.optional("name", reader.text)
        title = fields.optional("project", self._title)
        if fields.has("name") and fields.has("project"):
            hint = "keep one of the two"
            source = fields.value_source("project")
            message = "a row is a `project` or has a `name`, not both"
            reader.findings.error("name-and-project", message, source, hint)
        elif not fields.has("name") and not fields.has("project"):
            hint = "add `project: …` with the name of its file, or `name: …`"
            reader.findings.error("missing-key", "the row has no name", fields.source, hint)
        return name or title

    def _title(self, node: Node) -> Text | None:
        roster = self.setting.roster
        named = roster.one(node)
        project = roster.project(named.project_id) if named else None
        return (project.short_title or project.title) if project else None

    def _ratings(self, node: Node) -> tuple[Rating | None, ...]:
        read = self.setting.reader.entries(node, lambda entry: (self._rating(entry),))
        return tuple(rating for (rating,) in read)

    def _rating(self, node: Node) -> Rating | None:
        if isinstance(node, Scalar) and is_nothing(node):
            return None
        rating = self.setting.reader.value(node, self._known)
        word = Text.of(node.text.strip(), node.source) if isinstance(node, Scalar) else None
        return Rating(rating, word if self.has_own_words else None) if rating else None

    def _known(self, word: str) -> Tone:
        if word not in self.scale:
            hint = suggest(word, self.scale, "words of the scale")
            raise Mistake("unknown-word", f"`{word}` is not on the scale", hint)
        return self.scale[word]
