"""What German authors may call the words of the format, and what people say for yes and no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_WORDS = """
    titel, überschrift, name: title name
    kurztitel: short_title
    untertitel: subtitle
    sprache: language
    datum, tag, termin: date planned
    stand: as_of
    bericht, berichtsnummer: report
    stadt, organisation, behörde: organisation
    autor, verfasser: author
    thema, design: theme
    sitzung: meeting
    gremium, ausschuss: body
    tagesordnungspunkt, top: agenda_item
    vorlage: paper template
    tagesordnung: agenda
    abschluss: closing completed
    phase, phasen: phases phase
    projekt, projekte: projects project
    abschnitt, abschnitte, kapitel: sections
    folie, folien: slides
    art: kind type
    typ: type kind
    quelle: source
    notiz, notizen: notes note
    hinweis: note notes
    intern: internal
    kennzahl, kennzahlen, fakten, zahlen: facts
    gruppe, gruppen: groups
    zeitplan, zeitleiste, zeitstrahl: timeline
    mittel, haushalt, finanzen: budget
    diagramm: chart
    tabelle: table
    spalte, spalten: columns
    bild, foto: picture
    fazit, zwischenfazit: conclusion
    änderungen, neuerungen: changes
    verlauf: trend
    bezeichnung: label title
    wert: value
    einheit: unit
    werte: values
    eintrag, einträge, punkte: items points
    kategorie, kategorien: categories
    reihe, reihen, datenreihen: series
    zeile, zeilen: rows
    kopf, kopfzeile: header
    datei: file
    bildunterschrift: caption
    alternativtext: alt
    von: from
    bis: to
    feld, themenfeld, bereich: field
    beteiligte, partner: partners
    ampel, gesamtstatus: light
    tendenz: trend
    grund, begründung: reason
    maßnahme, massnahme: measure
    meilenstein, meilensteine: milestones milestone
    beginn, anfang: start
    ende: end
    gesamt, summe, gesamtkosten: total
    bewilligt: granted approved
    eigenanteil: own_share
    ausgegeben, ausgaben: spent
    förderung: funding granted
    laufzeit: duration
    währung: currency
    geplant: planned plan
    erwartet, prognose: forecast
    erreicht: reached
    ist: actual
    seit: since
    grün, gruen: green
    gelb: yellow
    rot: red
    steigend, steigt: up
    gleichbleibend, gleich, stabil: steady
    fallend, fällt, sinkend: down
    erledigt, fertig, abgeschlossen: done completed
    in_arbeit, laufend, läuft: in_progress running
    offen: open
    blockiert: blocked
    skizze, projektskizze: sketch
    antrag, beantragt: applied
    förderwürdig: eligible
    genehmigt: approved
    umsetzung: running
    balken, balkendiagramm: bar
    säule, säulen, säulendiagramm: column
    linie, linien, liniendiagramm: line
    ring, kreis, kreisdiagramm: doughnut
    wasserfall: waterfall
    farbe, farben: colours
    schrift, schriften: fonts
    komma: comma
    punkt: point
    semikolon, strichpunkt: semicolon
    de, deutsch: de-DE
    en, englisch, english: en-GB
    ja, yes, on, an, wahr: true
    nein, no, off, aus, keine, falsch: false
"""


def translated(word: str, choices: Iterable[str]) -> str | None:
    """What `word`, in small letters, is called in the format, if that is one of the `choices`."""
    there = {*choices}
    return next((name for name in glossary().get(word, ()) if name in there), None)


def glossary() -> Mapping[str, tuple[str, ...]]:
    """The words of the format for each word, the likeliest first."""
    entries = (line.split(":") for line in _WORDS.split("\n") if line.strip())
    return {
        word.strip(): tuple(names.split()) for words, names in entries for word in words.split(",")
    }
