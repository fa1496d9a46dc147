"""Identifiers that stay the same wherever the site stands: `tag:` URIs (RFC 4151) and UIDs of calendars (RFC 5545).

Both are minted by `feed_authority` of site_config/site.yml. What was renamed keeps that of its first name, so former
slugs stand oldest first.
"""

from __future__ import annotations

from datetime import date

from generator.library import addresses
from generator.library.library import Library
from generator.library.things import Event
from generator.model import Article
from generator.registry import ProvinceName, Series


def site_tag(library: Library) -> str:
    """The id of the site's feed."""
    return tag(library, "tin")


def province_tag(library: Library, name: ProvinceName) -> str:
    """The id of a province's feed."""
    return _page_tag(library, addresses.province(_first(name.former_slugs, name.slug)))


def event_tag(library: Library, event: Event | Series) -> str:
    """The id of an event as an entry, or of a series' feed."""
    return _page_tag(library, addresses.event(_first(event.former_slugs, event.id)))


def article_tag(library: Library, article: Article) -> str:
    """The id of an article as an entry."""
    return _page_tag(library, addresses.article(_first(article.former_slugs, article.slug)))


def tag(library: Library, specific: str) -> str:
    """A `tag:` URI of the portal."""
    return f"tag:{library.registries.site.feed_authority}:{specific}"


def event_uid(library: Library, event: Event | Series) -> str:
    """The UID of an event or of a yearly day (they share one space of ids)."""
    return f"{_first(event.former_slugs, event.id)}@{domain(library)}"


def domain(library: Library) -> str:
    """The domain that identifiers are minted under; the site may stand elsewhere."""
    return library.registries.site.feed_authority.partition(",")[0]


def minted_since(library: Library) -> date:
    """The day from which the identifiers are the portal's."""
    return date.fromisoformat(f"{library.registries.site.feed_authority.partition(',')[2]}-01-01"[:10])


def _page_tag(library: Library, page: str) -> str:
    return tag(library, page.removesuffix(".md"))


def _first(former: tuple[str, ...], now: str) -> str:
    return former[0] if former else now
