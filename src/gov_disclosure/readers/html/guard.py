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
_ATTRIBUTE_SHARE = 2, 5  # what an attribute adds to such an element
_SEARCHED = 1_000_000_000  # open elements looked at
_SHALLOW = 30_000  # tags below which the depth of a page cannot matter much
_LONG = 8_000  # bytes of a tag that may hold many attributes
_STRIDE = 32_000  # a tag of twice as many bytes is never overlooked
_ATTRIBUTES = 2_000

_SAME = 3  # open formatting elements that are the same, at most: the standard drops the first of four
# Where it looks back, it sorts out what begins with s or t: span, table, td, tr.
_FORMATTING_START = re.compile(rb"<[abceifnustABCEIFNUST](?<!<[sStT](?![mtMT\s/]))[^<>]*+>?")
# A tag that surely ends where it seems to.
_ORDERLY = re.compile(
    rb"<[a-zA-Z]+(?:\s+[^\s<>\"'=/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=`<>]+))?)*+\s*+/?>"
)
_FORMATTING_NAME = re.compile(
    rb"<(/?)(?:a|b|big|code|em|font|i|nobr|small|strong|tt|u)(?=[\s/>])", re.IGNORECASE
)
_STRUCK_NAME = re.compile(rb"<(/?)(?:s|strike)(?=[\s/>])", re.IGNORECASE)
_TAGS_THAT_END_THEMSELVES = (
    b"p li td th tr tbody thead tfoot table caption colgroup option area base br col embed hr img input link "
    b"meta param source track wbr frame basefont bgsound"
)
_ENDS_ITSELF = frozenset(_TAGS_THAT_END_THEMSELVES.split())
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
    if any(markup.find(b">", start, start + _LONG) < 0 for start in range(0, len(markup) - _LONG, _STRIDE)):
        _check_attributes(markup, limits)
    return markup


def _may_multiply(formatting: Sequence[bytes], markup: bytes, tags: int) -> bool:
    """Whether each of some tags could open all formatting elements again, and make too many of them."""
    different = set(formatting)
    if not all(map(_ORDERLY.fullmatch, different)):
        return True
    again = _SAME * _weight(different)
    if again * tags <= _REPEATED:
        return False
    again = min(again, _weight(formatting))
    # what is open again was closed together with an element around it, and every element has begun with a tag
    return again * (tags - markup.count(b"</") - len(formatting)) > _REPEATED


def _weight(formatting: Collection[bytes]) -> float:
    """How many elements without attributes some orderly tags stand for; spaces in values count as attributes."""
    share, whole = _ATTRIBUTE_SHARE
    attributes = len(b" ".join(formatting).split()) - len(formatting)
    return len(formatting) + attributes * share / whole


def _check_attributes(markup: bytes, limits: Limits) -> None:
    for tag in _TAG.finditer(markup):
        if tag["name"] is not None and len(tag[0]) > _LONG:
            names = _QUOTED.sub(b" ", tag[0]).replace(b"/", b" ").split()
            if len(names) > _ATTRIBUTES:
                raise _too_large(limits, "a tag of many attributes")


def _searched(markup: bytes) -> int:
    """How many open elements the parser looks at, roughly, if it looks at all of them at every tag; never fewer than
    it would, as an end tag that may have nothing to close is taken to close nothing."""
    searched = roots = 0
    still_open: list[bytes] = []
    drawings: list[int] = []  # where they stand among the open ones: in them, no element ends itself
    for tag in _TAG.finditer(markup):
        name = tag["name"]
        if name is None:
            continue
        name = name.lower()
        if tag["end"]:
            _close(still_open, name)
            while drawings and drawings[-1] >= len(still_open):
                drawings.pop()
        elif name not in _ENDS_ITSELF or (drawings and not tag[0].endswith(b"/>")):
            if name in (b"svg", b"math"):
                drawings.append(len(still_open))
            still_open.append(name)
            if name in (b"html", b"body"):
                roots += 1
        searched += len(still_open) + 10 * roots
    return searched


def _close(still_open: list[bytes], name: bytes) -> None:
    """Take out what an end tag closes: the last element of its name, and all in it, if nothing stands between that
    keeps it open."""
    keeps_open = _KEEPS_ALL_OPEN if name in _KEEPS_OPEN else _KEEPS_OPEN
    for place in range(len(still_open) - 1, max(len(still_open) - _NEAR, 0) - 1, -1):
        if still_open[place] == name:
            del still_open[place:]
            return
        if still_open[place] in keeps_open:
            return


def _too_large(limits: Limits, found: str) -> TooLarge:
    return TooLarge(limit="max_cells", allowed=limits.max_cells, found=found)
