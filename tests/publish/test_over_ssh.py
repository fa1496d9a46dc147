"""`portal publish user@host:folder` through a real sshd on this machine, with keys of its own."""

from __future__ import annotations

import getpass
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.publish.small import small_site

_SERVER = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/reader.pub
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
"""


@contextmanager
def sshd(folder: Path) -> Iterator[str]:
    """A running server; gives the ssh command that reaches it."""
    server, keygen = shutil.which("sshd", path="/usr/sbin:/usr/bin:/usr/local/sbin"), shutil.which("ssh-keygen")
    if not (server and keygen and shutil.which("rsync")):
        pytest.skip("no sshd, ssh-keygen or rsync (Debian: apt install openssh-server rsync)")
    for name in ("host", "reader"):
        subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    (folder / "config").write_text(_SERVER.format(port=port, folder=folder), encoding="utf-8")
    process = subprocess.Popen(
        [server, "-D", "-e", "-f", str(folder / "config")],
        stdout=subprocess.DEVNULL,
        stderr=(folder / "log").open("wb"),
    )
    ssh = (
        f"ssh -F none -p {port} -i {folder}/reader -o BatchMode=yes -o IdentitiesOnly=yes"
        f" -o StrictHostKeyChecking=no -o UserKnownHostsFile={folder}/known -o LogLevel=ERROR"
    )
    try:
        for _ in range(100):
            asked = subprocess.run([*ssh.split(), "127.0.0.1", "true"], capture_output=True, check=False)
            if asked.returncode == 0:
                break
            if process.poll() is not None:
                pytest.skip(f"sshd does not run here: {(folder / 'log').read_text(encoding='utf-8')[-300:]}")
            time.sleep(0.05)
        else:
            pytest.skip(f"sshd lets nobody in here: {asked.stderr.decode()[-300:]}")
        yield ssh
    finally:
        process.terminate()
        process.wait(20)


def test_a_site_is_published_over_ssh_and_led_back(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").touch()
    site, web = small_site(tmp_path / "build" / "site"), tmp_path / "trang web"
    command = ["publish", "--project", str(tmp_path), f"{getpass.getuser()}@127.0.0.1:{web}"]
    with sshd(tmp_path) as ssh:
        env = {"RSYNC_RSH": ssh}
        for text in ("một", "hai"):
            small_site(site, text)
            done = CliRunner().invoke(main, command, env=env)
            assert done.exit_code == 0, done.output
            assert (web / "current" / "index.html").read_text(encoding="utf-8").endswith(text)
        done = CliRunner().invoke(main, [*command, "--rollback"], env=env)
        assert done.exit_code == 0, done.output
    assert (web / "current" / "index.html").read_text(encoding="utf-8").endswith("một")
    old, new = sorted((web / "releases").iterdir())
    assert (old / "anh.png").samefile(new / "anh.png")
    gone = CliRunner().invoke(main, command, env=env)
    assert (gone.exit_code, "rsync failed" in gone.output) == (1, True)
