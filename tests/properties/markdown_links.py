"""The links of a Markdown tree, read without the code that writes them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

LINK = re.compile(r"(?<!\\)\]\(([^()\s]*)\)")
HREF = re.compile(r"""href="([^"]*)\"""")
ID = re.compile(r"\{[^{}\n]*?#([^\s{}]+)[^{}\n]*\}|\bid=\"([^\"]+)\"")


def links(page: str, text: str) -> Iterable[tuple[str, str]]:
    """The page and the anchor of every link to the portal's own pages."""
    for target in [*LINK.findall(text), *HREF.findall(text)]:
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        if re.match(r"[a-z]+:", target):
            continue
        if path.endswith("/"):  # written out in HTML, as browsers read it: relative to the page's folder, to an index
            folder = page.removesuffix("index.md").removesuffix(".md")
            yield posixpath.normpath(posixpath.join(folder, path, "index.md")), anchor
            continue
        yield posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, anchor


def anchors(text: str) -> set[str]:
    """The ids that a page gives to its paragraphs and headings."""
    return {one or other for one, other in ID.findall(text)}


def graph(tree: dict[str, str]) -> dict[str, set[str]]:
    """For each page the pages it links to."""
    pages = {path: text for path, text in tree.items() if path.endswith(".md")}
    return {page: {target for target, _ in links(page, text)} & pages.keys() for page, text in pages.items()}
