"""The words the command understands, with help in Chinese and English."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from gov_disclosure import __version__
from gov_disclosure.cli.words import say

if TYPE_CHECKING:
    from gov_disclosure.model.errors import Lang

__all__ = ["UsageError", "build_parser", "guess_lang"]


class UsageError(Exception):
    """Words that cannot be understood, or do not go together."""

    def __init__(self, word: str, *values: object) -> None:
        super().__init__(word, *values)
        self.word, self.values = word, values

    def message(self, lang: "Lang") -> str:
        """The sentence a person reads."""
        return say(self.word, lang).format(*self.values)


def guess_lang(words: Sequence[str]) -> "Lang":
    """The language to speak: what ``--lang`` says, else the environment's."""
    for place, word in enumerate(words):
        said = word.partition("=")[2] if word.startswith("--lang=") else words[place + 1 : place + 2]
        if word.startswith("--lang") and (said == "zh" or said == ["zh"]):
            return "zh"
        if word.startswith("--lang") and (said == "en" or said == ["en"]):
            return "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return _desktop_lang()


def _desktop_lang() -> "Lang":
    if os.name != "nt":
        return "en"
    import ctypes
    import locale

    language = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined,unused-ignore]
    return "zh" if locale.windows_locale.get(language, "").startswith("zh") else "en"


class _Formatter(argparse.HelpFormatter):
    """argparse's own, which imports an archiver's worth of modules to learn how wide the terminal is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size().columns or _USUAL_COLUMNS
    except (OSError, ValueError, AttributeError):
        return _USUAL_COLUMNS


_USUAL_COLUMNS = 80


class _Parser(argparse.ArgumentParser):
    """argparse with headings in two languages."""

    lang: "Lang" = "en"

    def __init__(self, **how: Any) -> None:
        super().__init__(formatter_class=_Formatter, **how)

    def format_help(self) -> str:
        text = super().format_help()
        if self.lang == "zh":
            for english, chinese in (
                ("usage:", "用法："),
                ("positional arguments:", "参数："),
                ("options:", "选项："),
            ):
                text = text.replace(english, chinese, 1)
        return text

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"gov-disclosure: {message}\n")


class _Later:
    """The parser of one command, made when it is asked anything: only one of a dozen commands is ever given.

    It also keeps arguments that several commands have, without ever being made.
    """

    def __init__(self, **how: Any) -> None:
        self._how = how
        self._arguments: list[tuple[tuple[str, ...], dict[str, Any]]] = []

    def add_argument(self, *names: str, **how: Any) -> None:
        """Keep an argument for the time when the parser is made."""
        self._arguments.append((names, how))

    def add_all(self, other: "_Later") -> None:
        """Keep the arguments of another."""
        self._arguments += other._arguments

    def __getattr__(self, name: str) -> Any:
        # once the parser is there, its own attributes stand for those of this one
        parser = _Parser(**self._how)
        for names, how in self._arguments:
            parser.add_argument(*names, **how)
        self.__dict__.update((each, getattr(parser, each)) for each in _ASKED)
        return getattr(parser, name)


_ASKED = ("parse_args", "parse_known_args", "format_help", "format_usage", "print_help", "print_usage")


def _which(text: str) -> str:
    """A report's number, or "all"."""
    if text == "all" or (text.isascii() and text.isdigit() and int(text) > 0):
        return text
    raise argparse.ArgumentTypeError(say("which-unclear", _Parser.lang).format(text))


