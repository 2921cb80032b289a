"""Long pages are measured where they are seen: no text is passed over, and places hold while the rest is measured."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from app.collated import Host, Pair, Story, collate
from nkreader.app.themes import DEFAULT, THEMES, VARIABLE_DEFAULTS
from nkreader.app.widgets.article_lines import Page, margins
from nkreader.app.widgets.article_page import ArticlePage
from nkreader.app.widgets.heights import AT_ONCE, Heights
from nkreader.app.widgets.settling import Settling
from nkreader.model import Article
from nkreader.text.sentences import sentences

HEIGHTS = st.lists(st.integers(0, 9), min_size=AT_ONCE + 1, max_size=AT_ONCE + 60)


@given(HEIGHTS, st.data())
def test_what_was_settled_is_exact_and_in_the_end_all_is(heights: list[int], data: st.DataObject) -> None:
    found = Heights([3] * len(heights), heights.__getitem__)
    index, lines = data.draw(st.integers(0, len(heights) - 1)), data.draw(st.integers(1, 60))
    found.settle(index, lines)
    below = above = 0
    for place in range(index, len(heights)):
        if below >= lines:
            break
        assert found.bottom(place) - found.starts[place] == heights[place]
        below += heights[place]
    for place in range(index - 1, -1, -1):
        if above >= lines:
            break
        assert found.bottom(place) - found.starts[place] == heights[place]
        above += heights[place]
    while not found.measure_some(data.draw(st.integers(1, 200))):
        assert not found.settled
    found.settle(0, 1)
    assert found.settled
    assert found.starts == list(itertools.accumulate(heights, initial=0))


def long_story() -> Story:
    """Rows of very different lengths, more than are measured at once, each with a number of its own."""
    pairs = []
    for number in range(AT_ONCE * 2):
        words = f"Row{number:04} " + "the harbour council met again " * (number * 7 % 11)
        pairs.append(Pair(words.strip() + ".", words.strip() + " today.", paragraph=number % 3 == 0))
    return collate(pairs)


async def settled(pilot: Pilot[None], page: Settling) -> None:
    while page.heights is None or not page.heights.settled:
        await pilot.pause(0.01)


def numbers_seen(page: Settling) -> list[str]:
    text = " ".join(strip.text for strip in page.render_lines(page.size.region))
    return [word[:7] for word in text.split() if word.startswith("Row")]


async def test_paging_through_a_long_comparison_passes_over_nothing() -> None:
    app = Host(long_story())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        page = app.collation
        for direction, last in ((1, f"Row{AT_ONCE * 2 - 1:04}"), (-1, "Row0000")):
            found: dict[str, None] = {}
            while last not in found:
                found |= dict.fromkeys(numbers_seen(page))
                assert page.page(direction)
            assert [*sorted(found)] == [f"Row{number:04}" for number in range(AT_ONCE * 2)]


async def test_the_sentence_read_stays_on_the_screen_while_a_long_comparison_is_laid_out_anew() -> None:
    app = Host(long_story())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        page = app.collation
        page.go_to("left", app.story.left.text.index("Row0600"))
        assert "Row0600" in numbers_seen(page)
        for width in (70, 200, 101, 40):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            before = numbers_seen(page)
            assert "Row0600" in before
            await settled(pilot, page)
            assert numbers_seen(page) == before
        assert page.end() and f"Row{AT_ONCE * 2 - 1:04}" in numbers_seen(page)
        assert page.home() and "Row0000" in numbers_seen(page)


class ReadingApp(App[None]):
    """An article's page and nothing else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT
        self.article = Article("long", text)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield ArticlePage()

    def on_mount(self) -> None:
        self.page.show(Page(self.article, sentences(self.article)))

    @property
    def page(self) -> ArticlePage:
        return self.query_one(ArticlePage)


LONG_ARTICLE = "\n\n".join(
    " ".join([f"Row{number:04}", *["the harbour council met again"] * (number * 7 % 40), "today."])
    for number in range(AT_ONCE * 2)
)


async def test_a_long_article_is_read_to_its_end_and_back_without_a_gap() -> None:
    app = ReadingApp(LONG_ARTICLE)
    async with app.run_test(size=(70, 24)) as pilot:
        await pilot.pause()
        for direction, last in ((1, f"Row{AT_ONCE * 2 - 1:04}"), (-1, "Row0000")):
            found: dict[str, None] = {}
            while last not in found:
                found |= dict.fromkeys(numbers_seen(app.page))
                app.page.page(direction)
            assert [*sorted(found)] == [f"Row{number:04}" for number in range(AT_ONCE * 2)]


async def test_what_is_selected_in_an_article_stays_selected_when_the_window_changes() -> None:
    app = ReadingApp(LONG_ARTICLE)
    async with app.run_test(size=(70, 24)) as pilot:
        await pilot.pause()
        app.page.go_to(LONG_ARTICLE.index("Row0500"))
        await pilot.double_click(ArticlePage, offset=(20, 10))
        sentence = app.page.sentence
        assert sentence is not None
        for width in (70, 120, 50):
            await pilot.resize_terminal(width, 24)
            await settled(pilot, app.page)
            assert app.screen.get_selected_text() == sentence.of(LONG_ARTICLE)


async def test_a_selection_that_ends_between_paragraphs_ends_with_the_one_before() -> None:
    app = ReadingApp("The ferry stops.\n\nIt runs again in June.\n\nNobody minds.")
    async with app.run_test(size=(70, 12)) as pilot:
        await pilot.pause()
        margin = margins(app.page.page_width)[0]
        await pilot.mouse_down(ArticlePage, offset=(margin + 4, 0))
        await pilot.hover(ArticlePage, offset=(margin + 30, 3))
        await pilot.mouse_up(ArticlePage, offset=(margin + 30, 3))
        assert app.screen.get_selected_text() == "ferry stops.\n\nIt runs again in June."


async def test_the_cursor_s_bar_stands_at_every_line_of_its_sentence() -> None:
    text = "The ferry stops for repairs until the ice has left the harbour of Virtsu in spring. It runs again then."
    app = ReadingApp(f"{text}\n\n{text}")
    async with app.run_test(size=(40, 16)) as pilot:
        await pilot.pause()
        for sentence in (0, 2):
            app.page.go_to(app.page._page.sentences[sentence].start if app.page._page else 0)
            lines = [strip.text for strip in app.page.render_lines(app.page.size.region)]
            barred = [number for number, line in enumerate(lines) if line.lstrip().startswith("▌")]
            first = next(n for n, line in enumerate(lines) if "The ferry" in line and (sentence == 0 or n > 4))
            assert barred == [first, first + 1, first + 2]
