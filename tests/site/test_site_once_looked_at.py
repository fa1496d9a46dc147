"""`portal build` looks at build/docs once, and still makes a clean site whatever another hand did there."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.accelerator.state import read_manifest
from generator.accelerator.unchanged import cache_folder
from tests.site.preview_project import ARTICLE, PAGE, WORDS, small_project
from tests.site.project import differing, run, tree

SOURCE = f"{PAGE[:-1]}.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site was built; each test leaves it so."""
    folder = small_project(tmp_path_factory.mktemp("once") / "p")
    run(folder, "portal", "build").assert_clean()
    time.sleep(0.05)
    return folder


def _state(project: Path) -> bytes:
    """The name that the last build knows its sources by."""
    last = read_manifest(cache_folder(project / "build" / "site"))
    assert last is not None
    return last.sources_state


def _edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("other_hand", "article_too"),
    [
        pytest.param(lambda docs: _edit(docs / SOURCE, WORDS, "khác"), False, id="edits"),
        pytest.param(lambda docs: (docs / SOURCE).unlink(), True, id="deletes"),
        pytest.param(lambda docs: (docs / "la.md").write_text("# Lạ\n", encoding="utf-8"), False, id="adds"),
    ],
)
def test_what_another_hand_did_to_the_sources_is_undone(
    project: Path, other_hand: Callable[[Path], object], article_too: bool
) -> None:
    before = tree(project / "build/site")
    other_hand(project / "build/docs")
    if article_too:
        _edit(project / ARTICLE, WORDS, "họp, nhìn tới")
    run(project, "portal", "build").assert_clean()
    _edit(project / ARTICLE, "họp, nhìn tới", WORDS)
    run(project, "portal", "build").assert_clean()
    assert differing(tree(project / "build/site"), before) == []


@pytest.mark.parametrize("between", ["nothing", "generate", "mkdocs"])
def test_a_change_is_built_whoever_generated_it(project: Path, between: str) -> None:
    before, state = tree(project / "build/site"), _state(project)
    _edit(project / ARTICLE, WORDS, "họp, nhìn tới")
    match between:
        case "generate":
            run(project, "portal", "generate").assert_clean()
        case "mkdocs":
            run(project, "mkdocs", "build", "--strict")
            assert _state(project) == b""
            _edit(project / ARTICLE, "nhìn tới", "nhìn xa")
    run(project, "portal", "build").assert_clean()
    assert _state(project) not in (b"", state)
    _edit(project / ARTICLE, "họp, nhìn tới", WORDS)
    _edit(project / ARTICLE, "họp, nhìn xa", WORDS)
    run(project, "portal", "build").assert_clean()
    assert differing(tree(project / "build/site"), before) == []
