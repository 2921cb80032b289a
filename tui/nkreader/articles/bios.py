"""The author's biography at the foot of an article, told from a last paragraph about somebody the article is about."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w'’.\-]*"
_NAME = (
    r"(?:(?:Dr|Prof|Professor|Sir|Dame|Lt|Gen|Col|Maj|Capt|Adm|Amb|Ambassador|Rev|Mr|Ms|Mrs)\.?\s+(?:\(Retd?\.?\)\s+)?)*"
    rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|de|van|von|der|den|bin|ibn|al|el|da|di|du|del|la|le|dos)){{1,4}}"
)
_ROLE = (
    r"(?i:fellow|professor|analyst|researcher|assistant|associate|director|journalist|reporter|correspondent|editor|writer"
    r"|columnist|author|lecturer|scholar|student|candidate|consultant|expert|president|head|chair(?:man|woman|person)?|founder"
    r"|co-founder|contributor|ambassador|diplomat|freelancer?|blogger|specialist|advis[eo]r|staff(?:er)?|producer|photographer"
    r"|historian|economist|scientist|lawyer|attorney|officer|minister|secretary|commentator|strategist|executive|manager"
    r"|coordinator|intern|teacher|instructor|dean|engineer|novelist|poet|critic|host|presenter|activist|partner|veteran"
    r"|attach[ée]|speaker|co-author|graduate|member|general|colonel|physician|doctor|psychologist|sociologist|translator|chef"
    r"|curator|entrepreneur|investor|investigator|practitioner|academic|faculty|reader|trustee|chief)"
)
_DEGREE = r"(?:,\s+(?:PhD|Ph\.D\.|MD|Jr\.?|Sr\.?|MP)\.?,?)?"
_SUBJECT = rf"(?P<names>{_NAME}{_DEGREE}(?:(?:,\s+|,?\s+and\s+|\s+&\s+){_NAME}){{0,3}}),?"
_IS = re.compile(
    rf"{_SUBJECT}\s+(?:(?:is|are)\s+(?:(?:currently|also|now|presently|formerly|previously|the\s+current)\s+)?"
    rf"(?:(?:an?|the|one\s+of|our)\s+[^.!?]{{0,90}}?|(?:(?!by\b|to\b|in\b|on\b|not\b|\w+(?:ed|ing)\b)[\w'’-]+\s+){{0,3}}?(?:[\w'’]+-)?)"
    rf"|(?:was|were)\s+(?:formerly\s+|previously\s+)?(?:an?|the|one\s+of)\s+[^.!?]{{0,90}}?)\b{_ROLE}s?\b"
)
_LABELLED = re.compile(rf"{_SUBJECT}\s+[–—-]\s+(?:[^.!?]{{0,60}}?\b)?{_ROLE}\b[^.!?]{{0,120}}\.?$")
_DOES = re.compile(
    rf"{_SUBJECT}\s+(?:(?:currently|also|now|regularly|previously|formerly|frequently)\s+)?(?:covers|writes|reports|teaches|works|serves|studies|researches"
    r"|speciali[sz]es|contributes|lectures|blogs|tweets|holds\s+an?|has\s+(?:been\s+(?:writing|reporting|covering|working|an?)|written"
    r"|reported|covered|served|worked|taught|published|over|more\s+than|degrees)|co-?hosts|hosts|edits|can\s+be\s+(?:reached|followed|found|contacted)"
    r"|is\s+(?:based|on\s+(?:Twitter|X))|assisted\s+with|contributed\s+(?:to\s+this|reporting|research))\b"
)
_GOES_ON = re.compile(
    r"(?:He|She|They|His|Her|Their|Prior\s+to|Before\s+(?:joining|becoming|that)|Previously|Formerly|Follow|Twitter|Find|Email|E-mail|Contact|Views"
    r"|The\s+(?:views|opinions|author|writer)|Read\s+more|You\s+can|Research\s+for|In\s+addition|This\s+(?:article|piece|story|essay|commentary)|All\s+views"
    r"|Currently|Born|Since|From|In\s+\d{4}|@)\b"
)
# Bodies are described in the same words as people.
_BODY = re.compile(
    r"^The\b|\b(?:Inc|Corp|Ltd|Co|Company|Group|Bank|Association|University|Institute|Party|League|Club|United|Council|Union|Services"
    r"|Ministry|Department|Agency|Commission|Committee|Foundation|Center|Centre|Holdings|Partners)\b"
)
_REPORTED = re.compile(r",[”\"’]?\s+(?:[\w’']+\s+){0,5}(?:said|says|told|added|according)\b")
_SENTENCE = re.compile(r"(?<=[.!?”\"’')])\s+(?=[A-Z@“])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Prof|Mr|Mrs|Ms|St|Lt|Gen|Col|Jr|Sr|Inc|U\.S|U\.K|No|Vol))\.$")


def is_biography(block: str, before: str) -> bool:
    """Whether a block is a biography of the article's author: somebody with a role whom the article itself never names.

    `before` is the text above the block. A surname there speaks against, except in a byline.
    """
    block = block.strip(" \t\n*_()[]–—-•|")
    parts = _sentences(block)
    subjects: list[str] = []
    for number, part in enumerate(parts):
        match = _IS.match(part) or _DOES.match(part) or _LABELLED.match(part)
        if match and _is_person(match["names"]) and not _REPORTED.search(part):
            subjects.append(match["names"])
        elif number == 0 or not (_GOES_ON.match(part) or _speaks_of(part, subjects)):
            return False
    return bool(subjects) and not any(_named_in(surname, before) for names in subjects for surname in surnames(names))


def authors_of(block: str) -> list[str]:
    """The names of the people a biography is about, as it writes them."""
    found: list[str] = []
    for part in _sentences(block.strip(" \t\n*_()[]–—-•|")):
        match = _IS.match(part) or _DOES.match(part) or _LABELLED.match(part)
        if match and not re.search(r"assisted|contributed", match[0]):
            found += _people(match["names"])
    return found


def _sentences(block: str) -> list[str]:
    parts: list[str] = []
    for part in _SENTENCE.split(block):
        if parts and _ABBREVIATED.search(parts[-1]):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return parts


def _people(names: str) -> list[str]:
    names = re.sub(r",\s+(?:PhD|Ph\.D\.|MD|Jr\.?|Sr\.?|MP)\.?", "", names)
    return [name.strip(" ,") for name in re.split(r",\s+|,?\s+and\s+|\s+&\s+", names) if name.strip(" ,")]


def _is_person(names: str) -> bool:
    return not _BODY.search(names)


def surnames(names: str) -> list[str]:
    """The last name of each person of a list of names."""
    found = []
    for person in _people(names):
        parts = [part.strip(".,") for part in person.split()]
        while len(parts) > 1 and parts[-1] in ("Jr", "Sr", "II", "III", "PhD", "MD"):
            parts.pop()
        found.append(parts[-1])
    return found


def _speaks_of(part: str, subjects: list[str]) -> bool:
    return any(
        re.match(rf"(?:\w+\.?\s+)?{re.escape(surname)}\b", part) for names in subjects for surname in surnames(names)
    )


def _named_in(surname: str, before: str) -> bool:
    """Whether the text speaks of the person, a byline aside."""
    for match in re.finditer(rf"\b{re.escape(surname)}\b", before):
        start = before.rfind("\n", 0, match.start()) + 1
        end = before.find("\n", match.end())
        line = before[start : end if end >= 0 else len(before)]
        if len(line) > 120 or (
            line.rstrip().endswith((".", "?", "!")) and not line.lstrip().casefold().startswith("by ")
        ):
            return True
    return False
