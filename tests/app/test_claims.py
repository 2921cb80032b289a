"""Claims as a fact-checker works through them: compared, narrowed, marked, and found again another day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.driving import Opening, press
from app.pile import A, B, D
from nkreader.app.commands import View
from nkreader.app.screens.base import ViewScreen
from nkreader.app.widgets.article_page import ArticlePage
from nkreader.app.widgets.claims_matrix import ClaimsMatrix
from nkreader.app.widgets.claims_panel import ClaimsPanel
from nkreader.store import UserData


def seen(app: Any) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def status(app: Any) -> str:
    screen = app.view_screen
    assert isinstance(screen, ViewScreen)
    return screen.status.message


def listed(app: Any) -> list[str]:
    """The claims of the panel that is shown."""
    return [shown.claim.id for shown in app.screen.query_one(ClaimsPanel)._shown]


async def test_enter_on_a_cell_shows_both_wordings_side_by_side_at_that_row(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4")
        for cell in ((), ("l",)):
            await press(pilot, *cell, "enter")
            assert pilot.app.current_mode == View.COMPARE
            assert pilot.app.session.pair == (A.id, B.id)
            row = pilot.app.screen._row
            assert "48.5 million" in row.left[0].of(A.text) and "45.8 million" in row.right[0].of(B.text)
            await press(pilot, "escape")
            assert pilot.app.current_mode == View.CLAIMS


async def test_what_a_copy_garbled_is_told_from_the_original_on(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4")
        assert "48.5 million > 45.8 million" in status(pilot.app)
        await press(pilot, "l")
        assert "48.5 million > 45.8 million" in status(pilot.app)


async def test_marking_an_article_says_so_in_the_claims_too(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4", "x")
        assert "is marked" in status(pilot.app)


async def test_enter_on_a_claim_of_one_article_opens_its_sentence(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4", "G", "l", "l", "l")
        matrix = pilot.app.screen.query_one(ClaimsMatrix)
        assert matrix.article == D.id
        await press(pilot, "enter")
        sentence = pilot.app.screen.query_one(ArticlePage).sentence
        assert pilot.app.current_mode == View.READ
        assert sentence is not None and "attic until 2019" in sentence.of(D.text)


async def test_a_mark_is_told_by_sign_and_word_in_matrix_and_sidebar_and_undone(opened: Opening) -> None:
    async with opened((150, 40)) as pilot:
        await press(pilot, "4", "M", "w")
        assert status(pilot.app).startswith("✗ wrong (u takes it back)")
        assert "✗ wrong" in seen(pilot.app) and "[!]✗" in seen(pilot.app)
        await press(pilot, "2")
        assert "✗ wrong" in seen(pilot.app)
        await press(pilot, "u")
        assert "taken back: ✗ wrong on “The work will cost" in status(pilot.app)
        await press(pilot, "4")
        assert "✗" not in seen(pilot.app)


async def test_a_note_is_kept_beside_the_mark_and_both_survive_a_restart(opened: Opening, tmp_path: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "4", "M", "d", "M", "n", *"ask [bold]", "enter")
        assert "≈ doubtful: ask [bold]" in seen(pilot.app)
        await press(pilot, "q")
    async with opened(store=UserData(tmp_path / "user.sqlite3")) as pilot:
        await press(pilot, "4")
        assert "≈ doubtful: ask [bold]" in seen(pilot.app)
        await press(pilot, "M", "c")
        assert "✓ checked: ask [bold]" in seen(pilot.app)
        await press(pilot, "M", "0")
        assert "ask" not in seen(pilot.app).replace("Kask", "")


async def test_leaving_the_menu_changes_nothing_and_enter_takes_the_line_of_the_cursor(opened: Opening) -> None:
    async with opened((40, 12)) as pilot:
        await press(pilot, "4", "M")
        assert all(word in seen(pilot.app) for word in ("✓ checked", "≈ doubtful", "✗ wrong", "○ to do", "a note"))
        await press(pilot, "escape")
        assert "✗" not in seen(pilot.app)
        await press(pilot, "M", "j", "j", "enter")
        assert "✗" in seen(pilot.app)


async def test_a_claim_is_marked_where_it_is_read_and_compared(opened: Opening, user: UserData) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, "2", "j", "M", "t")
        (entry,) = user.get(A.digest, "claims").items()
        start, end = map(int, entry[0].split("-"))
        assert A.text[start:end].startswith("The ferry to Saaremaa will stop")
        assert entry[1] == {"mark": "to do", "note": ""}
        await press(pilot, "c", "}", "}", "M", "w")
        marks = {A.text[slice(*map(int, place.split("-")))] for place in user.get(A.digest, "claims")}
        assert "The work will cost 48.5 million euros" in marks


async def test_a_sentence_without_a_claim_says_that_there_is_nothing_to_mark(opened: Opening) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, "2", "G", "M")
        assert status(pilot.app) == "there is no claim here to mark"
        await press(pilot, "1", "M")
        assert status(pilot.app).startswith("M works in read, compare and claims: mark a claim")


async def test_claims_are_narrowed_to_one_speaker_in_matrix_and_sidebar(opened: Opening) -> None:
    async with opened((150, 40)) as pilot:
        await press(pilot, "4", "F")
        text = seen(pilot.app)
        assert "Speakers" in text and "Mari Kask  1" in text and "conflicts  3" in text
        await press(pilot, "G", "k", "k", "enter")
        matrix = pilot.app.screen.query_one(ClaimsMatrix)
        assert matrix.filter == "said by Liis Tamm" and matrix.count == 1
        await press(pilot, "F", "G", "k", "enter")
        assert matrix.filter == "said by Mari Kask"
        await press(pilot, "1", "g", "2")
        assert listed(pilot.app) == ["c2"]
        assert "Claims: said by Mari Kask" in seen(pilot.app)


async def test_claims_are_narrowed_to_conflicts_beside_the_text(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "2")
        assert listed(pilot.app) == ["c1", "c2", "c3", "c4"]
        await press(pilot, "f")
        assert status(pilot.app) == "claims shown: conflicts"
        assert listed(pilot.app) == ["c1", "c2", "c3"]
        await press(pilot, "f")
        assert status(pilot.app) == "claims shown: figure"
        assert listed(pilot.app) == ["c3", "c4"]


async def test_claims_are_narrowed_to_what_is_left_to_do(opened: Opening) -> None:
    async with opened() as pilot:
        await press(pilot, "4", "j", "M", "t", "F")
        assert "to do  1" in seen(pilot.app)
        await press(pilot, "escape", *"ffffff")
        matrix = pilot.app.screen.query_one(ClaimsMatrix)
        assert matrix.filter == "to do" and matrix.count == 1
        await press(pilot, "M", "c")
        assert pilot.app.is_running


async def test_the_sidebar_of_a_pair_says_what_both_say_and_what_only_one_says(opened: Opening) -> None:
    async with opened((150, 60)) as pilot:
        await press(pilot, "c")
        text = seen(pilot.app)
        assert "! number differs" in text and "<  only at the left" in text
