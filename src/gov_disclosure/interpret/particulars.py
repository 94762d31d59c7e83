"""What a report says of itself: title, issuer, year, period, number, dates, each with what it rests on."""

import re
from collections.abc import Mapping, Sequence

import attrs

from gov_disclosure.documents import Meta, Paragraph
from gov_disclosure.interpret.named import (
    ISSUER_NAMES,
    NUMBER_NAMES,
    PUBLISHED_NAMES,
    TITLE_NAMES,
    YEAR_NAMES,
    Printed,
    by_name,
    field_lines,
    named,
)
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
from gov_disclosure.language.folding import fold
from gov_disclosure.language.patterns import regex
from gov_disclosure.reading.notices import Notice, notice

__all__ = ["Particulars", "Printed", "find_particulars"]

_NUMBER = regex(r"^[^\s。，]{1,16}[〔\[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*(?:第)?\s*\d{1,5}\s*号$")
_NOW_PUBLISHED = regex(
    r"现(?:公布|发布|公开|将)(?P<issuer>[^，。、；：《》\s]{3,30}?)(?:20\d{2}|政府信息|信息公开|年度)"
)
_COMPILED_BY = regex(
    r"(?:本)?(?:年度)?报告由(?P<issuer>[^，。；\s]{3,30}?)(?:办公室)?(?:按照|根据|依据|负责)?编制"
)
_RELATIVE = regex(r"^(?:我|本)")
_ONLY_YEAR = regex(r"(?P<year>20[0-4]\d)(?:年度?)?")
_CONTACT = regex(
    r"(?:请与|请联系|请向|联系单位[:：]|联系部门[:：])(?P<issuer>[^，。；、（(：:\s]{3,30}?)(?:联系|反映|咨询|[（(，。；]|$)"
)
_ADVERTISER = regex(r"娱乐|博彩|棋牌|彩票|菠菜|葡京|官网|官方网站|[a-zA-Z]{2,}bet|bet\d|@", re.I)
_DAY_ALONE = regex(r"\(?(?:20\d{2}|二[〇○零O0].{2})[年./-].{1,4}[月./-].{1,3}日?\)?")
_NO_NAME = regex(
    r"[。，；：、:;,]|版权|主办|承办|协办|技术支持|来源|返回|打印|关闭"
)  # sentences, feet of pages
_BESIDE_ITS_NAME = regex(f"^(?:{'|'.join(name for name in TITLE_NAMES if not name.isascii())})\\s+")
_LAST_DAY = regex(
    r"[3３]\W?[1１]|三\W?十\W?一|[卅三]\W?一"
)  # of a year, in any way in which a period is read
_MOST_TITLE_LINES = 4
_REPORT = frozenset("报報")  # what every title ends in, in one line or the next


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

    def __init__(self) -> None:
        self.used: set[int] = set()  # paragraphs of the head that are no preamble
        self.fields: set[int] = set()  # lines of the head that only name particulars
        self.signature: set[int] = set()  # paragraphs of the tail that are no narrative
        self.notices: list[Notice] = []


def find_particulars(
    head: Sequence[tuple[int, Paragraph]],
    tail: Sequence[tuple[int, Paragraph]],
    healed: Sequence[tuple[str, Paragraph]],
    metadata: Sequence[Meta],
) -> Particulars:
    """The particulars of a report.

    ``head`` are the paragraphs before the first section's heading, ``tail`` the last ones, ``healed`` the
    paragraphs of the text after healing, ``metadata`` what the source says of itself.
    """
    found = Particulars()
    metas, found.fields = field_lines(head)
    known = by_name((*metadata, *metas))
    _find_title(found, head, known)
    _find_number(found, head, known)
    _find_signature(found, tail)
    _find_issuer(found, healed, known)
    _find_year(found, healed, known)
    value = named(known, PUBLISHED_NAMES, lambda text: read_date(text) is not None)
    if value is not None:
        found.published = value
    return found


def _find_title(
    found: Particulars, head: Sequence[tuple[int, Paragraph]], metadata: Mapping[str, Meta]
) -> None:
    best: tuple[float, list[int], Printed] | None = None
    near = [(number, paragraph) for number, paragraph in head if paragraph.text.strip()][:80]
    near = [(number, paragraph) for number, paragraph in near if number not in found.fields]
    texts = [paragraph.text.strip() for _, paragraph in near]
    reports = [at for at, text in enumerate(texts) if not _REPORT.isdisjoint(text)]
    for start in range(len(near)):
        nearest = next((at for at in reports if at >= start), len(near))
        for end in range(nearest + 1, min(start + _MOST_TITLE_LINES, len(near)) + 1):
            lines = texts[start:end]
            title = _title_of(lines)
            if title is None:
                continue
            score = soundness(title) + 1.0 * near[start][1].heading - 0.4 * (len(lines) - 1)
            if best is None or score > best[0]:
                taken = near[start:end]
                doubt = any(line.doubt for _, line in taken)
                used = [place for place, _ in taken]
                best = (score, used, Printed(text=title, place=taken[0][1].place, doubt=doubt))
    titled = named(metadata, TITLE_NAMES, lambda text: title_in(text) is not None)
    known = title_in(titled.text) if titled is not None else None
    if best is not None:
        found.title = best[2]
        found.used |= set(best[1])
    # the article's own title wins, unless it is scrambled or lacks what a title tag still has
    if (
        titled is not None
        and known is not None
        and (best is None or soundness(known) > soundness(best[2].text))
    ):
        found.title = Printed(text=known, place=titled.place)


