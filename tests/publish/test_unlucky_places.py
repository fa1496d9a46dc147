"""Places that others wrote into, names meant to do harm, two machines at once, and a connection that is lost."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.site.folder import Folder
from generator.site.publication import Refused, publish, roll_back
from generator.site.remote import Remote
from tests.publish.small import FIRST, NOW, SECOND, THIRD, names, release, served, small_site

NOT_OURS = ("20209999T000000Z", "99991231T235959Z", "٢٠٢٠١١٢٢T٢١٠٠٠٠Z", "20261122T210000Z.bak", ".old")
HARD_NAME = "trang 'web' \"$(touch x)\" `touch y` ; touch z\n-e dòng"
_OVER = f"""#!{sys.executable}
# ssh as rsync calls it, without a network: the words after the host go to a shell; BYTES are let through
import os, subprocess, sys, threading
left = int(os.environ.get("BYTES", 10**9))
done = subprocess.Popen(["sh", "-c", " ".join(sys.argv[sys.argv.index("may") + 1:])], stdin=subprocess.PIPE)
def send():
    global left
    while left > 0 and (data := os.read(0, min(left, 65536))):
        os.write(done.stdin.fileno(), data)
        left -= len(data)
    done.kill() if left <= 0 else done.stdin.close()
threading.Thread(target=send, daemon=True).start()
done.wait()
os._exit(done.returncode & 255)
"""


@pytest.fixture
def remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A place that rsync reaches as it reaches other machines."""
    if not shutil.which("rsync"):
        pytest.skip("rsync is not installed")
    shell = tmp_path / "shell"
    shell.write_text(_OVER, encoding="utf-8")
    shell.chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(shell))
    return f"may:{tmp_path / 'web'}"


def test_what_others_put_beside_the_releases_stays_and_stops_nothing(
    site: Path, place: Folder | Remote, tmp_path: Path
) -> None:
    folder, elsewhere = tmp_path / "web" / "releases", tmp_path / "elsewhere"
    for made in (folder, elsewhere):
        made.mkdir(parents=True)
    for name in NOT_OURS:
        (folder / name).mkdir()
    (folder / ".DS_Store").touch()
    (folder / "20200101T000000Z").touch()
    (folder / "20200102T000000Z").symlink_to(elsewhere)
    (elsewhere / "letter.txt").touch()
    assert [release(site, place, keep=1) for _ in range(2)] == [FIRST, SECOND]
    others = {*NOT_OURS, ".DS_Store", "20200101T000000Z", "20200102T000000Z"}
    assert set(names(tmp_path)) == {SECOND, *others}
    assert (elsewhere / "letter.txt").is_file()


def test_a_link_to_the_served_release_that_leads_nowhere_is_mended(
    site: Path, place: Folder | Remote, tmp_path: Path
) -> None:
    for text in ("một", "hai"):
        small_site(site, text)
        release(site, place)
    current = tmp_path / "web" / "current"
    current.unlink()
    with place.alone():
        assert roll_back(place) == SECOND
    current.unlink()
    current.symlink_to("releases/gone")
    assert release(site, place) == THIRD
    assert names(tmp_path) == [FIRST, SECOND, THIRD]


def test_the_release_that_was_served_is_gone(site: Path, place: Folder | Remote, tmp_path: Path) -> None:
    for _ in range(2):
        release(site, place)
    shutil.rmtree(tmp_path / "web" / "releases" / SECOND)
    with place.alone():
        assert roll_back(place) == FIRST
    assert served(tmp_path)["index.html"].endswith("một".encode())


def test_folders_that_portal_reads_or_makes_are_no_places(tmp_path: Path) -> None:
    project = tmp_path / "project"
    small_site(project / "build" / "site")
    (project / "mkdocs.yml").touch()
    (project / "content").mkdir()
    (tmp_path / "link").symlink_to(project / "content")
    (tmp_path / "file").touch()
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "full" / "current").mkdir(parents=True)
    within = (
        "build",
        "build/site",
        "build/site/web",
        "build/docs/web",
        "content/web",
        "theme_overrides/web",
        ".git/web",
    )
    targets = [*(str(project / path) for path in within), *(str(tmp_path / n) for n in ("link/web", "file", "nowhere"))]
    before = sorted(tmp_path.rglob("*"))
    for target in (*targets, str(tmp_path / "full"), ""):
        done = CliRunner().invoke(main, ["publish", "--project", str(project), "--", target])
        assert (done.exit_code, "Error: " in done.output) == (2, True), (target, done.output)
    assert sorted(tmp_path.rglob("*")) == before
    done = CliRunner().invoke(main, ["publish", "--project", str(project), str(project / "releases")])
    assert done.exit_code == 0, done.output


