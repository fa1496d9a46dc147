"""How long the stages of a run take."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class Stages:
    """The seconds that each stage of one run took, in the order in which they began; a stage may come in turns."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """What is done here belongs to a stage."""
        self.seconds.setdefault(stage, 0.0)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] += time.perf_counter() - start

    def add(self, seconds: Mapping[str, float]) -> None:
        """Stages that another process has timed."""
        for stage, took in seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + took
