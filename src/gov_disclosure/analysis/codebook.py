"""The codebook: for every cell what it is called, what it rests on, what it compares with and what checks it.

Everything comes from the classes of the form, the table of correspondences and the checks, so that an edition
added by its classes has its codebook.
"""

from collections.abc import Iterable

import attrs

from gov_disclosure.analysis.checked_cells import checks_of_cells
from gov_disclosure.analysis.correspondences import Comparable, Link, links
from gov_disclosure.analysis.grounds import ground_of
from gov_disclosure.checks.catalogue import catalogue
from gov_disclosure.model.caveats import Caveat
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Field, Form, editions
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.writers.tabular.columns import Column
from gov_disclosure.writers.tabular.table import Table

__all__ = [
    "GRADES",
    "Codebook",
    "CodebookEntry",
    "Comparison",
    "build_codebook",
    "caveat_text",
    "comparison_text",
]


@attrs.frozen(kw_only=True)
class Comparison:
    """What a cell is on another edition: the cell there (None: nothing compares), and what to bear in mind.

    ``parts`` are the rows that the other edition may print instead of that cell.
    """

    form: Form
    path: str | None
    grade: Comparable
    parts: tuple[str, ...] = ()
    en: str = ""
    zh: str = ""

    def note(self, lang: Lang = "en") -> str:
        """What to bear in mind, in a language."""
        return self.zh if lang == "zh" else self.en


