"""What unit tests share: the library of the real content."""

from __future__ import annotations

import pytest

from generator.check import Checked
from generator.library.library import Library


@pytest.fixture(scope="session")
def library(real: Checked) -> Library:
    """The library of the real content."""
    assert real.library is not None
    return real.library
