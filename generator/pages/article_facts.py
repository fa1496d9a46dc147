"""An article's facts as lines: what, in which words, which provinces, and the paragraph that tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.edtf import date_vi, parse_recurring, recurring_vi
from generator.library import addresses
from generator.library.entities import status_of
from generator.library.library import Library
from generator.model import (
    Article,
    DocumentClaim,
    EventClaim,
    Fact,
    Figure,
    Indicator,
    Place,
    PlatformClaim,
    Status,
    Target,
)
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Ref
from generator.pages.rankings import SCOPE_VI
from generator.pages.refs import mark, period_text, series_ref, unit_label, unit_refs
from generator.pages.target_places import target_ref
from generator.text import number_vi
from generator.vocabulary import EVENT_KINDS, PLATFORM_KINDS


def article_facts(library: Library, article: Article) -> list[dict[str, Any]]:
    """The article's facts in groups, each a line of text with links and its paragraph."""
    groups = [
        ("Sự kiện", [_event_row(library, e) for e in article.events]),
        ("Văn bản", [_document_row(library, d) for d in article.documents]),
        ("Xếp hạng, điểm số", [_indicator_row(library, i) for i in article.indicators]),
        ("Mục tiêu", [_target_row(library, t) for t in article.targets]),
        ("Nền tảng", [_platform_row(library, p) for p in article.platforms]),
        ("Số liệu", [_figure_row(library, f) for f in article.figures]),
        ("Địa danh", [_place_row(library, p) for p in article.places]),
        (
            "Chủ đề",
            [
                _row(library, t, Ref(library.registries.topics[t.topic].name, addresses.topic(t.topic)))
                for t in article.topics
            ],
        ),
    ]
    return [{"name": name, "rows": rows} for name, rows in groups if rows]


def _row(
    library: Library, fact: Fact, what: Ref, details: Iterable[str] = (), provinces: Iterable[str] = ()
) -> dict[str, Any]:
    return {
        "what": what,
        "details": [d for d in details if d],
        "provinces": unit_refs(library, provinces),
        "mark": mark(library, fact),
        "note": fact.note,
    }


def _event_row(library: Library, claim: EventClaim) -> dict[str, Any]:
    if claim.id:
        what = Ref(claim.name, addresses.event(claim.id))
    else:
        assert claim.series is not None
        what = Ref(claim.name, series_ref(library, claim.series).page)
    details = [
        EVENT_KINDS[claim.kind],
        date_vi(claim.date) if claim.date else "" if claim.recurs else "chưa rõ ngày",
        recurring_text(claim.recurs),
        "theo kế hoạch" if status_of(claim, library.articles[claim.article]) is Status.ANNOUNCED else "",
        f"chủ đề “{claim.theme}”" if claim.theme else "",
        f"tại {claim.place}" if claim.place else "",
        f"thuộc {library.events[claim.part_of].name}" if claim.part_of and claim.part_of in library.events else "",
        "cấp quốc gia" if not claim.provinces else "",
    ]
    return _row(library, claim, what, details, claim.provinces)


def recurring_text(recurs: str | None) -> str:
    """„ngày 10/10 hằng năm" for „--10-10"."""
    return recurring_vi(*parse_recurring(recurs)) if recurs else ""


def _document_row(library: Library, claim: DocumentClaim) -> dict[str, Any]:
    text = " ".join(p for p in (claim.kind or "Văn bản", claim.number) if p)
    what = Ref(text if claim.number else f"{text} (chưa rõ số)", addresses.document(claim.id))
    date_text = f"ngày {date_vi(claim.date)}" if claim.date else "chưa rõ ngày"
    details = [date_text, claim.issuer or "chưa rõ nơi ban hành", claim.subject or ""]
    return _row(library, claim, what, details, (claim.province,) if claim.province else ())


def _indicator_row(library: Library, i: Indicator) -> dict[str, Any]:
    index = library.registries.indices[i.index_id]
    year = f" {i.year}" if i.year else " (chưa rõ năm)"
    page = addresses.index_year(index.id, i.year) if i.year else addresses.index(index.id)
    table = ""
    if i.year and i.table and len(index.years[i.year].tables) > 1:
        table = index.tables[i.table].name + (" (bảng suy ra từ văn cảnh)" if i.table_inferred else "")
    unit = library.registries.units[i.province] if i.province else None
    who = unit_label(library, unit) if unit else SCOPE_VI[index.level]
    text = indicator_text(i) if unit and who == unit.name else f"{who}: {indicator_text(i)}"
    what = Ref(f"{index.name}{year}, {index.measures[i.measure].name}", page)
    return _row(library, i, what, [text, table], (i.province,) if i.province else ())


def _target_row(library: Library, t: Target) -> dict[str, Any]:
    by = f"đến {date_vi(t.by)}" if t.by else "chưa nêu hạn"
    return _row(library, t, target_ref(library, t), [by], (t.province,) if t.province else ())


def _platform_row(library: Library, p: PlatformClaim) -> dict[str, Any]:
    return _row(library, p, Ref(p.name, addresses.platform(p.id)), [PLATFORM_KINDS[p.kind]], p.provinces)


def figure_text(f: Figure) -> str:
    """A figure's value with qualifier and unit: hơn 70.000 lượt."""
    value = f"{number_vi(f.value)}{'' if f.unit == '%' else ' '}{f.unit}" if f.unit else number_vi(f.value)
    return f"{f.qualifier} {value}" if f.qualifier else value


def _figure_row(library: Library, f: Figure) -> dict[str, Any]:
    return _row(
        library,
        f,
        Ref(f.label, None),
        [figure_text(f), period_text(f.period)],
        (f.province,) if f.province else (),
    )


def _place_row(library: Library, p: Place) -> dict[str, Any]:
    return _row(library, p, Ref(p.name, None), [p.within or ""], (p.province,) if p.province else ())
