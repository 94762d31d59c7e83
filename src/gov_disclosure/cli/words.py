"""What the command says, in English and Chinese."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gov_disclosure.model.errors import Lang

__all__ = ["say"]


def say(word: str, lang: "Lang") -> str:
    """The words of that name in a language."""
    return _WORDS[word][0 if lang == "en" else 1]


_WORDS: dict[str, tuple[str, str]] = {
    "about": (
        "Read, check and convert annual reports on open-government-information work.",
        "读取、核对、转换政府信息公开工作年度报告。",
    ),
    "status": (
        "Exit status: 3 if any file could not be read, else 1 if check finds an error, else 0; "
        "2 for wrong usage.",
        "退出状态：有文件无法读取为 3；否则 check 发现错误为 1；否则为 0；用法有误为 2。",
    ),
    "help": ("show this help and exit", "显示本说明"),
    "version": ("show the version and exit", "显示版本"),
    "command": ("COMMAND", "命令"),
    "FILE": ("FILE", "文件"),
    "IN": ("IN", "输入文件"),
    "OUT": ("OUT", "输出文件"),
    "NAME": ("NAME", "名称"),
    "EDITION": ("EDITION", "版式"),
    "WORD": ("PASSWORD", "密码"),
    "read": (
        "show what a report holds, with its doubts and findings",
        "读取报告，显示表格、存疑之处和核对结果",
    ),
    "check": ("check whether a report's figures agree", "核对报告中的勾稽关系"),
    "convert": ("write reports in another format", "将报告转换为其他格式"),
    "template": (
        "write a form to fill in; a workbook checks itself while it is filled in",
        "生成待填写的表格；工作簿（.xlsx）填写时自动核对勾稽关系",
    ),
    "template-form": ("the edition of the form", "表格版式，如 2021"),
    "template-output": (
        "the file to write: .xlsx checks itself, .docx is the empty form",
        "输出文件：.xlsx 可自动核对，.docx 为空白表样",
    ),
    "template-previous": (
        "last year's report: its figures stand beside this year's, and 上年结转 is filled in",
        "上一年度的报告：列出上年数供对照，并自动填入上年结转",
    ),
    "template-year": (
        "the report year (default: the one after last year's report)",
        "报告年度（默认为上年报告的下一年）",
    ),
    "template-issuer": (
        "the body that reports (default: that of last year's report)",
        "填报单位（默认与上年报告相同）",
    ),
    "YEAR": ("YEAR", "年度"),
    "schema": ("print a JSON Schema of the machine output", "输出机器可读格式的 JSON Schema"),
    "codes": ("list every stable code", "列出全部固定代码"),
    "codebook": (
        "describe every cell of the form: meaning, unit, legal ground, comparability",
        "输出编码手册：每格的含义、单位、依据和可比性",
    ),
    "codebook-form": ("only this edition of the form", "只输出某一版式，如 2021"),
    "codebook-to": (
        "a page to read or a table (default: told by the name of the output, else md)",
        "输出格式（默认按输出文件名判定，否则为 md）",
    ),
    "formats": ("list the formats that can be read and written", "列出可读、可写的格式"),
    "inspect": ("show what a reader saw, and where each figure stands", "显示读取器所见及各数字的位置"),
    "files": ("a document, or - for standard input", "报告文件；- 表示标准输入"),
    "lang": ("language of labels and messages (default: the locale's)", "标签和消息的语言（默认随系统）"),
    "form": ("the edition of the form, where it cannot be told", "表格版式（无法自动判定时指定），如 2021"),
    "format": ("the document's format, where it cannot be told", "文件格式（无法自动判定时指定）"),
    "engine": ("the PDF engine", "PDF 引擎"),
    "password": ("password of a protected document", "受保护文件的密码"),
    "read-to": (
        "tables for people, one JSON line for every cell, or one JSON object a file",
        "table：表格；facts：每格一行 JSON；json：每个文件一个 JSON 对象",
    ),
    "check-to": (
        "findings for people, one JSON object a file, or a web page with the tables and every finding in its "
        "cells",
        "table：文字；json：每个文件一个 JSON 对象；html：标出问题单元格的网页",
    ),
    "series": (
        "the files are several years' reports of one body: check each against those before it",
        "各文件为同一单位不同年度的报告，按年度逐年核对",
    ),
    "checks": ("list every check, with its formula and its source", "列出全部核对项目及其公式、依据"),
    "check-names": ("ids of checks, to see all that there is to say of them", "核对项目编号（显示详细说明）"),
    "formulas-of": (
        "also the formulas over the cells of an edition of the form",
        "同时列出该版式的全部公式",
    ),
    "fill": (
        "write a report anew with 0 in blank cells, and list each change",
        "将空白格填为 0 后另存为新文件，并列出每处改动",
    ),
    "fill-blanks": ("which cells to fill: those that may be counted as 0", "填写可按 0 计算的空白格"),
    "fill-target": ("the file to write; the input stays as it is", "输出文件（不改动输入文件）"),
    "filled": ("{}: 0 in {} cells that were blank", "{}：{} 个空白格填为 0"),
    "filled-cell": ("0 put in: {}", "填 0：{}"),
    "left-blank": ("left blank: {} ({})", "未填：{}（{}）"),
    "left.not-printed": ("the row is not printed", "该行未印出"),
    "left.unread": ("something is printed that could not be read", "印有未能读出的内容"),
    "left.sum": ("a total says that a figure is missing", "总计表明此处缺数"),
    "series-alone": ("--series and --previous do not go together", "--series 不能与 --previous 同用"),
    "html-needs-file": ("a web page needs a file: -o page.html", "网页需写入文件：-o page.html"),
    "formula": ("formula: {}", "公式：{}"),
    "citation": ("source: {}", "依据：{}"),
    "scope": ("scope: {}", "范围：{}"),
    "bounds": ("bounds: {}", "界限：{}"),
    "list-to": ("lines for people, or JSON lines", "table：文字；json：每行一个 JSON 对象"),
    "convert-to": ("the format to write, where the name does not say", "输出格式（文件名无法判定时指定）"),
    "output": ("write to this file instead of standard output", "写入此文件，而不是标准输出"),
    "target": (
        "the file to write; for several files a folder, or a file of data, which holds them all",
        "输出文件；输入为多个文件时可为文件夹，或数据文件（汇总为一张表）",
    ),
    "force": ("write over a file that is there", "覆盖已有文件"),
    "previous": ("last year's report, to check what must carry over", "上一年度的报告，用于核对结转等关系"),
    "blank-as-zero": (
        "evaluate blank cells as zero; nothing is stored",
        "核对时将空白格按 0 计算（不改动数据）",
    ),
    "checked-by": ("Profile: {}", "核对配置：{}"),
    "profile": ("settings of the checks: a TOML file", "核对设置（TOML 文件）"),
    "schema-name": ("which one; without it, the names are listed", "名称；不写则列出全部名称"),
    "group": ("only the codes of one group", "只列出某一组代码"),
    "inspect-document": (
        "the paragraphs and tables that the reader saw, before anything was made of them",
        "显示读取器所见的段落和表格（尚未解读）",
    ),
    "inspect-all": ("every cell, not only those that need a look", "列出全部单元格，而不只是需要留意的"),
    "inspect-page": (
        "draw this page of a PDF file, with the rules and cells that were seen on it",
        "画出 PDF 的这一页，并标出所见的表线和单元格",
    ),
    "inspect-output": ("the PNG file to draw the page into", "页面图片（PNG 文件）"),
    "page-needs-output": (
        "--page draws a page: say with -o which PNG file to draw it into",
        "--page 用于画出页面，请用 -o 指定 PNG 文件",
    ),
    "output-needs-page": (
        "-o is for the picture of a page: say with --page which",
        "-o 用于页面图片，请用 --page 指定页码",
    ),
    "page-alone": (
        "--page draws a page and prints nothing: it does not go with --document or --all",
        "--page 只画出页面，不能与 --document 或 --all 同用",
    ),
    "picture-ending": (
        "{}: the picture is a PNG file; give it a name that says so",
        "{}：图片为 PNG 格式，文件名请以 .png 结尾",
    ),
    "page-of-no-pdf": (
        "{} is no PDF file, and only those have pages to draw; --document shows what was seen in it",
        "{} 不是 PDF 文件，没有页面可画；请用 --document 查看读取器所见",
    ),
    "plain": ("{}", "{}"),
    "cannot-write": ("the output cannot be written: {}", "无法写出：{}"),
    "stdin-twice": ("standard input (-) can be read only once", "标准输入（-）只能读取一次"),
    "output-is-input": ("{} is to be read and written at once", "{} 不能既作输入又作输出"),
    "unknown-name": ("there is no {!r}; known are: {}", "没有 {!r}；可用的有：{}"),
    "findings": ("Findings", "核对结果"),
    "notices": ("On the reading", "读取说明"),
    "more": ("… and {} more of this kind", "……另有 {} 条同类说明"),
    "notice.error": ("error", "错误"),
    "notice.warning": ("note", "注意"),
    "notice.info": ("info", "说明"),
    "severity.error": ("error", "错误"),
    "severity.warning": ("warning", "疑点"),
    "severity.info": ("info", "提示"),
    "suspects": ("Most likely to be wrong:", "最可能填错的单元格："),
    "blank": ("blank", "空白"),
    "previous-unread": (
        "last year's report could not be read; nothing was checked against it",
        "上一年度的报告无法读取，未与其核对",
    ),
    "several-into-one": (
        "{} holds one report; for several, name a folder and --to; or a file of data ({}), which holds them all",
        "{} 只能存放一份报告；转换多份请指定文件夹并用 --to 指定格式，或指定数据文件（{}），可汇总为一张表",
    ),
    "one-at-a-time": (
        "one report at a time: say its number with --report",
        "一次只能处理一份：请用 --report 指定序号",
    ),
    "only-for-data": ("{} is for files of data: {}", "{} 只用于数据文件：{}"),
    "only-for-one-file": ("{} needs one file to write, not a folder", "{} 需指定单个输出文件，而不是文件夹"),
    "over-its-source": ("{} would be written over what it is made from", "{} 会覆盖它的来源文件"),
    "which": (
        "which report, where a document holds several: its number, or all",
        "文件中有多份报告时读取哪一份：序号，或 all（全部）",
    ),
    "WHICH": ("N|all", "序号|all"),
    "which-unclear": ("{!r} is neither a number from 1 nor all", "{!r} 既不是从 1 起的序号，也不是 all"),
    "wide": (
        "data with one row a report instead of one row a cell",
        "数据文件每份报告一行（默认每格一行）",
    ),
    "no-bom": (
        "CSV without the byte-order mark that Excel needs",
        "CSV 不加 BOM（Excel 需要 BOM 才能正确显示中文）",
    ),
    "datapackage": (
        "describe the columns of the data in datapackage.json beside it",
        "另写 datapackage.json 说明各列",
    ),
    "also": ("printed besides:", "另印有："),
    "needs-format": ("say with --to which format to write", "请用 --to 指定输出格式"),
    "reads": ("read", "可读"),
    "writes": ("written", "可写"),
    "source": ("document", "文件"),
    "reader": ("read by", "读取器"),
    "unplaced": ("belongs to no cell", "不属于任何一格"),
    "table-of": ("table {}, {} × {}", "表 {}，{} 行 × {} 列"),
    "cells-plain": (
        "{} of {} cells were read without anything to remark (--all shows them)",
        "{}/{} 格读取无异常（用 --all 列出）",
    ),
}
