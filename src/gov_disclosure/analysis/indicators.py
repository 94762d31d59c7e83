"""Indicators: quotients of a report's cells, exact, and None where one of them is not known.

>>> import gov_disclosure
>>> from gov_disclosure.analysis import compute
>>> report = gov_disclosure.read("examples/example-district-2020.txt").report
>>> found = compute(report)["not_held_share"]
>>> found.value, found.indicator.formula
(Fraction(4, 5), 'not_held / X')
>>> compute(report)["pending_share.after_reconsideration"].reason
'denominator-zero'
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from gov_disclosure.analysis.indicator_catalogue import Indicator, indicators_of
from gov_disclosure.checks.case import NONE_MARKS
from gov_disclosure.checks.formula import Term
from gov_disclosure.model.fields import Value
from gov_disclosure.model.forms import Form
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.mapping import FrozenMapping
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Table
from gov_disclosure.writers.tabular.tidy import Item, Items, each, kinds_of
from gov_disclosure.writers.tabular.words import sound

__all__ = ["IndicatorValue", "Reason", "compute", "indicator_table"]

#: Why an indicator has no value: a cell holds no figure; the denominator is not above zero; last year's report,
#: or the population, was not given; both ways of printing a row hold figures.
Reason: TypeAlias = Literal[
    "", "unknown", "denominator-zero", "no-previous", "no-population", "printed-both-ways"
]


@attrs.frozen(kw_only=True)
class IndicatorValue:
    """What an indicator comes to for one report.

    ``value`` is exact; it is None, with a ``reason``, where it is not defined or not known. ``missing`` are the
    cells without a figure. ``doubt`` is true where a cell is in doubt, ``assumed`` where a blank was taken
    as zero.
    """

    indicator: Indicator
    value: Fraction | None
    numerator: Value
    denominator: Value
    reason: Reason = ""
    missing: tuple[str, ...] = ()
    doubt: bool = False
    assumed: bool = False

    def rounded(self, places: int = 4) -> Decimal | None:
        """The value with so many decimal places, halves to even."""
        if self.value is None:
            return None
        scale = 10**places
        return Decimal(round(self.value * scale)).scaleb(-places)


def compute(
    report_or_reading: Item,
    *,
    previous: Item | None = None,
    population: int | None = None,
    blank_as_zero: bool = False,
) -> Mapping[str, IndicatorValue]:
    """Every indicator of the report's form, by its id.

    Args:
        report_or_reading: with a reading, doubtful figures make doubtful indicators.
        previous: last year's report, for growth and turnover. It is not used where the years of both are
            known and do not follow.
        population: of the area, for ``applications_per_10k``; only for reports that cover an area.
        blank_as_zero: take printed cells without a figure as zero (but never what could not be read), and
            mark the indicators for which that mattered as ``assumed``.

    Raises:
        ValueError: for a population that is not above zero.
    """
    if population is not None and population <= 0:
        raise ValueError(f"a population is above zero, not {population}")
    now = _Cells(report_or_reading, blank_as_zero)
    if now.form is None:
        return FrozenMapping()
    before = _Cells(previous, blank_as_zero) if previous is not None else None
    if before is not None and now.year is not None and before.year not in (None, now.year - 1):
        before = None
    found = (_value(one, now, before, population) for one in indicators_of(now.form, now.variant))
    return FrozenMapping({value.indicator.id: value for value in found})


def indicator_table(items: Items, *, blank_as_zero: bool = False) -> Table:
    """Every indicator of every report, one row each, for data frames.

    Where the reports hold exactly one of the same issuer for the year before, it serves as last year's: the
    issuer's printed name must be the same, and so must be what the reports cover.
    """
    gathered = tuple(each(items))
    by_year: dict[tuple[str, int], list[Item]] = {}
    for item in gathered:
        report = _report(item)
        if report.issuer is not None and report.year is not None:
            by_year.setdefault((report.issuer, report.year), []).append(item)
    rows: list[tuple[object, ...]] = []
    for number, item in enumerate(gathered):
        report = _report(item)
        earlier = by_year.get((report.issuer or "", (report.year or 0) - 1), [])
        previous = earlier[0] if len(earlier) == 1 else None
        document = item.source.document if isinstance(item, Reading) else None
        found = compute(item, previous=previous, blank_as_zero=blank_as_zero)
        rows += [(number, sound(document), *_cells_of(report, value)) for value in found.values()]
    return Table(
        name="indicators",
        columns=_COLUMNS,
        data=tuple(zip(*rows, strict=True)) if rows else ((),) * len(_COLUMNS),
    )


_COLUMNS = (
    Column(name="report", type="whole", en="number of the report among those given, from 0", zh="报告序号"),
    Column(name="document", en="file name as given", zh="文件名"),
    Column(name="form", en="edition of the form", zh="表格版式"),
    Column(name="year", type="whole", en="report year", zh="报告年度"),
    Column(name="issuer", en="body that reports, as printed", zh="报告单位"),
    Column(name="indicator", en="id of the indicator", zh="指标代码"),
    Column(name="name_zh", en="Chinese name", zh="指标名称"),
    Column(name="name_en", en="English name", zh="指标英文名称"),
    Column(name="value", type="real", en="the quotient, rounded to a double", zh="指标值"),
    Column(name="numerator", type="decimal", en="numerator, exact", zh="分子"),
    Column(name="denominator", type="decimal", en="denominator, exact", zh="分母"),
    Column(name="reason", en="why there is no value", zh="无值原因"),
    Column(name="doubt", type="truth", en="whether a figure in it is in doubt", zh="是否涉及存疑数字"),
    Column(name="assumed", type="truth", en="whether a blank was taken as zero", zh="是否将空白按0计算"),
)


def _cells_of(report: AnnualReport, value: IndicatorValue) -> tuple[object, ...]:
    one = value.indicator
    return (
        str(report.form),
        report.year,
        sound(report.issuer),
        one.id,
        one.zh,
        one.en,
        None if value.value is None else float(value.value),
        value.numerator,
        value.denominator,
        value.reason or None,
        value.doubt,
        value.assumed,
    )


def _report(item: Item) -> AnnualReport:
    return item.report if isinstance(item, Reading) else item


class _Cells:
    """A report's figures, with what is known of them."""

    def __init__(self, item: Item, blank_as_zero: bool) -> None:
        report = _report(item)
        self.form: Form | None = report.form
        self.year = report.year
        self.blank_as_zero = blank_as_zero
        self.cells: dict[str, tuple[Value, Evidence]] = {
            field.path: (value, known) for field, value, known in kinds_of(item)
        }
        self.variant: str | None = self._variant()

    def _variant(self) -> str | None:
        """The way of printing that holds figures, else one that is printed; None where several hold some."""
        assert self.form is None or self.cells
        figures: dict[str, None] = {}
        printed: dict[str, None] = {}
        for field in self.form.fields if self.form is not None else ():
            value, known = self.cells[field.path]
            if field.variant and known.kind != "absent":
                printed[field.variant] = None
                if value is not None or known.kind == "unread":
                    figures[field.variant] = None
        if len(figures) > 1:
            return None
        return next(iter((*figures, *reversed(printed))), "")

    def figure(self, path: str) -> tuple[Value, bool, bool]:
        """The figure, whether it is in doubt, and whether it is a blank taken as zero."""
        value, known = self.cells.get(path, (None, _NOWHERE))
        nothing = known.kind in _NOTHING or (known.kind == "text" and (known.raw or "").strip() in NONE_MARKS)
        if value is None and self.blank_as_zero and nothing:
            return 0, known.doubt, True
        return value, known.doubt, False


