"""Old Word and WPS files (``.doc``, ``.wps``): turned into DOCX by another program, then read as such.

Two programs can do it: msdoc2docx, of the extra ``legacy``, and an installed LibreOffice. Both work on a
temporary directory of their own, in a process of their own that is ended when the time is up.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from gov_disclosure.documents import Document
from gov_disclosure.readers.compound import OLE, CompoundFile
from gov_disclosure.readers.docx import read_package
from gov_disclosure.readers.protocol import Options
from gov_disclosure.reading.errors import Damaged, Encrypted, MissingExtra, ReadError, TooLarge
from gov_disclosure.reading.limits import Limits

__all__ = ["LegacyReader"]

_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_MEMORY = 4 << 30  # bytes that a conversion may take, where the system lets us say so
_NO_PASSWORD, _WRONG = 3, 4

# Runs in a process of its own: input, output, and the password (if any) on the standard input.
_CONVERT = f"""
import sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY}))
except (ImportError, ValueError, OSError):
    pass
import doc2docx
from doc2docx.errors import EncryptedDocumentError
try:
    doc2docx.convert(sys.argv[1], sys.argv[2], password=sys.stdin.read() or None)
except EncryptedDocumentError:
    sys.exit({_NO_PASSWORD})
except Exception as error:
    print(error, file=sys.stderr)
    sys.exit({_WRONG})
"""


class LegacyReader:
    """Reads the binary Word and WPS documents of before 2007 (and of WPS to this day)."""

    name = "doc"

    def recognises(self, head: bytes, name: str | None) -> bool:
        """Whether content starts like a compound file and is named like an old document."""
        return head.startswith(OLE) and (name or "").lower().endswith((".doc", ".dot", ".wps"))

    def read(self, content: bytes, options: Options) -> Document:
        """The document.

        Raises :class:`~gov_disclosure.MissingExtra` where neither program is there,
        :class:`~gov_disclosure.Encrypted`, :class:`~gov_disclosure.Damaged` or
        :class:`~gov_disclosure.TooLarge`.
        """
        limits = options.limits
        limits.check_bytes(len(content))
        if "EncryptedPackage" in CompoundFile(content).names:
            raise Encrypted
        engines = list(_engines())
        if not engines:
            raise MissingExtra(
                extra="legacy",
                package="msdoc2docx (or an installed LibreOffice)",
                purpose="reading .doc and .wps files",
            )
        failure: ReadError | None = None
        for engine, program in engines:
            try:
                converted = _convert(content, engine, program, options.password, limits)
                return read_package(converted, limits, reader=self.name, engine=engine)
            except (Damaged, TooLarge) as error:
                failure = failure or error
        assert failure is not None
        raise failure


def _engines() -> Iterator[tuple[str, str]]:
    """The programs that are there, the better one first."""
    if sys.executable and find_spec("doc2docx") is not None:
        yield "msdoc2docx", sys.executable
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found is not None:
            yield "libreoffice", found
            return
    for place in _USUAL_PLACES:
        if Path(place).is_file():
            yield "libreoffice", place
            return


def _convert(content: bytes, engine: str, program: str, password: str | None, limits: Limits) -> bytes:
    with tempfile.TemporaryDirectory(prefix="gov_disclosure-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "in" / "document.doc"
        target = folder / "out" / "document.docx"
        source.parent.mkdir()
        target.parent.mkdir()
        source.write_bytes(content)
        if engine == "libreoffice":
            command = _libreoffice(program, folder, source, target.parent)
            given = ""
        else:
            command = [program, "-c", _CONVERT, str(source), str(target)]
            given = password or ""
        status, complaint = _run(command, given, limits)
        if status == _NO_PASSWORD and engine != "libreoffice":
            raise Encrypted
        if not target.is_file():
            reason = complaint or "no reason was given"
            raise Damaged(
                reason=f"{engine} could not convert it ({reason})", reason_zh=f"{engine} 无法转换该文件"
            )
        limits.check_bytes(target.stat().st_size)
        return target.read_bytes()


def _libreoffice(program: str, folder: Path, source: Path, target: Path) -> Sequence[str]:
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(target),
        str(source),
    ]


def _run(command: Sequence[str], given: str, limits: Limits) -> tuple[int, str]:
    """Run a program; returns its exit status and the last line of its complaints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment if command[1] == "-c" else None,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            _, complaints = process.communicate(given, timeout=limits.max_seconds)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise TooLarge(
                limit="max_seconds", allowed=limits.max_seconds, found="more, for the conversion"
            ) from error
        except BaseException:
            _end(process)
            raise
    lines = complaints.strip().splitlines()
    return process.returncode, lines[-1][:200] if lines else ""


def _end(process: "subprocess.Popen[str]") -> None:
    """End a program and those that it started."""
    if os.name == "posix":
        import signal

        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()
