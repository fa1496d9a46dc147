"""The editors' work list, in the preview only: contradictions, drafts, unknowns, notes and gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.edtf import Edtf, date_vi
from generator.library import addresses
from generator.library.coverage import cover
from generator.library.library import Library
from generator.model import Article, Fact, Indicator, Review
from generator.pages.articles import article_item
from generator.pages.documents import claim_title
from generator.pages.indicator_words import indicator_text
from generator.pages.page import Mark, Page, Ref
from generator.pages.refs import article_ref, contradiction_view, full_name, mark, series_ref
from generator.registry import Unit
from generator.text import collation_key

Row = tuple[Ref, str, Mark]

_UNKNOWN_OF_ARTICLES: tuple[tuple[str, Callable[[Article], object]], ...] = (
    ("tiêu đề gốc", lambda a: a.title),
    ("ngày đăng", lambda a: a.published),
    ("nơi đăng", lambda a: a.publisher),
    ("địa chỉ bài gốc", lambda a: a.url),
)


def editors_report_page(library: Library) -> Page:
    """What editors could do next; never part of the published site."""
    coverage = cover(library)
    articles = library.articles.values()
    return Page(
        path=addresses.EDITORS_REPORT,
        template="editors_report.md.jinja",
        title="Bảng việc của người biên tập",
        description="Chỉ có ở bản xem trước: chỗ các bài nói khác nhau, bản nháp, điều chưa rõ, "
        "ghi chú và chỗ còn trống.",
        changed=library.content_date,
        view={
            "contradictions_list": [contradiction_view(library, c) for c in library.contradictions],
            "drafts": [article_item(library, a) for a in articles if a.review is Review.DRAFT],
            "incomplete": list(_incomplete_articles(library)),
            "undated": [(name, rows) for name, rows in _undated(library) if rows],
            "notes": [(article_ref(library, a.slug), a.editor_note) for a in articles if a.editor_note],
            "current_without": _unit_refs(coverage.current_without),
            "former_without": _unit_refs(coverage.former_without),
            "years_without": coverage.years_without,
        },
    )


def _unit_refs(units: Iterable[Unit]) -> list[Ref]:
    ordered = sorted(units, key=lambda unit: collation_key(unit.name))
    return [Ref(full_name(unit), addresses.province(unit.name_slug)) for unit in ordered]


def _incomplete_articles(library: Library) -> Iterable[tuple[Ref, list[str]]]:
    for article in library.articles.values():
        missing = [name for name, value in _UNKNOWN_OF_ARTICLES if value(article) is None]
        if missing:
            yield article_ref(library, article.slug), missing


def _undated(library: Library) -> Iterable[tuple[str, list[Row]]]:
    """Facts without a date, by sort; where another article tells the date, the row says so."""
    yield "Sự kiện chưa rõ ngày", _undated_events(library)
    yield "Văn bản chưa rõ ngày", _undated_documents(library)
    yield (
        "Xếp hạng, điểm số chưa rõ năm",
        [_row(library, i, _indicator_ref(library, i)) for i in library.indicators if i.year is None],
    )
    yield (
        "Mục tiêu chưa rõ hạn",
        [_row(library, t, Ref(t.text, addresses.TARGETS)) for t in library.targets if t.by is None],
    )
    yield (
        "Số liệu chưa rõ thời gian",
        [_row(library, f, Ref(f.label, None)) for f in library.figures if f.period is None],
    )


def _row(library: Library, fact: Fact, what: Ref, elsewhere: Edtf | None = None) -> Row:
    return what, f"bài khác ghi {date_vi(elsewhere)}" if elsewhere else "", mark(library, fact)


def _undated_events(library: Library) -> list[Row]:
    rows: list[Row] = []
    for event in library.events.values():
        what = Ref(event.name, addresses.event(event.id))
        rows += [_row(library, c, what, event.date) for c in event.claims if c.date is None and not c.recurs]
    for key, claims in library.series_claims.items():
        series = library.registries.series[key]
        if series.rule is None:
            what = series_ref(library, key)
            rows += [_row(library, c, what) for c in claims if c.id is None and not c.recurs]
    return rows


def _undated_documents(library: Library) -> list[Row]:
    return [
        _row(library, claim, Ref(claim_title(claim), addresses.document(document.id)), document.date)
        for document in library.documents.values()
        for claim in document.claims
        if claim.date is None
    ]


def _indicator_ref(library: Library, i: Indicator) -> Ref:
    index = library.registries.indices[i.index_id]
    who = library.registries.units[i.province].name if i.province else "cả nước"
    text = f"{index.name}, {index.measures[i.measure].name}, {who}: {indicator_text(i)}"
    return Ref(text, addresses.index(index.id))