def build_parser(lang: "Lang") -> argparse.ArgumentParser:
    """The parser of the whole command line."""

    def words(name: str) -> str:
        return say(name, lang)

    _Parser.lang = lang
    parser = _Parser(
        prog="gov-disclosure", description=words("about"), epilog=words("status"), add_help=False
    )
    parser.add_argument("-h", "--help", action="help", help=words("help"))
    parser.add_argument(
        "--version", action="version", version=f"gov-disclosure {__version__}", help=words("version")
    )
    parser.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=words("lang"))
    # the program's name is given for each command, since argparse would lay out a usage line to find it
    kind: Any = _Later
    commands = parser.add_subparsers(
        dest="command", metavar=words("command"), prog=parser.prog, parser_class=kind
    )
    common = _Later()
    common.add_argument("-h", "--help", action="help", help=words("help"))
    common.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=words("lang"))
    reading = _Later()
    reading.add_argument("--form", metavar=words("EDITION"), help=words("form"))
    reading.add_argument("--format", metavar=words("NAME"), help=words("format"))
    reading.add_argument("--engine", metavar=words("NAME"), help=words("engine"))
    reading.add_argument("--password", metavar=words("WORD"), help=words("password"))
    reading.add_argument("--report", type=_which, metavar=words("WHICH"), help=words("which"))

    def command(name: str, *shared: _Later) -> _Later:
        made: _Later = commands.add_parser(name, help=words(name), description=words(name), add_help=False)
        for arguments in (*shared, common):
            made.add_all(arguments)
        return made

    read = command("read", reading)
    read.add_argument("files", nargs="+", metavar=words("FILE"), help=words("files"))
    read.add_argument("--to", choices=("table", "facts", "json"), default="table", help=words("read-to"))
    read.add_argument("-o", "--output", metavar=words("OUT"), help=words("output"))

    check = command("check", reading)
    check.add_argument("files", nargs="+", metavar=words("FILE"), help=words("files"))
    check.add_argument("--to", choices=("table", "json", "html"), default="table", help=words("check-to"))
    check.add_argument("--previous", metavar=words("FILE"), help=words("previous"))
    check.add_argument("--series", action="store_true", help=words("series"))
    check.add_argument("--blank-as-zero", action="store_true", help=words("blank-as-zero"))
    check.add_argument("--profile", metavar=words("FILE"), help=words("profile"))
    check.add_argument("-o", "--output", metavar=words("OUT"), help=words("output"))

    checks = command("checks")
    checks.add_argument("names", nargs="*", metavar=words("NAME"), help=words("check-names"))
    checks.add_argument("--to", choices=("table", "json"), default="table", help=words("list-to"))
    checks.add_argument("--form", metavar=words("EDITION"), help=words("formulas-of"))

    fill = command("fill", reading)
    fill.add_argument("files", nargs=1, metavar=words("IN"), help=words("files"))
    fill.add_argument("--blank-as-zero", action="store_true", required=True, help=words("fill-blanks"))
    fill.add_argument("-o", "--output", metavar=words("OUT"), required=True, help=words("fill-target"))
    fill.add_argument("--to", metavar=words("NAME"), help=words("convert-to"))
    fill.add_argument("--force", action="store_true", help=words("force"))

    convert = command("convert", reading)
    convert.add_argument("files", nargs="+", metavar=words("IN"), help=words("files"))
    convert.add_argument("target", metavar=words("OUT"), help=words("target"))
    convert.add_argument("--to", metavar=words("NAME"), help=words("convert-to"))
    convert.add_argument("--force", action="store_true", help=words("force"))
    convert.add_argument("--wide", action="store_true", help=words("wide"))
    convert.add_argument("--no-bom", action="store_true", help=words("no-bom"))
    convert.add_argument("--datapackage", action="store_true", help=words("datapackage"))

    template = command("template")
    template.add_argument("--form", required=True, metavar=words("EDITION"), help=words("template-form"))
    template.add_argument(
        "-o", "--output", required=True, metavar=words("OUT"), help=words("template-output")
    )
    template.add_argument("--previous", metavar=words("FILE"), help=words("template-previous"))
    template.add_argument("--year", type=int, metavar=words("YEAR"), help=words("template-year"))
    template.add_argument("--issuer", metavar=words("NAME"), help=words("template-issuer"))
    template.add_argument("--force", action="store_true", help=words("force"))

    schema = command("schema")
    schema.add_argument("name", nargs="?", metavar=words("NAME"), help=words("schema-name"))

    codes = command("codes")
    codes.add_argument("--to", choices=("table", "json"), default="table", help=words("list-to"))
    codes.add_argument("--group", metavar=words("NAME"), help=words("group"))

    codebook = command("codebook")
    codebook.add_argument("--form", metavar=words("EDITION"), help=words("codebook-form"))
    codebook.add_argument("--to", choices=("html", "csv", "md"), help=words("codebook-to"))
    codebook.add_argument("-o", "--output", metavar=words("OUT"), help=words("output"))

    formats = command("formats")
    formats.add_argument("--to", choices=("table", "json"), default="table", help=words("list-to"))

    inspect = command("inspect", reading)
    inspect.add_argument("files", nargs=1, metavar=words("FILE"), help=words("files"))
    inspect.add_argument("--document", action="store_true", help=words("inspect-document"))
    inspect.add_argument("--all", action="store_true", help=words("inspect-all"))
    inspect.add_argument("--page", type=int, metavar="N", help=words("inspect-page"))
    inspect.add_argument("-o", "--output", metavar=words("OUT"), help=words("inspect-output"))
    inspect.add_argument("--force", action="store_true", help=words("force"))
    return parser
