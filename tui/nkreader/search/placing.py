"""Where the places that were found in an article's line stand in its text."""

from __future__ import annotations

from itertools import islice

from nkreader.search.places import Finder, Place
from nkreader.search.tokens import located, pattern_of, token_spans

BACK = 160
"""Code points looked back over for the first words of a place from its rarest one."""


class Reading:
    """One article's text beside its line: places are told by offsets without cutting the text into tokens anew."""

    def __init__(self, text: str, line: str) -> None:
        self.text = text
        self._line = line
        self._small = text.lower()
        self._pattern = pattern_of(text)

    def ends(self, place: Place, finder: Finder) -> tuple[int, int]:
        """Where a place begins and ends."""
        first, last = place.first, place.last - 1
        if len(self._small) == len(self.text):
            line = self._line
            # The rarest of its words is looked for; the others stand around it.
            asked = [at for at in range(first, last + 1) if line[at] in place.tokens]
            anchor = asked[0] if len(asked) < 2 else min(asked, key=lambda at: line.count(line[at]))
            word, before = finder.word(line[anchor]), line.count(line[anchor], 0, anchor)
            span = located(self.text, self._small, self._pattern, word, before, lambda: line.count(line[anchor]))
            if span is not None:
                start = span.start if anchor == first else self._begin(span.start, anchor - first)
                end = span.end if anchor == last else self._end(span.start, last - anchor)
                if start is not None:
                    return start, end
        spans = token_spans(self.text, (first, last))
        return spans[first].start, spans[last].end

    def _end(self, start: int, words: int) -> int:
        """The end of the word that stands so many words behind the one that begins here."""
        return next(islice(self._pattern.finditer(self.text, start), words, None)).end()

    def _begin(self, start: int, words: int) -> int | None:
        """The beginning of the word that stands so many words before the one that begins here, if it is near."""
        back = max(0, start - BACK)
        begins = [match.start() for match in self._pattern.finditer(self.text, back, start)]
        # The first one may be the rest of a word that begins farther back.
        return begins[-words] if len(begins) > words or (len(begins) == words and not back) else None
