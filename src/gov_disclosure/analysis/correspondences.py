"""Which cells of one edition of the form compare with which of another: the one table of it, and how to ask it.

Where two editions have a table here, its lines decide, the first that fits; a cell that no line names compares
with the cell of the same path, type and unit, if there is one. A ``*`` stands for one part of a path.
"""

import re
from typing import Literal, TypeAlias

import attrs

from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Field, Form
from gov_disclosure.model.report import AnnualReport

__all__ = ["CORRESPONDENCES", "Comparable", "Correspondence", "Link", "links"]

#: How far cells compare: ``same``; ``care`` (the same words, but practice changed); ``near`` (almost the same
#: thing); ``sum`` (one row in one edition, several in the other); ``none``.
Comparable: TypeAlias = Literal["same", "care", "near", "sum", "none"]


@attrs.frozen(kw_only=True)
class Correspondence:
    """A line of the table. ``parts`` are the rows of the newer edition that add up to the older one's row."""

    older: str | None
    newer: str | None
    grade: Comparable
    en: str
    zh: str
    parts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Link:
    """What one cell is in the other edition. One of ``source`` and ``target`` is None where there is no such cell.

    Where the source prints the ``parts`` instead of the row itself, they are added up.
    """

    source: str | None
    target: str | None
    grade: Comparable
    en: str = ""
    zh: str = ""
    parts: tuple[str, ...] = ()

    def note(self, lang: Lang = "en") -> str:
        """What to bear in mind, in a language; empty where there is nothing."""
        return self.zh if lang == "zh" else self.en


def _line(
    older: str | None, newer: str | None, grade: Comparable, en: str, zh: str, *parts: str
) -> Correspondence:
    return Correspondence(older=older, newer=newer, grade=grade, en=en, zh=zh, parts=parts)


_OTHER = "applications.results.other_handling"

#: The lines for each pair of editions, older and newer.
CORRESPONDENCES: dict[tuple[str, str], tuple[Correspondence, ...]] = {
    ("2019", "2021"): (
        _line(
            "proactive.rules.created",
            "proactive.rules.issued",
            "near",
            "made in the year (2019) against issued in the year (2021)",
            "2019版为“新制作”，2021版为“制发”",
        ),
        _line(
            "proactive.normative_documents.created",
            "proactive.normative_documents.issued",
            "near",
            "made against issued in the year; the row of 2021 is narrower, 行政规范性文件",
            "2019版为“新制作”，2021版为“制发”，且仅限行政规范性文件",
        ),
        _line(
            "proactive.*.disclosed",
            None,
            "none",
            "the 2021 form does not ask what was disclosed in the year",
            "2021版不再填报本年公开数",
        ),
        _line(
            "proactive.*.total_disclosed",
            None,
            "none",
            "all that was ever disclosed is not what is in force",
            "累计公开数不等于现行有效件数",
        ),
        _line(
            None,
            "proactive.*.repealed",
            "none",
            "the 2019 form does not ask what was repealed",
            "2019版不填报废止数",
        ),
        _line(
            None,
            "proactive.*.in_force",
            "none",
            "the 2019 form does not ask what is in force; what it calls disclosed in total is something else",
            "2019版不填报现行有效数，其“对外公开总数量”含义不同",
        ),
        _line(
            "proactive.other_external_matters.*",
            None,
            "none",
            "the 2021 form has no such row",
            "2021版无此行",
        ),
        _line(
            "proactive.*.decisions",
            "proactive.*.decisions",
            "care",
            "some bodies count all decisions, some those published, and may have changed with the form",
            "有的单位统计全部决定，有的只统计已公开的决定，换版时口径可能变化",
        ),
        _line(
            "proactive.administrative_fees.*",
            None,
            "none",
            "the number of kinds of fees (2019) is not the money collected (2021)",
            "2019版为收费项目数，2021版为收费金额",
        ),
        _line(
            None,
            "proactive.administrative_fees.*",
            "none",
            "the money collected (2021) is not the number of kinds of fees (2019)",
            "2021版为收费金额，2019版为收费项目数",
        ),
        _line(
            "proactive.*.items_previous_year",
            None,
            "none",
            "the 2021 form does not ask for items of power",
            "2021版不再填报权力事项数",
        ),
        _line(
            "proactive.*.change",
            None,
            "none",
            "the 2021 form does not ask for items of power",
            "2021版不再填报权力事项数",
        ),
        _line(
            "proactive.procurement.*",
            None,
            "none",
            "the 2021 form has no such row",
            "2021版无此行",
        ),
        _line(
            f"{_OTHER}.all.*",
            f"{_OTHER}.all.*",
            "sum",
            "one row in 2019; in 2021 three, of which only the sum compares",
            "2019版为一行，2021版分为三行，只有合计可比",
            f"{_OTHER}.uncorrected.*",
            f"{_OTHER}.unpaid.*",
            f"{_OTHER}.miscellaneous.*",
        ),
    ),
}


