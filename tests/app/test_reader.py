"""What a person sees and keeps while using the reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.driving import Opening, press, settle
from app.pile import SPUN, A, B, E, Pile
from nkreader.app.app import Reader
from nkreader.app.commands import View
from nkreader.app.screens.base import ViewScreen
from nkreader.app.widgets.article_lines import margins
from nkreader.app.widgets.article_page import ArticlePage
from nkreader.app.widgets.claims_matrix import ClaimsMatrix
from nkreader.app.widgets.claims_panel import ClaimsPanel
from nkreader.app.widgets.collation import Collation
from nkreader.app.widgets.hit_list import HitList
from nkreader.app.widgets.source_list import SourceList
from nkreader.app.widgets.told import Told
from nkreader.articles.read import UnreadableArticle
from nkreader.claims.model import ClaimSet
from nkreader.families.model import Families
from nkreader.library import Library
from nkreader.store import UserData
from nkreader.store.settings import settings_path
from stories import saved


def seen(app: Any) -> str:
    """All that is on the screen, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def status(app: Any) -> str:
    screen = app.view_screen
    assert isinstance(screen, ViewScreen)
    return screen.status.message


async def test_the_first_thing_seen_is_the_verdict_and_the_cursor_is_on_the_likely_original(opened: Opening) -> None:
    async with opened() as pilot:
        assert "one family of 3, source likely Island Courier" in seen(pilot.app)
        assert pilot.app.screen.query_one(SourceList).article == A.id


@pytest.mark.parametrize("size", [(200, 50), (100, 30), (80, 24), (60, 20), (40, 12)])
async def test_every_size_names_the_source_at_the_top_and_fits_the_screen(
    size: tuple[int, int], opened: Opening
) -> None:
    async with opened(size) as pilot:
        for key in "1234":
            await press(pilot, key)
            top = "\n".join(seen(pilot.app).splitlines()[:2])
            assert "Island Courier" in top, f"view {key} at {size}: {top}"
            bars = pilot.app.screen.query("#verdict, #body, #status")
            assert sum(bar.size.height for bar in bars) == size[1]


async def test_sidebars_fold_away_below_100_columns(opened: Opening) -> None:
    async with opened((100, 30)) as pilot:
        await press(pilot, "2")
        assert pilot.app.screen.query_one(ClaimsPanel).display
        await pilot.resize_terminal(99, 30)
        await settle(pilot)
        assert not pilot.app.screen.query_one(ClaimsPanel).display
        assert not pilot.app.screen.query_one(SourceList).display


async def test_two_marked_articles_are_compared_the_likely_original_at_the_left(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "G", "x", "g", "x")
        assert pilot.app.current_mode == View.COMPARE
        assert pilot.app.session.pair == (A.id, E.id)
        assert pilot.app.session.marked() == []


async def test_an_article_without_a_counterpart_says_how_to_compare_it(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "G", "c")
        assert pilot.app.current_mode == View.SOURCES
        assert "mark two articles with x" in status(pilot.app)


async def test_the_status_line_tells_the_change_in_words(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "}")
        assert "May 4 > Might 4" in status(pilot.app)
        await press(pilot, "}")
        assert "48.5 million > 45.8 million" in status(pilot.app)


async def test_the_claims_beside_a_comparison_follow_the_reading(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "}")
        panel = pilot.app.screen.query_one(ClaimsPanel)
        assert panel.current is not None and panel.current.claim.id == "c1"
        await press(pilot, "}")
        assert panel.current is not None and panel.current.claim.id == "c3"
        text = seen(pilot.app)
        assert "! number differs" in text and "3 articles, 1 voice" in text


async def test_the_list_of_facts_jumps_to_a_fact(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "L")
        assert "number: 48.5 million > 45.8 million" in seen(pilot.app)
        await press(pilot, "j", "j", "enter")
        change = pilot.app.screen.query_one(Collation).current_change
        assert change is not None and change.left.of(A.text) == "48.5 million"


