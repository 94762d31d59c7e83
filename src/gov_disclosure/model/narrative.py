"""The six sections of the report and the text that stands in them."""

import attrs

from gov_disclosure.model.by_fields import ByFields
from gov_disclosure.model.errors import InvalidReport, Problem

__all__ = ["SECTIONS", "Narrative", "Section", "section_of"]

_KEY = "gov_disclosure"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Section(ByFields):
    """A section's number and title as the form prints them, and the words that tell it from the others."""

    name: str
    number: str
    title: str
    english: str
    signs: tuple[tuple[str, ...], ...]  # any one set of words, all present in a heading, names the section

    @property
    def heading(self) -> str:
        """Number and title, as printed."""
        return f"{self.number}、{self.title}"


def _section(number: str, title: str, english: str, *signs: tuple[str, ...]) -> tuple[str, ...] | None:
    metadata = {_KEY: (number, title, english, signs)}
    found: tuple[str, ...] | None = attrs.field(default=None, converter=_paragraphs, metadata=metadata)
    return found


def _paragraphs(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Narrative(ByFields):
    """The text of the six sections, each a tuple of paragraphs.

    ``()`` where the heading is printed with nothing under it, None where it is not printed.
    """

    overview: tuple[str, ...] | None = _section(
        "一", "总体情况", "overview", ("总体",), ("概述",), ("概况",), ("基本情况",)
    )
    proactive: tuple[str, ...] | None = _section(
        "二", "主动公开政府信息情况", "proactive disclosure", ("主动公开",)
    )
    applications: tuple[str, ...] | None = _section(
        "三",
        "收到和处理政府信息公开申请情况",
        "applications received and handled",
        ("收到", "申请"),
        ("处理", "申请"),
        ("办理", "申请"),
        ("依申请公开",),
    )
    challenges: tuple[str, ...] | None = _section(
        "四",
        "政府信息公开行政复议、行政诉讼情况",
        "reconsideration and litigation",
        ("复议", "诉讼"),
    )
    problems: tuple[str, ...] | None = _section(
        "五",
        "存在的主要问题及改进情况",
        "main problems and improvements",
        ("问题", "改进"),
        ("问题", "措施"),
        ("问题", "打算"),
        ("问题", "整改"),
        ("存在", "问题"),
        ("不足", "改进"),
        ("不足", "措施"),
        ("困难", "改进"),
    )
    other_matters: tuple[str, ...] | None = _section(
        "六",
        "其他需要报告的事项",
        "other matters to report",
        ("其他", "事项"),
        ("需要", "事项"),
        ("其他", "报告"),
    )

    def __attrs_post_init__(self) -> None:
        problems = tuple(
            Problem(path=section.name, code="wrong-value", value=repr(value)[:60], expected="a tuple of str")
            for section in SECTIONS
            if (value := getattr(self, section.name)) is not None
            and not (type(value) is tuple and all(type(paragraph) is str for paragraph in value))
        )
        if problems:
            raise InvalidReport(problems=problems)


SECTIONS: tuple[Section, ...] = tuple(
    Section(name=field.name, number=number, title=title, english=english, signs=signs)
    for field in attrs.fields(Narrative)
    for number, title, english, signs in [field.metadata[_KEY]]
)


def section_of(name: str) -> Section:
    """The section of that field name."""
    return next(section for section in SECTIONS if section.name == name)
