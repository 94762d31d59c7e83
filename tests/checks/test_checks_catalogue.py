"""The catalogue: contract ids, formulas as data, sentences in both languages, other people's checks, new editions."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import pytest

from gov_disclosure import write
from gov_disclosure.checks import CHECKS, Breach, Case, Check, CheckLike, Severity, Wording, catalogue, check
from gov_disclosure.checks.catalogue import installed_checks
from gov_disclosure.model import Form
from planted_faults import nil_report
from third_edition import declared

IDS = (
    "C1 C2 C3 C4 R2 R1 L1 L2 L3 L4 L6 F1 S2 S5 S7 S8 S9 S10 L5 F6 "
    "Y1 Y2 Y3 Y4 Y5 C5 S1 S3 S4 S6 F2 F3 F4 F5 H1 H2 H3 G1 G2 G3 G4 G5 G6 G7 G8 G9 G10 Y6 G11 G12 N1 N2 S11"
)


def test_the_ids_are_the_contract() -> None:
    """Profiles, accepted findings and other people's code hold on to these."""
    assert tuple(CHECKS) == tuple(IDS.split())


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: str(one.id))
def test_every_check_speaks_both_languages_and_cites(one: CheckLike) -> None:
    """A clerk reads Chinese, a researcher English; both get name, fact and formula."""
    wording = one.wording
    for lang in ("zh", "en"):
        assert wording.name(lang)
        assert wording.fact(lang)
    assert bool(wording.do_zh) is bool(wording.do_en)
    assert bool(wording.hint_zh) is bool(wording.hint_en)
    assert one.formula
    assert isinstance(one, Check)
    assert any("\u4e00" <= character <= "\u9fff" for character in one.stated("zh"))
    assert one.citation or one.id == "G10"
    assert any("\u4e00" <= character <= "\u9fff" for character in wording.zh)
    assert "applications." not in wording.zh + wording.en


def test_formulas_are_data_over_the_forms_own_cells() -> None:
    """Documentation prints them and a workbook turns them into live formulas: every path is a cell of the form."""
    for name in ("2019", "2021"):
        form = Form(name)
        for one in CHECKS.values():
            assert isinstance(one, Check)
            for identity in one.formulas(form):
                assert identity.label_zh
                assert identity.label_en
                for term in identity.terms:
                    assert term.back or form.get(term.path) is not None
    rows, columns = CHECKS["R1"], CHECKS["L2"]
    assert isinstance(rows, Check)
    assert isinstance(columns, Check)
    assert (len(rows.formulas("2019")), len(rows.formulas("2021"))) == (23, 26)
    assert [len(identity.left) for identity in columns.formulas("2019")] == [19] * 7
    assert {
        len(identity.left) for identity in columns.formulas("2021") if identity.variant == "split_other"
    } == {21}
    assert {
        len(identity.left) for identity in columns.formulas("2021") if identity.variant == "single_other"
    } == {19}


def test_a_formula_prints_itself_with_paths_or_printed_labels() -> None:
    """The same formula serves the documentation and a reader of the form."""
    balance = CHECKS["L1"]
    assert isinstance(balance, Check)
    identity = balance.formulas("2021")[0]
    assert identity.text() == (
        "applications.received.natural_person + applications.carried_over.natural_person = "
        "applications.results.total.natural_person + applications.carried_forward.natural_person"
    )
    assert identity.text("zh", "2021").startswith("[一、本年新收政府信息公开申请数量·自然人] + [")
    stock = CHECKS["S1"]
    assert isinstance(stock, Check)
    assert "(t-1) + proactive.rules.issued - proactive.rules.repealed" in stock.formulas("2021")[0].text()


NO_SUITS = Wording(name_zh="无诉讼", name_en="no suits", zh="有 {n} 件。", en="{n} suits.")


