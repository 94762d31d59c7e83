"""The clerk's commands: the page, a series of years, the list of checks, and filling blanks."""

import hashlib
import json
from pathlib import Path

import pytest

from gov_disclosure import AnnualReport, check, dumps, read
from gov_disclosure.checks import CHECKS, Check
from gov_disclosure.cli import main
from planted_faults import nil_report

A = "applications."


def saved(folder: Path, name: str, report: AnnualReport) -> str:
    path = folder / name
    path.write_text(dumps(report), encoding="utf-8")
    return str(path)


def test_the_page_is_written_and_the_status_tells_of_errors(tmp_path: Path) -> None:
    """A page goes into a file, whole, for all files of the command."""
    bad = saved(tmp_path, "bad.json", nil_report("2021", year=2023).replace({A + "received.total": 4}))
    good = saved(tmp_path, "good.json", nil_report("2021", year=2023))
    page = tmp_path / "page.html"
    assert (
        main(["check", "--lang", "zh", "--to", "html", "-o", str(page), bad, good, str(tmp_path / "none")])
        == 3
    )
    text = page.read_text(encoding="utf-8")
    assert text.count("<article") == 3
    assert text.rstrip().endswith("</html>")
    assert main(["check", "--to", "html", "-o", str(page), bad]) == 1
    assert main(["check", "--to", "html", "-o", str(page), good]) == 0


def test_a_page_needs_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """HTML on a terminal is of no use to a clerk."""
    good = saved(tmp_path, "good.json", nil_report("2021", year=2023))
    assert main(["check", "--to", "html", good]) == 2
    assert "page.html" in capsys.readouterr().err


def test_the_profile_is_stamped_into_every_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An evaluator has to show by which rules a report was judged: in the text, for programs, and on the page."""
    profile = tmp_path / "province.toml"
    profile.write_text('name = "省级2026"\noff = ["G9"]\n', encoding="utf-8")
    report = saved(tmp_path, "report.json", nil_report("2021", year=2023))
    stamp = hashlib.sha256(profile.read_bytes()).hexdigest()
    arguments = ["check", "--profile", str(profile), "--lang", "zh", report]
    assert main(arguments) == 0
    assert f"核对配置：省级2026 {stamp}" in "".join(capsys.readouterr().out.split("\n"))
    assert main([*arguments, "--to", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["profile"] == {"name": "省级2026", "sha256": stamp}
    page = tmp_path / "page.html"
    assert main([*arguments, "--to", "html", "-o", str(page)]) == 0
    assert f"省级2026 {stamp}" in page.read_text(encoding="utf-8")
    assert main(["check", "--to", "json", report]) == 0
    assert json.loads(capsys.readouterr().out)["profile"] is None


def test_every_output_says_that_an_acceptance_has_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A clerk would report as new what an office had explained, and the office explain it all over again."""
    report = nil_report("2021", year=2023).replace({A + "received.total": 4})
    ended = [(f.fingerprint, f'[[accepted]]\nfingerprint = "{f.fingerprint}"') for f in check(report).errors]
    profile = tmp_path / "province.toml"
    lines = "".join(f'{entry}\nreason = "机构合并"\nuntil = 2001-01-31\n' for _, entry in ended)
    profile.write_text(lines, encoding="utf-8")
    arguments = ["check", "--profile", str(profile), "--lang", "zh", saved(tmp_path, "r.json", report)]
    assert main(arguments) == 1
    words = "此前认可至 2001-01-31"
    assert capsys.readouterr().out.count(words) == len(ended) > 0
    assert main([*arguments, "--to", "json"]) == 1
    record = json.loads(capsys.readouterr().out)
    told = {found["fingerprint"]: found["lapsed"] for found in record["findings"] if found["lapsed"]}
    assert told == {name: {"until": "2001-01-31", "reason": "机构合并"} for name, _ in ended}
    assert record["accepted"] == []
    page = tmp_path / "page.html"
    assert main([*arguments, "--to", "html", "-o", str(page)]) == 1
    assert page.read_text(encoding="utf-8").count(words) == len(ended)


def test_a_series_in_any_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each year is checked against the one before, whichever file is named first."""
    files = [
        saved(tmp_path, "c.json", nil_report("2021", year=2023).replace({A + "carried_over.total": 2})),
        saved(tmp_path, "b.json", nil_report("2021", year=2022)),
        saved(tmp_path, "a.json", nil_report("2019", year=2020)),
    ]
    assert main(["check", "--series", "--to", "json", *files]) == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [Path(record["document"]).name for record in records] == ["a.json", "b.json", "c.json"]
    found = [{finding["check"] for finding in record["findings"]} for record in records]
    assert "Y3" in found[1]
    assert "Y1" in found[2]
    assert main(["check", "--series", "--previous", files[0], files[1]]) == 2


def test_suspects_are_told_in_the_readers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which printed cell to look at first, in the words of the form."""
    bad = saved(tmp_path, "bad.json", nil_report("2021", year=2023).replace({A + "received.total": 4}))
    main(["check", "--lang", "zh", bad])
    assert "“一、本年新收政府信息公开申请数量·总计”可能填错" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_catalogue_is_listed(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An evaluator has to say which checks a report went through."""
    assert main(["checks", "--lang", lang]) == 0
    text = capsys.readouterr().out
    for one in CHECKS.values():
        assert f"{one.id} " in text
        assert isinstance(one, Check)
        assert one.stated("zh" if lang == "zh" else "en") in text
    assert main(["checks", "--lang", lang, "R1", "--form", "2021"]) == 0
    assert capsys.readouterr().out.count(" = ") >= 26
    assert main(["checks", "XX"]) == 2
    assert main(["checks", "--form", "1999"]) == 2


def test_the_catalogue_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """One object a check, with formulas over paths where an edition is named."""
    assert main(["checks", "--to", "json", "--form", "2019", "L1", "N1"]) == 0
    balance, text = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (balance["id"], balance["severity"], len(balance["formulas"])) == ("L1", "error", 7)
    assert balance["citation"].startswith("国办公开办函〔2019〕60号")
    assert (text["id"], text["formulas"]) == ("N1", [])


def test_filling_blanks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new file with zeros, each named; the old one as it was."""
    blank = AnnualReport.blank("2021", year=2023).replace({A + "received.natural_person": 3})
    source = saved(tmp_path, "in.json", blank)
    before = Path(source).read_bytes()
    target = tmp_path / "out.json"
    assert main(["fill", "--lang", "zh", "--blank-as-zero", source, "-o", str(target)]) == 0
    told = capsys.readouterr().out
    assert Path(source).read_bytes() == before
    report = read(target).report
    assert report[A + "received.business"] == 0
    assert report[A + "received.total"] is None
    assert "填 0：一、本年新收政府信息公开申请数量·商业企业" in told
    assert "未填：一、本年新收政府信息公开申请数量·总计（总计表明此处缺数）" in told
    assert main(["fill", "--blank-as-zero", source, "-o", str(target)]) == 2
    assert main(["fill", "--blank-as-zero", source, "-o", str(target), "--force"]) == 0
    assert main(["fill", source, "-o", str(tmp_path / "x.json")]) == 2
    assert main(["fill", "--blank-as-zero", source, "-o", str(tmp_path / "x.unknown")]) == 2
    assert main(["fill", "--blank-as-zero", str(tmp_path / "none"), "-o", str(tmp_path / "x.json")]) == 3
