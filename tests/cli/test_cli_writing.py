"""Converting between all formats, and templates, through the command."""

import io
import json
from pathlib import Path
from typing import Any

import attrs
import pandas
import pytest

import gov_disclosure
from gov_disclosure import AnnualReport, Narrative
from gov_disclosure.cli import main
from gov_disclosure.model.narrative import SECTIONS
from gov_disclosure.writers import BUILT_IN

TITLE = "示例区人民政府2022年政府信息公开工作年度报告"
READABLE = [name for name, writer in BUILT_IN.items() if hasattr(writer.load(), "reads_as")] + ["json"]


def _report() -> AnnualReport:
    report = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府", title=TITLE)
    paths = [path for path, _ in report.cells() if report.prints(path)]
    filled = report.replace({path: 100 + place for place, path in enumerate(paths)})
    text = Narrative(overview=("本机关认真完善公开目录。",), proactive=(), other_matters=("无其他事项。",))
    return gov_disclosure.AnnualReport2021(
        **{table.name: getattr(filled, table.name) for table in gov_disclosure.Form("2021").tables},
        year=2022,
        issuer=report.issuer,
        title=TITLE,
        narrative=text,
    )


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One report in every format that is read."""
    folder = tmp_path_factory.mktemp("originals")
    files = {name: folder / f"report{BUILT_IN[name].suffixes[0]}" for name in READABLE}
    for name, path in files.items():
        gov_disclosure.write(_report(), path, format=name)
    return files


@pytest.mark.parametrize("written", READABLE)
@pytest.mark.parametrize("read", READABLE)
def test_every_format_becomes_every_other(
    read: str,
    written: str,
    originals: dict[str, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever has the report in one format needs it in another, with every figure in its place."""
    target = tmp_path / f"converted{BUILT_IN[written].suffixes[0]}"
    assert main(["convert", str(originals[read]), str(target), "--to", written]) == 0
    assert capsys.readouterr() == ("", "")
    assert gov_disclosure.read(target).report == _report()


