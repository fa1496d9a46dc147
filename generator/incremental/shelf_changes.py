"""Changes rows of shelves, and tells what of the shelves reads otherwise then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.incremental import reading
from generator.incremental.row import Row
from generator.incremental.store import Store
from generator.library.library import crowded
from generator.library.shelf import years_of
from generator.library.tables.owners import OWNERS
from generator.library.tables.pieces import cut

Changed = dict[str, set[str]]
"""What reads otherwise now, and the owners of what it reads: „article/…", „event/…", „entry/…"."""

_GROUPS = frozenset({"topics", "series_claims", "contradictions_in", "issuing", "in_series"})

_CUT = {owners.shelf: owners.most for owners in OWNERS}


def change_rows(store: Store, old: set[Row], new: set[Row], changed: Changed) -> None:
    """Put new rows in the place of old ones, and add to `changed` what of the shelves reads otherwise now."""
    shelves: dict[str, set[str]] = {}
    for row in old ^ new:
        shelves.setdefault(row.shelf, set()).add(row.owner)
        for read in _readings(row):
            changed.setdefault(read, set()).add(row.owner)
    sizes = _sizes_changed(old, new)
    for shelf in _totals_changed(old, new):
        changed.setdefault(reading.total(shelf), set()).update(shelves[shelf])
    before = {shelf: _grouped(store, shelf, periods) for shelf, periods in sizes.items()}
    store.remove_rows(old - new)
    store.add_rows(new - old)
    for shelf, periods in sizes.items():
        changed.setdefault(reading.counts(shelf), set()).update(shelves[shelf])
        for read, answer in _grouped(store, shelf, periods).items():
            if answer != before[shelf][read]:
                changed.setdefault(read, set()).update(shelves[shelf])
    if _content_date_changed(store):
        changed[reading.CONTENT_DATE] = set(shelves["all/updated"])


def _sizes_changed(old: set[Row], new: set[Row]) -> dict[str, set[str]]:
    """The shelves that hold more or less than before, and the periods of which they do."""
    sizes = Counter((row.shelf, row.period) for row in new)
    sizes.subtract((row.shelf, row.period) for row in old)
    found: dict[str, set[str]] = {}
    for (shelf, period), more in sizes.items():
        if more:
            found.setdefault(shelf, set()).add(period)
    return found


def _totals_changed(old: set[Row], new: set[Row]) -> Iterator[str]:
    totals = Counter(row.shelf for row in new)
    totals.subtract(row.shelf for row in old)
    return (shelf for shelf, more in totals.items() if more)


def _grouped(store: Store, shelf: str, periods: set[str]) -> dict[str, object]:
    """What can be read of a shelf's periods together, as far as it hangs on some of them."""
    found: dict[str, object] = {reading.years(shelf): {y for y in years_of(periods) if store.has_year(shelf, y)}}
    found[reading.is_empty(shelf)] = store.is_empty(shelf)
    if (group := shelf.partition("/")[0]) in _GROUPS:
        found[reading.every(group)] = found[reading.is_empty(shelf)]
    if shelf == "targets":
        found[reading.CROWDED] = crowded(store.counts(shelf))
    if shelf in _CUT:
        found[reading.pieces(shelf)] = cut(store.counts(shelf), _CUT[shelf])
    return found


def _readings(row: Row) -> Iterator[str]:
    first, _, rest = row.shelf.partition("/")
    if first in _GROUPS:
        yield reading.one(first, rest)
    elif first == "all":
        yield reading.every(rest)
    else:
        yield reading.period(row.shelf, row.period)


def _content_date_changed(store: Store) -> bool:
    """Keep the last day on which an article was added or changed; whether it is another one than before."""
    latest = store.keys("all/updated")[-1:]
    found = date.fromisoformat(latest[0]) if latest else date.min
    if found == store.meta("content_date"):
        return False
    store.set_meta("content_date", found)
    return True
