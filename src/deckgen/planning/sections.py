"""The sections of a deck, and which slides stand in them in which order."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import AgendaUse, Section
from deckgen.deck import AgendaEntry, AgendaSlide, DeckSection, SectionLine, Slide
from deckgen.planning.covers import closing_slide, title_slide
from deckgen.planning.setting import Setting
from deckgen.planning.topics import topic_slides

Sections = tuple[Section, ...]


def deck_sections(setting: Setting, shown: Sections) -> tuple[DeckSection, ...]:
    """The opening, a section for each of those `shown`, and the closing."""
    words, closing = setting.language.words, setting.report.closing
    opening = DeckSection("opening", words.start, tuple(_opening(setting, shown)))
    middle = tuple(
        DeckSection(
            f"section-{number}", section.title.plain, tuple(_slides(setting, shown, number))
        )
        for number, section in enumerate(shown, start=1)
    )
    if not closing:
        return (opening, *middle)
    end = DeckSection("closing", words.layouts.closing, (closing_slide(setting, closing),))
    return (opening, *middle, end)


def _opening(setting: Setting, shown: Sections) -> Iterator[Slide]:
    yield title_slide(setting)
    if setting.report.agenda is not AgendaUse.NEVER and shown:
        yield _agenda(setting, shown)


def _slides(setting: Setting, shown: Sections, number: int) -> Iterator[Slide]:
    """The slides of the section with this number, from 1."""
    section = shown[number - 1]
    if setting.report.agenda is AgendaUse.EVERY_SECTION:
        yield _agenda(setting, shown, number)
    for position in range(1, len(section.topics) + 1):
        yield from _topic(setting, section, number, position)


def _topic(setting: Setting, section: Section, number: int, position: int) -> Iterator[Slide]:
    """The slides of a section's topic at this position, from 1."""
    slide_id = f"section-{number}-{position}"
    line = SectionLine(section.title, number)
    return topic_slides(setting, slide_id, line, section.topics[position - 1])


def _agenda(setting: Setting, shown: Sections, current: int | None = None) -> AgendaSlide:
    """All sections; with one as the `current` one, the agenda that stands before it."""
    words, subtitle = setting.language.words, setting.report.subtitle
    title = words.agenda
    if current:
        title = words.agenda_at.format(section=shown[current - 1].title.plain)
    return AgendaSlide(
        id=_agenda_id(current),
        title=setting.text(title),
        section_line=SectionLine(subtitle) if subtitle else None,
        entries=tuple(
            AgendaEntry(number, section.title, _first(setting, section, number), number == current)
            for number, section in enumerate(shown, start=1)
        ),
    )


def _agenda_id(section: int | None) -> str:
    return f"section-{section}-agenda" if section else "agenda"


def _first(setting: Setting, section: Section, number: int) -> str:
    """The id of a section's first slide."""
    if setting.report.agenda is AgendaUse.EVERY_SECTION:
        return _agenda_id(number)
    return next(_topic(setting, section, number, 1)).id
