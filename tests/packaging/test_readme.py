"""The README tells the truth: its commands, keys, examples and dependencies are those of the program."""

import doctest
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

import nkreader
from nkreader.cli import COMMANDS as PROGRAM
from nkreader.cli import main


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def blocks(readme: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)


def test_two_commands_of_one_line_each_set_up_the_reader_and_the_tests(readme: str) -> None:
    run, test = blocks(readme, "sh")
    assert run.count("\n") == test.count("\n") == 1
    assert run.startswith("python3 -m venv ") and run.endswith("/nkreader\n")
    assert test.startswith("python3 -m venv ") and "[dev]" in test and "pytest" in test


def test_every_example_prints_what_the_readme_says(
    readme: str, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where this fails because the program has improved, `.ci/readme` writes the examples anew."""
    shutil.copytree(sample, tmp_path / "data" / "sample")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    examples = 0
    for block in blocks(readme, "console"):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, told = example.partition("\n")
            program, *arguments = shlex.split(command)
            assert program == "nkreader"
            assert main(arguments) == 0, command
            printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
            for line in told.rstrip("\n").splitlines():
                assert line.rstrip() in [*printed, "", "..."], f"{command} prints no such line"
            examples += 1
    assert examples >= 5


def test_the_python_example_runs_as_shown(readme: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    (example,) = blocks(readme, "pycon")
    test = doctest.DocTestParser().get_doctest(example, {}, "README", "README.md", 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert test.examples and not said, "".join(said)


def test_every_command_has_its_example(readme: str) -> None:
    shown = "".join(blocks(readme, "console"))
    assert [
        name for name in PROGRAM if f"$ nkreader {name} " not in shown + " " and f"$ nkreader {name}\n" not in shown
    ] == []


def test_every_key_of_the_reader_is_in_the_table_and_no_other(readme: str) -> None:
    from nkreader.app.commands import COMMANDS, SHOWN_KEYS

    table = readme.partition("## Keys")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    told = {key.casefold() if len(key) > 1 else key for row in rows for key in re.findall(r"`(.+?)`", row)}
    shown = {key: SHOWN_KEYS.get(key, key) for command in COMMANDS for key in command.keys}
    real = {key.casefold() if len(key) > 1 else key for key in shown.values()}
    arrows = {"↓", "↑", "←", "→", "home", "end"}
    assert not real - told - arrows - {"shift+down", "shift+up"}, "these keys are missing in the README's table"
    assert not told - real - {"shift+↓", "shift+↑"}, "these keys are in the README's table, but not in the reader"


def test_a_key_is_changed_as_the_readme_says(readme: str, tmp_path: Path) -> None:
    from nkreader.app.commands import Keys
    from nkreader.store import read_settings

    place = tmp_path / "settings.toml"
    place.write_text(blocks(readme, "toml")[0], encoding="utf-8")
    settings = read_settings(place)
    keys = Keys.from_settings(settings.keys)
    assert keys.of["quit"] == ("Q",) and not keys.problems and settings.problem is None


def test_every_dependency_has_its_reason(readme: str, root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = readme.partition("## What it stands on")[2].partition("\n## ")[0]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = [re.match(r"[A-Za-z0-9_-]+", requirement) for requirement in needed]
    assert [name[0] for name in names if name and name[0] not in reasons] == []
    assert not any(name and name[0] == "difflib-extras" for name in names)


def test_its_pictures_are_there_and_show_the_reader(readme: str, root: Path) -> None:
    pictures = re.findall(r'<img src="([^"]+)"', readme)
    assert len(pictures) >= 2
    for picture in pictures:
        drawn = (root / picture).read_text(encoding="utf-8")
        assert drawn.lstrip().startswith("<svg") and "nkreader" in drawn


def test_what_the_package_promises_is_there() -> None:
    assert all(hasattr(nkreader, name) for name in nkreader.__all__)
