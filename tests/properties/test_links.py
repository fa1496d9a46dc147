"""Every link leads somewhere, and where two pages belong together each links to the other."""

from __future__ import annotations

import re

import pytest

from generator.check import Checked
from generator.library import addresses
from generator.library.library import Library
from tests.project import ROOT
from tests.properties.markdown_links import anchors, graph, links

FROM_THE_THEME = (addresses.SEARCH, addresses.SAVED)
"""Pages that the header of every page, and the foot of those to keep, lead to."""


@pytest.fixture(scope="module")
def library(real: Checked) -> Library:
    assert real.library is not None
    return real.library


@pytest.fixture(scope="module")
def linked(real_tree: dict[str, str]) -> dict[str, set[str]]:
    return graph(real_tree)


def test_no_link_to_a_missing_page_or_anchor(real_tree: dict[str, str]) -> None:
    ids = {page: anchors(text) for page, text in real_tree.items()}
    dead = [
        (page, target, anchor)
        for page, text in real_tree.items()
        if page.endswith(".md")
        for target, anchor in links(page, text)
        if target not in real_tree or (anchor and anchor not in ids[target])
    ]
    assert dead == []


def test_every_page_can_be_reached_from_the_navigation(linked: dict[str, set[str]]) -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2].partition("\n\n")[0]
    stack = re.findall(r"\S+\.md", navigation)
    assert len(stack) > 10
    reached = {*stack, *FROM_THE_THEME}
    while stack:
        for target in linked[stack.pop()] - reached:
            reached.add(target)
            stack.append(target)
    assert sorted(set(linked) - reached) == []


def pairs(library: Library) -> dict[str, list[tuple[str, str]]]:
    """Pages that belong together, by the kinds of the two."""

    def name(unit: str) -> str:
        return addresses.province(library.registries.units[unit].name_slug)

    articles = library.articles.values()
    return {
        "article and event": [
            (addresses.article(claim.article), addresses.event(event.id))
            for event in library.events.values()
            for claim in event.claims
        ],
        "article and series": [
            (addresses.article(claim.article), addresses.event(key))
            for key, claims in library.series_claims.items()
            for claim in claims
            if claim.id is None
        ],
        "article and province": [
            (addresses.article(a.slug), name(u)) for a in articles for u in (*a.subjects, *a.mentions)
        ],
        "event and province": [(addresses.event(e.id), name(u)) for e in library.events.values() for u in e.provinces],
        "event and series": [
            (addresses.event(e.id), addresses.event(e.series)) for e in library.events.values() if e.series
        ],
        "event and the one it is part of": [
            (addresses.event(e.id), addresses.event(e.part_of)) for e in library.events.values() if e.part_of
        ],
        "article and document": [
            (addresses.article(c.article), addresses.document(d.id))
            for d in library.documents.values()
            for c in d.claims
        ],
        "document and province": [
            (addresses.document(d.id), name(d.province)) for d in library.documents.values() if d.province
        ],
        "event and its document": [
            (addresses.event(e.id), addresses.document(e.document)) for e in library.events.values() if e.document
        ],
        "article and platform": [
            (addresses.article(c.article), addresses.platform(p.id))
            for p in library.platforms.values()
            for c in p.claims
        ],
        "platform and province": [
            (addresses.platform(p.id), name(u)) for p in library.platforms.values() for u in p.provinces
        ],
        "article and topic": [
            (addresses.article(c.article), addresses.topic(t)) for t, claims in library.topics.items() for c in claims
        ],
        "article and index year": [
            (addresses.article(i.article), addresses.index_year(i.index_id, i.year))
            for i in library.indicators
            if i.year
        ],
        "province and index page": [
            (name(i.province), addresses.index_province(i.index_id, library.registries.units[i.province].name_slug))
            for i in library.indicators
            if i.province
        ],
        "article and target page": [(addresses.article(t.article), addresses.TARGETS) for t in library.targets],
        "former province and successor": [
            (name(u.id), name(u.successor))
            for u in library.registries.units.values()
            if u.successor and name(u.id) != name(u.successor)
        ],
    }


KINDS = (
    "article and event", "article and series", "article and province", "event and province", "event and series",
    "event and the one it is part of", "article and document", "document and province", "event and its document",
    "article and platform", "platform and province", "article and topic", "article and index year",
    "province and index page", "article and target page", "former province and successor",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_belongs_together_is_linked_both_ways(kind: str, library: Library, linked: dict[str, set[str]]) -> None:
    both = pairs(library)[kind]
    assert both
    wanted = {*both, *((b, a) for a, b in both)}
    assert sorted(f"{a} → {b}" for a, b in wanted if b not in linked[a]) == []


def test_every_kind_of_pair_is_tested(library: Library) -> None:
    assert set(pairs(library)) == set(KINDS)


def test_every_fact_is_marked_with_its_paragraph(library: Library, real_tree: dict[str, str]) -> None:
    """Each paragraph that tells a fact is led to from the article's own page and from at least one other."""
    told = {(f.article, f.at) for a in library.articles.values() for f in (*a.events, *a.documents, *a.indicators)}
    led = {
        (target, anchor, page == target)
        for page, text in real_tree.items()
        if page.endswith(".md")
        for target, anchor in links(page, text)
        if anchor
    }
    missing = [
        (slug, at, own)
        for slug, at in sorted(told)
        for own in (True, False)
        if (addresses.article(slug), addresses.paragraph_anchor(at), own) not in led
    ]
    assert missing == []
