"""The files of a table of the open data that is cut into several, by the time they tell of."""

from __future__ import annotations

import posixpath
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.library import addresses
from generator.library.library import Library
from generator.library.shelf import Shelf
from generator.library.tables.all import TABLES
from generator.library.tables.files import Edition, path_of
from generator.library.tables.pieces import Piece, pieces_of
from generator.library.tables.table import AnyTable
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view
from generator.pages.page import Page, Plan, Ref, page_at

EDITIONS = {
    Edition.SPREADSHEET: ("Excel", "CSV cho bảng tính"),
    Edition.CSV: ("CSV", "CSV"),
    Edition.JSON: ("JSON", "JSON"),
}
_UNKNOWN = "chưa rõ ngày"


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a file: its edition in short and in full, and the way to it from the page that offers it."""

    label: str
    title: str
    path: str


def downloads(page: str, table: AnyTable, piece: Piece) -> list[Download]:
    """The editions of a piece, offered by a page."""
    folder = posixpath.dirname(page)
    return [
        Download(label, title, posixpath.relpath(path_of(table, piece, edition), folder))
        for edition, (label, title) in EDITIONS.items()
    ]


def open_data_file_pages(library: Library) -> Iterable[Plan]:
    """A page for each table that is cut, itself cut where its files are many."""
    for table in TABLES:
        pieces = {piece.name: piece for piece in pieces_of(library, table)}
        if is_cut(pieces.values()):
            for listed in list_pages(addresses.data_table(table.name), _shelf(pieces)):
                yield _page(library, table.name, listed)


def is_cut(pieces: Iterable[Piece]) -> bool:
    """Whether these are the pieces of a table that is not one file."""
    return any(piece.name for piece in pieces)


@page_at(lambda library, name, listed: listed.path)
def _page(library: Library, name: str, listed: ListPage) -> Page:
    table = next(table for table in TABLES if table.name == name)
    pieces = {piece.name: piece for piece in pieces_of(library, table)}
    shelf = _shelf(pieces)
    own = Ref(table.vi, addresses.data_table(table.name))

    def item(name: str) -> tuple[str, list[Download]]:
        return piece_vi(name), downloads(listed.path, table, pieces[name])

    return Page(
        path=listed.path,
        template="open_data_files.md.jinja",
        title=list_title(f"Tệp dữ liệu: {table.vi}", listed),
        description=f"Các tệp CSV và JSON của bảng {table.name}, chia theo thời gian.",
        view={
            "list": list_view(listed, shelf, own, item, unknown=_UNKNOWN),
            "owners": table.owners.vi,
            "about": table.about_vi,
            "name": table.name,
        },
        front_matter={"styles": ["open-data"]},
    )


def _shelf(pieces: Iterable[str]) -> Shelf:
    """The names of the pieces by the year or month they are of."""
    names: dict[str, list[str]] = defaultdict(list)
    for name in pieces:
        names[name[: len("YYYY-MM")].partition("-XX")[0].removeprefix("XXXX")].append(name)
    return Shelf({period: tuple(names[period]) for period in sorted(names)})


def piece_vi(name: str) -> str:
    """The time that a piece is of, in words: „tháng 3/2024", „ngày 10–19/3/2024"."""
    year, month, day = (*name.split("-"), "", "")[:3]
    if year == "XXXX":
        return _UNKNOWN
    if not month:
        return f"năm {int(year)}"
    if month == "XX":
        return f"năm {int(year)}, chưa rõ tháng"
    of_month = f"{int(month)}/{int(year)}"
    if not day:
        return f"tháng {of_month}"
    if day == "XX":
        return f"tháng {of_month}, chưa rõ ngày"
    if day.endswith("X"):
        first, last = max(int(f"{day[0]}0"), 1), min(int(f"{day[0]}9"), monthrange(int(year), int(month))[1])
        return f"ngày {first}–{last}/{of_month}" if first < last else f"ngày {first}/{of_month}"
    return f"ngày {int(day)}/{of_month}"
