"""Who is said to say what: source, cue and content of every attribution inside one sentence. By rule, without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nkreader.claims.units import Token, TokenKind, Unit
from nkreader.lexicon.cues import CUE_NOUNS, Cue, cue_base, cue_kind, is_function_word
from nkreader.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement handed over: by whom (None where no one is named), with which words, and what it is."""

    source: Span | None
    cue: Span
    content: Span
    quotes: tuple[Span, ...]
    kind: Cue
    base: str
    """The cue's base form, or its noun, or `according to`."""

    @property
    def span(self) -> Span:
        """From the first to the last of its parts."""
        parts = [self.cue, self.content, *([self.source] if self.source else [])]
        return Span(min(part.start for part in parts), max(part.end for part in parts))


_CONTRACTED = re.compile(r"(?:he|she|they|i|we|it|who)'(?:s|ve|d|re|m|ll)")
_PRONOUNS = frozenset("he she they i we it you who which one some many others".split())  # noqa: SIM905  # a word list
_SKIPPED = frozenset(
    """
    has have had 've 'd is was are were be been being am will would can could may might must should shall did do does not n't
    never also later then again already always often once now still just even first further ever only both all each
    recently earlier yesterday today tonight soon therefore thus too since long simply instead
    """.split()  # noqa: SIM905  # a word list
)
_VIEWS = frozenset("words view opinion account telling estimation eyes assessment".split())  # noqa: SIM905  # a word list
_BE = frozenset("is was are were be been being am 's".split())  # noqa: SIM905  # a word list
_DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your some any no another each every both several many few
    one two three four five six seven eight nine ten most all other such either neither whose""".split()  # noqa: SIM905  # a word list
)
_INSIDE_NP = frozenset("of in at from for with near behind inside within on to and by over against".split())  # noqa: SIM905  # a word list
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan. feb. aug. sept. oct. nov. dec. today yesterday""".split()  # noqa: SIM905  # a word list
)
_NOUN_OR_VERB = frozenset(
    """
    report claim call plan hope state question charge estimate promise point signal vote view note answer remark comment
    tweet demand fear love hate cry laugh grin smile text email message caption judge rule record document list market
    name notice pitch plug issue guarantee order request project present show mean second share survey test tip voice
    doubt suspect support back trust worry regret dread dream care bet need seek sense offer attempt try pledge vow stress
    threat forecast hint protest object address caution appeal broadcast release review score result brief program
    praise blame pledge rumour rumor rank rate respect request reply counter balance cover credit critique debate defense
    delivery fault figure flag import deal press sum term label brand detail echo desire wish aim plot scheme trumpet
    """.split()  # noqa: SIM905  # a word list
)
# Cue verbs that take a clause without `that`, or a bare noun phrase, as what is said.
_NEEDS_THAT = frozenset(
    """
    show find indicate demonstrate prove establish discover determine calculate project record document mention point
    note guarantee assure reassure inform notify remind convince persuade rule decide decree recommend request
    verify hold reaffirm reflect mean learn hear see read understand infer deduce gather ascertain concede
    explain expose feel hope fear expect anticipate doubt suspect assume presume suppose guess imagine know realize
    realise recognize recognise wish worry regret dream decide determine resolve agree disagree forget remember sense detect notice
    """.split()  # noqa: SIM905  # a word list
)
_BARE_CLAUSE = frozenset(
    """think believe know hope guess suppose feel say claim argue insist suggest warn note find show fear expect assume imagine
    wish reckon doubt agree suspect report predict explain mean understand hear learn conclude estimate""".split()  # noqa: SIM905  # a word list
)
_TO_INFINITIVE = frozenset(
    """want wish intend plan hope expect aim mean seek desire prefer like love hate agree decide choose opt refuse decline
    threaten vow pledge promise offer try attempt hesitate aspire long swear demand claim consent propose need""".split()  # noqa: SIM905  # a word list
)
_NP_OBJECT = frozenset(
    """
    praise criticize criticise condemn denounce blame accuse decry applaud welcome laud tout slam blast deride mock dismiss
    hail call describe label brand dub deny reject announce predict forecast demand propose support oppose back favor favour
    endorse confirm acknowledge admit reveal disclose allege claim cite quote urge warn pledge promise vow stress emphasize
    emphasise underline underscore reiterate highlight question doubt defend dispute refute rebut challenge advocate recommend request envision
    envisage foresee fear want blame chide scold rebuke lament bemoan estimate attribute
    express voice outline liken compare nickname exhort encourage bemoan admire invite suggest mention note report threaten approve plan expect anticipate
    consider regard view deem judge see ask tell advise
    """.split()  # noqa: SIM905  # a word list
)
_CLAUSE_MARKS = frozenset("that whether if how why what where when who which".split())  # noqa: SIM905  # a word list
_BOUNDARY_WORDS = frozenset(
    """that and but or because while whereas although though when where whether if as since which who whom so than yet after
    before until unless""".split()  # noqa: SIM905  # a word list
)
_AFTER_POSTPOSED = frozenset(
    """in on at during to after before by of via through when as about for last this yesterday today tonight earlier later
    while recently again with from outside inside here there late early""".split()  # noqa: SIM905  # a word list
)
_LISTENERS = frozenset("tell assure inform remind warn notify reassure advise ask convince persuade show teach brief".split())  # noqa: SIM905  # a word list
_NOT_SOURCES = frozenset("that this these those there here what how when where why whether if as than it".split())  # noqa: SIM905  # a word list


