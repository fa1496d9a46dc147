"""How fast a corpus is indexed, and in how much memory: one process, records read one after the other.

`python -m tests.search_bench.index_speed RECORDS` prints what it took; the bench runs it as a child.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.output.search.kinds import ARTICLE
from tests.search_bench.corpora import records_of, registered_names, write_index

LEAST_A_SECOND = 2_000
MOST_BYTES = 1_000_000_000
"""The bars of the issue: articles a second on one core, and memory at 100,000 articles."""


def measured(corpus_file: Path) -> str:
    """Index a corpus in a process of its own; gives a line with its speed and peak memory, and the bars."""
    program = [sys.executable, "-m", "tests.search_bench.index_speed", str(corpus_file)]
    told = json.loads(subprocess.run(program, check=True, capture_output=True, text=True).stdout)
    rate = told["articles"] / told["seconds"]
    records = told["records"] / told["seconds"]
    slow = " missed" if rate < LEAST_A_SECOND else ""
    large = " missed" if told["bytes"] > MOST_BYTES else ""
    return (
        f"index of {told['articles']:,} articles ({told['records']:,} records): {told['seconds']:.1f} s of one core, "
        f"{rate:,.0f} articles (bar {LEAST_A_SECOND:,}{slow}) or {records:,.0f} records a second, "
        f"peak {told['bytes'] / 1e6:,.0f} MB (bar 1,000 MB){large}"
    )


def main(corpus_file: Path) -> None:
    """Index the records into a folder that goes away, and print what it took."""
    kinds = [record.kind for record in records_of(corpus_file)]
    registered_names()  # read before the clock starts: the build of a site has them
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        write_index(corpus_file, Path(folder))
        seconds = time.process_time() - start
    told = {"articles": kinds.count(ARTICLE), "records": len(kinds), "seconds": seconds, "bytes": _peak()}
    print(json.dumps(told))


def _peak() -> int:
    """The most bytes this process has had in memory; Linux counts the parent's own into ru_maxrss, so not that."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
