"""Articles in JSON, tables and packed files: what is read of each, and how hostile or broken ones are refused."""

import csv
import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pages import BODY
from nkreader import Article, open_library
from nkreader.articles.formats.tables import drafts as table_drafts
from nkreader.articles.read import UnreadableArticle, read_article, read_articles, read_file
from nkreader.articles.records import stated_date

RECORDS = [
    {"headline": "Line to reopen", "body": BODY, "published_at": "2025-03-14T10:00:00Z", "publisher": "Coastal Review"},
    {"title": "Ferry sold", "content": "The ferry was sold on Monday.", "author": ["Ada Brink", {"name": "Bo Lind"}]},
    {"text": "Nobody came to the third meeting.", "url": "https://www.harbour.example/a/3", "date": "5 March 2024"},
]


def read(path: Path) -> tuple[list[Article], list[UnreadableArticle]]:
    found = read_file(path)
    return (
        [item for item in found if isinstance(item, Article)],
        [item for item in found if isinstance(item, UnreadableArticle)],
    )


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(records: list[dict]) -> str:
    return "\n".join(map(json.dumps, records)) + "\n"


def zipped(members: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("news.json", json.dumps(RECORDS)),
        ("news.json", json.dumps({"status": "ok", "response": {"docs": RECORDS}})),
        ("news.json", json.dumps({"hits": {"hits": [{"_id": 1, "_source": record} for record in RECORDS]}})),
        ("news.json", json.dumps({f"a{number}": record for number, record in enumerate(RECORDS)})),
        ("news.json", lines(RECORDS)),
        ("news.jsonl", lines(RECORDS)),
        ("news.ndjson", "\ufeff" + lines(RECORDS).replace("\n", "\r\n")),
        ("news.jsonl.gz", gzip.compress(lines(RECORDS).encode())),
    ],
)
def test_one_file_of_json_holds_many_articles_whatever_their_fields_are_called(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    articles, problems = read(written(tmp_path, name, content))
    assert problems == []
    first, second, third = articles
    assert first.text == BODY
    assert (first.title, first.publisher, first.published) == ("Line to reopen", "Coastal Review", "2025-03-14")
    assert (second.title, second.byline, second.publisher) == ("Ferry sold", "Ada Brink, Bo Lind", None)
    assert (third.publisher, third.published) == ("harbour.example", "2024-03-05")
    assert third.note == "https://www.harbour.example/a/3"


def test_a_file_of_one_article_is_that_article(tmp_path: Path) -> None:
    path = written(tmp_path, "one.json", json.dumps({"article": {"text": BODY}, "date": "2024-05"}))
    article = read_article(path)
    assert (article.id, article.text, article.published, article.path) == ("one", BODY, "2024-05", str(path))


def test_a_file_of_several_is_opened_as_a_library_and_its_articles_numbered(tmp_path: Path) -> None:
    path = written(tmp_path, "news.jsonl", lines(RECORDS))
    with pytest.raises(UnreadableArticle, match="holds 3 articles; open it as a library"):
        read_article(path)
    library = open_library([path])
    assert [article.id for article in library] == ["news", "news-2", "news-3"]
    assert {article.path for article in library} == {str(path)}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_of_a_table_is_an_article_whatever_parts_its_columns(tmp_path: Path, delimiter: str) -> None:
    text = 'The council said "no", twice; nobody\t| wondered.\nIt was late.'
    quoted = '"' + text.replace('"', '""') + '"'
    rows = [
        delimiter.join(["Article Text", "Site Name", "Pub-Date"]),
        delimiter.join([quoted, "Coastal Review", "20250314"]),
    ]
    articles, problems = read(written(tmp_path, "news.csv", "\r\n".join(rows)))
    assert problems == [] and [(a.text, a.publisher, a.published) for a in articles] == [
        (text, "Coastal Review", "2025-03-14")
    ]


def test_html_in_a_field_is_read_as_the_text_it_shows(tmp_path: Path) -> None:
    body = "<p>The ferry was <b>sold</b> on Monday &amp; sank.</p><script>x()</script><p>Nobody<br>wept.</p>"
    path = written(
        tmp_path, "a.json", json.dumps({"title": {"rendered": "Ferry <i>sold</i>"}, "content": {"rendered": body}})
    )
    article = read_article(path)
    assert article.text == "The ferry was sold on Monday & sank.\nNobody\nwept." and article.title == "Ferry sold"


def test_one_bad_record_is_a_warning_and_the_rest_is_read(tmp_path: Path) -> None:
    content = lines(RECORDS[:1]) + '{"text": "cut off\n' + '["no", "object"]\n{"title": "x"}\n' + lines(RECORDS[1:])
    articles, problems = read(written(tmp_path, "news.jsonl", content))
    assert len(articles) == 3
    assert [problem.reason.partition(": ")[0] for problem in problems] == ["line 2", "line 3", "line 4"]
    assert "not valid JSON" in problems[0].reason and "no field text" in problems[2].reason
    articles, problems = read(written(tmp_path, "t.csv", 'text,date\n"open,2024\nThe ferry sank.,2024\n,2023\na,b,c\n'))
    assert [article.text for article in articles] == ["The ferry sank."]
    assert [problem.reason for problem in problems] == [
        "line 2: a quotation mark in it is not closed",
        "line 4: it has no field text",
        "line 5: it has 3 fields where the first line names 2",
    ]


def test_a_file_of_another_shape_says_so_once(tmp_path: Path) -> None:
    for name, content in (
        ("a.json", '{"a": [1, 2]}'),
        ("b.csv", "x,y\n1,2\n"),
        ("c.json", '{"nkreader": "1", "schema": 1}'),
    ):
        articles, (problem,) = read(written(tmp_path, name, content))
        assert articles == [] and problem.path.endswith(name)
    _, problems = read(
        written(tmp_path, "d.jsonl", lines([{"id": number} for number in range(1, 5_000)] + RECORDS[:1]))
    )
    assert len(problems) == 21 and "4,979 more records" in problems[-1].reason


_CELL = st.text(st.characters(exclude_characters="<", exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;"\n\t'))


@given(st.lists(st.tuples(_CELL.filter(str.strip), _CELL), max_size=6))
def test_any_text_survives_a_table(rows: list[tuple[str, str]]) -> None:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["text", "note"])
    writer.writerows(rows)
    assert [draft.text for draft in table_drafts(file.getvalue().encode())] == [text for text, _ in rows]  # type: ignore[union-attr]  # no Flaw among them


@given(
    st.recursive(
        st.one_of(st.none(), st.text(), st.integers(), st.floats(), st.booleans()),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["text", "title", "date", "source", "article", "x"]), inner, max_size=4)
        ),
    )
)
def test_no_json_raises_anything_but_a_reason(value: object) -> None:
    from nkreader.articles.formats.json_files import drafts

    try:
        list(drafts(json.dumps(value).encode()))
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2024-03-05", "2024-03-05"),
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("2024", "2024"),
        ("20240305T101500Z", "2024-03-05"),
        (1709632800, "2024-03-05"),
        ("1709632800000", "2024-03-05"),
        ({"$date": "2024-03-05T00:00:00Z"}, "2024-03-05"),
        ("05/04/2024", None),
        ("yesterday", None),
        (12, None),
        (None, None),
    ],
)
def test_a_date_is_taken_where_it_is_certain(stated: object, date: str | None) -> None:
    assert stated_date(stated) == date


