"""A change in words, in any language: what slides and the terminal say of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from deckgen.changes import (
    Change,
    Detail,
    DetailChange,
    Figure,
    FigureChange,
    ItemChange,
    LightChange,
    MilestoneChange,
    MoneyChange,
    News,
    PhaseChange,
    ProjectChange,
    SlideChange,
    TrendChange,
    expected,
)
from deckgen.content import (
    Item,
    Light,
    Milestone,
    PartialDate,
    Phase,
    Project,
    Span,
    Text,
    Trend,
)
from deckgen.language import NO_BREAK_SPACE, Language
from deckgen.named import NamedTuple
from deckgen.problems import Source


class Told(NamedTuple):
    """A change in words: its heading, whom it is about, what is said, and how it was before.

    `name` is a project's or a slide's; None where the words tell it.
    """

    news: News
    heading: str
    name: Text | None
    statement: Text
    before: Text | None = None


def told(change: Change, language: Language) -> Told:
    """What is said of a change in `language`."""
    statement, before = _Speaker(language).say(change)
    heading = language.words.news.headings[change.news]
    return Told(change.news, heading, _name(change), statement, before)


def sentence(said: Told, language: Language) -> str:
    """All of it in one line: `Name – what is said (was: …)`."""
    name = f"{said.name.plain} – " if said.name else ""
    words = language.words.news.before
    before = f" ({words.format(before=said.before.plain)})" if said.before else ""
    return f"{name}{said.statement.plain}{before}"


def _name(change: Change) -> Text | None:
    match change:
        case ItemChange(project=None, slide=slide):
            return slide
        case SlideChange():
            return change.title
        case FigureChange() | DetailChange(project=None):
            return None
        case _:
            return _called(change.project) if change.project else None


def _called(project: Project) -> Text:
    return project.short_title or project.title


class _Speaker(NamedTuple):
    language: Language

    def say(self, change: Change) -> tuple[Text, Text | None]:
        """What is said, and how it was before."""
        match change:
            case ProjectChange() | SlideChange():
                return self._coming_or_going(change)
            case PhaseChange() | LightChange() | TrendChange():
                return self._standing(change)
            case MilestoneChange():
                return self._milestone(change)
            case MoneyChange():
                return self._money(change)
            case ItemChange():
                return self._item(change)
            case FigureChange():
                return self._figure(change)
            case DetailChange():
                return self._detail(change)

    def _coming_or_going(self, change: ProjectChange | SlideChange) -> tuple[Text, None]:
        words = self.language.words.news
        said = {
            News.PROJECT_NEW: words.project_new,
            News.PROJECT_DROPPED: words.project_dropped,
            News.NEW: words.slide_new,
            News.GONE: words.slide_gone,
            News.DETAIL: words.slide_changed,
        }[change.news]
        title = change.project.title if isinstance(change, ProjectChange) else change.title
        return Text.of(said, title.source), None

    def _standing(
        self, change: PhaseChange | LightChange | TrendChange
    ) -> tuple[Text, Text | None]:
        source = change.project.title.source
        not_given = self.language.words.news.not_given
        now, before = (self._state(each) or not_given for each in (change.now, change.before))
        return Text.of(now, source), Text.of(before, source)

    def _state(self, state: Phase | Light | Trend | None) -> str | None:
        match state:
            case Phase():
                return state.label.plain
            case Light():
                return self.language.words.lights[state]
            case Trend():
                return self.language.words.trends[state]
        return None

    def _milestone(self, change: MilestoneChange) -> tuple[Text, Text | None]:
        words, milestone = self.language.words.news, change.milestone
        title, source = milestone.title.plain, milestone.title.source
        day = expected(milestone)
        before = _text(self._before(milestone, change.before) if change.before else None, source)
        match change.news:
            case News.REACHED if milestone.reached:
                reached = self.language.date(milestone.reached)
                return Text.of(words.reached.format(milestone=title, date=reached), source), before
            case News.MOVED if day and _is_reopened(change):
                date = self.language.date(day)
                return Text.of(words.reopened.format(milestone=title, date=date), source), before
            case News.MOVED if day:
                date, days = self.language.date(day), self._days(change.days)
                said = words.moved.format(milestone=title, date=date, days=days)
                return Text.of(said, source), before
        if change.before:
            before = Text.of(self._dated(change.before), source)
        return Text.of(self._dated(milestone), source), before

    def _before(self, now: Milestone, before: Milestone) -> str | None:
        """What a milestone was called, if that was something else, and the day it had."""
        day = expected(before)
        said = [before.title.plain] if before.title.plain != now.title.plain else []
        if day and day != expected(now):
            is_alike = (before.reached is None) == (now.reached is None)
            said.append(self.language.date(day) if is_alike else self._day(before, day))
        return _listed(*said)

    def _day(self, milestone: Milestone, day: date) -> str:
        """The day, and whether it was reached, expected or planned."""
        words = self.language.words
        pattern = words.expected if milestone.forecast else words.planned
        pattern = words.reached if milestone.reached else pattern
        return pattern.format(date=self.language.date(day))

    def _dated(self, milestone: Milestone) -> str:
        day = expected(milestone)
        return milestone.title.plain + (f", {self.language.date(day)}" if day else "")

    def _days(self, days: int) -> str:
        words = self.language.words.news
        if abs(days) == 1:
            return words.later_by_one if days > 0 else words.sooner_by_one
        pattern = words.later if days > 0 else words.sooner
        return pattern.format(days=f"{abs(days)}").replace(" ", NO_BREAK_SPACE, 1)

    def _money(self, change: MoneyChange) -> tuple[Text, Text | None]:
        words, source = self.language.words.news, change.project.title.source
        amount = self._amount(change.now, change.currency) or words.not_given
        before = self._amount(change.before, change.currency_before)
        return Text.of(f"{words.sums[change.sum]}: {amount}", source), _text(before, source)

    def _amount(self, amount: Decimal | None, currency: str) -> str | None:
        return None if amount is None else self.language.amount(amount, currency)

    def _item(self, change: ItemChange) -> tuple[Text, Text | None]:
        item, before = change.item, change.before
        if before is None:
            return item.text, None
        has_state = change.news is News.STATE
        said = _joined(item.text, self._stand(item, before)) if has_state else item.text
        is_reworded = item.text.plain != before.text.plain
        if change.news in (News.DONE, News.STATE):
            if is_reworded:
                return said, before.text
            return said, _text(self._stand(before, item), said.source)
        if (item.date, _plain(item.note)) == (before.date, _plain(before.note)):
            return said, before.text
        was = self._beside(before)
        told = _joined(before.text, was) if is_reworded else _text(was, said.source)
        return _joined(said, self._beside(item)), told

    def _stand(self, item: Item, other: Item) -> str | None:
        """The state of an item, and its date if the other has another one."""
        state = self.language.words.states[item.state] if item.state else None
        is_moved = item.date and other.date and item.date != other.date
        return _listed(state, self._day_of(item) if is_moved else None)

    def _day_of(self, item: Item) -> str | None:
        return self.language.partial_date(item.date) if item.date else None

    def _beside(self, item: Item) -> str:
        """The date and the note of an item."""
        not_given = self.language.words.news.not_given
        return _listed(self._day_of(item), _plain(item.note)) or not_given

    def _figure(self, change: FigureChange) -> tuple[Text, Text | None]:
        figure, before = change.figure, change.before
        source = figure.name.source
        if before is None:
            return _joined(figure.name, self._value(figure)), None
        if change.news is News.REWORDED:
            return _joined(figure.name, self._value(figure)), before.name
        now = self._value(figure) or self.language.words.news.not_given
        return _joined(figure.name, now), _text(self._value(before), source)

    def _value(self, figure: Figure) -> str | None:
        value = figure.value
        if value is None:
            return None
        written = self.language.number(value) if isinstance(value, Decimal) else value.plain
        return written + (f"{NO_BREAK_SPACE}{figure.unit.plain}" if figure.unit else "")

    def _detail(self, change: DetailChange) -> tuple[Text, Text | None]:
        words = self.language.words.news
        key, source = words.details[change.key], _source(change)
        if change.before is None and change.now is None:
            key = words.details["phases"] if change.key == "phase" else key  # earlier ones
            return Text.of(words.changed.format(key=key), source), None
        now = self._written(change.now) or words.not_given
        before = self._written(change.before)
        return Text.of(f"{key}: {now}", source), _text(before, source)

    def _written(self, value: Detail) -> str | None:
        if isinstance(value, Text):
            return value.plain
        if isinstance(value, PartialDate):
            return self.language.partial_date(value)
        if isinstance(value, date):
            return self.language.date(value)
        if isinstance(value, tuple):
            return ", ".join(text.plain for text in value if isinstance(text, Text))
        return None if value is None else str(value)


def _is_reopened(change: MilestoneChange) -> bool:
    """Whether the milestone was said to be reached, and is not."""
    was_reached = change.before is not None and change.before.reached is not None
    return was_reached and change.milestone.reached is None


def _source(change: DetailChange) -> Source:
    """Where the value stands, or the project that it is of."""
    for value in (change.now, change.before):
        if isinstance(value, Text):
            return value.source
    return change.place


def _listed(*words: str | None) -> str | None:
    return ", ".join(word for word in words if word) or None


def _plain(text: Text | None) -> str | None:
    return text.plain if text else None


def _text(words: str | None, source: Source) -> Text | None:
    return Text.of(words, source) if words else None


def _joined(text: Text, words: str | None) -> Text:
    return text._replace(spans=(*text.spans, Span(f": {words}"))) if words else text
