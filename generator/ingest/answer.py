"""Makes the answer of `portal ingest --json`: one JSON object for a raw article."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic
from generator.ingest.answer_schema import (
    Answer,
    DateAnswer,
    DiagnosticAnswer,
    DocumentAnswer,
    EventAnswer,
    FigureAnswer,
    IndicatorAnswer,
    PlaceAnswer,
    ProvincesAnswer,
    PublishedAnswer,
    TargetAnswer,
)
from generator.ingest.doubts import doubts
from generator.ingest.extract import Extraction
from generator.ingest.found import EventFound, FigureFound, IndicatorFound, Published
from generator.ingest.opening.cut_reasons import REASONS
from generator.ingest.wording import figure_words, top_words
from generator.model import Basis
from generator.registry import Registries


def empty_answer(file: str, diagnostics: Iterable[Diagnostic]) -> Answer:
    """The answer for a file that could not be read."""
    return Answer(
        file=file,
        title=None,
        published=None,
        authors=[],
        publisher=None,
        provinces=ProvincesAnswer(subject=[], mention=[]),
        documents=[],
        indicators=[],
        dates=[],
        events=[],
        targets=[],
        platforms=[],
        places=[],
        figures=[],
        topics=[],
        noise=[],
        diagnostics=[_diagnostic(d) for d in diagnostics],
    )


def answer(extraction: Extraction, file: str, found: Iterable[Diagnostic] = (), *, whole: bool = True) -> Answer:
    """The answer for one extraction; `found` are problems met with it. Not `whole`: a line that lacks a header."""
    story = extraction.story
    registries = story.lexicon.registries
    header, read = story.header, story.passage.read
    ranked = [i for i in extraction.indicators if _is_ranked(i)]
    return Answer(
        file=file,
        title=header.title,
        published=_published(header.published),
        authors=list(header.authors),
        publisher=header.publisher,
        provinces=ProvincesAnswer(
            subject=_names(story.subjects, registries), mention=_names(story.mentions, registries)
        ),
        documents=[
            DocumentAnswer(kind=d.kind, number=d.number, date=d.date, issuer=d.issuer, start=d.start, end=d.end)
            for d in extraction.documents
        ],
        indicators=[_indicator(i, registries) for i in ranked],
        dates=[DateAnswer(text=read[d.start : d.end], start=d.start, end=d.end, edtf=d.edtf) for d in story.dates],
        events=[_event(e, registries) for e in extraction.events],
        targets=[
            TargetAnswer(province=_name(t.province, registries), by=t.by, text=t.text, start=t.start, end=t.end)
            for t in extraction.targets
        ],
        platforms=[p.name for p in extraction.platforms],
        places=[
            PlaceAnswer(name=p.name, within=p.within, province=_name(p.province, registries), start=p.start, end=p.end)
            for p in extraction.places
        ],
        figures=[
            *(_figure(f, registries) for f in extraction.figures),
            *(_top(i, registries) for i in extraction.indicators if not _is_ranked(i) and i.top is not None),
        ],
        topics=[registries.topics[t.topic].name for t in extraction.topics],
        noise=[line for line, _ in noise_lines(extraction)],
        diagnostics=[_diagnostic(d) for d in (*found, *(doubts(extraction, file) if whole else ()))],
    )


def noise_lines(extraction: Extraction) -> list[tuple[str, str]]:
    """What was stripped, line by line, and why: what stands around the article on its page, then what was cut of it."""
    read, cuts = extraction.story.passage.read, extraction.story.passage.cuts
    around = ((line, "ngoài bài") for line in extraction.raw.left_out)
    cut = ((line.strip(), REASONS[c.why]) for c in cuts if c.noise for line in read[c.start : c.end].splitlines())
    return [(line, why) for line, why in (*around, *cut) if line]


def _published(published: Published | None) -> PublishedAnswer | None:
    if published is None:
        return None
    return PublishedAnswer(
        edtf=published.edtf, time=published.time, inferred=published.inferred, reason=published.reason
    )


def _name(key: str | None, registries: Registries) -> str | None:
    return registries.provinces[key].name if key else None


def _names(keys: Iterable[str], registries: Registries) -> list[str]:
    return [registries.provinces[key].name for key in keys]


def _is_ranked(i: IndicatorFound) -> bool:
    """Whether it tells more than „in the top so many", which the answer lists among the figures."""
    return i.rank is not None or i.score is not None or i.rank_change is not None


def _indicator(i: IndicatorFound, registries: Registries) -> IndicatorAnswer:
    index = registries.indices[i.index]
    return IndicatorAnswer(
        province=_name(i.province, registries),
        index=index.name,
        year=i.year,
        measure=index.measures[i.measure].name,
        rank=i.rank,
        of=i.of,
        score=i.score,
        rank_change=i.rank_change,
        start=i.start,
        end=i.end,
    )


def _event(e: EventFound, registries: Registries) -> EventAnswer:
    return EventAnswer(
        name=e.name,
        kind=e.kind,
        date=e.date,
        recurs=e.recurs,
        provinces=_names(e.provinces, registries),
        theme=e.theme,
        place=e.place,
        status=e.status.value if e.status else None,
        inferred=e.basis is Basis.INFERRED,
        start=e.start,
        end=e.end,
    )


def _figure(f: FigureFound, registries: Registries) -> FigureAnswer:
    return FigureAnswer(
        province=_name(f.province, registries),
        label=f.label,
        value=f.value,
        unit=f.unit,
        period=f.period,
        qualifier=f.qualifier,
        text=figure_words(f),
        start=f.start,
        end=f.end,
    )


def _top(i: IndicatorFound, registries: Registries) -> FigureAnswer:
    assert i.top is not None
    text = top_words(i, registries)
    return FigureAnswer(
        province=_name(i.province, registries),
        label=text,
        value=i.top,
        unit=None,
        period=str(i.year) if i.year else None,
        qualifier=None,
        text=text,
        start=i.start,
        end=i.end,
    )


def _diagnostic(d: Diagnostic) -> DiagnosticAnswer:
    return DiagnosticAnswer(code=d.code, severity=d.severity.value, message=d.message, hint=d.hint)