def test_an_archive_is_read_member_by_member(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "one/a.txt": BODY,
        "two/a.txt": BODY,
        "news.jsonl": lines(RECORDS[1:]),
        "page.png": b"\x89PNG\0",
        "__MACOSX/one/a.txt": BODY,
        ".hidden.txt": BODY,
        "broken.json": "{",
        "inner.zip": zipped({"b.txt": BODY}),
    }
    path = written(tmp_path, "pile.zip", zipped(members))
    found = list(read_articles([tmp_path]))
    assert [(a.id, a.path) for a in found if isinstance(a, Article)] == [
        ("a", f"{path}!one/a.txt"),
        ("a-2", f"{path}!two/a.txt"),
        ("news", f"{path}!news.jsonl"),
        ("news-2", f"{path}!news.jsonl"),
    ]
    problems = {p.path.rpartition("!")[2]: p.reason for p in found if isinstance(p, UnreadableArticle)}
    assert set(problems) == {"broken.json", "inner.zip"} and "unpack it first" in problems["inner.zip"]


def test_a_zipped_file_may_be_named_in_sources(tmp_path: Path) -> None:
    written(tmp_path, "pile.zip", zipped({"a.txt": BODY, "b.txt": BODY}))
    written(
        tmp_path,
        "sources.toml",
        '["pile.zip"]\npublisher = "Wire"\ntitle = "All"\n["pile.zip!b.txt"]\ntitle = "Second"\n',
    )
    first, second = open_library([tmp_path])
    assert (first.publisher, second.title) == ("Wire", "Second")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("bomb.txt.gz", gzip.compress(bytes(300 << 20)), "100 times its size"),
        ("bomb.zip", zipped({"a.txt": b"a" * (50 << 20)}), "100 times its size"),
        ("cut.txt.gz", gzip.compress(BODY.encode() * 50)[:-20], "no whole gzip file"),
        ("no.txt.gz", b"plain text", "no whole gzip file"),
        ("no.zip", b"plain text", "no whole zip archive"),
        ("twice.txt.gz.gz", gzip.compress(gzip.compress(b"text")), "unpack it first"),
        ("pile.tar.gz", gzip.compress(b"text"), "tar archive"),
        ("picture.txt.gz", gzip.compress(b"\x89PNG\r\n\x1a\n\0\0"), "PNG image"),
        ("empty.zip", zipped({}), "no article"),
        ("deep.json", "[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ("deep.jsonl", '{"text":' * 100_000, "nested too deeply"),
        ("number.json", "1" * 1_000_000, "no article"),
        ("wide.csv", "text,date\n" + "x" * (40 << 20) + ",2024\n", "longer than 16 million characters"),
        ("heading.csv", "text" * (5 << 20), "names no column"),
    ],
)
def test_a_bomb_or_a_broken_file_is_refused_quickly_and_by_name(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    path = written(tmp_path, name, content)
    before = time.process_time()
    articles, (problem, *_) = read(path)
    assert time.process_time() - before < 5
    assert articles == [] and problem.path.startswith(str(path)) and reason in problem.reason


def test_a_damaged_member_of_an_archive_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": BODY * 30, "b.txt": BODY}))
    data[60:80] = bytes(20)
    articles, (problem,) = read(written(tmp_path, "pile.zip", bytes(data)))
    assert [article.id for article in articles] == ["b"]
    assert problem.path.endswith("pile.zip!a.txt") and "cannot be unpacked" in problem.reason


def test_a_format_more_is_one_file_that_names_its_endings() -> None:
    from nkreader.articles.formats import readers

    assert {".txt", ".html", ".json", ".jsonl", ".csv", ".tsv", ""} <= set(readers())


def test_the_format_that_the_readme_adds_reads_what_it_says(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    format: dict = {}
    exec(readme.partition('```python\n"""Mailboxes')[2].partition('"""\n')[2].partition("```")[0], format)
    mailbox = b"From a@b Thu Jan  1 00:00:00 2024\nFrom: Ada\nSubject: Ferry sold\n\nThe ferry was sold.\n"
    (draft,) = format["drafts"](mailbox)
    assert (draft.text.strip(), draft.title, draft.byline) == ("The ferry was sold.", "Ferry sold", "Ada")
    assert format["SUFFIXES"] == (".mbox",)


HEADS = {
    "json-ld": """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Line to reopen", "datePublished": "2025-03-14T10:00:00+01:00",
    "author": {"@type": "Person", "name": "Ada Brink"},
    "publisher": {"@type": "Organization", "name": "Coastal Review"}}</script>""",
    "graph": """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
    {"@type": "WebSite", "name": "Coastal Review"}, {"@type": "NewsArticle", "headline": "Line to reopen",
    "datePublished": "2025-03-14", "author": [{"@type": "Person", "name": "Ada Brink"}]}]}</script>""",
    "opengraph": """<meta property="og:title" content="Line to reopen">
    <meta property="og:site_name" content="Coastal Review"><meta name="author" content="Ada Brink">
    <meta property="article:published_time" content="2025-03-14T10:00:00Z">""",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_date_and_publisher_are_those_the_page_declares(tmp_path: Path, head: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
    path = written(tmp_path, "a.html", f"<html><head>{head}</head><body><article>{body}</article></body></html>")
    article = read_article(path)
    assert (article.title, article.byline, article.publisher, article.published) == (
        "Line to reopen", "Ada Brink", "Coastal Review", "2025-03-14"
    )  # fmt: skip


def test_a_member_of_an_archive_whose_path_leads_upward_is_read_like_any_other(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pile.zip", "w") as archive:
        archive.writestr("../ferry.txt", "The ferry sank on May 4.")
        archive.writestr(".hidden/note.txt", "Nobody reads this.")
    (article,) = read_file(tmp_path / "pile.zip")
    assert isinstance(article, Article) and article.text == "The ferry sank on May 4."
    assert article.path == f"{tmp_path / 'pile.zip'}!../ferry.txt"
