"""Text made safe for Markdown, and Markdown links between pages."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.text import SUMMARY_LINK

_INLINE = {c: f"&#{ord(c)};" for c in "\\`*_{}[]<>|~^$#!"} | {"&": "&amp;"}
_SPECIAL = re.compile("[" + re.escape("".join(_INLINE)) + "]")
_BLOCK_START = re.compile(r"(?:\d+(?=[.)](?:\s|$))|(?=[-+:](?:\s|$))|(?=[-=]{2,}$))")
_SPACE = re.compile(r"\s+")


def escape(text: object) -> Markup:
    """The text as Markdown that shows exactly it: no markup, no block, one line; Markup passes unchanged."""
    if isinstance(text, Markup):
        return text
    return _escaped(str(text))


@lru_cache(maxsize=8192)
def _escaped(text: str) -> Markup:
    return Markup(_not_a_block(_inline(text)))


def _not_a_block(line: str) -> str:
    """The line with the character escaped that would make it a list item or another block."""
    if m := _BLOCK_START.match(line):
        return f"{line[: m.end()]}&#{ord(line[m.end()])};{line[m.end() + 1 :]}"
    return line


@lru_cache(maxsize=8192)
def link(text: str, target: str) -> Markup:
    """A Markdown link; the target is a relative .md path, an anchor or an address already checked."""
    return Markup(f"[{escape(text)}]({target})")


def external(url: str) -> Markup:
    """An http(s) address, checked on loading, with what could end a Markdown link percent-encoded."""
    return Markup(quote(url, safe="%/:?#@!$&*+,;=~").replace("&", "&amp;"))


def attribute(text: str) -> Markup:
    """The text for an HTML attribute in double quotes, where no Markdown is read: front matter, whole documents."""
    return Markup(html.escape(_one_line(text)))


def inline_attribute(text: str) -> Markup:
    """The text for an attribute within Markdown, of a tag or an attribute list: links in it would become links."""
    return Markup(_inline(text).replace('"', "&quot;").replace("'", "&#x27;"))


def block_attribute(text: str) -> Markup:
    """The text for an attribute of a block with `markdown`: Python-Markdown decodes it and leaves its & as they are."""
    return Markup(html.escape(_one_line(text)).replace("&amp;", "&amp;amp;"))


def relative(page: str, target: str, anchor: str = "") -> str:
    """The path from one page to another, as MkDocs wants it: ../tinh/bac-kan.md#dti."""
    path = "" if page == target else _relative(page.rpartition("/")[0], target)
    return path + (f"#{anchor}" if anchor else "") or posixpath.basename(page)


@lru_cache(maxsize=8192)
def _relative(folder: str, target: str) -> str:
    """What posixpath.relpath says of two paths from the root, in a fifth of its time."""
    above, below = folder.split("/") if folder else [], target.split("/")
    same = 0
    while same < min(len(above), len(below) - 1) and above[same] == below[same]:
        same += 1
    return "../" * (len(above) - same) + "/".join(below[same:])


def body_markdown(
    page: str, paragraph: str, page_of: Mapping[str, str], abbreviations: Mapping[str, str] | None = None
) -> Markup:
    """A paragraph with its links kept (those to the portal made relative) and everything else shown as it is.

    The first of each abbreviation outside links is marked with its full words.
    """
    left = dict(abbreviations or {})
    parts: list[str] = []
    end = 0
    for m in SUMMARY_LINK.finditer(paragraph):
        parts.append(_spelled_out(_inline(paragraph[end : m.start()]), left))
        address, _, anchor = m[2].partition("#")
        target = page_of.get(address)
        parts.append(f"[{_inline(m[1])}]({relative(page, target, anchor) if target else external(m[2])})")
        end = m.end()
    parts.append(_spelled_out(_inline(paragraph[end:]), left))
    return Markup(_not_a_block("".join(parts)))


def _spelled_out(text: str, left: dict[str, str]) -> str:
    """The text with each abbreviation marked once; marked ones are taken out of `left`."""
    for short in list(left):
        if m := re.search(rf"(?<!\w){re.escape(_inline(short))}(?!\w)", text):
            words = inline_attribute(left.pop(short))
            text = f'{text[: m.start()]}<abbr title="{words}">{m[0]}</abbr>{text[m.end() :]}'
    return text


def _inline(text: str) -> str:
    return _SPECIAL.sub(_character, _one_line(text))


def _character(found: re.Match[str]) -> str:
    return _INLINE[found[0]]


def _one_line(text: str) -> str:
    """Nearly every text is one already: where all is printable, no space is another than the blank."""
    return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)
