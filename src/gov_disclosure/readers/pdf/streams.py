"""The packed streams of a file, looked at before an engine unpacks them: those that unpack to far too much, and
those that are broken.

What cannot unpack to much more than is allowed, by the filters it names, is let through; what could is run through them
to see.
"""

import zlib
from collections.abc import Iterator

from gov_disclosure import reading
from gov_disclosure.language.patterns import regex
from gov_disclosure.readers.pdf.unpacking import DEFLATE_RATIO, most_unpacked, unpacked_size
from gov_disclosure.reading.limits import Limits

__all__ = ["check_streams", "check_unpacked", "has_broken_fonts"]

_LOCKED = b"/Encrypt"
_STREAM = regex(rb"stream\r?\n")
_FILTERS = regex(rb"/Filter\s*(?:/(\w+)|\[([^\]]{0,4000})\]|(\d+\s+\d+\s+R))")
_PACKED_ONCE = [["FlateDecode"]]
_NAMES = regex(rb"(\d+)\s+\d+\s+obj\s*(?:/(\w+)|\[([^\]]{0,400})\])")
_ONE_LAYER = 4 * DEFLATE_RATIO  # how much packing by deflate, in letters, can make of a byte
_ESCAPED = regex(rb"#([0-9A-Fa-f]{2})")
_FONT = regex(rb"/Length1|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)")
_NO_TEXT = regex(rb"/Length1|/Subtype\s*/(?:Image|Type1C|CIDFontType0C|OpenType|XML)")


def check_streams(content: bytes, limits: Limits) -> int:
    """How many streams that may hold text or rules are broken, so that an engine would see only part of them.

    Raises :class:`TooLarge` if a stream unpacks to more than ``limits.max_bytes``.
    """
    broken = 0
    elsewhere = _Elsewhere(content)
    for entries, start, end in _streams(content):
        chains = _chains(entries, elsewhere)
        large = [chain for chain in chains if most_unpacked(end - start, chain) > 2 * limits.max_bytes]
        for filters in large:
            if most_unpacked(1, filters) > _ONE_LAYER and _LOCKED in content:
                # nobody packs twice what is to be locked, and it cannot be looked into
                raise _too_large(limits)
            check_unpacked(content[start:end], filters, limits)
        if not large and chains == _PACKED_ONCE and not _NO_TEXT.search(entries):
            broken += not _is_sound(content[start:end])
    # looked for only now, since that takes as long as all the rest: what is locked merely looks broken
    return 0 if broken and _LOCKED in content else broken


def check_unpacked(packed: bytes, filters: list[str], limits: Limits) -> None:
    """Raise :class:`TooLarge` for a stream that unpacks to more than ``limits.max_bytes``."""
    if unpacked_size(packed, limits.max_bytes, filters) > limits.max_bytes:
        raise _too_large(limits)


def _too_large(limits: Limits) -> "reading.TooLarge":
    return reading.TooLarge(limit="max_bytes", allowed=limits.max_bytes, found=f"> {limits.max_bytes}")


def has_broken_fonts(content: bytes) -> bool:
    """Whether an embedded font is broken, so that an engine may lack letters; unknown, and so false, for a file
    that is locked."""
    elsewhere = _Elsewhere(content)
    return _LOCKED not in content and not all(
        _is_sound(content[start:end])
        for entries, start, end in _streams(content)
        if _chains(entries, elsewhere) == _PACKED_ONCE and _FONT.search(entries)
    )


class _Elsewhere:
    """The filters that stand as objects of their own, by their numbers, looked for when a stream first needs them."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._found: dict[bytes, bytes] | None = None

    def get(self, reference: bytes) -> bytes | None:
        """What stands at a reference such as 7 0 R."""
        if self._found is None:
            self._found = {each[1]: each[2] or each[3] for each in _NAMES.finditer(self._content)}
        return self._found.get(reference.split()[0])


def _chains(entries: bytes, elsewhere: _Elsewhere) -> list[list[str]]:
    """The names of a stream's filters, in the order in which they unpack it; and where they cannot be found, since
    they stand in a packed part of the file, what they may well be."""
    if b"#" in entries:
        entries = _ESCAPED.sub(lambda code: bytes((int(code[1], 16),)), entries)
    places = list(_FILTERS.finditer(entries))
    if not places:
        return []
    found = places[-1]
    names = found[1] or found[2] or b""
    if found[3] is not None:
        there = elsewhere.get(found[3])
        if there is None:
            return [["FlateDecode"] * times for times in (1, 2, 3)]
        names = there
    return [[name.decode("latin-1") for name in names.replace(b"/", b" ").split()]]


def _streams(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The entries of each stream, and where its data begin and end."""
    place = 0
    while (found := _STREAM.search(content, place)) is not None:
        start = found.end()
        end = content.find(b"endstream", start)
        if end < 0:
            end = len(content)
        begin = max(content.rfind(b" obj", place, start), place)
        place = end + len(b"endstream")
        yield content[begin:start], start, end


def _is_sound(packed: bytes) -> bool:
    unpacking = zlib.decompressobj()
    try:
        unpacking.decompress(packed)
    except zlib.error:
        return False
    return unpacking.eof
