"""nkreader installed: from a wheel, editable, and straight from a checkout, each finds its data and its commands."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import nkreader


def ran(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Standard output of a command run outside the checkout; what it said on standard error where it fails."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def empty_environment(folder: Path) -> Path:
    """The interpreter of a new environment that sees this one's libraries, but not this one's nkreader."""
    builder = venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt")
    context = builder.ensure_directories(folder)
    builder.create(folder)
    here = sysconfig.get_path("purelib")
    there = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}, scheme="venv")
    # A path added by a .pth file is searched last and its own .pth files (an editable nkreader) are not read.
    Path(there, "libraries.pth").write_text(here + "\n", encoding="utf-8")
    return Path(context.env_exe)


def installed(python: Path, *what: str | Path, cwd: Path) -> None:
    ran(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check",
        "--no-index", "--no-deps", "--ignore-installed", "--no-build-isolation", *what, cwd=cwd,
    )  # fmt: skip


def data_folder(python: str | Path, cwd: Path, **environment: str) -> Path:
    """Where this Python's nkreader finds its data; its sample library and a lexicon table must open too."""
    code = """
import nkreader
from nkreader.data import data_path
from nkreader.lexicon.frequency import zipf
assert len(nkreader.open_library([data_path("sample")])) == 5
assert zipf("bridge") > zipf("transponder") > 0
print(data_path("sample").parent)
"""
    return Path(ran(python, "-c", code, cwd=cwd, **environment).strip())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment where the wheel is installed."""
    python = empty_environment(tmp_path_factory.mktemp("elsewhere") / "venv")
    installed(python, wheel, cwd=wheel.parent)
    return python


def test_a_wheel_installed_elsewhere_carries_its_data_inside_the_package(from_wheel: Path, tmp_path: Path) -> None:
    found = data_folder(from_wheel, tmp_path)
    assert found.name == "data" and found.parent.name == "nkreader"
    assert from_wheel.parent.parent in found.parents


def test_an_editable_install_finds_the_data_of_the_checkout(tmp_path: Path, root: Path) -> None:
    python = empty_environment(tmp_path / "venv")
    installed(python, "--editable", root, cwd=tmp_path)
    assert data_folder(python, tmp_path) == root / "data"


def test_a_checkout_that_was_never_installed_finds_its_data(tmp_path: Path, root: Path) -> None:
    assert data_folder(sys.executable, tmp_path, PYTHONPATH=str(root / "tui")) == root / "data"


def test_the_console_script_and_the_module_are_the_same_program(from_wheel: Path, tmp_path: Path) -> None:
    script = from_wheel.with_name("nkreader.exe" if os.name == "nt" else "nkreader")
    listed = json.loads(ran(script, "list", "--json", cwd=tmp_path))
    assert listed == json.loads(ran(from_wheel, "-m", "nkreader", "list", "--json", cwd=tmp_path))
    assert len(listed["articles"]) == 5, "without a path the sample library opens"


def test_the_version_is_the_same_wherever_it_is_said(from_wheel: Path, wheel: Path, tmp_path: Path) -> None:
    said = {
        ran(from_wheel, "-m", "nkreader", "--version", cwd=tmp_path).split()[-1],
        json.loads(ran(from_wheel, "-m", "nkreader", "list", "--json", cwd=tmp_path))["nkreader"],
        ran(from_wheel, "-c", "import importlib.metadata as m; print(m.version('nkreader'))", cwd=tmp_path).strip(),
        wheel.name.split("-")[1],
    }
    assert said == {nkreader.__version__}


def test_the_wheel_holds_the_program_its_data_types_and_licence_and_nothing_else(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    assert "nkreader/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    data = {
        f"nkreader/{path.relative_to(root).as_posix()}"
        for path in (root / "data").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    pictures = {name for name in data if name.startswith("nkreader/data/screenshots/")}
    assert data - pictures <= names, "every data file ships"
    assert not pictures & names, "the README's pictures stay behind"
    assert all(name.startswith(("nkreader/", f"nkreader-{nkreader.__version__}.dist-info/")) for name in names)
