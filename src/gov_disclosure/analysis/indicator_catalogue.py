"""Which indicators there are, and what they are made of on each edition of the form.

In the formulas G and Pt are what was granted in full and in part; D, U, N and O the sums of the refusals, of
what cannot be provided, of what is not processed and of other handling; X all that was concluded; In what
was newly received, C0 and C1 what was carried over and forward; all of the column of totals. ``k`` stands for
reconsideration and both kinds of litigation, ``(t-1)`` for last year's report.
"""

from collections.abc import Iterator

import attrs

from gov_disclosure.checks.formula import Term
from gov_disclosure.checks.structure import TOTAL, path_of, rows_with
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Form, FormRow
from gov_disclosure.model.report import AnnualReport

__all__ = ["Indicator", "indicators_of"]


@attrs.frozen(kw_only=True)
class Indicator:
    """One indicator on one edition: the cells above and below the line, and what to know about it.

    ``formula`` states it in words of the documentation; ``by_variant`` tells that its cells depend on how the
    report prints （六）其他处理, ``per_population`` that it is divided by a number from outside.
    """

    id: str
    en: str
    zh: str
    formula: str
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    note: str = ""
    note_zh: str = ""
    citation: str = ""
    by_variant: bool = False
    per_population: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """All its cells, those above the line first."""
        return self.numerator + self.denominator

    def name(self, lang: Lang = "en") -> str:
        """What it is called, in a language."""
        return self.zh if lang == "zh" else self.en


_KNOWN: dict[tuple[type[AnnualReport], str | None], tuple[Indicator, ...]] = {}


def indicators_of(form: Form | str, variant: str | None = None) -> tuple[Indicator, ...]:
    """The indicators that an edition has cells for, in the order of the documentation.

    ``variant`` is how the report prints the rows that the form leaves a choice for; the official way by
    default. Raises :class:`~gov_disclosure.InvalidReport` for an edition that is not known.
    """
    edition = Form(form)
    key = (edition.report_class, variant)
    known = _KNOWN.get(key)
    if known is None:
        known = _KNOWN[key] = tuple(
            one
            for one in _all(_Cells(edition, variant))
            if one.numerator and (one.denominator or one.per_population)
        )
    return known


class _Cells:
    """The cells of an edition by the names that formulas use."""

    def __init__(self, form: Form, variant: str | None) -> None:
        self.form = form
        official = [row.variant for row in form.rows if row.variant][-1:]
        self.variants = ("", variant if variant else "".join(official))

    def of(self, *rows: str, column: str = TOTAL, back: int = 0, factor: int = 1) -> tuple[Term, ...]:
        """The cells of that column in the rows of those names, as far as the form has them."""
        paths = (path_of(self.form, row, column) for row in rows)
        return tuple(Term(path=path, factor=factor, back=back) for path in paths if path is not None)

    def rows_in(self, block: str) -> tuple[FormRow, ...]:
        """The rows that a block of that name prints, in the report's way of printing it."""
        return tuple(
            row
            for row in self.form.rows
            if block in row.path.split(".")[:-1] and row.variant in self.variants
        )

    def block(self, block: str, column: str = TOTAL, factor: int = 1) -> tuple[Term, ...]:
        """The cells of that column in all rows of a block."""
        return tuple(
            Term(path=field.path, factor=factor)
            for row in self.rows_in(block)
            for field in row.fields
            if field.name == column
        )


def _all(cells: _Cells) -> Iterator[Indicator]:
    yield from _disclosure(cells)
    yield from _outcomes(cells)
    yield from _workload(cells)
    yield from _disputes(cells)
    yield from _documents(cells)


def _disclosure(cells: _Cells) -> Iterator[Indicator]:
    granted, concluded = cells.of("granted", "partially_granted"), cells.of(TOTAL)
    refused = (*cells.block("denied"), *cells.block("unavailable"))
    yield Indicator(
        id="disclosure_rate",
        en="disclosure rate",
        zh="公开率",
        formula="(G + Pt) / X",
        numerator=granted,
        denominator=concluded,
        note="in full or in part, of all that was concluded: the official usage",
        note_zh="予以公开与部分公开之和占办结总数",
        citation="上海市普陀区2022年上半年：81/263 = 30.80%",
    )
    yield Indicator(
        id="full_disclosure_rate",
        en="full disclosure rate",
        zh="全部公开率",
        formula="G / X",
        numerator=cells.of("granted"),
        denominator=concluded,
    )
    yield Indicator(
        id="substantive_disclosure_rate",
        en="substantive disclosure rate",
        zh="实质公开率",
        formula="(G + Pt) / (G + Pt + D + U)",
        numerator=granted,
        denominator=(*granted, *refused) if granted and refused else (),
        note="leaves out N and O, which are no decisions on disclosure (an assumption)",
        note_zh="不含不予处理和其他处理（属假定口径）",
    )


