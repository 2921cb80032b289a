"""The search as a person meets it: copies folded, mistakes explained, queries remembered, nothing stale shown."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.driving import Opening, press, settle
from app.pile import Pile
from app.test_reader import seen, status
from nkreader.analysis import Analysis
from nkreader.app.app import Reader
from nkreader.app.commands import View
from nkreader.app.screens import search as search_screen
from nkreader.app.widgets.hit_list import HitList
from nkreader.search.index import Index
from nkreader.search.model import SearchResults
from nkreader.store import UserData
from stories import saved


@pytest.fixture
def stories(tmp_path: Path) -> Opening:
    """Opens the reader on real files, of which some are copies of one another."""
    saved(tmp_path)

    @asynccontextmanager
    async def opening(size: tuple[int, int] = (120, 36)) -> AsyncIterator[Any]:
        reader = Reader([str(tmp_path)], UserData(tmp_path / "user" / "user.sqlite3"))
        async with reader.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return opening


def count(pilot: Any) -> int:
    found: int = pilot.app.screen.query_one(HitList)._count
    return found


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_copies_of_a_hit_are_folded_into_the_first_and_unfold_with_a_key(
    stories: Opening, size: tuple[int, int]
) -> None:
    async with stories(size) as pilot:
        await press(pilot, "/", *"quay")
        assert "3 hits in the library" in seen(pilot.app)
        assert count(pilot) == 2 and "1 of 2 copies" in seen(pilot.app)
        first = pilot.app.screen._groups[0][0]
        assert first.article == pilot.app.session.family_of(first.article).origin.article, "the likely original leads"
        await press(pilot, "ctrl+l")
        assert count(pilot) == 3 and "1 of 2 copies" not in seen(pilot.app)
        await press(pilot, "ctrl+l", "enter")
        assert len(pilot.app.session.hits) == 3, "n walks the copies too"
        assert "hit 1 of 3: quay" in status(pilot.app)
        await press(pilot, "n")
        assert "hit 2 of 3: quay" in status(pilot.app)
        await press(pilot, "n")
        assert "hit 3 of 3: quay" in status(pilot.app)
        visited = {hit.article for hit in pilot.app.session.hits}
        assert visited == {"original", "excerpt", "spun"}


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_what_is_wrong_with_a_query_is_said_under_the_bar(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size) as pilot:
        await press(pilot, "/", *'"ferry')
        assert not pilot.app.screen.query_one("#told").display
    async with opened(size) as pilot:
        index = Index(list(pilot.app.session.library))  # the pile does not know the language of queries
        pilot.app.session.library.search = lambda query, limit, within, *_: index.search(query, limit, within)
        await press(pilot, "/", *'"ferry')
        lines = seen(pilot.app).splitlines()
        assert "quotation mark is not closed" in lines[-1] and '"ferry' in lines[-2]
        assert count(pilot) > 0, "and what there is to find is found"
        await press(pilot, '"')
        assert "not closed" not in seen(pilot.app)


async def test_earlier_queries_come_back_on_another_day(opened: Opening, user: UserData) -> None:
    async with opened() as pilot:
        for query in ("ferry", "port", "ferry"):
            await press(pilot, "/", *query, "enter")
    assert user.get("", search_screen.HISTORY) == ["port", "ferry"]
    async with opened() as pilot:
        await press(pilot, "/", *"isl")
        for key, shown in [("ctrl+up", "ferry"), ("ctrl+up", "port"), ("ctrl+up", "port"), ("ctrl+down", "ferry")]:
            await press(pilot, key)
            assert pilot.app.screen.query_one("#query").value == shown
        await press(pilot, "ctrl+down")
        assert pilot.app.screen.query_one("#query").value == "isl", "what was being typed is not lost"
        assert "hits in the library" in seen(pilot.app)


async def test_a_count_that_is_an_estimate_says_so(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = Pile.search

    def near(self: Pile, *arguments: Any, **named: Any) -> SearchResults:
        found = exact(self, *arguments, **named)
        return SearchResults(found.query, 12_345, found.hits, None, exact=False)

    monkeypatch.setattr(Pile, "search", near)
    async with opened() as pilot:
        await press(pilot, "/", *"ferry")
        assert "about 12,345 hits" in seen(pilot.app)
        await press(pilot, "enter")
        assert "hit 1 of about 12,345" in status(pilot.app)


ODD_QUERIES = (
    *(
        '"white house',
        '"',
        '""',
        "title:",
        'title:""',
        "title:*",
        "after:yesterday",
        "after:",
        "before:2020-13",
        "-white",
    ),
    *(
        "after:2023-02-31",
        "type:nothing",
        "role:nobody",
        "role:",
        "family:Z",
        "speaker:",
        "foo:bar",
        "OR OR",
        "white OR",
    ),
    *(
        "NOT white",
        "*",
        "**",
        "wh*te",
        "~",
        "-",
        "--",
        "_",
        "...",
        "🚢",
        "👩‍👩‍👧",
        "שלום",
        "مرحبا",
        "\u0301",
        "e\u0301",
    ),
    *(
        "\u202ewhite",
        "a\x1b[31mb",
        "(white house OR quay)",
        "-(white house)",
        "x" * 10_000,
        "white " * 2_000,
        "[bold]white",
    ),
    *(
        "role:spun family:A",
        "北京",
        "1,000",
        "48.5",
        "white -white",
        '"house white"',
        "zeppelin",
        "white zeppelin",
        "\\",
    ),
)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_no_query_however_odd_is_left_without_hits_and_without_a_word(
    stories: Opening, size: tuple[int, int]
) -> None:
    async with stories(size) as pilot:
        await press(pilot, "/")
        screen = pilot.app.screen
        for query in ODD_QUERIES:
            screen.query_one("#query").value = query
            await settle(pilot)
            told = screen.query_one("#told")
            words = str(told.content)
            assert count(pilot) or words, query
            assert "Error" not in words and told.display == bool(words), (query, words)
            if words:
                assert " ".join(words.split()[:2]) in seen(pilot.app), query


async def test_n_walks_beyond_the_hits_that_are_listed_and_n_back_from_the_first_to_the_last(
    stories: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_screen, "FIRST_HITS", 2)
    monkeypatch.setattr(search_screen, "MOST_HITS", 3)
    async with stories() as pilot:
        await press(pilot, "/", *"harbour", "enter")
        session = pilot.app.session
        every = sum(session.library.searching.counts("harbour").values())
        assert every > 6 and len(session.hits) == 3
        assert f"hit 1 of {every}: harbour" in status(pilot.app)
        await press(pilot, "n", "n", "n")
        assert f"hit 4 of {every}: harbour" in status(pilot.app) and session.hits.complete
        await press(pilot, "N", "N", "N", "N")
        assert f"hit {every} of {every}: harbour" in status(pilot.app), "before the first comes the last"
        walked = [session.current_hit]
        for _ in range(every - 1):
            await press(pilot, "n")
            walked.append(session.current_hit)
        assert len({(hit.article, hit.start) for hit in walked}) == every


async def test_while_articles_are_compared_a_search_says_what_it_waits_for_and_finds_it_when_it_comes(
    tmp_path: Path, user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, results = threading.Event(), Analysis.results
    monkeypatch.setattr(search_screen, "SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(Analysis, "results", lambda self, progress=None: go_on.wait(100) and results(self, progress))
    reader = Reader([str(saved(tmp_path / "articles"))], user)
    async with reader.run_test(size=(120, 36)) as pilot:
        while reader.session.library is None:
            await pilot.pause()

        async def until(words: str) -> None:
            for _ in range(1000):
                await pilot.pause()
                if words in seen(reader):
                    return
            raise AssertionError(seen(reader))

        await pilot.press("/", *"role:sp")
        await until("role: can be asked for once the articles are compared")
        await pilot.press("ctrl+a", "ctrl+k", *'"white house"')
        await until("White Home")
        assert "other wordings are still being found: more hits may come" in seen(reader)
        await pilot.press("ctrl+a", "ctrl+k", *'"may 4"')
        await until("2 hits in the library")
        assert "Might 4" not in seen(reader)
        go_on.set()
        await settle(pilot)
        await until("Might 4")
        assert "more hits may come" not in seen(reader)


async def test_a_search_in_the_first_articles_of_a_pile_says_that_more_are_read_and_goes_on_in_all_of_them(
    tmp_path: Path, user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slowly(read: Any, library: Any, begun: Any) -> list[Any]:
        articles = list(read)
        begun(library(articles[:2]))
        go_on.wait(100)
        return articles

    monkeypatch.setattr("nkreader.opening._begun", slowly)
    monkeypatch.setattr(search_screen, "SECONDS_BETWEEN_LOOKS", 0.01)
    reader = Reader([str(saved(tmp_path / "articles"))], user)
    async with reader.run_test(size=(120, 36)) as pilot:
        while reader.session.library is None:
            await pilot.pause()
        await pilot.press("/", *"museum")
        for _ in range(1000):
            await pilot.pause()
            if "still being read: more hits may come" in seen(reader):
                break
        assert "still being read: more hits may come" in seen(reader)
        before = count(pilot)
        go_on.set()
        await settle(pilot)
        for _ in range(1000):
            await pilot.pause()
            if count(pilot) > before:
                break
        assert count(pilot) > before and "more hits may come" not in seen(reader)
        assert pilot.app.screen.query_one("#query").value == "museum"


async def test_a_query_that_was_typed_over_is_given_up(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    given_up, exact = threading.Event(), Pile.search

    def slow(self: Pile, query: str, *arguments: Any, **named: Any) -> SearchResults:
        stopped = arguments[3]
        if query == "f":
            while not stopped():
                pass
            given_up.set()
        return exact(self, query, *arguments, **named)

    monkeypatch.setattr(Pile, "search", slow)
    async with opened() as pilot:
        await press(pilot, "/")
        await pilot.press("f")
        await press(pilot, *"erry")
        assert "5 hits in the library" in seen(pilot.app)
        assert given_up.wait(5)


async def test_esc_returns_to_where_one_was_and_enter_opens_a_hit_in_the_comparison(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "]", "]")
        screen = pilot.app.screen
        before = screen.place()
        await press(pilot, "/", *"island", "escape")
        assert pilot.app.current_mode == View.COMPARE and pilot.app.screen.place() == before
        await press(pilot, "/", *"million", "enter")
        assert pilot.app.current_mode == View.COMPARE
        assert pilot.app.screen.place() != before
        await press(pilot, "escape")
        assert pilot.app.current_mode == View.COMPARE and pilot.app.screen.place() == before


async def test_a_search_while_words_are_still_indexed_answers_and_says_how_far_that_is(
    tmp_path: Path, user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(tmp_path)
    go_on, begun = threading.Event(), threading.Event()
    add = Index._add_some

    def slowly(self: Index, shelf: Any) -> None:
        add(self, shelf)
        begun.set()
        go_on.wait(100)

    monkeypatch.setattr("nkreader.search.index.BATCH", 2)
    monkeypatch.setattr(search_screen, "SECONDS_BETWEEN_LOOKS", 0.01)
    monkeypatch.setattr(Index, "_add_some", slowly)
    reader = Reader([str(tmp_path)], user)
    async with reader.run_test(size=(120, 36)) as pilot:
        while reader.session.library is None:
            await pilot.pause()
        reader.index_words()
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("/", *"the")
        for _ in range(1000):
            await pilot.pause()
            if "50 % indexed" in seen(reader):
                break
        before = seen(reader)
        go_on.set()
        assert "50 % indexed" in before and "about" in before
        await settle(pilot)
        assert "indexed" not in seen(reader) and "about" not in seen(reader)
