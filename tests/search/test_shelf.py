"""The index on disk: what is known is not read again, what vanished is gone, and nothing that happens to the file makes
an answer wrong."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkreader import Article
from nkreader.search import Index, lines, shelf
from nkreader.search.index import Unwanted
from nkreader.search.model import SearchResults

_WORDS = ["oil", "oils", "price", "prices", "harbour", "ferry", "island", "council", "tide", "boat", "winter", "treaty"]
_WORDS += ["said", "the", "of", "and"]


def pile(count: int, first: int = 0) -> list[Article]:
    """Articles of the same few words, each of its own text."""
    made = []
    for number in range(first, first + count):
        chance = random.Random(number)
        text = " ".join(chance.choice(_WORDS) for _ in range(chance.randrange(3, 40)))
        made.append(Article(f"a{number}", f"{text} text{number}.", title=f"No. {number}", published="2024-01-02"))
    return made


@dataclass
class Card:
    """What is known of an article without its text."""

    id: str
    digest: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


class Loaded(Sequence[Article]):
    """Articles that say which of them were asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self.read: list[str] = []

    def __len__(self) -> int:
        return len(self._articles)

    def __getitem__(self, place: int) -> Article:  # type: ignore[override]  # never asked for a slice
        self.read.append(self._articles[place].id)
        return self._articles[place]


def cards(articles: Sequence[Article]) -> list[Card]:
    return [Card(one.id, one.digest, one.title, one.publisher, one.published) for one in articles]


QUERIES = ["oil", "oil price", '"the price"', "harb", "ferry -oil", "the of", "treety", "winter OR tide", "pri*"]


def answers(index: Index) -> list[SearchResults]:
    return [index.search(query, limit=50) for query in QUERIES]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite3"


def test_an_index_that_was_kept_answers_as_a_fresh_one_and_reads_only_what_it_shows(file: Path) -> None:
    articles = pile(60)
    Index(articles, None, file).update()
    loaded = Loaded(articles)
    index = Index(loaded, cards(articles), file)
    index.update()
    assert loaded.read == []
    assert answers(index) == answers(Index(articles))
    assert len(index.search("text7", limit=1).hits) == 1


def test_what_is_new_is_added_and_what_vanished_is_found_no_more(file: Path) -> None:
    before = pile(60)
    Index(before, None, file).update()
    now = [*pile(3, 100), *before[10:]]
    loaded = Loaded(now)
    index = Index(loaded, cards(now), file)
    index.update()
    assert loaded.read == ["a100", "a101", "a102"]
    assert index.search('"text5"').total == 0
    assert answers(index) == answers(Index(now))


def test_another_name_or_title_of_the_same_text_is_no_new_text(file: Path) -> None:
    before = pile(20)
    Index(before, None, file).update()
    now = [Article(f"b{number}", one.text, title="Renamed") for number, one in enumerate(reversed(before))]
    loaded = Loaded(now)
    index = Index(loaded, cards(now), file)
    index.update()
    assert loaded.read == []
    assert [hit.article for hit in index.search("text3").hits] == ["b16"]
    assert index.search("title:renamed").total == 20


def test_copies_of_one_text_are_articles_of_their_own(file: Path) -> None:
    one = pile(1)[0]
    for count in (3, 1, 4):
        articles = [Article(f"c{number}", one.text) for number in range(count)]
        hits = Index(articles, cards(articles), file).search("text0").hits
        assert [hit.article for hit in hits] == [f"c{number}" for number in range(count)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(0, 25), max_size=20), min_size=2, max_size=4))
def test_however_a_folder_changes_the_index_answers_as_a_fresh_one(
    tmp_path_factory: pytest.TempPathFactory, states: list[list[int]]
) -> None:
    file = tmp_path_factory.mktemp("index") / "index.sqlite3"
    known = pile(26)
    for state in states:
        articles = [Article(f"{place}", known[number].text) for place, number in enumerate(state)]
        assert answers(Index(articles, None, file)) == answers(Index(articles))


