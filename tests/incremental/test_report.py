"""What a run tells of the pages it changed, and the same between two states of the content."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import generate
from generator.cli import main
from generator.cli.report import changes_as_text
from generator.incremental.report import PageChange, page_changes
from generator.incremental.run import Run
from tests.corpus.project import write_project
from tests.project import ADDRESS, TODAY


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("report") / "p"
    write_project(12, project, 9)
    (project / "build/docs/.gitignore").unlink()
    assert run(project).written
    return project


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy that remembers nothing yet."""
    copy = tmp_path / "p"
    shutil.copytree(made, copy)
    run(copy)
    return copy


def run(project: Path) -> Run:
    return generate(project, project / "build/docs", address=ADDRESS, today=TODAY)


def first_article(project: Path) -> Path:
    return min((project / "content/articles").rglob("*.md"))


def by_page(changes: list[PageChange]) -> dict[str, PageChange]:
    return {change.page: change for change in changes}


def test_a_removed_article_is_the_reason_of_all(project: Path) -> None:
    articles = sorted((project / "content/articles").rglob("*.md"))
    article = next(path for path in articles if "\ndocuments:" in path.read_text(encoding="utf-8"))
    article.unlink()
    changes = by_page(page_changes(run(project)))
    assert changes[f"bai-viet/{article.stem}.md"].change == "removed"
    assert changes["index.md"].change == "changed"
    assert {tuple(change.articles.items()) for change in changes.values()} == {((article.stem, "removed"),)}
    assert any(fact.startswith("document/") for change in changes.values() for fact in change.facts)


def test_what_an_edit_does_not_touch_is_not_named(project: Path) -> None:
    article = first_article(project)
    article.write_text(article.read_text(encoding="utf-8") + "\nThêm một đoạn.\n", encoding="utf-8")
    changes = by_page(page_changes(run(project)))
    assert changes[f"bai-viet/{article.stem}.md"] == PageChange(
        f"bai-viet/{article.stem}.md", "changed", {article.stem: "changed"}
    )
    assert "su-kien/index.md" not in changes
    assert page_changes(run(project)) == []


def test_the_text_is_cut_and_says_so() -> None:
    many = [
        PageChange(f"tinh/{n}.md", "changed", {"a": "added", "b": "removed", "c": "changed"}, ("event/x",))
        for n in range(5)
    ]
    assert changes_as_text(many, 2).splitlines() == [
        "  ~ tinh/0.md ← a (added), b (removed) and 1 more: event/x",
        "  ~ tinh/1.md ← a (added), b (removed) and 1 more: event/x",
        "  … and 3 more pages (--json lists them all).",
    ]


def diff(project: Path, *arguments: str) -> tuple[int, str]:
    command = ["diff", *arguments, "--project", str(project), "--today", TODAY.isoformat()]
    result = CliRunner().invoke(main, command)
    return result.exit_code, result.output


def test_diff_of_a_commit_and_what_is_there(project: Path) -> None:
    for command in (["init", "-q"], ["add", "content", "site_config"], ["commit", "-q", "-m", "content"]):
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x.test", *command], cwd=project, check=True)
    assert diff(project) == (0, "No page differs.\n")
    article = first_article(project)
    article.unlink()
    status, output = diff(project, "HEAD", "--json")
    changes = {change["page"]: change for change in json.loads(output)}
    assert status == 0
    assert changes[f"bai-viet/{article.stem}.md"]["change"] == "removed"
    assert changes["index.md"]["articles"] == {article.stem: "removed"}


def test_diff_of_two_folders_and_of_nothing(project: Path, made: Path) -> None:
    article = first_article(project)
    article.unlink()
    status, output = diff(made, str(made), str(project))
    assert status == 0
    assert f"  - bai-viet/{article.stem}.md ← {article.stem} (removed)" in output
    status, output = diff(project, "khong-co")
    assert status == 2
    assert "khong-co is not a commit" in output


def test_diff_of_broken_content_tells_the_errors(project: Path, made: Path) -> None:
    first_article(project).write_text("không có phần đầu\n", encoding="utf-8")
    status, output = diff(project, str(made))
    assert status == 1
    assert "no-front-matter" in output
