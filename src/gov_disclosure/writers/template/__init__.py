"""Forms to fill in: a workbook that checks itself, and the empty official document."""

from gov_disclosure.writers.template.files import TEMPLATE_FORMATS, template_file, write_template

__all__ = ["TEMPLATE_FORMATS", "template_file", "write_template"]
