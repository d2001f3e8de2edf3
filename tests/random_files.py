"""Random decks with their tables, charts, money and dates moved into files beside them.

What a deck shows stays the same, so it promises the same.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import PurePosixPath
from random import Random
from typing import Any

import yaml
from tests.made_workbooks import Value, workbook

Entry = dict[str, Any]
Files = dict[str, str | bytes]

_MARKUP = "*[]{}<|"
_AMOUNTS = ("total", "granted", "own_share", "spent")
_DATES = ("planned", "forecast", "reached")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


def with_files(files: Mapping[str, str], seed: int) -> Files:
    """The same deck as `files`, with some of what it shows in CSV files and workbooks.

    Texts with markup stay where they are: in such files it is none.
    """
    return _Mover(files, Random(seed)).moved()


class _Mover:
    def __init__(self, files: Mapping[str, str], random: Random) -> None:
        self.random = random
        self.files: Files = dict(files)
        self.read: dict[str, Any] = {path: yaml.safe_load(text) for path, text in files.items()}
        self.path = next(path for path in files if path.endswith("deck.yaml"))
        self.deck = self.read[self.path]
        self.is_german = self.deck["language"].startswith("de")
        self.count = 0

    def moved(self) -> Files:
        for section in self.deck["sections"]:
            for slide in section["slides"]:
                if self.random.random() < 0.5:
                    self.move_slide(slide)
        projects = {path: p for path, p in self.read.items() if "/projects/" in path}
        if self.random.random() < 0.5:
            self.move_money(projects)
        if self.random.random() < 0.5:
            self.move_dates(projects)
        for path, content in self.read.items():
            if not path.endswith("theme.yaml"):
                self.files[path] = self.written(path, content)
        return self.files

    def written(self, path: str, content: Entry) -> str:
        if str(self.files[path]).startswith("{"):
            return json.dumps(content, ensure_ascii=False, indent=1)
        return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)

    def move_slide(self, slide: Entry) -> None:
        if slide["kind"] == "table":
            self.move_table(slide)
        if slide["kind"] == "chart" and "series" in slide and slide["type"] != "waterfall":
            self.move_chart(slide)

    def move_table(self, slide: Entry) -> None:
        header, rows = slide["header"], slide["rows"]
        filled = [row for row in rows if any(cell not in ("", None) for cell in row)]
        if _are_headings(header) and filled == rows and all(map(_are_plain, rows)):
            del slide["header"], slide["rows"]
            slide |= self.file([header, *rows])

    def move_chart(self, slide: Entry) -> None:
        names = [each.get("name", "") for each in slide["series"]]
        header = ["Kategorie", *names]
        if _are_headings(header) and _are_plain(slide["categories"]):
            columns = [slide["categories"], *(each["values"] for each in slide["series"])]
            del slide["categories"], slide["series"]
            slide |= self.file([header, *map(list, zip(*columns, strict=True))])

    def move_money(self, projects: Mapping[str, Entry]) -> None:
        with_money = {PurePosixPath(p).stem: e for p, e in projects.items() if "budget" in e}
        rows = [
            [key, *(each["budget"].get(amount) for amount in _AMOUNTS)]
            for key, each in with_money.items()
        ]
        if rows:
            named = self.file([["Projekt", *_AMOUNTS], *rows])
            for each in with_money.values():
                currency = {k: v for k, v in each["budget"].items() if k == "currency"}
                each["budget"] = named | currency

    def move_dates(self, projects: Mapping[str, Entry]) -> None:
        with_dates = {
            PurePosixPath(path).stem: each
            for path, each in projects.items()
            if _are_plain(m["title"] for m in each.get("milestones", [{"title": "*"}]))
        }
        rows = [
            [key, milestone["title"], *(self.day(milestone.get(date)) for date in _DATES)]
            for key, each in with_dates.items()
            for milestone in each["milestones"]
        ]
        if rows:
            named = self.file([["Projekt", "title", *_DATES], *rows])
            for each in with_dates.values():
                each["milestones"] = named

    def day(self, day: str | None) -> str | None:
        """A day as it is written, or as Germans do."""
        if not day or not self.is_german or self.random.random() < 0.5:
            return str(day) if day else None
        year, month, number = str(day).split("-")
        return f"{number}.{month}.{year}"

    def file(self, rows: list[list[Any]]) -> Entry:
        """Write a file with these rows; gives the keys that name it."""
        self.count += 1
        if self.random.random() < 0.3:
            return self.workbook(rows)
        path = f"figures/{self.count}.csv"
        mark, delimiter = self.random.choice(((",", ";"), (",", "\t"), (".", ","), (".", ";")))
        text = StringIO()
        cells = [[_cell(value, mark) for value in row] for row in rows]
        csv.writer(text, delimiter=delimiter).writerows(cells)
        self.files[self.beside(path)] = self.encoded(text.getvalue())
        names = {";": "semicolon", "\t": "tab", ",": "comma"}
        decimal = {",": "comma", ".": "point"}[mark]
        return {"csv": path, "decimal": decimal, "delimiter": names[delimiter]}

    def workbook(self, rows: Sequence[Sequence[Value]]) -> Entry:
        path = f"figures/{self.count}.xlsx"
        self.files[self.beside(path)] = workbook({"Tabelle 1": rows, "Leer": []})
        return {"xlsx": path, "sheet": "Tabelle 1"}

    def beside(self, path: str) -> str:
        return f"{PurePosixPath(self.path).parent}/{path}"

    def encoded(self, text: str) -> bytes:
        encoding = self.random.choice(_ENCODINGS)
        try:
            return text.encode(encoding)
        except UnicodeEncodeError:
            return text.encode()


def _cell(value: Any, mark: str) -> str:
    """A value as a CSV file has it, with `mark` before decimals."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        written = f"{Decimal(repr(value)):,f}"
        return written.translate(str.maketrans(",.", ".,")) if mark == "," else written
    return str(value or "")


def _are_headings(header: Sequence[Any]) -> bool:
    folded = {str(heading).casefold() for heading in header}
    return _are_plain(header) and all(folded) and len(folded) == len(header)


def _are_plain(values: Iterable[Any]) -> bool:
    return not any(char in str(value) for value in values for char in _MARKUP)
