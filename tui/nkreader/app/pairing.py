"""Which two articles are compared: a copy with its original, an original with its closest copy, or two marked ones."""

from __future__ import annotations

from nkreader.app.session import Session


def pair_for(session: Session, id: str) -> tuple[str, str] | None:
    """The article and its counterpart, the likely original at the left. None for an article without one."""
    assert session.library is not None
    other = session.library.counterpart(id)
    if other is None:
        return None
    family = session.family_of(id)
    original = family.origin.article if family else None
    return (id, other) if original == id else (other, id)


def toggle_mark(session: Session, id: str) -> str:
    """Mark or unmark an article; what happened, in words. Kept by content, and can be undone."""
    name = session.name(id)
    if session.is_marked(id):
        session.unmark(id, f"the mark of {name} taken off")
        return f"{name} is no longer marked"
    session.mark(id, f"the mark on {name}")
    return f"{name} is marked; mark another one to compare the two"


def marked_pair(session: Session) -> tuple[str, str] | None:
    """The two marked articles, once there are two: the likely original or the first marked one at the left."""
    marked = session.marked()
    if len(marked) < 2:
        return None
    first, second = marked[-2:]
    return sides(session, first, second)


def sides(session: Session, one: str, two: str) -> tuple[str, str]:
    """Two articles as a pair: the likely original at the left, else in the given order."""
    return (two, one) if session.details[two].likely_original else (one, two)
