"""What each page says of itself to machines: one JSON-LD graph of schema.org's vocabulary a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from generator.library import addresses
from generator.library.grouping import group
from generator.library.library import Library
from generator.model import Article, Fact
from generator.output.data_sets import index_year, open_data
from generator.output.schema_org import LANGUAGE, Node, Things
from generator.pages.page import Page

_PAGE_TYPES = {addresses.ABOUT: "AboutPage", addresses.SEARCH: "SearchResultsPage"}


def graphs(library: Library, pages: Sequence[Page], address: str, data: Collection[str]) -> dict[str, dict[str, Any]]:
    """The graph of each page by its path, on a site at the address with these files of open data."""
    things = Things(library, address or "/")
    contents = _contents(things, data)
    by_path = {page.path: page for page in pages}
    return {page.path: _graph(things, page, by_path, contents.get(page.path, {})) for page in pages}


def _graph(things: Things, page: Page, pages: Mapping[str, Page], content: Node) -> dict[str, Any]:
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
    graph = [node]
    if page.path == addresses.HOME:
        graph.append(_web_site(things, pages))
    else:
        graph.append(_breadcrumbs(things, page, pages))
        node["breadcrumb"] = {"@type": "BreadcrumbList", "@id": graph[-1]["@id"]}
    node |= content
    return {"@context": "https://schema.org", "@graph": graph}


def _page_type(path: str) -> str:
    if path in _PAGE_TYPES:
        return _PAGE_TYPES[path]
    is_list = path.endswith("/index.md") and path not in (addresses.OPEN_DATA, addresses.TIMELINE, addresses.SAVED)
    return "CollectionPage" if is_list else "WebPage"


def _web_site(things: Things, pages: Mapping[str, Page]) -> Node:
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
    if addresses.SEARCH in pages:
        template = f"{things.url(addresses.SEARCH)}?q={{search_term_string}}"
        node["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return node


def _breadcrumbs(things: Things, page: Page, pages: Mapping[str, Page]) -> Node:
    """Home, every section above the page that has a page of its own, and the page."""
    parts = page.path.split("/")[:-1]
    folders = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    above = [path for folder in folders for path in (f"{folder}/index.md", f"{folder}.md")]
    trail = [("Trang chủ", addresses.HOME)]
    trail += [(pages[path].title, path) for path in above if path in pages and path != page.path]
    trail.append((page.title, page.path))
    return {
        "@type": "BreadcrumbList",
        "@id": f"{things.url(page.path)}#duong-dan",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": {"@type": "WebPage", "@id": things.url(path)}}
            for n, (name, path) in enumerate(trail, start=1)
        ],
    }


def _contents(things: Things, data: Collection[str]) -> dict[str, Node]:
    """What the node of a page says of its content, by the page's path."""
    library = things.library
    contents = {addresses.article(a.slug): _article(things, a) for a in library.articles.values()}
    for event in library.events.values():
        contents[addresses.event(event.id)] = _told(things, things.event(event), event.claims)
    for series in library.registries.series.values():
        claims = library.series_claims.get(series.id, ())
        contents[addresses.event(series.id)] = _told(things, things.series(series), claims)
    for document in library.documents.values():
        contents[addresses.document(document.id)] = _told(things, things.document(document), document.claims)
    for platform in library.platforms.values():
        contents[addresses.platform(platform.id)] = _told(things, things.platform(platform), platform.claims)
    for topic in library.registries.topics.values():
        contents[addresses.topic(topic.id)] = {"about": things.topic(topic)}
    for name in library.registries.provinces.values():
        contents[addresses.province(name.slug)] = {"about": [things.province(name, unit) for unit in name.units]}
    years = group(((fact.index_id, fact.year) if fact.year else None, fact) for fact in library.indicators)
    for (index_id, year), facts in years.items():
        data_set = index_year(things, library.registries.indices[index_id], year, facts, data)
        contents[addresses.index_year(index_id, year)] = _told(things, data_set, facts)
    contents[addresses.OPEN_DATA] = {"mainEntity": open_data(things, data)}
    return contents


def _article(things: Things, article: Article) -> Node:
    """Our summary cites the article; it is not the article."""
    node: Node = {"citation": things.original(article)}
    if article.subjects:
        node["about"] = [things.unit(unit) for unit in article.subjects]
    if article.mentions:
        node["mentions"] = [things.unit(unit) for unit in article.mentions]
    return node


def _told(things: Things, thing: Node | None, facts: Iterable[Fact]) -> Node:
    """A page about a thing, and the originals that tell of it."""
    library = things.library
    node: Node = {"mainEntity": thing} if thing else {}
    if slugs := dict.fromkeys(fact.article for fact in facts):
        node["citation"] = [things.original_ref(library.articles[slug]) for slug in slugs]
    return node
