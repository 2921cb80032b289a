"""Marks and notes on claims hold as long as the content does, whatever the analysis makes of it later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nkreader import Article, extract_claims
from nkreader.store import UserData
from nkreader.store.remarks import KEY, NOTHING, Mark, Remark, Remarks, keep_remark

ARTICLE = Article.from_text(
    "The harbour of Rostock handled 29.4 million tonnes of goods in 2023, the port authority said. Two berths were "
    "dredged in March. The authority expects 31 million tonnes in 2025."
)


@pytest.fixture
def user(tmp_path: Path) -> UserData:
    return UserData(tmp_path / "user.sqlite3")


def test_a_mark_and_a_note_are_kept_and_taken_back_step_by_step(user: UserData) -> None:
    claim = extract_claims(ARTICLE)[0]
    keep_remark(user, ARTICLE.digest, claim, Remark(Mark.DOUBTFUL), "doubtful")
    keep_remark(user, ARTICLE.digest, claim, Remark(Mark.DOUBTFUL, "ask the port"), "the note")
    assert Remarks(user).of(ARTICLE.digest, claim) == Remark(Mark.DOUBTFUL, "ask the port")
    assert user.undo() is not None
    assert Remarks(user).of(ARTICLE.digest, claim) == Remark(Mark.DOUBTFUL)
    assert user.undo() is not None
    assert Remarks(user).of(ARTICLE.digest, claim) == NOTHING and not Remarks(user)


def test_a_copy_of_the_file_under_another_name_has_the_same_marks(user: UserData) -> None:
    claim = extract_claims(ARTICLE)[0]
    keep_remark(user, ARTICLE.digest, claim, Remark(Mark.CHECKED), "checked")
    copy = replace(ARTICLE, id="renamed")
    assert Remarks(user).of(copy.digest, extract_claims(copy)[0]) == Remark(Mark.CHECKED)


def test_a_claim_whose_borders_moved_keeps_its_mark_and_its_neighbours_get_none(user: UserData) -> None:
    first, second, *_ = extract_claims(ARTICLE)
    keep_remark(user, ARTICLE.digest, first, Remark(Mark.WRONG), "wrong")
    later = replace(first, end=first.end - 20)
    remarks = Remarks(user)
    assert remarks.of(ARTICLE.digest, later) == Remark(Mark.WRONG)
    assert remarks.of(ARTICLE.digest, second) == NOTHING
    keep_remark(user, ARTICLE.digest, later, Remark(Mark.CHECKED), "checked")
    assert list(user.get(ARTICLE.digest, KEY).values()) == [{"mark": "checked", "note": ""}]


def test_an_emptied_remark_leaves_nothing_behind(user: UserData) -> None:
    claim = extract_claims(ARTICLE)[0]
    keep_remark(user, ARTICLE.digest, claim, Remark(None, "later"), "a note")
    keep_remark(user, ARTICLE.digest, claim, NOTHING, "none")
    assert user.get(ARTICLE.digest, KEY) is None


def test_what_is_no_remark_in_the_store_is_passed_over(user: UserData) -> None:
    claim = extract_claims(ARTICLE)[0]
    user.put(ARTICLE.digest, KEY, {"x-y": {"mark": "checked"}, "0-9": 3, f"{claim.start}-{claim.end}": {"mark": "??"}})
    assert Remarks(user).of(ARTICLE.digest, claim) == NOTHING
