"""What editors, file systems and clocks may bring: a diagnostic or the same pages as ever, never an exception."""

from __future__ import annotations

import copy
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import check, check_all
from generator.cli.reference import manual, schema_files
from generator.diagnostics import Diagnostic, catalogue
from tests.project import BASE, ROOT, TODAY, assemble, tree_texts
from tests.site.project import run, tree

ARTICLE = "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
HUE = "content/articles/2022/hue-xep-hang-dti-2021.md"
BAC_NINH = "content/articles/2025/bac-ninh-sau-sap-xep.md"


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


def codes(found: list[Diagnostic]) -> list[str]:
    return [d.code for d in found]


def checked_codes(project: Path) -> list[str]:
    return codes(check(project, today=TODAY).diagnostics)


CONTRADICTED = """\
---
title: Bài nói khác
published: "2023-01-02"
publisher: null
url: null
review: approved
added: "2026-11-20"
provinces: {subject: [bac-kan, cao-bang, bac-ninh, thai-nguyen]}
documents: [{id: quyet-dinh-505-qd-ttg, number: 506/QĐ-TTg, date: "2022-04-23", at: 1}]
events: [{id: bac-kan-hop-ban-chi-dao-2022, name: Họp, kind: meeting, date: "2022-10-27", provinces: [bac-kan], at: 1}]
indicators:
  - {province: bac-kan, index: dti, year: 2021, measure: tong-the, rank: 52, score: 310, scale: 1000, at: 1}
  - {province: bac-kan, index: dti, year: 2021, measure: kinh-te-so, rank: 4, at: 1}
figures: [{province: bac-kan, label: Tổ công nghệ số cộng đồng, value: 1200, unit: tổ, at: 1}]
---

Bài này nói khác về mọi điều.
"""
PRINT_TREE = """
import json, sys
from datetime import date
from pathlib import Path
from generator.check import check
from tests.project import tree_texts
checked = check(Path(sys.argv[1]), today=date(2026, 11, 21), drafts=True)
print(json.dumps(tree_texts(checked)), [d.sort_key for d in checked.diagnostics])
"""


