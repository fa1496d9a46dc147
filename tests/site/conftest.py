"""The site built once for all tests here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.link_graph import Site
from tests.site.project import Finished, built_project, built_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Finished]:
    """The project's copy after `portal build`, and how that ended; read only."""
    return built_project(tmp_path_factory)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The built site; read only."""
    return Site(built_site(tmp_path_factory))
