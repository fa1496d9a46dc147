"""Pages of legal documents (văn bản), and their list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.edtf import date_vi
from generator.library import addresses
from generator.library.entities import agreeing
from generator.library.library import Library
from generator.library.things import Document
from generator.model import DocumentClaim
from generator.pages.articles import article_item
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import (
    contradiction_view,
    document_ref,
    event_ref,
    last_change,
    series_ref,
    some_marks,
    told_by,
    unit_refs,
)
from generator.text import number_vi

_NAME = "Văn bản"
_UNDATED = "chưa rõ ngày"


def document_list_pages(library: Library) -> Iterable[Plan]:
    """The list of all documents."""
    for listed in list_pages(addresses.DOCUMENTS, library.shelf("documents")):
        yield _list_page(library, listed)


def document_pages(library: Library, key: str) -> Iterable[Plan]:
    """The pages of a document: its own, and those of what is told of it where that is much."""
    for listed in list_pages(addresses.document(key), library.shelf(f"document/{key}")):
        yield _claims_page(library, key, listed) if listed.title else _document_page(library, key, listed)


@page_at(lambda library, key, listed: listed.path)
def _document_page(library: Library, key: str, listed: ListPage) -> Page:
    """The page of a document, its claims in the order of publication; where they are many, the newest."""
    document, shelf = library.documents[key], library.shelf(f"document/{key}")
    slugs = shown_keys(listed, shelf) if listed.ways else list(dict.fromkeys(c.article for c in document.claims))
    contradictions = library.contradictions_of_document(document)
    return Page(
        path=listed.path,
        template="document.md.jinja",
        title=document.title,
        description=_description(document, listed.count),
        changed=max(library.cards[slug].updated for slug in slugs),
        view={
            "document": document,
            "date": date_vi(document.date),
            "date_contested": any(c.field == "date" for c in contradictions),
            "provinces": unit_refs(library, [document.province] if document.province else []),
            "issued_by": [event_ref(library, event.id) for event in library.issuing.get(key, ())],
            "series": [series_ref(library, s.id) for s in library.registries.series.values() if s.document == key],
            "claims": [claim for slug in slugs for claim in _claims(library, key, slug)],
            "list": list_view(listed, shelf, Ref(document.title, listed.path), lambda slug: slug),
            "contradictions_list": [contradiction_view(library, c) for c in contradictions],
            "articles": [article_item(library, slug) for slug in slugs],
        },
    )


@page_at(lambda library, key, listed: listed.path)
def _claims_page(library: Library, key: str, listed: ListPage) -> Page:
    """What is told of a document in a time, the newest first."""
    title, shelf = library.documents[key].title, library.shelf(f"document/{key}")
    slugs = shown_keys(listed, shelf)
    return Page(
        path=listed.path,
        template="document_claims.md.jinja",
        title=list_title(title, listed),
        description=f"{title}: {number_vi(listed.count)} bài nhắc tới, {listed.title}.",
        changed=max((library.cards[slug].updated for slug in slugs), default=None),
        view={
            "claims": [claim for slug in slugs for claim in _claims(library, key, slug)],
            "list": list_view(listed, shelf, Ref(title, addresses.document(key)), lambda slug: slug),
        },
    )


def _claims(library: Library, key: str, slug: str) -> Iterator[dict[str, Any]]:
    """What an article tells of a document."""
    return (_claim_view(library, claim) for claim in library.articles[slug].documents if claim.id == key)


def _description(document: Document, articles: int) -> str:
    issuer = document.issuer or "chưa rõ nơi ban hành"
    subject = f": {document.subject}" if document.subject else ""
    return f"{document.title} ({date_vi(document.date)}, {issuer}){subject}; {number_vi(articles)} bài nhắc tới."


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


@page_at(lambda library, listed: listed.path)
def _list_page(library: Library, listed: ListPage) -> Page:
    shelf, own = library.shelf("documents"), Ref(_NAME, addresses.DOCUMENTS)
    listing = list_view(
        listed, shelf, own, lambda key: document_item(library, library.documents[key]), unknown=_UNDATED
    )
    changed = last_change(library, (mark for shown in listing.items for mark in shown["marks"]))
    return Page(
        path=listed.path,
        template="documents.md.jinja",
        title=list_title(_NAME, listed),
        description=f"{number_vi(listed.count)} văn bản về chuyển đổi số của trung ương và các tỉnh, thành, "
        f"{listed.title or 'xếp theo năm ban hành'}.",
        changed=changed if listed.title else library.content_date,
        view={"list": listing},
    )


def document_item(library: Library, document: Document) -> dict[str, Any]:
    """A legal document as an item of a list."""
    told = agreeing(document.claims, document.date) if document.date else document.claims
    shown, more = some_marks(library, told, addresses.document(document.id))
    return {
        "title": document_ref(library, document.id),
        "date": date_vi(document.date),
        "issuer": document.issuer or "chưa rõ nơi ban hành",
        "subject": document.subject,
        "provinces": unit_refs(library, [document.province] if document.province else []),
        "marks": shown,
        "more": more,
    }
