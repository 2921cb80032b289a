"""A small pile of articles whose families, comparison and claims are given, so that screens are tested alone."""

from __future__ import annotations

from nkreader.claims.model import (
    Agreement,
    Claim,
    ClaimSet,
    ClaimType,
    Conflict,
    ConflictKind,
    Group,
    Line,
    Marked,
    Nature,
    Speaker,
    Voices,
)
from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, Row, RowKind, Summary
from nkreader.families.model import (
    Confidence,
    Derivation,
    Evidence,
    Families,
    Family,
    Link,
    LinkKind,
    Origin,
    Role,
)
from nkreader.library import Library
from nkreader.model import Article, Boilerplate, BoilerplateKind, Span, Value, ValueKind
from nkreader.phrases.model import ArticlePhrases, PhraseConfidence, PhraseEvidence, TorturedPhrase
from nkreader.search.model import Hit, SearchResults, Via
from nkreader.search.snippets import snippet

ORIGINAL = """Ferry to Saaremaa stops for repairs

The ferry to Saaremaa will stop for repairs on May 4, the port office in Virtsu said on Tuesday.

"We cannot wait until winter," said Mari Kask, who runs the port. The work will cost 48.5 million euros and is likely to take six months. The European Union pays half of it.

Islanders fear for their summer. Hotels on Saaremaa took 212,000 guests last year, according to the tourist board. Shops expect goods to arrive by a smaller boat from Rohuküla.

The port office does not rule out a further delay.
"""

SPUN = """[ad_1]
Ferry to Saaremaa halts for repairs

The ferry to Saaremaa will cease for repairs on Might 4, the port workplace in Virtsu stated on Tuesday.

The European Union pays half of it. "We can't wait till winter," stated Mari Kask, who runs the port. The work will price 45.8 million euros and is prone to take six months.

Islanders worry for his or her summer season. Motels on Saaremaa took 212,000 visitors final yr, in response to the vacationer board. Retailers count on items to reach by a smaller boat from Rohuküla.

The port workplace guidelines out an extra delay.

Extra boats are deliberate for the autumn. The board will meet in a fortnight. It will hear the shopkeepers first.
[ad_2]
Source link
"""

REWRITE = """Saaremaa's ferry is going into dock. From May 4 the link to the island rests, the harbour authority announced.

Repairs are priced at 48.5 million euros, half of it European money.
"""

OTHER = """The city museum of Tartu has opened a room for its glass workers.

Visitors see 240 bottles and the letters of a foreman who wrote home every Sunday. Liis Tamm, the curator, said they had lain in an attic until 2019.
"""

HOSTILE = (
    "A [bold]headline[/bold] with \x1b[31mescapes\x1b[0m and \x1b]0;a title\x07 in it\n\n"
    "[ad_1] [@click=app.quit]The mayor[/] said \u202eright to left\u202c and left \x00 nothing out. "
    "北京的市长星期二说，桥将关闭三个月。 👩‍👩‍👧 came too, and 🚢 as well.\n"
)


