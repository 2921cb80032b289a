"""The registry of commands and the user's own keys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nkreader.app.commands import BY_NAME, COMMANDS, HINTS, Keys

NAMES = [command.name for command in COMMANDS]


def test_a_key_the_user_gives_to_another_command_leaves_the_first_one() -> None:
    keys = Keys.from_settings({"undo": "x"})
    assert keys.of["undo"] == ("x",)
    assert "x" not in keys.of["mark"]
    assert any("cannot mean both" in problem for problem in keys.problems)


def test_settings_that_make_no_sense_are_told_and_change_nothing() -> None:
    keys = Keys.from_settings({"fly": "f", "undo": 3, "quit": [], "help": ""})
    assert keys.of == Keys.from_settings().of
    assert len(keys.problems) == 4


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from("abcxyz][}{?"), min_size=1, max_size=3)))
def test_whatever_the_settings_no_key_means_two_things(settings: dict[str, list[str]]) -> None:
    keys = Keys.from_settings(settings)
    given = [key for name in NAMES for key in keys.of[name] if key != "f24"]
    assert len(given) == len(set(given))


def test_what_the_footer_offers_has_a_word_and_works_in_that_view() -> None:
    for view, names in HINTS.items():
        for name in names:
            assert BY_NAME[name].hint and view in BY_NAME[name].views
