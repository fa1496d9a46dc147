"""Every fact that a careful reader finds in the five seeds stands on its pages, and leads to its paragraph."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.edtf import date_vi, parse
from generator.library import addresses
from generator.text import number_vi

HERE = Path(__file__).parent
NULLS = {"title", "published", "province", "number", "date"}


def _rejoined(value: Any) -> Any:
    """Unquoted text with a comma, in { }, is cut there by YAML: the rest became a key without a value."""
    if isinstance(value, list):
        return [_rejoined(item) for item in value]
    if not isinstance(value, dict):
        return value
    whole: dict[str, Any] = {}
    for key, item in value.items():
        if item is None and key not in NULLS:
            whole[list(whole)[-1]] += f", {key}"
        else:
            whole[key] = _rejoined(item)
    return whole


SEEDS: list[dict[str, Any]] = _rejoined(yaml.safe_load((HERE / "seeds.yml").read_text(encoding="utf-8")))
NAMES: dict[str, Any] = yaml.safe_load((HERE / "names.yml").read_text(encoding="utf-8"))
PROVINCES: dict[str, str] = NAMES["provinces"]

seeds = pytest.mark.parametrize("seed", SEEDS, ids=[seed["file"].split("_")[0] for seed in SEEDS])


class Walk:
    """Looks facts of one seed up on the pages, and remembers what is missing."""

    def __init__(self, seed: dict[str, Any], tree: dict[str, str]) -> None:
        self.tree = tree
        self.slug: str = NAMES["articles"][seed["file"]]
        self.article = addresses.article(self.slug)
        self.subjects = [addresses.province(PROVINCES[name]) for name in seed["provinces"]["subject"]]
        self.missing: list[str] = []

    def lines(self, page: str) -> list[str]:
        """The lines of a page without the escapes of Markdown."""
        return [html.unescape(line) for line in self.tree.get(page, "").splitlines()]

    def has(self, page: str, words: Iterable[str], target: str | None = None, *, marked: bool = True) -> None:
        """Some line of the page holds all words, a link to the target, and one to a paragraph of the article."""
        words = list(words)
        wanted = [f"({_relative(page, target)}"] if target else []
        here = "" if page == self.article else _relative(page, self.article)
        paragraph = re.compile(rf"\({re.escape(here)}#doan-\d+\)" if marked else "")
        if not any(all(w in line for w in words + wanted) and paragraph.search(line) for line in self.lines(page)):
            self.missing.append(f"{page}: {' + '.join(words + wanted)}{' + đoạn' if marked else ''}")

    def has_no(self, page: str, words: Iterable[str]) -> None:
        """No line of the page holds all words."""
        words = list(words)
        if any(all(w in line for w in words) for line in self.lines(page)):
            self.missing.append(f"{page}: unwanted {' + '.join(words)}")

    def pages_of(self, province: str | None) -> list[str]:
        """The page of the province a fact belongs to; a fact of the whole country concerns the article's subjects."""
        return [addresses.province(province)] if province else self.subjects


def _relative(page: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page))


@pytest.fixture
def walk(seed: dict[str, Any], real_tree: dict[str, str]) -> Walk:
    return Walk(seed, real_tree)


@seeds
def test_heading_publisher_authors_and_date(seed: dict[str, Any], walk: Walk) -> None:
    page, published = walk.article, seed["published"]
    if seed["title"]:
        walk.has(page, [f"# {seed['title']}"], marked=False)
    else:
        walk.has(page, ["Tiêu đề do cổng đặt"], marked=False)
    walk.has(page, [f":   {seed.get('publisher') or 'nguồn: chưa rõ'}"], marked=False)
    if seed["authors"]:
        walk.has(page, [f":   {', '.join(seed['authors'])}"], marked=False)
    inferred = ["suy ra từ văn cảnh"] if published.get("inferred") else []
    time = [published["time"]] if "time" in published else []
    walk.has(page, [f":   {date_vi(parse(published['edtf']))}", *time, *inferred], marked=False)
    assert not walk.missing, "\n".join(walk.missing)


