"""Selecting in the Compare view: what is copied, in which column."""

from __future__ import annotations

from typing import cast

from app.driving import Opening, press
from nkreader.app.app import Reader


async def test_what_is_selected_is_copied_alone_and_unwrapped(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "j", "J", "S", "y")
        assert cast(Reader, pilot.app).clipboard == (
            "The ferry to Saaremaa will cease for repairs on Might 4, the port workplace in Virtsu stated on Tuesday."
        )


async def test_without_a_selection_both_wordings_are_copied_with_their_articles(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "]", "y")
        assert cast(Reader, pilot.app).clipboard == (
            "Ferry to Saaremaa stops for repairs (101_a1)\nFerry to Saaremaa halts for repairs (102_b2)"
        )
