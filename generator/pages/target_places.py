"""Where a target stands: on one page with all others; where they are many, by the year it is due in, then by province.

Which page that is hangs on what crowds a year, not on how many there are, so that links do not change with each target.
"""

from __future__ import annotations

from generator.library import addresses
from generator.library.library import Library
from generator.library.periods import NATIONWIDE, period
from generator.model import Target
from generator.pages.list_pages import page_holding
from generator.pages.page import Ref


def target_ref(library: Library, target: Target) -> Ref:
    """A link to a target by its text."""
    return Ref(target.text, _page(library, target), addresses.target_anchor(target.article, target.index + 1))


def due_shelf(due: str, slug: str) -> str:
    """The shelf of the targets of one province's name (or of none) that are due in a year."""
    return f"targets/{due}/{slug}"


def _page(library: Library, target: Target) -> str:
    crowded = library.crowded_dues()
    if crowded is None:
        return addresses.TARGETS
    due = period(target.by)[:4]
    if due not in crowded:
        return addresses.targets_due(due)
    slug = library.registries.units[target.province].name_slug if target.province else NATIONWIDE
    published = period(library.cards[target.article].published)
    shelf, key = library.shelf(due_shelf(due, slug)), f"{target.article}/{target.index}"
    return page_holding(addresses.targets_due_of(due, slug), shelf, published, key)
