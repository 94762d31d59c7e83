"""``gov-disclosure codes``: every code that other people's programs may hold on to."""

import argparse

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError

__all__ = ["run"]


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Print the codes, group by group."""
    from gov_disclosure.interchange.codes import GROUPS, codes
    from gov_disclosure.interchange.lines import dumps_record
    from gov_disclosure.language.width import pad

    if arguments.group is not None and arguments.group not in GROUPS:
        raise UsageError("unknown-name", arguments.group, ", ".join(GROUPS))
    chosen = [code for code in codes() if arguments.group in (None, code.group)]
    widest = max(len(str(code)) for code in chosen if code.group != "path") if not arguments.group else 0
    for code in chosen:
        if arguments.to == "json":
            record = {
                "group": code.group,
                "code": code.code,
                "form": code.form,
                "detail": code.detail,
                "meaning": code.meaning(console.lang),
            }
            console.record(dumps_record(record))
        else:
            console.text(f"{pad(str(code), widest)}  {code.meaning(console.lang)}")
