"""The app: wires the session, the loading worker, the views and the commands together, and nothing more."""

from __future__ import annotations

import gc
import inspect
from asyncio import CancelledError
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import BindingType
from textual.screen import Screen

from nkreader.app import themes
from nkreader.app.background import away
from nkreader.app.commands import ALL, BY_NAME, Keys, View
from nkreader.app.doing import Doing
from nkreader.app.screens.base import ViewScreen
from nkreader.app.session import Session
from nkreader.app.styles import OnceParsed
from nkreader.store import Settings, UserData, read_settings
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from textual.command import Provider

    from nkreader.app.loading import Analysed, Failed, Gathered, Opened, Progressed


def _sources() -> Screen[None]:
    from nkreader.app.screens.sources import SourcesScreen

    return SourcesScreen()


def _read() -> Screen[None]:
    from nkreader.app.screens.read import ReadScreen

    return ReadScreen()


def _compare() -> Screen[None]:
    from nkreader.app.screens.compare import CompareScreen

    return CompareScreen()


def _claims() -> Screen[None]:
    from nkreader.app.screens.claims import ClaimsScreen

    return ClaimsScreen()


def _palette() -> type[Provider]:
    from nkreader.app.palette import ReaderCommands

    return ReaderCommands


class Reader(Doing):
    """nkreader on a terminal."""

    TITLE = "nkreader"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss"]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        View.SOURCES: _sources,
        View.READ: _read,
        View.COMPARE: _compare,
        View.CLAIMS: _claims,
    }
    BINDINGS: ClassVar[list[BindingType]] = [*Keys.from_settings().bindings()]
    DEFAULT_MODE = View.SOURCES
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(
        self, paths: Sequence[str] = (), user: UserData | None = None, settings: Settings | None = None
    ) -> None:
        self.session = Session(UserData() if user is None else user)
        self._settings = read_settings() if settings is None else settings
        self.keys = Keys.from_settings(self._settings.keys)
        super().__init__()
        self._paths = list(paths)
        self.opened_views: list[ViewScreen] = []
        self.verdicts: tuple[str, ...] = ()
        self.progress: tuple[str, int, int] | None = ("opening", 0, 0)
        for theme in themes.THEMES:
            self.register_theme(theme)
        kept = self.session.user.get("", "theme")  # not `read`: what that imports would hold up the first picture
        self.theme = themes.fitting(kept, self.available_themes, self.console.color_system)
        self.stylesheet = OnceParsed(variables=self.get_css_variables())
        self.set_keymap(self.keys.keymap())

    def on_unmount(self) -> None:
        from nkreader.app.loading import leave

        leave()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.VARIABLE_DEFAULTS

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        for problem in filter(None, (self._settings.problem, *self.keys.problems, self.session.user.problem)):
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.call_after_refresh(self.load_library)  # reading files must not hold up the first picture

    # Loading

    @work(exclusive=True, group="loading")
    async def load_library(self) -> None:
        """Read and analyse away from the screen."""
        gc.enable()
        from nkreader.app.loading import give_way, load

        give_way()

        await away(lambda unwanted: load(self._paths, self.session.user, self.post_message, unwanted))

    @work(group="indexing")
    async def index_words(self) -> None:
        """Bring the search index in step away from the screen; a search answers from what is there meanwhile."""
        library = self.session.library
        if library is None:
            return

        def update(unwanted: Callable[[], bool]) -> None:
            def progress(_done: int, _total: int) -> None:
                if unwanted() or self.session.library is not library:
                    raise CancelledError

            library.searching.make_ready(progress)

        with suppress(CancelledError):
            try:
                await away(update)
            except Exception as error:  # each search will say so too
                self.say(f"cannot be searched: {type(error).__name__}: {error}")

    def on_progressed(self, message: Progressed) -> None:
        self._show_progress((message.stage, message.done, message.total))

    def _show_progress(self, progress: tuple[str, int, int] | None) -> None:
        self.progress = progress
        if isinstance(self.view_screen, ViewScreen) and self.view_screen.is_mounted:
            self.view_screen.verdict.progress = progress

    def on_opened(self, message: Opened) -> None:
        if message.begun and self.session.library is not None:
            return  # read again: what is being read stays until all of it is there
        gone = self.session.opened(message.library, message.begun)
        if gone:
            named, verb = " and ".join(gone), "are" if len(gone) > 1 else "is"
            self.notify(f"{named} {verb} no longer among the files", title="gone", severity="warning", markup=False)
        if problems := message.library.problems:
            first = f"{problems[0].path}: {problems[0].reason}"
            more = f"\nand {len(problems) - 1} more, at the end of the sources" if len(problems) > 1 else ""
            self.notify(drawable(first) + more, title="could not be read", severity="warning", markup=False)
        self._refill()

    def on_analysed(self, message: Analysed) -> None:
        from nkreader.app.loading import GATHERED_AT_MOST, set_aside

        if message.library is not self.session.library:
            return
        session = self.session
        session.analysed = True
        session.details = message.details
        self.verdicts = message.verdicts
        families = message.library.families.families
        unmoved = len(message.library) > 0 and session.article == message.library.cards[0].id and not session.trail
        if families and unmoved and self.current_mode == View.SOURCES:
            session.article = families[0].origin.article or families[0].members[0]
        for screen in self.views():
            screen.place_changed()
        self._refill()
        set_aside()
        if len(message.library) > GATHERED_AT_MOST:
            self._loaded()
        self.grant_wish()
        self.index_words()

    def on_gathered(self, message: Gathered) -> None:
        from nkreader.app.loading import set_aside

        if message.library is not self.session.library:
            return
        self.session.gathered = True
        for screen in self.views():
            said, counts = screen.status.message, screen.status.counts
            screen.claims_known()
            if screen.VIEW is not View.CLAIMS or (said and said == self.decision):
                screen.say(said, counts)  # nothing else has happened there
        set_aside()
        self._loaded()

    def _loaded(self) -> None:
        from nkreader.app.loading import loaded

        self._show_progress(None)
        loaded()

    def on_failed(self, message: Failed) -> None:
        from nkreader.app.loading import loaded

        loaded()
        if message.library is not None and message.library is not self.session.library:
            return
        self._show_progress(None)
        reason = drawable(message.reason)
        count = len(self.session.library or ())
        articles = f"{count:,} article{'s' * (count != 1)}"
        self.session.failure = f"could not be compared: {reason}" if count else f"could not be opened: {reason}"
        self.verdicts = (
            f"{articles}, {self.session.failure}" if count else self.session.failure,
            f"{articles}, not compared" if count else "could not be opened",
        )
        self.notify(reason, title="nkreader could not go on", severity="error", markup=False, timeout=30)
        self._refill()

    def _refill(self) -> None:
        for screen in self.views():
            screen.verdict.verdicts = self.verdicts
            screen.refill()

    def show_verdicts(self, verdicts: tuple[str, ...] | None) -> None:
        self.verdicts = self.verdicts if verdicts is None else verdicts
        self._refill()

    # Commands

    async def action_command(self, name: str) -> None:
        """Do a command where it is understood: the page or view on top first, then here."""
        screen = self.screen
        if isinstance(screen, ViewScreen) and screen.holds(name):
            return
        method = getattr(screen, f"do_{name}", None)
        if isinstance(screen, ViewScreen):
            if screen.VIEW not in BY_NAME[name].views:
                method = None
            elif method is None:
                method = getattr(self, f"do_{name}", None)
        if method is not None:
            result = method()
            if inspect.isawaitable(result):
                await result
        elif isinstance(screen, ViewScreen):
            command = BY_NAME[name]
            views = [view.value for view in View if view in command.views]
            where = "in " + " and ".join(filter(None, (", ".join(views[:-1]), views[-1])))
            if command.views == ALL:
                where = "while searching"
            screen.say(f"{self.keys.shown(name)} works {where}: {command.help[0].lower()}{command.help[1:]}")

    def do_reload(self) -> None:
        from nkreader.app.loading import take_back

        for screen in self.views():
            screen.place_changed()
        take_back()
        self._show_progress(("reading", 0, 0))
        self.say("reading the files again")
        self.load_library()

    def _keep_theme(self, _theme: object) -> None:
        self.session.user.put("", "theme", self.theme)

    def do_quit(self) -> None:
        for screen in self.views():
            screen.place_changed()
        self.exit()

    async def action_quit(self) -> None:
        self.do_quit()
