"""Make the PDF fixtures anew with real producers, and their truth beside them.

    python tests/readers_pdf/make_fixtures.py [NAME…]

Needs LibreOffice (``soffice``), Chromium (``chromium``), reportlab, fpdf2 and the font WenQuanYi Micro Hei; a fixture
whose producer is missing is left as it is. The tests themselves need none of these.
"""

import html
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

import gov_disclosure
from gov_disclosure.model.layout import layout
from gov_disclosure.model.printed_table import PrintedTable

HERE = Path(__file__).parent / "fixtures"
FONT = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
ISSUER = "示例区人民政府"
PROSE = (
    "2023年，示例区人民政府坚持公开为常态、不公开为例外，全面梳理公开事项，主动公开政府信息1136条，"
    "办理依申请公开21件，均在法定期限内答复。"
)

SHORT = PROSE[:33] + "年度报告工作情况年度报告工作情况。"


def made_report(form: str, seed: int) -> gov_disclosure.AnnualReport:
    """A report with figures of every length, blanks among them; its sums are not meant to add up."""
    dice = random.Random(seed)
    blank = gov_disclosure.AnnualReport.blank(
        form, year=2023, issuer=ISSUER, title=f"{ISSUER}2023年政府信息公开工作年度报告"
    )
    values: dict[str, Any] = {}
    variant = dice.choice(["split_other", "single_other"]) if form == "2021" else ""
    for field in gov_disclosure.forms.Form(form).fields:
        if field.variant and field.variant != variant:
            continue
        if field.type == "decimal":
            values[field.path] = Decimal(dice.randrange(10_000_000)) / 100
        elif dice.random() < 0.9:
            values[field.path] = dice.choice(
                [0, 0, 0, dice.randrange(10), dice.randrange(100), dice.randrange(30_000)]
            )
    return blank.replace(values)


def only_proactive(report: gov_disclosure.AnnualReport) -> gov_disclosure.AnnualReport:
    """The report with its first table only."""
    cut: Any = attrs.evolve
    evolved: gov_disclosure.AnnualReport = cut(report, applications=None, challenges=None)
    return evolved


