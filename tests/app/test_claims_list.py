"""Claims of a large pile as the matrix lists them."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from textual.app import App

import nkreader
from app.driving import press, settle
from nkreader.app.app import Reader
from nkreader.app.claims_list import ClaimsList, Order, list_of
from nkreader.app.narrowing import CONFLICTS, EVERYTHING, By, Narrowing
from nkreader.app.widgets.claims_matrix import ClaimsMatrix, EvenStarts, headings
from nkreader.store import UserData
from nkreader.store.remarks import Mark, Remark
from stories import saved


@pytest.fixture
def listed(tmp_path: Path) -> ClaimsList:
    return list_of(nkreader.open_library([saved(tmp_path)]))[0]


def test_every_group_is_listed_once_in_every_order(listed: ClaimsList) -> None:
    for order in Order:
        assert sorted(listed.listed(EVERYTHING, order, {})) == list(range(len(listed.claims.groups)))


def test_orders_are_what_their_names_say(listed: ClaimsList) -> None:
    by_weight = [listed.row(number).lead.weight for number in listed.listed(EVERYTHING, Order.WEIGHT, {})]
    assert by_weight == sorted(by_weight, reverse=True)
    by_conflict = [bool(listed.row(number).group.conflicts) for number in listed.listed(EVERYTHING, Order.CONFLICT, {})]
    assert by_conflict == sorted(by_conflict, reverse=True) and any(by_conflict)


def test_a_row_speaks_with_the_likely_original_s_words(listed: ClaimsList) -> None:
    for number in listed.listed(CONFLICTS, Order.TEXT, {}):
        row = listed.row(number)
        assert row.lead.article == "original" and set(row.claims) == set(row.group.articles)


def test_every_choice_shows_as_many_groups_as_it_says(listed: ClaimsList) -> None:
    remarks = {0: Remark(Mark.TO_DO), 3: Remark(Mark.WRONG, "no")}
    choices = listed.choices(remarks)
    assert {choice.by for choice, _ in choices} == set(By)
    for choice, count in choices:
        assert len(listed.listed(choice, Order.TEXT, remarks)) == count
    assert listed.listed(Narrowing(By.SPEAKER, "Nobody At All"), Order.TEXT, remarks) == []


def test_headings_keep_whole_words_where_they_tell_articles_apart() -> None:
    names = ["calder-forum", "briefly-explained", "guardian-one", "guardian-two", "A7", "newsloop24"]
    assert headings(names, 8) == ["calder", "briefly", "guard…ne", "guard…wo", "A7", "newsl…24"]


def test_even_starts_are_those_of_a_heading_and_lines() -> None:
    for count in (1, 2, 9):
        assert list(EvenStarts(count)) == [0, *accumulate([2] + [1] * (count - 1))]
    assert EvenStarts(5)[-1] == 6 and list(EvenStarts(5)[1:3]) == [2, 3]


def matrix_of(app: App[None]) -> ClaimsMatrix:
    return app.screen.query_one(ClaimsMatrix)


async def test_of_many_articles_the_matrix_shows_those_that_make_the_claim(tmp_path: Path, user: UserData) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    told = "In 1998 some 412 ferries were lost off Torvald, the Harbour Board reported.\n"
    again = "The Harbour Board said 412 ferries had been lost on the coast of Torvald in 1998.\n"
    for number in range(30):
        text = (
            told if number == 3 else again if number == 27 else f"The mill of Oslo had {900 + number} windows in May.\n"
        )
        (folder / f"m{number:02}.txt").write_text(text, encoding="utf-8")
    reader = Reader([str(folder)], user)
    async with reader.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "4")
        matrix = matrix_of(reader)
        assert matrix.row is not None and set(matrix.row.claims) == {"m03", "m27"}
        seen = []
        for _ in range(3):
            await press(pilot, "l")
            seen.append(matrix.article)
        assert seen == ["m03", "m27", None]
        await press(pilot, "h", "h")
        assert matrix.article == "m03"
        await press(pilot, "G")
        assert matrix.row is not None and matrix.row.lead.article == matrix.article
        assert any("[=]" in strip.text for strip in reader.screen._compositor.render_strips())
