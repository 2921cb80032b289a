"""The house rules that hold at run time: the engine needs no screen, and a headless command loads no heavy library."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest


def run(code: str, *arguments: str) -> str:
    """What a fresh Python prints for `code`; its standard error is shown where it fails."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


WITHOUT_SCREEN = """
    import sys

    class Refusing:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in ("textual", "rich"):
                raise ImportError(f"{name} is not installed here")

    sys.meta_path.insert(0, Refusing())
"""


def test_every_module_of_the_engine_imports_where_textual_and_rich_do_not() -> None:
    seen = run(
        WITHOUT_SCREEN
        + """
    import importlib, pkgutil, nkreader

    for module in pkgutil.walk_packages(nkreader.__path__, "nkreader.", onerror=print):
        if module.name.startswith(("nkreader.app.", "nkreader.data.")) or module.name == "nkreader.__main__":
            continue
        if module.name != "nkreader.app":
            importlib.import_module(module.name)
            print(module.name)
    """
    ).split()
    assert {"nkreader.cli", "nkreader.library", "nkreader.report.html", "nkreader.compare.changes"} & set(seen)
    assert "nkreader.library" in seen and "nkreader.cli" in seen
    assert len(seen) > 30


def test_a_library_is_analysed_where_textual_and_rich_are_not_installed(sample: Path) -> None:
    printed = run(
        WITHOUT_SCREEN
        + """
    import nkreader

    library = nkreader.open_library([sys.argv[1]])
    print(len(library), len(library.families.families), bool(library.claims.groups))
    """,
        str(sample),
    )
    assert printed.split() == ["5", "1", "True"]


@pytest.mark.parametrize(
    "command", [["list"], ["families"], ["phrases"], ["claims"], ["search", "bridge"]], ids=" ".join
)
def test_a_command_over_text_files_loads_neither_textual_nor_trafilatura(command: list[str], sample: Path) -> None:
    loaded = run(
        """
    import contextlib, io, sys
    from nkreader.cli import main

    with contextlib.redirect_stdout(io.StringIO()):
        status = main(sys.argv[1:])
    assert status == 0, status
    print(*sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "rich", "trafilatura", "lxml"}))
    """,
        *command,
        str(sample),
        "--json",
    ).split()
    assert loaded == []


def test_the_help_and_the_version_load_no_engine_at_all() -> None:
    loaded = run(
        """
    import contextlib, io, sys
    from nkreader.cli import main

    for argument in ("--help", "--version"):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
            main([argument])
    engine = ("nkreader.compare.", "nkreader.library", "nupunkt", "rapidfuzz")
    print(*sorted(name for name in sys.modules if name.startswith(engine)))
    """
    ).split()
    assert loaded == []


def test_the_first_screen_loads_no_engine() -> None:
    loaded = run(
        """
    import sys
    import nkreader.app.app, nkreader.app.screens.sources

    engine = ("articles.read", "claims.extraction", "families.candidates", "lexicon", "library", "mentions",
              "origin.cues", "phrases.reading", "search.index", "text.words")
    print(*sorted(name for name in sys.modules if name.startswith(tuple(f"nkreader.{part}" for part in engine))))
    """
    ).split()
    assert loaded == []
