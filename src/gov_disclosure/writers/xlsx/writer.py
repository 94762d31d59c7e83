"""The writer: the official form as a workbook, one sheet a table."""

from typing import ClassVar

from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.official import official
from gov_disclosure.writers.protocol import Written
from gov_disclosure.writers.xlsx.book import workbook_bytes
from gov_disclosure.writers.xlsx.sheets import plan_sheets

__all__ = ["XlsxWriter"]


class XlsxWriter:
    """The official form as a workbook: merged cells, figures as numbers, the text on sheets of its own."""

    name = "xlsx"
    suffixes: tuple[str, ...] = (".xlsx",)
    reads_as: ClassVar[str] = "xlsx"

    def write(self, value: AnnualReport | Reading) -> Written:
        """The workbook."""
        form = official(value)
        return Written(content=workbook_bytes(plan_sheets(form.parts)), notices=form.notices)
