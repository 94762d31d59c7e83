"""What the checks need to know of the body whose report it is: what its name says, or what a profile says."""

from typing import Literal

from gov_disclosure.checks.case import Case
from gov_disclosure.language.bodies import Body, read_body

__all__ = [
    "cannot_make_rules",
    "due_like",
    "is_government",
    "is_township",
    "reports_on_itself_alone",
    "speaks_for",
]

_NO_RULES = frozenset({"county", "township"})
_LOCAL_KINDS = frozenset({"department", "subdistrict", "dispatched", "vertical", "zone"})
_DEPARTMENTS = frozenset({"department", "vertical", "dispatched", "system"})
_WITHOUT_THE_POWER = ("地区", "盟")  # administrative offices of a province, no people's governments


def _body(case: Case) -> Body:
    return read_body(case.report.issuer or "")


def is_government(case: Case) -> bool | None:
    """Whether the body is a people's government (人民政府); None where no issuer is known."""
    if case.settings.government is not None:
        return case.settings.government
    body = _body(case)
    return body.kind == "government" if body.normalised else None


def due_like(case: Case) -> Literal["townships", "governments", "departments"]:
    """Whose day of publication holds: a department's (31 January) only where the body is plainly one.

    A general office publishes in its government's name, the committee of a zone may report like a county.
    """
    if is_township(case):
        return "townships"
    if case.settings.level == "department" or case.settings.government is False:
        return "departments"
    plainly = case.settings.government is None and _body(case).kind in _DEPARTMENTS
    return "departments" if plainly else "governments"


def reports_on_itself_alone(case: Case) -> bool:
    """Whether the report is plainly that of a government's own office (市政府办公室, 市政府机关), not of its region."""
    body = _body(case)
    return body.kind == "office" or (body.kind == "government" and body.scope == "organ")


def is_township(case: Case) -> bool:
    """Whether the body is plainly a township's or a subdistrict's."""
    if case.settings.level is not None:
        return case.settings.level == "township"
    return _body(case).level == "township"


def cannot_make_rules(case: Case) -> bool:
    """Whether the body plainly has no power to make rules (规章).

    State Council departments have it, and governments of provinces, districted cities and autonomous
    prefectures; a city of county rank has not, which its name does not tell: unknown.
    """
    if case.settings.level is not None:
        return case.settings.level in _NO_RULES or case.settings.level == "department"
    body = _body(case)
    if body.kind is None or body.level == "state":
        return False
    if body.kind in _LOCAL_KINDS:
        return True
    if body.kind == "system":
        return False
    if body.levels and _NO_RULES.issuperset(body.levels):
        return True
    return bool(body.places) and body.places[-1][0].endswith(_WITHOUT_THE_POWER)


def speaks_for(case: Case) -> Literal["region", "organ"] | None:
    """Whose figures in the text may be those of the tables: those of a whole region (or system), or of one organ;
    None where the name leaves both open.

    A government above the townships may report on its region or on itself; a figure that its text gives for an
    organ is hardly ever the table's.
    """
    body = _body(case)
    if body.kind == "government" and body.scope is None and "township" not in body.levels:
        return "region"
    return "region" if body.scope == "system" else body.scope
