"""Pages that lead from an address that once was to the one that is."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator

from generator.library import addresses
from generator.library.library import Library
from generator.library.retraction import retracted_articles, vanished_pages

_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""Such a page loads nothing and runs nothing."""


def redirect_files(library: Library) -> dict[str, str]:
    """One small HTML file for each former address, by path; it looks at nothing but what was renamed or retracted."""
    return {_html_path(old): _redirect(old, new, title) for old, new, title in _moves(library)}


def _moves(library: Library) -> Iterator[tuple[str, str, str]]:
    for slug in library.shelf("renamed/articles").of(""):
        article = library.articles[slug]
        for old in article.former_slugs:
            yield addresses.article(old), addresses.article(slug), article.display_title
    yield from _to_notices(library)
    for key in library.shelf("renamed/events").of(""):
        event = library.events[key]
        for old in event.former_slugs:
            yield addresses.event(old), addresses.event(key), event.name
    for series in library.registries.series.values():
        for old in series.former_slugs:
            yield addresses.event(old), addresses.event(series.id), series.name
    for name in library.registries.provinces.values():
        for old in name.former_slugs:
            yield addresses.province(old), addresses.province(name.slug), name.name


def _to_notices(library: Library) -> Iterator[tuple[str, str, str]]:
    for slug in retracted_articles(library):
        article = library.articles[slug]
        for page in vanished_pages(library, article):
            yield page, addresses.article(slug), article.display_title


def _html_path(page: str) -> str:
    return page.removesuffix(".md") + "/index.html"


def _redirect(old: str, new: str, title: str) -> str:
    folder = old.removesuffix(".md")
    target = posixpath.relpath(new.removesuffix(".md"), folder) + "/"
    text = html.escape(title)
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<title>{text}</title>\n'
        f'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{target}">\n</head>\n'
        f'<body>\n<p>Trang này đã chuyển tới <a href="{target}">{text}</a>.</p>\n</body>\n</html>\n'
    )
