"""Profiles: a body's own choice of checks, severities, bounds and words, and the findings it accepts."""

from pathlib import Path

import pytest

from gov_disclosure.checks import Acceptance, InvalidProfile, Settings, Severity, check
from gov_disclosure.model import AnnualReport
from planted_faults import nil_report

PATH = "applications.results.granted.natural_person"


def broken() -> AnnualReport:
    return nil_report("2021", year=2022, issuer="示例区人民政府").replace({PATH: 3})


def test_a_profile_switches_checks_severities_and_texts(tmp_path: Path) -> None:
    """A province's profile decides what runs, how much it matters and what the clerk is told."""
    path = tmp_path / "province-2026.toml"
    path.write_text(
        'off = ["L2"]\n[severity]\nR1 = "warning"\n[texts.R1]\ndo_zh = "请于周五前核对“{where_zh}”。"\n',
        encoding="utf-8",
    )
    (found,) = check(broken(), profile=path)
    assert (found.check, found.severity) == ("R1", Severity.warning)
    assert found.message("zh").endswith("请于周五前核对“（一）予以公开”。")


def test_the_profile_is_stamped_into_the_findings(tmp_path: Path) -> None:
    """A verdict can be defended only where it is known by which rules it came about."""
    path = tmp_path / "p.toml"
    path.write_text('off = ["L2"]\n', encoding="utf-8")
    stamp = check(broken(), profile=str(path)).profile
    assert stamp["name"] == "p"
    assert len(stamp["sha256"]) == 64
    path.write_text('off = ["R1"]\n', encoding="utf-8")
    assert check(broken(), profile=path).profile["sha256"] != stamp["sha256"]
    assert dict(check(broken()).profile) == {}
    assert check(broken(), profile={"name": "n"}).profile["name"] == "n"
    assert check(broken(), profile=Settings(name="ready")).profile["name"] == "ready"


def test_bounds_and_deadlines() -> None:
    """A county sets its own day and its own share."""
    report = nil_report("2021", year=2022, issuer="示例区民政局", published="2023-01-25").replace(
        {"applications.received.total": 100, "applications.carried_forward.total": 20}
    )
    assert {f.check for f in check(report)} & {"G4", "L5"} == set()
    profile = {"thresholds": {"G4": {"departments": "01-20"}, "L5": {"share": 0.1}}}
    assert {f.check for f in check(report, profile=profile)} >= {"G4", "L5"}


def test_required_phrases_and_the_level() -> None:
    """G10 asks for the profile's phrases; the level it states is taken rather than guessed from a name."""
    from gov_disclosure.model import Narrative

    report = nil_report(
        "2021", year=2022, issuer="示例市人民政府", narrative=Narrative(overview=("无",))
    ).replace({"proactive.rules.in_force": 2})
    assert check(report).of("S10") == check(report).of("G10") == ()
    findings = check(report, profile={"level": "county", "phrases": ["政务公开培训", "无"]})
    assert len(findings.of("S10")) == 1
    assert "“政务公开培训”" in findings.of("G10")[0].message("zh")
    assert "“无”" not in findings.of("G10")[0].message("zh")


def test_an_accepted_finding_is_set_aside_with_its_reason_until_its_day(tmp_path: Path) -> None:
    """A merger explains a gap for good or for a time; another figure in the cell is a new finding."""
    fingerprint = check(broken())[0].fingerprint
    (tmp_path / "accepted.toml").write_text(
        f'[[accepted]]\nfingerprint = "{fingerprint}"\nreason = "机构合并"\nuntil = 2999-12-31\n',
        encoding="utf-8",
    )
    path = tmp_path / "p.toml"
    path.write_text('accepted = "accepted.toml"\n', encoding="utf-8")
    findings = check(broken(), profile=path)
    assert [f.check for f in findings] == ["L2"]
    assert [(f.check, f.accepted) for f in findings.accepted] == [("R1", "机构合并")]
    assert len(check(broken().replace({PATH: 4}), profile=path)) == 2


def test_a_finding_whose_acceptance_has_ended_is_back_and_says_so() -> None:
    """Whoever finds it again must not think it new: that, why and until when it was accepted is known."""
    first = check(broken())[0]
    entry = {"fingerprint": first.fingerprint, "reason": "机构合并", "until": "2001-01-01"}
    findings = check(broken(), profile={"accepted": [entry]})
    assert (len(findings), findings.accepted) == (2, ())
    back, other = findings
    assert back.lapsed == Acceptance(**entry)
    assert back.message("zh") == first.message("zh") + "（此前认可至 2001-01-01，现已过期：机构合并）"
    assert back.message("en") == first.message("en") + " (It was accepted until 2001-01-01: 机构合并.)"
    assert other.lapsed is None
    assert back.fingerprint == first.fingerprint
    assert [suspect.path for suspect in findings.suspects] == [s.path for s in check(broken()).suspects]


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_acceptances_the_longest_holds(order: int) -> None:
    """A list that grows from year to year may name a finding again: an old line must not undo the new one."""
    fingerprint = check(broken())[0].fingerprint
    entries = [
        {"fingerprint": fingerprint, "reason": reason, **until}
        for reason, until in (("旧", {"until": "2001-01-01"}), ("新", {"until": "2999-12-31"}), ("长期", {}))
    ]
    for last in (2, 3):
        findings = check(broken(), profile={"accepted": entries[:last][::order]})
        assert [(f.check, f.accepted) for f in findings.accepted] == [("R1", entries[last - 1]["reason"])]
        assert [f.lapsed for f in findings] == [None]


def test_no_profile_makes_an_error_of_a_doubtful_reading() -> None:
    """Raising a severity must not undo the cap on what was not read with certainty."""
    from gov_disclosure.reading import Evidence, FrozenMapping, Reading

    reading = Reading(report=broken(), evidence=FrozenMapping({PATH: Evidence(raw="3", doubt=True)}))
    assert check(reading, profile={"severity": {"R1": "error", "L2": "error"}}).errors == ()


def test_all_that_is_wrong_with_a_profile_is_told_at_once(tmp_path: Path) -> None:
    """A typo must not silently switch nothing off."""
    profile = {
        "of": ["L2"],
        "off": ["L9", 3],
        "level": "galaxy",
        "government": "yes",
        "severity": {"R1": "fatal", "X1": "error"},
        "thresholds": {"L5": {"share": -1, "shares": 2}, "G4": {"departments": "02-30"}},
        "texts": {"R1": {"zh": "{nothing}", "title": "x", "en": "{where_zh.__class__}"}},
        "accepted": [{"fingerprint": "x"}, {"fingerprint": "y", "reason": "z", "until": "soon"}],
    }
    with pytest.raises(InvalidProfile) as caught:
        check(broken(), profile=profile)
    assert {problem.path for problem in caught.value.problems} == {
        "of",
        "off[1]",
        "off.L9",
        "level",
        "government",
        "severity.R1",
        "severity.X1",
        "thresholds.L5.share",
        "thresholds.L5.shares",
        "thresholds.G4.departments",
        "texts.R1.zh",
        "texts.R1.title",
        "texts.R1.en",
        "accepted[0].reason",
        "accepted[1].until",
    }
    assert "无法使用" in caught.value.message("zh")
    assert "severity.R1" in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"off = [", b"\xff\xfe\x00", b"x" * 1_100_000, b"accepted = 'nowhere.toml'"]
)
def test_a_profile_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    """The clerk sees which file is wrong, not a traceback of a parser."""
    path = tmp_path / "p.toml"
    path.write_bytes(content)
    with pytest.raises(InvalidProfile, match=r"toml: the profile cannot be used: "):
        check(broken(), profile=path)
