"""What the four views share: verdict above, status line below, panes to move in; and the pages laid over them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar, cast, runtime_checkable

from textual import events, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from nkreader.app.background import away
from nkreader.app.commands import BY_NAME, HINTS, Keys, View
from nkreader.app.session import Session
from nkreader.app.widgets.status_line import StatusLine
from nkreader.app.widgets.verdict_bar import VerdictBar
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.app.app import Reader
    from nkreader.app.going import Going
    from nkreader.claims.model import Claim

BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (150, "-broad")]
"""Widths in cells: below 100 the sidebars fold away."""

HEIGHTS = [(0, "-low"), (20, "-high")]

Result = TypeVar("Result")


@runtime_checkable
class Pane(Protocol):
    """Something with a cursor."""

    def move(self, steps: int) -> None: ...
    def page(self, pages: int) -> None: ...
    def home(self) -> None: ...
    def end(self) -> None: ...
    def choose(self) -> None: ...


class _Moves:
    """Moving the cursor of the pane that has the focus."""

    def pane(self) -> Pane | None:
        """The pane that moving moves: the one in focus, else the screen's own."""
        screen = cast("Screen[object]", self)
        focused = screen.focused
        return focused if isinstance(focused, Pane) else self.main_pane()

    def main_pane(self) -> Pane | None:
        """The pane the screen is about."""
        return None

    def do_down(self) -> None:
        if pane := self.pane():
            pane.move(1)

    def do_up(self) -> None:
        if pane := self.pane():
            pane.move(-1)

    def do_page_down(self) -> None:
        if pane := self.pane():
            pane.page(1)

    def do_page_up(self) -> None:
        if pane := self.pane():
            pane.page(-1)

    def do_home(self) -> None:
        if pane := self.pane():
            pane.home()

    def do_end(self) -> None:
        if pane := self.pane():
            pane.end()

    def do_open(self) -> None:
        if pane := self.pane():
            pane.choose()

    def do_next_pane(self) -> None:
        self._to_pane(1)

    def do_previous_pane(self) -> None:
        self._to_pane(-1)

    def _to_pane(self, step: int) -> None:
        screen = cast("Screen[object]", self)
        before = screen.focused
        after = screen.focus_next() if step > 0 else screen.focus_previous()
        if after is None or after is before:
            cast("Going", screen.app).say("there is no other pane here")


