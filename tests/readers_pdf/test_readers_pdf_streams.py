"""Packed streams are measured without being unpacked whole, whatever they are."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.readers.pdf.streams import unpacked_size


@given(
    st.binary(max_size=400), st.integers(0, 3), st.binary(max_size=20), st.booleans(), st.integers(0, 5000)
)
def test_the_size_is_that_of_the_data_or_beyond_the_limit(
    data: bytes, times: int, rest: bytes, twice: bool, most: int
) -> None:
    """Without it, the guard against bombs could run for ever or let one through."""
    plain = data * 10**times
    packed = zlib.compress(plain)
    outer = zlib.compress(packed) if twice else packed
    size = unpacked_size(outer + rest, most, twice=twice)
    whole = len(plain) + (len(packed) if twice else 0)
    assert size == whole or most < size <= whole


@given(st.binary(max_size=2000), st.booleans())
def test_what_is_not_packed_has_no_size_to_speak_of(data: bytes, twice: bool) -> None:
    """Without it, a font or a picture could be refused, or end in an error of zlib's."""
    assert unpacked_size(data, 10**6, twice=twice) <= 1032 * 1032 * len(data)
