"""Short ways to make articles and claims."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.edtf import Edtf, parse
from generator.model import Article, Basis, DocumentClaim, EventClaim, Indicator, Review, Status
from generator.registry import Registries
from generator.sources.registries import load_registries
from tests.project import ROOT


def real_registries() -> Registries:
    """The registries of site_config."""
    registries, _ = load_registries(ROOT)
    assert registries is not None
    return registries


def when(text: str | None) -> Edtf | None:
    return parse(text) if text else None


def event(
    article: str,
    on: str | None = None,
    *,
    id: str | None = "su-kien",
    status: Status | None = None,
    provinces: tuple[str, ...] = (),
    **values: Any,
) -> EventClaim:
    values = {"name": "Sự kiện", "kind": "meeting", **values}
    return EventClaim(
        article=article, index=0, at=1, id=id, date=when(on), status=status, provinces=provinces, **values
    )


def document(article: str, on: str | None = None, *, number: str | None = None, **values: Any) -> DocumentClaim:
    values = {"kind": None, "issuer": None, "subject": None, **values}
    return DocumentClaim(article=article, index=0, at=1, id="van-ban", number=number, date=when(on), **values)


def indicator(article: str, **values: Any) -> Indicator:
    defaults: dict[str, Any] = {
        "province": "bac-kan",
        "index_id": "dti",
        "year": 2021,
        "measure": "tong-the",
        "table": "63",
    }
    return Indicator(article=article, index=0, at=1, **(defaults | values))


def article(slug: str, published: str | None = None, **values: Any) -> Article:
    defaults: dict[str, Any] = {
        "title": slug,
        "heading": None,
        "published": when(published),
        "published_time": None,
        "published_basis": Basis.STATED,
        "published_reason": None,
        "publisher": None,
        "url": None,
        "authors": (),
        "review": Review.APPROVED,
        "added": date(2026, 11, 1),
        "changes": (),
        "former_slugs": (),
        "subjects": (),
        "mentions": (),
        "paragraphs": ("Một đoạn.",),
        "note": None,
        "editor_note": None,
    }
    return Article(slug=slug, **(defaults | values))
