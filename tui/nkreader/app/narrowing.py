"""Which claims are shown, in the sidebars and the matrix alike: all, those in conflict, one kind, speaker or mark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nkreader.claims.model import Claim, ClaimType, Group
from nkreader.store.remarks import Remark
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.app.session import Session


class By(StrEnum):
    """What claims are chosen by."""

    EVERYTHING = "everything"
    CONFLICTS = "conflicts"
    TYPE = "type"
    SPEAKER = "speaker"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One choice of claims."""

    by: By = By.EVERYTHING
    value: str = ""

    def __str__(self) -> str:
        if self.by is By.SPEAKER:
            return f"said by {drawable(self.value)}"
        return self.value or str(self.by)

    def admits(self, session: Session, claim: Claim, group: Group | None) -> bool:
        """Whether one claim of a group is among the chosen."""
        if self.by is By.CONFLICTS:
            return group is not None and bool(group.conflicts)
        if self.by is By.TYPE:
            return claim.type == self.value
        if self.by is By.SPEAKER:
            return claim.speaker is not None and claim.speaker.name == self.value
        if self.by is By.MARK:
            return self.value in marks_of(session.remark_of(claim))
        return True


NOTED = "with a note"

EVERYTHING = Narrowing()
CONFLICTS = Narrowing(By.CONFLICTS)
TYPES = tuple(Narrowing(By.TYPE, str(kind)) for kind in ClaimType)


def marks_of(remark: Remark) -> tuple[str, ...]:
    """What a remark is found under."""
    return (*((str(remark.mark),) if remark.mark is not None else ()), *((NOTED,) if remark.note else ()))
