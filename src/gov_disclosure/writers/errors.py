"""Why something could not be written."""

from typing import ClassVar

import attrs

from gov_disclosure.model.errors import GovDisclosureError

__all__ = ["CannotHold", "CannotWrite", "HeldOpen", "TargetExists", "UnknownTarget", "WriteError"]


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
    """The operating system refuses: no such folder, no permission, disk full."""

    code: ClassVar[str] = "cannot-write"
    templates: ClassVar[dict[str, str]] = {
        "en": "{target}: cannot be written ({reason})",
        "zh": "{target}：无法写入（{reason}）",
    }
    reason: str


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class HeldOpen(CannotWrite):
    """The file is open in an office program, which would write over ours, or not show it.

    ``reason`` is what the operating system says, or the name of the file by which such programs tell each other.
    """

    code: ClassVar[str] = "held-open"
    templates: ClassVar[dict[str, str]] = {
        "en": "{target}: it is open in another program ({reason}); close it there and try again. Where no program "
        "has it open, delete what is named in the brackets, if it is a file",
        "zh": "{target}：文件正被其他程序打开（{reason}），请先关闭再试。如确无程序打开，可删除括号内所列的文件",
    }


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
