"""Splits an article file into front matter and paragraphs, with the lines of both."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.characters import unseen, without_refused
from generator.diagnostics import Diagnostic, Spot, diagnose
from generator.text import SUMMARY_LINK, nfc
from generator.web_address import ascii_host, is_web_address, misleads

MOST_BYTES = 128 * 1024
"""An article is 10 KB at most; the bound keeps the work of a check in hand."""

_FENCE = re.compile(r"---[ \t]*\Z")
_BLOCK_MARKUP = re.compile(r"(#{1,6}\s|[-*+]\s|\d+[.)]\s|>|```|~~~|\||!\[|<[a-zA-Z/!]|:::|!!!|\[\^|-{3,}$|={3,}$)")
_NUMBER = re.compile(r"(?!1[.)])\d+[.)]\s")


@dataclass(frozen=True)
class SplitArticle:
    """The YAML text, the line of the file it starts on, the paragraphs of the body and the lines they start on."""

    yaml: str
    yaml_line: int
    paragraphs: tuple[str, ...]
    paragraph_lines: tuple[int, ...]


def split(raw: bytes, path: str) -> tuple[SplitArticle | None, list[Diagnostic]]:
    """Take the bytes of an article file apart; None when there is no front matter to read."""
    if problem := too_large(len(raw), MOST_BYTES, path, "một bài"):
        return None, [problem]
    text, problems = decode(raw, path)
    if text is None:
        return None, problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _FENCE.match(lines[0]):
        return None, [*problems, diagnose("no-front-matter", Spot(path))]
    end = next((n for n, line in enumerate(lines) if n and _FENCE.match(line)), None)
    if end is None:
        return None, [*problems, diagnose("unclosed-front-matter", Spot(path))]
    paragraphs, starts, found = _paragraphs(lines[end + 1 :], end + 2, path)
    return SplitArticle("\n".join(lines[1:end]) + "\n", 2, paragraphs, starts), [*problems, *found]


def too_large(size: int, most: int, path: str, what: str) -> Diagnostic | None:
    """What is told of a content file with more bytes than its sort may have."""
    if size <= most:
        return None
    return diagnose("file-too-large", Spot(path), size=-(-size // 1024), limit=most // 1024, what=what)


def decode(raw: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of a content file, a byte order mark left out and in normal form C; None when it is not UTF-8.

    Characters that nobody sees are told; controls among them are replaced, so that the rest can be read.
    """
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        spot = Spot(path, raw[: error.start].count(b"\n") + 1)
        return None, [diagnose("not-utf8", spot, position=error.start + 1)]
    found = [diagnose(code, Spot(path, line), characters=names) for code, line, names in unseen(text)]
    return nfc(without_refused(text) if found else text), found


def _paragraphs(
    lines: list[str], first_line: int, path: str
) -> tuple[tuple[str, ...], tuple[int, ...], list[Diagnostic]]:
    found: list[Diagnostic] = []
    paragraphs: list[list[str]] = []
    starts: list[int] = []
    open_paragraph = False
    for number, line in enumerate(map(str.strip, lines), start=first_line):
        if not line:
            open_paragraph = False
            continue
        wrapped_number = open_paragraph and _NUMBER.match(line)  # „… năm" ends one line, „2025. Tỉnh …" starts the next
        if _BLOCK_MARKUP.match(line) and not wrapped_number:
            found.append(diagnose("body-markup", Spot(path, number), text=line[:40]))
        elif "](" in SUMMARY_LINK.sub("", line):
            found.append(diagnose("bad-link", Spot(path, number), text=line[:40]))
        found += _addresses(line, Spot(path, number))
        if not open_paragraph:
            paragraphs.append([])
            starts.append(number)
            open_paragraph = True
        paragraphs[-1].append(line)
    if not paragraphs:
        found.append(diagnose("empty-body", Spot(path, first_line)))
    return tuple(" ".join(p) for p in paragraphs), tuple(starts), found


def _addresses(line: str, spot: Spot) -> list[Diagnostic]:
    """What is wrong with the addresses outside the portal that a line links to."""
    found = []
    for words, address in (m.groups() for m in SUMMARY_LINK.finditer(line)):
        if address.startswith(("http://", "https://")):
            if not is_web_address(address):
                found.append(diagnose("bad-url", spot, value=address, wanted="http(s)://…"))
            elif (better := ascii_host(address)) is not None:
                found.append(diagnose("foreign-host", spot, value=address, better=better))
            elif misleads(words.strip(), address):
                found.append(diagnose("misleading-link", spot, text=words, host=urlsplit(address).hostname))
    return found
