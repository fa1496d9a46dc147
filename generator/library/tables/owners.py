"""Who the rows of the tables belong to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library.library import Library
from generator.library.retraction import retracted_articles
from generator.library.tables.table import Owners


def telling(library: Library) -> Iterator[str]:
    """The articles that are not retracted."""
    return (slug for slug, article in library.articles.items() if article.retracted is None)


ARTICLE_OWNERS = Owners("bài", "articles", "data/articles", telling, 150)
EVENT_OWNERS = Owners("sự kiện", "events", "data/events", lambda library: library.events, 500)
DOCUMENT_OWNERS = Owners("văn bản", "documents", "data/documents", lambda library: library.documents, 500)
PLATFORM_OWNERS = Owners("nền tảng", "platforms", "data/platforms", lambda library: library.platforms, 500)
RETRACTION_OWNERS = Owners("bài đã rút", "retracted articles", "retracted", retracted_articles, 500)

OWNERS = (ARTICLE_OWNERS, EVENT_OWNERS, DOCUMENT_OWNERS, PLATFORM_OWNERS, RETRACTION_OWNERS)
