"""A strategy that spoils text the way copying, printing and broken software do, and worse."""

from collections.abc import Callable

from hypothesis import strategies as st

__all__ = ["mangled"]

_JUNK = (
    "\x00\ufeff\ufffd\u200b\u3000\t\r\n\f\U0001f600\ud7ff"
    + "0123456789０１２９-—/.．,，、:：（）()|｜{零一二十百千万亿"
)
_MOST = 12


def mangled(texts: st.SearchStrategy[str] | str, *, most: int = _MOST) -> st.SearchStrategy[str]:
    """Texts cut off, torn, repeated, shuffled by lines, with characters lost or put in, up to ``most`` times.

    Args:
        texts: the texts to start from, or one text.
        most: how many things may happen to one text; it shrinks to none.
    """
    start = st.just(texts) if isinstance(texts, str) else texts
    return _mangled(start, most)


@st.composite
def _mangled(draw: st.DrawFn, texts: st.SearchStrategy[str], most: int) -> str:
    text = draw(texts)
    for _ in range(draw(st.integers(0, most))):
        text = draw(st.sampled_from(_WAYS))(draw, text)
    return text


def _span(draw: st.DrawFn, size: int) -> tuple[int, int]:
    start = draw(st.integers(0, size))
    return start, min(size, start + draw(st.integers(0, max(1, size // 3))))


def _truncate(draw: st.DrawFn, text: str) -> str:
    return text[: draw(st.integers(0, len(text)))]


def _lose(draw: st.DrawFn, text: str) -> str:
    start, stop = _span(draw, len(text))
    return text[:start] + text[stop:]


def _lose_one(draw: st.DrawFn, text: str) -> str:
    place = draw(st.integers(0, len(text)))
    return text[:place] + text[place + 1 :]


def _insert(draw: st.DrawFn, text: str) -> str:
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(st.text(_JUNK, min_size=1, max_size=6)) + text[place:]


def _repeat(draw: st.DrawFn, text: str) -> str:
    start, stop = _span(draw, len(text))
    return text[:stop] + text[start:]


def _move_lines(draw: st.DrawFn, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start, stop = _span(draw, len(lines))
    rest = lines[:start] + lines[stop:]
    place = draw(st.integers(0, len(rest)))
    return "".join([*rest[:place], *lines[start:stop], *rest[place:]])


def _reverse_lines(draw: st.DrawFn, text: str) -> str:
    lines = text.splitlines(keepends=True)
    start, stop = _span(draw, len(lines))
    return "".join([*lines[:start], *reversed(lines[start:stop]), *lines[stop:]])


def _join_lines(draw: st.DrawFn, text: str) -> str:
    start, stop = _span(draw, len(text))
    return text[:start] + text[start:stop].replace("\n", draw(st.sampled_from(["", " ", "\t"]))) + text[stop:]


def _spread(draw: st.DrawFn, text: str) -> str:
    start, stop = _span(draw, min(len(text), start_limit(text)))
    return text[:start] + draw(st.sampled_from(["\n", " ", "\u3000"])).join(text[start:stop]) + text[stop:]


def start_limit(text: str) -> int:
    """How far into a text single characters are spread out, so that it does not grow without end."""
    return min(len(text), 2_000)


_WAYS: tuple[Callable[[st.DrawFn, str], str], ...] = (
    _lose_one,
    _insert,
    _truncate,
    _lose,
    _repeat,
    _move_lines,
    _reverse_lines,
    _join_lines,
    _spread,
)
