"""A release is whole or not there, the one before is a step away, and what cannot be meant for readers is refused."""

from __future__ import annotations

import gzip
import os
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.output.write import ForeignDirectory
from generator.site.folder import Folder
from generator.site.publication import Place, Refused, publish, roll_back
from generator.site.releases import Unfinished
from generator.site.remote import Remote, is_remote
from tests.publish.small import FIRST, NOW, SECOND, THIRD, names, release, served, small_site
from tests.site.project import tree


def test_a_release_is_the_site_and_its_texts_compressed(site: Path, place: Folder | Remote, tmp_path: Path) -> None:
    assert release(site, place) == FIRST
    found = served(tmp_path)
    assert {path: found[path] for path in tree(site)} == tree(site)
    assert found.keys() - tree(site).keys() == {
        *(
            f"{name}.html.{end}"
            for name in ("index", "404", "tinh/index")
            for end in ("gz", "br")
            if name == "tinh/index"
        ),
        ".portal/nginx.conf",
        ".portal/Caddyfile",
    }
    assert gzip.decompress(found["tinh/index.html.gz"]) == found["tinh/index.html"]
    assert brotli.decompress(found["tinh/index.html.br"]) == found["tinh/index.html"]
    assert found["tinh/index.html.gz"][4:8] == bytes(4)  # no time in it: the same bytes for the same text
    assert "'sha256-abc='; frame-ancestors 'none'\" always;" in found[".portal/nginx.conf"].decode()


def test_the_server_may_read_it_whatever_new_files_are_left_to_others(
    site: Path, place: Folder | Remote, tmp_path: Path
) -> None:
    before = os.umask(0o077)
    try:
        small_site(site, "kín")
        release(site, place)
    finally:
        os.umask(before)
    closed = [path for path in (tmp_path / "web" / "releases" / FIRST).rglob("*") if not path.stat().st_mode & 0o004]
    assert not closed
    assert (tmp_path / "web" / "releases" / FIRST).stat().st_mode & 0o005 == 0o005
    if isinstance(place, Folder):
        assert (tmp_path / "web" / "releases").stat().st_mode & (tmp_path / "web").stat().st_mode & 0o005 == 0o005


@pytest.mark.parametrize("place", ["rsync"], indirect=True)
def test_what_did_not_change_is_one_file_in_all_releases_though_it_was_written_anew(
    site: Path, place: Remote, tmp_path: Path
) -> None:
    release(site, place)
    release(small_site(site), place)
    one, two = (tmp_path / "web" / "releases" / name / "index.html" for name in (FIRST, SECOND))
    assert one.stat().st_ino == two.stat().st_ino


def test_an_edit_of_the_same_size_and_time_is_published(site: Path, place: Folder | Remote, tmp_path: Path) -> None:
    for text in ("một", "mốt"):
        os.utime(small_site(site, text) / "index.html", (0, 0))
        release(site, place)
    assert served(tmp_path)["index.html"].endswith("mốt".encode())


def test_the_next_one_replaces_it_and_the_way_back_leads_to_it(
    site: Path, place: Folder | Remote, tmp_path: Path
) -> None:
    release(site, place)
    first = served(tmp_path)
    small_site(site, "hai")
    (site / "tin.txt").unlink()
    assert release(site, place) == SECOND
    second = served(tmp_path)
    assert second["index.html"].endswith(b"hai")
    assert "tin.txt" not in second
    one, two = (tmp_path / "web" / "releases" / name / "anh.png" for name in (FIRST, SECOND))
    assert one.read_bytes() == two.read_bytes()
    with place.alone():
        assert roll_back(place) == FIRST
    assert served(tmp_path) == first
    with place.alone(), pytest.raises(Refused, match="no earlier"):
        roll_back(place)
    assert release(site, place) == THIRD
    assert names(tmp_path) == [FIRST, THIRD]  # what was gone back from does not lie between


def test_so_many_stay(site: Path, place: Folder | Remote, tmp_path: Path) -> None:
    assert [release(site, place, keep=2) for _ in range(3)] == [FIRST, SECOND, THIRD]
    assert names(tmp_path) == [SECOND, THIRD]


