"""What a person reads of a report in a terminal."""

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.language.width import width
from gov_disclosure.model.errors import Lang
from gov_disclosure.model.form2019 import AnnualReport2019
from gov_disclosure.model.form2021 import AnnualReport2021
from gov_disclosure.model.forms import Form, editions
from gov_disclosure.model.layout import printed_variants
from gov_disclosure.model.narrative import Narrative
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading import Evidence, FrozenMapping, Place, Reading, Unplaced
from gov_disclosure.writers.terminal import hang, plain, report_lines

LANGS: tuple[Lang, ...] = ("zh", "en")


def _shown(
    report: AnnualReport | Reading,
    lang: Lang = "zh",
    columns: int = 100,
    broken: frozenset[str] = frozenset(),
) -> list[str]:
    return [plain(line) for line in report_lines(report, lang=lang, columns=columns, broken=broken)]


def _line(lines: list[str], label: str) -> str:
    (found,) = [line for line in lines if line.strip().startswith(label)]
    return found


def _numbered(form: Form) -> AnnualReport:
    """A report with another number in each cell of the official layout, so that a shift cannot hide."""
    report = AnnualReport.blank(form, year=2022, issuer="示例区人民政府")
    paths = [path for path, _ in report.cells() if report.prints(path)]
    return report.replace({path: 100 + place for place, path in enumerate(paths)})


@pytest.mark.parametrize("columns", [80, 100, 120])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", editions())
def test_every_figure_is_shown_once_and_in_order(form: Form, lang: Lang, columns: int) -> None:
    """A figure left out or printed in another row would be read as another cell's."""
    report = _numbered(form)
    lines = [re.sub(r"^.*?(?=\s\d{3}\b)", "", line) for line in _shown(report, lang, columns)]
    figures = [int(text) for line in lines for text in re.findall(r"(?<![\d〔])\d{3}(?!\d)", line)]
    expected = [value for _, value in report.cells() if value is not None]
    assert figures == expected


@pytest.mark.parametrize("columns", [80, 100, 120])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", editions())
def test_lines_fit_the_terminal(form: Form, lang: Lang, columns: int) -> None:
    """Lines that wrap around tear the columns apart."""
    assert max(map(width, _shown(_numbered(form), lang, columns))) <= columns


@pytest.mark.parametrize("lang", LANGS)
def test_figures_of_a_column_end_in_the_same_place(lang: Lang) -> None:
    """Chinese characters take two columns: counted as one, every figure would stand under another head."""
    report = AnnualReport.blank("2021").replace(
        {
            f"applications.{row}.{column}": value
            for row in ("received", "results.denied.state_secret", "carried_forward")
            for column, value in (("natural_person", 5), ("business", 123456), ("total", 7))
        }
    )
    lines = [line for line in _shown(report, lang) if "123456" in line]
    assert len(lines) == 3
    ends = {
        tuple(width(line[: found.end()]) for found in re.finditer(r"(?<!\d)\d+$|\d{4,}", line))
        for line in lines
    }
    assert len(ends) == 1


def test_blank_zero_dash_word_and_absent_row_differ() -> None:
    """Whoever takes a blank, a dash or a missing row for a nought draws a wrong conclusion."""
    report = AnnualReport2021().replace(
        {
            "proactive.rules.issued": 0,
            "proactive.normative_documents.issued": 3,
            "proactive.licensing.decisions": None,
            "proactive.penalties.decisions": None,
            "proactive.compulsion.decisions": None,
        }
    )
    nothing: Mapping[str, Evidence] = {
        "proactive.licensing.decisions": Evidence(raw="—", kind="dash"),
        "proactive.penalties.decisions": Evidence(raw="无", kind="text"),
        "proactive.compulsion.decisions": Evidence(raw="", kind="blank"),
    }
    lines = _shown(Reading(report=report, evidence=FrozenMapping(nothing)))
    assert _line(lines, "规章").split() == ["规章", "0"]
    assert _line(lines, "行政许可").split() == ["行政许可", "—"]
    assert _line(lines, "行政处罚").split() == ["行政处罚", "无"]
    assert _line(lines, "行政强制").split() == ["行政强制"]
    assert _line(lines, "行政事业性收费").split() == ["行政事业性收费", "（未印出）"]
    assert _line(lines, "三、收到和处理").endswith("（未印出）")


