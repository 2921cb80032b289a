"""The groups of a library's claims as the matrix lists them: sorted, chosen and counted without unpacking them."""

from __future__ import annotations

from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nkreader.app.narrowing import CONFLICTS, EVERYTHING, NOTED, TYPES, By, Narrowing, marks_of
from nkreader.claims.model import Claim, ClaimSet, ConflictKind, Group
from nkreader.claims.outline import TYPES as TYPE_ORDER
from nkreader.store.remarks import Mark, Remark

if TYPE_CHECKING:
    from nkreader.library import Library

ROWS_KEPT = 1024
"""Rows held ready, the least recently drawn given up first."""


class Order(StrEnum):
    """How the matrix is sorted."""

    TEXT = "text"
    WEIGHT = "weight"
    CONFLICT = "conflict"
    VOICES = "voices"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One group of claims, with the claim that speaks for it and each article's own."""

    group: Group
    lead: Claim
    claims: dict[str, tuple[Claim, ...]]
    """Article id -> its claims in this group."""


class ClaimsList:
    """All groups by number, in the order of their first claims."""

    def __init__(self, claims: ClaimSet, order: Sequence[str]) -> None:
        """`order`: all articles as the columns have them, families first and their likely originals before the rest."""
        self.claims = claims
        self._column = {id: at for at, id in enumerate(order)}
        self._outline = claims.outline
        self._leads: array[int] = array("I", claims.first)
        self._members: dict[int, list[int]] = {}
        for number, group in claims.several.items():
            places = [claims.place(id) for id in group.claims]
            self._members[number] = places
            self._leads[number] = min(places, key=lambda place: (self._column.get(claims.article_of(place), 0), place))
        self._rows: OrderedDict[int, MatrixRow] = OrderedDict()

    def __len__(self) -> int:
        return len(self._leads)

    def row(self, number: int) -> MatrixRow:
        """A group with its claims."""
        found = self._rows.get(number)
        if found is None:
            group = self.claims.groups[number]
            held = [claim for id in group.claims if (claim := self.claims.claim(id)) is not None]
            held.sort(key=lambda claim: (self._column.get(claim.article, 0), claim.start))
            own: dict[str, tuple[Claim, ...]] = {}
            for claim in held:
                own[claim.article] = (*own.get(claim.article, ()), claim)
            found = self._rows[number] = MatrixRow(group, held[0], own)
            if len(self._rows) > ROWS_KEPT:
                self._rows.popitem(last=False)
        else:
            self._rows.move_to_end(number)
        return found

    def of_claim(self, claim_id: str) -> int | None:
        """The number of the group of a claim."""
        try:
            return self.claims.number_of(self.claims.place(claim_id))
        except KeyError:
            return None

    def speaking(self, order: Iterable[str]) -> list[str]:
        """Those of the articles that make a claim."""
        return [id for id in order if self.claims.of(id)] if len(self) < ROWS_KEPT else list(order)

    def listed(self, narrowing: Narrowing, order: Order, remarks: Mapping[int, Remark]) -> list[int]:
        """The groups that are wanted, sorted. `remarks`: place of a claim -> what the user said of it."""
        wanted = self._wanted(narrowing, remarks)
        several = self.claims.several
        weights, leads = self._outline.weights, self._leads
        if order is Order.TEXT:
            return wanted
        if order is Order.WEIGHT:
            return sorted(wanted, key=lambda number: -weights[leads[number]])
        joined = [number for number in wanted if number in several]
        if order is Order.VOICES:
            joined.sort(key=lambda number: (-several[number].independent.most, -len(several[number].articles)))
        else:
            joined.sort(
                key=lambda number: (
                    _worst(several[number]),
                    -len(several[number].articles),
                    -weights[leads[number]],
                )
            )
        alone = [number for number in wanted if number not in several]
        if order is Order.CONFLICT:
            alone.sort(key=lambda number: -weights[leads[number]])
        return joined + alone

    def _wanted(self, narrowing: Narrowing, remarks: Mapping[int, Remark]) -> list[int]:
        outline, leads = self._outline, self._leads
        if narrowing.by is By.CONFLICTS:
            return [number for number, group in self.claims.several.items() if group.conflicts]
        if narrowing.by is By.TYPE:
            type = next((at for at, kind in enumerate(TYPE_ORDER) if kind == narrowing.value), -1)
            return [number for number, lead in enumerate(leads) if outline.types[lead] == type]
        if narrowing.by is By.SPEAKER:
            if narrowing.value not in outline.names:
                return []
            speaker = outline.names.index(narrowing.value)
            return self._numbers(place for place, who in enumerate(outline.speakers) if who == speaker)
        if narrowing.by is By.MARK:
            return self._numbers(place for place, remark in remarks.items() if narrowing.value in marks_of(remark))
        return list(range(len(self)))

    def _numbers(self, places: Iterable[int]) -> list[int]:
        return sorted({self.claims.number_of(place) for place in places})

    def choices(self, remarks: Mapping[int, Remark]) -> list[tuple[Narrowing, int]]:
        """Every choice that shows something, with how many groups it shows: conflicts, types, marks, then speakers."""
        outline = self._outline
        counts: Counter[Narrowing] = Counter({EVERYTHING: len(self)})
        counts[CONFLICTS] = sum(bool(group.conflicts) for group in self.claims.several.values())
        for type, count in Counter(outline.types[lead] for lead in self._leads).items():
            counts[Narrowing(By.TYPE, str(TYPE_ORDER[type]))] = count
        spoken = Counter(outline.speakers)
        for held in self._members.values():
            # One speaker of several claims in a group is counted once.
            for who, count in Counter(outline.speakers[place] for place in held).items():
                spoken[who] -= count - 1
        for who, count in spoken.items():
            if who:
                counts[Narrowing(By.SPEAKER, outline.names[who])] = count
        marked: dict[str, list[int]] = {}
        for place, remark in remarks.items():
            for mark in marks_of(remark):
                marked.setdefault(mark, []).append(place)
        for mark, places in marked.items():
            counts[Narrowing(By.MARK, mark)] = len(self._numbers(places))
        marks = tuple(Narrowing(By.MARK, mark) for mark in (*map(str, Mark), NOTED))
        order = [choice for choice in (EVERYTHING, CONFLICTS, *TYPES, *marks) if counts[choice]]
        speakers = [choice for choice in counts if choice.by is By.SPEAKER]
        order += sorted(speakers, key=lambda choice: (-counts[choice], choice.value.casefold()))
        return [(choice, counts[choice]) for choice in order]


def list_of(library: Library) -> tuple[ClaimsList, list[str]]:
    """The library's claims as a list, and the articles in the order of their columns."""
    from nkreader.origin.branches import branches_of

    order: list[str] = []
    for family in library.families.families:
        order += [branch.article for branch in branches_of(family)]
    known = set(order)
    order += [card.id for card in library.cards if card.id not in known]
    found = ClaimsList(library.claims, order)
    return found, found.speaking(order)


def _worst(group: Group) -> int:
    """The place of a group's worst conflict among their kinds, behind them all where there is none."""
    kinds = list(ConflictKind)
    return min((kinds.index(conflict.kind) for conflict in group.conflicts), default=len(kinds))
