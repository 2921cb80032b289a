"""A report that lies in the folder it is about is named as one and never read as an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from nkreader import open_library
from nkreader.articles.own import SHEET
from nkreader.cli import main
from nkreader.report.sheet import COLUMNS

TEXT = "The harbour of Ostvik took in 214 ships in May. The mayor, Ida Lund, called it a record.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    place = tmp_path / "pile"
    place.mkdir()
    Path(place, "one.txt").write_text(TEXT, encoding="utf-8")
    Path(place, "two.txt").write_text(TEXT.replace("214", "241"), encoding="utf-8")
    return place


@pytest.mark.parametrize("name", ["report.html", "report.json", "claims.csv"])
def test_an_exported_report_is_not_read_as_an_article(folder: Path, name: str) -> None:
    assert main(["export", str(folder), "-o", str(folder / name)]) == 0
    library = open_library(folder)
    assert [article.id for article in library] == ["one", "two"]
    assert [(Path(problem.path).name, problem.reason) for problem in library.problems] == [
        (name, "it is a report that nkreader wrote, not an article")
    ]


def test_a_page_that_compares_two_articles_is_not_read_as_a_third(folder: Path) -> None:
    page = folder / "beside.html"
    assert main(["compare", str(folder / "one.txt"), str(folder / "two.txt"), "--html", str(page)]) == 0
    assert [article.id for article in open_library(folder)] == ["one", "two"]


def test_a_page_of_another_program_is_an_article(folder: Path) -> None:
    page = f'<html><head><meta name="generator" content="WordPress 6"></head><body><p>{TEXT * 4}</p></body></html>'
    Path(folder, "three.html").write_text(page, encoding="utf-8")
    assert [article.id for article in open_library(folder)] == ["one", "three", "two"]


def test_the_sheet_begins_with_the_columns_it_is_known_by() -> None:
    assert COLUMNS[: len(SHEET)] == SHEET
