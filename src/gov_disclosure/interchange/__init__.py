"""Reports, readings, facts and findings as JSON: what is written, what is read back, and all codes.

``report_json`` saves and loads reports and readings, by the rules of ``converter``; ``facts`` makes the
records that the command prints, ``lines`` writes them; ``schema`` gives the JSON Schemas, and ``codes`` the
list of all codes.
"""

from gov_disclosure.interchange.report_json import dumps, loads, loads_reading

__all__ = ["dumps", "loads", "loads_reading"]
