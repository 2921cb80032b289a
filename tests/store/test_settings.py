"""The file of settings: read where it is there, and never a reason to fail."""

from pathlib import Path

from nkreader.store import read_settings


def test_keys_are_read_as_they_are_written(tmp_path: Path) -> None:
    place = tmp_path / "settings.toml"
    place.write_text('[keys]\nquit = "Q"\nnext_change = ["]", "n"]\n', encoding="utf-8")
    settings = read_settings(place)
    assert settings.keys == {"quit": "Q", "next_change": ["]", "n"]} and settings.problem is None


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml").keys == {}


def test_a_broken_file_is_said_with_its_place_and_reason(tmp_path: Path) -> None:
    place = tmp_path / "settings.toml"
    for broken in (b"[keys\n", b"\xff\xfe", b'keys = "Q"\n'):
        place.write_bytes(broken)
        settings = read_settings(place)
        assert settings.keys == {} and settings.problem is not None and "settings.toml" in settings.problem