def test_doubt_and_errors_are_marked_without_colour() -> None:
    """On paper and through pipes there is no colour: a doubtful figure must still look doubtful."""
    paths = [f"applications.received.{name}" for name in ("natural_person", "business", "total")]
    report = AnnualReport2019(title="示例").replace(dict(zip(paths, (11, 22, None), strict=True)))
    reading = Reading(
        report=report,
        evidence=FrozenMapping(
            {
                paths[0]: Evidence(raw="1 1", doubt=True),
                paths[2]: Evidence(raw="x", kind="unread", doubt=True),
                "title": Evidence(raw="示例", doubt=True),
            }
        ),
    )
    lines = _shown(reading, broken=frozenset(paths[:2]))
    assert lines[0] == "示例?"
    assert _line(lines, "一、本年新收").split()[1:] == ["11?", "22!", "?"]
    assert any(line.startswith("? ") for line in lines)
    assert any(line.startswith("! ") for line in lines)
    assert not any(line.startswith(("? ", "! ")) for line in _shown(report))


def test_money_names_its_unit() -> None:
    """元 and 万元 differ by four digits; a bare amount cannot be read."""
    report = AnnualReport2019().replace({"proactive.procurement.amount": Decimal("31482898.87")})
    lines = _shown(report)
    assert any("采购总金额（元）" in line for line in lines)
    assert _line(lines, "政府集中采购").split() == ["政府集中采购", "31482898.87"]
    assert any("（单位：万元）" in line for line in _shown(AnnualReport.blank("2021")))
    assert any("amount (yuan)" in line for line in _shown(report, "en"))


def test_the_variant_the_report_prints_is_shown() -> None:
    """A report with one （六） row must not be shown with the three rows it does not have."""
    single = AnnualReport2021().replace({"applications.results.other_handling.all.total": 9})
    lines = _shown(single)
    assert _line(lines, "（六）其他处理").split()[-1] == "9"
    assert not any("申请人无正当理由逾期不补正" in line for line in lines)
    official = printed_variants("2021")
    assert official
    assert any("1.申请人无正当理由逾期不补正" in line for line in _shown(AnnualReport.blank("2021")))


def test_particulars_text_and_unplaced_figures_are_told() -> None:
    """What found no place in the form is still in the document; silence would lose it."""
    report = AnnualReport2021(
        title="示例区人民政府2023年政府信息公开工作年度报告",
        issuer="示例区人民政府",
        year=2023,
        narrative=Narrative(overview=("一段", "又一段"), problems=()),
    )
    stray = Unplaced(labels=("其他主动公开文件",), raw="186", place=Place(page=3))
    lines = _shown(Reading(report=report, unplaced=(stray,)))
    assert lines[0] == report.title
    assert "示例区人民政府 · 报告年度 2023 · 2021 年版式" in lines[1]
    assert "一 2 段" in lines[2]
    assert "五 仅有标题" in lines[2]
    assert _line(lines, "186").split() == ["186", "其他主动公开文件", "(第3页)"]


@pytest.mark.parametrize("lang", LANGS)
def test_report_without_tables_says_so(lang: Lang) -> None:
    """An empty page would look like a report full of blanks."""
    text = "\n".join(_shown(AnnualReport(), lang))
    assert ("已知版式" in text) if lang == "zh" else ("no table of a known form" in text)


def test_codes_stand_for_heads_where_english_ones_do_not_fit() -> None:
    """Eighty columns cannot hold seven English heads: short codes may stand there if they are explained."""
    lines = _shown(AnnualReport.blank("2021"), "en", 80)
    assert any("np = natural person" in line for line in lines)
    assert any(line.split() == ["np", "bus", "res", "pub", "law", "oth", "tot"] for line in lines)
    assert not any("np =" in line for line in _shown(AnnualReport.blank("2021"), "en", 110))


@given(st.text(max_size=200), st.integers(20, 60))
def test_hanging_keeps_all_words(text: str, columns: int) -> None:
    """A sentence broken into lines must still say the same."""
    lines = list(hang(text, columns, first="- ", then="  "))
    assert all(line.startswith("- ") for line in lines[:1])
    assert "".join("".join(line[2:].split()) for line in lines) == "".join(text.split())
