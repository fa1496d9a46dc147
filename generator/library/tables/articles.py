"""Tables of articles: what was published, our summaries by paragraph, their provinces and topics."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import addresses
from generator.library.library import Library
from generator.library.tables.columns import UNIT_REFERENCE, dates, plain, province, provinces
from generator.library.tables.owners import ARTICLE_OWNERS
from generator.library.tables.provenance import FACT_REFERENCE, PROVENANCE, fact_id
from generator.library.tables.table import AnyTable, Column, Group, Reference, Source, Table, Type
from generator.model import Article, Basis, TopicClaim
from generator.text import SUMMARY_LINK

_ARTICLE = Reference(("article",), "articles")


def _publisher(source: Source, article: Article) -> str | None:
    return source.library.registries.publishers[article.publisher].name if article.publisher else None


ARTICLES: AnyTable = Table(
    name="articles",
    group=Group.ARTICLES,
    vi="Bài viết",
    en="Articles",
    about_vi="Mỗi dòng là một bài báo hay tin của cổng thông tin mà cổng này đã tóm tắt.",
    about_en="One row per article of the press or of a state website that the portal has summarised.",
    things=lambda library, slug: (library.articles[slug],),
    owners=ARTICLE_OWNERS,
    columns=(
        plain("id", "khóa, cũng là phần cuối địa chỉ trang", "key, also the end of its page's address", of="slug",
              required=True),
        plain("title", "tiêu đề như đã đăng; trống: chưa rõ", "title as published; empty: unknown"),
        plain("heading", "tiêu đề của cổng, khi chưa rõ tiêu đề gốc", "our own heading where the title is unknown"),
        *dates("published", "ngày đăng", "day of publication"),
        plain("published_time", "giờ đăng, nếu biết", "time of publication, if known"),
        plain("published_basis", "ngày đăng được biết bằng cách nào", "how the day of publication is known",
              required=True, choices=tuple(Basis)),
        plain("published_reason", "lý do, khi suy ra", "why, when it is inferred"),
        plain("publisher", "nơi đăng; trống: chưa rõ", "publisher; empty: unknown"),
        Column("publisher_name", "tên nơi đăng", "the publisher's name", _publisher),
        plain("authors", "tác giả như bài ghi", "authors as the article names them", Type.LIST),
        Column("url", "địa chỉ trang trên cổng", "the address of its page here",
               lambda s, a: s.url(addresses.article(a.slug)), required=True),
        plain("original_url", "địa chỉ bài gốc, nếu biết", "the original's address, if known", of="url"),
        *provinces("subjects", "các tỉnh, thành mà bài viết về", "provinces it is about", lambda a: a.subjects),
        *provinces("mentions", "các tỉnh, thành bài chỉ nhắc tới", "provinces it only mentions", lambda a: a.mentions),
        plain("note", "ghi chú của người biên tập cho bạn đọc", "the editor's note to readers"),
        plain("added", "ngày đưa vào cổng", "the day it was added here", Type.DATE, required=True),
        plain("updated", "ngày sửa gần nhất trên cổng", "the day its record last changed", Type.DATE, required=True),
    ),
    references=(Reference(("publisher",), "publishers"),),
)  # fmt: skip


def _paragraphs(library: Library, slug: str) -> Iterator[tuple[str, int, str]]:
    for number, text in enumerate(library.articles[slug].paragraphs, start=1):
        yield slug, number, SUMMARY_LINK.sub(r"\1", text)


PARAGRAPHS: AnyTable = Table(
    name="paragraphs",
    group=Group.ARTICLES,
    vi="Đoạn tóm tắt",
    en="Paragraphs of the summaries",
    about_vi="Tóm tắt của cổng, từng đoạn một: mọi dữ kiện đều dẫn về một đoạn ở đây.",
    about_en="The portal's own summaries, paragraph by paragraph: every fact leads to one of them. In Vietnamese.",
    things=_paragraphs,
    owners=ARTICLE_OWNERS,
    columns=(
        Column("article", "bài", "the article", lambda s, p: p[0], required=True),
        Column("paragraph", "số thứ tự đoạn, từ 1", "its number, from 1", lambda s, p: p[1], Type.INTEGER,
               required=True, least=1),
        Column("text", "lời của đoạn", "its text", lambda s, p: p[2], required=True),
        Column("url", "địa chỉ đoạn trên cổng", "its address here", lambda s, p: s.paragraph_url(p[0], p[1]),
               required=True),
    ),
    key=("article", "paragraph"),
    references=(_ARTICLE,),
)  # fmt: skip


def _article_provinces(library: Library, slug: str) -> Iterator[tuple[str, str, str]]:
    article = library.articles[slug]
    for role, units in (("subject", article.subjects), ("mention", article.mentions)):
        for unit in dict.fromkeys(units):
            yield slug, role, unit


ARTICLE_PROVINCES: AnyTable = Table(
    name="article-provinces",
    group=Group.ARTICLES,
    vi="Bài viết và tỉnh, thành",
    en="Articles and provinces",
    about_vi="Bài nào viết về tỉnh nào (subject), chỉ nhắc tới tỉnh nào (mention).",
    about_en="Which article is about which province (subject), or only mentions it (mention).",
    things=_article_provinces,
    owners=ARTICLE_OWNERS,
    columns=(
        Column("article", "bài", "the article", lambda s, x: x[0], required=True),
        Column("role", "bài viết về, hay chỉ nhắc tới", "whether the article is about it", lambda s, x: x[1],
               required=True, choices=("subject", "mention")),
        *province(lambda x: x[2], required=True),
    ),
    key=("article", "role", "province"),
    references=(_ARTICLE, UNIT_REFERENCE),
)  # fmt: skip


def _topic_name(source: Source, claim: TopicClaim) -> str:
    return source.library.registries.topics[claim.topic].name


def _topic_english(source: Source, claim: TopicClaim) -> str | None:
    return source.library.registries.topics[claim.topic].english


ARTICLE_TOPICS: AnyTable = Table(
    name="article-topics",
    group=Group.ARTICLES,
    vi="Bài viết và chủ đề",
    en="Articles and topics",
    about_vi="Đoạn nào của bài nào nói về chủ đề nào.",
    about_en="Which paragraph of which article treats which topic.",
    things=lambda library, slug: library.articles[slug].topics,
    owners=ARTICLE_OWNERS,
    columns=(
        fact_id("topics"),
        plain("topic", "chủ đề", "the topic", required=True),
        Column("topic_name", "tên chủ đề", "its name", _topic_name),
        Column("topic_name_en", "tên tiếng Anh", "its English name", _topic_english),
        *PROVENANCE,
    ),
    references=(FACT_REFERENCE, Reference(("topic",), "topics")),
)
