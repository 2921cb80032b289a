"""The help: every command with its keys, the signs, all made from the registry and the comparison's own legend."""

from __future__ import annotations

from textual.app import ComposeResult

from nkreader.app.commands import ALL, COMMANDS, Command, Group, View
from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.signs import CLAIM_SIGN, MARK_SIGN, NOTE_SIGN, ROLE_WORD
from nkreader.app.widgets.collation import LEGEND
from nkreader.app.widgets.told import Paragraph, Told, Words
from nkreader.report.signs import JOINED_SIGN, ROLE_SIGN

KEYS_CELLS = 14


class HelpScreen(OverPage[None]):
    """All keys."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        yield titled(Told(id="over"), "Help")

    def on_mount(self) -> None:
        self.query_one(Told).tell([*(self._group(group) for group in Group), *signs()])
        self.query_one(Told).focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    def _group(self, group: Group) -> Paragraph:
        own = [command for command in COMMANDS if command.group is group]
        return Paragraph((Words(str(group), "strong left"), *(self._line(command) for command in own)))

    def _line(self, command: Command) -> Words:
        keys = self.reader.keys.all_shown(command.name)
        here = self._view in command.views
        where = "" if command.views == ALL else f" ({', '.join(view.value for view in View if view in command.views)})"
        return Words(f"{command.help}{where}", "" if here else "muted", f"{keys:<{KEYS_CELLS - 2}}  ")

    def do_help(self) -> None:
        self.dismiss(None)


def signs() -> list[Paragraph]:
    """The legend: roles, changes, claims."""
    roles = {ROLE_SIGN[role]: word for role, word in ROLE_WORD.items()}
    roles[JOINED_SIGN] = "joined to its family by you"
    roles["*"] = "the likely original, whole or an excerpt"
    return [
        Paragraph(
            (
                Words("Signs in the list of sources", "strong left"),
                *(Words(word, "", f"{sign:<{KEYS_CELLS}}") for sign, word in roles.items()),
            )
        ),
        Paragraph(
            (
                Words("Signs of changes", "strong left"),
                *(Words(f"{name}: {meaning}", "", f"{sign:<{KEYS_CELLS}}") for sign, name, meaning in LEGEND),
            )
        ),
        Paragraph(
            (
                Words("Signs of claims", "strong left"),
                *(Words(str(kind), "", f"{sign:<{KEYS_CELLS}}") for kind, sign in CLAIM_SIGN.items()),
                *(Words(f"marked {mark}", "", f"{sign:<{KEYS_CELLS}}") for mark, sign in MARK_SIGN.items()),
                Words("with a note", "", f"{NOTE_SIGN:<{KEYS_CELLS}}"),
            )
        ),
    ]
