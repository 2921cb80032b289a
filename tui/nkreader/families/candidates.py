"""Which pairs of articles are worth aligning: those that share word runs or rare words, found by an inverted index."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, overload

from nkreader.families.kinship import STUB_WORDS, kinship, worth_a_look
from nkreader.families.profile import Profile, read_profile, telling_triples
from nkreader.model import Article
from nkreader.workers import Workers

# Kinship from which a pair is worth an alignment, which then decides.
CANDIDATE = 0.5
# What goes into the index: words this rare, and word triples that tell this much. Names, figures and rare words, which
# rewriters leave alone, carry the paraphrases; triples carry the rest.
RARE = 2.0
TELLING_TRIPLE = 2.5
# A feature of more articles than this leads to the first and to the latest of them only: what so many have is common,
# or they are copies of one another and found through the first.
CROWD = 16
# Closest partners of an article that are kept, so that thousands of near copies do not make millions of pairs.
PARTNERS = 32
# Of an article's copies nearly to the letter so many are kept: a thousand of them hang together by fewer.
NEAR = 0.999
NEAR_PARTNERS = 8
# Of one that stands in a crowd of them only so many: five thousand copies would make forty thousand pairs.
CROWDED_PARTNERS = 3
# Looks from which other processes take a share.
FEWEST_LOOKS = 2000
# Copies to the letter beyond this many are each paired with the first of them only, and no others with them.
ALL_PAIRS = 12

# Articles whose profiles are read in one go, and pairs that are looked at in one go.
AT_ONCE, PAIRS_AT_ONCE = 64, 256
# Share of the poorer article's triples from which a pair is likely enough to be looked at together with others of the
# same articles: a profile is unpacked once for all of them.
LIKELY = 0.25

# A feature is a hash whose low bits tell what it is and weighs: 1 to 15 a word in halves, 16 to 31 a triple. Weights
# of words and triples are added up in one number, the triples' above this bit.
_SHIFT = 32
_BITS = 5
_WEIGHTS = (1 << _BITS) - 1
_WEIGHT_OF = [*range(16), *((weight << _SHIFT) for weight in range(16))]
_WORD_SUM = (1 << _SHIFT) - 1
_MASK = (1 << 64) - 1


Progress = Callable[[str, int, int], None]


class Entry(NamedTuple):
    """What the index asks of an article."""

    profile: Profile
    features: array[int]


class Sketch(NamedTuple):
    """What the index asks of an article, as it is kept for another day."""

    digest: bytes
    """Of the running words: equal for texts that differ in layout and residue only."""
    words: int
    features: array[int]


def entries_of(articles: Sequence[Article]) -> list[Entry]:
    """What the index asks of each article."""
    return [Entry(profile, _features(profile)) for profile in map(read_profile, articles)]


def likelihoods(pairs: Sequence[tuple[Profile, Profile]]) -> list[float]:
    """How likely the articles of each pair are one text; 0 where they are no candidates."""
    found = [kinship(left, right, CANDIDATE) for left, right in pairs]
    for pair in pairs:
        for profile in pair:
            profile.forget()
    return found


def candidate_pairs(
    articles: Sequence[Article],
    progress: Progress | None = None,
    workers: Workers | None = None,
    sketched: Callable[[int, Sketch], None] | None = None,
) -> list[tuple[int, int]]:
    """Pairs of positions (i < j, in order) that may be one article. `progress("candidates", done, total)` counts them.

    `sketched` is given the sketch of the article at each position, from which `added_pairs` goes on. Time grows with
    the number of words, not of pairs. In a library where no article has more than 31 relatives a pair is found whatever
    else is there.
    """
    workers = workers or Workers(1)
    copies: dict[bytes, list[int]] = defaultdict(list)
    features: list[array[int]] = []
    profiles: list[Profile] = []
    total = 3 * len(articles)
    for place, (profile, own) in enumerate(workers.map(entries_of, articles, AT_ONCE)):
        if progress and place % AT_ONCE == 0:
            progress("candidates", place, total)
        profiles.append(profile)
        if sketched:
            sketched(place, Sketch(profile.digest, len(profile.words), own))
        same = copies[profile.digest]
        same.append(place)
        features.append(array("Q") if len(same) > 1 else own)
    pairs = set(_exact(list(copies.values())))
    alike = {group[0]: group[:ALL_PAIRS] for group in copies.values()}
    lengths = array("I", [len(profile.words) for profile in profiles])
    looks = _worth_a_look(features, lengths, progress)
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    chances = workers.map(likelihoods, _Looks(profiles, looks), PAIRS_AT_ONCE, FEWEST_LOOKS)
    for done, ((other, place), chance) in enumerate(zip(looks, chances, strict=True)):
        if progress and done % PAIRS_AT_ONCE == 0:
            progress("candidates", 2 * len(articles) + len(articles) * done // len(looks), total)
        if chance:
            found[place].append((chance, other))
    for place, others in found.items():
        for other in _closest(others):
            pairs.update((min(i, j), max(i, j)) for i in alike[other] for j in alike[place])
    if progress:
        progress("candidates", total, total)
    return sorted(pairs)


def added_pairs(
    articles: Sequence[Article], known: Mapping[int, Sketch]
) -> tuple[list[tuple[int, int]], dict[int, Sketch]]:
    """The pairs (i < j) with an article whose sketch is not known, and the sketches of those.

    For some articles that join a large library whose own pairs are known: a tenth of a second for 10,000 articles.
    Where more articles than CROWD have a feature, all of them are looked at here.
    """
    added = [place for place in range(len(articles)) if place not in known]
    profiles = {place: read_profile(articles[place]) for place in added}
    new = {place: Sketch(own.digest, len(own.words), _features(own)) for place, own in profiles.items()}
    wanted: dict[int, list[int]] = defaultdict(list)
    same: dict[bytes, list[int]] = defaultdict(list)
    for place, sketch in new.items():
        same[sketch.digest].append(place)
        for feature in sketch.features:
            wanted[feature].append(place)
    pairs: set[tuple[int, int]] = set()
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    copies: dict[bytes, int] = defaultdict(int)
    weights = {place: sum([_WEIGHT_OF[feature & _WEIGHTS] for feature in own.features]) for place, own in new.items()}
    for other in range(len(articles)):
        sketch = known[other] if other in known else new[other]
        if sketch.digest in same:
            copies[sketch.digest] += 1
            if copies[sketch.digest] <= ALL_PAIRS:
                pairs.update((min(i, other), max(i, other)) for i in same[sketch.digest] if i != other)
        shared: dict[int, int] = defaultdict(int)
        for feature in sketch.features:
            if feature in wanted:
                for place in wanted[feature]:
                    shared[place] += _WEIGHT_OF[feature & _WEIGHTS]
        if not shared:
            continue
        total = sum([_WEIGHT_OF[feature & _WEIGHTS] for feature in sketch.features])
        for place, weight in shared.items():
            if (other in new and other >= place) or new[place].digest == sketch.digest:
                continue
            if _is_hopeful(weight, weights[place], total, min(sketch.words, new[place].words)):
                chance = kinship(read_profile(articles[other]), profiles[place], CANDIDATE)
                if chance:
                    found[place].append((chance, other))
    for place, others in found.items():
        pairs.update((min(place, other), max(place, other)) for other in _closest(others))
    return sorted(pairs), new


def _exact(groups: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Pairs of articles that are the same words."""
    pairs: list[tuple[int, int]] = []
    for group in groups:
        anchors = group if len(group) <= ALL_PAIRS else group[:1]
        pairs += [(i, j) for n, i in enumerate(anchors) for j in group[n + 1 :]]
    return pairs


