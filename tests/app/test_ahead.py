"""Keys pressed faster than pages open, and a reader that is closed or fails while it works."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

import nkreader
from app.driving import Opening, press, settle
from app.pile import A, B, Pile
from nkreader.app.app import Reader
from nkreader.app.commands import View
from nkreader.app.loading import Opened
from nkreader.app.screens.base import ViewScreen
from nkreader.app.screens.search import SearchScreen
from nkreader.app.widgets.article_page import ArticlePage
from nkreader.app.widgets.collation import Collation
from nkreader.store import UserData


def at_once(app: Any, *keys: str) -> None:
    """Hand over keys as a terminal does: the later ones do not wait for what the earlier ones do."""
    for key in keys:
        app.post_message(events.Key(_character_to_key(key), key) if len(key) == 1 else events.Key(key, None))


async def test_keys_pressed_while_two_articles_are_compared_work_on_the_comparison(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    compared = Pile.comparison

    def slow(self: Pile, left: str, right: str) -> Any:
        go_on.wait(10)
        return compared(self, left, right)

    async with opened() as pilot:
        monkeypatch.setattr(Pile, "comparison", slow)
        await pilot.press("c", "}", "}")
        await pilot.pause()
        go_on.set()
        await settle(pilot)
        change = pilot.app.screen.query_one(Collation).current_change
        assert change is not None and change.left.of(A.text) == "48.5 million"


async def test_keys_handed_over_with_the_one_that_opens_a_view_work_in_that_view(opened: Opening) -> None:
    async with opened() as pilot:
        at_once(pilot.app, "c", "}", "}", "enter")
        await settle(pilot)
        await settle(pilot)
        assert pilot.app.current_mode == View.READ
        sentence = pilot.app.screen.query_one(ArticlePage).sentence
        assert sentence is not None and "45.8 million" in sentence.of(B.text)


async def test_views_called_one_after_the_other_are_opened_in_that_order(opened: Opening) -> None:
    async with opened() as pilot:
        at_once(pilot.app, *"4213")
        at_once(pilot.app, *"421")
        await settle(pilot)
        await settle(pilot)
        assert pilot.app.current_mode == View.SOURCES


async def test_a_query_typed_in_one_go_with_the_key_that_opens_the_search_arrives_whole(opened: Opening) -> None:
    async with opened() as pilot:
        at_once(pilot.app, "/", *"bridge")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, SearchScreen)
        assert pilot.app.screen.query_one(Input).value == "bridge"


async def test_enter_pressed_before_the_hits_are_there_opens_the_first_of_them(opened: Opening) -> None:
    async with opened() as pilot:
        at_once(pilot.app, "/", *"ferry", "enter")
        await settle(pilot)
        await settle(pilot)
        assert pilot.app.current_mode == View.READ and pilot.app.session.hit == 0


async def test_while_the_files_are_read_again_the_reader_stays_where_it_was(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "G")
        article, library = pilot.app.session.article, pilot.app.session.library
        pilot.app.post_message(Opened(nkreader.Library([A]), begun=True))
        await settle(pilot)
        assert article != A.id and pilot.app.session.article == article
        assert pilot.app.session.library is library


async def test_closing_does_not_wait_for_the_analysis(user: UserData, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = threading.Event(), threading.Event()

    def endless(self: Pile, progress: object = None) -> None:
        begun.set()
        go_on.wait(10)

    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Pile())
    monkeypatch.setattr(Pile, "analyse_families", endless)
    reader = Reader(["pile"], user)
    async with reader.run_test() as pilot:
        while not begun.is_set():
            await pilot.pause()
        asked = monotonic()
        await pilot.press("q")
    took = monotonic() - asked
    go_on.set()
    assert took < 5


async def test_where_the_analysis_fails_the_articles_can_be_read_and_the_reason_is_said(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Pile, progress: object = None) -> None:
        raise ValueError("a table is [damaged]")

    monkeypatch.setattr(Pile, "analyse_families", broken)
    async with opened() as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ViewScreen)
        assert "a table is [damaged]" in screen.verdict.verdicts[0]
        assert screen.verdict.verdicts[0].startswith("5 articles")
        await press(pilot, "c")
        assert "a table is [damaged]" in screen.status.message
        await press(pilot, "enter")
        assert pilot.app.current_mode == View.READ
        assert pilot.app.screen.query_one(ArticlePage).article is not None
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, ViewScreen)
        assert "a table is [damaged]" in pilot.app.screen.status.message


@pytest.fixture
async def analysing(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Pilot[None], threading.Event]]:
    """The reader while its articles are being analysed, and what lets that come to its end."""
    go_on = threading.Event()

    def slow(self: Pile, progress: object = None) -> None:
        go_on.wait(20)

    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Pile())
    monkeypatch.setattr(Pile, "analyse_families", slow)
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(120, 30)) as pilot:
        while reader.session.library is None:
            await pilot.pause()
        yield pilot, go_on
        go_on.set()
        await settle(pilot)


async def test_what_is_to_be_compared_before_its_family_is_known_is_compared_once_it_is(
    analysing: tuple[Pilot[None], threading.Event],
) -> None:
    pilot, go_on = analysing
    reader = pilot.app
    assert isinstance(reader, Reader) and isinstance(reader.screen, ViewScreen)
    await pilot.press("j", "c")
    await pilot.pause()
    wanted = reader.subject
    assert "as soon as its family is known" in reader.screen.status.message
    go_on.set()
    await settle(pilot)
    assert reader.current_mode == View.COMPARE
    assert reader.session.pair is not None and wanted in reader.session.pair


async def test_who_has_gone_elsewhere_meanwhile_is_told_and_left_there(
    analysing: tuple[Pilot[None], threading.Event],
) -> None:
    pilot, go_on = analysing
    reader = pilot.app
    assert isinstance(reader, Reader)
    await pilot.press("c", "j", "enter")
    await pilot.pause()
    go_on.set()
    await settle(pilot)
    assert reader.current_mode == View.READ and isinstance(reader.screen, ViewScreen)
    assert "can be compared now" in reader.screen.status.message


async def test_two_marked_articles_are_compared_without_waiting_for_the_others(
    analysing: tuple[Pilot[None], threading.Event],
) -> None:
    pilot, go_on = analysing
    reader = pilot.app
    assert isinstance(reader, Reader)
    await pilot.press("x", "j", "x")
    while reader.current_mode != View.COMPARE:
        await pilot.pause()
    collation = reader.screen.query_one(Collation)
    while collation.tour is None:
        await pilot.pause()
    await pilot.press("right_square_bracket", "right_square_bracket")
    await pilot.pause()
    change, pair = collation.current_change, reader.session.pair
    assert change is not None and not reader.session.analysed
    go_on.set()
    await settle(pilot)
    assert reader.session.analysed and reader.session.pair == pair
    assert reader.screen.query_one(Collation).current_change == change


async def test_a_mark_typed_in_one_go_with_the_key_that_opens_the_menu_is_kept(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4")
        for letter, mark in (("w", "wrong"), ("c", "checked")):
            at_once(pilot.app, "M", letter)
            await settle(pilot)
            (kept,) = [one for claims in pilot.app.session.user.all("claims").values() for one in claims.values()]
            assert kept["mark"] == mark and len(pilot.app.screen_stack) == 1


async def test_a_note_typed_in_one_go_with_the_key_that_opens_its_field_is_kept(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4", "M", "w", "M")
        at_once(pilot.app, "n", *"wrong-ministry", "enter")  # letters of the note are marks' letters, too
        await settle(pilot)
        assert pilot.app.current_mode == View.CLAIMS and len(pilot.app.screen_stack) == 1
        (kept,) = [one for claims in pilot.app.session.user.all("claims").values() for one in claims.values()]
        assert kept == {"mark": "wrong", "note": "wrong-ministry"}


async def test_a_page_that_is_closed_twice_closes_nothing_else(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4", "M")
        page = pilot.app.screen
        page.dismiss(None)
        page.dismiss(None)
        await settle(pilot)
        assert pilot.app.current_mode == View.CLAIMS and len(pilot.app.screen_stack) == 1
