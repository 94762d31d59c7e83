"""Reports written as the text that people have: dumps of PDFs, copies from a browser, what extractors leave.

Every shape is drawn from a random generator, so that one seed is one document.
"""

import random
from collections.abc import Callable, Sequence
from decimal import Decimal

from gov_disclosure.language.width import width
from gov_disclosure.model import AnnualReport, Form
from gov_disclosure.model.forms import FormRow, FormTable
from text_damage import Line, printed_lines, spoiled

__all__ = ["SHAPES", "random_report", "write_dump"]

_PROSE = (
    "本年度，示例区认真落实各项公开要求，持续完善信息发布机制，公开工作平稳有序。",
    "围绕群众关心的事项，及时回应来信来电，梳理常见问题并汇编成册，方便查阅。",
    "加强业务学习，组织专题交流，工作人员的办理水平有所提高，流程更加规范。",
    "下一步，将继续丰富公开形式，细化公开内容，做好平台维护，接受社会监督。",
)


def random_report(rng: random.Random) -> AnnualReport:
    """A report with plausible figures: mostly small, sums mostly right, now and then blanks."""
    form = Form(rng.choice(["2019", "2021"]))
    year = rng.choice([2019, 2020]) if form == "2019" else rng.choice([2021, 2022, 2023, 2024])
    report = AnnualReport.blank(
        form, year=year, issuer="示例区人民政府", title=f"示例区人民政府{year}年政府信息公开工作年度报告"
    )
    values: dict[str, int | Decimal | None] = {}
    top = rng.choice([0, 1, 9, 30, 300, 4000])
    blanks = rng.choice([0.0, 0.0, 0.0, 0.1, 0.6])
    single = form == "2021" and rng.random() < 0.3
    for table in form.tables:
        for row in table.rows:
            if (single and row.variant == "split_other") or (not single and row.variant == "single_other"):
                continue
            values |= _row(rng, row, top, blanks)
    made = report.replace(values)
    return _without_variant(made, single)


def _without_variant(report: AnnualReport, single: bool) -> AnnualReport:
    import attrs

    if not single:
        return report
    results = report.applications.results  # type: ignore[attr-defined]
    other = attrs.evolve(results.other_handling, uncorrected=None, unpaid=None, miscellaneous=None)
    applications = attrs.evolve(report.applications, results=attrs.evolve(results, other_handling=other))  # type: ignore[attr-defined]
    return attrs.evolve(report, applications=applications)  # type: ignore[call-arg]


def _row(rng: random.Random, row: FormRow, top: int, blanks: float) -> dict[str, int | Decimal | None]:
    values: dict[str, int | Decimal | None] = {}
    total = 0
    for field in row.fields:
        if field.name == "total":
            wrong = rng.random() < 0.02
            values[field.path] = total + rng.randint(1, 5) * wrong
            continue
        number = rng.randint(0, top) if rng.random() < 0.4 else 0
        value: int | Decimal | None = number
        if field.type == "signed count":
            value = rng.choice([0, number, -number])
        if field.type == "decimal":
            value = Decimal(rng.randint(0, 10**7)).scaleb(-rng.randint(0, 4))
        if rng.random() < blanks:
            value = None
        values[field.path] = value
        total += number if value is not None else 0
    if blanks and rng.random() < blanks:
        values = dict.fromkeys(values)
    return values


Lines = list[str]
Writer = Callable[[random.Random, FormTable, list[Line]], Lines]


def _wrap(rng: random.Random, label: str) -> list[str]:
    if len(label) < 8 or rng.random() < 0.5:
        return [label]
    cut = rng.randint(4, len(label) - 2)
    return [label[:cut], label[cut:]]


def _matrix_heads(table: FormTable) -> Lines:
    corner = str(getattr(table.cls, "corner", ""))
    return [
        corner[:20],
        corner[20:],
        "申请人情况",
        "自然人",
        "法人或其他组织",
        "总计",
        "商业",
        "企业",
        "科研",
        "机构",
        "社会公益",
        "组织",
        "法律服务",
        "机构",
        "其他",
    ]


def _side(rng: random.Random) -> Lines:
    return rng.sample(["三", "、", "本", "年", "度", "办", "理", "结", "果"], rng.randint(0, 3))