def _closest(found: list[tuple[float, int]]) -> list[int]:
    """Of an article's likely kin, with their likelihoods, those it is paired with."""
    found.sort(key=lambda item: (-item[0], item[1]))
    near = [other for chance, other in found if chance >= NEAR]
    rest = [other for chance, other in found if chance < NEAR]
    near = near[: NEAR_PARTNERS if len(near) < CROWD else CROWDED_PARTNERS]
    return (near + rest)[:PARTNERS]


class _Looks(Sequence[tuple[Profile, Profile]]):
    """Pairs of profiles by their places."""

    def __init__(self, profiles: Sequence[Profile], places: Sequence[tuple[int, int]]) -> None:
        self._profiles = profiles
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> tuple[Profile, Profile]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[Profile, Profile]]: ...
    def __getitem__(self, at: int | slice) -> tuple[Profile, Profile] | list[tuple[Profile, Profile]]:
        if isinstance(at, int):
            one, other = self._places[at]
            return self._profiles[one], self._profiles[other]
        return [(self._profiles[one], self._profiles[other]) for one, other in self._places[at]]


def _worth_a_look(
    features: Sequence[array[int]], lengths: Sequence[int], progress: Progress | None
) -> list[tuple[int, int]]:
    """Pairs of places (i < j) that share enough of what the index knows. Those of likely relatives stand together."""
    totals = array("Q")
    for own in features:
        totals.append(sum([_WEIGHT_OF[feature & _WEIGHTS] for feature in own]))
    index = _Index(features)
    likely: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    home = array("I", range(len(features)))
    for place, own in enumerate(features):
        if progress and place % AT_ONCE == 0:
            progress("candidates", len(features) + place, 3 * len(features))
        mine: frozenset[int] | None = None
        for other, weight in index.shared(place, own).items():
            if not _is_hopeful(weight, totals[place], totals[other], min(lengths[place], lengths[other])):
                continue
            # What stands in a crowd of articles was counted for some of them only.
            mine = frozenset(own) if mine is None else mine
            weight = sum([_WEIGHT_OF[feature & _WEIGHTS] for feature in mine.intersection(features[other])])
            if not _is_hopeful(weight, totals[place], totals[other], min(lengths[place], lengths[other])):
                continue
            if weight >> _SHIFT >= LIKELY * min(totals[place] >> _SHIFT, totals[other] >> _SHIFT):
                likely.append((other, place))
                home[_root(home, place)] = _root(home, other)
            else:
                others.append((other, place))
    likely.sort(key=lambda pair: (_root(home, pair[0]), pair))
    return likely + others


