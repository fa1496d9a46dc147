"""Makes the draft of an extraction; what the rules of parsed articles refuse goes to the editor's note."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from generator.diagnostics import Diagnostic, Severity, Spot, diagnose
from generator.ingest.doubts import doubts
from generator.ingest.drafting.claims import Claim, claims
from generator.ingest.drafting.draft import Draft, in_paragraphs
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

_PROVINCE = re.compile(r"provinces\.(subject|mention)\[(\d+)\]\Z")
_FIELD = re.compile(r"([a-z_]+)\[(\d+)\]")


def make_draft(extraction: Extraction, known: Known, *, today: date, file: str) -> Draft:
    """The draft of an extraction; every claim in it passes the checks of a parsed article."""
    registries = extraction.story.lexicon.registries
    key = province_keys(extraction, today)
    told = claims(extraction, known, key)
    draft = Draft(
        head=_head(extraction, today, key),
        claims=in_paragraphs(c for c in told if c.lost is None),
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
    """The draft without the values that the checks refuse; refused claims go to the notes."""
    for _ in range(len(draft.claims) + len(draft.head)):
        article, problems = _problems(draft, registries, today)
        refused = [d for d in problems if d.severity is Severity.ERROR and d.spot.field]
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
