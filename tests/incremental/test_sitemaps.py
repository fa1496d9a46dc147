"""The sitemap that is kept up to date is the sitemap made of all pages."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.incremental.products import Known, Products
from generator.incremental.sitemaps import keep_sitemap, sitemap_changes
from generator.incremental.store import Store
from generator.output.cards import Card
from generator.output.product import PageFacts
from generator.output.sitemap import sitemap_files
from tests.project import ADDRESS, TODAY

SECTIONS = ("", "tinh/", "bai-viet/", "bai-viet/nam/2024/")


def page(day: date | None) -> PageFacts:
    return PageFacts("Trang", day, None, Card("", "Trang", "", "", ""))


def test_any_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a section gets more parts, or fewer, and where all pages fit into one file again."""
    monkeypatch.setattr("generator.output.sitemap.WHOLE", 12)
    monkeypatch.setattr("generator.output.sitemap.PART", 4)
    chance = random.Random(3)
    pages: dict[str, date | None] = {}
    numbers: dict[str, int] = {}
    with closing(Store.empty(tmp_path / "kept.db")) as store:
        store.index()
        products = Products(store)
        keep_sitemap(store, pages)
        files = {name: make() for name, make in sitemap_files(pages, ADDRESS).items()}
        for step in range(60):
            before: dict[str, PageFacts | None] = {}
            for _ in range(chance.randint(0, 3)):
                name = f"{chance.choice(SECTIONS)}trang-{chance.randrange(12)}.md"
                before.setdefault(name, page(pages[name]) if name in pages else None)
                if name in pages and (step // 20 == 1 or chance.random() < 0.3):
                    del pages[name]
                    products.forget(numbers.pop(name))
                else:
                    pages[name] = chance.choice([None, TODAY, TODAY + timedelta(step)])
                    numbers.setdefault(name, products.new_number())
                    products.keep([Known(numbers[name], name, "f", b"", {}, page(pages[name]))])
            made, gone = sitemap_changes(store, before, ADDRESS)
            files = {name: text for name, text in files.items() if name not in gone} | made
            assert files == {name: make() for name, make in sitemap_files(pages, ADDRESS).items()}
