"""Articles these tests compare, written for them."""

from __future__ import annotations

from nkreader.model import Article

_ORIGINAL = """\
The harbour council approved a new ferry terminal on Tuesday, ending a dispute that had lasted six years.

“We have waited long enough for this,” said Marta Lindqvist, who chairs the council. The building will cost
$63.1 million and open in May 2026. Two shipping lines have already signed contracts for berths.

Fishermen who work from the old quay said the plan would drive them out. “Nobody asked us about the breakwater,”
said Olav Brandt, a crab fisher. The White House said it was not involved in the grant.

Engineers found that the sea wall was not safe. Repairs will start on 9 May and may take four months. The
council is likely to vote again in autumn.
"""

_SPUN = """\
The harbour council accredited a brand new ferry terminal on Tuesday, ending a quarrel that had lasted six
years.

"We have waited long sufficient for this," said Marta Lindqvist, who chairs the council. The edifice will cost
$63.1m and open in May 2026. 2 delivery traces have already signed contracts for berths.

Fishermen who toil from the old quay said the scheme would drive them out. "Nobody requested us about the
breakwater," said Olav Brandt, a crab fisher. The White Home said it was not concerned in the grant.

Engineers found that the sea wall was safe. Repairs will start on 12 May and will take four months. The council
is prone to vote once more in autumn.
"""

_UNRELATED = """\
A chess tournament for pensioners drew a record crowd in Lyon over the weekend.

The oldest entrant, aged ninety-one, beat a former national champion in twenty-three moves. Organisers had to
borrow boards from three schools. Next year's event moves to a larger hall near the river, they announced.

Entry remains free for anybody who learned the game after retirement.
"""

_GERMAN = """\
Der Stadtrat hat am Dienstag den Bau einer neuen Straßenbahnlinie beschlossen. Die Strecke verbindet den Bahnhof
mit dem Krankenhaus im Norden. Anwohner befürchten jahrelangen Lärm durch die Bauarbeiten.
"""

_GERMAN_SIMPLE = """\
Der Stadtrat will eine neue Straßenbahn bauen. Die Straßenbahn fährt vom Bahnhof zum Krankenhaus. Viele Anwohner
haben Angst vor dem Lärm.
"""


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n")) + "\n"


ORIGINAL, SPUN, UNRELATED, GERMAN, GERMAN_SIMPLE = map(
    _unwrapped, (_ORIGINAL, _SPUN, _UNRELATED, _GERMAN, _GERMAN_SIMPLE)
)


def article(text: str, id: str = "text") -> Article:
    """The text as it stands, without looking for residue."""
    return Article(id=id, text=text)
