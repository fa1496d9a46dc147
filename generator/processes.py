"""Spreads work over processes: each takes a few items at a time and sends home what came of them."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import Synchronized
from typing import Any, TypeVar, cast

T = TypeVar("T")

_RARELY = 100_000, 20, 50
"""Thresholds for the garbage collection: pages leave few cycles, and a tenth of a build went into looking for them."""

_PIPE = 1 << 20
"""Bytes that may wait in a pipe: what a process makes of a few families at once."""

Work = Callable[[int], Callable[[Sequence[Any]], Any]]
"""Makes, for a process by its number, what does some items; no items: there are no more, what is left is to be sent."""


def in_processes(items: Sequence[Any], work: Work, *, processes: int, at_once: int) -> Iterator[Any]:
    """What is made here and what is sent home, in the order in which it is ready; all is done here if it is little.

    This process is one of them, of number 0: another one would be one more copy of all that they read. What one of them
    raises is raised here.
    """
    with rare_collections():
        if processes < 2 or len(items) < 2 * at_once or not _can_fork():
            yield from _made(items, work(0), at_once, count(0, at_once))
            return
        context = multiprocessing.get_context("fork")
        gc.collect()
        gc.freeze()  # a collection in a child would touch, that is copy, every page of memory
        workers = []
        starts = _Starts(context.Value("l", 0), at_once)
        try:
            for number in range(1, processes):
                ours, theirs = context.Pipe(duplex=False)
                _widen(theirs)
                worker = context.Process(target=_work, args=(items, work, at_once, number, starts, theirs))
                worker.start()
                theirs.close()
                workers.append((worker, ours))
            pipes = [pipe for _, pipe in workers]
            for made in _made(items, work(0), at_once, starts):
                yield made
                yield from _sent(pipes, timeout=0)
            while pipes:
                yield from _sent(pipes)
        finally:
            for worker, pipe in workers:
                pipe.close()
                worker.terminate()
                worker.join()
            gc.unfreeze()


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin work in a process of its own: what comes of it, once asked for; done only then where nothing can be forked.

    What it raises is raised there.
    """
    if cores() < 2 or not _can_fork():
        return work
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work_alone, args=(work, theirs), daemon=True)
    gc.freeze()
    worker.start()
    gc.unfreeze()
    theirs.close()

    def result() -> T:
        (found,) = _sent([ours])
        worker.join()
        return cast(T, found)

    return result


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def give_memory_back() -> None:
    """Give the system back what was freed here, for other processes; where it is not asked, glibc keeps most of it."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Garbage is looked for seldom here."""
    usual = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class _Starts(Iterator[int]):
    """Where the next few of the items begin that no process has taken yet."""

    def __init__(self, next_start: Synchronized[int], step: int) -> None:
        self._next, self._step = next_start, step

    def __next__(self) -> int:
        with self._next.get_lock():
            start = self._next.value
            self._next.value = start + self._step
        return start


def _made(
    items: Sequence[Any], do: Callable[[Sequence[Any]], Any], at_once: int, starts: Iterator[int]
) -> Iterator[Any]:
    for start in starts:
        if start >= len(items):
            break
        yield do(items[start : start + at_once])
    yield do(())


def _sent(pipes: list[Connection[Any, Any]], timeout: float | None = None) -> Iterator[Any]:
    """What other processes have sent by now, waiting for it at most so many seconds; pipes that end are dropped."""
    for pipe in cast("list[Connection[Any, Any]]", wait(pipes, timeout)):
        try:
            last, sent = pipe.recv()
        except EOFError:
            raise ChildProcessError("a process that made pages died") from None
        if isinstance(sent, BaseException):
            raise sent
        if last:
            pipes.remove(pipe)
        else:
            yield sent


def _widen(pipe: Connection[Any, Any]) -> None:
    """Let as much wait in a pipe as the system lets us: the process that reads is busy too."""
    with suppress(OSError, AttributeError, ImportError):
        import fcntl

        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)


def _work(
    items: Sequence[Any],
    work: Work,
    at_once: int,
    number: int,
    starts: Iterator[int],
    pipe: Connection[Any, Any],
) -> None:
    try:
        gc.set_threshold(*_RARELY)
        for made in _made(items, work(number), at_once, starts):
            pipe.send((False, made))
        pipe.send((True, None))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))


def _work_alone(work: Callable[[], object], pipe: Connection[Any, Any]) -> None:
    try:
        gc.set_threshold(*_RARELY)
        pipe.send((False, work()))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))
