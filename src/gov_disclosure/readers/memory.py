"""Memory between documents: what a parser has freed is kept for the next one."""

import sys
from functools import cache

__all__ = ["keep_freed_memory"]

_BLOCK = 2 << 20  # bytes: somewhat more than the tree of a long page


@cache
def keep_freed_memory() -> None:
    """Let the C library keep up to 4 MB of what is freed, as it does in any process that has freed a large block.

    Until then glibc hands a parser's memory back to the system after each document and asks for it again at the
    next, which is a seventh of the time that a web page takes. It learns from the first large block that is freed;
    this one is never touched. Elsewhere nothing happens.
    """
    if sys.platform == "linux":
        bytearray(_BLOCK)
