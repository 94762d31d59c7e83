"""The pure domain layer: the statutory form as classes. Imports only attrs and the standard library."""

from gov_disclosure.model.applications import (
    Applications2019,
    Applications2021,
    ByApplicant,
    Denied,
    NotProcessed,
    OtherHandling2019,
    OtherHandling2021,
    Results2019,
    Results2021,
    Unavailable,
)
from gov_disclosure.model.caveats import Caveat
from gov_disclosure.model.challenges import Challenges, Litigation, Outcomes
from gov_disclosure.model.errors import GovDisclosureError, InvalidReport, Lang, Problem, UnknownPath
from gov_disclosure.model.fields import Block, Row, Value
from gov_disclosure.model.form2019 import (
    AnnualReport2019,
    CentralisedProcurement,
    DocumentsMade,
    FeeItems,
    PowerItems,
    Proactive2019,
)
from gov_disclosure.model.form2021 import (
    AnnualReport2021,
    Decisions,
    DocumentsIssued,
    FeesCollected,
    Proactive2021,
)
from gov_disclosure.model.forms import Field, Form, FormRow, FormTable, edition, editions
from gov_disclosure.model.narrative import SECTIONS, Narrative, Section
from gov_disclosure.model.report import AnnualReport

__all__ = [
    "SECTIONS",
    "AnnualReport",
    "AnnualReport2019",
    "AnnualReport2021",
    "Applications2019",
    "Applications2021",
    "Block",
    "ByApplicant",
    "Caveat",
    "CentralisedProcurement",
    "Challenges",
    "Decisions",
    "Denied",
    "DocumentsIssued",
    "DocumentsMade",
    "FeeItems",
    "FeesCollected",
    "Field",
    "Form",
    "FormRow",
    "FormTable",
    "GovDisclosureError",
    "InvalidReport",
    "Lang",
    "Litigation",
    "Narrative",
    "NotProcessed",
    "OtherHandling2019",
    "OtherHandling2021",
    "Outcomes",
    "PowerItems",
    "Proactive2019",
    "Proactive2021",
    "Problem",
    "Results2019",
    "Results2021",
    "Row",
    "Section",
    "Unavailable",
    "UnknownPath",
    "Value",
    "edition",
    "editions",
]
