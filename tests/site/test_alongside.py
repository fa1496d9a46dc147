"""A site built by a process that got ready while the generator worked."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from generator.accelerator.unchanged import Vouched
from generator.site import alongside
from generator.site.alongside import site_build
from generator.site.engine import Ready, Site, SiteBuildFailed, settings_without_a_word

SOURCES = Vouched("docs", b"before", b"now", ("index.md",))


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a build writes into: by whom it was done, and whether that one was ready."""
    monkeypatch.setattr(alongside, "_can_fork", lambda: True)

    def build(project: Path, *, quiet: bool, vouched: Vouched, plain: bool = False, ready: Ready | None = None) -> Site:
        assert vouched == SOURCES
        with (project / "built").open("a", encoding="utf-8") as file:
            file.write(f"{'here' if os.getpid() == pid else 'there'} {ready is not None}\n")
        return Site(project, "https://site.test/", ("added",))

    pid = os.getpid()
    monkeypatch.setattr(alongside, "build_site", build)
    return tmp_path / "built"


def test_the_other_process_builds(tmp_path: Path, built: Path) -> None:
    with site_build(tmp_path, quiet=True, plain=False) as build:
        assert build.finish(SOURCES) == Site(tmp_path, "https://site.test/", ("added",))
    assert built.read_text(encoding="utf-8") == "there True\n"


def test_a_plain_build_is_done_here(tmp_path: Path, built: Path) -> None:
    with site_build(tmp_path, quiet=True, plain=True) as build:
        build.finish(SOURCES)
    assert built.read_text(encoding="utf-8") == "here False\n"


def test_a_build_that_is_not_wanted_is_dropped(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forked: list[int] = []
    fork = os.fork

    def noted() -> int:
        forked.append(fork())
        return forked[-1]

    monkeypatch.setattr(os, "fork", noted)

    def broken_content() -> None:
        with site_build(tmp_path, quiet=True, plain=False) as build:
            build.expect_changes()
            raise SystemExit(1)

    with pytest.raises(SystemExit):
        broken_content()
    assert not built.exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(forked[0], os.WNOHANG)  # it was waited for


def test_when_the_other_process_dies_the_site_is_built_here(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alongside, "look_at_site", lambda site: os.kill(os.getpid(), signal.SIGKILL))
    with site_build(tmp_path, quiet=True, plain=False) as build:
        build.expect_changes()
        assert build.finish(SOURCES).added == ("added",)
    assert built.read_text(encoding="utf-8") == "here False\n"


@pytest.mark.parametrize("error", [SiteBuildFailed("refused"), KeyboardInterrupt(), OSError(28, "no space")])
def test_what_it_raises_is_raised_here(error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Site:
        raise error

    monkeypatch.setattr(alongside, "build_site", fail)
    with pytest.raises(type(error)) as raised, site_build(tmp_path, quiet=True, plain=False) as build:
        build.finish(SOURCES)
    assert str(raised.value) == str(error)


def test_settings_that_do_not_load_yet_are_told_by_the_build_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A first build: the folder of the pages does not exist before the generator has made it."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: build/docs\n", encoding="utf-8")
    assert settings_without_a_word(tmp_path) is None
    assert caplog.messages == []
