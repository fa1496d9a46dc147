"""Chromium as the tests and the screenshots use it: no traffic of its own, the site served from this machine."""

from __future__ import annotations

import gzip
import io
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr, BinaryIO
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = {
    "home": "",
    "bac-kan": "tinh/bac-kan/",
    "su-kien-2022": "su-kien/ngay-chuyen-doi-so-quoc-gia-2022/",
    "bai-viet": "bai-viet/bac-kan-day-manh-tuyen-truyen-chuyen-doi-so/",
    "dong-thoi-gian-2022": "dong-thoi-gian/2022/",
    "dti-2022": "chi-so/dti/2022/",
}
WIDTHS = (390, 1280)
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".webmanifest"}
HEIGHT = 900
PIECE = 1000  # bytes of a page at a time, from a host that is slow


class NoBrowser(Exception):
    """There is no Chromium here; tests/browser/ensure-chromium.sh says how to get one."""


def executable() -> str:
    """The browser to use: $PORTAL_CHROMIUM, or the first one on the PATH; raises NoBrowser."""
    wanted = [os.environ.get("PORTAL_CHROMIUM", ""), *NAMES]
    for name in wanted:
        if name and (path := shutil.which(name)):
            return path
    raise NoBrowser("no Chromium found: run tests/browser/ensure-chromium.sh")


@contextmanager
def running_browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class _Host(SimpleHTTPRequestHandler):
    """A static host as they are: connections are kept, texts are gzipped; every answer's bytes are noted.

    With a pause (seconds) pages come plain and piece by piece, as over a slow line.
    """

    protocol_version = "HTTP/1.1"

    def __init__(
        self, *arguments: object, sent: list[tuple[str, int]], pause: float, policy: str, directory: str
    ) -> None:
        self.sent = sent
        self.policy = policy
        self.pause = pause
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if urlsplit(self.path).path.endswith("/") else path
        taken = "gzip" in self.headers.get("Accept-Encoding", "") and not (self.pause and file.suffix == ".html")
        if file.suffix not in TEXTS or not file.is_file() or not taken:
            if file.is_file():
                self.sent.append((self.path, file.stat().st_size))
            return super().send_head()
        body = gzipped(file, file.stat().st_mtime_ns)
        self.sent.append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source: SupportsRead[AnyStr], outputfile: SupportsWrite[AnyStr]) -> None:
        if not self.pause or not urlsplit(self.path).path.endswith(("/", ".html")):
            return super().copyfile(source, outputfile)
        while piece := source.read(PIECE):
            outputfile.write(piece)
            time.sleep(self.pause)


class _Server(ThreadingHTTPServer):
    """A server with room for all the connections of a few browsers, and silent about readers who went away."""

    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@cache
def gzipped(file: Path, changed: int) -> bytes:
    """A file as a host sends it, compressed as most do by default (level 6)."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@contextmanager
def served(
    folder: Path, sent: list[tuple[str, int]] | None = None, pause: float = 0, policy: str = ""
) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address, with a slash at the end.

    `sent` gets the path and the bytes of the body of every answer; `pause` makes the host a slow one, and
    `policy` is the Content-Security-Policy that goes with every answer.
    """
    host = partial(_Host, directory=str(folder), sent=[] if sent is None else sent, pause=pause, policy=policy)
    with _Server(("127.0.0.1", 0), host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
