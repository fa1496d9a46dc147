"""The sitemap as the protocol has it, in parts whose pages stay where they are."""

from __future__ import annotations

import gzip
from datetime import date
from xml.etree import ElementTree as ET

from generator.output.sitemap import NAME, PART, WHOLE, sitemap_files
from tests.project import ADDRESS

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY = date(2024, 3, 15)


def listed(text: bytes) -> dict[str, str | None]:
    """The addresses of a file, and the day that each last changed."""
    return {e.findtext(f"{SPACE}loc", ""): e.findtext(f"{SPACE}lastmod") for e in ET.fromstring(text)}


def many(articles: int) -> dict[str, date | None]:
    return {"index.md": DAY, "tinh/index.md": None} | {f"bai-viet/bai-{n}.md": DAY for n in range(articles)}


def test_few_pages_stand_in_one_file() -> None:
    files = {path: make() for path, make in sitemap_files(many(1), ADDRESS).items()}
    assert sorted(files) == [NAME, f"{NAME}.gz"]
    assert listed(files[NAME]) == {ADDRESS: str(DAY), f"{ADDRESS}tinh/": None, f"{ADDRESS}bai-viet/bai-0/": str(DAY)}


def test_of_many_pages_it_is_an_index_of_parts_at_the_root() -> None:
    files = {path: make() for path, make in sitemap_files(many(WHOLE), ADDRESS).items()}
    index = listed(files[NAME])
    parts = [url.removeprefix(ADDRESS) for url in index]
    assert sorted([*parts, NAME]) == sorted(path for path in files if path.endswith(".xml"))
    assert not [part for part in parts if "/" in part]
    urls = [url for part in parts for url in listed(files[part])]
    assert len(urls) == len(set(urls)) == WHOLE + 2
    assert max(len(listed(files[part])) for part in parts) < PART
    assert index[f"{ADDRESS}sitemap-tinh.xml"] is None
    assert index[f"{ADDRESS}sitemap-trang-chu.xml"] == str(DAY)


def test_twins_hold_the_same_and_no_time() -> None:
    files = {path: make() for path, make in sitemap_files(many(WHOLE), ADDRESS).items()}
    for path, text in files.items():
        if path.endswith(".gz"):
            assert gzip.decompress(text) == files[path.removesuffix(".gz")]
            assert text[4:8] == bytes(4)


def test_a_new_page_changes_its_own_part_and_the_index() -> None:
    days = many(WHOLE)
    before, after = (sitemap_files(d, ADDRESS) for d in (days, {**days, "bai-viet/moi.md": date(2024, 4, 1)}))
    changed = {path for path in after if path.endswith(".xml") and before[path]() != after[path]()}
    assert len(changed) == 2
    assert NAME in changed


def test_without_an_address_there_is_none() -> None:
    assert sitemap_files(many(1), "") == {}
