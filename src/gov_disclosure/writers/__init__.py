"""From reports to bytes: one module a format."""

from gov_disclosure.writers.errors import (
    CannotHold,
    CannotWrite,
    HeldOpen,
    TargetExists,
    UnknownTarget,
    WriteError,
)
from gov_disclosure.writers.protocol import Writer, Written
from gov_disclosure.writers.registry import BUILT_IN, BuiltIn, pick_writer

__all__ = [
    "BUILT_IN",
    "BuiltIn",
    "CannotHold",
    "CannotWrite",
    "HeldOpen",
    "TargetExists",
    "UnknownTarget",
    "WriteError",
    "Writer",
    "Written",
    "pick_writer",
]
