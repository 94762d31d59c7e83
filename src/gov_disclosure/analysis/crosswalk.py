"""A report of one edition seen through another, as far as their cells compare, with what was left behind.

>>> import gov_disclosure
>>> from gov_disclosure.analysis import as_form
>>> report = gov_disclosure.read("examples/example-district-2020.txt").report
>>> seen = as_form(report, "2021")
>>> seen.report["proactive.normative_documents.issued"], len(seen.dropped)
(247, 17)
>>> next(lost.reason() for lost in seen.dropped if lost.path.endswith("total_disclosed"))
'all that was ever disclosed is not what is in force'
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from gov_disclosure.analysis.correspondences import CORRESPONDENCES, Comparable, Link, links
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Form
from gov_disclosure.model.report import PRINTED_METADATA, AnnualReport
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.tidy import Item, Items, each, kinds_of, tidy

__all__ = ["CrossNote", "Crosswalked", "Dropped", "as_form", "crosswalk_table"]


@attrs.frozen(kw_only=True)
class Dropped:
    """A cell that has no counterpart in the other edition, with what it holds and why it was left behind."""

    path: str
    value: Value
    en: str
    zh: str

    def reason(self, lang: Lang = "en") -> str:
        """Why, in a language."""
        return self.zh if lang == "zh" else self.en


@attrs.frozen(kw_only=True)
class CrossNote:
    """What to bear in mind when comparing the cells at ``paths`` (of the edition looked through)."""

    grade: Comparable
    paths: tuple[str, ...]
    en: str
    zh: str

    def text(self, lang: Lang = "en") -> str:
        """The sentence, in a language."""
        return self.zh if lang == "zh" else self.en


@attrs.frozen(kw_only=True)
class Crosswalked:
    """A report seen through another edition of the form.

    ``report`` is on the edition asked for; ``reading`` the same with evidence, in which a cell that has no
    counterpart is ``absent``, not blank. ``dropped`` are the printed cells that were left behind, ``unfilled``
    the paths that nothing of the report compares with, ``notes`` what to bear in mind, ``grades`` how far each
    filled cell compares.
    """

    report: AnnualReport
    reading: Reading
    printed_form: Form | None
    dropped: tuple[Dropped, ...]
    unfilled: tuple[str, ...]
    notes: tuple[CrossNote, ...]
    grades: FrozenMapping[str, Comparable]


def as_form(report_or_reading: Item, form: Form | str) -> Crosswalked:
    """A report as its cells stand on another edition of the form.

    Cells that do not compare stay behind; nothing is estimated. （六）其他处理 goes into its single row, as
    the sum where the report prints parts (if all of them hold a figure). Raises
    :class:`~gov_disclosure.InvalidReport` for an edition that is not known.
    """
    target = Form(form)
    source = report_or_reading if isinstance(report_or_reading, Reading) else None
    report = report_or_reading.report if isinstance(report_or_reading, Reading) else report_or_reading
    cells = {field.path: (value, known) for field, value, known in kinds_of(report_or_reading)}
    linked = links(report.form, target) if report.form is not None else ()
    values: dict[str, Value] = {}
    evidence: dict[str, Evidence] = {}
    for link in linked:
        if link.source is not None and link.target is not None:
            value, known = _taken(link, cells)
            evidence[link.target] = known
            if known.kind != "absent":
                values[link.target] = value
    filled = {path for path, known in evidence.items() if known.kind != "absent"}
    seen = _report(report, target, values)
    kept = source.evidence if source is not None else FrozenMapping[str, Evidence]()
    particulars = {name: known for name, known in kept.items() if name not in cells}
    of_cells = {path: evidence.get(path, _ABSENT) for path in target.paths}
    reading = Reading(
        report=seen,
        evidence=FrozenMapping(particulars | of_cells),
        unplaced=source.unplaced if source is not None else (),
        notices=source.notices if source is not None else (),
        source=source.source if source is not None else Reading(report=report).source,
    )
    return Crosswalked(
        report=seen,
        reading=reading,
        printed_form=report.form,
        dropped=tuple(_dropped(linked, cells)),
        unfilled=tuple(path for path in target.paths if path not in evidence),
        notes=tuple(_notes(linked, filled, report.form, target)),
        grades=FrozenMapping(
            {link.target: link.grade for link in linked if link.target is not None and link.target in filled}
        ),
    )


def crosswalk_table(items: Items, form: Form | str) -> Table:
    """Tidy data of reports of any editions, all seen through one.

    The columns are those of tidy data, whose ``form`` is the edition looked through, and two more:
    ``printed_form``, the report's own, and ``comparable``, how far the cell compares (None where nothing
    does). The table's notices say how many figures of each report were left behind.
    """
    target = Form(form)
    seen = [as_form(item, target) for item in each(items)]
    table = tidy(one.reading for one in seen)
    printed = [one.printed_form for one in seen for _ in target.paths]
    grades = [one.grades.get(path) for one in seen for path in target.paths]
    return Table(
        name=table.name,
        columns=(*table.columns, *_MORE),
        data=(*table.data, [None if form is None else str(form) for form in printed], grades),
        notices=(*table.notices, *_left_behind(seen, target)),
    )


_MORE = (
    Column(name="printed_form", en="edition on which the report is printed", zh="报告实际使用的版式"),
    Column(
        name="comparable",
        en="how far the cell compares between the two editions",
        zh="两个版式之间的可比程度",
        values=("same", "care", "near", "sum"),
    ),
)
_NO_SUM = (
    "the parts do not add up to the row: one of them holds no figure, or the row is printed beside them",
    "各分项无法合计：有的分项没有数字，或合计行与分项同时印出",
)
_ABSENT = Evidence(kind="absent")
Cells = dict[str, tuple[Value, Evidence]]


def _taken(link: Link, cells: Cells) -> tuple[Value, Evidence]:
    """What the source holds for a link: its own cell, or the sum of the parts that are printed instead."""
    assert link.source is not None
    value, known = cells[link.source]
    parts = [cells[part] for part in link.parts]
    if all(part.kind == "absent" for _, part in parts):
        return value, known
    if known.kind != "absent":
        # Both ways are printed: which of them counts cannot be told.
        both = " / ".join(part.raw or "" for part in (known, *(part for _, part in parts)))
        return None, Evidence(raw=both.strip(" /") or None, kind="unread", doubt=True)
    return _sum(parts)


def _sum(parts: list[tuple[Value, Evidence]]) -> tuple[Value, Evidence]:
    figures = [value for value, _ in parts]
    raws = [known.raw if known.raw is not None else str(value) for value, known in parts if value is not None]
    doubt = any(known.doubt for _, known in parts)
    if any(figure is None for figure in figures):
        kinds = {known.kind for value, known in parts if value is None}
        kind = kinds.pop() if len(kinds) == 1 and not raws else "unread" if raws else "blank"
        return None, Evidence(raw=" + ".join(raws) or None, kind=kind, doubt=doubt or bool(raws))
    total: int | Decimal = sum((figure for figure in figures if figure is not None), start=0)
    flags = tuple(dict.fromkeys(flag for _, known in parts for flag in known.flags))
    return total, Evidence(raw=" + ".join(raws), flags=flags, doubt=doubt)


def _report(report: AnnualReport, target: Form, values: dict[str, Value]) -> AnnualReport:
    said: dict[str, Any] = {
        name: getattr(report, name) for name in ("year", *PRINTED_METADATA, "preamble", "narrative")
    }
    tables: dict[str, Any] = {
        table.name: table.cls() for table in target.tables if getattr(report, table.name, None) is not None
    }
    return target.report_class(**said, **tables).replace(values)


def _dropped(linked: tuple[Link, ...], cells: Cells) -> Iterator[Dropped]:
    for link in linked:
        if link.source is not None and link.target is None:
            value, known = cells[link.source]
            if known.kind != "absent":
                yield Dropped(path=link.source, value=value, en=link.en, zh=link.zh)
        elif link.source is not None and link.parts and _taken(link, cells)[0] is None:
            for path in (link.source, *link.parts):
                if cells[path][0] is not None:
                    yield Dropped(path=path, value=cells[path][0], en=_NO_SUM[0], zh=_NO_SUM[1])


def _notes(
    linked: tuple[Link, ...], filled: set[str], source: Form | None, target: Form
) -> Iterator[CrossNote]:
    if source is not None and source != target and not _known(source, target):
        yield CrossNote(
            grade="same",
            paths=(),
            en=f"no table says how the {source} form compares with the {target} form: cells of the same path, "
            "type and unit are taken for the same",
            zh=f"没有 {source} 版与 {target} 版的对照表：路径、类型、单位相同的格按相同处理",
        )
    said: dict[tuple[Comparable, str, str], list[str]] = {}
    for link in linked:
        if link.target in filled and link.grade != "same":
            said.setdefault((link.grade, link.en, link.zh), []).append(str(link.target))
    for (grade, en, zh), paths in said.items():
        yield CrossNote(grade=grade, paths=tuple(paths), en=en, zh=zh)


def _known(source: Form, target: Form) -> bool:
    return (str(source), str(target)) in CORRESPONDENCES or (str(target), str(source)) in CORRESPONDENCES


def _left_behind(seen: list[Crosswalked], target: Form) -> Iterator[Notice]:
    for number, one in enumerate(seen):
        lost = tuple(dropped.path for dropped in one.dropped if dropped.value is not None)
        if lost:
            document = one.reading.source.document
            yield notice(
                "no-counterpart",
                paths=lost,
                place=Place(member=document) if document else None,
                params={
                    "number": number,
                    "document": document or "-",
                    "count": len(lost),
                    "form": str(one.printed_form),
                    "other": str(target),
                },
            )
