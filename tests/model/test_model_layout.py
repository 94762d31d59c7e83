"""The tables as drawn: complete, gap-free, and as the notices print them."""

from collections.abc import Iterator
from itertools import chain, combinations
from typing import Any, ClassVar

import attrs
import pytest

from gov_disclosure.model import forms as model_forms
from gov_disclosure.model.errors import InvalidReport
from gov_disclosure.model.fields import Block, Row, block, count, in_printed_order, row, table
from gov_disclosure.model.form2019 import AnnualReport2019
from gov_disclosure.model.form2021 import AnnualReport2021
from gov_disclosure.model.forms import Form, edition, editions
from gov_disclosure.model.layout import PrintedTable, layout, printed_variants
from gov_disclosure.model.report import AnnualReport


def _choices() -> list[Any]:
    found: list[Any] = []
    for form in editions():
        names = sorted({row.variant for row in form.rows if row.variant})
        every = chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
        found += [pytest.param(form, chosen, id=f"{form}-{'+'.join(chosen) or 'plain'}") for chosen in every]
    return found


def _assert_exact_tiling(drawn: PrintedTable) -> None:
    covered: dict[tuple[int, int], str] = {}
    for cell in drawn.cells:
        assert cell.rowspan >= 1
        assert cell.colspan >= 1
        for line in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                name = cell.path or cell.text
                assert (line, column) not in covered, f"{name} overlaps {covered[line, column]}"
                covered[line, column] = name
    assert set(covered) == {(line, column) for line in range(drawn.rows) for column in range(drawn.columns)}
    assert len(drawn.widths) == drawn.columns
    assert min(drawn.widths) > 0


@pytest.mark.parametrize(("form", "chosen"), _choices())
def test_every_layout_tiles_its_rectangle(form: Form, chosen: tuple[str, ...]) -> None:
    """A gap or an overlap would shift figures under other heads in every official form that is written."""
    for drawn in layout(form, variants=chosen):
        _assert_exact_tiling(drawn)


@pytest.mark.parametrize("form", editions())
def test_every_cell_of_the_form_is_drawn_once(form: Form) -> None:
    """A cell that is not drawn would be lost from every document that is written."""
    everything = {row.variant for row in form.rows if row.variant}
    drawn = [cell.path for table in layout(form, variants=everything) for cell in table.cells if cell.path]
    assert sorted(drawn) == sorted(form.paths)
    assert len(drawn) == len(set(drawn))


@pytest.mark.parametrize(("form", "chosen"), _choices())
def test_heads_over_a_value_are_those_of_its_field(form: Form, chosen: tuple[str, ...]) -> None:
    """A figure printed under the head of another column would be a wrong number on paper."""
    for drawn in layout(form, variants=chosen):
        for value in (cell for cell in drawn.cells if cell.path):
            field = form.field(str(value.path))
            above = [
                cell
                for cell in drawn.cells
                if cell.role == "head"
                and cell.row < value.row
                and cell.column <= value.column < cell.column + cell.colspan
            ]
            nearest = max(above, key=lambda cell: cell.row)
            assert nearest.text == field.column
            assert (nearest.column, nearest.colspan) == (value.column, value.colspan)
            assert not field.head or field.head in {cell.text for cell in above}


@pytest.mark.parametrize(("form", "chosen"), _choices())
def test_labels_beside_or_above_a_value_are_those_of_its_row(form: Form, chosen: tuple[str, ...]) -> None:
    """A figure printed beside the label of another row would be a wrong number on paper."""
    rows = {row.path: row for row in form.rows}
    for drawn in layout(form, variants=chosen):
        for value in (cell for cell in drawn.cells if cell.path):
            field_row = rows[str(value.path).rpartition(".")[0]]
            words = [
                cell.text
                for cell in drawn.cells
                if cell.role in ("label", "group")
                and (
                    cell.row <= value.row < cell.row + cell.rowspan
                    or (field_row.across and cell.column <= value.column < cell.column + cell.colspan)
                )
            ]
            assert words == [*field_row.groups, field_row.label]


def _lines(drawn: PrintedTable) -> list[list[tuple[str, int, int]]]:
    return [
        [(cell.text or "·", cell.rowspan, cell.colspan) for cell in line if cell.role != "value"]
        for line in drawn.by_row()
    ]


