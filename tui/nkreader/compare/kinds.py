"""What kind of change a difference is, and its flags."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from nkreader.compare.certainty import hedge_differs, may_deny, may_hedge, polarity_differs
from nkreader.compare.closed_classes import MONTHS, VAGUE, VALUE_WORDS
from nkreader.compare.differences import Difference, cut_at_breaks, tells_value
from nkreader.compare.elsewhere import Verdict, plain, without_moved_facts
from nkreader.compare.kinship import is_grammar, kinship
from nkreader.compare.model import Change, ChangeKind, Flag
from nkreader.compare.passage import Passage, Run
from nkreader.compare.torture import tortured_flags
from nkreader.compare.whole_names import name_at, with_whole_names
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.inflection import same_lemma
from nkreader.mentions.numerals import worded_number
from nkreader.mentions.same_names import same_name
from nkreader.model import Span, Value, ValueKind
from nkreader.text.words import folded

ADDITION = 3
"""Words that one side alone has alter the fact around them up to this number; more are a fact of their own."""
REWRITTEN = 0.5
"""Part of a row's words beyond which it is rewritten freely: what stands in one place need not answer the other."""
INSERTED = 2
"""Words that may be put into a freely rewritten row as a denial or a hedge of their own."""
REPHRASED = 4
"""Words of a replaced run beyond which it is rephrased, and no single word of it answers another."""
KIN = 0.4
"""Kinship from which a word in small letters is a name's translation ("White House", "white home")."""

OPENING = " \n\t“\"‘'("
"""What may stand between the end of one sentence and the first word of the next."""
POSSESSIVE = ("’s", "'s")

_UNDATED = frozenset((ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY))
"""Values that no date was put for."""


def changes_of(
    left: Passage, right: Passage, found: Sequence[Difference]
) -> tuple[tuple[Change, ...], list[Difference]]:
    """The differences of a row with kind and flags, and the words each of them takes up."""
    changes: list[Change] = []
    swaps = [_swapped(left, right, difference) for difference in found]
    if all(swaps):
        verdicts = [(kind, False) for kind in swaps if kind]
    else:
        found = cut_at_breaks(with_whole_names(found, left, right), left, right)
        changed = sum(max(run[1] - run[0] for run in difference) for difference in found)
        free = changed > REWRITTEN * max(len(left.keys), len(right.keys))
        verdicts = [_kind(left, right, difference, free) for difference in found]
        verdicts = without_moved_facts(left, right, found, verdicts, free)
    flags_of = tortured_flags(left, right, found)
    quotes = left.quoted or right.quoted
    for difference, (kind, form_only), flags in zip(found, verdicts, flags_of, strict=True):
        (a, b), (c, d) = difference
        ours, theirs = left.stretch(difference.left), right.stretch(difference.right)
        if b > a and d > c and left.written[b - 1].endswith(POSSESSIVE) and right.written[d - 1].endswith(POSSESSIVE):
            ours, theirs = Span(ours.start, ours.end - 2), Span(theirs.start, theirs.end - 2)
        if quotes and (left.side.quotation_of(ours) is not None or right.side.quotation_of(theirs) is not None):
            flags = (Flag.IN_QUOTATION, *flags)
        changes.append(Change(kind, ours, theirs, (*flags, Flag.FORM_ONLY) if form_only else flags))
    return tuple(changes), list(found)


def _swapped(left: Passage, right: Passage, difference: Difference) -> ChangeKind | None:
    """The kind of a difference that puts one word for another, where the two words alone tell it."""
    (a, b), (c, d) = difference
    return _swap(left.written[a], right.written[c]) if b - a == d - c == 1 else None


def _kind(left: Passage, right: Passage, difference: Difference, free: bool) -> Verdict:
    swap = _swapped(left, right, difference)
    if swap:
        return swap, False
    verdict = _figure(left, right, difference, free) or _name(left, right, difference, free)
    if verdict:
        return verdict
    ours, theirs = left.words(difference.left), right.words(difference.right)
    keys = left.keys[slice(*difference.left)], right.keys[slice(*difference.right)]
    if _is_tight(difference) and _stands_for(left, right, difference, free):
        if polarity_differs(left, right, difference):
            return ChangeKind.NEGATION, False
        if hedge_differs(left, right, difference):
            return ChangeKind.HEDGE, False
    level = 0 < len(ours) == len(theirs)
    if level and all(same_lemma(a, b) or is_grammar(a, b) for a, b in zip(*keys, strict=True)):
        return ChangeKind.GRAMMAR, False
    return plain(difference), False


@lru_cache(maxsize=1 << 16)
def _swap(ours: str, theirs: str) -> ChangeKind | None:
    """The kind of one word put for another, where it lies in the two words alone and not in what stands around them:
    no capital, no value, nothing denied or doubted."""
    if not (ours.islower() and theirs.islower()):
        return None
    keys = folded(ours), folded(theirs)
    if any(tells_value(key) or may_deny(key) or may_hedge(key) for key in keys):
        return None
    if same_lemma(*keys) or is_grammar(*keys):
        return ChangeKind.GRAMMAR
    return ChangeKind.WORDING


