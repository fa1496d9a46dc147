"""The pages of the Markdown tree as Hugo wants them: links resolved, and no attributes where its Markdown has none."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data

_LINK = re.compile(r"\]\(((?!\w+:|#|/)[^)\s#]*?\.md)(#[^)\s]*)?\)")
_INLINE_ATTRIBUTES = re.compile(r"(?<=[)*])\{ [^}\n]*\}")
_CELL_ATTRIBUTES = re.compile(r" ?\{ [^}\n]*\}(?= *\|)")
_MARKED_PARAGRAPH = re.compile(r'^<p class="([^"]*)" markdown>(.*)</p>$', re.MULTILINE)
_MARKDOWN_INSIDE = re.compile(r"(<[a-z]+\b[^>\n]*?) markdown(?:=\w+)?(?=[ >])")


def write_pages(docs: Path, content: Path, static: Path) -> None:
    """Write all pages of a tree as Hugo's content; HTML that stands in the tree already goes where Hugo copies from."""
    for path in docs.rglob("*"):
        name = path.relative_to(docs).as_posix()
        if path.suffix == ".md":
            _write(content / _hugo_name(name), hugo_page(path.read_text(encoding="utf-8"), name))
        elif path.suffix == ".html":
            _write(static / name, path.read_text(encoding="utf-8"))


def hugo_page(text: str, name: str) -> str:
    """A page with title, description and date as front matter, and a body that reads the same in Hugo."""
    body, meta = get_data(text)
    body = _LINK.sub(lambda link: f"]({_address(posixpath.dirname(name), link[1])}{link[2] or ''})", body)
    body = _CELL_ATTRIBUTES.sub("", _INLINE_ATTRIBUTES.sub("", body))
    body = _MARKDOWN_INSIDE.sub(r"\1", _MARKED_PARAGRAPH.sub(r"\2\n{ .\1 }", body))
    return f"{json.dumps(_front_matter(meta), ensure_ascii=False)}\n\n{body.strip()}\n"


def _front_matter(meta: dict[str, Any]) -> dict[str, Any]:
    kept = {"title": meta.get("title"), "description": meta.get("description"), "date": meta.get("lastmod")}
    return {key: str(value) for key, value in kept.items() if value} | {"share": bool(meta.get("share"))}


def _address(folder: str, link: str) -> str:
    """The address of a linked page from the root of the site."""
    page = posixpath.normpath(posixpath.join(folder, link)).removesuffix(".md")
    page = "" if page == "index" else page.removesuffix("/index")
    return f"/{page}/" if page else "/"


def _hugo_name(name: str) -> str:
    """Hugo calls the page of a folder _index.md."""
    return re.sub(r"(^|/)index\.md$", r"\1_index.md", name)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
