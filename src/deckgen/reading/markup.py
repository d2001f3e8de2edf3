"""Words → styled spans: `**bold**`, `*italic*`, `[words](https://…)` and `{as_of}`.

Nothing else is markup. Asterisks inside a word, as in Bürger*innen, are letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from deckgen.content import Span
from deckgen.named import NamedTuple
from deckgen.reading.findings import Mistake
from deckgen.suggesting import suggest

FillIns = Mapping[str, str | None]
"""What stands for `{name}`, by name; None where the deck does not give it."""

_BLANKS = re.compile("[ \t\r\n]+")
_LINK = re.compile(r"\[([^\[\]]+)\]\(((?:[^()]|\([^()]*\))*)\)")
_TOKEN = re.compile(r"\*\*|\*|\{\{|\}\}|\{[^{}]+\}")
_ADDRESS = re.compile(
    r"https?://[^\s/?#{}<>\"]+[^\s{}<>\"]*|mailto:[^\s@{}<>\"]+@[^\s@{}<>\"]+", re.IGNORECASE
)


class Styled(NamedTuple):
    """The spans of a text, and what is wrong with its markup."""

    spans: tuple[Span, ...]
    mistakes: tuple[Mistake, ...]

    @property
    def plain(self) -> str:
        """The words without their styles."""
        return "".join(span.text for span in self.spans)


def is_unmarked(text: str) -> bool:
    """Whether `text` is to be shown as it is, as most texts are; a quick look, without patterns."""
    return (
        text == text.strip() != ""
        and "*" not in text
        and "[" not in text
        and "{" not in text
        and "}" not in text
        and "  " not in text
        and "\n" not in text
        and "\t" not in text
        and "\r" not in text
    )


def style(text: str, fill_ins: FillIns) -> Styled:
    """`text` with its markup read and its names filled in; blanks and line breaks are one space."""
    reader = _Markup(fill_ins)
    pieces = list(reader.pieces(_BLANKS.sub(" ", text).strip(" ")))
    return Styled(_spans(reader.with_styles(pieces)), tuple(reader.mistakes))


def names_in(text: str) -> frozenset[str]:
    """The names that are filled into `text`."""
    tokens = _TOKEN.findall(text)
    return frozenset(token[1:-1] for token in tokens if len(token) > 2 and token[0] == "{")


class _Piece(NamedTuple):
    """Words, or an asterisk or two that may open or close a style."""

    text: str
    link: str | None
    can_open: bool = False
    can_close: bool = False


class _Markup:
    """Reads one text; keeps its mistakes."""

    def __init__(self, fill_ins: FillIns) -> None:
        self.mistakes: list[Mistake] = []
        self._fill_ins = fill_ins

    def pieces(self, text: str) -> Iterator[_Piece]:
        """Words and asterisks, in order, links resolved and names filled in."""
        start = 0
        for found in _LINK.finditer(text):
            yield from self._words(text, start, found.start(), None)
            yield from self._words(text, *found.span(1), self._address(found))
            start = found.end()
        yield from self._words(text, start, len(text), None)

    def with_styles(self, pieces: list[_Piece]) -> Iterator[Span]:
        """Spans a piece; asterisks that found each other are gone, others stay as they are."""
        bold, italic = self._pairs(pieces, "**"), self._pairs(pieces, "*")
        marks = {*bold, *italic}
        is_bold = is_italic = False
        for index, piece in enumerate(pieces):
            is_bold ^= index in bold
            is_italic ^= index in italic
            if index not in marks:
                yield Span(piece.text, is_bold, is_italic, piece.link)

    def _words(self, text: str, start: int, end: int, link: str | None) -> Iterator[_Piece]:
        for found in _TOKEN.finditer(text, start, end):
            yield _Piece(text[start : found.start()], link)
            yield self._token(found, link)
            start = found.end()
        yield _Piece(text[start:end], link)

    def _token(self, found: re.Match[str], link: str | None) -> _Piece:
        token = found.group()
        if token in ("{{", "}}"):
            return _Piece(token[0], link)
        if token[0] == "{":
            return _Piece(self._filled(token), link)
        before = found.string[max(0, found.start() - 1) : found.start()]
        after = found.string[found.end() : found.end() + 1]
        is_single = len(token) == 1
        return _Piece(
            token,
            link,
            can_open=bool(after.strip()) and not (is_single and before.isalnum()),
            can_close=bool(before.strip()) and not (is_single and after.isalnum()),
        )

    def _filled(self, token: str) -> str:
        name = token[1:-1]
        if name not in self._fill_ins:
            hint = suggest(name, self._fill_ins, "names")
            hint += f" (write {{{token}}} if the braces are meant)"
            message = f"`{token}` is not a name that can be filled in"
            self.mistakes.append(Mistake("unknown-fill-in", message, hint, token))
            return ""
        words = self._fill_ins[name]
        if words is None:
            message = f"`{token}` cannot be filled in: the deck does not say it"
            hint = f"add `{_KEYS.get(name, name)}` to deck.yaml"
            self.mistakes.append(Mistake("fill-in-not-given", message, hint, token))
        return words or ""

    def _address(self, found: re.Match[str]) -> str:
        address = found[2].strip()
        if not _ADDRESS.fullmatch(address):
            message = f"`{address}` is not an address that a slide may link to"
            hint = "write the whole address: https://… or mailto:…"
            self.mistakes.append(Mistake("bad-link", message, hint, found[2]))
        return address

    def _pairs(self, pieces: list[_Piece], mark: str) -> frozenset[int]:
        """The places of all asterisks that open or close a style."""
        paired: set[int] = set()
        opened: int | None = None
        for index, piece in enumerate(pieces):
            if piece.text != mark or not (piece.can_open or piece.can_close):
                continue
            if opened is not None and piece.can_close:
                paired |= {opened, index}
                opened = None
            elif piece.can_open:
                opened = index
        if opened is not None and mark == "**":
            message = "`**` begins bold words that never end"
            self.mistakes.append(Mistake("unclosed-bold", message, "add `**` after them", mark))
        return frozenset(paired)


_KEYS = {name: f"meeting: {name}" for name in ("body", "agenda_item", "paper")}


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans with words, those of one style joined."""
    return tuple(
        Span(words, *look)
        for look, same in groupby(spans, key=lambda span: span[1:])
        if (words := "".join(span.text for span in same))
    )
