"""What the user sets once, in a file that is written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`keys`: command name -> key or keys. `problem` says in one sentence why the file could not be read."""

    keys: Mapping[str, object] = field(default_factory=dict)
    problem: str | None = None


def settings_path() -> Path:
    """`settings.toml` in the platform's folder for configuration."""
    from platformdirs import user_config_path

    return user_config_path("nkreader", appauthor=False) / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """The settings of a file, the defaults where there is none; what is wrong with it is said, never raised."""
    place = settings_path() if path is None else path
    try:
        written = place.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(problem=f"{place} is not read: {error}")
    import tomllib

    try:
        found = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        return Settings(problem=f"{place} is not read: {error}")
    keys = found.get("keys", {})
    if not isinstance(keys, dict):
        return Settings(problem=f"{place} is not read: [keys] is no table")
    return Settings(keys)
