"""What ingest finds in raw articles, against gold: our own samples above floors, the seeds exactly."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.edtf import parse, parse_recurring
from generator.registry import Registries
from generator.sources.registries import load_registries
from generator.vocabulary import DOCUMENT_KINDS, EVENT_KINDS
from tests.ingest.score import FLOORS, SAMPLES, Scored, score, seeds_folder
from tests.ingest.scoring.fields import NAMES
from tests.ingest.scoring.gold import ANY, GoldArticle, samples, seeds
from tests.ingest.scoring.match import Verdict
from tests.ingest.scoring.report import file_table, made_up_lines, totals
from tests.ingest.scoring.texts import numbers, squeezed
from tests.project import ROOT

ARTICLES = samples(SAMPLES)
ENCODINGS = {"utf16": "utf-16", "cp1258": "cp1258"}
KEYS = {*NAMES, "provinces"} - {"subject", "mention"}
FOLDER = seeds_folder()

each_sample = pytest.mark.parametrize("article", ARTICLES, ids=[article.path.stem for article in ARTICLES])


@cache
def scored_samples() -> Scored:
    return score(ARTICLES)


@cache
def registries() -> Registries:
    found, _ = load_registries(ROOT)
    assert found
    return found


def test_there_are_enough_samples_of_each_kind() -> None:
    kinds = [article.path.suffix for article in ARTICLES]
    assert len(kinds) >= 30
    assert kinds.count(".html") >= 10
    assert kinds.count(".txt") >= 20


@pytest.mark.parametrize("field", NAMES)
def test_samples_reach_the_floor(field: str) -> None:
    scored = scored_samples()
    (total,) = (t for t in totals(scored) if t.field == field)
    wrong = {
        name: [r for r in found if r.field == field and not _is_right(r.verdict)] for name, found in scored.items()
    }
    tables = "\n".join(file_table(name, found) for name, found in wrong.items() if found)
    assert total.f1 >= FLOORS["samples"][field], f"F1 {total.f1:.3f}\n{tables}"


def test_few_values_are_told_where_gold_says_null() -> None:
    lines = made_up_lines(scored_samples())
    assert len(lines) <= FLOORS["samples"]["made_up"], "\n".join(lines)


@pytest.mark.skipif(FOLDER is None, reason="PORTAL_SEEDS does not name the folder of the seeds")
@pytest.mark.parametrize("article", seeds(FOLDER) if FOLDER else [], ids=lambda article: article.name.split("_")[0])
def test_seeds_are_exact(article: GoldArticle) -> None:
    (found,) = score([article]).values()
    wrong = [row for row in found if not _is_right(row.verdict)]
    assert not wrong, "\n" + file_table(article.name, wrong)


def _is_right(verdict: Verdict) -> bool:
    return verdict in (Verdict.OK, Verdict.FREE)


def test_the_setting_for_the_seeds_leads_somewhere() -> None:
    setting = os.environ.get("PORTAL_SEEDS")
    assert not setting or (Path(setting) / "seeds").is_dir()


def entry(article: GoldArticle) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(article.path.with_suffix(".yml").read_text(encoding="utf-8"))
    return found


def source(article: GoldArticle) -> str:
    """The text of a sample, without the reader of ingest."""
    name = article.path.stem.rpartition("-")[2]
    text = unicodedata.normalize("NFC", article.path.read_bytes().decode(ENCODINGS.get(name, "utf-8")))
    if article.path.suffix == ".html":
        text = unescape(_without_tags(text))
    return squeezed(text)


def _without_tags(text: str) -> str:
    return "".join(part.partition(">")[2] if i else part for i, part in enumerate(text.split("<")))


@each_sample
def test_gold_has_every_field_and_no_other(article: GoldArticle) -> None:
    assert set(entry(article)) == KEYS


@each_sample
def test_gold_quotes_the_source(article: GoldArticle) -> None:
    text = source(article)
    words = [[word] for word in entry(article)["noise"]]
    words += [[w for w in fact.wanted["value"] if w] for fact in article.facts["platforms"]]
    words += [[d["number"]] for d in entry(article)["documents"] if d["number"]]
    assert [options for options in words if not any(squeezed(w) in text for w in options)] == []


@each_sample
def test_gold_dates_stand_in_the_order_of_the_source(article: GoldArticle) -> None:
    text, position = source(article), 0
    for words, *_ in entry(article)["dates"]:
        assert words in text[position:], words
        position = text.index(words, position) + len(words)


@each_sample
def test_gold_numbers_stand_in_the_source(article: GoldArticle) -> None:
    told = set(numbers(source(article)))
    facts = (*article.facts["figures"], *article.facts["targets"])
    assert [n for fact in facts for n in numbers(fact.wanted["text"][0] or "") if n not in told] == []


@each_sample
def test_gold_uses_the_words_of_the_registries(article: GoldArticle) -> None:
    provinces = {name.name for name in registries().provinces.values()} | {None, *ANY}
    indices = {index.name: {m.name for m in index.measures.values()} for index in registries().indices.values()}
    topics = {topic.name for topic in registries().topics.values()}
    for role in ("subject", "mention"):
        assert {value for fact in article.facts[role] for value in fact.wanted["value"]} <= provinces
    for sort in ("indicators", "figures", "targets"):
        assert {value for fact in article.facts[sort] for value in fact.wanted["province"]} <= provinces
    assert {v for fact in article.facts["topics"] for v in fact.wanted["value"]} <= topics
    assert {v for fact in article.facts["events"] for v in fact.wanted["kind"]} <= set(EVENT_KINDS)
    assert {v for fact in article.facts["documents"] for v in fact.wanted["kind"]} <= set(DOCUMENT_KINDS)
    for fact in article.facts["indicators"]:
        (index,), (measure,) = fact.wanted["index"], fact.wanted["measure"]
        assert measure in indices[str(index)]


@each_sample
def test_gold_dates_are_edtf(article: GoldArticle) -> None:
    facts = [(f, n) for n in ("published", "dates", "events", "documents", "targets") for f in article.facts[n]]
    for fact, _ in facts:
        for name in ("edtf", "date", "by"):
            for value in fact.wanted.get(name, ()):
                if value and value not in ANY:
                    parse_recurring(value) if value.startswith("--") else parse(value)