@seeds
def test_provinces_it_is_about_and_provinces_it_mentions(seed: dict[str, Any], walk: Walk) -> None:
    for role, heading in (("subject", "Bài viết"), ("mention", "Bài có nhắc tới")):
        for name in seed["provinces"][role]:
            page = addresses.province(PROVINCES[name])
            walk.has(walk.article, [f"[{name}]"], page, marked=False)
            section = walk.tree[page].partition(f"\n## {heading} ")[2].partition("\n## ")[0]
            if f"(../{walk.article})" not in section:
                walk.missing.append(f"{page}: {heading}: {walk.slug}")
    assert not walk.missing, "\n".join(walk.missing)


@seeds
def test_events(seed: dict[str, Any], walk: Walk) -> None:
    for event in seed["events"]:
        names = NAMES["events"][event["name"]]
        province = PROVINCES[event["province"]] if "province" in event else None
        where = [f"[{event['province']}]"] if province else ["cấp quốc gia"]
        if "series" in names:
            recurs = ["ngày 10/10 hằng năm"] if "recurs" in event else []
            series = addresses.event(names["series"])
            walk.has(walk.article, [*recurs, *where], series)
            for page in walk.pages_of(province):
                walk.has(page, [], series)
        if "id" in names:
            _event(event, addresses.event(names["id"]), province, where, walk)
    assert not walk.missing, "\n".join(walk.missing)


def _event(event: dict[str, Any], page: str, province: str | None, where: list[str], walk: Walk) -> None:
    when = parse(event["edtf"]) if "edtf" in event else None
    told = [f"[{event['name']}]", date_vi(when), *where]
    told += [f"“{event['theme']}”"] if "theme" in event else []
    told += ["suy ra từ văn cảnh"] if event.get("inferred") else []
    told += ["theo kế hoạch"] if event.get("status") == "announced" else []
    walk.has(walk.article, told, page)
    if event.get("status") == "reported":
        walk.has_no(walk.article, [f"[{event['name']}]({_relative(walk.article, page)})", "theo kế hoạch"])
    for place in walk.pages_of(province):
        walk.has(place, [], page)
    walk.has(addresses.year(when.year) if when else addresses.TIMELINE, [date_vi(when)] if when else [], page)


@seeds
def test_documents(seed: dict[str, Any], walk: Walk) -> None:
    for document in seed.get("documents", []):
        title = f"{document['type']} {document['number'] or '(chưa rõ số)'}"
        names = NAMES["documents"][f"{title} {document['issuer']}"]
        page = addresses.document(names["id"])
        when = parse(document["date"]) if document["date"] else None
        inferred = ["suy ra từ văn cảnh"] if document.get("date_inferred") else []
        walk.has(walk.article, [f"[{title}]", date_vi(when), document["issuer"], *inferred], page)
        for place in walk.pages_of(names.get("province")):
            walk.has(place, [title], page)
        if when:
            walk.has(addresses.year(when.year), [date_vi(when), title], page)
    assert not walk.missing, "\n".join(walk.missing)


@seeds
def test_indicators(seed: dict[str, Any], walk: Walk) -> None:
    for indicator in seed.get("indicators", []):
        index, year, measure = indicator["index"], indicator["year"], indicator["measure"]
        value = [f"hạng {indicator['rank']}"] if "rank" in indicator else []
        value += [f"{number_vi(indicator['score'])} điểm"] if "score" in indicator else []
        value += [f"tăng {indicator['rank_change']} bậc"] if "rank_change" in indicator else []
        target = addresses.index_year(index.lower(), year)
        walk.has(walk.article, [f"[{index} {year}, {measure}]", indicator["province"], *value], target)
        together = f"{measure}: {', '.join(_with_scale(value))}"
        walk.has(addresses.province(PROVINCES[indicator["province"]]), [together], target)
        walk.has(addresses.year(year), [together, f"[{indicator['province']}]"], target)
    assert not walk.missing, "\n".join(walk.missing)


