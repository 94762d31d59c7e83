"""Plain forms of text, one character for one, so that places in the text stay what they are."""

from gov_disclosure.language.characters import SIMPLIFIED
from gov_disclosure.language.folding import fold

__all__ = ["align"]

_LAST_KEPT = "\uffff"


class _PlainForms(dict[str, str]):
    """Each character's plain form, where that is a single character; a space for what folds to nothing."""

    def __missing__(self, character: str) -> str:
        plain = fold(character) or " "
        plain = plain if len(plain) == 1 else character
        plain = SIMPLIFIED.get(plain, plain)
        if plain == character and character <= _LAST_KEPT:
            _PLAIN.add(character)
        elif character <= _LAST_KEPT:
            self[character] = plain
        return plain


_PLAIN_FORMS = _PlainForms()
_PLAIN: set[str] = set()  # characters that have been met and are plain


def align(text: str) -> str:
    """The text in half-width marks, plain and simplified characters, each at the place where it stood."""
    for character in set(text).difference(_PLAIN):
        text = text.replace(character, _PLAIN_FORMS[character])  # a plain form is its own plain form
    return text
