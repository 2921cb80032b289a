"""Correcting an article's title, publisher and date by hand. The file stays as it is."""

from __future__ import annotations

import re

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from nkreader.app.screens.base import OverPage, titled
from nkreader.text.drawn import drawable

FIELDS = {"title": "Title", "publisher": "Publisher", "published": "Date (2024, 2024-03 or 2024-03-05)"}

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class CorrectScreen(OverPage[str]):
    """The dialog. Gives back the digest of the content that was corrected, or nothing."""

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        library = self.session.library
        assert library is not None
        article = library.card(self._article)
        with titled(Vertical(id="dialog"), f"Correct {self._article[:24]}".replace("[", "(")):
            for name, label in FIELDS.items():
                yield Label(Content(label))
                yield Input(drawable(getattr(article, name) or ""), id=name, compact=True)
            yield Label(Content("Enter keeps it, Esc leaves it as it was"), id="problem")

    def on_mount(self) -> None:
        self.query_one("#title", Input).focus()

    @on(Input.Submitted)
    def keep(self) -> None:
        """Keep what was given, unless the date is none."""
        given = {name: self.query_one(f"#{name}", Input).value.strip() for name in FIELDS}
        if given["published"] and not DATE.fullmatch(given["published"]):
            self.query_one("#problem", Label).update(Content(f"{given['published']!r} is not a date like 2024-03-05"))
            self.query_one("#published", Input).focus()
            return
        library = self.session.library
        assert library is not None
        article = library.card(self._article)
        changed = {name: value for name, value in given.items() if value != drawable(getattr(article, name) or "")}
        if not changed:
            self.dismiss(None)
            return
        kept = dict(self.session.user.read(article.digest, "corrections", dict[str, str | None], {}))
        kept.update({name: value or None for name, value in changed.items()})
        what = f"the correction of {self.session.name(self._article)}"
        self.session.user.put(article.digest, "corrections", kept, what=what)
        self.dismiss(article.digest)
