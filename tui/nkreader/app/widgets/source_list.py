"""The sources: families as trees, single articles below, what could not be read last."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from nkreader.app.session import Details, Session, title_of
from nkreader.app.signs import ROLE_WORD, meter, origin_word, percent
from nkreader.app.widgets.measure import filled, filled_left
from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.app.widgets.source_columns import WIDE_ROLE, Shape
from nkreader.origin.branches import branches_of, trunk_of
from nkreader.report.signs import ROLE_SIGN
from nkreader.text.drawn import drawable

COLUMNS_FROM = 60
"""Cells from which the list shows titles and columns; below it, one article is sign, name, role and share."""

DEEPEST = 6
"""Steps down the family tree that are drawn at most, the last ones."""

SPUN_SHOWN_FROM = 0.1
"""How spun an article reads before the meter gives a figure: a column of zeros says nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: an article, or words (a heading, a gap, a file that could not be read)."""

    article: str | None = None
    words: str = ""
    kind: str = "article"
    lead: str = ""
    """The lines of the family tree before the article."""


class SourceList(Rows):
    """All articles of the session's library."""

    def __init__(self, session: Session, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._session = session
        self._entries: list[Entry] = []
        self._place: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._shape = Shape()

    @property
    def article(self) -> str | None:
        """The article under the cursor."""
        return self._entries[self.cursor].article if 0 <= self.cursor < len(self._entries) else None

    @property
    def number(self) -> int:
        """Which of the listed articles that is, counted from 1 in the order of the list."""
        return self._numbers.get(self.article or "", 0)

    def fill(self) -> None:
        """Draw the library as it is known now; the cursor goes to the session's article."""
        self._entries = entries_of(self._session)
        self._place = {entry.article: at for at, entry in enumerate(self._entries) if entry.article is not None}
        if (library := self._session.library) is not None:
            self._shape = Shape(
                name=max((cell_len(self._session.name(card.id)) for card in library.cards), default=0),
                published=any(card.published for card in library.cards),
                publisher=any(card.publisher for card in library.cards),
            )
        self._numbers = {id: number for number, id in enumerate(self._place, 1)}
        self.show(len(self._entries), self._place.get(self._session.article or "", 0))

    def follow(self) -> None:
        """Put the cursor on the session's article."""
        place = self._place.get(self._session.article or "")
        if place is not None and place != self.cursor:
            self.cursor = place
        else:
            self.redraw()

    def selectable(self, index: int) -> bool:
        return self._entries[index].article is not None

    def entry_height(self, index: int, width: int) -> int:
        return 0 if width < COLUMNS_FROM and self._entries[index].kind == "head" else 1

    def entry_lines(self, index: int, width: int) -> list[Line]:
        entry = self._entries[index]
        if entry.article is not None:
            details = self._session.details[entry.article]
            return [
                self._columns(entry.article, entry.lead, details, width)
                if width >= COLUMNS_FROM
                else self._compact(entry.article, entry.lead, details, width)
            ]
        if entry.kind == "head":
            return [self._shape.heads(width) if width >= COLUMNS_FROM else []]
        if entry.kind == "family" and width < COLUMNS_FROM:
            return [[(" " + clipped(entry.words.split(",")[0], width - 1), "strong")]]
        ink = {"family": "strong", "problem": "right"}.get(entry.kind, "muted")
        return [[(" " + clipped(entry.words, width - 1), ink)]]

    def _head(self, id: str, details: Details) -> tuple[str, str]:
        mark = "x" if self._session.is_marked(id) else " "
        sign = "*" if details.likely_original else ROLE_SIGN[details.role]
        return mark, sign

    def _compact(self, id: str, lead: str, details: Details, width: int) -> Line:
        mark, sign = self._head(id, details)
        ink = ink_of(details)
        share = percent(details.shared) if details.shared is not None else ""
        facts = f"{details.facts}!" if details.facts else ""
        tail = f"{facts:>5}{share:>6}" if width >= 28 else (f"{share:>6}" if width >= 21 else "")
        name = self._session.name(id)
        role = role_text(details, self._session.analysed)
        room = width - 1 - len(lead) - 2 - len(tail)
        text = f"{name} {role}"
        line: Line = [(mark, "right strong"), (lead, "rule"), (f"{sign} ", f"{ink} strong")]
        shown = clipped(text, room)
        line.append((shown[: len(name)], ink if self._session.is_read(id) else f"{ink} strong"))
        line.append((filled(shown[len(name) :], room - min(len(name), len(shown))), "muted"))
        if tail:
            line += [(tail[:5] if width >= 28 else "", "right"), (tail[5:] if width >= 28 else tail, "muted")]
        return line

    def _columns(self, id: str, lead: str, details: Details, width: int) -> Line:
        session = self._session
        article = session.library.card(id) if session.library is not None else None
        assert article is not None
        mark, sign = self._head(id, details)
        ink = ink_of(details)
        title, is_title = title_of(article)
        cells = self._shape.widths(width)
        name = filled(session.name(id), cells["name"] - len(lead))
        line: Line = [
            (f"{mark} ", "right strong"),
            (lead, "rule"),
            (f"{sign} ", f"{ink} strong"),
            (name + " ", ink if session.is_read(id) else f"{ink} strong"),
            (filled(title, cells["title"]) + "  ", "" if is_title else "muted"),
        ]
        if cells["publisher"]:
            line.append((filled(drawable(article.publisher or ""), cells["publisher"]) + "  ", ""))
        if cells["date"]:
            line.append((filled(drawable(article.published or ""), cells["date"]) + "  ", "muted"))
        role = role_text(details, session.analysed)
        family = session.family_of(id) if details.likely_original and cells["role"] >= WIDE_ROLE else None
        if family is not None:
            role = origin_word(family.origin)
        line.append((filled(role, cells["role"]) + " ", ink))
        line.append((filled_left(percent(details.shared) if details.shared is not None else "", 7), ""))
        if cells["facts"]:
            facts = "" if details.facts is None else str(details.facts)
            line.append((filled_left(facts, cells["facts"]), "right strong" if details.facts else "muted"))
        if cells["spun"] and session.analysed:
            full, rest = meter(details.spun)
            figure = f" {details.spun:4.2f}" if details.spun >= SPUN_SHOWN_FROM else ""
            ink = "right" if details.spun >= 0.5 else "muted"
            line += [("   ", ""), (full, "right"), (rest, "rule"), (figure, ink)]
        return line


def role_text(details: Details, analysed: bool) -> str:
    """The role in a word, nothing while it is not known."""
    return ROLE_WORD[details.role] if analysed and (details.family or details.role.value != "single") else ""


def ink_of(details: Details) -> str:
    """Blue for the likely original, orange for what departs from one, plain otherwise."""
    if details.likely_original:
        return "left"
    return "right" if details.role.value == "spun" else ""


def entries_of(session: Session) -> list[Entry]:
    """The list's lines: families first, then singles, then what could not be read."""
    library = session.library
    if library is None:
        return []
    entries: list[Entry] = [Entry(kind="head")]
    in_family: set[str] = set()
    if session.analysed:
        for family in library.families.families:
            count = len(family.members)
            folded = f" ({count - 1} folded)" if session.is_folded(family) else ""
            trunk = trunk_of(family) or "one source"
            entries.append(Entry(words=f"{family.id}  {count} articles{folded}, {trunk}", kind="family"))
            branches = branches_of(family)
            in_family.update(branch.article for branch in branches)
            if session.is_folded(family):
                entries.append(Entry(branches[0].article))
            else:
                entries += [Entry(branch.article, lead=branch.lead[-2 * DEEPEST :]) for branch in branches]
            entries.append(Entry(kind="gap"))
    singles = [card.id for card in library.cards if card.id not in in_family]
    if in_family and singles:
        entries.append(Entry(words="Without family", kind="family"))
    entries += [Entry(article=id) for id in singles]
    if library.problems:
        entries.append(Entry(kind="gap"))
        count = len(library.problems)
        entries.append(Entry(words=f"{count} file{'s' * (count != 1)} could not be read", kind="family"))
        for problem in library.problems:
            entries.append(Entry(words=f"! {drawable(str(problem.path))}: {drawable(problem.reason)}", kind="problem"))
    return entries
