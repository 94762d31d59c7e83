"""Tables between strokes that follow each other with nothing but an empty line between them."""

import gov_disclosure
from gov_disclosure.documents import Table
from gov_disclosure.readers import Options, pick_reader

NARROW = "| 甲 | 乙 |\n| 1 | 2 |"
WIDE = "| 丙 | 丁 | 戊 |\n| 3 |  | 5 |"


def _tables(text: str, reader: str) -> tuple[Table, ...]:
    return pick_reader(text.encode(), None, reader).read(text.encode(), Options()).tables


def test_tables_of_other_widths_are_tables_of_their_own() -> None:
    """As one ragged table neither would tell any more which column a blank cell stands in."""
    for reader in ("text", "markdown"):
        tables = _tables(f"{NARROW}\n\n{WIDE}\n", reader)
        assert [(table.column_count, table.sure_columns) for table in tables] == [(2, True), (3, True)]


def test_a_row_that_lost_a_cell_makes_the_table_unsure() -> None:
    """Rows with an empty line between each: the short one has lost a cell, and nobody knows which."""
    text = "| 甲 | 乙 | 丙 |\n\n| 1 | 2 | 3 |\n\n| 4 | 5 |\n\n| 6 | 7 | 8 |\n"
    for reader in ("text", "markdown"):
        (table,) = _tables(text, reader)
        assert not table.sure_columns


def test_lines_with_empty_lines_between_are_paragraphs() -> None:
    """Text that was written a paragraph a line must not be joined as if it were torn."""
    lines = [
        "本机关认真完善公开目录，持续更新网站栏目，按要求答复申请。",
        "（一）继续做好各项工作的主要情况",
    ] * 4
    text = "示例区人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n\n" + "\n\n".join(lines)
    text += "\n\n五、存在的主要问题及改进情况\n\n有待改进。\n\n六、其他需要报告的事项\n\n无。\n"
    assert gov_disclosure.read(text.encode()).report.narrative.overview == tuple(lines)
