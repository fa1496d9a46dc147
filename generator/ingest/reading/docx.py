"""Word files (.docx) → paragraphs and rows of tables as lines.

The body is read from its XML (ECMA-376, part 1, chapter 17) and not through python-docx, whose paragraphs leave out
tracked insertions, content controls and smart tags (old files of offices tag place names so), and which unpacks every
picture: here only the parts with text are unpacked, each up to a limit.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from posixpath import join, normpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from generator.ingest.reading.contents import Contents, Unreadable
from generator.ingest.reading.limits import MAX_UNPACKED_BYTES
from generator.ingest.reading.plain import one_line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_NOT_READ = {"del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "sectPr", "tblPr"}
_PICTURES = {"drawing", "object"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_MAX_CELL_CHARS = 300
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, KeyError, NotImplementedError, RuntimeError, ValueError)


def read_docx(data: bytes) -> Contents:
    """The text of a Word file; raises Unreadable for what is no such file, encrypted, damaged or too large inside."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return _contents(package)
    except (*_BROKEN, etree.LxmlError, MemoryError) as error:  # RuntimeError: nested too deep as well
        raise Unreadable("ingest-damaged", kind="Word (.docx)") from error


def _contents(package: ZipFile) -> Contents:
    names = set(package.namelist())
    if any(info.flag_bits & 1 for info in package.infolist()):
        raise Unreadable("ingest-encrypted")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise Unreadable("ingest-unsupported", kind=_other_kind(names))
    body = next(_local(_part(package, _main_part(package)), "body"), None)
    lines = [] if body is None else list(_blocks(body))
    if not any(line.strip() for line in lines):
        raise Unreadable("ingest-no-text", kind="Word")
    around = sorted(n for n in names if n.startswith(("word/header", "word/footer", "word/footnotes", "word/endnotes")))
    parts = [_part(package, name) for name in around if name.endswith(".xml")]
    return Contents(
        text=_joined(line for line in lines if line.strip()),
        kind="docx",
        left_out=tuple(text for part in parts for line in _blocks(part) if (text := one_line(line))),
    )


def _joined(lines: Iterable[str]) -> str:
    """Paragraphs with an empty line between them, rows of a table without."""
    text, before = "", ""
    for line in lines:
        text += (("\n" if "\t" in line and "\t" in before else "\n\n") if text else "") + line
        before = line
    return text


def _other_kind(names: set[str]) -> str:
    kinds = (("xl/", "Excel"), ("ppt/", "PowerPoint"), ("OEBPS/", "EPUB"), ("content.xml", "OpenDocument"))
    return next((kind for start, kind in kinds if any(n.startswith(start) for n in names)), "ZIP")


def _part(package: ZipFile, name: str) -> Any:
    """The root of an XML part; entities are not expanded, and a document type, which Word never writes, is refused."""
    if package.getinfo(name).file_size > MAX_UNPACKED_BYTES:
        limit = f"{MAX_UNPACKED_BYTES // 2**20} MiB"
        raise Unreadable("ingest-too-large", what=f"hơn {limit} sau khi giải nén", limit=limit)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(package.read(name), parser=parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("ingest-damaged", kind="Word (.docx)")
    return root


def _main_part(package: ZipFile) -> str:
    for relation in _part(package, "_rels/.rels"):
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return normpath(join("/", relation.get("Target", ""))).lstrip("/")
    return "word/document.xml"


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _local(root: Any, name: str) -> Iterator[Any]:
    return (e for e in root.iter(_W + name, _STRICT_W + name))


def _blocks(element: Any) -> Iterator[str]:
    """The lines of paragraphs and tables, in whatever they are wrapped."""
    for child in element:
        match _name(child):
            case "p":
                yield from _paragraph(child)
            case "tbl":
                for row in _rows(child):
                    yield from _row(row)
            case name if name not in _NOT_READ | _PICTURES:
                yield from _blocks(child)


def _rows(element: Any) -> Iterator[Any]:
    for child in element:
        if (name := _name(child)) == "tr":
            yield child
        elif name not in _NOT_READ:
            yield from _rows(child)


def _row(row: Any) -> Iterator[str]:
    """One line where every cell is one short line, else the lines of each cell: a table used as layout."""
    cells = [[line for line in _blocks(cell) if line.strip()] for cell in row if _name(cell) in {"tc", "sdt"}]
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 and len(cell[0]) <= _MAX_CELL_CHARS for cell in filled):
        yield "\t".join(" ".join(cell[0].split()) for cell in filled)
    else:
        for cell in filled:
            yield from cell


def _paragraph(paragraph: Any) -> Iterator[str]:
    boxes: list[Any] = []
    yield "".join(_runs(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box)


def _runs(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The characters of a paragraph; text boxes anchored in it are put aside."""
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _NOT_READ:
            yield from _runs(child, boxes)
