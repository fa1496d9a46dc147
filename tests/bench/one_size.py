"""Measures one size: clean builds by every engine in turn, then what the portal takes to follow changes."""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.bench.changes import ADDED, Change, changes, crowd
from tests.bench.contents import contents, differing
from tests.bench.corpora import REAL, name_of, project
from tests.bench.engines import MKDOCS, PORTAL, Engine, others, portal
from tests.bench.figures import Figure, Figures, table, unequal
from tests.bench.floor import floor_of
from tests.bench.measuring import MB, CommandFailed, Run, median_run


def measure(size: int, folder: Path, engines: Sequence[str], rounds: int, runs: int) -> tuple[Figures, bool]:
    """Print and give the figures of a size, and whether sites of the same content were equal byte for byte."""
    ours = portal(project(size, folder / "portal"))
    built = [ours]
    if set(engines) - {PORTAL}:
        _told(size, "first build, not counted", ours.build_clean())
        built += others(engines, ours.folder, folder)
    clean = _clean_builds(size, built, rounds)
    plain = [engine for engine in built if engine.name == MKDOCS]
    made = changes(size, ours.folder)
    unlike_plain = [path for other in plain for path in _differing(ours, other)]
    changed = {name: _followed(size, ours, name, change, runs) for name, change in made.items()}
    figures = clean | changed
    print(f"\n{table(size, figures)}")
    print(*(f"  NOT COMPARABLE: {line}\n" for line in unequal(figures)), sep="", end="")
    if size != REAL:
        print(f"  the big province has {crowd(ours.folder):,} articles")
    floor = floor_of(ours, made[ADDED])
    print(f"{floor}\n  {ADDED}: {figures[ADDED].run.seconds / floor.seconds:.1f} times the floor", flush=True)
    again = _copy(ours, folder / "again")
    _told(size, "clean build elsewhere", again.build_clean())
    unlike_clean = _differing(ours, again)
    if plain:
        print(f"  the portal's clean build and that of plain MkDocs: {_verdict(unlike_plain)}")
    print(f"  the portal's site after all changes and a clean build of it: {_verdict(unlike_clean)}", flush=True)
    return figures, not unlike_plain and not unlike_clean


def _clean_builds(size: int, built: list[Engine], rounds: int) -> dict[str, Figure]:
    """In each round every engine builds once; one that fails is told of and left out."""
    runs: defaultdict[str, list[Run]] = defaultdict(list)
    for engine in built * rounds:
        if engine in built:
            try:
                runs[engine.name].append(_told(size, f"{engine.name}, clean", engine.build_clean()))
            except CommandFailed as failure:
                if engine.name == PORTAL:
                    raise
                print(f"{name_of(size)}: {failure}", flush=True)
                built.remove(engine)
    return {
        engine.name: Figure(median_run(runs[engine.name]), rounds, contents(engine.folder / engine.site))
        for engine in built
    }


def _followed(size: int, ours: Engine, name: str, change: Change, runs: int) -> Figure:
    """The same kind of change again and again, each followed by a build."""
    found = []
    for _ in range(runs):
        change()
        found.append(_told(size, name, ours.build()))
    return Figure(median_run(found), runs)


def _copy(ours: Engine, folder: Path) -> Engine:
    """The same content and settings in another folder, where nothing was built."""
    folder.mkdir()
    for part in ours.folder.iterdir():
        if part.is_dir() and part.name not in ours.leavings:
            shutil.copytree(part, folder / part.name)
        elif part.is_file():
            shutil.copy(part, folder)
    return portal(folder)


def _differing(one: Engine, other: Engine) -> list[str]:
    return differing(one.folder / one.site, other.folder / other.site)


def _told(size: int, name: str, run: Run) -> Run:
    print(f"{name_of(size)}: {name}: {run.seconds:.2f} s, {run.peak / MB:,.0f} MB", file=sys.stderr, flush=True)
    return run


def _verdict(differ: list[str]) -> str:
    return f"UNEQUAL in {len(differ):,} files, {', '.join(differ[:5])}" if differ else "equal, byte for byte"
