"""Every command of the reader, once: its keys, its words and where it works.

Bindings, footer, help screen, command palette and the user's own keys are all made from this list, so they cannot
disagree. What a command does stands in `app.py` and the screens, as a method `do_<name>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class View(StrEnum):
    """The four views."""

    SOURCES = "sources"
    READ = "read"
    COMPARE = "compare"
    CLAIMS = "claims"


class Group(StrEnum):
    """The headings under which help and palette show commands."""

    MOVE = "Moving"
    VIEWS = "Views"
    COMPARE = "Comparing"
    CHANGES = "Changes"
    LOOK = "How it looks"
    CLAIMS = "Claims"
    SEARCH = "Searching"
    ARTICLE = "The article"
    READER = "The reader"


ALL = frozenset(View)
_READING = frozenset({View.READ, View.COMPARE})
_COMPARE = frozenset({View.COMPARE})
_CLAIMS = _READING | {View.CLAIMS}


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `hint` is its word in the footer, empty where it is not shown there."""

    name: str
    keys: tuple[str, ...]
    help: str
    group: Group
    views: frozenset[View] = ALL
    hint: str = ""

    @property
    def action(self) -> str:
        """The Textual action its keys are bound to."""
        return "command_palette" if self.name == "palette" else f"app.command('{self.name}')"


COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "One step down", Group.MOVE),
    Command("up", ("k", "up"), "One step up", Group.MOVE),
    Command("left", ("h", "left"), "One cell to the left", Group.MOVE, frozenset({View.CLAIMS})),
    Command("right", ("l", "right"), "One cell to the right", Group.MOVE, frozenset({View.CLAIMS})),
    Command("page_down", ("space", "pagedown"), "One page on", Group.MOVE),
    Command("page_up", ("b", "pageup"), "One page back", Group.MOVE),
    Command("home", ("g", "home"), "To the beginning", Group.MOVE),
    Command("end", ("G", "end"), "To the end", Group.MOVE),
    Command("next_paragraph", (")",), "Next paragraph", Group.MOVE, _READING),
    Command("previous_paragraph", ("(",), "Paragraph before", Group.MOVE, _READING),
    Command("percent", ("%",), "To a place by its percentage of the whole", Group.MOVE, _READING),
    Command("jump_back", ("backspace",), "Back to where the last jump came from", Group.MOVE, _COMPARE),
    Command("open", ("enter",), "Open what the cursor is on", Group.MOVE, hint="open"),
    Command("back", ("escape",), "Back to where you were", Group.MOVE),
    Command("next_pane", ("tab",), "To the next pane", Group.MOVE),
    Command("previous_pane", ("shift+tab",), "To the pane before", Group.MOVE),
    Command("sources", ("1",), "The sources and their families", Group.VIEWS),
    Command("read", ("2",), "Read one article", Group.VIEWS),
    Command("compare_view", ("3",), "Two articles side by side", Group.VIEWS),
    Command("claims", ("4",), "The claims of all articles", Group.VIEWS),
    Command(
        "compare",
        ("c",),
        "Compare: a copy with its original, the original with its closest copy",
        Group.COMPARE,
        hint="compare",
    ),
    Command("mark", ("x",), "Mark this article; two marked articles are compared", Group.COMPARE, hint="mark"),
    Command("partner", ("m",), "From moved text to the place it moved from", Group.COMPARE, _COMPARE),
    Command("layout", ("=",), "Side by side, or original over copy", Group.COMPARE, _COMPARE, hint="layout"),
    Command("divider_left", ("<",), "Divider to the left", Group.COMPARE, _COMPARE),
    Command("divider_right", (">",), "Divider to the right", Group.COMPARE, _COMPARE),
    Command("facts", ("L",), "All changed facts and quotations of this pair", Group.CHANGES, _COMPARE, hint="list"),
    Command("next_change", ("]",), "Next change", Group.CHANGES, _COMPARE, hint="change"),
    Command("previous_change", ("[",), "Change before", Group.CHANGES, _COMPARE),
    Command("next_fact", ("}",), "Next changed fact", Group.CHANGES, _COMPARE, hint="fact"),
    Command("previous_fact", ("{",), "Changed fact before", Group.CHANGES, _COMPARE),
    Command("quotation", ('"',), "Next altered quotation", Group.CHANGES, _COMPARE),
    Command("previous_quotation", ("'",), "Altered quotation before", Group.CHANGES, _COMPARE),
    Command("rank", ("!",), "Show everything, or facts and quotations, or facts only", Group.CHANGES, _COMPARE),
    Command(
        "fold",
        ("z",),
        "Fold or unfold a family, or what only one side has",
        Group.LOOK,
        frozenset({View.SOURCES, View.COMPARE}),
    ),
    Command("fold_all", ("Z",), "Fold or unfold all that only one side has", Group.LOOK, _COMPARE),
    Command(
        "tortured",
        ("t",),
        "Show what tortured phrases stand for, under their lines",
        Group.LOOK,
        frozenset({View.READ}),
        hint="tortured",
    ),
    Command("sidebars", ("\\",), "Hide or show the sidebars", Group.LOOK, _READING | {View.SOURCES}),
    Command("theme", ("T",), "Next theme: dark, light, high contrast, the terminal's own", Group.LOOK),
    Command(
        "sort",
        ("s",),
        "Order claims by text, weight, conflict or voices",
        Group.CLAIMS,
        frozenset({View.CLAIMS}),
        hint="sort",
    ),
    Command(
        "filter",
        ("f",),
        "Show all claims, or those in conflict, or one kind of them",
        Group.CLAIMS,
        _CLAIMS,
        hint="filter",
    ),
    Command("narrow", ("F",), "Choose the claims that are shown: kind, mark or speaker", Group.CLAIMS, _CLAIMS),
    Command(
        "remark",
        ("M",),
        "Mark a claim: checked, doubtful, wrong, to do; or write a note",
        Group.CLAIMS,
        _CLAIMS,
        hint="mark",
    ),
    Command("search", ("/",), "Search, live", Group.SEARCH, hint="search"),
    Command("widen", ("ctrl+s",), "While searching: in the article, its family, the library", Group.SEARCH),
    Command("copies", ("ctrl+l",), "While searching: unfold the copies of hits, or fold them", Group.SEARCH),
    Command("earlier_query", ("ctrl+up", "ctrl+r"), "While searching: the query before", Group.SEARCH),
    Command("later_query", ("ctrl+down",), "While searching: the query after", Group.SEARCH),
    Command("next_hit", ("n",), "Next hit", Group.SEARCH),
    Command("previous_hit", ("N",), "Hit before", Group.SEARCH),
    Command("origin", ("o",), "Why this one is the likely original", Group.ARTICLE, hint="why"),
    Command("pin", ("p",), "Name this one the original, or leave that to the texts again", Group.ARTICLE),
    Command("split", ("X",), "Split this one off from its family, or put it back", Group.ARTICLE),
    Command(
        "merge",
        ("+",),
        "Make one family of the marked article's and this one's (comparing: of these two)",
        Group.ARTICLE,
    ),
    Command("correct", ("i",), "Correct title, publisher and date", Group.ARTICLE),
    Command("copy", ("y",), "Copy what the cursor is on", Group.ARTICLE),
    Command("cite", ("Y",), "Copy with a citation: publisher, title, date, file", Group.ARTICLE, _READING),
    Command("select_down", ("J", "shift+down"), "Select the sentence, and on to the next", Group.ARTICLE, _COMPARE),
    Command("select_up", ("K", "shift+up"), "Select the sentence, and back to the one before", Group.ARTICLE, _COMPARE),
    Command("select_side", ("S",), "Select the same in the other column", Group.ARTICLE, _COMPARE),
    Command("editor", ("e",), "Open the file in your editor", Group.ARTICLE),
    Command("undo", ("u",), "Take the last mark, correction or decision back", Group.READER),
    Command("reload", ("R",), "Read the files again", Group.READER),
    Command("help", ("?",), "This help", Group.READER, hint="help"),
    Command("palette", ("ctrl+p",), "Any command by name", Group.READER),
    Command("quit", ("q",), "Quit", Group.READER),
)
"""All commands, in the order in which help shows them."""

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}

