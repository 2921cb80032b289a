"""Sources: the noun phrase before or behind a cue, found without a parser, and whether it can believe anything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nkreader.claims.units import Token, TokenKind
from nkreader.lexicon.cues import cue_kind, is_function_word, word_list
from nkreader.lexicon.inflection import lemma
from nkreader.model import Span

CONTRACTED = re.compile(r"(?:he|she|they|i|we|it|who)'(?:s|ve|d|re|m|ll)")


PRONOUNS = word_list("he she they i we it you who which one some many others")


_SKIPPED = word_list(
    """
    has have had 've 'd is was are were be been being am will would can could may might must should shall did
    do does not n't never also later then again already always often once now still just even first further
    ever only both all each recently earlier yesterday today tonight soon therefore thus too since long simply
    instead
    """
)


BE = word_list("is was are were be been being am 's")


DETERMINERS = word_list(
    """
    the a an this that these those his her its their our my your some any no another each every both several
    many few one two three four five six seven eight nine ten most all other such either neither whose
    """
)


INSIDE_NP = word_list(
    """
    of in at from for with near behind inside within on to and by over against
    """
)


CALENDAR = word_list(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. aug. sept. oct. nov. dec. today yesterday
    """
)


_FIRST_NAMES = word_list("jan april may june august")


_BOUNDARY_WORDS = word_list(
    """
    that and but or because while whereas although though when where whether if as since which who whom so
    than yet after before until unless
    """
)


FINITE = word_list(
    """
    is was are were has have had will would can could may might must should does did do isn't wasn't aren't
    weren't won't wouldn't can't couldn't doesn't didn't don't hasn't haven't hadn't it's he's she's they're
    we're there's that's
    """
)


MINDS = word_list(
    """
    he she they i we you who people men women man woman government company police public team group party
    family crowd administration campaign ministry agency committee council court union bank firm office
    department army military congress parliament senate house board panel class band side camp staff crew
    community nation country state world child children parent student king queen boss chief head friend wife
    husband mother father son daughter brother sister neighbour neighbor resident fan majority minority half
    most many some others few both all everyone nobody none voters americans democrats republicans
    """
)


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_AGENT = re.compile(
    r"(?:(?:[^f]er|[^o]or|ist|ian|yst|ee|eer|ess|man|men|woman|women|(?<!m)ent|ant|critic|candidate|advocate|delegate"
    r"|magistrate|official|head|chief|secretar(?:y|ie)|representative|executive|detective|conservative|relative|rival|general"
    r"|individual|professional|architect|citizen|clergy|expert|aide|guard|steward|youth|coach|chief|pilot|guide)s?)$"
)


def is_nominal(token: Token) -> bool:
    """Whether the word can stand inside a noun phrase: a name, a number, a word that is no function word."""
    return token.kind is TokenKind.WORD and (not is_function_word(token.low) or token.text in ("US", "IT", "WHO"))


