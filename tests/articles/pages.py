"""Saved pages as people have them, written for these tests: `⟦kind|text⟧` marks what is residue."""

from __future__ import annotations

import re

from nkreader.model import Boilerplate, BoilerplateKind

_MARK = re.compile(r"⟦([a-z-]+)\|(.*?)⟧", re.DOTALL)

BODY = """The town council voted on Tuesday to reopen the old harbour railway, which has carried no passengers since 1964, and
to pay for it with a loan. Two of the nine members voted against the plan. “We cannot afford a toy,” Councillor Ada Brink said.

The line will be eleven kilometres long. Its first trains are expected in the spring of 2026, the council said in a statement,
but engineers who inspected the three bridges in March found rust in all of them."""
BODY = re.sub(r"(?<!\n)\n(?!\n)", " ", BODY)

PAGES = {
    "a blog that republishes feeds": f"""⟦shortcode|[ad_1]⟧
{BODY}
⟦shortcode|[ad_2]⟧
⟦source-link|Source link⟧""",
    "an excerpt with its author": f"""{BODY}
⟦continuation|Read the rest at The Coastal Review.⟧
⟦bio|Marta Okonjo is a Senior Fellow at the Institute for Regional Transport.⟧""",
    "a newspaper page saved whole": f"""⟦page-date|Friday, March 14, 2025⟧
⟦breadcrumb|HomeNewsLocal⟧⟦title-repeat|Council votes to reopen harbour railway⟧

Council votes to reopen harbour railway

⟦caption|The disused station at Hollow Quay, photographed in 2019⟧
⟦credit|| Photo Credit: Elin Storey/Coast Pictures⟧

{BODY}

⟦source-link|Source link⟧



⟦comments|Please enter your comment!⟧
⟦comments|Please enter your name here⟧

⟦navigation|Most Popular⟧

⟦comments|Recent Comments⟧""",
    "a page with its menus": f"""⟦navigation|Skip to main content⟧
⟦navigation|Menu⟧
⟦breadcrumb|Home > News > Transport⟧
⟦title-repeat|Council votes to reopen harbour railway | The Coastal Review⟧
Council votes to reopen harbour railway
⟦credit|By Ada Lindqvist⟧
⟦page-date|Published: 14 March 2025, 10:32 am⟧
⟦navigation|Share on Facebook⟧
⟦navigation|Tweet⟧
⟦navigation|3 min read⟧
{BODY}
⟦navigation|Advertisement⟧
The minister is to visit the works in June, when the first of the bridges should be finished and the second begun.
⟦navigation|Tags: railway, harbour, council⟧
⟦navigation|Related Articles⟧
⟦navigation|Five things to know about the new timetable⟧
⟦navigation|Ferry fares rise again⟧
⟦navigation|© 2025 Coastal Review Media. All rights reserved.⟧
⟦navigation|Privacy Policy | Terms of Use | Contact us⟧""",
    "a feed footer": f"""{BODY}
⟦source-link|The post Council votes to reopen harbour railway appeared first on The Coastal Review.⟧""",
    "a republished commentary": f"""⟦caption|A tram passes the harbour office in the rain.⟧ ⟦credit|Photo: Elin Storey/AFP⟧
{BODY}
⟦continuation|This article was originally published in The Coastal Review.⟧
⟦bio|Dr. Tomas Varga is an Associate Professor of Economic Geography at the University of Lund. He has written three books on railways.⟧
⟦bio|The views expressed in this article are the author's own and do not necessarily reflect those of the Review.⟧""",
    "an agency picture and a sign-up": f"""Harbour line to reopen
⟦caption|Workers clear brambles from the platform at Hollow Quay.⟧ ⟦credit|(Photo by Elin Storey/Getty Images)⟧
{BODY}
⟦navigation|Sign up for our daily newsletter⟧
⟦navigation|Get the latest stories delivered to your inbox every morning⟧
⟦navigation|We use cookies to improve your experience on this site.⟧
⟦navigation|Accept all⟧""",
    "a discussion below": f"""{BODY}
⟦comments|3 Comments⟧
⟦comments|railfan64⟧
⟦comments|About time. My grandfather drove the last train.⟧
⟦comments|Reply⟧
⟦comments|Leave a Reply⟧
⟦comments|Your email address will not be published. Required fields are marked *⟧
⟦comments|Post Comment⟧""",
    "one long line": f"""⟦shortcode|[ad_1]⟧ {BODY.replace(chr(10), " ")} ⟦shortcode|[ad_2]⟧ ⟦source-link|Source link⟧""",
    "a last line run on": f"""{BODY} ⟦continuation|Read more at The Coastal Review.⟧""",
    "a machine rewrite with its picture": f"""Will the Harbour Railway Return?
Introduction
{BODY}
Conclusion
It remains to be seen whether the trains will run on time, but the council's decision is an important step for the region.
⟦credit|<< photo by Kasper Holm >>⟧""",
    "a broadcaster's page": f"""⟦credit|Image source, Getty Images⟧
⟦caption|Image caption, The station has been closed for sixty years⟧
{BODY}
⟦navigation|You may also be interested in:⟧
⟦navigation|The village that bought its own bus⟧
⟦navigation|Follow us on Facebook, on Twitter or on Instagram.⟧""",
    "interleaved links": f"""{BODY}
⟦navigation|ALSO READ: Ferry fares rise again⟧
The minister is to visit the works in June, when the first of the bridges should be finished and the second begun.
⟦navigation|Read more: Five things to know about the new timetable⟧
Passengers have waited for sixty years, and most of those who signed the first petition are no longer alive.
⟦credit|(With inputs from agencies)⟧""",
    "shortcodes of plugins": f"""⟦shortcode|[vc_row full_width="stretch_row"]⟧
{BODY}
⟦shortcode|[caption id="attachment_77" align="alignnone" width="300"]⟧
⟦shortcode|[/caption]⟧
⟦shortcode|[embed]⟧
⟦shortcode|<!-- wp:paragraph -->⟧
The minister is to visit the works in June, when the first of the bridges should be finished and the second begun.
⟦shortcode|[smartslider3 slider="4"]⟧""",
    "two authors": f"""{BODY}
⟦bio|Ines Calder and Peter Ashgrove are research analysts at the Northern Policy Forum. They write in a personal capacity.⟧""",
    "an author who covers a beat": f"""{BODY}
⟦bio|Ines Calder covers transport and ports for the Coastal Review. Follow her on Twitter @inescalder.⟧""",
    "a bare link": f"""{BODY}
⟦source-link|https://coastal-review.example/2025/03/harbour-railway⟧""",
    "a file picture": f"""⟦caption|FILE PHOTO: A goods train crosses the Sound bridge, February 2, 2021.⟧ ⟦credit|REUTERS/Elin Storey⟧
{BODY}
⟦credit|Reporting by Ines Calder; Editing by Peter Ashgrove⟧""",
    "a subscription wall": f"""{BODY}
⟦continuation|Continue reading⟧
⟦navigation|Already a subscriber? Log in⟧
⟦navigation|Subscribe now⟧""",
}

