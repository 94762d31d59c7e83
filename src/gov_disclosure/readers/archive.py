"""Office files are ZIP archives: their parts, unpacked one by one and within bounds, never onto a disk."""

import io
import lzma
import struct
import zipfile
import zlib

from gov_disclosure.reading.errors import Damaged, Encrypted, TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["BROKEN_ZIP", "Archive"]

_MOST_PARTS = 20_000
_SIGNATURE = b"PK\x03\x04"
_ENCRYPTED = 0x01
_UNUSUAL = 0x61  # encrypted in one of two ways, or a patch of another file
_HEADER = struct.Struct(
    "<4s22xHH"
)  # before a part: its signature, how long its name is, and what else precedes it
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
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN_ZIP as error:
            raise Damaged(
                reason=f"the ZIP archive cannot be opened ({error})", reason_zh="压缩结构打不开"
            ) from error
        parts = self._zip.infolist()
        if len(parts) > _MOST_PARTS:
            raise TooLarge(limit="max_bytes", allowed=limits.max_bytes, found=f"{len(parts)} parts")
        self._parts = {_plain(part.filename): part for part in parts}
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
        if part.flag_bits & _ENCRYPTED:
            raise Encrypted
        self._limits.check_bytes(self._unpacked + part.file_size)
        content = _deflated(self._content, part)
        if content is None:
            allowed = self._limits.max_bytes - self._unpacked
            try:
                with self._zip.open(part) as file:
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


def _deflated(archive: bytes, part: zipfile.ZipInfo) -> bytes | None:
    """A part as nearly every archive packs it, in a third of the time that the standard library takes to open it;
    None where anything about it is unusual or wrong, for the library to see to."""
    start = part.header_offset
    if part.compress_type != zipfile.ZIP_DEFLATED or not 0 <= start <= len(archive) - _HEADER.size:
        return None
    signature, name_length, extra_length = _HEADER.unpack_from(archive, start)
    name_start = start + _HEADER.size
    name = archive[name_start : name_start + name_length].decode("ascii", "replace")
    if signature != _SIGNATURE or name != part.orig_filename or part.flag_bits & _UNUSUAL:
        return None
    first = name_start + name_length + extra_length
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(archive[first : first + part.compress_size], part.file_size + 1)
    except zlib.error:
        return None
    whole = inflater.eof and len(content) == part.file_size and zlib.crc32(content) == part.CRC
    return content if whole else None
