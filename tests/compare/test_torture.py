"""A spun copy's changes are flagged where they wreck the wording; an editor's good synonyms are not."""

from __future__ import annotations

from nkreader import compare
from nkreader.compare.model import Change, Flag

ORIGINAL = """The island’s only hospital will open a new wing for heart disease next spring. The project, which was
funded by the regional government and a private foundation, has taken four years and cost 31 million euros. Local
residents have waited a long time for this, the chief executive told a news conference on 9 May.

Until now, patients had to cross the sound by ferry and wait at the bus station for a shuttle to the mainland. In the
long term the wing will also train nurses. A public inquiry into the death toll of the 2011 storm had called for
better care on the island, and the health service accepted that its emergency services lacked the means to help.

The foundation, which owns most of the land around the harbour, wants to build homes for the staff. The trade union
welcomed the plan, but asked for higher wages and free child care."""

SPUN = """The island’s only clinic will open a new wing for coronary heart sickness next spring. The venture, which was
financed by the provincial authorities and a personal foundation, has taken four years and value 31 million euros.
Native inhabitants have waited a very long time for this, the chief government informed a information convention on
9 Might.

Till now, sufferers needed to cross the sound by ferry and wait at the bus place for a shuttle to the mainland. Within
the future the wing may even practice nurses. A communal inquest into the demise cost of the 2011 storm had referred to
as for higher care on the island, and the wellbeing administration accepted that its crisis companies lacked the
means to assist.

The foundation, which owns many of the land across the harbour, desires to construct houses for the employees. The
commerce union welcomed the plan, however requested for increased wages and free baby care."""

EDITED = """The island’s only hospital is to open a new wing for heart disease next spring. The project, which was
paid for by the regional government and a private foundation, has lasted four years and cost 31 million euros. Local
people have waited a long time for this, the chief executive told a press conference on 9 May.

Before, patients had to cross the sound by ferry and wait at the bus station for a coach to the mainland. In the
long run the wing will also teach nurses. A public inquiry into the death toll of the 2011 storm had asked for
better treatment on the island, and the health service admitted that its emergency services had no means to assist.

The foundation, which owns much of the land round the harbour, plans to build houses for the staff. The trade union
praised the plan, but demanded higher pay and free child care."""


def flagged(left: str, right: str, flag: Flag) -> list[Change]:
    return [change for row in compare(left, right).rows for change in row.changes if flag in change.flags]


def test_a_spun_copy_shows_which_expressions_it_wrecked() -> None:
    wrecked = {change.right.of(SPUN) for change in flagged(ORIGINAL, SPUN, Flag.TORTURED_RIGHT)}
    assert len(wrecked) >= 12
    assert any("Might" in text for text in wrecked)
    assert any("commerce" in text for text in wrecked)
    assert any("convention" in text for text in wrecked)
    assert not any("welcomed" in text for text in wrecked)


def test_nothing_of_the_original_is_called_tortured_whichever_side_it_is_on() -> None:
    assert flagged(ORIGINAL, SPUN, Flag.TORTURED_LEFT) == []
    assert flagged(SPUN, ORIGINAL, Flag.TORTURED_RIGHT) == []
    assert len(flagged(SPUN, ORIGINAL, Flag.TORTURED_LEFT)) == len(flagged(ORIGINAL, SPUN, Flag.TORTURED_RIGHT))


def test_good_synonyms_of_an_editor_are_not_called_tortured() -> None:
    assert flagged(ORIGINAL, EDITED, Flag.TORTURED_RIGHT) == []
    assert flagged(ORIGINAL, EDITED, Flag.TORTURED_LEFT) == []


def test_one_wrecked_expression_in_a_sound_copy_is_flagged() -> None:
    copy = ORIGINAL.replace("trade union", "commerce union").replace("death toll", "demise cost")
    assert {change.right.of(copy) for change in flagged(ORIGINAL, copy, Flag.TORTURED_RIGHT)} >= {"commerce"}
    assert flagged(ORIGINAL, copy, Flag.TORTURED_LEFT) == []


def test_another_figure_is_no_tortured_phrase() -> None:
    assert flagged("The Three Tenors sang in Rome.", "The Eleven Tenors sang in Rome.", Flag.TORTURED_RIGHT) == []
