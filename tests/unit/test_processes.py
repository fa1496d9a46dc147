"""Work in other processes comes to the same as work done here, its errors too."""

from __future__ import annotations

import os

import pytest

from generator import processes
from generator.processes import beside


def fail() -> int:
    raise ValueError("what went wrong")


@pytest.mark.parametrize("cores", [1, 2])
def test_what_is_done_beside_is_asked_for_later(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: cores)
    done = beside(lambda: ("done", os.getpid()))
    word, process = done()
    assert word == "done"
    assert (process == os.getpid()) == (cores == 1)


@pytest.mark.parametrize("cores", [1, 2])
def test_what_it_raises_is_raised_where_it_is_asked_for(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: cores)
    done = beside(fail)
    with pytest.raises(ValueError, match="what went wrong"):
        done()


def test_a_process_that_dies_is_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    done = beside(lambda: os._exit(1))
    with pytest.raises(ChildProcessError):
        done()
