"""Work spread over the machine's cores: functions applied to many items by processes of our own, in order.

The processes are started by name and speak over pipes, so that neither threads nor the caller's script matter to them
(multiprocessing would run a script anew that has no `if __name__ == "__main__"`). Where a process cannot be had, dies
or does not answer, its share is done here instead.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Generic, Self, TypeVar

FEWEST = 300
"""Items from which processes pay: each takes a third of a second to start and to load its tables."""
MOST = 8
"""Processes at most, each of which holds tables of 100 MiB."""
COLLECTING = (100_000, 50, 100)
"""Thresholds of the garbage collector while there is much work: tables of a million entries are kept all the while, and
going through them for rubbish again and again took a fifth of the time."""

STANDING_BACK = 4
"""By how much a process that stands back is nicer than the one that started it."""

Item = TypeVar("Item")
Result = TypeVar("Result")

_START = (
    "import sys, json; sys.path[:], niceness = json.loads(sys.argv[1]); "
    "from nkreader.workers import serve; serve(niceness)"
)


_standing_back = 0


def stand_back() -> None:
    """Let every process started from now on leave the cores to whoever else wants them, the screen above all."""
    global _standing_back
    _standing_back = STANDING_BACK


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Chunks(Generic[Item]):
    """A sequence in pieces, each cut when it is asked for."""

    def __init__(self, items: Sequence[Item], size: int) -> None:
        self._items = items
        self._size = size

    def __len__(self) -> int:
        return -(-len(self._items) // self._size)

    def __getitem__(self, number: int) -> Sequence[Item]:
        return self._items[number * self._size : (number + 1) * self._size]


class Workers:
    """Processes to hand work to, started when there is enough of it. Use it in a `with` statement."""

    def __init__(self, processes: int | None = None) -> None:
        self._count = min(MOST, cores()) if processes is None else processes
        self._processes: list[subprocess.Popen[bytes]] | None = None
        self._collecting = gc.get_threshold()

    def __enter__(self) -> Self:
        gc.set_threshold(*COLLECTING)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        gc.set_threshold(*self._collecting)
        self.close()

    def map(
        self,
        function: Callable[[Sequence[Item]], list[Result]],
        items: Sequence[Item],
        size: int,
        fewest: int = FEWEST,
    ) -> Iterator[Result]:
        """The results for all items, in order. The function, of a module's top level, takes `size` items at a time.

        A sequence that makes its items when they are asked for is asked for `size` at a time, and not all at once.
        """
        chunks = Chunks(items, size)
        processes = self._started() if len(items) >= fewest and len(chunks) > 1 else []
        if not processes:
            for number in range(len(chunks)):
                yield from function(chunks[number])
            return
        numbers = iter(range(len(chunks)))
        answers: queue.Queue[tuple[int, list[Result] | None]] = queue.Queue()
        threads = [
            threading.Thread(target=_feed, args=(process, function, chunks, numbers, answers), daemon=True)
            for process in processes
        ]
        for thread in threads:
            thread.start()
        waiting: dict[int, list[Result] | None] = {}
        finished = False
        try:
            for number in range(len(chunks)):
                while number not in waiting:
                    try:
                        place, answer = answers.get(timeout=0.5)
                        waiting[place] = answer
                    except queue.Empty:
                        if not any(thread.is_alive() for thread in threads) and answers.empty():
                            waiting[number] = None
                found = waiting.pop(number)
                yield from function(chunks[number]) if found is None else found
            finished = True
        finally:
            if not finished:  # given up half-way: what is still being worked on is of no use to anybody
                self.close()
            for thread in threads:
                thread.join()

    def close(self) -> None:
        """End the processes."""
        for process in self._processes or []:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError, ValueError):
                        pipe.close()
        self._processes = None

    def _started(self) -> list[subprocess.Popen[bytes]]:
        if self._processes is None:
            self._processes = []
            if self._count > 1 and sys.executable:
                with suppress(OSError):
                    for _ in range(self._count):
                        self._processes.append(
                            subprocess.Popen(
                                [sys.executable, "-c", _START, json.dumps([sys.path, _standing_back])],
                                stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL,
                            )
                        )
        return [process for process in self._processes if process.poll() is None]


def _feed(
    process: subprocess.Popen[bytes],
    function: Callable[[Sequence[Item]], list[Result]],
    chunks: Chunks[Item],
    numbers: Iterator[int],
    answers: queue.Queue[tuple[int, list[Result] | None]],
) -> None:
    """Hand one process chunk after chunk; None is the answer where it gives none."""
    assert process.stdin is not None and process.stdout is not None
    for number in numbers:
        answer = None
        try:
            pickle.dump((function, chunks[number]), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer = pickle.load(process.stdout)  # of our own process
        except Exception:
            process.kill()
        answers.put((number, answer))
        if answer is None and process.poll() is not None:
            return


def serve(niceness: int = 0) -> None:
    """What a process does: answer what is asked on its standard input until that ends."""
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*COLLECTING)
    source: IO[bytes] = os.fdopen(os.dup(0), "rb")
    sink: IO[bytes] = os.fdopen(os.dup(1), "wb")
    # Whatever else is printed must not be taken for an answer.
    os.dup2(2, 1)
    while True:
        try:
            function, items = pickle.load(source)  # of the process that started this one
        except EOFError:
            return
        answer: list[Any] | None
        try:
            answer = function(items)
        except Exception:
            answer = None  # the caller does it itself, and meets the exception there
        pickle.dump(answer, sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()
