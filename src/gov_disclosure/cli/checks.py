"""``gov-disclosure checks``: every check, what it demands, how much it matters, and where that stands."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.cli.words import say

if TYPE_CHECKING:
    from gov_disclosure.checks import CheckLike
    from gov_disclosure.model.errors import Lang
    from gov_disclosure.model.forms import Form

__all__ = ["run"]

_SCOPES = {
    "cell": "单元格",
    "row": "行",
    "column": "列",
    "table": "表",
    "year": "年度",
    "report": "报告",
    "text": "正文",
    "parts": "汇总",
}


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Print the catalogue, or all there is to say of the checks named."""
    from gov_disclosure.checks import catalogue
    from gov_disclosure.interchange.lines import dumps_record

    form = _form(arguments.form)
    known = {check.id: check for check in catalogue(plugins=True)}
    for name in arguments.names:
        if name not in known:
            raise UsageError("unknown-name", name, ", ".join(known))
    for check in [known[name] for name in arguments.names] or list(known.values()):
        if arguments.to == "json":
            console.record(dumps_record(_record(check, form, console.lang)))
        elif arguments.names:
            for line in _described(check, form, console.lang):
                console.text(line)
        else:
            for line in _listed(check, form, console.lang):
                console.text(line)


def _form(name: str | None) -> "Form | None":
    from gov_disclosure.model.errors import InvalidReport
    from gov_disclosure.model.forms import Form, editions

    if name is None:
        return None
    try:
        return Form(name)
    except InvalidReport:
        raise UsageError("unknown-name", name, ", ".join(editions())) from None


def _listed(check: "CheckLike", form: "Form | None", lang: "Lang") -> Iterator[str]:
    from gov_disclosure.language.width import pad

    level = say(f"severity.{check.severity}", lang)
    scope = _scope(check, lang)
    yield f"{pad(check.id, 4)} {pad(level, 8)} {pad(scope, 8)} {check.wording.name(lang)}"
    yield f"{' ' * 5}{_stated(check, lang)}"
    for formula in _formulas(check, form, lang):
        yield f"{' ' * 7}{formula}"


def _described(check: "CheckLike", form: "Form | None", lang: "Lang") -> Iterator[str]:
    level = say(f"severity.{check.severity}", lang)
    yield f"{check.id}  {check.wording.name(lang)} ({level})"
    yield f"  {say('formula', lang).format(_stated(check, lang))}"
    yield f"  {say('scope', lang).format(_scope(check, lang))}"
    yield f"  {say('citation', lang).format(_citation(check, form))}"
    bounds = getattr(check, "thresholds", {})
    if bounds:
        yield f"  {say('bounds', lang).format(', '.join(f'{name} = {value}' for name, value in bounds.items()))}"
    for said in (check.wording.advice(lang), check.wording.hint(lang)):
        if said:
            yield f"  {said}"
    for formula in _formulas(check, form, lang):
        yield f"    {formula}"


def _stated(check: "CheckLike", lang: "Lang") -> str:
    """What the check demands; other people's checks have one wording for all languages."""
    stated = getattr(check, "stated", None)
    return str(stated(lang)) if stated is not None else check.formula


def _scope(check: "CheckLike", lang: "Lang") -> str:
    return _SCOPES.get(check.scope, check.scope) if lang == "zh" else check.scope


def _record(check: "CheckLike", form: "Form | None", lang: "Lang") -> dict[str, Any]:
    return {
        "id": check.id,
        "name": check.wording.name(lang),
        "scope": check.scope,
        "severity": str(check.severity),
        "formula": check.formula,
        "citation": _citation(check, form),
        "bounds": dict(getattr(check, "thresholds", {})),
        "formulas": list(_formulas(check, form, None)),
    }


def _citation(check: "CheckLike", form: "Form | None") -> str:
    from gov_disclosure.model.forms import editions

    cited = form.citation if form is not None else "、".join(edition.citation for edition in editions())
    return check.citation.replace("{form}", cited)


def _formulas(check: "CheckLike", form: "Form | None", lang: "Lang | None") -> Iterator[str]:
    """The check's formulas over an edition's cells: with printed labels in a language, else with paths."""
    formulas = getattr(check, "formulas", None)
    if form is not None and formulas is not None:
        for identity in formulas(form):
            yield identity.text(lang, form) if lang is not None else identity.text()
