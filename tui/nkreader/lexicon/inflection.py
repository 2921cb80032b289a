"""Base forms of English words, by rule and by WordNet's list of exceptions; no part of speech needed."""

from __future__ import annotations

from functools import cache, lru_cache

from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.wordnet import find_line, lines_of, parts_of_speech
from nkreader.text.words import folded

_UNLIKE = 1.5
"""A base this many powers of ten rarer than its inflected form is a chance likeness (species, specie)."""

_IRREGULAR = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "an": "a", "n't": "not", "ca": "can", "wo": "will", "these": "this", "those": "that",
    "people": "people", "us": "us", "its": "its", "his": "his", "this": "this", "as": "as", "less": "less",
}  # fmt: skip
_UNINFLECTED = (
    "evening morning news during nothing something anything everything king thing ring spring string wing sing "
    "bring united bed red need seed feed speed indeed hundred sacred wed shed sled bus gas plus yes thus ours "
    "yours theirs economics politics physics ethics mathematics athletics series species means headquarters "
    "thanks sometimes always perhaps besides towards afterwards whereas unless across lens iris basis crisis "
    "analysis thesis christmas texas james paris lies best latest after over under never ever other another "
    "either neither rather whether however together former latter later water paper number order member power "
    "officer minister summer winter may might can could will would shall should must ought "
)
"""Not inflected, whatever they end in; modal verbs are words of their own, for "may" and "might" differ in meaning."""
_STANDS = frozenset(_UNINFLECTED.split())


@cache
def _exceptions() -> list[bytes]:
    return lines_of("wordnet-exceptions.z")


@lru_cache(maxsize=1 << 15)
def bare(word: str) -> str:
    """The folded word without a possessive ending."""
    key = folded(word)
    if key.endswith("'s"):
        return key[:-2]
    return key.removesuffix("'")


def _undoubled(stem: str) -> tuple[str, ...]:
    """What a stem before -ed, -ing, -er may be a form of: stopp > stop, creat > create, work."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return (stem[:-1], stem)
    return (stem, stem + "e")


def _regular(word: str) -> list[tuple[str, str]]:
    """Base forms the rules allow, with the part of speech the ending speaks for."""
    found: list[tuple[str, str]] = []
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies") and len(word) > 4:
            found += [(word[:-3] + "y", "nv"), (word[:-1], "nv")]
        elif word.endswith(("ches", "shes", "ses", "xes", "zes", "oes")):
            found += [(word[:-2], "nv"), (word[:-1], "nv")]
        else:
            found += [(word[:-1], "nv")]
    elif word.endswith("ied") and len(word) > 4:
        found += [(word[:-3] + "y", "v")]
    elif word.endswith("ed"):
        found += [(stem, "v") for stem in _undoubled(word[:-2])]
    elif word.endswith("ing"):
        found += [(stem, "v") for stem in _undoubled(word[:-3])]
    elif word.endswith("ier"):
        found += [(word[:-3] + "y", "a")]
    elif word.endswith("iest"):
        found += [(word[:-4] + "y", "a")]
    elif word.endswith("er"):
        found += [(stem, "a") for stem in _undoubled(word[:-2])]
    elif word.endswith("est"):
        found += [(stem, "a") for stem in _undoubled(word[:-3])]
    return found


@lru_cache(maxsize=1 << 16)
def lemmas(word: str) -> tuple[str, ...]:
    """Every base form the word can have, folded, the likeliest first: ("leave", "left"), ("chief",)."""
    key = bare(word)
    if key in _IRREGULAR:
        return (_IRREGULAR[key],)
    if key in _STANDS or len(key) < 3 or not key.isalpha():
        return (key,)
    found: list[str] = []
    listed = find_line(_exceptions(), key)
    if listed:
        bases = dict.fromkeys(entry[2:] for entry in listed.split())
        found += sorted((base for base in bases if base != key), key=zipf, reverse=True)
    own = parts_of_speech(key)
    usual = zipf(key)
    regular: list[tuple[float, str]] = []
    comparatives: list[str] = []
    for base, parts in _regular(key):
        if len(base) < 2 or not parts_of_speech(base) & set(parts) or zipf(base) < usual - _UNLIKE:
            continue
        if parts == "a":
            comparatives.append(base)
        else:
            regular.append((-zipf(base), base))
    found += [base for _, base in sorted(regular)]
    if comparatives and not own & {"n", "v"}:
        found += comparatives
        comparatives = []
    if not found and not own and key.endswith("s") and not key.endswith(("ss", "us", "is")):
        # A name or a word WordNet lacks: it is a plural where English has the singular more often.
        single = key[:-1]
        if zipf(single) > usual > 0.0:
            found.append(single)
    if own or not found:
        found.append(key)
    return tuple(dict.fromkeys(found + comparatives))


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """The word's likeliest base form, folded: "was" be, "Leaders'" leader; a guess where it is ambiguous."""
    return lemmas(word)[0]


@lru_cache(maxsize=1 << 15)
def same_lemma(a: str, b: str) -> bool:
    """Whether two words can be forms of one: "left" and "leave", "left" and "left"; never "leader" and "lead"."""
    return bare(a) == bare(b) or not set(lemmas(a)).isdisjoint(lemmas(b))


@cache
def _irregular_forms() -> dict[str, tuple[str, ...]]:
    """Base form -> its irregular forms, those of verbs and plurals alike."""
    found: dict[str, list[str]] = {}
    for line in _exceptions():
        form, bases = line.decode().split("\t")
        for entry in bases.split(" "):
            found.setdefault(entry[2:], []).append(form)
    return {base: tuple(forms) for base, forms in found.items()}


@lru_cache(maxsize=1 << 15)
def ending(word: str) -> str:
    """Which inflection the word shows beside its base form: "s", "ed", "ing", "er", "est", or "" for none."""
    key, base = bare(word), lemma(word)
    if key == base:
        return ""
    for mark in ("ing", "est", "ed", "er", "s"):
        if key.endswith(mark):
            return mark
    return "s" if zipf(base) and key.endswith(("en", "ice", "eet", "eese", "ople")) else "ed"


@lru_cache(maxsize=1 << 15)
def inflected(base: str, mark: str) -> str:
    """The base form with that inflection, as English has it most often; the base form itself where there is none."""
    if not mark or not base.isalpha():
        return base
    stems = [base]
    if base.endswith("e") and mark != "s":
        stems = [base[:-1]]
    elif base.endswith("y") and base[-2:-1] not in tuple("aeiou") and mark != "ing":
        stems = [base[:-1] + ("ie" if mark == "s" else "i")]
    elif mark == "s" and base.endswith(("s", "x", "z", "ch", "sh")):
        stems = [base + "e"]
    elif mark != "s":
        stems = [base, base + base[-1]]
    forms = [stem + mark for stem in stems]
    if mark in ("s", "ed"):
        plural = mark == "s"
        forms += [
            form for form in _irregular_forms().get(base, ()) if form.endswith(("s", "n", "ice", "eet")) or not plural
        ]
        forms = [form for form in forms if not form.endswith("ing")]
    best = max(forms, key=zipf)
    return best if zipf(best) > 0.0 else base
