"""What all tests share: deterministic Hypothesis, the real project's check, and `--update-golden`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from generator.check import Checked, check
from tests.browser.chromium import running_browser
from tests.project import ROOT, TODAY, assemble, tree_texts

settings.register_profile("portal", derandomize=True, deadline=None, database=None)
settings.load_profile("portal")

Compare = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the expected texts and trees.")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def same_text(update_golden: bool) -> Compare:
    """Compares a text with an expected file, byte for byte; with --update-golden writes it first."""

    def compare(expected: Path, text: str) -> None:
        if update_golden:
            expected.write_text(text, encoding="utf-8", newline="\n")
        assert text == expected.read_bytes().decode()

    return compare


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small base project."""
    return assemble(tmp_path / "project")


@pytest.fixture(scope="session")
def real() -> Checked:
    """The real content, checked, without drafts."""
    checked = check(ROOT, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    return checked


@pytest.fixture(scope="session")
def real_tree(real: Checked) -> dict[str, str]:
    """The Markdown tree of the real content."""
    return tree_texts(real)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests of this process: Playwright runs once in each."""
    with running_browser() as chromium:
        yield chromium
