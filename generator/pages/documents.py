"""Pages of legal documents (văn bản), and their list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.entities import agreeing
from generator.library.grouping import group
from generator.library.library import Document, Library
from generator.model import DocumentClaim
from generator.pages.articles import article_item
from generator.pages.page import Page, Ref
from generator.pages.refs import (
    contradiction_view,
    document_ref,
    event_ref,
    marks,
    series_ref,
    told_by,
    unit_refs,
)

_UNDATED = "Chưa rõ ngày"


def document_pages(library: Library) -> Iterable[Page]:
    """A page for each legal document, and the list of all."""
    yield _list_page(library)
    series_of = group((s.document, series_ref(library, s.id)) for s in library.registries.series.values())
    for document in library.documents.values():
        yield _document_page(library, document, series_of.get(document.id, ()))


def _document_page(library: Library, document: Document, series: Sequence[Ref]) -> Page:
    articles = list(dict.fromkeys(claim.article for claim in document.claims))
    contradictions = library.contradictions_of_document(document)
    return Page(
        path=addresses.document(document.id),
        template="document.md.jinja",
        title=document.title,
        description=_description(document, len(articles)),
        changed=max(library.articles[slug].updated for slug in articles),
        view={
            "document": document,
            "date": date_vi(document.date),
            "date_contested": any(c.field == "date" for c in contradictions),
            "provinces": unit_refs(library, [document.province] if document.province else []),
            "issued_by": [event_ref(library, event.id) for event in library.issuing.get(document.id, ())],
            "series": series,
            "claims": [_claim_view(library, claim) for claim in document.claims],
            "contradictions_list": [contradiction_view(library, c) for c in contradictions],
            "articles": [article_item(library, library.articles[slug]) for slug in articles],
        },
    )


def _description(document: Document, articles: int) -> str:
    issuer = document.issuer or "chưa rõ nơi ban hành"
    subject = f": {document.subject}" if document.subject else ""
    return f"{document.title} ({date_vi(document.date)}, {issuer}){subject}; {articles} bài nhắc tới."


def claim_title(claim: DocumentClaim) -> str:
    """Kind and number just as one article tells them."""
    kind = claim.kind or "Văn bản"
    return f"{kind} {claim.number}" if claim.number else f"{kind} (bài không nêu số)"


def _claim_view(library: Library, claim: DocumentClaim) -> dict[str, Any]:
    return {
        **told_by(library, claim),
        "title": claim_title(claim),
        "date": date_vi(claim.date) if claim.date else "",
        "issuer": claim.issuer,
        "subject": claim.subject,
    }


def _list_page(library: Library) -> Page:
    by_year: dict[str, list[dict[str, Any]]] = {}
    for document in library.documents.values():
        year = str(document.date.year) if document.date else _UNDATED
        by_year.setdefault(year, []).append(document_item(library, document))
    return Page(
        path=addresses.DOCUMENTS,
        template="documents.md.jinja",
        title="Văn bản",
        description=f"{len(library.documents)} văn bản về chuyển đổi số của trung ương và các tỉnh, thành, "
        "xếp theo năm ban hành.",
        changed=library.content_date,
        view={"groups": list(by_year.items()), "count": len(library.documents)},
    )


def document_item(library: Library, document: Document) -> dict[str, Any]:
    """A legal document as an item of a list."""
    return {
        "title": document_ref(library, document.id),
        "date": date_vi(document.date),
        "issuer": document.issuer or "chưa rõ nơi ban hành",
        "subject": document.subject,
        "provinces": unit_refs(library, [document.province] if document.province else []),
        "marks": marks(library, agreeing(document.claims, document.date) if document.date else document.claims),
    }
