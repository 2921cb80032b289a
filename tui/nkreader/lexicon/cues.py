"""Which words say, which hedge, which negate, and which only hold a sentence together. Word lists and nothing else.

The lists were written for this project: verbs of saying, writing, showing and holding an opinion, as news English uses
them to hand a statement over to somebody. Looking a word up ignores its case, except where case tells a month or a name
from a verb ("May", "Will").
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from nkreader.model import Span
from nkreader.text.words import folded


class Cue(StrEnum):
    """What handing over a statement is done by."""

    SAY = "say"
    """Speech or writing: may stand beside a quotation without `that`, before or behind it."""
    REPORT = "report"
    """Stating, showing or promising: needs a clause, usually with `that`."""
    OPINION = "opinion"
    """Belief, hope, intention, perception: somebody's view rather than somebody's words."""


def word_list(text: str) -> frozenset[str]:
    """The words of a list written out in a source file, blanks and line ends between them."""
    return frozenset(text.split())


_SAY = word_list("""
    say add tell state note reply answer respond remark observe comment explain argue insist claim assert
    maintain contend declare announce proclaim write tweet retweet post blog joke quip muse whisper shout yell
    cry scream murmur mutter grumble complain boast brag recall recount concede admit acknowledge confess
    confirm deny warn caution advise urge exhort encourage ask inquire enquire wonder demand plead beg counter
    retort rejoin stress emphasize emphasise underline underscore reiterate repeat continue conclude summarize
    summarise report relate testify swear vow pledge promise predict forecast speculate suggest hint imply
    allege charge protest object agree disagree interject exclaim echo opine lament rant snap sneer scoff laugh
    sigh shrug bellow bark thunder intone chant sing read recite quote cite begin start finish elaborate clarify
    specify offer volunteer venture affirm aver avow attest declaim describe liken compare nickname call label
    brand dub term dismiss hail praise slam blast deride mock criticize criticise condemn denounce blame accuse
    decry applaud laud tout rebuke chide scold lecture preach pronounce reveal disclose divulge detail signal
    text email e-mail message caption rejoice reckon commiserate gush fume rage rail crow gloat chuckle grin
    smile nod groan moan wail mumble stammer croak hiss growl snarl roar drawl deadpan marvel enthuse effuse sum
    reason theorize theorise philosophize expound narrate dictate interrupt persist press prompt query question
    quiz ponder reflect reminisce remember posit propose stipulate submit profess
    """)

_REPORT = word_list("""
    show find indicate demonstrate prove establish discover determine calculate estimate project record document
    conclude mention point outline note guarantee assure reassure inform notify brief remind convince persuade
    teach order instruct direct rule decide decree recommend request require certify verify uphold hold reaffirm
    restate rebut refute dispute contradict highlight illustrate reflect mean signify portray characterize
    characterise depict present publish broadcast air learn hear see read understand infer deduce gather
    ascertain concede grant allow explain expose warn advertise advocate accept apologize apologise bemoan bet
    chronicle circulate communicate compute convey corroborate cover credit critique debate defend define denote
    denounce dictate echo endorse reference evidence exaggerate fault flag imply insinuate intimate issue justify name
    nominate notice parrot point praise preach promote propound recognize recognise recapitulate refer rehearse
    reject release relay reprimand respond resolve review revise rumour rumor spell stipulate substantiate
    survey tease threaten trumpet update validate vote voice vouch
    """)

_OPINION = word_list("""
    think believe feel hope fear expect anticipate doubt suspect assume presume suppose guess imagine consider
    regard view deem judge know realize realise recognize recognise want wish intend plan aim mean desire prefer
    like love hate dislike favor favour support oppose back trust worry regret dread envision envisage foresee
    dream figure contemplate conceive appreciate accept resent mind care bet conclude decide determine resolve
    choose opt agree disagree consent refuse decline reject threaten vow pledge promise offer hesitate aspire
    yearn long perceive sense detect notice forget remember recall treat interpret understand question debate
    weigh ponder
    """)

# Past tense and participle where the rule would be wrong.
_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "read": "reads read reading", "swear": "swears swore sworn swearing", "begin": "begins began begun beginning",
    "sing": "sings sang sung singing", "show": "shows showed shown showing", "find": "finds found finding",
    "prove": "proves proved proven proving", "teach": "teaches taught teaching", "hold": "holds held holding",
    "uphold": "upholds upheld upholding", "mean": "means meant meaning",
    "broadcast": "broadcasts broadcast broadcasting",
    "learn": "learns learned learnt learning", "hear": "hears heard hearing", "see": "sees saw seen seeing",
    "understand": "understands understood understanding", "think": "thinks thought thinking",
    "feel": "feels felt feeling", "know": "knows knew known knowing", "seek": "seeks sought seeking",
    "foresee": "foresees foresaw foreseen foreseeing", "choose": "chooses chose chosen choosing",
    "bet": "bets bet betting", "forget": "forgets forgot forgotten forgetting", "give": "gives gave given giving",
    "dream": "dreams dreamed dreamt dreaming", "spell": "spells spelled spelt spelling", "quit": "quits quit quitting",
    "forecast": "forecasts forecast forecasted forecasting", "rebut": "rebuts rebutted rebutting",
    "grin": "grins grinned grinning", "snap": "snaps snapped snapping",
    "brag": "brags bragged bragging", "beg": "begs begged begging", "sum": "sums summed summing",
    "nod": "nods nodded nodding", "admit": "admits admitted admitting", "slam": "slams slammed slamming",
    "quip": "quips quipped quipping", "blog": "blogs blogged blogging", "submit": "submits submitted submitting",
    "refer": "refers referred referring", "infer": "infers inferred inferring", "air": "airs aired airing",
    "tip": "tips tipped tipping", "flag": "flags flagged flagging", "plug": "plugs plugged plugging",
    "permit": "permits permitted permitting", "plan": "plans planned planning", "opt": "opts opted opting",
    "prefer": "prefers preferred preferring", "plot": "plots plotted plotting", "quiz": "quizzes quizzed quizzing",
    "dub": "dubs dubbed dubbing", "aver": "avers averred averring", "e-mail": "e-mails e-mailed e-mailing",
    "dread": "dreads dreaded dreading", "exit": "exits exited exiting", "allot": "allots allotted allotting",
}  # fmt: skip


def _forms(verb: str) -> list[str]:
    """The verb's inflected forms, the base form first."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if re.search(r"[^aeiou]y$", verb):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return [verb, verb + "es", verb + "ed", verb + "ing"]
    return [verb, verb + "s", verb + "ed", verb + "ing"]


