"""What was retracted is in no release that the way back leads to, on no server, and does not come back by mistake."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.site.folder import Folder
from generator.site.publication import Refused, publish, roll_back
from generator.site.remote import Remote
from tests.publish.small import FIRST, NOW, SECOND, THIRD, names, release, served, small_site

WORDS = "Bắc Kạn họp ban chỉ đạo, " * 30


def retracting(site: Path, *articles: str, file: str = "retractions.json") -> Path:
    """The small site as it is when those articles are retracted; while none is, it tells of one."""
    small_site(site, "đã rút" if articles else WORDS)
    (site / "du-lieu" / file).parent.mkdir(parents=True, exist_ok=True)
    (site / "du-lieu" / file).unlink(missing_ok=True)
    (site / "du-lieu" / file).write_text(json.dumps([{"id": article} for article in articles]), encoding="utf-8")
    return site


def holding(folder: Path, words: str) -> list[Path]:
    """The files below a folder that hold some words, compressed ones too."""
    unpacked: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".br": brotli.decompress}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if words.encode() in unpacked.get(path.suffix, bytes)(path.read_bytes())]


@pytest.mark.parametrize("file", ["retractions.json", "retractions/2026-11.json"])
def test_releases_that_hold_what_is_retracted_go_when_that_is_published(
    site: Path, place: Folder | Remote, tmp_path: Path, file: str
) -> None:
    release(retracting(site), place)
    release(site, place)
    assert len(holding(tmp_path, WORDS)) > 4  # the site, its releases, and what was compressed
    retracting(site, "bai", file=file)
    with place.alone():
        told = publish(site, place, now=NOW, keep=5)
    assert (told.forgotten, told.retracted) == ((FIRST, SECOND), ("bai",))
    assert names(tmp_path) == [THIRD]
    assert holding(tmp_path, WORDS) == []
    with place.alone(), pytest.raises(Refused, match="no earlier release"):
        roll_back(place)


def test_releases_that_show_it_as_retracted_stay(site: Path, place: Folder | Remote, tmp_path: Path) -> None:
    release(retracting(site, "bai"), place)
    release(retracting(site, "bai"), place)
    with place.alone():
        assert roll_back(place) == FIRST
    assert release(site, place) == THIRD
    assert names(tmp_path) == [FIRST, THIRD]


def test_the_way_back_does_not_lead_to_a_release_that_holds_it(
    site: Path, place: Folder | Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    release(retracting(site), place)
    with monkeypatch.context() as patch:
        patch.setattr(type(place), "remove", stop)
        with pytest.raises(KeyboardInterrupt):
            release(retracting(site, "bai"), place)
    with place.alone(), pytest.raises(Refused, match=f"{FIRST} still holds what is retracted now: bai"):
        roll_back(place)
    assert "đã rút" in served(tmp_path)["index.html"].decode()
    release(site, place)
    assert names(tmp_path) == [SECOND, THIRD]


def test_a_site_that_was_built_without_the_retraction_is_refused_unless_it_was_undone(
    site: Path, place: Folder | Remote, tmp_path: Path
) -> None:
    release(retracting(site, "bai", "khac"), place)
    with pytest.raises(Refused, match="does not: khac"):
        release(retracting(site, "bai"), place)
    assert names(tmp_path) == [FIRST]
    with place.alone():
        publish(site, place, now=NOW, keep=5, accept_undo=True)
    assert names(tmp_path) == [FIRST, SECOND]
    release(site, place)


def test_a_release_whose_retractions_cannot_be_read_shows_none(site: Path, tmp_path: Path) -> None:
    place = Folder(tmp_path / "web")
    release(retracting(site, "bai"), place)
    kept = tmp_path / "web" / "releases" / FIRST / "du-lieu" / "retractions.json"
    for broken in ("[{", '{"id": 1}', "[1]", "[{}]"):
        kept.unlink()
        kept.write_text(broken, encoding="utf-8")
        assert place.retracted() == {FIRST: frozenset()}
    release(site, place)
    assert names(tmp_path) == [SECOND]


def test_only_this_one_can_stay(site: Path, place: Folder | Remote, tmp_path: Path) -> None:
    assert [release(site, place, keep=keep) for keep in (5, 5, 1)] == [FIRST, SECOND, THIRD]
    assert names(tmp_path) == [THIRD]


def test_the_command_tells_which_releases_went_and_what_it_refuses(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    site, at = tmp_path / "build" / "site", ("publish", "--project", str(tmp_path), str(tmp_path / "web"))
    for articles in ((), ("a", "b", "c", "d")):
        retracting(site, *articles)
        done = CliRunner().invoke(main, at)
        assert done.exit_code == 0, done.output
    assert "Removed, for they still held what is retracted (a, b, c and 1 more): 2" in done.output
    shutil.rmtree(site / "du-lieu")
    refused = CliRunner().invoke(main, at)
    assert (refused.exit_code, "--accept-undo" in refused.output) == (1, True), refused.output
    done = CliRunner().invoke(main, [*at, "--accept-undo"])
    assert (done.exit_code, "Removed" in done.output) == (0, False), done.output


def test_a_site_that_was_built_before_its_retraction_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    page = retracting(tmp_path / "build" / "site") / "bai-viet" / "bai" / "index.html"
    page.parent.mkdir(parents=True)
    page.touch()
    content = tmp_path / "content" / "articles"
    content.mkdir(parents=True)
    (content / "bai.md").write_text("---\ntitle: A\n---\n\nretracted: chỉ là chữ.\n", encoding="utf-8")
    at = ("publish", "--project", str(tmp_path), str(tmp_path / "web"))
    assert CliRunner().invoke(main, at).exit_code == 0
    (content / "bai.md").write_text("---\ntitle: A\nretracted:\n  on: x\n---\n\nA.\n", encoding="utf-8")
    (content / "nhap.md").write_text("---\nreview: draft\nretracted:\n  on: x\n---\n\nA.\n", encoding="utf-8")
    refused = CliRunner().invoke(main, at)
    assert (refused.exit_code, "has as retracted: bai. Run" in refused.output) == (1, True), refused.output
    retracting(tmp_path / "build" / "site", "bai")
    assert CliRunner().invoke(main, at).exit_code == 0
