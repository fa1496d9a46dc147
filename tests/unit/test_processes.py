"""Work in other processes comes to the same as work done here, its errors too."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence

import pytest

from generator import processes
from generator.processes import beside, in_processes


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


def slow(taken: Sequence[int]) -> int:
    time.sleep(0.001)
    return len(taken)


def shared(items: list[int]) -> list[tuple[int, int]]:
    """Every item with the process that did it, of two of which this is one."""
    found = in_processes(items, lambda _: lambda taken: [(os.getpid(), n) for n in taken], processes=2, at_once=3)
    return [one for part in found for one in part]


def test_each_item_is_done_once_here_or_in_another_process() -> None:
    done = shared([*range(2_000)])
    assert sorted(number for _, number in done) == [*range(2_000)]
    assert os.getpid() in {process for process, _ in done}


def test_a_little_is_done_here() -> None:
    assert shared([1, 2, 3]) == [(os.getpid(), 1), (os.getpid(), 2), (os.getpid(), 3)]


def test_much_that_waits_to_be_read_holds_nobody_up() -> None:
    def work(process: int) -> Callable[[Sequence[int]], list[bytes]]:
        return lambda taken: [bytes(3_000_000) for _ in taken]

    assert sum(map(len, in_processes([*range(12)], work, processes=2, at_once=1))) == 12


@pytest.mark.parametrize("wrong", [0, 1])
def test_what_any_process_raises_is_raised_here(wrong: int) -> None:
    def work(process: int) -> Callable[[Sequence[int]], int]:
        return lambda taken: fail() if process == wrong else slow(taken)

    with pytest.raises(ValueError, match="what went wrong"):
        list(in_processes([*range(1_000)], work, processes=2, at_once=1))


def test_a_process_that_dies_at_work_is_told_of() -> None:
    def work(process: int) -> Callable[[Sequence[int]], int]:
        return lambda taken: os._exit(1) if process else slow(taken)

    with pytest.raises(ChildProcessError):
        list(in_processes([*range(1_000)], work, processes=2, at_once=1))
