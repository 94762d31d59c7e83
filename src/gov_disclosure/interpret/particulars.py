"""What a report says of itself: title, issuer, year, period, number, dates, each with what it rests on."""

import re
from collections.abc import Callable, Sequence

import attrs

from gov_disclosure.documents import Meta, Paragraph
from gov_disclosure.interpret.narrative import close_gaps
from gov_disclosure.interpret.titles import (
    ends_like_body,
    is_title,
    issuer_in,
    plain_title,
    soundness,
    title_in,
    title_year,
)
from gov_disclosure.language.dates import Period, read_date, read_period, report_years
from gov_disclosure.language.folding import fold, label_key
from gov_disclosure.model.report import PARTICULAR_LABELS
from gov_disclosure.reading.evidence import Evidence
from gov_disclosure.reading.notices import Notice, notice
from gov_disclosure.reading.place import Place

__all__ = ["Particulars", "Printed", "find_particulars"]

_NUMBER = re.compile(r"^[^\s。，]{1,16}[〔\[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*(?:第)?\s*\d{1,5}\s*号$")
_NOW_PUBLISHED = re.compile(
    r"现(?:公布|发布|公开|将)(?P<issuer>[^，。、；：《》\s]{3,30}?)(?:20\d{2}|政府信息|信息公开|年度)"
)
_COMPILED_BY = re.compile(
    r"(?:本)?(?:年度)?报告由(?P<issuer>[^，。；\s]{3,30}?)(?:办公室)?(?:按照|根据|依据|负责)?编制"
)
_RELATIVE = re.compile(r"^(?:我|本)")
_PUBLISHED_NAMES = (
    "公开日期",
    "发布日期",
    "发布时间",
    "公布日期",
    "pubdate",
    "publishtime",
    "publishdate",
    "生成日期",
    "发文日期",
    "成文日期",
    "更新时间",
    "时间",
    "日期",
)
_ISSUER_NAMES = (
    "发布机构",
    "公开机构",
    "发文机关",
    "发布机关",
    "责任部门",
    "发布单位",
    "发文单位",
    "公开责任部门",
    "contentsource",
    "来源",
    "信息来源",
)
_NUMBER_NAMES = ("文号", "发文字号", "文件编号")
_TITLE_NAMES = ("articletitle", "ucaptitle", "信息名称", "名称", "标题", "title", "主题名称")
_YEAR_NAMES = (PARTICULAR_LABELS["year"],)
_ONLY_YEAR = re.compile(r"(?P<year>20[0-4]\d)(?:年度?)?")
_OTHER_NAMES = (
    "索引号",
    "信息索引号",
    "信息分类",
    "主题分类",
    "浏览次数",
    "点击数",
    "阅读次数",
    "字体",
    "字号",
    "打印",
)
_LINE_NAMES = sorted(
    (
        PARTICULAR_LABELS["period"],
        *(
            name
            for names in (
                _PUBLISHED_NAMES,
                _ISSUER_NAMES,
                _NUMBER_NAMES,
                _TITLE_NAMES,
                _YEAR_NAMES,
                _OTHER_NAMES,
            )
            for name in names
            if not name.isascii()
        ),
    ),
    key=len,
    reverse=True,
)
_FIELD = re.compile(r"(?:^|(?<=[\s|】]))[【\[]?(" + "|".join(_LINE_NAMES) + r")[】\]]?\s*[:：]\s*")
_LONGEST_FIELD = 48
_MOST_TITLE_LINES = 4


@attrs.frozen(kw_only=True)
class Printed:
    """A particular as printed, and where."""

    text: str
    place: Place | None = None
    doubt: bool = False

    def evidence(self) -> Evidence:
        """As evidence."""
        return Evidence(raw=self.text, kind="text", place=self.place, doubt=self.doubt)


@attrs.define
class Particulars:
    """What a report says of itself."""

    title: Printed | None = None
    issuer: Printed | None = None
    year: int | None = None
    year_from: Printed | None = None
    period: Printed | None = None
    document_number: Printed | None = None
    published: Printed | None = None
    signed: Printed | None = None
    used: set[int] = attrs.field(factory=set)  # paragraphs of the head that are no preamble
    fields: set[int] = attrs.field(factory=set)  # lines of the head that only name particulars
    signature: set[int] = attrs.field(factory=set)  # paragraphs of the tail that are no narrative
    notices: list[Notice] = attrs.field(factory=list)


