"""What is told by many articles: few sources in a list, all of them on the pages of the thing itself."""

from __future__ import annotations

import pytest

from generator.library import addresses
from generator.library.grouping import group
from generator.library.library import Library
from generator.pages import list_pages, refs
from generator.pages.documents import document_item, document_pages
from generator.pages.events import event_item, event_pages
from generator.pages.page import Page, Ref

EVENT = "ngay-chuyen-doi-so-quoc-gia-2022"
DOCUMENT = "quyet-dinh-505-qd-ttg"


def claimed(pages: list[Page]) -> list[str]:
    return sorted(claim["article"].page for page in pages for claim in page.view["claims"])


def test_a_list_names_few_sources_and_counts_the_articles_of_the_rest(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = event_item(library, library.events[EVENT])
    assert (len(item["marks"]), item["more"]) == (6, None)
    monkeypatch.setattr(refs, "MOST_MARKS", 4)
    item = event_item(library, library.events[EVENT])
    assert (len(item["marks"]), item["more"]) == (4, Ref("2 bài khác", addresses.event(EVENT)))
    document = document_item(library, library.documents[DOCUMENT])
    assert document["more"] == Ref("2 bài khác", addresses.document(DOCUMENT))


def test_all_that_is_told_of_a_thing_stands_on_the_pages_below_its_own(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_pages, "LIMIT", 3)
    events = {plan.path: plan.make() for plan in event_pages(library, EVENT)}
    documents = {plan.path: plan.make() for plan in document_pages(library, DOCUMENT)}
    for pages, own, claims in (
        (events, addresses.event(EVENT), library.events[EVENT].claims),
        (documents, addresses.document(DOCUMENT), library.documents[DOCUMENT].claims),
    ):
        below = [page for path, page in pages.items() if path.startswith(own.removesuffix(".md") + "/nam/")]
        assert claimed(below) == sorted(addresses.article(claim.article) for claim in claims)
        assert pages[own].view["list"].ways


def test_events_of_a_thing_that_are_too_many_have_a_list_of_their_own(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_whole = group((event.part_of, event) for event in library.events.values())
    whole, parts = max(of_whole.items(), key=lambda pair: len(pair[1]))
    monkeypatch.setattr(list_pages, "LIMIT", 1)
    monkeypatch.setattr("generator.pages.events.LIMIT", 1)
    pages = {plan.path: plan.make() for plan in event_pages(library, whole)}
    path = f"su-kien/{whole}/su-kien.md"
    assert pages[addresses.event(whole)].view["parts"]["every"] == Ref(f"Cả {len(parts)} sự kiện", path)
    assert {item["title"].text for item in pages[path].view["list"].items} == {event.name for event in parts}
