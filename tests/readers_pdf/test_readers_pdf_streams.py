"""Packed streams are measured without being unpacked whole, whatever they are."""

import base64
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.readers.pdf.streams import check_streams
from gov_disclosure.readers.pdf.unpacking import most_unpacked, unpacked_size
from gov_disclosure.reading import Limits, TooLarge


def runs(data: bytes) -> bytes:
    """Data in runs of equal bytes."""
    packed = bytearray()
    place = 0
    while place < len(data):
        end = place
        while end < min(len(data), place + 128) and data[end] == data[place]:
            end += 1
        packed += bytes((257 - (end - place), data[place])) if end - place > 1 else bytes((0, data[place]))
        place = end
    return bytes(packed) + b"\x80"


def lzw(data: bytes) -> bytes:
    """Data in codes of nine to twelve bits, widened one code early, as PDF files have them."""
    table = {bytes((value,)): value for value in range(256)}
    codes: list[tuple[int, int]] = [(256, 9)]
    size, width, word = 258, 9, b""
    for byte in data:
        longer = word + bytes((byte,))
        if longer in table:
            word = longer
            continue
        codes.append((table[word], width))
        table[longer] = size
        size += 1
        width = min(max(size.bit_length(), 9), 12)
        if size > 4094:
            codes.append((256, width))
            table = {bytes((value,)): value for value in range(256)}
            size, width = 258, 9
        word = bytes((byte,))
    if word:
        codes.append((table[word], width))
        width = min(max((size + 1).bit_length(), 9), 12)
    codes.append((257, width))
    bits = "".join(f"{code:0{width}b}" for code, width in codes)
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def ascii85(data: bytes) -> bytes:
    """Data in letters."""
    return base64.a85encode(data, wrapcol=60) + b"~>"


def ascii_hex(data: bytes) -> bytes:
    """Data in hexadecimal digits."""
    return data.hex().encode() + b">"


PACKING: dict[str, Callable[[bytes], bytes]] = {
    "FlateDecode": zlib.compress,
    "Fl": zlib.compress,
    "RunLengthDecode": runs,
    "LZWDecode": lzw,
    "ASCII85Decode": ascii85,
    "ASCIIHexDecode": ascii_hex,
}
chains = st.lists(st.sampled_from(sorted(PACKING)), min_size=1, max_size=4)


@given(st.binary(max_size=300), st.integers(0, 2), chains, st.integers(0, 5000))
def test_the_size_is_that_of_the_data_or_beyond_the_limit(
    data: bytes, times: int, filters: list[str], most: int
) -> None:
    """Without it, the guard against bombs could run for ever or let one through."""
    packed = data * 10**times
    whole = 0
    for name in reversed(filters):
        whole += len(packed)
        packed = PACKING[name](packed)
    size = unpacked_size(packed, most, filters)
    assert size == whole or most < size <= whole
    assert whole <= sum(most_unpacked(len(packed), filters[:end]) for end in range(1, len(filters) + 1))


@given(st.binary(max_size=2000), chains)
def test_what_is_not_packed_has_no_size_to_speak_of(data: bytes, filters: list[str]) -> None:
    """Without it, a font or a picture could be refused, or end in an error of zlib's."""
    assert unpacked_size(data, 10**6, filters) <= 1.1 * 10**6
    assert unpacked_size(data, 10**6, ["DCTDecode"]) == unpacked_size(data, 10**6, []) == 0


def stream(filters: bytes, packed: bytes, before: bytes = b"") -> bytes:
    """A file's stream, and what stands before it."""
    return b"%%PDF-1.7\n%b\n4 0 obj\n<< /Length %d /Filter %b >>\nstream\n%b\nendstream\nendobj\n" % (
        before,
        len(packed),
        filters,
        packed,
    )


@pytest.mark.parametrize(
    ("filters", "before", "ways"),
    [
        (b"/FlateDecode", b"", ("FlateDecode",)),
        (b"[ /FlateDecode/FlateDecode /FlateDecode ]", b"", ("FlateDecode",) * 3),
        (b"[/ASCII85Decode /FlateDecode]", b"", ("ASCII85Decode", "FlateDecode")),
        (b"[/FlateDecode /RunLengthDecode]", b"", ("FlateDecode", "RunLengthDecode")),
        (b"/LZWDecode", b"", ("LZWDecode",)),
        (b"[/Fl#61teDecode /#46lateDecode]", b"", ("FlateDecode",) * 2),
        (b"7 0 R", b"7 0 obj [/FlateDecode /RunLengthDecode] endobj", ("FlateDecode", "RunLengthDecode")),
        (b"8 0 R", b"", ("FlateDecode", "FlateDecode")),
        (b"/FlateDecode /Padding (%b)" % (b"long " * 400), b"", ("FlateDecode",)),
    ],
)
def test_a_bomb_is_found_however_its_filters_are_named(
    filters: bytes, before: bytes, ways: tuple[str, ...]
) -> None:
    """Without it, a file of a few kilobytes could take all the memory there is, or all the time."""
    packed = bytes(2_500_000)
    for name in reversed(ways):
        packed = PACKING[name](packed)
    with pytest.raises(TooLarge) as caught:
        check_streams(stream(filters, packed, before), Limits(max_bytes=1_000_000))
    assert caught.value.limit == "max_bytes"
    assert check_streams(stream(filters, packed, before), Limits(max_bytes=10_000_000)) == 0


def test_filters_without_end_are_refused() -> None:
    """Without it, a file could have its data packed again and again until nobody can follow."""
    packed = b"0 0 m"
    for _ in range(12):
        packed = zlib.compress(packed)
    with pytest.raises(TooLarge):
        check_streams(stream(b"[%b]" % (b"/FlateDecode " * 12), packed), Limits(max_bytes=1_000_000))
