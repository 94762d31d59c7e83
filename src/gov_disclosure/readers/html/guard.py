"""Bounds on what a page may make the parser do: some small pages unfold into gigabytes or take hours.

The parser follows the HTML standard, which lets a page repeat its open formatting elements in every
paragraph, search all open elements at every tag, and compare every attribute of a tag with the others. That
happens out of reach of a clock, so it is prevented, or estimated from the tags, before anything is parsed.
"""

import re
from collections.abc import Collection, Sequence

from gov_disclosure.reading.errors import TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["tamed"]

_TAGS_A_CELL = 3  # tags allowed for each cell that the limits allow
_REPEATED = 1_000_000  # elements that reopened formatting might add, each 400 bytes
_ATTRIBUTE = 0.4  # what an attribute adds to such an element
_SEARCHED = 1_000_000_000  # open elements looked at
_SHALLOW = 30_000  # tags below which the depth of a page cannot matter much
_LONG = 8_000  # bytes of a tag that may hold many attributes
_STRIDE = 32_000  # a tag of twice as many bytes is never overlooked; a page of that size may have some
_LARGE = 2_000_000  # bytes of a page in which each tag is looked at
_ATTRIBUTES = 2_000

_SAME = 3  # open formatting elements that are the same, at most: the standard drops the first of four
# Where it looks back, it sorts out what begins with s or t: span, table, td, tr.
_FORMATTING_START = re.compile(rb"<[abceifnustABCEIFNUST](?<!<[sStT](?![mtMT\s/]))[^<>]*+>?")
# A tag that surely ends where it seems to; behind a value in quotation marks the next attribute may begin at once.
_ORDERLY = re.compile(
    rb"<[a-zA-Z]+(?:(?:\s+|/|(?<=[\"']))[^\s<>\"'=/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=`<>]+))?)*+[\s/]*+>"
)
_STRUCK = rb"(?:s|strike)(?=[\s/>])"
_FORMATTING = rb"(?:a|b|big|code|em|font|i|nobr|small|strong|tt|u)(?=[\s/>])"
_FORMATTING_TAG = re.compile(rb"<(?:" + _FORMATTING + rb"|" + _STRUCK + rb")", re.IGNORECASE)
_FORMATTING_NAME = re.compile(rb"<(/?)" + _FORMATTING, re.IGNORECASE)
_STRUCK_NAME = re.compile(rb"<(/?)" + _STRUCK, re.IGNORECASE)
_TAGS_THAT_END_THEMSELVES = (
    b"p li td th tr tbody thead tfoot table caption colgroup option area base br col embed hr img input link "
    b"meta param source track wbr frame basefont bgsound"
)
_ENDS_ITSELF = frozenset(_TAGS_THAT_END_THEMSELVES.split())
_ENDS_ITSELF_AROUND_WORDS = frozenset(b"p li td th tr tbody thead tfoot table caption colgroup".split())
# What an end tag around it does not close: that of a plain element, that of any.
_THAT_KEEP_OPEN = (
    b"address applet article aside blockquote body button center dd details dir div dl dt fieldset figcaption figure "
    b"footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html iframe keygen li listing main marquee menu nav "
    b"noembed noframes noscript object ol optgroup option p plaintext pre script search section select style summary "
    b"template textarea title ul xmp svg math foreignobject desc annotation-xml mi mn mo ms mtext"
)
_KEEPS_OPEN = frozenset(_THAT_KEEP_OPEN.split())
_THAT_KEEP_ALL_OPEN = (
    b"applet html marquee object template select svg math foreignobject desc annotation-xml title mi mn mo ms "
    b"mtext"
)
_KEEPS_ALL_OPEN = frozenset(_THAT_KEEP_ALL_OPEN.split())
_NEAR = 50  # an element open below more than these is taken to stay so
_TAG = re.compile(
    rb"<!--.*?(?:--!?>|\Z)"
    rb"|<(?:script|style|textarea|xmp|iframe)\b.*?(?=</(?:script|style|textarea|xmp|iframe)|\Z)"
    rb"|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?:[^>\"'=]|=\s*\"[^\"]*\"|=\s*'[^']*'|=|\"|')*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def tamed(markup: bytes, limits: Limits) -> bytes:
    """The page in a state in which the parser can take it.

    Where formatting could multiply, formatting tags are renamed to plain ones. Raises
    :class:`~gov_disclosure.TooLarge` for a page that would still take the parser out of bounds.
    """
    tags = markup.count(b"<")
    if tags > _TAGS_A_CELL * limits.max_cells:
        raise _too_large(limits, f"{tags} tags")
    formatting = _FORMATTING_START.findall(markup)
    if _may_multiply(formatting, markup, tags):
        # Pages pasted from Word have a thousand of these and few others: that is quickly done.
        markup = markup.replace(b"<font", b"<span").replace(b"</font", b"</span")
        if _may_multiply([tag for tag in formatting if not tag.startswith(b"<font")], markup, tags):
            markup = _STRUCK_NAME.sub(rb"<\1del", _FORMATTING_NAME.sub(rb"<\1span", markup))
    if tags > _SHALLOW and _searched(markup) > _SEARCHED:
        raise _too_large(limits, "tags nested out of all measure")
    if len(markup) > _LARGE or any(
        markup.find(b">", start, start + _LONG) < 0 for start in range(0, len(markup) - _LONG, _STRIDE)
    ):
        _check_attributes(markup, limits)
    return markup


def _may_multiply(starts: Sequence[bytes], markup: bytes, tags: int) -> bool:
    """Whether each of some tags could open all formatting elements again, and make too many of them.

    ``starts`` are the start tags that may be formatting by their first letter.
    """
    different = {tag for tag in set(starts) if _FORMATTING_TAG.match(tag)}
    if not all(map(_ORDERLY.fullmatch, different)):
        return True
    again = _SAME * _weight(different)
    if again * tags <= _REPEATED:
        return False
    formatting = [tag for tag in starts if tag in different]
    again = min(again, _weight(formatting))
    # what is open again was closed together with an element around it, and every element has begun with a tag
    return again * (tags - markup.count(b"</") - len(formatting)) > _REPEATED


def _weight(formatting: Collection[bytes]) -> float:
    """How many elements without attributes some orderly tags stand for, at most: an attribute follows a space, a stroke
    or a quotation mark that closes another."""
    joined = b" ".join(formatting)
    marks = joined.count(b'"') + joined.count(b"'")
    attributes = len(joined.split()) - len(formatting) + joined.count(b"/") + marks // 2
    return len(formatting) + _ATTRIBUTE * attributes


def _check_attributes(markup: bytes, limits: Limits) -> None:
    for tag in _TAG.finditer(markup):
        if tag["name"] is not None and len(tag[0]) > _LONG:
            names = _QUOTED.sub(b" ", tag[0]).replace(b"/", b" ").split()
            if len(names) > _ATTRIBUTES:
                raise _too_large(limits, "a tag of many attributes")


def _searched(markup: bytes) -> int:
    """How many open elements the parser looks at, roughly, if it looks at all of them at every tag.

    An end tag that may have nothing to close is taken to close nothing.
    """
    searched = roots = 0
    still_open = _Open()
    for tag in _TAG.finditer(markup):
        name = tag["name"]
        if name is None:
            continue
        name = name.lower()
        if tag["end"]:
            still_open.end(name)
        else:
            still_open.begin(name, empty=tag[0].endswith(b"/>"))
            roots += name in (b"html", b"body")
        searched += len(still_open.names) + 10 * roots
    return searched


class _Open:
    """The elements that are open at a place of a page, as far as the tags tell; never fewer than there are."""

    def __init__(self) -> None:
        self.names: list[bytes] = []
        self.drawings: list[int] = []  # where they stand among the names: in them, no element ends itself
        self.barriers: list[int] = []  # how many were open where a paragraph or a part of a table began

    def begin(self, name: bytes, *, empty: bool) -> None:
        """A start tag."""
        if name in _ENDS_ITSELF and (not self.drawings or empty):
            if name in _ENDS_ITSELF_AROUND_WORDS:
                self.barriers.append(len(self.names))
            return
        if name in (b"svg", b"math"):
            self.drawings.append(len(self.names))
        self.names.append(name)

    def end(self, name: bytes) -> None:
        """An end tag: it closes the last element of its name, and all in it, if nothing between keeps that open."""
        if name in _ENDS_ITSELF_AROUND_WORDS and self.barriers:
            self.barriers.pop()
        plain = name not in _KEEPS_OPEN
        keeps_open = _KEEPS_OPEN if plain else _KEEPS_ALL_OPEN
        lowest = max(len(self.names) - _NEAR, self.barriers[-1] if plain and self.barriers else 0, 0)
        for place in range(len(self.names) - 1, lowest - 1, -1):
            if self.names[place] == name:
                self._cut(place)
                return
            if self.names[place] in keeps_open:
                return

    def _cut(self, place: int) -> None:
        del self.names[place:]
        while self.drawings and self.drawings[-1] >= place:
            self.drawings.pop()
        while self.barriers and self.barriers[-1] > place:
            self.barriers.pop()


def _too_large(limits: Limits, found: str) -> TooLarge:
    return TooLarge(limit="max_cells", allowed=limits.max_cells, found=found)
