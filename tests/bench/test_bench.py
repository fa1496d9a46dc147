"""The bench reads, counts and judges rightly: what it says of engines is only as good as that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.bars import bars
from tests.bench.changes import ADDED
from tests.bench.contents import Contents, article_words, differing
from tests.bench.engines import HUGO, MKDOCS, PORTAL
from tests.bench.figures import Figure, extrapolated, unequal
from tests.bench.hugo_pages import hugo_page
from tests.bench.measuring import MB, CommandFailed, Run, measured, median_run, memory
from tests.bench.profiles import imported, owner


def _figure(seconds: float, peak_mb: int = 0, built: Contents | None = None) -> Figure:
    return Figure(Run(seconds, seconds, peak_mb * MB), 1, built)


def test_memory_of_children_counts() -> None:
    hold = "held = bytearray(60 << 20)"
    child = f"{hold}; print('held', flush=True); input()"
    parent = f"import subprocess, sys; {hold}; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert 120 * MB < memory(process.pid) < 200 * MB
        process.communicate("\n")


def test_memory_is_of_the_command_and_not_of_whoever_measures(tmp_path: Path) -> None:
    ours = bytearray(250 * MB)
    run = measured([sys.executable, "-c", "import time; time.sleep(1)"], tmp_path, tmp_path / "log")
    assert run.peak < 200 * MB
    assert len(ours) == 250 * MB


def test_a_failed_command_is_told_by_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="exit status 1: no use"):
        measured([sys.executable, "-c", "raise SystemExit('no use')"], tmp_path, tmp_path / "log")


def test_the_median_counts_and_of_memory_the_highest() -> None:
    assert median_run([Run(3, 1, 10), Run(1, 9, 30), Run(2, 5, 20)]) == Run(2, 5, 30)


def test_bars_are_judged_only_where_measured() -> None:
    figures = {PORTAL: _figure(9, 700), HUGO: _figure(6), MKDOCS: _figure(46), ADDED: _figure(1.1, 200)}
    told = [str(bar) for bar in bars({10_000: figures})]
    assert [line.split(" ", 1)[0] for line in told] == ["MISSED", "MISSED", "met", "met", "met", "met", "met"]
    assert told[1] == (
        "MISSED 10,000 articles, one article added, beside a clean build by hugo: 0.183 times its time (at most 0.125)"
    )


def test_sites_of_other_pages_or_words_are_not_comparable() -> None:
    ours, same, other = Contents(10, 5_000, 1), Contents(10, 5_004, 2), Contents(11, 5_000, 3)
    figures = {PORTAL: _figure(1, built=ours), MKDOCS: _figure(1, built=same), HUGO: _figure(1, built=other)}
    assert unequal(figures) == ["hugo built 11 pages and 5,000 words, the portal 10 and 5,000"]


def test_a_million_follows_the_power_law_of_the_last_two_sizes() -> None:
    assert extrapolated([(10, 99), (100, 1), (1_000, 20)], 10_000) == pytest.approx(400)


def test_words_are_those_a_reader_sees() -> None:
    page = "<p>a</p><article><nav>b</nav><h1>Hà <b>N</b>ội</h1><ul><li>c</li><li>d&amp;e</li></ul></article>"
    assert article_words(page) == ["Hà", "Nội", "c", "d&e"]


def test_sites_differ_in_bytes_and_in_files(tmp_path: Path) -> None:
    for site, files in {"one": {"a": "x", "b/c": "x"}, "other": {"a": "x", "b/c": "y", "d": ""}}.items():
        for name, text in files.items():
            (tmp_path / site / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / site / name).write_text(text, encoding="utf-8")
    assert differing(tmp_path / "one", tmp_path / "other") == ["b/c", "d"]


def test_a_page_for_hugo_has_resolved_links_and_no_foreign_attributes() -> None:
    page = (
        "---\ntitle: T\nlastmod: '2024-01-02'\nshare: [{name: Z}]\n---\n\n## H { #h }\n\n"
        '<div class="x" markdown>\n\n[a](../tinh/ha-noi.md#b){ .nguon } [c](index.md) [d](../index.md)\n\n</div>\n\n'
        '<p class="phu" markdown>[e](f/index.md)</p>\n'
    )
    assert hugo_page(page, "su-kien/g.md") == (
        '{"title": "T", "date": "2024-01-02", "share": true}\n\n## H { #h }\n\n'
        '<div class="x">\n\n[a](/tinh/ha-noi/#b) [c](/su-kien/) [d](/)\n\n</div>\n\n'
        "[e](/su-kien/f/)\n{ .phu }\n"
    )


def test_imports_and_their_owners_are_read() -> None:
    trace = "import time: self [us] | cumulative | imported package\nimport time:  12 |  30 |   a.b\nINFO - x\n"
    assert imported(trace) == ["a.b"]
    files = ("/v/site-packages/yaml/x.py", "/p/generator/output/write.py", "/usr/lib/json.py", "<frozen importlib._b>")
    assert [owner(file) for file in files] == ["yaml", "generator.output", "standard library", "imports"]
