"""Plain forms of text, one character for one, so that places in the text stay what they are."""

from gov_disclosure.language.characters import SIMPLIFIED
from gov_disclosure.language.folding import fold

__all__ = ["align"]

_LAST_KEPT_CODE = 0xFFFF


class _AligningTable(dict[int, str]):
    """Each character's plain form, where that is a single character; a space for what folds to nothing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = fold(character) or " "
        plain = plain if len(plain) == 1 else character
        plain = SIMPLIFIED.get(plain, plain)
        if code <= _LAST_KEPT_CODE:
            self[code] = plain
        return plain


_ALIGNING = _AligningTable()


def align(text: str) -> str:
    """The text in half-width marks, plain and simplified characters, each at the place where it stood."""
    return text.translate(_ALIGNING)