def _stands_for(left: Passage, right: Passage, difference: Difference, free: bool) -> bool:
    """Whether what one side has is put for what the other has: words of one thing, or in one and the same place.

    In a rewritten sentence, and for more than a word or two in any, a denial or a hedge on one side alone proves
    nothing: the other side may say as much with other words elsewhere.
    """
    ours, theirs = left.keys[slice(*difference.left)], right.keys[slice(*difference.right)]
    longest = max(len(ours), len(theirs))
    if free and (longest > INSERTED or not _held(left, right, difference)):
        return False
    return not ours or not theirs or longest <= INSERTED or _answer_each_other(ours, theirs)


def _held(left: Passage, right: Passage, difference: Difference) -> bool:
    """Whether the words before and behind are the same on both sides."""
    (a, b), (c, d) = difference
    before = (left.keys[a - 1] if a else None) == (right.keys[c - 1] if c else None)
    behind = (left.keys[b] if b < len(left.keys) else None) == (right.keys[d] if d < len(right.keys) else None)
    return before and behind


def _answer_each_other(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two runs still speak of one thing: whether there are kin among their words."""
    return any(kinship(a, b) >= KIN or is_grammar(a, b) for a in ours for b in theirs)


def _is_tight(difference: Difference) -> bool:
    """Whether the runs are short enough for a word in them to be put for, or added to, what the other side says."""
    lengths = [run[1] - run[0] for run in difference]
    return max(lengths) <= (REPHRASED if min(lengths) else ADDITION)


def _figure(left: Passage, right: Passage, difference: Difference, free: bool) -> Verdict | None:
    """Number or date, where a figure, a month or the like makes the difference."""
    ours, theirs = left.keys[slice(*difference.left)], right.keys[slice(*difference.right)]
    if not (any(map(tells_value, ours)) or any(map(tells_value, theirs))):
        if sorted(ours) != sorted(theirs):
            return None
    elif not all(map(is_function_word, differing := set(ours) ^ set(theirs))) and not any(map(tells_value, differing)):
        return None
    if not ours or not theirs:
        return None
    values = _values_in(left, difference.left), _values_in(right, difference.right)
    numbers = _bare_numbers(ours), _bare_numbers(theirs)
    dates = [value for side in values for value in side if value.kind == ValueKind.DATE]
    # "40 years ago" is told by its number, "yesterday" is not.
    dated = any(value.value is not None for value in dates) or (bool(dates) and not (numbers[0] and numbers[1]))
    kind = ChangeKind.DATE if dated else ChangeKind.NUMBER
    if "".join(ours) == "".join(theirs):
        return kind, True
    if values[0] and values[1]:
        kinds = [{value.kind for value in side} for side in values]
        known = [any(value.value is not None for value in side) for side in values]
        # "2004" against "the previous year": which year that is cannot be told.
        if known[0] != known[1] or (not _is_tight(difference) and not kinds[0] & kinds[1]):
            return None
        if not kinds[0] & kinds[1] and (
            (free and not (numbers[0] and numbers[1]))
            or (ValueKind.DATE in kinds[0] | kinds[1] and _UNDATED & (kinds[0] | kinds[1]))
        ):
            return None
        same = len(values[0]) == len(values[1]) and all(_same_value(a, b) for a, b in zip(*values, strict=True))
        if not _is_garbled(ours, theirs) and any(_is_coarser(a, b) for a, b in zip(*values, strict=False)):
            return None
        reordered = sorted(ours) == sorted(theirs) and sum(key in MONTHS for key in ours) <= 1
        return kind, same or reordered or (not dated and bool(numbers[0]) and numbers[0] == numbers[1])
    if numbers[0] and numbers[1] and (_is_tight(difference) or numbers[0] == numbers[1]):
        if len(ours) != len(theirs) and "one" in (*ours, *theirs):
            return None
        return kind, not dated and numbers[0] == numbers[1]
    if not (values[0] or values[1]) or free or not _is_tight(difference):
        return None
    if all(value.value == "1" for value in values[0] or values[1]):
        return None
    # A value against words: garbled ("May", "might") or made vague ("five", "several"), else the place was rephrased.
    others = theirs if values[0] else ours
    vague = len(others) == 1 and others[0] in VAGUE
    words = [key for key in (ours if values[0] else theirs) if tells_value(key)]
    return (kind, False) if vague or _bare_numbers(others) or _answer_each_other(words, others) else None


def _values_in(passage: Passage, run: Run) -> list[Value]:
    return [value for (start, end), value in passage.values if start < run[1] and run[0] < end]


def _same_value(a: Value, b: Value) -> bool:
    if a.value is None or a.value != b.value:
        return False
    return a.unit == b.unit or ValueKind.MONEY not in (a.kind, b.kind)


def _is_garbled(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether another word was put for a month or the like, all else being as it was: "March 2016", "Walk 2016"."""
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b]
    return len(ours) == len(theirs) and any(
        tells_value(a) != tells_value(b) and not is_function_word(a) and not is_function_word(b) for a, b in pairs
    )


