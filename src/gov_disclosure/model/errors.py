"""The root of every error this library raises, and the two errors of the model itself.

An error is a frozen value: it carries what is wrong as fields, compares and pickles by them, and makes its
sentence only when asked, in English (``str(error)``) or in either language (``error.message("zh")``).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Literal, Self, TypeAlias

import attrs

from gov_disclosure.model.by_fields import ByFields

Lang: TypeAlias = Literal["en", "zh"]

__all__ = ["PROBLEMS", "GovDisclosureError", "InvalidReport", "Lang", "Problem", "UnknownPath"]


def _rebuild(cls: Callable[..., Any], values: dict[str, Any]) -> Any:
    return cls(**values)


class GovDisclosureError(Exception):
    """Base of all errors of this library. ``code`` is stable; the sentences are not."""

    code: ClassVar[str] = "error"
    templates: ClassVar[dict[str, str]] = {"en": "something went wrong", "zh": "出错了"}

    def _values(self) -> dict[str, Any]:
        if not attrs.has(type(self)):
            return {}
        return {field.name: getattr(self, field.name) for field in attrs.fields(type(self))}  # type: ignore[arg-type]

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads, in English or Chinese."""
        return self.templates[lang].format(**self._values())

    def __str__(self) -> str:
        return self.message("en")

    def __repr__(self) -> str:
        inner = ", ".join(f"{name}={value!r}" for name, value in self._values().items())
        return f"{type(self).__name__}({inner})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *self._values().values()))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self._values()))

    def __deepcopy__(self, memo: object) -> Self:
        return self


_PROBLEMS: dict[str, dict[str, str]] = {
    "not-a-count": {
        "en": "{value} is not a count: an int or None is needed",
        "zh": "{value} 不是件数：这里应为整数或空",
    },
    "not-an-amount": {
        "en": "{value} is not an amount: a finite Decimal, an int or None is needed "
        "(in JSON a string of digits, or null)",
        "zh": "{value} 不是金额：这里应为有限的 Decimal、整数或空（在 JSON 中为数字字符串或 null）",
    },
    "wrong-class": {
        "en": "{value} does not belong here: {expected} is needed",
        "zh": "{value} 不能放在这里：这里应为 {expected}",
    },
    "unknown-path": {
        "en": "the form has no such cell (nearest: {expected})",
        "zh": "表中没有这一格（最接近的是 {expected}）",
    },
    "other-form": {
        "en": "this is a cell of the {expected} form",
        "zh": "这是 {expected} 年版式的单元格",
    },
    "unknown-form": {
        "en": "no edition {value} of the form is known (known: {expected})",
        "zh": "没有 {value} 年版式（已知：{expected}）",
    },
    "missing-key": {"en": "the key is missing", "zh": "缺少这一项"},
    "unknown-key": {"en": "no such key is known", "zh": "没有这一项"},
    "wrong-value": {
        "en": "{value} is not allowed: {expected} is needed",
        "zh": "{value} 不允许：应为 {expected}",
    },
    "duplicate-key": {"en": "the key is given more than once", "zh": "这一项出现了不止一次"},
    "not-json": {"en": "this is not JSON: {expected}", "zh": "这不是 JSON：{expected}"},
    "newer-version": {
        "en": "version {value} is newer than this library reads (up to {expected}): install a newer gov_disclosure",
        "zh": "版本 {value} 比本库所能读取的（至 {expected}）更新：请升级 gov_disclosure",
    },
    "too-large": {
        "en": "the document is too long: {value} where {expected} are allowed",
        "zh": "文档过长：{value}，上限为 {expected}",
    },
    "too-deep": {"en": "the document is nested too deeply", "zh": "文档嵌套过深"},
    "more-problems": {"en": "and {value} more problems", "zh": "另有 {value} 处问题"},
}

# What may stand in a place, in Chinese.
_EXPECTED: dict[str, str] = {
    "an int or None": "整数（int）或空（None）",
    "a str or None": "文字（str）或空（None）",
    "a tuple of str": "由文字组成的元组（tuple）",
    "an integer": "整数",
    "a finite number": "有限的数",
    "a string": "文字",
    "true or false": "true 或 false",
    "text without lone surrogates": "不含半个字符（孤立代理项）的文字",
    'a string, a number, true, false, null, an array of these, or {"decimal": "…"}': (
        '文字、数、true、false、null、由它们组成的数组，或 {"decimal": "…"}'
    ),
}

#: Every code that a problem can carry, with its sentences.
PROBLEMS: Mapping[str, Mapping[str, str]] = MappingProxyType(_PROBLEMS)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Problem(ByFields):
    """One thing wrong with a value offered for a report: where, what, and what was offered."""

    path: str
    code: str
    value: str = ""
    expected: str = ""

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads, with the path in front."""
        expected = _EXPECTED.get(self.expected, self.expected) if lang == "zh" else self.expected
        sentence = _PROBLEMS[self.code][lang].format(value=self.value, expected=expected)
        return f"{self.path}: {sentence}" if self.path else sentence


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class InvalidReport(GovDisclosureError, ValueError):
    """Values that cannot stand in a report: all problems at once, in the order of the form."""

    code: ClassVar[str] = "invalid-report"
    problems: tuple[Problem, ...]

    def message(self, lang: Lang = "en") -> str:
        """All problems, a line each."""
        return "\n".join(problem.message(lang) for problem in self.problems)


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class UnknownPath(GovDisclosureError, KeyError):
    """A path that names no cell of the report's form."""

    code: ClassVar[str] = "unknown-path"
    templates: ClassVar[dict[str, str]] = {
        "en": "the {form} form has no cell {path!r}; the nearest is {nearest!r}",
        "zh": "{form} 年版式中没有单元格 {path!r}，最接近的是 {nearest!r}",
    }
    path: str
    form: str | None
    nearest: str | None = None

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads; a report without tables has no cells at all."""
        if self.form is None:
            return {
                "en": f"no table of a known form is printed, so there is no cell {self.path!r}",
                "zh": f"没有已知版式的表格，因此没有单元格 {self.path!r}",
            }[lang]
        return super().message(lang)
