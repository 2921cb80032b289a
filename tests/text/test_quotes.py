"""Quotation marks: which stretches they enclose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkreader.text.quotes import quotation_spans


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” he said, “and they stay.”", ["“We go,”", "“and they stay.”"]),
        ('"We go," he said.', ['"We go,"']),
        ("He calls it 'a mistake' and leaves.", ["'a mistake'"]),
        ("‘It’s the nations’ way,’ she said.", ["‘It’s the nations’ way,’"]),
        ("«Bon», dit-il. „Gut“, sagt er. 「はい」", ["«Bon»", "„Gut“", "「はい」"]),
        ("“I said ‘no’ to him,” he said.", ["“I said ‘no’ to him,”"]),
        ("“I said “no” to him,” he said.", ["“I said “no” to him,”"]),
        ("``Yes,'' he said.", ["``Yes,''"]),
        ("It's the boys' ball, rock 'n' roll of the '90s.", []),
        ('A 5" pipe and a 6" pipe.', []),
        ("He said “never again“ twice.", ["“never again“"]),
    ],
)
def test_quotations_are_found_in_every_kind_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    assert quoted("“We came.\n\n“We saw,” he said. Others left.") == ["“We came.\n\n“We saw,”"]


def test_a_quotation_never_closed_ends_with_its_paragraph() -> None:
    assert quoted("He said: “We came and saw.\nNobody else did.") == ["“We came and saw."]


def test_a_wrapped_line_does_not_end_a_quotation() -> None:
    text = (
        "The mayor of the town said on Tuesday that “nobody\nhere has forgotten the flood of 1953, and nobody is\n"
        "going to forget it while I am mayor of this town” and\nthen she left the room.\n"
    )
    assert len(quoted(text)) == 1 and quoted(text)[0].endswith("this town”")


@given(st.text(alphabet="ab .,\n“”‘’\"'«»„「」`5s", max_size=120))
def test_quotations_stand_in_order_and_do_not_overlap(text: str) -> None:
    place = 0
    for start, end in quotation_spans(text):
        assert place <= start < end <= len(text)
        place = end
