"""A release is put in place in one step, and takes no folder that is not ours."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.accelerator.unchanged import under_change
from generator.locks import Held, held
from generator.output.write import OWNER_FILE, ForeignDirectory
from generator.site import releases
from generator.site.releases import NoExchange, Unfinished, point, release
from tests.site.project import tree as whole_tree


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a site or release but the mark of who owns it."""
    return {path: data for path, data in whole_tree(folder).items() if path != OWNER_FILE}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of two pages."""
    site = tmp_path / "build" / "site"
    (site / "tinh").mkdir(parents=True)
    (site.parent / ".cache" / "site").mkdir(parents=True)
    for name in ("index.html", "tinh/bac-kan.html"):
        (site / name).write_text("cũ", encoding="utf-8")
    return site


def _renew(file: Path, text: str) -> None:
    """Replace a file, as a build does."""
    new = file.with_name("new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def test_releases_follow_the_site_and_leave_the_last_one_whole_beside(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    release(site, target)
    first = tree(target)
    assert first == tree(site)
    _renew(site / "index.html", "mới")
    (site / "tinh" / "bac-kan.html").unlink()
    (site / "tinh").rmdir()
    (site / "tinh").write_text("now a file", encoding="utf-8")
    release(site, target)
    assert tree(target) == tree(site)
    assert tree(tmp_path / ".www.portal" / "spare") == first
    release(site, target)
    assert tree(target) == tree(tmp_path / ".www.portal" / "spare") == tree(site)


def test_what_a_killed_release_left_is_mended(site: Path, tmp_path: Path) -> None:
    release(site, tmp_path / "www")
    spare = tmp_path / ".www.portal" / "spare"
    for name in (".portal-new", "index.html", "stale.html"):
        (spare / name).write_text("half", encoding="utf-8")
    release(site, tmp_path / "www")
    assert tree(tmp_path / "www") == tree(site)


def test_a_site_under_change_is_not_released(site: Path, tmp_path: Path) -> None:
    def killed() -> None:
        with under_change(site):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    with pytest.raises(Unfinished):
        release(site, tmp_path / "www")
    with under_change(site):
        pass
    release(site, tmp_path / "www")


@pytest.mark.parametrize("name", ["mine", "build", "build/site", "build/site/www"])
def test_a_folder_of_others_is_refused(name: str, site: Path, tmp_path: Path) -> None:
    target = tmp_path / name
    if name == "mine":
        release(site, target)
        target.rename(tmp_path / "elsewhere")
        target.mkdir()
        (target / "letter.txt").write_text("mine", encoding="utf-8")
    before = whole_tree(tmp_path)
    with pytest.raises(ForeignDirectory):
        release(site, target)
    assert whole_tree(tmp_path) == before


def test_two_releases_at_once_are_refused(site: Path, tmp_path: Path) -> None:
    with held(tmp_path / ".www.portal" / "lock", "www"), pytest.raises(Held, match=f"process {os.getpid()}, since 2"):
        release(site, tmp_path / "www")


def test_what_cannot_be_linked_is_copied(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "another device")

    monkeypatch.setattr(os, "link", refuse)
    release(site, tmp_path / "www")
    assert tree(tmp_path / "www") == tree(site)
    assert (tmp_path / "www" / "index.html").stat().st_ino != (site / "index.html").stat().st_ino


def test_where_folders_cannot_be_exchanged_the_old_release_stays(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(site, tmp_path / "www")
    before = tree(tmp_path / "www")
    _renew(site / "index.html", "mới")
    monkeypatch.setattr(releases, "_RENAME_EXCHANGE", 1 << 20)  # no such flag
    with pytest.raises(NoExchange, match="stays as it is"):
        release(site, tmp_path / "www")
    assert tree(tmp_path / "www") == before


def test_a_link_is_pointed_elsewhere(tmp_path: Path) -> None:
    for name in ("1", "2"):
        (tmp_path / "releases" / name).mkdir(parents=True)
        point(tmp_path / "current", tmp_path / "releases" / name)
        assert (tmp_path / "current").readlink() == Path("releases", name)
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        point(tmp_path / "folder", tmp_path / "releases" / "1")
