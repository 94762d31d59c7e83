"""Reports, readings and JSON documents of every shape the model allows, and ways to spoil a document."""

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from gov_disclosure.interchange import loads, loads_reading
from gov_disclosure.model import AnnualReport, InvalidReport, Narrative, Row, editions
from gov_disclosure.model.fields import Printed, cell_types, inner_class
from gov_disclosure.model.report import PRINTED_METADATA
from gov_disclosure.reading import (
    FLAGS,
    KINDS,
    Evidence,
    Notice,
    Place,
    Reading,
    Severity,
    Source,
    Unplaced,
)

__all__ = ["accepts", "locations", "spoilt", "wild_readings", "wild_reports"]

Location: TypeAlias = tuple[str | int, ...]

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe_text = st.none() | texts
counts = st.none() | st.integers(-20, 5000) | st.integers()
amounts = (
    st.sampled_from(["7730.280", "0", "-0.00", "0E-7", "1E+3", "12345678901234567890.123456789"]).map(Decimal)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.decimals(allow_nan=False, allow_infinity=False)
)
coordinates = st.floats(allow_nan=False, allow_infinity=False)


def _part(cls: type) -> st.SearchStrategy[Any]:
    if issubclass(cls, Row):
        cells = {name: st.none() | amounts if kind == "decimal" else counts for name, kind in cell_types(cls)}
        return st.builds(cls, **cells)
    made: dict[str, st.SearchStrategy[Any]] = {}
    for field in attrs.fields(cls):  # type: ignore[arg-type]
        what = field.metadata["gov_disclosure"]
        inner = _part(inner_class(field))
        made[field.name] = inner if what.role == "block" else st.none() | inner
    return st.builds(cls, **made)


def wild_reports() -> st.SearchStrategy[AnnualReport]:
    """Any report the model allows, sensible or not."""
    paragraphs = st.lists(texts, max_size=2).map(tuple)
    narratives = st.builds(
        Narrative, **{field.name: st.none() | paragraphs for field in attrs.fields(Narrative)}
    )
    particulars: dict[str, st.SearchStrategy[Any]] = {
        "year": counts,
        "preamble": paragraphs,
        "narrative": narratives,
        **dict.fromkeys(PRINTED_METADATA, maybe_text),
    }
    found = [st.builds(AnnualReport, **particulars)]
    for form in editions():
        tables = {
            field.name: st.none() | _part(inner_class(field))
            for field in attrs.fields(form.report_class)
            if isinstance(field.metadata.get("gov_disclosure"), Printed)
        }
        found.append(st.builds(form.report_class, **particulars, **tables))
    return st.one_of(found)


places = st.builds(
    Place,
    page=st.none() | st.integers(1, 9),
    box=st.none() | st.tuples(coordinates, coordinates, coordinates, coordinates),
    line=st.none() | st.integers(1, 999),
    xpath=maybe_text,
    sheet=maybe_text,
    member=maybe_text,
)
evidence = st.recursive(
    st.builds(
        Evidence,
        raw=maybe_text,
        kind=st.sampled_from(KINDS),
        place=st.none() | places,
        flags=st.lists(st.sampled_from(FLAGS), max_size=2).map(tuple),
        doubt=st.booleans(),
    ),
    lambda inner: st.builds(Evidence, others=st.lists(inner, max_size=2).map(tuple)),
    max_leaves=3,
)
parameters = st.recursive(
    maybe_text | st.booleans() | st.integers() | amounts | coordinates,
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=4,
)
notices = st.builds(
    Notice,
    code=texts,
    severity=st.sampled_from(Severity),
    paths=st.lists(texts, max_size=2).map(tuple),
    place=st.none() | places,
    params=st.dictionaries(texts, parameters, max_size=3),
)
unplaced = st.builds(
    Unplaced,
    labels=st.lists(texts, max_size=2).map(tuple),
    raw=texts,
    value=st.none() | st.integers() | amounts,
    place=st.none() | places,
    foreign_path=maybe_text,
)
sources = st.builds(Source, document=maybe_text, sha256=maybe_text, reader=maybe_text, engine=maybe_text)


@st.composite
def wild_readings(draw: st.DrawFn) -> Reading:
    """Any reading the model allows, with evidence for a few of its cells."""
    report = draw(wild_reports())
    names = ("year", *PRINTED_METADATA, *(report.form.paths if report.form is not None else ()))
    return Reading(
        report=report,
        evidence=draw(st.dictionaries(st.sampled_from(names), evidence, max_size=4)),
        unplaced=tuple(draw(st.lists(unplaced, max_size=2))),
        notices=tuple(draw(st.lists(notices, max_size=2))),
        source=draw(sources),
    )


def accepts(document: object) -> bool:
    """Whether ``loads`` or ``loads_reading``, whichever the document's format asks for, takes it."""
    text = json.dumps(document, ensure_ascii=False)
    reading = isinstance(document, dict) and document.get("format") == "gov_disclosure.reading"
    try:
        (loads_reading if reading else loads)(text)
    except InvalidReport:
        return False
    return True


def locations(value: object, here: Location = ()) -> Iterator[Location]:
    """Where something stands in a document, outermost first."""
    items = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else items:
        yield (*here, key)
        yield from locations(inner, (*here, key))


# No 5.0 and no 1e300: in JSON's own terms they are integers, which loads refuses; a test of its own says so.
STRAY: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    2,
    -3,
    10**30,
    5.5,
    -0.25,
    "",
    "0",
    "x",
    "7730.280",
    "-12",
    "+1",
    "01",
    "1.",
    ".5",
    "1e5",
    "1E5",
    "1E+5",
    "1E+12345",
    "12\n",
    " 1",
    "１２",
    "1_000",
    "NaN",
    "Infinity",
    "2019",
    "2021",
    "number",
    "repaired",
    "warning",
    [],
    {},
    [None],
    ["x"],
    [1.5, 2, 3, 4],
    [1.5, 2, 3],
    [[]],
    {"decimal": "1.50"},
    {"decimal": 1},
    {"page": 1},
    {"page": None},
]


@st.composite
def spoilt(draw: st.DrawFn, document: dict[str, Any]) -> dict[str, Any]:
    """The document with one to three changes, most of which make it wrong."""
    changed = copy.deepcopy(document)
    for _ in range(draw(st.integers(1, 3))):
        places_ = list(locations(changed))
        if not places_:
            break
        *above, key = draw(st.sampled_from(places_))
        holder: Any = changed
        for step in above:
            holder = holder[step]
        deed = draw(st.sampled_from(["delete", "rename", "add", "replace", "replace", "replace", "swap"]))
        if deed == "delete":
            del holder[key]
        elif deed == "rename" and isinstance(holder, dict):
            holder[draw(texts) + str(key)] = holder.pop(key)
        elif deed == "add" and isinstance(holder, dict):
            holder[draw(texts | st.sampled_from(["all", "total", "box"]))] = draw(st.sampled_from(STRAY))
        elif deed == "swap":
            other = draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
            holder[key], holder[other] = holder[other], holder[key]
        else:
            holder[key] = copy.deepcopy(draw(st.sampled_from(STRAY)))
    return changed
