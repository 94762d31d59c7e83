"""What the printed name of a public body tells: tier, kind, whose figures it gives, and the places named in it.

Only what the name says for certain: 示例市 may be a city with districts or one of county rank, and both stay
open. Nothing here knows a list of places; :mod:`gov_disclosure.analysis.issuers` looks them up.
"""

import re
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

import attrs

from gov_disclosure.language.folding import fold, simplify
from gov_disclosure.language.patterns import regex

__all__ = ["KINDS", "LEVELS", "Body", "BodyKind", "BodyScope", "Level", "read_body"]

Level: TypeAlias = Literal["state", "province", "prefecture", "county", "township"]
BodyKind: TypeAlias = Literal[
    "government", "office", "subdistrict", "department", "vertical", "dispatched", "zone", "system"
]
BodyScope: TypeAlias = Literal["region", "organ", "system"]

#: The tiers, highest first; ``state`` are the State Council and its departments.
LEVELS: tuple[Level, ...] = get_args(Level)
KINDS: tuple[BodyKind, ...] = get_args(BodyKind)


@attrs.frozen(kw_only=True)
class Body:
    """A public body, by its name.

    ``levels`` are the tiers that the name leaves open (one, where it is plain; none, where nothing is told).
    ``kind``: a people's government; its general ``office``; a ``subdistrict`` (街道办事处); a ``department``; a
    ``vertical`` body of a national system (税务, 海关, 气象 …); a ``dispatched`` one (分局, 派出所); the committee of
    a ``zone``; a ``system`` as a whole. ``scope`` is whose figures its report gives: all of a ``region``, one
    ``organ``, a ``system``; None where the name does not tell. ``places`` are the places named, the largest
    first, each with the tiers it may be of.
    """

    printed: str
    normalised: str
    levels: tuple[Level, ...] = ()
    kind: BodyKind | None = None
    scope: BodyScope | None = None
    places: tuple[tuple[str, tuple[Level, ...]], ...] = ()

    @property
    def level(self) -> Level | None:
        """The tier, where the name leaves one."""
        return self.levels[0] if len(self.levels) == 1 else None