HINTS: Mapping[View, tuple[str, ...]] = {
    View.SOURCES: ("open", "compare", "origin", "mark", "search", "help"),
    View.READ: ("compare", "tortured", "origin", "search", "help"),
    View.COMPARE: ("next_change", "next_fact", "facts", "search", "help"),
    View.CLAIMS: ("open", "remark", "filter", "sort", "search", "help"),
}
"""What the footer offers in each view, the most useful first; as many as fit are shown."""

SHOWN_KEYS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
    "ctrl+p": "Ctrl+P",
    "ctrl+s": "Ctrl+S",
    "ctrl+l": "Ctrl+L",
    "ctrl+r": "Ctrl+R",
    "ctrl+up": "Ctrl+↑",
    "ctrl+down": "Ctrl+↓",
}
"""Keys whose name is not what the keyboard says."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Which keys call which command: the defaults, changed by the user's settings. `problems` says what was refused."""

    of: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    @classmethod
    def from_settings(cls, settings: Mapping[str, object] | None = None) -> Keys:
        """Command name -> key or keys. A name that is no command, or a key that would mean two things, is refused."""
        wanted: dict[str, tuple[str, ...]] = {command.name: command.keys for command in COMMANDS}
        problems: list[str] = []
        for name, given in (settings or {}).items():
            keys = (given,) if isinstance(given, str) else given
            if name not in BY_NAME:
                problems.append(f"there is no command {name!r} to give a key to")
            elif not isinstance(keys, Sequence) or not keys or not all(isinstance(key, str) and key for key in keys):
                problems.append(f"the keys of {name!r} are not a key or a list of keys")
            else:
                wanted[name] = tuple(dict.fromkeys(keys))
        return cls(*_without_clashes(wanted, problems))

    def shown(self, name: str) -> str:
        """A command's first key as the footer shows it."""
        return shown_key(self.of[name][0])

    def all_shown(self, name: str) -> str:
        """All keys of a command, for the help screen."""
        return " ".join(shown_key(key) for key in self.of[name])

    def bindings(self) -> list[Binding]:
        """One binding per command, named after it."""
        return [
            Binding(_listed(self.of[command.name]), command.action, command.help, id=command.name, show=False)
            for command in COMMANDS
        ]

    def keymap(self) -> dict[str, str]:
        """What Textual takes to change the keys of bindings that exist already: those that are not the defaults.

        It goes through all of them whenever a key is pressed: 15 ms for all commands.
        """
        return {name: _listed(keys) for name, keys in self.of.items() if keys != BY_NAME[name].keys}


def keys_as_toml() -> Iterator[str]:
    """All commands with their default keys, as the lines of a `settings.toml`."""
    yield "[keys]"
    for command in COMMANDS:
        keys = ", ".join(f"'{key}'" if key in '"\\' else f'"{key}"' for key in command.keys)
        yield f"# {command.help}"
        yield f"{command.name} = [{keys}]"


def shown_key(key: str) -> str:
    """A key as a person reads it."""
    return SHOWN_KEYS.get(key, key)


def _listed(keys: Sequence[str]) -> str:
    return ",".join("comma" if key == "," else key for key in keys)


def _without_clashes(
    wanted: Mapping[str, tuple[str, ...]], problems: list[str]
) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Every key given to one command only: where two want it, the user's wish beats a default, and the rest is said."""
    owner: dict[str, str] = {}
    changed = [name for name in wanted if wanted[name] != BY_NAME[name].keys]
    for name in [*changed, *(name for name in wanted if name not in changed)]:
        for key in wanted[name]:
            other = owner.setdefault(key, name)
            if other != name:
                problems.append(f"{shown_key(key)} cannot mean both {other!r} and {name!r}; it means {other!r}")
    kept = {name: tuple(key for key in keys if owner[key] == name) for name, keys in wanted.items()}
    for name, keys in kept.items():
        if not keys:
            problems.append(f"{name!r} has no key left")
    return {name: keys or ("f24",) for name, keys in kept.items()}, tuple(problems)
