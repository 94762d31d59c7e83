"""The JSON formats as writers."""

from typing import ClassVar

from gov_disclosure.interchange.facts import dumps_facts
from gov_disclosure.interchange.report_json import dumps
from gov_disclosure.model.report import AnnualReport
from gov_disclosure.reading.reading import Reading
from gov_disclosure.writers.protocol import Written
from gov_disclosure.writers.tabular.lost import lost_in_data

__all__ = ["FactsWriter", "JsonWriter"]


class JsonWriter:
    """A report or reading as one JSON document that comes back exactly."""

    name = "json"
    suffixes: tuple[str, ...] = (".json",)

    def write(self, value: AnnualReport | Reading) -> Written:
        """The document, indented, in UTF-8."""
        return Written(content=(dumps(value, indent=1) + "\n").encode())


class FactsWriter:
    """One JSON line for the document and one for each cell."""

    name = "facts"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson")
    joins: ClassVar[bool] = True

    def write(self, value: AnnualReport | Reading) -> Written:
        """The lines, in UTF-8."""
        reading = value if isinstance(value, Reading) else Reading(report=value)
        content = "".join(f"{line}\n" for line in dumps_facts(reading)).encode()
        return Written(content=content, notices=tuple(lost_in_data(value)))
