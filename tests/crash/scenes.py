"""Commands at work on a small project, what may be left when they are cut short, and what the next run makes of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.accelerator.unchanged import is_finished
from generator.files import BEGUN
from generator.output.write import APART
from tests.ingest.test_ingestion import MEETING
from tests.project import ROOT, TODAY, change
from tests.site.preview_project import ARTICLE, WORDS, small_project
from tests.site.project import differing, environment, tree

Tree = dict[str, bytes]
_IN_PROJECT = ("--today", TODAY.isoformat())
_RAW = (
    MEETING,
    MEETING.replace("Cao Bằng", "Bắc Kạn").replace("nghe báo cáo", "lắng nghe").replace("bà con", "người dân"),
)
_LEFTOVERS = (f"{BEGUN}*", "stage-*", "kept.new", "unfinished")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, all that it wrote to the terminal, and its steps: events with their paths."""

    status: int
    told: str
    steps: tuple[str, ...]


class Scene:
    """A project in a state from which a command is run again and again, each time with another fault."""

    def __init__(self, base: Path, *command: str, typed: str = "", again: Collection[int] = (0,)) -> None:
        """`again`: the statuses with which the command may end where it was cut short before."""
        self._base, self._kept, self.project = base, base / "kept", base / "now" / "p"
        self._command, self._typed, self._again = command, typed, again
        small_project(self.project)
        shutil.rmtree(self.project / "generator")
        (self.project / "generator").symlink_to(ROOT / "generator")

    def keep(self) -> None:
        """Take down the state as the first one, and what an undisturbed run makes of it."""
        self.folder.rename(self._kept)
        self.restore()
        self.before = self.state()
        ended = self.run()
        assert ended.status == 0, ended.told
        self.after, self.steps = self.state(), ended.steps

    @property
    def folder(self) -> Path:
        """Where all that a command may change stands."""
        return self._base / "now"

    def restore(self) -> None:
        """Put the first state back: same bytes, same times."""
        self.folder.mkdir(exist_ok=True)
        for path in self.folder.iterdir():
            shutil.rmtree(path)
        subprocess.run(["cp", "-a", f"{self._kept}/.", self.folder], check=True)

    def run(self, at: int = 0, do: str = "kill", command: Sequence[str] = (), typed: str = "") -> Ended:
        """Run the scene's command or another one, with a fault at a step (0: none)."""
        tally = self._base / "tally"
        tally.write_bytes(b"")
        changed = [self.folder] if do != "vanish" else [self.project / "content", self.project / "build"]
        plan = {"below": list(map(str, changed)), "at": at, "do": do, "tally": str(tally)}
        done = subprocess.run(
            [sys.executable, "-m", "tests.crash.faults", json.dumps(plan), *(command or self._command), *_IN_PROJECT],
            cwd=self.project,
            input=typed or self._typed,
            env=environment(PYTHONPATH=str(ROOT)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
            check=False,
            start_new_session=True,
        )
        steps = tally.read_text(encoding="utf-8").splitlines()
        return Ended(done.returncode, done.stdout, tuple(steps))

    def state(self) -> dict[str, Tree]:
        """The trees that must be whole, by name: content and source texts, docs, site, what is served."""
        content = {
            f"{name}/{path}": data
            for name in ("content", "site_config", ".sources")
            for path, data in tree(self.project / name).items()
            if not Path(path).name.startswith(BEGUN) and path != "sketches.tsv"
        }
        made = (self.project / "build" / "docs", self.project / "build" / "site", self.folder / "www")
        docs, site, served = ({p: data for p, data in tree(folder).items() if p not in APART} for folder in made)
        return {"content": content, "docs": docs, "site": site, "www": served}

    def survive(self, at: int, do: str) -> Ended:
        """A run with a fault, then one without; raises AssertionError if anything is lost, half or not mended."""
        self.restore()
        ended = self.run(at, do)
        if do == "vanish":
            subprocess.run(["cp", "-an", f"{self._kept}/p/content", self.project], check=True)
        self.require_whole(ended, another_site=do == "vanish" and ended.status == 0)
        self.require_mended()
        return ended

    def require_whole(self, ended: Ended, *, another_site: bool = False) -> None:
        """Nothing is lost or half-written; what is served is old or new, or another site, made of other content."""
        assert "Traceback" not in ended.told, ended.told
        found = self.state()
        self._require_whole_files(found["content"])
        if not another_site:
            self._require_old_or_new("www", found)
            if is_finished(self.project / "build" / "site"):
                self._require_old_or_new("site", found)

    def require_mended(self) -> None:
        """The next run ends as if nothing had been."""
        again = self.run()
        assert again.status in self._again, again.told
        mended = self.state()
        for name, wanted in self.after.items():
            assert not (others := differing(mended[name], wanted)), f"{name} after the next run: {others}"
        left = [str(path) for pattern in _LEFTOVERS for path in self.folder.rglob(pattern)]
        assert not left, left

    def _require_whole_files(self, content: Tree) -> None:
        """Every file of the content is as it was or as it was to be; none is lost."""
        before, after = self.before["content"], self.after["content"]
        half = [path for path, data in content.items() if data not in (before.get(path), after.get(path))]
        lost = (before.keys() & after.keys()) - content.keys()
        assert not half, half
        assert not lost, lost

    def _require_old_or_new(self, name: str, found: Mapping[str, Tree]) -> None:
        old, new = (differing(found[name], state[name]) for state in (self.before, self.after))
        assert not (old and new), f"{name}: {old[:5]} differ from the old one, {new[:5]} from the new one"


def built(base: Path) -> Scene:
    """A site that was built and released before, of which articles have come, gone and changed."""
    scene = Scene(base, "build", "--output", "../www")
    for _ in range(2):  # so that there is a release before the last one
        assert scene.run().status == 0
    articles = scene.project / "content" / "articles" / "2025"
    change(scene.project, ARTICLE, WORDS, "họp lại, nhìn lại")
    (articles / "bac-ninh-sau-sap-xep.md").rename(articles / "bac-ninh-ten-moi.md")
    scene.keep()
    shutil.rmtree(scene.project / "build" / "site")
    shutil.rmtree(scene.project / "build" / ".cache")
    assert scene.run().status == 0
    assert scene.state() == scene.after, "a clean build makes another site"
    return scene


def first(base: Path) -> Scene:
    """A project of which nothing was built."""
    scene = Scene(base, "build", "--output", "../www")
    scene.keep()
    return scene


def ingested(base: Path) -> Scene:
    """Two raw articles."""
    raw = [base / "one.txt", base / "two.txt"]
    scene = Scene(base, "ingest", *map(str, raw))
    for path, text in zip(raw, _RAW, strict=True):
        path.write_text(text, encoding="utf-8")
    scene.keep()
    return scene


def reviewed(base: Path) -> Scene:
    """Two drafts, which the editor accepts."""
    scene = Scene(base, "review", typed="d\nd\n")
    for text in _RAW:
        ended = scene.run(command=("ingest",), typed=text)
        assert ended.status == 0, ended.told
    scene.keep()
    return scene


def begun(base: Path) -> Scene:
    """An editor's own draft; once it is there, the command refuses to write it again."""
    scene = Scene(base, "new", "Một bài mới", again=(0, 2))
    scene.keep()
    return scene


SCENES: Mapping[str, Callable[[Path], Scene]] = MappingProxyType(
    {"build": built, "first build": first, "ingest": ingested, "review": reviewed, "new": begun}
)