@attrs.frozen(kw_only=True)
class NoSuits:
    """A check of somebody else's."""

    id: str = "X1"
    scope: str = "table"
    severity: Severity = Severity.error
    formula: str = "direct.total = 0"
    citation: str = "{form}"
    wording: Wording = NO_SUITS

    def run(self, case: Case) -> Iterable[Breach]:
        path = "challenges.litigation.direct.total"
        suits = case.value(path)
        if suits:
            yield Breach(operands=case.operands((path,)), actual=suits, params={"n": suits})


@pytest.fixture
def looked_up_anew() -> Iterator[None]:
    """Installed checks are looked up once in a process: forget them before and after."""
    installed_checks.cache_clear()
    yield
    installed_checks.cache_clear()


@pytest.mark.usefixtures("looked_up_anew")
def test_other_peoples_checks_come_in_by_entry_point_or_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A body's own rule gets findings of the same shape, without anybody passing it in."""

    class Point:
        def load(self) -> object:
            return lambda: [NoSuits()]

    asked: list[str] = []

    def entry_points(group: str) -> list[Point]:
        asked.append(group)
        return [Point()]

    monkeypatch.setattr(sys.modules[installed_checks.__module__], "entry_points", entry_points)
    assert "X1" not in {one.id for one in catalogue()}
    assert asked == []
    everything = catalogue(plugins=True)
    assert asked == ["gov_disclosure.checks"]
    path = "challenges.litigation.direct.total"
    report = nil_report("2021", year=2022).replace({path: 2})
    assert check(report, checks=everything).of("X1") == check(report).of("X1")
    assert asked == ["gov_disclosure.checks"]
    (found,) = check(report).of("X1")
    assert (found.paths, found.message("en"), found.citation) == (
        (path,),
        "2 suits.",
        "国办公开办函〔2021〕30号",
    )
    assert check(report, profile={"off": ["X1"]}).of("X1") == ()
    assert check(report, checks=[]).of("X1") == ()


def test_an_installed_package_brings_its_checks_to_the_command(tmp_path: Path) -> None:
    """A body that installs its own rules must see them run, by the command too, without a setting."""
    module = """
from gov_disclosure.checks import Breach, Severity, Wording


class NoSuits:
    id, scope, severity = "X1", "table", Severity.error
    formula, citation = "direct.total = 0", "{form}"
    wording = Wording(name_zh="无诉讼", name_en="no suits", zh="{n} 起诉讼。", en="{n} suits.")

    def run(self, case):
        path = "challenges.litigation.direct.total"
        if case.value(path):
            yield Breach(operands=case.operands((path,)), params={"n": case.value(path)})


CHECK = NoSuits()
"""
    (tmp_path / "house_rules.py").write_text(module, encoding="utf-8")
    installed = tmp_path / "house_rules-1.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
    (installed / "entry_points.txt").write_text("[gov_disclosure.checks]\nX1 = house_rules:CHECK\n")
    report = nil_report("2021", year=2022, title="示例区人民政府2022年政府信息公开工作年度报告")
    file = tmp_path / "report.json"
    write(report.replace({"challenges.litigation.direct.total": 2}), file)

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "gov_disclosure", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout

    assert "2 起诉讼。" in run("check", str(file), "--lang", "zh")
    assert "X1   错误" in run("checks", "--lang", "zh")


def test_a_third_edition_is_checked_by_its_classes_alone() -> None:
    """The next edition must need no line of code here, not even for a new column or outcome row."""
    with declared() as form:
        sound = form.report_class(year=2031).replace(dict.fromkeys(form.paths, 0))
        assert [f.check for f in check(sound)] == ["G9"]
        path = "applications.results.other_handling.merged.media"
        broken = check(sound.replace({path: 1}))
        assert {f.check for f in broken} == {"R1", "L2"}
        assert (broken.suspects[0].path, broken.suspects[0].value) == (path, 0)
        assert broken[0].citation.startswith("示例办函〔2031〕1号")
        items = {"proactive.open_data.items_previous_year": 2, "proactive.open_data.change": -3}
        assert [f.check for f in check(sound.replace(items))] == ["C3"]
        before = form.report_class(year=2030).replace({"applications.carried_forward.total": 4})
        assert check(sound, previous=before).of("Y1")[0].expected == 4
