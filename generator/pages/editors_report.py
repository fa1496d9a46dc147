"""The editors' work list, in the preview only: contradictions, drafts, unknowns, notes and gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from generator.edtf import Edtf, date_vi
from generator.library import addresses
from generator.library.coverage import find_gaps
from generator.library.library import Library
from generator.model import Article, Fact, Indicator
from generator.pages.articles import article_item
from generator.pages.documents import claim_title
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Mark, Page, Ref, page_at
from generator.pages.refs import article_ref, contradiction_view, event_ref, full_name, mark, series_ref
from generator.registry import Unit
from generator.text import collation_key, number_vi

Row = tuple[Ref, str, Mark]

_UNKNOWN_OF_ARTICLES: tuple[tuple[str, Callable[[Article], object]], ...] = (
    ("tiêu đề gốc", lambda a: a.title),
    ("ngày đăng", lambda a: a.published),
    ("nơi đăng", lambda a: a.publisher),
    ("địa chỉ bài gốc", lambda a: a.url),
)


MOST = 100
"""How many things of one sort are listed, the newest where they have an order; how many there are is said too."""

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """Those of a list that are shown, and how many there are."""

    shown: list[T]
    count: str

    @property
    def cut(self) -> bool:
        """Whether there are more."""
        return self.count != str(len(self.shown))


@page_at(addresses.EDITORS_REPORT)
def editors_report_page(library: Library) -> Page:
    """What editors could do next; never part of the published site."""
    gaps = find_gaps(library)
    return Page(
        path=addresses.EDITORS_REPORT,
        template="editors_report.md.jinja",
        title="Bảng việc của người biên tập",
        description="Chỉ có ở bản xem trước: chỗ các bài nói khác nhau, bản nháp, điều chưa rõ, "
        "ghi chú và chỗ còn trống.",
        changed=library.content_date,
        view={
            "differing": _some(library.contradictions, partial(contradiction_view, library)),
            "drafts": _some(library.shelf("report/drafts").of(""), partial(article_item, library)),
            "incomplete": _some(library.shelf("report/incomplete").of(""), partial(_incomplete, library)),
            "undated": [(name, rows) for name, rows in _undated(library) if rows.shown],
            "notes": _some(library.shelf("report/notes").of(""), partial(_note, library)),
            "current_without": _unit_refs(gaps.current_without),
            "former_without": _unit_refs(gaps.former_without),
            "years_without": gaps.years_without,
        },
    )


def _some(things: Sequence[U], view: Callable[[U], T]) -> Some[T]:
    return Some([view(thing) for thing in things[-MOST:]], number_vi(len(things)))


def _unit_refs(units: Iterable[Unit]) -> list[Ref]:
    ordered = sorted(units, key=lambda unit: collation_key(unit.name))
    return [Ref(full_name(unit), addresses.province(unit.name_slug)) for unit in ordered]


def _incomplete(library: Library, slug: str) -> tuple[Ref, list[str]]:
    article = library.articles[slug]
    return article_ref(library, slug), [name for name, value in _UNKNOWN_OF_ARTICLES if value(article) is None]


def _note(library: Library, slug: str) -> tuple[Ref, str | None]:
    return article_ref(library, slug), library.articles[slug].editor_note


def _undated(library: Library) -> Iterable[tuple[str, Some[Row]]]:
    """Facts without a date, by sort; where another article tells the date, the row says so."""
    series = [f"series/{key}" for key, s in library.registries.series.items() if s.rule is None]
    sorts: list[tuple[str, list[str], Callable[[Library, str], Row]]] = [
        ("Sự kiện chưa rõ ngày", ["events", *series], _event_row),
        ("Văn bản chưa rõ ngày", ["documents"], _document_row),
        ("Xếp hạng, điểm số chưa rõ năm", ["indicators"], _indicator_row),
        ("Mục tiêu chưa rõ hạn", ["targets"], _target_row),
        ("Số liệu chưa rõ thời gian", ["figures"], _figure_row),
    ]
    for name, shelves, row in sorts:
        keys = [key for shelf in shelves for key in library.shelf(f"report/undated/{shelf}").of("")]
        yield name, _some(keys, partial(row, library))


def _row(library: Library, fact: Fact, what: Ref, elsewhere: Edtf | None = None) -> Row:
    return what, f"bài khác ghi {date_vi(elsewhere)}" if elsewhere else "", mark(library, fact)


def _event_row(library: Library, key: str) -> Row:
    slug, _, index = key.rpartition("/")
    claim = library.articles[slug].events[int(index)]
    if claim.id is None:
        assert claim.series is not None
        return _row(library, claim, series_ref(library, claim.series))
    return _row(library, claim, event_ref(library, claim.id), library.events[claim.id].date)


def _document_row(library: Library, key: str) -> Row:
    slug, _, index = key.rpartition("/")
    claim = library.articles[slug].documents[int(index)]
    return _row(library, claim, Ref(claim_title(claim), addresses.document(claim.id)), library.documents[claim.id].date)


def _indicator_row(library: Library, key: str) -> Row:
    indicator = library.indicator(key)
    return _row(library, indicator, _indicator_ref(library, indicator))


def _target_row(library: Library, key: str) -> Row:
    target = library.target(key)
    return _row(library, target, Ref(target.text, addresses.TARGETS))


def _figure_row(library: Library, key: str) -> Row:
    figure = library.figure(key)
    return _row(library, figure, Ref(figure.label, None))


def _indicator_ref(library: Library, i: Indicator) -> Ref:
    index = library.registries.indices[i.index_id]
    who = library.registries.units[i.province].name if i.province else "cả nước"
    text = f"{index.name}, {index.measures[i.measure].name}, {who}: {indicator_text(i)}"
    return Ref(text, addresses.index(index.id))
