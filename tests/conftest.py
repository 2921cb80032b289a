"""What every test stands on: a known terminal, and never the user's own data."""

import itertools
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Textual reads these once, when it is imported; a developer's own settings must not change a snapshot.
for _name in (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "TEXTUAL_THEME",
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL",
    "COLORTERM",
    "COLUMNS",
    "LINES",
):
    os.environ.pop(_name, None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TERM"] = "xterm-256color"

# A busy machine is no reason to fail: what is tested is what comes out, not how long it took.
settings.register_profile("nkreader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("nkreader")

ROOT = Path(__file__).resolve().parent.parent

_homes = itertools.count()


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own for every test: none finds what another marked, and none touches the user's own data."""
    # Only named, not made: most tests never write, and a folder for each of them costs more than the test.
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("HOME", str(home))
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    # No test fills the developer's clipboard.
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("LOCAL_APPDATA", "APPDATA"):
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / "data"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout these tests stand in."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder of the sample library."""
    return ROOT / "data" / "sample"