def _with_scale(value: list[str]) -> list[str]:
    """The seeds' scores are on the scale of 1,000; pages say so."""
    return [f"{part} (thang 1.000)" if part.endswith("điểm") else part for part in value]


@seeds
def test_targets(seed: dict[str, Any], walk: Walk) -> None:
    for target in seed.get("targets", []):
        words = [target["text"], date_vi(parse(target["by"]))]
        walk.has(walk.article, [*words, f"[{target['province']}]"], addresses.TARGETS)
        walk.has(addresses.province(PROVINCES[target["province"]]), words)
        walk.has(addresses.year(int(target["by"])), [*words, f"[{target['province']}]"], addresses.TARGETS)
        walk.has(addresses.TARGETS, words)
    assert not walk.missing, "\n".join(walk.missing)


@seeds
def test_figures(seed: dict[str, Any], walk: Walk) -> None:
    for figure in seed.get("figures", []):
        for words in NAMES["figures"][figure["text"]]:
            walk.has(walk.article, words)
            if figure["province"]:
                walk.has(addresses.province(PROVINCES[figure["province"]]), _on_other_pages(words))
    assert not walk.missing, "\n".join(walk.missing)


def _on_other_pages(words: list[str]) -> list[str]:
    """„DTI 2021, nhân lực số" is a link to DTI 2021 and a measure there."""
    return [part for word in words for part in word.split(", ")]


@seeds
def test_platforms(seed: dict[str, Any], walk: Walk) -> None:
    for name in seed.get("platforms", []):
        names = NAMES["platforms"][name]
        page = addresses.platform(names["id"])
        title = name[0].upper() + name[1:] if name.split()[0] in ("nền", "tổng") else name
        walk.has(walk.article, [f"[{title}]"], page)
        walk.has(page, [])
        for place in walk.pages_of(names.get("province")):
            walk.has(place, [title], page)
    assert not walk.missing, "\n".join(walk.missing)


@seeds
def test_topics(seed: dict[str, Any], walk: Walk) -> None:
    for name in seed.get("topics", []):
        page = addresses.topic(NAMES["topics"][name])
        walk.has(walk.article, [], page)
        walk.has(page, [])
        for place in walk.subjects:
            walk.has(place, [], page, marked=False)
    assert not walk.missing, "\n".join(walk.missing)


@seeds
def test_places(seed: dict[str, Any], walk: Walk) -> None:
    for name in seed.get("places", []):
        names = NAMES["places"][name]
        walk.has(walk.article, names["words"])
        walk.has(addresses.province(names["province"]), names["words"])
    assert not walk.missing, "\n".join(walk.missing)


def _names(sort: str) -> set[str]:
    facts = [fact for seed in SEEDS for fact in seed.get(sort, [])]
    return {fact if isinstance(fact, str) else fact.get("name") or fact["text"] for fact in facts}


def test_seeds_are_read_whole() -> None:
    assert SEEDS[0]["targets"][0]["text"] == "thuộc nhóm 15 tỉnh, thành phố dẫn đầu về chỉ số chuyển đổi số"
    told = {sort: _names(sort) for sort in ("events", "platforms", "topics", "figures", "places")}
    assert told == {sort: set(NAMES[sort]) for sort in told}


def test_the_walk_sees_what_is_missing(real_tree: dict[str, str]) -> None:
    walk = Walk(SEEDS[0], real_tree)
    walk.has(walk.article, ["không có ở đâu cả"])
    walk.has(walk.article, ["Nghị quyết 111"], addresses.document("khac"))
    walk.has(addresses.year(2021), ["Nghị quyết 111"])
    walk.has(addresses.article("khong-co"), [])
    assert len(walk.missing) == 3
