"""Every diagnostic of the content has a bad input here, and its report is compared byte for byte.

Those of raw articles (ingest-…) have theirs in tests/ingest."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import Severity, catalogue, human
from tests.conftest import Compare
from tests.project import BASE, TODAY, assemble

CASES = Path(__file__).parent / "cases"
OF_CONTENT = {code: text for code, text in catalogue().items() if not code.startswith("ingest-")}


def report(project: Path) -> str:
    return human(check(project, today=TODAY, drafts=True).diagnostics) + "\n"


def test_the_base_project_is_clean() -> None:
    assert report(BASE) == "0 lỗi, 0 cảnh báo.\n"


@pytest.mark.parametrize("code", sorted(path.name for path in CASES.iterdir()))
def test_report(code: str, tmp_path: Path, same_text: Compare) -> None:
    same_text(CASES / code / "expected.txt", report(assemble(tmp_path, CASES / code)))


def test_every_code_has_a_case_that_shows_it() -> None:
    assert {path.name for path in CASES.iterdir()} == set(OF_CONTENT)
    missing = [
        code
        for code, text in OF_CONTENT.items()
        if f"  {'lỗi' if text.severity is Severity.ERROR else 'cảnh báo'} {code}: "
        not in (CASES / code / "expected.txt").read_text(encoding="utf-8")
    ]
    assert missing == []


def test_every_code_tells_what_is_wrong_how_to_mend_it_and_what_the_manual_says() -> None:
    assert [code for code, t in catalogue().items() if not (t.message and t.hint and t.about)] == []


def test_errors_stop_the_check_and_warnings_do_not(tmp_path: Path) -> None:
    for code, text in OF_CONTENT.items():
        checked = check(assemble(tmp_path / code, CASES / code), today=TODAY, drafts=True)
        assert (checked.library is None) == (text.severity is Severity.ERROR), code
