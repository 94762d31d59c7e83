"""Which cells of a form a kind of figure stands for, read off the form's classes."""

from functools import lru_cache
from typing import TypeAlias

import attrs

from gov_disclosure.language.patterns import regex
from gov_disclosure.model.forms import Form, FormRow, editions
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.report import AnnualReport

__all__ = ["Cells", "Reading", "Readings", "cells_of"]

Reading: TypeAlias = tuple[str, ...]  # the paths of cells that are added up
Readings: TypeAlias = tuple[Reading, ...]

_TOTAL = "total"
_NUMBERING = regex(r"^[(（]?[一二三四五六七八九十0-9]{1,2}[)）.、．]")
_REMARK = regex(r"[(（].*$")
_OPENING = regex(r"[^、，,]{4,}")
_QUOTES = str.maketrans("", "", '“”"')


@attrs.frozen(eq=False)
class Cells:
    """The cells behind the words of a text, for one way of printing one edition of the form.

    ``readings`` gives for each kind of figure the sums of cells it may mean, the plainest first; ``phrases``
    the printed words of outcomes with the kind that each names, the longest first; likewise ``applicants``
    those of columns, and ``decisions`` those of the rows of decisions.
    """

    readings: dict[str, Readings]
    phrases: tuple[tuple[str, str], ...]
    applicants: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, str], ...]


def cells_of(report: AnnualReport) -> Cells:
    """The cells of a report's form; for a report without tables, those of the edition for its year, else those
    of the first edition there is."""
    if report.form is not None:
        return _cells(report.form, printed_variants(report))
    known = editions()
    year = report.year
    suited = [
        form
        for form in known
        if year is not None and form.years[0] <= year and (form.years[1] is None or year <= form.years[1])
    ]
    form = (suited or list(known))[0]
    return _cells(form, printed_variants(form))


@lru_cache(maxsize=32)
def _cells(form: Form, variants: frozenset[str]) -> Cells:
    readings: dict[str, Readings] = {}
    phrases: dict[str, str] = {}
    applicants: dict[str, str] = {}
    for table in form.tables:
        rows = [row for row in table.rows if not row.variant or row.variant in variants]
        if any(row.across for row in rows):
            _bands(rows, readings)
        elif any(row.name == _TOTAL for row in rows):
            _outcomes(rows, readings, phrases, applicants)
        else:
            for row in rows:
                for field in row.fields:
                    readings[f"{row.name}.{field.name}"] = ((field.path,),)
    return Cells(
        readings=readings,
        phrases=_longest_first(phrases),
        applicants=_longest_first(applicants),
        decisions=_longest_first(
            {row.label: kind for row in form.rows if (kind := f"{row.name}.decisions") in readings}
        ),
    )


def _longest_first(words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(words.items(), key=lambda pair: -len(pair[0])))


def _bands(rows: list[FormRow], readings: dict[str, Readings]) -> None:
    """Table four: each band's columns by name, and the bands of a block together.

    Of a block's cases a text may count those concluded, or one kind alone.
    """
    blocks: dict[str, list[FormRow]] = {}
    for row in rows:
        blocks.setdefault(row.path.split(".")[1], []).append(row)
    for block, bands in blocks.items():
        for field in bands[0].fields:
            kind = block if field.name == _TOTAL else f"{block}.{field.name}"
            readings[kind] = _together(tuple(f"{row.path}.{field.name}" for row in bands))
        concluded = tuple(
            f"{row.path}.{field.name}"
            for row in bands
            for field in row.fields
            if field.name not in (_TOTAL, "pending")
        )
        readings[block] = (*readings[block], concluded)
    totals = tuple(f"{row.path}.{_TOTAL}" for row in rows)
    readings["challenges"] = (totals, *(totals[:count] for count in range(2, len(totals))))


def _together(paths: tuple[str, ...]) -> Readings:
    """The sum of the cells, or any one of them."""
    return (paths, *((path,) for path in paths)) if len(paths) > 1 else (paths,)


