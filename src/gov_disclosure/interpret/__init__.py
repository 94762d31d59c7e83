"""One interpreter for every kind of document: sections, labels, tables, streams of text, mending."""

from gov_disclosure.interpret.interpreter import interpret

__all__ = ["interpret"]
