"""The recipes of docs/publishing, run: nginx and Caddy as they are, on a free port of this machine, by anybody."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Secure:
    """A server on localhost: its ports with TLS and without, and the certificate that vouches for it."""

    port: int
    plain: int
    authority: Path


@contextmanager
def nginx(published: Path, folder: Path, *, brotli: bool = False, workers: int = 1) -> Iterator[str]:
    """Serve a folder of `portal publish` with nginx; gives the address, without a slash at its end."""
    port = _free_port()
    text = _changed("nginx.conf", {"listen 80;": f"listen 127.0.0.1:{port};", "/srv/portal/": f"{published}/"})
    if brotli:
        assert "# brotli_static on;" in text
        text = text.replace("# brotli_static on;", "brotli_static on;")
    folder.mkdir()
    with _nginx(text, folder, port, brotli=brotli, workers=workers):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def nginx_tls(published: Path, folder: Path) -> Iterator[Secure]:
    """Serve it with the recipe's lines for TLS, and a certificate of its own."""
    openssl, port, plain = _tool("openssl"), _free_port(), _free_port()
    folder.mkdir()
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    told = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
    made = [
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    subprocess.run([openssl, "req", *made, *told], check=True, capture_output=True)
    given = "/etc/letsencrypt/live/portal.example/"
    changes = {
        "    listen 80;\n    server_name": "    server_name",
        "# listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        f"# ssl_certificate     {given}fullchain.pem;": f"ssl_certificate {certificate};",
        f"# ssl_certificate_key {given}privkey.pem;": f"ssl_certificate_key {key};",
        "# ssl_protocols": "ssl_protocols",
        "# add_header Strict": "add_header Strict",
        "#     listen 80;": f"#     listen 127.0.0.1:{plain};",
        "portal.example": "localhost",
        "/srv/portal/": f"{published}/",
    }
    text, start, redirecting = _changed("nginx.conf", changes).partition("\n# server {\n")
    assert start
    text += (start + redirecting).replace("\n# ", "\n").replace("\n#", "\n")
    with _nginx(text, folder, port, brotli=False, workers=1):
        yield Secure(port, plain, certificate)


@contextmanager
def _nginx(text: str, folder: Path, port: int, *, brotli: bool, workers: int) -> Iterator[None]:
    command = _tool("nginx")
    (folder / "portal.conf").write_text(text, encoding="utf-8")
    first = f"load_module {BROTLI};" if brotli else ""
    if os.geteuid() == 0:
        first += " user root;"  # what pytest makes is closed to the user that nginx would take
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(first=first, workers=workers, folder=folder), encoding="utf-8")
    with _running([command, "-e", f"{folder}/error.log", "-c", str(main)], port, folder):
        yield


@contextmanager
def caddy(published: Path, folder: Path) -> Iterator[str]:
    """The same with Caddy."""
    command, port = _tool("caddy"), _free_port()
    here = f"{{\n\tadmin off\n\tauto_https off\n}}\n\nhttp://127.0.0.1:{port} {{"
    text = _changed("Caddyfile", {"portal.example {": here, "/srv/portal/": f"{published}/"})
    folder.mkdir()
    with _caddy(command, text, folder, port):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def caddy_tls(published: Path, folder: Path) -> Iterator[Secure]:
    """The same with the certificates of Caddy's own authority; nothing else of the recipe is changed."""
    command, port, plain = _tool("caddy"), _free_port(), _free_port()
    options = f"admin off\n\tlocal_certs\n\tskip_install_trust\n\thttp_port {plain}\n\thttps_port {port}"
    here = f"{{\n\t{options}\n\tdefault_bind 127.0.0.1\n}}\n\nlocalhost {{"
    text = _changed("Caddyfile", {"portal.example {": here, "/srv/portal/": f"{published}/"})
    folder.mkdir()
    with _caddy(command, text, folder, port):
        _wait_for_a_certificate(port)
        yield Secure(port, plain, folder / "caddy" / "pki" / "authorities" / "local" / "root.crt")


def _wait_for_a_certificate(port: int) -> None:
    for _ in range(200):
        with suppress(ssl.SSLError):
            ssl.get_server_certificate(("localhost", port), timeout=20)
            return
        time.sleep(0.05)


@contextmanager
def _caddy(command: str, text: str, folder: Path, port: int) -> Iterator[None]:
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    command_line = [command, "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]
    with _running(command_line, port, folder):
        yield


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
