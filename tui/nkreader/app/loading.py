"""Opening a library away from the screen: what the worker does, and the messages it sends."""

from __future__ import annotations

import gc
import sys
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
    begun: bool = False
    """Whether these are only the first: the rest is still being read."""


@dataclass
class Analysed(Message):
    """Families and phrases are known; the claims are still being gathered."""

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
class Gathered(Message):
    """The claims are there, or their voices counted anew over the families as the user has them."""

    library: Library


@dataclass
class Failed(Message):
    """The work ended with an error that no reader of files can explain; what was opened by then can be read."""

    library: Library | None
    reason: str


GATHERED_AT_MOST = 20_000
"""Articles whose claims are put in one table: twenty to an article, and nobody reads half a million. Beside an article
of a larger pile stand its own claims and those of its family."""

SWITCH_SECONDS = 0.0005
"""How long a thread may go on computing while another wants to.

A key is some thirty steps of the screen's loop, and between any two of them a computing thread may take over: with
Python's 5 ms a key took 150 ms and more while a library was analysed."""

_USUAL = gc.get_threshold(), sys.getswitchinterval()
_GENERATIONS = (700, 10, 1_000_000)
"""When the garbage collector looks at new, at somewhat older and at all objects: the last, hardly ever. While a library
of 4,000 articles is analysed, each look at all of them held up everything for 0.6 to 1.4 seconds."""


def give_way() -> None:
    """Let the screen answer while a library is read and analysed: see what the two figures above are."""
    from nkreader.workers import stand_back

    stand_back()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.set_threshold(*_GENERATIONS)


def loaded() -> None:
    """Nothing large is being made any more: the garbage collector works as it usually does."""
    gc.set_threshold(*_USUAL[0])


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


def leave() -> None:
    """The reader closes: everything is as it was before."""
    take_back()
    loaded()
    sys.setswitchinterval(_USUAL[1])


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
        from nkreader.opening import open_library
        from nkreader.store import Cache

        library = open_library(paths, progress, user, Cache(), lambda first: send(Opened(first, begun=True)))
        send(Opened(library))
        library.analyse_families(progress)
        send(Progressed("facts", 0, 0))
        details = details_of(library)
        send(Analysed(library, details, verdict_forms(library)))
        if len(library) <= GATHERED_AT_MOST:
            send(Progressed("claims", 0, len(library)))
            library.analyse_claims(progress)
            send(Gathered(library))
    except Stopped:
        return
    except Exception as error:
        send(Failed(library, f"{type(error).__name__}: {error}"))
