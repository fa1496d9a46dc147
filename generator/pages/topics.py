"""Pages of topics (chủ đề), and their list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.library import addresses
from generator.library.library import Library
from generator.pages.articles import article_item
from generator.pages.list_pages import ListPage, list_pages
from generator.pages.list_views import list_title, list_view, shown_keys
from generator.pages.page import Page, Plan, Ref, page_at
from generator.pages.refs import marks
from generator.registry import Topic
from generator.text import collation_key, number_vi

_OFTEN_TOGETHER = 8


def topic_list_pages(library: Library) -> Iterable[Plan]:
    """The list of all topics."""
    yield _list_page(library)


def topic_pages(library: Library, topic: Topic) -> Iterable[Plan]:
    """The pages of a topic of the registry."""
    for listed in list_pages(addresses.topic(topic.id), library.shelf(f"topic/{topic.id}")):
        yield _topic_page(library, topic, listed)


@page_at(lambda library, topic, listed: listed.path)
def _topic_page(library: Library, topic: Topic, listed: ListPage) -> Page:
    """The topic's own page, or one of its articles of a time."""
    shelf = library.shelf(f"topic/{topic.id}")
    count = f"{number_vi(listed.count)} bài" if listed.count else "chưa có bài"
    when = f" {listed.title}" if listed.title else ""
    shown = shown_keys(listed, shelf)
    return Page(
        path=listed.path,
        template="topic_list.md.jinja" if listed.title else "topic.md.jinja",
        title=list_title(topic.name, listed),
        description=f"{topic.name}: {topic.about} Trong thư viện{when}: {count}.",
        changed=max((library.cards[slug].updated for slug in shown), default=None),
        view={
            "topic": topic,
            "list": list_view(
                listed,
                shelf,
                Ref(topic.name, addresses.topic(topic.id)),
                lambda slug: _article(library, topic, slug),
                unknown="chưa rõ ngày đăng",
            ),
            **({} if listed.title else _company(library, topic)),
        },
    )


def _article(library: Library, topic: Topic, slug: str) -> dict[str, Any]:
    """An article as an item of the topic's list, with the paragraphs that treat the topic."""
    claims = [claim for claim in library.articles[slug].topics if claim.topic == topic.id]
    return {**article_item(library, slug), "marks": marks(library, claims)}


def _company(library: Library, topic: Topic) -> dict[str, Any]:
    """With which provinces and other topics the topic is told of."""
    return {
        "provinces": _provinces(library, library.shelf(f"topic/{topic.id}/provinces").counts),
        "others": _often_together(library, library.shelf(f"topic/{topic.id}/topics").counts),
    }


def _provinces(library: Library, names: Mapping[str, int]) -> list[tuple[Ref, str]]:
    """The provinces by name, each with the number of articles about it."""
    known = library.registries.provinces
    refs = [(Ref(known[name].name, addresses.province(name)), number_vi(n)) for name, n in names.items()]
    return sorted(refs, key=lambda pair: collation_key(pair[0].text))


def _often_together(library: Library, others: Mapping[str, int]) -> list[tuple[Ref, str]]:
    names = {key: library.registries.topics[key].name for key in others}
    ordered = sorted(others, key=lambda key: (-others[key], collation_key(names[key])))
    return [(Ref(names[key], addresses.topic(key)), number_vi(others[key])) for key in ordered[:_OFTEN_TOGETHER]]


@page_at(addresses.TOPICS)
def _list_page(library: Library) -> Page:
    topics = sorted(library.registries.topics.values(), key=lambda t: collation_key(t.name))
    counts = {topic.id: library.shelf(f"topic/{topic.id}").total for topic in topics}
    return Page(
        path=addresses.TOPICS,
        template="topics.md.jinja",
        title="Chủ đề",
        description=f"{len(topics)} chủ đề của chuyển đổi số địa phương, mỗi chủ đề có những bài nào, ở tỉnh nào.",
        changed=library.content_date,
        view={
            "topics": [
                (Ref(t.name, addresses.topic(t.id)), t.about, number_vi(counts[t.id]) if counts[t.id] else "")
                for t in topics
            ]
        },
    )
