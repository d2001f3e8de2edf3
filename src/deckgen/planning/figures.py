"""Figures as charts and pictures, with all of them in words; the pipeline is a chart, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from deckgen.content import (
    Chart,
    ChartType,
    Columns,
    Count,
    Figures,
    Phase,
    Pipeline,
    Report,
    Series,
    Text,
)
from deckgen.deck import ChartSlide, ColumnsSlide, DrawingSlide, Remark, Slide
from deckgen.language import Language
from deckgen.planning.remarks import remark_on
from deckgen.planning.setting import Setting
from deckgen.telling import columns_told, figures_told


def figures_slide(setting: Setting, slide_id: str, title: Text, figures: Figures) -> Slide:
    """A native chart where there is one for these figures, else a picture."""
    told = figures_told(figures, setting.language)
    if isinstance(figures, Chart):
        return ChartSlide(id=slide_id, title=title, figures=figures, history=told)
    return DrawingSlide(id=slide_id, title=title, figures=figures, history=told)


def columns_slide(setting: Setting, slide_id: str, title: Text, topic: Columns) -> ColumnsSlide:
    """The columns, with the figures of their charts in words."""
    told = columns_told(topic.columns, setting.language)
    return ColumnsSlide(id=slide_id, title=title, columns=topic.columns, history=told)


def pipeline_slide(setting: Setting, slide_id: str, title: Text, topic: Pipeline) -> ChartSlide:
    """How many projects are in which phase; those in none are named, unless counts were given."""
    report, language = setting.report, setting.language
    figures = counted(topic, report)
    remark = None if topic.counts else without_phase(topic, report, language)
    told = figures_told(figures, language)
    return ChartSlide(
        id=slide_id,
        title=title,
        figures=figures,
        is_pipeline=True,
        remark=remark,
        history=(*told, remark.text) if remark else told,
    )


def counted(topic: Pipeline, report: Report) -> Chart:
    """The pipeline as a chart: the counts given, or how many projects are in which phase."""
    counts = topic.counts or _counts(report)
    return Chart(
        topic.source,
        ChartType.BAR,
        tuple(count.label for count in counts),
        (Series(tuple(count.number for count in counts)),),
    )


def _counts(report: Report) -> tuple[Count, ...]:
    """From the first phase that has projects to the last, with those between."""
    reached = Counter(project.phase.id for project in report.projects if project.phase)
    filled = [index for index, phase in enumerate(report.phases) if reached[phase.id]]
    shown: Sequence[Phase] = report.phases[filled[0] : filled[-1] + 1] if filled else ()
    return tuple(Count(phase.label, Decimal(reached[phase.id])) for phase in shown)


def without_phase(topic: Pipeline, report: Report, language: Language) -> Remark | None:
    """The projects that are counted nowhere."""
    left_out = [project for project in report.projects if not project.phase]
    return remark_on(left_out, language.words.without_phase, topic.source, language)
