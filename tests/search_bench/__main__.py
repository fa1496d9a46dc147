"""`python -m tests.search_bench`: how well, how fast and in how many bytes ours finds, beside Material and Pagefind.

What it builds stays below build/search-bench, so that a second run is quick.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import running_browser
from tests.search_bench import phone, scores
from tests.search_bench.corpora import REAL, SEED, corpus, index_of, name_of, records_of
from tests.search_bench.index_speed import measured
from tests.search_bench.material import material_search
from tests.search_bench.our_site import Ask, our_engine, our_search
from tests.search_bench.pagefind_search import pagefind_search
from tests.search_bench.queries import PER_FORM, Query, generated, hand_written

SIZES = (REAL, 2_000, 10_000)
PHONE_SIZES = (2_000, 10_000, 100_000)
FULL_RECORDS = 10_000
"""Above this many articles the bench makes records of title and lead alone."""

BUDGET = 120.0
"""Seconds that Material and Pagefind get for a corpus; the column „asked" tells how many queries that were."""

Way = Callable[[Browser, Path], AbstractContextManager[Ask]]
RIVALS: dict[str, Way] = {"Material": material_search, "Pagefind": pagefind_search}


def main() -> None:
    """Measure what the arguments ask for; the exit status tells only whether it could be measured."""
    given = _arguments()
    with running_browser() as browser:
        told = ""
        for size in given.sizes if "find" in given.parts else ():
            told += _found(browser, size, given)
            if given.misses:
                given.misses.write_text(told, encoding="utf-8")
        sizes = [size for size in PHONE_SIZES if size <= max(given.sizes, default=0) or not given.quick]
        for size in sizes:
            records = corpus(size, titles_only=size > FULL_RECORDS)
            if "index" in given.parts:
                print(measured(records), flush=True)
            if "phone" in given.parts:
                print(phone.table(size, list(phone.measure(browser, index_of(records)))), flush=True)


def _found(browser: Browser, size: int, given: argparse.Namespace) -> str:
    """Print the table of a corpus; gives our misses."""
    records = corpus(size)
    queries = list(_queries(size, records, given))
    ours: Way = our_engine if given.engine else our_search
    with ours(browser, index_of(records)) as ask:
        runs = [scores.run("ours", queries, ask)]
    for engine, way in RIVALS.items() if not given.alone else ():
        with way(browser, records) as ask:
            runs.append(scores.run(engine, queries, ask, BUDGET))
    print(scores.table(f"{name_of(size)} ({len(queries)} queries)", runs), end="\n\n", flush=True)
    return scores.misses(name_of(size), runs[0].answers)


def _queries(size: int, records: Path, given: argparse.Namespace) -> Iterator[Query]:
    if size == REAL:
        yield from hand_written()
    yield from generated(list(records_of(records)), given.seed, given.per_form)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.search_bench", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="as in: real,2000,10000")
    parser.add_argument("--parts", type=lambda text: text.split(","), default=["find", "phone", "index"])
    parser.add_argument("--seed", type=int, default=SEED, help="another seed draws other queries")
    parser.add_argument("--per-form", type=int, default=PER_FORM, help="generated queries of each form")
    parser.add_argument(
        "--quick", action="store_true", help="the real content and 2,000 articles, few queries of each form"
    )
    parser.add_argument("--alone", action="store_true", help="ours without Material and Pagefind")
    parser.add_argument("--engine", action="store_true", help="ask the engine itself, not through its page")
    parser.add_argument("--misses", type=Path, help="a file to write the queries whose right page is not first")
    given = parser.parse_args()
    if given.quick:
        given.sizes, given.per_form = SIZES[:2], 8
    return given


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(REAL if part == "real" else int(part.replace("_", "")) for part in text.split(","))


if __name__ == "__main__":
    main()
