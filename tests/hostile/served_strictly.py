"""A site behind a strict Content Security Policy, and what a browser tells of each of its pages."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page

from tests.browser.chromium import served

_WATCH = """
window.__violations = [];
addEventListener("securitypolicyviolation", e =>
  __violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`), true);
window.bay = what => { window.__ran = what; };
"""
_TELL = """() => {
  const all = [...document.querySelectorAll("*")];
  const addresses = all.flatMap(e => ["href", "src", "action", "formaction", "data", "xlink:href"]
    .filter(name => e.hasAttribute(name)).map(name => new URL(e.getAttribute(name), document.baseURI).protocol));
  return {
    ran: window.__ran ?? null,
    violations: window.__violations,
    handlers: all.flatMap(e => e.getAttributeNames().filter(n => n.startsWith("on")).map(n => `${e.tagName} ${n}`)),
    protocols: [...new Set(addresses)],
    strangers: all.map(e => e.localName).filter(n =>
      ["iframe", "frame", "object", "embed", "base", "applet", "marquee", "plaintext", "xmp"].includes(n)),
    h1: document.querySelector("h1")?.textContent ?? "",
    title: document.title,
    text: document.body.textContent,
  };
}"""


class _Inline(HTMLParser):
    """The scripts that stand in a page and are run."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = tag == "script" and "src" not in given and given.get("type") in (None, "module")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def inline_scripts(page: str) -> list[str]:
    """The inline scripts of a page as they stand in it."""
    reader = _Inline()
    reader.feed(page)
    return reader.scripts


def policy(scripts: list[str]) -> str:
    """A policy that runs these inline scripts and the site's own files, and reaches nobody else."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src "
        "'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
    )


@dataclass
class Told:
    """What a browser noticed while it showed pages, apart from what it tells of each page."""

    dialogs: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def add_dialog(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def add_request(self, url: str, address: str) -> None:
        """Note a request to any but the site."""
        if not url.startswith((address, "data:")):
            self.elsewhere.append(url)


@dataclass
class Visitor:
    """A tab that watches the pages of one site."""

    page: Page
    address: str
    told: Told

    def open(self, path: str) -> dict[str, Any]:
        """What a page did and shows once it is loaded."""
        self.page.goto(self.address + path, wait_until="load")
        return self.look()

    def look(self) -> dict[str, Any]:
        """What the page that is open did and shows by now."""
        seen: dict[str, Any] = self.page.evaluate(_TELL)
        return seen


@contextmanager
def visiting(browser: Browser, site: Path) -> Iterator[Visitor]:
    """A tab on a site served from this machine, under the policy that its page 404.html is enough for."""
    scripts = inline_scripts((site / "404.html").read_text(encoding="utf-8"))
    context = browser.new_context(service_workers="block")
    page, told = context.new_page(), Told()
    page.add_init_script(_WATCH)
    page.on("dialog", told.add_dialog)
    page.on("pageerror", lambda error: told.errors.append(str(error)))
    try:
        with served(site, policy=policy(list(dict.fromkeys(scripts)))) as address:
            page.on("request", lambda request: told.add_request(request.url, address))
            yield Visitor(page, address, told)
    finally:
        context.close()
