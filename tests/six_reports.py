"""A series of six reports, with every sort of change between them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.in_git import InGit

DECK = """\
title: Digitale Modellregion
subtitle: 1. Sachstandsbericht
report: 1
date: 2019-01-15
as_of: 2019-01
meeting: {body: Digitalisierungsausschuss, agenda_item: TOP 3}
sections:
  - title: Überblick
    slides:
      - kind: facts
        title: Die Region in Zahlen
        facts:
          - {label: Fördervolumen, value: 17.25, unit: Mio. Euro}
          - label: Stand der Anträge
            items:
              - {value: 11, text: Zuwendungsbescheide}
              - {value: 4, text: förderwürdige Projekte}
      - kind: groups
        title: Bewilligungen
        groups:
          - {title: Bewilligung 2018, items: [Projektbüro]}
      - kind: text
        title: Wie wir berichten
        items:
          - Jedes Projekt sagt, was erledigt ist
          - text: Verzögerungen werden begründet
            items: [Mit einer Maßnahme]
  - title: Projekte
    slides:
      - kind: projects
        title: Alle Projekte (Stand {as_of})
      - kind: status
  - title: Fazit
    slides:
      - kind: conclusion
        points: [Der Verbund findet breite Zustimmung.]
"""
PORTAL = """\
title: Das Bürgerserviceportal
short_title: Serviceportal
partners: [Stadt Bielefeld]
phase: applied
light: green
trend: steady
status:
  - Antrag im Dezember vorgelegt
  - {text: Bewerbung um Bundesmittel, state: open}
  - {text: Auswahl des Anbieters, state: in_progress, date: 2019-05}
milestones:
  - {title: Projektstart, planned: 2019-06-01}
  - {title: Abnahme, planned: 2020-06-01}
budget: {total: 1000000, granted: 800000, own_share: 200000, spent: 50000}
"""
TICKET = """\
title: Das digitale Schülerticket
phase: sketch
light: green
status: [Skizze eingereicht]
"""
TRUCK = """\
title: Das Abfallsammelfahrzeug als Datenquelle
phase: sketch
status: [Skizze liegt vor]
"""
LISTED = "        title: Alle Projekte (Stand {as_of})\n"
OUTLOOK = """\
      - kind: text
        title: Ausblick
        items: [Der Rat entscheidet]
"""
HEALTH = """\
title: Digitales Gesundheitsamt
phase: sketch
status:
  - {text: Bedarf wird erhoben, state: in_progress}
