"""A small site, and the two kinds of place it is published to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.site.folder import Folder
from generator.site.remote import Remote
from tests.publish.small import small_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "build" / "site")


@pytest.fixture(params=["folder", "rsync"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Folder | Remote:
    if request.param == "folder":
        return Folder(tmp_path / "web")
    if not shutil.which("rsync"):
        pytest.skip("rsync is not installed")
    return Remote(str(tmp_path / "web"), tmp_path / "workshop")
