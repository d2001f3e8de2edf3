"""What was granted to projects, spent and is left: bars, the rates beside them, and the sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from deckgen.content import Text
from deckgen.deck import BudgetRow, BudgetSlide
from deckgen.geometry import Points, Rect
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, SetParagraph, height_of, torn_words
from deckgen.layout.charts.bars import ROW_GAP, Rows, column_width, name_column, share_rows
from deckgen.layout.charts.figures import Written, label_width
from deckgen.layout.charts.keys import BELOW, Entry, Header, set_key
from deckgen.layout.charts.parts import Categories, description
from deckgen.layout.charts.shades import ink_on, series_shades
from deckgen.layout.figures import remark_boxes, room_over, set_remark
from deckgen.money import amounts_told, remaining, sum_of
from deckgen.page import (
    Chart,
    ChartForm,
    ChartSeries,
    Element,
    Labelling,
    Rule,
    Run,
    Scale,
    TextBox,
)
from deckgen.style import Anchor, Ink, ParagraphStyle, Shade
from deckgen.typography import (
    CHART_KEY_STEPS,
    CHART_LABEL_STEPS,
    MONEY_SIZE,
    chart_label_style,
    leading,
    plain_style,
)

WIDEST_NAME = 0.32
WIDEST_RATES = 0.42
RATES_GAP: Points = 14.0
HIGHEST_ROW: Points = 56.0
GAP = 0.8
SUM_GAP: Points = 10.0
SUM_SIZE: Points = 16.0


def budget_bodies(slide: BudgetSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The projects' bars, a body a page, all of them at one scale and with the sums below."""
    return tuple(_Budgets(slide, size, canvas).bodies())