def test_many_files_go_into_a_folder(originals: dict[str, Path], tmp_path: Path) -> None:
    """A year's reports are converted at once, each under its own name."""
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    for path in (first, second):
        path.write_bytes(originals["docx"].read_bytes())
    assert main(["convert", str(first), str(second), str(tmp_path), "--to", "html"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"a.docx", "b.docx", "a.html", "b.html"}


def test_nothing_is_written_over(
    originals: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in the target's name must not cost a report."""
    target = tmp_path / "report.docx"
    target.write_bytes(b"precious")
    assert main(["convert", str(originals["html"]), str(target), "--lang", "zh"]) == 2
    assert "文件已存在" in capsys.readouterr().err
    assert target.read_bytes() == b"precious"
    assert main(["convert", str(originals["html"]), str(target), "--force"]) == 0
    assert gov_disclosure.read(target).report == _report()


def test_what_is_lost_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A conversion that loses something must not look like one that does not."""
    source = tmp_path / "report.json"
    gov_disclosure.write(_report().replace({"applications.received.total": 10**17}), source)
    assert main(["convert", str(source), str(tmp_path / "report.html"), "--lang", "zh"]) == 0
    said = capsys.readouterr().err
    assert str(10**17) in said
    assert "一、本年新收政府信息公开申请数量·总计" in said


def test_a_template_from_last_years_document(originals: dict[str, Path], tmp_path: Path) -> None:
    """The clerk has last year's Word file and wants this year's form with what follows from it."""
    target = tmp_path / "年报.xlsx"
    words = ["template", "--form", "2021", "-o", str(target), "--previous", str(originals["docx"])]
    assert main(words) == 0
    report = gov_disclosure.read(target).report
    assert report.title == TITLE.replace("2022", "2023")
    forward = _report()["applications.carried_forward.total"]
    assert report["applications.carried_over.total"] == forward


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--form", "2020", "-o", "{}/a.xlsx"], 2, "2019, 2021"),
        (["--form", "2021", "-o", "{}/a.pdf"], 2, ".xlsx, .docx"),
        (["--form", "2021", "-o", "{}/there.xlsx"], 2, "exists"),
        (["--form", "2021", "-o", "{}/none/a.xlsx"], 3, "cannot be written"),
        (["--form", "2021", "-o", "{}/a.xlsx", "--previous", "{}/none.docx"], 3, "none.docx"),
        (["--form", "2021", "-o", "{}/there.xlsx", "--previous", "{}/there.xlsx"], 2, "at once"),
    ],
)
def test_templates_that_cannot_be_made(
    words: list[str], status: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every slip on the command line ends in one sentence and writes nothing."""
    (tmp_path / "there.xlsx").write_bytes(b"precious")
    assert main(["template", "--lang", "en", *(word.format(tmp_path) for word in words)]) == status
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert said in lines[0]
    assert [path.name for path in tmp_path.iterdir()] == ["there.xlsx"]


def test_a_blank_document_with_year_and_issuer(tmp_path: Path) -> None:
    """Offices without last year's report start from the empty official document."""
    target = tmp_path / "空白.docx"
    words = ["template", "--form", "2021", "--year", "2024", "--issuer", "示例区人民政府", "-o", str(target)]
    assert main(words) == 0
    report = gov_disclosure.read(target).report
    assert (report.year, report.issuer) == (2024, "示例区人民政府")
    assert {value for _, value in report.cells()} == {None}


@pytest.fixture
def three(originals: dict[str, Path], tmp_path: Path) -> list[str]:
    """A report of one name in three formats and two folders."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    paths = {
        "docx": tmp_path / "a" / "年报.docx",
        "html": tmp_path / "a" / "年报.html",
        "xlsx": tmp_path / "b" / "年报.xlsx",
    }
    for name, path in paths.items():
        path.write_bytes(originals[name].read_bytes())
    return [str(path) for path in paths.values()]


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".arrow", ".dta", ".jsonl"])
def test_several_files_become_one_table(suffix: str, three: list[str], tmp_path: Path) -> None:
    """A folder of reports is wanted as one table, not as many."""
    target = tmp_path / f"all{suffix}"
    assert main(["convert", *three, str(target)]) == 0
    frame = _frame(target)
    reports = len(frame) if suffix == ".dta" else len(frame) // 207
    assert reports == 3
    assert list(frame["document"].drop_duplicates()) == three


def _frame(path: Path) -> Any:
    readers: dict[str, Any] = {
        ".csv": pandas.read_csv,
        ".parquet": pandas.read_parquet,
        ".arrow": pandas.read_feather,
        ".dta": pandas.read_stata,
    }
    if path.suffix in readers:
        return readers[path.suffix](path)
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return pandas.DataFrame([record for record in records if record["record"] == "cell"])


def test_one_file_that_cannot_be_read_does_not_cost_the_table(
    three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One broken report among a thousand is named, and the others are in the table."""
    target, broken = tmp_path / "all.csv", tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04")
    assert main(["convert", three[0], str(broken), three[2], str(target)]) == 3
    assert str(broken) in capsys.readouterr().err
    assert list(_frame(target)["document"].drop_duplicates()) == [three[0], three[2]]
    assert main(["convert", str(broken), str(tmp_path / "none.csv")]) == 3
    assert not (tmp_path / "none.csv").exists()


def test_data_as_other_programs_want_it(
    three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wide data, no byte-order mark, a description beside it: without a line of Python."""
    target = tmp_path / "data" / "reports.csv"
    target.parent.mkdir()
    words = ["convert", *three, str(target), "--wide", "--no-bom", "--datapackage", "--lang", "en"]
    assert main(words) == 0
    assert "3 paragraphs of text" not in capsys.readouterr().out
    assert target.read_bytes().startswith(b"report,document,form")
    assert len(_frame(target)) == 3
    assert (
        json.loads((target.parent / "datapackage.json").read_text("utf-8"))["resources"][0]["path"]
        == "reports.csv"
    )


@pytest.mark.parametrize("suffix", [".csv", ".parquet", ".dta", ".jsonl"])
def test_text_that_data_cannot_hold_is_told_once(
    suffix: str, three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The loss of the text must be said, and not in a thousand lines."""
    assert main(["convert", *three, str(tmp_path / f"all{suffix}"), "--lang", "en"]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "6 paragraphs of text are not in the file" in line


def test_names_in_a_folder_do_not_collide(three: list[str], tmp_path: Path) -> None:
    """Two reports of one name must not become one file."""
    (tmp_path / "b" / "年报.docx").write_bytes(Path(three[0]).read_bytes())
    out = tmp_path / "新"
    words = ["convert", *three, str(tmp_path / "b" / "年报.docx"), f"{out}/", "--to", "text"]
    assert main(words) == 0
    assert {path.name for path in out.iterdir()} == {
        "年报.docx.txt",
        "年报.html.txt",
        "年报.xlsx.txt",
        "年报.docx (2).txt",
    }
    assert all(gov_disclosure.read(path).report == _report() for path in out.iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{}/all.html"], "for several, name a folder"),
        (["{}"], "say with --to"),
        (["{}/a", "--to", "csv", "--datapackage"], "one file to write"),
        (["{}/all.pdf"], "no writer is known"),
    ],
)
def test_conversions_that_make_no_sense_are_refused(
    words: list[str], said: str, three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip on the command line ends in one sentence, before anything is read or written."""
    before = sorted(tmp_path.rglob("*"))
    assert main(["convert", *three, *(word.format(tmp_path) for word in words), "--lang", "en"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert sorted(tmp_path.rglob("*")) == before


def test_a_source_is_never_written_over(
    three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Converting a folder into itself must not put our copy in the place of the office's own file."""
    words = ["convert", three[0], str(tmp_path / "a"), "--to", "docx", "--force", "--lang", "en"]
    before = Path(three[0]).read_bytes()
    assert main(words) == 2
    assert "over what it is made from" in capsys.readouterr().err
    assert Path(three[0]).read_bytes() == before


def test_options_of_data_are_refused_elsewhere(
    three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that does nothing would be taken to have done something."""
    assert main(["convert", three[0], str(tmp_path / "x.html"), "--wide", "--lang", "en"]) == 2
    assert "--wide is for files of data: .csv" in capsys.readouterr().err
    assert not (tmp_path / "x.html").exists()


def test_what_is_there_is_told_before_anything_is_read(
    three: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody wants to hear after an hour of reading that the table could not be written."""
    target = tmp_path / "all.csv"
    target.write_bytes(b"precious")
    monkeypatch.setattr(gov_disclosure, "read", None)
    assert main(["convert", *three, str(target), "--lang", "en"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert target.read_bytes() == b"precious"


@pytest.fixture
def two_in_one(tmp_path: Path) -> Path:
    """A document that holds the reports of two years, one behind the other."""
    texts = []
    for year in (2021, 2022):
        report = _report().replace({"applications.received.total": year})
        full = Narrative(**{section.name: ("一句话。",) for section in SECTIONS})
        named = attrs.evolve(report, title=TITLE.replace("2022", str(year)), year=year, narrative=full)
        target = io.BytesIO()
        gov_disclosure.write(named, target, format="text")
        texts.append(target.getvalue())
    path = tmp_path / "合订本.txt"
    path.write_bytes(b"\n".join(texts))
    return path


def test_a_document_with_several_reports(
    two_in_one: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Volumes of several reports are taken apart, or the one that is meant is named."""
    received = "applications.received.total"
    assert main(["convert", str(two_in_one), str(tmp_path / "x.html"), "--lang", "zh"]) == 3
    said = capsys.readouterr().err
    assert "2 份报告" in said
    assert "--report all" in said
    for number in (1, 2):
        target = tmp_path / f"{number}.html"
        assert main(["convert", str(two_in_one), str(target), "--report", str(number)]) == 0
        assert gov_disclosure.read(target).report[received] == 2020 + number
    assert main(["convert", str(two_in_one), str(tmp_path / "3.html"), "--report", "3"]) == 3
    assert main(["convert", str(two_in_one), str(tmp_path / "4.html"), "--report", "0"]) == 2
    assert main(["convert", str(two_in_one), str(tmp_path / "5.html"), "--report", "all"]) == 2
    assert main(["convert", str(two_in_one), f"{tmp_path}/out/", "--to", "html", "--report", "all"]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"合订本-1.html", "合订本-2.html"}
    assert main(["convert", str(two_in_one), str(tmp_path / "all.csv"), "--report", "all"]) == 0
    assert list(_frame(tmp_path / "all.csv")["document"].drop_duplicates()) == [
        f"{two_in_one}#1",
        f"{two_in_one}#2",
    ]
    capsys.readouterr()
    assert main(["read", str(two_in_one), "--report", "all", "--to", "facts"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["year"] for record in records if record["record"] == "document"] == [2021, 2022]


def test_an_ending_of_two_parts_is_taken_for_what_it_says(originals: dict[str, Path], tmp_path: Path) -> None:
    """A whole page pasted into a site's editor breaks the page around it."""
    target = tmp_path / "report.fragment.html"
    assert main(["convert", str(originals["docx"]), str(target)]) == 0
    assert target.read_text("utf-8").startswith("<div")
