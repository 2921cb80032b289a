"""Work away from the screen, in threads that never keep the reader from closing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from typing import TypeVar

Result = TypeVar("Result")


async def away(work: Callable[[Callable[[], bool]], Result]) -> Result:
    """What the work gives, done in a thread of its own; an exception of it is raised here.

    The work is handed a function that says whether it is still wanted. Once the waiting is cancelled (a newer worker of
    the same kind, or the reader closes) nobody waits for the thread, not even the interpreter when it ends: an
    executor's threads would be waited for.
    """
    loop = asyncio.get_running_loop()
    result: asyncio.Future[Result] = loop.create_future()
    unwanted = Event()

    def settle(value: Result | None, error: BaseException | None) -> None:
        if result.done():
            return
        if error is not None:
            result.set_exception(error)
        else:
            result.set_result(value)  # type: ignore[arg-type]  # no error: there is a value

    def run() -> None:
        value, error = None, None
        try:
            value = work(unwanted.is_set)
        except BaseException as raised:
            error = raised
        with suppress(RuntimeError):  # the loop is closed: the reader has gone
            loop.call_soon_threadsafe(settle, value, error)

    Thread(target=run, daemon=True).start()
    try:
        return await result
    finally:
        unwanted.set()