_NOWHERE = Evidence(kind="absent")
_NOTHING = frozenset({"blank", "dash", "slash"})


def _value(one: Indicator, now: _Cells, before: _Cells | None, population: int | None) -> IndicatorValue:
    if any(term.back for term in one.terms) and before is None:
        return _none(one, "no-previous")
    if one.per_population and population is None:
        return _none(one, "no-population")
    if one.by_variant and now.variant is None:
        return _none(one, "printed-both-ways")
    years = (now, before if before is not None else now)
    numerator = _sum(one.numerator, years)
    denominator = _sum(one.denominator, years)
    if one.per_population:
        denominator = _Sum(value=population)
    both = (numerator, denominator)
    value: Fraction | None = None
    reason: Reason = ""
    if numerator.value is None or denominator.value is None:
        reason = "unknown"
    elif denominator.value <= 0:
        reason = "denominator-zero"
    else:
        value = Fraction(numerator.value) / Fraction(denominator.value)
    return IndicatorValue(
        indicator=one,
        value=value,
        numerator=numerator.value,
        denominator=denominator.value,
        reason=reason,
        missing=tuple(dict.fromkeys(path for part in both for path in part.missing)),
        doubt=any(part.doubt for part in both),
        assumed=any(part.assumed for part in both),
    )


def _none(one: Indicator, reason: Reason) -> IndicatorValue:
    return IndicatorValue(indicator=one, value=None, numerator=None, denominator=None, reason=reason)


@attrs.frozen(kw_only=True)
class _Sum:
    value: Value
    missing: tuple[str, ...] = ()
    doubt: bool = False
    assumed: bool = False


def _sum(terms: Iterable[Term], years: tuple[_Cells, _Cells]) -> _Sum:
    found = [(term, *years[min(term.back, 1)].figure(term.path)) for term in terms]
    missing = tuple(term.path for term, value, _, _ in found if value is None)
    return _Sum(
        value=None if missing else _added((term.factor, value) for term, value, _, _ in found),
        missing=missing,
        doubt=any(doubt for _, _, doubt, _ in found),
        assumed=any(assumed for _, _, _, assumed in found),
    )


def _added(products: Iterator[tuple[int, Value]]) -> Value:
    total: int | Decimal = 0
    for factor, value in products:
        assert value is not None
        total += factor * value
    return total
