"""The clerk's page: the official tables with the cells of each finding marked, as one offline web page."""

from gov_disclosure.writers.findings_page.page import Checked, Unread, findings_page

__all__ = ["Checked", "Unread", "findings_page"]