def next_capital(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and (tokens[place + 1].capital or tokens[place + 1].low in DETERMINERS)


def _group_before(tokens: Sequence[Token], last: int) -> int | None:
    """The first token of the noun group that ends at `last`; None where none does."""
    if last < 0 or not (is_nominal(tokens[last]) or _called(tokens, last)):
        return None
    first = last
    while first > 0:
        before = tokens[first - 1]
        if is_nominal(before) or (_called(tokens, first - 1) and tokens[first].capital):
            # A name does not reach back over a common word in the past tense ("announced Obama").
            if before.text[0].islower() and cue_kind(before.low) and before.low.endswith(("ed", "aid", "old")):
                break
            first -= 1
        elif before.low in DETERMINERS and before.is_word and before.low != "that":
            first -= 1
            if tokens[first].low in ("the", "a", "an", "his", "her", "its", "their", "my", "our", "your"):
                break
        elif (
            before.text in ("&", "/", "-")
            or (before.text == "," and first >= 2 and tokens[first].low in ("jr.", "sr.", "inc."))
            or (before.kind is TokenKind.QUOTE and len(before.text) < 30 and before.text[-2:-1].isalnum())
        ):
            first -= 1
        else:
            break
    return first


def _called(tokens: Sequence[Token], place: int) -> bool:
    """Whether a modal verb's word is somebody's name, for its capital is not owed to its place: "Senator May"."""
    return place > 0 and tokens[place].low in ("will", "may") and tokens[place].capital and tokens[place - 1].capital


def _named_first(tokens: Sequence[Token], place: int) -> bool:
    """Whether a month's word is somebody's first name: "August Lenz", never "in August officials"."""
    opens = place == 0 or not tokens[place - 1].is_word
    return opens and tokens[place].low in _FIRST_NAMES and tokens[place + 1].capital


def phrase_before(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that ends at `last`: "officials in Nairobi", "the head of the agency"."""
    first = _group_before(tokens, last)
    if first is None:
        return None
    for _ in range(4):
        earlier = _attached(tokens, first)
        if earlier is None:
            break
        first = earlier
    while first < last and tokens[first].low in CALENDAR and not _named_first(tokens, first):
        first += 1
    return first, last


def _attached(tokens: Sequence[Token], first: int) -> int | None:
    """Where the noun phrase begins that the one at `first` hangs on by a preposition, None where on none."""
    if first < 2 or tokens[first - 1].low not in INSIDE_NP or not tokens[first - 1].is_word:
        return None
    joint, inner = tokens[first - 1].low, tokens[first - 2]
    earlier = _group_before(tokens, first - 2)
    if earlier is None or inner.low in CALENDAR:
        return None
    loose = joint in ("and", "to", "on", "by", "against", "over")
    two_names = joint == "and" and inner.capital and tokens[first].capital
    # "an adviser to the president" yes, "came to Washington officials" no.
    led = (tokens[earlier].low in DETERMINERS or tokens[earlier].low.endswith("'s")) and joint in ("to", "on", "and")
    if loose and not two_names and not led:
        return None
    opening = tokens[earlier - 1] if earlier else None
    if opening is not None and opening.is_word and not is_function_word(opening.low):
        return None
    return earlier


def source_before(tokens: Sequence[Token], cue: int) -> tuple[int, int, int] | None:
    """The subject left of a cue: first and last token, and where the cue with its auxiliaries begins."""
    place = cue - 1
    begin = cue
    while place >= 0:
        token = tokens[place]
        if token.is_word and ((token.low in _SKIPPED and not _called(tokens, place)) or _adverb(token)):
            begin = place
            place -= 1
        elif (
            token.is_word and token.low in CALENDAR and place and tokens[place - 1].low in ("on", "late", "early", "in")
        ) or (_YEAR.fullmatch(token.text) and place > 1 and tokens[place - 1].low in ("in", "since", "by", "of")):
            place -= 2
        elif (
            token.is_word and token.low in CALENDAR and place and is_nominal(tokens[place - 1]) and token.text != "May"
        ):
            place -= 1
        else:
            break
    if place < 0:
        return None
    token = tokens[place]
    if token.is_word and token.low in PRONOUNS:
        if token.low in ("some", "many", "others", "one") and place and tokens[place - 1].low == "of":
            return None
        return place, place, begin
    if token.is_word and CONTRACTED.fullmatch(token.low):
        return place, place, begin
    if token.text in (",", "—", "–", "―", *_BRACKETS) and place > 1:
        return _before_apposition(tokens, place, begin)
    if not token.is_word:
        return None
    phrase = phrase_before(tokens, place)
    if phrase is None or tokens[phrase[1]].text.isdecimal():
        return None
    if phrase[0] == phrase[1] and tokens[phrase[0]].low in _NO_SOURCE:
        return None
    first, last = _holder_of(tokens, *phrase)
    return first, last, begin


def _holder_of(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Whose office the phrase names, where its second comma is missing: "Kari Holt, head of the board | said"."""
    named = first > 2 and tokens[first - 1].text == "," and tokens[first - 2].capital and tokens[first - 3].capital
    if not named or not tokens[first].text[0].islower() or tokens[first].low in DETERMINERS:
        return first, last
    office = first
    while office < last and tokens[office + 1].low not in INSIDE_NP:
        office += 1
    head = tokens[office].low
    if office == last or not _AGENT.search(head) or head.endswith(("s", "men")):
        return first, last
    name = first - 3
    while name and tokens[name - 1].capital:
        name -= 1
    if name and tokens[name - 1].is_word:
        return first, last  # "in New Delhi, head of ..."
    return name, first - 2


def _adverb(token: Token) -> bool:
    return (
        token.text[0].islower()
        and len(token.low) > 4
        and token.low.endswith("ly")
        and token.low not in ("family", "reply", "ally")
    )


# Around what stands behind a name: "the Oslo Port Authority (OPA) said", "Oslo Shipping <OSHP.OL> said".
_BRACKETS = {")": "(", "]": "[", ">": "<"}


def _before_apposition(tokens: Sequence[Token], close: int, begin: int) -> tuple[int, int, int] | None:
    """The name before an apposition that ends at `close`: "Jane Doe, a fellow at the institute, | says"."""
    opener = _BRACKETS.get(tokens[close].text, tokens[close].text)
    for place in range(close - 1, max(-1, close - 30), -1):
        if tokens[place].text == opener:
            between = tokens[place + 1 : close]
            if not between or not place:
                return None
            if tokens[place - 1].kind is TokenKind.QUOTE:
                return None
            phrase = phrase_before(tokens, place - 1)
            if phrase is not None and phrase[0] == phrase[1] and tokens[phrase[0]].low in _NO_SOURCE:
                return None
            if phrase is None:
                if tokens[place - 1].low in ("he", "she", "they", "who"):
                    return place - 1, place - 1, begin
                return None
            if _is_name_set_off(between, tokens[phrase[0] : phrase[1] + 1]):
                return place + 1, close - 1, begin
            # "In Nairobi, officials in the city, said" is no apposition; a name or a described person is.
            head = tokens[phrase[0] : phrase[1] + 1]
            opens = phrase[0] == 0 or tokens[phrase[0] - 1].low in _BOUNDARY_WORDS or not tokens[phrase[0] - 1].is_word
            if tokens[phrase[0] - 1].low in _ASIDE and phrase[0]:
                return None
            if any(token.capital for token in head) or opens:
                return phrase[0], phrase[1], begin
            return None
        if tokens[close].text not in _BRACKETS and (tokens[place].text in (";", ":") or tokens[place].text in ".!?"):
            return None
    return None


# Behind one of these a name before a comma is no subject: "the talks led by Oslo, often late, failed".
_ASIDE = word_list("in on at for with after by of to from between against over near")
# Openers that are no sources, though a comma and a verb follow them.
_NO_SOURCE = word_list(
    """
    that this these those earlier later meanwhile however instead today yesterday tomorrow recently still again
    nevertheless nonetheless moreover furthermore besides additionally finally first second third elsewhere
    """
)


def _is_name_set_off(between: Sequence[Token], head: Sequence[Token]) -> bool:
    """Whether an apposition is the name itself: "the ambassador to Oslo, Kari Holt, said"."""
    named = 1 < len(between) < 5 and all(token.capital for token in between)
    return named and (
        head[0].low in DETERMINERS or any(token.low in INSIDE_NP for token in head[1:]) or "'s" in head[0].low
    )


def phrase_after(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that begins at `first`."""
    last = first
    if first >= len(tokens) or not tokens[first].is_word:
        return None
    if tokens[first].low in ("he", "she", "they", "i", "we"):
        return first, first
    while last < len(tokens) and tokens[last].low in DETERMINERS and tokens[last].is_word:
        last += 1
    if last >= len(tokens) or not is_nominal(tokens[last]):
        return None
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if is_nominal(following) and following.low not in CALENDAR:
            last += 1
        elif (
            following.low in ("of", "for", "at", "from", "with", "&")
            and last + 2 < len(tokens)
            and (is_nominal(tokens[last + 2]) or tokens[last + 2].low in DETERMINERS)
        ):
            step = last + 2
            while step < len(tokens) and tokens[step].low in DETERMINERS:
                step += 1
            if step >= len(tokens) or not is_nominal(tokens[step]):
                break
            last = step
        else:
            break
    return first, last


_PAST_LOOK = re.compile(r"(?:[^aeious]ed|aid|old|ew|ought|ells|ays|rote)$")
_PAST = word_list(
    """
    went came made took gave got saw left felt kept held began stood met ran sat spoke led lost fell sent won broke
    drove rose became found struck shook swept used closed raised opposed released refused accused forced served
    """
)


def main_subject(tokens: Sequence[Token], before: int) -> tuple[int, int] | None:
    """The subject of the sentence, as far as it shows: the noun phrase before the first verb that looks like one."""
    for place in range(1, before):
        token = tokens[place]
        if not token.is_word:
            continue
        low = token.text[0].islower()
        verb = token.low in FINITE or (low and (token.low in _PAST or _PAST_LOOK.search(token.low)))
        behind = tokens[place - 1]
        present = low and token.low.endswith("s") and (behind.capital or behind.low in PRONOUNS)
        if low and behind.text == "," and token.low.endswith("s") and tokens[0].capital and not present:
            # "Jane Doe, a fellow at the institute, raises a point"
            found = source_before(tokens, place)
            present = found is not None and found[0] == 0 and found[1] < place - 2
        if verb or (present and not is_function_word(token.low)):
            found = source_before(tokens, place)
            if found is not None:
                return found[0], found[1]
    return None


_DOCUMENTS = re.compile(
    r"(?:report|stud(?:y|ie)|survey|poll|statement|document|letter|memo|figure|record|research|article|paper|analys[ie]s|data"
    r"|book|bill|email|e-mail|tweet|post|source|finding|result|image|photo|video|review|estimate|forecast|audit|filing|file"
    r"|transcript|law|rule|website|site|column|editorial|ad|advert|minutes|count|census|evidence|reports?|papers)s?$"
)


def states_things(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a subject can state something as its own: a mind, or what minds write."""
    return holds_opinions(tokens, first, last) or any(
        _DOCUMENTS.search(re.sub(r"'s?$", "", token.low)) for token in tokens[first : last + 1]
    )


def holds_opinions(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a subject can believe or want: a person, a body, a country; not a policy or a pipeline."""
    head = last
    for place in range(first, last):
        if tokens[place + 1].low in ("of", "in", "at", "from", "for", "with"):
            head = place
            break
    token = tokens[head]
    low = re.sub(r"['’](?:s|d|ve|re|ll|m)?$", "", token.low)
    # At the sentence's head a capital tells nothing of a plural: "Developments point to" has no mind.
    named = token.capital and (head > 0 or lemma(low) == low)
    return named or low in MINDS or (low not in ("it", "which", "that") and bool(_AGENT.search(low)))


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    token = tokens[last]
    spare = re.search(r"['’](?:s|ve|d|re|m|ll)$", token.text) if CONTRACTED.fullmatch(token.low) else None
    return Span(tokens[first].start, token.end - (len(spare[0]) if spare else 0))
