"""Templates as files."""

import os
from collections.abc import Callable
from pathlib import PurePath

from gov_disclosure.model.forms import Form
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.notices import Notice
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.errors import UnknownTarget
from gov_disclosure.writers.files import put_in_place, refuse_existing
from gov_disclosure.writers.official import lost_evidence
from gov_disclosure.writers.template.start import start

__all__ = ["TEMPLATE_FORMATS", "template_file", "write_template"]


def _workbook(report: AnnualReport, previous: AnnualReport | None) -> bytes:
    from gov_disclosure.writers.template.workbook import template_workbook

    return template_workbook(report, previous)


def _document(report: AnnualReport, previous: AnnualReport | None) -> bytes:
    from gov_disclosure.writers.docx import document_bytes
    from gov_disclosure.writers.official import official

    return document_bytes(official(report))


#: The formats that templates come in.
TEMPLATE_FORMATS: dict[str, Callable[[AnnualReport, AnnualReport | None], bytes]] = {
    "xlsx": _workbook,
    "docx": _document,
}


def template_file(
    form: Form | str,
    *,
    format: str = "xlsx",  # noqa: A002 - the word users know
    previous: AnnualReport | Reading | None = None,
    year: int | None = None,
    issuer: str | None = None,
) -> bytes:
    """A form to fill in, as the bytes of a file.

    ``xlsx`` is a workbook that checks itself: the official tables, last year's figures beside them, 上年结转
    filled in from last year's 结转下年度, and every identity as a live formula. ``docx`` is the empty official
    document. ``previous`` is last year's report, on whichever edition. What is not filled in reads back blank.

    Raises :class:`~gov_disclosure.InvalidReport` for an edition that is not known and a
    :class:`~gov_disclosure.WriteError` for another format.
    """
    made = TEMPLATE_FORMATS.get(format)
    if made is None:
        raise UnknownTarget(target="-", format=format, known=", ".join(TEMPLATE_FORMATS))
    last = previous.report if isinstance(previous, Reading) else previous
    return made(start(Form(form), previous=last, year=year, issuer=issuer), last)


def write_template(
    form: Form | str,
    target: str | os.PathLike[str],
    *,
    previous: AnnualReport | Reading | None = None,
    year: int | None = None,
    issuer: str | None = None,
    overwrite: bool = False,
) -> tuple[Notice, ...]:
    """Write a form to fill in; its format is told by the file's ending. See :func:`template_file`.

    Returns notices of what of last year's reading is in doubt, since its figures are used without a mark.
    Raises a :class:`~gov_disclosure.WriteError` as :func:`gov_disclosure.write` does.
    """
    name = os.fspath(target)
    suffix = PurePath(name).suffix.lower()
    wanted = suffix.removeprefix(".")
    if wanted not in TEMPLATE_FORMATS:
        known = ", ".join(f".{format_}" for format_ in TEMPLATE_FORMATS)
        raise UnknownTarget(target=name, format=suffix, known=known)
    refuse_existing(target, overwrite=overwrite)
    content = template_file(form, format=wanted, previous=previous, year=year, issuer=issuer)
    put_in_place(target, content, overwrite=overwrite)
    return tuple(lost_evidence(previous)) if isinstance(previous, Reading) else ()
