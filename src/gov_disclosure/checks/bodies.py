"""What the printed name of a body tells for certain about it: only what the checks need, and only when it
is plain.

Anything less plain is left unknown: a profile may say it (``level``, ``government``).
"""

from gov_disclosure.checks.case import Case

__all__ = ["cannot_make_rules", "is_government", "is_township", "speaks_for"]

_TOWNSHIP_ENDINGS = ("镇", "乡", "街道", "苏木")
_COUNTY_ENDINGS = ("县", "旗", "林区")
_LOCAL_MARKS = ("县", "区", "镇", "乡", "旗", "街道")
_DEPARTMENT_ENDINGS = ("局", "委员会", "办公室", "委", "办")
_MAKERS = ("国务院", "中国人民银行", "审计署", "总局", "总署", "自治区", "特别行政区", "国家")
_TOWNSHIP_LEVELS = frozenset({"township"})
_NO_RULES = frozenset({"county", "township", "department"})


def _name(case: Case) -> str:
    return (case.report.issuer or "").strip()


def is_government(case: Case) -> bool | None:
    """Whether the body is a people's government (人民政府); None where no issuer is known."""
    if case.settings.government is not None:
        return case.settings.government
    name = _name(case)
    return name.endswith("人民政府") if name else None


def is_township(case: Case) -> bool:
    """Whether the body is plainly a township's or a subdistrict's (人民政府, 办事处)."""
    if case.settings.level is not None:
        return case.settings.level in _TOWNSHIP_LEVELS
    name = _name(case)
    for ending in ("人民政府", "办事处"):
        name = name.removesuffix(ending)
    return name.endswith(_TOWNSHIP_ENDINGS)


def cannot_make_rules(case: Case) -> bool:
    """Whether the body plainly has no power to make rules (规章): townships, counties, local departments.

    Districted cities have the power and county-level cities have not, which the name does not tell: unknown.
    """
    if case.settings.level is not None:
        return case.settings.level in _NO_RULES
    name = _name(case)
    if not name or any(mark in name for mark in _MAKERS):
        return False
    if is_township(case):
        return True
    government = name.removesuffix("人民政府")
    if government != name:
        return government.endswith((*_COUNTY_ENDINGS, "区"))
    return name.endswith(_DEPARTMENT_ENDINGS) and any(mark in name for mark in _LOCAL_MARKS)


def speaks_for(case: Case) -> str | None:
    """Whether the report gives the figures of a ``region`` or of one ``organ``; None where that is not plain."""
    name = _name(case)
    if not name:
        return None
    return None if name.endswith("人民政府") else "organ"
