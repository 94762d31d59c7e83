"""From printed rows to the report's cells: numbers read, kinds of nothing told apart, evidence kept."""

from collections.abc import Sequence
from decimal import Decimal

import attrs

from gov_disclosure.documents import Cell
from gov_disclosure.interpret.printed import Harvest, PrintedCell, PrintedRow
from gov_disclosure.language.folding import label_key
from gov_disclosure.language.numbers import read_number
from gov_disclosure.language.patterns import regex
from gov_disclosure.language.units import MONEY_UNITS, convert, money_unit
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Field, Form, FormRow
from gov_disclosure.reading.evidence import FLAGS, Evidence, Flag
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["Assembled", "assemble"]

_LONGEST_PLAIN = 10  # digits
_ABSENT = Evidence(kind="absent")
_UNIT = regex(r"单位:(.*)")
_WHOLE_UNIT = regex(rf"(?:人民币)?(?:[万亿]|{'|'.join(MONEY_UNITS)})(?![㐀-鿿])")
_SIGN_APART = regex(r"^\s*([-－−])[ \u3000\xa0]+(?=[0-9０-９])")


class Assembled:
    """The cells of a report with their evidence, in printed order, and the rows that are printed."""

    def __init__(self) -> None:
        self.values: dict[str, Value] = {}
        self.evidence: dict[str, Evidence] = {}
        self.printed_rows: set[str] = set()

    def unread(self, path: str) -> bool:
        """Whether something is printed in a cell that could not be told."""
        return path in self.evidence and self.evidence[path].kind == "unread"


def assemble(form: Form, rows: list[PrintedRow], harvest: Harvest) -> Assembled:
    """The cells of a form from the rows found for it."""
    by_path: dict[str, list[PrintedRow]] = {}
    for found_row in rows:
        by_path.setdefault(found_row.path, []).append(found_row)
    made = Assembled()
    notices: list[Notice] = []
    for row in form.rows:
        printed = by_path.get(row.path, ())
        if printed:
            made.printed_rows.add(row.path)
        if not printed:
            for field in row.fields:
                made.values[field.path], made.evidence[field.path] = None, _ABSENT
        elif len(printed) == 1:
            _read_row(printed[0], row, made, notices)
        else:
            readings = [Assembled() for _ in printed]
            for found, reading in zip(printed, readings, strict=True):
                _read_row(found, row, reading, notices)
            for field in row.fields:
                pairs = [(one.values[field.path], one.evidence[field.path]) for one in readings]
                made.values[field.path], made.evidence[field.path] = _one_of(field, pairs, notices)
    harvest.notices += notices
    return made


def _one_of(
    field: Field, printed: list[tuple[Value, Evidence]], notices: list[Notice]
) -> tuple[Value, Evidence]:
    """The cell as first printed with something in it; what else is printed for it goes to ``others``."""
    chosen = next((pair for pair in printed if pair[1].kind not in ("blank", "unread")), printed[0])
    value, evidence = chosen
    others = tuple(other for pair in printed if pair is not chosen for other in [pair[1]])
    filled = [pair for pair in printed if pair[1].kind not in ("blank", "unread")]
    differs = any(pair[0] != value for pair in filled)
    if differs:
        other = next(pair[1] for pair in filled if pair[0] != value)
        params = {"label": field.label(), "raw": evidence.raw or "", "other": other.raw or ""}
        notices.append(notice("printed-twice", paths=(field.path,), place=evidence.place, params=params))
    return value, attrs.evolve(evidence, others=others, doubt=evidence.doubt or differs)


def _read_row(row: PrintedRow, known: FormRow, made: Assembled, notices: list[Notice]) -> None:
    drawn = row.drawn
    if drawn is not None and drawn.columns == known.columns:
        _read_drawn(drawn.cells, known.fields, made, notices)
    else:
        _read_cells(row, known.fields, made, notices)


def _read_drawn(
    cells: Sequence[Cell], fields: Sequence[Field], made: Assembled, notices: list[Notice]
) -> None:
    """Read a row that stands in the document as the form has it."""
    values, evidence, of_cell = made.values, made.evidence, Evidence.of_cell
    for cell, field in zip(cells, fields, strict=True):
        text, path = cell.text, field.path
        if not text:
            values[path] = None
            evidence[path] = of_cell(None, "blank", cell, (), cell.doubt)
        elif _is_plain_count(text) and field.type != "decimal":
            values[path] = int(text)
            evidence[path] = of_cell(text, "number", cell, (), cell.doubt)
        else:
            values[path], evidence[path] = _read_cell(PrintedCell.of(cell), field, (), "", notices)


def _is_plain_count(text: str) -> bool:
    return len(text) < _LONGEST_PLAIN and text.isdecimal() and text.isascii()


