"""What articles tell of an event, and the pages of it where it is much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.entities import status_of
from generator.library.library import Library
from generator.model import EventClaim, Status
from generator.pages.article_facts import recurring_text
from generator.pages.list_pages import ListPage
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Page, Ref, page_at
from generator.pages.refs import told_by, unit_refs
from generator.text import number_vi


@page_at(lambda library, key, listed: listed.path)
def event_claims_page(library: Library, key: str, listed: ListPage) -> Page:
    """What is told of an event in a time, the newest first."""
    name, shelf = library.events[key].name, library.shelf(f"event/{key}")
    slugs = shown_keys(listed, shelf)
    return Page(
        path=listed.path,
        template="event_claims.md.jinja",
        title=list_title(name, listed),
        description=f"{name}: {number_vi(listed.count)} bài kể gì, theo nguồn nào, {listed.title}.",
        changed=max((library.cards[slug].updated for slug in slugs), default=None),
        view={
            "claims": [claim for slug in slugs for claim in event_claims(library, key, slug)],
            "list": list_view(listed, shelf, Ref(name, addresses.event(key)), lambda slug: slug),
        },
    )


def event_claims(library: Library, key: str, slug: str) -> Iterator[dict[str, Any]]:
    """What an article tells of an event."""
    return (claim_view(library, claim) for claim in library.articles[slug].events if claim.id == key)


def claim_view(library: Library, claim: EventClaim) -> dict[str, Any]:
    """What one article tells of an event."""
    return {
        **told_by(library, claim),
        "name": claim.name,
        "date": date_vi(claim.date) if claim.date else "",
        "recurs": recurring_text(claim.recurs),
        "announced": status_of(claim, library.articles[claim.article]) is Status.ANNOUNCED,
        "theme": claim.theme,
        "place": claim.place,
        "provinces": unit_refs(library, claim.provinces),
    }
