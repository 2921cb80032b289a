"""Opening a library away from the screen: what the worker does, and the messages it sends."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from nkreader.app.details import Details, details_of
from nkreader.app.verdict import verdict_forms

if TYPE_CHECKING:
    from nkreader.library import Library
    from nkreader.store import UserData

SECONDS_BETWEEN_REPORTS = 0.05
"""A screen cannot show more than some twenty states a second, and every message costs."""


class Stopped(Exception):
    """The reader is closing, or reading again: this work is no longer wanted."""


@dataclass
class Progressed(Message):
    """How far a stage of the work is; a total of 0 is one not known."""

    stage: str
    done: int
    total: int


@dataclass
class Opened(Message):
    """The articles are read and can be looked at; nothing has been compared."""

    library: Library


@dataclass
class Analysed(Message):
    """Families, phrases and claims are known."""

    library: Library
    details: dict[str, Details]
    verdicts: tuple[str, ...]


@dataclass
class Revised(Message):
    """The user decided something about families, and they are now as the user has them."""

    library: Library
    details: dict[str, Details]
    verdicts: tuple[str, ...]


@dataclass
class Recounted(Message):
    """The voices behind claims are counted over the families as the user has them."""

    library: Library


@dataclass
class Failed(Message):
    """The work ended with an error that no reader of files can explain; what was opened by then can be read."""

    library: Library | None
    reason: str


def set_aside() -> None:
    """Tell the garbage collector to leave alone what has been loaded.

    A library and its comparisons are millions of small objects that stay. Every full collection would look through them
    all, and drawing sets one off: pauses of 100 ms and more while resizing a comparison of 50,000 words. Called on the
    screen's side, between two messages, when no half-made objects of its own are about; `take_back` undoes it before
    the library is replaced and when the reader closes, so that nothing leaks.
    """
    gc.freeze()


def take_back() -> None:
    """Let the garbage collector look at everything again."""
    gc.unfreeze()


def load(paths: Sequence[str], user: UserData, send: Callable[[Message], object], stopped: Callable[[], bool]) -> None:
    """Open and analyse a library, telling the app of each step."""
    last = 0.0
    library: Library | None = None

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal last
        if stopped():
            raise Stopped
        now = monotonic()
        if now - last >= SECONDS_BETWEEN_REPORTS:
            last = now
            send(Progressed(stage, done, total))

    try:
        from nkreader.library import open_library
        from nkreader.store import Cache

        library = open_library(paths, progress, user, Cache())
        send(Opened(library))
        library.analyse(progress)
        send(Progressed("facts", 0, 0))
        details = details_of(library)
        send(Analysed(library, details, verdict_forms(library)))
    except Stopped:
        return
    except Exception as error:
        send(Failed(library, f"{type(error).__name__}: {error}"))
