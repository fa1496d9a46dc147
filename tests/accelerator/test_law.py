"""The law: after any edits, interruptions and days, an accelerated build leaves what `mkdocs build` would make."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import mkdocs.utils
import pytest

from generator.accelerator import changes, pages
from generator.accelerator.unchanged import Vouched
from tests.accelerator.small_site import MAIN, NAV, PARTS_NAV, SETTINGS, accelerated, plain, small_site, tree

NAMES = ("a1", "a2", "a3", "a9", "index", "part/index", "part/README", "part/a3", "part/a4", "deep/er/a5")


@pytest.mark.parametrize("seed", range(4))
def test_any_edits(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edits = Edits(small_site(tmp_path), random.Random(seed), monkeypatch)
    monkeypatch.setattr(changes, "_ALONE", 2)
    for step in range(16):
        done = [edits.one() for _ in range(edits.random.choice((0, 1, 1, 2)))]
        if edits.random.random() < 0.3:
            edits.interrupted()
        expected, warnings = plain(tmp_path)
        before = tree(tmp_path / "site") if (tmp_path / "site").exists() else {}
        vouched = edits.vouched() if edits.random.random() < 0.7 else None
        published, said = accelerated(tmp_path, processes=edits.random.choice((1, 1, 2)), vouched=vouched)
        found = tree(tmp_path / "site")
        told = f"seed {seed}, step {step}: {done}"
        assert sorted(found) == sorted(expected), told
        assert [path for path in found if found[path] != expected[path]] == [], told
        assert said == warnings, told
        assert set(published.added) == found.keys() - before.keys(), told
        gone = {path for path in before.keys() - found.keys() if before[path] != b"folder"}
        assert set(published.removed) == gone, told
        changed = {path for path in found.keys() & before.keys() if found[path] != before[path]}
        assert changed <= set(published.changed), told


class Edits:
    """Random edits of a site."""

    def __init__(self, site: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = site
        self.docs = site / "docs"
        self.random = chance
        self.monkeypatch = monkeypatch
        self.sources_state = b""
        self.sources: dict[str, tuple[int, int, int]] = {}
        self.day = datetime(2026, 1, 1, tzinfo=UTC)
        self._set_day(0)

    def one(self) -> str:
        """Do one edit, and say which."""
        kinds = (self.write, self.write, self.write, self.remove, self.rename, self.touch, self.static, self.theme)
        kinds += (self.settings, self.spoil, self.next_day, self.replace_same_size)  # type: ignore[assignment]
        edit = self.random.choice(kinds)
        return f"{edit.__name__} {edit() or ''}"

    def vouched(self) -> Vouched:
        """What became of the sources since this was asked last."""
        then, before = self.sources, self.sources_state
        found = [(str(path.relative_to(self.docs)), path.stat()) for path in self.docs.rglob("*") if path.is_file()]
        self.sources = {path: (stat.st_ctime_ns, stat.st_ino, stat.st_size) for path, stat in found}
        self.sources_state = self.random.randbytes(8)
        changed = {path for path in then.keys() | self.sources.keys() if then.get(path) != self.sources.get(path)}
        return Vouched(str(self.docs), before, self.sources_state, changed)

    def _pages(self) -> list[Path]:
        return sorted(self.docs.rglob("*.md"))

    def _text(self) -> str:
        ways = (".md", ".md", ".md#second", ".md#first", "/", "")
        links = "".join(f"[x]({name}{self.random.choice(ways)}) " for name in self.random.sample(NAMES, 3))
        meta = self.random.choice(("", "---\nlastmod: '2024-01-01'\n---\n", "---\ntitle: T\nicon: sun\n---\n"))
        head = self.random.choice(("# Second\n", "## First\n", ""))
        return f"{meta}{head}\n{links} ![](image.svg) [](data/table.csv) {self.random.randrange(100)}\n"

    def write(self) -> str:
        path = self.docs / f"{self.random.choice(NAMES)}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._text(), encoding="utf-8")
        return path.name

    def remove(self) -> str:
        path = self.random.choice(self._pages())
        path.unlink()
        if self.random.random() < 0.5 and not any(path.parent.iterdir()):
            path.parent.rmdir()
        return path.name

    def rename(self) -> str:
        path, name = self.random.choice(self._pages()), self.docs / f"{self.random.choice(NAMES)}.md"
        name.parent.mkdir(parents=True, exist_ok=True)
        path.rename(name)
        return f"{path.name} {name.name}"

    def touch(self) -> str:
        path = self.random.choice(self._pages())
        path.write_bytes(path.read_bytes())
        os.utime(path, (1, self.random.randrange(2, 10**10)))
        return path.name

    def replace_same_size(self) -> str:
        """As an editor does that keeps the time of the file."""
        path = self.random.choice(self._pages())
        stat = path.stat()
        path.write_bytes(path.read_bytes().replace(b"x", b"y"))
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        return path.name

    def static(self) -> str:
        path = self.docs / self.random.choice(("image.svg", "style.css", "data/new.json", "sitemap.xml", ".hidden"))
        if path.exists():
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(str(self.random.random()), encoding="utf-8")
        return path.name

    def theme(self) -> str:
        path, texts = self.random.choice(
            (
                ("main.html", (MAIN, MAIN.replace("<i>", "<b>"))),
                ("parts/nav.html", (PARTS_NAV, PARTS_NAV.replace("here", "now"))),
                ("parts/extra.html", ("extra", "more")),
                ("style.css", ("body {}", "p {}")),
                ("sitemap.xml", ("", "{% for file in pages %}{{ file.url }} {{ file.page.update_date }}{% endfor %}")),
            )
        )
        target = self.site / "theme" / path
        if path != "main.html" and path != "parts/nav.html" and target.exists() and self.random.random() < 0.4:
            target.unlink()
        else:
            target.write_text(self.random.choice(texts), encoding="utf-8")
        return path

    def settings(self) -> str:
        name, nav = self.random.choice(("Small", "Other")), self.random.sample(NAV, self.random.randrange(1, 5))
        text = SETTINGS.format(name=name, nav="\n".join(nav))
        (self.site / "mkdocs.yml").write_text(text, encoding="utf-8")
        return " ".join(nav)

    def spoil(self) -> str:
        """Another hand writes into the published site."""
        files = sorted(path for path in (self.site / "site").rglob("*") if path.is_file())
        if not files:
            return "nothing"
        path, way = self.random.choice(files), self.random.randrange(5)
        if way == 0:
            path.unlink()
        elif way == 1:
            path.write_text("spoilt", encoding="utf-8")
        elif way == 2:
            (path.parent / "foreign").mkdir(exist_ok=True)
        elif way == 3:
            (path.parent / "foreign.html").write_text("foreign", encoding="utf-8")
        else:
            shutil.rmtree(self.site / "site")
        return f"{path} {way}"

    def next_day(self) -> None:
        """The clock goes on, or back."""
        self._set_day(self.random.choice((-1, 1, 30)))

    def _set_day(self, days: int) -> None:
        self.day += timedelta(days=days)
        day = self.day
        self.monkeypatch.setattr(mkdocs.utils, "get_build_datetime", lambda: day)

    def interrupted(self) -> None:
        """Begin a build, and stop it somewhere."""
        target, name = self.random.choice(((Path, "replace"), (Path, "unlink"), (pages, "_build_page")))
        left, whole = self.random.randrange(4), getattr(target, name)

        def stopping(*arguments: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            return whole(*arguments, **named)

        with self.monkeypatch.context() as patch:
            patch.setattr(target, name, stopping)
            with contextlib.suppress(KeyboardInterrupt):
                accelerated(self.site, vouched=self.vouched() if self.random.random() < 0.5 else None)
