"""Who the rows of the tables belong to."""

from __future__ import annotations

from generator.library.tables.table import Owners

ARTICLE_OWNERS = Owners("bài", "articles", "data/articles", lambda library: library.articles, 150)
EVENT_OWNERS = Owners("sự kiện", "events", "data/events", lambda library: library.events, 500)
DOCUMENT_OWNERS = Owners("văn bản", "documents", "data/documents", lambda library: library.documents, 500)
PLATFORM_OWNERS = Owners("nền tảng", "platforms", "data/platforms", lambda library: library.platforms, 500)

OWNERS = (ARTICLE_OWNERS, EVENT_OWNERS, DOCUMENT_OWNERS, PLATFORM_OWNERS)
