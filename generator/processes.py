"""Spreads work over processes: each takes a few items at a time and sends home what came of them."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import Synchronized
from typing import Any, TypeVar, cast

T = TypeVar("T")

_RARELY = 100_000, 20, 50
"""Thresholds for the garbage collection: pages leave few cycles, and a tenth of a build went into looking for them."""

Work = Callable[[int], Callable[[Sequence[Any]], Any]]
"""Makes, for a process by its number, what does some items; no items: there are no more, what is left is to be sent."""


def in_processes(items: Sequence[Any], work: Work, *, processes: int, at_once: int) -> Iterator[Any]:
    """What is sent home, in the order in which it is ready; all is done here if it is little or nothing can be forked.

    What one process raises is raised here.
    """
    if processes < 2 or len(items) < 2 * at_once or not _can_fork():
        with rare_collections():
            do = work(0)
            yield from (do(items[start : start + at_once]) for start in range(0, len(items), at_once))
            yield do(())
        return
    context = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # a collection in a child would touch, that is copy, every page of memory
    workers = []
    taken = context.Value("l", 0)
    try:
        for number in range(processes):
            ours, theirs = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(items, work, at_once, number, taken, theirs))
            worker.start()
            theirs.close()
            workers.append((worker, ours))
        yield from _received([pipe for _, pipe in workers])
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
        (found,) = _received([ours])
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


def _received(pipes: list[Connection[Any, Any]]) -> Iterator[Any]:
    while pipes:
        ready = wait(pipes)
        for pipe in [pipe for pipe in pipes if pipe in ready]:
            try:
                last, sent = pipe.recv()
            except EOFError:
                raise ChildProcessError("a process that made pages died") from None
            if isinstance(sent, BaseException):
                raise sent
            if last:
                pipes.remove(pipe)
            yield sent


def _work(
    items: Sequence[Any],
    work: Work,
    at_once: int,
    number: int,
    taken: Synchronized[int],
    pipe: Connection[Any, Any],
) -> None:
    try:
        gc.set_threshold(*_RARELY)
        do = work(number)
        while True:
            with taken.get_lock():
                start = taken.value
                taken.value = start + at_once
            if start >= len(items):
                break
            pipe.send((False, do(items[start : start + at_once])))
        pipe.send((True, do(())))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))


def _work_alone(work: Callable[[], object], pipe: Connection[Any, Any]) -> None:
    try:
        gc.set_threshold(*_RARELY)
        pipe.send((True, work()))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))
