"""Two versions of one report, written for these tests: every kind of change, a passage moved, one left out."""

from nkreader.model import Article

LEFT = """The Mill Weir Will Go

The town council of Altbruck voted on 3 April 2024 to take out the mill weir. It has held back the river for 140 \
years. The salmon that were released upstream have never been seen again.

“We are not tearing down history,” said Ruth Amsel, who leads the council. “We are opening a door for the fish.”

Two contractors have bid for the work. The cheaper one asks for $2.4 million and would probably finish before winter.

The anglers of the valley had asked for a ladder of pools instead. Their petition was signed by four hundred people. \
It was handed in last autumn, and the council read it aloud. Nobody spoke against it at the time, the minutes say.
"""

RIGHT = """The Mill Weir Will Go

The anglers of the valley had asked for a ladder of pools instead.

The town council of Altbruck voted on 3 June 2024 to take out the mill weir. It has held back the stream for 240 \
years. The salmon that were released upstream have been seen again.

“We are not tearing down history,” said Ruth Hamsel, who leads the council. “We are opening a gate for the fish.”

2 contractors have bid for the work. The cheaper one asks for $2.4 million and would certainly finish before winter.
"""


def article(text: str, id: str) -> Article:
    """One version with the metadata its page would have."""
    known = {"title": "The Mill Weir Will Go", "publisher": "Altbruck Bote", "published": "2024-04-04"}
    return Article(id=id, text=text, path=f"/saved/{id}.txt", **known)