_GROUPS = {
    "denied": ("refused share", "不予公开占比", "D"),
    "unavailable": ("share that cannot be provided", "无法提供占比", "U"),
    "not_processed": ("share not processed", "不予处理占比", "N"),
    "other_handling": ("share of other handling", "其他处理占比", "O"),
}


def _outcomes(cells: _Cells) -> Iterator[Indicator]:
    concluded, denied = cells.of(TOTAL), cells.block("denied")
    for block, (en, zh, letter) in _GROUPS.items():
        yield Indicator(
            id=f"{block}_share",
            en=en,
            zh=zh,
            formula=f"{letter} / X",
            numerator=cells.block(block),
            denominator=concluded,
            note="official bulletins divide by what was concluded",
            note_zh="官方通报以办结总数为分母",
            citation="某区2022年通报：966/1453 = 66.48%",
            by_variant=any(row.variant for row in cells.rows_in(block)),
        )
    for row in cells.rows_in("denied"):
        yield Indicator(
            id=f"denial_mix.{row.name}",
            en=f"share of refusals: {row.english.rpartition(': ')[2]}",
            zh=f"不予公开构成：{row.label}",
            formula=f"{row.name} / D",
            numerator=cells.of(row.name),
            denominator=denied,
        )
    yield Indicator(
        id="discretionary_denial_share",
        en="discretionary share of refusals",
        zh="裁量性不予公开占比",
        formula="(internal_affairs + process_information + enforcement_files) / D",
        numerator=cells.of("internal_affairs", "process_information", "enforcement_files"),
        denominator=denied,
        note="grounds on which art. 16 allows but does not demand refusal",
        note_zh="条例第十六条“可以不予公开”的情形",
    )
    yield Indicator(
        id="not_held_share",
        en="share not held",
        zh="本机关不掌握占比",
        formula="not_held / X",
        numerator=cells.of("not_held"),
        denominator=concluded,
    )
    yield Indicator(
        id="abuse_share",
        en="share of repeated and excessive applications",
        zh="重复和大量反复申请占比",
        formula="(repeated + excessive) / X",
        numerator=cells.of("repeated", "excessive"),
        denominator=concluded,
        note="compares between editions",
        note_zh="各版式之间可比",
    )
    given_up = cells.of("uncorrected", "unpaid")
    yield Indicator(
        id="abuse_share_with_given_up",
        en="the same with applications that count as given up",
        zh="重复、大量反复及视为放弃的申请占比",
        formula="(repeated + excessive + uncorrected + unpaid) / X",
        numerator=(*cells.of("repeated", "excessive"), *given_up) if given_up else (),
        denominator=concluded,
        note="only where the form asks for them one by one",
        note_zh="仅限逐项填报的版式",
    )


def _workload(cells: _Cells) -> Iterator[Indicator]:
    received, concluded = cells.of("received"), cells.of(TOTAL)
    inflow = (*received, *cells.of("carried_over"))
    yield Indicator(
        id="clearance",
        en="clearance",
        zh="办结率",
        formula="X / (In + C0)",
        numerator=concluded,
        denominator=inflow,
    )
    yield Indicator(
        id="carry_over_ratio",
        en="share carried forward",
        zh="结转率",
        formula="C1 / (In + C0)",
        numerator=cells.of("carried_forward"),
        denominator=inflow,
        note="adds up to one with clearance where the table's balance holds",
        note_zh="勾稽关系成立时与办结率之和为1",
    )
    yield Indicator(
        id="growth",
        en="growth of new applications",
        zh="新收申请增长率",
        formula="In / In(t-1) - 1",
        numerator=(*received, *cells.of("received", back=1, factor=-1)),
        denominator=cells.of("received", back=1),
    )
    yield from _applicants(cells)
    yield Indicator(
        id="applications_per_10k",
        en="applications per 10 000 people",
        zh="每万人申请量",
        formula="10 000 × In / population",
        numerator=cells.of("received", factor=10_000),
        denominator=(),
        note="only for reports that cover an area",
        note_zh="仅适用于区域汇总报告",
        per_population=True,
    )


def _applicants(cells: _Cells) -> Iterator[Indicator]:
    received = cells.of("received")
    path = received[0].path if received else ""
    row = next((row for row in cells.form.rows if f"{row.path}.{TOTAL}" == path), None)
    for field in row.fields if row is not None else ():
        if field.name != TOTAL:
            yield Indicator(
                id=f"applicant_mix.{field.name}",
                en=f"share of applicants: {field.english.rpartition(', ')[2]}",
                zh=f"申请人构成：{field.column}",
                formula=f"received.{field.name} / In",
                numerator=(Term(path=field.path),),
                denominator=received,
            )
    persons = cells.of("received", column="natural_person", factor=-1)
    yield Indicator(
        id="organisation_share",
        en="share of organisations",
        zh="组织申请占比",
        formula="1 - natural_person / In",
        numerator=(*received, *persons) if persons else (),
        denominator=received,
    )


