"""Holds a draft against the library: what other articles tell differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.library.contradictions import find_contradictions
from generator.library.entities import build_documents, build_events
from generator.library.library import Library
from generator.library.things import Contradiction
from generator.model import Article
from generator.text import fold


class AgainstLibrary:
    """Finds the articles that tell of the same things as a draft, and what they tell differently."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._tellers: dict[object, set[str]] = defaultdict(set)
        for article in library.articles.values():
            for thing in _things(article):
                self._tellers[thing].add(article.slug)

    def contradictions(self, article: Article) -> tuple[Contradiction, ...]:
        """What an article with resolved references tells differently from the library's articles."""
        slugs = {slug for thing in _things(article) for slug in self._tellers.get(thing, ())}
        if slugs <= {article.slug}:
            return ()
        together = {slug: self.library.articles[slug] for slug in sorted(slugs)} | {article.slug: article}
        found = find_contradictions(
            build_events(together, self.library.registries),
            build_documents(together),
            [i for a in together.values() for i in a.indicators],
            [f for a in together.values() for f in a.figures],
        )
        return tuple(c for c in found if article.slug in c.articles and len(c.articles) > 1)


def _things(article: Article) -> Iterable[object]:
    yield from (("event", claim.id) for claim in article.events if claim.id)
    yield from (("document", claim.id) for claim in article.documents)
    yield from (("indicator", i.index_id, i.year, i.measure, i.province) for i in article.indicators)
    yield from (("figure", fold(f.label), f.province) for f in article.figures)
