"""Files and folders: what is read, under which name, and what is refused and why."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from articles.pages import BODY
from nkreader import Article
from nkreader.articles.read import UnreadableArticle, read_article, read_articles


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ids(found: list[Article | UnreadableArticle]) -> list[str]:
    return [article.id for article in found if isinstance(article, Article)]


def test_a_folder_is_read_with_its_subfolders_and_without_hidden_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": BODY,
            "a.md": BODY,
            "sub/c.txt": BODY,
            ".hidden.txt": BODY,
            ".git/d.txt": BODY,
            "x.png": b"\x89PNG\0",
        },
    )
    assert ids(list(read_articles([tmp_path]))) == ["a", "b", "c"]


def test_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY, "one/a.txt": BODY, "two/a.txt": BODY})
    assert ids(list(read_articles([tmp_path]))) == ["a", "a-2", "a-3"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY})
    assert ids(list(read_articles([tmp_path / "a.txt", tmp_path, tmp_path / "a.txt"]))) == ["a"]


def test_a_byte_order_mark_and_foreign_line_ends_are_the_only_things_changed(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"\xef\xbb\xbfOne\r\ntwo\rthree \t\x1b[0m\n"})
    assert read_article(tmp_path / "a.txt").text == "One\ntwo\nthree \t\x1b[0m\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "He said “hello” – it’s the café’s 25th year… and €5 more."),
        ("utf-16", "“Hello,” she said."),
        ("utf-8", "“Hello,” she said. Ω 中"),
        (
            "cp1251",
            "Совет города проголосовал во вторник за восстановление портовой железной дороги, закрытой давно.",
        ),
        (
            "shift_jis",
            "市議会は火曜日に港の鉄道を再開することを決めた。議員のうち二人は反対した。列車は来年の春に走る予定である。",
        ),
    ],
)
def test_text_in_other_encodings_is_read(tmp_path: Path, encoding: str, text: str) -> None:
    write(tmp_path, {"a.txt": text.encode(encoding)})
    assert read_article(tmp_path / "a.txt").text == text


def test_one_broken_byte_does_not_garble_the_rest(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "“One” “two” “three” café ".encode() + b"\xff" + " “four”".encode()})
    assert "“One” “two” “three” café" in read_article(tmp_path / "a.txt").text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
        ("b.txt", b"%PDF-1.7 ...", "PDF"),
        ("c.txt", b"some\0binary\0\x01\x02", "binary"),
        ("d.txt", gzip.compress(b"text"), "gzip"),
        ("e.txt", b"", "empty"),
        ("f.txt", b" \n\t\n", "empty"),
        ("g.html", b"<html><body><script>x()</script></body></html>", "no text"),
    ],
)
def test_what_is_no_text_is_refused_by_name_and_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    write(tmp_path, {name: content})
    with pytest.raises(UnreadableArticle) as refused:
        read_article(tmp_path / name)
    assert refused.value.path.endswith(name) and reason in refused.value.reason


def test_one_bad_file_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY, "b.txt": b"", "c.txt": BODY})
    found = list(read_articles([tmp_path, tmp_path / "missing.txt"]))
    assert ids(found) == ["a", "c"]
    assert [(Path(bad.path).name, bad.reason) for bad in found if isinstance(bad, UnreadableArticle)] == [
        ("b.txt", "it is empty"),
        ("missing.txt", "there is no such file"),
    ]


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    if kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    with pytest.raises(UnreadableArticle):
        read_article(path)


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(BODY.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    article = read_article("-")
    assert (article.id, article.path, article.text) == ("stdin", "-", BODY)


PAGE = f"""<!DOCTYPE html><html><head><title>Harbour line to reopen - Coastal Review</title>
<meta property="og:site_name" content="Coastal Review"><meta name="author" content="Ada Lindqvist">
<meta property="article:published_time" content="2025-03-14T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Harbour line to reopen</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in BODY.split(chr(10) * 2))}</article>
<footer>Copyright 2011 somebody</footer></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page"])
def test_the_article_of_a_web_page_is_extracted_with_what_the_page_states(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: PAGE})
    article = read_article(tmp_path / name)
    assert (
        "The line will be eleven kilometres long." in article.text
        and "<p>" not in article.text
        and "Home" not in article.text
    )
    assert (article.title, article.byline, article.publisher, article.published) == (
        "Harbour line to reopen",
        "Ada Lindqvist",
        "Coastal Review",
        "2025-03-14",
    )


def test_a_date_no_page_declares_stays_unknown(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
    write(tmp_path, {"a.html": f"<html><body><article>{body}</article><footer>© 2011</footer></body></html>"})
    assert read_article(tmp_path / "a.html").published is None


SOURCES = """
["a.txt"]
title = "Harbour line to reopen"
publisher = "Coastal Review"
date = 2025-03-14
note = "Saved by hand."
"""


def test_what_the_owner_knows_of_an_article_overrides_its_text(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": f"Another heading\n{BODY}", "b.txt": BODY, "sources.toml": SOURCES})
    stated, other = list(read_articles([tmp_path]))
    assert isinstance(stated, Article) and isinstance(other, Article)
    assert (stated.title, stated.publisher, stated.published) == (
        "Harbour line to reopen",
        "Coastal Review",
        "2025-03-14",
    )
    assert stated.note == "Saved by hand." and other.publisher is None


def test_malformed_sources_are_a_warning_and_no_end(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY, "sources.toml": '["a.txt"\ntitle = '})
    article, problem = list(read_articles([tmp_path]))
    assert isinstance(article, Article) and isinstance(problem, UnreadableArticle)
    assert problem.path.endswith("sources.toml") and "not valid TOML" in problem.reason


def test_a_key_nobody_knows_is_pointed_out(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY, "sources.toml": '["a.txt"]\ntitel = "x"\ntitle = "y"\n'})
    article, problem = list(read_articles([tmp_path]))
    assert isinstance(article, Article) and article.title == "y"
    assert isinstance(problem, UnreadableArticle) and "titel" in problem.reason
