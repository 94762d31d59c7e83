"""The codebook as a page to read: HTML and Markdown, in English and Chinese."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import TypeAlias

import attrs

from gov_disclosure.analysis.codebook import (
    GRADES,
    Codebook,
    CodebookEntry,
    Comparison,
    caveat_text,
    comparison_text,
)
from gov_disclosure.analysis.grounds import ground_of
from gov_disclosure.checks.catalogue import catalogue
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.forms import Form, FormTable
from gov_disclosure.writers.tabular.as_stata import MISSINGS

__all__ = ["html", "markdown"]

Line: TypeAlias = tuple[str, ...]


@attrs.frozen
class _Listing:
    """A table of the page: a heading, the heads of its columns, its lines; ``notes`` stand below it."""

    heading: str
    heads: Line
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    codes: frozenset[int] = frozenset()  # the columns that hold names for machines


def markdown(book: Codebook, lang: Lang) -> str:
    """The codebook as Markdown."""
    lines = [f"# {_say('title', lang)}", "", _say("about", lang), ""]
    for part in _parts(book, lang):
        lines += [f"## {part.heading}", ""]
        lines.append("| " + " | ".join(map(_piped, part.heads)) + " |")
        lines.append("|" + " --- |" * len(part.heads))
        for line in part.lines:
            shown = (
                f"`{text}`" if place in part.codes and text else _piped(text)
                for place, text in enumerate(line)
            )
            lines.append("| " + " | ".join(shown) + " |")
        lines.append("")
        lines += [f"{number}. {_piped(note)}" for number, note in enumerate(part.notes, start=1)]
        lines += [""] if part.notes else []
    return "\n".join(lines).rstrip() + "\n"


def html(book: Codebook, lang: Lang) -> str:
    """The codebook as one HTML page."""
    title = escape(_say("title", lang))
    parts = tuple(_parts(book, lang))
    pieces = [
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">',
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>',
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{escape(_say('about', lang))}</p>",
        f'<nav aria-label="{escape(_say("contents", lang))}"><ul>',
        *(f'<li><a href="#part-{n}">{escape(part.heading)}</a></li>' for n, part in enumerate(parts)),
        "</ul></nav>\n<main>",
        *(piece for number, part in enumerate(parts) for piece in _section(number, part)),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(pieces) + "\n"


_STYLE = (
    "body{font:15px/1.45 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2em auto;max-width:110em;"
    "padding:0 1em;color:#1b1b1b;background:#fff}table{border-collapse:collapse;font-size:13px}"
    "th,td{border:1px solid #bbb;padding:2px 6px;vertical-align:top;"
    "text-align:left}thead th{background:#eee;position:sticky;top:0}code{font-size:12px}ol{font-size:13px}"
    ".wide{overflow-x:auto}"
)


def _section(number: int, part: _Listing) -> Iterator[str]:
    heading = escape(part.heading)
    yield f'<section aria-labelledby="part-{number}">\n<h2 id="part-{number}">{heading}</h2>'
    yield f'<div class="wide"><table aria-labelledby="part-{number}">\n<thead><tr>'
    yield "".join(f'<th scope="col">{escape(head)}</th>' for head in part.heads) + "</tr></thead>\n<tbody>"
    for line in part.lines:
        cells = []
        for place, text in enumerate(line):
            shown = f"<code>{escape(text)}</code>" if place in part.codes and text else escape(text)
            if part.notes and place == len(line) - 1:
                shown = " ".join(f'<a href="#note-{number}-{one}">{one}</a>' for one in text.split())
            cells.append(f'<th scope="row">{shown}</th>' if place == 0 else f"<td>{shown}</td>")
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div>"
    if part.notes:
        yield "<ol>"
        for place, note in enumerate(part.notes, start=1):
            yield f'<li id="note-{number}-{place}">{escape(note)}</li>'
        yield "</ol>"
    yield "</section>"


def _parts(book: Codebook, lang: Lang) -> Iterator[_Listing]:
    for form in book.forms:
        for table in form.tables:
            here = [
                entry
                for entry in book.entries
                if entry.field.form == form and entry.field.table == table.name
            ]
            yield _cells(form, table, here, lang)
    yield _kinds(lang)
    yield _checks(book, lang)


def _cells(form: Form, table: FormTable, entries: Iterable[CodebookEntry], lang: Lang) -> _Listing:
    notes: dict[str, int] = {}

    def numbered(texts: Iterable[str]) -> str:
        return " ".join(str(notes.setdefault(text, len(notes) + 1)) for text in dict.fromkeys(texts))

    lines = tuple(_cell(entry, numbered, lang) for entry in entries)
    first, last = form.years
    years = f"{first}-{last}" if last is not None else f"{first}-"
    return _Listing(
        f"{form} · {table.section.heading} · {form.citation} · {years}",
        tuple(_say(head, lang) for head in _HEADS),
        lines,
        tuple(notes),
        frozenset({0, 1}),
    )


_HEADS = ("code", "path", "printed", "english", "unit", "ground", "breaks", "checks", "notes")


def _cell(entry: CodebookEntry, numbered: Callable[[Iterable[str]], str], lang: Lang) -> Line:
    field = entry.field
    around = field.group.replace("/", " · ")
    notes = [
        f"{_say('verified' if caveat.verified else 'assumed', lang)}{caveat_text(caveat, lang)}"
        for caveat in entry.caveats
    ]
    notes += [_compared(one, lang) for one in entry.comparisons if one.grade != "same"]
    unit = field.unit if field.type == "count" else f"{field.unit} ({_say(field.type, lang)})"
    return (
        field.code,
        field.path,
        " · ".join(part for part in (around, field.row, field.column) if part),
        field.english,
        unit,
        ground_of(field, lang),
        " ".join(map(str, entry.trend_breaks)),
        " ".join(entry.checks),
        numbered(notes),
    )


def _compared(comparison: Comparison, lang: Lang) -> str:
    """A comparison as a note that many cells can share: without the paths, which are much like the cell's own."""
    if comparison.grade == "near":
        return comparison_text(comparison, lang)
    grade = GRADES[comparison.grade][0 if lang == "en" else 1]
    note = comparison.note(lang)
    if lang == "zh":
        return f"与{comparison.form}版相比：{grade}" + (f"（{note}）" if note else "")
    return f"against {comparison.form}: {grade}" + (f" ({note})" if note else "")


