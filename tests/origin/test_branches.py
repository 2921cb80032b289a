"""The family tree as it is drawn: who hangs from whom, and from what where the original is not there."""

from nkreader.families.model import Confidence, Derivation, Family, Origin, Role
from nkreader.origin.branches import branches_of, trunk_of


def drawn(parents: dict[str, str | None], origin: str | None, root: str = "present") -> list[str]:
    tree = tuple(Derivation(id, of, Role.COPY) for id, of in parents.items())
    confidence = Confidence.LIKELY if origin else Confidence.UNKNOWN
    family = Family("A", tuple(parents), tree, Origin(origin, root, confidence))
    trunk = trunk_of(family)
    return ([f"({trunk})"] if trunk else []) + [branch.lead + branch.article for branch in branches_of(family)]


def test_copies_hang_from_what_they_were_made_from() -> None:
    parents = {"report": None, "spin": "report", "echo": "spin", "excerpt": "report"}
    assert drawn(parents, "report") == ["report", "├─spin", "│ └─echo", "└─excerpt"]


def test_siblings_of_a_lost_original_hang_from_what_is_not_there() -> None:
    parents: dict[str, str | None] = {"excerpt": None, "rewrite": None, "copy": "rewrite"}
    assert drawn(parents, "excerpt", "lost") == [
        "(the full original is not among these)",
        "├─excerpt",
        "└─rewrite",
        "  └─copy",
    ]


def test_where_it_cannot_be_told_nobody_is_drawn_as_the_original() -> None:
    assert drawn({"one": None, "two": None}, None) == ["(which is the original cannot be told)", "├─one", "└─two"]


def test_who_is_joined_without_shared_text_stands_beside_the_tree() -> None:
    assert drawn({"report": None, "spin": "report", "guest": None}, "report") == ["report", "└─spin", "guest"]


def test_a_circle_is_drawn_with_everyone_in_it_once() -> None:
    lines = drawn({"one": "two", "two": "one"}, "one")
    assert sorted(line[-3:] for line in lines) == ["one", "two"]


def test_a_chain_of_thousands_of_copies_can_be_drawn() -> None:
    chain = {str(n): str(n - 1) if n else None for n in range(5_000)}
    assert len(drawn(chain, "0")) == 5_000
