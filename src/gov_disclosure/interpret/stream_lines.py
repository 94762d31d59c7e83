"""What a line of running text seems to be: of a statutory table, or prose.

A form's labels and rows of noughts are the same in every document, so what short lines were found to be is
remembered.
"""

from collections.abc import Sequence
from functools import lru_cache

import attrs

from gov_disclosure.interpret.form_text import form_words, of_the_form, style_of
from gov_disclosure.interpret.labels import row_labels
from gov_disclosure.interpret.tokens import Piece, pieces_of
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import Form, FormTable

__all__ = ["Look", "look_at"]

_STOPS = frozenset("。；！？;!?")
_OTHER_NUMBER = regex(r"(?<!\d)(\d{1,2})[,:)](?=[㐀-鿿])")  # 1、 for 1.
_LONG_WORDS = 16
_SHORT = 60  # characters of a line that is worth remembering; prose is hardly ever printed twice


@attrs.frozen(eq=False, repr=False)
class Look:
    """What a line seems to be, seen from one table of the form."""

    key: str  # of its words
    prose: bool  # its figures are words of sentences
    figures: bool
    tabular: bool
    sure: bool  # it can only be the table's


def look_at(text: str, name: str, known: tuple[Form, ...]) -> Look:
    """What a line seems to be, where the table of that name may stand, in some edition of those known."""
    return (_remembered if len(text) <= _SHORT else _look)(text, name, known)


def _look(text: str, name: str, known: tuple[Form, ...]) -> Look:
    pieces = pieces_of(text)
    words = [piece.text for piece in pieces if not piece.figure]
    key = label_key("".join(words))
    figures = len(words) < len(pieces)
    of_form = of_the_form(key, name) or of_the_form(_OTHER_NUMBER.sub(r"\1.", key), name)
    pieces_of_form = all(of_the_form(piece.key, name) for piece in pieces if piece.key)
    amid = not of_form and (_ends_sentences(words) or (figures and _figure_amid_words(pieces, name)))
    if amid or (figures and not of_form and not pieces_of_form and len(key) > 2 * _LONG_WORDS):
        return Look(key=key, prose=True, figures=False, tabular=False, sure=False)
    tabular = figures or of_form or pieces_of_form
    sure = tabular and _is_sure(known[-1].table(name), key, figures, pieces)
    return Look(key=key, prose=False, figures=figures, tabular=tabular, sure=sure)


_remembered = lru_cache(maxsize=4096)(_look)


def _ends_sentences(words: Sequence[str]) -> bool:
    return any(not _STOPS.isdisjoint(word) for word in words)


def _figure_amid_words(pieces: Sequence[Piece], name: str) -> bool:
    """A figure followed by words in its line that are none of the form's: a sentence."""
    seen = False
    for piece in pieces:
        if piece.figure:
            seen = True
        elif seen and any(map(str.isalnum, piece.key)) and not of_the_form(piece.key, name):
            return True
    return False


def _is_sure(table: FormTable, key: str, figures: bool, pieces: Sequence[Piece]) -> bool:
    """Whether a line can only be the table's: it holds one of its labels or heads."""
    whole = form_words(table.name)
    if style_of(table) == "bands":
        return key in whole or any(piece.key in whole for piece in pieces)
    labels = row_labels(table.name)
    if labels.exact(key) or labels.is_group(key):
        return True
    if label_key(getattr(table.cls, "columns_head", "")) in key:
        return True
    if not figures or len(key) < 4:
        return False
    return any(key.endswith(word) or word.startswith(key) for word in whole)