def attributions(unit: Unit, text: str) -> list[Attribution]:
    """The attributions of a sentence, in order of their cues."""
    tokens = unit.tokens
    found: list[Attribution] = []
    for place, token in enumerate(tokens):
        if token.kind is TokenKind.QUOTE:
            continue
        if token.kind is TokenKind.MARK:
            attribution = _by_colon(tokens, place) if token.text == ":" else _by_dash(unit, tokens, place)
        elif token.low == "according" and place + 1 < len(tokens) and tokens[place + 1].low == "to":
            attribution = _according(unit, tokens, place, place + 2)
        elif token.low == "per" and place and tokens[place - 1].text == "," and _next_capital(tokens, place):
            attribution = _according(unit, tokens, place, place + 1)
        elif token.low in _VIEWS and (attribution := _in_the_words(unit, tokens, place)) is not None:
            pass
        elif token.low in CUE_NOUNS and (attribution := _by_noun(unit, tokens, place)) is not None:
            pass
        elif (kind := cue_kind(token.low)) is not None:
            attribution = _by_verb(unit, tokens, place, kind)
        else:
            continue
        if attribution is not None and not _repeats(attribution, found):
            found.append(attribution)
    return _bounded(found, tokens)


def _repeats(new: Attribution, found: Sequence[Attribution]) -> bool:
    return any(new.cue.overlaps(old.cue) for old in found)


def _bounded(found: list[Attribution], tokens: Sequence[Token]) -> list[Attribution]:
    """Contents cut where the next statement, coordinated with this one, begins: "A said x, and B said y"."""
    result = []
    for number, attribution in enumerate(found):
        content = attribution.content
        for other in found[number + 1 :]:
            begin = other.span.start
            if other.source is None or not content.start < begin < content.end or begin < attribution.cue.end:
                continue
            before = [token for token in tokens if token.end <= begin][-2:]
            joined = [token.low or token.text for token in before]
            if joined and (joined[-1] in ("but", "while", "whereas", ";") or joined == [",", "and"]):
                content = Span(content.start, before[0].start if len(before) > 1 else before[-1].start)
                break
        if content.end > content.start:
            result.append(
                Attribution(
                    attribution.source,
                    attribution.cue,
                    content,
                    tuple(quote for quote in attribution.quotes if quote.start < content.end),
                    attribution.kind,
                    attribution.base,
                )
            )
    return result


# ---------------------------------------------------------------- noun phrases