def _outcomes(
    rows: list[FormRow],
    readings: dict[str, Readings],
    phrases: dict[str, str],
    applicants: dict[str, str],
) -> None:
    """Table three: its rows by name, the blocks of outcomes as sums, in the column of totals."""
    concluded = next(row for row in rows if row.name == _TOTAL)
    inside = concluded.path.rpartition(".")[0]
    blocks: dict[str, list[FormRow]] = {}
    for row in rows:
        total: Reading = (f"{row.path}.{_TOTAL}",)
        above = row.path.rpartition(".")[0]
        if row is concluded:
            continue
        if not row.path.startswith(inside + "."):
            readings[row.name] = (total,)
        elif above == inside:
            readings[row.name] = (total,)
            phrases[_phrase(row.label)] = row.name
        else:
            block = above.rpartition(".")[2]
            blocks.setdefault(block, []).append(row)
            readings[f"{block}.{row.name}"] = (total,)
            phrases[_phrase(row.label if row.own_line else row.groups[-1])] = block
            own = _OPENING.match(_phrase(row.label))
            if own is not None and not row.own_line:
                phrases.setdefault(own.group(), f"{block}.{row.name}")
    for block, members in blocks.items():
        readings[block] = _together(tuple(f"{row.path}.{_TOTAL}" for row in members))
    readings["handled"] = ((f"{concluded.path}.{_TOTAL}",),)
    _what_else_it_may_mean(readings, blocks)
    _by_applicant(rows, concluded, readings, applicants)


def _what_else_it_may_mean(readings: dict[str, Readings], blocks: dict[str, list[FormRow]]) -> None:
    """Sums of cells that a text gives under the same words."""

    def plain(*kinds: str) -> Readings:
        known = [readings[kind][0] for kind in kinds if kind in readings]
        return (tuple(path for paths in known for path in paths),) if len(known) == len(kinds) else ()

    with_open_files = plain("received", "carried_over")
    outcomes = [kind for kind in ("granted", "partially_granted", *blocks) if kind != "not_processed"]
    readings["handled"] += (*plain("received"), *with_open_files, *plain(*outcomes))
    readings["disclosed"] = plain("granted", "partially_granted")
    if "granted" in readings:
        readings["granted"] += readings["disclosed"]
    if "received" in readings:
        readings["received"] += with_open_files
    if "denied" in readings:
        readings["denied"] += (
            *plain("denied", "unavailable"),
            *plain("denied", "unavailable", "not_processed"),
        )
    if "unavailable" in readings:
        for path in readings["unavailable"][0]:
            readings[f"unavailable.{path.split('.')[-2]}"] += plain("unavailable")


def _by_applicant(
    rows: list[FormRow], concluded: FormRow, readings: dict[str, Readings], applicants: dict[str, str]
) -> None:
    """The applicants' columns: of what came in, with the open files, or of what was concluded."""
    named = {row.name: row for row in rows}
    came = [named[name].path for name in ("received", "carried_over") if name in named]
    heads: dict[str, list[str]] = {}
    for field in concluded.fields:
        if field.name != _TOTAL:
            kind = f"applicant.{field.name}"
            readings[kind] = _columns(came, concluded.path, [field.name])
            if len(field.column) > 2:
                applicants[field.column] = kind
            if field.head:
                heads.setdefault(field.head, []).append(field.name)
    for head, columns in heads.items():
        readings["applicant.organisations"] = _columns(came, concluded.path, columns)
        applicants[head] = "applicant.organisations"


def _columns(came: list[str], concluded: str, columns: list[str]) -> Readings:
    sums = (*(came[:count] for count in range(1, len(came) + 1)), [concluded])
    return tuple(tuple(f"{row}.{column}" for row in rows for column in columns) for rows in sums)


def _phrase(label: str) -> str:
    """A printed label without its number, its remarks in brackets, and quotation marks."""
    return _REMARK.sub("", _NUMBERING.sub("", label)).translate(_QUOTES)
