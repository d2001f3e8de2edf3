"""What deckgen itself says on slides, in German and English."""

from __future__ import annotations

from deckgen.words.english import ENGLISH
from deckgen.words.german import GERMAN
from deckgen.words.labels import LABELS, label, relabelled
from deckgen.words.vocabulary import Words

__all__ = ["ENGLISH", "GERMAN", "LABELS", "Words", "label", "relabelled"]
