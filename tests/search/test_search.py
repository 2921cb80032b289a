"""Search: what a query finds, where, in which order, and what is said of a query that makes no sense."""

import threading
import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from nkreader import Article
from nkreader.search import Index, candidates, placing
from nkreader.search.lines import Writing, number_of
from nkreader.search.model import Hit, Via
from nkreader.search.places import Finder, Pattern, Place
from nkreader.search.placing import Reading
from nkreader.search.tokens import token_spans, tokens
from nkreader.search.vocabulary import Vocabulary

ARTICLES = [
    Article(
        "ferry",
        "The White House praised the ferry on Tuesday. “We don’t need a bridge,” the minister said.\n\n"
        "The ferry carries 1,500 people a day between the islands, and its captain is from Nîmes.",
        title="Ferry plan approved",
        publisher="Harbour Post",
        published="2024-03-05",
    ),
    Article(
        "spun",
        "The White Home lauded the ship on Tuesday. The clergyman said a scaffold was not required.",
        publisher="Skyfeed",
        published="2024-04-01",
    ),
    Article(
        "bridge", "A house stands by the white bridge. Bridges were built here; sanctions ended it. 市議会は港の鉄道。"
    ),
    Article("empty-handed", "Nobody came. It was a mutual defence treaty in the U.S. that they signed, full-scale."),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(ARTICLES, variants={"white house": ["White Home"], "minister": ["clergyman"]})


def found(index: Index, query: str, **options: object) -> list[tuple[str, str]]:
    return [(hit.article, hit.matched) for hit in index.search(query, **options).hits]  # type: ignore[arg-type]


def test_a_word_is_found_whatever_its_case_accents_or_quotation_marks(index: Index) -> None:
    assert found(index, "NIMES") == [("ferry", "Nîmes")]
    assert found(index, "nîmes") == [("ferry", "Nîmes")]
    assert found(index, "don't") == [("ferry", "don’t")]
    assert found(index, "u.s.") == [("empty-handed", "U.S")]
    assert found(index, "full scale") == [("empty-handed", "full-scale")]


def test_a_figure_is_found_as_it_is_written(index: Index) -> None:
    assert found(index, "1,500") == [("ferry", "1,500")]


def test_scripts_without_blanks_are_searched_character_by_character(index: Index) -> None:
    assert found(index, "鉄道") == [("bridge", "鉄道")]


@pytest.mark.parametrize("query", ['"mutual defence"', "“mutual defence”", "„mutual defence“", "«mutual defence»"])
def test_a_phrase_may_be_quoted_with_any_marks(index: Index, query: str) -> None:
    assert found(index, query) == [("empty-handed", "mutual defence")]


def test_a_phrase_is_found_in_its_order_only(index: Index) -> None:
    assert found(index, '"defence mutual"') == []


def test_another_form_of_a_word_is_a_stem_and_ranks_below_the_word_itself(index: Index) -> None:
    hits = index.search("bridge").hits
    assert {(hit.matched, hit.via) for hit in hits} == {("bridge", Via.EXACT), ("Bridges", Via.STEM)}
    assert hits[0].via is Via.EXACT


def test_another_wording_of_an_expression_is_found_as_a_variant(index: Index) -> None:
    hits = index.search("White House").hits
    assert [(hit.article, hit.matched, hit.via) for hit in hits[:2]] == [
        ("ferry", "White House", Via.EXACT),
        ("spun", "White Home", Via.VARIANT),
    ]
    assert found(index, '"white house"') == [("ferry", "White House"), ("spun", "White Home")]
    assert ("spun", "clergyman") in found(index, "minister")


def test_variants_may_be_given_with_the_query(index: Index) -> None:
    assert ("spun", "ship") in found(index, "ferry", variants={"ferry": ["ship"]})
    assert ("spun", "White Home") not in found(index, "White House", variants={})


def test_a_typo_is_forgiven_where_nothing_is_spelt_so(index: Index) -> None:
    hits = index.search("sanctons").hits
    assert [(hit.matched, hit.via) for hit in hits] == [("sanctions", Via.FUZZY)]
    assert found(index, "minster") == [("ferry", "minister")]


def test_a_word_that_exists_finds_its_neighbours_only_when_asked(index: Index) -> None:
    assert ("bridge", "house") not in found(index, "hours")
    assert {matched for _, matched in found(index, "home~")} == {"Home"}


def test_the_beginning_of_a_word_finds_all_that_begin_so(index: Index) -> None:
    assert {matched for _, matched in found(index, "brid*")} == {"bridge", "Bridges"}


def test_a_word_is_found_while_it_is_typed(index: Index) -> None:
    assert found(index, "sanct") == [("bridge", "sanctions")]
    assert found(index, "white brid")[0][1] == "white bridge"
    assert index.search("sanct").hits[0].via is Via.STEM


def test_either_of_two_words(index: Index) -> None:
    assert {article for article, _ in found(index, "ferry OR treaty")} == {"ferry", "empty-handed"}


def test_articles_with_a_word_can_be_left_out(index: Index) -> None:
    assert {article for article, _ in found(index, "Tuesday -ferry")} == {"spun"}
    assert {article for article, _ in found(index, 'white -"white house"')} == {"spun", "bridge"}


def test_words_that_stand_together_come_first_and_as_one_place(index: Index) -> None:
    assert found(index, "white house", variants={})[0] == ("ferry", "White House")
    assert ("bridge", "white") in found(index, "white house", variants={})


def test_fields_narrow_the_search(index: Index) -> None:
    assert {article for article, _ in found(index, "tuesday source:harbour")} == {"ferry"}
    assert {article for article, _ in found(index, "title:ferry")} == {"ferry"}
    assert {article for article, _ in found(index, "tuesday after:2024-04")} == {"spun"}
    assert {article for article, _ in found(index, "tuesday before:2024-04")} == {"ferry"}
    facets = {"spun": {"role": "spun", "family": "A", "speaker": ["Ada Brink"]}}
    assert {article for article, _ in found(index, "role:spun", facets=facets)} == {"spun"}
    assert {article for article, _ in found(index, "tuesday -family:a", facets=facets)} == {"ferry"}
    assert {article for article, _ in found(index, 'speaker:"ada brink"', facets=facets)} == {"spun"}


def test_the_search_may_be_narrowed_to_some_articles(index: Index) -> None:
    results = index.search("the", within={"bridge"})
    assert {hit.article for hit in results.hits} == {"bridge"} and results.total == 1
    assert index.search("the", within=set()).total == 0
    assert index.search("the", within={"no such article"}).total == 0


def test_the_total_counts_all_hits_and_not_only_those_shown(index: Index) -> None:
    everything = index.search("the", limit=100)
    assert everything.total == len(everything.hits) > 3
    few = index.search("the", limit=2)
    assert len(few.hits) == 2 and few.total == everything.total
    assert few.hits == everything.hits[:2]


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ('"mutual defence', "not closed"),
        ("OR ferry", "before it"),
        ("ferry OR", "behind it"),
        ("-ferry", "what to find"),
        ("***", "no word"),
        ("after:yesterday ferry", "needs a date"),
        ("colour:red", "no field colour"),
        ("NOT ferry", "-word"),
        ("title:", "title:bridge"),
        ('ferry title:""', "title:bridge"),
        ("ferry after:", "after:2023-05"),
        ("before:2020-13", "no date 2020-13"),
        ("after:2023-02-31 ferry", "no date 2023-02-31"),
        ("role:nobody", "original, excerpt, copy"),
        ("type:nothing", "figure, event, quotation"),
        ("family:Z", "no article has family:Z"),
        ("wa*r", "beginning of a word"),
        ("(ferry bridge OR treaty)", "brackets"),
        ("ferry -(white house)", "its own minus"),
        ("🚢", "letters and digits"),
        ("ferry " * 400, "2,000 characters"),
        ("zeppelin", "no article has “zeppelin”"),
        ("ferry zeppelin", "no article has “zeppelin”"),
        ('"house white"', "without quotation marks"),
        ("ferry treaty", "OR finds either"),
        ("ferry -ferry", "left out"),
        ("treaty source:harbour", "no article that has source:harbour"),
    ],
)
def test_what_is_wrong_with_a_query_is_said(index: Index, query: str, problem: str) -> None:
    assert problem in (index.search(query).problem or "")