_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_SUFFIX_LEVELS: dict[str, tuple[Level, ...]] = {
    "特别行政区": ("province",),
    "自治区": ("province",),
    "省": ("province",),
    "兵团": ("province",),
    "自治州": ("prefecture",),
    "州": ("prefecture",),
    "地区": ("prefecture",),
    "盟": ("prefecture",),
    "自治县": ("county",),
    "自治旗": ("county",),
    "林区": ("county",),
    "特区": ("county",),
    "县": ("county",),
    "旗": ("county",),
    "区": ("county",),
    "市": ("prefecture", "county"),
    "民族乡": ("township",),
    "民族苏木": ("township",),
    "街道": ("township",),
    "苏木": ("township",),
    "镇": ("township",),
    "乡": ("township",),
}
_SUFFIXES = "|".join(sorted(_SUFFIX_LEVELS, key=len, reverse=True))
_PLACE = regex(rf"[一-鿿]{{1,14}}?(?:{_SUFFIXES})")
# Nouns of departments that begin like the end of a place: 市场监督, 乡村振兴, 区域合作.
_NO_PLACE = regex(r"市场|市政|市容|市民|市域|乡村|区域|县域|城市|城乡|州际")
_NO_DISTRICT = ("社区", "校区", "小区", "老区", "库区", "灾区", "辖区", "厂区")
_NO_PREFECTURE = regex(r"海关|工业|经济|高新|国家|保税")  # behind the short name of a city: 杭州海关
_ZONE = regex(
    r"(?:开发|高新|经开|新|园|景|保税|合作|示范|试验|实验|度假|工业|管理|产业|功能|物流|港|自贸|自由贸易试验|风景名胜|名胜|先行|集聚)区"
    r"|(?:产业|工业|科技|化工|软件|物流|农业|高新|经济|生态|创业|文化)[一-鿿]{0,4}园"
)
_NEW_DISTRICTS = ("浦东新区", "滨海新区")  # zones by name, districts by law
_GOVERNMENT = regex(r"(?:人民)?政府(?:机关)?$|行政公署(?:机关)?$|行署$")
_OFFICE = regex(r"(?:人民)?政府办公[室厅]$|(?:人民)?政府办$|行政公署办公室$|政府服务办公室$")
_SUBDISTRICT = regex(r"街道(?:办事处|办)?$|(?<=[一-鿿])办事处$")
_COMMITTEE = regex(r"(?:管理委员会|管委会)(?:办公室)?$")
_DISPATCHED = regex(r"分局$|派出所$|[支大中]队$|管理站$|分中心$|工作站$")
_VERTICAL = regex(
    r"税务局|海关(?!总署)|调查总?队$|气象局|邮政管理局|金融监督?管?理?(?:总局)?.{0,12}(?:分局|监管局)|银保监|海事局|烟草专卖|消防救援"
    r"|证监局|人民银行.{1,}|通信管理局|煤矿安全监察|出入境边防"
)
_SYSTEM = regex(r"(?:系统|关区)$|(?<=气象|税务|海关|邮政|公安)部门$|^全国(?:海关|税务|气象|邮政)")
_DEPARTMENT = regex(
    r"(?:局|厅|委员会|委|办公室|办公厅|办|中心|署|院|会|处|部|馆|台|社|所|公司|银行|大学|学院|学校|医院)(?:机关)?$"
)
_STATE = regex(
    r"^(?:国务院|中华人民共和国|中国(?:人民银行|证券监督管理委员会|气象局|地震局|民用航空局|科学院|社会科学院|工程院)$|审计署$|海关总署(?:\(本级机关\))?$"
    r"|国家[一-鿿]{1,16}(?:局|委员会|署|总局|部)$|[一-鿿]{2,8}部$|全国[一-鿿]{1,12}(?:会|局)$)"
)
_HEADQUARTERS = regex(
    r"^(?:国家税务总局|国家统计局|中国人民银行|国家金融监督管理总局|国家矿山安全监察局|国家外汇管理局|中华人民共和国|中国海事局)"
)
_AROUND = regex(r"^(?:关于|转发|发布|公布)+|(?:门户网站|政府网站|信息公开网|网站)$|[_|].*$")
_TOWNSHIP_ENDS = ("镇", "乡")
_BARE_REPORT = regex(r"^[一-鿿]+(?:省|自治区|市|自治州|州|盟|县|区|旗|镇|乡)$")


@lru_cache(maxsize=4_096)
def read_body(name: str) -> Body:
    """What a body's name tells. Never raises; an empty name tells nothing."""
    normalised = _normalised(name)
    if not normalised:
        return Body(printed=name, normalised="")
    if _STATE.search(normalised) and not _local(normalised):
        return Body(printed=name, normalised=normalised, levels=("state",), kind="department", scope="organ")
    stem, kind = _kind(normalised)
    places, zone = _places(stem)
    if zone and kind in (None, "department", "government"):
        kind = "zone" if kind != "department" or _COMMITTEE.search(normalised) else kind
    levels: tuple[Level, ...] = places[-1][1] if places else ()
    if kind == "subdistrict":
        levels = ("township",)
    elif kind in ("zone", "dispatched") or zone:
        levels = ()  # may rank as a county or as a township
    return Body(
        printed=name,
        normalised=normalised,
        levels=levels,
        kind=kind,
        scope=_scope(normalised, kind),
        places=places,
    )


def _normalised(name: str) -> str:
    text = simplify(fold(name)).replace(" ", "").strip("\"'《》<>:：,，。.-·")
    return _AROUND.sub("", text)


def _local(name: str) -> bool:
    """Whether a name that looks like a State Council department's is that of a body in some place."""
    below = _HEADQUARTERS.sub("", name)
    if below != name:
        return bool(below)
    return not name.startswith(("国", "中", "全国", "审计署", "海关总署")) and bool(_places(name)[0])


