"""Which pairs of articles are worth aligning: those that share word runs or rare words, found by an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from nkreader.families.kinship import kinship
from nkreader.families.profile import Profile, read_profile
from nkreader.model import Article
from nkreader.workers import Workers

if TYPE_CHECKING:
    from nkreader.families.holdings import Numbers

# Kinship from which a pair is worth an alignment, which then decides.
CANDIDATE = 0.5
# Closest partners of an article that are kept, so that thousands of near copies do not make millions of pairs.
PARTNERS = 32
# Of an article's copies nearly to the letter so many are kept: a thousand of them hang together by fewer.
NEAR = 0.999
NEAR_PARTNERS = 8
# Of one that stands in a crowd of them only so many: five thousand copies would make forty thousand pairs.
CROWD, CROWDED_PARTNERS = 16, 3
# Looks from which other processes take a share.
FEWEST_LOOKS = 2000
# Copies to the letter beyond this many are each paired with the first of them only, and no others with them.
ALL_PAIRS = 12

# Articles whose profiles are read in one go, and pairs that are looked at in one go.
AT_ONCE, PAIRS_AT_ONCE = 64, 256

Progress = Callable[[str, int, int], None]


class Sketch(NamedTuple):
    """What the index asks of an article, as it is kept for another day."""

    digest: bytes
    """Of the running words: equal for texts that differ in layout and residue only."""
    words: int
    features: Numbers


def profiles_of(articles: Sequence[Article]) -> list[Profile]:
    """The profile of each article."""
    return [read_profile(article) for article in articles]


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
    from nkreader.families.holdings import holdings_of
    from nkreader.families.looks import worth_a_look

    workers = workers or Workers(1)
    copies: dict[bytes, list[int]] = defaultdict(list)
    profiles: list[Profile] = []
    total = 3 * len(articles)
    for place, profile in enumerate(workers.map(profiles_of, articles, AT_ONCE)):
        if progress and place % AT_ONCE == 0:
            progress("candidates", place, total)
        profiles.append(profile)
        copies[profile.digest].append(place)
    holdings = holdings_of(profiles)
    if sketched:
        for place, profile in enumerate(profiles):
            sketched(place, Sketch(profile.digest, len(profile.words), holdings.features.of(place)))
    pairs = set(_exact(list(copies.values())))
    alike = {group[0]: group[:ALL_PAIRS] for group in copies.values()}
    looks = worth_a_look(
        holdings,
        list(alike),
        CANDIDATE,
        lambda done: progress("candidates", len(articles) + done, total) if progress else None,
    )
    del holdings
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

    For some articles that join a large library whose own pairs are known. Where more articles than CROWD have a
    feature, all of them are looked at here.
    """
    from nkreader.families.holdings import holdings_of, joined_features
    from nkreader.families.looks import hopeful_with

    added = [place for place in range(len(articles)) if place not in known]
    profiles = {place: read_profile(articles[place]) for place in added}
    held = holdings_of(profiles.values())
    new = {
        place: Sketch(own.digest, len(own.words), held.features.of(number))
        for number, (place, own) in enumerate(profiles.items())
    }
    sketches = [known[place] if place in known else new[place] for place in range(len(articles))]
    same: dict[bytes, list[int]] = defaultdict(list)
    for place, sketch in new.items():
        same[sketch.digest].append(place)
    pairs: set[tuple[int, int]] = set()
    copies: dict[bytes, int] = defaultdict(int)
    for other, sketch in enumerate(sketches):
        if sketch.digest in same:
            copies[sketch.digest] += 1
            if copies[sketch.digest] <= ALL_PAIRS:
                pairs.update((min(i, other), max(i, other)) for i in same[sketch.digest] if i != other)
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    features = joined_features([sketch.features for sketch in sketches])
    for other, place in hopeful_with(added, features, [sketch.words for sketch in sketches]):
        if sketches[other].digest != sketches[place].digest:
            profile = profiles[other] if other in profiles else read_profile(articles[other])
            chance = kinship(profile, profiles[place], CANDIDATE)
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
