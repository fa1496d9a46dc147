"""A retracted article leaves a notice at its address, and nothing of what it told anywhere."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from generator.check import check
from tests.project import ADDRESS, TODAY, change, tree_texts

SLUG = "bac-kan-hop-ban-chi-dao"
ARTICLE = f"content/articles/2022/{SLUG}.md"
HUE = "content/articles/2022/hue-xep-hang-dti-2021.md"
REASON = "Nơi đăng đã gỡ <bài gốc>."
TOLD_BY_IT = ("hop-ban-chi-dao-2022", "505", "Cổng dịch vụ công", "Vi Hương", "1131", "1.131", "nhóm 45", "Anh Thúy")


@pytest.fixture
def retracted(project: Path) -> Path:
    block = f'retracted: {{on: "2026-11-21", reason: "{REASON}"}}'
    change(project, ARTICLE, "authors:", f"former_slugs: [ten-cu]\n{block}\nauthors:")
    return project


def made(project: Path) -> dict[str, str]:
    checked = check(project, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    return tree_texts(checked)


def test_nothing_that_it_told_is_left_but_addresses(retracted: Path) -> None:
    tree = made(retracted)
    for path, text in tree.items():
        without_addresses = re.sub(r"[\w./:-]*bac-kan-hop-ban-chi-dao[\w./-]*", "", text)
        assert [word for word in TOLD_BY_IT if word in without_addresses] == [], path
    naming = {path for path, text in tree.items() if SLUG in text.replace(f"{SLUG}-2022", "")}
    notices = {f"bai-viet/{SLUG}.md", "bai-viet/ten-cu/index.html", "co-gi-moi/index.md"}
    feeds = {
        f"{place}tin.xml"
        for place in ("", "tinh/bac-kan/", "tinh/thai-nguyen/", "su-kien/ngay-chuyen-doi-so-quoc-gia/")
    }
    data = {f"du-lieu/{name}" for name in ("retractions.csv", "retractions.json", "bang-tinh/retractions.csv")}
    led_here = {path for path in tree if path.endswith("/index.html")}
    assert naming == notices | feeds | data | led_here


def test_the_page_becomes_a_notice(retracted: Path) -> None:
    page = made(retracted)[f"bai-viet/{SLUG}.md"]
    assert "\n# Bài đã rút\n" in page
    assert "21/11/2026" in page
    assert "Nơi đăng đã gỡ &#60;bài gốc&#62;." in page
    assert "robots: noindex" in page
    assert "share:" not in page


def test_addresses_of_what_only_it_told_lead_to_the_notice(retracted: Path) -> None:
    tree = made(retracted)
    gone = ("su-kien/bac-kan-hop-ban-chi-dao-2022", "van-ban/quyet-dinh-505-qd-ttg", "nen-tang/cong-dich-vu-cong")
    for address in gone:
        assert f"{address}.md" not in tree
        assert f"url=../../bai-viet/{SLUG}/" in tree[f"{address}/index.html"]
    assert "su-kien/ngay-chuyen-doi-so-quoc-gia-2022/index.html" not in tree  # another article tells it


def test_former_addresses_of_an_event_lead_to_the_notice_too(retracted: Path) -> None:
    event = "ngay-chuyen-doi-so-quoc-gia-2022"
    change(retracted, "content/events.yml", "    series:", "    former_slugs: [ten-su-kien-cu]\n    series:")
    (retracted / HUE).unlink()
    change(retracted, ARTICLE, "Xem thêm\n[bài về Huế](/bai-viet/hue-xep-hang-dti-2021/).", "")
    tree = made(retracted)
    for address in (event, "ten-su-kien-cu"):
        assert f"url=../../bai-viet/{SLUG}/" in tree[f"su-kien/{address}/index.html"]


def test_links_of_other_summaries_lead_to_the_notice(retracted: Path) -> None:
    for target in (f"/bai-viet/{SLUG}/#doan-2", "/nen-tang/cong-dich-vu-cong/"):
        with (retracted / HUE).open("a", encoding="utf-8") as file:
            file.write(f"Xem [bài kia]({target}).\n")
    tree = made(retracted)
    hue = tree["bai-viet/hue-xep-hang-dti-2021.md"]
    assert f"]({SLUG}.md#doan-2)" in hue
    assert f"]({SLUG}.md)" in hue
    assert 'id="doan-2"' in tree[f"bai-viet/{SLUG}.md"]


def test_of_two_retracted_articles_the_first_has_the_address(retracted: Path) -> None:
    text = (retracted / ARTICLE).read_text(encoding="utf-8")
    second = text.replace("former_slugs: [ten-cu]\n", "").replace("2026-11-21", "2026-11-20")
    (retracted / ARTICLE).with_stem("an-ban-sao").write_text(second, encoding="utf-8")
    tree = made(retracted)
    assert "url=../../bai-viet/an-ban-sao/" in tree["nen-tang/cong-dich-vu-cong/index.html"]


def test_the_same_article_may_come_back_under_another_address(retracted: Path) -> None:
    text = (retracted / ARTICLE).read_text(encoding="utf-8")
    again = re.sub(r"(former_slugs|retracted): .*\n", "", text)
    (retracted / ARTICLE).with_stem("bac-kan-hop-lai").write_text(again, encoding="utf-8")
    tree = made(retracted)
    assert "nen-tang/cong-dich-vu-cong.md" in tree
    assert "nen-tang/cong-dich-vu-cong/index.html" not in tree


def test_feeds_update_the_entry_that_readers_have(retracted: Path) -> None:
    of_first_address = r"<entry>\s*<id>[^<]*:bai-viet/ten-cu</id>.*?</entry>"
    entry = re.search(of_first_address, made(retracted)["tin.xml"], re.DOTALL)
    assert entry
    assert "<title>Bài đã rút</title>" in entry[0]
    assert "<updated>2026-11-21T" in entry[0]
    assert "Lý do: Nơi đăng đã gỡ &lt;bài gốc&gt;." in entry[0]
    assert "baobackan" not in entry[0]


def test_the_open_data_tell_it(retracted: Path) -> None:
    tree = made(retracted)
    [row] = csv.DictReader(io.StringIO(tree["du-lieu/retractions.csv"]))
    url = f"{ADDRESS}bai-viet/{SLUG}/"
    assert row == {"id": SLUG, "retracted": "2026-11-21", "reason": REASON, "url": url}
    resources = json.loads(tree["du-lieu/datapackage.json"])["resources"]
    assert "retractions" in [resource["name"] for resource in resources]
    assert "\nid: " not in tree["du-lieu/articles.csv"]
    assert SLUG not in tree["du-lieu/articles.csv"]


def test_what_is_new_tells_it_once(retracted: Path) -> None:
    news = made(retracted)["co-gi-moi/index.md"]
    assert news.count(f"(../bai-viet/{SLUG}.md)") == 1
    assert f"[Bài đã rút](../bai-viet/{SLUG}.md): Nơi đăng đã gỡ" in news


def test_a_draft_that_was_retracted_is_not_published(retracted: Path) -> None:
    change(retracted, ARTICLE, "review: approved", "review: draft")
    checked = check(retracted, today=TODAY)
    assert checked.library is not None
    assert [d.code for d in checked.diagnostics] == ["retracted-draft"]
    assert f"bai-viet/{SLUG}.md" not in checked.plans