@dataclass(frozen=True)
class _Budgets:
    slide: BudgetSlide
    size: Points
    canvas: Canvas

    def bodies(self) -> Iterator[Body]:
        start = 0
        texts = (*self._names.paragraphs, *(line for lines in self._rates for line in lines))
        warnings = torn_words((*texts, self._sum, *self._key.torn))
        for page, count in enumerate(self._shared.counts):
            elements = tuple(self._elements(start, count, page))
            yield Body("open", elements, () if page else warnings)
            start += count

    def _elements(self, start: int, count: int, page: int) -> Iterator[Element]:
        yield from self._key.elements
        top = self._frame.top + self._key.height + BELOW
        end, height = start + count, self._shared.height
        rows = Rect(self._frame.left, top, self._frame.width, count * height)
        yield self._chart(rows, start, end)
        for index in range(start, end):
            place = rows.drop_top((index - start) * height)._replace(height=height)
            yield self._rates_box(index, place)
        yield from self._sum_boxes(rows.bottom + SUM_GAP)
        yield from remark_boxes(self._remark, self._frame, page, self.canvas)

    def _chart(self, rows: Rect, start: int, end: int) -> Chart:
        rect = rows._replace(width=rows.width - self._rates_width)
        plot = rect.drop_left(self._name_width)
        told = [
            f"{row.title.plain}: {', '.join(amounts_told(row.budget, self.canvas.language))}"
            for row in self.slide.rows[start:end]
        ]
        return Chart(
            name=self.canvas.words.budget,
            rect=rect,
            plot=plot,
            form=ChartForm.BAR,
            categories=self._names.texts[start:end],
            series=tuple(self._series(start, end)),
            description=description(ChartForm.BAR, told, self.canvas),
            size=self._names.size,
            label_size=self._label_size,
            scale=Scale(Decimal(0), self._high),
            before=self._written.before,
            after=self._written.after,
            is_stacked=True,
            gap=GAP,
        )

    def _series(self, start: int, end: int) -> Iterator[ChartSeries]:
        for name, values, shade in self._parts:
            shown = values[start:end]
            ink = ink_on(shade)
            hidden = frozenset(
                index
                for index, value in enumerate(shown)
                if value is not None
                if not self._fits(value)
            )
            yield ChartSeries(name, shown, (shade,), Labelling.MIDDLE, ink, hidden=hidden)

    @cached_property
    def _parts(self) -> list[tuple[str, tuple[Decimal | None, ...], Shade]]:
        """What bars are made of: the money spent, what is left, and what nobody knows that of."""
        budgets = [row.budget for row in self.slide.rows]
        words = self.canvas.words
        left = tuple(remaining(budget) for budget in budgets)
        unknown = tuple(b.granted if b.spent is None else None for b in budgets)
        whole, pale = series_shades(2, self.canvas)
        parts = [
            (words.spent_money, tuple(budget.spent for budget in budgets), whole),
            (words.remaining_money, left, pale),
            (words.spent_unknown, unknown, Shade(Ink.MUTED)),
        ]
        return [part for part in parts if any(value is not None for value in part[1])]

    def _fits(self, value: Decimal) -> bool:
        words = self._written.words(value, self.canvas)
        width = label_width(words, chart_label_style(self._label_size), self.canvas)
        return bool(value) and width <= float(value / self._high) * self._plot_width

    @cached_property
    def _high(self) -> Decimal:
        return max(row.budget.granted or Decimal(0) for row in self.slide.rows) or Decimal(1)

    @cached_property
    def _written(self) -> Written:
        """Amounts in whole units, with the currency's symbol where the language puts it."""
        amounts = [value for _, values, _ in self._parts for value in values if value is not None]
        sample = self.canvas.language.amount(Decimal(0), self.slide.rows[0].budget.currency)
        before, after = sample.split("0")
        is_rounded = any(amount != amount.to_integral_value() for amount in amounts)
        return Written(0, before, after, is_rounded)

    @cached_property
    def _label_size(self) -> Points:
        thickness = self._shared.height / (1 + GAP)
        sizes = (size for size in CHART_LABEL_STEPS if size < self.size)
        return next((s for s in sizes if leading(s) <= thickness), CHART_LABEL_STEPS[-1])

    @cached_property
    def _key(self) -> Header:
        source = self.slide.title.source
        entries = [Entry(Text.of(name, source), shade) for name, _, shade in self._parts]
        return set_key(entries, CHART_KEY_STEPS[0], self._frame, self.canvas)

    @cached_property
    def _names(self) -> Categories:
        names = [row.short_title or row.title for row in self.slide.rows]
        return name_column(names, self.size, self._frame.width * WIDEST_NAME, self.canvas)

    @cached_property
    def _name_width(self) -> Points:
        return column_width(self._names, self.canvas)

    @cached_property
    def _rates(self) -> list[tuple[SetParagraph, ...]]:
        """For each project what was granted, and below it how much of that was spent."""
        return [self._set_rates(row) for row in self.slide.rows]

    @property
    def _widest_rates(self) -> Points:
        return self._frame.width * WIDEST_RATES - RATES_GAP

    def _set_rates(self, row: BudgetRow) -> tuple[SetParagraph, ...]:
        styles = _rates_styles(self.size)
        granted = self._written.words(row.budget.granted or Decimal(0), self.canvas)
        lines = (granted, self._rates_told(row))
        return tuple(
            self.canvas.set_text(
                Text.of(words, row.budget.source), styles, self._widest_rates, level
            )
            for level, words in enumerate(lines)
            if words
        )

    def _rates_told(self, row: BudgetRow) -> str:
        """The shares of its money that a project got and spent; empty if nobody knows them."""
        words, percent = self.canvas.words, self.canvas.language.percent
        _, total, granted, _, spent, _ = row.budget
        told = []
        if spent is None:
            told.append(words.spent_unknown)
        elif granted:
            told.append(words.spent_share.format(share=percent(spent / granted)))
        if total and granted is not None:
            told.append(words.granted_share.format(share=percent(granted / total)))
        return " · ".join(self._held(each, self._widest_rates) for each in told)

    def _held(self, words: str, width: Points) -> str:
        """`words` in one piece, if that has room."""
        held = words.replace(" ", NO_BREAK_SPACE)
        return held if self.canvas.width(held, plain_style(SUM_SIZE)) <= width else words

    @cached_property
    def _rates_width(self) -> Points:
        styles = _rates_styles(self.size)
        widths = (
            self.canvas.width(line, styles[paragraph.paragraph.level])
            for lines in self._rates
            for paragraph in lines
            for line in paragraph.paragraph.lines
        )
        return max(widths) + RATES_GAP + 1

    def _rates_box(self, index: int, place: Rect) -> TextBox:
        row, lines = self.slide.rows[index], self._rates[index]
        width = self._rates_width - RATES_GAP
        rect = Rect(place.right - width, place.top, width, place.height)
        name = f"{self.canvas.words.money} {row.id}"
        paragraphs = tuple(line.paragraph for line in lines)
        styles = _rates_styles(self.size)
        described = f"{row.title.plain}: {', '.join(line.paragraph.text for line in lines)}"
        return TextBox(name, rect, paragraphs, styles, anchor=Anchor.MIDDLE, description=described)

    @cached_property
    def _plot_width(self) -> Points:
        return self._frame.width - self._rates_width - self._name_width

    @cached_property
    def _shared(self) -> Rows:
        rates = max(height_of(lines) for lines in self._rates)
        least = max(self._names.height, rates) + ROW_GAP
        key, below = self._key.height + BELOW, self._sum.height + 2 * SUM_GAP
        room = room_over(self._frame, self._remark).height - key - below
        return share_rows(len(self.slide.rows), least, room, HIGHEST_ROW)

    @cached_property
    def _sum(self) -> SetParagraph:
        """What all projects come to, exactly."""
        source, words = self.slide.title.source, self.canvas.words
        whole = sum_of([row.budget for row in self.slide.rows], source)
        amounts = amounts_told(whole, self.canvas.language)
        told = [self._held(each, self._frame.width) for each in amounts]
        if self._written.is_rounded:
            told.append(words.rounded)
        runs = (Run(f"{words.sum}: ", is_bold=True), Run(" · ".join(told)))
        return self.canvas.set_runs(runs, source, (plain_style(SUM_SIZE),), self._frame.width)

    def _sum_boxes(self, top: Points) -> Iterator[Element]:
        frame = self._frame
        yield Rule(self.canvas.words.rule, Rect(frame.left, top, frame.width, 0))
        rect = Rect(frame.left, top + SUM_GAP, frame.width, self._sum.height)
        yield TextBox(self.canvas.words.sum, rect, (self._sum.paragraph,), (self._sum.style,))

    @cached_property
    def _frame(self) -> Rect:
        return self.canvas.frame("content")

    @cached_property
    def _remark(self) -> SetParagraph | None:
        return set_remark(self.slide.remark, self._frame, self.canvas)


def _rates_styles(size: Points) -> tuple[ParagraphStyle, ...]:
    return (chart_label_style(size), plain_style(MONEY_SIZE, Ink.MUTED))
