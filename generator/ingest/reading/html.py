"""HTML pages → the lines of their article; every other line of the page is handed on as left out.

Which text is the article is judged by trafilatura; its words are then looked up among the lines of the page, so that
bylines, dates, captions, list items and rows of tables stay lines of their own and nothing is lost without a trace.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from generator.ingest.found import PageMeta
from generator.ingest.reading.article_lines import ArticleLines, article_lines
from generator.ingest.reading.contents import Contents, Remark, Unreadable
from generator.ingest.reading.headline import is_same
from generator.ingest.reading.limits import MAX_PAGE_LINES, MAX_PAGE_TAGS
from generator.ingest.reading.line_words import names_in
from generator.ingest.reading.page_lines import Line, Page, page_lines
from generator.ingest.reading.page_meta import page_meta, persons
from generator.ingest.reading.plain import plain
from generator.text import number_vi

_UNREADABLE_BY_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NEVER_TEXT = ("script", "style", "template", "select", "textarea", "datalist")
_EMBEDDED = ("noscript", "svg", "canvas", "iframe", "object", "embed", "audio", "video", "map", "math", "input")
_MOST_EMBEDDED_CHARS = 300


def read_html(html: str, remarks: Iterable[Remark] = ()) -> Contents:
    """The article of a page; raises Unreadable where the page has no running text."""
    if (tags := html.count("<")) > MAX_PAGE_TAGS:
        raise Unreadable(
            "ingest-too-large", what=f"{number_vi(tags)} thẻ HTML", limit=f"{number_vi(MAX_PAGE_TAGS)} thẻ"
        )
    root = _tree(html)
    meta = page_meta(root, html)
    page = _lines(root)
    chosen = article_lines(page, _main_text(root, page.menus) if len(page.lines) <= MAX_PAGE_LINES else "", meta)
    if chosen is None:
        raise Unreadable("ingest-no-article")
    return Contents(
        text=_joined(chosen.kept),
        kind="html",
        meta=_with_shown(meta, chosen),
        left_out=_left_out(meta, chosen),
        remarks=tuple(remarks),
    )


def _tree(html: str) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    source = _UNREADABLE_BY_XML.sub("", html).encode("utf-8")
    try:
        return lxml_html.document_fromstring(source, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable("ingest-no-article") from error


def _lines(root: Any) -> Page:
    _strip_what_is_not_text(root)
    body = root.find("body")
    return page_lines(root if body is None else body)


def _strip_what_is_not_text(root: Any) -> None:
    """Takes scripts, drop-down lists and embedded objects out of a page.

    An object that holds more text than its fallback would is an unclosed tag that swallowed the page: its text stays.
    """
    etree.strip_elements(root, *_NEVER_TEXT, with_tail=False)
    swallowed = [e for e in root.iter(*_EMBEDDED) if sum(map(len, e.itertext())) > _MOST_EMBEDDED_CHARS]
    for element in swallowed:
        element.tag = "span"
    etree.strip_elements(root, *_EMBEDDED, with_tail=False)


def _main_text(root: Any, menus: Iterable[Any]) -> str:
    """The main text as trafilatura sees it in the page without its menus; nothing where it sees none."""
    from trafilatura.core import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for menu in menus:
        if menu.getparent() is not None:
            menu.drop_tree()
    try:
        document = bare_extraction(root, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # whatever a strange page sets off in the library, our own rule still chooses its lines
        return ""
    return (getattr(document, "text", None) or "") if document is not None else ""


def _joined(lines: list[Line]) -> str:
    """Paragraphs with an empty line between them, the rows of one table without."""
    parts: list[str] = []
    for number, line in enumerate(lines):
        if number:
            together = line.row_of is not None and line.row_of is lines[number - 1].row_of
            parts.append("\n" if together else "\n\n")
        parts.append(line.text)
    return "".join(parts)


def _with_shown(meta: PageMeta, chosen: ArticleLines) -> PageMeta:
    """The metadata with the title as the page shows it, and its authors where only its text has them."""
    bylines = (names_in(line.text) for line in chosen.kept if line.authored)
    authors = meta.authors or persons(name for name in bylines if name)
    return replace(meta, authors=authors, title=plain(chosen.title) if chosen.title else meta.title)


def _left_out(meta: PageMeta, chosen: ArticleLines) -> tuple[str, ...]:
    """The lines left out; first of them the page's title, where the article has another one: it may name the site."""
    lines = tuple(plain(line.text) for line in chosen.left_out)
    if meta.title is None or chosen.title is None or is_same(meta.title, chosen.title) or meta.title in lines:
        return lines
    return (meta.title, *lines)