@cache
def _cue_forms() -> dict[str, tuple[str, Cue]]:
    """Inflected form -> base form and kind; the kind that speaks loudest wins."""
    forms: dict[str, tuple[str, Cue]] = {}
    for kind, verbs in ((Cue.SAY, _SAY), (Cue.REPORT, _REPORT), (Cue.OPINION, _OPINION)):
        for verb in verbs:
            for form in _forms(verb):
                forms.setdefault(form, (verb, kind))
    return forms


def is_cue(word: str) -> bool:
    """Whether the word is a form of a verb that hands a statement to its speaker ("said", "insists", "believed")."""
    return folded(word) in _cue_forms()


def cue_kind(word: str) -> Cue | None:
    """How the verb hands a statement over, None for any other word."""
    found = _cue_forms().get(folded(word))
    return found[1] if found else None


def cue_base(word: str) -> str | None:
    """The cue verb's base form ("said" > "say"), None for any other word."""
    found = _cue_forms().get(folded(word))
    return found[0] if found else None


CUE_NOUNS = word_list("""
    announcement assertion claim statement comment remark allegation accusation assurance assumption belief
    boast call charge concern conclusion confession confirmation contention conviction declaration demand denial
    disclosure doubt estimate evidence expectation explanation fear finding forecast guarantee hint hope idea
    impression indication insistence insinuation message notion opinion pledge plea position prediction
    projection promise proof proposal proposition reminder report response revelation rumour rumor sense signal
    speculation sign suggestion suspicion testimony theory threat thought tweet understanding view vow warning
    word worry admission argument analysis announcements assertions claims statements comments remarks
    allegations accusations assurances assumptions beliefs calls charges concerns conclusions demands denials
    doubts estimates expectations fears findings forecasts hints hopes indications opinions pledges predictions
    projections promises proposals reminders reports responses revelations rumours rumors signals signs
    suggestions suspicions theories threats thoughts tweets views vows warnings worries arguments
    """)
"""Nouns that hold a statement: "the ministry's announcement that ...", "reports that ..."."""

_HEDGES = word_list("""
    may might could maybe perhaps possibly probably presumably apparently seemingly supposedly purportedly
    allegedly reportedly ostensibly conceivably potentially likely unlikely possible probable improbable implausible
    doubtful uncertain unclear unconfirmed unverified alleged purported supposed presumed putative suspected rumoured
    rumored apparent potential seem seems seemed appear appears appeared arguably plausibly tentatively roughly
    approximately estimated would should suggests suggest suggested
    """)
