"""Folding of printed text, so that what looks the same compares the same.

:func:`fold` is for matching and for numbers, :func:`label_key` for comparing labels, :func:`simplify` for
text in traditional characters. None of them ever raises, and all are idempotent.
"""

import unicodedata
from functools import lru_cache

from gov_disclosure.language.characters import PHRASES, RADICALS, SIMPLIFIED
from gov_disclosure.language.patterns import LETTER, regex

__all__ = ["fold", "label_key", "simplify", "whole_characters", "without_readings"]

_SHORT = 96  # longer texts are folded afresh each time, so that the cache stays small
_LAST_CACHED_CODE = 0xFFFF

# Compatibility forms of these kinds stand for another thing than their plain characters: ² is not 2.
_KEPT_FORMS = ("<super>", "<sub>", "<circle>", "<fraction>", "<square>")

_SPACES = "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u115f\u1160\u2800\u3164\uffa0"
_HYPHENS = "‐‑‒–—―−﹘﹣－⁃˗⸺⸻︱︲─━"
_DOUBLE_QUOTES = "“”„‟«»〝〞〟″＂「」『』﹁﹂﹃﹄｢｣"
_SINGLE_QUOTES = "‘’‚‛′＇`｀´"

_PLAIN: dict[str, str] = {
    **RADICALS,
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys("∼〜˜", "~"),
    **dict.fromkeys("∕⁄", "/"),
    **dict.fromkeys("・•‧∙⋅", "·"),
    "∶": ":",
    "…": "…",
    "‥": "‥",
}


def _folded(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category in ("Cc", "Cf") or "︀" <= character <= "️" or "\U000e0100" <= character <= "\U000e01ef":
        return ""
    if unicodedata.decomposition(character).startswith(_KEPT_FORMS):
        return character
    same = unicodedata.normalize("NFC", character)
    if same != character:
        return "".join(map(_folded, same))
    normal = unicodedata.normalize("NFKC", character)
    if normal == character or normal[0] == " ":  # ¯ and its like would become a space with a mark on it
        return character
    return "".join(map(_folded, normal))


class _FoldingTable(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        # ordinary Chinese characters, which are nearly all, stand for themselves
        folded = chr(code) if 0x4E00 <= code <= 0x9FFF else _folded(chr(code))
        if code <= _LAST_CACHED_CODE:
            self[code] = folded
        return folded


_TABLE = _FoldingTable()


def _fold(text: str) -> str:
    folded = text.translate(_TABLE)
    if " " in folded:
        folded = " ".join(folded.split())
    # dropping a character can bring a letter and its accent together
    return folded if unicodedata.is_normalized("NFC", folded) else unicodedata.normalize("NFC", folded)


_fold_short = lru_cache(maxsize=16_384)(_fold)


def fold(text: str) -> str:
    """The text in plain forms: half-width letters, digits and marks, one kind of space, dash and quote.

    Full-width forms, radicals (⼀, ⻓), compatibility ideographs and bracketed numerals (㈠) become ordinary
    characters; invisible characters go; runs of spaces and line breaks become one space, none at either end.
    Superscripts and circled digits (², ①) stay, since they are not the digits they contain.
    """
    return _fold(text) if len(text) > _SHORT else _fold_short(text)


_READING = regex(rf"(?<={LETTER})(?: ?\( ?[a-zà-öø-ÿāēīōūǎěǐǒǔǖǘǚǜńňǹḿɑɡ\u0300-\u030f]{{1,8}} ?\))+")


def without_readings(text: str) -> str:
    """The text without the pinyin that some copies print in brackets behind characters: 製發(fā)件數(shù).

    Expects folded text.
    """
    if any(behind.lstrip(" ")[:1].islower() for behind in text.split("(")[1:]):
        return _READING.sub("", text)
    return text


_SIMPLE = str.maketrans(SIMPLIFIED)


def simplify(text: str) -> str:
    """The text with traditional characters replaced by simplified ones, as far as reports' labels need it."""
    return text.translate(_SIMPLE)


_DROPPED = str.maketrans("", "", " \"'")
_MARKS = str.maketrans(
    {
        "、": ",",
        "。": ".",
        "\\": "/",
        **dict.fromkeys("〔【[{〖", "("),
        **dict.fromkeys("〕】]}〗", ")"),
    }
)


def _label_key(text: str) -> str:
    key = unicodedata.normalize("NFC", fold(text).translate(_DROPPED)).translate(_MARKS)
    key = simplify(without_readings(key))
    for converted, printed in PHRASES:
        if converted in key:
            key = key.replace(converted, printed)
    return key


_label_key_short = lru_cache(maxsize=16_384)(_label_key)


def label_key(text: str) -> str:
    """The key under which printed labels are compared.

    Folded; without spaces, quotation marks and pinyin in brackets; 、，, alike, and 。. and all brackets and
    both slashes; in simplified characters; with 勾稽 for 钩稽 and what converters replaced put back.
    """
    return _label_key(text) if len(text) > _SHORT else _label_key_short(text)


def whole_characters(text: str) -> str:
    """Text with the ordinary characters for radicals and compatibility forms that fonts put in their place.

    Nothing else is changed: what looks the same stays the same.
    """
    if text.isascii() or _STAND_INS.search(text) is None:
        return text
    return _STAND_INS.sub(lambda match: _ordinary(match.group()), text)


_STAND_INS = regex("[\u2e80-\u2fdf\uf900-\ufaff]")


def _ordinary(character: str) -> str:
    return RADICALS.get(character) or unicodedata.normalize("NFKC", character)