def _is_hopeful(shared: int, one: int, other: int, length: int) -> bool:
    """Whether so much of two articles' weights is worth a look, the shorter being of so many words."""
    return worth_a_look(
        (shared & _WORD_SUM) / 2,
        shared >> _SHIFT,
        (min(one & _WORD_SUM, other & _WORD_SUM) or 1) / 2,
        min(one >> _SHIFT, other >> _SHIFT) or 1,
        length,
    )


def _root(home: array[int], place: int) -> int:
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


class _Index:
    """Who has which feature, in arrays: as dictionaries of lists it would take ten times the room."""

    def __init__(self, features: Sequence[array[int]]) -> None:
        parts = [array("Q") for _ in range(32)]  # in order: words have 37 bits, triples 64
        for own in features:
            for feature in own:
                parts[feature >> 33 if feature >> 37 == 0 else 16 + (feature >> 60)].append(feature)
        # Most features have one owner only, and need no room.
        self._keys = array("Q")
        self._begin = array("I")
        size = 0
        for part in parts:
            for feature, run in groupby(sorted(part)):
                owners = sum(1 for _ in run)
                if owners > 1:
                    self._keys.append(feature)
                    self._begin.append(size)
                    size += owners
        self._end = array("I", self._begin)
        self._owners = array("I", bytes(4 * size))

    def shared(self, place: int, own: Sequence[int]) -> dict[int, int]:
        """The weight of what each earlier article has in common with this one, which is then known, too."""
        keys, begin, end, owners = self._keys, self._begin, self._end, self._owners
        size = len(keys)
        shared: dict[int, int] = defaultdict(int)
        at = 0
        for feature in own:  # in order, as the keys are
            at = bisect_left(keys, feature, at)
            if at == size:
                break
            if keys[at] != feature:
                continue
            first, stop = begin[at], end[at]
            weight = _WEIGHT_OF[feature & _WEIGHTS]
            if stop - first <= CROWD:
                for other in owners[first:stop]:
                    shared[other] += weight
            else:
                for other in owners[first : first + CROWD // 2] + owners[stop - CROWD // 2 : stop]:
                    shared[other] += weight
            owners[stop] = place
            end[at] = stop + 1
        return shared


def _features(profile: Profile) -> array[int]:
    """What the index knows of an article: rare words and telling triples, each once; the low bits hold its weight."""
    if len(profile.words) < STUB_WORDS:
        return array("Q")
    found = {
        (code << _BITS | min(15, round(2 * weight))) & _MASK
        for code, weight in profile.telling.items()
        if weight >= RARE
    }
    found.update(
        (run << _BITS | 16 | min(15, round(weight))) & _MASK
        for run, weight in telling_triples(profile.words, profile.levels)
        if weight >= TELLING_TRIPLE
    )
    profile.forget()
    return array("Q", sorted(found))