milestones: [{title: Projektskizze, planned: 2019-11-30}]
"""

_PORTAL, _TICKET, _TRUCK = "projects/portal.yaml", "projects/ticket.yaml", "projects/fahrzeug.yaml"
_HEALTH = "projects/gesundheit.yaml"


class Step(NamedTuple):
    """What was edited from one report to the next.

    An edit is a file, what stands in it, and what comes in its place. `files` come whole, or go.
    """

    edits: tuple[tuple[str, str, str], ...] = ()
    files: Mapping[str, str | None] = {}


STEPS = (
    Step(  # to the second report: what is most often new
        edits=(
            (_PORTAL, "phase: applied", "phase: approved"),
            (_PORTAL, "state: open", "state: done"),
            (_PORTAL, "milestones:", "  - Anbieter haben sich vorgestellt\nmilestones:"),
            (_PORTAL, "planned: 2019-06-01", "planned: 2019-06-01, forecast: 2019-08-01"),
            (_PORTAL, "spent: 50000", "spent: 125000.50"),
            (_TICKET, "light: green", "light: yellow\nreason: Tarif offen\nmeasure: Gespräche"),
            ("deck.yaml", "17.25", "18.5"),
            ("deck.yaml", "{value: 11,", "{value: 12,"),
        )
    ),
    Step(  # to the third: nothing but another way to write it
        edits=(
            (_PORTAL, "title: Das Bürgerserviceportal", 'title: "Das  **Bürgerserviceportal**"'),
            (_PORTAL, "  - Antrag im Dezember vorgelegt\n", ""),
            (_PORTAL, "milestones:", "  - Antrag  im Dezember *vorgelegt*\nmilestones:"),
            (_PORTAL, "spent: 125000.50", "spent: 125_000.5"),
            (_TICKET, "[Skizze eingereicht]", "\n  - >-\n    Skizze\n    eingereicht"),
        )
    ),
    Step(  # to the fourth: projects come, go and are renamed; a milestone is reached
        edits=(
            (_PORTAL, "trend: steady", "trend: up"),
            (_PORTAL, "forecast: 2019-08-01", "forecast: 2019-08-01, reached: 2019-08-02"),
            (_PORTAL, "  - {title: Abnahme, planned: 2020-06-01}\n", ""),
            (_PORTAL, "budget:", "  - {title: Schulung, planned: 2020-03-01}\nbudget:"),
        ),
        files={
            _HEALTH: HEALTH,
            _TRUCK: None,
            "projects/sammelfahrzeug.yaml": TRUCK.replace("Das Abfall", "Abfall"),
            _TICKET: None,
        },
    ),
    Step(  # to the fifth: other words, and a delay
        edits=(
            (_PORTAL, "  - Antrag  im Dezember *vor", "  - Antrag im Dezember 2018 erneut vor"),
            (_PORTAL, "gelegt*", "gelegt"),
            (_PORTAL, "  - Anbieter haben sich vorgestellt\n", ""),
            (_PORTAL, "state: in_progress, date: 2019-05", "state: blocked, date: 2019-05"),
            (_PORTAL, "partners: [Stadt Bielefeld]", "partners: [Stadt Bielefeld, Herford]"),
            (_PORTAL, "title: Schulung,", "title: Schulung der Ämter,"),
            (_HEALTH, "2019-11-30", "2019-11-29"),
            (_HEALTH, "title: Digitales", "start: 2020-01-01\ntitle: Digitales"),
            ("deck.yaml", "items: [Projektbüro]", "items: [Projektbüro, Stadt Paderborn]"),
            ("deck.yaml", "[Mit einer Maßnahme]", "[Mit einer Maßnahme und einem Tag]"),
            ("deck.yaml", "breite Zustimmung.", "sehr breite Zustimmung."),
            ("deck.yaml", "Zuwendungsbescheide", "bewilligte Zuwendungsbescheide"),
            ("deck.yaml", "{value: 4, text: förderwürdige Projekte}", "Runde der Gemeinden"),
        )
    ),
    Step(  # to the sixth: slides, and what was taken back
        edits=(
            ("deck.yaml", "  - title: Fazit\n", "  - title: Zwischenfazit\n"),
            (
                "deck.yaml",
                f"      - kind: projects\n{LISTED}",
                "",
            ),
            ("deck.yaml", "- kind: status\n", "- kind: status\n        source: Projektbüro\n"),
            ("deck.yaml", "      - kind: groups\n", f"{OUTLOOK}      - kind: groups\n"),
            ("deck.yaml", "sections:", "closing: false\nsections:"),
            (_PORTAL, "trend: up\n", ""),
            (_PORTAL, ", reached: 2019-08-02", ""),
            (_PORTAL, "phase: approved", "phase: eligible"),
            (_PORTAL, "spent: 125_000.5", "spent: 125_000.5, currency: CHF"),
            (_PORTAL, ", date: 2019-05", ", date: 2019-09, note: Wegen der Vergabe"),
        )
    ),
)


def write_series(root: Path, deck: str = "bielefeld") -> InGit:
    """A repository at `root` with the six reports of a deck, each with its tag."""
    repository = InGit(root)
    files = {"deck.yaml": DECK, _PORTAL: PORTAL, _TICKET: TICKET, _TRUCK: TRUCK}
    commit_deck(repository, files, "report-1", deck)
    for number, step in enumerate(STEPS, start=2):
        files["deck.yaml"] = _renumbered(files["deck.yaml"], number)
        for path, old, new in step.edits:
            assert old in files[path], (number, path, old)
            files[path] = files[path].replace(old, new)
        commit_deck(repository, {**files, **step.files}, f"report-{number}", deck)
        files = {path: text for path, text in {**files, **step.files}.items() if text}
    return repository


def commit_deck(
    repository: InGit,
    files: Mapping[str, str | None],
    tag: str | None = None,
    deck: str = "bielefeld",
) -> str:
    """Commit these files of a deck; the commit's id."""
    return repository.commit({f"content/{deck}/{p}": text for p, text in files.items()}, tag)


def _renumbered(deck: str, number: int) -> str:
    last = number - 1
    deck = deck.replace(f"{last}. Sachstand", f"{number}. Sachstand")
    return deck.replace(f"report: {last}", f"report: {number}").replace(
        f"2019-0{last}", f"2019-0{number}"
    )
