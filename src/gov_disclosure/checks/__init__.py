"""The invariants of the form: each a small object with an id, a citation and sentences; and their engine."""

from gov_disclosure.checks.case import Breach, Case
from gov_disclosure.checks.catalogue import CHECKS, catalogue
from gov_disclosure.checks.check import Check, CheckLike
from gov_disclosure.checks.engine import check
from gov_disclosure.checks.errors import InvalidProfile
from gov_disclosure.checks.filling import Filled, fill_blanks
from gov_disclosure.checks.findings import Finding, Findings, Operand, Suspect, Unanswered
from gov_disclosure.checks.formula import Identity, Term
from gov_disclosure.checks.series import check_series
from gov_disclosure.checks.settings import Acceptance, Settings
from gov_disclosure.checks.wording import Wording
from gov_disclosure.reading.notices import Severity

__all__ = [
    "CHECKS",
    "Acceptance",
    "Breach",
    "Case",
    "Check",
    "CheckLike",
    "Filled",
    "Finding",
    "Findings",
    "Identity",
    "InvalidProfile",
    "Operand",
    "Settings",
    "Severity",
    "Suspect",
    "Term",
    "Unanswered",
    "Wording",
    "catalogue",
    "check",
    "check_series",
    "fill_blanks",
]
