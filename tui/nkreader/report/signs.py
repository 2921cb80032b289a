"""A sign for every role, the same in text, on pages and on screen."""

from __future__ import annotations

from collections.abc import Mapping

from nkreader.families.model import BY_USER, Derivation, Family, Role

ROLE_SIGN: Mapping[Role, str] = {
    Role.ORIGINAL: "*",
    Role.EXCERPT: "*",
    Role.COPY: "=",
    Role.REVISION: "+",
    Role.SPUN: "~",
    Role.REWRITE: "^",
    Role.SINGLE: "-",
}
"""The likely original of a family carries the star, whether it is whole or an excerpt."""

JOINED_SIGN, JOINED = "&", "joined"
"""What a member is that the user put into a family and whose text says nothing of how it belongs there."""


def is_joined(node: Derivation, family: Family) -> bool:
    """Whether only the user's word makes an article a member, and its text does not show what it was made from."""
    return node.by == BY_USER and node.role is Role.REWRITE and node.article != family.origin.article


def role_shown(node: Derivation, family: Family) -> tuple[str, str]:
    """A member's sign and word."""
    return (JOINED_SIGN, JOINED) if is_joined(node, family) else (ROLE_SIGN[node.role], str(node.role))
