"""A page before rendering, and the small pieces that pages are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial, wraps
from typing import Any, ParamSpec

P = ParamSpec("P")


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

    @property
    def is_listed(self) -> bool:
        """Whether search engines are shown it: a page that asks not to be indexed stands in no sitemap."""
        return "robots" not in self.front_matter


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that can be made: where it stands, how it is made, and what from (`given`) beside what it reads."""

    path: str
    make: Callable[[], Page]
    given: tuple[Any, ...] = ()


def page_at(path: str | Callable[..., str]) -> Callable[[Callable[P, Page]], Callable[P, Plan]]:
    """Turns a function that makes a page into one that plans it; its first argument is the library."""

    def planner(make: Callable[P, Page]) -> Callable[P, Plan]:
        @wraps(make)
        def plan(*args: P.args, **kwargs: P.kwargs) -> Plan:
            place = path if isinstance(path, str) else path(*args, **kwargs)
            return Plan(place, partial(make, *args, **kwargs), (*args[1:], *kwargs.values()))

        return plan

    return planner