_K = ("reconsideration", "direct", "after_reconsideration")


def _disputes(cells: _Cells) -> Iterator[Indicator]:
    concluded = cells.of(TOTAL)
    reconsideration, direct, after = (cells.of(name) for name in _K)
    lawsuits = cells.block("litigation")

    def settled(*names: str) -> tuple[Term, ...]:
        return tuple(
            term for name in names for term in (*cells.of(name), *cells.of(name, column="pending", factor=-1))
        )

    yield Indicator(
        id="reconsideration_rate",
        en="reconsideration rate",
        zh="复议率",
        formula="reconsideration.total / X",
        numerator=reconsideration,
        denominator=concluded,
        note="the cases of a year do not all stem from its applications",
        note_zh="案件不一定都源于本年办结的申请",
    )
    yield Indicator(
        id="litigation_rate",
        en="litigation rate",
        zh="诉讼率",
        formula="(direct.total + after_reconsideration.total) / X",
        numerator=lawsuits,
        denominator=concluded,
        note="the cases of a year do not all stem from its applications",
        note_zh="案件不一定都源于本年办结的申请",
    )
    yield Indicator(
        id="dispute_rate",
        en="dispute rate",
        zh="争议率",
        formula="(reconsideration.total + direct.total) / X",
        numerator=(*reconsideration, *direct) if reconsideration and direct else (),
        denominator=concluded,
        note="suits after reconsideration are left out, or they would count twice",
        note_zh="不含复议后起诉，以免重复计算",
    )
    yield Indicator(
        id="reconsideration_correction_rate",
        en="correction rate of reconsideration",
        zh="复议纠错率",
        formula="reconsideration.corrected / (reconsideration.total - reconsideration.pending)",
        numerator=cells.of("reconsideration", column="corrected"),
        denominator=settled("reconsideration"),
        note="of the cases settled; also seen over all cases",
        note_zh="以已审结案件为分母；也有以全部案件为分母的",
    )
    yield Indicator(
        id="litigation_loss_rate",
        en="loss rate of litigation",
        zh="败诉率",
        formula="Σ corrected / Σ (total - pending), over both kinds of litigation",
        numerator=cells.block("litigation", column="corrected"),
        denominator=(*lawsuits, *cells.block("litigation", column="pending", factor=-1)),
    )
    yield Indicator(
        id="escalation_rate",
        en="escalation rate",
        zh="复议后起诉率",
        formula="after_reconsideration.total / (reconsideration.total - reconsideration.pending)",
        numerator=after,
        denominator=settled("reconsideration"),
        note="the years overlap, so it is approximate",
        note_zh="复议与起诉可能跨年，为近似值",
    )
    for name in _K:
        yield Indicator(
            id=f"pending_share.{name}",
            en=f"share pending: {name.replace('_', ' ')}",
            zh=f"未审结占比：{_label(cells.form, name)}",
            formula=f"{name}.pending / {name}.total",
            numerator=cells.of(name, column="pending"),
            denominator=cells.of(name),
        )


def _documents(cells: _Cells) -> Iterator[Indicator]:
    for row, found in rows_with(cells.form, "issued", "repealed", "in_force"):
        yield Indicator(
            id=f"repeal_rate.{row.name}",
            en=f"share repealed: {row.english}",
            zh=f"废止率：{row.label}",
            formula="repealed / in_force(t-1)",
            numerator=(Term(path=found["repealed"].path),),
            denominator=(Term(path=found["in_force"].path, back=1),),
        )
        yield Indicator(
            id=f"issue_share.{row.name}",
            en=f"share issued in the year: {row.english}",
            zh=f"本年制发占比：{row.label}",
            formula="issued / in_force",
            numerator=(Term(path=found["issued"].path),),
            denominator=(Term(path=found["in_force"].path),),
        )
    for row, found in rows_with(cells.form, "created", "disclosed"):
        yield Indicator(
            id=f"document_publication_rate.{row.name}",
            en=f"share of documents disclosed: {row.english}",
            zh=f"主动公开率：{row.label}",
            formula="disclosed / created",
            numerator=(Term(path=found["disclosed"].path),),
            denominator=(Term(path=found["created"].path),),
            note="older documents may be disclosed: it can exceed one",
            note_zh="可能公开往年文件，比值可大于1",
            citation="上海市普陀区：673/707 = 95.19%",
        )


def _label(form: Form, name: str) -> str:
    return next((row.label for row in form.rows if row.name == name), name)