def test_the_order_of_hashes_changes_no_byte(project: Path) -> None:
    path = project / "content/articles/2023/bai-noi-khac.md"
    path.parent.mkdir()
    path.write_text(CONTRADICTED, encoding="utf-8")
    shutil.copy(path, path.with_name("bai-noi-khac-nua.md"))
    edit(project, "content/articles/2023/bai-noi-khac-nua.md", "Bài nói khác", "Bài nữa")
    edit(project, "content/articles/2023/bai-noi-khac-nua.md", "rank: 52", "rank: 53")
    outputs = [
        subprocess.run(
            [sys.executable, "-c", PRINT_TREE, str(project)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "31337")
    ]
    assert b"khac-nhau" in outputs[0]
    assert outputs[0] == outputs[1]


COLLISIONS = [
    ("bac-kan-hop-ban-chi-dao-2022", "index"),
    ("quyet-dinh-505-qd-ttg", "index"),
    ("cong-dich-vu-cong", "index"),
    ("ky-nang-so", "index"),
    ("ngay-chuyen-doi-so-bac-kan", "index"),
    ("ngay-chuyen-doi-so-bac-kan", "ngay-chuyen-doi-so-quoc-gia-2022"),
    ("bac-giang", "index"),
    ("bac-giang", '"2021"'),
]


@pytest.mark.parametrize(("key", "taken"), COLLISIONS)
def test_a_key_whose_address_is_taken(project: Path, key: str, taken: str) -> None:
    for path in [*project.rglob("*.md"), *project.rglob("*.yml")]:
        path.write_text(path.read_text(encoding="utf-8").replace(key, taken), encoding="utf-8")
    assert "slug-collision" in checked_codes(project)


def test_an_article_named_as_the_list_of_articles(project: Path) -> None:
    (project / HUE).rename(project / "content/articles/2022/index.md")
    assert checked_codes(project) == ["slug-collision"]


@pytest.mark.parametrize("year", ["20222", "0", "-1", "999", "3000", "1e3", "2021.0", "9" * 30, "0x7E6"])
def test_years_out_of_range(project: Path, year: str) -> None:
    edit(project, ARTICLE, "year: 2021", f"year: {year}")
    edit(project, "site_config/event_series.yml", "since_year: 2022", f"since_year: {year}")
    found = check(project, today=TODAY).diagnostics
    assert {d.spot.field for d in found} == {"indicators[1].year", "series[1].since_year"}
    assert set(codes(found)) <= {"bad-value", "wrong-type"}


@pytest.mark.parametrize(
    "day", ["20222-01-01", "0000-01-01", "0999", "9999-12-31", "-001-01-01", "2022-02-30", "../.."]
)
def test_dates_out_of_range(project: Path, day: str) -> None:
    edit(project, ARTICLE, 'published: "2022-10-26"', f'published: "{day}"')
    assert set(checked_codes(project)) <= {"not-edtf", "impossible-date"}
    assert checked_codes(project)


def test_a_link_to_a_draft_is_dead_where_it_is_published(project: Path) -> None:
    edit(project, HUE, "review: approved", "review: draft")
    assert codes(check(project, today=TODAY, drafts=True).diagnostics) == []
    assert checked_codes(project) == ["dead-link"]
    assert codes(check_all(project, today=TODAY)) == ["dead-link"]


@pytest.mark.parametrize(
    ("anchor", "found"), [("#doan-1", []), ("", []), ("#doan-99", ["dead-link"]), ("#x", ["dead-link"]), ("#", [])]
)
def test_links_to_paragraphs(project: Path, anchor: str, found: list[str]) -> None:
    edit(project, ARTICLE, "/bai-viet/hue-xep-hang-dti-2021/", f"/bai-viet/hue-xep-hang-dti-2021/{anchor}")
    assert checked_codes(project) == found


@pytest.mark.parametrize("link", ["[Huế [1]](/tinh/hue/)", "[Huế](/tinh/hue/ x)", "[](/tinh/hue/)", "[Huế](a(b)c)"])
def test_a_link_that_cannot_be_read(project: Path, link: str) -> None:
    edit(project, ARTICLE, "[bài về Huế](/bai-viet/hue-xep-hang-dti-2021/)", link)
    assert checked_codes(project) == ["bad-link"]


def test_files_of_editors_and_folders_are_no_articles(project: Path) -> None:
    before = tree_texts(check(project, today=TODAY))
    folder = project / "content/articles/2022"
    (folder / ".#x.md").symlink_to("nguoi@may.1234:1700000000")
    (folder / ".x.md.swp").write_bytes(b"\x00")
    (folder / "y.md").mkdir()
    checked = check(project, today=TODAY)
    assert checked.diagnostics == []
    assert tree_texts(checked) == before


@pytest.mark.parametrize(
    "url",
    [
        "http://baobackan.example/hop-ban-chi-dao",
        "https://www.baobackan.example/hop-ban-chi-dao",
        "https://baobackan.example/hop-ban-chi-dao/",
        "https://BaoBacKan.example/hop-ban-chi-dao#binh-luan",
        "https://baobackan.example/hop-ban-chi-dao?utm_source=zalo&fbclid=x",
    ],
)
def test_one_article_under_two_spellings_of_its_address(project: Path, url: str) -> None:
    edit(project, BAC_NINH, "https://bacninh.example/sau-sap-xep", url)
    assert checked_codes(project) == ["same-address"]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Bắc Kạn", "bac-kan"),
        ("BẮC CẠN", "bac-kan"),
        ("tỉnh Bắc Kạn", "bac-kan"),
        ("TP.HCM", "ho-chi-minh"),
        ("hcm", "ho-chi-minh"),
        ("tphcm", "ho-chi-minh"),
        ("Thừa Thiên - Huế", "thua-thien-hue"),
        ("Thừa Thiên–Huế", "thua-thien-hue"),
        ("bac-kann", "bac-kan"),
    ],
)
def test_a_province_by_its_name_is_told_its_key(project: Path, written: str, key: str) -> None:
    for name in ("provinces.yml", "site.yml"):
        shutil.copy(ROOT / "site_config" / name, project / "site_config")
    edit(project, ARTICLE, "mention: [cao-bang]", f'mention: ["{written}"]')
    found = [d for d in check(project, today=TODAY).diagnostics if d.code == "unknown-province"]
    assert [f"“{key}”" in d.message + d.hint for d in found] == [True]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project after `portal build`."""
    project = assemble(tmp_path_factory.mktemp("small") / "project")
    for name in ("theme_overrides", "generator"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    run(project, "portal", "build", "--today", TODAY.isoformat()).assert_clean()
    return project


def test_a_failed_site_build_leaves_the_last_site(small_site: Path, tmp_path: Path) -> None:
    """First a theme that cannot be read, then a page that MkDocs warns of."""
    project = shutil.copytree(small_site, tmp_path / "project")
    before = tree(project / "build/site")
    edit(project, "theme_overrides/main.html", "{% block content %}", "{% block content %}{% khong %}")
    assert run(project, "portal", "build").returncode != 0
    assert tree(project / "build/site") == before
    edit(project, "theme_overrides/main.html", "{% khong %}", "")
    edit(project, "build/docs/index.md", "# ", "[chết](khong-co.md)\n\n# ")
    build = "from pathlib import Path; from generator.site.engine import build_site; build_site(Path(), quiet=True)"
    failed = run(project, "python", "-c", build)
    assert "SiteBuildFailed" in failed.output
    assert "khong-co.md" in failed.output
    assert tree(project / "build/site") == before
    run(project, "portal", "build", "--today", TODAY.isoformat()).assert_clean()
    assert tree(project / "build/site") == before
    assert sorted(path.name for path in (project / "build").iterdir()) == [".cache", "docs", "report.json", "site"]


def test_a_wheel_holds_all_that_the_generator_reads(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT / "generator", source / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, *offline, "-w", str(tmp_path), str(source)], check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("generator/")}
    assert held == {f"generator/{name}" for name in tree(ROOT / "generator") if "__pycache__" not in name}


def test_the_manual_of_codes_and_the_schemas_are_those_of_the_code() -> None:
    expected = schema_files() | {"docs/ma-loi.md": manual()}
    assert {path: (ROOT / path).read_bytes().decode() for path in expected} == expected
    stored = sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "site_config/schemas").iterdir())
    assert stored == sorted(schema_files())


ODD = (
    "", " ", "0", "null", "index", "..", "../../x", "/", "-", "a" * 300, "bac-ninh", "bac-ninh-truoc-2025", "hue",
    "thua-thien-hue", "bac-giang", "dti", "34", "63", "ngay-chuyen-doi-so-quoc-gia", "quyet-dinh-505-qd-ttg",
    "bac-kan-hop-ban-chi-dao-2022", "ngay-chuyen-doi-so-quoc-gia-2022", "hue-xep-hang-dti-2021", "tong-the",
    "2022", "1000", "2999-12-31", "2022-13", "2022-02-29", "2022-33", "2022-41", "2021/2023", "../2022", "2022/..",
    "[..2022]", "[2021-01..]", "[2022..2021]", "--02-29", "--10-10", "--13-01", "25:00", "announced", "meeting",
    "https://[", "https://a:99999/", "http://a@b:c/x", "mailto:a@b.example", "https://", "{0}", "{x}", "%s", "đ",
    "\u202e", "\ufeff", "\ud7ff", "٣", "𝟚𝟘𝟚𝟚",
)  # fmt: skip
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 70),
    st.integers(-(10**25), 10**25),
    st.floats(),
    st.sampled_from(ODD),
    st.text(max_size=20),
)
values = st.one_of(
    scalars,
    scalars,
    st.lists(scalars, max_size=3),
    st.dictionaries(st.sampled_from(["id", "at", "name", "x", ""]), scalars, max_size=3),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value within a record."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*([path] if path else []), *(p for key, item in inner for p in places(item, (*path, key)))]


def replaced(record: Any, place: tuple[Any, ...], value: Any) -> Any:
    record = copy.deepcopy(record)
    parent = record
    for key in place[:-1]:
        parent = parent[key]
    parent[place[-1]] = value
    return record


def assert_diagnosed(project: Path) -> None:
    """The project is clean enough to make every page, or its problems are told; nothing is raised."""
    for drafts in (False, True):
        checked = check(project, today=TODAY, drafts=drafts)
        assert set(codes(checked.diagnostics)) <= set(catalogue())
        if checked.library is not None:
            tree_texts(checked)


RECORDS = [
    ARTICLE, HUE, BAC_NINH, "content/events.yml",
    *(f"site_config/{name}.yml" for name in ("site", "provinces", "event_series", "indices", "topics", "publishers")),
]  # fmt: skip
YAMLS = {path: (BASE / path).read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n")[0] for path in RECORDS}
VALID = {path: yaml.safe_load(text) for path, text in YAMLS.items()}
changes = st.sampled_from(RECORDS[:3] * 2 + RECORDS[3:]).flatmap(
    lambda path: st.tuples(st.just(path), st.sampled_from(places(VALID[path])), values)
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assemble(tmp_path_factory.mktemp("fuzz"))


@settings(max_examples=250)
@given(changes)
def test_any_value_anywhere_is_used_or_told(fuzzed: Path, change: tuple[str, tuple[Any, ...], Any]) -> None:
    path, place, value = change
    original = (BASE / path).read_text(encoding="utf-8")
    record = json.dumps(replaced(VALID[path], place, value))
    (fuzzed / path).write_text(original.replace(YAMLS[path], record), encoding="utf-8")
    try:
        assert_diagnosed(fuzzed)
    finally:
        (fuzzed / path).write_text(original, encoding="utf-8")


PROVINCES = ("bac-kan", "cao-bang", "bac-giang", "thai-nguyen", "bac-ninh")


def synthetic(number: int) -> dict[str, Any]:
    """An article that shares events, documents, platforms and a ranking with others, and contradicts one of them."""
    province = PROVINCES[number // 2 % len(PROVINCES)]

    def day(year: int, of: int) -> str:
        return f"{year}-{of % 12 + 1:02}-{of // 12 % 28 + 1:02}"

    event, document, platform = number // 3, number // 5, number // 4
    meeting = {"id": f"su-kien-{event}", "name": f"Sự kiện {event}", "kind": "meeting", "date": day(2022, event)}
    plan = {"id": f"van-ban-{document}", "kind": "Kế hoạch", "number": f"{document}/KH-UBND"}
    return {
        "title": f"Bài số {number} về chuyển đổi số",
        "published": day(2023, number),
        "publisher": "bao-bac-kan",
        "url": f"https://baobackan.example/{number}",
        "review": "approved",
        "added": "2026-11-20",
        "provinces": {"subject": [province], "mention": [PROVINCES[number % len(PROVINCES)]]},
        "topics": [{"topic": "ky-nang-so", "at": 1}],
        "events": [{**meeting, "series": "ngay-chuyen-doi-so-quoc-gia", "provinces": [province], "at": 1}],
        "documents": [{**plan, "date": day(2021, document), "at": 1}],
        "indicators": [
            {"province": "bac-kan", "index": "dti", "year": 2021, "measure": "kinh-te-so", "rank": 9, "at": 1}
        ],
        "targets": [{"province": province, "by": "2025", "text": f"mục tiêu {number}", "at": 1}],
        "platforms": [{"id": f"nen-tang-{platform}", "name": f"Nền tảng {platform}", "kind": "app", "at": 1}],
        "figures": [{"province": province, "label": f"Số {number // 2}", "value": number, "period": "2022", "at": 1}],
        "places": [{"name": f"xã {number}", "province": province, "at": 1}],
    }


def sizes(project: Path, articles: int) -> Counter[str]:
    """The bytes of the pages and data of each section, and of other files by their names, with so many articles."""
    folder = assemble(project) / "content/articles/2023"
    folder.mkdir()
    for number in range(articles):
        text = f"---\n{json.dumps(synthetic(number))}\n---\n\nBài {number} kể mọi điều trong một đoạn ngắn.\n"
        (folder / f"bai-{number}.md").write_text(text, encoding="utf-8")
    found: Counter[str] = Counter()
    for path, page in tree_texts(check(project, today=TODAY)).items():
        section, file = path.split("/")[0], path.split("/")[-1]
        found[section if file.endswith((".md", ".csv", ".json")) else file] += len(page.encode())
    return found


def test_twice_the_articles_make_twice_the_pages(tmp_path: Path) -> None:
    """No kind of page grows with the square of what exists; lists that fill up to their limit grow a little faster."""
    once, twice = sizes(tmp_path / "once", 150), sizes(tmp_path / "twice", 300)
    assert twice.total() <= 2.3 * once.total()
    assert {kind: twice[kind] / once[kind] for kind in twice if twice[kind] > 2.5 * once[kind]} == {}
