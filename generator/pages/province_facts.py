"""Figures, places and facts of the whole country as a province's pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.model import DocumentClaim, EventClaim, Fact, Figure, Place, PlatformClaim
from generator.pages.article_facts import figure_text
from generator.pages.page import Ref
from generator.pages.refs import document_ref, event_ref, mark, period_text, series_ref, unit_label


def figure_view(library: Library, figure: Figure) -> dict[str, Any]:
    """A figure, with the unit it is of."""
    return {
        "label": figure.label,
        "value": figure_text(figure),
        "period": period_text(figure.period),
        "unit": _label(library, figure.province),
        "note": figure.note,
        "mark": mark(library, figure),
    }


def place_view(library: Library, place: Place) -> dict[str, Any]:
    """A place below the province, with the unit it is in."""
    return {
        "name": place.name,
        "within": place.within,
        "unit": _label(library, place.province),
        "note": place.note,
        "mark": mark(library, place),
    }


def national_groups(library: Library, facts: Sequence[Fact]) -> list[dict[str, Any]]:
    """Facts of the whole country by what they tell of: context, not the province's own doing."""
    groups: dict[Ref, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(_national_ref(library, fact), []).append(fact)
    return [{"title": ref, "marks": [mark(library, f) for f in told]} for ref, told in groups.items()]


def _national_ref(library: Library, fact: Fact) -> Ref:
    if isinstance(fact, EventClaim):
        return event_ref(library, fact.id) if fact.id else series_ref(library, fact.series or "")
    if isinstance(fact, DocumentClaim):
        return document_ref(library, fact.id)
    if isinstance(fact, PlatformClaim):
        return Ref(fact.name, addresses.platform(fact.id))
    assert isinstance(fact, Figure)
    return Ref(f"{fact.label}: {figure_text(fact)}", None)


def _label(library: Library, unit_id: str | None) -> str:
    return unit_label(library, library.registries.units[unit_id]) if unit_id else ""