def page_of(report: gov_disclosure.AnnualReport, style: str) -> str:
    """A web page of the report, as content systems print it."""
    parts = [f"<h1>{report.title}</h1>", "<h2>一、总体情况</h2>", *(f"<p>{PROSE}</p>" for _ in range(4))]
    headings = {table.name: table.heading for table in layout(report, only_printed=True)}
    for table in layout(report, only_printed=True):
        parts.append(f"<h2>{headings[table.name]}</h2>")
        parts.append("<table>")
        for index, row in enumerate(table.by_row()):
            if index == 0:
                parts.append("<thead>")
            parts.append("<tr>")
            for cell in row:
                text = "<br>".join(cell.text if cell.vertical else html.escape(cell.text).split("\n"))
                parts.append(f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">{text}</td>')
            parts.append("</tr>")
            if index + 1 == table.head_rows:
                parts.append("</thead>")
        parts.append("</table>")
    parts += [
        "<h2>五、存在的主要问题及改进情况</h2>",
        f"<p>{PROSE}</p>",
        "<h2>六、其他需要报告的事项</h2>",
        "<p>无。</p>",
    ]
    return (
        f'<!doctype html><meta charset="utf-8"><title>{report.title}</title><style>{style}</style>'
        + "".join(parts)
    )


BASE = (
    "body{font-family:'WenQuanYi Micro Hei';font-size:12pt;line-height:1.7}p{text-indent:2em;text-align:justify}"
    "h1,h2{font-size:14pt;text-align:center;font-weight:normal}"
    "table{width:100%;font-size:9pt}td{text-align:center;padding:2px}"
)
COLLAPSED = BASE + "table{border-collapse:collapse}td{border:1px solid #000}"
SEPARATE = (
    BASE + "table{border-spacing:0;border-top:1px solid;border-left:1px solid}"
    "td{border-right:1px solid;border-bottom:1px solid}"
)
DASHED = (
    BASE
    + "table{border-collapse:collapse}td{border:1px dashed #555;break-inside:avoid}thead{display:table-row-group}"
)
DOUBLE = BASE + "table{border-collapse:separate;border-spacing:1px}td{border:1px solid #000;background:#fff}"


#: bold letters that the font does not have are made by the browser, as Type 3 fonts
BOLD_HEAD = COLLAPSED + "tr:nth-child(3) td:last-child{font-weight:bold}"


def by_browser(report: gov_disclosure.AnnualReport, style: str, *, type3: bool = False) -> bytes:
    """Printed from a web page by Chromium, which sets fonts out of a collection as Type 3."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        if not type3:
            from fontTools.ttLib import TTCollection

            TTCollection(str(FONT)).fonts[0].save(str(Path(folder) / "hei.ttf"))
            style = "@font-face{font-family:'WenQuanYi Micro Hei';src:url(hei.ttf)}" + style
        source.write_text(page_of(report, style), encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command.append("--disable-pdf-tagging")
        subprocess.run(
            [*command, f"--print-to-pdf={target}", str(source)], check=True, capture_output=True, timeout=120
        )
        return target.read_bytes()


def by_office(report: gov_disclosure.AnnualReport, font_size: float) -> bytes:
    """Printed from a word processor's file by LibreOffice."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name = "WenQuanYi Micro Hei"
    normal.font.size = Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Micro Hei")
    document.add_paragraph(report.title or "")
    document.add_paragraph("一、总体情况")
    for _ in range(5):
        document.add_paragraph("　　" + PROSE)
    for table in layout(report, only_printed=True):
        document.add_paragraph(table.heading)
        grid = document.add_table(rows=table.rows, cols=table.columns, style="Table Grid")
        for cell in table.cells:
            box = grid.cell(cell.row, cell.column).merge(
                grid.cell(cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1)
            )
            text = "\n".join(cell.text) if cell.vertical else cell.text
            run = box.paragraphs[0].add_run(text)
            run.font.size = Pt(font_size)
    for text in ("五、存在的主要问题及改进情况", "　　" + PROSE, "六、其他需要报告的事项", "　　无。"):
        document.add_paragraph(text)
    footer = document.sections[0].footer.paragraphs[0]
    footer.text = "示例区人民政府办公室"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        document.save(str(source))
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return source.with_suffix(".pdf").read_bytes()


def _rows(table: PrintedTable) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = "\n".join(cell.text) if cell.vertical else cell.text
    return rows


def by_reportlab(report: gov_disclosure.AnnualReport, grid: tuple[Any, ...]) -> bytes:
    """Drawn by reportlab, its tables broken over pages by itself."""
    import io

    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Hei", str(FONT), subfontIndex=0))
    body = ParagraphStyle("body", fontName="Hei", fontSize=10, leading=16, firstLineIndent=20, wordWrap="CJK")
    small = ParagraphStyle("small", fontName="Hei", fontSize=6, leading=7, wordWrap="CJK", alignment=1)
    story: list[Any] = [
        Paragraph(report.title, body),
        Paragraph("一、总体情况", body),
        *[Paragraph(SHORT, body)] * 3,
    ]
    for table in layout(report, only_printed=True):
        story.append(Paragraph(table.heading, body))
        cells = [[Paragraph(text.replace("\n", "<br/>"), small) for text in row] for row in _rows(table)]
        spans = [
            ("SPAN", (c.column, c.row), (c.column + c.colspan - 1, c.row + c.rowspan - 1))
            for c in table.cells
            if c.rowspan > 1 or c.colspan > 1
        ]
        width = 360 / sum(table.widths)
        style = [grid, ("LEFTPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), 1), *spans]
        story.append(
            Table(
                cells,
                colWidths=[width * part for part in table.widths],
                repeatRows=table.head_rows if table.name == "applications" else 0,
                style=style,
            )
        )
    story += [
        Paragraph(text, body)
        for text in ("五、存在的主要问题及改进情况", SHORT, "六、其他需要报告的事项", "无。")
    ]

    def number(canvas: Any, template: Any) -> None:
        canvas.setFont("Hei", 8)
        canvas.drawCentredString(210, 20, f"- {template.page} -")

    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A5, title=report.title, leftMargin=30, rightMargin=30, invariant=1).build(
        story, onFirstPage=number, onLaterPages=number
    )
    return out.getvalue()


def by_fpdf(report: gov_disclosure.AnnualReport) -> bytes:
    """Drawn by fpdf2, every cell a box of its own."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.add_font("Hei", fname=str(FONT))
    pdf.set_font("Hei", size=12)
    for text in (report.title or "", "一、总体情况", PROSE):
        pdf.multi_cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    for table in layout(report, only_printed=True):
        pdf.set_font("Hei", size=12)
        pdf.multi_cell(0, 8, table.heading, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Hei", size=7)
        with pdf.table(
            col_widths=table.widths, line_height=4.2, first_row_as_headings=False, text_align="CENTER"
        ) as grid:
            for row in table.by_row():
                line = grid.row()
                for cell in row:
                    text = "\n".join(cell.text) if cell.vertical else cell.text
                    line.cell(text, colspan=cell.colspan, rowspan=cell.rowspan)
    pdf.set_font("Hei", size=12)
    for text in ("五、存在的主要问题及改进情况", PROSE, "六、其他需要报告的事项", "无。"):
        pdf.multi_cell(0, 8, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


FIXTURES: dict[str, tuple[str, int, Callable[[gov_disclosure.AnnualReport], bytes]]] = {
    "browser-collapsed": ("2021", 1, lambda report: by_browser(report, COLLAPSED)),
    "browser-separate": ("2019", 2, lambda report: by_browser(report, SEPARATE)),
    "browser-dashed": ("2021", 3, lambda report: by_browser(report, DASHED)),
    "browser-double": ("2019", 4, lambda report: by_browser(report, DOUBLE)),
    "browser-type3": (
        "2021",
        10,
        lambda report: by_browser(report, BOLD_HEAD, type3=True),
    ),
    "office": ("2021", 5, lambda report: by_office(report, 8)),
    "office-large": ("2019", 6, lambda report: by_office(report, 10.5)),
    "reportlab-grid": (
        "2021",
        7,
        lambda report: by_reportlab(report, ("GRID", (0, 0), (-1, -1), 0.4, "black")),
    ),
    "reportlab-double": (
        "2019",
        8,
        lambda report: by_reportlab(report, ("GRID", (0, 0), (-1, -1), 0.3, "black", 0, None, None, 2, 1.2)),
    ),
    "fpdf": ("2021", 9, by_fpdf),
}


def main() -> None:
    """Make the fixtures named, or all."""
    HERE.mkdir(exist_ok=True)
    index_file = HERE / "index.json"
    index = json.loads(index_file.read_text(encoding="utf-8")) if index_file.exists() else {}
    for name in sys.argv[1:] or FIXTURES:
        form, seed, make = FIXTURES[name]
        report = made_report(form, seed)
        if name in (
            "browser-type3",
            "browser-dashed",
        ):  # each dash and each bold letter takes room of its own
            report = only_proactive(report)
        try:
            content = make(report)
        except (FileNotFoundError, ImportError) as missing:
            sys.stderr.write(f"{name}: left as it is ({missing})\n")
            continue
        (HERE / f"{name}.pdf").write_bytes(content)
        index[name] = {
            "form": form,
            "cells": {path: None if value is None else str(value) for path, value in report.cells()},
        }
        sys.stdout.write(f"{name}: {len(content)} bytes\n")
    index_file.write_text(json.dumps(index, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if not shutil.which("soffice") and not shutil.which("chromium"):
        sys.stderr.write("neither soffice nor chromium is here\n")
    main()