CLEAN = {
    "editor's brackets": f"{BODY}\n“[The] council [has] decided,” he wrote, “that [sic] the railway will [then] be our own […] for ever.”",
    "a dateline": f"HOLLOW QUAY, March 5 (Reuters) - {BODY}",
    "people with roles": f"{BODY}\n\nBjörn Axelsen is the director of the harbour company. “I am glad,” Axelsen said.",
    "a person named above": f"Ruth Amsel welcomed the plan. {BODY}\n\nMs Amsel is a professor of engineering and knows the bridges.",
    "headings": f"Source of the money\n{BODY}\nMore trouble ahead\n{BODY.replace('council', 'board')}\nShare of the cost\nThe state pays one third of the whole sum, the town pays the rest, and nobody pays for the tunnel.",
    "a date in the text": f"{BODY}\nOn Friday, March 14, 2025, the first rail was laid in front of some two hundred people and a brass band.",
    "talk of photographs": f"{BODY}\nThe photo by the door shows the last train. Images of it sold at auction for 3,000 crowns in the same year.",
    "read more books": f"{BODY}\nChildren should read more, she said, and continue reading when the holidays begin. Comments were few.",
}


def parsed(page: str) -> tuple[str, tuple[Boilerplate, ...]]:
    """The text of a marked page, and the residue that is marked in it."""
    text, spans, place = "", [], 0
    for mark in _MARK.finditer(page):
        text += page[place : mark.start()]
        spans.append(Boilerplate(len(text), len(text) + len(mark[2]), BoilerplateKind(mark[1])))
        text += mark[2]
        place = mark.end()
    return text + page[place:], tuple(spans)
