"""Marking a claim: one letter for what was found, or a note in words of one's own."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.signs import MARK_SIGN
from nkreader.app.widgets.told import Paragraph, Told, Words
from nkreader.claims.model import Claim
from nkreader.store.remarks import NOTHING, Mark, Remark
from nkreader.text.drawn import drawable

LETTERS = {"c": Mark.CHECKED, "d": Mark.DOUBTFUL, "w": Mark.WRONG, "t": Mark.TO_DO}
NOTE, NONE = "n", "0"

QUOTED = 110
"""Code points of the claim that are shown above the choice."""


class Choice(Told):
    """The letters, as a list that answers to them."""

    def on_key(self, event: events.Key) -> None:
        screen = self.screen
        if isinstance(screen.focused, Input):  # pressed in one go with the key that went there
            event.stop()
            event.prevent_default()
            screen.focused._forward_event(events.Key(event.key, event.character))
        elif isinstance(screen, RemarkScreen) and screen.answer(event.key):
            event.stop()
            event.prevent_default()


class RemarkScreen(OverPage[Remark]):
    """The menu. Gives back what holds of the claim now, or nothing where it was left as it was."""

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        self._claim = claim

    @property
    def _before(self) -> Remark:
        return self.session.remark_of(self._claim)

    def compose(self) -> ComposeResult:
        library = self.session.library
        assert library is not None
        words = drawable(" ".join(self._claim.span.of(library[self._claim.article].text).split()))
        shown = words if len(words) <= QUOTED else words[:QUOTED].rstrip() + "…"
        with titled(Vertical(id="dialog"), "Mark this claim"):
            yield Label(Content(shown), id="marked-words")
            yield Choice(id="choice")
            yield Input(drawable(self._before.note), placeholder="a note", id="note", compact=True)

    def on_mount(self) -> None:
        now = self._before.mark
        paragraphs = []
        for letter, mark in LETTERS.items():
            words = Words(f"{letter}  {MARK_SIGN[mark]} {mark}", "strong" if mark is now else "")
            paragraphs.append(Paragraph((words,), (letter, 0), gap=False))
        paragraphs.append(Paragraph((Words(f"{NOTE}  a note, below"),), (NOTE, 0), gap=False))
        paragraphs.append(Paragraph((Words(f"{NONE}  no mark and no note"),), (NONE, 0), gap=False))
        choice = self.query_one(Choice)
        choice.tell(paragraphs)
        if now is not None:
            choice.cursor = list(LETTERS.values()).index(now)
        choice.focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Choice)

    def answer(self, key: str) -> bool:
        is_letter = key in {*LETTERS, NOTE, NONE}
        if is_letter:
            self.take(key)
        return is_letter

    @on(Told.Chosen)
    def choose(self) -> None:
        target = self.query_one(Choice).target
        if target is not None:
            self.take(target[0])

    def take(self, letter: str) -> None:
        """Do what a letter stands for. A mark keeps the note there is."""
        if letter == NOTE:
            self.set_focus(self.query_one("#note", Input))
        elif letter == NONE:
            self.dismiss(NOTHING)
        else:
            self.dismiss(Remark(LETTERS[letter], self._before.note))

    @on(Input.Submitted)
    def keep_note(self) -> None:
        """Keep what was written, beside the mark there is."""
        self.dismiss(Remark(self._before.mark, self.query_one("#note", Input).value.strip()))
