"""Pages of platforms (nền tảng)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Platform
from generator.model import PlatformClaim
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import some_marks, told_by, unit_refs
from generator.text import number_vi
from generator.vocabulary import PLATFORM_KINDS

MOST_PROVINCES = 12
"""How many provinces an item of a list names; the page of the platform has all."""


def platform_pages(library: Library, key: str) -> Iterable[Plan]:
    """The pages of a platform: its own, and those of what is told of it where that is much."""
    for listed in list_pages(addresses.platform(key), library.shelf(f"platform/{key}")):
        yield _claims_page(library, key, listed) if listed.title else _platform_page(library, key, listed)


@page_at(lambda library, key, listed: listed.path)
def _platform_page(library: Library, key: str, listed: ListPage) -> Page:
    """The page of a platform, its claims in the order of publication; where they are many, the newest."""
    platform = library.platforms[key]
    kind = PLATFORM_KINDS[platform.kind]
    provinces = unit_refs(library, platform.provinces)
    where = ", ".join(r.text for r in provinces) or "không nêu riêng tỉnh, thành nào"
    shelf = library.shelf(f"platform/{key}")
    slugs = shown_keys(listed, shelf) if listed.ways else list(dict.fromkeys(c.article for c in platform.claims))
    return Page(
        path=listed.path,
        template="platform.md.jinja",
        title=platform.name,
        description=f"{platform.name}: {kind}, {where}; {number_vi(listed.count)} bài nói tới.",
        changed=max(library.cards[slug].updated for slug in slugs),
        view={
            "kind": kind,
            "provinces": provinces,
            "claims": [claim for slug in slugs for claim in _claims(library, key, slug)],
            "list": list_view(listed, shelf, Ref(platform.name, listed.path), lambda slug: slug),
        },
    )


@page_at(lambda library, key, listed: listed.path)
def _claims_page(library: Library, key: str, listed: ListPage) -> Page:
    """What is told of a platform in a time, the newest first."""
    name = library.platforms[key].name
    shelf = library.shelf(f"platform/{key}")
    slugs = shown_keys(listed, shelf)
    return Page(
        path=listed.path,
        template="platform_claims.md.jinja",
        title=list_title(name, listed),
        description=f"{name}: {number_vi(listed.count)} bài nói tới, {listed.title}.",
        changed=max((library.cards[slug].updated for slug in slugs), default=None),
        view={
            "claims": [claim for slug in slugs for claim in _claims(library, key, slug)],
            "list": list_view(listed, shelf, Ref(name, addresses.platform(key)), lambda slug: slug),
        },
    )


def _claims(library: Library, key: str, slug: str) -> Iterable[dict[str, Any]]:
    """What an article tells of a platform."""
    return (_claim_view(library, claim) for claim in library.articles[slug].platforms if claim.id == key)


def _claim_view(library: Library, claim: PlatformClaim) -> dict[str, Any]:
    return {
        **told_by(library, claim),
        "name": claim.name,
        "kind": PLATFORM_KINDS[claim.kind],
        "provinces": unit_refs(library, claim.provinces),
        "text": library.articles[claim.article].paragraphs[claim.at - 1],
    }


def platform_item(library: Library, platform: Platform) -> dict[str, Any]:
    """A platform as an item of a list."""
    page = addresses.platform(platform.id)
    shown, more = some_marks(library, platform.claims, page)
    return {
        "title": Ref(platform.name, page),
        "kind": PLATFORM_KINDS[platform.kind],
        "provinces": some_units(library, platform.provinces, page),
        "marks": shown,
        "more": more,
    }


def some_units(library: Library, units: tuple[str, ...], page: str) -> list[Ref]:
    """Links to provinces; of many the first, and one to the page that has all."""
    refs = unit_refs(library, units)
    left = len(refs) - MOST_PROVINCES
    return [*refs[:MOST_PROVINCES], Ref(f"và {left} tỉnh, thành khác", page)] if left > 1 else refs
