"""What a column of a table of data is: its name, its type, what it says, and in which words."""

from typing import Literal, TypeAlias

import attrs

from gov_disclosure.model.errors import Lang

__all__ = ["DIGITS", "PLACES", "Column", "ColumnType"]

#: ``text``; ``whole`` (64 bits); ``decimal`` (exact); ``real`` (a quotient, rounded); ``truth``. All hold None.
ColumnType: TypeAlias = Literal["text", "whole", "decimal", "real", "truth"]

#: How many digits an exact number has in files that need to know, and how many of them stand behind the point:
#: enough for every figure that a reader takes out of a document, also after its unit was converted.
DIGITS, PLACES = 38, 14


@attrs.frozen(kw_only=True)
class Column:
    """One column.

    ``en`` and ``zh`` say what it holds; ``unit`` is that of its numbers. ``path`` is the cell of the form it
    holds, in tables that have a column for each cell, and ``kinds`` names the column beside it that says what
    stands in the document where there is no number.
    """

    name: str
    type: ColumnType = "text"
    en: str = ""
    zh: str = ""
    unit: str = ""
    path: str = ""
    kinds: str = ""
    values: tuple[str, ...] = ()  # where only these occur

    def label(self, lang: Lang = "en") -> str:
        """What it holds, in a language."""
        return self.zh if lang == "zh" else self.en