def test_what_did_not_change_is_not_compressed_again(site: Path, tmp_path: Path) -> None:
    place = Folder(tmp_path / "web")
    with place.alone():
        assert publish(site, place, now=NOW, keep=5).compressed == 1
        small_site(site, "hai " * 200)
        told = publish(site, place, now=NOW + timedelta(days=1), keep=5)
    assert (told.compressed, told.new_headers) == (1, False)  # home; the list of provinces has other times, equal bytes
    old, new = (path / "tinh" / "index.html.br" for path in sorted((tmp_path / "web" / "releases").iterdir()))
    assert old.samefile(new)


def test_new_headers_are_told(site: Path, tmp_path: Path) -> None:
    place = Folder(tmp_path / "web")
    assert publish(site, place, now=NOW, keep=5).new_headers
    small_site(site, policy="default-src 'none'; script-src 'self' 'sha256-other='")
    assert publish(site, place, now=NOW, keep=5).new_headers


@pytest.mark.parametrize("stopped", ["add", "switch", "remove"])
def test_a_stopped_run_leaves_the_old_release_or_the_new_one_and_the_next_run_goes_on(
    site: Path, place: Folder | Remote, tmp_path: Path, stopped: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    release(site, place)
    small_site(site, "hai")
    with monkeypatch.context() as patch:
        patch.setattr(type(place), stopped, stop)
        with pytest.raises(KeyboardInterrupt):
            release(site, place)
    assert served(tmp_path)["index.html"].endswith(b"hai" if stopped == "remove" else "một".encode())
    release(site, place)
    assert served(tmp_path)["index.html"].endswith(b"hai")
    assert len(names(tmp_path)) == (3 if stopped == "remove" else 2)
    with place.alone():
        roll_back(place)


def test_a_site_that_is_not_for_readers_is_refused(tmp_path: Path) -> None:
    place: Place = Folder(tmp_path / "web")
    for address in ("http://localhost:8000/", "http://127.0.0.1/", ""):
        with pytest.raises(Refused, match="PORTAL_SITE_URL"):
            publish(small_site(tmp_path / "build" / "site", address=address), place, now=NOW, keep=5)
    with pytest.raises(Refused, match="portal build"):
        publish(tmp_path / "none", place, now=NOW, keep=5)
    site = small_site(tmp_path / "build" / "site")
    with pytest.raises(Refused, match="within the site"):
        publish(site, Folder(site / "web"), now=NOW, keep=5)
    (tmp_path / "build" / ".cache" / "site").mkdir(parents=True)
    (tmp_path / "build" / ".cache" / "site" / "unfinished").touch()
    with pytest.raises(Unfinished):
        publish(small_site(site), place, now=NOW, keep=5)
    assert place.current() == ""


def test_a_folder_of_another_use_is_left_alone(place: Folder | Remote, tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "letters.txt").touch()
    with pytest.raises(ForeignDirectory, match="portal did not put there"), place.alone():
        pass
    assert [path.name for path in (tmp_path / "web").iterdir()] == ["letters.txt"]


def test_targets_of_other_machines_are_told_from_folders() -> None:
    remote = ["may.vn:cong", "web@may.vn:/srv/portal", "may.vn::portal", "rsync://may.vn/portal", "[::1]:portal"]
    assert [target for target in remote if not is_remote(target)] == []
    assert [target for target in ("/srv/a:b", "./a:b", "web", "-oProxyCommand=x:y", "../x") if is_remote(target)] == []


def test_the_command_tells_what_it_did_and_ends_as_the_others_do(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    small_site(tmp_path / "build" / "site")
    at, web = ("publish", "--project", str(tmp_path)), str(tmp_path / "web")
    done = CliRunner().invoke(main, [*at, web])
    assert (done.exit_code, "is served; texts compressed anew: 1." in done.output) == (0, True), done.output
    assert CliRunner().invoke(main, [*at, "--rollback", web]).exit_code == 1
    assert CliRunner().invoke(main, [*at, str(tmp_path / "build")]).exit_code == 2
    small_site(tmp_path / "build" / "site", address="http://localhost:8000/")
    refused = CliRunner().invoke(main, [*at, web])
    assert (refused.exit_code, "PORTAL_SITE_URL" in refused.output) == (1, True)
