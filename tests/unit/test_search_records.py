"""What search knows of each page: names, dates, facts, and which pages have a record at all."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.check import Checked, check
from generator.edtf import parse
from generator.library import addresses
from generator.library.things import Document
from generator.output.search.dates import date_forms, order_of
from generator.output.search.kinds import ARTICLE, KIND_NAMES, SECTION
from generator.output.search.names import distinct, document_aliases, with_year_word
from generator.output.search.record import SearchRecord
from generator.output.search.records import search_records
from generator.output.search.words import words
from tests.project import ROOT, TODAY, change

NOT_FOUND = re.compile(
    r"dong-thoi-gian/(tinh|loai)/[a-z-]+\.md|chi-so/[a-z-]+/\d{4}/[a-z-]+\.md|(tim-kiem|da-luu|bien-tap)/index\.md"
)
"""The pages that hold the same in another order or choice, and the tools."""


@pytest.fixture(scope="module")
def records(real: Checked) -> dict[str, SearchRecord]:
    assert real.library
    return {record.page: record for record in search_records(real.library, real.pages)}


def test_every_page_has_one_record_or_is_one_that_search_leaves_out(real: Checked) -> None:
    assert real.library
    counts = Counter(record.page for record in search_records(real.library, real.pages))
    assert set(counts.values()) == {1}
    paths = {page.path for page in real.pages}
    assert set(counts) <= paths
    assert {path for path in paths - set(counts) if not NOT_FOUND.fullmatch(path)} == set()
    assert not any(NOT_FOUND.fullmatch(path) for path in counts)


def test_a_preview_hides_the_editors_report_and_finds_drafts(project: Path) -> None:
    path = project / "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
    path.write_text(path.read_text(encoding="utf-8").replace("review: approved", "review: draft"), encoding="utf-8")
    checked = check(project, today=TODAY, drafts=True)
    assert checked.library
    found = {record.page for record in search_records(checked.library, checked.pages)}
    assert addresses.EDITORS_REPORT in {page.path for page in checked.pages} - found
    assert addresses.article("bac-kan-hop-ban-chi-dao") in found


def test_the_records_are_the_same_each_time(real: Checked) -> None:
    assert real.library
    assert list(search_records(real.library, real.pages)) == list(search_records(real.library, real.pages))


def test_the_records_do_not_depend_on_today(records: dict[str, SearchRecord]) -> None:
    later = check(ROOT, today=TODAY + timedelta(days=400))
    assert later.library
    assert {r.page: r for r in search_records(later.library, later.pages)} == records


def test_titles_are_those_of_the_pages_and_texts_have_no_markup(
    real: Checked, records: dict[str, SearchRecord]
) -> None:
    titles = {page.path: page.title for page in real.pages}
    for record in records.values():
        assert record.title == titles[record.page]
        texts = (record.title, record.lead, record.date, *record.aliases, *record.related, *record.facts)
        assert not [text for text in texts if "](" in text or "\n" in text or "<" in text or text != text.strip()]
        assert "" not in texts[4:]


def test_kinds_are_closed_and_only_articles_and_sections_are_no_entities(records: dict[str, SearchRecord]) -> None:
    assert {record.kind for record in records.values()} == set(KIND_NAMES)
    assert {record.kind for record in records.values() if not record.entity} == {ARTICLE, SECTION}


def test_no_name_leads_to_a_page_when_another_page_bears_it_as_its_title(records: dict[str, SearchRecord]) -> None:
    titles = {tuple(words(r.title)): r.page for r in records.values() if r.kind != ARTICLE}
    clashes = [
        (record.page, name) for record in records.values() for name in record.aliases if tuple(words(name)) in titles
    ]
    assert clashes == []
    assert "Ngày Chuyển đổi số quốc gia" in records["su-kien/ngay-chuyen-doi-so-quoc-gia-2022.md"].related


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("tinh/bac-kan.md", ["Bắc Kạn", "tỉnh Bắc Kạn", "Bắc Cạn", "backan"]),
        ("tinh/ho-chi-minh.md", ["TP.HCM", "TPHCM", "tp hcm", "Sài Gòn", "thành phố HCM", "HCMC", "Ho Chi Minh City"]),
        ("tinh/ha-noi.md", ["Hà Nội", "TP. Hà Nội", "Hanoi", "Thủ đô"]),
        ("tinh/dak-lak.md", ["Đắc Lắc", "Đăk Lăk", "tỉnh Đắc Lắc", "Daklak"]),
        ("tinh/thua-thien-hue.md", ["Thừa Thiên Huế", "Thừa Thiên - Huế", "tỉnh Thừa Thiên Huế", "TT-Huế"]),
        ("tinh/ba-ria-vung-tau.md", ["Bà Rịa-Vũng Tàu", "Bà Rịa Vũng Tàu", "Vũng Tàu", "BR-VT"]),
        ("tinh/bac-ninh.md", ["tỉnh Bắc Ninh", "TP Bắc Ninh"]),
        ("van-ban/quyet-dinh-749-qd-ttg.md", ["Quyết định số 749/QĐ-TTg", "749/QĐ-TTg", "QĐ 749", "Quyết định 749"]),
        ("van-ban/ke-hoach-0280-kh-ubnd-ca-mau-2025.md", ["Kế hoạch 280", "KH 0280", "Kế hoạch 280 Cà Mau"]),
        ("van-ban/ke-hoach-phat-trien-kinh-te-so-dong-thap-2025.md",
         ["Kế hoạch phát triển kinh tế số theo ngành, lĩnh vực trong năm 2025"]),
        ("chi-so/dti/index.md", ["Chỉ số đánh giá mức độ chuyển đổi số", "PDTI", "xếp hạng chuyển đổi số"]),
        ("chi-so/dti/2022.md", ["DTI năm 2022", "chỉ số DTI 2022"]),
        ("chi-so/dti/bac-kan.md", ["DTI Bắc Cạn", "DTI tỉnh Bắc Kạn", "xếp hạng DTI Bắc Kạn"]),
        ("su-kien/cong-bo-dti-2021.md", ["Bộ TT&TT công bố DTI năm 2021"]),
        ("nen-tang/vneid.md", ["VNelD"]),
        ("chu-de/ky-nang-so.md", ["bình dân học vụ số", "Digital skills"]),
        ("dong-thoi-gian/2022.md", ["năm 2022", "2022"]),
        ("index.md", ["Trang chủ"]),
    ],
)  # fmt: skip
def test_names_lead_to_their_page(records: dict[str, SearchRecord], page: str, names: list[str]) -> None:
    record = records[page]
    known = {tuple(words(name)) for name in (record.title, *record.aliases)}
    assert [name for name in names if tuple(words(name)) not in known] == []


def test_a_former_name_leads_to_its_own_page_and_after_it_to_the_current_one(
    records: dict[str, SearchRecord],
) -> None:
    former, current = records["tinh/bac-kan.md"], records["tinh/thai-nguyen.md"]
    assert "Bắc Kạn" in former.aliases
    assert "Bắc Kạn" in current.related
    assert "Bắc Kạn" not in current.aliases
    assert "Thái Nguyên" not in former.related
    assert (former.provinces, current.provinces) == (("bac-kan",), ("thai-nguyen",))
    assert "DTI Bắc Kạn" in records["chi-so/dti/thai-nguyen.md"].related


def test_a_name_is_known_once_however_it_is_typed() -> None:
    assert distinct(["749/QĐ-TTg", "749 qđ ttg", "749QĐ-TTG", "Hoà Bình", "Hòa Bình"]) == ("749/QĐ-TTg", "Hoà Bình")
    assert distinct(["Quyết định 749"], "QUYẾT ĐỊNH 749") == ()


@pytest.mark.parametrize(
    ("kind", "number", "names"),
    [
        ("Luật", "20/2023/QH15", ["Luật 20", "Luật 20/2023", "Luật số 20/2023/QH15", "20/2023/QH15"]),
        ("Nghị quyết", "57-NQ/TW", ["NQ 57", "Nghị quyết 57", "57-NQ/TW"]),
        (None, "921/UBND-CTHĐ", ["Văn bản 921", "921/UBND-CTHĐ"]),
        ("Quyết định", "528", ["QĐ 528", "Quyết định số 528"]),
        ("Kế hoạch", None, []),
    ],
)
def test_the_writings_of_a_number(kind: str | None, number: str | None, names: list[str]) -> None:
    document = Document(
        id="x", kind=kind, number=number, date=None, issuer=None, subject=None, province=None, claims=()
    )
    known = document_aliases(document, None)
    assert [name for name in names if name not in known] == []
    assert "528" not in known


@pytest.mark.parametrize(
    ("told", "order", "forms"),
    [
        ("2022-10-10", "2022-10-10", ("10/10/2022", "tháng 10/2022", "quý IV/2022", "năm 2022")),
        ("2022-10", "2022-10", ("tháng 10/2022", "quý IV/2022", "năm 2022")),
        ("2022-35", "2022-07", ("quý III/2022", "năm 2022")),
        ("2022-41", "2022-07", ("6 tháng cuối năm 2022", "năm 2022")),
        ("2022", "2022", ("năm 2022",)),
        ("2022-10-01/2022-10-10", "2022-10-01",
         ("1/10/2022", "10/10/2022", "tháng 10/2022", "quý IV/2022", "năm 2022")),
        ("2021/2023", "2021", ("năm 2021", "năm 2022", "năm 2023")),
        ("2021/2045", "2021", ("năm 2021", "năm 2045")),
        ("../2022-03", "2022-03", ("tháng 3/2022", "quý I/2022", "năm 2022")),
        ("2022-03-05/..", "2022-03-05", ("5/3/2022", "tháng 3/2022", "quý I/2022", "năm 2022")),
        ("[2022-08-08..2022-08-31]", "2022-08-08", ("tháng 8/2022", "quý III/2022", "năm 2022")),
        ("[2022-07..2022-09]", "2022-07", ("quý III/2022", "năm 2022")),
        ("[2021..2022]", "2021", ()),
        ("[..2022-05]", "2022-05", ()),
        (None, "", ()),
    ],
)  # fmt: skip
def test_dates_in_the_forms_that_readers_type(told: str | None, order: str, forms: tuple[str, ...]) -> None:
    value = parse(told) if told else None
    assert (order_of(value), date_forms(value)) == (order, forms)


def test_the_word_year_is_added_once() -> None:
    assert with_year_word("Ngày Chuyển đổi số quốc gia 2022") == ["Ngày Chuyển đổi số quốc gia năm 2022"]
    assert with_year_word("Công bố DTI năm 2022") == with_year_word("Quyết định 2022 của tỉnh") == []


def test_dates_of_things(records: dict[str, SearchRecord]) -> None:
    for page in (
        "su-kien/ngay-chuyen-doi-so-quoc-gia-2022.md",
        "bai-viet/ngay-10-10-la-ngay-chuyen-doi-so-quoc-gia.md",
    ):
        record = records[page]
        assert record.date
        assert record.order.startswith("2022")
        assert any("năm 2022" in fact for fact in record.facts)
    assert records["su-kien/ngay-chuyen-doi-so-quoc-gia-2022.md"].order == "2022-10-10"
    assert records["su-kien/ngay-chuyen-doi-so-quoc-gia.md"].date == "ngày 10/10 hằng năm"
    assert (records["tinh/bac-kan.md"].order, records["tinh/bac-kan.md"].date) == ("", "")
    assert records["van-ban/de-an-06.md"].order == ""


def test_an_article_is_found_by_what_it_tells_of(records: dict[str, SearchRecord]) -> None:
    record = records["bai-viet/thua-thien-hue-dung-thu-hai-dti-2021.md"]
    assert record.lead.startswith("Thừa Thiên Huế giành vị trí thứ hai")
    assert record.provinces == ("thua-thien-hue",)
    facts = "\n".join(record.facts)
    for told in (
        "Tạp chí Sông Hương",
        "Nghị quyết 17/NQ-CP",
        "Phiên họp lần thứ ba",
        "hạng 2",
        "Xếp hạng DTI",
        "8/8/2022",
    ):
        assert told in facts
    assert "thay vì cộng ba trụ cột" not in facts


def test_the_other_paragraphs_are_facts_when_the_site_asks_for_them(real: Checked) -> None:
    assert real.library
    site = replace(real.library.registries.site, search_body=True)
    library = replace(real.library, registries=replace(real.library.registries, site=site))
    page = "bai-viet/thua-thien-hue-dung-thu-hai-dti-2021.md"
    record = next(r for r in search_records(library, real.pages) if r.page == page)
    assert any("thay vì cộng ba trụ cột" in fact for fact in record.facts)


def test_the_site_says_whether_paragraphs_are_searched(project: Path) -> None:
    assert _site_of(project) is False
    change(project, "site_config/site.yml", 'name: "Cổng thử"', 'name: "Cổng thử"\nsearch_body: true')
    assert _site_of(project) is True


def _site_of(project: Path) -> bool:
    library = check(project, today=TODAY).library
    assert library
    return library.registries.site.search_body


def test_facts_of_provinces_do_not_grow_with_articles(project: Path) -> None:
    before = _facts(project, "tinh/bac-kan.md")
    article = (project / "content/articles/2022/bac-kan-hop-ban-chi-dao.md").read_text(encoding="utf-8")
    for number in range(20):
        copy = re.sub(r"(title: .*|https?://.*)", rf"\1-{number}", article).replace("score: 320.7", f"score: 3{number}")
        (project / f"content/articles/2022/bac-kan-lan-{number}.md").write_text(copy, encoding="utf-8")
    after = _facts(project, "tinh/bac-kan.md")
    assert len(after) == len(before)
    assert sum(map(len, after)) < 2 * sum(map(len, before))


def _facts(project: Path, page: str) -> tuple[str, ...]:
    checked = check(project, today=TODAY)
    assert checked.library, checked.diagnostics
    return next(r.facts for r in search_records(checked.library, checked.pages) if r.page == page)


def test_facts_of_a_province(records: dict[str, SearchRecord]) -> None:
    facts = records["tinh/hue.md"].facts
    assert "trước đó là Thừa Thiên Huế" in facts[0]
    assert "Vùng Bắc Trung Bộ" in facts
    assert [fact for fact in facts if fact.startswith("DTI 2021")] == ["DTI 2021, Thừa Thiên Huế: tổng thể: hạng 2"]
    assert (
        records["tinh/bac-kan.md"].facts[0].startswith("Trước đây: tỉnh Bắc Kạn, đến 30/6/2025, nay thuộc Thái Nguyên")
    )