def find_particulars(
    head: Sequence[tuple[int, Paragraph]],
    body: Sequence[Paragraph],
    tail: Sequence[tuple[int, Paragraph]],
    healed: Sequence[tuple[str, Place | None]],
    metadata: Sequence[Meta],
) -> Particulars:
    """The particulars of a report.

    ``head`` are the paragraphs before the first section's heading, ``tail`` the last ones, ``healed`` the
    paragraphs of the text after healing, ``metadata`` what the source says of itself.
    """
    found = Particulars()
    metadata = (*metadata, *_field_lines(found, head))
    _find_title(found, head, metadata)
    _find_number(found, head, metadata)
    _find_signature(found, tail)
    _find_issuer(found, healed, metadata)
    _find_year(found, healed, metadata)
    value = _meta(metadata, _PUBLISHED_NAMES, lambda text: read_date(text) is not None)
    if value is not None:
        found.published = value
    return found


def _field_lines(found: Particulars, head: Sequence[tuple[int, Paragraph]]) -> list[Meta]:
    """What lines of the head name that hold nothing else: 发布日期：2023年1月20日 来源：…"""
    metas: list[Meta] = []
    for number, paragraph in head:
        text = paragraph.text.strip()
        fields = list(_FIELD.finditer(text))
        if not fields or fields[0].start() > 0 or re.search(r"[。；;]", text):
            continue
        ends = [*(field.start() for field in fields[1:]), len(text)]
        values = [
            text[field.end() : end].strip(" \u3000\t|【】[]") for field, end in zip(fields, ends, strict=True)
        ]
        if any(len(value) > _LONGEST_FIELD for value in values):
            continue
        found.fields.add(number)
        metas += [
            Meta(name=field[1], value=value, place=paragraph.place)
            for field, value in zip(fields, values, strict=True)
            if value
        ]
    return metas


def _meta(metadata: Sequence[Meta], names: Sequence[str], fits: Callable[[str], bool]) -> Printed | None:
    by_name: dict[str, Meta] = {}
    for meta in metadata:
        by_name.setdefault(label_key(meta.name).strip(":").lower(), meta)
    for name in names:
        meta_found = by_name.get(name)
        if meta_found is not None and meta_found.value.strip() and fits(meta_found.value):
            return Printed(text=meta_found.value.strip(), place=meta_found.place)
    return None


def _find_title(found: Particulars, head: Sequence[tuple[int, Paragraph]], metadata: Sequence[Meta]) -> None:
    best: tuple[float, list[int], Printed] | None = None
    near = [(number, paragraph) for number, paragraph in head if paragraph.text.strip()][:80]
    near = [(number, paragraph) for number, paragraph in near if number not in found.fields]
    for start in range(len(near)):
        lines: list[str] = []
        for _, paragraph in near[start : start + _MOST_TITLE_LINES]:
            lines.append(paragraph.text.strip())
            title = _title_of(lines)
            if title is None:
                continue
            score = soundness(title) + 1.0 * near[start][1].heading - 0.4 * (len(lines) - 1)
            if best is None or score > best[0]:
                used = [place for place, _ in near[start : start + len(lines)]]
                best = (score, used, Printed(text=title, place=near[start][1].place))
    titled = _meta(metadata, _TITLE_NAMES, lambda text: title_in(text) is not None)
    known = title_in(titled.text) if titled is not None else None
    if best is not None:
        found.title = best[2]
        found.used |= set(best[1])
    # the article's own title wins, unless it is scrambled or lacks what a title tag still has
    if titled is not None and known is not None and (best is None or soundness(known) > soundness(best[2].text)):
        found.title = Printed(text=known, place=titled.place)


def _title_of(lines: Sequence[str]) -> str | None:
    """The title that lines make together; a line above a whole title is part of it only if it names a body."""
    if len(lines) == 1:
        return title_in(lines[0])
    joined = "".join(lines)
    if len(joined) > 90 or not is_title(joined):
        return None
    if is_title("".join(lines[1:])) and not ends_like_body("".join(lines[0].split())):
        return None
    return plain_title(joined)


def _find_number(found: Particulars, head: Sequence[tuple[int, Paragraph]], metadata: Sequence[Meta]) -> None:
    for number, paragraph in head:
        text = re.sub(r"\s+", "", paragraph.text)
        if len(text) <= 30 and _NUMBER.match(text):
            found.document_number = Printed(text=text, place=paragraph.place)
            found.used.add(number)
            return
    found.document_number = _meta(metadata, _NUMBER_NAMES, lambda text: bool(re.search(r"\d+\s*号", text)))


