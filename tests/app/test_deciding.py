"""Deciding about families in a running reader: it holds at once, is shown as the user's word, and can be undone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from app.driving import press, settle
from app.test_reader import seen
from nkreader.app.app import Reader
from nkreader.app.widgets.collation import Collation
from nkreader.app.widgets.source_list import SourceList
from nkreader.store import UserData
from stories import FOLDER, saved

Opened = Callable[[], AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Opens the reader on a folder, each time with the same user's data, as after a restart."""
    pile = saved(tmp_path / "pile")

    @asynccontextmanager
    async def opening() -> AsyncIterator[Pilot[None]]:
        reader = Reader([str(pile)], UserData(tmp_path / "user.sqlite3"))
        async with reader.run_test(size=(120, 36)) as pilot:
            await settle(pilot)
            yield pilot

    return opening


def reader(pilot: Pilot[None]) -> Reader:
    assert isinstance(pilot.app, Reader)
    return pilot.app


async def put_on(pilot: Pilot[None], id: str) -> None:
    """The cursor of the sources on this article."""
    sources = reader(pilot).view_screen.query_one(SourceList)
    await press(pilot, "g")
    for _ in FOLDER:
        if sources.article != id:
            await press(pilot, "j")
    assert sources.article == id


def members(pilot: Pilot[None], id: str) -> tuple[str, ...]:
    family = reader(pilot).session.family_of(id)
    return tuple(sorted(family.members)) if family else ()


async def test_a_named_original_is_shown_at_once_as_the_user_s_word(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "spun")
        await press(pilot, "p")
        text = seen(pilot.app)
        assert "source spun (you said so)" in text
        assert "The original: you said so" in text
        assert "u takes it back" in text
        await press(pilot, "o")
        text = seen(pilot.app)
        assert "spun is the original: you said so." in text
        assert "You named it the original." in text


async def test_naming_it_again_leaves_it_to_the_texts(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "spun")
        await press(pilot, "p", "p")
        assert "you said so" not in seen(pilot.app)


async def test_an_article_split_off_stands_alone_until_that_is_undone(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "excerpt")
        await press(pilot, "X")
        assert members(pilot, "original") == ("original", "spun")
        assert members(pilot, "excerpt") == ()
        assert "Split off from its family: you said so." in seen(pilot.app)
        await press(pilot, "u")
        assert members(pilot, "original") == ("excerpt", "original", "spun")
        assert "taken back: excerpt split off" in seen(pilot.app)


async def test_the_marked_article_s_family_is_joined_with_the_one_under_the_cursor(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "spun")
        await press(pilot, "x")
        await put_on(pilot, "other")
        await press(pilot, "+")
        assert members(pilot, "other") == ("excerpt", "original", "other", "spun")
        assert "In family A: you said so" in seen(pilot.app)
        assert reader(pilot).session.marked() == []


async def test_decisions_survive_a_restart_and_can_be_undone_after_it(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "excerpt")
        await press(pilot, "p")
        await put_on(pilot, "spun")
        await press(pilot, "X", "q")
    async with opened() as pilot:
        assert members(pilot, "original") == ("excerpt", "original")
        assert "excerpt: named original of family A: you said so" in seen(pilot.app)
        await press(pilot, "u", "u")
        assert members(pilot, "original") == ("excerpt", "original", "spun")
        assert "you said so" not in seen(pilot.app)


async def test_what_cannot_be_decided_is_told(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "other")
        await press(pilot, "p")
        assert "other has no family whose original it could be" in seen(pilot.app)
        await press(pilot, "X")
        assert "other has no family to be split off from" in seen(pilot.app)
        await press(pilot, "+")
        assert "mark an article with x" in seen(pilot.app)
        await put_on(pilot, "spun")
        await press(pilot, "x")
        await put_on(pilot, "original")
        await press(pilot, "+")
        assert "are one family already" in seen(pilot.app)


async def test_voices_are_counted_over_the_families_as_the_user_has_them(opened: Opened) -> None:
    async with opened() as pilot:
        session = reader(pilot).session
        assert session.library is not None
        before = session.library.claims
        await put_on(pilot, "spun")
        await press(pilot, "X")
        after = session.library.claims
        assert max(group.independent.most for group in after.groups) > max(
            group.independent.most for group in before.groups
        )


async def test_a_pair_can_be_joined_where_it_is_compared_and_stays_on_screen(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "spun")
        await press(pilot, "X", "x")
        await put_on(pilot, "original")
        await press(pilot, "x", "j", "j")
        collation = reader(pilot).view_screen.query_one(Collation)
        row = collation.cursor_row
        await press(pilot, "+")
        assert members(pilot, "spun") == ("excerpt", "original", "spun")
        assert collation.cursor_row == row > 0


async def test_the_argument_can_be_overruled_where_it_is_read(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "spun")
        await press(pilot, "o", "p")
        assert "spun is the original: you said so." in seen(pilot.app)
        assert "spun is the original of family A, you said so; u takes it back" in seen(pilot.app)
        await press(pilot, "u")
        assert "you said so." not in seen(pilot.app) and "taken back" in seen(pilot.app)
        before = members(pilot, "spun")
        await press(pilot, "X")
        assert members(pilot, "spun") == () and len(before) > 1
        assert reader(pilot).screen is reader(pilot).view_screen


async def test_who_is_joined_by_the_user_alone_is_called_so_everywhere(opened: Opened) -> None:
    async with opened() as pilot:
        await put_on(pilot, "other")
        await press(pilot, "x")
        await put_on(pilot, "spun")
        await press(pilot, "plus")
        await put_on(pilot, "other")
        assert "other: joined, family A: you said so" in seen(pilot.app)
        await press(pilot, "o")
        assert "other: joined" in seen(pilot.app)
