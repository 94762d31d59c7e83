"""Tables about data that come out of the package: columns, Stata's missings, comparability, caveats, indicators."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from docutils import nodes
from forms_from_classes import Cells, listed
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from gov_disclosure.analysis import COLUMNS, Link, indicators_of, links
from gov_disclosure.analysis.codebook import GRADES
from gov_disclosure.analysis.correspondences import CORRESPONDENCES
from gov_disclosure.model.caveats import Caveat
from gov_disclosure.model.forms import editions
from gov_disclosure.writers.tabular.as_stata import MISSINGS


class DataTable(SphinxDirective):
    """One of the tables of this module, by its name."""

    required_arguments = 1
    tables: ClassVar[dict[str, Callable[[], nodes.table]]] = {
        "columns": lambda: column_table(),
        "missings": lambda: missing_table(),
        "comparable": lambda: comparable_table(),
        "caveats": lambda: caveat_table(),
        "indicators": lambda: indicator_listing(),
    }

    def run(self) -> list[nodes.Node]:
        name = self.arguments[0]
        if name not in self.tables:
            raise self.error(f"data-table knows {', '.join(self.tables)}, not {name}")
        return [self.tables[name]()]


def code(text: str) -> nodes.literal:
    """A name for machines."""
    return nodes.literal("", text)


def column_table() -> nodes.table:
    """The columns of tidy data."""
    lines: Cells = [(code(column.name), column.type, column.en, column.zh) for column in COLUMNS]
    return listed(("column", "type", "what it holds", "中文"), (3, 2, 8, 6), lines)


def missing_table() -> nodes.table:
    """Stata's extended missing values."""
    lines: Cells = [
        (code(f".{letter}"), code(kind) if kind else "", en, zh)
        for kind, (letter, en, zh) in MISSINGS.items()
    ]
    return listed(("Stata", "kind", "meaning", "中文"), (1, 2, 6, 4), lines)


def comparable_table() -> nodes.table:
    """What does not simply compare between editions, row by row."""
    lines: Cells = []
    for older, newer in CORRESPONDENCES:
        grouped: dict[tuple[str, str, str], list[Link]] = {}
        for link in links(older, newer):
            if link.grade != "same":
                grouped.setdefault((link.grade, link.en, link.zh), []).append(link)
        for (_, en, zh), found in grouped.items():
            sources = rows(link.source for link in found)
            targets = rows(link.target for link in found)
            lines.append((sources, targets, GRADES[found[0].grade][0], f"{en} ({zh})"))
    return listed(("2019", "2021", "compares", "why"), (5, 5, 3, 8), lines, classes=["form-cells"])


def rows(paths: Iterable[str | None]) -> nodes.line_block:
    """The rows to which cells belong; those of table three have seven columns each."""
    shown = []
    for path in paths:
        if path is not None:
            applicant = path.startswith("applications.")
            shown.append(path.rpartition(".")[0] + ".*" if applicant else path)
    made = nodes.line_block()
    for path in dict.fromkeys(shown):
        made += nodes.line("", "", code(path))
    return made


def caveat_table() -> nodes.table:
    """What to know about how cells are filled in."""
    where: dict[Caveat, list[str]] = {}
    for form in editions():
        for field in form.fields:
            for caveat in field.caveats:
                where.setdefault(caveat, []).append(field.code)
    lines: Cells = []
    for caveat, found in where.items():
        codes = list(dict.fromkeys(found))
        status = f"verified: {caveat.source}" if caveat.verified else "assumed"
        year = f"{caveat.year} on" if caveat.year is not None else ""
        more = f" and {len(codes) - 1} more" if len(codes) > 1 else ""
        cell = nodes.paragraph("", "", code(codes[0]), nodes.Text(more))
        lines.append((cell, caveat.en, caveat.zh, status, year))
    heads = ("cells", "what to know", "中文", "status", "break")
    return listed(heads, (4, 7, 6, 4, 2), lines, classes=["form-cells"])


def indicator_listing() -> nodes.table:
    """The indicators of all editions, those of a row or applicant once."""
    found: dict[str, tuple[str | nodes.Node, ...]] = {}
    for form in editions():
        for one in indicators_of(form):
            family, _, member = one.id.partition(".")
            if family not in found:
                name = f"{family}.<name>" if member else family
                said = "; ".join(part for part in (one.note, one.citation) if part)
                formula = one.formula.replace(member, "<name>") if member else one.formula
                found[family] = (code(name), formula, one.zh.partition("：")[0], said)
    heads = ("id", "formula", "中文", "note")
    return listed(heads, (5, 8, 4, 7), list(found.values()), classes=["form-cells"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known."""
    app.add_directive("data-table", DataTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
