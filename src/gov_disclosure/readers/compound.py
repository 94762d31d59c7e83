"""Compound files (OLE): the container of old office documents and of password-protected new ones."""

import struct
from collections.abc import Iterator

from gov_disclosure.readers.kinds import OLE
from gov_disclosure.reading.errors import Damaged

__all__ = ["OLE", "CompoundFile"]

_END = 0xFFFFFFFA  # this and everything above marks an end or a gap
_ENTRY = 128
_MOST_ENTRIES = 100_000


class CompoundFile:
    """The streams that stand at the top of a compound file, by name.

    Streams inside storages (an embedded sheet's, say) are left alone. Raises
    :class:`~gov_disclosure.Damaged`.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._open()
        except (struct.error, IndexError, ValueError) as error:
            raise Damaged(
                reason="the structure of the compound file is broken", reason_zh="复合文档结构已损坏"
            ) from error

    def _open(self) -> None:
        head = self._content[:512]
        if not head.startswith(OLE) or len(head) < 512:
            raise ValueError
        sector, mini = struct.unpack_from("<HH", head, 30)
        if sector not in (9, 12) or mini != 6:
            raise ValueError
        self._size = 1 << sector
        self._sectors = max((len(self._content) + self._size - 1) // self._size - 1, 0)
        directory, self._cutoff, self._mini_first = struct.unpack_from("<I4xII", head, 48)
        self._fat = self._load_fat(head)
        self._entries = dict(self._load_entries(directory))

    def _sector(self, number: int) -> bytes:
        if number >= self._sectors:
            raise ValueError
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _load_fat(self, head: bytes) -> list[int]:
        numbers = [number for number in struct.unpack_from("<109I", head, 76) if number < _END]
        following, count = struct.unpack_from("<II", head, 68)
        seen = 0
        while following < _END and seen <= min(count, self._sectors):
            words = _words(self._sector(following))
            numbers += [number for number in words[:-1] if number < _END]
            following = words[-1]
            seen += 1
        fat: list[int] = []
        for number in numbers[: self._sectors + 1]:
            fat += _words(self._sector(number))
        return fat

    def _chain(self, first: int) -> Iterator[bytes]:
        number, seen = first, 0
        while number < _END:
            if seen > self._sectors:
                raise ValueError  # a loop
            yield self._sector(number)
            number = self._fat[number]
            seen += 1

    def _load_entries(self, first: int) -> Iterator[tuple[str, tuple[int, int]]]:
        directory = b"".join(self._chain(first))
        entries = [directory[start : start + _ENTRY] for start in range(0, len(directory), _ENTRY)]
        if not entries or len(entries) > _MOST_ENTRIES:
            raise ValueError
        self._root = struct.unpack_from("<I", entries[0], 116)[0]
        waiting, seen = [struct.unpack_from("<I", entries[0], 76)[0]], set()
        while waiting:
            number = waiting.pop()
            if number >= len(entries) or number in seen:
                continue
            seen.add(number)
            entry = entries[number]
            length, kind = struct.unpack_from("<HB", entry, 64)
            left, right = struct.unpack_from("<II", entry, 68)
            waiting += [left, right]
            if kind == 2 and 2 <= length <= 64:
                name = entry[: length - 2].decode("utf-16-le", errors="replace")
                start, size = struct.unpack_from("<IQ", entry, 116)
                yield name, (start, size & 0xFFFFFFFF)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the streams."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes | None:
        """What a stream holds, or None where there is none of the name."""
        known = next((entry for entry in self._entries if entry.casefold() == name.casefold()), None)
        if known is None:
            return None
        first, size = self._entries[known]
        try:
            if size >= self._cutoff:
                return b"".join(self._chain(first))[:size]
            return self._read_small(first, size)
        except (struct.error, IndexError, ValueError) as error:
            raise Damaged(
                reason=f"its stream {known} is broken", reason_zh=f"其中的 {known} 已损坏"
            ) from error

    def _read_small(self, first: int, size: int) -> bytes:
        whole = b"".join(self._chain(self._root))
        mini_fat = _words(b"".join(self._chain(self._mini_first)))
        parts: list[bytes] = []
        number = first
        while number < _END:
            if len(parts) > len(whole) // 64:
                raise ValueError
            parts.append(whole[number * 64 : number * 64 + 64])
            number = mini_fat[number]
        return b"".join(parts)[:size]


def _words(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))
