"""Zensical, the successor of Material, builds the same pages of the same tree and mkdocs.yml."""

from __future__ import annotations

import pytest

from tests.site.link_graph import Site
from tests.site.project import Finished, zensical_project


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Finished]:
    project, done = zensical_project(tmp_path_factory)
    return Site(project / "build" / "site"), done


def test_zensical_builds_without_a_warning(finished: tuple[Site, Finished]) -> None:
    finished[1].assert_clean()


def test_zensical_makes_the_same_pages(finished: tuple[Site, Finished], site: Site) -> None:
    assert sorted(finished[0].pages.keys() ^ site.pages.keys()) == []


def test_zensical_pages_have_their_styles_and_scripts_and_no_dead_link(finished: tuple[Site, Finished]) -> None:
    zensical = finished[0]  # on home it writes the link to home as href="", which leads home
    assert list(zensical.dead()) == []
    for file, page in zensical.pages.items():
        loaded = {(r.element, r.rel or r.attribute) for r in page.references}
        assert page.redirect or {("link", "stylesheet"), ("script", "src")} <= loaded, file
