"""How alike two labels are: what decides which row a misprinted label belongs to."""

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.likeness import likeness, likeness_at_most

labels = st.text("其他法律行政规公开不予处理1.", max_size=7)


def longest_common(one: str, other: str) -> int:
    """The longest text that can be left standing in both, by trying all of them."""

    def is_left_in(part: tuple[str, ...]) -> bool:
        rest = iter(other)
        return all(character in rest for character in part)

    return max(
        length for length in range(len(one) + 1) for part in combinations(one, length) if is_left_in(part)
    )


@given(labels, labels)
def test_language_likeness_is_the_share_of_characters_that_both_have_in_order(one: str, other: str) -> None:
    """Were the measure wrong, a misprinted label would lend its figures to another row."""
    total = len(one) + len(other)
    expected = 2 * longest_common(one, other) / total if total else 1.0
    assert math.isclose(likeness(one, other), expected)


@given(labels, labels)
def test_language_likeness_does_not_depend_on_the_order(one: str, other: str) -> None:
    """A label must not become another row's because the form's words come first."""
    assert likeness(one, other) == likeness(other, one)


def test_language_likeness_of_a_label_with_characters_missing_in_its_middle() -> None:
    """The misprint of a real report (其他 left of a long label) must stay nearest to the row it stands for."""
    printed = "2.其他法规禁止公开"
    assert likeness(printed, "2.其他法律行政法规禁止公开") > 0.8
    assert likeness(printed, "3.其他") < 0.5
    assert likeness("", "其他") == 0.0
    assert likeness("", "") == 1.0


@given(labels, labels)
def test_language_likeness_is_never_above_its_bound(one: str, other: str) -> None:
    """Heads that are told apart by the bound alone would be refused though they are alike enough."""
    assert likeness(one, other) <= likeness_at_most(one, other) + 1e-9


@given(labels, st.data())
def test_language_likeness_of_what_is_left_of_a_label(label: str, data: st.DataObject) -> None:
    """A label with characters dropped is measured without the library, and must come out as the library has it."""
    from rapidfuzz import fuzz

    kept = data.draw(st.lists(st.booleans(), min_size=len(label), max_size=len(label)))
    left = "".join(character for character, keep in zip(label, kept, strict=True) if keep)
    assert likeness(left, label) == (fuzz.ratio(left, label) / 100 if label else 1.0)
