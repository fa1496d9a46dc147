"""Pages of articles, and their list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.library import Library
from generator.library.neighbours import related
from generator.model import Article, Basis, Review
from generator.pages.abbreviations import first_uses
from generator.pages.article_facts import article_facts
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import (
    article_ref,
    contradiction_view,
    published_text,
    publisher_name,
    unit_refs,
)
from generator.pages.retraction import notice_page
from generator.text import number_vi, reading_minutes
from generator.vocabulary import BASIS_VI

_NAME = "Bài viết"
_UNDATED = "chưa rõ ngày đăng"


def article_list_pages(library: Library) -> Iterable[Plan]:
    """The list of all articles, cut where it is long."""
    for listed in list_pages(addresses.ARTICLES, library.shelf("articles")):
        yield _list_page(library, listed)


def article_pages(library: Library, slug: str) -> Iterable[Plan]:
    """The page of an article, or the notice that it was retracted."""
    yield _article_page(library, slug)


@page_at(lambda library, slug: addresses.article(slug))
def _article_page(library: Library, slug: str) -> Page:
    article = library.articles[slug]
    if article.retracted:
        return notice_page(library, article, article.retracted)
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


@page_at(lambda library, listed: listed.path)
def _list_page(library: Library, listed: ListPage) -> Page:
    shelf = library.shelf("articles")
    updated = (library.cards[slug].updated for slug in shown_keys(listed, shelf))
    return Page(
        path=listed.path,
        template="articles.md.jinja",
        title=list_title(_NAME, listed),
        description=f"{number_vi(listed.count)} bài báo, trang tin về chuyển đổi số địa phương, "
        f"{listed.title or 'xếp theo năm đăng'}.",
        changed=max(updated, default=None) if listed.title else library.content_date,
        view={
            "list": list_view(
                listed, shelf, Ref(_NAME, addresses.ARTICLES), partial(article_item, library), unknown=_UNDATED
            ),
        },
    )


def article_item(library: Library, slug: str) -> dict[str, Any]:
    """An article as an item of a list."""
    article = library.cards[slug]
    return {
        "title": article_ref(library, slug),
        "publisher": publisher_name(library, article),
        "published": published_text(article),
        "subjects": unit_refs(library, article.subjects),
        "draft": article.draft,
    }
