"""JSON-LD: schema.org's own definitions are kept, and it says no more than the articles do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.check import Checked
from generator.library.library import Library
from generator.library.tables.all import TABLES
from generator.library.things import Contradiction, Document, Event
from generator.model import Basis, EventClaim, Status
from generator.output.json_ld import MOST_CITATIONS, graph
from generator.output.schema_org import Things
from generator.pages.page import Page
from tests.project import ADDRESS
from tests.schema_org.conformance import problems
from tests.unit.facts import article, document, event, when

CARRIERS = {"WebPage", "CollectionPage", "AboutPage", "SearchResultsPage"}


@pytest.fixture(scope="module")
def things(library: Library) -> Things:
    return Things(library, ADDRESS)


@pytest.fixture(scope="module")
def told(library: Library, real: Checked) -> dict[str, dict[str, Any]]:
    """The graph of every page of the real content, and of two that others may add."""
    more = [page("tim-kiem/index.md"), page("du-lieu/index.md")]
    pages = {p.path: p for p in [*real.pages, *more]}
    return graphs(library, pages.values())


def graphs(library: Library, pages: Iterable[Page], address: str = ADDRESS) -> dict[str, dict[str, Any]]:
    """The graph of each page of a site that holds these."""
    pages = list(pages)
    titles = {page.path: page.title for page in pages}
    return {page.path: graph(library, page, titles, address) for page in pages}


def page(path: str, title: str = "Trang") -> Page:
    return Page(path=path, template="", title=title, description="Nói gì.", view={})


def node(graph: dict[str, Any], kind: str) -> dict[str, Any]:
    """The one node of a type among those that stand at the top of a graph."""
    (found,) = [n for n in graph["@graph"] if n["@type"] == kind]
    return found  # type: ignore[no-any-return]


def test_every_page_keeps_to_the_definitions_of_schema_org(told: dict[str, dict[str, Any]]) -> None:
    assert {path: found for path, graph in told.items() if (found := problems(graph))} == {}


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"@type": "Event", "headline": "A"}, "/Event: headline is not of ['Event']"),
        ({"@type": "Event", "startDate": "10/10/2022"}, "/Event.startDate: '10/10/2022' is none of"),
        ({"@type": "Event", "location": {"@type": "Person"}}, "/Event.location: ['Person'] is none of"),
        ({"@type": "Event", "eventStatus": "https://schema.org/Event"}, "/Event.eventStatus: "),
        ({"@type": "Event", "colour": "blue"}, "/Event: no property colour"),
        ({"@type": "Meeting"}, "/Meeting: no type Meeting"),
        ({"@type": "Event", "@id": "tinh/bac-kan"}, "is no absolute address"),
        (
            {"@type": "WebPage", "breadcrumb": {"@type": "BreadcrumbList", "name": True}},
            "/BreadcrumbList.name: True is none of",
        ),
    ],
)
def test_the_checker_finds_what_is_not_defined(wrong: dict[str, Any], problem: str) -> None:
    (found,) = problems({"@context": "https://schema.org", **wrong})
    assert problem in found


def test_our_pages_are_pages_and_cite_the_article_that_others_published(told: dict[str, dict[str, Any]]) -> None:
    path = "bai-viet/thai-nguyen-dia-phuong-dau-tien-co-ngay-chuyen-doi-so.md"
    summary = node(told[path], "WebPage")
    assert summary["url"] == f"{ADDRESS}{path.removesuffix('.md')}/"
    original = summary["citation"]
    assert original["@type"] == "NewsArticle"
    assert original["@id"] == original["url"]
    assert original["url"].startswith("https://laodongthudo.vn/")
    assert original["publisher"] == {"@type": "Organization", "name": "Lao động Thủ đô"}
    assert original["datePublished"] == "2021-02-26"
    at_top = {n["@type"] for graph in told.values() for n in graph["@graph"]}
    assert at_top <= CARRIERS | {"BreadcrumbList", "WebSite"}


@pytest.mark.parametrize(
    ("published", "basis", "hour", "says"),
    [
        ("2022-10-10", Basis.STATED, None, "2022-10-10"),
        ("2022-10-10", Basis.STATED, "07:05", "2022-10-10T07:05:00+07:00"),
        ("2022-10", Basis.STATED, None, "2022-10"),
        ("2022", Basis.STATED, None, "2022"),
        ("2022-35", Basis.STATED, None, None),
        ("[2022-10-09..2022-10-11]", Basis.STATED, None, None),
        ("2022-10-10", Basis.INFERRED, None, None),
    ],
)
def test_a_day_of_publication_is_told_as_exactly_as_it_is_known(
    things: Things, published: str, basis: Basis, hour: str | None, says: str | None
) -> None:
    told = article("a", published, published_basis=basis, published_time=hour)
    assert things.original(told).get("datePublished") == says


def test_an_original_without_title_and_address_gets_none(things: Things) -> None:
    told = things.original(article("a", title=None, heading="Do cổng đặt"))
    assert told == {"@type": "Article", "@id": f"{ADDRESS}bai-viet/a/#noi-dung", "inLanguage": "vi"}


def happening(*claims: EventClaim, **values: Any) -> Event:
    defaults: dict[str, Any] = {
        "id": "su-kien",
        "name": "Sự kiện",
        "kind": "meeting",
        "series": None,
        "document": None,
        "date": claims[0].date,
        "status": Status.REPORTED,
        "provinces": (),
        "theme": None,
        "part_of": None,
        "former_slugs": (),
        "claims": claims,
    }
    return Event(**(defaults | values))


@pytest.mark.parametrize(
    ("on", "basis", "days"),
    [
        ("2022-10-10", Basis.STATED, ("2022-10-10", "2022-10-10")),
        ("2022-10-01/2022-10-10", Basis.STATED, ("2022-10-01", "2022-10-10")),
        ("2022-10-01/..", Basis.STATED, None),
        ("2022-10/2022-11", Basis.STATED, None),
        ("[2022-10-01..2022-10-10]", Basis.STATED, None),
        ("2022-10", Basis.STATED, None),
        ("2022-10-10", Basis.INFERRED, None),
    ],
)
def test_an_event_has_days_only_where_they_are_plainly_told(
    things: Things, on: str, basis: Basis, days: tuple[str, str] | None
) -> None:
    told = things.event(happening(event("a", on, basis=basis)))
    assert (told.get("startDate"), told.get("endDate")) == (days or (None, None))
    assert ("eventStatus" in told) == bool(days)


def test_an_event_told_for_different_days_has_none(things: Things, library: Library) -> None:
    meeting = happening(event("a", "2022-10-10"), event("b", "2022-10-11"))
    contradiction = Contradiction(sort="event", id="su-kien", field="date", tellings=())
    torn = replace(library, contradictions_about={("event", "su-kien"): (contradiction,)})
    assert "startDate" in things.event(meeting)
    assert things.event(meeting).keys() - Things(torn, ADDRESS).event(meeting).keys() == {
        "startDate",
        "endDate",
        "eventStatus",
    }


def test_an_announced_event_is_not_said_to_have_taken_place(things: Things) -> None:
    told = things.event(happening(event("a", "2022-10-10"), status=Status.ANNOUNCED))
    assert "eventStatus" not in told


@pytest.mark.parametrize(
    ("places", "provinces", "kind", "located"),
    [
        (["UBND tỉnh Bắc Kạn"], ("bac-kan",), "meeting", {"@type": "Place", "name": "UBND tỉnh Bắc Kạn"}),
        (["trực tuyến"], ("bac-kan",), "meeting", {"@type": "VirtualLocation", "name": "Trực tuyến"}),
        (["Hà Nội", "Bắc Kạn"], ("bac-kan",), "meeting", None),
        ([None], ("bac-kan",), "meeting", "Tỉnh Bắc Kạn"),
        ([None], ("bac-kan",), "decision", None),
        ([None], ("bac-kan", "cao-bang"), "meeting", None),
        ([None], (), "meeting", None),
    ],
)
def test_an_event_is_where_it_is_told_to_be(
    things: Things, places: list[str | None], provinces: tuple[str, ...], kind: str, located: object
) -> None:
    claims = [event(str(n), "2022-10-10", place=place) for n, place in enumerate(places)]
    location = things.event(happening(*claims, provinces=provinces, kind=kind)).get("location")
    assert (location["name"] if isinstance(located, str) and location else location) == located


@pytest.mark.parametrize(
    ("kind", "on", "type_", "day"),
    [
        ("Quyết định", "2022-04-22", "Legislation", "2022-04-22"),
        ("Quyết định", "2022-04", "Legislation", None),
        ("Báo cáo", "2022-04-22", "CreativeWork", "2022-04-22"),
        (None, None, "CreativeWork", None),
    ],
)
def test_a_document_is_law_by_its_kind_alone(
    things: Things, kind: str | None, on: str | None, type_: str, day: str | None
) -> None:
    claim = document("a", on, number="505/QĐ-TTg", kind=kind)
    values = {"issuer": "Thủ tướng Chính phủ", "subject": None, "province": None}
    told = things.document(
        Document(id="van-ban", kind=kind, number=claim.number, date=when(on), claims=(claim,), **values)
    )
    assert told["@type"] == type_
    assert told.get("legislationDate", told.get("dateCreated")) == day
    assert "505/QĐ-TTg" in {told.get("legislationIdentifier"), told.get("identifier")}


def test_both_provinces_of_one_name_are_told_apart(told: dict[str, dict[str, Any]]) -> None:
    before, since = node(told["tinh/bac-ninh.md"], "WebPage")["about"]
    assert before["@id"] != since["@id"]
    assert before["description"].startswith("Đến 30/6/2025")
    assert "description" not in since


def test_breadcrumbs_name_every_page_above(told: dict[str, dict[str, Any]]) -> None:
    trail = node(told["chi-so/dti/2022.md"], "BreadcrumbList")["itemListElement"]
    assert [(item["position"], item["item"]["@id"]) for item in trail] == [
        (1, ADDRESS),
        (2, f"{ADDRESS}chi-so/"),
        (3, f"{ADDRESS}chi-so/dti/"),
        (4, f"{ADDRESS}chi-so/dti/2022/"),
    ]
    assert [
        path for path, graph in told.items() if not any(n["@type"] == "BreadcrumbList" for n in graph["@graph"])
    ] == ["index.md"]


def test_a_page_below_one_that_is_no_folder_s_index_names_it(library: Library) -> None:
    pages = [page("chi-so/index.md"), page("chi-so/2022.md", "2022"), page("chi-so/2022/theo-ten.md", "Theo tên")]
    trail = node(graphs(library, pages)["chi-so/2022/theo-ten.md"], "BreadcrumbList")["itemListElement"]
    assert [item["name"] for item in trail] == ["Trang chủ", "Trang", "2022", "Theo tên"]


def test_search_is_offered_only_where_there_is_a_page_for_it(told: dict[str, Any], library: Library) -> None:
    action = node(told["index.md"], "WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{ADDRESS}tim-kiem/?q={{search_term_string}}"
    without = graphs(library, [page("index.md")])
    assert "potentialAction" not in node(without["index.md"], "WebSite")


def test_data_sets_name_their_files(told: dict[str, Any]) -> None:
    package = node(told["du-lieu/index.md"], "WebPage")["mainEntity"]
    files = [file["contentUrl"].removeprefix(f"{ADDRESS}du-lieu/") for file in package["distribution"]]
    assert files == ["datapackage.json", *sorted(f"{table.name}.csv" for table in TABLES)]
    year = node(told["chi-so/dti/2022.md"], "WebPage")["mainEntity"]
    assert year["distribution"]["contentUrl"] == f"{ADDRESS}du-lieu/indicators.csv"
    assert year["temporalCoverage"] == "2022"


def test_the_last_change_comes_from_the_content(library: Library) -> None:
    changed = replace(page("a.md"), changed=date(2022, 10, 10))
    graph = graphs(library, [changed, page("b.md")], "")
    assert node(graph["a.md"], "WebPage")["dateModified"] == "2022-10-10"
    assert "dateModified" not in node(graph["b.md"], "WebPage")
    assert node(graph["a.md"], "WebPage")["url"] == "/a/"


def test_of_many_originals_the_first_are_cited(library: Library) -> None:
    first = library.events["ngay-chuyen-doi-so-quoc-gia-2022"]
    claims = tuple(event(slug, "2022-10-10", id=first.id, name=first.name) for slug in library.articles)
    many = replace(library, events={**library.events, first.id: replace(first, claims=claims)})
    cited = node(graphs(many, [page(f"su-kien/{first.id}.md")])[f"su-kien/{first.id}.md"], "WebPage")["citation"]
    assert len(cited) == MOST_CITATIONS < len(claims)
