"""How whole objects become JSON and come back: every key there, no other, all problems at once.

Each class here is a pair of hooks for one kind of object. Problems come in the order of the fields, then the
keys that are not known in the order of the document; paths are relative to the object.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from gov_disclosure.interchange import scalars
from gov_disclosure.interchange.parsing import Doubled
from gov_disclosure.interchange.scalars import refused, under
from gov_disclosure.interchange.shapes import EVIDENCE_OF_METADATA, fields_of, mapped, only_known_parts
from gov_disclosure.model import AnnualReport, Form, InvalidReport, Problem, editions
from gov_disclosure.model.fields import cell_types
from gov_disclosure.reading import FrozenMapping

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["ClassHooks", "MappingHooks", "ReadingHooks", "ReportHooks", "RowHooks", "object_problems"]

Hook: TypeAlias = Callable[..., Any]


def object_problems(value: object) -> Iterator[Problem]:
    """What is wrong with a value as an object at all: it is none, or says a key twice."""
    if type(value) is Doubled:
        for key in value.keys_given_twice:
            yield Problem(path=key, code="duplicate-key")
    elif type(value) is not dict:
        yield from refused("wrong-value", value, "an object").problems


def _unknown(keys: Iterable[str]) -> Iterator[Problem]:
    for key in keys:
        yield Problem(path=key if len(key) <= 60 else key[:59] + "…", code="unknown-key")


class ClassHooks:
    """An attrs class: an object with exactly its fields as keys; for a place, with the parts that apply."""

    def __init__(self, cls: type, converter: "Converter") -> None:
        self.cls = cls
        self.converter = converter
        self.partial = only_known_parts(cls)

    # Looked up when first needed: evidence holds evidence, so its hooks must exist before their own fields'.
    @cached_property
    def loaders(self) -> dict[str, tuple[Hook, Any]]:
        """The fields' hooks on the way in."""
        return {name: (self.converter.get_structure_hook(kind), kind) for name, kind in fields_of(self.cls)}

    @cached_property
    def dumpers(self) -> dict[str, Hook]:
        """The fields' hooks on the way out."""
        return {name: self.converter.get_unstructure_hook(kind) for name, kind in fields_of(self.cls)}

    def load(self, value: Any, _: object = None) -> Any:
        """The object that a JSON value says."""
        problems = list(object_problems(value))
        if problems and not isinstance(value, dict):
            raise InvalidReport(problems=tuple(problems))
        given = {}
        loaders = self.loaders
        for name, (hook, kind) in loaders.items():
            if name in value:
                if self.partial and value[name] is None:
                    problems += under(name, refused("wrong-value", None, "the part, or no such key"))
                    continue
                try:
                    given[name] = hook(value[name], kind)
                except InvalidReport as error:
                    problems += under(name, error)
            elif not self.partial:
                problems.append(Problem(path=name, code="missing-key"))
        if len(value) > len(given):
            problems += _unknown(key for key in value if key not in loaders)
        if problems:
            raise InvalidReport(problems=tuple(problems))
        return self.cls(**given)

    def dump(self, value: Any) -> dict[str, Any]:
        """The JSON value that says the object."""
        if type(value) is not self.cls:
            raise refused("wrong-class", value, self.cls.__name__)
        made: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, hook in self.dumpers.items():
            part = getattr(value, name)
            if part is None and self.partial:
                continue
            try:
                made[name] = hook(part)
            except InvalidReport as error:
                problems += under(name, error)
        if problems:
            raise InvalidReport(problems=tuple(problems))
        return made


class RowHooks(ClassHooks):
    """A printed row: its cells are counts, or money, or null."""

    @cached_property
    def loaders(self) -> dict[str, tuple[Hook, Any]]:
        """The cells' hooks on the way in, by the kind of cell."""
        return {
            name: (_amount_or_blank if kind == "decimal" else scalars.count, None)
            for name, kind in cell_types(self.cls)
        }

    @cached_property
    def dumpers(self) -> dict[str, Hook]:
        """The cells' hooks on the way out."""
        return {
            name: _text_or_blank if kind == "decimal" else scalars.count
            for name, kind in cell_types(self.cls)
        }


def _amount_or_blank(value: object, _: object) -> Any:
    return None if value is None else scalars.amount_from_text(value)


def _text_or_blank(value: object) -> str | None:
    return None if value is None else scalars.amount_to_text(value)


