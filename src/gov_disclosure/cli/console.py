"""Where output goes: standard output or a file, in an encoding that may know little Chinese."""

import codecs
import contextlib
import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from gov_disclosure.language.patterns import regex

if TYPE_CHECKING:
    from gov_disclosure.model.errors import Lang
    from gov_disclosure.writers.terminal import Line

__all__ = ["Console", "OutputClosed", "OutputFailed"]

_NARROWEST, _WIDEST, _DEFAULT = 60, 120, 100
_STYLES = {
    "title": "bold",
    "head": "cyan",
    "quiet": "dim",
    "zero": "dim",
    "mended": "yellow",
    "doubt": "bold yellow",
    "broken": "bold red",
}


class OutputClosed(Exception):
    """The other end of the pipe is gone."""


class OutputFailed(Exception):
    """The output cannot be written."""


class Console:
    """Standard output and standard error of one run, its language, and the exit status so far."""

    def __init__(self, *, lang: "Lang") -> None:
        self.lang = lang
        self.status = 0
        self._out: TextIO = sys.stdout
        self._err: TextIO = sys.stderr
        self._painter: Any = None
        self._progress_shown = False
        codecs.register_error(_REPLACE, _replaced)
        for stream in (self._out, self._err):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors=_REPLACE)

    def worsen(self, status: int) -> None:
        """Raise the exit status; it never falls again."""
        self.status = max(self.status, status)

    @property
    def columns(self) -> int:
        """How wide lines may be: the terminal's width within reason, a fixed one elsewhere."""
        if not self._is_terminal():
            return _DEFAULT
        try:
            columns = os.get_terminal_size(self._out.fileno()).columns
        except (OSError, ValueError):
            columns = _DEFAULT
        return min(max(columns - 1, _NARROWEST), _WIDEST)

    @property
    def ascii_only(self) -> bool:
        """Whether machine output must be plain ASCII, since anything else would not come out as UTF-8."""
        encoding = getattr(self._out, "encoding", None) or "utf-8"
        return codecs.lookup(encoding).name not in ("utf-8", "utf-8-sig")

    def text(self, line: str = "") -> None:
        """A line for people; what a document could use to take over the terminal is made visible."""
        self._write(_CONTROL.sub("□", line) + "\n")

    def record(self, line: str) -> None:
        """A line for programs: JSON, in pure ASCII where the stream is not UTF-8."""
        self._write((_BEYOND_ASCII.sub(_escaped, line) if self.ascii_only else _encodable(line)) + "\n")

    def page(self, page: str) -> None:
        """A whole document, as it is."""
        self._write(page)

    def lines(self, lines: "Iterable[Line]") -> None:
        """Styled lines, in colour where they are shown on a terminal and ``rich`` is installed."""
        for line in lines:
            painter = self._colours()
            if painter is None:
                self.text("".join(span.text for span in line).rstrip())
            else:
                self._paint(painter, line)

    def complain(self, sentence: str) -> None:
        """A line on standard error."""
        self.progress_done()
        with contextlib.suppress(OSError, ValueError):
            print(f"gov-disclosure: {_CONTROL.sub('□', sentence)}", file=self._err, flush=True)

    def progress(self, done: int, total: int, name: str) -> None:
        """How far many files have come; on standard error, and only where nothing else scrolls by."""
        if total > 1 and self._err.isatty() and not self._is_terminal():
            shown = _CONTROL.sub("□", f"[{done}/{total}] {name}")[: _NARROWEST - 1]
            print(f"\r\x1b[K{shown}", end="", file=self._err, flush=True)
            self._progress_shown = True

    def progress_done(self) -> None:
        """Clear the line of progress."""
        if self._progress_shown:
            print("\r\x1b[K", end="", file=self._err, flush=True)
            self._progress_shown = False

    def flush(self) -> None:
        """Hand on what was written."""
        try:
            self._out.flush()
        except OSError as error:
            raise _failure(error) from error

    def abandon(self) -> None:
        """Give up standard output, so that the interpreter does not complain of it on its way out."""
        with contextlib.suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)

    @contextlib.contextmanager
    def into(self, target: str | None) -> Iterator[None]:
        """Send output to a file for a while: UTF-8, in place only once it is complete."""
        if target is None or target == "-":
            yield
            self.progress_done()
            return
        import tempfile
        from pathlib import Path

        path = Path(target)
        standard = self._out
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", dir=path.parent)
            self._out = os.fdopen(handle, "w", encoding="utf-8", errors=_REPLACE, newline="\n")
        except OSError as error:
            raise _failure(error) from error
        try:
            yield
            self._out.close()
            Path(name).chmod(_rights_of_new_files())
            Path(name).replace(path)
        except OSError as error:
            raise _failure(error) from error
        finally:
            self._out.close()
            self._out = standard
            self.progress_done()
            with contextlib.suppress(OSError):
                Path(name).unlink()

    def _write(self, text: str) -> None:
        self.progress_done()
        try:
            self._out.write(text)
        except OSError as error:
            raise _failure(error) from error

    def _is_terminal(self) -> bool:
        return self._out is sys.stdout and self._out.isatty()

    def _colours(self) -> Any:
        if self._painter is None:
            self._painter = (
                _painter(self._out) if self._is_terminal() and "NO_COLOR" not in os.environ else False
            )
        return self._painter or None

    def _paint(self, painter: Any, line: "Line") -> None:
        from rich.text import Text

        text = Text.assemble(*((_CONTROL.sub("□", span.text), _STYLES.get(span.style, "")) for span in line))
        text.rstrip()
        try:
            painter.print(text, soft_wrap=True)
        except OSError as error:
            raise _failure(error) from error


def _painter(stream: TextIO) -> Any:
    try:
        from rich.console import Console as RichConsole
    except ImportError:
        return False
    return RichConsole(file=stream, highlight=False, markup=False, emoji=False)


def _failure(error: OSError) -> Exception:
    # Windows says "invalid argument" where others say that the pipe is broken.
    gone = isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
    return OutputClosed() if gone else OutputFailed(error.strerror or str(error))


def _rights_of_new_files() -> int:
    """A temporary file is made for its owner alone; what comes in its place should be like any other."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


_REPLACE = "gov_disclosure.console"


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """A box for what the stream cannot show: a question mark would look like a mark of doubt."""
    assert isinstance(error, UnicodeEncodeError)
    count = error.end - error.start
    try:
        "□".encode(error.encoding)
    except UnicodeEncodeError:
        return "?" * count, error.end
    return "□" * count, error.end


_CONTROL = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BEYOND_ASCII = regex("[^\x00-\x7f]+")
_SURROGATE = regex("[\ud800-\udfff]")


def _escaped(found: re.Match[str]) -> str:
    return "".join(
        f"\\u{int.from_bytes(unit, 'big'):04x}"
        for character in found[0]
        for code in [character.encode("utf-16-be", "surrogatepass")]
        for unit in (code[:2], code[2:])
        if unit
    )


def _encodable(line: str) -> str:
    try:
        line.encode()
    except UnicodeEncodeError:
        # outside of strings JSON has nothing but ASCII
        return _SURROGATE.sub(_escaped, line)
    return line
