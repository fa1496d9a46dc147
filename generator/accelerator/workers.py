"""Spreads pages over processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import Synchronized
from typing import Any, TypeVar

Made = TypeVar("Made")

_AT_ONCE = 24
"""Pages that a process takes at a time."""
_RARELY = 100_000, 20, 50
"""Thresholds for the garbage collection: pages leave few cycles, and a tenth of a build went into looking for them."""


def in_processes(uris: Sequence[str], make: Callable[[str], Made], processes: int) -> Iterator[list[Made]]:
    """What is made of each, in the order in which it is ready; in this process alone where none can be forked.

    What one process raises is raised here.
    """
    if processes < 2 or len(uris) < 2 * _AT_ONCE or "fork" not in multiprocessing.get_all_start_methods():
        with _rare_collections():
            yield from ([make(uri)] for uri in uris)
        return
    context = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # a collection in a child would touch, that is copy, every page of memory
    workers = []
    taken = context.Value("l", 0)
    try:
        for _ in range(processes):
            ours, theirs = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(uris, make, taken, theirs))
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


@contextmanager
def _rare_collections() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _received(pipes: list[Connection[Any, Any]]) -> Iterator[list[Any]]:
    while pipes:
        ready = wait(pipes)
        for pipe in [pipe for pipe in pipes if pipe in ready]:
            try:
                made = pipe.recv()
            except EOFError:
                raise ChildProcessError("a process that built pages died") from None
            if made is None:
                pipes.remove(pipe)
            elif isinstance(made, BaseException):
                raise made
            else:
                yield made


def _work(
    uris: Sequence[str], make: Callable[[str], Made], taken: Synchronized[int], pipe: Connection[Any, Any]
) -> None:
    try:
        gc.set_threshold(*_RARELY)
        while True:
            with taken.get_lock():
                start = taken.value
                taken.value = start + _AT_ONCE
            if start >= len(uris):
                break
            pipe.send([make(uri) for uri in uris[start : start + _AT_ONCE]])
        pipe.send(None)
    except BaseException as error:
        pipe.send(error)
