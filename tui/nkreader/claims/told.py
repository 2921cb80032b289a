"""What one article tells, packed: its claims, and of each what it is found again by in other articles.

It depends on the article's text, residue and date alone, so it is computed anywhere, in any order, and kept by content.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from nkreader.claims.extraction import extract_claims
from nkreader.claims.meaning import Packed, packed
from nkreader.claims.model import Claim, ClaimType, Marked, Speaker
from nkreader.claims.outline import OutlineMaker
from nkreader.model import Article, Span, Value

# The fastest level: what is packed is mostly the same few field names and words, and shrinks to a fifth at any.
_LEVEL = 1


class _Kept(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A claim without its article's id, which is the library's and not the text's."""

    start: int
    end: int
    type: ClaimType
    weight: float
    speaker: Speaker | None
    cue: Marked | None
    hedges: tuple[Marked, ...]
    values: tuple[Value, ...]
    quotation: tuple[int, int] | None


class _Content(msgspec.Struct, frozen=True, array_like=True):
    claims: list[_Kept]
    keys: bytes
    weights: bytes
    kinds: bytes
    sizes: bytes


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Content).decode


@dataclass(frozen=True, slots=True)
class Told:
    """Packed, or held as it is where its text is no Unicode that could be written."""

    content: bytes | tuple[tuple[Claim, ...], Packed]

    def claims(self, id: str) -> tuple[Claim, ...]:
        """The claims, in the text's order, as those of the article with this id."""
        if not isinstance(self.content, bytes):
            return self.content[0]
        found = _unpacked(self.content)
        return tuple(
            Claim(
                f"{id}:c{number}",
                id,
                kept.start,
                kept.end,
                kept.type,
                kept.weight,
                kept.speaker,
                kept.cue,
                kept.hedges,
                kept.values,
                Span(*kept.quotation) if kept.quotation is not None else None,
            )
            for number, kept in enumerate(found.claims, 1)
        )

    def meanings(self, outline: OutlineMaker | None = None) -> Packed:
        """What each claim is found again by; what it is listed by is put into the outline."""
        if not isinstance(self.content, bytes):
            listed: Sequence[Claim | _Kept] = self.content[0]
            meanings = self.content[1]
        else:
            found = _unpacked(self.content)
            listed = found.claims
            keys = array("I")
            keys.frombytes(found.keys)
            meanings = Packed(keys, found.weights, found.kinds, found.sizes)
        if outline is not None:
            for claim in listed:
                outline.add(claim.weight, claim.type, claim.speaker.name if claim.speaker is not None else "")
        return meanings


def _unpacked(content: bytes) -> _Content:
    return _decode(zlib.decompress(content))


def is_whole(content: bytes) -> bool:
    """Whether bytes that were kept are what `tell` once gave."""
    try:
        _unpacked(content)
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return True


def tell(articles: Sequence[Article]) -> list[Told]:
    """What each of the articles tells."""
    return [_told(article) for article in articles]


def _told(article: Article) -> Told:
    claims = tuple(extract_claims(article))
    meanings = packed(claims, article.text)
    kept = [
        (
            claim.start,
            claim.end,
            claim.type,
            claim.weight,
            claim.speaker,
            claim.cue,
            claim.hedges,
            claim.values,
            claim.quotation,
        )
        for claim in claims
    ]
    try:
        content = _encode((kept, meanings.keys.tobytes(), meanings.weights, meanings.kinds, meanings.sizes))
    except UnicodeEncodeError:
        return Told((claims, meanings))
    return Told(zlib.compress(content, _LEVEL))
