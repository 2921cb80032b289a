"""Proper names in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nkreader.lexicon.cues import is_cue, is_function_word, word_list
from nkreader.model import Span
from nkreader.text.words import folded

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s[A-Z])|(?:[dDlL]|[A-Z])['’](?=[A-Z])[^\W\d_]+(?:[-‐‑][^\W\d_]+)*"
    r"|[^\W_]+(?:[-‐‑'’&][^\W\d_]+)*|&"
)


_PARTICLES = word_list(
    "de del della der den van von zu zur da di du dos das la le al el bin ibn ben ul ur of y e bint abu ter"
)
_JOINERS = word_list("of for & the")
_SUFFIXED = re.compile(
    r"[-‐‑](?:based|led|backed|born|style|era|controlled|held|occupied|made|run|owned|wide|like|area|funded|trained|linked"
    r"|sponsored|supplied|friendly|dominated|speaking|bound|brokered|educated|listed|administered|affiliated|elect|only|free)$"
)
"""What turns a name into an adjective: "Seoul-based" names Seoul."""
_HONORIFICS = word_list(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative gov governor
    president premier chancellor prime minister secretary general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt corporal admiral adm judge justice chief king queen prince princess pope bishop
    archbishop cardinal father reverend rev imam ayatollah sheikh sheik sultan emir comrade mayor councillor
    ambassador director chairman chairwoman chair ceo deputy vice foreign defense defence interior finance
    supreme leader mp mep msp cllr boss skipper coach manager detective inspector constable
    spokesman spokeswoman spokesperson attorney owner founder analyst lawyer economist author activist
    former ex-president nominee candidate congressman congresswoman senators rt hon marshal commander
    """
)


def is_title(word: str) -> bool:
    """Whether the word is a title or an office ("President", "Mr.", "spokeswoman") rather than part of a name."""
    return folded(word).rstrip(".") in _HONORIFICS


_CALENDAR = word_list(
    """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
# Months that people are called too, and what stands before the month rather than before the name.
_CALLED = word_list("april may june august jan march")
_DATING = word_list(
    """
    in of on since by from until till to for during before after between through over about around
    the a this last next each every early late mid and or
    """
)
_OF_THE_MONTH = word_list("day days fool fools quarter revolution")
_WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_PAPERS = word_list("times telegraph mirror mail express herald post independent star sun world tribune club group")
_BODY_WORDS = word_list(
    """
    bank university college institute school ministry department office agency council court house board
    bureau commission committee association federation union society league party church hospital museum
    academy centre center corps organization organisation fund foundation group company corporation times post
    journal herald news day war battle treaty act state states kingdom republic people army navy force forces
    police service services republicans district province city county village town street road avenue park
    lake river sea ocean gulf bay strait island islands mount cape airport station cup championship league
    open prize award game games security order medal knights joint chief chiefs secretary minister president
    prime speaker lord duke duchess prince princess
    """
)
"""Words before `of` or `for` that make it part of one name: Bank of England, Department for Education."""


def names_in(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The proper names of the sentences, in order: no titles ("President"), no months, no mere sentence openers.

    A capitalised word that opens a sentence is a name where the text writes it so elsewhere, or where another
    capitalised word follows it and it is no common word.
    """
    read = [_read(text, sentence) for sentence in sentences]
    known = _written_inside(text, read)
    found: list[Span] = []
    for sentence in read:
        found += _names_of(text, sentence, known)
    return found


_Read = tuple[Span, "list[re.Match[str]]", bool]
"""A sentence, its words, and whether it is a headline."""


def _read(text: str, sentence: Span) -> _Read:
    tokens = _tokens(text, sentence)
    return sentence, tokens, bool(tokens) and _is_heading(text, tokens)


def _tokens(text: str, span: tuple[int, int]) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text, *span))


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 2 and word[0].islower() and word[1].isupper())


def _opens(text: str, sentence: Span, place: int) -> bool:
    """Whether a capital here is owed to the place: the sentence's first word, or the first in quotation marks."""
    before = text[sentence.start : place].rstrip()
    return not before or before[-1] in "\"“‘'”:([*•—–!?"


