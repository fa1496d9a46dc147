"""`make bench`: articles of 3 KB ingested a second on one core, the share of each stage, and memory over many files.

Our own samples are dense with facts on purpose and half as long as an article; the real articles of the seeds are
measured too where PORTAL_SEEDS names their folder. The best of several rounds counts: what else runs on the machine
only ever adds to it. The yardstick of the same run is splitting the same texts into words by a regular expression: a
figure that a faster or slower machine does not change. Run as `python -m tests.ingest.measure_ingest [rounds]`.
"""

from __future__ import annotations

import re
import sys
import tracemalloc
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import process_time
from typing import Any

from generator.ingest import extract as stages
from generator.ingest.answer import answer
from generator.ingest.lexicon import Lexicon
from generator.ingest.reading.read import read_bytes
from generator.sources.registries import load_registries
from tests.ingest.score import seeds_folder
from tests.project import ROOT

SAMPLES = Path(__file__).parent / "samples"
ARTICLE = 3_000
STAGES = (
    "open_article",
    "find_written_dates",
    "publication",
    "resolve_dates",
    "find_provinces",
    "split_parts",
    "roles",
    "find_documents",
    "find_platforms",
    "find_indicators",
    "find_targets",
    "find_figures",
    "find_places",
    "find_topics",
    "find_events",
)


def main(rounds: int = 20) -> None:
    """Print the figures."""
    registries, _ = load_registries(ROOT)
    assert registries is not None
    lexicon = Lexicon(registries)
    texts = [path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))]
    print_rate("our samples", texts, lexicon, rounds)
    if folder := seeds_folder():
        print_rate(
            "the seeds", [path.read_bytes() for path in sorted((folder / "seeds").glob("*.txt"))], lexicon, rounds
        )
    for name, share in shares(texts, lexicon):
        print(f"  {name:20} {share:6.1%}")
    tracemalloc.start()
    ingested(texts, lexicon)
    first, _ = tracemalloc.get_traced_memory()
    for _ in range(10):
        ingested(texts, lexicon)
    last, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"memory: {(last - first) / 1e6:+.1f} MB after ten times as many articles, peak {peak / 1e6:.1f} MB")


def ingested(texts: list[bytes], lexicon: Lexicon) -> None:
    """Read, extract and answer every text."""
    for number, data in enumerate(texts):
        raw, _ = read_bytes(data, f"{number}.txt")
        if raw is not None:
            answer(stages.extract(raw, lexicon), raw.kind)


def split_into_words(texts: list[bytes]) -> None:
    """The yardstick: one pass of a regular expression over every text."""
    for data in texts:
        re.findall(r"\w+", data.decode("utf-8", "replace"))


def print_rate(name: str, texts: list[bytes], lexicon: Lexicon, rounds: int) -> None:
    """How many articles of these texts a second, and how many times the time of splitting them into words that is."""
    ingested(texts, lexicon)  # once before the clock runs: indexes and patterns are made when first used
    whole = min(timed(1, lambda: ingested(texts, lexicon)) for _ in range(rounds))
    words = min(timed(1, lambda: split_into_words(texts)) for _ in range(rounds))
    articles = sum(map(len, texts)) / ARTICLE
    rate, times = articles / whole, whole / words
    print(f"{name}: {rate:,.0f} articles of {ARTICLE:,} bytes a second, {times:.0f} times splitting them into words")


def timed(rounds: int, work: Callable[[], None]) -> float:
    """Seconds of this process that so many rounds of the work take."""
    start = process_time()
    for _ in range(rounds):
        work()
    return process_time() - start


def shares(texts: list[bytes], lexicon: Lexicon) -> list[tuple[str, float]]:
    """The share of each stage in the time of reading, extracting and answering, the largest first."""
    spent = dict.fromkeys(STAGES, 0.0)
    kept = {name: getattr(stages, name) for name in STAGES}

    def clocked(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(stage)
        def run(*args: Any) -> Any:
            start = process_time()
            try:
                return stage(*args)
            finally:
                spent[name] += process_time() - start

        return run

    for name, stage in kept.items():
        setattr(stages, name, clocked(name, stage))
    try:
        whole = timed(20, lambda: ingested(texts, lexicon))
    finally:
        for name, stage in kept.items():
            setattr(stages, name, stage)
    spent["reading, answering"] = whole - sum(spent.values())
    return sorted(((name, seconds / whole) for name, seconds in spent.items()), key=lambda share: -share[1])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
