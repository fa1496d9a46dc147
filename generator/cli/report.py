"""How diagnostics and changes of pages are shown: as text, to machines, as annotations of a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from generator.characters import visible
from generator.diagnostics import Diagnostic
from generator.incremental.report import PageChange

_SIGNS = {"added": "+", "changed": "~", "removed": "-"}
_ARTICLES, _FACTS = 2, 4
"""So many articles and facts are named behind a page."""


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list with one object for each problem."""
    return json.dumps([row(d) for d in diagnostics], ensure_ascii=False, indent=2)


def row(d: Diagnostic) -> dict[str, object]:
    """One problem as JSON has it."""
    return {
        "path": d.spot.path,
        "line": d.spot.line,
        "field": d.spot.field,
        "code": d.code,
        "severity": d.severity.value,
        "message": d.message,
        "hint": d.hint,
    }


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands that GitHub shows at the lines of a pull request."""
    return "\n".join(
        f"::{d.severity.value} file={_property(d.spot.path)},line={d.spot.line},title={_property(d.code)}::"
        + _data(f"{d.message} → {d.hint}")
        for d in diagnostics
    )


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def changes_as_text(changes: Sequence[PageChange], most: int) -> str:
    """A line for each of the first pages that changed, with the articles and facts behind it."""
    lines = [f"  {_SIGNS[change.change]} {change.page}{_why(change)}" for change in changes[:most]]
    if len(changes) > most:
        lines.append(f"  … and {len(changes) - most} more pages (--json lists them all).")
    return "\n".join(lines)


def _why(change: PageChange) -> str:
    articles = ", ".join(f"{slug} ({became})" for slug, became in list(change.articles.items())[:_ARTICLES])
    if len(change.articles) > _ARTICLES:
        articles += f" and {len(change.articles) - _ARTICLES} more"
    facts = f": {', '.join(change.facts[:_FACTS])}{', …' if len(change.facts) > _FACTS else ''}" if change.facts else ""
    return f" ← {articles}{facts}" if articles else ""


def changes_as_json(changes: Iterable[PageChange]) -> str:
    """A JSON list with one object for each page."""
    rows = [{"page": c.page, "change": c.change, "articles": dict(c.articles), "facts": list(c.facts)} for c in changes]
    return json.dumps(rows, ensure_ascii=False, indent=2)
