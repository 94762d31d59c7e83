"""``gov-disclosure codebook``: every cell of the form, what it means, rests on and compares with."""

import argparse
from pathlib import PurePath

from gov_disclosure.cli.console import Console
from gov_disclosure.cli.parser import UsageError
from gov_disclosure.model.errors import GovDisclosureError

__all__ = ["run"]

_ENDINGS = {".html": "html", ".htm": "html", ".csv": "csv", ".md": "md"}


def run(arguments: argparse.Namespace, console: Console) -> None:
    """Print the codebook, or write it to a file."""
    from gov_disclosure.analysis import build_codebook

    target = arguments.output
    ending = PurePath(target).suffix.lower() if target is not None else ""
    wanted = arguments.to or _ENDINGS.get(ending, "md" if not ending else None)
    if wanted is None:
        raise UsageError("unknown-name", ending, ", ".join(_ENDINGS))
    try:
        book = build_codebook([arguments.form] if arguments.form is not None else None)
    except GovDisclosureError as error:
        raise UsageError("plain", error.message(console.lang)) from None
    with console.into(target):
        if wanted == "csv":
            text = book.csv(console.lang, bom=target not in (None, "-"))
        else:
            text = book.html(console.lang) if wanted == "html" else book.markdown(console.lang)
        for line in text.splitlines():
            console.text(line)