@pytest.mark.parametrize(
    ("query", "text", "matched"),
    [
        ("cafe\u0301", "the café is", "café"),
        ("cafe", "the cafe\u0301 is", "cafe\u0301"),
        ("finance", "the ﬁnance bill", "ﬁnance"),
        ("waﬄe", "a waffle now", "waffle"),
        ("STRASSE", "die Straße ist", "Straße"),
        ("istanbul", "in İstanbul now", "İstanbul"),
        ("ABC", "the ＡＢＣ news", "ＡＢＣ"),
        ("don't", "we don’t go", "don’t"),
        ('"mutual defence"', "a “mutual” defence", "mutual” defence"),
        ('"white house"', "the White\u00a0House said", "White\u00a0House"),
        ("cooperate", "they co\u00adoperate now", "co\u00adoperate"),
        ("covid-19", "Covid‑19 cases", "Covid‑19"),
        ("Lodz", "in Łódź now", "Łódź"),
        ("smörgås æon", "SMORGAS AEON", "SMORGAS AEON"),
        ("北京", "在北京的市长", "北京"),
        ("タワー", "東京タワー", "タワー"),
        ("한국은", "한국은 말했다", "한국은"),
        ("כתב", "אמר כָּתַב לי", "כָּתַב"),
        ("كتب", "قال كَتَبَ له", "كَتَبَ"),
        ("हिन्दी", "यह हिन्दी है", "हिन्दी"),
        ("US", "the U.S. says", "U.S"),
        ("U.N.", "the UN says", "UN"),
        ("15000", "some 15,000 people", "15,000"),
        ("co-operate", "they cooperate now", "cooperate"),
        ("1,500", "some 1500 people", "1500"),
    ],
)
def test_a_hit_is_exact_to_the_character_however_it_is_written(query: str, text: str, matched: str) -> None:
    (hit,) = Index([Article("a", text)]).search(query).hits
    assert hit.matched == matched == text[hit.start : hit.end] and hit.via in (Via.EXACT, Via.STEM)


