"""Figures in the text of a report: found, and bound to the cells of the form that they speak of."""

from gov_disclosure.narrative.finding import statements
from gov_disclosure.narrative.statement import StatedScope, StatedYear, Statement

__all__ = ["StatedScope", "StatedYear", "Statement", "statements"]
