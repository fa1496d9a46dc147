"""The preview follows an editor's edits, outlives a broken article, and writes into build/preview alone."""

from __future__ import annotations

import socket
from pathlib import Path

from tests.site.live import serving
from tests.site.project import copy_project, run, tree

ARTICLE = "bac-kan-day-manh-tuyen-truyen-chuyen-doi-so"
PAGE = f"bai-viet/{ARTICLE}/"
BOUND = 120.0  # seconds, to end a server that hangs; the bar of 4 is measured by measure_preview.py, alone


def test_the_preview_follows_edits_and_outlives_a_broken_article(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    article = project / "content" / "articles" / "2022" / f"{ARTICLE}.md"
    good = article.read_text(encoding="utf-8")
    first, second = good.rstrip() + " Câu thêm thứ nhất.\n", good.rstrip() + " Câu thêm thứ hai.\n"
    with serving(project, tmp_path / "log", "portal", "preview", "--address") as preview:
        assert preview.problems() == []
        article.write_text(first, encoding="utf-8")
        seconds = preview.wait(lambda: "Câu thêm thứ nhất." in preview.page(PAGE), BOUND)
        print(f"the edit showed after {seconds:.1f} s")

        article.write_text(first.replace("review: approved", "review: aproved"), encoding="utf-8")
        preview.wait(lambda: f"content/articles/2022/{ARTICLE}.md:" in preview.output, BOUND)
        assert "aproved" in preview.output
        assert "Câu thêm thứ nhất." in preview.page(PAGE)

        article.write_text(second, encoding="utf-8")
        preview.wait(lambda: "Câu thêm thứ hai." in preview.page(PAGE), BOUND)
        assert "Traceback" not in preview.output
    assert sorted(path.name for path in (project / "build").iterdir()) == ["docs", "preview"]
    assert list(tree(project / "build" / "docs")) == [".gitignore"]


def test_a_taken_address_is_told_without_a_traceback(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        finished = run(project, "portal", "preview", "--address", address)
    assert finished.returncode == 1
    assert f"cannot serve at {address}" in finished.output
    assert "Traceback" not in finished.output


def test_mkdocs_serve_generates_and_answers(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    with serving(project, tmp_path / "log", "mkdocs", "serve", "--dev-addr") as server:
        assert 'id="doan-1"' in server.page(PAGE)
        assert server.problems() == []
    assert [path.name for path in (project / "build").iterdir()] == ["docs"]
