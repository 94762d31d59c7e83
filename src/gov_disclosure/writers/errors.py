"""Why something could not be written."""

from typing import ClassVar

import attrs

from gov_disclosure.model.errors import GovDisclosureError

__all__ = ["CannotHold", "CannotWrite", "TargetExists", "UnknownTarget", "WriteError"]


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class WriteError(GovDisclosureError):
    """A report could not be written. ``target`` is the file's name, where it has one."""

    code: ClassVar[str] = "write-error"
    templates: ClassVar[dict[str, str]] = {"en": "{target}: could not be written", "zh": "{target}：无法写入"}
    target: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class TargetExists(WriteError):
    """There is a file of that name already, and it was not said to overwrite it."""

    code: ClassVar[str] = "target-exists"
    templates: ClassVar[dict[str, str]] = {
        "en": "{target}: the file exists already; say overwrite=True (--force) to replace it",
        "zh": "{target}：文件已存在；如需覆盖请用 overwrite=True（--force）",
    }


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class CannotWrite(WriteError):
    """The operating system refuses: no such folder, no permission, held open by another program, disk full."""

    code: ClassVar[str] = "cannot-write"
    templates: ClassVar[dict[str, str]] = {
        "en": "{target}: cannot be written ({reason}); if it is open in another program, close it there",
        "zh": "{target}：无法写入（{reason}）；如果正被其他程序打开，请先关闭",
    }
    reason: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class UnknownTarget(WriteError):
    """No writer is known for a format or a file's ending."""

    code: ClassVar[str] = "unknown-target"
    templates: ClassVar[dict[str, str]] = {
        "en": "{target}: no writer is known for {format!r}; known are {known}",
        "zh": "{target}：没有“{format}”格式的写出程序；可用的有 {known}",
    }
    format: str
    known: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class CannotHold(WriteError):
    """A number has more digits than the format has room for; it is not rounded. ``row`` counts from 0."""

    code: ClassVar[str] = "cannot-hold"
    templates: ClassVar[dict[str, str]] = {
        "en": "column {target}, row {row}: the format cannot hold {value} without losing digits",
        "zh": "{target} 列第 {row} 行：该格式无法完整保存 {value}",
    }
    row: int
    value: str