@pytest.mark.parametrize("damage", ["garbage", "torn", "other code", "foreign", "empty"])
def test_a_file_that_is_no_index_of_this_code_is_made_anew(
    file: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = pile(40)
    if damage == "other code":
        with monkeypatch.context() as patch:
            patch.setattr(shelf, "code_stamp", lambda: "of yesterday")
            Index(articles[:10], None, file).update()
    elif damage == "foreign":
        file.parent.mkdir()
        with sqlite3.connect(file) as db:
            db.execute("CREATE TABLE stamp (something INTEGER)")
        db.close()
    else:
        Index(articles, None, file).update()
        whole = file.read_bytes()
        damaged = {"garbage": b"no database" * 999, "torn": whole[: len(whole) // 2], "empty": b""}
        file.write_bytes(damaged[damage])
    index = Index(articles, None, file)
    assert answers(index) == answers(Index(articles))
    assert index._opened().kept


def test_a_file_damaged_in_the_middle_is_made_anew_when_that_is_found_out(file: Path) -> None:
    articles = pile(400)
    Index(articles, None, file).update()
    whole = bytearray(file.read_bytes())
    for page in range(3, len(whole) // 4096, 2):
        whole[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    file.write_bytes(whole)
    assert answers(Index(articles, None, file)) == answers(Index(articles))


def test_where_nothing_can_be_kept_search_works_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    articles = pile(20)
    index = Index(articles, None, tmp_path / "in the way" / "index.sqlite3")
    assert answers(index) == answers(Index(articles)) and not index._opened().kept


_HOLDER = """
import sys
from nkreader import Article
from nkreader.search import Index
index = Index([Article("mine", "the ferry of another reader")], None, __import__("pathlib").Path(sys.argv[1]))
index.update()
print("ready", flush=True)
sys.stdin.read()
print(index.search("ferry").total, flush=True)
"""


@pytest.fixture
def other_reader(file: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    yield process
    process.communicate(timeout=20)


def test_two_readers_of_one_file_do_not_disturb_each_other(file: Path, other_reader: subprocess.Popen[str]) -> None:
    articles = pile(20)
    index = Index(articles, None, file)
    assert answers(index) == answers(Index(articles)) and not index._opened().kept
    assert other_reader.communicate(timeout=20)[0] == "1\n"


def test_a_second_reader_of_the_same_folder_tokenises_nothing(file: Path, other_reader: subprocess.Popen[str]) -> None:
    loaded = Loaded([Article("mine", "the ferry of another reader")])
    index = Index(loaded, None, file)
    index.update()
    assert set(loaded.read) <= {"mine"} and index.search("ferry").total == 1
    assert other_reader.poll() is None


def test_two_libraries_of_one_process_may_use_one_file(file: Path) -> None:
    one, two = pile(20), pile(20, 10)
    first, second = Index(one, None, file), Index(two, None, file)
    for _ in range(2):
        assert answers(first) == answers(Index(one))
        assert answers(second) == answers(Index(two))


def test_search_answers_from_what_is_there_while_the_rest_arrives(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nkreader.search.index.BATCH", 10)
    articles = pile(100)
    index = Index(articles, None, file)
    seen: list[tuple[tuple[int, int], int, bool]] = []

    def progress(done: int, total: int) -> None:
        found: list[SearchResults] = []
        thread = threading.Thread(target=lambda: found.append(index.search("text*", limit=500)))
        thread.start()
        thread.join()
        assert done / 1.3 <= len({hit.article for hit in found[0].hits}) <= done
        seen.append(((done, total), found[0].total, found[0].exact))

    index.update(progress)
    assert [place for place, _, _ in seen] == [(done, 100) for done in range(10, 101, 10)]
    assert not any(exact for _, _, exact in seen)
    assert index.search("text*").exact and index.search("text*").total == 100


def test_an_update_that_is_stopped_keeps_what_it_had_and_goes_on_from_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nkreader.search.index.BATCH", 10)
    articles = pile(50)

    class Stop(Exception):
        pass

    def progress(done: int, total: int) -> None:
        if done == 30:
            raise Stop

    with pytest.raises(Stop):
        Index(articles, None, file).update(progress)
    loaded = Loaded(articles)
    index = Index(loaded, cards(articles), file)
    index.update()
    assert loaded.read == [f"a{number}" for number in range(30, 50)]
    assert answers(index) == answers(Index(articles))


def test_a_search_that_nobody_waits_for_any_more_gives_up() -> None:
    with pytest.raises(Unwanted):
        Index(pile(10)).search("oil", stopped=lambda: True)
    assert Index(pile(10)).search("text3", stopped=lambda: False).total == 1


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 12), st.integers(0, 10_000))
def test_words_beyond_those_that_have_a_character_are_found_all_the_same(most: int, seed: int) -> None:
    chance = random.Random(seed)
    articles = pile(12, chance.randrange(1000))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "MOST", most)
        index = Index(articles)
        found = answers(index)
        kept = articles[4:]
        rows = [index._rows[number] for number in range(4)]
        index._opened().remove(rows)
        words = index._opened().vocabulary()
    assert found == answers(Index(articles))
    for word in _WORDS:
        assert words.places(word) == sum(one.text.split().count(word) for one in kept)
