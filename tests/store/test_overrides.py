"""What the user said of families is kept by content and in its order, and can be taken back after a restart."""

from pathlib import Path

import pytest

from nkreader import Article
from nkreader.families.model import Override, OverrideKind
from nkreader.store import UserData
from nkreader.store.overrides import merge, name_original, overrides_of, split_off, take_back

A = Article.from_text("The bridge at Tornio opened on Monday, said the mayor.", id="a")
B = Article.from_text("The bridge at Tornio was inaugurated on Monday.", id="b")
TWIN = Article.from_text(A.text, id="twin")


@pytest.fixture
def user(tmp_path: Path) -> UserData:
    return UserData(tmp_path / "user.sqlite3")


def test_overrides_come_in_the_order_in_which_they_were_made(user: UserData) -> None:
    merge(user, B, A)
    split_off(user, A)
    name_original(user, B)
    kinds = [override.kind for override in overrides_of(user, [A, B])]
    assert kinds == [OverrideKind.MERGE, OverrideKind.SPLIT, OverrideKind.ORIGINAL]


def test_they_hold_for_the_same_content_under_another_name(user: UserData) -> None:
    name_original(user, A)
    renamed = Article.from_text(A.text, id="renamed")
    assert overrides_of(user, [B, renamed]) == (Override(OverrideKind.ORIGINAL, ("renamed",)),)


def test_of_identical_copies_the_one_that_was_meant_is_taken(user: UserData) -> None:
    name_original(user, TWIN)
    assert overrides_of(user, [A, TWIN]) == (Override(OverrideKind.ORIGINAL, ("twin",)),)
    merge(user, A, TWIN)
    assert set(overrides_of(user, [A, TWIN])[-1].articles) == {"a", "twin"}


def test_what_is_about_articles_that_are_not_here_is_left_out_and_kept(user: UserData) -> None:
    merge(user, A, B)
    assert overrides_of(user, [A]) == ()
    assert len(overrides_of(user, [A, B])) == 1


def test_each_can_be_undone_after_a_restart(user: UserData, tmp_path: Path) -> None:
    split_off(user, A)
    name_original(user, B)
    user.close()
    again = UserData(tmp_path / "user.sqlite3")
    undone = again.undo()
    assert undone is not None and undone.what == "b named the original"
    assert [override.kind for override in overrides_of(again, [A, B])] == [OverrideKind.SPLIT]
    again.undo()
    assert overrides_of(again, [A, B]) == ()


def test_taking_back_can_be_undone_too(user: UserData) -> None:
    assert not take_back(user, OverrideKind.SPLIT, A)
    split_off(user, A)
    assert take_back(user, OverrideKind.SPLIT, A)
    assert overrides_of(user, [A]) == ()
    user.undo()
    assert len(overrides_of(user, [A])) == 1
