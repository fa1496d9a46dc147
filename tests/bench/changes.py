"""What an editor does to the content between two builds: nothing, an article more (of any year, or new), an edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.corpora import CROWDED, REAL, further, further_about_crowded, further_of_last_week
from tests.corpus.articles import Article

UNCHANGED, ADDED, NEWEST, EDITED, CROWD = CHANGES = (
    "nothing changed",
    "one article added",
    "one of the last week added",
    "one article edited",
    "added to a big province",
)

Change = Callable[[], None]


def changes(size: int, project: Path) -> dict[str, Change]:
    """The changes by name; each can be made again and again, and is another one each time."""
    found: dict[str, Change] = {
        UNCHANGED: lambda: None,
        ADDED: _adding(further(size), project),
        NEWEST: _adding(further_of_last_week(size), project),
        EDITED: _editing(project),
    }
    return found if size == REAL else found | {CROWD: _adding(further_about_crowded(size), project)}


def crowd(project: Path) -> int:
    """How many articles are about the big province."""
    told = f"\n  subject: [{CROWDED}]\n"
    return sum(told in path.read_text(encoding="utf-8") for path in _articles(project))


def _adding(articles: Iterator[Article], project: Path) -> Change:
    def add() -> None:
        made = next(articles)
        file = project / "content" / "articles" / made.path
        file.parent.mkdir(exist_ok=True)
        file.write_text(made.text, encoding="utf-8", newline="\n")

    return add


def _editing(project: Path) -> Change:
    """Puts one sentence more at the end of an article in the middle of the library."""
    files = _articles(project)
    place = len(files) // 2

    def edit() -> None:
        nonlocal place
        place = (place + 1) % len(files)
        text = files[place].read_text(encoding="utf-8").rstrip()
        files[place].write_text(f"{text} Câu này vừa được thêm.\n", encoding="utf-8", newline="\n")

    return edit


def _articles(project: Path) -> list[Path]:
    return sorted((project / "content" / "articles").rglob("*.md"))
