"""What a report costs as a Word document and as a workbook, against merely opening the same file.

Opening means: the libraries that such files are read with (lxml on the unzipped text, python-docx;
python-calamine, openpyxl) bring out all texts of all cells and know nothing of what they mean.
"""

import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import python_calamine
from harness import race
from lxml import etree

import gov_disclosure
from gov_disclosure.model import AnnualReport
from gov_disclosure.readers import Options, pick_reader

ROUNDS = 60
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def by_lxml(content: bytes) -> list[str]:
    """All texts of a Word document's main part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(one.text or "" for one in cell.iter(_TEXT)) for cell in root.iter(_TEXT[:-1] + "tc")]


def by_python_docx(content: bytes) -> int:
    """A Word document opened, its tables counted."""
    return len(docx.Document(io.BytesIO(content)).tables)


def by_calamine(content: bytes) -> list[object]:
    """All values of a workbook."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        (sheet.to_python(), sheet.merged_cell_ranges)
        for sheet in map(book.get_sheet_by_name, book.sheet_names)
    ]


def by_openpyxl(content: bytes) -> list[object]:
    """All values of a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return [value for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row]


def main() -> None:
    """Print the minima."""
    report = AnnualReport.blank("2021", year=2023, title="示例区人民政府2023年政府信息公开工作年度报告")
    report = report.replace({path: number % 7 for number, (path, _) in enumerate(report.cells())})
    contents: dict[str, bytes] = {}
    for kind in ("docx", "xlsx"):
        target = io.BytesIO()
        gov_disclosure.write(report, target, format=kind)
        contents[kind] = target.getvalue()
    yardsticks: dict[str, tuple[Callable[[bytes], object], ...]] = {
        "docx": (by_lxml, by_python_docx),
        "xlsx": (by_calamine, by_openpyxl),
    }
    for kind, content in contents.items():

        def read_and_check(content: bytes = content) -> None:
            gov_disclosure.check(gov_disclosure.read(content))

        def read_alone(content: bytes = content) -> None:
            pick_reader(content, None, None).read(content, Options())

        for yardstick in yardsticks[kind]:
            both = race(read_and_check, lambda: yardstick(content), rounds=ROUNDS)  # noqa: B023 - called at once
            name = yardstick.__name__.removeprefix("by_").replace("_", "-")
            print(
                f"{kind}: read and check {both.first * 1000:6.2f} ms, {name} {both.second * 1000:6.2f} ms, "
                f"{both.ratio:.2f} times (goal: 3)"
            )
        alone = race(read_alone, read_and_check, rounds=ROUNDS)
        print(f"{kind}: the reader alone {alone.first * 1000:6.2f} ms of {alone.second * 1000:.2f}")


if __name__ == "__main__":
    main()
