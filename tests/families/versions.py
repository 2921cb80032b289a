"""One article written for the tests and what becomes of it: copies, an excerpt, a revision, a spin, a rewrite, a rival."""

ORIGINAL = """Flood gates on the Vistrel stay shut as ferry company sues

By Ada Lindqvist

The flood gates at Kessel will stay shut until the end of October, the water board said on Monday, after divers found cracks in three of the eleven hinges. "You could put your whole hand in," said Tomas Arendt, who led the dive. "I have not seen anything like it in thirty years."

The gates were built in 1974 and were last overhauled in 2009. Repairs will cost about 6.4 million crowns, said the board's treasurer, Ines Oyelaran, and she told councillors that the money was not there.

Ferries between Kessel and Morrow Island have been cancelled since Friday. The ferry company, Blue Lantern, says it loses 38,000 crowns a day. It sued the board in the district court at Hallam on Wednesday and wants 2 million crowns in damages.

About 900 people live on Morrow Island. The only doctor now comes by helicopter twice a week. "We're fine for milk and bread," said Greta Solheim, who runs the shop by the pier. "It's the old people I worry about."

The White House of Kessel, as residents call the town hall, has opened its ground floor to islanders who cannot get home. Mayor Piotr Vance said nobody would be turned away.

Engineers from the University of Norrby will test the steel in the next two weeks. Their report is due on September 19, and the court will hear the case on October 3.
"""

COPY = f"[ad_1]\n{ORIGINAL}\n[ad_2]\nSource link\n"

EXCERPT = ORIGINAL[: ORIGINAL.index("About 900 people")] + "Read the rest at The Kessel Courier.\n"

REVISION = (
    ORIGINAL.replace("three of the eleven hinges", "four of the eleven hinges")
    .replace("about 6.4 million crowns", "more than 7 million crowns")
    .replace("on October 3", "on October 10")
    .replace("twice a week", "three times a week")
)

SPUN = """[ad_1]
Flood gates on the Vistrel keep shut as ferry agency sues

The flood gates at Kessel will keep closed till the top of October, the water board mentioned on Monday, after divers discovered cracks in 3 of the eleven hinges. "You might put your entire hand in," mentioned Tomas Arendt, who led the dive. "I've not seen something prefer it in thirty years."

The gates had been in-built 1974 and had been final overhauled in 2009. Repairs will value about 6.4 million crowns, mentioned the board's treasurer, Ines Oyelaran, and he or she instructed councillors that the cash was not there.

Ferries between Kessel and Morrow Island have been canceled since Friday. The ferry firm, Blue Lantern, says it loses 38,000 crowns a day. It sued the board within the district courtroom at Hallam on Wednesday and desires 2 million crowns in damages.

About 900 individuals dwell on Morrow Island. The one physician now comes by helicopter twice every week. "We're wonderful for milk and bread," mentioned Greta Solheim, who runs the store by the pier. "It is the previous individuals I fear about."

The White Home of Kessel, as residents name the city corridor, has opened its floor flooring to islanders who can't get dwelling. Mayor Piotr Vance mentioned no one can be turned away.

Engineers from the College of Norrby will check the metal within the subsequent two weeks. Their report is due on September 19, and the courtroom will hear the case on October 3.
[ad_2]
Source link
"""

REWRITE = """Cracked Hinges Leave Morrow Island Cut Off

The closure of the Kessel flood gates, announced by the water board following the discovery of damage to three of eleven hinges, has left the residents of Morrow Island facing significant challenges. Diver Tomas Arendt noted that he had not encountered anything comparable in three decades, underscoring the severity of the situation.

Built in 1974 and last overhauled in 2009, the gates require repairs estimated at 6.4 million crowns. Treasurer Ines Oyelaran emphasized that the funds are not currently available, highlighting the crucial role of public investment.

Moreover, ferries between Kessel and Morrow Island remain suspended. Blue Lantern, which is losing 38,000 crowns a day, has taken the board to the district court at Hallam, seeking 2 million crowns in damages. For the roughly 900 islanders, medical care now depends on a doctor arriving by helicopter, while shopkeeper Greta Solheim expressed concern for elderly residents.

Mayor Piotr Vance has opened the town hall to stranded islanders, showcasing a robust community response. Ultimately, a report by engineers from the University of Norrby, expected on September 19, will play a pivotal role in the court hearing of October 3.
"""

RIVAL = """Islanders march on the water board

More than two hundred people from Morrow Island walked through Kessel on Saturday to ask when their ferry will sail again. They carried empty milk cans and a model of the flood gates made of cardboard.

The gates have been shut for over a week. "We're fine for milk and bread, it's the old people I worry about," Greta Solheim had said at the start of it; on Saturday she was out of bread too.

A schoolteacher, Jonas Fehr, read out forty letters by his pupils. Some of them have slept in Kessel since the ferries stopped, with cousins or in the gym of the secondary school. The bishop lent the marchers his loudspeaker van and walked behind it in the rain.

Nobody from the board came out. A note on its door said that the office opens on Tuesday. Mayor Piotr Vance brought tea and promised to raise the matter with the minister for transport, who visits the valley next month to open a bridge.
"""

UNRELATED = """The city orchestra of Tarn opens its season with a piece for forty bicycles. The composer, Lucia Brandt, spent two summers in repair shops recording chains, bells and brakes. Players will ride around the hall while a conductor on a tandem gives the beat.

Tickets are sold out. The insurers asked for helmets, and the second violins have refused to ride downhill. Brandt says that she expects one fall a night and has written a bar of silence for it. The hall was built for horse shows, which helps: its floor slopes to a drain in the middle.

The orchestra travels to three more towns in spring. In one of them there is no hall, and it will play in the depot of the tram company, among the snow ploughs.
"""
