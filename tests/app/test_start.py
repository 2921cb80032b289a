"""How the reader starts: what is not needed for the first picture is loaded after it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.pilot import Pilot

from app.driving import Opening, press
from nkreader.app.app import Reader

LATER = ("library", "claims.model", "families.model", "compare.model", "phrases.model", "search.model", "store.cache")


def test_the_first_picture_is_drawn_without_the_engine() -> None:
    code = (
        "import sys, nkreader.cli, nkreader.app.run, nkreader.app.app, nkreader.app.screens.sources\n"
        f"print(*[name for name in {LATER!r} if 'nkreader.' + name in sys.modules])\n"
        "print(*[name for name in ('msgspec', 'rapidfuzz', 'nupunkt', 'trafilatura') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert found.stdout.split() == []


@pytest.mark.parametrize("theme", ["nk-light", "nk-contrast", "nk-terminal", "nk-dark"])
async def test_another_theme_is_drawn_at_once_and_whole(opened: Opening, theme: str) -> None:
    def colours(pilot: Pilot[None]) -> set[str]:
        reader = pilot.app
        assert isinstance(reader, Reader)
        strips = [widget.render_line(0) for widget in reader.screen.query("#verdict, #status")]
        return {str(segment.style.bgcolor) for strip in strips for segment in strip if segment.style is not None}

    async with opened() as pilot:
        before = colours(pilot)
        pilot.app.theme = "nk-dark" if theme != "nk-dark" else "nk-light"
        await pilot.pause()
        pilot.app.theme = theme
        await pilot.pause()
        assert (colours(pilot) == before) is (theme == "nk-dark")
        await press(pilot, "1")