def _title_of(lines: Sequence[str]) -> str | None:
    """The title that lines make together; a line above a whole title is part of it only if it names a body."""
    if len(lines) == 1:
        return title_in(_BESIDE_ITS_NAME.sub("", lines[0]))
    joined = "".join(lines)
    if len(joined) > 90 or not is_title(joined):
        return None
    if is_title("".join(lines[1:])) and not ends_like_body("".join(lines[0].split())):
        return None
    return plain_title(joined)


def _find_number(
    found: Particulars, head: Sequence[tuple[int, Paragraph]], metadata: Mapping[str, Meta]
) -> None:
    for number, paragraph in head:
        text = "".join(paragraph.text.split()) if "号" in paragraph.text else ""
        if len(text) <= 30 and text.endswith("号") and _NUMBER.match(text):
            found.document_number = Printed(text=text, place=paragraph.place, doubt=paragraph.doubt)
            found.used.add(number)
            return
    found.document_number = named(metadata, NUMBER_NAMES, lambda text: bool(re.search(r"\d+\s*号", text)))


def _find_signature(found: Particulars, tail: Sequence[tuple[int, Paragraph]]) -> None:
    """A date alone at the end is the day of signing, a short name before it the signature; so is a name alone."""
    filled = [(number, paragraph) for number, paragraph in tail if paragraph.text.strip()]
    for at in range(len(filled) - 1, max(len(filled) - 6, -1), -1):
        number, paragraph = filled[at]
        text = close_gaps(paragraph.text)
        plain = "".join(fold(text).split())
        if len(plain) <= 16 and _DAY_ALONE.fullmatch(plain):
            found.signed = Printed(text=text.strip("()（）"), place=paragraph.place, doubt=paragraph.doubt)
            found.signature.add(number)
            if at > 0 and (name := _body_alone(filled[at - 1][1])) is not None:
                found.signature.add(filled[at - 1][0])
                found.issuer = name
            return
    if filled and (name := _body_alone(filled[-1][1])) is not None:
        found.signed = found.issuer = name
        found.signature.add(filled[-1][0])


def _body_alone(paragraph: Paragraph) -> Printed | None:
    """The name of a body that a line holds and nothing else."""
    name = "".join(paragraph.text.split())
    if 3 <= len(name) <= 24 and not _NO_NAME.search(name) and ends_like_body(name):
        return Printed(text=name, place=paragraph.place, doubt=paragraph.doubt)
    return None


def _find_issuer(
    found: Particulars, healed: Sequence[tuple[str, Paragraph]], metadata: Mapping[str, Meta]
) -> None:
    """The issuer, from the title or else from what is printed elsewhere; in doubt where it names an advertiser."""
    signature = found.issuer
    name = issuer_in(found.title.text) if found.title is not None else None
    if found.title is not None and name is not None:
        found.issuer = Printed(text=name, place=found.title.place, doubt=found.title.doubt)
    else:
        found.issuer = (
            _said(_NOW_PUBLISHED, healed)
            or _said(_COMPILED_BY, healed)
            or signature
            or named(metadata, ISSUER_NAMES, lambda text: ends_like_body(text.strip()))
            or _contact(healed)
        )
    if found.issuer is not None and _ADVERTISER.search(found.issuer.text):
        found.issuer = attrs.evolve(found.issuer, doubt=True)
    if found.issuer is not None and found.issuer.doubt:
        place, params = found.issuer.place, {"raw": found.issuer.text}
        found.notices.append(notice("issuer-unclear", place=place, params=params))


def _said(pattern: re.Pattern[str], healed: Sequence[tuple[str, Paragraph]]) -> Printed | None:
    for text, source in healed:
        match = pattern.search(text)
        if match and not _RELATIVE.match(match["issuer"]) and ends_like_body(match["issuer"]):
            return Printed(text=match["issuer"], place=source.place)
    return None


def _contact(healed: Sequence[tuple[str, Paragraph]]) -> Printed | None:
    """Whom to ask: often an office inside the issuer, so in doubt."""
    said = _said(_CONTACT, healed)
    if said is None:
        return None
    without_office = said.text.removesuffix("办公室")
    kept = without_office if re.search(r"[局厅署委部院]$", without_office) else said.text
    return attrs.evolve(said, text=kept, doubt=True)


def _find_year(
    found: Particulars, healed: Sequence[tuple[str, Paragraph]], metadata: Mapping[str, Meta]
) -> None:
    period: Period | None = None
    for text, source in healed:
        if ("12" not in text and "１２" not in text and "十二" not in text) or not _LAST_DAY.search(text):
            continue
        here = read_period(text)
        if here is not None and here.year is not None and _whole_year(here):
            period = here
            printed = text[here.span[0] : here.span[1]]
            found.period = Printed(text=printed, place=source.place)
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
    elif (
        said := named(metadata, YEAR_NAMES, lambda text: _ONLY_YEAR.fullmatch(text) is not None)
    ) is not None:
        match = _ONLY_YEAR.fullmatch(said.text)
        assert match is not None
        found.year, found.year_from = int(match["year"]), said
    else:
        _first_year(found, healed)


def _first_year(found: Particulars, healed: Sequence[tuple[str, Paragraph]]) -> None:
    """The first year of the text, in doubt; not that of a day, as often the one in which the report came out."""
    years: list[int] = []
    for text, source in healed:
        for year in report_years(text):
            if year.dated:
                continue
            if not years:
                start, end = year.span
                found.year = year.value
                found.year_from = Printed(text=text[start:end], place=source.place, doubt=True)
            years.append(year.value)
    if years:
        params = {"years": ", ".join(map(str, dict.fromkeys(years))), "year": years[0]}
        found.notices.append(notice("year-unclear", params=params))


def _whole_year(period: Period) -> bool:
    start, end = period.start, period.end
    return (
        start is not None
        and end is not None
        and (start.month, start.day) == (1, 1)
        and (end.month, end.day) == (12, 31)
        and start.year == end.year
    )
