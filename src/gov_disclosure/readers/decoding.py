"""From bytes to text: which encoding a page or a text file is in, told by its content.

What a page declares about itself is often wrong or missing, so the content decides: a byte-order mark, then
strict UTF-8, UTF-16 by its NUL bytes, then GB18030 against Big5 by how many characters come out that every
report prints. A declared ``gb2312`` or ``gbk`` means GB18030 in practice. A declaration only counts where the
content leaves the choice open.
"""

import codecs
from collections.abc import Callable

import attrs

from gov_disclosure.language.patterns import regex
from gov_disclosure.reading.errors import UnknownFormat

__all__ = ["Decoded", "decode"]

# What a Chinese administrative text cannot do without, in both scripts: enough to tell encodings apart.
_EXPECTED = frozenset(
    "年度报告公开信息政府工作主动申请行处理决定数量本项第条规章件其他一二三四五六七八九十的和及在有不是为"
    "無报報開資訊動請處數項規條執務區縣鄉鎮國會發總計議訴訟復複許罰強製於關機單個與為來時對無法律"
    "市县区镇乡局办人民委员会上下中大新收结果总计，。、：；（）《》“”0123456789"
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5hkscs", "cp950")
# Names that pages use for something wider than the name says.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "latin_1": "cp1252",
    "iso8859-1": "cp1252",
    "ascii": "utf-8",
}
_SAMPLE = 24_000  # bytes looked at in each of three places to choose between encodings
_FEW = 4_000  # characters looked at to tell text from binary data
_HIGH = regex(rb"[\x80-\xff]")
_CONTROL = bytes((*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_LOST = "\N{REPLACEMENT CHARACTER}"


@attrs.frozen(kw_only=True)
class Decoded:
    """Text, the encoding it was in, and how many places could not be decoded (U+FFFD stands there)."""

    text: str
    encoding: str
    replaced: int = 0


def decode(
    content: bytes, *, declared: str | None = None, declares: Callable[[bytes], str | None] | None = None
) -> Decoded:
    """The text of a page or text file; ``declared`` is the encoding it names itself, right or wrong.

    ``declares`` tells that encoding where none is given, and is asked only where it counts.

    Raises :class:`~gov_disclosure.UnknownFormat` where the bytes are no text at all.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _tolerant(content, encoding)
    if b"\x00" in content[:_SAMPLE]:
        wide = _utf16(content)
        if wide is not None:
            return wide
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        if declares is not None:
            declared = declared or declares(content)
        chosen = _tolerant(content, _choose(content, declared))
    else:
        chosen = Decoded(text=text, encoding="utf-8")
    if _is_binary(chosen.text):
        raise UnknownFormat(found="binary data, not text", found_zh="二进制数据，不是文本")
    return chosen


def _utf16(content: bytes) -> Decoded | None:
    """The text, if the content is UTF-16 without a byte-order mark."""
    sample = content[:_SAMPLE]
    scores = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        scores[encoding] = sum(" " <= mark <= "~" or mark in _EXPECTED for mark in text) / len(text)
    best = max(scores, key=scores.__getitem__)
    return _tolerant(content, best) if scores[best] > 0.4 else None


def _choose(content: bytes, declared: str | None) -> str:
    """The encoding in which a sample holds most of what reports print."""
    sample = _sample(content)
    named = _known(declared)
    candidates = ["utf-8", *_CHINESE]
    if named is not None and named not in candidates and not named.startswith(("utf-16", "utf-32")):
        candidates.append(named)
    scores = {candidate: _score(sample, candidate) for candidate in candidates}
    best = max(scores.values())
    if named in scores and scores[named] >= best - 0.01:
        return named
    return next(candidate for candidate in candidates if scores[candidate] == best)


def _known(declared: str | None) -> str | None:
    """Python's name for a declared encoding that it has as a text codec, widened where pages mean more."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in (
        "utf-7",
        "idna",
        "punycode",
        "undefined",
    ):
        return None
    if info.name.endswith("escape"):
        return None
    return _WIDER.get(info.name, info.name)


def _sample(content: bytes) -> bytes:
    """Three stretches from the first byte above ASCII on, begun so that characters stay whole."""
    first = _HIGH.search(content)
    start = first.start() if first else 0
    if len(content) - start <= 3 * _SAMPLE:
        return content[start:]
    stretches = []
    for position in (start, (start + len(content)) // 2, len(content) - _SAMPLE):
        line = content.find(b"\n", position, position + _SAMPLE)
        begin = position if position == start or line < 0 else line + 1
        stretches.append(content[begin : begin + _SAMPLE])
    return b"\n".join(stretches)


def _score(sample: bytes, encoding: str) -> float:
    """The share of characters that reports print among all beyond ASCII; what is lost counts against it."""
    text = sample.decode(encoding, errors="replace")
    wide = [character for character in text if character > "\x7f"]
    if not wide:
        return 0.0
    expected = sum(character in _EXPECTED for character in wide)
    return (expected - 2 * wide.count(_LOST)) / len(wide)


def _tolerant(content: bytes, encoding: str) -> Decoded:
    """The text in an encoding already chosen; what does not fit is replaced and counted."""
    name = {"utf-8": "utf-8-sig"}.get(encoding, encoding)
    try:
        return Decoded(text=content.decode(name), encoding=encoding)
    except UnicodeDecodeError:
        text = content.decode(name, errors="replace")
    genuine = (
        content.count(_LOST.encode(encoding.removesuffix("-sig"))) if encoding in ("utf-8", "gb18030") else 0
    )
    return Decoded(text=text, encoding=encoding, replaced=max(text.count(_LOST) - genuine, 1))


def _is_binary(text: str) -> bool:
    """Whether so many control characters or losses stand in the text that it cannot be one."""
    sample = text[:_FEW]
    # as bytes, from which all of some are dropped in one go
    encoded = sample.encode("utf-8", "replace")
    strange = len(encoded) - len(encoded.translate(None, _CONTROL)) + sample.count(_LOST)
    return strange > 8 and strange * 20 > len(sample)
