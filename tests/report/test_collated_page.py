"""The comparison as a page: self-contained, whole, with the screen's signs, readable without scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from nkreader.app.widgets.collation import LEGEND
from nkreader.compare import compare
from nkreader.model import Article
from nkreader.report.html import comparison_html
from report.versions import LEFT, RIGHT, article


class _Read(HTMLParser):
    """The visible text of a page by side, its links, anchors and elements; unbalanced elements are an error."""

    VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.text = {"left": "", "right": ""}
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.add(tag)
        if given.get("id"):
            self.anchors.append(given["id"] or "")
        if given.get("href"):
            self.links.append(given["href"] or "")
        if tag not in self.VOID:
            self.open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [look for _, look in self.open]
        side = next((side for side in ("left", "right") if f"cell {side}" in classes), None)
        if side is not None and not any(look.startswith(("sign", "cell right note")) for look in classes):
            self.text[side] += data


def page(left: str = LEFT, right: str = RIGHT) -> str:
    first, second = article(left, "weir"), article(right, "copy")
    return comparison_html(first, second, compare(first, second))


def read(html: str) -> _Read:
    reader = _Read()
    reader.feed(html)
    assert not reader.open
    return reader


def words(text: str) -> str:
    return "".join(text.replace("‸", "").split())


def test_the_page_needs_nothing_else_and_no_script() -> None:
    html = page()
    assert not {"script", "link", "img", "iframe", "object"} & read(html).elements
    assert "http" not in html.replace("http-equiv", "") and "url(" not in html and "default-src 'none'" in html
    assert "prefers-color-scheme: dark" in html and "@media print" in html


def test_no_text_of_either_side_is_lost() -> None:
    found = read(page()).text
    assert words(found["left"]) == words(LEFT)
    # Rows stand in the left text's order, so what was moved stands elsewhere: the same letters all the same.
    assert sorted(words(found["right"])) == sorted(words(RIGHT))


def test_every_link_leads_to_a_place_on_the_page_and_no_place_has_two_names() -> None:
    found = read(page())
    assert found.links and {link.removeprefix("#") for link in found.links} <= set(found.anchors)
    assert len(found.anchors) == len(set(found.anchors))


def test_what_one_side_alone_has_opens_without_a_script() -> None:
    assert re.search(r'<details class="fold"><summary>.*3 sentences only in weir', page())


def test_signs_are_those_of_the_screen() -> None:
    html = page()
    signs = {name: sign for sign, name, _ in LEGEND}
    for kind in ("number", "date", "name", "negation", "hedge"):
        assert re.search(rf'class="mark {kind} fact', html), kind
        assert f'<span class="sign {kind}">{signs[kind].replace("&", "&amp;")}</span>' in html


def test_markup_and_escapes_of_an_article_stay_text() -> None:
    html = page(LEFT + "\n<script>alert(1)</script> \x1b[31m & more.\n")
    assert "script" not in read(html).elements and "\x1b" not in html
    assert "&lt;script&gt;" in html


def test_two_copies_have_no_mark() -> None:
    assert 'class="mark' not in page(right=LEFT)


def test_an_empty_text_beside_another_makes_a_page() -> None:
    empty, full = Article.from_text("", "empty"), article(LEFT, "weir")
    assert words(read(comparison_html(empty, full, compare(empty, full))).text["right"]) == words(LEFT)
