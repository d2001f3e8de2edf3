"""Slides of the kind `changes`: what is new since an earlier report."""

from __future__ import annotations

from deckgen.content import WhatIsNew
from deckgen.reading.fields import Fields
from deckgen.reading.topic import Common, Setting


def read_changes(setting: Setting, fields: Fields, common: Common) -> WhatIsNew:
    """What is new, since the revision, tag or day that is named."""
    return WhatIsNew(**common, since=fields.optional("since", setting.reader.unmarked))
