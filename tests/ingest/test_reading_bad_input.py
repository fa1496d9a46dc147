"""Whatever is given: one clear line in Vietnamese, nothing raised, nothing left behind, in bounded time and memory."""

from __future__ import annotations

import os
import re
import tempfile
import time
import tracemalloc
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity, catalogue, human_block
from generator.ingest.reading.limits import MAX_BYTES
from generator.ingest.reading.read import read_bytes, read_path
from tests.conftest import Compare
from tests.ingest.bad_input import CASES, HERE
from tests.ingest.reading_samples import FIRST, SECOND, page

TESTS = Path(__file__).parent


def report(name: str, folder: Path) -> tuple[bool, list[Diagnostic]]:
    path = folder / name
    CASES[name][1](path)
    raw, problems = read_path(path)
    return raw is not None, problems


@pytest.mark.parametrize("name", CASES)
def test_each_bad_file_is_one_problem(name: str, tmp_path: Path) -> None:
    read, [problem] = report(name, tmp_path)
    assert problem.code == CASES[name][0]
    assert read == (problem.severity is Severity.WARNING)
    assert problem.spot.path == str(tmp_path / name)


def test_the_reports_as_editors_read_them(tmp_path: Path, same_text: Compare) -> None:
    blocks = [human_block(problem) for name in CASES for problem in report(name, tmp_path)[1]]
    same_text(HERE / "expected.txt", "\n\n".join(blocks).replace(f"{tmp_path}/", "") + "\n")


def test_every_code_of_raw_articles_is_shown_by_a_test_here() -> None:
    others = [path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py") if path.parent != HERE]
    named = {code for text in others for code in re.findall(r"\"(ingest-[a-z-]+)\"", text)}
    codes = {code for code in catalogue() if code.startswith("ingest-")}
    assert codes - named - {code for code, _ in CASES.values()} == set()


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "bai.txt"
    path.write_text(FIRST, encoding="utf-8")
    monkeypatch.setattr(os, "open", refused)
    raw, [problem] = read_path(path)
    assert (raw, problem.code) == (None, "ingest-unreadable")


def test_odd_paths_are_reported() -> None:
    for path in (Path("a\0b"), Path("x" * 5000), Path("/dev/null"), Path("/dev/zero"), Path("/proc/self/mem")):
        raw, [problem] = read_path(path)
        assert raw is None
        assert problem.code in {"ingest-unreadable", "ingest-not-a-file"}


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    CASES["qua-lon.txt"][1](tmp_path / "qua-lon.txt")
    tracemalloc.start()
    read_path(tmp_path / "qua-lon.txt")
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()
    assert read_bytes(bytes(MAX_BYTES + 1), "-")[1][0].code == "ingest-too-large"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("bom.docx", "cut.pdf", "anh-quet.pdf", "trang-chu.html"):
        (tmp_path / "in").mkdir(exist_ok=True)
        report(name, tmp_path / "in")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize(
    "junk",
    [
        "<div>" * 50_000,
        "<p>a" * 50_000,
        "<li><a href=x>y</a>" * 20_000,
        "<table><tr><td>" * 20_000,
        "<" * 300_000,
        "&" * 300_000,
        "<!--" * 60_000,
        "<meta charset=" * 20_000,
        f"<p>{FIRST}</p>" * 1_000,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "Ngày đăng: " * 20_000,
        "<span class=author>Thu Hằng " * 20_000,
        "<div class=title>Sở Mẫu " * 20_000,
        "<div>Thu Hằng - Minh Hà, </div>" * 20_000,
        "12/" * 80_000,
        "áà" * 100_000,
    ],
)  # fmt: skip
def test_hostile_pages_take_little_time(junk: str) -> None:
    start = time.process_time()
    read_bytes(page(f"<p>{FIRST}</p>{junk}<p>{SECOND}</p>").encode(), "a.html")
    read_bytes(junk.encode(), "a.txt")
    assert time.process_time() - start < 10
