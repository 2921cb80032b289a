"""The app: wires the session, the loading worker, the views and the commands together, and nothing more."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.worker import get_current_worker

from nkreader.app import themes
from nkreader.app.commands import ALL, BY_NAME, Keys, View
from nkreader.app.loading import Analysed, Failed, Opened, Progressed, load
from nkreader.app.screens.base import ViewScreen
from nkreader.app.session import Place, Session
from nkreader.store import UserData
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from textual.command import Provider


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


class Reader(App[None]):
    """nkreader on a terminal."""

    TITLE = "nkreader"
    CSS_PATH = "styles/app.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        View.SOURCES: _sources,
        View.READ: _read,
        View.COMPARE: _compare,
        View.CLAIMS: _claims,
    }
    BINDINGS: ClassVar[list[BindingType]] = [*Keys.from_settings().bindings()]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_palette}

    def __init__(
        self, paths: Sequence[str] = (), user: UserData | None = None, keys: Mapping[str, object] | None = None
    ) -> None:
        self.session = Session(UserData() if user is None else user)
        given = self.session.user.get("", "keys", {}) if keys is None else keys
        self.keys = Keys.from_settings(given if isinstance(given, Mapping) else {})
        super().__init__()
        self._paths = list(paths)
        self.opened_views: list[ViewScreen] = []
        self.verdicts: tuple[str, ...] = ()
        self.progress: tuple[str, int, int] | None = ("opening", 0, 0)
        for theme in themes.THEMES:
            self.register_theme(theme)
        kept = self.session.user.get("", "theme", themes.DEFAULT)
        self.theme = kept if kept in self.available_themes else themes.DEFAULT
        self.set_keymap(self.keys.keymap())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.VARIABLE_DEFAULTS

    def on_mount(self) -> None:
        self.switch_mode(View.SOURCES)
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        for problem in (*self.keys.problems, *filter(None, [self.session.user.problem])):
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.load_library()

    # Loading

    @work(thread=True, exclusive=True, group="loading")
    def load_library(self) -> None:
        """Read and analyse away from the screen."""
        worker = get_current_worker()
        load(self._paths, self.session.user, self.post_message, lambda: worker.is_cancelled)

    def on_progressed(self, message: Progressed) -> None:
        self._show_progress((message.stage, message.done, message.total))

    def _show_progress(self, progress: tuple[str, int, int] | None) -> None:
        self.progress = progress
        if isinstance(self.view_screen, ViewScreen) and self.view_screen.is_mounted:
            self.view_screen.verdict.progress = progress

    def on_opened(self, message: Opened) -> None:
        self.session.opened(message.library)
        if problems := message.library.problems:
            first = f"{problems[0].path}: {problems[0].reason}"
            more = f"\nand {len(problems) - 1} more, at the end of the sources" if len(problems) > 1 else ""
            self.notify(drawable(first) + more, title="could not be read", severity="warning", markup=False)
        self._refill()

    def on_analysed(self, message: Analysed) -> None:
        if message.library is not self.session.library:
            return
        session = self.session
        session.analysed = True
        session.details = message.details
        self.verdicts = message.verdicts
        self._show_progress(None)
        families = message.library.families.families
        unmoved = len(message.library) > 0 and session.article == message.library[0].id and not session.trail
        if families and unmoved and self.current_mode == View.SOURCES:
            session.article = families[0].origin.article or families[0].members[0]
        self._refill()

    def on_failed(self, message: Failed) -> None:
        self._show_progress(None)
        self.verdicts = ("this pile could not be worked through",)
        self.notify(message.reason, title="nkreader could not go on", severity="error", markup=False, timeout=30)
        self._refill()

    def _refill(self) -> None:
        for screen in self.views():
            screen.verdict.verdicts = self.verdicts
            screen.refill()

    def views(self) -> list[ViewScreen]:
        """The views that have been opened so far."""
        return [screen for screen in self.opened_views if screen.is_mounted]

    @property
    def view_screen(self) -> Screen[Any]:
        """The view at the bottom of what is shown, under any page laid over it."""
        return self.screen_stack[0]

    # Commands

    async def action_command(self, name: str) -> None:
        """Do a command where it is understood: the page or view on top first, then here."""
        screen = self.screen
        method = getattr(screen, f"do_{name}", None)
        if method is None and isinstance(screen, ViewScreen):
            method = getattr(self, f"do_{name}", None)
        if method is not None:
            result = method()
            if inspect.isawaitable(result):
                await result
        elif isinstance(screen, ViewScreen):
            command = BY_NAME[name]
            where = (
                "while searching"
                if command.views == ALL
                else "in " + " and ".join(view.value for view in View if view in command.views)
            )
            screen.say(f"{self.keys.shown(name)} works {where}: {command.help[0].lower()}{command.help[1:]}")

    def go(
        self,
        view: View,
        article: str | None = None,
        pair: tuple[str, str] | None = None,
        at: int | None = None,
        side: int = 0,
        leave: bool = True,
    ) -> None:
        """Show a view, with an article or a pair where one is named, at an offset of it."""
        session = self.session
        here = View(self.current_mode)
        if leave:
            self.remember()
        if article is not None:
            session.article = article
        if pair is not None:
            session.pair = pair
        session.target = (side, at) if at is not None else None
        if here is view:
            if isinstance(self.screen, ViewScreen):
                self.screen.entered()
        else:
            self.switch_mode(view)

    def remember(self) -> None:
        """Put the present place on the way back, so that Esc returns to it."""
        screen = self.view_screen
        at = screen.place() if isinstance(screen, ViewScreen) else None
        self.session.remember(View(self.current_mode), at)

    def do_sources(self) -> None:
        self.go(View.SOURCES)

    def do_read(self) -> None:
        self.go(View.READ, article=self.subject)

    def do_compare_view(self) -> None:
        if self.session.pair is None:
            self.do_compare()
        else:
            self.go(View.COMPARE)

    def do_claims(self) -> None:
        self.go(View.CLAIMS)

    def do_back(self) -> None:
        session = self.session
        if not session.trail:
            if self.current_mode != View.SOURCES:
                self.go(View.SOURCES, leave=False)
            return
        place: Place = session.trail.pop()
        side, at = place.at or (0, None)
        self.go(place.view, place.article, place.pair, at=at, side=side, leave=False)

    @property
    def subject(self) -> str | None:
        """The article that commands are about: what the cursor is on, else what is being read."""
        screen = self.view_screen
        found = getattr(screen, "subject", None)
        return found or self.session.article

    def say(self, message: str) -> None:
        """Words for the status line of the view."""
        screen = self.view_screen
        if isinstance(screen, ViewScreen):
            screen.say(message)

    def ready(self) -> bool:
        """Whether families and claims are known; says so where they are not."""
        if not self.session.analysed:
            self.say("still comparing the articles; reading works already")
        return self.session.analysed

    def do_compare(self) -> None:
        from nkreader.app.pairing import pair_for

        if self.session.library is None or self.subject is None or not self.ready():
            return
        pair = pair_for(self.session, self.subject)
        if pair is None:
            name = self.session.name(self.subject)
            key = self.keys.shown("mark")
            self.say(f"{name} has no counterpart here; mark two articles with {key} to compare them")
        else:
            self.go(View.COMPARE, pair=pair)

    def do_mark(self) -> None:
        from nkreader.app.pairing import marked_pair, toggle_mark

        if self.subject is None:
            return
        self.say(toggle_mark(self.session, self.subject))
        self._marks_changed()
        pair = marked_pair(self.session)
        if pair is not None:
            for id in pair:
                self.session.user.put(self.session.digest(id), "marked", None)
            self._marks_changed()
            self.go(View.COMPARE, pair=pair)

    def _marks_changed(self) -> None:
        for screen in self.views():
            screen.marks_changed()

    def do_undo(self) -> None:
        undone = self.session.user.undo()
        if undone is None:
            self.say("nothing to undo")
            return
        if undone.key == "corrections":
            self.do_reload()
        self._marks_changed()
        self.say(f"taken back: {undone.what}")

    def do_reload(self) -> None:
        for screen in self.views():
            screen.place_changed()
        self._show_progress(("reading", 0, 0))
        self.say("reading the files again")
        self.load_library()

    def do_theme(self) -> None:
        names = themes.NAMES
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.say(f"theme: {self.theme.removeprefix('nk-')}")

    def _keep_theme(self, _theme: object) -> None:
        self.session.user.put("", "theme", self.theme)

    def do_help(self) -> None:
        from nkreader.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(View(self.current_mode)))

    def do_origin(self) -> None:
        from nkreader.app.screens.origin import OriginScreen

        subject = self.subject
        if subject is None or not self.ready():
            return
        if self.session.family_of(subject) is None:
            self.say(f"{self.session.name(subject)} has no family here, so there is nothing to argue about")
        else:
            self.push_screen(OriginScreen(subject), self._jump)

    def _jump(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self.go(View.READ, article=place[0], at=place[1])

    def do_correct(self) -> None:
        from nkreader.app.screens.correct import CorrectScreen

        if self.subject is not None:
            self.push_screen(CorrectScreen(self.subject), self._corrected)

    def _corrected(self, given: dict[str, str] | None) -> None:
        if given is not None:
            self.do_reload()
            self.say("corrected; the file itself is untouched")

    def do_search(self) -> None:
        from nkreader.app.screens.search import SearchScreen

        if self.session.library is not None and self.ready():
            self.push_screen(SearchScreen(), self._found)

    def _found(self, chosen: int | None) -> None:
        if chosen is not None:
            self.remember()
            self._to_hit(chosen)

    def do_next_hit(self) -> None:
        self._to_hit(self.session.hit + 1)

    def do_previous_hit(self) -> None:
        self._to_hit(self.session.hit - 1)

    def _to_hit(self, number: int) -> None:
        session = self.session
        if not session.hits:
            self.say(f"nothing was searched for yet: {self.keys.shown('search')} searches")
            return
        session.hit = number % len(session.hits)
        hit = session.hits[session.hit]
        pair = session.pair
        if self.current_mode == View.COMPARE and pair is not None and hit.article in pair:
            self.go(View.COMPARE, at=hit.start, side=pair.index(hit.article), leave=False)
        else:
            self.go(View.READ, article=hit.article, at=hit.start, leave=False)

    def do_copy(self) -> None:
        from nkreader.app.clipboard import copied

        screen = self.view_screen
        text = screen.get_selected_text() or (screen.text_to_copy() if isinstance(screen, ViewScreen) else "")
        self.say(copied(text, self.copy_to_clipboard) if text else "there is nothing here to copy")

    def do_editor(self) -> None:
        from nkreader.app.editor import edit, editor_command

        subject, library = self.subject, self.session.library
        if subject is None or library is None:
            return
        article = library[subject]
        if article.path is None or article.path == "-":
            self.say("this article came from no file")
            return
        screen = self.view_screen
        offset = screen.reading_offset() if isinstance(screen, ViewScreen) else 0
        command = editor_command(article.path, article.text.count("\n", 0, offset) + 1)
        if command is None:
            self.say("neither $VISUAL nor $EDITOR names an editor")
            return
        with self.suspend():
            problem = edit(command)
        self.say(problem or "back from the editor; R reads the files again")

    def do_quit(self) -> None:
        for screen in self.views():
            screen.place_changed()
        self.exit()

    async def action_quit(self) -> None:
        self.do_quit()
