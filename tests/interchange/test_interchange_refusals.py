"""Documents that are wrong: refused with every problem and its path, in bounded time and memory."""

import json
import sys
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.interchange import dumps, loads, loads_reading
from gov_disclosure.model import AnnualReport, InvalidReport
from gov_disclosure.reading import Evidence, Limits, Reading
from interchange_documents import wild_readings

REPORT = AnnualReport.blank("2021", year=2022, issuer="示例区人民政府")
GOOD = json.loads(dumps(REPORT))


def problems(text: str | bytes) -> list[tuple[str, str]]:
    """What is wrong with a document: path and code, in order."""
    with pytest.raises(InvalidReport) as caught:
        loads(text)
    assert len(str(caught.value)) < 200_000
    assert caught.value.message("zh")
    return [(problem.path, problem.code) for problem in caught.value.problems]


def with_changes(**changes: Any) -> dict[str, Any]:
    """The good document with other values under some keys."""
    return {**json.loads(json.dumps(GOOD)), **changes}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "{",
        "nul",
        '{"format": "gov_disclosure.report",}',
        "\x00",
        b"\xff\xfe{\x00}\x00",
        b"PK\x03\x04",
        "年",
    ],
)
def test_interchange_what_is_not_json_is_refused(text: str | bytes) -> None:
    """Otherwise a wrong file would end in a traceback instead of a sentence."""
    assert problems(text) == [("", "not-json")]


@pytest.mark.parametrize("text", ["[]", "5", '"x"', "null", "NaN", "true"])
def test_interchange_what_is_no_object_is_refused(text: str) -> None:
    """Otherwise a wrong file would end in a traceback instead of a sentence."""
    assert problems(text) == [("", "wrong-value")]


def test_interchange_a_byte_order_mark_is_no_fault() -> None:
    """Otherwise files saved by common editors on Windows would not load."""
    assert loads("\ufeff" + dumps(REPORT)) == loads(b"\xef\xbb\xbf" + dumps(REPORT).encode()) == REPORT


def test_interchange_all_problems_come_at_once_in_the_form_s_order() -> None:
    """Otherwise one would mend a file problem by problem, and see them in another order each time."""
    document = with_changes(year="2022", yeer=2022)
    del document["title"]
    document["proactive"]["administrative_fees"]["amount"] = 12.5
    document["proactive"]["rules"]["issued"] = True
    received = document["applications"]["received"]
    received["total"], received["totle"] = "12", 12
    del received["business"]
    document["applications"]["results"]["denied"] = None
    document["challenges"]["litigation"]["direct"] = []
    document["narrative"]["overview"] = ["", 5, None]
    del document["version"]
    assert problems(json.dumps(document)) == [
        ("version", "missing-key"),
        ("year", "wrong-value"),
        ("title", "missing-key"),
        ("narrative.overview[1]", "wrong-value"),
        ("narrative.overview[2]", "wrong-value"),
        ("proactive.rules.issued", "not-a-count"),
        ("proactive.administrative_fees.amount", "not-an-amount"),
        ("applications.received.business", "missing-key"),
        ("applications.received.total", "not-a-count"),
        ("applications.received.totle", "unknown-key"),
        ("applications.results.denied", "wrong-value"),
        ("challenges.litigation.direct", "wrong-value"),
        ("yeer", "unknown-key"),
    ]


@pytest.mark.parametrize("value", [True, False, 5.0, 5.5, "5", "５", [], {}, float("nan"), float("inf")])
def test_interchange_a_count_is_an_integer(value: object) -> None:
    """Otherwise a word, a fraction or a yes would be taken for a number of cases."""
    document = with_changes()
    document["applications"]["received"]["total"] = value
    assert problems(json.dumps(document)) == [("applications.received.total", "not-a-count")]


@pytest.mark.parametrize(
    "value",
    [
        5,
        5.5,
        True,
        "",
        "x",
        "1,000",
        "１２",
        "1_000",
        " 1",
        "1\n",
        "NaN",
        "Infinity",
        "1E+99999",
        "01",
        "1e3",
    ],
)
def test_interchange_money_is_a_string_of_digits(value: object) -> None:
    """Otherwise money could pass through a float and lose digits, or hold something that is no number."""
    document = with_changes()
    document["proactive"]["administrative_fees"]["amount"] = value
    assert problems(json.dumps(document)) == [("proactive.administrative_fees.amount", "not-an-amount")]


