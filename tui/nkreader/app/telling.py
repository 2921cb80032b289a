"""What is said in sentences about an article, its place in its family, and a group of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.app.details import title_of
from nkreader.app.session import Session
from nkreader.app.signs import ROLE_WORD, meter, origin_word, percent, remark_words, voices_text
from nkreader.app.widgets.told import Paragraph, Words
from nkreader.claims.naming import speaker_words
from nkreader.families.model import BY_USER, Confidence, Evidence, Family, Role
from nkreader.origin.branches import branches_of, trunk_of
from nkreader.report.signs import role_shown
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.app.claims_list import MatrixRow
    from nkreader.claims.model import Conflict


def article_told(session: Session, id: str) -> list[Paragraph]:
    """An article: title, where it comes from, its role and the reasons, how it begins."""
    library = session.library
    assert library is not None
    article, details = library.card(id), session.details[id]
    title, is_title = title_of(article)
    count = f"{details.words:,} word{'s' * (details.words != 1)}" if details.words else None
    known = [article.byline, article.publisher, article.published, count]
    head = [Words(title if is_title else f"{session.name(id)}, without a title", "strong" if is_title else "muted")]
    if line := drawable(" · ".join(part for part in known if part)):
        head.append(Words(line, "muted"))
    if article.path:
        head.append(Words(drawable(article.path), "muted"))
    paragraphs = [Paragraph(tuple(head))]
    if session.analysed:
        sentence, ink = role_told(session, id)
        full, rest = meter(details.spun, 10)
        spun = Words(f"spun  {full}{rest}  {details.spun:.2f}", "right" if details.spun >= 0.5 else "muted")
        paragraphs.append(Paragraph((Words(sentence, ink), spun)))
        if article.note:
            paragraphs.append(Paragraph((Words(drawable(article.note), "italic"),)))
        paragraphs += reasons_told(session, id)
    paragraphs.append(Paragraph((Words(beginning(session, id), "muted"),)))
    return paragraphs


BEGINNING = 1_600
"""Code points of an article's text shown beside the list."""


def beginning(session: Session, id: str) -> str:
    """How the article's own text begins, residue left out."""
    from nkreader.text.sentences import sentences

    library = session.library
    assert library is not None
    article = library[id]
    found = ""
    for span in sentences(article)[:30]:
        found += " ".join(span.of(article.text).split()) + " "
        if len(found) >= BEGINNING:
            break
    return drawable(found[:BEGINNING].rstrip() + ("…" if len(found) > BEGINNING else ""))


def role_told(session: Session, id: str) -> tuple[str, str]:
    """What the article is in this pile, as a sentence with its ink."""
    details = session.details[id]
    family = session.family_of(id)
    if family is None:
        if session.library is not None and id in session.library.families.split:
            return "Split off from its family: you said so.", ""
        if details.role is Role.SPUN:
            return "Looks spun, and its original is not in this pile.", "right"
        return "Stands alone: no copy of it in this pile.", ""
    if details.likely_original:
        others = len(family.members) - 1
        word = "the original: you said so" if family.origin.by == BY_USER else origin_word(family.origin)
        lost = ", though only as an excerpt: the full original is not here" if family.origin.root == "lost" else ""
        copies = f"{others} other{'s' * (others != 1)} in its family"
        return f"{word[0].upper()}{word[1:]}, with {copies}{lost}.", "left"
    kind = f"{'An' if details.role.value[0] in 'aeiou' else 'A'} {ROLE_WORD[details.role]} in family {family.id}"
    if _joined(family, id):
        kind = f"In family {family.id}: you said so"
    if family.origin.article is None or family.origin.confidence is Confidence.UNKNOWN:
        return f"{kind}; which came first cannot be told.", ""
    original = session.name(family.origin.article)
    parts = []
    if details.shared is not None:
        parts.append(f"{percent(details.shared)} of its words answer {original}'s")
    if details.facts is not None:
        parts.append(f"{details.facts or 'no'} fact{'s' * (details.facts != 1)} changed")
    return f"{kind}{': ' if parts else ''}{', '.join(parts)}.", "right" if details.role is Role.SPUN else ""


def _joined(family: Family, id: str) -> bool:
    """Whether only the user's word makes an article a member."""
    return any(node.article == id and node.by == BY_USER and id != family.origin.article for node in family.tree)


def reasons_told(session: Session, id: str) -> list[Paragraph]:
    """The reasons for and against an article being its family's original."""
    family = session.family_of(id)
    if family is None:
        return []
    paragraphs = []
    for speaks, head in (("for", "For it being the original"), ("against", "Against it being the original")):
        own = [reason for reason in family.origin.evidence if reason.article == id and reason.speaks == speaks]
        if own:
            lines = [Words(drawable(reason.why), "", "- ") for reason in own]
            paragraphs.append(Paragraph((Words(head, "muted"), *lines)))
    return paragraphs


