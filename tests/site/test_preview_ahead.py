"""Pages that the preview makes ahead of a long round are those that the round makes, or say why there is none."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.accelerator.state import Manifest, read_manifest
from generator.accelerator.unchanged import cache_folder
from generator.site.engine import preview_site
from generator.site.preview_ahead import Ahead, look_ahead
from generator.site.preview_background import BackgroundRound
from generator.site.preview_round import Outcome, play_round
from generator.site.preview_server import answer
from generator.site.preview_stage import Stage
from tests.project import change
from tests.site.preview_project import ARTICLE, PAGE, WORDS, small_project
from tests.site.project import tree

MAIN, STYLE = "theme_overrides/main.html", "theme_overrides/stylesheets/page.css"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose preview was built."""
    small_project(tmp_path / "project")
    assert play_round(tmp_path / "project").succeeded
    return tmp_path / "project"


def last_build(project: Path) -> Manifest:
    last = read_manifest(cache_folder(preview_site(project)))
    assert last
    return last


def pages_ahead(project: Path, report: Callable[[Outcome], None] = lambda _: None) -> Ahead:
    ahead = look_ahead(project, last_build(project), report)
    assert isinstance(ahead, Ahead)
    return ahead


def test_each_page_is_the_one_that_the_round_makes(project: Path) -> None:
    site = preview_site(project)
    before = tree(site)
    change(project, MAIN, "Chép liên kết", "Lấy liên kết")
    change(project, "theme_overrides/404.html", "Địa chỉ này", "Chỗ này")
    change(project, "mkdocs.yml", "site_name: Cổng", "site_name: Cái cổng")
    change(project, "site_config/site.yml", "Gom vài bài", "Góp vài bài")
    ahead = pages_ahead(project)
    places = [*last_build(project).destinations.values(), "404.html"]
    made = {place: ahead.page(place) for place in places}
    assert tree(site) == before
    assert not ahead.agrees_with(site)
    assert play_round(project).succeeded
    assert [place for place in places if made[place] != (site / place).read_bytes()] == []
    assert ahead.agrees_with(site)
    ahead.close()


def test_an_article_edited_or_new_is_shown_before_its_round(project: Path) -> None:
    site, docs = preview_site(project), project / "content" / "articles" / "2022"
    change(project, ARTICLE, WORDS, "họp, bàn lại")
    text = (project / ARTICLE).read_text("utf-8")
    (docs / "bai-moi.md").write_text(re.sub(r"^((?:url|title): \S*)", r"\1-2", text, flags=re.MULTILINE), "utf-8")
    ahead, places = pages_ahead(project), [f"{PAGE}index.html", "bai-viet/bai-moi/index.html", "index.html"]
    made = {place: ahead.page(place) for place in places}
    assert ahead.page("bai-viet/khong-co/index.html") is None
    assert play_round(project).succeeded
    assert [place for place in places[:2] if made[place] != (site / place).read_bytes()] == []

    change(project, ARTICLE, "review: approved", "review: aproved")
    assert pages_ahead(project).page(places[0]) is None


def test_readers_wait_for_a_short_round_but_for_what_was_made_before_it(project: Path) -> None:
    stage = Stage(preview_site(project))
    stage.finish(Outcome(failure=("it was broken",), mount="/"))
    change(project, ARTICLE, WORDS, "họp, bàn lại")
    ahead = pages_ahead(project)
    assert isinstance(ahead.page(f"{PAGE}index.html"), bytes)
    ahead.close()
    stage.begin(ahead)
    order: list[str] = []

    def end() -> None:
        order.append("round")
        stage.finish(Outcome())

    in_the_end = threading.Timer(20, end)
    in_the_end.start()
    page = answer(stage, f"/{PAGE}").body.decode()
    assert "họp, bàn lại" in page
    assert "it was broken" not in page
    order.append("page")
    in_the_end.cancel()
    threading.Timer(0.1, end).start()
    answer(stage, "/")
    order.append("home")
    assert order == ["page", "round", "home"]


def test_what_breaks_settings_is_told_before_any_round(project: Path) -> None:
    for name, good, bad, code in (
        ("site_config/site.yml", "tagline:", "taglin:", "unknown-key"),
        ("mkdocs.yml", "\ntheme:\n", "\ntheme: [\n", "yaml-error"),
    ):
        change(project, name, good, bad)
        found = look_ahead(project, last_build(project), lambda _: None)
        assert isinstance(found, Outcome)
        assert code in [d.code for d in found.diagnostics]
        change(project, name, bad, good)


def test_a_broken_template_is_told_above_the_last_good_page(project: Path) -> None:
    stage, told = Stage(preview_site(project)), list[Outcome]()
    stage.finish(Outcome(mount="/"))
    change(project, MAIN, "Chép liên kết", "{{ Chép liên kết }}")
    stage.show(Outcome(), pages_ahead(project, told.append))
    page = answer(stage, f"/{PAGE}").body.decode()
    assert "Chép liên kết</button>" in page
    assert f"{MAIN}, dòng" in page
    assert [outcome.succeeded for outcome in told] == [False]


def test_who_saw_a_page_ahead_is_not_made_to_load_it_again(project: Path) -> None:
    stage = Stage(preview_site(project))
    change(project, MAIN, "Chép liên kết", "Lấy liên kết")
    stage.show(Outcome(), pages_ahead(project))
    shown = stage.now("/")[1]
    assert "Lấy liên kết" in answer(stage, f"/{PAGE}").body.decode()
    (project / STYLE).write_text("/* Bản thử */", "utf-8")
    assert answer(stage, "/stylesheets/page.css").body.decode() == "/* Bản thử */"
    stage.finish(play_round(project))
    assert stage.now("/")[1] == shown

    stage.show(Outcome(), pages_ahead(project))
    shown = stage.now("/")[1]
    answer(stage, f"/{PAGE}")
    change(project, MAIN, "Lấy liên kết", "Chép liên kết")
    stage.finish(play_round(project))
    assert stage.now("/")[1] != shown


def test_a_round_in_the_background_can_be_ended_and_begun_again(project: Path) -> None:
    change(project, MAIN, "Chép liên kết", "Lấy liên kết")
    ended: list[float] = []
    first = BackgroundRound(project, lambda: ended.append(time.monotonic()))
    assert first.outcome() is None
    first.end()
    second = BackgroundRound(project, lambda: ended.append(time.monotonic()))
    end = time.monotonic() + 60
    while (outcome := second.outcome()) is None and time.monotonic() < end:
        time.sleep(0.05)
    assert outcome
    assert outcome.succeeded
    assert len(ended) == 2
    assert "Lấy liên kết" in (preview_site(project) / PAGE / "index.html").read_text("utf-8")