class ViewScreen(_Moves, Screen[None], inherit_bindings=False):
    """One of the four views. Subclasses compose their body and say what the status line tells."""

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c,super+c", "screen.copy_text", "Copy what is selected")]
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    VERTICAL_BREAKPOINTS = HEIGHTS
    VIEW: ClassVar[View]
    SIDEBARS_FROM: ClassVar[int] = 100
    """Columns from which the view has more than its main pane."""

    def compose(self) -> ComposeResult:
        yield VerdictBar(self.VIEW, self.reader.keys)
        with Horizontal(id="body"):
            yield from self.compose_body()
        yield StatusLine()

    def compose_body(self) -> ComposeResult:
        """The panes between verdict and status line."""
        raise NotImplementedError  # each view has its own; Textual's metaclass allows no ABC

    @property
    def reader(self) -> Reader:
        """The app, as what it is."""
        return cast("Reader", self.app)

    @property
    def session(self) -> Session:
        return self.reader.session

    def on_mount(self) -> None:
        self.reader.opened_views.append(self)
        self.offer_hints()
        self.verdict.verdicts = self.reader.verdicts
        self.verdict.progress = self.reader.progress
        self.refill()

    def offer_hints(self) -> None:
        """Say in the status line which keys help here."""
        keys = self.reader.keys
        self.status.hints = tuple((keys.shown(name), BY_NAME[name].hint, name) for name in HINTS[self.VIEW])

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        self.verdict.verdicts = self.reader.verdicts
        self.verdict.progress = self.reader.progress
        if self.is_mounted:
            self.entered()

    @property
    def verdict(self) -> VerdictBar:
        return self.query_one(VerdictBar)

    @property
    def status(self) -> StatusLine:
        return self.query_one(StatusLine)

    def say(self, message: str, counts: str = "") -> None:
        """Put words on the status line."""
        self.status.message = message
        self.status.counts = counts

    def refill(self) -> None:
        """The library has changed or is known better: show it anew."""

    def entered(self) -> None:
        """The view is looked at again; article, pair or hits may have changed meanwhile."""

    def marks_changed(self) -> None:
        """An article or a claim was marked, corrected or read."""

    def claims_known(self) -> None:
        """The claims of what is shown are there, or those of the whole library."""

    @work(exclusive=True, group="claims")
    async def read_claims(self, id: str, other: str | None = None) -> None:
        """Read the claims of an article, or of a pair, unless those of the whole library are there."""
        library = self.session.library
        if library is None or self.session.gathered:
            return
        if self.session.take_near(library, await away(lambda _unwanted: library.claims_near(id, other))):
            self.claims_known()

    def narrowed(self) -> None:
        """Other claims shall be shown than before."""

    def claim_here(self) -> Claim | None:
        """The claim a mark would go to."""
        return None

    @property
    def subject(self) -> str | None:
        """The article that commands are about here; None leaves it to the session."""
        return None

    def holds(self, name: str) -> bool:
        """Whether a command is kept for later, because what it works on is still being computed."""
        return False

    def text_to_copy(self) -> str:
        """What `y` copies, empty where there is nothing."""
        return ""

    def text_to_cite(self) -> str:
        """What `Y` copies: words with where they come from, empty where there is nothing."""
        return ""

    def reading_offset(self) -> int:
        """Where in the subject's text the reader is, in code points."""
        return 0

    def place(self) -> tuple[int, int] | None:
        """Where the reader is, to come back to: the side (0 left or only, 1 right) and the offset there."""
        return None

    def do_sidebars(self) -> None:
        """Hide the sidebars, or show them again where there is room."""
        self.toggle_class("-plain")
        hidden, width = self.has_class("-plain"), self.app.size.width
        if width >= self.SIDEBARS_FROM:
            self.say("only the text" if hidden else "sidebars beside the text")
        else:
            self.say(f"there is room for sidebars from {self.SIDEBARS_FROM} columns on, and here are {width}")

    def place_changed(self) -> None:
        """Keep the reading position: the app is about to leave."""


class OverPage(_Moves, ModalScreen[Result], Generic[Result], inherit_bindings=False):
    """A page laid over a view, closed with Esc. It answers the same keys as the views do."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = "../styles/over.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*Keys.from_settings().bindings()]
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    VERTICAL_BREAKPOINTS = HEIGHTS

    @property
    def reader(self) -> Reader:
        return cast("Reader", self.app)

    @property
    def session(self) -> Session:
        return self.reader.session

    @property
    def subject(self) -> str | None:
        """The article that commands are about on this page; None leaves it to the view below."""
        return None

    def say(self, message: str) -> None:
        """Put words on the page's lower edge, on its upper one where it has no other."""
        for page in self.query("#over").results(Widget):
            words = drawable(message).replace("[", "(")
            if page.styles.border_bottom[0] in ("", "none", "hidden"):
                page.border_title = words
            else:
                page.border_subtitle = words

    def revised(self) -> None:
        """The user decided something about families, and they are now as the user has them."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the page; once it is closed, keys that were still on their way to it close nothing else."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def answer(self, key: str) -> bool:
        """Take a key for an answer, where the page asks for a letter; whether it was one."""
        return False

    def do_back(self) -> None:
        self.dismiss(None)

    def do_quit(self) -> None:
        self.dismiss(None)


def titled(widget: Widget, title: str) -> Widget:
    """The widget with a heading on its border."""
    widget.border_title = title
    return widget
