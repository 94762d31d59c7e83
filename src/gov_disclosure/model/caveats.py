"""What a user of the figures should know about how cells are filled in, each marked verified or assumed.

Fields of the form's classes name the ones that apply to them; codebooks print them.
"""

import attrs

from gov_disclosure.model.by_fields import ByFields

__all__ = ["Caveat"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Caveat(ByFields):
    """One thing to know about a cell, row or table, in two languages.

    ``verified`` tells what a law, a notice or published reports say (``source``) from what is assumed to be
    common practice. Where ``year`` is given, figures from that report year on do not compare with those before.
    """

    en: str
    zh: str
    verified: bool
    source: str = ""
    year: int | None = None


def _verified(en: str, zh: str, source: str, year: int | None = None) -> Caveat:
    return Caveat(en=en, zh=zh, verified=True, source=source, year=year)


def _assumed(en: str, zh: str) -> Caveat:
    return Caveat(en=en, zh=zh, verified=False)


_REGULATIONS = "政府信息公开条例（国务院令第711号）"
_PUBLISHED = "已公布的年度报告"
_PRINTED = "表式"

# Table two

WHO_MAKES_RULES = _verified(
    "only ministries and the like, and governments of provinces, districted cities and autonomous prefectures "
    "make rules; any other body's figure is an error or counts the rules of others",
    "只有国务院部门和省、设区的市、自治州人民政府有权制定规章；其他单位填有数字的，属填报错误或统计了他人的规章",
    "立法法（2023）第九十一条、第九十三条",
)
NORMATIVE = _verified(
    "generally binding documents that are published and applied again and again; no internal work rules, "
    "personnel decisions or decisions on single matters",
    "指具有普遍约束力、公开发布、反复适用的文件；不含内部工作制度、人事决定和对具体事项的决定",
    "成都市政府令第241号、武汉市政府令第290号、西宁市政府令第137号",
)
MADE = _assumed("documents made in the year", "当年制作的文件数")
NEWLY_DISCLOSED = _assumed(
    "documents first disclosed in the year; they may be older",
    "当年首次公开的文件数，文件本身可能是往年制作的",
)
EVER_DISCLOSED = _assumed(
    "all that is disclosed at the year's end, counted up over the years: not the documents in force",
    "截至年底累计公开的文件数，不等于现行有效件数",
)
REPEALED = _assumed(
    "many bodies also count what expired or was cleared away", "不少单位把失效、清理的文件也计入"
)
STOCK_IN_FORCE = _assumed("the stock on 31 December", "截至12月31日的存量")
STOCK_OR_EVER = _verified(
    "some heads add （历史累计）: then it is counted up over the years",
    "有的表头加注“（历史累计）”，此时为累计数而非存量",
    _PUBLISHED,
)
POWER_ITEMS = _assumed("kinds of power, not single decisions", "权力事项的项数，不是具体决定的件数")
NET_CHANGE = _assumed("the net change, with its sign", "净增减数，带正负号")
WHICH_DECISIONS = _assumed(
    "some bodies count all decisions of the year, some only those published",
    "有的单位统计全部决定，有的只统计已公开的决定",
)
LICENSING_DECISIONS = _assumed(
    "grants, refusals, amendments and renewals", "包括准予、不予许可以及变更、延续决定"
)
OTHER_MATTERS = _assumed(
    "confirmation, payments, rulings, awards, public services and the like",
    "指行政确认、给付、裁决、奖励、公共服务等事项",
)
PUBLISHED_PENALTIES = _verified(
    "only penalties of a certain social influence have to be published",
    "条例只要求公开具有一定社会影响的行政处罚决定",
    f"{_REGULATIONS}第二十条第（六）项",
)
TOWNSHIP_PENALTIES = _verified(
    "townships may lawfully fine since 2021",
    "2021年起乡镇、街道可依法行使行政处罚权",
    "行政处罚法（2021）第二十四条",
)
FEE_ITEMS = _verified("the number of kinds of fees, no money", "收费项目的项数，不是金额", _PRINTED)
FEES_COLLECTED = _verified("money, in units of 10 000 yuan", "金额，单位为万元", _PRINTED)
HANDLING_FEE = _verified(
    "the fee for handling applications (since 2021) belongs here in principle",
    "政府信息公开信息处理费（2021年起）原则上计入",
    "国办函〔2020〕109号及省级收费文件",
)
PROCUREMENT_UNIT = _assumed(
    "no unit is printed; yuan are taken, but some bodies write units of 10 000 yuan",
    "表中未印单位，按元读取；有的单位填的是万元",
)

# Table three

OWN_NAME = _assumed(
    "also lawyers and scholars who apply in their own names", "律师、学者以个人名义申请的也计入"
)
SOLE_TRADERS = _assumed("practice for sole traders varies", "个体工商户的归类做法不一")
IN_THE_FIRMS_NAME = _assumed("law firms that apply in the firm's name", "律师事务所等以机构名义提出的申请")
OTHER_APPLICANTS = _assumed(
    "village committees, public institutions, media, other organs",
    "村（居）委会、事业单位、媒体、其他机关等",
)
RECEIVED_WHEN = _verified(
    "received from 1 January to 31 December, by the date of receipt that art. 31 defines",
    "1月1日至12月31日收到的申请，收到日期按条例第三十一条确定",
    f"{_REGULATIONS}第三十一条",
)
OPEN_AT_YEARS_END = _verified(
    "open on 31 December; 20 + 20 working days are allowed, so a small number is normal",
    "截至12月31日尚未办结；法定期限为20＋20个工作日，少量结转属正常",
    f"{_REGULATIONS}第三十三条",
)
TWO_REGIMES = _verified(
    "the Regulations as revised took effect on 15 May 2019; the table covers all of 2019",
    "修订后的条例自2019年5月15日起施行，而2019年度数据涵盖全年",
    _REGULATIONS,
    year=2019,
)
MAPPED = _assumed("which article the row stands for is this library's reading", "该行对应的条款系本库的理解")
ONLY_HERE = _verified(
    "what is severed is counted only here, not again among the refusals",
    "区分处理的只计入本行，不再计入不予公开",
    _PRINTED,
)
LAWS_AND_REGULATIONS = _verified(
    "laws and administrative regulations of the State Council only",
    "仅限法律和行政法规",
    f"{_REGULATIONS}第十四条",
)
DISCRETIONARY = _verified(
    "the organ may refuse, but need not", "属“可以不予公开”的情形", f"{_REGULATIONS}第十六条"
)
NOT_HELD = _assumed(
    "both what does not exist and what is another body's to disclose",
    "既含信息不存在，也含不属本机关公开的信息",
)
DEEMED_ABANDONED = _verified("the application counts as given up", "视为放弃申请", f"{_REGULATIONS}第三十条")
UNPAID = _verified(
    "the application counts as given up 20 working days after the notice of the fee",
    "收到收费通知后20个工作日内未缴费的，视为放弃申请",
    "省级信息处理费文件",
)
FEES_SINCE_2021 = _verified(
    "there are handling fees only since 1 January 2021",
    "信息处理费自2021年1月1日起收取",
    "国办函〔2020〕109号",
    year=2021,
)
WITHDRAWN = _verified(
    "withdrawn by the applicant, merged, misdirected and the like",
    "申请人撤回、并案、误投等",
    _PUBLISHED,
)

# Table four

PENDING_INCLUDED = _verified("includes the pending cases", "包括尚未审结的案件", _PUBLISHED)
CASES = _assumed(
    "cases in which the body is respondent or defendant over its information work",
    "指本机关因政府信息公开工作作为被申请人、被告的案件",
)
INSTANCES = _assumed(
    "nothing says whether first and second instance count once or twice",
    "一审、二审是否重复计算没有规定",
)
UPHELD = _assumed("also dismissals of the claim", "包括驳回请求")
CORRECTED = _assumed(
    "revoked, varied, declared unlawful, or ordered to act", "包括撤销、变更、确认违法、责令履行"
)
OTHER_OUTCOME = _assumed("withdrawn, ended, inadmissible, mediated", "包括撤回、终止、驳回申请或起诉、调解")
RECONSIDERATION_FIRST = _verified(
    "since 1 January 2024 a refusal has to go to reconsideration before a suit: expect fewer direct suits and "
    "more reconsiderations",
    "2024年1月1日起，对不予公开决定须先申请行政复议：直接起诉减少、复议增加属制度变化",
    "行政复议法（2023修订）第二十三条第一款第四项",
    year=2024,
)