def _read_cells(row: PrintedRow, fields: Sequence[Field], made: Assembled, notices: list[Notice]) -> None:
    cells, flags = dict(row.cells), row.flags
    values, evidence = made.values, made.evidence
    for field in fields:
        cell, path = cells.get(field.name), field.path
        if cell is None:
            values[path] = None
            evidence[path] = Evidence.of_cell(None, "blank", row.place, flags, False)
            continue
        text = cell.text
        if cell.raw is None and not cell.unread and _is_plain_count(text) and field.type != "decimal":
            known = _flags(flags, cell.flags) if flags or cell.flags else ()
            values[path] = int(text)
            evidence[path] = Evidence.of_cell(text, "number", cell.place, known, cell.doubt)
        elif not text and cell.raw is None and not cell.unread:  # most of the others
            known = _flags(flags, cell.flags) if flags or cell.flags else ()
            values[path] = None
            evidence[path] = Evidence.of_cell(None, "blank", cell.place, known, cell.doubt)
        else:
            head = dict(row.units).get(field.name, "")
            values[path], evidence[path] = _read_cell(cell, field, flags, head, notices)


def _flags(one: tuple[Flag, ...], other: tuple[Flag, ...]) -> tuple[Flag, ...]:
    return tuple(flag for flag in FLAGS if flag in one or flag in other) if one or other else ()


def _read_cell(
    cell: PrintedCell, field: Field, flags: tuple[Flag, ...], head: str, notices: list[Notice]
) -> tuple[Value, Evidence]:
    raw = cell.raw if cell.raw is not None else cell.text
    flags = _flags(flags, cell.flags)
    if cell.unread:
        return None, Evidence(raw=raw, kind="unread", place=cell.place, flags=flags, doubt=True)
    read = read_number(cell.text, money=field.type == "decimal")
    if read.kind == "unread" and field.type == "signed count":
        read = read_number(_SIGN_APART.sub(r"\1", cell.text))  # elsewhere a dash may stand beside a figure
    if read.kind == "unread" or (read.kind == "number" and read.approximate):
        params = {"label": field.label(), "raw": raw}
        notices.append(notice("unread", paths=(field.path,), place=cell.place, params=params))
        return None, Evidence(raw=raw, kind="unread", place=cell.place, flags=flags, doubt=True)
    if read.kind != "number" or read.value is None:
        kind = read.kind if read.kind != "number" else "unread"
        return None, Evidence(
            raw=raw or None, kind=kind, place=cell.place, flags=flags, doubt=cell.doubt or kind == "unread"
        )
    if field.type == "decimal":
        return _money(read.value, read.unit, raw, cell, field, flags, head, notices)
    return _count(read.value, raw, cell, field, flags, notices, odd=read.unit is not None)


def _count(
    value: int | Decimal,
    raw: str,
    cell: PrintedCell,
    field: Field,
    flags: tuple[Flag, ...],
    notices: list[Notice],
    odd: bool,
) -> tuple[Value, Evidence]:
    whole = value if isinstance(value, int) else int(value) if value == value.to_integral_value() else None
    if odd or whole is None:
        params = {"label": field.label(), "raw": raw}
        notices.append(notice("not-a-count", paths=(field.path,), place=cell.place, params=params))
        return None, Evidence(raw=raw, kind="unread", place=cell.place, flags=flags, doubt=True)
    return whole, Evidence(raw=raw, kind="number", place=cell.place, flags=flags, doubt=cell.doubt)


def _money(
    value: int | Decimal,
    unit: str | None,
    raw: str,
    cell: PrintedCell,
    field: Field,
    flags: tuple[Flag, ...],
    head: str,
    notices: list[Notice],
) -> tuple[Value, Evidence]:
    torn = _is_torn(head)
    printed = unit or (None if torn else money_unit(head))
    amount = Decimal(value)
    own = money_unit(field.column)  # the official head names its unit, or leaves it to the cell
    if printed is not None and printed != field.unit:
        amount = convert(amount, printed, field.unit)
        flags = _flags(flags, ("unit-converted",))
        params = {"label": field.label(), "raw": raw, "value": str(amount), "unit": field.unit}
        notices.append(notice("unit-converted", paths=(field.path,), place=cell.place, params=params))
    elif printed is None and (own is None or torn) and amount != 0:
        flags = _flags(flags, ("unit-assumed",))
        params = {"label": field.label(), "raw": raw, "unit": field.unit}
        notices.append(notice("unit-assumed", paths=(field.path,), place=cell.place, params=params))
    doubt = cell.doubt or (torn and unit is None and amount != 0)
    return amount, Evidence(raw=raw, kind="number", place=cell.place, flags=flags, doubt=doubt)


def _is_torn(head: str) -> bool:
    """Whether a head was broken in its unit, so that what is left may be another one: 元）, 单位：万内容元."""
    key = label_key(head)
    unit = _UNIT.search(key)
    return key.count("(") != key.count(")") or (unit is not None and _WHOLE_UNIT.match(unit[1]) is None)
