"""The packed streams of a file, looked at before an engine unpacks them: those that unpack to far too much, and
those that are broken.

Deflate packs at most 1032 to 1, so a stream shorter than a five-hundredth of what is allowed unpacks to no more than
twice that, and is let through; longer ones are unpacked to see, and so are all that are packed twice.
"""

import zlib
from collections.abc import Iterator

from gov_disclosure.language.patterns import regex
from gov_disclosure.reading.errors import TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["DEFLATE_RATIO", "check_streams", "has_broken_fonts", "unpacked_size"]

DEFLATE_RATIO = 1032
_STREAM = regex(rb"stream\r?\n")
_TWICE = regex(
    rb"/F(?:lateDecode|l)\b[^\]]{0,40}/F(?:lateDecode|l)\b|/LZWDecode[^\]]{0,40}/F(?:lateDecode|l)\b"
)
_PACKED_ONCE = regex(rb"/Filter\s*\[?\s*/FlateDecode\s*(?![\s/A-Za-z]*Decode)")
_FONT = regex(rb"/Length1|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)")
_NO_TEXT = regex(rb"/Length1|/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType|XML)")
_STEP = 1 << 16


def check_streams(content: bytes, limits: Limits) -> int:
    """How many streams that may hold text or rules are broken, so that an engine would see only part of them.

    Raises :class:`TooLarge` if a stream unpacks to more than ``limits.max_bytes``.
    """
    broken = 0
    locked = b"/Encrypt" in content
    shortest = 2 * limits.max_bytes // DEFLATE_RATIO
    for entries, start, end in _streams(content):
        twice = _TWICE.search(entries) is not None
        if end - start > shortest or (twice and end - start > 64):
            size = unpacked_size(content[start:end], limits.max_bytes, twice=twice)
            if size > limits.max_bytes:
                raise TooLarge(limit="max_bytes", allowed=limits.max_bytes, found=f"> {limits.max_bytes}")
        elif not locked and _PACKED_ONCE.search(entries) and not _NO_TEXT.search(entries):
            broken += not _is_sound(content[start:end])
    return broken


def has_broken_fonts(content: bytes) -> bool:
    """Whether an embedded font is broken, so that an engine may lack letters; unknown, and so false, for a file
    that is locked."""
    return b"/Encrypt" not in content and not all(
        _is_sound(content[start:end])
        for entries, start, end in _streams(content)
        if _PACKED_ONCE.search(entries) and _FONT.search(entries)
    )


def _streams(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The entries of each stream, and where its data begin and end."""
    place = 0
    while (found := _STREAM.search(content, place)) is not None:
        start = found.end()
        end = content.find(b"endstream", start)
        if end < 0:
            end = len(content)
        place = end + len(b"endstream")
        entries = content[max(start - 400, 0) : start]
        yield entries[entries.rfind(b" obj") + 1 :], start, end


def _is_sound(packed: bytes) -> bool:
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(packed)
    except zlib.error:
        return False
    return unpacking.eof


def unpacked_size(packed: bytes, most: int, *, twice: bool = False) -> int:
    """How many bytes packed data unpack to, counted until they are more than ``most``; 0 if they are not
    packed by deflate."""
    outer = zlib.decompressobj()
    inner = zlib.decompressobj() if twice else None
    size = 0
    waiting = packed
    try:
        while waiting and size <= most and not outer.eof:
            piece = outer.decompress(waiting, _STEP)
            waiting = outer.unconsumed_tail
            size += len(piece)
            while inner is not None and piece and size <= most and not inner.eof:
                size += len(inner.decompress(piece, _STEP))
                piece = inner.unconsumed_tail
    except zlib.error:
        pass
    return size