_CASE_TELLS = frozenset({"May", "MAY", "Might", "MIGHT"})
_HEDGE_PHRASES = re.compile(
    r"""\b(?:
      (?:is|are|was|were|be|been|being|’s|'s)\s+(?:widely\s+|now\s+|also\s+|still\s+|reportedly\s+|generally\s+)?
          (?:believed|thought|said|expected|understood|reported|rumou?red|alleged|presumed|suspected|feared|likely|unlikely|
             supposed|estimated|assumed|considered|bound|projected|forecast|predicted|rumou?red|tipped|set\ to\ be)
          (?:\s+(?:to|that)\b)?
    | (?:may|might|could)\s+(?:well\s+|also\s+|even\s+|still\s+|yet\s+)?(?:have\b|be\b)?
    | (?:may|might|could)\b
    | would\s+(?:seem|appear|suggest|probably|likely|possibly|presumably|imply)\b
    | (?:seems?|seemed|appears?|appeared)\s+(?:to\b|that\b|likely\b|as\ (?:if|though)\b|set\b)?
    | it\s+(?:seems?|seemed|appears?|appeared|is\ (?:possible|likely|unlikely|probable|unclear
          |thought|believed))(?:\s+that)?
    | (?:most|more|very|highly|less)\s+(?:likely|unlikely|probably)
    | (?:no|little)\s+(?:certainty|proof|confirmation)
    | not\s+(?:clear|certain|sure|known|yet\ (?:clear|confirmed|known))
    | (?:possibly|probably|perhaps|maybe|presumably|apparently|seemingly|supposedly|purportedly|allegedly|reportedly
        |ostensibly|conceivably|potentially|plausibly|arguably|likely|unlikely|tentatively|unconfirmed|unverified
        |alleged|purported|supposed|presumed|suspected|rumou?red|putative|apparent)
    | (?<!not\ )(?:possible|probable|doubtful|uncertain|unclear)
    | in\s+(?:all\ likelihood|my\ (?:opinion|view)|our\ (?:opinion|view)|theory|principle)
    | as\s+far\s+as\s+(?:we|is|I)\s+know
    | (?:suggests?|suggested|suggesting|hints?|hinted|hinting|impl(?:y|ies|ied|ying)|indicat(?:e|es|ed|ing))
          \s+(?:that\b|at\b)?
    | (?:reports?|sources?|rumou?rs?|speculation)\s+(?:say|said|suggests?|suggested|indicate|claim|that)\b
    | (?:tends?|tended)\s+to\b
    | (?:generally|typically|largely|mostly|usually|broadly)\b
    | (?:some|many|few)\s+(?:say|believe|think|argue|claim|fear|suspect)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


_LOW_WORD = re.compile(r"[a-z]+")
# One of these stands in every phrase above: most sentences have none of them and need not be searched.
_IN_EVERY_HEDGE = word_list("""
    believed thought said expected understood reported rumoured rumored alleged presumed suspected feared likely
    unlikely supposed estimated assumed considered bound projected forecast predicted tipped set may might could would
    seem seems seemed appear appears appeared probably certainty proof confirmation clear certain sure known confirmed
    possibly perhaps maybe presumably apparently seemingly supposedly purportedly allegedly reportedly ostensibly
    conceivably potentially plausibly arguably tentatively unconfirmed unverified purported putative apparent possible
    probable doubtful uncertain unclear likelihood opinion view theory principle know suggest suggests suggested
    suggesting hint hints hinted hinting imply implies implied implying indicate indicates indicated indicating
    report reports source sources rumour rumours rumor rumors speculation tend tends tended generally typically
    largely mostly usually broadly say believe think argue claim fear suspect
    """)


def is_hedge(word: str) -> bool:
    """Whether the word makes a statement less than certain. A capital tells the month of May from the verb."""
    return word not in _CASE_TELLS and folded(word) in _HEDGES


def hedge_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where a stretch of text is less than certain ("may", "is believed to"): in code points of the text, in order."""
    spans: list[Span] = []
    end = len(text) if end is None else end
    if _IN_EVERY_HEDGE.isdisjoint(_LOW_WORD.findall(text[start:end].lower())):
        return spans
    for match in _HEDGE_PHRASES.finditer(text, start, end):
        piece = match[0].rstrip()
        if piece.split()[0] in _CASE_TELLS:
            continue
        spans.append(Span(match.start(), match.start() + len(piece)))
    return spans


_NEGATIONS = word_list("""
    no not never none nobody nothing nowhere neither nor without cannot nay non hardly scarcely barely rarely
    seldom ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mightn't mustn't needn't
    oughtn't shan't shouldn't wasn't weren't won't wouldn't daren't dont doesnt didnt isnt wasnt wont cant
    """)


def is_negation(word: str) -> bool:
    """Whether the word turns a statement into its opposite, or nearly ("not", "hasn't", "without", "hardly")."""
    return folded(word) in _NEGATIONS


_FUNCTION_WORDS = (
    word_list("""
    a an the this that these those some any every each either neither no all both half such what whatever which
    whichever i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves one oneself who whom whose whoever
    someone somebody something anyone anybody anything everyone everybody everything nobody nothing none am is
    are was were be been being have has had having do does did doing done will would shall should can could may
    might must ought need dare used cannot i'm you're he's she's it's we're they're i've you've we've they've
    i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll that's there's here's what's who's
    where's let's 's 're 've 'll 'd 'm n't s t about above across after against along amid among amongst around
    as at before behind below beneath beside besides between beyond by concerning considering despite down
    during except for from in inside into like minus near of off on onto opposite out outside over past per plus
    regarding round since than through throughout till to toward towards under underneath unlike until unto up
    upon versus via with within without and but or nor so yet for because although though while whereas if
    unless whether when whenever where wherever how however why that lest once not never also too very just only
    even still already then there here now again quite rather almost else ever more most less least much many
    few little own other another same several
    """)
    | _NEGATIONS
)


def is_function_word(word: str) -> bool:
    """Whether the word holds a sentence together rather than telling of something: "the", "of", "would", "it's"."""
    return folded(word) in _FUNCTION_WORDS
