"""Every key of the registry is pressed in a running reader, and what the user sees of it is checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from app.driving import Opening, press
from nkreader.app.app import Reader
from nkreader.app.commands import COMMANDS, View
from nkreader.app.screens.base import ViewScreen
from nkreader.app.widgets.article_page import ArticlePage
from nkreader.app.widgets.claims_matrix import ClaimsMatrix
from nkreader.app.widgets.collation import Collation, Rank
from nkreader.app.widgets.source_list import SourceList


def asked(reader: Any) -> str:
    return reader.screen.query_one("#query").value


@dataclass(frozen=True)
class Case:
    """Keys that lead to where the command is tried, what is looked at, and what must hold of it before and after."""

    lead: tuple[str, ...]
    look: Callable[[Reader], Any]
    holds: Callable[[Any, Any], bool]


def changed(before: Any, after: Any) -> bool:
    return bool(before != after)


def becomes(value: Any) -> Callable[[Any, Any], bool]:
    return lambda before, after: bool(before != value and after == value)


def more(before: Any, after: Any) -> bool:
    return bool(after > before)


def less(before: Any, after: Any) -> bool:
    return bool(after < before)


def view(reader: Reader) -> str:
    return reader.current_mode


def said(reader: Reader) -> str:
    screen = reader.view_screen
    assert isinstance(screen, ViewScreen)
    return screen.status.message


def page(reader: Reader) -> str:
    """The name of the page on top."""
    return type(reader.screen).__name__


def source(reader: Reader) -> str | None:
    return reader.view_screen.query_one(SourceList).article


def source_cursor(reader: Reader) -> int:
    return reader.view_screen.query_one(SourceList).cursor


def sentence(reader: Reader) -> int:
    return reader.view_screen.query_one(ArticlePage).cursor


def collation(reader: Reader) -> Collation:
    return reader.view_screen.query_one(Collation)


def change(reader: Reader) -> Any:
    return collation(reader).current_change


def kind(reader: Reader) -> str | None:
    now = change(reader)
    return str(now.kind) if now is not None else None


def selected(reader: Reader) -> str:
    """What is selected in the comparison."""
    return collation(reader).selected_text()


def matrix(reader: Reader) -> ClaimsMatrix:
    return reader.view_screen.query_one(ClaimsMatrix)


COMPARED = ("down", "c")

CASES: dict[str, Case] = {
    "down": Case((), source, becomes("102_b2")),
    "up": Case(("G",), source_cursor, less),
    "left": Case(("4", "right", "right"), lambda reader: matrix(reader).column, less),
    "right": Case(("4",), lambda reader: matrix(reader).column, more),
    "page_down": Case((), source, becomes("105_e5")),
    "page_up": Case(("G",), source, becomes("101_a1")),
    "home": Case(("G",), source, becomes("101_a1")),
    "end": Case((), source, becomes("105_e5")),
    "next_paragraph": Case(COMPARED, lambda reader: collation(reader).cursor_row, more),
    "previous_paragraph": Case((*COMPARED, "G"), lambda reader: collation(reader).cursor_row, less),
    "percent": Case(("2",), page, becomes("PercentScreen")),
    "jump_back": Case((*COMPARED, "}", "G"), kind, becomes("date")),
    "open": Case((), view, becomes(View.READ)),
    "back": Case(("enter",), view, becomes(View.SOURCES)),
    "next_pane": Case(("2",), lambda reader: reader.focused.id if reader.focused else None, becomes("claims")),
    "previous_pane": Case(("2",), lambda reader: reader.focused.id if reader.focused else None, becomes("sources")),
    "sources": Case(("2",), view, becomes(View.SOURCES)),
    "read": Case((), view, becomes(View.READ)),
    "compare_view": Case((), view, becomes(View.COMPARE)),
    "claims": Case((), view, becomes(View.CLAIMS)),
    "compare": Case(("down",), lambda reader: reader.session.pair, becomes(("101_a1", "102_b2"))),
    "mark": Case(("down",), lambda reader: reader.session.marked(), becomes(["102_b2"])),
    "partner": Case(COMPARED, lambda reader: collation(reader).cursor_row, changed),
    "layout": Case(COMPARED, lambda reader: collation(reader).stacked, becomes(True)),
    "divider_left": Case(COMPARED, lambda reader: collation(reader).share, less),
    "divider_right": Case(COMPARED, lambda reader: collation(reader).share, more),
    "facts": Case(COMPARED, page, becomes("FactsScreen")),
    "next_change": Case(COMPARED, change, changed),
    "previous_change": Case((*COMPARED, "]", "]"), lambda reader: change(reader).left.start, less),
    "next_fact": Case(COMPARED, kind, becomes("date")),
    "previous_fact": Case((*COMPARED, "}", "}"), kind, becomes("date")),
    "quotation": Case(COMPARED, lambda reader: bool(change(reader) and change(reader).in_quotation), becomes(True)),
    "previous_quotation": Case(
        (*COMPARED, "G"), lambda reader: bool(change(reader) and change(reader).in_quotation), becomes(True)
    ),
    "rank": Case(COMPARED, lambda reader: collation(reader).rank, becomes(Rank.FACTS_AND_QUOTATIONS)),
    "fold": Case((*COMPARED, "G"), lambda reader: len(collation(reader).folded), changed),
    "fold_all": Case(COMPARED, lambda reader: len(collation(reader).folded), becomes(0)),
    "tortured": Case(("down", "2"), said, lambda before, after: "3 tortured phrases" in after),
    "sidebars": Case(("2",), lambda reader: reader.view_screen.query_one("#claims").display, becomes(False)),
    "theme": Case((), lambda reader: reader.theme, becomes("nk-light")),
    "sort": Case(("4",), lambda reader: str(matrix(reader).order), becomes("voices")),
    "filter": Case(("4",), lambda reader: (matrix(reader).filter, matrix(reader).count), becomes(("conflicts", 3))),
    "narrow": Case(("4",), page, becomes("NarrowScreen")),
    "remark": Case(("4",), page, becomes("RemarkScreen")),
    "search": Case((), page, becomes("SearchScreen")),
    "widen": Case(("2", "/"), lambda reader: str(reader.screen.scope), becomes("its family")),
    "copies": Case(("/",), lambda reader: reader.screen.unfolded, becomes(True)),
    "earlier_query": Case(("/", *"ferry", "enter", "/", "x"), asked, becomes("ferry")),
    "later_query": Case(("/", *"ferry", "enter", "/", "x", "ctrl+up"), asked, becomes("x")),
    "next_hit": Case(("/", *"ferry", "enter"), lambda reader: reader.session.hit, becomes(1)),
    "previous_hit": Case(("/", *"ferry", "enter", "n", "n"), lambda reader: reader.session.hit, becomes(1)),
    "origin": Case((), page, becomes("OriginScreen")),
    "pin": Case(("down",), lambda reader: len(reader.session.user.all("named original")), becomes(1)),
    "split": Case(("down",), lambda reader: len(reader.session.user.all("split off")), becomes(1)),
    "merge": Case(("x", "G"), lambda reader: len(reader.session.user.all("one family")), becomes(1)),
    "correct": Case((), page, becomes("CorrectScreen")),
    "copy": Case(("2",), lambda reader: reader.clipboard, becomes("Ferry to Saaremaa stops for repairs")),
    "cite": Case(("2",), lambda reader: reader.clipboard, lambda before, after: "“Ferry to" in after and "(" in after),
    "select_down": Case((*COMPARED, "]"), selected, lambda before, after: not before and after.startswith("Ferry")),
    "select_up": Case(
        (*COMPARED, "]", "j", "J"), selected, lambda before, after: after.endswith(before) and after != before
    ),
    "select_side": Case((*COMPARED, "]", "J"), selected, becomes("Ferry to Saaremaa halts for repairs")),
    "editor": Case((), said, lambda before, after: "neither $VISUAL nor $EDITOR" in after),
    "undo": Case(("x",), lambda reader: reader.session.marked(), becomes([])),
    "reload": Case((), lambda reader: id(reader.session.library), changed),
    "help": Case((), page, becomes("HelpScreen")),
    "palette": Case((), page, becomes("CommandPalette")),
    "quit": Case((), lambda reader: reader.is_running and not reader._exit, becomes(False)),
}
"""One case per command; a command without one fails below."""


@pytest.mark.parametrize(("name", "key"), [(command.name, key) for command in COMMANDS for key in command.keys])
async def test_every_key_does_what_the_help_says(
    name: str, key: str, opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert name in CASES, f"no test presses {key!r} ({name})"
    case = CASES[name]
    async with opened() as pilot:
        reader = _reader(pilot)
        await press(pilot, *case.lead)
        before = case.look(reader)
        if name == "quit":
            await pilot.press(key)
        else:
            await press(pilot, key)
        after = case.look(reader)
        assert case.holds(before, after), f"{key!r} ({name}): {before!r} became {after!r}"


def test_no_case_is_left_of_a_command_that_is_gone() -> None:
    assert set(CASES) == {command.name for command in COMMANDS}


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


async def test_letters_typed_into_the_search_are_no_commands(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "/", *"jq2 x")
        assert pilot.app.screen.query_one(Input).value == "jq2 x"
        assert page(_reader(pilot)) == "SearchScreen"


def _reader(pilot: Pilot[None]) -> Reader:
    assert isinstance(pilot.app, Reader)
    return pilot.app
