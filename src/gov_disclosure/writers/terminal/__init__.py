"""A report as lines for a terminal: the statutory tables, a row a line, aligned with Chinese text."""

from gov_disclosure.writers.terminal.lines import Line, Span, Style, hang, plain
from gov_disclosure.writers.terminal.view import report_lines

__all__ = ["Line", "Span", "Style", "hang", "plain", "report_lines"]
