"""Spreads families over processes, which write what they make and send home what must be known of it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

_AT_ONCE = 32
"""Families that a process takes at a time."""

Work = Callable[[int], Callable[[Sequence[Any] | None], Any]]
"""For a process, by its number: does some items; None instead of items: there are no more, send what is left."""


def in_processes(items: Sequence[Any], work: Work) -> Iterator[Any]:
    """What is sent home of the items, in no certain order.

    All is done here where there is one core, little to do, or no way to fork. What a process raises is raised here.
    """
    count = cores()
    if count < 2 or len(items) < 8 * _AT_ONCE or "fork" not in multiprocessing.get_all_start_methods():
        do = work(0)
        yield from (do(items[start : start + _AT_ONCE]) for start in range(0, len(items), _AT_ONCE))
        yield do(None)
        return
    context = multiprocessing.get_context("fork")
    gc.collect()
    gc.freeze()  # a collection in a child would touch, that is copy, every page of memory
    taken: Any = context.Value("l", 0)
    workers = []
    try:
        for number in range(count):
            ours, theirs = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(items, work, number, taken, theirs))
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


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _received(pipes: list[Connection]) -> Iterator[Any]:
    while pipes:
        for pipe in wait(pipes):
            assert isinstance(pipe, Connection)
            try:
                done, sent = pipe.recv()
            except EOFError:
                raise ChildProcessError("a process that made pages died") from None
            if isinstance(sent, BaseException):
                raise sent
            if done:
                pipes.remove(pipe)
            yield sent


def _work(
    items: Sequence[Any],
    work: Work,
    number: int,
    taken: Any,
    pipe: Connection,
) -> None:
    try:
        gc.disable()
        do = work(number)
        while True:
            with taken.get_lock():
                start = taken.value
                taken.value = start + _AT_ONCE
            if start >= len(items):
                break
            pipe.send((False, do(items[start : start + _AT_ONCE])))
        pipe.send((True, do(None)))
    except BaseException as error:
        error.add_note(traceback.format_exc())
        pipe.send((True, error))
