"""How much a run left behind, counted from what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.incremental.store import Store

if TYPE_CHECKING:
    from generator.registry import Registries

_TALLY = "tally"
_THINGS = ("events", "documents", "platforms")
_TOLD = ("indicators", "targets", "figures", "places", "contradictions")
_FOLDERS = """
SELECT substr(name, 1, instr(name, '/')) AS folder, count(*) FROM products WHERE title IS NOT NULL
GROUP BY folder ORDER BY folder
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """Pages by the folder they stand in („tinh/", "" at the top), articles, and facts by kind.

    `may_shrink`: the share of them, in percent, that the editors let go between two builds (site_config/site.yml).
    """

    pages: Mapping[str, int]
    articles: int
    facts: Mapping[str, int]
    may_shrink: int


def keep_tally(store: Store, registries: Registries) -> Tally:
    """Count what the store holds now, and keep the counts in it."""
    facts = {name: store.cell_count(name) for name in _THINGS}
    facts |= {name: sum(store.counts(f"all/{name}").values()) for name in _TOLD}
    pages = dict(store.select(_FOLDERS))
    tally = Tally(pages, store.cell_count("articles"), facts, registries.site.may_shrink)
    store.set_meta(_TALLY, tally)
    return tally


def kept_tally(store: Store) -> Tally:
    """The counts that the last run kept."""
    kept: Tally = store.meta(_TALLY)
    return kept