def test_no_name_of_a_place_is_taken_for_a_command(site: Path, remote: str, tmp_path: Path) -> None:
    folder = tmp_path / HARD_NAME
    for place in (Folder(folder), Remote(f"may:{folder}", tmp_path / "workshop")):
        for text in ("một", "hai"):
            small_site(site, text)
            with place.alone():
                publish(site, place, now=NOW, keep=1)
        assert [path.name for path in (folder / "releases").iterdir()] == [SECOND]
        assert (folder / "current" / "index.html").read_text(encoding="utf-8").endswith("hai")
        shutil.rmtree(folder)
    assert [path for path in (*tmp_path.iterdir(), *Path.cwd().iterdir()) if path.name in ("x", "y", "z")] == []


@pytest.mark.parametrize("host", ["web@-oProxyCommand=touch x", "@-oProxyCommand=touch x", "[-oProxyCommand=touch x]"])
def test_no_host_is_taken_for_an_option_of_ssh(
    host: str, remote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RSYNC_RSH", "ssh -F none")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused, match="rsync failed"), Remote(f"{host}:web", tmp_path / "workshop").alone():
        pass
    assert not (tmp_path / "x").exists()


def test_a_lost_connection_leaves_the_old_release_and_the_next_run_clears_up(
    site: Path, remote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Remote(remote, tmp_path / "workshop")
    release(site, place)
    (site / "anh.png").unlink()
    (site / "anh.png").write_bytes(os.urandom(400_000))
    small_site(site, "hai")
    with monkeypatch.context() as patch:
        patch.setenv("BYTES", "200000")
        with pytest.raises(Refused, match="rsync failed"):
            release(site, place)
    assert names(tmp_path) == [FIRST, SECOND]  # half of it
    assert served(tmp_path)["index.html"].endswith("một".encode())
    with place.alone(), pytest.raises(Refused, match="no earlier"):
        roll_back(place)
    assert release(site, place) == THIRD
    assert names(tmp_path) == [FIRST, THIRD]
    assert served(tmp_path)["index.html"].endswith(b"hai")


def test_a_connection_that_falls_silent_is_given_up(
    remote: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.site.remote._SILENCE", 1)
    (tmp_path / "shell").write_text("#!/bin/sh\nexec sleep 20", encoding="utf-8")
    with pytest.raises(Refused, match="timeout"), Remote(remote, tmp_path / "workshop").alone():
        pass


def test_what_another_machine_is_sending_stays_for_a_day(site: Path, remote: str, tmp_path: Path) -> None:
    here = Remote(remote, tmp_path / "here")
    release(site, here)
    arriving = tmp_path / "web" / "releases" / "20261122T205900Z"
    arriving.mkdir()
    (arriving / "index.html").touch()
    assert release(site, here) == SECOND
    assert names(tmp_path) == [arriving.name, FIRST, SECOND]
    with here.alone():
        publish(site, here, now=NOW + timedelta(days=2), keep=5)
    assert names(tmp_path) == [FIRST, SECOND, "20261124T210000Z"]


def test_of_two_machines_at_once_the_later_is_served_and_both_are_whole(
    site: Path, remote: str, tmp_path: Path
) -> None:
    here, there = (Remote(remote, tmp_path / name) for name in ("here", "there"))
    release(site, here)
    small_site(site, "hai")
    with here.alone():
        with there.alone():
            assert publish(small_site(tmp_path / "b" / "site", "ba"), there, now=NOW, keep=1).name == SECOND
        assert publish(site, here, now=NOW + timedelta(seconds=9), keep=1).name == "20261122T210009Z"
    assert served(tmp_path)["index.html"].endswith(b"hai")
    assert (tmp_path / "web" / "releases" / SECOND / "index.html").read_text(encoding="utf-8").endswith("ba")
    with there.alone():
        assert roll_back(there) == SECOND