def _kind(name: str) -> tuple[str, BodyKind | None]:
    """The name without the words of its kind, and the kind."""
    kinds: tuple[tuple[re.Pattern[str], BodyKind], ...] = (
        (_SYSTEM, "system"),
        (_OFFICE, "office"),
        (_SUBDISTRICT, "subdistrict"),
    )
    for pattern, kind in kinds:
        match = pattern.search(name)
        if match is not None:
            keeps = kind == "subdistrict" and match.group().startswith("街道")
            return name[: match.start() + (2 if keeps else 0)] or name, kind
    government = _GOVERNMENT.search(name)
    if government is not None:
        return name[: government.start()], "government"
    if _VERTICAL.search(name):
        return re.sub(
            r"^国家税务总局|^国家统计局|^中国人民银行|^国家金融监督管理总局|^中华人民共和国", "", name
        ), "vertical"
    if _COMMITTEE.search(name) and _ZONE.search(name):
        return name, "zone"
    if _DISPATCHED.search(name):
        return name, "dispatched"
    if _BARE_REPORT.match(name):
        return name, "government"
    return name, "department" if _DEPARTMENT.search(name) else None


def _scope(name: str, kind: BodyKind | None) -> BodyScope | None:
    if kind == "government":
        if name.endswith("机关"):
            return "organ"
        return "region" if _BARE_REPORT.match(name) and not name.endswith(_TOWNSHIP_ENDS) else None
    if kind == "system":
        return "system"
    return None if kind in (None, "zone") else "organ"


_Places: TypeAlias = tuple[tuple[str, tuple[Level, ...]], ...]


def _places(stem: str) -> tuple[_Places, bool]:
    """The places at the start of a name, and whether a zone stands among them."""
    found: list[tuple[str, tuple[Level, ...]]] = []
    start, zone = 0, False
    while start < len(stem):
        match = _PLACE.match(stem, start)
        if match is None or _NO_PLACE.match(stem, start):
            break
        end = _whole_place(stem, match.end())
        name = stem[start:end]
        if name.endswith(_NO_DISTRICT):
            break
        if _ZONE.search(name) and name not in _NEW_DISTRICTS:
            zone = True
            break
        if name.endswith("州") and _NO_PREFECTURE.match(stem, end):
            break
        levels = _levels(name, found)
        if not levels or (levels == ("township",) and not _ends_here(stem, end)):
            break
        found = _narrowed(found, levels)
        found.append((name, levels))
        start = end
    return tuple(found), zone or (_ZONE.search(stem, start) is not None)


def _whole_place(stem: str, end: int) -> int:
    """景德 + 镇 + 市 is one place: a place's name may end like another place."""
    following = stem[end : end + 1]
    if (
        following
        and following in "市县区旗镇乡"
        and following != stem[end - 1]
        and not _NO_PLACE.match(stem, end)
    ):
        behind = stem[end + 1 : end + 2]
        if not (following == "市" and behind in ("场", "政", "容", "民", "委")):
            return end + 1
    return end


def _levels(name: str, above: list[tuple[str, tuple[Level, ...]]]) -> tuple[Level, ...]:
    """The tiers a place may be of, below those named before it."""
    if name in _MUNICIPALITIES:
        return ("province",) if not above else ()
    suffix = next(end for end in sorted(_SUFFIX_LEVELS, key=len, reverse=True) if name.endswith(end))
    levels = _SUFFIX_LEVELS[suffix]
    if not above:
        return levels
    highest = LEVELS.index(above[-1][1][0])
    return tuple(level for level in levels if LEVELS.index(level) > highest)


def _narrowed(
    above: list[tuple[str, tuple[Level, ...]]], levels: tuple[Level, ...]
) -> list[tuple[str, tuple[Level, ...]]]:
    """What stands above a county is no county."""
    if not above:
        return above
    lowest = LEVELS.index(levels[-1])
    name, open_ = above[-1]
    kept = tuple(level for level in open_ if LEVELS.index(level) < lowest)
    return [*above[:-1], (name, kept)]


def _ends_here(stem: str, end: int) -> bool:
    """Whether a township's name is the last place in a name: 城乡 in 城乡建设局 is none."""
    return end == len(stem) or stem.startswith(("党政", "便民", "综合", "社会", "财政", "政府"), end)
