"""Cells in doubt of which no notice has told yet: a person who sees the doubt must be able to find out why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from gov_disclosure.model.forms import Form, FormRow
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.notices import Notice, Severity, notice

__all__ = ["say_what_is_in_doubt"]


def say_what_is_in_doubt(
    form: Form, evidence: Mapping[str, Evidence], notices: Iterable[Notice]
) -> Iterator[Notice]:
    """One notice for each table with cells in doubt that no warning names."""
    unsaid = {path for path, found in evidence.items() if found.doubt}
    if not unsaid:
        return
    unsaid.difference_update(*(said.paths for said in notices if said.severity is not Severity.info))
    for table in form.tables:
        rows = [row for row in table.rows if any(field.path in unsaid for field in row.fields)]
        if rows:
            paths = tuple(field.path for row in rows for field in row.fields if field.path in unsaid)
            printed = [row for row in table.rows if evidence[row.fields[0].path].kind != "absent"]
            told = {"label": table.section.title, "count": len(rows), "rows": _named(rows, printed)}
            yield notice("rows-unclear", paths=paths, place=evidence[paths[0]].place, params=told)


def _named(rows: Sequence[FormRow], printed: Sequence[FormRow]) -> str:
    """The labels of rows; of three and more that stand together the first and the last."""
    names: list[str] = []
    paths = {row.path for row in rows}
    for told, together in groupby(printed, key=lambda row: row.path in paths):
        labels = [row.label for row in together]
        if told:
            names += labels if len(labels) < 3 else [f"{labels[0]} … {labels[-1]}"]
    return "、".join(names)
