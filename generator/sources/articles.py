"""Reads content/articles/<year>/<slug>.md into articles whose references are still as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator import edtf
from generator.diagnostics import Diagnostic, Spot, diagnose, field_name
from generator.files import remove_begun
from generator.locks import held_in
from generator.model import (
    Article,
    Basis,
    Change,
    DocumentClaim,
    EventClaim,
    Figure,
    Goal,
    Indicator,
    Place,
    PlatformClaim,
    Retraction,
    Review,
    Status,
    Target,
    TopicClaim,
)
from generator.sources.front_matter import SplitArticle, split
from generator.sources.front_matter_schema import ArticleFields, FactFields, RetractedFields
from generator.sources.line_table import line_of, line_table
from generator.sources.salvage import Kept
from generator.sources.validation import validate, validate_rest
from generator.sources.yaml_text import YamlText, parse_yaml
from generator.text import slug as slug_of

FACT_LISTS = (
    "topics",
    "events",
    "documents",
    "indicators",
    "targets",
    "platforms",
    "figures",
    "places",
)
_FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
_EDTF_FIELDS = ("date", "by", "period")


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """An article as loaded, with what link needs to say where a problem stands."""

    article: Article
    path: str
    lines: str
    """The line of each field, as a `line_table`."""
    paragraph_lines: tuple[int, ...]
    kept: Kept = field(default_factory=dict)

    def spot(self, *place: str | int) -> Spot:
        """The place of a field of the front matter."""
        path = place
        match place:
            case (str(name), int(number), *rest) if name in self.kept:
                path = place = (name, self.kept[name][number], *rest)
        line = line_of(self.lines, path)
        while path and line is None:
            path = path[:-1]
            line = line_of(self.lines, path)
        return Spot(self.path, line or 1, field_name(place))

    def paragraph_spot(self, number: int) -> Spot:
        """The place of a paragraph of the summary, counted from 1."""
        return Spot(self.path, self.paragraph_lines[number - 1], f"đoạn {number}")


def article_paths(project: Path) -> list[Path]:
    """The article files of a project, in the order of their paths."""
    root = project / "content" / "articles"
    found = (p for p in root.rglob("*.md") if p.is_file() and not p.name.startswith("."))
    return sorted(found, key=lambda p: p.relative_to(root).as_posix())


@contextmanager
def writing_articles(project: Path) -> Iterator[None]:
    """Write articles while nobody else does; raises Held. What a killed process began is removed first."""
    with held_in(project, "content"):
        remove_begun(project / "content" / "articles")
        yield


ReadArticle = Callable[[bytes, str], tuple[SourceArticle | None, list[Diagnostic]]]


def load_articles(
    project: Path, paths: Iterable[Path] | None = None, read: ReadArticle | None = None
) -> tuple[list[SourceArticle], list[Diagnostic]]:
    """Read the article files (default: all); of a file with errors comes what is left to check, if anything.

    `read` stands for read_article, where some are known already.
    """
    sources: list[SourceArticle] = []
    found: list[Diagnostic] = []
    if paths is None:
        paths = article_paths(project)
        found += _unread(project)
    for path in paths:
        source, problems = (read or read_article)(path.read_bytes(), path.relative_to(project).as_posix())
        found += problems
        if source is not None:
            sources.append(source)
    return sources, found


def _unread(project: Path) -> list[Diagnostic]:
    root = project / "content" / "articles"
    others = sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".md" and not p.name.startswith("."))
    return [diagnose("unread-file", Spot(p.relative_to(project).as_posix())) for p in others]


def read_article(raw: bytes, path: str) -> tuple[SourceArticle | None, list[Diagnostic]]:
    """Read the bytes of one article file; `path` is relative to the project and names the article."""
    slug = Path(path).stem
    found = (
        []
        if _FILE_NAME.match(slug)
        else [diagnose("bad-file-name", Spot(path), name=slug, better=slug_of(slug) or "bai-moi")]
    )
    parts, problems = split(raw, path)
    found += problems
    if parts is None:
        return None, found
    parsed = parse_yaml(parts.yaml, parts.yaml_line)
    if parsed.value is None and not parsed.problems:
        parsed = YamlText({}, parsed.lines)
    source, problems = article_of(parsed, parts, path)
    return source, [*found, *problems]


def article_of(parsed: YamlText, parts: SplitArticle, path: str) -> tuple[SourceArticle | None, list[Diagnostic]]:
    """The article that a front matter and the summary of a file make, and what is wrong with them."""
    slug = Path(path).stem
    fields, found = validate(ArticleFields, parsed, path)
    kept: Kept = {}
    if fields is None:
        fields, kept, problems = validate_rest(ArticleFields, parsed, path)
        found += problems
    if fields is None:
        return None, found
    article = _article(slug, fields, parts.paragraphs)
    source = SourceArticle(article, path, line_table(parsed.lines), parts.paragraph_lines, kept)
    if parts.paragraphs:
        found += _paragraph_numbers(source)
    return source, found


def _paragraph_numbers(source: SourceArticle) -> list[Diagnostic]:
    article, last = source.article, len(source.article.paragraphs)
    return [
        diagnose("paragraph-out-of-range", source.spot(name, fact.index, "at"), at=fact.at, last=last)
        for name in FACT_LISTS
        for fact in getattr(article, name)
        if fact.at > last
    ]


def _article(slug: str, fields: ArticleFields, paragraphs: tuple[str, ...]) -> Article:
    return Article(
        slug=slug,
        title=fields.title,
        heading=fields.heading,
        published=edtf.parse(fields.published) if fields.published else None,
        published_time=fields.published_time,
        published_basis=Basis(fields.published_basis),
        published_reason=fields.published_reason,
        publisher=fields.publisher,
        url=fields.url,
        authors=tuple(fields.authors),
        review=Review(fields.review),
        added=date.fromisoformat(fields.added),
        changes=tuple(Change(date=date.fromisoformat(c.date), text=c.text) for c in fields.changes),
        former_slugs=tuple(fields.former_slugs),
        subjects=tuple(fields.provinces.subject),
        mentions=tuple(fields.provinces.mention),
        paragraphs=paragraphs,
        note=fields.note,
        editor_note=fields.editor_note,
        source=fields.source,
        retracted=_retraction(fields.retracted),
        topics=tuple(TopicClaim(**_fact(slug, i, f)) for i, f in enumerate(fields.topics)),
        events=tuple(EventClaim(**_fact(slug, i, f)) for i, f in enumerate(fields.events)),
        documents=tuple(DocumentClaim(**_fact(slug, i, f)) for i, f in enumerate(fields.documents)),
        indicators=tuple(Indicator(**_fact(slug, i, f)) for i, f in enumerate(fields.indicators)),
        targets=tuple(Target(**_fact(slug, i, f)) for i, f in enumerate(fields.targets)),
        platforms=tuple(PlatformClaim(**_fact(slug, i, f)) for i, f in enumerate(fields.platforms)),
        figures=tuple(Figure(**_fact(slug, i, f)) for i, f in enumerate(fields.figures)),
        places=tuple(Place(**_fact(slug, i, f)) for i, f in enumerate(fields.places)),
    )


def _retraction(fields: RetractedFields | None) -> Retraction | None:
    return Retraction(on=date.fromisoformat(fields.on), reason=fields.reason) if fields else None


def _fact(slug: str, index: int, fields: FactFields) -> dict[str, Any]:
    """The model's arguments for a fact: the fields by name, dates read, references renamed."""
    values = fields.model_dump()
    values["article"], values["index"] = slug, index
    values["basis"] = Basis(values["basis"])
    for name in _EDTF_FIELDS:
        if values.get(name):
            values[name] = edtf.parse(values[name])
    if "index" in type(fields).model_fields:
        values["index_id"], values["index"] = fields.index, index  # type: ignore[attr-defined]
    if values.get("goal"):
        goal = values["goal"]
        values["goal"] = Goal(index_id=goal["index"], measure=goal["measure"], rank=goal["rank"])
    for name in ("provinces", "evidence"):
        if values.get(name) is not None:
            values[name] = tuple(values[name])
    if values.get("status"):
        values["status"] = Status(values["status"])
    return values
