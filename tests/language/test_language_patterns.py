"""Regular expressions that wait to be compiled: the same answers as those that do not."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.patterns import LETTER, regex


@given(st.text("第12条（一）项ab", max_size=12))
def test_language_late_expressions_answer_like_others(text: str) -> None:
    """Were an answer another, a label would be cut in a different place once start-up was made quick."""
    late, plain = regex(r"第(\d+)条|[ab]+", re.IGNORECASE), re.compile(r"第(\d+)条|[ab]+", re.IGNORECASE)
    assert late.findall(text) == plain.findall(text)
    assert late.sub("<>", text) == plain.sub("<>", text)
    assert late.split(text) == plain.split(text)
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in plain.finditer(text)]
    assert (late.match(text) is None, late.fullmatch(text) is None) == (
        plain.match(text) is None,
        plain.fullmatch(text) is None,
    )
    assert regex(rb"\d+").findall(text.encode()) == re.findall(rb"\d+", text.encode())


def test_language_late_expressions_are_compiled_once() -> None:
    """Were it compiled at every use, reading a report would take many times as long."""
    late = regex("一|二")
    assert late.search.__self__ is late.search.__self__  # type: ignore[attr-defined]


def test_language_broken_expression_fails_when_it_is_asked() -> None:
    """A slip in an expression must still come to light, as an error of re's."""
    late = regex("(")
    with pytest.raises(re.error):
        late.search("一")


@given(st.characters())
def test_language_letters_are_those_of_no_latin_alphabet(character: str) -> None:
    """Every Chinese character must count as a letter, and no digit, mark or space."""
    found = regex(LETTER).fullmatch(character) is not None
    if "㐀" <= character <= "鿿" or "豈" <= character <= "龎":
        assert found == character.isalnum()
    if character.isascii() or character.isdecimal() or character.isspace():
        assert not found


def test_language_imports_compile_no_expressions_of_their_own() -> None:
    """A hundred expressions compiled at import cost more than reading a report does."""
    code = (
        "import re, re._compiler as compiler, sys\n"
        "import attrs, argparse, json, decimal, datetime, unicodedata, importlib.util\n"
        "whole, seen = compiler.compile, []\n"
        "def compiled(pattern, flags=0):\n"
        "    seen.append(pattern)\n"
        "    return whole(pattern, flags)\n"
        "compiler.compile = compiled\n"
        "import gov_disclosure.interpret, gov_disclosure.readers.pdf, gov_disclosure.readers.pdf.reader\n"
        "import gov_disclosure.api, gov_disclosure.narrative, gov_disclosure.checks, gov_disclosure.cli.entry\n"
        "print([one for one in seen if not str(one).isascii()])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=120
    )
    assert done.stdout.strip() == "[]"
