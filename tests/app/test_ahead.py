"""Keys pressed faster than pages open, and a reader that is closed or fails while it works."""

from __future__ import annotations

import threading
from time import monotonic
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input

from app.driving import Opening, press, settle
from app.pile import A, B, Pile
from nkreader.app.app import Reader
from nkreader.app.commands import View
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


async def test_closing_does_not_wait_for_the_analysis(user: UserData, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = threading.Event(), threading.Event()

    def endless(self: Pile, progress: object = None) -> None:
        begun.set()
        go_on.wait(10)

    monkeypatch.setattr("nkreader.library.open_library", lambda *_: Pile())
    monkeypatch.setattr(Pile, "analyse", endless)
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

    monkeypatch.setattr(Pile, "analyse", broken)
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