def _next_capital(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and (tokens[place + 1].capital or tokens[place + 1].low in _DETERMINERS)


def _nominal(token: Token) -> bool:
    """Whether the word can stand inside a noun phrase: a name, a number, a word that is no function word."""
    return token.kind is TokenKind.WORD and (not is_function_word(token.low) or token.text in ("US", "IT", "WHO"))


def _group_before(tokens: Sequence[Token], last: int) -> int | None:
    """The first token of the noun group that ends at `last`; None where none does."""
    if last < 0 or not _nominal(tokens[last]):
        return None
    first = last
    while first > 0:
        before = tokens[first - 1]
        if _nominal(before):
            # A name does not reach back over a common word in the past tense ("announced Obama").
            if before.text[0].islower() and cue_kind(before.low) and before.low.endswith(("ed", "aid", "old")):
                break
            first -= 1
        elif before.low in _DETERMINERS and before.is_word and before.low != "that":
            first -= 1
            if tokens[first].low in ("the", "a", "an", "his", "her", "its", "their", "my", "our", "your"):
                break
        elif before.text in ("&", "/", "-") or (
            before.text == "," and first >= 2 and tokens[first].low in ("jr.", "sr.", "inc.")
        ):
            first -= 1
        elif before.kind is TokenKind.QUOTE and len(before.text) < 30 and before.text[-2:-1].isalnum():
            first -= 1
        else:
            break
    return first


def _phrase_before(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that ends at `last`: "officials in Nairobi", "the head of the agency"."""
    first = _group_before(tokens, last)
    if first is None:
        return None
    for _ in range(4):
        if first >= 2 and tokens[first - 1].low in _INSIDE_NP and tokens[first - 1].is_word:
            earlier = _group_before(tokens, first - 2)
            if earlier is None or tokens[first - 2].low in _CALENDAR:
                break
            if tokens[first - 1].low in ("and", "to", "on", "by", "against", "over") and not (
                tokens[first - 2].capital and tokens[first].capital and tokens[first - 1].low == "and"
            ):
                # "adviser to the president" yes, "came to Washington officials" no.
                if not (tokens[earlier].low in _DETERMINERS and tokens[first - 1].low in ("to", "on", "and")):
                    break
            opening = earlier - 1
            if opening >= 0 and tokens[opening].kind is TokenKind.WORD and tokens[opening].low not in _BOUNDARY_WORDS:
                if not is_function_word(tokens[opening].low):
                    break
            first = earlier
        else:
            break
    while first < last and tokens[first].low in _CALENDAR:
        first += 1
    return first, last


def _source_before(tokens: Sequence[Token], cue: int) -> tuple[int, int, int] | None:
    """The subject left of a cue: first and last token, and where the cue with its auxiliaries begins."""
    place = cue - 1
    begin = cue
    while place >= 0:
        token = tokens[place]
        if token.is_word and (token.low in _SKIPPED or _adverb(token)):
            begin = place
            place -= 1
        elif token.is_word and token.low in _CALENDAR and place and tokens[place - 1].low in ("on", "late", "early", "in"):
            place -= 2
        elif token.is_word and token.low in _CALENDAR and place and _nominal(tokens[place - 1]) and not token.text == "May":
            place -= 1
        else:
            break
    if place < 0:
        return None
    token = tokens[place]
    if token.is_word and token.low in _PRONOUNS:
        if token.low in ("some", "many", "others", "one") and place and tokens[place - 1].low == "of":
            return None
        return place, place, begin
    if token.is_word and _CONTRACTED.fullmatch(token.low):
        return place, place, begin
    if token.text in (",", "—", "–", "―", ")") and place > 1:
        return _before_apposition(tokens, place, begin)
    if not token.is_word:
        return None
    phrase = _phrase_before(tokens, place)
    if phrase is None:
        return None
    if tokens[phrase[0]].low in ("that", "this", "these", "those") and phrase[0] == phrase[1]:
        return None
    return phrase[0], phrase[1], begin


def _adverb(token: Token) -> bool:
    return token.text[0].islower() and len(token.low) > 4 and token.low.endswith("ly") and token.low not in ("family", "reply", "ally")


def _before_apposition(tokens: Sequence[Token], close: int, begin: int) -> tuple[int, int, int] | None:
    """The name before an apposition that ends at `close`: "Jane Doe, a fellow at the institute, | says"."""
    opener = "(" if tokens[close].text == ")" else tokens[close].text
    for place in range(close - 1, max(-1, close - 30), -1):
        if tokens[place].text == opener:
            between = tokens[place + 1 : close]
            if not between or not place:
                return None
            if tokens[place - 1].kind is TokenKind.QUOTE:
                return None
            phrase = _phrase_before(tokens, place - 1)
            if phrase is None:
                if tokens[place - 1].low in ("he", "she", "they", "who"):
                    return place - 1, place - 1, begin
                return None
            # "In Nairobi, officials in the city, said" is no apposition; a name or a described person is.
            head = tokens[phrase[0] : phrase[1] + 1]
            opens = phrase[0] == 0 or tokens[phrase[0] - 1].low in _BOUNDARY_WORDS or not tokens[phrase[0] - 1].is_word
            if tokens[phrase[0] - 1].low in ("in", "on", "at", "for", "with", "after") and phrase[0]:
                return None
            if any(token.capital for token in head) or opens:
                return phrase[0], phrase[1], begin
            return None
        if opener != "(" and (tokens[place].text in (";", ":") or tokens[place].text in ".!?"):
            return None
    return None


def _phrase_after(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that begins at `first`."""
    last = first
    if first >= len(tokens) or not tokens[first].is_word:
        return None
    if tokens[first].low in ("he", "she", "they", "i", "we"):
        return first, first
    while last < len(tokens) and tokens[last].low in _DETERMINERS and tokens[last].is_word:
        last += 1
    if last >= len(tokens) or not _nominal(tokens[last]):
        return None
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if _nominal(following) and following.low not in _CALENDAR:
            last += 1
        elif (
            following.low in ("of", "for", "at", "from", "with", "&")
            and last + 2 < len(tokens)
            and (_nominal(tokens[last + 2]) or tokens[last + 2].low in _DETERMINERS)
        ):
            step = last + 2
            while step < len(tokens) and tokens[step].low in _DETERMINERS:
                step += 1
            if step >= len(tokens) or not _nominal(tokens[step]):
                break
            last = step
        else:
            break
    return first, last


def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
    return Span(tokens[first].start, tokens[last].end)


def _closing(tokens: Sequence[Token]) -> int:
    """The end of the last token that is no final mark."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind is TokenKind.MARK and tokens[last].text[0] in ".!?,;:":
        last -= 1
    return tokens[last].end


def _quotes_in(unit: Unit, span: Span) -> tuple[Span, ...]:
    return tuple(quote for quote in unit.quotes if quote.overlaps(span))


# ---------------------------------------------------------------- kinds of attribution


def _by_verb(unit: Unit, tokens: Sequence[Token], place: int, kind: Cue) -> Attribution | None:
    token = tokens[place]
    base = cue_base(token.low) or token.low
    before = tokens[place - 1] if place else None
    form_is_base = token.low == base or token.low == base + "s" or token.low == base + "es" or token.low.endswith("ies")
    if token.capital and place:
        return None
    if before is not None and before.is_word:
        if before.low in _DETERMINERS and before.low not in ("all", "both", "some", "many", "most", "others", "one", "each", "few", "several"):
            return None
        if before.low in ("of", "in", "on", "for", "from", "with", "by", "at", "into", "about", "under", "as") and not token.low.endswith("ing"):
            return None
        if form_is_base and base in _NOUN_OR_VERB and (before.low.endswith(("'s", "s'")) or _adjectival(before)):
            return None
    inverted = _inverted(unit, tokens, place, base)
    if inverted is not None:
        return inverted
    if before is not None and before.low == "to":
        return None
    going_on = before is not None and (before.low in _BE | {"been", "not", "also"} or _CONTRACTED.fullmatch(before.low))
    if token.low.endswith("ing") and not going_on:
        return _participle(unit, tokens, place, kind, base)
    source = _source_before(tokens, place)
    if source is None:
        return None
    first, last, begin = source
    auxiliaries = {item.low for item in tokens[begin:place]}
    participle = not form_is_base and not token.low.endswith("ing")
    subject = tokens[last].low
    if participle and auxiliaries & _BE and base not in ("agree", "determine"):
        return _passive(unit, tokens, place, first, last, base, kind)
    if auxiliaries & _BE and form_is_base:
        return None
    if kind is Cue.OPINION and not _holds_opinions(tokens, first, last):
        return None
    if re.fullmatch(r"(?:he|she|it|who)'s", tokens[last].low) and participle and base not in ("say", "tell"):
        return None  # "it's called", not "it has called"
    content = _content_of(unit, tokens, place, first, base, kind, form_is_base)
    if content is None:
        return None
    return Attribution(
        _span(tokens, first, last), _span(tokens, place, place), content, _quotes_in(unit, content), kind, base
    )


_MINDS = frozenset(
    """
    he she they i we you who people men women man woman government company police public team group party family crowd
    administration campaign ministry agency committee council court union bank firm office department army military congress
    parliament senate house board panel class band side camp staff crew community nation country state world
    child children parent student king queen boss chief head
    friend wife husband mother father son daughter brother sister neighbour neighbor resident fan majority minority half
    most many some others few both all everyone nobody none voters americans democrats republicans
    """.split()  # noqa: SIM905  # a word list
)
_AGENT = re.compile(r"(?:[^f]er|or|ist|ian|ant|ent|man|men|woman|women|ee|eer|ary|ate|ic|ive|al|ard|ess|yst|ect)s?$")


def _holds_opinions(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a subject can believe or want: a person, a body, a country; not a policy or a pipeline."""
    head = last
    for place in range(first, last):
        if tokens[place + 1].low in ("of", "in", "at", "from", "for", "with"):
            head = place
            break
    token = tokens[head]
    low = re.sub(r"['’](?:s|d|ve|re|ll|m)?$", "", token.low)
    return token.capital or low in _MINDS or (low not in ("it", "which", "that") and bool(_AGENT.search(low)))


def _adjectival(token: Token) -> bool:
    return token.low.endswith(("al", "ic", "ous", "ive", "ful", "less")) and token.text[0].islower() and token.low not in ("official",)


def _content_of(
    unit: Unit, tokens: Sequence[Token], place: int, first: int, base: str, kind: Cue, form_is_base: bool
) -> Span | None:
    """What is said: the clause behind the cue, else the one before its subject."""
    end = _closing(tokens)
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    lead = tokens[first - 1] if first else None
    if lead is not None and first > 1 and lead.kind is TokenKind.QUOTE and lead.text.istitle() and _clause_follows(tokens, place):
        lead = None  # `on "Face The Nation," Ms Lee said prices would fall`: a title, not what is said
    parenthetic = lead is not None and (
        lead.text in (",", "—", "–", "―", "--", "-", "...") or (lead.kind is TokenKind.QUOTE and _is_long(lead))
    )
    ends_here = after is None or (after.kind is TokenKind.MARK and after.text not in (":", "("))
    adverbial = after is not None and after.is_word and (after.low in _AFTER_POSTPOSED or after.low in _CALENDAR)
    listener = base in _LISTENERS and not (after is not None and after.low in _CLAUSE_MARKS)
    if parenthetic and kind is not Cue.OPINION or (parenthetic and base in ("think", "believe", "reckon", "guess", "hope", "feel")):
        quoted = lead is not None and lead.kind is TokenKind.QUOTE and lead.text[-2:-1] in ",.!?…—-"
        quoted = quoted and (first == 1 or lead.text.count(" ") > 4 or not _clause_follows(tokens, place))
        if ends_here or adverbial or quoted or (listener and not _clause_follows(tokens, place)):
            return _around(tokens, first, place, end)
    if after is None:
        return None
    if after.kind is TokenKind.MARK:
        if after.text in (":", ",", "—", "–", "―", "--", "...") and place + 2 < len(tokens):
            if after.text == ":" or _quote_ahead(tokens, place + 1, 4):
                return Span(tokens[place + 2].start, end)
            if kind is Cue.SAY and after.text == "," and (step := _after_insertion(tokens, place + 1)) is not None:
                return Span(tokens[step].start, end)
        return None
    if after.kind is TokenKind.QUOTE:
        return Span(after.start, end)
    begin = place + 1
    if after.low in _CLAUSE_MARKS:
        if after.low in ("when", "where", "who", "which", "if") and base not in ("ask", "wonder", "know", "see", "question", "tell", "explain", "decide"):
            return None
        return Span(after.start, end)
    that = _that_ahead(tokens, begin)
    if that is not None:
        return Span(tokens[that].start, end)
    if after.low == "to" and base in _TO_INFINITIVE:
        return Span(after.start, end)
    if base in ("call", "push", "ask", "press", "appeal", "argue", "plead", "campaign") and after.low in ("for", "on", "upon"):
        return Span(after.start, end)
    if base in ("complain", "warn", "talk", "speak", "boast", "brag", "joke", "worry", "wonder", "inquire", "ask", "testify", "comment", "lament", "agree", "disagree", "object", "protest", "speculate", "dream", "think", "write", "elaborate", "apologize", "apologise") and after.low in ("about", "of", "against", "over", "on", "with", "at"):
        return Span(after.start, end)
    if base in ("point", "refer", "hint", "object") and after.low in ("to", "out", "at"):
        return Span(tokens[min(place + 2, len(tokens) - 1)].start, end)
    if after.low == "as" and base in ("describe", "put"):
        return Span(after.start, end)
    if (quote := _quote_ahead(tokens, begin, 12)) is not None and kind is not Cue.OPINION:
        return Span(tokens[begin if base in _NP_OBJECT or base in _BARE_CLAUSE else quote].start, end)
    if base in ("say", "add", "claim", "insist", "argue", "allege", "assert", "estimate", "predict", "suggest", "maintain", "contend", "reckon", "think", "believe") and not (after.low in _AFTER_POSTPOSED and base == "add"):
        return Span(after.start, end) if after.end < end else None
    if base in _BARE_CLAUSE and base not in _NP_OBJECT and _clause_follows(tokens, place):
        return Span(after.start, end)
    if base in _NP_OBJECT and after.low not in _AFTER_POSTPOSED and not after.low.endswith("ing") and (not is_function_word(after.low) or after.low in _DETERMINERS or after.low in ("it", "him", "her", "them", "me", "us")):
        return Span(after.start, end)
    if base in _BARE_CLAUSE and _clause_follows(tokens, place):
        return Span(after.start, end)
    return None


def _is_long(token: Token) -> bool:
    return token.text.count(" ") > 2 or token.text[-2:-1] in ".,!?"


def _around(tokens: Sequence[Token], first: int, place: int, end: int) -> Span | None:
    """The content of a cue set in the middle or at the end: all before, and what goes on behind it."""
    start = tokens[0].start
    stop = tokens[first - 1].end
    if tokens[first - 1].kind is TokenKind.MARK and first >= 2:
        stop = tokens[first - 2].end
    for step in range(place + 1, len(tokens)):
        if tokens[step].text in (",", "—", "–", "―", "--", ":") and step + 1 < len(tokens):
            goes_on = tokens[step].text == "," and step + 2 < len(tokens)
            goes_on = goes_on and (step - place <= 2 or tokens[step + 1].low in _FINITE)
            if tokens[step + 1].kind is TokenKind.QUOTE or goes_on:
                return Span(start, end)
            break
    return Span(start, stop) if stop > start else None


def _quote_ahead(tokens: Sequence[Token], begin: int, reach: int) -> int | None:
    for step in range(begin, min(len(tokens), begin + reach)):
        if tokens[step].kind is TokenKind.QUOTE:
            return step
        if tokens[step].text in (";", ".") or (tokens[step].is_word and step > begin and cue_kind(tokens[step].low) is Cue.SAY and tokens[step].low.endswith("d")):
            return None
    return None


def _that_ahead(tokens: Sequence[Token], begin: int) -> int | None:
    """`that` behind a listener or an adverbial: "told reporters on Monday that ..."."""
    for step in range(begin, min(len(tokens), begin + 9)):
        token = tokens[step]
        if token.low == "that" and token.is_word:
            following = tokens[step + 1] if step + 1 < len(tokens) else None
            return step if following is not None else None
        if token.kind is TokenKind.QUOTE or token.text in (";", ".", ":"):
            return None
    return None


def _after_insertion(tokens: Sequence[Token], comma: int) -> int | None:
    """Behind a parenthesis between two commas, where a clause goes on: "said, in effect, that ..."."""
    for step in range(comma + 1, min(len(tokens), comma + 12)):
        if tokens[step].text == "," and step + 1 < len(tokens) and tokens[step + 1].low in ("that", "the", "he", "she", "they", "it"):
            return step + 1
    return None


_FINITE = frozenset(
    """is was are were has have had will would can could may might must should does did do isn't wasn't aren't weren't
    won't wouldn't can't couldn't doesn't didn't don't hasn't haven't hadn't it's he's she's they're we're there's that's""".split()  # noqa: SIM905  # a word list
)


def _clause_follows(tokens: Sequence[Token], place: int) -> bool:
    """Whether a subject and a finite verb stand behind the cue, so that what follows is said and not its object."""
    words = [token for token in tokens[place + 1 : place + 14] if token.is_word]
    if not words or words[0].low in _FINITE:
        return False
    return any(word.low in _FINITE for word in words[1:]) or words[0].low in ("he", "she", "they", "we", "i", "it", "there")


def _inverted(unit: Unit, tokens: Sequence[Token], place: int, base: str) -> Attribution | None:
    """ "...," said Kim / said the minister: the cue before its subject, behind what is said."""
    before = tokens[place - 1] if place else None
    if before is None or cue_kind(tokens[place].low) is not Cue.SAY or tokens[place].low.endswith("ing"):
        return None
    behind_quote = before.kind is TokenKind.QUOTE
    if not behind_quote and before.text not in (",", "—", "–"):
        return None
    phrase = _phrase_after(tokens, place + 1)
    if phrase is None:
        return None
    first, last = phrase
    if behind_quote:
        if before.text[-2:-1] not in ",.!?…—" and base not in ("say", "add", "write", "tell"):
            return None
    else:
        # Without a quotation only the commonest verbs stand so, and only before a name or a determiner.
        if base not in ("say", "add", "write", "report", "note", "explain", "claim", "announce", "argue"):
            return None
        if not (tokens[first].capital or tokens[first].low in ("a", "an", "the", "one")) or tokens[first].low in ("he", "she", "they", "i", "we"):
            return None
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if following is not None and following.is_word and following.low not in _AFTER_POSTPOSED and following.low not in _CALENDAR and following.low not in ("who", "whose", "and"):
            return None
    stop = before.end if behind_quote else tokens[place - 2].end
    content = Span(tokens[0].start, stop)
    for step in range(last + 1, len(tokens)):
        if tokens[step].kind is TokenKind.QUOTE and tokens[step - 1].text in (",", ":", ";"):
            content = Span(tokens[0].start, _closing(tokens))
    return Attribution(
        _span(tokens, first, last),
        _span(tokens, place, place),
        content,
        _quotes_in(unit, content),
        Cue.SAY,
        base,
    )


def _participle(unit: Unit, tokens: Sequence[Token], place: int, kind: Cue, base: str) -> Attribution | None:
    """ "..., saying that ...": the subject is that of the clause before."""
    if kind is Cue.OPINION or place == 0 or place + 1 >= len(tokens):
        return None
    after = tokens[place + 1]
    shaped = after.low in ("that", "whether", "how", "why", "what") or after.kind is TokenKind.QUOTE or after.text in (",", ":")
    shaped = shaped or (base in ("say", "add", "claim", "argue", "insist", "call", "warn", "accuse", "suggest", "cite", "tell", "note", "describe") and after.is_word)
    if not shaped or tokens[place - 1].low in _INSIDE_NP - {"by"}:
        return None
    nearest = _phrase_before(tokens, place - 1) if tokens[place - 1].capital else None
    source = nearest or _main_subject(tokens, place)
    if source is None:
        return None
    content = Span(after.start if after.kind is not TokenKind.MARK or place + 2 >= len(tokens) else tokens[place + 2].start, _closing(tokens))
    if content.end <= content.start:
        return None
    return Attribution(
        _span(tokens, *source), _span(tokens, place, place), content, _quotes_in(unit, content), kind, base
    )


def _main_subject(tokens: Sequence[Token], before: int) -> tuple[int, int] | None:
    """The subject of the sentence, as far as it shows: the noun phrase before the first verb that looks like one."""
    for place in range(1, before):
        token = tokens[place]
        if not token.is_word:
            continue
        verb = token.low in _FINITE or (token.text[0].islower() and re.search(r"(?:[^aeious]ed|aid|old|ew|ought|ells|ays|rote)$", token.low))
        if verb:
            found = _source_before(tokens, place)
            if found is not None:
                return found[0], found[1]
    return None


def _passive(
    unit: Unit, tokens: Sequence[Token], place: int, first: int, last: int, base: str, kind: Cue
) -> Attribution | None:
    """ "X was quoted as saying ..." hands to X; "was criticised by Y" to Y; "is expected to" to no one."""
    end = _closing(tokens)
    for step in range(place + 1, min(len(tokens) - 1, place + 4)):
        if tokens[step].low == "saying" and base in ("quote", "cite", "report"):
            content = Span(tokens[step + 1].start, end)
            return Attribution(
                _span(tokens, first, last), _span(tokens, place, step), content, _quotes_in(unit, content), Cue.SAY, "say"
            )
    if kind is Cue.OPINION and base not in ("support", "oppose", "back", "favour", "favor", "reject"):
        return None
    for step in range(place + 1, min(len(tokens) - 1, place + 5)):
        if tokens[step].low == "by":
            agent = _phrase_after(tokens, step + 1)
            if agent is None or not (tokens[agent[0]].capital or tokens[agent[0]].low in ("the", "a", "his", "her", "its")):
                return None
            content = Span(tokens[first].start, tokens[place].end)
            if agent[1] + 1 < len(tokens) and tokens[agent[1] + 1].low in ("as", "for", "to", "of"):
                content = Span(tokens[first].start, end)
            return Attribution(
                _span(tokens, *agent), _span(tokens, place, place), content, _quotes_in(unit, content), kind, base
            )
    return None


def _according(unit: Unit, tokens: Sequence[Token], place: int, first: int) -> Attribution | None:
    phrase = _phrase_after(tokens, first)
    if phrase is None:
        return None
    last = phrase[1]
    end = _closing(tokens)
    start = tokens[0].start
    if place == 0 or (place == 1 and tokens[0].kind is TokenKind.WORD):
        stop = next((step for step in range(last + 1, len(tokens)) if tokens[step].text == ","), last)
        # "According to Jane Doe, a fellow at the institute, ...": the content begins behind the apposition.
        following = stop + 1
        if following < len(tokens) and tokens[following].low in ("a", "an", "the", "who", "whose", "director", "professor"):
            second = next((step for step in range(following, len(tokens)) if tokens[step].text == ","), None)
            if second is not None and not any(token.low in _FINITE for token in tokens[following:second]):
                stop = second
        if stop + 1 >= len(tokens):
            return None
        content = Span(tokens[stop + 1].start, end)
    else:
        before = tokens[place - 2] if tokens[place - 1].kind is TokenKind.MARK and place > 1 else tokens[place - 1]
        content = Span(start, before.end)
        if last + 1 < len(tokens) and tokens[last + 1].text == "," and last + 3 < len(tokens) and tokens[place - 1].text == ",":
            content = Span(start, end)
    if content.end <= content.start:
        return None
    return Attribution(
        _span(tokens, first, last),
        _span(tokens, place, first - 1),
        content,
        _quotes_in(unit, content),
        Cue.SAY,
        "according to",
    )


def _in_the_words(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "in Clausewitz's words", "in the view of the ministry", "in his opinion"."""
    end = _closing(tokens)
    before = place - 1
    while before >= 0 and place - before < 7 and tokens[before].low != "in":
        before -= 1
    if before < 0 or tokens[before].low != "in" or place - before < 2:
        return None
    owner = tokens[place - 1]
    if owner.low == "the" and place + 2 < len(tokens) and tokens[place + 1].low == "of":
        phrase = _phrase_after(tokens, place + 2)
        if phrase is None:
            return None
        source, last = _span(tokens, *phrase), phrase[1]
    elif owner.low in ("his", "her", "their", "my", "our") or owner.low.endswith(("'s", "s'")):
        first = before + 1
        source = Span(tokens[first].start, owner.end - (2 if owner.low.endswith("'s") else 1 if owner.low.endswith("s'") else 0))
        last = place
    else:
        return None
    if before == 0:
        if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
            return None
        content = Span(tokens[last + 2].start, end)
    else:
        content = Span(tokens[0].start, tokens[before - 1].end)
    return Attribution(source, _span(tokens, before, place), content, _quotes_in(unit, content), Cue.SAY, "in the words of")


def _by_noun(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """ "the ministry's March 30 announcement that ...", "reports that ...", "his claim that ..."."""
    if place + 2 >= len(tokens) or tokens[place].capital and place:
        return None
    if tokens[place + 1].low not in ("that", "of") or not tokens[place + 1].is_word:
        return None
    of = tokens[place + 1].low == "of"
    step = place - 1
    while step >= 0 and place - step <= 6 and tokens[step].is_word:
        low = tokens[step].low
        if low.endswith(("'s", "s'")):
            if of and not tokens[step].capital:
                return None
            phrase = _phrase_before(tokens, step)
            if phrase is None:
                return None
            source = Span(tokens[phrase[0]].start, tokens[step].end - (2 if low.endswith("'s") else 1))
            content = Span(tokens[place + 1].start, _closing(tokens))
            if of:
                return None
            return Attribution(
                source, _span(tokens, place, place), content, _quotes_in(unit, content), Cue.REPORT, tokens[place].low
            )
        if low in ("his", "her", "their", "my", "our") and not of:
            content = Span(tokens[place + 1].start, _closing(tokens))
            return Attribution(
                _span(tokens, step, step), _span(tokens, place, place), content, _quotes_in(unit, content), Cue.REPORT, tokens[place].low
            )
        if is_function_word(low) and low not in _DETERMINERS:
            break
        step -= 1
    return None


def _by_colon(tokens: Sequence[Token], place: int) -> Attribution | None:
    """`Smith: "We won."`: a name, a colon, a quotation."""
    if place == 0 or place + 1 >= len(tokens) or tokens[place + 1].kind is not TokenKind.QUOTE:
        return None
    phrase = _phrase_before(tokens, place - 1)
    if phrase is None or phrase[0] != 0 or not all(token.capital or token.low in ("of", "the") for token in tokens[: place]):
        return None
    quote = tokens[place + 1]
    return Attribution(
        _span(tokens, *phrase), _span(tokens, place, place), Span(quote.start, quote.end), (Span(quote.start, quote.end),), Cue.SAY, ":"
    )


def _by_dash(unit: Unit, tokens: Sequence[Token], place: int) -> Attribution | None:
    """`"..." — Jane Doe`: a quotation, a dash, a name and nothing more."""
    if not place or tokens[place].text[0] not in "—–―" or tokens[place - 1].kind is not TokenKind.QUOTE or place + 1 >= len(tokens):
        return None
    phrase = _phrase_after(tokens, place + 1)
    if phrase is None or not tokens[place + 1].capital:
        return None
    following = tokens[phrase[1] + 1] if phrase[1] + 1 < len(tokens) else None
    if following is not None and following.is_word:
        return None
    quote = tokens[place - 1]
    return Attribution(
        _span(tokens, *phrase), _span(tokens, place, place), Span(quote.start, quote.end), (Span(quote.start, quote.end),), Cue.SAY, "—"
    )


def announced(unit: Unit) -> tuple[Span, Span] | None:
    """Source and cue of a sentence that ends by announcing the next: "The minister told reporters:"."""
    tokens = unit.tokens
    if len(tokens) < 3 or tokens[-1].text != ":":
        return None
    for place in range(len(tokens) - 2, 0, -1):
        token = tokens[place]
        if token.is_word and cue_kind(token.low) is not None and not token.capital:
            source = _source_before(tokens, place)
            if source is not None:
                return _span(tokens, source[0], source[1]), _span(tokens, place, place)
        if token.is_word and token.low.endswith("ing") and cue_kind(token.low) is Cue.SAY:
            subject = _main_subject(tokens, place)
            if subject is not None:
                return _span(tokens, *subject), _span(tokens, place, place)
    return None
