"""The scorer itself: what is right counts, and every kind of error is seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from tests.ingest import score
from tests.ingest.scoring.answers import facts_of
from tests.ingest.scoring.gold import GoldArticle, rejoined, samples
from tests.ingest.scoring.match import Row, rows
from tests.ingest.scoring.report import file_table, made_up_lines, totals, totals_table
from tests.ingest.scoring.texts import numbers, says_the_same

NOTHING: dict[str, Any] = {
    "title": None,
    "published": None,
    "authors": [],
    "publisher": None,
    "provinces": {"subject": [], "mention": []},
    "documents": [],
    "indicators": [],
    "dates": [],
    "events": [],
    "targets": [],
    "platforms": [],
    "places": [],
    "figures": [],
    "topics": [],
}
GOLD: dict[str, Any] = {"title": None, "published": None, "provinces": {"subject": [], "mention": []}, "dates": []}


def day(text: str, edtf: str, start: int = 9) -> dict[str, Any]:
    return {"text": text, "edtf": edtf, "start": start}


def document(**told: Any) -> dict[str, Any]:
    return {"kind": "Quyết định", "number": "12/QĐ-UBND", "date": None, "issuer": None} | told


def indicator(**told: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("rank", "of", "score", "rank_change"))
    return {"province": "Sơn La", "index": "DTI", "year": 2022, "measure": "tổng thể"} | empty | told


def event(**told: Any) -> dict[str, Any]:
    empty = {"recurs": None, "theme": None, "status": "reported", "inferred": False, "provinces": ["Sơn La"]}
    return empty | {"name": "Hội thảo dữ liệu số", "kind": "conference", "date": "2023-05-04"} | told


def figure(label: str, value: float, unit: str | None, province: str | None = "Sơn La") -> dict[str, Any]:
    return {"label": label, "value": value, "unit": unit, "qualifier": None, "province": province}


def target(text: str, by: str | None = "2025") -> dict[str, Any]:
    return {"text": text, "by": by, "province": "Sơn La"}


DOCUMENT = {"type": "Quyết định", "number": "12/QĐ-UBND", "date": "2022-05-04", "issuer": "UBND tỉnh Sơn La"}
INDICATOR = {"province": "Sơn La", "index": "DTI", "year": 2022, "measure": "tổng thể", "rank": 7, "rank_change": -2}
EVENT = {"name": "Hội thảo về dữ liệu số", "kind": "conference | meeting", "edtf": "2023-05-04", "province": "Sơn La"}
FIGURE = {"province": "Sơn La", "text": "1.131 dịch vụ công trực tuyến mức 4"}
RATES = {"province": "Sơn La", "text": "tỉ lệ hồ sơ trực tuyến 6,12% năm 2021, 93,6% trong 9 tháng năm 2022"}
TARGET = {"province": "Sơn La", "by": "2025", "text": "kinh tế số chiếm 20% GRDP"}
SERVICES = figure("Dịch vụ công trực tuyến mức 4", 1131, "dịch vụ công")

CASES: list[tuple[str, str, Any, Any, str]] = [
    ("a title", "title", "Ngày 10/10", "Ngày 10/10", "ok"),
    ("another title", "title", "Ngày 10/10", "Ngày 11/10", "wrong value"),
    ("no title", "title", "Ngày 10/10", None, "missing"),
    ("a title made up", "title", None, "Ngày 10/10", "invented!"),
    ("in capitals or not", "title", "TIN VẮN | Tin vắn", "Tin vắn", "ok"),
    ("a publisher in capitals", "publisher", "Sở Nội vụ tỉnh Sơn La", "SỞ NỘI VỤ TỈNH SƠN LA", "ok"),
    ("a publisher that may be left out", "publisher", "BPO | null", None, "optional"),
    ("authors in another order", "authors", ["An", "Bình"], ["Bình", "An"], "ok ok"),
    ("an author too many", "authors", ["An"], ["An", "P.V"], "ok invented"),
    ("a platform twice", "platforms", ["VNeID"], ["VNeID", "VNeID"], "ok invented"),
    ("topics beyond those listed", "topics", ["Chữ ký số"], ["Chữ ký số", "Kinh tế số"], "ok"),
    ("a topic missing", "topics", ["Chữ ký số"], ["Kinh tế số"], "missing"),
    ("published", "published", {"edtf": "2022-10-10"}, {"edtf": "2022-10-10", "time": None, "inferred": False}, "ok"),
    (
        "an hour and a certainty made up",
        "published",
        {"edtf": "2022-10-10", "inferred": True},
        {"edtf": "2022-10-10", "time": "07:00", "inferred": False},
        "wrong time!, inferred",
    ),
    ('a date with and without „ngày"', "dates", [["ngày 4/5", "2023-05-04"]], [day("4/5", "2023-05-04")], "ok"),
    ("a date of another year", "dates", [["ngày 4/5", "2023-05-04"]], [day("4/5", "2022-05-04")], "wrong edtf"),
    ("a date on the dateline", "dates", [], [day("4/5/2023", "2023-05-04", start=2)], ""),
    (
        "part of a date again",
        "dates",
        [["nay (4/5)", "2023-05-04"]],
        [day("nay (4/5)", "2023-05-04"), day("4/5", "2023-05-04")],
        "ok",
    ),
    ("a date of two meanings", "dates", [["10/10", "2022-10-10 | --10-10"]], [day("10/10", "--10-10")], "ok"),
    ("a date that may be left out", "dates", [["Cùng ngày", "2023-05-04", "optional"]], [], "optional"),
    (
        "dates in the order of the text",
        "dates",
        [["năm 2022", "2022"], ["4/5", "2023-05-04"], ["năm 2022", "2022"]],
        [day("4/5", "2023-05-04"), day("năm 2022", "2022"), day("24/7", "2023-07-24")],
        "missing ok ok invented",
    ),
    ("a document", "documents", [DOCUMENT], [document(date="2022-05-04", issuer="UBND tỉnh Sơn La")], "ok"),
    ("without its date", "documents", [DOCUMENT], [document(issuer="UBND tỉnh Sơn La")], "wrong date"),
    (
        "an issuer made up",
        "documents",
        [DOCUMENT | {"issuer": None}],
        [document(date="2022-05-04", issuer="Sở")],
        "wrong issuer!",
    ),
    (
        "another number",
        "documents",
        [DOCUMENT],
        [document(number="13/QĐ-UBND", date="2022-05-04", issuer="UBND tỉnh Sơn La")],
        "wrong number",
    ),
    ("unrelated", "documents", [DOCUMENT], [document(kind="Luật", number="1/2020/QH14")], "missing invented"),
    ("a rank", "indicators", [INDICATOR], [indicator(rank=7, rank_change=-2)], "ok"),
    ("a rank of how many made up", "indicators", [INDICATOR], [indicator(rank=7, of=63, rank_change=-2)], "wrong of!"),
    ("the wrong sign", "indicators", [INDICATOR], [indicator(rank=7, rank_change=2)], "wrong rank_change"),
    ("another measure", "indicators", [INDICATOR], [indicator(measure="kinh tế số", rank=7)], "missing invented"),
    ("another year", "indicators", [INDICATOR], [indicator(year=2021, rank=7, rank_change=-2)], "wrong year"),
    ("a score", "indicators", [INDICATOR | {"score": 0.59}], [indicator(rank=7, score=0.590, rank_change=-2)], "ok"),
    ("not compared", "indicators", [INDICATOR | {"of": "any"}], [indicator(rank=7, of=63, rank_change=-2)], "ok"),
    ("an event in other words", "events", [EVENT], [event()], "ok"),
    ("an event of another kind", "events", [EVENT], [event(kind="launch")], "wrong kind"),
    ("held or announced", "events", [EVENT | {"status": "announced"}], [event()], "wrong status"),
    ("its date made up", "events", [EVENT | {"edtf": None}], [event()], "wrong edtf!"),
    ("of two provinces", "events", [EVENT | {"provinces": ["Lai Châu", "Sơn La"]}], [event()], "wrong provinces"),
    ("its theme", "events", [EVENT | {"theme": "Dữ liệu, giá trị"}], [event(theme="Dữ liệu")], "wrong theme"),
    ("another event", "events", [EVENT], [event(name="Lễ ra quân", kind="ceremony")], "missing invented"),
    ("found though optional", "events", [EVENT | {"optional": True}], [event()], "optional"),
    ("optional and wrong", "events", [EVENT | {"optional": True}], [event(kind="launch")], "wrong kind"),
    ("a figure", "figures", [FIGURE], [SERVICES], "ok"),
    ("a figure of another province", "figures", [FIGURE], [SERVICES | {"province": "Lai Châu"}], "wrong province"),
    ("a figure of no province told", "figures", [FIGURE | {"province": None}], [SERVICES], "wrong province!"),
    ("another number", "figures", [FIGURE], [SERVICES | {"value": 1130}], "missing invented"),
    ("something else counted", "figures", [FIGURE], [figure("Trạm phát sóng", 1131, "trạm")], "missing invented"),
    ("two in one", "figures", [RATES], [figure("Tỷ lệ hồ sơ trực tuyến", n, "%") for n in (6.12, 93.6)], "ok"),
    ("one of two", "figures", [RATES], [figure("Tỷ lệ hồ sơ trực tuyến", 93.6, "%")], "wrong text"),
    (
        "millions",
        "figures",
        [{"province": "Sơn La", "text": "1,02 triệu tài khoản"}],
        [figure("Tài khoản", 1_020_000, "tài khoản")],
        "ok",
    ),
    ("a target", "targets", [TARGET], [target("kinh tế số đóng góp 20% GRDP của tỉnh")], "ok"),
    ("by when", "targets", [TARGET], [target("kinh tế số chiếm 20% GRDP", None)], "wrong by"),
    ("how much", "targets", [TARGET], [target("kinh tế số chiếm 25% GRDP")], "missing invented"),
    ("a place in its district", "places", ["xã A Rooi (huyện X)"], [{"name": "xã A Rooi", "within": "huyện X"}], "ok"),
    (
        "a district not told",
        "places",
        ["xã A Rooi (huyện X)"],
        [{"name": "xã A Rooi", "within": None}],
        "missing invented",
    ),
    (
        "its district as well",
        "places",
        ["xã A (huyện X)"],
        [{"name": n, "within": w} for n, w in (("xã A", "huyện X"), ("huyện X", None))],
        "ok",
    ),
    ("a town short", "places", ["thành phố Vinh"], [{"name": "TP. Vinh", "within": None}], "ok"),
]


def article(tmp_path: Path, text: str = "", **gold: Any) -> GoldArticle:
    (tmp_path / "01.txt").write_text(text, encoding="utf-8")
    (tmp_path / "01.yml").write_text(yaml.safe_dump(GOLD | gold, allow_unicode=True), encoding="utf-8")
    (found,) = samples(tmp_path)
    return found


def scored(tmp_path: Path, field: str, gold: Any, told: Any) -> list[Row]:
    facts = facts_of(NOTHING | {field: told}, dateline=range(1, 5))  # type: ignore[arg-type]
    return rows(article(tmp_path, **{field: gold}), facts, "")


def verdicts(found: list[Row]) -> str:
    words = []
    for row in found:
        differ = ", ".join(f"{name}{'!' if name in row.made_up else ''}" for name in row.differ)
        words.append(f"{row.verdict} {differ}".strip() + ("!" if row.made_up and not row.differ else ""))
    return " ".join(words)


@pytest.mark.parametrize(("field", "gold", "told", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_verdicts(tmp_path: Path, field: str, gold: Any, told: Any, expected: str) -> None:
    assert verdicts(scored(tmp_path, field, gold, told)) == expected


@pytest.mark.parametrize("role", ["subject", "mention"])
def test_a_province_in_the_wrong_role(tmp_path: Path, role: str) -> None:
    gold = {"subject": [], "mention": [], role: ["Sơn La"]}
    other = "mention" if role == "subject" else "subject"
    found = scored(tmp_path, "provinces", gold, {role: [], other: ["Sơn La"]})
    assert {(row.field, row.verdict.value) for row in found} == {(role, "missing"), (other, "invented")}


def test_noise_must_not_reach_the_article(tmp_path: Path) -> None:
    noise = ["Trang chủ | Tin", "Lượt  xem: 5"]
    found = rows(article(tmp_path, noise=noise), facts_of(NOTHING), "Bài viết. Lượt xem:\n5")  # type: ignore[arg-type]
    assert [row.verdict.value for row in found] == ["ok", "missing"]


def test_totals_count_each_error_once(tmp_path: Path) -> None:
    gold = [DOCUMENT, DOCUMENT | {"number": "13/QĐ-UBND"}, DOCUMENT | {"number": "7/NQ", "type": "Nghị quyết"}]
    right = {"date": "2022-05-04", "issuer": "UBND tỉnh Sơn La"}
    told = [document(**right), document(number="13/QĐ-UBND"), document(kind="Luật", number="1/QH")]
    (total,) = (t for t in totals({"01.txt": scored(tmp_path, "documents", gold, told)}) if t.field == "documents")
    assert (total.ok, total.wrong, total.missing, total.invented) == (1, 1, 1, 1)
    assert (total.precision, total.recall, total.f1) == (1 / 3, 1 / 3, 1 / 3)
    assert (total.exact, total.files, total.made_up) == (0, 1, 0)


def test_what_need_not_be_found_counts_only_when_wrong(tmp_path: Path) -> None:
    gold = [EVENT | {"optional": True}]
    for told, invented in (([], 0), ([event()], 0), ([event(kind="launch")], 1)):
        total = next(t for t in totals({"": scored(tmp_path, "events", gold, told)}) if t.field == "events")
        assert (total.ok, total.missing, total.invented) == (0, 0, invented)


def test_word_for_word_is_counted_apart(tmp_path: Path) -> None:
    found = scored(
        tmp_path,
        "targets",
        [TARGET, TARGET | {"text": "phủ sóng 5G 100% xã"}],
        [
            target("kinh tế số chiếm 20% GRDP"),
            target("phủ sóng 5G tới 100% số xã"),
        ],
    )
    assert [t.verbatim for t in totals({"": found}) if t.field == "targets"] == [1]


def test_tables_fit_120_columns_and_show_what_is_made_up(tmp_path: Path) -> None:
    long = "Hội nghị tổng kết công tác chuyển đổi số và bàn phương hướng, nhiệm vụ trọng tâm của năm tiếp theo " * 3
    found = scored(tmp_path, "events", [EVENT | {"edtf": None, "name": long}], [event(name=long)])
    table = file_table("01.txt", found) + "\n" + totals_table(totals({"01.txt": found}))
    assert max(map(len, table.splitlines())) <= 120
    assert made_up_lines({"01.txt": found}) == ["01.txt: events edtf: 2023-05-04"]


def test_text_cut_at_commas_is_joined_again() -> None:
    cut = yaml.safe_load("- {province: null, by: '2025', text: thuộc nhóm 15 tỉnh, thành phố dẫn đầu, về DTI}")
    assert rejoined(cut) == [{"province": None, "by": "2025", "text": "thuộc nhóm 15 tỉnh, thành phố dẫn đầu, về DTI"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.131 dịch vụ, 93,6% hồ sơ", [1131, 93.6]),
        ("13,4 triệu hồ sơ, 2,7 tỷ đồng, 61 nghìn người", [13_400_000, 2_700_000_000, 61_000]),
        ("226/226 xã có mạng 4G", [226, 226]),
        ("năm 2022 và 9 tháng đầu năm 2023, DTI 2021", []),
        ("phủ 5G tại c63.mic.gov.vn", []),
    ],
)
def test_numbers_of_a_text(text: str, expected: list[float]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bộ TT&TT công bố DTI năm 2021", "Bộ Thông tin và Truyền thông công bố kết quả DTI 2021", True),
        ("Hội nghị tổng kết năm 2023", "Hội nghị tổng kết năm 2023, triển khai năm 2024", True),
        ("Hội nghị tổng kết năm 2022", "Hội nghị tổng kết năm 2023", False),
        ("Phiên họp thứ 3 của Ban Chỉ đạo", "Phiên họp thứ 4 của Ban Chỉ đạo", False),
        ("Lễ phát động", "Cuộc thi viết", False),
    ],
)
def test_wordings_that_say_the_same(one: str, other: str, same: bool) -> None:
    assert says_the_same(one, other) is same
    assert says_the_same(other, one) is same


def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *options: str, floor: float = 1.0) -> tuple[int, str]:
    article(tmp_path, "Ngày 10/10/2022 tại tỉnh Sơn La", title="Không có trong bài")
    monkeypatch.setattr(score, "SAMPLES", tmp_path)
    monkeypatch.setattr(score, "FLOORS", {"samples": {"title": floor}, "seeds": {}})
    monkeypatch.delenv("PORTAL_SEEDS", raising=False)
    result = CliRunner().invoke(score.main, options)
    return result.exit_code, result.output


def test_below_the_floor_is_exit_status_1(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    status, output = run(monkeypatch, tmp_path, "--only-wrong")
    assert status == 1
    assert "samples: title: F1 0.000 < 1.000" in output


def test_above_the_floor_is_exit_status_0(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(monkeypatch, tmp_path, floor=0.0)[0] == 0


def test_json_tells_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, output = run(monkeypatch, tmp_path, "--json", "--fields", "title")
    data = json.loads(output)["samples"]
    assert [row["verdict"] for row in data["files"]["01.txt"]] == ["missing"]
    assert [total["field"] for total in data["totals"]] == ["title"]


@pytest.mark.parametrize(("option", "value"), [("--fields", "titel"), ("--file", "99")])
def test_unknown_fields_and_files_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str, value: str
) -> None:
    status, output = run(monkeypatch, tmp_path, option, value)
    assert status == 2
    assert value in output
