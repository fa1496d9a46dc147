"""The law of it: whatever was edited, the tree made from the last run is, byte for byte, the tree made anew."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build import generate
from generator.incremental.run import Run, cache_of
from generator.output import write
from tests.corpus.articles import article
from tests.corpus.project import write_project
from tests.project import ADDRESS, TODAY

SEED, FIRST = 5, 130
ROUNDS = 8


class Editor:
    """Edits the articles of a project at random."""

    def __init__(self, project: Path) -> None:
        self.chance = random.Random(11)
        self.articles = project / "content/articles"
        self.number = FIRST

    def any(self) -> Path:
        return self.chance.choice(sorted(self.articles.rglob("*.md")))

    def add(self) -> None:
        made = article(SEED, self.number)
        self.number += 1
        path = self.articles / made.path
        path.parent.mkdir(exist_ok=True)
        path.write_text(made.text, encoding="utf-8")

    def retitle(self) -> None:
        self._replace("\ntitle: ", "\ntitle: Nhan đề khác của ")

    def say_more(self) -> None:
        path = self.any()
        path.write_text(path.read_text(encoding="utf-8") + "\nThêm một đoạn nữa.\n", encoding="utf-8")

    def redate(self) -> None:
        path = self.any()
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r'(\npublished: "\d{4}-\d\d)-\d\d"', r'\1"', text), encoding="utf-8")

    def withdraw(self) -> None:
        self._replace("\nreview: approved", "\nreview: draft")

    def retract(self) -> None:
        self._replace(
            "\nreview: approved", '\nretracted: {on: "2026-11-21", reason: Gỡ theo yêu cầu.}\nreview: approved'
        )

    def undo_retracting(self) -> None:
        path = self.chance.choice(
            [p for p in sorted(self.articles.rglob("*.md")) if "\nretracted" in p.read_text()] or [self.any()]
        )
        path.write_text(re.sub(r"\nretracted: .*", "", path.read_text(encoding="utf-8")), encoding="utf-8")

    def delete(self) -> None:
        self.any().unlink()

    def touch(self) -> None:
        self.any().touch()

    def rename(self) -> None:
        path = self.any()
        path.rename(path.with_stem(f"{path.stem[:40].rstrip('-')}-{self.number}"))

    def _replace(self, old: str, new: str) -> None:
        path = self.any()
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def differing(a: dict[str, bytes], b: dict[str, bytes]) -> list[str]:
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(FIRST, tmp_path / "p", SEED)
    (tmp_path / "p/build/docs/.gitignore").unlink()
    return tmp_path / "p"


def run(project: Path, today: date = TODAY) -> Run:
    return generate(project, project / "build/docs", address=ADDRESS, today=today)


def anew(project: Path, today: date = TODAY) -> dict[str, bytes]:
    """Into the same folder each time, so that what is drawn need not be drawn again."""
    target = project.parent / "anew"
    made = generate(project, target, address=ADDRESS, today=today)
    assert made.written is not None, made.diagnostics
    assert made.remade is None
    return tree(target)


def test_any_edits(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.output.sitemap.WHOLE", 300)
    monkeypatch.setattr("generator.output.sitemap.PART", 60)
    run(project)
    editor, today = Editor(project), TODAY
    edits: list[Callable[[], None]] = [
        editor.add, editor.add, editor.retitle, editor.say_more, editor.redate,
        editor.withdraw, editor.delete, editor.touch, editor.rename,
        editor.retract, editor.retract, editor.undo_retracting,
    ]  # fmt: skip
    remembered = 0
    for number in range(ROUNDS):
        for edit in editor.chance.sample(edits, editor.chance.randint(1, 3)):
            edit()
        today += timedelta(days=number % 4 == 3)
        made = run(project, today)
        assert made.written is not None, made.diagnostics
        remembered += made.remade is not None
        assert differing(tree(project / "build/docs"), anew(project, today)) == []
    assert remembered > ROUNDS // 2  # the others raised a doubt


def test_a_run_without_a_change_makes_nothing(project: Path) -> None:
    first = run(project).written
    again = run(project)
    assert first is not None
    assert again.remade is not None
    assert again.remade.count == 0
    assert again.written is not None
    assert (again.written.added, again.written.changed, again.written.removed) == ((), (), ())
    assert again.written.unchanged == len(first.added)


def test_one_article_concerns_few_products(project: Path) -> None:
    run(project)
    Editor(project).add()
    made = run(project)
    assert made.remade is not None
    assert 20 < made.remade.count < 160


@pytest.mark.parametrize(
    "harm", ["file gone", "file changed", "cache gone", "cache cut", "cache spoilt", "search cut", "foreign file"]
)
def test_what_was_harmed_is_made_anew(project: Path, harm: str) -> None:
    run(project)
    docs, cache = project / "build/docs", cache_of(project, project / "build/docs")
    Editor(project).add()
    match harm:
        case "file gone":
            (docs / "index.md").unlink()
        case "file changed":
            (docs / "index.md").write_text("khác", encoding="utf-8")
        case "cache gone":
            shutil.rmtree(cache)
        case "cache cut":
            kept = cache / "kept.db"
            kept.write_bytes(kept.read_bytes()[:5000])
        case "cache spoilt":
            kept = cache / "kept.db"
            raw = kept.read_bytes()
            kept.write_bytes(raw[:12288] + bytes(len(raw) - 12288))
        case "search cut":
            kept = cache / "search.db"
            kept.write_bytes(kept.read_bytes()[:5000])
        case "foreign file":
            (docs / "la.txt").write_text("lạ", encoding="utf-8")
    run(project)
    assert differing(tree(docs), anew(project)) == []


class Interrupted:
    """Writes so many files, and then is interrupted."""

    def __init__(self, files: int) -> None:
        self.left = files

    def __call__(self, target: Path, name: str, content: write.Content, existing: dict[str, object]) -> str:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return write.put(target, name, content, existing)


@pytest.mark.parametrize("files", [0, 1, 30])
def test_an_interrupted_run_is_mended_by_the_next(project: Path, monkeypatch: pytest.MonkeyPatch, files: int) -> None:
    run(project)
    Editor(project).add()
    with monkeypatch.context() as patched:
        patched.setattr("generator.incremental.generation.put", Interrupted(files))
        with pytest.raises(KeyboardInterrupt):
            run(project)
    run(project)
    assert differing(tree(project / "build/docs"), anew(project)) == []


def test_settings_are_followed(project: Path) -> None:
    run(project)
    site = project / "site_config/site.yml"
    site.write_text(site.read_text(encoding="utf-8").replace("\ntagline: ", "\ntagline: Mới. "), encoding="utf-8")
    run(project)
    assert differing(tree(project / "build/docs"), anew(project)) == []


def test_an_error_changes_nothing_and_is_told_again(project: Path) -> None:
    run(project)
    before = tree(project / "build/docs")
    broken = Editor(project).any()
    good = broken.read_text(encoding="utf-8")
    broken.write_text(good.replace("\nadded:", "\nadde:"), encoding="utf-8")
    for _ in range(2):
        made = run(project)
        assert made.written is None
        assert {d.code for d in made.diagnostics if d.spot.path.endswith(broken.name)} == {"unknown-key", "missing-key"}
        assert tree(project / "build/docs") == before
    broken.write_text(good, encoding="utf-8")
    mended = run(project)
    assert mended.remade is not None
    assert mended.written is not None
    assert mended.written.changed == ()


def test_two_articles_that_do_not_agree_are_found(project: Path) -> None:
    run(project)
    first, second = sorted((project / "content/articles").rglob("*.md"))[:2]
    text = first.read_text(encoding="utf-8")
    second.write_text(text, encoding="utf-8")
    made = run(project)
    assert made.written is None
    assert "same-address" in {d.code for d in made.diagnostics} or "same-title-and-date" in {
        d.code for d in made.diagnostics
    }


def test_names_that_differ_are_warned_of_as_long_as_they_do(project: Path) -> None:
    def codes() -> list[str]:
        made = run(project)
        assert made.written is not None, made.diagnostics
        return [d.code for d in made.diagnostics if d.code == "event-names-differ"]

    assert codes() == []
    told: dict[str, list[Path]] = {}
    for path in sorted((project / "content/articles").rglob("*.md")):
        for event in re.findall(r"^  - \{id: ([a-z0-9-]+), name:", path.read_text(encoding="utf-8"), re.MULTILINE):
            told.setdefault(event, []).append(path)
    event, paths = next((event, paths) for event, paths in told.items() if len(paths) > 1)
    good = paths[1].read_text(encoding="utf-8")
    paths[1].write_text(good.replace(f"{{id: {event}, name: ", f"{{id: {event}, name: Khác "), encoding="utf-8")
    assert codes() == ["event-names-differ"]
    assert codes() == ["event-names-differ"]
    paths[1].write_text(good, encoding="utf-8")
    assert codes() == []


def test_many_articles_are_made_in_a_process_of_their_own(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = anew(project)
    monkeypatch.setattr("generator.build.MANY", FIRST)
    monkeypatch.setattr("generator.incremental.whole._MOST_NOTES", 50)
    first = run(project)
    assert first.written is not None
    assert differing(tree(project / "build/docs"), expected) == []

    Editor(project).add()
    Editor(project).retitle()
    assert run(project).remade is not None
    assert differing(tree(project / "build/docs"), anew(project)) == []

    shutil.rmtree(cache_of(project, project / "build/docs"))
    broken = Editor(project).any()
    broken.write_text(broken.read_text(encoding="utf-8").replace("\nadded:", "\nadde:"), encoding="utf-8")
    made = run(project)
    assert made.written is None
    assert {d.code for d in made.diagnostics if d.spot.path.endswith(broken.name)} == {"unknown-key", "missing-key"}


def test_a_folder_of_others_is_refused_from_another_process_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.build.MANY", 1)
    (project / "build/docs/la.txt").write_text("lạ", encoding="utf-8")
    with pytest.raises(write.ForeignDirectory):
        run(project)
