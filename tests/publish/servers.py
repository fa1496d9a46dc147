"""The recipes of docs/publishing, run: nginx and Caddy as they are, on a free port of this machine, by anybody."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.project import ROOT

RECIPES = ROOT / "docs" / "publishing"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_MAIN = """{first}
daemon off;
worker_processes {workers};
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/portal.conf;
}}
"""


@contextmanager
def nginx(published: Path, folder: Path, *, brotli: bool = False, workers: int = 1) -> Iterator[str]:
    """Serve a folder of `portal publish` with nginx; gives the address, without a slash at its end."""
    command, port = _tool("nginx"), _free_port()
    text = _changed("nginx.conf", {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/portal/": f"{published}/"})
    if brotli:
        assert "# brotli_static on;" in text
        text = text.replace("# brotli_static on;", "brotli_static on;")
    folder.mkdir()
    (folder / "portal.conf").write_text(text, encoding="utf-8")
    first = f"load_module {BROTLI};" if brotli else ""
    if os.geteuid() == 0:
        first += " user root;"  # what pytest makes is closed to the user that nginx would take
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(first=first, workers=workers, folder=folder), encoding="utf-8")
    with _running([command, "-e", f"{folder}/error.log", "-c", str(main)], port, folder):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy(published: Path, folder: Path) -> Iterator[str]:
    """The same with Caddy."""
    command, port = _tool("caddy"), _free_port()
    here = f"{{\n\tadmin off\n\tauto_https off\n}}\n\nhttp://127.0.0.1:{port} {{"
    text = _changed("Caddyfile", {"portal.example {": here, "/srv/portal/": f"{published}/"})
    folder.mkdir()
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    command_line = [command, "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]
    with _running(command_line, port, folder):
        yield f"http://127.0.0.1:{port}"


def _tool(name: str) -> str:
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin")
    if not found:
        pytest.skip(f"{name} is not installed (Debian: apt install {name})")
    return found


def _changed(name: str, changes: dict[str, str]) -> str:
    """A recipe with what a reader of it sets."""
    text = (RECIPES / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "PATH": "/usr/bin:/bin"}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=home, stdout=log, stderr=subprocess.STDOUT)
        try:
            for _ in range(200):
                assert process.poll() is None, (folder / "log").read_text(encoding="utf-8")
                with socket.socket() as s:
                    if s.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait(20)
