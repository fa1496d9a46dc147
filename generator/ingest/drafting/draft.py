"""Writes the draft of a parsed article; what the rules of parsed articles refuse goes to the editor's note."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

import yaml

from generator import edtf
from generator.diagnostics import Diagnostic, Severity, Spot, diagnose
from generator.ingest.doubts import doubts
from generator.ingest.drafting.claims import Claim, claims
from generator.ingest.drafting.keys import province_keys
from generator.ingest.drafting.known import Known
from generator.ingest.extract import Extraction
from generator.library.checks import check_articles
from generator.library.references import resolve_references
from generator.model import Article
from generator.registry import Registries
from generator.sources.articles import FACT_LISTS, SourceArticle, article_of
from generator.sources.front_matter import split
from generator.sources.yaml_text import YamlText
from generator.text import short_slug

_PARAGRAPHS = (("events",), ("documents",), ("indicators", "targets"), ("platforms", "figures", "places"), ("topics",))
_PARAGRAPH_OF = {name: number for number, names in enumerate(_PARAGRAPHS) for name in names}
_PROVINCE = re.compile(r"provinces\.(subject|mention)\[(\d+)\]\Z")
_FIELD = re.compile(r"([a-z_]+)\[(\d+)\]")
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
        return [list(group) for _, group in groupby(self.claims, key=lambda c: _PARAGRAPH_OF[c.list])]


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


def make_draft(extraction: Extraction, known: Known, *, today: date, file: str) -> Draft:
    """The draft of an extraction; every claim in it passes the checks of a parsed article."""
    registries = extraction.story.lexicon.registries
    key = province_keys(extraction, today)
    told = claims(extraction, known, key)
    order = sorted((c for c in told if c.lost is None), key=lambda c: _PARAGRAPH_OF[c.list])
    draft = Draft(
        head=_head(extraction, today, key),
        claims=tuple(order),
        notes=tuple(d.message for d in doubts(extraction, file)),
    )
    for slug in (*extraction.story.subjects, *extraction.story.mentions):
        if key(slug, None) is None:
            unclear = diagnose(
                "ingest-ambiguous-province", Spot(file, field="provinces"), name=registries.provinces[slug].name
            )
            draft = replace(draft, notes=(*draft.notes, unclear.message), diagnostics=(*draft.diagnostics, unclear))
    for claim in told:
        if claim.lost:
            draft = _noted(draft, file, claim, claim.lost)
    return _accepted(draft, registries, today, file)


def _head(extraction: Extraction, today: date, key: Any) -> dict[str, Any]:
    story, header = extraction.story, extraction.story.header
    published = header.published
    head: dict[str, Any] = {"title": header.title}
    if header.title is None:
        head["heading"] = _heading(extraction)
    head["published"] = published.edtf if published else None
    if published and published.time:
        head["published_time"] = published.time
    if published and published.inferred:
        head |= {"published_basis": "inferred", "published_reason": published.reason or "Suy ra từ văn cảnh."}
    head |= {
        "publisher": header.publisher_id,
        "url": header.url,
        "authors": list(header.authors),
        "review": "draft",
        "added": today.isoformat(),
        "source": extraction.source,
        "provinces": {
            "subject": [k for slug in story.subjects if (k := key(slug, None))],
            "mention": [k for slug in story.mentions if (k := key(slug, None))],
        },
    }
    return head


def _heading(extraction: Extraction) -> str:
    """A heading of our own for an article without a title."""
    if extraction.events:
        return extraction.events[0].name
    registries = extraction.story.lexicon.registries
    names = ", ".join(registries.provinces[key].name for key in extraction.story.subjects)
    return f"Tin chuyển đổi số: {names}" if names else "Tin chuyển đổi số chưa rõ tiêu đề"


def _accepted(draft: Draft, registries: Registries, today: date, file: str) -> Draft:
    """The draft without what the checks refuse; refused claims go to the notes."""
    for _ in range(len(draft.claims) + len(draft.head)):
        article, problems = _problems(draft, registries, today)
        refused = [d for d in problems if d.severity is Severity.ERROR]
        if not refused:
            return replace(draft, article=article)
        draft = _without(draft, refused, file)
    return draft


def resolved(draft: Draft, path: str, registries: Registries) -> Article | None:
    """The draft as the library would hold it, standing at a path of the project; None if it cannot be read."""
    if draft.article and path == _own_path(draft):
        return draft.article
    source, _ = _read(draft, path)
    return resolve_references(source, registries)[0] if source else None


def _own_path(draft: Draft) -> str:
    return f"content/articles/{draft.year}/{draft.slug}.md"


def _read(draft: Draft, path: str) -> tuple[SourceArticle | None, list[Diagnostic]]:
    """The draft as reading its file would give it, without the way over YAML."""
    parts, problems = split(f"---\n---\n\n{draft.body}".encode(), path)
    if parts is None:
        return None, problems
    source, found = article_of(YamlText(draft.front), parts, path)
    return source, [*problems, *found]


def _problems(draft: Draft, registries: Registries, today: date) -> tuple[Article | None, list[Diagnostic]]:
    source, problems = _read(draft, _own_path(draft))
    if source is None or problems:
        return None, problems
    article, problems = resolve_references(source, registries)
    return article, [*problems, *check_articles([source], today)]


def _without(draft: Draft, refused: list[Diagnostic], file: str) -> Draft:
    """The draft without the first field of its head that is refused; where all of that stands, without such claims."""
    claims: dict[int, Diagnostic] = {}
    for problem in refused:
        place = _FIELD.match(problem.spot.field)
        if place is None or place[1] not in FACT_LISTS:
            return _without_field(draft, problem, file)
        numbers = [n for n, c in enumerate(draft.claims) if c.list == place[1]]
        claims.setdefault(numbers[int(place[2]) - 1], problem)
    told = draft.claims
    draft = replace(draft, claims=tuple(c for n, c in enumerate(told) if n not in claims))
    for number, problem in claims.items():
        draft = _noted(draft, file, told[number], problem.message)
    return draft


def _without_field(draft: Draft, refused: Diagnostic, file: str) -> Draft:
    """The draft with an unknown in place of a refused value of its head; of a list only the refused item goes."""
    head = dict(draft.head)
    if place := _PROVINCE.match(refused.spot.field):
        keys = list(head["provinces"][place[1]])
        lost = f"tỉnh, thành {keys.pop(int(place[2]) - 1)}"
        head["provinces"] = {**head["provinces"], place[1]: keys}
    else:
        name = refused.spot.field.partition("[")[0]
        lost = f"{name} {head.pop(name, '')}"
        if name in ("published", "publisher", "url"):
            head[name] = None
        if name == "published":
            head = {k: v for k, v in head.items() if not k.startswith("published_")}
    note = diagnose("ingest-not-recorded", Spot(file, field=refused.spot.field), fact=lost, problem=refused.message)
    return replace(draft, head=head, notes=(*draft.notes, note.message), diagnostics=(*draft.diagnostics, note))


def _noted(draft: Draft, file: str, claim: Claim, problem: str) -> Draft:
    note = diagnose("ingest-not-recorded", Spot(file, field=claim.list), fact=claim.sentence, problem=problem)
    return replace(draft, notes=(*draft.notes, note.message), diagnostics=(*draft.diagnostics, note))


def _plain(sentence: str) -> str:
    """The sentence on one line, without what a summary would read as a link."""
    return " ".join(sentence.replace("](", "] (").split()).rstrip(".")