@attrs.frozen(kw_only=True)
class CodebookEntry:
    """One cell of one edition. ``checks`` are the ids of the checks that look at it, without those for all cells."""

    field: Field
    comparisons: tuple[Comparison, ...]
    checks: tuple[str, ...]

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What to know about how the cell is filled in, verified or assumed."""
        return self.field.caveats

    @property
    def trend_breaks(self) -> tuple[int, ...]:
        """Report years from which the figures do not compare with earlier ones, or not without care.

        A law changed, or the form did.
        """
        years = {caveat.year for caveat in self.caveats if caveat.year is not None}
        for comparison in self.comparisons:
            if comparison.grade != "same":
                years.add(max(Form(self.field.form).years[0], comparison.form.years[0]))
        return tuple(sorted(years))


@attrs.frozen(kw_only=True)
class Codebook:
    """The cells of some editions in printed order."""

    forms: tuple[Form, ...]
    entries: tuple[CodebookEntry, ...]

    def of(self, form: Form | str, code_or_path: str) -> CodebookEntry:
        """The entry of a cell; raises :class:`~gov_disclosure.UnknownPath` for one that is not there."""
        field = Form(form).field(code_or_path)
        return next(entry for entry in self.entries if entry.field == field)

    def table(self, lang: Lang = "en") -> Table:
        """One row a cell, for CSV and data frames; sentences in the language asked for."""
        rows = [_row(entry, lang) for entry in self.entries]
        return Table(
            name="codebook",
            columns=_COLUMNS,
            data=tuple(zip(*rows, strict=True)) if rows else ((),) * len(_COLUMNS),
        )

    def csv(self, lang: Lang = "en", *, bom: bool = True) -> str:
        """The codebook as CSV, see :meth:`~gov_disclosure.analysis.Table.to_csv`."""
        return self.table(lang).to_csv(bom=bom)

    def markdown(self, lang: Lang = "en") -> str:
        """The codebook as Markdown."""
        from gov_disclosure.analysis.codebook_pages import markdown

        return markdown(self, lang)

    def html(self, lang: Lang = "en") -> str:
        """The codebook as one HTML page that needs nothing from outside."""
        from gov_disclosure.analysis.codebook_pages import html

        return html(self, lang)


def build_codebook(forms: Iterable[Form | str] | None = None) -> Codebook:
    """The codebook of the editions named, or of all there are.

    Raises :class:`~gov_disclosure.InvalidReport` for an edition that is not known.
    """
    named = tuple(Form(form) for form in forms) if forms is not None else editions()
    return Codebook(forms=named, entries=tuple(entry for form in named for entry in _entries(form)))


_ENTRIES: dict[tuple[object, ...], tuple[CodebookEntry, ...]] = {}


def _entries(form: Form) -> tuple[CodebookEntry, ...]:
    others = tuple(other for other in editions() if other != form)
    key: tuple[type[AnnualReport], ...] = (form.report_class, *(other.report_class for other in others))
    known = _ENTRIES.get(key)
    if known is None:
        compared = {other: _comparisons(form, other) for other in others}
        checked = checks_of_cells(form, catalogue())
        known = _ENTRIES[key] = tuple(
            CodebookEntry(
                field=field,
                comparisons=tuple(compared[other][field.path] for other in others),
                checks=checked.get(field.path, ()),
            )
            for field in form.fields
        )
    return known


def _comparisons(form: Form, other: Form) -> dict[str, Comparison]:
    found: dict[str, Comparison] = {}
    for link in links(form, other):
        for path in (link.source, *link.parts):
            if path is not None:
                found[path] = _comparison(other, link, link.target)
    # What is one row here may be several there.
    for link in links(other, form):
        if link.target is not None and link.parts:
            found[link.target] = _comparison(other, link, link.source, link.parts)
    return found


def _comparison(other: Form, link: Link, path: str | None, parts: tuple[str, ...] = ()) -> Comparison:
    return Comparison(form=other, path=path, grade=link.grade, en=link.en, zh=link.zh, parts=parts)


_COLUMNS = (
    Column(name="form", en="edition of the form", zh="表格版式"),
    Column(name="table_name", en="table of the form, as in paths", zh="所在表"),
    Column(name="code", en="short code", zh="短代码"),
    Column(name="path", en="path", zh="路径"),
    Column(name="group_printed", en="block, as printed", zh="所在大类"),
    Column(name="row_printed", en="row, as printed", zh="行"),
    Column(name="column_printed", en="column, as printed", zh="列"),
    Column(name="english", en="row and column in English", zh="英文名称"),
    Column(name="type", en="type of the value", zh="数值类型"),
    Column(name="unit", en="unit", zh="单位"),
    Column(name="variant", en="way of printing the form to which it belongs", zh="所属填报方式"),
    Column(
        name="ground",
        en="legal ground (articles of the Regulations) or filling rule",
        zh="依据（条例条款或填报规定）",
    ),
    Column(name="source", en="notice that prescribes the form", zh="表式来源"),
    Column(name="verified", en="what is verified about how it is filled in", zh="填报说明（已核实）"),
    Column(name="assumed", en="what is assumed about how it is filled in", zh="填报说明（推定）"),
    Column(
        name="trend_breaks", en="report years from which it does not compare with before", zh="口径变化年度"
    ),
    Column(name="comparable", en="what it compares with on other editions", zh="与其他版式的可比性"),
    Column(name="checks", en="checks that look at it", zh="涉及的核对项目"),
)


def _row(entry: CodebookEntry, lang: Lang) -> tuple[str | None, ...]:
    field = entry.field
    return (
        str(field.form),
        field.table,
        field.code,
        field.path,
        field.group or None,
        field.row or None,
        field.column,
        field.english,
        field.type,
        field.unit,
        field.variant or None,
        ground_of(field, lang) or None,
        field.source,
        _said(entry, lang, verified=True),
        _said(entry, lang, verified=False),
        " ".join(map(str, entry.trend_breaks)) or None,
        "; ".join(comparison_text(one, lang) for one in entry.comparisons) or None,
        " ".join(entry.checks) or None,
    )


def _said(entry: CodebookEntry, lang: Lang, *, verified: bool) -> str | None:
    found = [caveat_text(caveat, lang) for caveat in entry.caveats if caveat.verified is verified]
    return "; ".join(dict.fromkeys(found)) or None


def caveat_text(caveat: Caveat, lang: Lang) -> str:
    """A caveat with its source."""
    text = caveat.zh if lang == "zh" else caveat.en
    if not caveat.source:
        return text
    return f"{text}（{caveat.source}）" if lang == "zh" else f"{text} ({caveat.source})"


def comparison_text(comparison: Comparison, lang: Lang) -> str:
    """A comparison in one line: the edition, how far, with which cells, and what to bear in mind."""
    parts = [f"{comparison.form}: {GRADES[comparison.grade][0 if lang == 'en' else 1]}"]
    if comparison.path is not None:
        parts.append(comparison.path)
    if comparison.parts:
        parts.append(("or " if lang == "en" else "或 ") + " + ".join(comparison.parts))
    if note := comparison.note(lang):
        parts.append(f"({note})" if lang == "en" else f"（{note}）")
    return " ".join(parts)


#: How far cells compare, in words.
GRADES: dict[Comparable, tuple[str, str]] = {
    "same": ("same", "相同"),
    "care": ("same, with care", "相同，须谨慎"),
    "near": ("nearly the same", "基本相同"),
    "sum": ("only the sum", "仅合计可比"),
    "none": ("nothing compares", "不可比"),
}
