"""Converting between all formats, and templates, through the command."""

from pathlib import Path

import pytest

import gov_disclosure
from gov_disclosure import AnnualReport, Narrative
from gov_disclosure.cli import main
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
