"""Every code that other people's programs may hold on to, in one list.

A code that is listed here keeps its meaning until the next major version; the sentences that go with it do
not. ``python -m gov_disclosure.interchange.codes`` prints the list that the tests compare with their record.
"""

from collections.abc import Iterator
from importlib import import_module

import attrs

from gov_disclosure.model import GovDisclosureError, Lang, editions
from gov_disclosure.model.errors import PROBLEMS
from gov_disclosure.reading import FLAGS, KINDS, NOTICES, Severity

__all__ = ["GROUPS", "Code", "codes"]


@attrs.frozen(kw_only=True)
class Code:
    """One code of the contract.

    ``group`` says where it occurs (see :data:`GROUPS`), ``en`` and ``zh`` what it means; the words in braces
    of errors, problems and notices are filled in when they happen. ``form`` is the edition for cells, and
    ``detail`` what else must not change: an error's class, the severity of a notice or check, a cell's short
    code and unit.
    """

    group: str
    code: str
    en: str
    zh: str
    form: str = ""
    detail: str = ""

    def meaning(self, lang: Lang = "en") -> str:
        """What it means, in a language."""
        return self.zh if lang == "zh" else self.en

    def __str__(self) -> str:
        return " ".join(part for part in (self.group, self.form, self.code, self.detail) if part)


#: The groups of codes and where each occurs.
GROUPS: dict[str, tuple[str, str]] = {
    "error": ("the code of an error", "错误的代码"),
    "problem": ("the code of a problem of InvalidReport", "InvalidReport 中各问题的代码"),
    "notice": ("the code of a notice", "提示的代码"),
    "severity": ("the severity of a notice or finding", "提示或核对结果的级别"),
    "kind": ("what stands in a cell", "单元格中印的是什么"),
    "flag": ("what was done to arrive at a value", "得出数值时做了什么"),
    "check": ("the id of a check", "核对项目的编号"),
    "path": ("a cell of an edition of the form", "某版式的单元格"),
}

_MEANINGS: dict[str, tuple[str, str]] = {
    "number": ("a number is printed", "印有数字"),
    "blank": ("the cell is printed and empty", "单元格为空"),
    "dash": ("a dash is printed", "印有横线"),
    "slash": ("a slash is printed", "印有斜线"),
    "text": ("a word such as 无 is printed", "印有“无”等文字"),
    "unread": ("something is printed that cannot be told for certain", "印有内容，但无法确定"),
    "absent": ("the row or table is not printed", "该行或该表未印出"),
    "repaired": ("the figure was torn or garbled and was mended", "数字断裂或有误，已修复"),
    "unit-converted": ("the figure was printed in another unit", "由其他单位换算"),
    "unit-assumed": ("no unit is printed; the form's unit is assumed", "未印单位，按表式单位读取"),
    "fuzzy-label": ("the label is not printed exactly as on the form", "标签与表式不完全一致"),
    "position-inferred": ("the column was told by where the figure stands", "按位置判定所在列"),
    "form-assumed": ("the edition of the form was told by the year", "按年度推定版式"),
    "ocr": ("the text was recognised in a picture", "由图像识别得到"),
    "error": ("wrong for certain", "确有错误"),
    "warning": ("to be looked at", "需要核实"),
    "info": ("good to know", "供参考"),
}


_HOMES_OF_ERRORS = ("model.errors", "language.units", "reading.errors", "checks.errors", "writers.errors")


def codes() -> tuple[Code, ...]:
    """Every error, problem, notice, severity, kind, flag, check and cell by its code, group by group."""
    return (
        *_errors(),
        *(Code(group="problem", code=code, en=said["en"], zh=said["zh"]) for code, said in PROBLEMS.items()),
        *(
            Code(group="notice", code=code, en=kind.en, zh=kind.zh, detail=str(kind.severity))
            for code, kind in NOTICES.items()
        ),
        *_words("severity", tuple(Severity)),
        *_words("kind", KINDS),
        *_words("flag", FLAGS),
        *_checks(),
        *_cells(),
    )


def _errors() -> Iterator[Code]:
    for home in _HOMES_OF_ERRORS:
        module = import_module(f"gov_disclosure.{home}")
        for name in module.__all__:
            cls = getattr(module, name)
            if isinstance(cls, type) and issubclass(cls, GovDisclosureError) and "code" in vars(cls):
                en, zh = cls.templates["en"], cls.templates["zh"]
                yield Code(group="error", code=cls.code, en=en, zh=zh, detail=name)


def _words(group: str, words: tuple[str, ...]) -> Iterator[Code]:
    for word in words:
        en, zh = _MEANINGS[word]
        yield Code(group=group, code=str(word), en=en, zh=zh)


def _checks() -> Iterator[Code]:
    from gov_disclosure.checks import CHECKS

    for check in CHECKS.values():
        yield Code(
            group="check", code=check.id, en=check.formula, zh=check.formula, detail=str(check.severity)
        )


def _cells() -> Iterator[Code]:
    for form in editions():
        for field in form.fields:
            yield Code(
                group="path",
                form=str(form),
                code=field.path,
                en=field.label("en"),
                zh=field.label("zh"),
                detail=f"{field.code} {field.unit}",
            )


if __name__ == "__main__":
    import sys

    sys.stdout.writelines(f"{code}\n" for code in codes())
