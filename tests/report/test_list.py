"""What `nkreader list` prints of a library."""

from __future__ import annotations

from pathlib import Path

import pytest

from nkreader.cli import main


def test_a_count_of_words_is_never_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "short.txt").write_text("The harbour took in 214 ships in May.\n", encoding="utf-8")
    (tmp_path / "long.txt").write_text("row\n" * 1_234_567, encoding="utf-8")
    assert main(["list", str(tmp_path)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if "1,234,567" in line]
