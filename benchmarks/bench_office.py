"""What a report costs as a Word document and as a workbook, against merely opening the same file.

Opening means: the library that such files are read with here, lxml on the unzipped parts, brings out all texts
of all cells and knows nothing of what they mean. The goal is three times that. Every file is one of many with
other figures, so that none of its figures has been met before.

Other libraries stand beside it for comparison: python-docx, openpyxl, which is what workbooks are mostly opened
with, and python-calamine. That one is compiled, opens a workbook of two hundred cells in half a millisecond, and
tells nothing of formulas, number formats and what is hidden; Python takes as long merely to make the evidence
for those cells.
"""

import io
import zipfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import docx
import openpyxl
import python_calamine
from harness import race
from lxml import etree

import gov_disclosure
from gov_disclosure.interpret import interpret
from gov_disclosure.readers import Options, pick_reader

ROUNDS = 60
EXAMPLE = Path(__file__).parents[1] / "examples" / "example-district-2020.txt"
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OF_ALL_SHEETS = ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")


def document_by_lxml(content: bytes) -> list[str]:
    """The texts of all cells of a Word document."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(one.text or "" for one in cell.iter(_TEXT)) for cell in root.iter(_TEXT[:-1] + "tc")]


def document_by_python_docx(content: bytes) -> int:
    """A Word document opened, its tables counted."""
    return len(docx.Document(io.BytesIO(content)).tables)


def workbook_by_lxml(content: bytes) -> list[str]:
    """The texts of all cells of a workbook, from the parts that hold what its sheets show."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        roots = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet") or name in _OF_ALL_SHEETS
        }
    shared = [
        "".join(one.text or "" for one in item.iter(_S + "t")) for item in roots["xl/sharedStrings.xml"]
    ]
    texts = []
    for name, root in roots.items():
        if name not in _OF_ALL_SHEETS:
            for cell in root.iter(_S + "c"):
                value = "".join(one.text or "" for one in cell.iter(_S + "v"))
                texts.append(shared[int(value)] if cell.get("t") == "s" else value)
    return texts


def workbook_by_calamine(content: bytes) -> list[object]:
    """All values of a workbook."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        (sheet.to_python(), sheet.merged_cell_ranges)
        for sheet in map(book.get_sheet_by_name, book.sheet_names)
    ]


def workbook_by_openpyxl(content: bytes) -> list[object]:
    """All values of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return [value for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row]


def written(kind: str) -> list[bytes]:
    """Files of one kind: the example report, its figures multiplied, so that every sum is right in each."""
    report = gov_disclosure.read(EXAMPLE).report
    contents = []
    for factor in range(1, ROUNDS + 20):
        target = io.BytesIO()
        figures = {path: value * factor for path, value in report.cells() if value}
        gov_disclosure.write(report.replace(figures), target, format=kind)
        contents.append(target.getvalue())
    return contents


def main() -> None:
    """Print the minima."""
    yardsticks: dict[str, dict[str, Callable[[bytes], object]]] = {
        "docx": {"lxml": document_by_lxml, "python-docx": document_by_python_docx},
        "xlsx": {
            "lxml": workbook_by_lxml,
            "calamine": workbook_by_calamine,
            "openpyxl": workbook_by_openpyxl,
        },
    }
    for kind, programs in yardsticks.items():
        times(kind, written(kind), programs)


def times(kind: str, contents: list[bytes], yardsticks: dict[str, Callable[[bytes], object]]) -> None:
    """Compare on files of one kind."""
    waiting, for_others = cycle(contents), cycle(contents)
    reader, options = pick_reader(contents[0], None, None), Options()
    documents = cycle([reader.read(content, options) for content in contents])
    readings = cycle([gov_disclosure.read(content) for content in contents])

    def read_and_check() -> None:
        gov_disclosure.check(gov_disclosure.read(next(waiting)))

    for name, yardstick in yardsticks.items():
        both = race(read_and_check, lambda: yardstick(next(for_others)), rounds=ROUNDS)  # noqa: B023 - called at once
        goal = " (goal: 3)" if name == "lxml" else ""
        print(
            f"{kind}: read and check {both.first * 1000:6.2f} ms, {name} {both.second * 1000:6.2f} ms, "
            f"{both.ratio:.2f} times{goal}"
        )
    parts: dict[str, Callable[[], object]] = {
        "the document alone": lambda: reader.read(next(waiting), options),
        "its interpretation": lambda: interpret(next(documents)),
        "the checks": lambda: gov_disclosure.check(next(readings)),
    }
    for part, program in parts.items():
        alone = race(program, read_and_check, rounds=ROUNDS)
        print(f"{kind}: {part:20} {alone.first * 1000:6.2f} ms of {alone.second * 1000:.2f}")


if __name__ == "__main__":
    main()
