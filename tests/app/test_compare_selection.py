"""Selecting in the Compare view: what is copied, in which column."""

from __future__ import annotations

from typing import cast

from app.driving import Opening, press
from nkreader.app.app import Reader
from nkreader.app.widgets.collation import Collation
from nkreader.app.widgets.status_line import StatusLine


async def test_what_is_selected_is_copied_alone_and_unwrapped(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "j", "J", "S", "y")
        assert cast(Reader, pilot.app).clipboard == (
            "The ferry to Saaremaa will cease for repairs on Might 4, the port workplace in Virtsu stated on Tuesday."
        )


async def test_how_much_is_selected_is_said_while_the_cursor_moves_on(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "J")
        assert pilot.app.screen.query_one(StatusLine).message.startswith("6 words of 101 selected")
        await press(pilot, "J")
        assert "words of 101 selected" in pilot.app.screen.query_one(
            StatusLine
        ).message and not pilot.app.screen.query_one(StatusLine).message.startswith("6 ")
        await press(pilot, "j")
        assert "selected" not in pilot.app.screen.query_one(StatusLine).message


async def test_without_a_selection_both_wordings_are_copied_with_their_articles(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "y")
        assert cast(Reader, pilot.app).clipboard == (
            "Ferry to Saaremaa stops for repairs (101_a1)\nFerry to Saaremaa halts for repairs (102_b2)"
        )


async def test_a_citation_brings_what_is_selected_with_its_own_column_s_source(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "j", "J", "S", "Y")
        words, source = cast(Reader, pilot.app).clipboard.split("\n")
        assert words.startswith("“The ferry to Saaremaa will cease for repairs on Might 4")
        assert source.endswith(("102_b2.txt)", "102_b2)"))


async def test_a_citation_without_a_selection_brings_both_wordings_each_with_its_source(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "Y")
        left, right = cast(Reader, pilot.app).clipboard.split("\n\n")
        assert left.startswith("“Ferry to Saaremaa stops for repairs”\n(") and "101_a1" in left
        assert right.startswith("“Ferry to Saaremaa halts for repairs”\n(") and "102_b2" in right


async def test_a_percentage_leads_that_far_and_backspace_back(opened: Opening) -> None:
    async with opened((120, 20)) as pilot:
        await press(pilot, "down", "c", "Z")
        collation = pilot.app.screen_stack[0].query_one(Collation)
        start = collation.cursor_row
        await press(pilot, "%", *"60", "enter")
        there = collation.cursor_row
        last = len(cast(Reader, pilot.app).session.library.comparison("101_a1", "102_b2").rows) - 1  # type: ignore[union-attr]
        assert start < there < last
        await press(pilot, "backspace")
        assert collation.cursor_row == start
        await press(pilot, "%", *"100%", "enter")
        assert collation.cursor_row == last
