"""What each page says of itself to machines: one JSON-LD graph of schema.org's vocabulary a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from posixpath import dirname
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.model import Fact
from generator.output.data_sets import index_year, open_data
from generator.output.schema_org import LANGUAGE, Node, Things
from generator.pages.page import Page

_PAGE_TYPES = {addresses.ABOUT: "AboutPage", addresses.RIGHTS: "AboutPage", addresses.SEARCH: "SearchResultsPage"}
_INDICES = dirname(addresses.INDICES)

MOST_CITATIONS = 20
"""How many of the originals that tell of a thing its page cites to machines; readers find all of them."""


def graph(library: Library, page: Page, titles: Mapping[str, str], address: str) -> dict[str, Any]:
    """The graph of a page on a site at the address; `titles` are those of the pages there are, by path."""
    things = Things(library, address or "/")
    url = things.url(page.path)
    node: Node = {
        "@type": _page_type(page.path),
        "@id": url,
        "url": url,
        "name": page.title,
        "description": page.description,
        "inLanguage": page.front_matter.get("lang", LANGUAGE),
        "isPartOf": {"@type": "WebSite", "@id": f"{things.url(addresses.HOME)}#trang-web"},
    }
    if page.changed:
        node["dateModified"] = page.changed.isoformat()
    nodes = [node]
    if page.path == addresses.HOME:
        nodes.append(_web_site(things, has_search=addresses.SEARCH in titles))
    else:
        nodes.append(_breadcrumbs(things, page, titles))
        node["breadcrumb"] = {"@type": "BreadcrumbList", "@id": nodes[-1]["@id"]}
    node |= _content(things, page.path)
    return {"@context": "https://schema.org", "@graph": nodes}


def _page_type(path: str) -> str:
    if path in _PAGE_TYPES:
        return _PAGE_TYPES[path]
    is_list = path.endswith("/index.md") and path not in (addresses.OPEN_DATA, addresses.TIMELINE, addresses.SAVED)
    return "CollectionPage" if is_list else "WebPage"


def _web_site(things: Things, *, has_search: bool) -> Node:
    site = things.library.registries.site
    home = things.url(addresses.HOME)
    node: Node = {
        "@type": "WebSite",
        "@id": f"{home}#trang-web",
        "url": home,
        "name": site.name,
        "description": f"{site.tagline}. {site.unofficial}",
        "inLanguage": LANGUAGE,
    }
    if has_search:
        template = f"{things.url(addresses.SEARCH)}?q={{search_term_string}}"
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return node


def _breadcrumbs(things: Things, page: Page, titles: Mapping[str, str]) -> Node:
    """Home, every section above the page that has a page of its own, and the page."""
    parts = page.path.split("/")[:-1]
    folders = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    above = [path for folder in folders for path in (f"{folder}/index.md", f"{folder}.md")]
    trail = [("Trang chủ", addresses.HOME)]
    trail += [(titles[path], path) for path in above if path in titles and path != page.path]
    trail.append((page.title, page.path))
    return {
        "@type": "BreadcrumbList",
        "@id": f"{things.url(page.path)}#duong-dan",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": {"@type": "WebPage", "@id": things.url(path)}}
            for n, (name, path) in enumerate(trail, start=1)
        ],
    }


def _content(things: Things, path: str) -> Node:
    """What the node of a page says of its content, by the page's path: the thing that has the page is looked up."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if path == addresses.OPEN_DATA:
        return {"mainEntity": open_data(things)}
    if folder in _CONTENTS:
        return _CONTENTS[folder](things, name)
    section, _, index_id = folder.rpartition("/")
    if section == _INDICES and index_id in things.library.registries.indices and name.isdigit():
        return _index_year(things, index_id, int(name))
    return {}


def _event_or_series(things: Things, key: str) -> Node:
    library = things.library
    if key in library.registries.series:
        series = library.registries.series[key]
        return _told(things, things.series(series), library.series_claims.get(key, ()))
    event = library.events.get(key)
    return _told(things, things.event(event), event.claims) if event else {}


def _document(things: Things, key: str) -> Node:
    document = things.library.documents.get(key)
    return _told(things, things.document(document), document.claims) if document else {}


def _platform(things: Things, key: str) -> Node:
    platform = things.library.platforms.get(key)
    return _told(things, things.platform(platform), platform.claims) if platform else {}


def _topic(things: Things, key: str) -> Node:
    topic = things.library.registries.topics.get(key)
    return {"about": things.topic(topic)} if topic else {}


def _province(things: Things, slug: str) -> Node:
    name = things.library.registries.provinces.get(slug)
    return {"about": [things.province(name, unit) for unit in name.units]} if name else {}


def _index_year(things: Things, index_id: str, year: int) -> Node:
    library = things.library
    keys = library.shelf(f"chi-so/{index_id}").of(f"{year:04d}")
    facts = [library.indicator(key) for key in keys]
    data_set = index_year(things, library.registries.indices[index_id], year, facts)
    return _told(things, data_set, facts) if facts else {}


def _article(things: Things, slug: str) -> Node:
    """Our summary cites the article; it is not the article."""
    article = things.library.articles.get(slug)
    if article is None or article.retracted:
        return {}
    node: Node = {"citation": things.original(article)}
    if article.subjects:
        node["about"] = [things.unit(unit) for unit in article.subjects]
    if article.mentions:
        node["mentions"] = [things.unit(unit) for unit in article.mentions]
    return node


def _told(things: Things, thing: Node | None, facts: Iterable[Fact]) -> Node:
    """A page about a thing, and the originals that tell of it, the first of them where they are many."""
    library = things.library
    node: Node = {"mainEntity": thing} if thing else {}
    if slugs := dict.fromkeys(fact.article for fact in facts):
        node["citation"] = [things.original_ref(library.articles[slug]) for slug in islice(slugs, MOST_CITATIONS)]
    return node


_CONTENTS: Mapping[str, Callable[[Things, str], Node]] = {
    dirname(addresses.ARTICLES): _article,
    dirname(addresses.EVENTS): _event_or_series,
    dirname(addresses.DOCUMENTS): _document,
    dirname(addresses.PLATFORMS): _platform,
    dirname(addresses.TOPICS): _topic,
    dirname(addresses.PROVINCES): _province,
}
"""What stands in the folders of the sections, by the last part of its address."""
