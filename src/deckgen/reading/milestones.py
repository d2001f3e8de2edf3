"""A project's milestones, in its own file or in rows of another one."""

from __future__ import annotations

from datetime import date

from deckgen.content import Milestone
from deckgen.named import NamedTuple
from deckgen.problems import Source, WarningCode
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Mapping, Node
from deckgen.reading.project_rows import FoundRows, ProjectRows
from deckgen.reading.reader import Reader
from deckgen.reading.sheets import names_sheet

DATES = ("planned", "forecast", "reached")


def read_milestones(
    reader: Reader, node: Node, rows: ProjectRows, today: date | None
) -> tuple[Milestone, ...]:
    """The milestones of a list, or of a file's rows; `today` is the day of the report."""
    milestones = _MilestoneReader(reader, today)
    if isinstance(node, Mapping) and names_sheet(Fields(node, reader.findings)):
        return milestones.of_rows(node, rows)
    return reader.entries(node, milestones.milestone)


class _MilestoneReader(NamedTuple):
    reader: Reader
    today: date | None

    def milestone(self, node: Node) -> Milestone | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            title = fields.required("title", self.reader.text)
            days = {key: fields.optional(key, self.reader.date) for key in DATES}
            if not any(fields.has(key) for key in DATES) and not fields.is_near(*DATES):
                self._tell_no_date(fields.source)
            if days["reached"]:
                self._check_reached(days["reached"], fields.value_source("reached"))
        return title and Milestone(title, **days)

    def of_rows(self, node: Mapping, rows: ProjectRows) -> tuple[Milestone, ...]:
        """The milestones in the rows of a file that are the project's."""
        with Fields(node, self.reader.findings) as fields:
            found = rows.of(fields, ("title", *DATES))
        if not found:
            return ()
        if "title" not in found.columns:
            names = ", ".join(found.sheet.names)
            hint = f"name it: `columns: {{title: …}}`; the columns are: {names}"
            message = f"{found.sheet.file.path} has no column for the titles of milestones"
            self.reader.findings.error("unknown-column", message, node.source, hint)
            return ()
        read = [self._milestone_of_row(found, row) for row in found.rows]
        return tuple([milestone for milestone in read if milestone])

    def _milestone_of_row(self, found: FoundRows, row: int) -> Milestone | None:
        named = found.columns["title"].cells[row]
        title = found.sheet.read.text(named)
        cells = {key: found.columns[key].cells[row] for key in DATES if key in found.columns}
        days = {key: found.sheet.read.day(cell) for key, cell in cells.items()}
        if named.value is None:
            message, hint = "the milestone has no title", "write one, or delete the row"
            self.reader.findings.error("no-value", message, named.source, hint)
        if all(cell.value is None for cell in cells.values()):
            self._tell_no_date(named.source)
        if reached := days.get("reached"):
            self._check_reached(reached, cells["reached"].source)
        return title and Milestone(title, **days)

    def _tell_no_date(self, source: Source) -> None:
        hint = f"add one of: {', '.join(DATES)}"
        message = "the milestone has no date"
        self.reader.findings.error("milestone-without-date", message, source, hint)

    def _check_reached(self, reached: date, source: Source) -> None:
        if self.today and reached > self.today:
            day = self.reader.language.date(self.today)
            message = f"the milestone is reached only after the day of the report, {day}"
            hint = "a day to come is a `forecast`"
            self.reader.findings.warning(WarningCode.REACHED_TOO_LATE, message, source, hint)
