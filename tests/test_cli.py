"""The commands as a person and a script use them: output, exit status, messages."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from nkreader import __version__, open_library
from nkreader.cli import main
from nkreader.report.found import hits_text
from nkreader.report.ink import Ink
from nkreader.store import UserData
from nkreader.store.overrides import name_original, split_off
from stories import HOSTILE, ORIGINAL, OTHER, SPUN, saved


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return saved(tmp_path)


def answered(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def document(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict:
    status, out, _ = answered(capsys, *arguments, "--json")
    found = json.loads(out)
    assert (found["nkreader"], found["schema"]) == (__version__, 1)
    return found | {"status": status}


def test_list_names_every_article_with_its_role_and_residue(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    found = {entry["id"]: entry for entry in document(capsys, "list", folder, "--sentences")["articles"]}
    assert set(found) == {"original", "spun", "excerpt", "other"}
    assert found["other"]["role"] == "single" and found["other"]["family"] is None
    assert found["spun"]["role"] == "spun"
    assert [span["kind"] for span in found["spun"]["boilerplate"]] == ["shortcode", "shortcode", "source-link"]
    assert found["excerpt"]["boilerplate"][-1]["kind"] == "continuation"
    start, end = found["original"]["sentences"][0]
    assert ORIGINAL[start:end].startswith("The port of Varna") and ORIGINAL[start:end].endswith("Tuesday.")


def test_families_finds_the_copies_and_argues_for_the_original(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    found = document(capsys, "families", folder)
    assert found["status"] == 0
    (family,) = found["families"]
    assert set(family["members"]) == {"original", "spun", "excerpt"}
    assert family["origin"]["article"] == family["members"][0] == "original"
    assert family["origin"]["root"] == "present" and family["origin"]["evidence"]
    assert {node["article"] for node in family["tree"]} == set(family["members"])


def test_no_family_is_status_1_and_the_document_is_printed_all_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    found = document(capsys, "families", tmp_path)
    assert found["status"] == 1 and found["families"] == []


def test_compare_marks_the_changed_date_number_and_name(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    found = document(capsys, "compare", folder / "original.txt", folder / "spun.txt")
    changes = [
        (change["kind"], ORIGINAL[slice(*change["left"])], SPUN[slice(*change["right"])])
        for row in found["rows"]
        for change in row["changes"]
    ]
    assert any(kind == "date" and "May" in left and "Might" in right for kind, left, right in changes)
    assert any(kind == "number" and "12" in left and "21" in right for kind, left, right in changes)
    assert any(kind == "name" and "House" in left and "Home" in right for kind, left, right in changes)


def test_compare_by_id_out_of_a_library(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    found = document(capsys, "compare", "orig", "sp", "--library", folder)
    assert (found["left"], found["right"]) == ("original", "spun")
    status, _, err = answered(capsys, "compare", "nobody", "spun", "--library", folder)
    assert status == 2 and "nobody" in err


def test_facts_lists_the_changed_facts_alone(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    status, out, _ = answered(capsys, "compare", folder / "original.txt", folder / "spun.txt", "--facts")
    assert status == 0
    assert "# number" in out and "harvest time" not in out


def test_compare_writes_one_page_without_scripts(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    target = folder / "out.html"
    status, out, _ = answered(capsys, "compare", folder / "original.txt", folder / "spun.txt", "--html", target)
    page = target.read_text(encoding="utf-8")
    assert status == 0 and out == ""
    assert "<script" not in page and 'fact" title=' in page and "Might" in page


def test_phrases_lists_every_article(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    found = {entry["id"]: entry for entry in document(capsys, "phrases", folder)["articles"]}
    assert set(found) == {"original", "spun", "excerpt", "other"}
    home = next(phrase for phrase in found["spun"]["phrases"] if "White Home" in phrase["text"])
    assert "White House" in home["expected"][0]
    assert found["other"]["phrases"] == []


def test_claims_of_copies_are_one_voice(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    found = document(capsys, "claims", folder)
    claims = {claim["id"]: claim for claim in found["claims"]}
    wide = [group for group in found["groups"] if len(group["articles"]) > 1]
    assert wide and all(group["independent"]["most"] == 1 for group in wide)
    assert any(claim["speaker"] and claim["speaker"]["name"] == "Elena Dimova" for claim in claims.values())
    for group in found["groups"]:
        assert (group["agreement"] == "conflict") == bool(group["conflicts"])


def test_search_finds_words_and_other_wordings(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    found = document(capsys, "search", '"white house"', folder)
    assert {hit["article"] for hit in found["hits"]} == {"original", "excerpt", "spun"}
    assert {hit["via"] for hit in found["hits"] if hit["article"] == "spun"} == {"variant"}
    hit = next(hit for hit in found["hits"] if hit["article"] == "original")
    assert ORIGINAL[hit["start"] : hit["end"]] == "White House"
    status, out, _ = answered(capsys, "search", "zeppelin", folder)
    assert status == 1 and out == ""


def test_search_prints_a_line_for_each_hit_with_file_and_line_number(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "lines.txt").write_text("Nobody came.\n\nThe zeppelin was late; a second zeppelin was not.\n")
    status, out, err = answered(capsys, "search", "zeppelin", folder)
    line = f"{folder / 'lines.txt'}:3: Nobody came.  The zeppelin was late; a second zeppelin was not."
    assert status == 0 and out.splitlines() == [line, line]
    assert err == "2 hits\n", "only hits are in a pipe"


def test_a_file_of_several_articles_is_named_with_the_article(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    rows = [{"id": name, "text": f"The zeppelin {name} was late."} for name in ("alpha", "beta")]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    _, out, _ = answered(capsys, "search", "-c", "zeppelin", folder)
    assert len(out.splitlines()) == 2 and all(line.startswith(f"{folder / 'rows.jsonl'}:") for line in out.splitlines())
    assert answered(capsys, "search", "-l", "zeppelin", folder)[1] == f"{folder / 'rows.jsonl'}\n"


def test_options_may_stand_anywhere_and_a_query_that_begins_with_a_minus_behind_two(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert answered(capsys, "search", "white", "-l", folder) == answered(capsys, "search", "-l", "white", folder)
    status, out, _ = answered(capsys, "search", "-l", "--", "-zeppelin", folder)
    assert (status, out) == (1, "")
    assert answered(capsys, "search", "-l", "--", "-quay museum", folder)[:2] == (0, f"{folder / 'other.txt'}\n")


def test_a_query_that_finds_nothing_says_why_and_an_empty_one_is_bad_usage(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert "no article has “zeppelin”" in answered(capsys, "search", "zeppelin", folder)[2]
    assert "title:bridge" in answered(capsys, "search", "title:", folder)[2]
    status, _, err = answered(capsys, "search", " ", folder)
    assert status == 2 and "empty" in err


def test_search_counts_by_article_and_names_the_files_alone(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "lines.txt").write_text("The zeppelin was late; a second zeppelin was not.\n")
    assert answered(capsys, "search", "-c", "zeppelin", folder)[:2] == (0, f"{folder / 'lines.txt'}:2\n")
    assert answered(capsys, "search", "-l", "zeppelin", folder)[:2] == (0, f"{folder / 'lines.txt'}\n")
    found = document(capsys, "search", "-c", "zeppelin", folder)
    assert found["total"] == 2 and found["articles"] == [{"id": "lines", "path": str(folder / "lines.txt"), "hits": 2}]
    assert answered(capsys, "search", "-c", "dirigible", folder)[:2] == (1, "")
    assert answered(capsys, "search", "-l", "dirigible", folder)[:2] == (1, "")


def test_a_place_that_is_copied_is_shown_once_unless_all_are_asked_for(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "again.txt").write_text(ORIGINAL)
    _, out, err = answered(capsys, "search", '"Elena Dimova"', folder)
    assert any("(copied in " in hit for hit in out.splitlines()) and "as copies" in err
    _, unfolded, _ = answered(capsys, "search", "--copies", '"Elena Dimova"', folder)
    assert len(unfolded.splitlines()) > len(out.splitlines()) and "copied in" not in unfolded


def test_on_a_terminal_the_hit_is_coloured_and_nothing_else_can_colour(folder: Path) -> None:
    (folder / "evil.txt").write_text("A \x1b[31m zeppelin\x1b[2J was late.\n")
    library = open_library([folder])
    results = library.search("zeppelin")
    line = next(iter(hits_text(library, results, Ink(colour=True))))
    assert "\x1b[1;31mzeppelin\x1b[0m" in line and "\x1b[2J" not in line and "␛[2J" in line


def test_export_writes_everything_as_json_and_as_a_page(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert answered(capsys, "export", folder, "-o", folder / "all.json")[0] == 0
    found = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    assert {"articles", "families", "links", "comparisons", "phrases", "claims", "groups"} <= set(found)
    assert answered(capsys, "export", folder, "-o", folder / "all.html")[0] == 0
    assert "one family of 3" in (folder / "all.html").read_text(encoding="utf-8")
    status, _, err = answered(capsys, "export", folder, "-o", folder / "all.pdf")
    assert status == 2 and "a report is .html, .json or .csv" in err


@pytest.mark.parametrize("command", ["list", "families", "phrases", "claims"])
def test_every_command_answers_in_text_too(capsys: pytest.CaptureFixture[str], folder: Path, command: str) -> None:
    status, out, err = answered(capsys, command, folder)
    assert status == 0 and "original" in out and err == ""


def test_one_unreadable_file_is_a_warning_that_names_it(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    status, out, err = answered(capsys, "list", folder)
    assert status == 0 and "original" in out
    assert "picture.txt" in err and "Traceback" not in err


def test_nothing_readable_is_status_2_with_the_reason(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = answered(capsys, "list", tmp_path / "missing.txt")
    assert status == 2 and out == "" and "missing.txt" in err


def test_escape_sequences_of_a_file_never_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(HOSTILE.replace("mayor", "warden"), encoding="utf-8")
    for arguments in (["list"], ["claims"], ["phrases"], ["search", "mayor"]):
        _, out, err = answered(capsys, *arguments, tmp_path)
        assert not {"\x1b", "\x08", "\x07", "\u202e"} & set(out + err)
    _, out, _ = answered(capsys, "compare", tmp_path / "hostile.txt", tmp_path / "other.txt")
    assert "\x1b" not in out and "[ad_1]" in out and "[bold]" in out


def test_standard_input_is_one_article(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "nkreader", "list", "-", "--json"], input=ORIGINAL, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["articles"][0]["words"] > 100


def test_a_broken_pipe_is_silent(folder: Path) -> None:
    command = f'"{sys.executable}" -m nkreader claims "{folder}" | head -n 1'
    run = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert run.stderr == ""


def test_a_closed_output_and_a_full_disk_make_no_traceback(folder: Path) -> None:
    command = [sys.executable, "-m", "nkreader", "list", str(folder)]
    closed = "import os, sys; os.close(1); os.execv(sys.argv[1], sys.argv[1:])"
    run = subprocess.run([sys.executable, "-c", closed, *command], stderr=subprocess.PIPE, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    full = Path("/dev/full")
    if full.exists():
        with full.open("w") as output:
            run = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, text=True)
        assert run.returncode == 2 and run.stderr.startswith("nkreader: ") and run.stderr.count("\n") == 1


def test_the_reader_without_a_terminal_says_what_to_do(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    status, _, err = answered(capsys, folder)
    assert status == 2 and "terminal" in err


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0 and __version__ in capsys.readouterr().out


def test_all_keys_are_printed_as_settings_that_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    from nkreader.app.commands import COMMANDS, Keys

    status, out, _ = answered(capsys, "--keys")
    keys = Keys.from_settings(tomllib.loads(out)["keys"])
    assert status == 0 and not keys.problems
    assert keys.of == {command.name: command.keys for command in COMMANDS}


def test_a_search_without_a_query_asks_for_that_and_not_for_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["search"])
    assert left.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith("required: QUERY")


def test_what_the_user_decided_about_families_is_in_every_answer(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    user, articles = UserData(), {article.id: article for article in open_library([folder])}
    name_original(user, articles["spun"])
    split_off(user, articles["excerpt"])
    user.close()
    found = document(capsys, "families", folder)
    (family,) = found["families"]
    assert family["members"] == ["spun", "original"] and found["split"] == ["excerpt"]
    assert (family["origin"]["article"], family["origin"]["by"]) == ("spun", "user")
    assert family["origin"]["evidence"][0]["why"] == "You named it the original."
    assert [node["by"] for node in family["tree"]] == ["user", "text"]
    _, out, _ = answered(capsys, "families", folder)
    assert "source spun (you said so)" in out and "The original, you said so: spun" in out
    assert "Split off, you said so: excerpt" in out
    page = tmp_path / "report.html"
    assert answered(capsys, "export", folder, "-o", page)[0] == 0
    assert page.read_text(encoding="utf-8").count("you said so") >= 3
