"""Equality, hash and repr that are written once for all classes: the same as those that attrs writes for each."""

import copy
import pickle
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.model.by_fields import ByFields


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Shared(ByFields):
    """Two fields that count and one that does not."""

    number: int | None = None
    words: tuple[str, ...] = ()
    remembered: int = attrs.field(default=0, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Own:
    """The same fields with the methods that attrs writes."""

    number: int | None = None
    words: tuple[str, ...] = ()
    remembered: int = attrs.field(default=0, eq=False, repr=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Other(Shared):
    """Another class with the same fields."""


@attrs.frozen(eq=False, repr=False)
class Empty(ByFields):
    """No fields at all."""


fields = st.fixed_dictionaries(
    {
        "number": st.none() | st.integers(0, 2),
        "words": st.tuples(st.sampled_from(["件", "项"])),
        "remembered": st.integers(0, 1),
    }
)


@given(fields, fields)
def test_model_shared_methods_are_those_of_attrs(first: dict[str, Any], second: dict[str, Any]) -> None:
    """Were two reports equal that differ, or different that are equal, every comparison of years would be wrong."""
    assert (Shared(**first) == Shared(**second)) is (Own(**first) == Own(**second))
    assert (Shared(**first) != Shared(**second)) is (Own(**first) != Own(**second))
    if Shared(**first) == Shared(**second):
        assert hash(Shared(**first)) == hash(Shared(**second))
    assert repr(Shared(**first)) == repr(Own(**first)).replace("Own(", "Shared(", 1)


@given(fields)
def test_model_values_of_different_classes_are_never_equal(values: dict[str, Any]) -> None:
    """A row of one edition must not pass for a row of another that happens to hold the same figures."""
    assert Shared(**values) != Other(**values)
    assert Shared(**values) != Own(**values)
    assert Shared(**values) != tuple(values.values())


def test_model_shared_methods_survive_copies_and_classes_without_fields() -> None:
    """A report that was sent to another process must still be equal to the one that stayed."""
    value = Shared(number=3, words=("件",))
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == attrs.evolve(value) == value
    assert attrs.evolve(value, number=4) != value
    assert Empty() == Empty()
    assert (hash(Empty()), repr(Empty())) == (hash(Empty()), "Empty()")
