"""Pages that come out of the classes and registries of the package, so that they cannot fall behind.

``form-tables`` draws the statutory tables of an edition and lists their cells; ``code-table`` lists errors,
notices and checks. One page for each known edition is written before the build starts.
"""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.util.docutils import SphinxDirective

import gov_disclosure
from gov_disclosure.checks import CHECKS
from gov_disclosure.interchange.codes import GROUPS, codes
from gov_disclosure.model.errors import GovDisclosureError
from gov_disclosure.model.fields import Printed
from gov_disclosure.model.forms import Field, Form, FormRow, FormTable, editions
from gov_disclosure.model.layout import PrintedCell, PrintedTable, layout
from gov_disclosure.reading import NOTICES

FOLDER = "forms"
Cells = list[tuple[str | nodes.Node, ...]]


class FormTables(SphinxDirective):
    """Every table of the edition named: drawn as printed, then cell by cell."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        form = Form(self.arguments[0])
        number = {path: place for place, path in enumerate(form.paths, start=1)}
        return [self.table(form, table, number) for table in form.tables]

    def table(self, form: Form, table: FormTable, number: dict[str, int]) -> nodes.Node:
        """One statutory table as a section of the page."""
        made = nodes.section(ids=[f"form-{form}-{table.name}"])
        made += nodes.title("", f"{table.section.heading} ({table.section.english})")
        self.state.document.note_implicit_target(made, made)
        for variant in variants(table):
            if variant:
                made += nodes.paragraph("", f"Where {variant_words(table, variant)}:")
            for drawn in layout(form, variants=(variant,)):
                if drawn.name == table.name:
                    made += drawing(form, drawn, number)
        made += listing(form, table, number)
        return made


def variants(table: FormTable) -> tuple[str, ...]:
    """The ways of printing the table, the official one first."""
    found = list(dict.fromkeys(row.variant for row in table.rows if row.variant))
    return tuple(reversed(found)) or ("",)


def variant_words(table: FormTable, variant: str) -> str:
    """What a variant prints, in words."""
    rows = [row for row in table.rows if row.variant == variant]
    if len(rows) == 1:
        return f"{rows[0].label} is printed as one row"
    return f"{rows[0].groups[-1]} is printed as {len(rows)} rows"


def drawing(form: Form, table: PrintedTable, number: dict[str, int]) -> nodes.table:
    """The table as printed; a value cell shows the number of its line in the list under the table."""
    made = nodes.table(classes=["printed-form"])
    group = nodes.tgroup(cols=table.columns)
    made += group
    for width in table.widths:
        group += nodes.colspec(colwidth=width)
    body = nodes.tbody()
    group += body
    for cells in table.by_row():
        line = nodes.row()
        for cell in cells:
            line += drawn_cell(form, cell, number)
        body += line
    return made


def drawn_cell(form: Form, cell: PrintedCell, number: dict[str, int]) -> nodes.entry:
    """One cell of the drawing."""
    classes = [f"form-{cell.role}"] + (["form-vertical"] if cell.vertical else [])
    made = nodes.entry(classes=classes)
    if cell.rowspan > 1:
        made["morerows"] = cell.rowspan - 1
    if cell.colspan > 1:
        made["morecols"] = cell.colspan - 1
    if cell.path is None:
        made += nodes.paragraph("", cell.text)
    else:
        link = nodes.reference("", str(number[cell.path]), refid=anchor(form, cell.path), internal=True)
        made += nodes.paragraph("", "", link)
    return made


def anchor(form: Form, path: str) -> str:
    """The id of a cell's line on its page."""
    return f"cell-{form}-{nodes.make_id(path)}"


def listing(form: Form, table: FormTable, number: dict[str, int]) -> nodes.table:
    """Every cell of a table: its number, path, code, labels, unit and ground."""
    lines: Cells = [
        cell_line(form, row, field, number[field.path]) for row in table.rows for field in row.fields
    ]
    heads = ("", "path and short code", "printed", "English", "unit", "note")
    return listed(heads, (1, 8, 6, 6, 1, 3), lines, classes=["form-cells"])


def cell_line(form: Form, row: FormRow, field: Field, number: int) -> tuple[str | nodes.Node, ...]:
    """One cell's line in the list."""
    names = nodes.line_block(
        "",
        nodes.line("", "", nodes.literal("", field.path)),
        nodes.line("", "", nodes.literal("", field.code)),
    )
    around = field.group.replace("/", " · ")
    printed = " · ".join(part for part in (around, field.row, field.column) if part)
    target = nodes.paragraph("", str(number), ids=[anchor(form, field.path)])
    unit = f"{field.unit} ({field.type})" if field.type != "count" else field.unit
    return (target, names, printed, field.english, unit, row.ground)


class CodeTable(SphinxDirective):
    """The stable codes of one group, with what they mean."""

    required_arguments = 1
    tables: ClassVar[dict[str, Callable[[], nodes.table]]] = {
        "error": lambda: error_table(),
        "notice": lambda: notice_table(),
        "check": lambda: check_table(),
    }

    def run(self) -> list[nodes.Node]:
        group = self.arguments[0]
        if group in self.tables:
            return [self.tables[group]()]
        if group in GROUPS:
            return [plain_table(group)]
        raise self.error(f"code-table knows {', '.join(GROUPS)}, not {group}")


