"""Office files are ZIP archives: their parts, unpacked one by one and within bounds, never onto a disk."""

import io
import lzma
import struct
import zipfile
import zlib
from typing import NamedTuple

from gov_disclosure.reading.errors import Damaged, Encrypted, TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["BROKEN_ZIP", "Archive", "parts_of"]

_MOST_PARTS = 20_000
_SIGNATURE = b"PK\x03\x04"
_ENCRYPTED = 0x01
_UNUSUAL = 0x61  # encrypted in one of two ways, or a patch of another file
_HEADER = struct.Struct(
    "<4s22xHH"
)  # before a part: its signature, how long its name is, and what else precedes it
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")  # of a part in the directory at the end of an archive
_ENTRY_SIGNATURE = b"PK\x01\x02"
_END = struct.Struct(
    "<4s8xLLH"
)  # behind the directory: its signature, size and start, and how long a remark follows
_END_SIGNATURE = b"PK\x05\x06"
_LARGE_END, _LARGE_END_SIZE = b"PK\x06\x07", 20  # before that, in archives of more than 4 GB
_NEWEST = 45  # the version of the format that such archives need
#: What comes out of the standard library for an archive with bytes lost or changed.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Part(NamedTuple):
    """A part as the directory of its archive tells of it."""

    name: str
    name_given: str  # with whatever stands behind a null character, where it has one
    number: int
    flags: int
    packing: int
    checksum: int
    packed_size: int
    size: int
    start: int


class Archive:
    """The parts of an archive by their names, in any mixture of slashes and cases that producers write.

    What is unpacked counts against ``max_bytes`` in sum, by what really comes out and not by what the archive
    declares. Raises :class:`~gov_disclosure.Damaged` where the archive cannot be opened.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._content = content
        self._limits = limits
        self._unpacked = 0
        try:
            parts = parts_of(content)
        except BROKEN_ZIP as error:
            raise Damaged(
                reason=f"the ZIP archive cannot be opened ({error})", reason_zh="压缩结构打不开"
            ) from error
        if len(parts) > _MOST_PARTS:
            raise TooLarge(limit="max_bytes", allowed=limits.max_bytes, found=f"{len(parts)} parts")
        self._parts = {_plain(part.name): part for part in parts}
        self._folded = {name.casefold(): name for name in self._parts}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, with forward slashes."""
        return tuple(self._parts)

    def find(self, name: str) -> str | None:
        """The name under which the archive holds a part, whatever its case."""
        plain = _plain(name)
        return plain if plain in self._parts else self._folded.get(plain.casefold())

    def read(self, name: str) -> bytes | None:
        """What a part holds, or None where there is no such part.

        Raises :class:`~gov_disclosure.TooLarge`, :class:`~gov_disclosure.Encrypted` or
        :class:`~gov_disclosure.Damaged`.
        """
        known = self.find(name)
        if known is None:
            return None
        part = self._parts[known]
        if part.flags & _ENCRYPTED:
            raise Encrypted
        self._limits.check_bytes(self._unpacked + part.size)
        content = _deflated(self._content, part)
        if content is None:
            allowed = self._limits.max_bytes - self._unpacked
            try:
                library = zipfile.ZipFile(io.BytesIO(self._content))
                with library.open(library.infolist()[part.number]) as file:
                    content = file.read(allowed + 1)
            except BROKEN_ZIP as error:
                raise Damaged(
                    reason=f"its part {known} is broken ({error})", reason_zh=f"其中的 {known} 已损坏"
                ) from error
        self._unpacked += len(content)
        self._limits.check_bytes(self._unpacked)
        return content


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def parts_of(archive: bytes) -> list[Part]:
    """What the directory of an archive lists; raises one of :data:`BROKEN_ZIP`."""
    parts = _usual_parts(archive)
    if parts is not None:
        return parts
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [
            Part(
                one.filename,
                one.orig_filename,
                number,
                one.flag_bits,
                one.compress_type,
                one.CRC,
                one.compress_size,
                one.file_size,
                one.header_offset,
            )
            for number, one in enumerate(opened.infolist())
        ]


def _usual_parts(archive: bytes) -> list[Part] | None:
    """The parts of an archive as nearly every program writes its directory, in a quarter of the time that the
    standard library takes; None where anything about it is unusual or wrong."""
    end = len(archive) - _END.size
    if end < 0:
        return None
    signature, size, place, remark = _END.unpack_from(archive, end)
    if signature != _END_SIGNATURE or remark or place + size != end:
        return None
    if archive.startswith(_LARGE_END, max(end - _LARGE_END_SIZE, 0)):
        return None
    parts: list[Part] = []
    while place < end:
        if end - place < _ENTRY.size:
            return None
        entry = _ENTRY.unpack_from(archive, place)
        signature, version, flags, packing = entry[0], entry[3], entry[5], entry[6]
        checksum, packed_size, size, name_length, extra_length, remark_length = entry[9:15]
        place += _ENTRY.size
        name = archive[place : place + name_length]
        if signature != _ENTRY_SIGNATURE or version > _NEWEST or extra_length or not _is_usual(name):
            return None
        text = name.decode("ascii")
        parts.append(Part(text, text, len(parts), flags, packing, checksum, packed_size, size, entry[-1]))
        place += name_length + remark_length
    return parts if place == end else None


def _is_usual(name: bytes) -> bool:
    return name.isascii() and b"\0" not in name


def _deflated(archive: bytes, part: Part) -> bytes | None:
    """A part as nearly every archive packs it, in a third of the time that the standard library takes to open it;
    None where anything about it is unusual or wrong, for the library to see to."""
    start = part.start
    if part.packing != zipfile.ZIP_DEFLATED or not 0 <= start <= len(archive) - _HEADER.size:
        return None
    signature, name_length, extra_length = _HEADER.unpack_from(archive, start)
    name_start = start + _HEADER.size
    name = archive[name_start : name_start + name_length].decode("ascii", "replace")
    if signature != _SIGNATURE or name != part.name_given or part.flags & _UNUSUAL:
        return None
    first = name_start + name_length + extra_length
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(archive[first : first + part.packed_size], part.size + 1)
    except zlib.error:
        return None
    whole = inflater.eof and len(content) == part.size and zlib.crc32(content) == part.checksum
    return content if whole else None
