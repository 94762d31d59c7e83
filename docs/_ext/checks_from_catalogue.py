"""The list of checks, out of the catalogue itself, so that it cannot fall behind.

``check-catalogue`` lists every check of a scope (or all): what it demands, how much it matters, its source, its
bounds, and what it tells a clerk.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from gov_disclosure.checks import CHECKS, Check, CheckLike
from gov_disclosure.model.forms import editions

SCOPES: dict[str, tuple[str, ...]] = {
    "table": ("cell", "row", "column", "table"),
    "year": ("year",),
    "parts": ("parts",),
    "report": ("report",),
    "text": ("text",),
}


class CheckCatalogue(SphinxDirective):
    """The checks of a group of scopes, one after the other."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        scopes = SCOPES.get(self.arguments[0])
        if scopes is None:
            raise self.error(f"check-catalogue knows {', '.join(SCOPES)}, not {self.arguments[0]}")
        return [described(check) for check in CHECKS.values() if check.scope in scopes]


def described(check: CheckLike) -> nodes.Element:
    """One check as an entry with its facts under it."""
    wording = check.wording
    made = nodes.container(classes=["check"], ids=[f"check-{check.id.lower()}"])
    made += nodes.paragraph(
        "",
        "",
        nodes.strong("", check.id),
        nodes.Text(f"  {wording.name('zh')}, {wording.name('en')}: {check.severity}"),
    )
    facts = nodes.bullet_list()
    facts += fact("demands ", nodes.literal("", check.formula))
    if isinstance(check, Check) and check.formula_zh:
        facts += fact("", nodes.Text(check.formula_zh))
    facts += fact(
        "source: ", nodes.Text(check.citation.replace("{form}", "the edition's own notice") or "the profile")
    )
    bounds = getattr(check, "thresholds", {})
    if bounds:
        facts += fact(
            "bounds: ", nodes.Text(", ".join(f"{name} = {value}" for name, value in bounds.items()))
        )
    if isinstance(check, Check) and check.identities is not None:
        counts = [
            f"{len(check.formulas(form))} on the form of {form}"
            for form in editions()
            if check.formulas(form)
        ]
        if counts:
            facts += fact("formulas: ", nodes.Text(", ".join(counts)))
    for lang in ("zh", "en"):
        said = wording.hint("zh" if lang == "zh" else "en")
        if said:
            facts += fact("", nodes.Text(said))
    made += facts
    return made


def fact(name: str, what: nodes.Node) -> nodes.list_item:
    """One line of an entry."""
    return nodes.list_item("", nodes.paragraph("", "", nodes.Text(name), what))


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directive known."""
    app.add_directive("check-catalogue", CheckCatalogue)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
