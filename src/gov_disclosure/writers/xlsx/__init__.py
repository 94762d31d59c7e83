"""The official form as a workbook."""

from gov_disclosure.writers.xlsx.book import LINE, Book, Placed, workbook_bytes
from gov_disclosure.writers.xlsx.sheets import SheetPlan, plan_sheets
from gov_disclosure.writers.xlsx.writer import XlsxWriter

__all__ = ["LINE", "Book", "Placed", "SheetPlan", "XlsxWriter", "plan_sheets", "workbook_bytes"]
