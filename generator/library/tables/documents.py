"""Tables of legal documents: what the portal shows of each, and what every article tells of it."""

from __future__ import annotations

from generator.library import addresses
from generator.library.tables.columns import UNIT_REFERENCE, dates, own_id, page_url, plain, province
from generator.library.tables.owners import ARTICLE_OWNERS, DOCUMENT_OWNERS
from generator.library.tables.provenance import FACT_REFERENCE, GATHERED, PROVENANCE, contested, fact_id
from generator.library.tables.table import AnyTable, Column, Group, Reference, Table
from generator.vocabulary import DOCUMENT_KINDS, DOCUMENT_KINDS_EN

_TOLD = (
    plain("kind", "loại văn bản; trống: chưa rõ", "its kind in Vietnamese; empty: unknown", choices=DOCUMENT_KINDS),
    Column("kind_en", "loại, bằng tiếng Anh", "its kind in English", lambda s, d: DOCUMENT_KINDS_EN.get(d.kind)),
    plain("number", "số, ký hiệu như bài viết", "its number as told"),
    *dates("date", "ngày ban hành", "day of issue"),
    plain("issuer", "nơi ban hành", "issued by"),
    plain("subject", "về việc gì, lời của cổng", "what it is about, in our words (Vietnamese)"),
    *province(),
)

DOCUMENTS: AnyTable = Table(
    name="documents",
    group=Group.FACTS,
    vi="Văn bản",
    en="Legal documents",
    about_vi="Mỗi dòng là một văn bản mà bài nhắc tới, gộp lời kể của mọi bài; từng lời kể ở bảng document-claims.",
    about_en="One row per legal document that articles tell of; the claims themselves are in document-claims.",
    things=lambda library, key: (library.documents[key],),
    owners=DOCUMENT_OWNERS,
    columns=(own_id(), *_TOLD, contested("document"), *GATHERED, page_url(addresses.document)),
    references=(UNIT_REFERENCE,),
)

DOCUMENT_CLAIMS: AnyTable = Table(
    name="document-claims",
    group=Group.FACTS,
    vi="Lời kể về văn bản",
    en="Claims of legal documents",
    about_vi="Mỗi dòng là điều một bài nêu về một văn bản.",
    about_en="One row per article's claim of a legal document.",
    things=lambda library, slug: library.articles[slug].documents,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("documents"),
        plain("document", "văn bản", "the document", of="id", required=True),
        *_TOLD,
        *PROVENANCE,
    ),
    references=(FACT_REFERENCE, UNIT_REFERENCE, Reference(("document",), "documents")),
)
