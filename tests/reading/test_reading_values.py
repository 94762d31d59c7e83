"""The values a reading is made of: places, evidence, notices, limits, the frozen mapping."""

import copy
import pickle
import string
from collections.abc import Mapping
from typing import Any, assert_type

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.model import AnnualReport, Form
from gov_disclosure.reading import (
    FLAGS,
    KINDS,
    NOTICES,
    Evidence,
    FrozenMapping,
    Limits,
    Notice,
    Place,
    Reading,
    Severity,
    Source,
    TooLarge,
    Unplaced,
    notice,
)

#: Names that a notice's sentence may ask for, with a value as a reader would give it.
PARAMS: dict[str, Any] = {
    "label": "自然人",
    "raw": "1 2",
    "value": 12,
    "reason": "the row adds up",
    "reason_zh": "该行合计相符",
    "count": 6,
    "columns": 7,
    "parts": "a, b",
    "sum": 3,
    "other": "13",
    "unit": "元",
    "form": "2021",
    "year": 2022,
    "years": "2021, 2022",
    "section": "三",
    "rows": "甲、乙",
    "encoding": "gb18030",
}


def asked(template: str) -> set[str]:
    """The names in a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", NOTICES)
def test_a_notice_has_a_sentence_in_each_language(code: str) -> None:
    """A notice would fail while it is shown, or show a raw template."""
    kind = NOTICES[code]
    wanted = asked(kind.en) | asked(kind.zh)
    assert all(name.isidentifier() for name in wanted), "a parameter without a name"
    said = notice(code, params={name: PARAMS.get(name, "x") for name in wanted})
    assert said.severity == kind.severity
    english, chinese = said.message("en"), said.message("zh")
    assert str(said) == english
    assert english != chinese
    assert "{" not in english + chinese
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert kind.severity in (Severity.warning, Severity.info)


@pytest.mark.parametrize("code", NOTICES)
def test_both_languages_tell_the_same_facts(code: str) -> None:
    """Who reads English would learn less than who reads Chinese."""
    kind = NOTICES[code]
    english = {name.removesuffix("_zh") for name in asked(kind.en)}
    chinese = {name.removesuffix("_zh") for name in asked(kind.zh)}
    assert english == chinese


def test_a_notice_of_an_unknown_code_shows_its_code() -> None:
    """Notices saved by a later version could not be shown."""
    assert str(Notice(code="from-the-future", severity=Severity.info)) == "from-the-future"
    with pytest.raises(KeyError):
        notice("no-such-code")


def test_a_notice_is_a_value() -> None:
    """Readings could not be compared, pickled or put in sets."""
    one = notice("unread", paths=("a",), place=Place(line=3), params={"label": "总计", "raw": "?"})
    other = notice("unread", paths=("a",), place=Place(line=3), params={"raw": "?", "label": "总计"})
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one


def test_severities_are_their_names() -> None:
    """A severity could not be compared with the word that JSON holds."""
    assert [str(severity) for severity in Severity] == ["error", "warning", "info"]
    assert Severity("warning") is Severity.warning


def test_kinds_and_flags_are_the_promised_ones() -> None:
    """The contract of the facts would change without a word."""
    assert KINDS == ("number", "blank", "dash", "slash", "text", "unread", "absent")
    assert (
        *("repaired", "unit-converted", "unit-assumed", "fuzzy-label"),
        *("position-inferred", "form-assumed", "ocr"),
    ) == FLAGS


mappings = st.dictionaries(st.text(max_size=3), st.integers(), max_size=6)


@given(mappings)
def test_a_frozen_mapping_is_the_mapping(items: dict[str, int]) -> None:
    """Evidence could not be used like any other mapping."""
    frozen = FrozenMapping(items)
    assert dict(frozen) == items
    assert list(frozen) == list(items)
    assert len(frozen) == len(items)
    assert frozen == items
    assert frozen == FrozenMapping(list(items.items()))
    assert all(frozen[key] == value and key in frozen for key, value in items.items())
    assert pickle.loads(pickle.dumps(frozen)) == frozen
    assert list(pickle.loads(pickle.dumps(frozen))) == list(items)
    assert copy.deepcopy(frozen) == frozen
    assert eval(repr(frozen), {"FrozenMapping": FrozenMapping}) == frozen


@given(mappings)
def test_equal_mappings_hash_alike_in_any_order(items: dict[str, int]) -> None:
    """Two readings that are equal would be two entries of a set."""
    turned = FrozenMapping(list(reversed(items.items())))
    assert turned == FrozenMapping(items)
    assert hash(turned) == hash(FrozenMapping(items))


def test_a_frozen_mapping_cannot_be_changed() -> None:
    """Evidence shared between two parts of a program could change under one of them."""
    given_ = {"a": 1}
    frozen = FrozenMapping(given_)
    assert_type(frozen, FrozenMapping[str, int])
    given_["a"] = 2
    assert frozen["a"] == 1
    for name in ("_items", "more"):
        with pytest.raises(AttributeError, match="cannot be changed"):
            setattr(frozen, name, {})
        with pytest.raises(AttributeError, match="cannot be changed"):
            delattr(frozen, name)
    with pytest.raises(TypeError):
        frozen["a"] = 3  # type: ignore[index]
    assert isinstance(frozen, Mapping)
    with pytest.raises(KeyError):
        frozen["b"]


PLACES: list[tuple[Place, str, str]] = [
    (Place(), "", ""),
    (Place(line=12), "line 12", "第12行"),
    (Place(page=3, box=(1.0, 2.0, 3.0, 4.0)), "page 3", "第3页"),
    (Place(table=2, row=5, column=7), "table 2, row 5, column 7", "第2个表第5行第7列"),
    (Place(sheet="Sheet1", cell="C4"), "sheet Sheet1, cell C4", "工作表 Sheet1 单元格 C4 "),
    (Place(member="甲.docx", page=1), "file 甲.docx, page 1", "文件 甲.docx 第1页"),
    (Place(xpath="/html/body/table[1]"), "", ""),
]


@pytest.mark.parametrize(("place", "english", "chinese"), PLACES)
def test_a_place_in_words(place: Place, english: str, chinese: str) -> None:
    """A person could not find the place in the document."""
    assert place.describe("en") == english
    assert place.describe("zh") == chinese


@pytest.mark.parametrize("place", [place for place, _, _ in PLACES])
def test_a_place_is_a_value_and_shows_its_known_parts(place: Place) -> None:
    """Output would be full of empty parts, or places could not be compared."""
    assert None not in place.parts().values()
    assert Place(**place.parts()) == place
    assert hash(Place(**place.parts())) == hash(place)
    assert pickle.loads(pickle.dumps(place)) == place


def test_evidence_and_unplaced_figures_are_values() -> None:
    """Readings could not be compared or pickled."""
    for value in (
        Evidence(raw="1 2", flags=("repaired",), doubt=True, others=(Evidence(raw="13"),)),
        Unplaced(labels=("附表", "甲"), raw="5", value=5, foreign_path="proactive.procurement.amount"),
        Source(document="甲.txt", reader="text"),
        Limits(max_pages=3),
    ):
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(copy.deepcopy(value)) == hash(value)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attrs.fields(type(value))[0].name, None)


@pytest.mark.parametrize(
    ("limits", "check", "size", "limit"),
    [
        (Limits(max_bytes=10), Limits.check_bytes, 11, "max_bytes"),
        (Limits(max_pages=10), Limits.check_pages, 11, "max_pages"),
        (Limits(max_cells=10), Limits.check_cells, 11, "max_cells"),
    ],
)
def test_a_limit_stops_what_is_over_it_and_nothing_else(
    limits: Limits, check: Any, size: int, limit: str
) -> None:
    """A huge document would take the machine down, or an allowed one would be refused."""
    check(limits, size - 1)
    with pytest.raises(TooLarge) as caught:
        check(limits, size)
    assert (caught.value.limit, caught.value.allowed, caught.value.found) == (limit, 10, str(size))


def test_a_deadline_stops_when_its_time_is_up() -> None:
    """A document made to be slow would never be given up."""
    Limits().deadline().check()
    with pytest.raises(TooLarge) as caught:
        attrs.evolve(Limits(max_seconds=5).deadline(), started=float("-inf")).check()
    assert caught.value.limit == "max_seconds"


def sample() -> Reading:
    """A reading with something in each part."""
    report = AnnualReport.blank("2021", year=2022).replace({"applications.received.total": 12})
    evidence = {path: Evidence(kind="blank") for path in Form("2021").paths}
    evidence["applications.received.total"] = Evidence(raw="1 2", flags=("repaired",), doubt=True)
    return Reading(
        report=report,
        evidence=evidence,
        unplaced=(Unplaced(labels=("甲",), raw="5", value=5),),
        notices=(notice("no-tables"),),
        source=Source(document="甲.txt", sha256="0" * 64, reader="text"),
    )


def test_a_reading_is_a_value() -> None:
    """A reading could not come back from another process as it was."""
    reading = sample()
    assert reading == sample()
    assert hash(reading) == hash(sample())
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert copy.deepcopy(reading) == reading
    assert_type(reading.evidence, FrozenMapping[str, Evidence])
    assert isinstance(reading.evidence, FrozenMapping)


def test_a_reading_names_its_doubtful_cells_in_printed_order() -> None:
    """A person would not know where to look first."""
    reading = sample()
    more = {
        **reading.evidence,
        "challenges.reconsideration.total": Evidence(raw="?", kind="unread", doubt=True),
    }
    assert attrs.evolve(reading, evidence=more).doubtful == (
        "applications.received.total",
        "challenges.reconsideration.total",
    )


def test_a_reading_shows_what_it_is() -> None:
    """A session would show pages of evidence, or nothing of use."""
    assert repr(sample()) == (
        "<Reading of '甲.txt': <AnnualReport2021 year=2022, 1 of 207 cells filled>, 1 cells in doubt, "
        "1 figures unplaced, 1 notices>"
    )
    assert repr(Reading(report=AnnualReport())).startswith("<Reading: <AnnualReport>")
