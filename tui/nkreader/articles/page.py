"""A saved page while its residue is looked for: its blocks, and what is known of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nkreader.model import Boilerplate, BoilerplateKind, Span

# A block of running text: at least so many code points, or so many words and a full stop.
_BODY_LENGTH = 110
_BODY_WORDS = 9
# In a text of very many lines only so many at either end can be page furniture; bounds time for logs and tables.
_ENDS = 1_500

FINISHED = re.compile(r"""[.!?…。！？][\"'”’»)\]」』*_]*$""")


@dataclass(slots=True)
class Page:
    """The blocks of a text and what is known of each while it is read."""

    text: str
    blocks: list[Span]
    kinds: list[BoilerplateKind | None]
    first: int = 0
    """The first block of running text."""
    last: int = 0
    """The last one."""
    parts: list[Boilerplate] = field(default_factory=list)
    """Residue smaller than a block."""

    def line(self, index: int) -> str:
        return self.blocks[index].of(self.text)


def ends(page: Page) -> list[int]:
    count = len(page.blocks)
    if count <= 2 * _ENDS:
        return list(range(count))
    return [*range(_ENDS), *range(count - _ENDS, count)]


def is_body(line: str) -> bool:
    """Whether a block is running text rather than a heading, a label or a button."""
    if len(line) >= _BODY_LENGTH:
        return True
    return bool(FINISHED.search(line)) and (len(line.split()) >= _BODY_WORDS or (len(line) > 30 and " " not in line))


def parted(page: Page, index: int) -> bool:
    """Whether a blank line stands above a block."""
    return page.text.count("\n", page.blocks[index - 1].end, page.blocks[index].start) > 1


def sentence_count(line: str) -> int:
    return len(re.findall(r"[.!?][”\"’')]*(?=\s+[A-Z“\"])", line)) + 1