async def test_a_row_of_the_comparison_opens_in_its_article_and_esc_comes_back_to_it(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "}", "}", "enter")
        assert pilot.app.current_mode == View.READ and pilot.app.session.article == B.id
        sentence = pilot.app.screen.query_one(ArticlePage).sentence
        assert sentence is not None and "45.8 million" in sentence.of(B.text)
        await press(pilot, "escape")
        assert pilot.app.current_mode == View.COMPARE
        change = pilot.app.screen.query_one(Collation).current_change
        assert change is not None and change.left.of(A.text) == "48.5 million"


async def test_a_tortured_phrase_says_what_it_stands_for_and_how_sure_that_is(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "j", "2", "j")
        assert "“Might 4” for “May 4” (certain" in status(pilot.app)
        await press(pilot, "t")
        assert "^ May 4" in seen(pilot.app) and "^ tourist board" in seen(pilot.app)
        await press(pilot, "t")
        assert "^ May 4" not in seen(pilot.app)


async def test_search_counts_live_and_opens_at_the_hit(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "/", *"virtsu")
        assert "2 hits in the library" in seen(pilot.app)
        await press(pilot, "down", "enter")
        assert pilot.app.current_mode == View.READ and pilot.app.session.article == B.id
        sentence = pilot.app.screen.query_one(ArticlePage).sentence
        assert sentence is not None and "Virtsu" in sentence.of(B.text)


async def test_leaving_the_search_returns_to_the_former_place(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "j", "j", "/", *"rohu", "escape")
        assert pilot.app.current_mode == View.READ
        assert pilot.app.screen.query_one(ArticlePage).cursor == 2
        assert len(pilot.app.session.hits) == 0


async def test_esc_after_a_hit_of_the_same_article_returns_to_the_sentence_that_was_read(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "j", "j", "j", "/", *"rohu", "enter")
        page = pilot.app.screen.query_one(ArticlePage)
        assert page.sentence is not None and "Rohuküla" in page.sentence.of(A.text)
        await press(pilot, "escape")
        assert pilot.app.current_mode == View.READ and page.cursor == 3


async def test_the_search_widens_from_article_to_family_to_library(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "/", *"from")
        assert pilot.app.screen.query_one(HitList)._count == 1
        await press(pilot, "ctrl+s")
        assert {hit.article for hit in pilot.app.screen._results.hits} == {"101_a1", "102_b2", "103_c3"}
        await press(pilot, "ctrl+s")
        assert "in the library" in seen(pilot.app)


async def test_n_walks_the_hits_over_all_articles(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "/", *"from", "enter")
        visited = [pilot.app.session.article]
        for _ in range(2):
            await press(pilot, "n")
            visited.append(pilot.app.session.article)
        assert visited == ["101_a1", "102_b2", "103_c3"]


async def test_the_argument_is_a_page_whose_reasons_lead_to_the_text(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "o")
        text = seen(pilot.app)
        assert "101 (Island Courier) is the likely original." in text
        assert "its names and set phrases are intact" in text and "“May 4”, “port office”" in text
        await press(pilot, "j", "j", "j", "enter")  # past the three members of the family
        sentence = pilot.app.screen.query_one(ArticlePage).sentence
        assert sentence is not None and "May 4" in sentence.of(A.text)


