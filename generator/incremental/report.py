"""What a run changed, page by page, and why: which articles, and which of the things they tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.incremental.refresh import Refreshed
from generator.incremental.rows import told_of
from generator.incremental.run import Run
from generator.model import Article

_FOLDERS = {"bai-viet": "article", "su-kien": "event", "van-ban": "document", "nen-tang": "platform"}


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that was added, changed or removed; the articles behind that, what became of each, and which facts.

    Without articles: everything was made anew, or another day began.
    """

    page: str
    change: str
    articles: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()


def page_changes(run: Run) -> list[PageChange]:
    """Every page that a run changed, by path."""
    if run.written is None:
        return []
    changes = {"added": run.written.added, "changed": run.written.changed, "removed": run.written.removed}
    pages = sorted((page, change) for change, names in changes.items() for page in names if page.endswith(".md"))
    if run.remade is None or run.refreshed is None:
        return [PageChange(page, change) for page, change in pages]
    told = _told(run.refreshed)
    return [_explained(run, told, page, change) for page, change in pages]


def _told(refreshed: Refreshed) -> dict[str, set[str]]:
    """The articles that changed, by the facts they tell or told."""
    told: dict[str, set[str]] = {}
    for articles in (refreshed.old, refreshed.new):
        for slug, article in articles.items():
            for fact in _facts(article):
                told.setdefault(fact, set()).add(slug)
    return told


def _facts(article: Article) -> Iterator[str]:
    yield f"article/{article.slug}"
    yield from told_of(article)
    yield from (f"target/{article.slug}/{target.index}" for target in article.targets)


def _explained(run: Run, told: Mapping[str, set[str]], page: str, change: str) -> PageChange:
    assert run.remade is not None
    assert run.refreshed is not None
    owners = {o for read in run.remade.because.get(page, ()) for o in run.refreshed.changed.get(read, ())}
    folder, _, name = page.removesuffix(".md").partition("/")
    facts = {_fact(owner) for owner in owners} | {f"{_FOLDERS.get(folder, '')}/{name}"}
    behind = {fact: told[fact] for fact in facts if fact in told}
    articles = {slug: _became(slug, run.refreshed) for slug in sorted({s for slugs in behind.values() for s in slugs})}
    return PageChange(page, change, articles, tuple(sorted(f for f in behind if not f.startswith("article/"))))


def _fact(owner: str) -> str:
    """The fact that an owner of rows stands for: „entry/event:x" and „contradiction/event…" are event x."""
    sort, _, rest = owner.partition("/")
    match sort:
        case "entry":
            return rest.replace(":", "/", 1)
        case "contradiction":
            return rest.replace("\t", "/", 1)
    return owner


def _became(slug: str, refreshed: Refreshed) -> str:
    if slug not in refreshed.old:
        return "added"
    return "changed" if slug in refreshed.new else "removed"