def test_interchange_a_number_beyond_all_bounds_is_refused() -> None:
    """Otherwise 1e400 would be infinite, and a thousand digits would stop the interpreter."""
    text = dumps(REPORT)
    for written in ("1e400", "-1e400", "9" * 5000, "-" + "9" * 5000):
        assert problems(text.replace("2022", written)) == [("year", "wrong-value")]
    longest = "9" * 4300
    assert loads(text.replace("2022", longest)).year == int(longest)


def test_interchange_a_long_number_is_refused_whatever_the_interpreter_allows() -> None:
    """Otherwise a hostile file could take minutes where the interpreter's own limit was lifted."""
    allowed = sys.get_int_max_str_digits()
    text = dumps(REPORT)
    try:
        sys.set_int_max_str_digits(0)
        assert problems(text.replace("2022", "9" * 1_000_000)) == [("year", "wrong-value")]
        sys.set_int_max_str_digits(640)
        assert problems(text.replace("2022", "9" * 700)) == [("year", "wrong-value")]
    finally:
        sys.set_int_max_str_digits(allowed)


def test_interchange_a_key_given_twice_is_refused() -> None:
    """Otherwise the second of two figures would win and nobody would know of the first."""
    text = dumps(REPORT)
    assert problems(text.replace('"year": 2022', '"year": 2021, "year": 2022')) == [("year", "duplicate-key")]
    assert problems(text.replace('"format"', '"version": 1, "format"', 1)) == [("version", "duplicate-key")]
    twice = text.replace(
        '"received": {"natural_person": null', '"received": {"total": 3, "natural_person": null'
    )
    assert problems(twice) == [("applications.received.total", "duplicate-key")]
    reading = dumps(Reading(report=REPORT, evidence={"year": Evidence(raw="2022")}))
    doubled = reading.replace('"evidence": {', '"evidence": {"year": null, ')
    with pytest.raises(InvalidReport, match=r"evidence\.year: the key is given more than once"):
        loads_reading(doubled)


