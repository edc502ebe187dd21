"""Work on many items, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

import click

from diplobrief.cli import TERMINATING
from diplobrief.cli.program import FAILED, INTERRUPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

_T = TypeVar("_T")
_R = TypeVar("_R")

_MAX_CHUNK: Final = 32


@contextmanager
def mapped(
    work: Callable[[_T], _R], items: Sequence[_T], jobs: int | None, many: int
) -> Generator[Iterator[_R]]:
    """Return the results of a function for many items, in their order.

    Args:
        work: The function. Several processes can only share one that can be pickled.
        items: The items.
        jobs: The number of processes (default: one, or one per core for many items).
        many: How many items are many.
    """
    jobs = jobs or ((os.cpu_count() or 1) if len(items) >= many else 1)
    jobs = min(jobs, len(items))
    if jobs <= 1:
        yield map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    chunk = max(1, min(_MAX_CHUNK, len(items) // (4 * jobs)))
    try:
        with (
            _broken_pipe_as_error(),
            ProcessPoolExecutor(jobs, initializer=_follow_parent) as pool,
            _end_at_once(),
        ):
            yield pool.map(work, items, chunksize=chunk)
    except BrokenProcessPool:
        raise click.ClickException(
            "A worker process was killed, perhaps because memory ran out; try --jobs 1."
        ) from None


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent process, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in TERMINATING:
        signal.signal(number, signal.SIG_DFL)
    threading.Thread(target=_exit_after_parent, daemon=True).start()


def _exit_after_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(INTERRUPTED)


@contextmanager
def _broken_pipe_as_error() -> Generator[None]:
    """Turn a broken pipe into an error, since it also occurs if a worker process dies.

    A dead worker has to be reported. If the pipe is that of our own output, the signal ends
    this process after all.
    """
    broken_pipe = getattr(signal, "SIGPIPE", None)
    if broken_pipe is None:
        yield
        return
    before = signal.signal(broken_pipe, signal.SIG_IGN)
    try:
        yield
    except BrokenPipeError:
        signal.signal(broken_pipe, signal.SIG_DFL)
        signal.raise_signal(broken_pipe)
    finally:
        signal.signal(broken_pipe, before)


@contextmanager
def _end_at_once() -> Generator[None]:
    """Kill all workers on an interrupt, a signal to end, or a broken pipe.

    A pool that is interrupted may hold any of its locks, so that waiting for it could take
    forever, and its remaining results are not needed.
    """
    try:
        yield
    except KeyboardInterrupt:
        _end(INTERRUPTED)
    except SystemExit as signalled:
        _end(signalled.code if isinstance(signalled.code, int) else FAILED)
    except BrokenPipeError:
        _kill_children()
        raise


def _end(exit_code: int) -> NoReturn:
    _kill_children()
    sys.stdout.flush()
    os._exit(exit_code)


def _kill_children() -> None:
    for child in multiprocessing.active_children():
        child.kill()