def inline(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """A label and its figures on one line; long labels over two, their figures on the first, second or between."""
    gap = rng.choice([" ", "  ", "   "])
    lines: Lines = []
    item = None
    if table.name == "applications":
        lines += _matrix_heads(table)
    seen: set[str] = set()
    for row in rows:
        if row.item and row.item != item:
            item = row.item
            lines += [row.item, gap.join(["信息内容", *row.heads])]
        for group in row.groups[1:]:
            if group not in seen:
                seen.add(group)
                lines += rng.choice([[group], _wrap(rng, group)])
        if row.result:
            lines += _side(rng)
        figures = gap.join(cell for cell in row.cells if cell)
        parts = _wrap(rng, row.label)
        place = rng.choice(["first", "last", "own"])
        if len(parts) == 1:
            lines.append(f"{parts[0]}{gap}{figures}" if place != "own" else parts[0])
            if place == "own" and figures:
                lines.append(figures)
        elif place == "first":
            lines += [f"{parts[0]}{gap}{figures}", parts[1]]
        elif place == "last":
            lines += [parts[0], f"{parts[1]}{gap}{figures}"]
        else:
            lines += [parts[0], *([figures] if figures else []), parts[1]]
    return lines


def cell_a_line(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """One cell a line; a blank cell vanishes."""
    lines: Lines = []
    item = None
    if table.name == "applications":
        lines += _matrix_heads(table)
    seen: set[str] = set()
    for row in rows:
        if row.item and row.item != item:
            item = row.item
            lines += [row.item, "信息内容", *row.heads]
        for group in row.groups:
            if group not in seen:
                seen.add(group)
                lines.append(group)
        lines += [row.label, *(cell for cell in row.cells if cell)]
    return lines


def columns_together(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """All labels of a page, then its figures column by column or row by row."""
    lines: Lines = []
    if table.name == "applications":
        lines += _matrix_heads(table)
    size = rng.choice([4, 9, 30])
    by_column = rng.random() < 0.7
    item_rows: list[list[Line]] = []
    if any(row.item for row in rows):
        items = list(dict.fromkeys(row.item for row in rows))
        item_rows = [[row for row in rows if row.item == item] for item in items]
    else:
        item_rows = [rows[start : start + size] for start in range(0, len(rows), size)]
    for part in item_rows:
        if part[0].item:
            lines += [part[0].item, "信息内容", *part[0].heads]
        lines += [row.label for row in part]
        grid = [row.cells for row in part]
        even = len({len(cells) for cells in grid}) == 1
        order = zip(*grid, strict=True) if by_column and even else grid
        lines += [cell for line in order for cell in line if cell]
    return lines


def figures_first(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """Some labels on a line below their figures, as where baselines differ by a point."""
    lines: Lines = []
    item = None
    if table.name == "applications":
        lines += _matrix_heads(table)
    for row in rows:
        if row.item and row.item != item:
            item = row.item
            lines += [row.item, " ".join(["信息内容", *row.heads])]
        figures = " ".join(cell for cell in row.cells if cell)
        kind = rng.random()
        if kind < 0.5:
            lines.append(f"{row.label} {figures}")
        elif kind < 0.75:
            lines += [*([figures] if figures else []), row.label]
        else:
            lines += [row.label, *([figures] if figures else [])]
    return lines


def laid_out(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """Columns kept under each other by spaces."""
    label_width = 44
    step = rng.choice([6, 8, 12])
    lines: Lines = []
    item = None
    if table.name == "applications":
        lines += _matrix_heads(table)
    for row in rows:
        if row.item and row.item != item:
            item = row.item
            lines += [" " * 20 + row.item, "   ".join(["      信息内容", *row.heads])]
        parts = _wrap(rng, row.label)
        cells = row.cells
        line = parts[0] + " " * max(1, label_width - width(parts[0]))
        for cell in cells:
            line += cell + " " * max(1, step - width(cell))
        lines.append(line.rstrip())
        lines += parts[1:]
    return lines


def piped(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """Cells between pipes, with labels as deep as they are printed, or only those that start in the row."""
    lines: Lines = []
    item = None
    ragged = rng.random() < 0.5
    edge = rng.random() < 0.5
    trailing = rng.choice([0, 0, 1, 2])

    def line(cells: Sequence[str]) -> str:
        text = " | ".join([*cells, *[""] * trailing])
        return f"| {text} |" if edge else text

    if table.name == "applications":
        head = rows[0].heads
        lines.append(line(["申请人情况", *head]) if ragged else line(["", "", "", *head]))
    seen: set[str] = set()
    for row in rows:
        if row.item and row.item != item:
            item = row.item
            lines += [line([row.item]), line(["信息内容", *row.heads])]
        groups = [group for group in row.groups if group not in seen]
        seen |= set(groups)
        if table.name != "applications":
            labels = [row.label]
        elif ragged:
            labels = [*groups, row.label]
        else:
            depth = [*row.groups, row.label]
            labels = [*(group if group in groups else "" for group in row.groups), row.label]
            labels += [""] * (3 - len(depth))
        lines.append(line([*labels, *row.cells]))
    return lines


def tabbed(rng: random.Random, table: FormTable, rows: list[Line]) -> Lines:
    """Cells between tabs, as a browser's copy leaves them."""
    lines: Lines = []
    item = None
    if table.name == "applications":
        lines += ["\t".join([str(getattr(table.cls, "corner", "")), "申请人情况"]), "\t".join(rows[0].heads)]
    seen: set[str] = set()
    for row in rows:
        if row.item and row.item != item:
            item = row.item
            lines += [row.item, "\t".join(["信息内容", *row.heads])]
        groups = [group for group in row.groups if group not in seen]
        seen |= set(groups)
        lines.append("\t".join([*groups, row.label, *row.cells]))
    return lines


def bands(rng: random.Random, rows: list[Line], style: str) -> Lines:
    """Table four in a style of its own."""
    cells = [cell for row in rows for cell in row.cells]
    columns = [head for row in rows for head in row.heads]
    outer = [row.groups[0] if row.groups else row.label for row in rows]
    inner = [row.label if row.groups else "" for row in rows]
    tops = ["" if place and outer[place - 1] == head else head for place, head in enumerate(outer)]
    heads = [" ".join(filter(None, tops)), " ".join(filter(None, inner))]
    if style == "piped":
        wide = [[cell for head in line for cell in (head, *[""] * 4)] for line in (tops, inner)]
        return ["| " + " | ".join(line) + " |" for line in (*wide, columns, cells)]
    if style == "tabbed":
        return [
            heads[0].replace(" ", "\t"),
            heads[1].replace(" ", "\t"),
            "\t".join(columns),
            "\t".join(cells),
        ]
    figures = [cell for cell in cells if cell]
    if style == "cell_a_line":
        return [*heads[0].split(), *heads[1].split(), *columns, *figures]
    return [heads[0], heads[1], " ".join(columns), " ".join(figures)]


SHAPES: dict[str, Writer] = {
    "inline": inline,
    "cell_a_line": cell_a_line,
    "columns_together": columns_together,
    "figures_first": figures_first,
    "laid_out": laid_out,
    "piped": piped,
    "tabbed": tabbed,
}


def write_dump(
    rng: random.Random, report: AnnualReport, shape: str, damages: frozenset[str] = frozenset()
) -> str:
    """A report as text in one of the shapes, with page breaks, page numbers and blank lines as they come."""
    assert report.form is not None
    grid = shape in ("piped", "tabbed")
    lines: Lines = [
        str(report.title),
        "",
        f"　　本报告所列数据的统计期限自{report.year}年1月1日起至12月31日止。",
    ]
    lines += ["一、总体情况", *rng.sample(_PROSE, 2)]
    for table in report.form.tables:
        lines.append(table.section.heading)
        if rng.random() < 0.3:
            lines.append(rng.choice(_PROSE))
        rows = [row for row in table.rows if report.prints(row.fields[0].path)]
        printed = printed_lines(rng, report, table, rows, damages)
        for _ in range(2 if "table twice" in damages else 1):
            if any(row.across for row in printed):
                written = bands(rng, printed, shape)
            else:
                written = SHAPES[shape](rng, table, printed)
            lines += [" ".join(written)] if "one line" in damages and not grid else written
    lines += ["五、存在的主要问题及改进情况", _PROSE[3], "六、其他需要报告的事项", "无其他需要报告的事项。"]
    lines = spoiled(rng, lines, damages)
    bare = "bare page numbers" in damages
    if not grid and (bare or rng.random() < 0.6):
        lines = _paged(rng, lines, bare)
    between = "\n\n" if not grid and "blank lines lost" not in damages and rng.random() < 0.4 else "\n"
    return between.join(lines) + "\n"


def _paged(rng: random.Random, lines: Lines, bare: bool) -> Lines:
    size = rng.randint(18, 40)
    paged: Lines = []
    for number, start in enumerate(range(0, len(lines), size), 1):
        page = lines[start : start + size]
        if start:
            page[0] = "\f" + page[0]
        paged += page
        paged.append(
            str(number)
            if bare
            else rng.choice([f"- {number} -", f"— {number} —", f"第{number}页", f"-{number}-"])
        )
    return paged
