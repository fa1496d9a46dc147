"""Pages of articles, and their list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.neighbours import related
from generator.model import Article, Basis, Review
from generator.pages.abbreviations import first_uses
from generator.pages.article_facts import article_facts
from generator.pages.page import Page
from generator.pages.refs import (
    article_ref,
    contradiction_view,
    published_text,
    publisher_name,
    unit_refs,
)
from generator.text import reading_minutes
from generator.vocabulary import BASIS_VI


def article_pages(library: Library) -> Iterable[Page]:
    """A page for each article, and the list of all."""
    yield _list_page(library)
    for article in library.articles.values():
        yield _article_page(library, article)


def _article_page(library: Library, article: Article) -> Page:
    spelled_out = first_uses(article.paragraphs, library.registries.site.abbreviations)
    return Page(
        path=addresses.article(article.slug),
        template="article.md.jinja",
        title=article.display_title,
        description=_description(article),
        changed=article.updated,
        view={
            "article": article,
            "draft": article.review is Review.DRAFT,
            "own_heading": article.title is None,
            "publisher": publisher_name(library, article),
            "published": date_vi(article.published) if article.published else "",
            "published_basis": "" if article.published_basis is Basis.STATED else BASIS_VI[article.published_basis],
            "subjects": unit_refs(library, article.subjects),
            "mentions": unit_refs(library, article.mentions),
            "minutes": reading_minutes(article.paragraphs),
            "paragraphs": list(zip(article.paragraphs, spelled_out, strict=True)),
            "facts": article_facts(library, article),
            "contradictions_list": [
                contradiction_view(library, c) for c in library.contradictions_in.get(article.slug, ())
            ],
            "related": [article_ref(library, slug) for slug in related(library, article)],
            "changes": sorted(article.changes, key=lambda c: c.date, reverse=True),
        },
    )


def _description(article: Article) -> str:
    first = article.paragraphs[0]
    return first if len(first) <= 160 else first[:157].rsplit(" ", 1)[0] + "…"


def _list_page(library: Library) -> Page:
    by_year: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for article in reversed(list(library.articles.values())):
        year = str(article.published.year) if article.published else "Chưa rõ ngày đăng"
        by_year[year].append(article_item(library, article))
    unknown = by_year.pop("Chưa rõ ngày đăng", [])
    groups = list(by_year.items()) + ([("Chưa rõ ngày đăng", unknown)] if unknown else [])
    return Page(
        path=addresses.ARTICLES,
        template="articles.md.jinja",
        title="Bài viết",
        description=f"{len(library.articles)} bài báo, trang tin về chuyển đổi số địa phương, xếp theo năm đăng.",
        changed=library.content_date,
        view={"groups": groups, "count": len(library.articles)},
    )


def article_item(library: Library, article: Article) -> dict[str, Any]:
    """An article as an item of a list."""
    return {
        "title": article_ref(library, article.slug),
        "publisher": publisher_name(library, article),
        "published": published_text(article),
        "subjects": unit_refs(library, article.subjects),
        "draft": article.review is Review.DRAFT,
    }