def test_table_two_of_2019_spreads_two_columns_over_the_grid_of_three() -> None:
    """Published reports print five grid columns here; other widths would not look like the official form."""
    drawn = layout("2019")[0]
    assert drawn.heading == "二、主动公开政府信息情况"
    assert drawn.columns == 5
    assert _lines(drawn)[:2] == [
        [("第二十条第（一）项", 1, 5)],
        [("信息内容", 1, 1), ("本年新制作数量", 1, 1), ("本年新公开数量", 1, 2), ("对外公开总数量", 1, 1)],
    ]
    assert _lines(drawn)[-2] == [("信息内容", 1, 1), ("采购项目数量", 1, 2), ("采购总金额", 1, 2)]
    assert [cell.colspan for cell in drawn.by_row()[-1]] == [1, 2, 2]


def test_table_two_of_2021_lets_single_columns_span() -> None:
    """The official form prints 本年处理决定数量 over three columns; a reader of the form expects it there."""
    drawn = layout("2021")[0]
    assert drawn.columns == 4
    assert drawn.by_row()[5][1].text == "本年处理决定数量"
    assert drawn.by_row()[5][1].colspan == 3
    assert drawn.by_row()[5][1].words("en") == "decisions in the year"
    assert drawn.by_row()[0][0].words("en") == "Article 20, item (1)"


def test_table_three_has_three_head_rows_and_labels_three_deep() -> None:
    """Merged heads and group labels are what makes the table the official one."""
    drawn = layout("2021")[1]
    assert (drawn.rows, drawn.columns, drawn.head_rows) == (28, 10, 3)
    lines = _lines(drawn)
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    assert lines[0] == [(corner, 3, 3), ("申请人情况", 1, 7)]
    assert lines[1] == [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)]
    assert [text for text, _, _ in lines[2]] == [
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]
    assert lines[3] == [("一、本年新收政府信息公开申请数量", 1, 3)]
    assert lines[5] == [("三、本年度办理结果", 22, 1), ("（一）予以公开", 1, 2)]
    assert lines[7] == [("（三）不予公开", 8, 1), ("1.属于国家秘密", 1, 1)]
    assert lines[26] == [("（七）总计", 1, 2)]
    assert [cell.text for cell in drawn.cells if cell.vertical] == ["三、本年度办理结果"]


def test_table_four_puts_reconsideration_beside_litigation() -> None:
    """Five, five and five columns under two heads: anything else is not the official table four."""
    drawn = layout("2019")[2]
    assert (drawn.rows, drawn.columns, drawn.head_rows) == (4, 15, 3)
    assert _lines(drawn)[0] == [("行政复议", 1, 5), ("行政诉讼", 1, 10)]
    assert _lines(drawn)[1][:2] == [("结果维持", 2, 1), ("结果纠正", 2, 1)]
    assert _lines(drawn)[1][5:] == [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)]
    assert len(drawn.by_row()[3]) == 15


def test_the_official_variant_is_drawn_unless_the_report_prints_another() -> None:
    """A body that prints （六）其他处理 as one row must get its own row back, and not three blank ones."""
    official = printed_variants("2021")
    assert printed_variants(AnnualReport.blank("2021")) == official
    assert printed_variants(AnnualReport2021()) == official
    single = AnnualReport2021().replace({"applications.results.other_handling.all.total": 3})
    assert printed_variants(single) != official
    texts = [cell.text for cell in layout(single)[1].cells]
    assert texts.count("（六）其他处理") == 1
    assert "3.其他" not in texts
    both = AnnualReport.blank("2021").replace({"applications.results.other_handling.all.total": 3})
    assert printed_variants(both) == official | printed_variants(single)
    assert [cell.text for cell in layout(both)[1].cells].count("（六）其他处理") == 2


