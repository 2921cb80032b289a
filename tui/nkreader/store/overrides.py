"""What the user said of families, kept by content: originals named, articles split off, families made one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nkreader.families.model import Override, OverrideKind
from nkreader.store.user import UserData, pair_subject

if TYPE_CHECKING:
    from nkreader.articles.cards import Card
    from nkreader.model import Article

KEYS = {
    OverrideKind.ORIGINAL: "named original",
    OverrideKind.SPLIT: "split off",
    OverrideKind.MERGE: "one family",
}
"""Under which key an override is kept: its value has the number that puts them in order and the ids they were made
for, which tell identical copies apart."""


def overrides_of(user: UserData, articles: Sequence[Card]) -> tuple[Override, ...]:
    """The overrides that are about these articles, in the order in which they were made."""
    kept = [(kind, subject, value) for kind, key in KEYS.items() for subject, value in user.all(key).items()]
    if not kept:
        return ()
    by_digest: dict[str, list[str]] = {}
    for article in articles:
        by_digest.setdefault(article.digest, []).append(article.id)
    found: list[Override] = []
    for kind, subject, value in sorted(kept, key=lambda item: _number(item[2])):
        named = [
            _meant(by_digest.get(digest, ()), value, at if subject.count(digest) > 1 else 0)
            for at, digest in enumerate(subject.split("+"))
        ]
        if all(named):
            found.append(Override(kind, tuple(id for id in named if id)))
    return tuple(found)


def name_original(user: UserData, article: Article | Card) -> None:
    """The user names an article its family's original."""
    _put(user, OverrideKind.ORIGINAL, article.digest, [article.id], f"{article.id} named the original")


def split_off(user: UserData, article: Article | Card) -> None:
    """The user takes an article out of its family."""
    _put(user, OverrideKind.SPLIT, article.digest, [article.id], f"{article.id} split off")


def merge(user: UserData, first: Article | Card, second: Article | Card) -> None:
    """The user makes the families of two articles one."""
    what = f"the families of {first.id} and {second.id} made one"
    _put(user, OverrideKind.MERGE, pair_subject(first.digest, second.digest), [first.id, second.id], what)


def take_back(user: UserData, kind: OverrideKind, article: Article | Card) -> bool:
    """Drop what was said of one article, undoable; whether there was anything."""
    value = user.get(article.digest, KEYS[kind])
    if value is None:
        return False
    user.put(article.digest, KEYS[kind], None, what=f"{article.id} no longer {KEYS[kind]}")
    return True


def _put(user: UserData, kind: OverrideKind, subject: str, ids: list[str], what: str) -> None:
    last = max((_number(value) for key in KEYS.values() for value in user.all(key).values()), default=0)
    user.put(subject, KEYS[kind], {"number": last + 1, "ids": ids}, what=what)


def _number(value: Any) -> int:
    number = value.get("number") if isinstance(value, dict) else None
    return number if isinstance(number, int) else 0


def _meant(ids: Sequence[str], value: Any, at: int) -> str | None:
    """Which of the articles with one content an override is about: the one it was made for, else the first."""
    made_for = value.get("ids", ()) if isinstance(value, dict) else ()
    meant = [id for id in made_for if id in ids][at:] or list(ids[:1])
    return meant[0] if meant else None
