"""Abbreviations that a full stop belongs to, as news writes them, case folded and without the stop.

nupunkt knows 5,865, learnt from scanned legal and scientific text; ordinary words such as "day", "car", "lost" and
"century" are among them and swallow sentence ends. So its own list is cut to these and to dotted letters (U.S., p.m.).
Words that are as common without the stop ("ill", "miss", "sun", "wash") are left out.
"""

from __future__ import annotations

import re

_PERSONS = """
mr mrs ms mx dr drs prof profs rev revd hon fr sr jr st ste sts mt ft gen gens lt lts col cols maj capt cpt cmdr cdr
comdr adm vadm radm sgt sgts ssgt cpl pvt pfc brig sen sens rep reps gov govs pres vp supt atty attys amb insp det cllr
msgr messrs mme mlle mdm dipl ing sra dra esq hrh ret retd asst
"""
_BODIES = """
inc corp co cos ltd llc plc llp pty bhd bros assn assoc dept depts div univ inst natl intl govt mfg gmbh sa nv ag
"""
_CALENDAR = "jan feb apr jun jul aug sept oct nov dec tue tues thu thurs fri"
_PLACES = """
ala ariz calif colo conn fla kan ky mich minn mont nebr nev okla penn tenn tex va vt wis wyo ont que alta sask
ave blvd rd hwy ln sq bldg apt pkwy
"""
_WRITING = """
vs etc al cf ca viz approx est incl excl resp misc ibid op cit ed eds vol vols no nos fig figs pp para paras ch art sec
tel ext dist ref refs trans abbr orig tr anon acad
"""
# German, French and Spanish, where they are no words of English.
_ELSEWHERE = """
bzw usw evtl ggf inkl exkl nr str std mio mrd abs bsp vgl zzgl geb gest hl jh kap bd hrsg aufl sog allg urspr
mme mlle mm dr dra sra srta avda pág núm tél éd
"""
_MEASURES = "oz lb lbs ft kg km cm mm mph hr hrs mins secs yr yrs wk wks mo mos bn mn tn"

ABBREVIATIONS = frozenset(f"{_PERSONS} {_BODIES} {_CALENDAR} {_PLACES} {_WRITING} {_ELSEWHERE} {_MEASURES}".split())

# "No. 5" and "Art. 3", but "He said no. Nobody moved": these need a figure behind them.
NUMBERED = frozenset(
    ["no", "nos", "fig", "figs", "art", "sec", "vol", "vols", "para", "paras", "ch", "mo", "tr", "ed", "ref"]
)

_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]{1,2}|ph\.d|\.+")


def is_abbreviation(type_: str) -> bool:
    """Whether a full stop behind this (folded, without that stop) belongs to it and ends no sentence by itself."""
    return type_ in ABBREVIATIONS or (("." in type_ or len(type_) == 1) and _DOTTED.fullmatch(type_) is not None)
