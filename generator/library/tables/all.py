"""Every table of the open data, in the order readers meet them."""

from __future__ import annotations

from generator.library.tables import (
    articles,
    claim_provinces,
    documents,
    events,
    measured,
    platforms,
    registers,
    retractions,
)
from generator.library.tables.table import AnyTable

TABLES: tuple[AnyTable, ...] = (
    articles.ARTICLES,
    articles.PARAGRAPHS,
    articles.ARTICLE_PROVINCES,
    articles.ARTICLE_TOPICS,
    retractions.RETRACTIONS,
    events.EVENTS,
    events.EVENT_CLAIMS,
    claim_provinces.EVENT_CLAIM_PROVINCES,
    documents.DOCUMENTS,
    documents.DOCUMENT_CLAIMS,
    measured.INDICATORS,
    measured.TARGETS,
    platforms.PLATFORMS,
    platforms.PLATFORM_CLAIMS,
    claim_provinces.PLATFORM_CLAIM_PROVINCES,
    measured.FIGURES,
    measured.PLACES,
    events.SERIES_YEARS,
    registers.PROVINCES,
    registers.UNITS,
    events.SERIES,
    registers.TOPICS,
    registers.INDICES,
    registers.MEASURES,
    registers.RANKING_TABLES,
    registers.INDEX_YEARS,
    registers.PUBLISHERS,
)