def test_interchange_half_a_character_is_refused() -> None:
    """Otherwise a text would load that can neither be saved as UTF-8 nor shown."""
    assert problems(dumps(REPORT).replace("示例区", r"\ud800")) == [("issuer", "wrong-value")]
    assert loads(dumps(REPORT).replace("示例区", r"\ud842\udfb7")).issuer == "𠮷人民政府"


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"others":[', '{"narrative":{"overview":['])
def test_interchange_deep_nesting_is_refused(opening: str) -> None:
    """Otherwise a short hostile file could bring the program down."""
    with pytest.raises(InvalidReport, match=r"too deeply|not JSON"):
        loads(opening * 200_000)


def test_interchange_evidence_nested_deeply_is_refused() -> None:
    """Otherwise a file that is well formed in every key could still bring the program down."""
    text = dumps(Reading(report=REPORT, evidence={"year": Evidence()}))
    inner = '{"raw": null, "kind": "blank", "place": null, "flags": [], "doubt": false, "others": ['
    deep = text.replace('"others": []', '"others": [' + inner * 400 + "]}" * 400 + "]")
    with pytest.raises(InvalidReport, match="too deeply"):
        loads_reading(deep)
    evidence = Evidence()
    for _ in range(2000):
        evidence = Evidence(others=(evidence,))
    with pytest.raises(InvalidReport, match="too deeply"):
        dumps(Reading(report=REPORT, evidence={"year": evidence}))


def test_interchange_a_document_that_is_too_long_is_refused() -> None:
    """Otherwise a hostile file could take all memory."""
    text = dumps(REPORT)
    assert loads(text, limits=Limits(max_bytes=len(text))) == REPORT
    with pytest.raises(InvalidReport, match="too long"):
        loads(text, limits=Limits(max_bytes=len(text) - 1))


def test_interchange_a_flood_of_problems_is_counted() -> None:
    """Otherwise a wrong file could answer with a report of its errors many times its own size."""
    flood = with_changes(**{f"key{number}": number for number in range(5000)})
    found = problems(json.dumps(flood))
    assert len(found) == 1001
    assert found[-1] == ("", "more-problems")
    long = with_changes(**{"k" * 100_000: 1, "year": "y" * 100_000, "title": [["deep"]] * 10_000})
    assert [path[:5] for path, _ in problems(json.dumps(long))] == ["year", "title", "kkkkk"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"version": 2}, ("version", "newer-version")),
        ({"version": 10**30}, ("version", "newer-version")),
        ({"version": 0}, ("version", "wrong-value")),
        ({"version": True}, ("version", "wrong-value")),
        ({"version": 1.0}, ("version", "wrong-value")),
        ({"version": "1"}, ("version", "wrong-value")),
        ({"version": None}, ("version", "wrong-value")),
        ({"format": "gov_disclosure.reading"}, ("format", "wrong-value")),
        ({"format": "other"}, ("format", "wrong-value")),
        ({"format": ["gov_disclosure.report"]}, ("format", "wrong-value")),
        ({"form": "2014"}, ("form", "unknown-form")),
        ({"form": 2021}, ("form", "unknown-form")),
        ({"form": True}, ("form", "unknown-form")),
        ({"form": ["2021"]}, ("form", "unknown-form")),
    ],
)
def test_interchange_what_the_document_is_must_be_known(
    changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    """Otherwise a file of tomorrow, or of another kind, would be read as something it is not."""
    assert problems(json.dumps(with_changes(**changes))) == [expected]


def test_interchange_a_newer_version_says_what_to_do() -> None:
    """Otherwise the user would look for the fault in the file."""
    for change in ({"version": 2, "tables": []}, {"version": 3, "form": "2031"}):
        with pytest.raises(InvalidReport, match="install a newer gov_disclosure"):
            loads(json.dumps(with_changes(**change)))


def test_interchange_the_wrong_loader_names_the_right_one() -> None:
    """Otherwise one would not know that a saved reading has a loader of its own."""
    with pytest.raises(InvalidReport, match="loads_reading"):
        loads(dumps(Reading(report=REPORT)))
    with pytest.raises(InvalidReport, match=r"loads\(\)"):
        loads_reading(dumps(REPORT))


def test_interchange_tables_of_another_form_are_refused() -> None:
    """Otherwise figures of one edition would be taken for those of another."""
    document = with_changes(form="2019")
    found = problems(json.dumps(document))
    assert ("proactive.rules.created", "missing-key") in found
    assert ("proactive.rules.issued", "unknown-key") in found
    assert ("proactive", "unknown-key") in problems(json.dumps(with_changes(form=None)))


def test_interchange_evidence_for_a_cell_the_form_does_not_have_is_refused() -> None:
    """Otherwise evidence under a mistyped path would seem to be there and never be found."""
    document = json.loads(dumps(Reading(report=REPORT)))
    document["evidence"]["proactive.rules.created"] = json.loads(
        dumps(Reading(report=REPORT, evidence={"year": Evidence()}))
    )["evidence"]["year"]
    with pytest.raises(InvalidReport) as caught:
        loads_reading(json.dumps(document))
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("evidence.proactive.rules.created", "unknown-key")
    ]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("evidence", "year", "kind"), "zero", "wrong-value"),
        (("evidence", "year", "flags"), ["mended"], "wrong-value"),
        (("evidence", "year", "doubt"), 0, "wrong-value"),
        (("evidence", "year", "place"), {"page": None}, "wrong-value"),
        (("evidence", "year", "place"), {"pages": 1}, "unknown-key"),
        (("evidence", "year", "place"), {"box": [1, 2, 3]}, "wrong-value"),
        (("evidence", "year"), None, "wrong-value"),
        (("source", "sha256"), 5, "wrong-value"),
        (("source",), None, "wrong-value"),
        (("report",), None, "wrong-value"),
        (("report", "form"), {}, "unknown-form"),
        (("notices",), {}, "wrong-value"),
        (("evidence",), [], "wrong-value"),
    ],
)
def test_interchange_a_reading_s_parts_are_strict_too(
    path: tuple[str, ...], value: object, code: str
) -> None:
    """Otherwise a doubt or a flag could vanish from a saved reading without a word."""
    document = json.loads(dumps(Reading(report=REPORT, evidence={"year": Evidence(raw="2022")})))
    holder = document
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    with pytest.raises(InvalidReport) as caught:
        loads_reading(json.dumps(document))
    assert [problem.code for problem in caught.value.problems] == [code]
    assert caught.value.problems[0].path.startswith(".".join(path))


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_interchange_no_text_makes_it_fail_otherwise(text: str | bytes) -> None:
    """Otherwise a program that reads files of others would stop at the first strange one."""
    for load in (loads, loads_reading):
        with pytest.raises(InvalidReport):
            load(text)


@given(wild_readings(), st.data())
def test_interchange_no_torn_document_makes_it_fail_otherwise(reading: Reading, data: st.DataObject) -> None:
    """Otherwise a file cut off while it was copied would end in a traceback."""
    text = dumps(reading)
    start = data.draw(st.integers(0, len(text)))
    torn = text[:start] + data.draw(st.text(max_size=3)) + text[data.draw(st.integers(start, len(text))) :]
    with suppress(InvalidReport):
        assert isinstance(loads_reading(torn), Reading)
