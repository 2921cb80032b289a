"""What the user says of claims: checked, doubtful, wrong, to do, and a note; kept by an article's content.

All remarks on one article are one entry of the user's data: a claim's offsets -> its mark and note. Offsets hold as
long as the content does; where a later analysis draws a claim's borders elsewhere, the claim that covers the same words
takes the remark over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nkreader.claims.model import Claim
from nkreader.model import Record
from nkreader.store.user import UserData

KEY = "claims"
"""Under which an article's remarks are kept."""

SAME = 0.5
"""Overlap over union from which a claim whose borders have moved is the one that was marked."""


class Mark(StrEnum):
    """What a fact-checker found, or has yet to find."""

    CHECKED = "checked"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"
    TO_DO = "to do"


@dataclass(frozen=True, slots=True)
class Remark(Record):
    """A mark, a note or both."""

    mark: Mark | None = None
    note: str = ""

    def __bool__(self) -> bool:
        return self.mark is not None or bool(self.note)


NOTHING = Remark()


class Remarks:
    """All remarks there are, by article and claim, as they stood when this was made."""

    def __init__(self, user: UserData | None) -> None:
        self._kept: dict[str, dict[tuple[int, int], Remark]] = {}
        for digest, entry in (user.all(KEY) if user is not None else {}).items():
            self._kept[digest] = _read(entry)

    def __bool__(self) -> bool:
        return any(self._kept.values())

    def on(self, digest: str) -> bool:
        """Whether anything was said of the article with this digest."""
        return bool(self._kept.get(digest))

    def of(self, digest: str, claim: Claim) -> Remark:
        """The remark on a claim of the article with this digest."""
        kept = self._kept.get(digest)
        if not kept:
            return NOTHING
        place = _place(kept, claim)
        return kept[place] if place is not None else NOTHING


def keep_remark(user: UserData, digest: str, claim: Claim, remark: Remark, what: str) -> None:
    """Keep a remark on a claim (an empty one takes it away). `what` names it for whoever undoes it."""
    kept = _read(user.get(digest, KEY, {}))
    before = _place(kept, claim)
    if before is not None:
        del kept[before]
    if remark:
        kept[claim.start, claim.end] = remark
    entry = {f"{start}-{end}": one.to_dict() for (start, end), one in sorted(kept.items())}
    user.put(digest, KEY, entry or None, what=what)


def _place(kept: Mapping[tuple[int, int], Remark], claim: Claim) -> tuple[int, int] | None:
    """Where the remark on a claim is kept: under its own offsets, else under those of most of the same words."""
    own = (claim.start, claim.end)
    if own in kept:
        return own
    best, place = 0.0, None
    for start, end in kept:
        shared = min(end, claim.end) - max(start, claim.start)
        share = shared / (max(end, claim.end) - min(start, claim.start)) if shared > 0 else 0.0
        if share >= SAME and share > best:
            best, place = share, (start, end)
    return place


def _read(entry: Any) -> dict[tuple[int, int], Remark]:
    """An article's remarks; what is none, written by something else, is passed over."""
    found: dict[tuple[int, int], Remark] = {}
    for offsets, given in entry.items() if isinstance(entry, dict) else ():
        start, _, end = str(offsets).partition("-")
        if not (start.isdecimal() and end.isdecimal() and isinstance(given, dict)):
            continue
        mark = given.get("mark")
        known = Mark(mark) if mark in set(Mark) else None
        note = given.get("note")
        found[int(start), int(end)] = Remark(known, note if isinstance(note, str) else "")
    return found