def span(article: Article, words: str) -> Span:
    """Where some words stand in an article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def _residue(text: str, *pieces: tuple[str, BoilerplateKind]) -> tuple[Boilerplate, ...]:
    return tuple(Boilerplate(text.index(words), text.index(words) + len(words), kind) for words, kind in pieces)


ARTICLES = (
    Article(
        "101_a1",
        ORIGINAL,
        title="Ferry to Saaremaa stops for repairs",
        publisher="Island Courier",
        published="2024-04-30",
        path="/pile/101_a1.txt",
    ),
    Article(
        "102_b2",
        SPUN,
        path="/pile/102_b2.txt",
        boilerplate=_residue(
            SPUN,
            ("[ad_1]", BoilerplateKind.SHORTCODE),
            ("[ad_2]", BoilerplateKind.SHORTCODE),
            ("Source link", BoilerplateKind.SOURCE_LINK),
        ),
    ),
    Article("103_c3", REWRITE, path="/pile/103_c3.txt"),
    Article("104_d4", OTHER, title="Glass in Tartu", publisher="Emajõe Post", path="/pile/104_d4.txt"),
    Article(
        "105_e5",
        HOSTILE,
        title="A [bold]title[/bold] \x1b[2Jthat misbehaves",
        publisher="北京晚报 🚢",
        path="/pile/105_[x].txt",
        boilerplate=_residue(HOSTILE, ("[ad_1]", BoilerplateKind.SHORTCODE)),
    ),
)
A, B, C, D, E = ARTICLES

_NUMBER, _DATE, _NEGATION, _WORDING = ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NEGATION, ChangeKind.WORDING

_ROWS: tuple[tuple[str, str, tuple[tuple[ChangeKind, str, str, tuple[Flag, ...]], ...]], ...] = (
    ("", "[ad_1]", ()),
    ("Ferry to Saaremaa stops for repairs", "Ferry to Saaremaa halts for repairs", ((_WORDING, "stops", "halts", ()),)),
    (
        "The ferry to Saaremaa will stop for repairs on May 4, the port office in Virtsu said on Tuesday.",
        "The ferry to Saaremaa will cease for repairs on Might 4, the port workplace in Virtsu stated on Tuesday.",
        (
            (_WORDING, "stop", "cease", ()),
            (_DATE, "May 4", "Might 4", (Flag.TORTURED_RIGHT,)),
            (_WORDING, "port office", "port workplace", (Flag.TORTURED_RIGHT,)),
            (_WORDING, "said", "stated", ()),
        ),
    ),
    (
        '"We cannot wait until winter," said Mari Kask, who runs the port.',
        '"We can\'t wait till winter," stated Mari Kask, who runs the port.',
        ((_WORDING, "until", "till", (Flag.IN_QUOTATION,)), (_WORDING, "said", "stated", ())),
    ),
    (
        "The work will cost 48.5 million euros and is likely to take six months.",
        "The work will price 45.8 million euros and is prone to take six months.",
        ((_NUMBER, "48.5 million", "45.8 million", ()), (_WORDING, "likely", "prone", ())),
    ),
    ("The European Union pays half of it.", "The European Union pays half of it.", ()),
    (
        "Islanders fear for their summer.",
        "Islanders worry for his or her summer season.",
        ((_WORDING, "fear", "worry", ()),),
    ),
    (
        "Hotels on Saaremaa took 212,000 guests last year, according to the tourist board.",
        "Motels on Saaremaa took 212,000 visitors final yr, in response to the vacationer board.",
        ((_WORDING, "guests", "visitors", ()),),
    ),
    (
        "Shops expect goods to arrive by a smaller boat from Rohuküla.",
        "Retailers count on items to reach by a smaller boat from Rohuküla.",
        ((_WORDING, "goods", "items", ()),),
    ),
    (
        "The port office does not rule out a further delay.",
        "The port workplace guidelines out an extra delay.",
        ((_NEGATION, "does not rule out", "guidelines out", ()),),
    ),
    ("", "Extra boats are deliberate for the autumn.", ()),
    ("", "The board will meet in a fortnight.", ()),
    ("", "It will hear the shopkeepers first.", ()),
    ("", "[ad_2]", ()),
    ("", "Source link", ()),
)


def _comparison() -> Comparison:
    rows = []
    for left, right, changes in _ROWS:
        left_span, right_span = span(A, left) if left else None, span(B, right)
        kind = RowKind.CHANGED if changes else RowKind.SAME
        if left_span is None:
            residue = right.startswith("[") or right == "Source link"
            kind = RowKind.BOILERPLATE if residue else RowKind.RIGHT_ONLY
        found = []
        for change_kind, before, after, flags in changes:
            assert left_span is not None
            before_at = A.text.index(before, left_span.start)
            after_at = B.text.index(after, right_span.start)
            found.append(
                Change(
                    change_kind, Span(before_at, before_at + len(before)), Span(after_at, after_at + len(after)), flags
                )
            )
        moved = left == "The European Union pays half of it."
        rows.append(Row(kind, moved, (left_span,) if left_span else (), (right_span,), tuple(found)))
    return Comparison(A.id, B.id, tuple(rows), Summary((9, 12), 9, 1, 14, 3, 1, 1.0, 0.84))


def _plain_comparison(left: Article, right: Article) -> Comparison:
    """Two articles with nothing in common."""
    from nkreader.text.sentences import sentences

    rows = [Row(RowKind.LEFT_ONLY, False, (each,), ()) for each in sentences(left)]
    rows += [Row(RowKind.BOILERPLATE, False, (each.span,), ()) for each in left.boilerplate]
    rows += [Row(RowKind.RIGHT_ONLY, False, (), (each,)) for each in sentences(right)]
    rows += [Row(RowKind.BOILERPLATE, False, (), (each.span,)) for each in right.boilerplate]
    size = (len(sentences(left)), len(sentences(right)))
    return Comparison(left.id, right.id, tuple(rows), Summary(size, 0, 0, 0, 0, 0, 0.0, 0.0))


FAMILIES = Families(
    families=(
        Family(
            "A",
            (A.id, B.id, C.id),
            (
                Derivation(A.id, None, Role.ORIGINAL),
                Derivation(B.id, A.id, Role.SPUN),
                Derivation(C.id, A.id, Role.REWRITE),
            ),
            Origin(
                A.id,
                "present",
                Confidence.LIKELY,
                (
                    Evidence(
                        A.id, "for", "its names and set phrases are intact", (span(A, "May 4"), span(A, "port office"))
                    ),
                    Evidence(A.id, "for", "it names its publisher"),
                    Evidence(B.id, "against", "it has expressions English does not use", (span(B, "Might 4"),)),
                ),
            ),
        ),
    ),
    links=(Link(A.id, B.id, LinkKind.SPUN, 1.0, 0.84), Link(A.id, C.id, LinkKind.REWRITE, 0.31, 0.88)),
    roles={A.id: Role.ORIGINAL, B.id: Role.SPUN, C.id: Role.REWRITE, D.id: Role.SINGLE, E.id: Role.SPUN},
)


def _phrase(words: str, expected: str) -> TorturedPhrase:
    found = span(B, words)
    return TorturedPhrase(found.start, found.end, words, (expected,), PhraseConfidence.CERTAIN, PhraseEvidence.ALIGNED)


PHRASES = {article.id: ArticlePhrases(article.id, 0.0, ()) for article in ARTICLES} | {
    B.id: ArticlePhrases(
        B.id,
        0.87,
        (_phrase("Might 4", "May 4"), _phrase("final yr", "last year"), _phrase("vacationer board", "tourist board")),
    ),
    E.id: ArticlePhrases(E.id, 0.55, ()),
}


def _claim(
    id: str,
    article: Article,
    words: str,
    type: ClaimType,
    speaker: str | None = None,
    value: tuple[str, ValueKind, str, str | None] | None = None,
) -> Claim:
    where = span(article, words)
    who = None
    if speaker is not None:
        at = span(article, speaker)
        who = Speaker(speaker, at.start, at.end, speaker)
    values = ()
    if value is not None:
        at = span(article, value[0])
        values = (Value(value[1], value[0], at.start, at.end, value[2], value[3]),)
    hedges = tuple(
        Marked("likely", span(article, "likely").start, span(article, "likely").end) for _ in [0] if "likely" in words
    )
    return Claim(id, article.id, where.start, where.end, type, 0.8, who, None, hedges, values, None)


CLAIMS = (
    _claim(
        "c1",
        A,
        "The ferry to Saaremaa will stop for repairs on May 4",
        ClaimType.EVENT,
        value=("May 4", ValueKind.DATE, "2024-05-04", None),
    ),
    _claim("c2", A, '"We cannot wait until winter,"', ClaimType.QUOTATION, speaker="Mari Kask"),
    _claim(
        "c3",
        A,
        "The work will cost 48.5 million euros",
        ClaimType.FIGURE,
        value=("48.5 million euros", ValueKind.MONEY, "48500000", "EUR"),
    ),
    _claim("c4", A, "Hotels on Saaremaa took 212,000 guests last year", ClaimType.FIGURE, speaker="tourist board"),
    _claim(
        "c5",
        B,
        "The ferry to Saaremaa will cease for repairs on Might 4",
        ClaimType.EVENT,
        value=("Might 4", ValueKind.DATE, "XXXX-05-04", None),
    ),
    _claim("c6", B, '"We can\'t wait till winter,"', ClaimType.QUOTATION, speaker="Mari Kask"),
    _claim(
        "c7",
        B,
        "The work will price 45.8 million euros",
        ClaimType.FIGURE,
        value=("45.8 million euros", ValueKind.MONEY, "45800000", "EUR"),
    ),
    _claim("c8", C, "From May 4 the link to the island rests", ClaimType.EVENT),
    _claim("c9", C, "Repairs are priced at 48.5 million euros", ClaimType.FIGURE),
    _claim("c10", D, "they had lain in an attic until 2019", ClaimType.REPORTED, speaker="Liis Tamm"),
)


def _group(id: str, claims: tuple[str, ...], voices: Voices, conflicts: tuple[Conflict, ...] = ()) -> Group:
    articles = tuple(dict.fromkeys(claim.article for claim in CLAIMS if claim.id in claims))
    return Group(id, claims, articles, voices, Agreement.CONFLICT if conflicts else Agreement.AGREE, conflicts)


_ONE = Voices(1, 1, (Line((A.id, B.id, C.id), "one family: the copies repeat their original"),))
_TWO = Voices(1, 1, (Line((A.id, B.id), "one family: the copy repeats its original"),))

CLAIM_SET = ClaimSet(
    CLAIMS,
    (
        _group(
            "g1",
            ("c1", "c5", "c8"),
            _ONE,
            (
                Conflict(
                    ConflictKind.DATE,
                    Nature.GARBLED,
                    ("c1", "c5"),
                    ("May 4", "Might 4"),
                    (span(A, "May 4"), span(B, "Might 4")),
                ),
            ),
        ),
        _group(
            "g2",
            ("c2", "c6"),
            _TWO,
            (
                Conflict(
                    ConflictKind.QUOTATION,
                    Nature.GARBLED,
                    ("c2", "c6"),
                    ("until", "till"),
                    (span(A, "until"), span(B, "till")),
                ),
            ),
        ),
        _group(
            "g3",
            ("c3", "c7", "c9"),
            _ONE,
            (
                Conflict(
                    ConflictKind.NUMBER,
                    Nature.GARBLED,
                    ("c3", "c7"),
                    ("48.5 million", "45.8 million"),
                    (span(A, "48.5 million"), span(B, "45.8 million")),
                ),
            ),
        ),
        _group("g4", ("c4",), Voices(1, 1, (Line((A.id,), "stands in one article"),))),
        _group("g5", ("c10",), Voices(1, 1, (Line((D.id,), "stands in one article"),))),
    ),
)

SPUN_SHARES = {id: own.spun for id, own in PHRASES.items()}


class Pile(Library):
    """The articles above with the results above."""

    def __init__(self) -> None:
        super().__init__(ARTICLES)

    def analyse_families(self, progress=None) -> Families:
        if progress:
            progress("comparisons", 1, 2)
        return self.families

    def analyse_claims(self, progress=None) -> ClaimSet:
        return self.claims

    families = FAMILIES
    phrases = PHRASES
    spun = SPUN_SHARES
    claims = CLAIM_SET
    verdict = "5 articles: one family of 3, source likely Island Courier; 1 more looks spun"

    def phrases_in(self, id: str) -> ArticlePhrases:
        return PHRASES[id]

    def comparison(self, left: str, right: str) -> Comparison:
        from nkreader.compare import mirrored

        pair = (self.id_of(left), self.id_of(right))
        if pair == (A.id, B.id):
            return _comparison()
        if pair == (B.id, A.id):
            return mirrored(_comparison())
        return _plain_comparison(self[pair[0]], self[pair[1]])

    def search(self, query, limit=20, within=None, variants=None, stopped=None, now=False) -> SearchResults:
        hits = []
        for article in self:
            if within is not None and article.id not in within:
                continue
            at = article.text.casefold().find(query.casefold())
            while at >= 0:
                end = at + len(query)
                shown = snippet(article.text, at, end)
                hits.append(Hit(article.id, at, end, 1.0, shown, Via.EXACT, article.text[at:end]))
                at = article.text.casefold().find(query.casefold(), end)
        return SearchResults(query, len(hits), tuple(hits[:limit]))
