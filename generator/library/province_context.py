"""What a province's articles tell beside its own things: topics, other provinces, the whole country."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Article, Fact

_SORTS = ("events", "documents", "platforms", "figures")


def context_places(
    article: Article, when: str, about: Sequence[str], mentioned: Sequence[str], names: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    """Where an article stands among those of the provinces it is about or mentions, given by name.

    „topic" and „with" hold it by topic and by another province's name instead of by period.
    """
    units = dict.fromkeys((*article.subjects, *article.mentions))
    for name in (*about, *mentioned):
        for other in dict.fromkeys(names[unit][0] for unit in units if name not in names[unit]):
            yield f"tinh/{name}/with", other, article.slug
    national = [f"{article.slug}/{sort}/{fact.index}" for sort in _SORTS for fact in _of_the_country(article, sort)]
    for name in about:
        for topic in dict.fromkeys(claim.topic for claim in article.topics):
            yield f"tinh/{name}/topic", topic, article.slug
        for key in national:
            yield f"tinh/{name}/national", when, key


def context_fact(article: Article, key: str) -> Fact:
    """The fact of an article that a key on the shelf „national" means: article/sort/index."""
    _, sort, index = key.split("/")
    found: Fact = getattr(article, sort)[int(index)]
    return found


def _of_the_country(article: Article, sort: str) -> Iterator[Fact]:
    """Facts that are told of no province."""
    return (
        fact
        for fact in getattr(article, sort)
        if not (fact.provinces if sort in ("events", "platforms") else fact.province)
    )