def test_figures_are_drawn_as_they_stand() -> None:
    """Blank must stay blank, zero zero, and money keep all its digits."""
    report = AnnualReport2019().replace(
        {"proactive.rules.created": 0, "proactive.penalties.change": -17, "proactive.procurement.projects": 2}
    )
    texts = {cell.path: cell.text for cell in layout(report)[0].cells if cell.path}
    assert texts["proactive.rules.created"] == "0"
    assert texts["proactive.rules.disclosed"] == ""
    assert texts["proactive.penalties.change"] == "-17"
    assert texts["proactive.procurement.amount"] == ""
    paid = AnnualReport2021().replace({"proactive.administrative_fees.amount": 10})
    cells = {cell.path: cell.text for cell in layout(paid)[0].cells if cell.path}
    assert cells["proactive.administrative_fees.amount"] == "10"


def test_only_printed_rows_can_be_asked_for() -> None:
    """A writer that must not invent blank rows needs the tables without those that are not printed."""
    report = AnnualReport2021().replace(
        {"applications.received.total": 1, "applications.results.total.total": 1}
    )
    (drawn,) = layout(report, only_printed=True)
    _assert_exact_tiling(drawn)
    labels = [cell.text for cell in drawn.cells if cell.role in ("label", "group")]
    assert labels == ["一、本年新收政府信息公开申请数量", "三、本年度办理结果", "（七）总计"]


def test_a_report_on_no_form_has_no_tables_and_an_unknown_form_is_refused() -> None:
    """A report without tables must not be drawn on a form that it does not follow."""
    assert layout(AnnualReport()) == ()
    with pytest.raises(InvalidReport):
        layout("1999")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class _Channel(Row):
    items: int | None = count("条数", "items", "items", "条")
    views: int | None = count("浏览量", "views", "views", "次", head="访问")
    shares: int | None = count("转发量", "shares", "shares", "次", head="访问")
    likes: int | None = count("点赞量", "likes", "likes", "次")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class _Deep(Block):
    site: _Channel | None = row("1.网站", "site", "site")
    paper: _Channel | None = row("2.公报", "gazette", "paper")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class _Channels(Block):
    all: _Channel | None = row("总数", "all", "all")
    deep: _Deep = block(_Deep, "渠道", "channel", "ch")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class _Pair(Row):
    done: int | None = count("办结", "done", "done")
    late: int | None = count("逾期", "late", "late")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class _Items(Block):
    columns_head: ClassVar[str] = "事项"

    channel: _Channel | None = row("渠道", "channel", "channel", item="第二十一条第（十二）项")
    pair: _Pair | None = row("办理", "handling", "pair", item="第二十一条第（十二）项")
    other: _Pair | None = row("其他", "other", "other", item="附项")


@attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
class _Bands(Block):
    @attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
    class Across(Row):
        across: ClassVar[bool] = True
        first: int | None = count("甲", "first", "first", head="两项")
        second: int | None = count("乙", "second", "second", head="两项")

    plain: Across | None = row("平", "plain", "plain")
    inner: _Deep = block(_Deep, "内", "inner", "inner")


@pytest.fixture
def third_edition() -> Iterator[Form]:
    """An edition of a later year, known for the length of a test."""

    @edition("2031", citation="示例〔2031〕1号", years=(2031, None))
    @attrs.frozen(kw_only=True, repr=False, field_transformer=in_printed_order)
    class AnnualReport2031(AnnualReport):
        proactive: _Items | None = table("items", "p")
        applications: _Channels | None = table("channels", "a")
        challenges: _Bands | None = table("bands", "c")

    yield Form("2031")
    for registry in (model_forms._REGISTERED, model_forms._WALKED, Form._known):
        registry.pop("2031", None)


def test_a_third_edition_draws_itself(third_edition: Form) -> None:
    """When the form is revised, its classes alone must give every writer the new tables."""
    items, channels, bands = layout(third_edition)
    for drawn in (items, channels, bands):
        _assert_exact_tiling(drawn)
    assert [cell.text for cell in items.cells if cell.text == "第二十一条第（十二）项"] == [
        "第二十一条第（十二）项"
    ]
    assert items.by_row()[0][0].words("en") == "Article 21, item (12)"
    assert next(cell for cell in items.cells if cell.text == "附项").words("en") == "附项"
    assert channels.head_rows == 2
    assert {cell.path for drawn in (items, channels, bands) for cell in drawn.cells if cell.path} == set(
        third_edition.paths
    )
