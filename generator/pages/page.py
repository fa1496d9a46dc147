"""A page before rendering, and the small pieces that pages are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a page of the portal, or (page None) only its text."""

    text: str
    page: str | None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark behind a fact: the article paragraph that tells it, and how it is known when not plainly told."""

    publisher: str
    article: str
    paragraph: int
    basis: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Markdown page: where it stands, which template places which view, and the day its content last changed."""

    path: str
    template: str
    title: str
    description: str
    view: Mapping[str, Any]
    changed: date | None = None
    front_matter: Mapping[str, Any] = field(default_factory=dict)
