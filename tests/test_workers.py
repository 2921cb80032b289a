"""Work spread over processes: the same results in the same order as in one, whatever befalls a process."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from tests.families import versions

from chores import doubled, dying_elsewhere, processes_of, refusing_thirteen
from nkreader import Article
from nkreader.articles.ahead import ReadAhead
from nkreader.articles.folders import files
from nkreader.articles.read import UnreadableArticle, read_articles, read_each
from nkreader.families import candidate_pairs
from nkreader.workers import Workers


def test_results_come_in_the_order_of_the_items() -> None:
    with Workers(2) as workers:
        assert list(workers.map(doubled, range(400), 7)) == [2 * number for number in range(400)]


def test_many_items_are_worked_on_by_other_processes_and_few_by_this_one() -> None:
    with Workers(2) as workers:
        assert os.getpid() not in set(workers.map(processes_of, range(400), 50))
        assert set(workers.map(processes_of, range(20), 5)) == {os.getpid()}


def test_an_error_reaches_the_caller_as_itself() -> None:
    with Workers(2) as workers, pytest.raises(ValueError, match="thirteen"):
        list(workers.map(refusing_thirteen, range(400), 10))


def test_what_a_dying_process_leaves_undone_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NKREADER_TEST_PARENT", str(os.getpid()))
    with Workers(2) as workers:
        assert list(workers.map(dying_elsewhere, range(400), 10)) == list(range(400))


def test_without_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Workers(2) as workers:
        assert set(workers.map(processes_of, range(400), 50)) == {os.getpid()}


def test_work_can_be_given_up_half_way_and_begun_again() -> None:
    with Workers(2) as workers:
        for number in workers.map(doubled, range(4000), 10):
            if number > 100:
                break
        assert list(workers.map(doubled, range(400), 50)) == [2 * number for number in range(400)]


def test_a_script_without_a_main_guard_is_run_once() -> None:
    script = """
        import sys
        from nkreader.workers import Workers
        from chores import doubled

        print("once")
        with Workers(2) as workers:
            print(sum(workers.map(doubled, range(400), 50)))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.split() == ["once", str(sum(range(0, 800, 2)))]


def test_candidates_are_the_same_with_and_without_processes() -> None:
    texts = [versions.ORIGINAL, versions.SPUN, versions.RIVAL, versions.REVISION, versions.UNRELATED]
    stories = [Article.from_text(f"{texts[n % 5][:700]} Edition {n}.", id=f"a{n}") for n in range(300)]
    with Workers(2) as workers:
        spread = candidate_pairs(stories, workers=workers)
    assert spread == candidate_pairs(stories)
    assert len(spread) >= 180


def test_a_large_folder_gives_the_same_articles_and_problems_read_by_many(tmp_path: Path) -> None:
    for number in range(320):
        (tmp_path / f"story{number:03}.txt").write_text(f"The ferry sailed at {number % 24}:10 with {number} aboard.\n")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    with Workers(2) as workers:
        named = [file for file in files([tmp_path]) if isinstance(file, str)]
        many = list(read_each(named, ReadAhead(named, workers)))
    one = list(read_articles([tmp_path]))
    assert [str(item) if isinstance(item, UnreadableArticle) else item for item in many] == [
        str(item) if isinstance(item, UnreadableArticle) else item for item in one
    ]
    assert sum(isinstance(item, UnreadableArticle) for item in many) == 1
