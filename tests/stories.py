"""Short articles written for the tests: an original, copies of it, and others that have nothing to do with it."""

from collections.abc import Mapping
from pathlib import Path

ORIGINAL = """The port of Varna will close two of its five grain terminals on May 4, the harbour office said on Tuesday.

"We have no choice but to rebuild the quay before winter," Elena Dimova, the head of the harbour office, told reporters. The work will cost $48.5 million and is likely to take 18 months. Shipping companies were informed in March.

Grain exports through Varna fell by 12 percent last year, according to the Ministry of Agriculture. The White House praised the country in 2023 for keeping the Black Sea corridor open, and the European Union paid for new cranes.

Farmers in the north fear a bottleneck at harvest time. "Nobody asked us," said Petar Kolev, who grows wheat near Dobrich. He expects to store 3,000 tonnes in rented silos.

The harbour office does not rule out a further delay. Ships of more than 40,000 tonnes will have to use Constanta instead, about 150 kilometres to the north.
"""

SPUN = """[ad_1]
The port of Varna will shut two of its 5 grain terminals on Might 4, the harbour workplace stated on Tuesday.

"We have now no selection however to rebuild the quay earlier than winter," Elena Dimova, the pinnacle of the harbour workplace, informed reporters. The work will value $48.5 million and is prone to take 18 months. Transport firms have been knowledgeable in March.

Grain exports by way of Varna fell by 21 p.c final 12 months, in response to the Ministry of Agriculture. The White Home praised the nation in 2023 for protecting the Black Sea hall open, and the European Union paid for brand new cranes.

Farmers within the north worry a bottleneck at harvest time. "No person requested us," stated Petar Kolev, who grows wheat close to Dobrich. He expects to retailer 3,000 tonnes in rented silos.

The harbour workplace doesn't rule out an additional delay. Ships of greater than 40,000 tonnes should use Constanta as a substitute, about 150 kilometres to the north.
[ad_2]
Source link
"""

EXCERPT = ORIGINAL[: ORIGINAL.index("Farmers in the north")] + "Read the rest at The Harbour Gazette.\n"

OTHER = """The city museum of Tartu has opened a room for the glass workers of the nineteenth century.

Visitors see 240 bottles, a rebuilt furnace and the letters of a foreman who wrote home every Sunday. The curator, Liis Tamm, said the letters had lain in an attic until 2019.

The museum is open from Tuesday to Sunday. Entry is free for children under 12.
"""

HOSTILE = (
    "A [bold]headline[/bold] with \x1b[31mescapes\x1b[0m and \x1b]0;a title\x07 in it\n\n"
    "[ad_1] The mayor said \u202eright to left\u202c and left \x08 nothing out. 北京的市长星期二说，桥将关闭。 👩‍👩‍👧 came too.\n"
)

FOLDER = {"original.txt": ORIGINAL, "spun.txt": SPUN, "excerpt.txt": EXCERPT, "other.txt": OTHER}


def saved(place: Path, texts: Mapping[str, str] = FOLDER) -> Path:
    """The folder, made if it is not there, with these files in it."""
    place.mkdir(exist_ok=True)
    for name, text in texts.items():
        (place / name).write_text(text, encoding="utf-8")
    return place
