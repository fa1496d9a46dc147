"""The pages of a built site as a graph: what each refers to, what can be referred to, its headings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

HERE = "http://site.test"
_ADDRESSES = {"href", "src", "action", "data", "poster", "formaction", "xlink:href", "cite", "background"}
_CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a page, as written: the element and the attribute it stands in."""

    element: str
    attribute: str
    address: str
    rel: str = ""

    @property
    def is_link(self) -> bool:
        """Whether a reader follows it, in contrast to what the browser loads by itself."""
        return (self.element, self.attribute) == ("a", "href")


@dataclass(slots=True)
class HtmlPage:
    """What one HTML file says about links and headings."""

    references: list[Reference] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    redirect: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, values = self.page, {name: value or "" for name, value in attrs}
        self._in = tag if tag in ("script", "style") else ""
        if identifier := values.get("id") or (tag == "a" and values.get("name")):
            page.ids.append(identifier)
        if re.fullmatch("h[1-6]", tag):
            page.headings.append(int(tag[1]))
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            page.redirect = True
            address = values.get("content", "").partition("url=")[2]
            page.references.append(Reference(tag, "refresh", address))
        if tag == "meta" and values.get("content", "").startswith(("http:", "https:", "//")):
            page.references.append(Reference(tag, "content", values["content"]))
        for name, value in values.items():
            if name in _ADDRESSES:
                page.references.append(Reference(tag, name, value, values.get("rel", "")))
            elif name == "srcset":
                page.references += [Reference(tag, name, part.split()[0]) for part in value.split(",") if part.split()]
            elif name == "style" or name.startswith("on"):
                page.inline.append(f'<{tag} {name}="{value}">')

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "style":
            self.page.references += [Reference("style", "url", address) for address in css_addresses(data)]
        elif self._in == "script":
            self.page.scripts.append(data)


def css_addresses(text: str) -> list[str]:
    """The addresses that a style sheet loads."""
    return [m[1] or m[2] for m in _CSS_ADDRESS.finditer(text)]


@dataclass(frozen=True)
class Site:
    """A built site as served below a path (base, with slashes at both ends) of one host."""

    folder: Path
    base: str = "/"

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        """Every HTML file by its path."""
        return {name: _read(self.folder / name) for name in sorted(self.files) if name.endswith(".html")}

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file by its path."""
        return frozenset(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p.is_file())

    def url(self, file: str) -> str:
        """The address a file is served at."""
        path = file.removesuffix("index.html") if posixpath.basename(file) == "index.html" else file
        return HERE + self.base + path

    def resolve(self, file: str, address: str) -> str:
        """The whole address that one written in a file means."""
        return urljoin(self.url(file), address)

    def target(self, url: str) -> tuple[str | None, str]:
        """The file a whole address of this host leads to (None: to nothing), and the anchor."""
        parts = urlsplit(url)
        if not (parts.path + "/").startswith(self.base):
            return None, ""
        path = unquote(parts.path).removeprefix(self.base)
        file = path + "index.html" if path.endswith("/") or not path else path
        return (file if file in self.files else None), unquote(parts.fragment)

    def dead(self) -> Iterator[str]:
        """Every reference to a file or an anchor of this host that is not there, for people to read."""
        for file, page in self.pages.items():
            for reference in page.references:
                problem = self._problem(file, reference)
                if problem:
                    yield f"{file}: <{reference.element} {reference.attribute}={reference.address!r}> {problem}"
        for file in sorted(f for f in self.files if f.endswith(".css")):
            for address in css_addresses((self.folder / file).read_text(encoding="utf-8")):
                if not address.startswith("data:") and self.target(self.resolve(file, address))[0] is None:
                    yield f"{file}: url({address}) leads to nothing"

    def _problem(self, file: str, reference: Reference) -> str:
        url = self.resolve(file, reference.address)
        if not url.startswith(HERE + "/"):
            return ""
        target, anchor = self.target(url)
        if target is None:
            return "leads to nothing"
        if anchor and target in self.pages and anchor not in self.pages[target].ids:
            return f"has no anchor there (#{anchor})"
        return ""

    def empty(self) -> Iterator[str]:
        """Every reference with nothing in it."""
        for file, page in self.pages.items():
            yield from (f"{file}: {r}" for r in page.references if not r.address.strip())

    def foreign(self) -> Iterator[tuple[str, Reference]]:
        """Every reference that leaves this host (addresses of mail are no requests)."""
        for file, page in self.pages.items():
            for reference in page.references:
                url = self.resolve(file, reference.address)
                if not url.startswith((HERE + "/", "mailto:", "data:")):
                    yield file, reference

    def reachable(self, start: str = "index.html") -> set[str]:
        """The pages a reader comes to from one page by following links."""
        found, waiting = {start}, [start]
        while waiting:
            file = waiting.pop()
            for reference in self.pages[file].references:
                if reference.is_link or reference.attribute == "refresh":
                    target, _ = self.target(self.resolve(file, reference.address))
                    if target in self.pages and target not in found:
                        found.add(target)
                        waiting.append(target)
        return found


def _read(path: Path) -> HtmlPage:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page
