"""The built site on an address of this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.check import Checked
from tests.browser.chromium import served
from tests.browser.kinds import pages_of_kinds
from tests.site.project import built_site


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the built site is served."""
    with served(built_site(tmp_path_factory)) as url:
        yield url


@pytest.fixture(scope="session")
def kinds(tmp_path_factory: pytest.TempPathFactory, real: Checked) -> dict[str, tuple[str, ...]]:
    """Addresses of pages of each kind, below the site's root."""
    return pages_of_kinds(real, built_site(tmp_path_factory))
