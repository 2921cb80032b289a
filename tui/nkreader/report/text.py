"""Every command's answer as text for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nkreader.claims.naming import speaker_words
from nkreader.families.model import BY_USER, Evidence, Family, Role
from nkreader.library import Library
from nkreader.origin.branches import branches_of, trunk_of
from nkreader.origin.verdict import source_name
from nkreader.report.claims import groups_by_weight, told_once, voices_text
from nkreader.report.ink import BLUE, BOLD, CYAN, DIM, MAGENTA, UNDERLINE, YELLOW, Ink, clipped, columns
from nkreader.report.signs import role_shown

CONFLICT_CELLS = 60
"""How much of each version of a conflict is shown; the JSON has all of it."""

EVIDENCE_CELLS = 60
"""How much is quoted of what shows a reason."""


def list_text(library: Library, ink: Ink) -> Iterator[str]:
    """`nkreader list`."""
    family_of = {member: family.id for family in library.families.families for member in family.members}
    yield ink(library.verdict, BOLD)
    yield ""
    rows = [["", "id", "title / publisher", "date", "words", "role", "spun"]] + [
        [
            family_of.get(article.id, "-"),
            article.id,
            " / ".join(filter(None, (article.title, article.publisher))) or "(untitled)",
            article.published or "",
            f"{article.words:,}",
            str(library.families.roles[article.id]),
            f"{100 * library.spun[article.id]:.0f}%",
        ]
        for article in library.cards
    ]
    # A figure that is cut short is another figure: what is no prose is as wide as it must be.
    family, date, words = (max(least, *(len(row[at]) for row in rows)) for at, least in ((0, 2), (3, 10), (4, 6)))
    rest = max(24, ink.width - 26 - family - date - words)
    name = min(24, rest // 2)
    widths = [family, name, rest - name, date, words, 8, 4]
    for number, row in enumerate(columns(rows, widths, numeric=frozenset({4, 6}))):
        style = (DIM,) if number == 0 else (MAGENTA,) if row[5].strip() == Role.SPUN else ()
        yield ink(" ".join(row).rstrip(), *style)


def families_text(library: Library, ink: Ink) -> Iterator[str]:
    """`nkreader families`: each family as a tree, with the argument for its likely original."""
    yield ink(library.verdict, BOLD)
    shared = {(link.a, link.b): link.shared_a for link in library.families.links}
    shared |= {(link.b, link.a): link.shared_b for link in library.families.links}
    for family in library.families.families:
        yield ""
        yield from _family_text(library, family, shared, ink)
    if split := library.families.split:
        yield ""
        yield from ink.paragraph(f"Split off, you said so: {', '.join(split)}", "  ", "")


def _family_text(library: Library, family: Family, shared: Mapping[tuple[str, str], float], ink: Ink) -> Iterator[str]:
    origin = family.origin
    yield ink(f"Family {family.id}, {len(family.members):,} articles", BOLD, CYAN)
    if trunk := trunk_of(family):
        yield ink(f"  ({trunk})", DIM)
    first = origin.article or family.members[0]
    compared = [(first, id) for id in family.members if id != first and (id, first) in shared]
    changed = library.changed(compared)
    for branch in branches_of(family):
        id, (sign, role) = branch.article, role_shown(branch.node, family)
        article = library.card(id)
        share = shared.get((id, first))
        facts = changed[first, id].facts if (first, id) in changed else 0
        notes = [role]
        if share is not None and id != first:
            notes.append(f"{100 * share:.0f}% in common")
        if facts:
            notes.append(f"{facts:,} fact{'s' if facts != 1 else ''} changed")
        if branch.node.by == BY_USER:
            notes.append("you said so")
        name = f"{id}  {source_name(article)}" if source_name(article) != id else id
        yield (
            ink(f"  {branch.lead}", DIM)
            + ink(f"{sign} {name}", *((BOLD,) if id == origin.article else ()))
            + ink(f"  {', '.join(notes)}", DIM)
        )
    if origin.article is None:
        yield ink("  Which one is the original cannot be told.", DIM)
    elif origin.by == BY_USER:
        yield "  The original, you said so: " + ink(origin.article, BOLD)
    else:
        lost = "; the full original is not among these" if origin.root == "lost" else ""
        sure = {"certain": "The original", "likely": "Likely the original", "possible": "Possibly the original"}
        yield f"  {sure.get(origin.confidence, 'The original')}: " + ink(origin.article, BOLD) + lost
    for item in origin.evidence:
        sign = "+" if item.speaks == "for" else "-"
        shown = shown_words(item, library[item.article].text)
        yield from ink.paragraph(f"{item.article}: {item.why}{shown}", "      ", f"    {sign} ")


def shown_words(evidence: Evidence, text: str) -> str:
    """The beginning of what shows a reason, in quotation marks, where the reason itself quotes nothing."""
    if "“" in evidence.why or not evidence.spans:
        return ""
    quoted = clipped(evidence.spans[0].of(text), EVIDENCE_CELLS).strip('“”"')
    return f" “{quoted}”"


def phrases_text(library: Library, ink: Ink) -> Iterator[str]:
    """`nkreader phrases`."""
    for article in library.cards:
        found = library.phrases[article.id]
        spun = f"{100 * found.spun:.0f}% spun"
        yield ink(article.id, BOLD) + ink(f"  {spun}, {len(found.phrases):,} tortured phrases", DIM)
        width = min(32, max((len(" ".join(phrase.text.split())) for phrase in found.phrases), default=0))
        for phrase in found.phrases:
            yield (
                "  "
                + ink(clipped(phrase.text, width).ljust(width), UNDERLINE, YELLOW)
                + " for "
                + ink(" / ".join(phrase.expected[:3]), BLUE)
                + ink(f"  {phrase.confidence}, {phrase.evidence}", DIM)
            )
        yield ""


def claims_text(library: Library, ink: Ink) -> Iterator[str]:
    """`nkreader claims`: groups by weight, with voices and conflicts."""
    for group, lead in groups_by_weight(library):
        text = library[lead.article].text[lead.start : lead.end]
        said = f", {speaker_words(lead.speaker)}" if lead.speaker else ""
        yield ink(f"{lead.type}{said}", BOLD) + ink(f"  {voices_text(group)}: {', '.join(group.articles)}", DIM)
        yield from ink.paragraph(text, "  ")
        for conflict in told_once(group):
            texts = " / ".join(clipped(text, CONFLICT_CELLS) or "(nothing)" for text in conflict.texts)
            yield "  " + ink(f"! {conflict.kind} {conflict.nature}: ", YELLOW) + ink(texts)
        yield ""
