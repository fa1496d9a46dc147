"""What is fuzzed: each target reads any bytes, and raises nothing but what is a bug."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.build import files
from generator.characters import visible
from generator.check import check
from generator.diagnostics import MOST_SHOWN, catalogue, human
from generator.ingest.extract import extract
from generator.ingest.lexicon import Lexicon
from generator.ingest.reading.read import read_bytes
from generator.sources.articles import read_article
from generator.sources.registries import load_registries
from generator.sources.yaml_text import parse_yaml
from tests.fuzz.registries import changed, write
from tests.project import ADDRESS, BASE, ROOT, TODAY, assemble

ARTICLE = BASE / "content/articles/2022/bac-kan-hop-ban-chi-dao.md"
PUBLISHERS = BASE / "site_config/publishers.yml"


def article(data: bytes) -> None:
    """An article file: diagnostics that the manual knows, and no sign in them that commands a terminal."""
    _, found = read_article(data, "content/articles/2022/bai.md")
    assert {d.code for d in found} <= set(catalogue())
    assert visible(human(found)) == human(found)


def registry(data: bytes) -> None:
    """The YAML of a registry: problems of YAML alone."""
    parsed = parse_yaml(data.decode("utf-8", "replace"))
    assert {problem.code for problem in parsed.problems} <= {"yaml-error", "duplicate-key"}


def registries(data: bytes) -> None:
    """Registries with changes that the bytes choose: short diagnostics, or every file of a portal and not too much."""
    project = _project()
    size = write(changed(data), project)
    checked = check(project, today=TODAY, drafts=len(data) % 2 == 1)
    report = human(checked.diagnostics)
    assert {d.code for d in checked.diagnostics} <= set(catalogue())
    assert visible(report) == report
    assert len(report) <= 4 * MOST_SHOWN * (len(checked.diagnostics) + 1)
    assert len(checked.diagnostics) <= size
    if checked.library is not None:
        made = [content for content in files(checked, ADDRESS).values() if not callable(content)]
        assert sum(map(len, made)) <= 500 * size


def raw_text(data: bytes) -> None:
    """A raw article in plain text."""
    raw(data, "a.txt")


def raw_page(data: bytes) -> None:
    """A raw article as a web page."""
    raw(data, "a.html")


def raw(data: bytes, name: str) -> None:
    """A raw article in a file of this name."""
    read, found = read_bytes(data, name)
    assert {d.code for d in found} <= set(catalogue())
    if read is not None:
        extract(read, _lexicon())


def self_test(data: bytes) -> None:
    """Raises for what an input can become that is led to it: to see that exceptions are found."""
    if data[:1] == b"%":
        raise ValueError("found")


@cache
def _project() -> Path:
    folder = tempfile.mkdtemp(prefix="portal-fuzz-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return assemble(Path(folder))


@cache
def _lexicon() -> Lexicon:
    known, _ = load_registries(ROOT)
    assert known is not None
    return Lexicon(known)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "article": article,
    "registry": registry,
    "registries": registries,
    "raw-text": raw_text,
    "raw-page": raw_page,
}


def named(target: str) -> Callable[[bytes], None]:
    """A target by its name; raises KeyError."""
    return self_test if target == "self-test" else TARGETS[target]


def seeds(target: str) -> list[bytes]:
    """What a target begins with: something that it reads without a problem."""
    if target == "article":
        return [ARTICLE.read_bytes()]
    if target == "self-test":
        return [b"!"]
    if target == "registries":
        return [bytes(range(start, start + 20)) for start in range(0, 200, 20)]
    if target == "registry":
        return [PUBLISHERS.read_bytes()]
    told = "Bắc Kạn, ngày 10/10/2022. Kế hoạch số 148/KH-UBND xếp tỉnh hạng 5 về DTI.\n\n" * 3
    page = f"<html><head><title>Bắc Kạn họp</title></head><body><article><p>{told}</p></article></body></html>"
    return [(page if target == "raw-page" else told).encode()]
