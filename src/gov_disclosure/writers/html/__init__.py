"""The official form as a web page, and as a fragment for pasting into a site's editor."""

from gov_disclosure.writers.html.writer import FragmentWriter, HtmlWriter

__all__ = ["FragmentWriter", "HtmlWriter"]