_WRITTEN = st.sampled_from([*("é", "e\u0301", "e", "É", "ﬁ", "fi", "ß", "ss", "’", "'"), *" 中łL\u00adＡa"])


@given(st.lists(_WRITTEN, min_size=1, max_size=12).map("".join), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_what_is_found_in_one_unicode_form_is_found_in_the_others(text: str, form: str) -> None:
    other = unicodedata.normalize(form, text)
    if tokens(text):
        assert [tokens(text), tokens(text.upper())] == [tokens(other), tokens(other.upper())]
        (hit, *_) = Index([Article("a", f"x. {other} .x")]).search(f'"{text}"').hits
        assert tokens(hit.matched) == tokens(text)


@pytest.mark.parametrize("query", ["(ferry OR treaty)", "http://post.example ferry", "role:sp", "type:fig", "ferry"])
def test_what_is_no_mistake_is_not_called_one(index: Index, query: str) -> None:
    facets = {"spun": {"role": ["spun"], "type": ["figure"]}}
    assert "no article" in (index.search(query, facets=facets).problem or "no article has it")


def test_of_a_role_or_type_the_beginning_will_do(index: Index) -> None:
    facets = {"spun": {"role": ["spun"], "family": ["AB"]}, "ferry": {"role": ["original"], "family": ["A"]}}
    assert {article for article, _ in found(index, "role:sp", facets=facets)} == {"spun"}
    assert {article for article, _ in found(index, "family:a", facets=facets)} == {"ferry"}, "of a family it will not"


def test_an_unfinished_phrase_is_searched_while_it_is_typed(index: Index) -> None:
    assert found(index, '"mutual def') == [] and found(index, '"mutual defence') == [("empty-handed", "mutual defence")]


def test_no_query_is_no_mistake(index: Index) -> None:
    results = index.search("  ")
    assert (results.total, results.hits, results.problem) == (0, (), None)


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from(list('abfer"“”*-~:|() ORANDNEAR^+\\\x00\n中')), st.characters()), max_size=40
    )
)
def test_no_query_raises_and_every_hit_stands_where_it_says(query: str) -> None:
    for hit in _SHARED.search(query).hits:
        article = next(article for article in ARTICLES if article.id == hit.article)
        assert 0 <= hit.start < hit.end <= len(article.text)
        assert article.text[hit.start : hit.end] == hit.matched


_SHARED = Index(ARTICLES, variants={"white house": ["White Home"]})


@given(st.text(alphabet=st.one_of(st.sampled_from(list("aß½é İŉﬁ中\u0301\u00ad’.-\n")), st.characters()), max_size=80))
def test_tokens_and_their_places_agree_in_any_text(text: str) -> None:
    found = tokens(text)
    assert len(token_spans(text, range(10_000))) == len(found)
    assert all(token and " " not in token for token in found)


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from(list("ab é中 ’.")), st.characters(categories=["L", "N", "M", "P", "Zs"])),
        max_size=60,
    )
)
@example("\u3400\u0300")
@example("\u0300\u0301")
def test_any_token_of_an_article_is_found_in_it(text: str) -> None:
    index = Index([Article("a", text)])
    for number, span in token_spans(text, range(4)).items():
        spans = [(hit.start, hit.end) for hit in index.search(f'"{span.of(text)}"', limit=100).hits]
        assert any(start <= span.start and span.end <= end for start, end in spans), (number, text)


def test_a_snippet_is_one_harmless_line_around_the_hit() -> None:
    text = "word " * 60 + "the\nferry\x1b[31m and " + "word " * 60
    (hit,) = Index([Article("a", text)]).search("ferry").hits
    assert "\n" not in hit.snippet and "\x1b" not in hit.snippet
    assert hit.snippet.startswith("…") and hit.snippet.endswith("…") and "the ferry␛[31m and" in hit.snippet
    assert len(hit.snippet) < 200


