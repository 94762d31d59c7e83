"""Reading a written file back: whether it says what the report says, and a notice of everything it does not."""

from collections.abc import Iterator

from gov_disclosure.model.fields import Value
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.model.report import PARTICULAR_LABELS, PRINTED_METADATA, AnnualReport
from gov_disclosure.reading.errors import ReadError
from gov_disclosure.reading.limits import Limits
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["differences"]

_LONGEST = 40


def differences(report: AnnualReport, content: bytes, reader: str) -> tuple[Notice, ...]:
    """What a file that was written for ``report`` says otherwise when ``reader`` reads it.

    No notice means that cells, particulars and text come back as they are in the report.
    """
    from gov_disclosure.interpret import interpret
    from gov_disclosure.readers import Options, pick_reader

    limits = Limits()
    try:
        document = pick_reader(content, None, reader).read(content, Options(limits=limits))
        readings = interpret(document, limits=limits)
    except ReadError as error:
        params = {"reason": error.message("en"), "reason_zh": error.message("zh")}
        return (notice("not-readable", params=params),)
    return tuple(_differences(report, readings[0].report))


def _differences(report: AnnualReport, read: AnnualReport) -> Iterator[Notice]:
    if report.form != read.form and report.form is not None:
        yield _otherwise("form", report.form, read.form)
        return
    if report.year != read.year:
        yield _otherwise("year", report.year, read.year)
    for name in PRINTED_METADATA:
        if getattr(report, name) != getattr(read, name):
            yield _otherwise(PARTICULAR_LABELS[name], getattr(report, name), getattr(read, name), (name,))
    if report.form is not None:
        for field in report.form.fields:
            if report[field.path] != read[field.path]:
                yield _otherwise(field.label(), report[field.path], read[field.path], (field.path,))
    yield from _text("preamble", report.preamble, read.preamble)
    for section in SECTIONS:
        there, here = getattr(report.narrative, section.name), getattr(read.narrative, section.name)
        yield from _text(section.heading, there, here)


def _text(label: str, written: tuple[str, ...] | None, read: tuple[str, ...] | None) -> Iterator[Notice]:
    if written == read:
        return
    if written is None or read is None:
        yield _otherwise(label, _count(written), _count(read))
        return
    for place, paragraph in enumerate(written):
        if paragraph not in read[place : place + 1]:
            found = read[place] if place < len(read) else None
            yield _otherwise(f"{label} ({place + 1})", _short(paragraph), _short(found))
            return
    yield _otherwise(label, _count(written), _count(read))


def _count(paragraphs: tuple[str, ...] | None) -> str | None:
    return None if paragraphs is None else f"{len(paragraphs)} ¶"


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _otherwise(label: str, value: object, read: object, paths: tuple[str, ...] = ()) -> Notice:
    params = {"label": label, "value": _said(value), "read": _said(read)}
    return notice("not-as-written", paths=paths, params=params)


def _said(value: "Value | object") -> str:
    return "–" if value is None else f"“{value}”" if isinstance(value, str) else str(value)