def _kinds(lang: Lang) -> _Listing:
    from gov_disclosure.interchange.codes import codes

    lines = [
        (kind.code, kind.meaning(lang), f".{MISSINGS[kind.code][0]}" if kind.code in MISSINGS else "")
        for kind in codes()
        if kind.group == "kind"
    ]
    letter, en, zh = MISSINGS[None]
    lines.append(("", zh if lang == "zh" else en, f".{letter}"))
    return _Listing(
        _say("kinds", lang),
        (_say("kind", lang), _say("meaning", lang), "Stata"),
        tuple(lines),
        codes=frozenset({0, 2}),
    )


def _checks(book: Codebook, lang: Lang) -> _Listing:
    used = {check for entry in book.entries for check in entry.checks}
    return _Listing(
        _say("checks", lang),
        (_say("check", lang), _say("meaning", lang), _say("formula", lang), _say("level", lang)),
        tuple(
            (check.id, check.wording.name(lang), check.formula, str(check.severity))
            for check in catalogue()
            if check.id in used
        ),
        codes=frozenset({0}),
    )


def _piped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _say(word: str, lang: Lang) -> str:
    return _WORDS[word][0 if lang == "en" else 1]


_WORDS: dict[str, tuple[str, str]] = {
    "title": (
        "Codebook: annual reports on open government information",
        "编码手册：政府信息公开工作年度报告",
    ),
    "about": (
        "Every cell of the statutory tables: its short code and path, what is printed, the unit, the legal ground, "
        "the report years from which figures do not compare with earlier ones without care, and the checks in "
        "whose formulas it stands. Notes say what is verified and what is assumed about how cells are filled in.",
        "法定表格的每一格：短代码、路径、表式文字、单位、依据、口径变化年度，以及涉及的核对项目。"
        "注释中区分已核实与推定的填报口径。",
    ),
    "contents": ("Contents", "目录"),
    "code": ("short code", "短代码"),
    "path": ("path", "路径"),
    "printed": ("printed", "表式文字"),
    "english": ("English", "英文"),
    "unit": ("unit", "单位"),
    "ground": ("ground", "依据"),
    "breaks": ("breaks", "口径变化"),
    "checks": ("checks", "核对项目"),
    "notes": ("notes", "注释"),
    "verified": ("verified: ", "已核实："),
    "assumed": ("assumed: ", "推定："),
    "kinds": ("What stands in a cell", "单元格内容类型"),
    "kind": ("kind", "类型"),
    "meaning": ("meaning", "含义"),
    "check": ("check", "编号"),
    "formula": ("demands", "关系式"),
    "level": ("level", "级别"),
    "signed count": ("with its sign", "带正负号"),
    "decimal": ("exact amount", "精确金额"),
}
