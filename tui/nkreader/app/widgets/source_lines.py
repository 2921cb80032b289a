"""What stands in the list of sources: its entries in their order, and each entry's line at a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from nkreader.app.details import Details, title_of
from nkreader.app.signs import meter, origin_word, percent, role_word
from nkreader.app.widgets.measure import filled, filled_left
from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.source_columns import WIDE_ROLE, Shape
from nkreader.origin.branches import branches_of, trunk_of
from nkreader.report.signs import JOINED_SIGN, ROLE_SIGN
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.app.session import Session

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


def shape_of(session: Session) -> Shape:
    """What the columns of this library's list depend on."""
    library = session.library
    if library is None:
        return Shape()
    return Shape(
        name=max((cell_len(session.name(card.id)) for card in library.cards), default=0),
        published=any(card.published for card in library.cards),
        publisher=any(card.publisher for card in library.cards),
    )


def line_of(session: Session, entry: Entry, shape: Shape, width: int) -> Line:
    """An entry's line in so many cells."""
    if entry.article is not None:
        if width >= COLUMNS_FROM:
            return _columns(session, shape, entry.article, entry.lead, width)
        return _compact(session, entry.article, entry.lead, width)
    if entry.kind == "head":
        return shape.heads(width) if width >= COLUMNS_FROM else []
    if entry.kind == "family" and width < COLUMNS_FROM:
        return [(" " + clipped(entry.words.split(",")[0], width - 1), "strong")]
    ink = {"family": "strong", "problem": "right"}.get(entry.kind, "muted")
    return [(" " + clipped(entry.words, width - 1), ink)]


def _head(session: Session, id: str, details: Details) -> tuple[str, str]:
    mark = "x" if session.is_marked(id) else " "
    sign = "*" if details.likely_original else JOINED_SIGN if details.joined else ROLE_SIGN[details.role]
    return mark, sign


def _compact(session: Session, id: str, lead: str, width: int) -> Line:
    details = session.details[id]
    mark, sign = _head(session, id, details)
    ink = ink_of(details)
    share = percent(details.shared) if details.shared is not None else ""
    facts = f"{details.facts}!" if details.facts else ""
    tail = f"{facts:>5}{share:>6}" if width >= 28 else (f"{share:>6}" if width >= 21 else "")
    name = session.name(id)
    role = role_text(details, session.analysed)
    room = width - 1 - len(lead) - 2 - len(tail)
    # The sign says the role too: a piece of its word says nothing more.
    text = f"{name} {role}" if cell_len(name) + 1 + cell_len(role) <= room else name
    line: Line = [(mark, "right strong"), (lead, "muted"), (f"{sign} ", f"{ink} strong")]
    shown = clipped(text, room)
    line.append((shown[: len(name)], ink if session.is_read(id) else f"{ink} strong"))
    line.append((filled(shown[len(name) :], room - cell_len(shown[: len(name)])), "muted"))
    if tail:
        line += [(tail[:5] if width >= 28 else "", "right"), (tail[5:] if width >= 28 else tail, "muted")]
    return line


def _columns(session: Session, shape: Shape, id: str, lead: str, width: int) -> Line:
    assert session.library is not None
    article, details = session.library.card(id), session.details[id]
    mark, sign = _head(session, id, details)
    ink = ink_of(details)
    title, is_title = title_of(article)
    cells = shape.widths(width)
    name = filled(session.name(id), cells["name"] - len(lead))
    line: Line = [
        (f"{mark} ", "right strong"),
        (lead, "muted"),
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
    return role_word(details) if analysed and (details.family or details.role.value != "single") else ""


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