def _is_coarser(a: Value, b: Value) -> bool:
    """Whether of two dates one says less than the other and nothing else: "9 May" and "9 May 2004", "2004" and that."""
    if a.kind != ValueKind.DATE or b.kind != ValueKind.DATE or a.value is None or b.value is None or a.value == b.value:
        return False
    short, long = sorted((a.value.split("/")[0], b.value.split("/")[0]), key=len)
    if len(short) == len(long) and a.value.count("/") == b.value.count("/"):
        return ("X" in short) != ("X" in long) and all(
            x == y or "X" in (x, y) for x, y in zip(short, long, strict=True)
        )
    return long.startswith(short) and (len(short) < len(long))


def _bare_numbers(keys: Sequence[str]) -> list[Decimal | str]:
    """Numbers among folded words, in figures or in words, whether or not they count anything ("Radio 4")."""
    return [number for key in keys if (number := _bare_number(key)) is not None]


def _bare_number(key: str) -> Decimal | str | None:
    if any(char.isdigit() for char in key):
        figures = key.replace(",", "")
        return Decimal(figures) if figures.replace(".", "", 1).isdecimal() else key
    return worded_number(key) if key in VALUE_WORDS else None


def _name(left: Passage, right: Passage, difference: Difference, free: bool) -> Verdict | None:
    """A name that is another, garbled or translated; `form_only` where both can name the same."""
    ours, theirs = name_at(left, difference.left), name_at(right, difference.right)
    words = left.words(difference.left), right.words(difference.right)
    if ours and theirs and (_is_tight(difference) or (difference.left, difference.right) == (ours, theirs)):
        same = _one_name(left.words(ours), right.words(theirs))
        kin = same or any(kinship(a.casefold(), b.casefold()) >= KIN for a in words[0] for b in words[1])
        if (kin or not free or _held(left, right, difference)) and _is_all_name(*words):
            return ChangeKind.NAME, same
    if not (ours or theirs) or not words[0] or not words[1] or free or not _is_tight(difference):
        return None
    if (ours and _stands_in(left, ours, right)) or (theirs and _stands_in(right, theirs, left)):
        return None  # the other side has that name, too, in another place
    opening = _opens(left, difference.left[0]) or _opens(right, difference.right[0])
    if not opening and _is_all_name(*words) and all(any(_is_capital(word) for word in side) for side in words):
        return ChangeKind.NAME, False
    if len(words[0]) == len(words[1]) and all(map(same_lemma, *([word.casefold() for word in side] for side in words))):
        return None
    named = ((a, b) for a in words[0] for b in words[1] if _is_capital(a) or _is_capital(b))
    translated = any(kinship(a.casefold(), b.casefold()) >= KIN for a, b in named)
    return (ChangeKind.NAME, False) if translated else None


def _stands_in(passage: Passage, name: Run, other: Passage) -> bool:
    """Whether the other side has the words of a name as they are."""
    words, size = passage.keys[slice(*name)], name[1] - name[0]
    return any(other.keys[place : place + size] == words for place in range(len(other.keys) - size + 1))


def _opens(passage: Passage, number: int) -> bool:
    """Whether a sentence begins with the word, so that its capital says nothing."""
    if number == 0:
        return True
    text, place = passage.side.text, passage.starts[number] - 1
    while place >= 0 and text[place] in OPENING:
        place -= 1
    return place < 0 or text[place] in ".!?:"


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and not is_function_word(word)


def _is_all_name(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the runs are names and nothing else but function words that both have ("on Putin’s", "when the")."""
    plain = [{word.casefold() for word in side if not _is_capital(word)} for side in (ours, theirs)]
    return not any(not is_function_word(word) for word in plain[0] ^ plain[1]) and len(plain[0] ^ plain[1]) <= 1


def _one_name(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both can name the same, a part of it perhaps written another way: UN, United Nations; Greek, Greeks."""
    pairs = zip(ours, theirs, strict=False)
    if len(ours) == len(theirs) and all(same_lemma(a.casefold(), b.casefold()) for a, b in pairs):
        return True
    if same_name(" ".join(ours), " ".join(theirs)):
        return True
    while ours and theirs and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    while ours and theirs and ours[0] == theirs[0]:
        ours, theirs = ours[1:], theirs[1:]
    a, b = ({word.casefold().removesuffix("'s").removesuffix("’s") for word in side} for side in (ours, theirs))
    if a and b and (a <= b or b <= a):
        return True
    return min(len(ours), len(theirs)) == 1 and same_name(" ".join(ours), " ".join(theirs))
