"""Our own sentence patterns for what was found: for the draft's body, the answer and the summary in the terminal."""

from __future__ import annotations

from generator import edtf
from generator.ingest.found import (
    DocumentFound,
    EventFound,
    FigureFound,
    IndicatorFound,
    PlaceFound,
    PlatformFound,
    TargetFound,
)
from generator.model import Indicator, Status
from generator.pages.indicator_words import indicator_text
from generator.registry import Registries
from generator.text import number_vi, upper_first
from generator.vocabulary import PLATFORM_KINDS


def _when_words(date: str | None) -> str:
    """An EDTF date in words, with „ngày" before days and „giai đoạn" before a span of years; empty where unknown."""
    if date is None:
        return ""
    words = edtf.date_vi(edtf.parse(date))
    if not words[0].isdigit():
        return words
    return f"ngày {words}" if "/" in words else f"giai đoạn {words}"


def event_words(e: EventFound) -> str:
    """An event as one sentence without its full stop."""
    times = [_when_words(e.date), "theo kế hoạch" if e.status is Status.ANNOUNCED else ""]
    if e.recurs:
        times.append(edtf.recurring_vi(*edtf.parse_recurring(e.recurs)))
    head = ", ".join(filter(None, times))
    theme = f", chủ đề “{e.theme}”" if e.theme else ""
    place = f", tại {e.place}" if e.place else ""
    return upper_first(f"{head}: {e.name}{theme}{place}" if head else f"{e.name}{theme}{place}")


def document_words(d: DocumentFound) -> str:
    """A legal document as one sentence without its full stop."""
    parts = [d.kind, d.number or "(không rõ số)"]
    parts += [_when_words(d.date)] if d.date else []
    parts += [f"của {d.issuer}"] if d.issuer else []
    return " ".join(parts) + (f": {d.subject}" if d.subject else "")


def indicator_words(i: IndicatorFound, registries: Registries) -> str:
    """A rank or score as one sentence without its full stop."""
    index = registries.indices[i.index]
    where = registries.provinces[i.province].name if i.province else "cả nước"
    year = f" năm {i.year}" if i.year else ""
    claim = Indicator(
        article="",
        index=0,
        at=1,
        province=None,
        index_id=i.index,
        year=i.year,
        measure=i.measure,
        rank=i.rank,
        of=i.of,
        top=i.top,
        score=i.score,
        scale=i.scale,
        rank_change=i.rank_change,
    )
    return upper_first(f"{where}, {index.name}{year}, {index.measures[i.measure].name}: {indicator_text(claim)}")


def top_words(i: IndicatorFound, registries: Registries) -> str:
    """„In the top so many" as a phrase: nhân lực số trong tốp 20 (DTI 2021)."""
    index = registries.indices[i.index]
    source = f"{index.name} {i.year}" if i.year else index.name
    return f"{index.measures[i.measure].name} trong tốp {i.top} ({source})"


def target_words(t: TargetFound, registries: Registries) -> str:
    """A target as one sentence without its full stop."""
    who = registries.provinces[t.province].name if t.province else "cả nước"
    by = f" đến {edtf.date_vi(edtf.parse(t.by))}" if t.by else ""
    return upper_first(f"{who} đặt mục tiêu{by}: {t.text}")


def figure_words(f: FigureFound) -> str:
    """A figure as a phrase: tỉ lệ hồ sơ trực tuyến: 93,6% (tháng 1–9/2022)."""
    qualifier = f"{f.qualifier} " if f.qualifier else ""
    unit = f.unit or ""
    gap = "" if unit == "%" or not unit else " "
    period = f" ({edtf.date_vi(edtf.parse(f.period))})" if f.period else ""
    return f"{f.label}: {qualifier}{number_vi(f.value)}{gap}{unit}{period}"


def platform_words(p: PlatformFound) -> str:
    """A platform and its kind: VNPT iLIS (hệ thống)."""
    return f"{p.name} ({PLATFORM_KINDS[p.kind]})"


def place_words(p: PlaceFound) -> str:
    """A place with what it lies in: xã Vi Hương (huyện Bạch Thông)."""
    return f"{p.name} ({p.within})" if p.within else p.name
