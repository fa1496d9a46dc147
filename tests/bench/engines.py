"""The engines: each builds one tree of pages clean, into a folder of its own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config

from generator.site.policy import page_policy
from tests.bench.hugo_pages import write_pages
from tests.bench.hugo_theme import write_theme
from tests.bench.measuring import Run, measured
from tests.project import TODAY
from tests.site.project import command

HUGO_BINARY = Path(sys.prefix) / "hugo" / "hugo" / "binaries" / "hugo"
"""Where `make bench-build` puts the binary of the package: its wrapper in Python would be measured too."""

PORTAL, MKDOCS, ZENSICAL, HUGO = ENGINES = ("portal", "mkdocs", "zensical", "hugo")

# The same site without the generator and whatever hastens the build; the policy is what the hooks would put in.
_PLAIN = "INHERIT: mkdocs.yml\nsite_dir: build/plain\nhooks: []\nplugins: []\nwatch: []\n"
_POLICY = 'extra:\n  policy: "{policy}"\n'


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine builds its site in a folder, and what must go before so that the build is a clean one."""

    name: str
    folder: Path
    command: Sequence[str | Path]
    site: str
    leavings: tuple[str, ...]

    def build_clean(self) -> Run:
        """Build from nothing; raises CommandFailed."""
        for name in (self.site, *self.leavings):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return self.build()

    def build(self) -> Run:
        """Build over what is there; raises CommandFailed."""
        return measured(self.command, self.folder, self.folder.with_suffix(".log"))


def portal(project: Path) -> Engine:
    """The portal's own command, generator and search index included, for a day that no run passes."""
    return Engine(
        PORTAL, project, command("portal", "build", "--today", TODAY.isoformat()), "build/site", ("build", ".cache")
    )


def others(names: Sequence[str], project: Path, folder: Path) -> list[Engine]:
    """The other engines over the tree that the portal has just generated in its project."""
    tree = folder / "tree"
    _copy_tree(project, tree)
    makers: dict[str, Callable[[], Engine]] = {
        MKDOCS: lambda: _mkdocs(tree),
        ZENSICAL: lambda: Engine(ZENSICAL, tree, command("zensical", "build"), "build/site", (".cache",)),
        HUGO: lambda: _hugo(project, folder / "hugo"),
    }
    return [makers[name]() for name in names if name in makers]


def _mkdocs(tree: Path) -> Engine:
    settings = tree / "plain.yml"
    settings.write_text(_PLAIN, encoding="utf-8")
    policy = page_policy(load_config(str(settings)), tree / "templates")
    settings.write_text(_PLAIN + _POLICY.format(policy=policy), encoding="utf-8")
    return Engine(MKDOCS, tree, command("mkdocs", "build", "--quiet", "--config-file", "plain.yml"), "build/plain", ())


def _hugo(project: Path, folder: Path) -> Engine:
    def plain_site(sample: Path) -> Path:
        _mkdocs(sample).build_clean()
        return sample / "build" / "plain"

    write_theme(project, folder, plain_site)
    write_pages(project / "build" / "docs", folder / "content", folder / "static")
    return Engine(HUGO, folder, (HUGO_BINARY, "build"), "public", ("resources", ".hugo_build.lock"))


def _copy_tree(project: Path, tree: Path) -> None:
    """The tree as it is now: the next clean build of the portal makes files of its own."""
    shutil.copytree(project / "build" / "docs", tree / "build" / "docs", copy_function=os.link)
    shutil.copytree(project / "theme_overrides", tree / "theme_overrides")
    shutil.copy(project / "mkdocs.yml", tree)
