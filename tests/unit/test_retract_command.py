"""`portal retract`: one block more in the file, and not a byte of it changed besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.project import TODAY

SLUG = "bac-kan-hop-ban-chi-dao"
ARTICLE = f"content/articles/2022/{SLUG}.md"


def retract(project: Path, *args: str) -> Result:
    (project / "mkdocs.yml").touch()
    command = ["retract", *args, "--project", str(project), "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, command)


@pytest.mark.parametrize("name", [SLUG, ARTICLE, f"https://portal.test/bai-viet/{SLUG}/#doan-2", "ten-cu"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_the_block_is_added_and_undoing_takes_it_away(project: Path, name: str, ending: str) -> None:
    file = project / ARTICLE
    text = file.read_text(encoding="utf-8").replace("review:", "former_slugs: [ten-cu]\nreview:")
    before = ("\ufeff" + text.replace("\n", ending)).encode()
    file.write_bytes(before)
    result = retract(project, name, "--reason", 'Đã  gỡ\n"bài gốc": #1')
    assert result.exit_code == 0, result.output
    block = 'retracted:\n  on: "2026-11-21"\n  reason: "Đã gỡ \\"bài gốc\\": #1"\n'.replace("\n", ending).encode()
    assert block in file.read_bytes()
    assert file.read_bytes().replace(block, b"") == before
    assert list(file.parent.glob(".*")) == []
    assert retract(project, name, "--undo").exit_code == 0
    assert file.read_bytes() == before


def test_what_makes_no_sense_is_refused(project: Path) -> None:
    before = (project / ARTICLE).read_bytes()
    refused = {
        "Có phải là “bac-kan-hop-ban-chi-dao”?": ("bac-kan-hop-ban-chi-dap", "--reason", "x"),
        "Cần lý do": (SLUG, "--reason", "  "),
        "chưa rút": (SLUG, "--undo"),
        "--undo": (SLUG, "--undo", "--reason", "x"),
    }
    for message, args in refused.items():
        result = retract(project, *args)
        assert (result.exit_code, message in result.output) == (2, True), result.output
    assert (project / ARTICLE).read_bytes() == before


def test_an_article_is_retracted_once_and_a_draft_never(project: Path) -> None:
    file = project / ARTICLE
    approved = file.read_text(encoding="utf-8")
    file.write_text(approved.replace("review: approved", "review: draft"), encoding="utf-8")
    assert "bản nháp" in retract(project, SLUG, "--reason", "x").output
    file.write_text(approved, encoding="utf-8")
    assert retract(project, SLUG, "--reason", "x").exit_code == 0
    again = retract(project, SLUG, "--reason", "y")
    assert again.exit_code == 2
    assert "đã rút ngày 2026-11-21" in again.output


def test_nothing_is_written_where_the_site_would_break(project: Path) -> None:
    before = (project / ARTICLE).read_bytes()
    result = CliRunner().invoke(
        main, ["retract", SLUG, "--reason", "x", "--project", str(project), "--today", "2026-11-19"]
    )
    assert (result.exit_code, (project / ARTICLE).read_bytes()) == (1, before)
    assert "retracted-before-added" in result.output