class ReportHooks:
    """A report of any edition: ``form`` says which, and with it which tables there must be."""

    def __init__(self, _: type, converter: "Converter") -> None:
        self.converter = converter
        self.known: dict[type, ClassHooks] = {}

    def load(self, value: Any, _: object = None) -> AnnualReport:
        """The report that a JSON value says."""
        if not isinstance(value, dict):
            raise InvalidReport(problems=tuple(object_problems(value)))
        cls = AnnualReport
        problems: tuple[Problem, ...] = ()
        try:
            cls = _class_of(value)
        except InvalidReport as error:
            problems = tuple(error.problems)
            if "form" in value:  # which tables the form has cannot be told, so they are not judged
                raise
        rest = {key: item for key, item in value.items() if key != "form"}
        if type(value) is Doubled:
            problems += tuple(object_problems(value))
        try:
            report = self._hooks(cls).load(rest)
        except InvalidReport as error:
            problems += tuple(error.problems)
        if problems:
            raise InvalidReport(problems=problems)
        assert isinstance(report, AnnualReport)
        return report

    def dump(self, value: Any) -> dict[str, Any]:
        """The JSON value that says the report."""
        form = getattr(value, "form", None)
        if type(value) is not (AnnualReport if form is None else form.report_class):
            raise refused("wrong-class", value, "AnnualReport or the class of an edition")
        return {"form": None if form is None else str(form), **self._hooks(type(value)).dump(value)}

    def _hooks(self, cls: type) -> ClassHooks:
        if cls not in self.known:
            self.known[cls] = ClassHooks(cls, self.converter)
        return self.known[cls]


def _class_of(value: dict[str, Any]) -> type[AnnualReport]:
    if "form" not in value:
        raise InvalidReport(problems=(Problem(path="form", code="missing-key"),))
    name = value["form"]
    if name is None:
        return AnnualReport
    known = editions()
    if type(name) is not str or name not in known:
        raise InvalidReport(problems=under("form", refused("unknown-form", name, ", ".join(known))))
    return Form(name).report_class


class ReadingHooks(ClassHooks):
    """A reading: its evidence is for cells of its report's form, and for what a report says of itself."""

    def load(self, value: Any, _: object = None) -> Any:
        """The reading that a JSON value says."""
        problems: tuple[Problem, ...] = ()
        reading = None
        try:
            reading = super().load(value)
        except InvalidReport as error:
            problems = error.problems
        if isinstance(value, dict) and isinstance(value.get("report"), dict):
            problems += tuple(_strange_evidence(value["report"].get("form"), value.get("evidence")))
        if problems:
            raise InvalidReport(problems=problems)
        return reading

    def dump(self, value: Any) -> dict[str, Any]:
        """The JSON value that says the reading."""
        made = super().dump(value)
        problems = tuple(_strange_evidence(made["report"]["form"], made["evidence"]))
        if problems:
            raise InvalidReport(problems=problems)
        return made


def _strange_evidence(form: object, evidence: object) -> Iterator[Problem]:
    if isinstance(evidence, dict) and (form is None or form in editions()):
        known = {*EVIDENCE_OF_METADATA, *(() if form is None else Form(str(form)).paths)}
        for problem in _unknown(key for key in evidence if key not in known):
            yield attrs.evolve(problem, path=f"evidence.{problem.path}")


class MappingHooks:
    """A mapping from names to values of one type: an object with any keys."""

    def __init__(self, kind: Any, converter: "Converter") -> None:
        self.inner = mapped(kind)
        self.converter = converter

    def load(self, value: Any, _: object = None) -> FrozenMapping[str, Any]:
        """The mapping that a JSON value says, in its order."""
        problems = list(object_problems(value))
        if problems:
            raise InvalidReport(problems=tuple(problems))
        hook, inner = self.converter.get_structure_hook(self.inner), self.inner
        return FrozenMapping(_each(value, lambda item: hook(item, inner)))

    def dump(self, value: Any) -> dict[str, Any]:
        """The JSON value that says the mapping."""
        if type(value) is not FrozenMapping:
            raise refused("wrong-class", value, "FrozenMapping")
        return _each(value, self.converter.get_unstructure_hook(self.inner))


def _each(items: Any, hook: Hook) -> dict[str, Any]:
    made: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, item in items.items():
        try:
            made[scalars.text(key)] = hook(item)
        except InvalidReport as error:
            problems += under(str(key)[:60], error)
    if problems:
        raise InvalidReport(problems=tuple(problems))
    return made
