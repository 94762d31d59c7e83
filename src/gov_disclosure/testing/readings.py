"""Strategies for readings: reports with the evidence that reading them from a document would leave."""

import hashlib
from collections.abc import Callable

from hypothesis import strategies as st

from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, Form
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.evidence import Evidence, Kind, Unplaced
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.reading import Reading, Source
from gov_disclosure.testing.reports import reports as reports_

__all__ = ["readings"]

_PARTICULARS = ("title", "issuer", "year", "period")
_NOTHINGS: tuple[tuple[Kind, str | None], ...] = (
    ("blank", None),
    ("dash", "-"),
    ("dash", "—"),
    ("slash", "/"),
    ("text", "无"),
    ("unread", "1?2"),
)


def readings(
    source: Form | str | st.SearchStrategy[AnnualReport] | None = None, *, doubts: bool = True
) -> st.SearchStrategy[Reading]:
    """Reports with plausible evidence for every cell and for title, issuer, year and period.

    A figure is printed as bodies print it (``1,234``, ``减 17``); a blank cell is blank, a dash, a slash, a
    word or unread; the cells of a row that is not there are absent.

    Args:
        source: an edition of the form, or a strategy of reports; by default consistent reports on any
            edition.
        doubts: some cells are unread or in doubt, some were repaired (with a notice), and figures found no
            place.
    """
    found = source if isinstance(source, st.SearchStrategy) else reports_(source)
    return _readings(found, doubts)


@st.composite
def _readings(draw: st.DrawFn, reports: st.SearchStrategy[AnnualReport], doubts: bool) -> Reading:
    report = draw(reports)
    placed = draw(st.sampled_from(_PLACES))
    habits = draw(st.binary(min_size=32, max_size=32))
    evidence: dict[str, Evidence] = {}
    for number, name in enumerate(_PARTICULARS, start=1):
        value = getattr(report, name)
        raw = None if value is None else str(value)
        kind: Kind = "text" if value is not None else "absent"
        evidence[name] = Evidence(raw=raw, kind=kind, place=None if raw is None else placed(number, 1))
    notices: list[Notice] = []
    fields = report.form.fields if report.form is not None else ()
    for number, field in enumerate(fields):
        habit = habits[number % len(habits)]
        found = _cell(report, field, placed, number, habit, doubts)
        evidence[field.path] = found
        if "repaired" in found.flags:
            notices.append(_repaired(field, found, report[field.path]))
    unplaced = draw(_unplaced(placed)) if doubts else ()
    return Reading(
        report=report,
        evidence=FrozenMapping(evidence),
        unplaced=unplaced,
        notices=tuple(notices),
        source=draw(_sources()),
    )


def _cell(
    report: AnnualReport,
    field: Field,
    placed: Callable[[int, int], Place],
    number: int,
    habit: int,
    doubts: bool,
) -> Evidence:
    if not report.prints(field.path):
        return Evidence(kind="absent")
    place = placed(number // 7 + 10, number % 7 + 1)
    value = report[field.path]
    if value is None:
        choices = _NOTHINGS if doubts else _NOTHINGS[:-1]
        kind, raw = choices[habit % len(choices)]
        return Evidence(raw=raw, kind=kind, place=place, doubt=kind == "unread")
    raw = _printed(value, habit)
    if doubts and habit > 250:
        return Evidence(raw=" ".join(raw), place=place, flags=("repaired",), doubt=bool(habit % 2))
    return Evidence(raw=raw, place=place)


def _printed(value: Value, habit: int) -> str:
    """A figure as bodies print it."""
    assert value is not None
    if value < 0 and habit % 2:
        return f"减 {-value}"
    kind = "d" if isinstance(value, int) else "f"
    return f"{value:{',' if habit % 3 == 1 else ''}{kind}}"


def _repaired(field: Field, found: Evidence, value: Value) -> Notice:
    return notice(
        "repaired",
        paths=(field.path,),
        place=found.place,
        params={
            "label": field.label(),
            "raw": found.raw,
            "value": value,
            "reason": "the row adds up",
            "reason_zh": "该行合计相符",
        },
    )


def _unplaced(placed: Callable[[int, int], Place]) -> st.SearchStrategy[tuple[Unplaced, ...]]:
    figure = st.builds(
        lambda value, line: Unplaced(
            labels=("附表", "其他数据"), raw=str(value), value=value, place=placed(line, 1)
        ),
        st.integers(0, 500),
        st.integers(200, 300),
    )
    return st.lists(figure, max_size=2).map(tuple)


def _sources() -> st.SearchStrategy[Source]:
    def made(name: str) -> Source:
        return Source(document=name, sha256=hashlib.sha256(name.encode()).hexdigest(), reader="text")

    return st.sampled_from(["年度报告.txt", "report-2021.txt", "示例区.txt"]).map(made)


def _in_text(row: int, column: int) -> Place:
    return Place(line=row, column=column * 4)


def _in_table(row: int, column: int) -> Place:
    return Place(table=1, row=row, column=column)


def _on_page(row: int, column: int) -> Place:
    left, top = 40.0 * column, 12.5 * (row % 60)
    return Place(page=row // 60 + 1, box=(left, top, left + 30.0, top + 10.0))


def _in_workbook(row: int, column: int) -> Place:
    return Place(sheet="Sheet1", cell=f"{chr(64 + column)}{row}")


_PLACES: tuple[Callable[[int, int], Place], ...] = (_in_text, _in_table, _on_page, _in_workbook)
