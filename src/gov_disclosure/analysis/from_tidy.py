"""Readings out of tidy data, so that what was saved or filtered can be seen through another edition once more.

>>> import gov_disclosure
>>> from gov_disclosure.analysis import crosswalk_table, readings_from_tidy, tidy
>>> frame = tidy(gov_disclosure.read("examples/example-district-2020.txt")).to_pandas()
>>> crosswalk_table(readings_from_tidy(frame), "2021")
<Table cells: 207 rows × 24 columns>
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Any, cast

from gov_disclosure.model.errors import InvalidReport, Problem
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Form
from gov_disclosure.reading.evidence import FLAGS, KINDS, Evidence, Flag, Kind
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.reading import Reading, Source

__all__ = ["readings_from_tidy"]

_NOTHING = frozenset({"", "nan", "NaN", "<NA>", "NaT", "None"})


def readings_from_tidy(frame: Any) -> Iterator[Reading]:
    """The readings whose cells are the rows of a table of tidy data, one for each ``report``.

    ``frame`` is a :class:`Table`, a data frame of pandas or polars, an Arrow table, or any rows that are mappings.
    Its rows may have been read from CSV, where every value is text. What tidy data does not hold is not there:
    the text, places, notices and figures without a cell. Raises :class:`~gov_disclosure.InvalidReport` for a column
    that is missing, an unknown path, or a value that is no number.
    """
    for _, together in groupby(_records(frame), key=lambda record: str(_need(record, "report"))):
        yield _reading(list(together))


def _records(frame: Any) -> Iterable[Mapping[str, Any]]:
    for name, arguments in (("to_dicts", ()), ("to_pylist", ()), ("to_dict", ("records",))):
        method = getattr(frame, name, None)
        if method is not None:
            return cast(Iterable[Mapping[str, Any]], method(*arguments))
    return cast(Iterable[Mapping[str, Any]], frame)


def _need(record: Mapping[str, Any], name: str) -> object:
    if name not in record:
        raise InvalidReport(problems=(Problem(path=name, code="missing-key"),))
    return _said(record[name])


def _said(value: object) -> object:
    """A value, None for what libraries of data frames put where there is none."""
    return None if value is None or str(value) in _NOTHING else value


def _reading(records: list[Mapping[str, Any]]) -> Reading:
    first = records[0]
    form = Form(str(_need(first, "form")))
    values: dict[str, Value] = {}
    evidence: dict[str, Evidence] = {}
    for record in records:
        path, kind = str(_need(record, "path")), str(_need(record, "kind"))
        if kind not in KINDS:
            raise InvalidReport(problems=(Problem(path=path, code="wrong-value", value=repr(kind)),))
        evidence[path] = Evidence(
            raw=_text(record.get("raw")),
            kind=cast(Kind, kind),
            flags=_flags(record.get("flags")),
            doubt=str(record.get("doubt")).lower() in ("true", "1"),
        )
        if kind != "absent":
            values[path] = _number(form, path, _need(record, "value"))
    year = _said(first.get("year"))
    present = {path.partition(".")[0] for path in values}
    tables: dict[str, Any] = {table.name: table.cls() for table in form.tables if table.name in present}
    report = form.report_class(
        year=None if year is None else int(float(str(year))), issuer=_text(first.get("issuer")), **tables
    )
    return Reading(
        report=report.replace(values),
        evidence=FrozenMapping(evidence),
        source=Source(document=_text(first.get("document"))),
    )


def _text(value: object) -> str | None:
    said = _said(value)
    return None if said is None else str(said)


def _flags(value: object) -> tuple[Flag, ...]:
    said = (_text(value) or "").split()
    return tuple(cast(Flag, flag) for flag in FLAGS if flag in said)


def _number(form: Form, path: str, value: object) -> Value:
    if value is None:
        return None
    try:
        amount = Decimal(str(value))
    except InvalidOperation as error:
        raise InvalidReport(problems=(Problem(path=path, code="wrong-value", value=repr(value)),)) from error
    field = form.get(path)  # where there is none, replacing cells says so
    whole = amount.is_finite() and amount == amount.to_integral_value()
    return int(amount) if whole and field is not None and field.type != "decimal" else amount
