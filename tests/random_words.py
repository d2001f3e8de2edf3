"""Words as authors write them: mostly plain sentences, now and then something rare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

GERMAN = tuple(
    """
    der die das und für mit von zur im auf dem eine ist wird wurde liegt nach bis über Stadt
    Rat Antrag Bescheid Ministerium Fördergelder Projekt Umsetzung Kommunen Bürgerportal Schule
    Vergabe Verwaltung Beteiligung Haushalt Datenschutz Datenschutz-Grundverordnung Zusage
    Förderwürdigkeit Geschäftsordnung Straßenbeleuchtung Wirtschaftlichkeitsuntersuchung
    (Modell-)Kommunen 2018–2021 17,25 Mio. Euro „Bürgerportal“ Verkehrs- öffentliche mündliche
    vorgelegt erneut gemeinsam digitale Landesregierung E-Government-Gesetz Nordrhein-Westfalen
    so zu ab EU beantragt, geprüft; bewilligt:
    abgeschlossen. Ausschreibung Ämter Größe ÖPNV-Anschluss
    """.split()  # noqa: SIM905 -- words in quotes are harder to read
)
ENGLISH = tuple(
    """
    the and for with from of a is was will be council grant application project delivery town
    report funding ministry school digital service residents procurement partner agreement
    phase decision well-known data-protection (pilot) 2018–2021 17.25 million pounds “portal”
    it on to by at resident's don't approved, reviewed; granted: finished.
    infrastructure responsibilities
    cross-departmental interoperability administration submitted jointly again orally public
    """.split()  # noqa: SIM905
)
LONG = (
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungsangelegenheit",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Straßen-,Wege-/Brücken-undTunnelunterhaltungsmaßnahmenverzeichnis2018–2021",
)
ADDRESSES = (
    "https://www.example.org/ein/langer/pfad?mit=frage&mehr=davon#und-ziel",
    "https://www.stadt-beispiel.example/rat/vorlagen/2019/11/26/sachstandsbericht_nr_6.pdf",
    "vorname.nachname-doppelname@digitalisierungsbuero.stadt-beispiel.example",
    r"\\server\ablage\Projekte\2019\Modellregionen\Sachstand\Bericht.docx",
)
CAPITALS = ("MODELLREGION", "WICHTIG:", "ÖFFENTLICHKEITSBETEILIGUNG", "NRW", "AVATAR")
FOREIGN = (
    *("İstanbul", "Kadıköy", "Łódź", "Gdańsk-Wrzeszcz", "Żółć", "Αθήνα", "Θεσσαλονίκη"),
    *("Москва", "Екатеринбург", "Київ", "Größenwahnsinnig", "Þórr", "naïve", "Œuvre"),
)
RIGHT_TO_LEFT = ("سلام", "مدينة", "مشروع")
COMBINED = ("Cafe\u0301", "Zu\u0308rich", "A\u030angstro\u0308m")
# Only such as DejaVu has: what no font of the machine has, no program can show.
EMOJI = ("😀", "♥", "→", "☺", "€", "★")
BLANKS = ("17,25\u00a0Mio.\u00a0€", "z.\u00a0B.", "§\u00a044", "Dr.\u00a0A.\u00a0B.\u00a0Muster")
INVISIBLE = (
    "Wirtschafts\u00adförderungs\u00adgesellschaft",
    "Straßen\u200bverkehrs\u200bamt",
    "Auf\u200clage",
)
SIGNS = (
    *("<b>", "</b>", "&amp;", "&", "A&B", '"wörtlich"', "'einfach'", "‚halb‘", "»spitz«", "<!--"),
    *("]]>", "%s", "$HOME", "#5", "Bürger*innen", "5*3", "[sic]", "100 %", "a|b", "c\\d", "~", "–"),
    *(
        "{{",
        "}}",
        "{{name}}",
        "{{{{",
        "- Punkt",
        "Stand: gut",
        "@alle",
        "`so`",
        "…",
        "?!",
        "1.",
        "–5",
    ),
)
RARE = (ADDRESSES, CAPITALS, FOREIGN, RIGHT_TO_LEFT, COMBINED, EMOJI, BLANKS, INVISIBLE, SIGNS)


@dataclass(frozen=True)
class Writer:
    """Writes texts of a wished length; `rarity` is the share of words that are out of the way."""

    random: Random
    is_german: bool = True
    rarity: float = 0.02
    fill_ins: tuple[str, ...] = ()

    def text(self, length: int, *, has_markup: bool = True) -> str:
        """A text of about `length` characters, with markup now and then."""
        words = list(self._words(length))
        words[0] = words[0][0].upper() + words[0][1:]
        if has_markup and self.random.random() < 0.15:
            self._mark(words)
        return " ".join(words)

    def name(self, length: int) -> str:
        """A text without markup and fill-ins."""
        return self.text(length, has_markup=False)

    def _words(self, length: int) -> Iterator[str]:
        room = length
        while room == length or room > 1:
            word = self._word()
            if len(word) > room:
                word = self._short(room)
            yield word
            room -= len(word) + 1

    def _word(self) -> str:
        if self.random.random() >= self.rarity:
            return self.random.choice(GERMAN if self.is_german else ENGLISH)
        if self.random.random() < 0.1:
            return self.random.choice(LONG)
        return self.random.choice(self.random.choice(RARE))

    def _short(self, room: int) -> str:
        """A word of at most `room` letters; a syllable if no real one is as short."""
        fitting = [word for word in (GERMAN if self.is_german else ENGLISH) if len(word) <= room]
        return self.random.choice(fitting) if fitting else "x" * room

    def _mark(self, words: list[str]) -> None:
        """Put markup around a stretch of `words`, or a name to be filled in after them."""
        kinds = ["**{}**", "*{}*", "[{}](https://www.example.org/a?b=c&d=(e))"]
        kinds += ["[{}](mailto:buero@stadt.example)", "**[{}](https://example.org)**"]
        if self.fill_ins and self.random.random() < 0.3:
            words.append("{" + self.random.choice(self.fill_ins) + "}")
            return
        start = self.random.randrange(len(words))
        stretch = words[start : start + self.random.randint(1, 5)]
        if not any(sign in word for word in stretch for sign in "*[]{}"):
            marked = self.random.choice(kinds).format(" ".join(stretch))
            words[start : start + len(stretch)] = [marked]
