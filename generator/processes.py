"""Spreads work over processes: each takes a few items at a time and sends home what came of them."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import SynchronizedArray
from typing import Any, TypeVar, cast

T = TypeVar("T")

_RARELY = 100_000, 20, 50
"""Thresholds for the garbage collection: pages leave few cycles, and a tenth of a build went into looking for them."""

_PIPE = 1 << 20
"""Bytes that may wait in a pipe: what a process makes of a few families at once."""

_SET_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux's prctl(2)."""

Work = Callable[[int], Callable[[Sequence[Any]], Any]]
"""Makes, for a process by its number, what does some items; no items: there are no more, what is left is to be sent."""


def in_processes(items: Sequence[Any], work: Work, *, processes: int, at_once: int) -> Iterator[Any]:
    """What is made here and what is sent home, in the order in which it is ready; all is done here if it is little.

    This process is one of them, of number 0: another one would be one more copy of all that they read. What one of them
    raises is raised here.
    """
    with rare_collections():
        if processes < 2 or len(items) < 2 * at_once or not _can_fork():
            yield from _made(work(0), (items[start : start + at_once] for start in range(0, len(items), at_once)))
            return
        context = multiprocessing.get_context("fork")
        gc.collect()
        gc.freeze()  # a collection in a child would touch, that is copy, every page of memory
        workers = []
        turns = _Turns(items, at_once, context.Array("l", 2))
        try:
            for number in range(1, processes):
                ours, theirs = context.Pipe(duplex=False)
                _widen(theirs)
                worker = context.Process(target=_work, args=(turns.of(number), work, number, theirs))
                worker.start()
                theirs.close()
                workers.append((worker, ours))
            pipes = [pipe for _, pipe in workers]
            for made in _made(work(0), turns.of(0)):
                yield made
                while pipes and (ready := wait(pipes, timeout=0)):
                    yield from _sent(ready, pipes)
            while pipes:
                yield from _sent(wait(pipes), pipes)
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
    return _begun(work)


def _begun(work: Callable[[], T]) -> Callable[[], T]:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_work_alone, args=(work, theirs))
    gc.freeze()
    worker.start()
    gc.unfreeze()
    theirs.close()

    def result() -> T:
        (found,) = _sent([ours], [ours])
        worker.join()
        return cast(T, found)

    return result


def apart(work: Callable[[], T]) -> T:
    """Do work in a process of its own, which takes the memory with it that it filled; here where nothing can be forked.

    What it raises is raised here.
    """
    if not _can_fork():
        return work()
    return _begun(work)()


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


class _Turns:
    """Gives out items, to every other process from their end: so each reads, that is copies, another part of all."""

    def __init__(self, items: Sequence[Any], step: int, taken: SynchronizedArray[int]) -> None:
        self._items, self._step, self._taken = items, step, taken

    def of(self, process: int) -> Iterator[Sequence[Any]]:
        """The next few items, again and again, until all are taken."""
        side, count = process % 2, len(self._items)
        while True:
            with self._taken.get_lock():
                first, last = self._taken[0], count - self._taken[1]
                self._taken[side] += self._step
            if first >= last:
                return
            yield (
                self._items[max(first, last - self._step) : last]
                if side
                else self._items[first : min(first + self._step, last)]
            )


def _made(do: Callable[[Sequence[Any]], Any], turns: Iterable[Sequence[Any]]) -> Iterator[Any]:
    yield from map(do, turns)
    yield do(())


def _sent(ready: Iterable[object], pipes: list[Connection[Any, Any]]) -> Iterator[Any]:
    """What stands in the pipes that are ready; a pipe that ends is dropped."""
    for pipe in cast("Iterable[Connection[Any, Any]]", ready):
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


def _work(turns: Iterable[Sequence[Any]], work: Work, number: int, pipe: Connection[Any, Any]) -> None:
    try:
        end_with_parent()
        gc.set_threshold(*_RARELY)
        for made in _made(work(number), turns):
            pipe.send((False, made))
        pipe.send((True, None))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))


def _work_alone(work: Callable[[], object], pipe: Connection[Any, Any]) -> None:
    try:
        end_with_parent()
        gc.set_threshold(*_RARELY)
        pipe.send((False, work()))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))


def end_with_parent() -> None:
    """Let the system kill this process when the one that began it is killed: nobody would wait for its work."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
