"""Every error of the library: a value with fields, a stable code and sentences in both languages."""

import copy
import importlib
import pickle
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import gov_disclosure
import gov_disclosure.checks.errors
import gov_disclosure.language.units
import gov_disclosure.writers.errors
from gov_disclosure.model import GovDisclosureError, InvalidReport, Problem, UnknownPath
from gov_disclosure.reading import MissingExtra, Place, ReadError, ScannedDocument, TooLarge, UnknownFormat

VALUES: dict[str, Any] = {
    "int": 3,
    "float": 2.5,
    "tuple[int, ...]": (1, 2),
    "gov_disclosure.reading.place.Place | None": Place(page=2),
    "tuple[gov_disclosure.model.errors.Problem, ...]": (
        Problem(path="year", code="wrong-value", value="x", expected="an int"),
    ),
}


def classes(root: type[GovDisclosureError] = GovDisclosureError) -> Iterator[type[GovDisclosureError]]:
    """Every error class of the library, the root first."""
    yield root
    for sub in root.__subclasses__():
        # attrs makes a class anew to give it slots; the first one is not the one in the module
        if getattr(sys.modules[sub.__module__], sub.__name__, None) is sub:
            yield from classes(sub)


def fields_of(cls: type[GovDisclosureError]) -> tuple["attrs.Attribute[Any]", ...]:
    """The fields of an error class; the root has none."""
    return attrs.fields(cls) if attrs.has(cls) else ()


def sample(cls: type[GovDisclosureError], *, sparse: bool = False, **changes: Any) -> GovDisclosureError:
    """An error of that class with something in each of its fields, or in those alone that it needs."""
    values = {
        field.name: VALUES.get(getattr(field.type, "__name__", ""), VALUES.get(str(field.type), "x"))
        for field in fields_of(cls)
        if not sparse or field.default is attrs.NOTHING
    }
    return cls(**{**values, **changes})


def public() -> list[type[GovDisclosureError]]:
    """The error classes that users may meet, of all modules that are imported by now."""
    ours = {cls for cls in classes() if cls.__module__.startswith("gov_disclosure.")}
    return sorted(
        (cls for cls in ours if not cls.__name__.startswith("_")),
        key=lambda cls: (cls.__module__, cls.__qualname__),
    )


ERROR_MODULES = (
    *("gov_disclosure.model.", "gov_disclosure.reading.", "gov_disclosure.writers.errors"),
    *("gov_disclosure.checks.errors", "gov_disclosure.language.units"),
)
ALL = [cls for cls in public() if cls.__module__.startswith(ERROR_MODULES)]
by_class = pytest.mark.parametrize("cls", ALL, ids=lambda cls: cls.__name__)


def test_the_promised_errors_are_there() -> None:
    """An ``except`` clause in someone's program would name a class that is gone, or catch less."""
    reading = {"UnknownFormat", "NotAReport", "UnknownForm", "SeveralReports", "Encrypted", "Damaged"}
    reading |= {"TooLarge", "ScannedDocument"}
    others = {"GovDisclosureError", "InvalidReport", "UnknownPath", "MissingExtra", "ReadError"}
    assert {cls.__name__ for cls in ALL} >= reading | others
    assert all(issubclass(cls, ReadError) for cls in ALL if cls.__name__ in reading)
    assert issubclass(InvalidReport, ValueError)
    assert issubclass(UnknownPath, KeyError)
    assert issubclass(MissingExtra, ImportError)


