"""The command palette: every command of the registry by its words, with its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from nkreader.app import themes
from nkreader.app.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from nkreader.app.app import Reader


class ReaderCommands(Provider):
    """Commands and themes."""

    def _all(self) -> list[tuple[str, str, Callable[[], object]]]:
        reader = cast("Reader", self.app)
        found: list[tuple[str, str, Callable[[], object]]] = [
            (
                command.help,
                f"{command.group}: {reader.keys.all_shown(command.name)}",
                partial(reader.action_command, command.name),
            )
            for command in COMMANDS
            if command.name != "palette"
        ]
        for name in themes.NAMES:
            words = "the terminal's own colours" if name == "nk-terminal" else name.removeprefix("nk-")
            found.append((f"Theme: {words}", "How it looks", partial(setattr, reader, "theme", name)))
        return found

    async def discover(self) -> Hits:
        for words, help, call in self._all():
            yield DiscoveryHit(Content(words), call, text=words, help=help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for words, help, call in self._all():
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), call, text=words, help=help)