def _is_heading(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the line capitalises its words for being a headline, so that capitals tell nothing."""
    longer = [token[0] for token in tokens if not is_function_word(token[0]) and token[0][0].isalpha()]
    if len(longer) < 4:
        return False
    last = text[tokens[-1].end() : tokens[-1].end() + 1]
    return last not in ".!?" and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _written_inside(text: str, sentences: Sequence[_Read]) -> dict[str, tuple[int, int]]:
    """Folded word -> how often it stands capitalised, and in small letters, where its place does not decide."""
    counts: dict[str, list[int]] = {}
    for sentence, tokens, heading in sentences:
        if heading:
            continue
        for token in tokens:
            word = token[0]
            if not word[0].isalpha():
                continue
            if word[0].islower():
                counts.setdefault(word, [0, 0])[1] += 1
            elif not _opens(text, sentence, token.start()):
                counts.setdefault(_bare(word).casefold(), [0, 0])[0] += 1
    return {word: (upper, lower) for word, (upper, lower) in counts.items()}


def _bare(word: str) -> str:
    """The word without a possessive ending or what makes it an adjective ("Seoul-based")."""
    if word.isalnum():
        return word
    return _SUFFIXED.sub("", re.sub(r"['’]s?$", "", word))


def _names_of(text: str, read: _Read, known: dict[str, tuple[int, int]]) -> list[Span]:
    sentence, tokens, heading = read
    part_of_name = [_may_name(text, sentence, tokens, place, known, heading) for place in range(len(tokens))]
    spans: list[Span] = []
    place = 0
    while place < len(tokens):
        if not part_of_name[place]:
            place += 1
            continue
        last = segment = place
        while not _possessive(tokens[last][0]) or _names_a_house(text, tokens, last):
            if last + 1 < len(tokens) and part_of_name[last + 1] and _adjoin(text, tokens[last], tokens[last + 1]):
                last += 1
            elif (joined := _joined(text, tokens, part_of_name, segment, last)) is not None:
                last = segment = joined
            else:
                break
        spans += _without_titles(text, tokens[place : last + 1])
        place = last + 1
    return spans


def _names_a_house(text: str, tokens: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a possessive goes on as one name: "King's College", "St Thomas' Hospital"."""
    return (
        place + 1 < len(tokens)
        and tokens[place + 1][0].casefold() in _HOUSES
        and _adjoin(text, tokens[place], tokens[place + 1])
    )


def _without_titles(text: str, run: Sequence[re.Match[str]]) -> list[Span]:
    """The names a run of capitalised words holds: "Norwegian Minister Kari Holt" has Norwegian and Kari Holt."""
    names: list[list[re.Match[str]]] = [[]]
    for place, token in enumerate(run):
        title = folded(token[0]).rstrip(".") in _HONORIFICS
        ahead = run[place + 1 :]
        if title and (not ahead or (ahead[0][0][0].isupper() and _bare(ahead[0][0]).casefold() not in _BODY_WORDS)):
            if ahead or len(run) == 1 or not names[-1]:
                names.append([])
            else:
                names[-1].append(token)
        else:
            names[-1].append(token)
    spans = []
    for name in names:
        while name and folded(name[-1][0]).rstrip(".") in _HONORIFICS and len(name) > 1 and len(names) > 1:
            name = name[:-1]
        if name:
            end = name[-1].start() + len(_bare(name[-1][0]))
            if end > name[0].start():
                spans.append(Span(name[0].start(), end))
    return spans


def _possessive(word: str) -> bool:
    return word.endswith(("'", "’", "'s", "’s"))


def _adjoin(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    between = text[left.end() : right.start()]
    return between in (" ", "\u00a0", "-", "‐", "‑") or (between == ". " and len(left[0]) <= 3) or between == "  "


def _joined(
    text: str, tokens: Sequence[re.Match[str]], part_of_name: Sequence[bool], first: int, last: int
) -> int | None:
    """The last token of what a particle joins to the name so far: "Bank | of England", "Ludwig | van Beethoven"."""
    step = last + 1
    while (
        step < len(tokens)
        and step <= last + 2
        and not part_of_name[step]
        and _adjoin(text, tokens[step - 1], tokens[step])
    ):
        word = tokens[step][0]
        if word not in _PARTICLES and word not in _JOINERS:
            return None
        step += 1
    if (
        step == last + 1
        or step >= len(tokens)
        or not part_of_name[step]
        or not _adjoin(text, tokens[step - 1], tokens[step])
    ):
        return None
    between = [token[0] for token in tokens[last + 1 : step]]
    if all(word in _PARTICLES and word != "of" for word in between):
        return step
    heads = {folded(tokens[place][0]) for place in range(first, last + 1)}
    if between[0] in ("of", "for") and between[1:] in ([], ["the"]) and heads & _BODY_WORDS:
        return step
    if between in (["and"], ["&"]) and between == ["&"]:
        return step
    return None


def _may_name(
    text: str,
    sentence: Span,
    tokens: Sequence[re.Match[str]],
    place: int,
    known: dict[str, tuple[int, int]],
    heading: bool,
) -> bool:
    word = tokens[place][0]
    if word == "&" or not _is_capital(word):
        return False
    bare = _bare(word)
    low = bare.casefold()
    if not bare:
        return False
    if low in _CALENDAR:
        if low in _WEEKDAYS and place and tokens[place - 1][0].casefold() == "the":
            return _adjoined_by_body(text, tokens, place)
        return low in _CALLED and _is_called(text, sentence, tokens, place, low)
    upper, lower = known.get(low, (0, 0))
    if len(bare) > 1 and bare.isupper() and not heading:
        return not (is_function_word(bare) and bare not in ("US", "IT", "WHO"))
    if word == "I" or re.match(r"I['’]", word) or (len(word) == 1 and word == "A"):
        return False
    at_start = _opens(text, sentence, tokens[place].start())
    if not at_start and not heading:
        return not (is_function_word(bare) and not _adjoined_by_capitals(text, tokens, place))
    if is_function_word(bare) and low not in ("will", "may"):
        return False
    if upper > lower:
        return True
    if heading or lower:
        return False
    follows = place + 1 < len(tokens) and _adjoin(text, tokens[place], tokens[place + 1])
    if follows and _is_capital(tokens[place + 1][0]):
        following = _bare(tokens[place + 1][0])
        if is_title(word) and following.casefold() in _CALLED:
            return False
        return following.casefold() not in _CALENDAR and following != "I" and not is_cue(bare) and not _common(low)
    return not _common(low) and (_possessive(word) or (follows and is_cue(tokens[place + 1][0])))


def _is_called(text: str, sentence: Span, tokens: Sequence[re.Match[str]], place: int, month: str) -> bool:
    """Whether a month's word is somebody's name here: "Jan Berg", "April Holt said", "Theresa May"; never "May 9"."""
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    follows = after is not None and _adjoin(text, tokens[place], after)
    if follows and after is not None and (after[0][0].isdigit() or _bare(after[0]).casefold() in _OF_THE_MONTH):
        return False
    if before is not None and _adjoin(text, before, tokens[place]):
        word = _bare(before[0])
        if _is_capital(before[0]) and word.casefold() not in _CALENDAR:
            if follows and after is not None and not _possessive(tokens[place][0]) and _is_plain_noun(after[0]):
                return False  # "Oslo May sales"
            opens = _opens(text, sentence, before.start())
            return is_title(word) or not (is_function_word(word) or (opens and _common(word.casefold())))
        if month != "jan" and word.casefold() in _DATING:
            return False
    surname = follows and after is not None and _is_capital(after[0]) and _bare(after[0]).casefold() not in _CALENDAR
    return surname and text[tokens[place].end()] != "."


def _adjoined_by_body(text: str, tokens: Sequence[re.Match[str]], place: int) -> bool:
    """Whether a weekday opens a name: "the Sunday Times", "the Monday Club"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is not None and _adjoin(text, tokens[place], after) and after[0].casefold() in _PAPERS


def _is_plain_noun(word: str) -> bool:
    """Whether a word, as far as it shows, goes on with a noun phrase rather than with what somebody did."""
    return word[0].islower() and not (is_function_word(word) or is_cue(word) or word.endswith("ed"))


def _adjoined_by_capitals(text: str, tokens: Sequence[re.Match[str]], place: int) -> bool:
    before = place > 0 and _adjoin(text, tokens[place - 1], tokens[place]) and _is_capital(tokens[place - 1][0])
    after = (
        place + 1 < len(tokens)
        and _adjoin(text, tokens[place], tokens[place + 1])
        and _is_capital(tokens[place + 1][0])
    )
    return before or after


_HOUSES = word_list("college hospital church cathedral cross island square bay palace cup chapel")
_ADVERB = re.compile(r"(?:ly|ing|ed|ward|wards|wise)$")
_OPENERS = word_list(
    """
    according analysts officials critics supporters experts police residents researchers scientists
    authorities people reports sources witnesses investors shares sales prices figures government ministers
    workers students troops further furthermore moreover meanwhile nevertheless nonetheless besides instead
    otherwise therefore thus hence today yesterday tomorrow tonight later earlier last next first second third
    finally perhaps maybe please thanks given both new old many some state two three four five six seven eight
    nine ten fellow former prime chief
    """
)


def _common(word: str) -> bool:
    """Whether a word at a sentence's start is a common word rather than a name."""
    from nkreader.lexicon.frequency import zipf

    if word in _OPENERS or is_function_word(word) or _ADVERB.search(word):
        return True
    # Names are rarer than the words that open sentences: "kim" and "putin" stay below 4.6, "officials" does not.
    return zipf(word) >= 5.0
