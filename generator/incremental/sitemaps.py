"""The sitemap kept up to date: of many pages, only the sections are looked at that have a page that changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.incremental.products import Products
from generator.incremental.store import Store
from generator.output import sitemap
from generator.output.product import PageFacts
from generator.output.sitemap import Days

_KEPT = "sitemap"
"""What is kept: the newest day of each part, where there are parts."""


def keep_sitemap(store: Store, days: Days) -> None:
    """Keep of all pages what the next change is compared with."""
    newest = sitemap.newest_days(sitemap.sitemap_parts(days)) if len(days) > sitemap.WHOLE else {}
    store.set_meta(_KEPT, newest)


def sitemap_changes(
    store: Store, before: Mapping[str, PageFacts | None], address: str
) -> tuple[dict[str, bytes], set[str]]:
    """The files of the sitemap that list something else, and those that are gone; `before` has pages as they were."""
    products = Products(store)
    old = {name: page.changed for name, page in before.items() if page and page.listed}
    new = products.days_of(before)
    if old == new or not address:
        return {}, set()
    kept: dict[str, date | None] = store.meta(_KEPT)
    count = products.count_pages()
    if not kept or count <= sitemap.WHOLE:
        now = products.days()
        keep_sitemap(store, now)
        files = {path: make() for path, make in sitemap.sitemap_files(now, address).items()}
        gone = {f"{name}{end}" for name in kept for end in ("", ".gz")} - files.keys()
        return files, gone
    moved = {name for name in before if (name in old, old.get(name)) != (name in new, new.get(name))}
    sections = {sitemap.section_of(name) for name in moved}
    now = {name: day for of in sections for name, day in products.days_below(of).items()}
    parts = sitemap.sitemap_parts(now)
    still = {name: day for name, day in now.items() if name not in moved}
    was = sitemap.sitemap_parts(still | {name: day for name, day in old.items() if name in moved})
    newest = {name: day for name, day in kept.items() if name not in was} | sitemap.newest_days(parts)
    store.set_meta(_KEPT, newest)
    files = {name: sitemap.listing(days, address) for name, days in parts.items() if was.get(name) != days}
    if newest != kept:
        files[sitemap.NAME] = sitemap.index(newest, address)
    twins = {f"{name}.gz": sitemap.compressed(content) for name, content in files.items()}
    return files | twins, {f"{name}{end}" for name in was.keys() - parts.keys() for end in ("", ".gz")}
