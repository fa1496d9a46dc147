"""The same records as plain pages, for the engines ours is measured beside: title, lead and facts, nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from generator.output.search.record import SearchRecord
from tests.search_bench.queries import address

_MARKUP = str.maketrans({char: f"\\{char}" for char in r"\`*_{}[]()#+-.!|<>"})


def write_markdown(records: Iterable[SearchRecord], docs: Path) -> None:
    """A Markdown page for each record, at the record's own address."""
    for record in records:
        path = docs / record.page
        path.parent.mkdir(parents=True, exist_ok=True)
        facts = "".join(f"- {fact.translate(_MARKUP)}\n" for fact in (*record.aliases, *record.facts))
        path.write_text(f"# {record.title.translate(_MARKUP)}\n\n{record.lead.translate(_MARKUP)}\n\n{facts}", "utf-8")
    (docs / "index.md").touch()


def write_html(records: Iterable[SearchRecord], site: Path) -> None:
    """An HTML page in Vietnamese for each record, at the record's own address."""
    for record in records:
        folder = site / address(record)
        folder.mkdir(parents=True, exist_ok=True)
        facts = "".join(f"<li>{html.escape(fact)}</li>" for fact in (*record.aliases, *record.facts))
        title, lead = html.escape(record.title), html.escape(record.lead)
        (folder / "index.html").write_text(
            f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>'
            f"<body><main><h1>{title}</h1><p>{lead}</p><ul>{facts}</ul></main></body></html>",
            encoding="utf-8",
        )
