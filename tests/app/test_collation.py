"""The comparison on screen: what a reader sees of two texts and every move through them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from app.collated import Host, Pair, Story, collate
from nkreader.app.widgets.collation import LEGEND, Collation, Rank
from nkreader.compare.model import ChangeKind, Flag
from nkreader.model import BoilerplateKind

NUMBER, DATE, NAME, WORDING = ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.WORDING

DAM = collate(
    [
        Pair(right="[ad_1]", residue=BoilerplateKind.SHORTCODE),
        Pair("The dam above Ludvika", "The dam above Ludvika", paragraph=True),
        Pair(
            "The council of Ludvika votes on May 9 on the repair of the old dam.",
            "The council of Ludvika votes on Might 9 on the restore of the previous dam.",
            (
                (DATE, "May 9", "Might 9", (Flag.TORTURED_RIGHT,)),
                (WORDING, "repair", "restore"),
                (WORDING, "old", "previous"),
            ),
            paragraph=True,
        ),
        Pair(
            "The work costs 48 million kronor.",
            "The work prices 84 million kronor.",
            ((WORDING, "costs", "prices"), (NUMBER, "48 million", "84 million")),
        ),
        Pair(
            'Engineer Sara Lind said: "The old wall will not hold another spring."',
            'Engineer Sara Lind said: "The previous wall is not going to hold one other spring."',
            (
                (WORDING, "old", "previous", (Flag.IN_QUOTATION,)),
                (WORDING, "another", "one other", (Flag.IN_QUOTATION,)),
            ),
            paragraph=True,
        ),
        Pair("Nobody was hurt in April.", "Nobody was hurt in April."),
        Pair(
            "Two farms lie below it.",
            "2 farms lie below it.",
            ((NUMBER, "Two", "2", (Flag.FORM_ONLY,)),),
            paragraph=True,
            right_place=1,
        ),
        Pair("Their wells ran dry twice.", "Their wells ran dry twice."),
        Pair(right="Further conferences are deliberate.", paragraph=True),
        Pair(right="Residents might converse there."),
        Pair(right="Coffee will probably be served."),
        Pair(right="Source link", residue=BoilerplateKind.SOURCE_LINK, paragraph=True),
    ]
)


@asynccontextmanager
async def opened(story: Story = DAM, size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Host, Pilot[None]]]:
    app = Host(story)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def line_with(app: Host, words: str) -> str:
    found = [line for line in app.screen_lines() if words in line]
    assert found, "\n".join(app.screen_lines())
    return found[0]


async def test_both_texts_stand_level_beside_each_other_under_their_names() -> None:
    async with opened() as (app, _):
        heading = app.screen_lines()[0]
        assert "< 101  likely original" in heading
        assert "> 102  spun copy" in heading
        line = line_with(app, "May 9")
        assert "Might 9" in line
        assert line.index("May 9") < line.index("│") < line.index("Might 9")


async def test_each_line_carries_the_sign_of_its_strongest_change_on_both_sides() -> None:
    async with opened() as (app, _):
        assert line_with(app, "May 9").count("@ The council") == 2
        assert "# The work costs 48" in line_with(app, "48 million")
        assert '" Engineer' in line_with(app, "Engineer")
        assert "= Two farms" in line_with(app, "Two farms")


async def test_an_altered_fact_is_bold_and_underlined_and_wording_is_not() -> None:
    async with opened() as (app, _):
        y = next(number for number, line in enumerate(app.screen_lines()) if "May 9" in line)
        segments = {s.text: s.style for s in app.collation.render_lines(app.collation.size.region)[y]}
        fact, word = segments["May 9"], segments["repair"]
        assert fact is not None and word is not None
        assert fact.bold and fact.underline
        assert not word.bold and not word.underline
        assert word.color != segments[" on the "].color  # type: ignore[union-attr]  # every segment has a style


async def test_reading_begins_at_the_first_sentence_and_not_at_the_residue() -> None:
    async with opened() as (app, _):
        assert app.collation.cursor_row == 1
        assert "shortcode" in line_with(app, "[ad_1]")


async def test_next_change_says_what_it_is_and_how_many_there_are() -> None:
    async with opened() as (app, pilot):
        assert app.collation.next_change()
        await pilot.pause()
        assert app.collation.status() == (
            "date  May 9 > Might 9, an expression English does not use   change 1/8  fact 1/2  quotation 0/1"
        )
        told = app.told[-1]
        assert isinstance(told, Collation.Moved)
        assert told.row_index == 2
        assert told.change is app.collation.current_change
        assert told.left_span == DAM.spans["left"][2]
        assert told.right_span == DAM.spans["right"][2]


async def test_the_current_change_is_lit_on_both_sides() -> None:
    async with opened() as (app, pilot):
        app.collation.next_change()
        await pilot.pause()
        lit = [
            segment.text
            for strip in app.collation.render_lines(app.collation.size.region)
            for segment in strip
            if segment.style is not None and segment.style.reverse
        ]
        assert lit == ["May 9", "Might 9"]


async def test_previous_change_returns_and_stops_at_the_first() -> None:
    async with opened() as (app, _):
        for _ in range(3):
            app.collation.next_change()
        assert app.collation.previous_change()
        assert app.collation.previous_change()
        assert not app.collation.previous_change()
        assert "May 9" in app.collation.status()


async def test_facts_are_visited_without_the_wording_between_them() -> None:
    async with opened() as (app, _):
        said = []
        while app.collation.next_fact():
            said.append(app.collation.status().split("   ")[0])
        assert said == ["date  May 9 > Might 9, an expression English does not use", "number  48 million > 84 million"]
        assert app.collation.previous_fact()
        assert app.collation.status().startswith("date")


async def test_two_changes_in_one_quotation_are_one_altered_quotation() -> None:
    async with opened() as (app, _):
        assert app.collation.next_quotation()
        assert app.collation.status().endswith("quotation 1/1")
        assert "inside a quotation" in app.collation.status()
        assert not app.collation.next_quotation()
        assert not app.collation.previous_quotation()


async def test_the_same_value_in_another_form_is_no_fact() -> None:
    async with opened() as (app, _):
        app.collation.go_to("left", DAM.left.text.index("Two farms"))
        assert app.collation.status().startswith("number  Two > 2, same value in another form")


async def test_a_change_made_elsewhere_too_says_so() -> None:
    pairs = [
        Pair(f"The White House denied it {day}.", f"The White Home denied it {day}.", ((NAME, "House", "Home"),))
        for day in ("on Monday", "on Tuesday", "again")
    ]
    async with opened(collate(pairs)) as (app, _):
        app.collation.next_fact()
        assert "also at 2 other places" in app.collation.status()


async def test_what_only_one_side_has_folds_to_a_line_and_unfolds_on_it() -> None:
    async with opened() as (app, pilot):
        folded = line_with(app, "3 sentences only in 102")
        assert folded.index("│") < folded.index("3 sentences")
        assert not any("Residents" in line for line in app.screen_lines())
        app.collation.go_to("right", DAM.right.text.index("Further"))
        app.collation.toggle_fold()
        assert "3 sentences only in 102" in app.collation.status()
        assert app.collation.choose()
        await pilot.pause()
        assert "+ Residents might" in line_with(app, "Residents")
        assert app.collation.choose()
        await pilot.pause()
        assert not any("Residents" in line for line in app.screen_lines())


async def test_all_runs_unfold_and_fold_together() -> None:
    async with opened() as (app, pilot):
        assert app.collation.toggle_all_folds()
        await pilot.pause()
        assert line_with(app, "Coffee")
        assert app.collation.toggle_all_folds()
        await pilot.pause()
        assert not any("Coffee" in line for line in app.screen_lines())


async def test_choosing_a_sentence_tells_which() -> None:
    async with opened() as (app, pilot):
        app.collation.next_change()
        assert app.collation.choose()
        await pilot.pause()
        told = app.told[-1]
        assert isinstance(told, Collation.Chosen)
        assert told.row_index == 2


async def test_going_to_an_offset_opens_the_fold_that_hides_it() -> None:
    async with opened() as (app, pilot):
        assert app.collation.go_to("right", DAM.right.text.index("Residents"))
        await pilot.pause()
        assert "Residents might" in line_with(app, "Residents")
        assert app.collation.status().startswith("only in 102")


async def test_moved_text_says_where_it_stands_and_leads_there_and_back() -> None:
    async with opened() as (app, pilot):
        assert "moved from 4 sentences above in 102" in line_with(app, "moved from")
        ghost = line_with(app, "here in 102")
        assert "2 farms lie" in ghost and "shown below" in ghost
        app.collation.go_to("left", DAM.left.text.index("Two farms"))
        assert app.collation.moved_partner()
        await pilot.pause()
        assert app.collation.cursor_row < 6
        assert app.collation.moved_partner()
        assert app.collation.cursor_row == 6


async def test_a_comparison_without_moved_text_leads_nowhere() -> None:
    async with opened(collate([Pair("It rained.", "It rained.")])) as (app, _):
        assert not app.collation.moved_partner()


async def test_back_returns_to_where_a_jump_came_from() -> None:
    async with opened() as (app, _):
        app.collation.next_fact()
        app.collation.go_to("left", DAM.left.text.index("Their wells"))
        assert app.collation.back()
        assert app.collation.status().startswith("date")
        assert app.collation.back()
        assert app.collation.cursor_row == 1
        assert not app.collation.back()


async def test_the_cursor_moves_by_rows_and_a_fold_is_one() -> None:
    async with opened() as (app, pilot):
        rows = [app.collation.cursor_row]
        while app.collation.move_cursor(1):
            rows.append(app.collation.cursor_row)
        assert rows == [1, 2, 3, 4, 5, 6, 7, 8, 11]
        await pilot.pause()
        assert any("▌" in line and "source-link" in line for line in app.screen_lines())
        assert app.collation.move_cursor(-1)
        assert app.collation.cursor_row == 8


async def test_the_ends_and_percentages_of_a_comparison_are_reached() -> None:
    async with opened(size=(120, 14)) as (app, pilot):
        assert app.collation.end()
        await pilot.pause()
        assert line_with(app, "Source link")
        assert app.collation.home()
        await pilot.pause()
        assert app.collation.cursor_row == 0 and line_with(app, "[ad_1]")
        assert app.collation.go_to_percent(50)
        assert 2 < app.collation.cursor_row < 8


async def test_a_page_goes_on_where_the_last_one_ended() -> None:
    story = collate([Pair(f"Sentence number {n}.", f"Sentence number {n}.") for n in range(60)])
    async with opened(story, (120, 20)) as (app, pilot):
        seen = {line[3:21].strip() for line in app.screen_lines()[2:]}
        assert app.collation.page(1)
        await pilot.pause()
        following = {line[3:21].strip() for line in app.screen_lines()[2:]}
        assert len(seen & following) == 2
        assert 0 < app.collation.cursor_row < 60
        assert app.collation.page(-1)
        await pilot.pause()
        assert {line[3:21].strip() for line in app.screen_lines()[2:]} == seen
        assert not app.collation.page(-1)


async def test_a_sentence_longer_than_the_screen_is_scrolled_through() -> None:
    long = " ".join(f"word{n}" for n in range(400)) + "."
    story = collate([Pair(long, long), Pair("The end.", "The end.")])
    async with opened(story, (100, 20)) as (app, pilot):
        steps = 0
        while app.collation.cursor_row == 0 and steps < 20:
            assert app.collation.move_cursor(1)
            await pilot.pause()
            steps += 1
        assert 1 < steps < 20
        assert app.collation.cursor_row == 1


async def test_paragraphs_keep_the_gaps_of_the_text_and_are_a_move() -> None:
    async with opened() as (app, _):
        lines = app.screen_lines()
        at = next(number for number, line in enumerate(lines) if "May 9" in line)
        assert not lines[at - 1].replace("│", "").strip(" @·#┃")
        assert app.collation.move_paragraph(1)
        assert app.collation.cursor_row == 2
        assert app.collation.move_paragraph(1)
        assert app.collation.cursor_row == 4
        assert app.collation.move_paragraph(-1)
        assert app.collation.cursor_row == 2


async def test_ranks_hide_what_is_less_than_asked_for() -> None:
    async with opened() as (app, pilot):
        assert app.collation.rank is Rank.EVERYTHING
        app.collation.cycle_rank()
        await pilot.pause()
        assert app.collation.rank is Rank.FACTS_AND_QUOTATIONS
        visited = []
        while app.collation.next_change():
            assert app.collation.current_change is not None
            visited.append(app.collation.current_change)
        assert [change.kind for change in visited] == [DATE, NUMBER, WORDING, WORDING]
        app.collation.cycle_rank()
        await pilot.pause()
        assert app.collation.rank is Rank.FACTS
        assert app.collation.current_change is None
        assert app.collation.counts() == "fact 2/2"
        assert "  Engineer" in line_with(app, "Engineer")
        app.collation.cycle_rank()
        assert app.collation.rank is Rank.EVERYTHING


async def test_below_a_hundred_columns_the_texts_are_stacked_original_first() -> None:
    async with opened(size=(90, 40)) as (app, _):
        lines = app.screen_lines()
        left = next(number for number, line in enumerate(lines) if "May 9" in line)
        right = next(number for number, line in enumerate(lines) if "Might 9" in line)
        assert 0 < right - left <= 2
        assert "<@ The council" in lines[left]
        assert ">@ The council" in lines[right]


async def test_stacked_text_that_is_the_same_in_both_is_shown_once() -> None:
    async with opened(size=(90, 40)) as (app, _):
        assert sum("Nobody was hurt" in line for line in app.screen_lines()) == 1


async def test_the_layout_is_changed_by_hand_and_the_cursor_stays_on_its_line() -> None:
    async with opened(size=(120, 20)) as (app, pilot):
        app.collation.next_fact()
        app.collation.next_fact()
        app.collation.scroll_to(y=3, animate=False)
        await pilot.pause()
        before = next(number for number, line in enumerate(app.screen_lines()) if "48 million" in line)
        assert app.collation.toggle_layout()
        await pilot.pause()
        lines = app.screen_lines()
        # The headings are a line higher when stacked.
        assert next(number for number, line in enumerate(lines) if "48 million" in line) == before + 1
        assert app.collation.layout_mode == "stacked"
        assert app.collation.toggle_layout()
        assert app.collation.layout_mode == "side"


async def test_the_place_in_the_text_survives_a_resize() -> None:
    story = collate([Pair(f"Sentence {n} " + "goes on " * 12 + ".", f"Sentence {n}.") for n in range(80)])
    async with opened(story, (160, 30)) as (app, pilot):
        app.collation.go_to("left", story.left.text.index("Sentence 40 "))
        await pilot.pause()
        for width in (110, 70, 45, 160):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            assert "▌" in line_with(app, "Sentence 40 ")


async def test_the_divider_gives_one_column_more_room() -> None:
    async with opened() as (app, pilot):
        before = line_with(app, "May 9").index("│")
        assert app.collation.move_divider(10)
        await pilot.pause()
        assert line_with(app, "May 9").index("│") == before + 10
        while app.collation.move_divider(10):
            pass
        await pilot.pause()
        assert "│" in line_with(app, "May 9")


async def test_columns_stay_readable_on_a_very_wide_screen() -> None:
    long = "a plain word or two " * 40
    async with opened(collate([Pair(long, long)]), (300, 20)) as (app, _):
        lines = [line for line in app.screen_lines()[2:] if "plain" in line]
        assert max(len(line.split("│")[0].strip(" ▌")) for line in lines) <= 88


async def test_the_smallest_screen_still_reads() -> None:
    async with opened(size=(40, 9)) as (app, pilot):
        app.collation.next_fact()
        await pilot.pause()
        assert all(len(line) == 40 for line in app.screen_lines())
        assert "▌" in line_with(app, "May 9")
        assert "101" in app.screen_lines()[0] and "102" in app.screen_lines()[0]


async def test_the_overview_shows_facts_and_leads_to_the_one_clicked() -> None:
    pairs = [Pair(f"Sentence number {n}.", f"Sentence number {n}.") for n in range(100)]
    pairs[50] = Pair("He owes 5 dollars.", "He owes 6 dollars.", ((NUMBER, "5", "6"),))
    async with opened(collate(pairs), (120, 22)) as (app, pilot):
        bar = [line[-2] for line in app.screen_lines()]
        assert bar.count("#") == 1
        assert not any("owes" in line for line in app.screen_lines())
        await pilot.click(Collation, offset=(118, bar.index("#")))
        await pilot.pause()
        assert line_with(app, "owes")
        assert app.collation.status().startswith("number  5 > 6")


async def test_the_overview_scrolls_where_nothing_was_changed() -> None:
    story = collate([Pair(f"Sentence number {n}.", f"Sentence number {n}.") for n in range(100)])
    async with opened(story, (120, 22)) as (app, pilot):
        await pilot.mouse_down(Collation, offset=(119, 21))
        await pilot.pause()
        assert line_with(app, "Sentence number 99.")
        await pilot.hover(Collation, offset=(119, 11))
        await pilot.pause()
        assert line_with(app, "Sentence number 45.")
        await pilot.mouse_up(Collation, offset=(119, 11))


async def test_after_scrolling_away_the_cursor_goes_on_from_what_is_visible() -> None:
    story = collate([Pair(f"Sentence number {n}.", f"Sentence number {n}.") for n in range(100)])
    async with opened(story, (120, 22)) as (app, pilot):
        app.collation.scroll_to(y=50, animate=False)
        await pilot.pause()
        app.collation.move_cursor(1)
        await pilot.pause()
        assert app.collation.cursor_row == 51
        assert app.collation.scroll_offset.y == 49


async def test_a_drag_that_ends_on_a_fold_does_not_open_it() -> None:
    async with opened() as (app, pilot):
        lines = app.screen_lines()
        first = next(number for number, line in enumerate(lines) if "Two farms" in line)
        last = next(number for number, line in enumerate(lines) if "only in 102" in line)
        await pilot.mouse_down(Collation, offset=(70, first))
        await pilot.hover(Collation, offset=(75, last))
        await pilot.mouse_up(Collation, offset=(75, last))
        await pilot.pause()
        assert app.screen.get_selected_text()
        assert line_with(app, "3 sentences only in 102")


async def test_the_divider_follows_the_pointer() -> None:
    async with opened() as (app, pilot):
        at = line_with(app, "May 9").index("│")
        await pilot.mouse_down(Collation, offset=(at, 10))
        await pilot.hover(Collation, offset=(at - 12, 10))
        await pilot.mouse_up(Collation, offset=(at - 12, 10))
        await pilot.pause()
        assert line_with(app, "May 9").index("│") == at - 12


async def test_going_to_an_offset_may_leave_the_fold_closed() -> None:
    async with opened() as (app, pilot):
        assert app.collation.go_to("right", DAM.right.text.index("Residents"), unfold=False)
        await pilot.pause()
        assert "3 sentences only in 102" in app.collation.status()
        assert not any("Residents" in line for line in app.screen_lines())


async def test_a_click_puts_the_cursor_on_a_change_and_opens_a_fold() -> None:
    async with opened() as (app, pilot):
        y = next(number for number, line in enumerate(app.screen_lines()) if "May 9" in line)
        await pilot.click(Collation, offset=(app.screen_lines()[y].index("Might") + 1, y))
        assert app.collation.status().startswith("date")
        y = next(number for number, line in enumerate(app.screen_lines()) if "only in 102" in line)
        await pilot.click(Collation, offset=(app.screen_lines()[y].index("only"), y))
        await pilot.pause()
        assert line_with(app, "Coffee")


async def test_dragging_in_one_column_copies_its_text_unwrapped() -> None:
    long = (
        "The mill stood on the river for four hundred years before the flood of 1910 took its wheel and its roof away."
    )
    story = collate([Pair(long, long), Pair("Nobody rebuilt it.", "Nobody built it again.")])
    async with opened(story, (100, 20)) as (app, pilot):
        lines = app.screen_lines()
        first = next(number for number, line in enumerate(lines) if "mill" in line)
        last = next(number for number, line in enumerate(lines) if "Nobody" in line)
        x = lines[first].rindex("mill")
        await pilot.mouse_down(Collation, offset=(x, first))
        await pilot.hover(Collation, offset=(x, last))
        await pilot.hover(Collation, offset=(lines[last].rindex("again"), last))
        await pilot.mouse_up(Collation, offset=(lines[last].rindex("again"), last))
        await pilot.pause()
        assert app.screen.get_selected_text() == long[4:] + " Nobody built it a"


async def test_a_selection_stays_in_the_column_where_it_began() -> None:
    story = collate(
        [Pair("The mill stood by the river.", "The mill stood near it."), Pair("It fell.", "It fell down.")]
    )
    async with opened(story, (100, 20)) as (app, pilot):
        lines = app.screen_lines()
        first = next(number for number, line in enumerate(lines) if "river" in line)
        await pilot.mouse_down(Collation, offset=(lines[first].index("stood"), first))
        await pilot.hover(Collation, offset=(80, first))
        await pilot.hover(Collation, offset=(80, first + 1))
        await pilot.mouse_up(Collation, offset=(80, first + 1))
        await pilot.pause()
        assert app.screen.get_selected_text() == "stood by the river. It fell."


async def test_a_double_click_selects_the_sentence() -> None:
    async with opened() as (app, pilot):
        lines = app.screen_lines()
        y = next(number for number, line in enumerate(lines) if "The work" in line)
        await pilot.click(Collation, offset=(lines[y].rindex("work"), y), times=2)
        await pilot.pause()
        assert app.screen.get_selected_text() == "The work prices 84 million kronor."


async def test_sentences_are_selected_by_keys_in_one_column_and_then_in_the_other() -> None:
    async with opened() as (app, pilot):
        collation = app.collation
        collation.move_cursor(1)
        assert not collation.switch_side()
        assert collation.extend_selection(1)
        await pilot.pause()
        assert collation.selected_text() == "The council of Ludvika votes on May 9 on the repair of the old dam."
        assert collation.extend_selection(1)
        await pilot.pause()
        assert collation.selected_text().endswith("the old dam. The work costs 48 million kronor.")
        assert collation.switch_side()
        await pilot.pause()
        assert collation.selected_text().endswith("the previous dam. The work prices 84 million kronor.")
        app.screen.clear_selection()
        await pilot.pause()
        assert collation.selected_text() == ""
        collation.extend_selection(-1)
        await pilot.pause()
        assert collation.selected_text() == "The work prices 84 million kronor."


async def test_a_selection_across_a_fold_copies_what_is_folded() -> None:
    async with opened() as (app, pilot):
        app.collation.end()
        app.collation.move_cursor(-1)
        app.collation.extend_selection(1)
        app.collation.switch_side()
        await pilot.pause()
        assert app.collation.selected_text() == (
            "Further conferences are deliberate. Residents might converse there. Coffee will probably be served."
        )


async def test_the_selection_is_drawn_in_its_column_only() -> None:
    async with opened() as (app, pilot):
        app.collation.extend_selection(1)
        await pilot.pause()
        y = next(number for number, line in enumerate(app.screen_lines()) if "The dam" in line)
        strip = app.collation.render_lines(app.collation.size.region)[y]
        grounds = [s.style.bgcolor for s in strip if "The dam" in s.text and s.style is not None]
        assert len(grounds) == 2 and grounds[0] != grounds[1]


async def test_search_hits_are_marked() -> None:
    async with opened() as (app, pilot):
        start = DAM.left.text.index("Nobody")
        from nkreader.model import Span

        app.collation.set_hits(left=[Span(start, start + 6)])
        await pilot.pause()
        y = next(number for number, line in enumerate(app.screen_lines()) if "Nobody" in line)
        strip = app.collation.render_lines(app.collation.size.region)[y]
        hits = [s.text for s in strip if s.style is not None and s.style.bold]
        assert hits == ["Nobody"]


async def test_markup_and_escapes_in_a_text_are_shown_and_do_nothing() -> None:
    said = "[bold]Prices[/bold] rose \x1b[31mby [@click=app.quit]a third[/] \u202ein May.\x07"
    async with opened(collate([Pair(said, said)], left="[red]x", right="\x1b[2Jy")) as (app, _):
        shown = "\n".join(app.screen_lines())
        assert "[bold]Prices[/bold] rose ␛[31mby [@click=app.quit]a" in shown
        assert "\x1b" not in shown and "\u202e" not in shown and "\x07" not in shown


@pytest.mark.parametrize("size", [(120, 20), (60, 20), (40, 12)])
async def test_wide_joined_and_combining_characters_keep_the_columns_straight(size: tuple[int, int]) -> None:
    said = "北京的市长星期二说，大桥将关闭三个月。家人👩‍👩‍👧来了，船🚢也来了。 Cafe\u0301 Zoe\u0308 stayed open."
    changed = said.replace("三", "四")
    story = collate([Pair(said, changed, ((NUMBER, "三", "四"),)), Pair("It rained.", "It poured.")])
    async with opened(story, size) as (app, _):
        from rich.cells import cell_len

        for line in app.screen_lines():
            assert cell_len(line) == size[0]
        shown = "".join(app.screen_lines())
        assert "👩‍👩‍👧" in shown and "e\u0301" in shown


@pytest.fixture
def no_color(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NO_COLOR", "1")
    yield


async def test_without_colour_changes_are_told_by_underline_and_weight(no_color: None) -> None:
    async with opened() as (app, _):
        y = next(number for number, line in enumerate(app.screen_lines()) if "May 9" in line)
        segments = {s.text: s.style for s in app.collation.render_lines(app.collation.size.region)[y]}
        fact, word = segments["May 9"], segments["repair"]
        assert fact is not None and word is not None
        assert fact.bold and fact.underline
        assert word.underline and not word.bold


async def test_nothing_to_compare_is_an_empty_screen_and_no_move_fails() -> None:
    async with opened(collate([])) as (app, pilot):
        for clear in (False, True):
            if clear:
                app.collation.clear()
            await pilot.pause()
            collation = app.collation
            for move in (
                collation.next_change,
                collation.previous_fact,
                collation.next_quotation,
                collation.moved_partner,
                collation.home,
                collation.end,
                collation.choose,
                collation.toggle_fold,
                collation.toggle_all_folds,
                collation.back,
            ):
                assert not move()
            assert not collation.move_cursor(1)
            assert not collation.page(1)
            assert not collation.go_to("left", 0)
            assert collation.status() == ""


def test_the_legend_explains_every_sign_once() -> None:
    signs = [sign for sign, _, _ in LEGEND]
    assert len(signs) == len(set(signs))
    names = {name for _, name, _ in LEGEND}
    assert {str(kind) for kind in ChangeKind} <= names


async def test_the_cursor_fades_while_another_pane_has_the_focus() -> None:
    async with opened() as (app, pilot):

        def bar() -> object:
            strips = app.collation.render_lines(app.collation.size.region)
            return next(s.style.color for strip in strips for s in strip if s.text == "▌" and s.style is not None)

        focused = bar()
        app.screen.set_focus(None)
        await pilot.pause()
        assert bar() != focused
        app.collation.focus()
        await pilot.pause()
        assert bar() == focused


@pytest.mark.parametrize("mode", ["side", "stacked"])
async def test_a_window_far_too_small_shows_what_fits_and_fails_nowhere(mode: str) -> None:
    async with opened() as (app, pilot):
        app.collation.layout_mode = "side" if mode == "side" else "stacked"
        for size in ((24, 6), (9, 3), (2, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            app.collation.next_change()
            await pilot.pause()
            assert all(len(line) == size[0] for line in app.screen_lines())
        assert line_with(app, "May 9")
