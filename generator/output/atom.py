"""A feed as an XML document (RFC 4287)."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from xml.etree import ElementTree as ET

from generator.library.addresses import site_path
from generator.output.plain_text import one_line

NAMESPACE = "http://www.w3.org/2005/Atom"

_NOT_AN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_URI_SIGNS = "%/:?@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """What an entry is filed under: a key within a scheme, and its name."""

    scheme: str
    term: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry; `page` is its page of the portal, `via` the original, `published` an RFC 3339 instant."""

    id: str
    page: str
    title: str
    updated: date
    summary: str
    published: str | None = None
    via: str | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, offered by a page; its publisher is the author of what names no other."""

    id: str
    page: str
    title: str
    subtitle: str
    publisher: str
    updated: date
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the feed stands in the site, and the site's address ("": not known, links are relative to the feed)."""

    feed: str
    address: str

    def of_page(self, page: str) -> str:
        """The address of a page of the portal."""
        return self.of(site_path(page)[1:])

    def of(self, path: str) -> str:
        """The address of a path from the site's root."""
        if self.address:
            return self.address + path
        relative = posixpath.relpath(f"/{path}", posixpath.dirname(f"/{self.feed}"))
        return f"{relative}/" if path.endswith("/") or not path else relative


def write_feed(feed: Feed, places: Places) -> str:
    """The document as text, to be stored in UTF-8."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "vi"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", instant(feed.updated))
    _link(root, "self", places.of(places.feed), type="application/atom+xml")
    _link(root, "alternate", places.of_page(feed.page), type="text/html")
    author = ET.SubElement(root, "author")
    _text(author, "name", feed.publisher)
    if places.address:
        _text(author, "uri", places.address)
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry, places)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(element: ET.Element, entry: Entry, places: Places) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _link(element, "alternate", places.of_page(entry.page), type="text/html")
    if entry.via:
        _link(element, "via", uri(entry.via))
    if entry.published:
        _text(element, "published", entry.published)
    _text(element, "updated", instant(entry.updated))
    for name in entry.authors:
        _text(ET.SubElement(element, "author"), "name", name)
    for category in entry.categories:
        values = {"scheme": category.scheme, "term": category.term, "label": one_line(category.label)}
        ET.SubElement(element, "category", values)
    _text(element, "summary", entry.summary)


def instant(day: date, time: str = "00:00") -> str:
    """A time of a day in Vietnam as an RFC 3339 instant."""
    return f"{day.isoformat()}T{time}:00+07:00"


def uri(address: str) -> str:
    """An address checked on loading as a URI (RFC 3986): what may not stand in one is percent-encoded."""
    before, mark, fragment = _NOT_AN_ESCAPE.sub("%25", address).partition("#")
    return quote(before, safe=_URI_SIGNS) + mark + quote(fragment, safe=_URI_SIGNS)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = one_line(text)


def _link(parent: ET.Element, rel: str, href: str, **more: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, **more, "href": href})