def links(source: Form | str, target: Form | str) -> tuple[Link, ...]:
    """Every cell of ``source`` in printed order with its counterpart, then the cells only ``target`` has.

    Raises :class:`~gov_disclosure.InvalidReport` for an edition that is not known.
    """
    one, other = Form(source), Form(target)
    key = (one.report_class, other.report_class)
    known = _KNOWN.get(key)
    if known is None:
        known = _KNOWN[key] = _links(one, other)
    return known


_KNOWN: dict[tuple[type[AnnualReport], type[AnnualReport]], tuple[Link, ...]] = {}


def _links(one: Form, other: Form) -> tuple[Link, ...]:
    found = tuple(_counterpart(one, other, field) for field in one.fields)
    reached = {link.target for link in found}
    parts = {part for link in found for part in link.parts}
    return (
        *(link for link in found if link.source not in parts),
        *(_only_there(one, other, field) for field in other.fields if field.path not in reached),
    )


def _counterpart(source: Form, target: Form, field: Field) -> Link:
    forward = CORRESPONDENCES.get((source, target))
    backward = CORRESPONDENCES.get((target, source))
    for line in forward or backward or ():
        here, there = (line.older, line.newer) if forward else (line.newer, line.older)
        filled = _filled(here, field.path)
        if filled is None:
            continue
        counterpart = there.replace("*", filled) if there is not None else None
        if counterpart is not None and target.get(counterpart) is None:
            continue
        return Link(
            source=field.path,
            target=counterpart,
            grade=line.grade,
            en=line.en,
            zh=line.zh,
            parts=() if forward else tuple(part.replace("*", filled) for part in line.parts),
        )
    same = target.get(field.path)
    if same is not None and (same.type, same.unit) == (field.type, field.unit):
        return Link(source=field.path, target=field.path, grade="same")
    en, zh = f"the {target} form has no such cell", f"{target}版无此格"
    if same is not None:
        en, zh = f"the {target} form has it in another unit", f"{target}版单位不同"
    return Link(source=field.path, target=None, grade="none", en=en, zh=zh)


def _only_there(source: Form, target: Form, field: Field) -> Link:
    forward = CORRESPONDENCES.get((source, target))
    for line in forward or CORRESPONDENCES.get((target, source)) or ():
        pattern = line.newer if forward else line.older
        patterns = (pattern, *(line.parts if forward else ()))
        if any(_filled(one, field.path) is not None for one in patterns):
            return Link(source=None, target=field.path, grade="none", en=line.en, zh=line.zh)
    en, zh = f"the {source} form has no such cell", f"{source}版无此格"
    return Link(source=None, target=field.path, grade="none", en=en, zh=zh)


def _filled(pattern: str | None, path: str) -> str | None:
    """What the star stands for where the pattern fits the path ("" without a star); else None."""
    if pattern is None:
        return None
    before, _, after = pattern.partition("*")
    if "*" not in pattern:
        return "" if pattern == path else None
    found = re.fullmatch(f"{re.escape(before)}([^.]+){re.escape(after)}", path)
    return found[1] if found else None
