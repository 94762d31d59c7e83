"""From the words on the command line to an exit status."""

import atexit
import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from gov_disclosure.cli.console import Console, OutputClosed, OutputFailed
from gov_disclosure.cli.parser import UsageError, build_parser, guess_lang
from gov_disclosure.cli.words import say

__all__ = ["INTERRUPTED", "main"]

INTERRUPTED = 130
_USAGE, _FAILED = 2, 3
_SELDOM = 50_000  # new objects between two searches for rings of dead ones; by default 700


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    3 if any file could not be read, else 1 (``check`` only) with an error-level finding, else 0; 2 for wrong
    usage, 130 when interrupted. Where the reader of the output goes away, the status is that of what was
    done until then; neither brings a traceback.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    console = Console(lang=guess_lang(words))
    usual = gc.get_threshold()
    if argv is None:
        # at the end of the program all memory is given back at once: no need to search it for dead rings before
        atexit.register(gc.freeze)
    # nearly all that is made while modules are loaded and a report is read lives on: looking for what does not
    # takes a tenth of the time of a command that reads one file
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        return _run(words, console)
    except KeyboardInterrupt:
        console.progress_done()
        return INTERRUPTED
    except OutputClosed:
        console.abandon()
        return console.status
    except OutputFailed as error:
        console.abandon()
        console.complain(say("cannot-write", console.lang).format(error))
        return _FAILED
    finally:
        if argv is not None:
            # a program goes on after this; else it ends here, and the next object would start a search of all
            gc.set_threshold(*usual)


def _run(words: list[str], console: Console) -> int:
    parser = build_parser(console.lang)
    try:
        arguments = parser.parse_args(words)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else _USAGE
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return _USAGE
    console.lang = getattr(arguments, "lang", None) or console.lang
    # Each command is a module of its own, loaded only when it is asked for: help must come at once.
    command = import_module(f"gov_disclosure.cli.{arguments.command}")
    try:
        command.run(arguments, console)
    except UsageError as error:
        console.complain(error.message(console.lang))
        console.status = _USAGE
    console.flush()
    return console.status