def test_search_runs_in_any_thread() -> None:
    index, hits, failed = Index(ARTICLES), [], []

    def search() -> None:
        try:
            hits.extend(index.search("ferry").total for _ in range(20))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed and hits == [2] * 80


def test_results_name_the_fields_the_interface_promises(index: Index) -> None:
    results = index.search("ferry", limit=1).to_dict()
    assert set(results) == {"query", "total", "hits"}
    hits = results["hits"]
    assert isinstance(hits, list)
    assert set(hits[0]) == {"article", "start", "end", "score", "snippet", "via", "matched"}
    assert isinstance(index.search("ferry").hits[0], Hit)


_WORDS = st.sampled_from(["oil", "oils", "price", "prices", "the", "of", "pr", "said", "white", "house", "home"])
_TEXTS = st.lists(st.lists(_WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=6)
_QUERIES = st.lists(
    st.one_of(
        _WORDS,
        st.sampled_from(
            ["pri*", "o*", '"the price"', '"of the"', '"white house"', "-said", "OR", '-"the oil"', "hous"]
        ),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(_TEXTS, _QUERIES)
def test_the_total_is_the_number_of_hits_and_of_those_counted_by_article(texts: list[str], query: str) -> None:
    index = Index(
        [Article(str(number), text) for number, text in enumerate(texts)], variants={"white house": ["white home"]}
    )
    results = index.search(query, limit=10_000)
    counts = index.counts(query)
    assert results.exact and results.total == len(results.hits) == sum(counts.values())
    assert counts == Counter(hit.article for hit in results.hits)


@given(_TEXTS, _QUERIES)
def test_words_that_most_articles_have_are_looked_for_elsewhere_and_found_all_the_same(
    texts: list[str], query: str
) -> None:
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    plain = Index(articles).search(query, limit=10_000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "COMMON_LEAST", 0)
        patch.setattr(candidates, "COMMON_SHARE", 0.2)
        common = Index(articles).search(query, limit=10_000)
    assert sorted(map(_place, common.hits)) == sorted(map(_place, plain.hits))


def _place(hit: Hit) -> tuple[str, int, int, str]:
    return (hit.article, hit.start, hit.end, hit.via)


def test_in_very_many_articles_the_total_is_an_estimate_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "COUNTED", 10)
    monkeypatch.setattr(candidates, "SAMPLE", 5)
    index = Index([Article(str(number), "oil and gas prices. " * (1 + number % 2)) for number in range(40)])
    results = index.search("oil prices")
    assert not results.exact and 40 <= results.total <= 80 and len(results.hits) == 20
    assert sum(index.counts("oil prices").values()) == 60
    assert index.search("oil").exact and index.search("oil").total == 60


@given(
    st.text(st.sampled_from(list("aAéb_ .’İßﬁ中\u0301")), max_size=60).filter(lambda text: tokens(text)),
    st.data(),
)
def test_a_place_of_words_stands_in_the_text_exactly_where_its_tokens_do(text: str, data: st.DataObject) -> None:
    writing, found = Writing(), tokens(text)
    line, _ = writing.line(found)
    words = Vocabulary((word, number_of(written), 1, 1) for word, written in writing.items())
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first, min(first + 4, len(found) - 1)))
    finder = Finder([Pattern((word,), frozenset({0}), Via.EXACT) for word in dict.fromkeys(found)], 1, words)
    spans = token_spans(text, (first, last))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(placing, "BACK", data.draw(st.integers(0, 20)))
        ends = Reading(text, line).ends(Place(first, last + 1, 1, Via.EXACT, line[first : last + 1]), finder)
    assert ends == (spans[first].start, spans[last].end)


@given(
    st.lists(st.text("abé", min_size=1, max_size=9), min_size=1, max_size=60, unique=True),
    st.text("abcé", min_size=1, max_size=9),
)
def test_a_misspelt_word_stands_for_all_words_a_letter_away_and_else_for_those_two_away(
    known: list[str], word: str
) -> None:
    words = Vocabulary((other, number, 1, 1) for number, other in enumerate(known))
    far = {other: OSA.distance(word, other) for other in known if other != word}
    edits = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    nearest = 1 if word in known or 1 in far.values() else edits
    expected = {other for other, distance in far.items() if distance <= min(edits, nearest)}
    found = words.typos(word)
    assert set(found) <= expected and len(found) == min(24, len(expected))
    assert [far[other] for other in found] == sorted(far[other] for other in expected)[: len(found)]
