"""Synthetic articles as search knows them, with title and lead alone and no file: any number, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.output.search.kinds import ARTICLE
from generator.output.search.record import SearchRecord
from tests.corpus.articles import key
from tests.corpus.phrases import phrases
from tests.corpus.stories import story, teller, title


def title_records(count: int, seed: int) -> Iterator[SearchRecord]:
    """A record for each article; the titles and leads are those of the files of the same seed."""
    for number in range(count):
        random, scene, _ = story(seed, number)
        headline = title(random, scene, teller(number))
        day = scene.day
        yield SearchRecord(
            page=f"bai-viet/{key(headline)[:64].rstrip('-')}-{number}.md",
            title=headline,
            kind=ARTICLE,
            entity=False,
            order=day.isoformat(),
            date=f"{day.day}/{day.month}/{day.year}",
            provinces=(scene.unit.slug,),
            lead=phrases().say(random, "mo_bai", scene.words),
        )
