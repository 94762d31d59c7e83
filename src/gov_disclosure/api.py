"""Reading, checking and writing: the front door that joins readers, the interpreter, checks and writers."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, TypeAlias

import attrs

from gov_disclosure import reading
from gov_disclosure.model.errors import GovDisclosureError, InvalidReport
from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.reading import Reading, Source

if TYPE_CHECKING:
    from gov_disclosure.writers import Writer, Written

__all__ = ["Readable", "read", "read_all", "read_many", "write"]

Readable: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | IO[bytes]


def read(
    source: Readable,
    *,
    format: str | None = None,  # noqa: A002 - the word users know
    form: Form | str | None = None,
    engine: str | None = None,
    password: str | None = None,
    limits: Limits | None = None,
) -> Reading:
    """The report in a document.

    ``source`` is a path (``str`` or ``PathLike``) or content (``bytes`` or a binary file). The kind of document is
    told by its content; ``format`` says it instead. ``form`` settles the edition of the form where the document
    does not tell it. ``engine`` picks a PDF engine (``"pdfium"``, ``"pdfminer"``).

    Raises a :class:`~gov_disclosure.ReadError` that says what is wrong and where;
    :class:`~gov_disclosure.SeveralReports` where the document holds several reports that differ.

        >>> import gov_disclosure
        >>> reading = gov_disclosure.read("examples/example-district-2020.txt")
        >>> reading.report.form, reading.report.year
        (Form('2019'), 2020)
        >>> reading.report["applications.results.unavailable.not_held.total"]
        12
    """
    readings = read_all(source, format=format, form=form, engine=engine, password=password, limits=limits)
    first = readings[0]
    if len(readings) == 1:
        return first
    titles = "; ".join(reading.report.title or "?" for reading in readings)
    if any(tuple(other.report.cells()) != tuple(first.report.cells()) for other in readings[1:]):
        raise reading.SeveralReports(source=first.source.document, count=len(readings), titles=titles)
    if len({(reading.report.issuer, reading.report.year) for reading in readings}) == 1:
        return first
    # Two bodies that received nothing have the same figures, and are two reports all the same.
    said = notice("several-agree", params={"count": len(readings), "titles": titles})
    return attrs.evolve(first, notices=(*first.notices, said))


def read_all(
    source: Readable,
    *,
    format: str | None = None,  # noqa: A002
    form: Form | str | None = None,
    engine: str | None = None,
    password: str | None = None,
    limits: Limits | None = None,
) -> tuple[Reading, ...]:
    """All reports in a document, in order; for the arguments and errors see :func:`read`."""
    bounds = limits if limits is not None else Limits()
    wanted = _form(form)
    name, content = _content(source, bounds)
    try:
        return _read(content, name, format, wanted, engine, password, bounds)
    except reading.ReadError as error:
        if error.source is None and name is not None:
            raise attrs.evolve(error, source=name) from error
        raise
    except RecursionError as error:
        raise reading.Damaged(
            source=name, reason="it is nested too deeply", reason_zh="嵌套层次过深"
        ) from error
    except MemoryError as error:
        raise reading.Damaged(
            source=name, reason="it needs too much memory", reason_zh="所需内存过大"
        ) from error


def _read(
    content: bytes,
    name: str | None,
    format_: str | None,
    form: Form | None,
    engine: str | None,
    password: str | None,
    limits: Limits,
) -> tuple[Reading, ...]:
    from gov_disclosure.interpret import interpret
    from gov_disclosure.readers import Options, pick_reader

    if format_ == "json" or (format_ is None and _is_own_json(content)):
        return (_own_json(content, name),)
    options = Options(name=name, engine=engine, password=password, limits=limits)
    document = pick_reader(content, name, format_).read(content, options)
    source = Source(
        document=name,
        sha256=hashlib.sha256(content).hexdigest(),
        reader=document.reader,
        engine=document.engine,
    )
    return interpret(document, form=form, source=source, limits=limits)


def _form(form: Form | str | None) -> Form | None:
    if form is None:
        return None
    try:
        return Form(form)
    except InvalidReport as error:
        raise reading.UnknownForm(
            reason=f"no edition {form!r} is known", reason_zh=f"没有“{form}”版式", known=", ".join(editions())
        ) from error


def _content(source: Readable, limits: Limits) -> tuple[str | None, bytes]:
    if isinstance(source, bytes | bytearray | memoryview):
        content = bytes(source)
        limits.check_bytes(len(content))
        return None, content
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        try:
            # pathlib brings half a dozen modules with it, and this is all there is to do with a path
            size = os.stat(name).st_size  # noqa: PTH116
            limits.check_bytes(size)
            with open(name, "rb") as file:  # noqa: PTH123
                content = file.read(limits.max_bytes + 1)
        except (OSError, ValueError) as error:
            raise reading.Unreadable(source=str(name), reason=_reason(error)) from error
        except reading.ReadError as error:
            raise attrs.evolve(error, source=str(name)) from error
        limits.check_bytes(len(content))
        return str(name), content
    content = source.read(limits.max_bytes + 1)
    if not isinstance(content, bytes):
        raise TypeError("a binary file is needed: open it with mode 'rb'")
    limits.check_bytes(len(content))
    given = getattr(source, "name", None)
    return (given if isinstance(given, str) else None), content


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).strip()


def _is_own_json(content: bytes) -> bool:
    head = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"gov_disclosure.' in head


def _own_json(content: bytes, name: str | None) -> Reading:
    from gov_disclosure.interchange.report_json import READING_FORMAT, loads, loads_reading

    try:
        if READING_FORMAT.encode() in content[:400]:
            return loads_reading(content)
        report = loads(content)
    except InvalidReport as error:
        problems = error.message("en").splitlines()
        raise reading.Damaged(
            source=name,
            reason=f"it is no valid report: {problems[0]}",
            reason_zh=f"不是有效的报告：{error.message('zh').splitlines()[0]}",
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    return Reading(report=report, source=Source(document=name, sha256=digest, reader="json"))


def read_many(
    sources: Iterable[Readable],
    *,
    workers: int | None = None,
    format: str | None = None,  # noqa: A002
    form: Form | str | None = None,
    engine: str | None = None,
    password: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Reading | GovDisclosureError]:
    """The readings of many documents, in order; a document that cannot be read gives its error as a value.

    ``workers`` processes read at the same time (default: one for each processor; 1 reads in this process). A
    document that kills its worker is given as :class:`~gov_disclosure.Damaged`, and the others are still read.
    """
    from gov_disclosure.many import read_in_processes

    options = {"format": format, "form": form, "engine": engine, "password": password, "limits": limits}
    return read_in_processes(
        sources, workers, {name: value for name, value in options.items() if value is not None}
    )


def write(
    report_or_reading: AnnualReport | Reading,
    target: str | os.PathLike[str] | IO[bytes],
    *,
    format: str | None = None,  # noqa: A002
    overwrite: bool = False,
) -> tuple[Notice, ...]:
    """Write a report (or a reading, with its evidence) in the format named, or told by the file's ending.

    A file is written whole or not at all, and never over an existing one unless ``overwrite`` is true. Returns
    notices of what the format cannot hold: a file that can be read is read back before it is put in its place,
    and whatever would come back otherwise is named. Raises a :class:`~gov_disclosure.WriteError`.
    """
    from gov_disclosure.writers import pick_writer
    from gov_disclosure.writers.files import put_in_place, refuse_existing

    if not isinstance(target, str | os.PathLike):
        written = _written(pick_writer(str(getattr(target, "name", "")), format), report_or_reading)
        target.write(written.content)
        return written.notices
    writer = pick_writer(os.fspath(target), format)
    refuse_existing(target, overwrite=overwrite)
    written = _written(writer, report_or_reading)
    put_in_place(target, written.content, overwrite=overwrite)
    return written.notices


def _written(writer: "Writer", report_or_reading: AnnualReport | Reading) -> "Written":
    """The file, with a notice of everything that it says otherwise than the report when it is read back."""
    from gov_disclosure.read_back import differences

    written = writer.write(report_or_reading)
    reader = getattr(writer, "reads_as", None)
    if reader is None:
        return written
    report = report_or_reading.report if isinstance(report_or_reading, Reading) else report_or_reading
    found = differences(report, written.content, reader)
    return attrs.evolve(written, notices=(*written.notices, *found))
