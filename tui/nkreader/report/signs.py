"""A sign for every role, the same in text, on pages and on screen."""

from __future__ import annotations

from collections.abc import Mapping

from nkreader.families.model import Role

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
