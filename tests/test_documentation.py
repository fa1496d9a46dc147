"""The documentation against the code: its example loads, its tables are complete, its links lead somewhere."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import ModuleType

import click
import pytest
from pydantic import BaseModel

from generator.cli import main
from generator.diagnostics import human_block
from generator.edtf import date_vi, parse
from generator.library.references import resolve_references
from generator.model import Status
from generator.sources import front_matter_schema, registry_schema
from generator.sources.articles import SourceArticle, read_article
from generator.sources.field_types import Strict
from generator.sources.front_matter_schema import ArticleFields
from generator.sources.registries import load_registries
from generator.sources.yaml_text import parse_yaml
from generator.vocabulary import (
    BASIS_VI,
    DOCUMENT_KINDS,
    EVENT_KINDS,
    PLATFORM_KINDS,
    PROVINCE_KINDS,
    PUBLISHER_KINDS,
    QUALIFIERS,
)
from tests.project import ROOT

GUIDE = (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [
    ROOT / name
    for name in (
        *("README.md", "HUONG-DAN.md", "ARCHITECTURE.md", "CHANGELOG.md"),
        *("docs/dang-trang.md", "docs/escaping.md", "docs/reliability.md"),
    )
]
DOCUMENTS += DECISIONS
EXAMPLE_PATH = "content/articles/2022/quang-ngai-to-chuc-ngay-chuyen-doi-so-quoc-gia-2022.md"
FILES: dict[str, type[BaseModel]] = {
    "# content/events.yml": registry_schema.EventsFile,
    "# site_config/publishers.yml": registry_schema.PublishersFile,
    "# site_config/topics.yml": registry_schema.TopicsFile,
}
OF_OTHER_TOOLS = {"# .pre-commit-config.yaml"}


def example() -> str:
    """The full article of the guide."""
    found = re.search(r"^````markdown\n(.*?)^````$", GUIDE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def read(text: str) -> SourceArticle:
    source, problems = read_article(text.encode(), EXAMPLE_PATH)
    assert problems == []
    assert source
    return source


def test_the_example_loads_and_its_references_resolve() -> None:
    registries, _ = load_registries(ROOT)
    assert registries
    _, problems = resolve_references(read(example()), registries)
    assert problems == []


def test_the_message_shown_is_the_one_of_the_mistake() -> None:
    registries, _ = load_registries(ROOT)
    assert registries
    wrong = example().replace("subject: [quang-ngai]", "subject: [quang-nagi]")
    _, problems = resolve_references(read(wrong), registries)
    assert f"```text\n{human_block(problems[0])}\n```" in GUIDE


def yaml_blocks() -> list[str]:
    """The YAML fragments of the guide, without the indentation they have inside lists."""
    found = re.findall(r"^( *)```yaml\n(.*?)^ *```$", GUIDE, re.DOTALL | re.MULTILINE)
    return [re.sub(rf"^{indent}", "", block, flags=re.MULTILINE) for indent, block in found]


@pytest.mark.parametrize("block", yaml_blocks(), ids=lambda block: block.partition("\n")[0])
def test_every_fragment_is_valid(block: str) -> None:
    value = parse_yaml(block).value
    name = block.partition("\n")[0]
    if name in OF_OTHER_TOOLS:
        return
    if model := FILES.get(name):
        model.model_validate(value)
        return
    whole = parse_yaml(example().split("---\n")[1]).value
    ArticleFields.model_validate(whole | value)


def fields(module: ModuleType) -> set[str]:
    """The names of all fields of the module's models."""
    models = [m for _, m in inspect.getmembers(module, inspect.isclass) if issubclass(m, BaseModel) and m is not Strict]
    return {name for model in models for name in model.model_fields}


def missing(words: set[str]) -> list[str]:
    return sorted(word for word in words if f"`{word}`" not in GUIDE)


def test_every_key_is_explained() -> None:
    assert missing(fields(front_matter_schema)) == []
    assert missing(fields(registry_schema)) == []


def test_every_word_of_the_closed_lists_is_explained() -> None:
    assert missing({*EVENT_KINDS, *PLATFORM_KINDS, *PUBLISHER_KINDS, *PROVINCE_KINDS, *BASIS_VI, *Status}) == []
    assert [word for word in (*DOCUMENT_KINDS, *QUALIFIERS) if word not in GUIDE] == []


def test_every_measure_of_dti_is_named() -> None:
    registries, _ = load_registries(ROOT)
    assert registries
    assert missing(set(registries.indices["dti"].measures)) == []


def test_the_names_of_two_units_are_counted() -> None:
    registries, _ = load_registries(ROOT)
    assert registries
    twice = [name for name in registries.provinces.values() if len(name.units) == 2]
    assert f"Có {len(twice)} tên dùng cho cả hai thời" in GUIDE


def test_the_dates_read_as_shown() -> None:
    rows = re.findall(r'^\| `"([^"]+)"` \| [^|]+ \| ([^|]+) \|$', GUIDE, re.MULTILINE)
    assert len(rows) > 10
    assert [(text, date_vi(parse(text))) for text, _ in rows] == rows


def anchor(heading: str) -> str:
    """The anchor a forge gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {anchor(h) for h in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_and_headings_that_exist(path: Path) -> None:
    text = re.sub(r"^( *)(`{3,}).*?^ *\2$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"`[^`\n]*`", "", text)
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("http://", "https://")):
            continue
        name, _, heading = target.partition("#")
        file = path.parent / name if name else path
        if not file.exists() or (heading and heading not in anchors(file)):
            dead.append(target)
    assert dead == []


def test_the_readme_names_every_make_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert set(re.findall(r"^\| `make ([a-z-]+)` ", README, re.MULTILINE)) == targets


def test_the_readme_names_every_command() -> None:
    assert isinstance(main, click.Group)
    assert set(re.findall(r"^\| `portal ([a-z]+)` ", README, re.MULTILINE)) == set(
        main.list_commands(click.Context(main))
    )


def test_the_readme_stays_short() -> None:
    assert len(README.splitlines()) <= 120


def test_decisions_are_numbered_and_short() -> None:
    assert [path.name[:4] for path in DECISIONS] == [f"{n:04d}" for n in range(1, len(DECISIONS) + 1)]
    assert [path.name for path in DECISIONS if len(path.read_text(encoding="utf-8").splitlines()) > 30] == []


def test_the_architecture_names_every_module_or_its_folder() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([a-z_/]+(?:\.py|/))` \|", text, re.MULTILINE))
    package = ROOT / "generator"
    modules = {p.relative_to(package).as_posix() for p in package.rglob("*.py") if p.name != "__init__.py"}
    folders = {name for name in named if name.endswith("/")}
    in_folder = {m for m in modules if f"{m.rpartition('/')[0]}/" in folders}
    assert named - folders == modules - in_folder
    assert folders == {f"{m.rpartition('/')[0]}/" for m in in_folder}
