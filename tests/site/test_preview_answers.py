"""What the preview's server answers: files of the site only, errors escaped, bugs told apart; no save is lost."""

from __future__ import annotations

import _thread
import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic, Severity, Spot
from generator.site import preview, preview_round
from generator.site.preview_notice import WAITING
from generator.site.preview_round import Outcome, play_round
from generator.site.preview_server import answer, serving
from generator.site.preview_stage import Stage
from tests.site.preview_project import small_project

BROKEN = Outcome((Diagnostic(Spot("a<b>.md", 3, "x"), "c", Severity.ERROR, "no <script>", "mend & save"),))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    site = tmp_path / "site"
    (site / "tỉnh").mkdir(parents=True)
    for name in ("index.html", "404.html", "tỉnh/index.html"):
        (site / name).write_text(f'<html><body class="a">{name}</body></html>', "utf-8")
    (site / "lich.ics").write_bytes(b"ics")
    (site / "sitemap.xml.gz").write_bytes(b"gz")
    (tmp_path / "secret").write_text("secret")
    (site / "out").symlink_to(tmp_path / "secret")
    stage = Stage(site)
    stage.finish(Outcome(mount="/cong/"))
    return stage


@pytest.fixture
def connection(stage: Stage) -> Iterator[http.client.HTTPConnection]:
    with serving("127.0.0.1:0", stage) as url:
        connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=20)
        yield connection
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "kind", "told"),
    [
        ("/cong/", 200, "text/html; charset=utf-8", "index.html"),
        ("/cong/t%E1%BB%89nh/", 200, "text/html; charset=utf-8", "tỉnh/index.html"),
        ("/cong/t%E1%BB%89nh", 302, "text/html; charset=utf-8", "/cong/t%E1%BB%89nh/"),
        ("/", 302, "text/html; charset=utf-8", "/cong/"),
        ("/cong/lich.ics", 200, "text/calendar; charset=utf-8", "ics"),
        ("/cong/sitemap.xml.gz", 200, "application/gzip", "gz"),
        ("/index.html", 404, "text/html; charset=utf-8", "404.html"),
        ("/cong/../../secret", 404, "text/html; charset=utf-8", "404.html"),
        ("/cong/%2e%2e/secret", 404, "text/html; charset=utf-8", "404.html"),
        ("/cong//etc/passwd", 404, "text/html; charset=utf-8", "404.html"),
        ("/cong/out", 404, "text/html; charset=utf-8", "404.html"),
        ("/cong/%00", 404, "text/html; charset=utf-8", "404.html"),
        (f"/cong/{'a' * 300}", 404, "text/html; charset=utf-8", "404.html"),
    ],
)
def test_only_files_of_the_site_are_served(stage: Stage, path: str, status: int, kind: str, told: str) -> None:
    given = answer(stage, path)
    assert (given.status, given.kind) == (status, kind)
    assert told in (given.location or given.body.decode())


def test_head_has_no_body_and_other_methods_are_refused(connection: http.client.HTTPConnection) -> None:
    connection.request("HEAD", "/cong/?q=1")
    head = connection.getresponse()
    assert (head.status, head.read()) == (200, b"")
    connection.request("POST", "/cong/", b"x")
    assert connection.getresponse().status == 501


def test_readers_wait_for_the_round_that_runs(stage: Stage, connection: http.client.HTTPConnection) -> None:
    shown = stage.now("/")[1]
    stage.begin()
    threading.Timer(0.2, stage.finish, [BROKEN]).start()
    connection.request("GET", WAITING + shown)
    assert connection.getresponse().read().decode() == stage.now("/")[1] != shown


def test_a_diagnostic_stands_escaped_in_every_page(stage: Stage) -> None:
    stage.finish(BROKEN)
    for path in ("/cong/", "/cong/missing"):
        page = answer(stage, path).body.decode()
        assert page.startswith('<html><body class="a"><link rel="stylesheet" href="/.preview/notice.css">')
        assert "a&lt;b&gt;.md</b>, dòng 3, mục <b>x</b>" in page
        assert "no &lt;script&gt;" in page
        assert "mend &amp; save" in page
    assert answer(stage, "/cong/lich.ics").body == b"ics"


def test_a_bug_is_told_in_short_and_its_trace_goes_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("ha-noi")

    monkeypatch.setattr(preview_round, "generate", fail)
    outcome = play_round(small_project(tmp_path / "project"))
    assert outcome.failure == ("KeyError: 'ha-noi'",)
    assert "in fail" in outcome.trace
    assert not outcome.succeeded


def test_what_is_saved_during_a_round_is_built_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "content" / "a.md"
    article.parent.mkdir()
    article.write_text("before", "utf-8")
    seen: list[str] = []
    told: list[str] = []

    def play(_: Path) -> Outcome:
        seen.append(article.read_text("utf-8"))
        if len(seen) == 2:
            raise KeyboardInterrupt
        article.write_text("saved meanwhile", "utf-8")
        return Outcome()

    monkeypatch.setattr(preview, "play_round", play)
    end = threading.Timer(20, _thread.interrupt_main)
    end.start()
    preview.serve_preview(
        tmp_path, address="127.0.0.1:0", open_browser=False, progress=told.append, problem=told.append
    )
    end.cancel()
    assert seen == ["before", "saved meanwhile"]
    assert told[1].startswith("0 files changed")