def argument_told(session: Session, id: str) -> list[Paragraph]:
    """Why this family's original is thought to be what it is: a readable page, each reason leading to what shows it."""
    family = session.family_of(id)
    assert family is not None
    origin = family.origin
    if origin.article is None or origin.confidence is Confidence.UNKNOWN:
        verdict = Words("Which of these came first cannot be told.", "strong")
    else:
        name = named(session, origin.article)
        word = origin_word(origin)
        verdict = Words(f"{name} is {'a' if word.startswith('possible') else 'the'} {word}.", "strong left")
        if origin.by == BY_USER:
            verdict = Words(f"{name} is the original: you said so.", "strong left")
    head = [verdict]
    if origin.root == "lost":
        head.append(Words("The full original is not in this pile: this is the fullest intact witness of it.", ""))
    paragraphs = [Paragraph(tuple(head))]
    branches = branches_of(family)
    trunk = trunk_of(family)
    head_of_tree = Words(f"The family: {trunk}" if trunk and origin.root == "lost" else "The family", "muted")
    paragraphs.append(Paragraph((head_of_tree,), gap=False))
    for branch in branches:
        node = branch.node
        of = f", made from {session.name(node.of)}" if node.of is not None else ""
        said = ", you said so" if node.by == BY_USER else ""
        words = f"{named(session, node.article)}: {role_shown(node, family)[1]}{of}{said}"
        line = Words(
            words, "left" if node.article == origin.article else "", f"{branch.lead} " if branch.lead else "- "
        )
        paragraphs.append(Paragraph((line,), (node.article, 0), gap=branch is branches[-1]))
    order = [branch.article for branch in branches]
    for article in order:
        reasons = [reason for reason in origin.evidence if reason.article == article]
        if not reasons:
            continue
        paragraphs.append(Paragraph((Words(named(session, article), "strong"),), gap=False))
        by_side = sorted(reasons, key=lambda reason: reason.speaks != "for")
        paragraphs += [reason_told(session, reason) for reason in by_side]
    return paragraphs


SHOWN = 3
"""Spans quoted under a reason."""


QUOTED = 60
"""Code points of a span that are quoted."""


def reason_told(session: Session, reason: Evidence) -> Paragraph:
    """A reason, what it rests on quoted below; Enter opens the first place that shows it."""
    library = session.library
    assert library is not None
    speaks_for = reason.speaks == "for"
    words = [Words(drawable(reason.why), "" if speaks_for else "right", "+ " if speaks_for else "- ")]
    text = library[reason.article].text
    quotes = "“" not in reason.why  # else it says itself what it rests on
    quoted = [_quoted(text[span.start : span.end]) for span in reason.spans[:SHOWN]] if quotes else []
    if quoted:
        more = len(reason.spans) - len(quoted)
        words.append(Words(drawable(", ".join(quoted)) + (f" and {more} more" if more > 0 else ""), "muted", "  "))
    target = (reason.article, reason.spans[0].start if reason.spans else 0)
    return Paragraph(tuple(words), target)


def _quoted(text: str) -> str:
    """A stretch of text in quotation marks, its beginning where it is long; marks of its own are enough."""
    words = " ".join(text.split())
    words = words if len(words) <= QUOTED else words[:QUOTED].rstrip() + "…"
    return words if words[:1] in {"“", '"', "‘"} else f"“{words}”"


def named(session: Session, id: str) -> str:
    """An article as a person would name it: its short id, and its publisher where that is known."""
    publisher = session.library[id].publisher if session.library is not None else None
    return session.name(id) + (f" ({drawable(publisher)})" if publisher else "")


def claim_told(session: Session, row: MatrixRow, article: str | None, roles: bool = False) -> list[Paragraph]:
    """A group of claims: every wording, the cursor's article first; what differs; how many voices.

    With `roles`, what each article is in its family stands beside its name: why it counts, or does not.
    """
    library = session.library
    assert library is not None
    paragraphs = []
    for id in sorted(row.claims, key=lambda id: id != article):
        for claim in row.claims[id]:
            details = session.details[id]
            ink = "left" if details.likely_original else ("right" if details.role is Role.SPUN else "muted")
            who = f", says {drawable(speaker_words(claim.speaker))}" if claim.speaker is not None else ""
            place = f" ({role_words(session, id)})" if roles else ""
            head = Words(f"{session.name(id)}{place}: {claim.type}{who}", f"{ink} strong" if id == article else ink)
            remark = remark_words(session.remark_of(claim))
            text = drawable(" ".join(claim.span.of(library[id].text).split()))
            said = (Words(remark, "strong"),) if remark else ()
            paragraphs.append(Paragraph((head, Words(text), *said), (id, claim.start)))
    differing: dict[str, None] = {}  # several copies may differ in the same way
    for conflict in row.group.conflicts:
        differing[conflict_words(session, row, conflict)] = None
    paragraphs += [Paragraph((Words(words, "right", "! "),)) for words in differing]
    return [*paragraphs, voices_told(session, row)]


def conflict_words(session: Session, row: MatrixRow, conflict: Conflict) -> str:
    """What differs between two wordings, and how it came to: the likely original's wording first."""
    makes = {claim.id: id for id, held in row.claims.items() for claim in held}
    sides = sorted(
        zip(conflict.claims, conflict.texts, strict=True),
        key=lambda side: side[0] in makes and not session.details[makes[side[0]]].likely_original,
    )
    before, after = (drawable(" ".join(text.split())) or "(nothing)" for _, text in sides)
    return f"{conflict.kind} differs, {conflict.nature}: {before} > {after}"


def role_words(session: Session, id: str) -> str:
    """What an article is among those that make a claim: `spun, family A`, `alone`."""
    details = session.details[id]
    if details.family is None:
        return "spun, alone" if details.role is Role.SPUN else "alone"
    return f"{ROLE_WORD[details.role]}, family {details.family}"


def voices_told(session: Session, row: MatrixRow) -> Paragraph:
    """How many voices stand behind a claim, and why."""
    voices = row.group.independent
    lines = []
    for line in voices.lines:
        names = ", ".join(session.name(id) for id in line.articles)
        lines.append(Words(f"{names}: {drawable(line.why)}", "muted", "- "))
    return Paragraph((Words(voices_text(len(row.group.articles), voices.least, voices.most), "strong"), *lines))
