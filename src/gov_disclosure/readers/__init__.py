"""From bytes to the neutral document: one module a format, picked by content."""

from gov_disclosure.readers.protocol import Options, Reader
from gov_disclosure.readers.registry import BUILT_IN, BuiltIn, pick_reader

__all__ = ["BUILT_IN", "BuiltIn", "Options", "Reader", "pick_reader"]
