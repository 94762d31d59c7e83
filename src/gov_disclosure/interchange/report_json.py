"""Reports and readings as JSON documents that come back exactly as they went.

A document opens with ``format`` and ``version``; what follows is the object of the class, whose rules
:func:`~gov_disclosure.interchange.converter.make_converter` lists and whose schema
:func:`~gov_disclosure.interchange.schema.schema` gives.
"""

import json
from typing import Any

from gov_disclosure.interchange.converter import shared_converter
from gov_disclosure.interchange.parsing import Doubled, parse
from gov_disclosure.interchange.scalars import refused, under
from gov_disclosure.model import AnnualReport, InvalidReport, Problem
from gov_disclosure.reading import Limits, Reading

__all__ = ["READING_FORMAT", "REPORT_FORMAT", "VERSION", "dumps", "loads", "loads_reading"]

REPORT_FORMAT = "gov_disclosure.report"
READING_FORMAT = "gov_disclosure.reading"
#: The version of both formats; documents of every older version keep loading.
VERSION = 1

#: More problems than these are counted, not listed.
_LISTED = 1000
_LOADERS = {REPORT_FORMAT: "loads", READING_FORMAT: "loads_reading"}


def dumps(report_or_reading: AnnualReport | Reading, *, indent: int | None = None) -> str:
    """A report, or a reading with its evidence, as a JSON document.

    The text is real characters, not escapes: encode it as UTF-8. Money is a string with all its digits, a
    blank cell null, a row that is not printed null.

    Raises :class:`~gov_disclosure.InvalidReport` where something in it could not be read back: evidence for a
    cell that the form does not have, half a surrogate pair in a text, a number of more than 4300 digits.
    """
    if isinstance(report_or_reading, Reading):
        kind: type[Any] = Reading
        name = READING_FORMAT
    elif isinstance(report_or_reading, AnnualReport):
        kind, name = AnnualReport, REPORT_FORMAT
    else:
        raise TypeError(f"an AnnualReport or a Reading is needed, not {type(report_or_reading).__name__}")
    try:
        body = shared_converter().unstructure(report_or_reading, unstructure_as=kind)
        return json.dumps(
            {"format": name, "version": VERSION, **body}, ensure_ascii=False, allow_nan=False, indent=indent
        )
    except RecursionError:
        raise _too_deep() from None


def loads(text: str | bytes, *, limits: Limits | None = None) -> AnnualReport:
    """The report in a JSON document that :func:`dumps` (or anyone who keeps to the schema) has written.

    Raises :class:`~gov_disclosure.InvalidReport` with every problem of the document, each with its path: a
    key that is missing, unknown or given twice, a value of the wrong type, an edition or version that is not
    known. ``limits.max_bytes`` bounds its length.
    """
    report = _load(text, REPORT_FORMAT, AnnualReport, limits)
    assert isinstance(report, AnnualReport)
    return report


def loads_reading(text: str | bytes, *, limits: Limits | None = None) -> Reading:
    """The reading in a JSON document that :func:`dumps` has written; raises like :func:`loads`."""
    reading = _load(text, READING_FORMAT, Reading, limits)
    assert isinstance(reading, Reading)
    return reading


def _load(text: str | bytes, name: str, kind: type, limits: Limits | None) -> object:
    value = parse(text, max_bytes=(limits or Limits()).max_bytes)
    if not isinstance(value, dict):
        raise refused("wrong-value", value, "an object")
    problems = list(_header_problems(value, name))
    made: object = None
    try:
        made = shared_converter().structure(_without_header(value), kind)
    except InvalidReport as error:
        problems += error.problems
    except RecursionError:
        raise _too_deep() from None
    if problems:
        raise InvalidReport(problems=_bounded(problems))
    return made


def _header_problems(value: dict[str, Any], name: str) -> list[Problem]:
    found, version = value.get("format"), value.get("version")
    if found != name and isinstance(found, str) and found in _LOADERS:
        expected = f"{name!r} ({_LOADERS[found]}() reads this one)"
        raise InvalidReport(problems=under("format", refused("wrong-value", found, expected)))
    if found == name and type(version) is int and version > VERSION:
        raise InvalidReport(problems=under("version", refused("newer-version", version, str(VERSION))))
    problems = []
    for key, given, needed in (("format", found, name), ("version", version, VERSION)):
        if key not in value:
            problems.append(Problem(path=key, code="missing-key"))
        elif type(given) is not type(needed) or given != needed:
            problems += under(key, refused("wrong-value", given, repr(needed)))
    return problems


def _without_header(value: dict[str, Any]) -> dict[str, Any]:
    rest = {key: item for key, item in value.items() if key not in ("format", "version")}
    if type(value) is Doubled:
        doubled = Doubled(rest)
        doubled.keys_given_twice = value.keys_given_twice
        return doubled
    return rest


def _bounded(problems: list[Problem]) -> tuple[Problem, ...]:
    if len(problems) <= _LISTED:
        return tuple(problems)
    more = Problem(path="", code="more-problems", value=str(len(problems) - _LISTED))
    return (*problems[:_LISTED], more)


def _too_deep() -> InvalidReport:
    return InvalidReport(problems=(Problem(path="", code="too-deep"),))
