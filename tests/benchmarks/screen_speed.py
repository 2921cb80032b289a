"""What two texts of 50,000 words cost on the screen. By hand: `python tests/benchmarks/screen_speed.py`.

CPU milliseconds until all is painted, Textual's own part included, medians of several; beside them what the same costs
on two pages that show nothing, and what is still measured afterwards, in slices, while no key is pressed.
"""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

TIMES = 12
"""How often each act is done, the first two not counted; even, so that two acts in turn end as they began."""

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from compare_speed import spun, text_of  # noqa: E402
from textual.app import App, ComposeResult  # noqa: E402
from textual.pilot import Pilot  # noqa: E402
from textual.scroll_view import ScrollView  # noqa: E402

from nkreader.app.app import Reader  # noqa: E402
from nkreader.app.screens.base import ViewScreen  # noqa: E402
from nkreader.app.widgets.article_page import ArticlePage  # noqa: E402
from nkreader.app.widgets.collation import Collation  # noqa: E402
from nkreader.app.widgets.settling import Settling  # noqa: E402
from nkreader.store import UserData  # noqa: E402

WIDE, NARROW, BROAD = (140, 45), (90, 45), (160, 45)


class Bare(App[None]):
    """An app that shows nothing, in three panes as the reader has them."""

    CSS = "ScrollView { width: 1fr; } #left, #right { width: 26; } Screen { layout: horizontal; }"

    def compose(self) -> ComposeResult:
        yield ScrollView(id="left")
        yield ScrollView()
        yield ScrollView(id="right")


async def milliseconds(pilot: Pilot[None], act: Callable[[], Awaitable[object]], page: Settling | None) -> list[float]:
    """CPU of one act until painted, and of what is measured after it."""
    gc.collect()
    start = time.process_time()
    await act()
    await pilot.pause()
    painted = time.process_time()
    while page is not None and page.heights is not None and not page.heights.settled:
        await pilot.pause(0.01)
    return [(painted - start) * 1000, (time.process_time() - painted) * 1000]


async def told(name: str, pilot: Pilot[None], page: Settling | None, *acts: Callable[[], Awaitable[object]]) -> float:
    """The acts in turn. Prints and returns the median until painted."""
    found = [await milliseconds(pilot, acts[turn % len(acts)], page) for turn in range(TIMES)]
    first, later = (statistics.median(part) for part in zip(*found[2:], strict=True))
    print(f"{name:44} {first:6.1f} ms{f', then {later:5.1f} ms while idle' if later > 1 else ''}", flush=True)
    return first


async def settled(reader: Reader, pilot: Pilot[None]) -> None:
    while reader.progress is not None or reader.workers:
        await pilot.pause(0.05)
    await pilot.pause()


async def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CACHE_HOME"] = home
        pile = Path(home, "pile")
        pile.mkdir()
        text = text_of(50_000, 2)
        (pile / "a.txt").write_text(text, encoding="utf-8")
        (pile / "b.txt").write_text(spun(text, 0.1), encoding="utf-8")
        bare = Bare()
        async with bare.run_test(size=WIDE) as pilot:
            nothing = await told(
                "three empty panes: resize",
                pilot,
                None,
                lambda: pilot.resize_terminal(120, 45),
                lambda: pilot.resize_terminal(*WIDE),
            )
        reader = Reader([str(pile)], UserData(Path(home, "user.sqlite3")))
        async with reader.run_test(size=WIDE) as pilot:
            await settled(reader, pilot)
            await compared(reader, pilot, nothing)
            await read(reader, pilot)


async def compared(reader: Reader, pilot: Pilot[None], nothing: float) -> None:
    await pilot.press("c")
    await settled(reader, pilot)
    page = reader.screen.query_one(Collation)
    library, pair = reader.session.library, reader.session.pair
    assert library is not None and pair is not None
    left, right = (library[id] for id in pair)
    comparison = library.comparison(*pair)

    async def open_it() -> None:
        page.set_comparison(left, right, comparison)

    await told("compare: open, the comparison being there", pilot, page, open_it)
    page.go_to_percent(50)
    await told("compare: page down", pilot, page, lambda: pilot.press("pagedown"))
    await told("compare: next change", pilot, page, lambda: pilot.press("]"))
    resize = await told(
        "compare: resize, side by side",
        pilot,
        page,
        lambda: pilot.resize_terminal(120, 45),
        lambda: pilot.resize_terminal(*WIDE),
    )
    print(f"{'':44} {resize / nothing:6.1f} times three empty panes")
    await told(
        "compare: resize, side by side <> stacked",
        pilot,
        page,
        lambda: pilot.resize_terminal(*NARROW),
        lambda: pilot.resize_terminal(*WIDE),
    )
    await told("compare: =", pilot, page, lambda: pilot.press("="))
    await told("compare: divider", pilot, page, lambda: pilot.press(">"), lambda: pilot.press("<"))
    await told("compare: !", pilot, page, lambda: pilot.press("!"))
    await told("compare: to the end, to the beginning", pilot, page, lambda: pilot.press("G"), lambda: pilot.press("g"))


async def read(reader: Reader, pilot: Pilot[None]) -> None:
    await pilot.press("2")
    await settled(reader, pilot)
    page = reader.screen.query_one(ArticlePage)
    assert isinstance(reader.screen, ViewScreen)
    await told("read: page down", pilot, page, lambda: pilot.press("pagedown"))
    await told(
        "read: resize",
        pilot,
        page,
        lambda: pilot.resize_terminal(120, 45),
        lambda: pilot.resize_terminal(*WIDE),
    )
    await told(
        "read: resize across 150 columns",
        pilot,
        page,
        lambda: pilot.resize_terminal(*BROAD),
        lambda: pilot.resize_terminal(*WIDE),
    )


if __name__ == "__main__":
    asyncio.run(main())
