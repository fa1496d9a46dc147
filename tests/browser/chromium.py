"""Chromium as the tests and the screenshots use it: no traffic of its own, the site served from this machine."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

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
HEIGHT = 900


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


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a port of this machine that is free; gives the address, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