def _find_signature(found: Particulars, tail: Sequence[tuple[int, Paragraph]]) -> None:
    """A date alone at the end is the day of signing, a short name before it the signature; so is a name alone."""
    filled = [(number, paragraph) for number, paragraph in tail if paragraph.text.strip()]
    for at in range(len(filled) - 1, max(len(filled) - 6, -1), -1):
        number, paragraph = filled[at]
        text = close_gaps(paragraph.text)
        plain = re.sub(r"\s+", "", fold(text))
        if len(plain) <= 16 and re.fullmatch(
            r"\(?(?:20\d{2}|二[〇○零O0].{2})[年./-].{1,4}[月./-].{1,3}日?\)?", plain
        ):
            found.signed = Printed(text=text.strip("()（）"), place=paragraph.place)
            found.signature.add(number)
            if at > 0:
                before = re.sub(r"\s+", "", filled[at - 1][1].text)
                if (
                    3 <= len(before) <= 24
                    and not re.search(r"[。，；：、]", before)
                    and ends_like_body(before)
                ):
                    found.signature.add(filled[at - 1][0])
                    found.issuer = Printed(text=before, place=filled[at - 1][1].place)
            return
    if filled:
        number, paragraph = filled[-1]
        name = re.sub(r"\s+", "", paragraph.text)
        if 3 <= len(name) <= 24 and not re.search(r"[。，；：、]", name) and ends_like_body(name):
            found.signed = found.issuer = Printed(text=name, place=paragraph.place)
            found.signature.add(number)


def _find_issuer(
    found: Particulars, healed: Sequence[tuple[str, Place | None]], metadata: Sequence[Meta]
) -> None:
    signature = found.issuer
    found.issuer = None
    if found.title is not None:
        name = issuer_in(found.title.text)
        if name is not None:
            found.issuer = Printed(text=name, place=found.title.place)
            return
    for pattern in (_NOW_PUBLISHED, _COMPILED_BY):
        for text, place in healed:
            match = pattern.search(text)
            if (
                match
                and not _RELATIVE.match(match.group("issuer"))
                and ends_like_body(match.group("issuer"))
            ):
                found.issuer = Printed(text=match.group("issuer"), place=place)
                return
    found.issuer = signature or _meta(metadata, _ISSUER_NAMES, lambda text: ends_like_body(text.strip()))


def _find_year(
    found: Particulars, healed: Sequence[tuple[str, Place | None]], metadata: Sequence[Meta]
) -> None:
    period: Period | None = None
    for text, place in healed:
        if "12" not in text and "１２" not in text and "十二" not in text:
            continue
        here = read_period(text)
        if here is not None and here.year is not None and _whole_year(here):
            period = here
            printed = text[here.span[0] : here.span[1]]
            found.period = Printed(text=printed, place=place)
            break
    titled = title_year(found.title.text) if found.title is not None else None
    if period is not None and period.year is not None:
        found.year, found.year_from = period.year, found.period
        if titled is not None and titled != period.year:
            years = f"{titled}, {period.year}"
            found.notices.append(notice("year-unclear", params={"years": years, "year": period.year}))
            assert found.period is not None
            found.year_from = attrs.evolve(found.period, doubt=True)
    elif titled is not None:
        found.year, found.year_from = titled, found.title
    elif (said := _meta(metadata, _YEAR_NAMES, lambda text: _ONLY_YEAR.fullmatch(text) is not None)) is not None:
        match = _ONLY_YEAR.fullmatch(said.text)
        assert match is not None
        found.year, found.year_from = int(match["year"]), said
    else:
        for text, place in healed:
            # the year of a day is as often the one in which the report came out
            years_found = [year for year in report_years(text) if not year.dated]
            if years_found:
                start, end = years_found[0].span
                found.year = years_found[0].value
                found.year_from = Printed(text=text[start:end], place=place, doubt=True)
                params = {"years": str(found.year), "year": found.year}
                found.notices.append(notice("year-unclear", params=params))
                return


def _whole_year(period: Period) -> bool:
    start, end = period.start, period.end
    return (
        start is not None
        and end is not None
        and (start.month, start.day) == (1, 1)
        and (end.month, end.day) == (12, 31)
        and start.year == end.year
    )
