"""Serves the preview's site on this machine, with the notice of errors in every page.

The standard library's server, because MkDocs' own looks at every file twice a second, answers no one after
a failed build, and has no place for a notice.
"""

from __future__ import annotations

import logging
import mimetypes
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from generator.site.preview_notice import FILES, WAITING, bare_page, with_notice
from generator.site.preview_round import Outcome
from generator.site.preview_stage import Making, Stage

_HTML = "text/html; charset=utf-8"


class CannotServe(Exception):
    """The address is none, or is taken."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a reader."""

    status: HTTPStatus
    kind: str
    body: bytes
    location: str = ""


def answer(stage: Stage, path: str) -> Answer:
    """What a path of a URL, without its query, gets; waits for a round that runs."""
    if path.startswith(WAITING):
        version = stage.after(path.removeprefix(WAITING))
        return Answer(HTTPStatus.OK, "text/plain; charset=utf-8", version.encode())
    if path in FILES:
        return Answer(HTTPStatus.OK, *FILES[path])
    outcome, version, ahead = stage.now(path)
    if path == "/" != stage.mount:
        return _redirect(stage.mount)
    place = stage.place(path)
    body, outcome = _body(stage.site, place, ahead, outcome)
    if body is None and not path.endswith("/") and _file(stage.site, f"{place}/index.html"):
        return _redirect(f"{quote(unquote(path))}/")
    if body is None:
        return _missing(stage.site, ahead, outcome, version)
    kind = _kind(place)
    return Answer(HTTPStatus.OK, kind, with_notice(body, outcome, version) if kind == _HTML else body)


def _body(site: Path, place: str, ahead: Making | None, outcome: Outcome) -> tuple[bytes | None, Outcome]:
    """What stands at a place, and the outcome that goes with it: the page made ahead, else the site's own."""
    made = ahead.page(place) if ahead else None
    if isinstance(made, bytes):
        return made, outcome
    file = _file(site, place)
    return _bytes(file) if file else None, made or outcome


def _redirect(location: str) -> Answer:
    return Answer(HTTPStatus.FOUND, _HTML, b"", location)


def _missing(site: Path, ahead: Making | None, outcome: Outcome, version: str) -> Answer:
    if not (site / "index.html").is_file():
        page = with_notice(bare_page("Chưa có trang nào"), outcome, version, "Bản xem trước chưa dựng được lần nào.")
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, page)
    body, outcome = _body(site, "404.html", ahead, outcome)
    page = body or bare_page("Không tìm thấy trang", "Địa chỉ này không có trang nào.")
    return Answer(HTTPStatus.NOT_FOUND, _HTML, with_notice(page, outcome, version))


def _file(site: Path, relative: str) -> Path | None:
    """The file of the site at a relative path, if it is there and inside."""
    try:
        file = (site / relative).resolve()
        return file if file.is_relative_to(site.resolve()) and file.is_file() else None
    except (OSError, ValueError):  # no name that a file can have
        return None


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _kind(name: str) -> str:
    """The content type of a file's name, whatever the machine's own tables say."""
    types = mimetypes.MimeTypes()
    types.add_type("text/calendar", ".ics")
    types.add_type("font/woff2", ".woff2")
    kind, encoding = types.guess_type(name)
    if encoding:
        return f"application/{encoding}"
    if kind is None:
        return "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith("xml") or kind == "application/javascript"
    return f"{kind}; charset=utf-8" if is_text else kind


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server: _Server

    def do_GET(self) -> None:
        self._answer(True)

    def do_HEAD(self) -> None:
        self._answer(False)

    def _answer(self, with_body: bool) -> None:
        given = answer(self.server.stage, self.path.partition("?")[0])
        self.send_response(given.status)
        self.send_header("Content-Type", given.kind)
        self.send_header("Content-Length", str(len(given.body)))
        self.send_header("Cache-Control", "no-store")
        if given.location:
            self.send_header("Location", given.location)
        self.end_headers()
        if with_body:
            self.wfile.write(given.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = sys.platform != "win32"  # there it would share the address with another program

    def __init__(self, family: socket.AddressFamily, place: tuple[str, int], stage: Stage) -> None:
        self.address_family = family
        self.stage = stage
        super().__init__(place, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            logging.getLogger("generator.preview").exception("a page could not be served")


@contextmanager
def serving(address: str, stage: Stage) -> Iterator[str]:
    """Serve at host:port while the block runs and give the URL; raises CannotServe."""
    try:
        parts = urlsplit(f"//{address}")
        host, port = parts.hostname or "127.0.0.1", 8000 if parts.port is None else parts.port
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        server = _Server(family, (host, port), stage)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CannotServe(f"cannot serve at {address}: {reason} (--address takes another one)") from error
    with server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        try:
            yield f"http://{f'[{host}]' if ':' in host else host}:{server.server_port}"
        finally:
            server.shutdown()
