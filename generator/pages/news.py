"""„Có gì mới": what was added to the library or changed in it, by day, from the articles' own records."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from generator.edtf import day_vi
from generator.library import addresses
from generator.library.library import Library
from generator.model import Article
from generator.pages.articles import article_item
from generator.pages.page import Page
from generator.pages.refs import article_ref

_LISTED = 300


def news_page(library: Library) -> Page:
    """The days on which articles were added or changed, newest first; past 300 items only the counts."""
    added: dict[date, list[Article]] = defaultdict(list)
    changed: dict[date, list[tuple[Article, str]]] = defaultdict(list)
    for article in reversed(list(library.articles.values())):
        added[article.added].append(article)
        for change in article.changes:
            changed[change.date].append((article, change.text))
    days: list[dict[str, Any]] = []
    listed = 0
    for day in sorted({*added, *changed}, reverse=True):
        items = [article_item(library, article) for article in added.get(day, ())]
        changes = [(article_ref(library, article.slug), text) for article, text in changed.get(day, ())]
        days.append(
            {
                "date": day_vi(day),
                "anchor": f"ngay-{day.isoformat()}",
                "added": items,
                "changes": changes,
                "listed": listed < _LISTED,
            }
        )
        listed += len(items) + len(changes)
    return Page(
        path=addresses.NEWS,
        template="news.md.jinja",
        title="Có gì mới",
        description="Những bài mới vào thư viện và những chỗ đã sửa, theo ngày, mới nhất trước.",
        changed=library.content_date,
        view={"days": days},
    )
