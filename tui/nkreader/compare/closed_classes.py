"""Closed classes of English words that comparison asks about. Word lists and nothing else."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OFFICES = (
    _words(
        """the a an this that these those their his her its our your my some any each every all both no another such
        one 's"""
    ),
    _words(
        """in on at of for to from by with into over about after before during under between through against within
        across upon among toward towards via because out up as than per since until"""
    ),
    _words("is are was were be been being am 's has have had 've do does did"),
    _words("will would can could may might must shall should can't 'd 'll"),
    _words("and or but nor while whereas as though although yet so however"),
    _words("he she it they him them her we i us you who which that those himself itself themselves one"),
    _words("not n't no never without nobody nothing none neither cannot"),
)
"""Function words by what they do: determiners, prepositions, auxiliaries, modals, conjunctions, pronouns, negations."""

JOINING = _words(
    """and or but nor while whereas as though although yet so however because since until per than via amid between
    through after before during despite against across"""
)
"""Function words that carry meaning of their own: one for another is wording, not grammar."""

VALUE_WORDS = _words(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday yesterday today tomorrow last next previous early late percent hundred thousand
    million billion trillion dozen half third quarter zero one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety"""
)
"""Words that a number or date can turn on; digits do too."""

VAGUE = _words("several many some few various numerous dozens scores hundreds thousands millions all most any none")
"""What a figure is made vague by."""

MONTHS = _words("january february march april may june july august september october november december")

NEGATIVE_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non-", "non")

DENYING = _words("fail refuse lack unable deny reject impossible never cease unlikely improbable implausible")
"""Base forms that deny what they govern."""

DENYING_BEFORE_TO = _words("fail refuse cease")
"""Those that deny an action only: "failed to reach", not "failing bridges"."""

SCARCELY = _words("barely hardly scarcely")
NARROWLY = SCARCELY | _words("narrowly thinly just")
"""Words that say that a thing is so, by little: one for another denies nothing."""

UNLIKELY = _words("unlikely improbable implausible")
LIKELY = _words("likely probable plausible possible certain sure")
"""Doubts that deny where the other side has the opposite; else they are doubts."""

NOT_BUT_MORE = _words("only just merely simply until necessarily")
"""What after "not" adds to a statement and denies none."""

OF_PLACE = _words("on in at before with alongside among under during within between beside")
"""Prepositions after "appeared" that make it no doubt: "appeared on television"."""

SHIFTING = _words("would should")
"""Hedges to a reader of claims, but between versions mostly a shift of tense."""

UNSURE_BEFORE_TO = _words(
    "expected believed thought said understood reported tipped regarded considered seen viewed perceived"
)
"""Participles that hedge what follows them with "to" or "as"."""

SURE = _words(
    """doubtless undoubtedly certainly certain surely definitely definite unquestionably indisputably assuredly
    inevitably inevitable undeniably undeniable proved proven confirmed"""
)
"""Words that leave no doubt: one for a hedge is no synonym, whatever a thesaurus says."""

NEARLY = _words("about around roughly approximately nearly almost some circa")
"""What makes the figure that follows less than exact."""

ABLE = _words("can could may might")
"""Modals of possibility: one for another leaves what is said as sure as it was."""
