"""``gov-disclosure schema``: the JSON Schemas of what the command and the library emit."""

import argparse
import json

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Print one schema, or the names of all."""
    from gov_disclosure.interchange.schema import schema, schema_names

    if arguments.name is None:
        for name in schema_names():
            console.text(name)
    elif arguments.name not in schema_names():
        raise UsageError("unknown-name", arguments.name, ", ".join(schema_names()))
    else:
        console.record(json.dumps(schema(arguments.name), ensure_ascii=False, indent=2))