def error_table() -> nodes.table:
    """Every error class below the root, as a tree."""
    lines: Cells = []
    for name in gov_disclosure.__all__:
        getattr(gov_disclosure, name)  # names are imported when first used, and their errors with them

    def walk(cls: type[GovDisclosureError], depth: int) -> None:
        name = nodes.paragraph("", "　" * depth, nodes.literal("", cls.__name__))
        said = cls.templates["zh"] if "templates" in vars(cls) else ""
        lines.append((name, nodes.literal("", cls.code), first_sentence(cls), said))
        for below in sorted(cls.__subclasses__(), key=lambda each: each.__name__):
            if below.__module__.startswith("gov_disclosure."):
                walk(below, depth + 1)

    walk(GovDisclosureError, 0)
    return listed(("class", "code", "meaning", "中文"), (5, 4, 8, 8), lines)


def notice_table() -> nodes.table:
    """Every notice a reading can carry."""
    lines: Cells = [
        (nodes.literal("", code), kind.severity.value, kind.en, kind.zh) for code, kind in NOTICES.items()
    ]
    return listed(("code", "severity", "English", "中文"), (3, 2, 8, 8), lines)


def check_table() -> nodes.table:
    """Every built-in check."""
    lines: Cells = [
        (
            nodes.literal("", check.id),
            check.severity.value,
            check.wording.name("en"),
            check.wording.name("zh"),
            check.formula,
            check.citation.replace("{form}", "the form"),
        )
        for check in CHECKS.values()
    ]
    return listed(("id", "severity", "English", "中文", "demands", "source"), (1, 2, 4, 4, 8, 5), lines)


def plain_table(group: str) -> nodes.table:
    """The codes of a group that has no table of its own kind."""
    lines: Cells = [
        (nodes.literal("", code.code), code.en, code.zh) for code in codes() if code.group == group
    ]
    return listed(("code", "English", "中文"), (3, 8, 8), lines)


def first_sentence(thing: object) -> str:
    """The first line of a docstring."""
    return (inspect.getdoc(thing) or "").splitlines()[0].replace("``", "")


def listed(
    heads: tuple[str, ...], widths: tuple[int, ...], lines: Cells, classes: list[str] | None = None
) -> nodes.table:
    """A plain table."""
    made = nodes.table(classes=classes or [])
    group = nodes.tgroup(cols=len(heads))
    made += group
    for width in widths:
        group += nodes.colspec(colwidth=width)
    head, body = nodes.thead(), nodes.tbody()
    head += table_row(heads)
    for line in lines:
        body += table_row(line)
    group += [head, body]
    return made


def table_row(cells: tuple[str | nodes.Node, ...]) -> nodes.row:
    """A row of entries."""
    made = nodes.row()
    for cell in cells:
        entry = nodes.entry()
        if isinstance(cell, nodes.paragraph | nodes.line_block):
            entry += cell
        else:
            entry += nodes.paragraph("", "", nodes.Text(cell) if isinstance(cell, str) else cell)
        made += entry
    return made


def write_pages(app: Sphinx, config: object) -> None:
    """One page for each edition the package knows, and none for any other."""
    folder = Path(app.srcdir) / FOLDER
    folder.mkdir(exist_ok=True)
    wanted = {folder / f"{form}.md": page(form) for form in editions()}
    for path in folder.glob("*.md"):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def page(form: Form) -> str:
    """The page of an edition."""
    first, last = form.years
    when = f"report years {first} to {last}" if last is not None else f"report years from {first} on"
    return (
        f"# The {form} form\n\nPrescribed by {form.citation} for {when}; {len(form.fields)} cells. In the "
        "drawn tables each cell shows its number in the list under the table.\n\n"
        f"```{{form-tables}} {form}\n```\n"
    )


def describe_printed_field(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """autodoc hook: a field of the form has for its docstring what the form prints for it."""
    if what != "attribute":
        return
    owner, _, attribute = name.rpartition(".")
    cls = resolve(owner)
    if cls is None or not attrs.has(cls):
        return
    found = next((field for field in attrs.fields(cls) if field.name == attribute), None)
    mark = found.metadata.get("gov_disclosure") if found is not None else None
    if isinstance(mark, Printed):
        parts = [mark.label, mark.english, mark.unit if mark.role == "cell" else "", mark.ground]
        lines[:] = ["; ".join(part for part in parts if part)]


def headed_parts(app: Sphinx, what: Any, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """autodoc hook: ``Args:`` and ``Raises:`` of functions; a property may hold a colon and mean nothing by it."""
    if what in {"function", "method", "class", "exception"}:
        lines[:] = GoogleDocstring(lines, what=what, name=name, obj=obj, options=options).lines()


def resolve(name: str) -> Any:
    """The object of that full name, or None."""
    module, _, attribute = name.rpartition(".")
    here: Any = gov_disclosure
    for part in (*module.split(".")[1:], attribute):
        here = getattr(here, part, None)
    return here if isinstance(here, type) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directives known."""
    app.add_directive("form-tables", FormTables)
    app.add_directive("code-table", CodeTable)
    app.connect("config-inited", write_pages)
    app.connect("autodoc-process-docstring", describe_printed_field)
    app.connect("autodoc-process-docstring", headed_parts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
