"""How a comparison looks, side by side and stacked."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from app.collated import Host
from app.test_collation import DAM


async def _at_the_first_fact(pilot: Pilot[None]) -> None:
    await pilot.pause()
    assert isinstance(pilot.app, Host)
    pilot.app.collation.next_fact()
    await pilot.pause()


def test_two_texts_side_by_side(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Host(DAM), terminal_size=(110, 30), run_before=_at_the_first_fact)


def test_two_texts_stacked_on_a_narrow_light_screen(snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(Host(DAM, "nk-light"), terminal_size=(50, 30), run_before=_at_the_first_fact)
