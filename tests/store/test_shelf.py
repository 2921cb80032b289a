"""Articles whose texts stay in the cache: the same articles as those in memory, whatever becomes of the cache."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

import nkreader
from nkreader.articles.cards import card_of
from nkreader.articles.read import UnreadableArticle
from nkreader.store import Cache
from nkreader.store import shelf as shelf_module
from nkreader.store.shelf import HeldShelf, KeptShelf, Some
from nkreader.store.texts import Texts, packed
from stories import FOLDER, saved

ARTICLES = [nkreader.Article.from_text(text, id=name) for name, text in FOLDER.items()]


def kept(cache: Cache | None) -> KeptShelf:
    texts = Texts(cache)
    texts.put({article.digest: packed(article.text) for article in ARTICLES})
    return KeptShelf(map(card_of, ARTICLES), texts)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "computed.sqlite3")


def test_a_shelf_gives_the_articles_as_they_were_read(cache: Cache) -> None:
    for shelf in (kept(cache), kept(None), HeldShelf(ARTICLES)):
        assert list(shelf) == ARTICLES
        assert [shelf[place] for place in range(-1, len(ARTICLES))] == [ARTICLES[-1], *ARTICLES]
        assert shelf[1:3] == ARTICLES[1:3] and shelf[0] is shelf[0]
        assert Some(shelf, [2, 0])[1] == ARTICLES[0] and list(Some(shelf, [2, 0])) == [ARTICLES[2], ARTICLES[0]]
        with pytest.raises(IndexError):
            shelf[len(ARTICLES)]


def test_so_many_articles_stay_at_hand_and_no_more(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf_module, "AT_HAND", 2)
    shelf = kept(cache)
    first = shelf[0]
    assert shelf[1] == ARTICLES[1] and shelf[0] is first
    assert shelf[2] == ARTICLES[2] and shelf[0] is first, "what was asked for last goes last"
    assert (shelf[1], shelf[3]) == (ARTICLES[1], ARTICLES[3])
    assert shelf[0] is not first and shelf[0] == first


def test_a_text_that_went_with_the_cache_is_read_from_its_file(tmp_path: Path) -> None:
    saved(tmp_path)
    path = tmp_path / "cache" / "computed.sqlite3"
    library = nkreader.open_library(tmp_path, cache=Cache(path))
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM text")
    other.close()
    assert [article.text for article in library] == [article.text for article in nkreader.open_library(tmp_path)]


def test_a_text_that_is_nowhere_any_more_is_said_to_be_gone(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("The ferry sank on May 4.")
    path = tmp_path / "cache" / "computed.sqlite3"
    library = nkreader.open_library(tmp_path, cache=Cache(path))
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM text")
    other.close()
    file.write_text("The ferry did not sink.")
    with pytest.raises(UnreadableArticle, match=r"ferry\.txt: it has changed or gone"):
        _ = library[0]


def test_another_text_under_the_same_beginning_of_a_digest_is_not_taken_for_the_one_meant(cache: Cache) -> None:
    shelf = kept(cache)
    digest = ARTICLES[0].digest
    cache.put_texts({digest[:15] + hashlib.sha256(b"other").hexdigest()[15:]: packed("Another text.")})
    with pytest.raises(UnreadableArticle):
        _ = shelf[0]
    cache.put_texts({digest: b"damaged"})
    with pytest.raises(UnreadableArticle):
        _ = shelf[0]
