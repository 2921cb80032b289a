"""Marks on articles: kept by content, and yet one of two identical copies."""

from pathlib import Path

from nkreader import Article, Library
from nkreader.app.pairing import marked_pair, toggle_mark
from nkreader.app.session import Session
from nkreader.store import UserData

TEXT = "The ferry to Saaremaa will stop on May 4, the harbour office said."


def opened(user: UserData, *ids: str) -> Session:
    session = Session(user)
    session.opened(
        Library([Article.from_text(f"{TEXT} {id}" if id.startswith("other") else TEXT, id=id) for id in ids])
    )
    return session


def test_of_two_identical_copies_the_one_that_was_marked_is(tmp_path: Path) -> None:
    user = UserData(tmp_path / "user.sqlite3")
    session = opened(user, "copy", "again", "other")
    toggle_mark(session, "again")
    assert session.marked() == ["again"] and session.is_marked("again") and not session.is_marked("copy")
    assert marked_pair(session) is None
    toggle_mark(session, "copy")
    assert marked_pair(session) == ("again", "copy")
    toggle_mark(session, "again")
    assert session.marked() == ["copy"]
    assert user.undo() is not None and session.marked() == ["again", "copy"]


def test_a_mark_is_found_again_under_another_name(tmp_path: Path) -> None:
    user = UserData(tmp_path / "user.sqlite3")
    toggle_mark(opened(user, "copy", "other"), "copy")
    elsewhere = opened(user, "renamed", "other")
    assert elsewhere.marked() == ["renamed"] and elsewhere.is_marked("renamed")
    toggle_mark(elsewhere, "renamed")
    assert elsewhere.marked() == [] and opened(user, "copy").marked() == []
