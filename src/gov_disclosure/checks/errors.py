"""The one error of checking: a profile that cannot be used."""

from typing import ClassVar

import attrs

from gov_disclosure.model.errors import GovDisclosureError, Lang, Problem

__all__ = ["InvalidProfile"]


@attrs.frozen(kw_only=True, eq=False, repr=False, str=False)
class InvalidProfile(GovDisclosureError, ValueError):
    """A profile or its file of accepted findings is wrong: all problems at once, each with its key."""

    code: ClassVar[str] = "invalid-profile"
    templates: ClassVar[dict[str, str]] = {
        "en": "the profile cannot be used",
        "zh": "配置文件无法使用",
    }
    source: str | None = None
    reason: str | None = None
    problems: tuple[Problem, ...] = ()

    def message(self, lang: Lang = "en") -> str:
        """The sentence a person reads, with the file's name and a line for each problem."""
        head = self.templates[lang]
        joint = ": " if lang == "en" else "："
        if self.source is not None:
            head = f"{self.source}{joint}{head}"
        if self.reason is not None:
            head = f"{head}{joint}{self.reason}"
        return "\n".join([head, *(problem.message(lang) for problem in self.problems)])
