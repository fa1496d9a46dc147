"""Pages of topics (chủ đề), and their list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.library import addresses
from generator.library.library import Library
from generator.model import Fact
from generator.pages.articles import article_item
from generator.pages.page import Page, Ref
from generator.pages.refs import marks
from generator.registry import Topic
from generator.text import collation_key

_OFTEN_TOGETHER = 8


def topic_pages(library: Library) -> Iterable[Page]:
    """A page for each topic of the registry, and the list of all."""
    topics = sorted(library.registries.topics.values(), key=lambda t: collation_key(t.name))
    told = {topic.id: _by_article(library, topic) for topic in topics}
    yield _list_page(library, topics, told)
    for topic in topics:
        yield _topic_page(library, topic, told[topic.id])


def _by_article(library: Library, topic: Topic) -> dict[str, list[Fact]]:
    """The articles that treat the topic, newest first, each with its claims of it."""
    result: dict[str, list[Fact]] = {}
    for claim in library.topics.get(topic.id, ()):
        result.setdefault(claim.article, []).append(claim)
    return dict(reversed(result.items()))


def _topic_page(library: Library, topic: Topic, told: Mapping[str, list[Fact]]) -> Page:
    articles = [library.articles[slug] for slug in told]
    units = library.registries.units
    names = Counter(name for article in articles for name in {units[u].name_slug for u in article.subjects})
    others = Counter(key for article in articles for key in {t.topic for t in article.topics})
    del others[topic.id]
    count = f"{len(told)} bài" if told else "chưa có bài"
    return Page(
        path=addresses.topic(topic.id),
        template="topic.md.jinja",
        title=topic.name,
        description=f"{topic.name}: {topic.about} Trong thư viện: {count}.",
        changed=max((article.updated for article in articles), default=None),
        view={
            "topic": topic,
            "articles": [(article_item(library, article), marks(library, told[article.slug])) for article in articles],
            "provinces": _provinces(library, names),
            "others": _often_together(library, others),
        },
    )


def _provinces(library: Library, names: Mapping[str, int]) -> list[tuple[Ref, int]]:
    """The provinces by name, each with the number of articles about it."""
    refs = [(Ref(library.registries.provinces[name].name, addresses.province(name)), n) for name, n in names.items()]
    return sorted(refs, key=lambda pair: collation_key(pair[0].text))


def _often_together(library: Library, others: Counter[str]) -> list[tuple[Ref, int]]:
    names = {key: library.registries.topics[key].name for key in others}
    ordered = sorted(others, key=lambda key: (-others[key], collation_key(names[key])))
    return [(Ref(names[key], addresses.topic(key)), others[key]) for key in ordered[:_OFTEN_TOGETHER]]


def _list_page(library: Library, topics: list[Topic], told: Mapping[str, Mapping[str, list[Fact]]]) -> Page:
    items = [(Ref(t.name, addresses.topic(t.id)), t.about, len(told[t.id])) for t in topics]
    return Page(
        path=addresses.TOPICS,
        template="topics.md.jinja",
        title="Chủ đề",
        description=f"{len(topics)} chủ đề của chuyển đổi số địa phương, mỗi chủ đề có những bài nào, ở tỉnh nào.",
        changed=library.content_date,
        view={"topics": items},
    )
