"""Workbooks: XLSX, XLSM, XLSB, XLS, ODS, and what WPS calls ``.et`` where it is one of these inside."""

from gov_disclosure.readers.sheets.reader import SheetsReader

__all__ = ["SheetsReader"]
