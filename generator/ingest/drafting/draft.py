"""The draft of a parsed article, and its text as editors write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

import yaml

from generator import edtf
from generator.diagnostics import Diagnostic
from generator.ingest.drafting.claims import Claim
from generator.model import Article
from generator.sources.articles import FACT_LISTS
from generator.text import short_slug

_PARAGRAPHS = (("events",), ("documents",), ("indicators", "targets"), ("platforms", "figures", "places"), ("topics",))
_PARAGRAPH_OF = {name: number for number, names in enumerate(_PARAGRAPHS) for name in names}
_LIKE_A_NUMBER = re.compile(r"[\[.+-]*[0-9]")
_NOTHING = "Chưa tìm thấy dữ kiện nào trong bài; cần người biên tập đọc và tóm tắt."
_INTRODUCTION = "Bản nháp do portal ingest tách từ văn bản nguồn; cần đọc lại với bản gốc trước khi duyệt."


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A draft: the fields about the article itself, its claims, and what an editor should know.

    `article` is the draft as the library would hold it, once it has passed the checks.
    """

    head: dict[str, Any]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    article: Article | None = None

    @property
    def slug(self) -> str:
        """The address its title or heading gives it."""
        return short_slug(self.head.get("title") or self.head["heading"]) or "bai-moi"

    @property
    def year(self) -> int:
        """The year it is filed under: that of publication, or of `added` where no date is known."""
        published = self.head["published"]
        return edtf.parse(published).year if published else int(self.head["added"][:4])

    @cached_property
    def text(self) -> str:
        """The file: front matter and body."""
        dumped = yaml.dump(self.front, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
        return f"---\n{dumped}---\n\n{self.body}"

    @property
    def front(self) -> dict[str, Any]:
        """The front matter: the fields about the article itself, the facts by list, the editor's note."""
        facts: dict[str, list[dict[str, Any]]] = {}
        for at, claims_of_one in enumerate(self._paragraphs, start=1):
            for claim in claims_of_one:
                facts.setdefault(claim.list, []).append({**claim.fields, "at": at})
        lists = {name: facts[name] for name in FACT_LISTS if name in facts}
        return {**self.head, **lists, "editor_note": " ".join((_INTRODUCTION, *self.notes))}

    @property
    def body(self) -> str:
        """One paragraph for each group of sentences, a sentence a line."""
        paragraphs = ("\n".join(_plain(claim.sentence) + "." for claim in group) for group in self._paragraphs)
        return ("\n\n".join(paragraphs) or _NOTHING) + "\n"

    @property
    def _paragraphs(self) -> list[list[Claim]]:
        return [list(group) for _, group in groupby(self.claims, key=_paragraph)]


def in_paragraphs(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of a draft's paragraphs, those of one paragraph as they come."""
    return tuple(sorted(claims, key=_paragraph))


def _paragraph(claim: Claim) -> int:
    return _PARAGRAPH_OF[claim.list]


class _Dumper(yaml.CSafeDumper):
    """Writes as editors do: lists of plain values on one line, and in quotes what any YAML could take for a number."""


def _list(dumper: yaml.CSafeDumper, values: list[Any]) -> yaml.SequenceNode:
    plain = all(isinstance(value, str | int) for value in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=plain)


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    quoted = _LIKE_A_NUMBER.match(text) is not None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if quoted else None)


def _number(dumper: yaml.CSafeDumper, value: float) -> yaml.Node:
    return dumper.represent_int(int(value)) if value.is_integer() else dumper.represent_float(value)


_Dumper.add_representer(list, _list)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)


def _plain(sentence: str) -> str:
    """The sentence on one line, without what a summary would read as a link."""
    return " ".join(sentence.replace("](", "] (").split()).rstrip(".")
