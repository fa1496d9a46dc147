"""What several articles tell of one thing: status, best date, neighbours, contradictions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.check import check
from generator.edtf import parse
from generator.library.contradictions import find_contradictions
from generator.library.entities import best_date, build_documents, build_events, most_told, status_of
from generator.library.neighbours import neighbours
from generator.library.things import Contradiction
from generator.model import DocumentClaim, EventClaim, Indicator, Status
from generator.registry import Registries
from tests.project import TODAY
from tests.unit.facts import article, document, event, indicator, real_registries, when


@pytest.fixture(scope="module")
def registries() -> Registries:
    return real_registries()


@pytest.mark.parametrize(
    ("published", "on", "told", "expected"),
    [
        ("2022-09-30", "2022-10-10", None, Status.ANNOUNCED),
        ("2022-09-30", "2022-10-01/2022-10-10", None, Status.ANNOUNCED),
        ("2022-10-10", "2022-10-10", None, Status.REPORTED),
        ("2022-10-10", "2022-10", None, Status.REPORTED),  # the month may have begun: not certainly ahead
        ("2022-09-30", "2022-35", None, Status.REPORTED),
        ("[2022-08-08..]", "2022-10-10", None, Status.REPORTED),
        (None, "2022-10-10", None, Status.REPORTED),
        ("2022-09-30", None, None, Status.REPORTED),
        ("2022-09-30", None, Status.ANNOUNCED, Status.ANNOUNCED),
        ("2022-10-20", "2022-10-10", Status.ANNOUNCED, Status.ANNOUNCED),
    ],
)
def test_status_of_a_claim(published: str | None, on: str | None, told: Status | None, expected: Status) -> None:
    assert status_of(event("a", on, status=told), article("a", published)) is expected


def test_an_event_stays_announced_until_an_article_reports_it(registries: Registries) -> None:
    before = article("truoc", "2022-09-30", events=(event("truoc", "2022-10-10"),))
    also_before = article("cung-truoc", "2022-10-01", events=(event("cung-truoc", "2022-10-10"),))
    after = article("sau", "2022-10-11", events=(event("sau", "2022-10-10"),))
    assert build_events({"truoc": before}, registries)["su-kien"].status is Status.ANNOUNCED
    both = {"truoc": before, "cung-truoc": also_before}
    assert build_events(both, registries)["su-kien"].status is Status.ANNOUNCED
    assert build_events(both | {"sau": after}, registries)["su-kien"].status is Status.REPORTED


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], None),
        ([None, None], None),
        (["2022-10", None, "2022-10-10"], "2022-10-10"),  # the more exact
        (["2022-04-22", "[2022-04-11..2022-04-20]", "2022-04-22"], "2022-04-22"),  # told more often
        (["2022-10", "2022-10", "2022-10-10"], "2022-10"),
        (["2022-10-12", "2022-10-10"], "2022-10-10"),  # else the earlier
        (["[2022-08-08..]", "2022"], "2022"),
    ],
)
def test_best_date(dates: list[str | None], expected: str | None) -> None:
    assert best_date(map(when, dates)) == when(expected)
    assert best_date(map(when, reversed(dates))) == when(expected)


def test_most_told_ignores_unknowns() -> None:
    assert most_told([None, None, "b", "a", "a"]) == "a"
    assert most_told(["b", "a"]) == "b"
    assert most_told([None]) is None


def test_entities_gather_the_claims_of_all_articles(registries: Registries) -> None:
    one = article("mot", "2022-10-11", events=(event("mot", "2022-10", theme="Một", provinces=("bac-kan",)),))
    two = article("hai", "2022-10-10", events=(event("hai", "2022-10-10", provinces=("cao-bang", "bac-kan")),))
    told = build_events({"mot": one, "hai": two}, registries)["su-kien"]
    assert [claim.article for claim in told.claims] == ["hai", "mot"]  # in order of publication
    assert (told.date, told.theme, told.provinces) == (parse("2022-10-10"), "Một", ("cao-bang", "bac-kan"))


def test_the_fuller_number_of_a_document_is_shown() -> None:
    told = build_documents(
        {
            "mot": article("mot", documents=(document("mot", number="505"),)),
            "hai": article("hai", documents=(document("hai", number="505/QĐ-TTg", kind="Quyết định"),)),
            "ba": article("ba", documents=(document("ba", number="505"),)),
        }
    )["van-ban"]
    assert told.title == "Quyết định 505/QĐ-TTg"
    assert build_documents({"x": article("x", documents=(document("x"),))})["van-ban"].title == "Văn bản (chưa rõ số)"


def contradictions(
    claims: Iterable[EventClaim | DocumentClaim | Indicator], registries: Registries
) -> tuple[Contradiction, ...]:
    articles = {}
    indicators = []
    for claim in claims:
        events = (claim,) if isinstance(claim, EventClaim) else ()
        documents = (claim,) if isinstance(claim, DocumentClaim) else ()
        indicators += [claim] if isinstance(claim, Indicator) else []
        articles[claim.article] = article(claim.article, events=events, documents=documents)
    return find_contradictions(build_events(articles, registries), build_documents(articles), indicators)


AGREE: list[list[EventClaim | DocumentClaim | Indicator]] = [
    [event("a", "2022-10-10"), event("b", "2022-10")],
    [event("a", "2022-10-10"), event("b", "2022")],
    [event("a", "2022-10-10"), event("b", None)],
    [event("a", "2022-04-22"), event("b", "[2022-04-11..]")],
    [event("a", theme="Hoà Bình số"), event("b", theme="Hòa Bình SỐ")],
    [event("a", theme="Một"), event("b")],
    [document("a", "2022-04-22"), document("b", "2022-04")],
    [document("a", number="505"), document("b", number="505/QĐ-TTg")],
    [document("a", number="505"), document("b")],
    [document("a", kind="Quyết định"), document("b")],
    [indicator("a", rank=51), indicator("b", rank=None, score=0.3)],
    [indicator("a", rank=5, year=2024, table="63"), indicator("b", rank=2, year=2024, table="34")],
    [indicator("a", rank=5, table=None), indicator("b", rank=2, table=None)],  # which table is not known
    [indicator("a", rank=5, year=None), indicator("b", rank=2, year=None)],
    [indicator("a", rank=5), indicator("b", rank=6, measure="kinh-te-so")],
    [indicator("a", rank=5), indicator("b", rank=6, year=2022)],
    [indicator("a", score=320.7, scale=1000), indicator("b", score=0.3207)],
    [indicator("a", score=320.7, scale=1000), indicator("b", score=0.32)],
    [indicator("a", top=20), indicator("b", rank=14)],
    [indicator("a", rank_change=8), indicator("b", rank=51)],
]

DIFFER: list[tuple[list[EventClaim | DocumentClaim | Indicator], str, str, list[str]]] = [
    (
        [event("a", "2022-04-22"), event("b", "[2022-04-11..2022-04-20]"), event("c", "2022-04")],
        "event",
        "date",
        ["22/4/2022", "một ngày trong khoảng 11–20/4/2022"],  # the month holds both: it takes no part
    ),
    ([event("a", theme="vấn đề của xã hội"), event("b", theme="vấn đề xã hội")], "event", "theme", []),
    ([event("a", recurs="--10-10"), event("b", recurs="--10-11")], "event", "recurs", ["--10-10", "--10-11"]),
    ([document("a", "2022-04-22"), document("b", "2022-05")], "document", "date", ["22/4/2022", "tháng 5/2022"]),
    ([document("a", number="505"), document("b", number="5051/QĐ-TTg")], "document", "number", ["505", "5051/QĐ-TTg"]),
    ([document("a", number="505/QĐ-TTg"), document("b", number="505/KH-UBND")], "document", "number", []),
    ([document("a", kind="Kế hoạch"), document("b", kind="Quyết định")], "document", "kind", []),
    ([indicator("a", rank=5), indicator("b", rank=6)], "indicator", "rank", ["hạng 5", "hạng 6"]),
    ([indicator("a", top=20), indicator("b", rank=21)], "indicator", "rank", ["trong tốp 20", "hạng 21"]),
    ([indicator("a", score=320.7, scale=1000), indicator("b", score=0.331)], "indicator", "score", ["0,3207", "0,331"]),
    ([indicator("a", rank_change=8), indicator("b", rank_change=-8)], "indicator", "rank_change", ["8", "-8"]),
]


@pytest.mark.parametrize("claims", AGREE)
def test_what_does_not_contradict(claims: list[EventClaim | DocumentClaim | Indicator], registries: Registries) -> None:
    assert contradictions(claims, registries) == ()
    assert contradictions(reversed(claims), registries) == ()


@pytest.mark.parametrize(("claims", "sort", "field", "values"), DIFFER)
def test_what_contradicts(
    claims: list[EventClaim | DocumentClaim | Indicator],
    sort: str,
    field: str,
    values: list[str],
    registries: Registries,
) -> None:
    [found] = contradictions(claims, registries)
    assert (found.sort, found.field) == (sort, field)
    assert len(found.tellings) == 2
    assert not values or {t.value for t in found.tellings} == set(values)
    assert {f.article for t in found.tellings for f in t.facts} == {"a", "b"} == found.articles


def test_the_date_of_a_decision_is_compared_with_that_of_its_document(registries: Registries) -> None:
    name = "thu-tuong-chon-ngay-chuyen-doi-so-quoc-gia"
    decided = event("a", "[2022-04-11..2022-04-20]", id=name)
    claim = replace(document("b", "2022-04-22"), id="quyet-dinh-505-qd-ttg")
    articles = {
        "a": article("a", events=(decided,)),
        "b": article("b", documents=(claim,)),
    }
    found = find_contradictions(build_events(articles, registries), build_documents(articles), [])
    assert [(c.sort, c.id, c.field) for c in found] == [("event", name, "date")]
    assert found[0].articles == {"a", "b"}


def test_neighbours_are_within_thirty_days_in_the_same_provinces(project: Path) -> None:
    told = {
        "goc": "2022-10-10",
        "truoc-30-ngay": "2022-09-10",
        "truoc-31-ngay": "2022-09-09",
        "sau-30-ngay": "2022-11-09",
        "sau-31-ngay": "2022-11-10",
        "cung-thang": "2022-10",
        "ca-nam": "2022",
        "chua-ro": None,
        "tu-ngay": "[2022-10-01..]",
    }
    rows = "".join(
        f"  - {{id: {key}, name: {key}, kind: meeting, provinces: [cao-bang], at: 1"
        + (f', date: "{on}"' if on else "")
        + "}\n"
        for key, on in told.items()
    )
    rows += '  - {id: noi-khac, name: Nơi khác, kind: meeting, provinces: [bac-kan], date: "2022-10-10", at: 1}\n'
    rows += '  - {id: ca-nuoc, name: Cả nước, kind: meeting, date: "2022-10-10", at: 1}\n'
    (project / "content/articles/2022/lan-can.md").write_text(
        '---\ntitle: Lân cận\npublished: "2022-12-01"\npublisher: null\nurl: null\nreview: approved\n'
        f'added: "2026-11-21"\nprovinces: {{}}\nevents:\n{rows}---\n\nMột đoạn.\n',
        encoding="utf-8",
    )
    checked = check(project, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    library = checked.library

    base = {e.id for e in library.events.values() if e.id not in told}

    def near(key: str) -> set[str]:
        return {other.id for other in neighbours(library, library.events[key])}

    assert near("goc") - base == {"truoc-30-ngay", "sau-30-ngay", "cung-thang"}
    assert "ca-nuoc" in near("goc")
    assert "noi-khac" not in near("goc")
    assert near("ca-nuoc") >= {"goc", "truoc-30-ngay", "sau-30-ngay", "cung-thang", "noi-khac"}
    assert near("ca-nam") == near("chua-ro") == near("tu-ngay") == set()
    for one in library.events.values():
        assert all(one in neighbours(library, other) for other in neighbours(library, one))
