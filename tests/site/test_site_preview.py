"""The preview follows every kind of edit, shows errors above the last good page, writes into build/preview alone."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import pytest

from tests.project import change
from tests.site.live import Live, serving
from tests.site.preview_project import ARTICLE, EVENT, PAGE, WORDS, small_project
from tests.site.project import run, tree

BOUND = 30.0  # seconds, to end a server that hangs; measure_preview.py measures
NOTICE = 'class="portal-preview"'
BREAKS = [  # file, its words, what breaks it, what mends it; what the notice says; a page, and what it shows then
    (ARTICLE, "review: approved", "review: <b>", "review: draft", ["dòng 7", "&lt;b&gt;"], PAGE, "họp, nhìn lại"),
    ("content/events.yml", "name: Ngày", "nam: Ngày", "name: Hội", ["events[1]", "nam"], EVENT, "Hội Chuyển đổi số"),
    ("mkdocs.yml", "site_name: ", "site_name: [", "site_name: Thử ", ["mkdocs.yml", "YAML"], "", "Thử Cổng thông tin"),
    (
        "generator/templates/article.md.jinja",
        "## Dữ kiện trong bài",
        "## {{ missing }}",
        "## Bài kể gì",
        ["article.md.jinja", "missing"],
        PAGE,
        "Bài kể gì",
    ),
    ("theme_overrides/404.html", "Địa chỉ này", "{% if %}", "Chỗ này", ["404.html"], "khong-co/", "Chỗ này không có"),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project")


def wait_for(preview: Live, page: str, *words: str) -> None:
    preview.wait(lambda: all(word in preview.page(page) for word in words), BOUND)


def test_it_follows_articles_as_editors_save_them(project: Path, tmp_path: Path) -> None:
    article = project / ARTICLE
    with serving(project, tmp_path / "log", "portal", "preview", "--address") as preview:
        assert preview.problems() == []
        assert "bien-tap/" in preview.page("")

        change(project, ARTICLE, WORDS, "họp, bàn lại")
        wait_for(preview, PAGE, "họp, bàn lại")

        beside = article.with_name(".bac-kan.md.swp")
        beside.write_text(article.read_text("utf-8").replace("họp, bàn lại", "họp, xem lại"), "utf-8")
        beside.replace(article)
        wait_for(preview, PAGE, "họp, xem lại")

        other = project / "content" / "articles" / "2025" / "bac-ninh-sau-sap-xep.md"
        other.rename(other.with_name("bac-ninh-sap-xep.md"))
        wait_for(preview, "bai-viet/bac-ninh-sap-xep/", 'id="doan-1"')
        wait_for(preview, "bai-viet/bac-ninh-sau-sap-xep/", "Không tìm thấy trang")

        article.with_name(".bai-moi.md.swp").write_text("no article", "utf-8")
        article.with_name(".#bai-moi.md").write_text("no article", "utf-8")
        change(project, "content/events.yml", "name: Ngày", "name: Hội")
        wait_for(preview, EVENT, "Hội Chuyển đổi số")
        with (project / "theme_overrides" / "stylesheets" / "page.css").open("a", encoding="utf-8") as style:
            style.write("/* Bản thử */\n")
        wait_for(preview, "stylesheets/page.css", "Bản thử")
        assert "bai-moi" not in preview.output

        with (project / "generator" / "text.py").open("a", encoding="utf-8") as code:
            code.write("# changed\n")
        wait_for(preview, PAGE, NOTICE, "Mã của chương trình đã đổi")
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(10) == 0
        assert "Traceback" not in preview.output
    assert {path.name for path in (project / "build").iterdir()} - {".cache"} == {"docs", "preview"}
    assert list(tree(project / "build" / "docs")) == [".gitignore"]
    assert not (project / "build" / "site").exists()


def test_it_shows_errors_above_the_last_good_page_until_they_are_mended(project: Path, tmp_path: Path) -> None:
    with serving(project, tmp_path / "log", "portal", "preview", "--address") as preview:
        for name, good, broken, mended, told, page, shown in BREAKS:
            change(project, name, good, broken)
            wait_for(preview, PAGE, NOTICE, WORDS, *told)
            wait_for(preview, "khong-co/", NOTICE)
            assert name in preview.output
            change(project, name, broken, mended)
            wait_for(preview, page, shown)
            preview.wait(lambda: NOTICE not in preview.page(""), BOUND)
        assert "Traceback" not in preview.output


def test_it_starts_with_broken_content_and_shows_the_errors_alone(project: Path, tmp_path: Path) -> None:
    change(project, ARTICLE, "review: approved", "review: aproved")
    with serving(project, tmp_path / "log", "portal", "preview", "--address") as preview:
        wait_for(preview, PAGE, NOTICE, "aproved")
        change(project, ARTICLE, "review: aproved", "review: approved")
        wait_for(preview, PAGE, WORDS)


def test_a_taken_address_is_told_without_a_traceback(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        finished = run(project, "portal", "preview", "--address", address)
    assert finished.returncode == 1
    assert f"cannot serve at {address}" in finished.output
    assert "Traceback" not in finished.output


def test_mkdocs_serve_generates_and_answers(project: Path, tmp_path: Path) -> None:
    with serving(project, tmp_path / "log", "mkdocs", "serve", "--dev-addr") as server:
        assert 'id="doan-1"' in server.page(PAGE)
        assert server.problems() == []
    assert {path.name for path in (project / "build").iterdir()} - {".cache"} == {"docs"}
