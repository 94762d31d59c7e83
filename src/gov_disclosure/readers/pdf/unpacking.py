"""How much packed data unpack to, however often they are packed, found out without keeping what comes out.

A few bytes may stand for gigabytes, and all the more if they are packed twice. So the data run through all their
filters piece by piece, and only as far as the limit.
"""

import binascii
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import takewhile

__all__ = ["DEFLATE_RATIO", "most_unpacked", "unpacked_size"]

#: Deflate packs at most this many bytes into one.
DEFLATE_RATIO = 1032
_RUN_RATIO, _LZW_RATIO = 64, 4096
_STEP = 1 << 16
_MOST_FILTERS = 8

_Pieces = Iterator[bytes]


class _TooMuchError(Exception):
    """More has come out than is allowed."""


class _Counter:
    """How many bytes have come out of all filters together."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0

    def counted(self, pieces: _Pieces) -> _Pieces:
        """The pieces, counted as they pass."""
        for piece in pieces:
            self.size += len(piece)
            if self.size > self.most:
                raise _TooMuchError
            yield piece


def most_unpacked(size: int, filters: Sequence[str]) -> int:
    """How much that many bytes can unpack to at the very most."""
    for name in filters:
        size *= _RATIOS.get(name, 1)
    return size


def unpacked_size(packed: bytes, most: int, filters: Sequence[str] = ("FlateDecode",)) -> int:
    """How many bytes come out of the filters, of each of them, counted until they are more than ``most``.

    Filters that pictures alone have end the count, as do data that are not packed as they say. More filters than
    anybody needs count as too much.
    """
    if len(filters) > _MOST_FILTERS:
        return most + 1
    counter = _Counter(most)
    pieces: _Pieces = iter((packed,))
    for name in takewhile(_UNPACKED.__contains__, filters):
        pieces = counter.counted(_to_the_end(_UNPACKED[name], pieces))
    with suppress(_TooMuchError):
        _drain(pieces)
    return counter.size


def _to_the_end(unpacked: Callable[[_Pieces], _Pieces], pieces: _Pieces) -> _Pieces:
    """What a filter makes of the pieces; those it leaves, for an end or a fault in them, come out of the filters before
    it all the same."""
    with suppress(zlib.error, ValueError):
        yield from unpacked(pieces)
    _drain(pieces)


def _drain(pieces: _Pieces) -> None:
    for _ in pieces:
        pass


def _inflated(pieces: _Pieces) -> _Pieces:
    unpacking = zlib.decompressobj()
    for piece in pieces:
        waiting = piece
        while waiting and not unpacking.eof:
            yield unpacking.decompress(waiting, _STEP)
            waiting = unpacking.unconsumed_tail


def _runs(pieces: _Pieces) -> _Pieces:
    """A byte below 128 stands before that many bytes and one more; one above it before a byte to be repeated."""
    data = b""
    for piece in pieces:
        data += piece
        place = 0
        while place < len(data):
            length = data[place]
            if length == 128:
                return
            end = place + length + 2 if length < 128 else place + 2
            if end > len(data):
                break
            yield data[place + 1 : end] if length < 128 else data[place + 1 : end] * (257 - length)
            place = end
        data = data[place:]


def _lzw(pieces: _Pieces) -> _Pieces:
    """Codes of nine to twelve bits for what came before, as in TIFF files."""
    known = [bytes((value,)) for value in range(256)] + [b"", b""]
    table, before, waiting, bits, width = list(known), b"", 0, 0, 9
    for piece in pieces:
        for byte in piece:
            waiting, bits = waiting << 8 | byte, bits + 8
            if bits < width:
                continue
            bits -= width
            code, waiting = waiting >> bits, waiting & (1 << bits) - 1
            if code == 257:
                return
            if code == 256:
                table, before, width = list(known), b"", 9
                continue
            if code > len(table) or (code == len(table) and not before):
                raise ValueError("a code that stands for nothing")
            now = table[code] if code < len(table) else before + before[:1]
            if before and len(table) < 4096:
                table.append(before + now[:1])
                width = min(max((len(table) + 1).bit_length(), 9), 12)
            before = now
            yield now


def _from_text(decode: Callable[[bytes], bytes]) -> Callable[[_Pieces], _Pieces]:
    def decoded(pieces: _Pieces) -> _Pieces:
        yield decode(b"".join(pieces))

    return decoded


def _from_hex(text: bytes) -> bytes:
    digits = b"".join(text.partition(b">")[0].split())
    return binascii.unhexlify(digits + b"0" * (len(digits) % 2))


def _from_ascii85(text: bytes) -> bytes:
    import base64

    return base64.a85decode(text.partition(b"~")[0].strip().removeprefix(b"<~"), ignorechars=b" \t\n\r\v\0\f")


_UNPACKED: dict[str, Callable[[_Pieces], _Pieces]] = {
    "FlateDecode": _inflated,
    "LZWDecode": _lzw,
    "RunLengthDecode": _runs,
    "ASCIIHexDecode": _from_text(_from_hex),
    "ASCII85Decode": _from_text(_from_ascii85),
}
_SHORT = {"Fl": "Flate", "LZW": "LZW", "RL": "RunLength", "AHx": "ASCIIHex", "A85": "ASCII85"}
_UNPACKED |= {short: _UNPACKED[f"{name}Decode"] for short, name in _SHORT.items()}
_RATIOS = {
    **dict.fromkeys(("FlateDecode", "Fl"), DEFLATE_RATIO),
    **dict.fromkeys(("LZWDecode", "LZW"), _LZW_RATIO),
    **dict.fromkeys(("RunLengthDecode", "RL"), _RUN_RATIO),
    **dict.fromkeys(("ASCII85Decode", "A85"), 4),  # a single letter stands for four noughts
}
