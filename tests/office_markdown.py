"""Reports as Markdown, in the manners of web extractors and of programs that turn PDFs into it.

Every choice is drawn from a random generator, so that one seed is one document.
"""

import random

from gov_disclosure.model import AnnualReport
from gov_disclosure.model.layout import PrintedTable
from office_parts import pieces_of

__all__ = ["MANNERS", "write_markdown"]

MANNERS = ("full", "ragged", "repeated", "html", "open", "leading", "stray")


def write_markdown(report: AnnualReport, rng: random.Random) -> str:
    """A report as Markdown with the quirks that the generator draws."""
    manner = rng.choice(MANNERS)
    bold = rng.random() < 0.3
    hashes = rng.choice(["", "## ", "### ", "**"])
    parts: list[str] = []
    for kind, content in pieces_of(report):
        if isinstance(content, PrintedTable):
            parts.append(_html(content) if manner == "html" else _pipes(content, manner, bold, rng))
        elif kind == "heading":
            parts.append(f"**{content}**" if hashes == "**" else hashes + content)
        elif kind == "title":
            parts.append(rng.choice(["# ", ""]) + content)
        else:
            parts.append(_escaped(content, rng))
    return "\n\n".join(parts) + "\n"


def _escaped(text: str, rng: random.Random) -> str:
    return text.replace("-", "\\-").replace("(", "\\(") if rng.random() < 0.2 else text


def _pipes(drawn: PrintedTable, manner: str, bold: bool, rng: random.Random) -> str:
    lines: list[str] = []
    for number in range(drawn.rows):
        texts: list[str] = []
        column = 0
        while column < drawn.columns:
            cell = next(
                one
                for one in drawn.cells
                if one.row <= number < one.row + one.rowspan
                and one.column <= column < one.column + one.colspan
            )
            above = cell.row < number
            if manner in ("repeated", "full") or not above:
                shown = (
                    cell.text if manner == "repeated" and cell.role != "value" else "" if above else cell.text
                )
                texts.append(_cell(shown, bold, rng))
                if manner == "repeated":
                    texts += [texts[-1]] * (cell.colspan - 1)
                elif manner == "full" and cell.role != "value":
                    texts += [""] * (cell.colspan - 1)
            column = cell.column + cell.colspan
        if not texts:
            continue
        line = " | ".join(texts)
        if manner == "open" and len(texts) > 1 and texts[0] and texts[-1]:
            lines.append(line)
        elif manner == "leading":
            lines.append(f"| | {line} |")
        elif manner == "stray":
            lines.append(f"| {line} | |" if rng.random() < 0.5 else f"| {line} |\n|")
        else:
            lines.append(f"| {line} |")
        if number == 0 and manner != "open":
            lines.append("|" + "---|" * len(texts))
    return "\n".join(lines)


def _cell(text: str, bold: bool, rng: random.Random) -> str:
    if text and bold and rng.random() < 0.5:
        return f"**{text}**"
    if text.startswith("-"):
        return "\\" + text
    if len(text) > 8 and rng.random() < 0.2:
        return f"{text[:4]}<br>{text[4:]}"
    return text


def _html(drawn: PrintedTable) -> str:
    rows = []
    for row in drawn.by_row():
        cells = "".join(
            f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">{cell.text or "&nbsp;"}</td>'
            for cell in row
        )
        rows.append(f"<tr>{cells}</tr>")
    return "<table>\n" + "\n".join(rows) + "\n</table>"
