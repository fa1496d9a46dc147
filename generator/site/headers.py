"""What a server should say with every page of a built site, as lines for the configuration of nginx and of Caddy."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

FOLDER = ".portal"
"""Where they stand in a release; servers hand out no hidden files."""

NGINX, CADDY = f"{FOLDER}/nginx.conf", f"{FOLDER}/Caddyfile"
_NOTE = "# Made by `portal publish` from the pages of this release: do not edit.\n"
_OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class NoPolicy(Exception):
    """The page carries no content security policy: it was not made by this project's build."""


def headers(page: str) -> dict[str, str]:
    """The headers that go with a page: its own policy and what counts in headers alone; raises NoPolicy."""
    return {"Content-Security-Policy": f"{_policy(page)}; frame-ancestors 'none'"} | _OTHERS


def header_files(page: str) -> dict[str, str]:
    """The same as files for servers, by path; raises NoPolicy."""
    told = headers(page)
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in told.items())
    caddy = "".join(f'header {name} "{value}"\n' for name, value in told.items())
    return {NGINX: _NOTE + nginx, CADDY: _NOTE + caddy}


def canonical_address(site: Path) -> str:
    """The address that a built site's home page says it stands at; "" if none."""
    return _read((site / "index.html").read_text(encoding="utf-8")).canonical


def _policy(page: str) -> str:
    if policy := _read(page).policy:
        return policy
    raise NoPolicy("the pages carry no content security policy: build the site with `portal build`")


def _read(page: str) -> _Head:
    head = _Head()
    head.feed(page)
    return head


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.policy = self.canonical = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = self.policy or given["content"]
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = self.canonical or given["href"]