def test_no_error_is_left_out_here() -> None:
    """An error could fail while it is shown, because no test ever showed it."""
    for module in pkgutil.walk_packages(gov_disclosure.__path__, "gov_disclosure."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    assert public() == ALL


def test_codes_are_unique() -> None:
    """A program that goes by the code would take one error for another."""
    codes = [cls.code for cls in ALL]
    assert len(set(codes)) == len(codes)


@by_class
def test_an_error_has_a_sentence_in_each_language(cls: type[GovDisclosureError]) -> None:
    """A clerk would read English, or a raw template."""
    error = sample(cls)
    english, chinese = error.message("en"), error.message("zh")
    assert english
    assert english != chinese
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
    assert not any("\u4e00" <= character <= "\u9fff" for character in english)
    assert "{" not in english + chinese
    assert str(error) == english


@by_class
def test_an_error_needs_no_optional_field_for_its_sentence(cls: type[GovDisclosureError]) -> None:
    """An error raised where little is known would fail while it is shown."""
    error = sample(cls, sparse=True)
    assert error.message("en")
    assert error.message("zh")


@by_class
def test_equal_errors_are_equal_and_hash_alike(cls: type[GovDisclosureError]) -> None:
    """Failures could not be counted or compared in a test."""
    one, other = sample(cls), sample(cls)
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1
    assert one != ValueError("x")
    for field in fields_of(cls):
        changed: dict[str, Any] = {field.name: "other"}
        assert one != sample(cls, **changed)


@by_class
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_an_error_survives_another_process(cls: type[GovDisclosureError], protocol: int) -> None:
    """A failure in a worker would come back as a failure of pickle."""
    error = sample(cls)
    again = pickle.loads(pickle.dumps(error, protocol))
    assert again == error
    assert type(again) is cls
    assert str(again) == str(error)


@by_class
def test_an_error_can_be_copied(cls: type[GovDisclosureError]) -> None:
    """A program that copies what it collected would fail on the failures."""
    error = sample(cls)
    assert copy.copy(error) == error
    assert copy.deepcopy(error) == error
    assert copy.deepcopy([error]) == [error]


@by_class
def test_the_repr_shows_the_fields(cls: type[GovDisclosureError]) -> None:
    """A log would not tell what was wrong."""
    shown = repr(sample(cls))
    assert shown.startswith(f"{cls.__name__}(")
    for field in fields_of(cls):
        assert f"{field.name}=" in shown


@by_class
def test_an_error_can_be_raised_from_another(cls: type[GovDisclosureError]) -> None:
    """The cause would be lost, or raising would fail because the error is frozen."""
    cause = OSError("disk")

    def fail() -> None:
        try:
            raise cause
        except OSError as reason:
            raise sample(cls) from reason

    with pytest.raises(cls) as caught:
        fail()
    assert caught.value.__cause__ is cause
    assert caught.value.__traceback__ is not None
    caught.value.add_note("in the third file")
    assert caught.value.__notes__ == ["in the third file"]


@by_class
def test_fields_of_an_error_cannot_be_changed(cls: type[GovDisclosureError]) -> None:
    """An error kept for later would tell another story."""
    for field in fields_of(cls):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(sample(cls), field.name, None)


def test_equal_numbers_of_another_type_hash_alike() -> None:
    """Two errors that are equal would be two entries of a set."""
    whole, fraction = (TooLarge(limit="max_seconds", allowed=allowed, found="3") for allowed in (2, 2.0))
    assert whole == fraction
    assert hash(whole) == hash(fraction)


def test_a_read_error_says_where_and_in_what() -> None:
    """Among a thousand files nobody could tell which one, nor where in it."""
    error = UnknownFormat(source="甲.pdf", place=Place(page=3, line=7))
    assert str(error).startswith("甲.pdf: ")
    assert str(error).endswith("(page 3, line 7)")
    assert error.message("zh").startswith("甲.pdf：")
    assert error.message("zh").endswith("（第3页第7行）")


def test_a_scan_names_its_pages() -> None:
    """A person would not know which pages to scan again."""
    assert "pages 1, 2)" in str(ScannedDocument(pages=(1, 2)))
    long = ScannedDocument(pages=tuple(range(1, 60)))
    assert "20 …" in str(long)
    assert "21" not in str(long)
    assert "第 - 页" in ScannedDocument().message("zh")


def test_a_missing_extra_says_what_to_run() -> None:
    """A person would not know what to install."""
    error = MissingExtra(extra="ocr", package="rapidocr", purpose="reading scans")
    assert "pip install 'gov_disclosure[ocr]'" in str(error)
    assert "pip install 'gov_disclosure[ocr]'" in error.message("zh")


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    """A file called ``{x}.txt`` would make the error fail."""
    assert str(UnknownFormat(source="{x}.txt", found="{0}")).startswith("{x}.txt: this is {0},")
