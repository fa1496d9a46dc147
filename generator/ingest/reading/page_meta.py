"""What a page says of itself: JSON-LD (schema.org), OpenGraph and other meta elements, the canonical link.

Sources: schema.org/NewsArticle, ogp.me, the HTML standard (time, link rel=canonical), Dublin Core in HTML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from html import unescape
from typing import Any

from generator.ingest.found import PageMeta
from generator.ingest.reading.plain import one_line
from generator.web_address import in_ascii

_ARTICLES = re.compile(r"Article|BlogPosting|Report$")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s>]{1,2000})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\A\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\s,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*\Z")
_NOT_A_PERSON = re.compile(
    r"@|https?:|www\.|\d|\A(?:admin\w*|administrator|editor|ban biên tập|btv|root|user)\Z"
    r"|\A(?:sở|bộ|ban|báo|cổng|trang|tạp chí|đài|ubnd|ủy ban|uỷ ban|tỉnh|thành phố|huyện|phòng|văn phòng|trung tâm"
    r"|cục|chi cục|công an|hội|liên minh|công ty|tập đoàn|đoàn|đảng|viện|trường)\s",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_AUTHORS_APART = re.compile(r"\s*[;,]\s*|\s+[-–—]\s+")
_VIETNAM = timezone(timedelta(hours=7))
_MAX_JSON_NODES = 5_000


def page_meta(root: Any, html: str) -> PageMeta:
    """The metadata of a page; `root` is its tree, `html` its source (for the mark of a browser that saved it)."""
    meta = _meta_elements(root)
    article, site = _article(root)
    site = meta.get("og:site_name") or site
    told = (_name(article.get("publisher")), site, meta.get("dc.publisher"))
    publisher = next((name for name in told if name and not _ADDRESS.match(name)), None)
    saved = _SAVED_FROM.search(html[:4000])
    return PageMeta(
        title=_title((article.get("headline"), meta.get("og:title"), meta.get("dc.title"), _head_title(root)), site),
        publisher=publisher,
        authors=_authors(article, meta, {p.casefold() for p in (publisher, site) if p}),
        published=_first_date(
            article.get("datePublished"),
            *(meta.get(name) for name in ("article:published_time", "datepublished", "pubdate", "dc.date.issued")),
            *_times(root, "datePublished"),
        ),
        modified=_first_date(article.get("dateModified"), meta.get("article:modified_time"), meta.get("datemodified")),
        url=_first_address(
            *(link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"),
            meta.get("og:url"),
            _address(article.get("mainEntityOfPage")),
            _address(article.get("url")),
            saved[1] if saved else None,
        ),
    )


def _meta_elements(root: Any) -> dict[str, str]:
    """Property, name or itemprop in lower case → content; the first one that is not empty counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := _text(element.get("content"))):
            found.setdefault(name.strip().lower(), content)
    return found


def _article(root: Any) -> tuple[dict[str, Any], str | None]:
    """The article that the page's JSON-LD describes, with who made it given by @id, and the site's name."""
    nodes = [node for script in root.iter("script") for node in _nodes(_json(script))]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    article = next((node for node in nodes if any(map(_ARTICLES.search, _kinds(node)))), {})
    site = next((name for node in nodes if "WebSite" in _kinds(node) and (name := _name(node))), None)
    return article | {key: _resolved(article[key], named) for key in ("author", "publisher") if key in article}, site


def _json(script: Any) -> Any:
    if "ld+json" not in (script.get("type") or "").lower():
        return None
    try:
        return json.loads((script.text or "").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _resolved(value: Any, named: Mapping[str, dict[str, Any]]) -> Any:
    """A value with what stands elsewhere under its @id; its own name comes first."""
    if isinstance(value, list):
        return [_resolved(v, named) for v in value]
    key = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return named.get(key, value) if isinstance(key, str) else value


def _nodes(parsed: Any) -> Iterator[dict[str, Any]]:
    waiting = [parsed]
    for _ in range(_MAX_JSON_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for key, value in node.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})


def _kinds(node: dict[str, Any]) -> Iterable[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _text(value: Any) -> str | None:
    return one_line(unescape(value)) or None if isinstance(value, str) else None


def _title(told: Iterable[Any], site: str | None) -> str | None:
    """The first title that is more than the site's name."""
    titles = [title for title in map(_text, told) if title]
    return next((title for title in titles if site is None or title.casefold() != site.casefold()), None)


def _name(value: Any) -> str | None:
    """The name of a JSON-LD person or organization, which may stand as plain text or in a list."""
    if isinstance(value, list):
        return next(filter(None, map(_name, value)), None)
    return _text(value.get("name") if isinstance(value, dict) else value)


def _authors(article: dict[str, Any], meta: dict[str, str], publishers: set[str]) -> tuple[str, ...]:
    told = article.get("author")
    people = [a for a in (told if isinstance(told, list) else [told]) if not _is_organization(a)]
    names = [name for name in map(_name, people) if name] or [
        meta[key] for key in ("article:author", "author", "dc.creator") if key in meta
    ]
    return tuple(name for name in persons(names) if name.casefold() not in publishers)


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """The persons among some names, of which each may join several."""
    parts = [part for name in names for part in _AUTHORS_APART.split(name) if part]
    return tuple(dict.fromkeys(p for p in parts if not _NOT_A_PERSON.search(p) and len(p) <= 60))


def _is_organization(author: Any) -> bool:
    return isinstance(author, dict) and any(kind.endswith("Organization") for kind in _kinds(author))


def _times(root: Any, prop: str) -> Iterator[str | None]:
    for element in root.xpath("//*[@itemprop=$prop] | //time[@pubdate]", prop=prop):
        yield element.get("datetime") or element.get("content") or element.text


def _first_date(*values: Any) -> str | None:
    return next(filter(None, (_iso(v) for v in values if isinstance(v, str))), None)


def _iso(written: str) -> str | None:
    """A date or a time as ISO 8601; UTC as the time of Vietnam; None where day and month could be either."""
    try:
        moment = datetime.fromisoformat(unescape(written).strip())
    except ValueError:
        return _day_first(written)
    if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", written.strip()):
        return moment.date().isoformat()
    try:
        moment = moment.astimezone(_VIETNAM) if moment.utcoffset() == timedelta(0) else moment
    except OverflowError:
        return None
    return moment.isoformat(timespec="seconds")


def _day_first(written: str) -> str | None:
    found = _DAY_FIRST.match(written)
    if not found or (int(found[2]) <= 12 and int(found[1]) <= 12 and found[1] != found[2]):
        return None
    day, month = (found[1], found[2]) if int(found[2]) <= 12 else (found[2], found[1])
    try:
        hour, minute, second = (int(found[n] or 0) for n in (4, 5, 6))
        moment = datetime(int(found[3]), int(month), int(day), hour, minute, second)
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds") if found[4] else moment.date().isoformat()


def _address(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else value


def _first_address(*values: Any) -> str | None:
    """The first address that is a page's own; a site's front page is not."""
    addresses = (v.strip() for v in values if isinstance(v, str))
    return next((a for v in addresses if re.fullmatch(r"https?://[^\s/]+/\S+", v) and (a := in_ascii(v))), None)


def _head_title(root: Any) -> str | None:
    return next(filter(None, (_text("".join(t.itertext())) for t in root.iter("title"))), None)
