"""Pages that lead from an address that once was to the one that is."""

from __future__ import annotations

import html
import posixpath

from generator.library import addresses
from generator.library.library import Library


def redirect_files(library: Library) -> dict[str, str]:
    """One small HTML file for each former address, by path."""
    pairs: list[tuple[str, str, str]] = []
    for article in library.articles.values():
        pairs += [
            (addresses.article(old), addresses.article(article.slug), article.display_title)
            for old in article.former_slugs
        ]
    for event in library.events.values():
        pairs += [(addresses.event(old), addresses.event(event.id), event.name) for old in event.former_slugs]
    for series in library.registries.series.values():
        pairs += [(addresses.event(old), addresses.event(series.id), series.name) for old in series.former_slugs]
    for name in library.registries.provinces.values():
        pairs += [(addresses.province(old), addresses.province(name.slug), name.name) for old in name.former_slugs]
    return {_html_path(old): _redirect(old, new, title) for old, new, title in pairs}


def _html_path(page: str) -> str:
    return page.removesuffix(".md") + "/index.html"


def _redirect(old: str, new: str, title: str) -> str:
    folder = old.removesuffix(".md")
    target = posixpath.relpath(new.removesuffix(".md"), folder) + "/"
    text = html.escape(title)
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>{text}</title>\n'
        f'<meta name="robots" content="noindex">\n<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<link rel="canonical" href="{target}">\n</head>\n'
        f'<body>\n<p>Trang này đã chuyển tới <a href="{target}">{text}</a>.</p>\n</body>\n</html>\n'
    )
