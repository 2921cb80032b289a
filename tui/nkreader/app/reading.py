"""What the Read view shows of an article and says of a place in it."""

from __future__ import annotations

from nkreader.app.details import title_of
from nkreader.app.session import Session
from nkreader.app.signs import CLAIM_SIGN, CONFIDENCE_WORD, meter, role_word
from nkreader.app.widgets.article_lines import Ink, Page
from nkreader.app.widgets.claims_panel import Shown
from nkreader.claims.naming import speaker_words
from nkreader.families.model import Role
from nkreader.model import Article, Span
from nkreader.phrases.model import PhraseEvidence, TorturedPhrase
from nkreader.text.drawn import drawable
from nkreader.text.sentences import sentences

SPUN_FROM = 0.5
"""How spun an article reads from where it has the role `spun`, as the public interface says."""

EVIDENCE_WORDS = {
    PhraseEvidence.LIST: "a known tortured phrase",
    PhraseEvidence.ALIGNED: "so in the article it answers",
    PhraseEvidence.LEARNT: "learnt from this pile's other copies",
    PhraseEvidence.INFERRED: "English hardly has the one and often the other",
}


def page_of(session: Session, article: Article) -> Page:
    """The article with everything that is marked in it."""
    claims = session.claims_of(article.id)
    inks = [Ink(value.start, value.end, "claim") for claim in claims for value in claim.values]
    return Page(
        article=article,
        sentences=sentences(article),
        head=head_of(session, article),
        phrases=session.phrases(article.id),
        signs=sorted((claim.start, CLAIM_SIGN[claim.type]) for claim in claims),
        inks=inks,
    )


def head_of(session: Session, article: Article) -> list[tuple[str, str]]:
    """The lines above the text: title where there is one, and where the article comes from."""
    details = session.details[article.id]
    head: list[tuple[str, str]] = []
    if article.title and not _begins_with(article, article.title):
        head.append((drawable(article.title), "strong"))
    role = ""
    if session.analysed:
        family = session.family_of(article.id)
        if details.likely_original and family is not None:
            kind = "" if details.role is Role.ORIGINAL else f"{details.role}, "
            role = f"{kind}{CONFIDENCE_WORD[family.origin.confidence]}"
        elif details.family or details.role.value == "spun":
            role = role_word(details)
        if details.spun >= SPUN_FROM:
            full, rest = meter(details.spun)
            role = f"{role or 'reads as spun'} {full}{rest} {details.spun:.2f}"
    known = [session.name(article.id), article.byline, article.publisher, article.published, role]
    head.append((drawable(" · ".join(part for part in known if part)), "left" if details.likely_original else "muted"))
    return head


def _begins_with(article: Article, title: str) -> bool:
    """Whether the article's first sentence says its title already."""
    first = next(iter(sentences(article)), None)
    return (
        first is not None and " ".join(first.of(article.text).split()).casefold() == " ".join(title.split()).casefold()
    )


def claims_beside(session: Session, id: str) -> list[Shown]:
    """The claims of an article, in its order."""
    return [Shown(claim.start, claim, session.group_of(claim.id)) for claim in session.claims_of(id)]


def told_of_place(session: Session, article: Article, sentence: Span | None, number: int) -> tuple[str, str]:
    """The status line for a sentence: its tortured phrases first, else how far the reading is; and the count."""
    count = len(sentences(article))
    if sentence is None:
        return "this article has no sentences", ""
    counts = f"{number + 1}/{count}  {round(100 * sentence.end / max(1, len(article.text)))} %"
    here = [phrase for phrase in session.phrases(article.id) if sentence.overlaps(phrase.span)]
    if here:
        return "; ".join(phrase_words(phrase) for phrase in here[:3]), counts
    claims = [claim for claim in session.claims_of(article.id) if sentence.overlaps(claim.span)]
    if claims:
        claim = claims[0]
        who = f", {drawable(speaker_words(claim.speaker))}" if claim.speaker is not None else ""
        group = session.group_of(claim.id)
        elsewhere = f", in {len(group.articles)} articles" if group is not None and len(group.articles) > 1 else ""
        return f"{claim.type}{who}{elsewhere}", counts
    library = session.library
    return title_of(library.card(article.id))[0] if library is not None else "", counts


def phrase_words(phrase: TorturedPhrase) -> str:
    """A tortured phrase, what it stands for, how sure that is and why."""
    expected = " or ".join(f"“{drawable(words)}”" for words in phrase.expected[:2])
    return f"“{drawable(phrase.text)}” for {expected} ({phrase.confidence}: {EVIDENCE_WORDS[phrase.evidence]})"