async def test_a_cell_of_the_matrix_leads_to_the_sentence_and_the_count_shows_its_reasons(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4")
        matrix = pilot.app.screen.query_one(ClaimsMatrix)
        assert matrix.row is not None and matrix.row.group.id == "g3"
        await press(pilot, "l", "2")
        sentence = pilot.app.screen.query_one(ArticlePage).sentence
        assert sentence is not None and "45.8 million" in sentence.of(B.text)
        await press(pilot, "escape", "l", "l", "l", "enter")
        assert "one family: the copies repeat their original" in seen(pilot.app)


async def test_a_title_given_by_hand_is_kept_by_content_and_can_be_taken_back(opened: Opening, user: UserData) -> None:
    async with opened() as pilot:
        await press(pilot, "j", "i", *"Spun ferry", "enter")
        assert user.get(B.digest, "corrections") == {"title": "Spun ferry"}
        await press(pilot, "u")
        assert user.get(B.digest, "corrections") is None


async def test_correcting_a_title_reads_and_compares_nothing_anew(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Library] = []

    def opening(*_: object) -> Library:
        opened.append(Library(Pile(), user=user))
        return opened[-1]

    monkeypatch.setattr("nkreader.opening.open_library", opening)
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        families = opened[0].families
        await press(pilot, "g", "i", *"Quite another title", "enter")
        article = pilot.app.screen.query_one(SourceList).article
        assert article is not None and opened[0][article].title == "Quite another title"
        assert "Quite another title" in seen(reader)
        assert len(opened) == 1 and opened[0].families is families
        await press(pilot, "u")
        assert opened[0][article].title != "Quite another title"
        assert "Quite another title" not in seen(reader)
        assert len(opened) == 1


async def test_a_date_that_is_none_is_refused_and_said(opened: Opening, user: UserData) -> None:
    async with opened() as pilot:
        await press(pilot, "i", "tab", "tab", *"soon", "enter")
        assert "is not a date like 2024-03-05" in seen(pilot.app)
        assert user.get(A.digest, "corrections") is None


async def test_place_theme_and_folds_survive_a_restart(opened: Opening, user: UserData, tmp_path: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "T", "2", "j", "j", "j", "c", "G", "z", "{", "q")
    async with opened(store=UserData(tmp_path / "user.sqlite3")) as pilot:
        assert pilot.app.theme == "nk-light"
        await press(pilot, "2")
        assert pilot.app.screen.query_one(ArticlePage).cursor == 3
        await press(pilot, "c")
        collation = pilot.app.screen.query_one(Collation)
        assert len(collation.folded) == 1
        assert collation.cursor_row == 9


async def test_a_folded_family_shows_its_likely_original_only_and_stays_so(opened: Opening, tmp_path: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "j", "z")
        assert "A  3 articles (2 folded)" in seen(pilot.app)
        assert pilot.app.screen.query_one(SourceList).article == A.id
        await press(pilot, "q")
    async with opened(store=UserData(tmp_path / "user.sqlite3")) as pilot:
        assert "(2 folded)" in seen(pilot.app)
        await press(pilot, "z", "j")
        assert pilot.app.screen.query_one(SourceList).article == B.id


async def test_views_and_keys_of_the_bars_can_be_clicked(opened: Opening) -> None:
    async with opened() as pilot:
        await pilot.click("#verdict", offset=(24, 0))
        await settle(pilot)
        assert pilot.app.current_mode == View.READ
        await pilot.click("#status", offset=(118, 0))
        await settle(pilot)
        assert type(pilot.app.screen).__name__ == "HelpScreen"


async def test_a_click_on_an_article_selects_it_and_another_opens_it(opened: Opening) -> None:
    async with opened() as pilot:
        sources = pilot.app.screen.query_one(SourceList)
        place = sources.line_of(sources.cursor) + 2
        await pilot.click(SourceList, offset=(10, place))
        await settle(pilot)
        assert sources.article == B.id
        await pilot.click(SourceList, offset=(10, place))
        await settle(pilot)
        assert pilot.app.current_mode == View.READ


async def test_text_dragged_over_is_copied_as_it_was_before_wrapping(opened: Opening) -> None:
    async with opened((60, 24)) as pilot:
        await press(pilot, "2")
        page = pilot.app.screen.query_one(ArticlePage)
        assert page._layout is not None
        first = page._layout.line_of(A.text.index("The ferry"))
        margin = margins(page.page_width)[0]
        top = 1 - page.scroll_offset.y
        await pilot.mouse_down(ArticlePage, offset=(margin, first + top))
        await pilot.hover(ArticlePage, offset=(margin + 6, first + 1 + top))
        await pilot.mouse_up(ArticlePage, offset=(margin + 6, first + 1 + top))
        await settle(pilot)
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith("The ferry to Saaremaa will stop for repairs on May 4")
        assert "\n" not in pilot.app.clipboard


async def test_marks_survive_a_restart(opened: Opening, tmp_path: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "x", "q")
    async with opened(store=UserData(tmp_path / "user.sqlite3")) as pilot:
        assert pilot.app.session.marked() == [A.id]


async def test_hostile_text_is_drawn_as_it_stands_and_does_nothing(opened: Opening) -> None:
    async with opened((99, 30)) as pilot:
        await press(pilot, "G", "enter")
        text = seen(pilot.app)
        assert "[ad_1]" in text and "[bold]headline[/bold]" in text and "[@click=app.quit]The mayor[/]" in text
        assert "北京的市长星期二说，桥将关闭三个月" in "".join(text.replace("▌", "").split()) and "🚢" in text
        for key in ("1", "3", "4", "i", "escape"):
            await press(pilot, key)
            drawn = seen(pilot.app)
            assert not any(ord(character) < 32 and character != "\n" for character in drawn)
            assert "\u202e" not in drawn and "\x9b" not in drawn


async def test_wide_characters_never_push_a_line_over_the_edge(opened: Opening) -> None:
    from rich.cells import cell_len

    async with opened((41, 12)) as pilot:
        await press(pilot, "G", "enter")
        for key in ("j", "j", "space", "1", "x", "g", "x"):
            await press(pilot, key)
            assert {cell_len(line) for line in seen(pilot.app).splitlines()} == {41}


async def test_a_command_of_another_view_says_where_it_works(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "]")
        assert status(pilot.app).startswith("] works in compare")


async def test_a_key_given_by_the_user_replaces_the_default_everywhere(opened: Opening) -> None:
    place = settings_path()
    place.parent.mkdir(parents=True)
    place.write_text('[keys]\ncompare = "C"\nnext_change = ["n"]\n', encoding="utf-8")
    async with opened() as pilot:
        await press(pilot, "c")
        assert pilot.app.current_mode == View.SOURCES
        await press(pilot, "C")
        assert pilot.app.current_mode == View.COMPARE
        await press(pilot, "n")
        assert pilot.app.screen.query_one(Collation).current_change is not None
        await press(pilot, "1", "?")
        assert "C             Compare: a copy" in seen(pilot.app)


async def test_a_library_that_cannot_be_worked_through_is_told_and_not_a_traceback(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Pile:
        raise MemoryError("no more")

    monkeypatch.setattr("nkreader.opening.open_library", broken)
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        for key in "1234":
            await press(pilot, key)
        assert "could not be opened: MemoryError: no more" in seen(reader)


async def test_what_cannot_be_compared_or_searched_is_told_and_not_a_traceback(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise RecursionError("too [deep]")

    async with opened() as pilot:
        monkeypatch.setattr(Pile, "comparison", broken)
        monkeypatch.setattr(Pile, "search", broken)
        await press(pilot, "c")
        assert status(pilot.app) == "101 and 102 could not be compared: RecursionError: too [deep]"
        await press(pilot, "/", "x")
        assert "RecursionError: too [deep]" in seen(pilot.app)


async def test_files_that_could_not_be_read_are_named_with_the_reason(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Damaged(Pile):
        def __init__(self) -> None:
            super().__init__()
            self.problems = (UnreadableArticle("/pile/[x].bin", "it is no text but a PNG picture"),)

    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Damaged())
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "! /pile/[x].bin: it is no text but a PNG picture" in seen(reader)


async def test_an_empty_library_says_so_in_every_view(user: UserData, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Library([]))
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "there is no article here" in seen(reader)
        assert "no articles" in seen(reader) and "compare it with" not in seen(reader)
        for key in ("2", "3", "4", "1", "j", "G", "enter", "c", "x", "o", "i", "n", "y", "e", "t", "escape"):
            await press(pilot, key)
        assert reader.is_running


async def test_articles_can_be_read_before_they_are_compared(user: UserData, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    go_on = Event()

    class Slow(Pile):
        def analyse_families(self, progress: Any = None) -> Families:
            progress("comparisons", 3, 12)
            go_on.wait(20)
            return self.families

    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Slow())
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(120, 30)) as pilot:
        while reader.session.library is None or reader.progress is None or not reader.progress[2]:
            await pilot.pause()
        await pilot.pause()
        assert "comparisons 3 of 12" in seen(reader)
        assert "9 to go" in seen(reader)
        await pilot.press("o")
        await pilot.pause()
        assert "still comparing" in status(reader)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert SPUN.splitlines()[1] in seen(reader)
        go_on.set()
        await settle(pilot)
        assert reader.session.analysed and "one family of 3" in seen(reader)


async def test_an_opening_that_fails_after_the_first_articles_were_shown_is_told(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*given: Any) -> Library:
        given[-1](Library(list(Pile())[:2]))
        raise OSError("the disk is gone")

    monkeypatch.setattr("nkreader.opening.open_library", failing)
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "the disk is gone" in reader.verdicts[0] and reader.progress is None


async def test_families_are_shown_while_the_claims_are_still_being_gathered(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    go_on = Event()

    class Slow(Pile):
        def analyse_claims(self, progress: Any = None) -> ClaimSet:
            go_on.wait(20)
            return self.claims

    monkeypatch.setattr("nkreader.opening.open_library", lambda *_: Slow())
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(120, 30)) as pilot:
        while not reader.session.analysed or reader.progress != ("claims", 0, 5):
            await pilot.pause()
        assert "one family of 3" in reader.verdicts[0] and "claims 0 of 5" in seen(reader)
        await pilot.press("c")
        await pilot.pause(0.2)
        assert reader.current_mode == "compare"
        await pilot.press("4")
        await pilot.pause(0.2)
        assert "being gathered" in status(reader)
        await pilot.press("f")
        await pilot.pause(0.2)
        assert "once all of them are gathered" in status(reader)
        go_on.set()
        await settle(pilot)
        assert reader.session.gathered and "45.8 million" in status(reader)


async def test_the_first_articles_of_a_large_pile_are_read_while_the_rest_arrives(
    user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    go_on = Event()

    def opening(*given: Any) -> Library:
        given[-1](Library(list(Pile())[:2]))
        go_on.wait(20)
        return Pile()

    monkeypatch.setattr("nkreader.opening.open_library", opening)
    reader = Reader(["pile"], user)
    async with reader.run_test(size=(120, 30)) as pilot:
        while reader.session.library is None:
            await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause(0.2)
        before, trail = reader.session.article, list(reader.session.trail)
        assert len(reader.session.library) == 2 and trail
        go_on.set()
        await settle(pilot)
        assert len(reader.session.library) == 5
        assert (reader.session.article, reader.session.trail) == (before, trail)
        await press(pilot, "escape")
        assert reader.current_mode == "sources"


async def test_the_editor_gets_the_file_and_line_and_a_failure_is_told(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nkreader.app.editor import editor_command

    monkeypatch.setenv("VISUAL", "vim -R")
    assert editor_command("/a b.txt", 7) == ["vim", "-R", "+7", "/a b.txt"]
    monkeypatch.setenv("VISUAL", "gedit")
    assert editor_command("/a.txt", 7) == ["gedit", "/a.txt"]
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    assert editor_command("/a.txt", 7) is None


async def test_copying_says_which_way_the_text_went(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "y")
        assert status(pilot.app) == "copied 6 words by OSC 52 (the terminal)"
        monkeypatch.setenv("TMUX", "/tmp/none,1,0")
        monkeypatch.setenv("PATH", "")
        await press(pilot, "y")
        assert "which tmux may have dropped" in status(pilot.app)


async def test_help_tells_every_command_with_its_keys(opened: Opening) -> None:
    from nkreader.app.commands import COMMANDS

    async with opened((120, 120)) as pilot:
        await press(pilot, "?")
        page = pilot.app.screen.query_one(Told)
        told = " ".join(words.lead + words.text for paragraph in page.paragraphs for words in paragraph.words)
        for command in COMMANDS:
            assert command.help in told and pilot.app.keys.all_shown(command.name) in told


async def test_a_place_kept_in_another_shape_opens_the_comparison_at_its_beginning(
    user: UserData, opened: Opening
) -> None:
    async with opened() as pilot:
        await press(pilot, "c")
        session = pilot.app.session  # type: ignore[attr-defined]  # a Reader
        user.put(session.pair_subject(), "comparison", {"pair": "once", "folded": 3, "at": 1007})
        await press(pilot, "1")
        user.put(session.pair_subject(), "comparison", {"pair": "once", "folded": 3, "at": 1007})
    async with opened() as pilot:
        await press(pilot, "c")
        assert pilot.app.current_mode == View.COMPARE
        assert pilot.app.screen.query_one(Collation).current_change is None


async def test_80_cells_say_the_whole_of_a_change_and_the_keys_below_it(opened: Opening) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, "c", "right_curly_bracket")
        lines = seen(pilot.app).splitlines()
        assert "May 4 > Might 4" in lines[-2] and "…" not in lines[-2]
        assert "fact 1/" in lines[-1] and "} fact" in lines[-1] and "? help" in lines[-1]


async def test_the_list_of_facts_shows_the_changed_words_apart_from_their_sentence(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "L")
        told = pilot.app.screen.query_one(Told)
        pieces = [(words.text, words.marks) for words in told.paragraphs[0].words[1:]]
        assert [text[start:end] for text, [(start, end, _)] in pieces] == ["May 4", "Might 4"]


async def test_the_answer_to_a_key_is_whole_on_the_smallest_screen(opened: Opening) -> None:
    async with opened((40, 12)) as pilot:
        await press(pilot, "G", "c")
        lines = seen(pilot.app).splitlines()
        assert len(lines) == 12
        assert "".join(line.strip() + " " for line in lines[-2:]).startswith(
            "105 has no counterpart here; mark two articles with x to compare them"
        )
        await press(pilot, "g")
        assert "likely original" in seen(pilot.app).splitlines()[-1]


async def test_what_the_user_decides_while_comparing_leaves_the_place_as_it_is(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "c", "right_curly_bracket", "right_curly_bracket")
        collation = pilot.app.screen.query_one(Collation)
        change, outline = collation.current_change, collation.tour and collation.tour.outline
        reader = pilot.app
        assert isinstance(reader, Reader)
        for screen in reader.views():
            screen.refill()
        await settle(pilot)
        assert collation.current_change is change and collation.tour is not None
        assert collation.tour.outline is outline


async def test_enter_in_the_text_opens_the_claim_of_the_sentence_among_all_claims(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "2", "j", "enter")
        assert pilot.app.current_mode == View.CLAIMS
        await press(pilot, "escape")
        assert pilot.app.current_mode == View.READ


@pytest.mark.parametrize(("view", "columns"), [("2", 100), ("3", 120)])
async def test_where_there_are_no_sidebars_their_key_says_from_where_on(
    opened: Opening, view: str, columns: int
) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, view, "backslash")
        assert f"from {columns} columns on" in status(pilot.app)
        await press(pilot, "tab")
        assert status(pilot.app) == "there is no other pane here"


async def test_an_article_is_read_by_paragraph_and_by_percentage(opened: Opening) -> None:
    async with opened((70, 20)) as pilot:
        await press(pilot, "2")
        page = pilot.app.screen.query_one(ArticlePage)
        seen = []
        for key in (")", ")", "("):
            await press(pilot, key)
            seen.append(page.offset_read)
        assert 0 < seen[0] < seen[1] and seen[2] == seen[0]
        assert all(A.text[offset - 1] == "\n" for offset in seen)
        await press(pilot, "%", *"100", "enter")
        assert page.cursor == len(page._page.sentences) - 1 if page._page else False
        await press(pilot, "%", *"0", "enter")
        assert page.cursor == 0


async def test_the_list_of_facts_begins_where_the_reader_is(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c", "}", "}")
        here = status(pilot.app)
        await press(pilot, "L")
        target = pilot.app.screen.query_one(Told).target
        await press(pilot, "enter")
        assert target is not None and status(pilot.app) == here


@pytest.mark.parametrize(("term", "theme"), [("xterm", "nk-terminal"), ("xterm-256color", "nk-dark")])
def test_a_terminal_of_16_colours_is_drawn_in_its_own(
    term: str, theme: str, user: UserData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert Reader(["pile"], user).theme == theme


async def test_an_open_article_whose_file_is_gone_is_said_to_be_gone(user: UserData, tmp_path: Path) -> None:
    folder = saved(tmp_path / "articles")
    reader = Reader([str(folder)], user)
    async with reader.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "2")
        article = reader.session.article
        assert article is not None and reader.session.library is not None
        Path(reader.session.library.card(article).path or "").unlink()
        await press(pilot, "R")
        await settle(pilot)
        assert f"{article} is no longer among the files" in [told.message for told in reader._notifications]
