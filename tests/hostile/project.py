"""A project whose every free text is one of the given texts: the portal made of it, and what readers then get."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.sources.front_matter import split
from tests.project import ROOT, assemble

Record = dict[str, Any]
YEARS = (2021, 2022)
_PAIR = re.compile(r"\\ud[89ab]..\\ud[cdef]..")


def project_of(target: Path, texts: Sequence[str], review: str = "approved", on_every_page: str | None = None) -> Path:
    """Lay the texts over the base project: for each of them three articles and an entry of every registry.

    `on_every_page` is what the site says of itself, by default all the texts.
    """
    assemble(target)
    shutil.rmtree(target / "content/articles")
    for name in ("mkdocs.yml", "theme_overrides", "generator"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    for path, record in registries(texts, on_every_page).items():
        (target / path).write_text(as_yaml(record), encoding="utf-8")
    for number, text in enumerate(texts):
        _article(target, f"bai-{number:02}", titled(number, text) | {"review": review}, body(text))
        _article(target, f"bai-khac-{number:02}", untitled(number, text) | {"review": review}, body(text)[:1])
        _article(target, f"bai-rut-{number:02}", retracted(number, text) | {"review": review}, body(text)[:1])
    return target


def registries(texts: Sequence[str], on_every_page: str | None = None) -> dict[str, Record]:
    """Every registry file."""
    numbered = list(enumerate(texts))
    everything = " ".join(texts) if on_every_page is None else on_every_page
    return {
        "site_config/site.yml": {
            "name": everything,
            "tagline": everything,
            "about": everything,
            "unofficial": everything,
            "corrections": f"mailto:gop-y@cong-thu.example?subject={''.join(everything.split())}",
            "feed_authority": "cong-thu.example,2026",
            "regions": {f"vung-{n:02}": text for n, text in numbered},
            "regions_note": everything,
        },
        "site_config/topics.yml": {
            "topics": [{"id": f"chu-de-{n:02}", "name": t, "synonyms": [t, t], "about": t} for n, t in numbered]
        },
        "site_config/publishers.yml": {
            "publishers": [{"id": f"noi-{n:02}", "name": t, "kind": "press"} for n, t in numbered]
        },
        "site_config/provinces.yml": {"provinces": [_province(n, t) for n, t in numbered]},
        "site_config/event_series.yml": {"series": [_series(n, t) for n, t in numbered]},
        "site_config/indices.yml": {
            "indices": [_index("dti", texts[0], YEARS), *(_index(f"cs-{n:02}", t, YEARS[:1]) for n, t in numbered)]
        },
        "content/events.yml": {
            "events": [{"id": f"su-kien-{n:02}", "name": t, "former_slugs": [f"ten-cu-{n:02}"]} for n, t in numbered]
        },
    }


def _province(number: int, text: str) -> Record:
    """Two units of one name, as with Bắc Ninh."""
    key = f"tinh-{number:02}"
    kinds = [{"kind": "tinh"}, {"kind": "thanh-pho", "since": "2026-01-01", "by": text}]
    return {
        "slug": key,
        "name": text,
        "english": text,
        "region": f"vung-{number:02}",
        "variants": [text],
        "former_slugs": [f"ten-cu-{number:02}"],
        "units": [
            {"id": f"{key}-truoc", "code": text, "until": "2025-06-30", "kinds": kinds[:1],
             "successor": f"{key}-sau", "by": text},
            {"id": f"{key}-sau", "code": text, "since": "2025-07-01", "kinds": kinds},
        ],
    }  # fmt: skip


def _series(number: int, text: str) -> Record:
    return {
        "id": f"ngay-{number:02}",
        "name": text,
        "province": f"tinh-{number:02}",
        "rule": "--10-10",
        "since_year": 2021,
        "document": f"van-ban-{number:02}",
        "years": [{"year": 2022, "theme": text, "article": f"bai-{number:02}", "at": 1}],
    }


def _index(key: str, text: str, years: Sequence[int]) -> Record:
    groups = ("overall", "pillar", "component")
    return {
        "id": key,
        "name": text,
        "full_name": text,
        "about": text,
        "level": "national-and-provincial",
        "measures": [{"id": group, "name": text, "group": group} for group in groups],
        "tables": [{"id": "bang", "size": 63, "name": text, "as_of": "2024-12-31"}],
        "years": [{"year": year, "tables": ["bang"], "method_break": text} for year in years],
    }


def titled(number: int, text: str) -> Record:
    """The front matter of an article that tells of everything there is."""
    fact = {"at": 1, "basis": "inferred", "reason": text, "note": text}
    province = f"tinh-{number:02}"
    held = {"date": _day(2022, number), "theme": text, "place": text, "provinces": [province]}
    event = {"id": f"su-kien-{number:02}", "name": text, "kind": "meeting", "series": f"ngay-{number:02}"}
    document = {"id": f"van-ban-{number:02}", "kind": "Kế hoạch", "number": text, "issuer": text, "subject": text}
    return {
        "title": text,
        "published": _day(2023, number),
        "published_basis": "inferred",
        "published_reason": text,
        "publisher": f"noi-{number:02}",
        "url": f"https://bao.example/{number}/{address_part(text)}",
        "authors": [text, text],
        "added": "2026-11-20",
        "changes": [{"date": "2026-11-21", "text": text}],
        "former_slugs": [f"bai-cu-{number:02}"],
        "provinces": {"subject": [province], "mention": [f"tinh-{(number + 1) % 8:02}"]},
        "topics": [{"topic": f"chu-de-{number:02}", **fact}],
        "events": [
            {**event, **held, **fact},
            {"name": text, "kind": "observance", "series": f"ngay-{number:02}", "recurs": "--10-10", **fact},
        ],
        "documents": [{**document, "date": _day(2021, number), "province": province, **fact}],
        "indicators": [
            {"province": who, "index": index, "year": year, "measure": measure, "rank": number + 1, **fact}
            for who in (province, None)
            for index, years in (("dti", YEARS), (f"cs-{number:02}", YEARS[:1]))
            for year in years
            for measure in ("overall", "pillar")
        ],
        "targets": [
            {"province": province, "by": "2025", "text": text,
             "goal": {"index": "dti", "measure": "overall", "rank": 3}, **fact}
        ],
        "platforms": [{"id": f"nen-tang-{number:02}", "name": text, "kind": "app", "provinces": [province], **fact}],
        "figures": [{"province": province, "label": text, "value": 5, "unit": text, "period": "2022", **fact}],
        "places": [{"name": text, "within": text, "province": province, **fact}],
        "note": text,
        "editor_note": text,
    }  # fmt: skip


def untitled(number: int, text: str) -> Record:
    """The front matter of an article under our own heading, which contradicts the first."""
    province = f"tinh-{number:02}"
    event = {"id": f"su-kien-{number:02}", "name": text, "kind": "meeting", "date": _day(2024, number)}
    rank = {"province": province, "index": "dti", "year": 2022, "measure": "overall", "rank": number + 2}
    figure = {"province": province, "label": text, "value": 6, "unit": text, "period": "2022"}
    return {
        "title": None,
        "heading": text,
        "published": None,
        "publisher": None,
        "url": None,
        "added": "2026-11-19",
        "provinces": {"subject": [province]},
        "events": [{**event, "theme": f"{text} khác", "part_of": f"su-kien-{(number + 1) % 8:02}", "at": 1}],
        "documents": [{"id": f"van-ban-{number:02}", "number": f"{text} khác", "date": _day(2020, number), "at": 1}],
        "indicators": [{**rank, "basis": "derived", "reason": text, "at": 1}],
        "figures": [{**figure, "at": 1}],
    }


def retracted(number: int, text: str) -> Record:
    """The front matter of an article that was taken back, with an event that nobody else tells."""
    return {
        "title": text,
        "published": None,
        "publisher": f"noi-{number:02}",
        "url": None,
        "added": "2026-11-19",
        "former_slugs": [f"bai-rut-cu-{number:02}"],
        "retracted": {"on": "2026-11-21", "reason": text},
        "provinces": {"subject": [f"tinh-{number:02}"]},
        "events": [
            {"id": f"su-kien-rut-{number:02}", "name": text, "kind": "meeting", "date": _day(2022, number), "at": 1}
        ],
    }


def _day(year: int, number: int) -> str:
    """A day of its own for each text: things of one day stand in the order of their names."""
    return f"{year}-{number % 12 + 1:02}-{number // 12 + 2:02}"


def body(text: str) -> list[str]:
    """Paragraphs of a summary that hold the text, as far as a summary may: a link in it would be one."""
    plain = " ".join(text.replace("](", "] (").split())
    inner = plain.replace("[", "").replace("]", "")
    refused = split(f"---\n---\n{plain}\n".encode(), "")[1]
    return [
        f"Đoạn này nói {plain} rồi hết.",
        f"Xem [{inner}](/tinh/tinh-00/), {plain} và [{inner} đây](https://bay.example/{address_part(inner)}) nữa.",
        f"… {plain}" if refused else plain,
        f"“{plain}”",
    ]


def address_part(text: str) -> str:
    """The text as an editor might paste it into an address: no blanks, and no bracket that ends a Markdown link."""
    return "".join(c for c in text if not c.isspace() and c not in "()[]")


def as_yaml(record: Record) -> str:
    """JSON as YAML reads it: libyaml knows no pairs of surrogates."""
    return _PAIR.sub(lambda pair: json.loads(f'"{pair[0]}"'), json.dumps(record))


def _article(project: Path, slug: str, record: Record, paragraphs: list[str]) -> None:
    path = project / "content/articles/2023" / f"{slug}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{as_yaml(record)}\n---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
