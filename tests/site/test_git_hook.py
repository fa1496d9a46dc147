"""The hook that stops commits of broken articles, run by git itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.project import ROOT, assemble, change
from tests.site.project import SCRIPTS, environment

ARTICLE = "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
NEW = """---
title: {title}
published: null
publisher: null
url: null
review: approved
added: "2026-11-20"
provinces: {{}}
---

Tóm tắt.
"""
WHO = {f"GIT_{who}_{what}": "a@b.test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a project that checks clean, in its first commit, and the hook."""
    folder = assemble(tmp_path / "kho bài")
    shutil.copytree(ROOT / ".githooks", folder / ".githooks")
    for arguments in (["init", "-q"], ["config", "core.hooksPath", ".githooks"], ["add", "."]):
        assert git(folder, *arguments)[0] == 0
    assert git(folder, "commit", "-qm", "first") == (0, "")
    return folder


def git(folder: Path, *arguments: str, scripts: Path | None = SCRIPTS) -> tuple[int, str]:
    kept = {name: value for name, value in environment(**WHO).items() if not name.startswith("GIT_") or name in WHO}
    others = [place for place in os.environ["PATH"].split(os.pathsep) if not (Path(place) / "portal").exists()]
    path = os.pathsep.join([str(scripts), *others] if scripts else others)
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=kept | {"PATH": path, "PYTHONPATH": str(ROOT), "GIT_CONFIG_GLOBAL": os.devnull},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_broken_article_stops_the_commit_with_the_message(repository: Path) -> None:
    change(repository, ARTICLE, "kind: meeting", "kind: meetin")
    status, output = git(repository, "commit", "-qam", "broken")
    assert status == 1
    assert f"{ARTICLE}:" in output
    assert "lỗi unknown-kind" in output
    assert "Chưa ghi vào git" in output
    assert git(repository, "log", "--format=%s") == (0, "first\n")

    change(repository, ARTICLE, "kind: meetin", "kind: meeting")
    assert git(repository, "commit", "-qm", "still staged as it was")[0] == 1
    assert git(repository, "add", ARTICLE)[0] == 0
    (repository / "notes.txt").write_text("x", encoding="utf-8")
    assert git(repository, "add", "notes.txt")[0] == 0
    assert git(repository, "commit", "-qm", "mended")[0] == 0


def test_what_is_not_staged_stops_nothing(repository: Path) -> None:
    (repository / "content/articles/2022/dang-viet.md").write_text("chưa xong", encoding="utf-8")
    change(repository, "site_config/site.yml", 'name: "', 'name: "Cổng ')
    assert git(repository, "commit", "-qm", "registry", "--", "site_config/site.yml") == (0, "")


def test_a_file_that_was_only_announced_stops_nothing(repository: Path) -> None:
    (repository / "content/articles/2022/dang-viet.md").write_text("chưa xong", encoding="utf-8")
    assert git(repository, "add", "--intent-to-add", "content")[0] == 0
    change(repository, "site_config/site.yml", 'name: "', 'name: "Cổng ')
    assert git(repository, "add", "site_config")[0] == 0
    assert git(repository, "commit", "-qm", "registry") == (0, "")


def test_two_branches_that_have_an_error_together_are_not_merged(repository: Path) -> None:
    """Each of them is clean: an article of one address, in the folders of two years."""
    for branch, title in (("one", "Một bài"), ("other", "Một bài khác")):
        assert git(repository, "checkout", "-qb", branch, "HEAD" if branch == "one" else "HEAD~1")[0] == 0
        new = repository / "content/articles" / branch / "bai-moi.md"
        new.parent.mkdir(parents=True)
        new.write_text(NEW.format(title=title), encoding="utf-8")
        assert git(repository, "add", "content")[0] == 0
        assert git(repository, "commit", "-qm", branch) == (0, "")
    status, output = git(repository, "merge", "--no-edit", "one")
    assert status == 1
    assert "lỗi slug-collision" in output
    assert git(repository, "log", "-1", "--format=%s") == (0, "other\n")


def test_a_worktree_checks_with_the_command_of_its_clone(repository: Path) -> None:
    command = repository / ".venv/bin/portal"
    command.parent.mkdir(parents=True)
    command.symlink_to(SCRIPTS / "portal")
    tree = repository.parent / "cây khác"
    assert git(repository, "worktree", "add", "-qb", "tree", str(tree))[0] == 0
    change(tree, ARTICLE, "kind: meeting", "kind: meetin")
    status, output = git(tree, "commit", "-qam", "broken", scripts=None)
    assert (status, "lỗi unknown-kind" in output) == (1, True)
    change(tree, ARTICLE, "kind: meetin", "kind: meeting")
    change(tree, ARTICLE, "Ngày 26/10/2022", "Hôm 26/10/2022")
    assert git(tree, "commit", "-qam", "mended", scripts=None) == (0, "")


def test_the_hook_of_pre_commit_runs_a_command_there_is() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command, *options = hook["entry"].split()
    assert program == "portal"
    assert main.get_command(main.make_context("portal", [], resilient_parsing=True), command)
    assert options == ["--quiet"]
    assert hook["pass_filenames"] is False
