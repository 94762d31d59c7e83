"""Errors of the command alone, apart since hardly any run needs them."""

from typing import ClassVar

import attrs

from gov_disclosure.reading.errors import ReadError

__all__ = ["fault", "no_such_report"]


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class _NoSuchReportError(ReadError):
    """A report was asked for by a number that is higher than there are reports in the document."""

    templates: ClassVar[dict[str, str]] = {
        "en": "there is no report {number}: the document holds {count}",
        "zh": "没有第 {number} 份报告：文件中共有 {count} 份",
    }
    number: int
    count: int


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class _FaultError(ReadError):
    """A fault of this program, which must not keep the other files from being read."""

    templates: ClassVar[dict[str, str]] = {
        "en": "a fault of this program came to light, please report it: {fault}",
        "zh": "程序出现内部错误，请向开发者报告：{fault}",
    }
    fault: str


def no_such_report(number: int, count: int) -> ReadError:
    """The error for a report asked for by a number that is higher than there are reports."""
    return _NoSuchReportError(number=number, count=count)


def fault(source: str, described: str) -> ReadError:
    """The error for a fault of this program."""
    return _FaultError(source=source, fault=described)
