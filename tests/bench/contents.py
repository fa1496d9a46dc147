"""What a built site holds, so that engines are compared over the same pages and words; and whether two sites agree."""

from __future__ import annotations

import filecmp
import html
import re
from dataclasses import dataclass
from pathlib import Path

_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_NOT_READ = re.compile(r"<(nav|script|style|svg|select)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|small|span|strong|sub|sup)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Contents:
    """The HTML pages of a site, the words of their articles, and all its bytes."""

    pages: int
    words: int
    size: int


def contents(site: Path) -> Contents:
    """Count a built site."""
    pages = words = size = 0
    for path in _files(site):
        size += path.stat().st_size
        if path.suffix == ".html":
            pages += 1
            words += len(article_words(path.read_text(encoding="utf-8")))
    return Contents(pages, words, size)


def article_words(page: str) -> list[str]:
    """The words that a page's article shows; navigation and drawings are not among them."""
    shown = " ".join(_NOT_READ.sub(" ", found) for found in _ARTICLE.findall(page))
    return html.unescape(_TAG.sub(" ", _INLINE.sub("", shown))).split()


def differing(one: Path, other: Path) -> list[str]:
    """The paths that only one of two sites has, or that hold other bytes."""
    ours, theirs = ({path.relative_to(site).as_posix() for path in _files(site)} for site in (one, other))
    _, unequal, unread = filecmp.cmpfiles(one, other, ours & theirs, shallow=False)
    return sorted((ours ^ theirs) | {*unequal, *unread})


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
