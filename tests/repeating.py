"""What slides tell that their layout tells already: it would not follow an edit of the master."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from tests.seen_contrast import A, P, Slide, kind_of, slides

Element = etree._Element

TOLD = ("solidFill", "latin")


def repeated(path: Path) -> list[str]:
    """Every position, colour and font of a placeholder that is as it would be without it."""
    return [f"slide {s.number}: {finding}" for s in slides(path) for finding in _on(s)]


def _on(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes(slide.name):
        own, *below = slide.chain(shape)
        if kind_of(shape) is None or not below or _has_twin(slide, below[0]):
            continue
        name = next(own.iter(f"{P}cNvPr")).get("name")
        if _place(own) is not None and _place(own) == next(filter(None, map(_place, below)), None):
            yield f"`{name}` tells its place"
        for level in range(1, 10):
            told = _levels([own], level)
            inherited = _levels(below, level) + slide.shared(shape, level)
            yield from (f"`{name}` tells its {each}" for each in _same(told, inherited))


def _has_twin(slide: Slide, placeholder: Element) -> bool:
    """Whether a layout has two placeholders of one number: of these nothing can be inherited."""
    numbers = [_number(each) for each in slide.shapes(slide.layout)]
    return numbers.count(_number(placeholder)) > 1


def _number(shape: Element) -> str | None:
    kind = kind_of(shape)
    if kind is None:
        return None
    is_title = kind in ("title", "ctrTitle")
    return "title" if is_title else next(shape.iter(f"{P}ph")).get("idx", "0")


def _place(shape: Element) -> bytes | None:
    transform = shape.find(f"{P}spPr/{A}xfrm")
    return None if transform is None else b"".join(map(_written, transform))


def _levels(shapes: list[Element], level: int) -> list[Element]:
    found = (each.find(f"{P}txBody/{A}lstStyle/{A}lvl{level}pPr/{A}defRPr") for each in shapes)
    return [each for each in found if each is not None]


def _same(told: list[Element], inherited: list[Element]) -> Iterator[str]:
    for name in TOLD:
        own = next((each.find(f"{A}{name}") for each in told), None)
        below = (each.find(f"{A}{name}") for each in inherited)
        first = next((each for each in below if each is not None), None)
        if own is not None and first is not None and _written(own) == _written(first):
            yield name


def _written(element: Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
