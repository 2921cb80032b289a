"""What export writes of claims goes straight into a fact-checking sheet."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from nkreader import Article
from nkreader.cli import main
from nkreader.library import Library
from nkreader.report.documents import everything
from nkreader.report.html import library_html
from nkreader.report.sheet import COLUMNS, claims_sheet
from nkreader.store import UserData
from nkreader.store.remarks import Mark, Remark, keep_remark

TEXT = (
    "The dam at Mosul lost 14 percent of its water in 2022, engineers said.\n\n"
    '"We have pumped grout into it every day for forty years," said Nadia Hassan, who runs the works, on May 3.\n'
)
NOTES = "=1+1 <script>[ad_1]</script>"


@pytest.fixture
def library() -> Library:
    article = Article("dam", TEXT, title="The leaking dam", publisher="Tigris Post", published="2023-05-04")
    return Library([article])


@pytest.fixture
def user(tmp_path: Path, library: Library) -> UserData:
    user = UserData(tmp_path / "user.sqlite3")
    for claim in library.claims.claims:
        if claim.quotation is not None:
            keep_remark(user, library["dam"].digest, claim, Remark(Mark.DOUBTFUL, NOTES), "doubtful")
    return user


def quoting(claims: list[dict[str, Any]]) -> dict[str, Any]:
    (found,) = [claim for claim in claims if claim["quotation"]]
    return found


def test_json_has_every_claim_with_words_offsets_citation_mark_and_note(library: Library, user: UserData) -> None:
    found = quoting(json.loads(json.dumps(everything(library, user)))["claims"])
    assert TEXT[found["start"] : found["end"]] == found["text"]
    assert found["quoted"] == '"We have pumped grout into it every day for forty years,"'
    assert found["citation"] == {"publisher": "Tigris Post", "title": "The leaking dam", "date": "2023-05-04"}
    assert (found["mark"], found["note"]) == ("doubtful", NOTES)
    assert found["speaker"]["name"] == "Nadia Hassan"


def test_the_sheet_has_one_row_per_claim_and_no_cell_that_computes(library: Library, user: UserData) -> None:
    rows = list(csv.DictReader(claims_sheet(library, user).splitlines()))
    assert len(rows) == len(library.claims.claims) and tuple(rows[0]) == COLUMNS
    found = quoting(rows)
    assert (found["publisher"], found["title"], found["date"]) == ("Tigris Post", "The leaking dam", "2023-05-04")
    assert found["quotation"].startswith('"We have pumped') and found["mark"] == "doubtful"
    assert found["note"] == "'" + NOTES
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_html_shows_mark_note_offsets_and_citation_and_runs_nothing(library: Library, user: UserData) -> None:
    page = library_html(library, user)
    claim = next(claim for claim in library.claims.claims if claim.quotation is not None)
    assert "“The leaking dam”, Tigris Post, 2023-05-04" in page and "<td>doubtful</td>" in page
    assert f"{claim.start:,}-{claim.end:,}" in page
    assert "<script" not in page and "&lt;script&gt;[ad_1]" in page


def test_without_marks_the_reports_are_written_all_the_same(library: Library) -> None:
    assert all(claim["mark"] is None and claim["note"] is None for claim in everything(library)["claims"])
    assert claims_sheet(library).count("\n") == len(library.claims.claims) + 1


def test_export_writes_the_sheet_for_spreadsheets_and_refuses_other_formats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, sheet = tmp_path / "dam.txt", tmp_path / "claims.csv"
    source.write_text(TEXT)
    assert main(["export", str(source), "-o", str(sheet)]) == 0
    written = sheet.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfclaim,article,") and written.count(b"\r\n") >= 3 and b"\r\r" not in written
    assert main(["export", str(source), "-o", str(tmp_path / "claims.xls")]) == 2
    assert "a report is .html, .json or .csv" in capsys.readouterr().err
