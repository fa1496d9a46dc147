"""The tree is a function of the content: not of its normal form, its order, the folder or an earlier build."""

from __future__ import annotations

import random
import shutil
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from generator.build import generate
from generator.check import Checked, check
from generator.library.link import link
from generator.output.render import render
from generator.pages.all import all_pages, today_pages
from generator.sources.articles import article_paths, load_articles
from generator.sources.registries import load_registries
from tests.project import ADDRESS, ROOT, SEARCH_FILES, TODAY, tree_texts


def copy_content(target: Path) -> Path:
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def test_nfd_and_crlf_content_makes_the_same_tree(real_tree: dict[str, str], tmp_path: Path) -> None:
    project = copy_content(tmp_path)
    for path in [*project.rglob("*.yml"), *project.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        decomposed = unicodedata.normalize("NFD", text)
        path.write_bytes(decomposed.replace("\n", "\r\n").encode())
    checked = check(project, today=TODAY)
    assert checked.library is not None, checked.diagnostics
    assert tree_texts(checked) == real_tree


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_loading_does_not_matter(real: Checked, seed: int) -> None:
    registries, problems = load_registries(ROOT)
    assert registries is not None
    paths = article_paths(ROOT)
    random.Random(seed).shuffle(paths)
    sources, _ = load_articles(ROOT, paths)
    library, found = link(sources, registries, today=TODAY, drafts=False)
    assert sorted({*problems, *found}, key=lambda d: d.sort_key) == real.diagnostics
    assert render(all_pages(library, today=TODAY, preview=False)) == render(real.pages)


def test_two_builds_are_byte_identical_and_the_second_writes_nothing(real_tree: dict[str, str], tmp_path: Path) -> None:
    first = generate(ROOT, tmp_path / "a", address=ADDRESS, today=TODAY).written
    second = generate(copy_content(tmp_path / "elsewhere"), tmp_path / "b", address=ADDRESS, today=TODAY).written
    assert first == second
    assert first is not None
    drawn = [
        name for name in first.added if name.endswith((".png", ".gz")) or name.startswith((*SEARCH_FILES, "sitemap"))
    ]
    assert sorted(first.added) == sorted([*real_tree, *drawn])
    assert [n for n in drawn if (tmp_path / "a" / n).read_bytes() != (tmp_path / "b" / n).read_bytes()] == []
    for name, text in real_tree.items():
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() == text.encode()
    again = generate(ROOT, tmp_path / "a", address=ADDRESS, today=TODAY).written
    assert again is not None
    assert (again.added, again.changed, again.removed) == ((), (), ())


@pytest.mark.parametrize("days", [1, 30, 400])
def test_another_day_changes_only_the_named_pages(real: Checked, real_tree: dict[str, str], days: int) -> None:
    assert real.library is not None
    later = tree_texts(check(ROOT, today=TODAY + timedelta(days=days)))
    assert later.keys() == real_tree.keys()
    assert {name for name in later if later[name] != real_tree[name]} <= today_pages(real.library)


def test_texts_are_in_normal_form_and_tidy(real_tree: dict[str, str]) -> None:
    for name, text in real_tree.items():
        assert unicodedata.is_normalized("NFC", text), name
        assert text.endswith("\n"), name
        assert name.isascii(), name
        if name.endswith(".md"):
            assert not any(line != line.rstrip() for line in text.splitlines()), name


def test_every_dated_item_stands_on_a_line_of_its_own(real_tree: dict[str, str]) -> None:
    dated = '<span class="khi"'
    for path, text in real_tree.items():
        lines = [line for line in text.splitlines() if dated in line]
        assert all(line.startswith(f"- {dated}") and line.count(dated) == 1 for line in lines), path
    assert sum(text.count(dated) for text in real_tree.values()) > 300
