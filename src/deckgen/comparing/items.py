"""Items of a list: newly done, new, in another state, reworded, gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.changes import ItemChange, News
from deckgen.comparing.likeness import ALIKE, figures
from deckgen.comparing.meaning import meaning
from deckgen.comparing.pairing import paired
from deckgen.content import Item, Project, State, Text


def item_changes(
    before: Sequence[Item],
    now: Sequence[Item],
    *,
    project: Project | None = None,
    slide: Text | None = None,
) -> Iterator[ItemChange]:
    """The changes in a project's status, or in a list on a slide, with the lists below items.

    What stands below a new item is new with it, and is not told.
    """
    pairs = paired(before, now, lambda item: item.text.plain, ALIKE)
    for place, item in enumerate(now):
        if place not in pairs:
            yield ItemChange(News.NEW, item, None, project, slide)
            continue
        earlier = before[pairs[place]]
        if news := _news(earlier, item):
            yield ItemChange(news, item, earlier, project, slide)
        yield from item_changes(earlier.items, item.items, project=project, slide=slide)
    kept = {*pairs.values()}
    for place, item in enumerate(before):
        if place not in kept:
            yield ItemChange(News.GONE, item, None, project, slide)


def _news(before: Item, now: Item) -> News | None:
    if before.state is not now.state:
        return News.DONE if now.state is State.DONE else News.STATE
    if meaning(before.date) != meaning(now.date):
        return News.MOVED if before.date and now.date else News.DETAIL
    if figures(before.text.plain) != figures(now.text.plain):  # other words would be as good
        return News.DETAIL
    if meaning(before._replace(items=())) != meaning(now._replace(items=())):
        return News.REWORDED
    return None
