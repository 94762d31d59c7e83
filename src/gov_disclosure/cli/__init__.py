"""The command ``gov-disclosure``: a thin layer that only calls what ``import gov_disclosure`` offers."""

from gov_disclosure.cli.entry import main

__all__ = ["main"]
