"""Sound reports with text written by hand, each in another office's manner; places, bodies and figures are made up.

The text of each agrees with its tables, as a careful reader would say, so a warning is a false one. ``said``
are the main figures that the text gives of the year, by kind.
"""

from collections.abc import Mapping

import attrs

from gov_disclosure.model import AnnualReport, Form, Narrative

__all__ = ["HANDWRITTEN", "Handwritten"]


@attrs.frozen(kw_only=True)
class Handwritten:
    """One report: the figures of its tables in few words, its text, and what the text says.

    ``results`` are outcomes by the end of their paths; ``business`` are those of the applications received that came
    from enterprises, the rest came from natural persons. ``more`` are cells of tables two and four.
    """

    issuer: str
    text: tuple[str, ...]
    said: Mapping[str, int]
    form: str = "2021"
    year: int = 2023
    received: int = 0
    over: int = 0
    forward: int = 0
    business: int = 0
    results: Mapping[str, int] = attrs.field(factory=dict)
    more: Mapping[str, int] = attrs.field(factory=dict)
    last: tuple[str, ...] = ("本年度未收取信息处理费。",)
    title: str = "{issuer}{year}年政府信息公开工作年度报告"

    def report(self) -> AnnualReport:
        """The report, with every sum made to hold."""
        cells = dict.fromkeys(
            (field.path for field in Form(self.form).fields if field.variant in ("", self._split())), 0
        )
        rows = {
            "received": self.received,
            "carried_over": self.over,
            "carried_forward": self.forward,
            "results.total": sum(self.results.values()),
            **{f"results.{leaf}": count for leaf, count in self.results.items()},
        }
        assert self.received + self.over == rows["results.total"] + self.forward, self.issuer
        for row, count in rows.items():
            business = self.business if row in ("received", self._answered()) else 0
            cells[f"applications.{row}.natural_person"] = count - business
            cells[f"applications.{row}.business"] = business
            cells[f"applications.{row}.total"] = count
        if self.business:
            cells["applications.results.total.natural_person"] -= self.business
            cells["applications.results.total.business"] = self.business
        for path, count in self.more.items():
            full = path if path.startswith("proactive") else f"challenges.{path}"
            assert full in cells, full
            cells[full] = count
            if full.startswith("challenges"):
                cells[f"{full.rpartition('.')[0]}.total"] += count
        appraised = "工作考核结果良好，开展了社会评议，未发生责任追究情形。"
        return (
            Form(self.form)
            .report_class(
                year=self.year,
                issuer=self.issuer,
                title=self.title.format(issuer=self.issuer, year=self.year),
                period=f"{self.year}年1月1日至{self.year}年12月31日",
                narrative=Narrative(
                    overview=(*self.text, appraised),
                    proactive=(),
                    applications=(),
                    challenges=(),
                    problems=("公开内容的深度不够，队伍业务能力有待提高。下一步将加强培训，细化目录。",),
                    other_matters=self.last,
                ),
            )
            .replace(cells)
        )

    def _split(self) -> str:
        return next((row.variant for row in reversed(Form(self.form).rows) if row.variant), "")

    def _answered(self) -> str:
        """The outcome that the enterprises' applications had."""
        return f"results.{max(self.results, key=lambda leaf: self.results[leaf])}" if self.results else ""


NOT_HELD = "unavailable.not_held"
CREATE = "unavailable.requires_creation"
UNCLEAR = "unavailable.unclear"
SECRET = "denied.state_secret"
FORBIDDEN = "denied.prohibited_by_law"
THIRD = "denied.third_party_rights"
INTERNAL = "denied.internal_affairs"
PROCESS = "denied.process_information"
CASE_FILES = "denied.enforcement_files"
LOOK_UP = "denied.registry_lookup"
PETITION = "not_processed.petition_or_complaint"
AGAIN = "not_processed.repeated"
EXCESSIVE = "not_processed.excessive"
LAPSED = "other_handling.uncorrected"
OTHER = "other_handling.miscellaneous"
DOCS = "proactive.normative_documents"

HANDWRITTEN: tuple[Handwritten, ...] = (
    Handwritten(
        issuer="示例市教育局",
        received=14,
        results={"granted": 9, "partially_granted": 1, NOT_HELD: 3, PETITION: 1},
        text=(
            "（一）主动公开情况。全年通过门户网站主动公开各类信息1286条，政务微信公众号推送文章356篇，回应热点问题12个。",
            "（二）依申请公开情况。全年共受理政府信息公开申请14件，均为自然人申请，其中网络申请11件，信函申请3件。"
            "予以公开9件，部分公开1件，无法提供3件，不予处理1件，已全部在法定期限内答复。未发生行政复议和行政诉讼。",
            "（三）监督保障。组织业务培训2次，参训120人次。",
        ),
        said={
            "received": 14,
            "granted": 9,
            "partially_granted": 1,
            "unavailable": 3,
            "not_processed": 1,
            "reconsideration": 0,
            "litigation": 0,
        },
    ),
    Handwritten(
        issuer="示例县水利局",
        text=(
            "2023年，我局在县政府网站发布水利工程建设、河湖长制、水旱灾害防御等信息97条，比上年增加12条。",
            "本年度我局未收到政府信息公开申请，无结转办理的申请，也没有因信息公开引起的行政复议、行政诉讼和举报投诉。",
        ),
        said={"received": 0, "reconsideration": 0, "litigation": 0},
    ),
    Handwritten(
        issuer="示例市自然资源和规划局",
        received=213,
        over=9,
        forward=11,
        business=20,
        results={
            "granted": 96,
            "partially_granted": 14,
            THIRD: 3,
            PROCESS: 2,
            LOOK_UP: 31,
            NOT_HELD: 52,
            CREATE: 4,
            PETITION: 2,
            AGAIN: 5,
            LAPSED: 2,
        },
        text=(
            "二、依申请公开。2023年收到公民、法人及其他组织政府信息公开申请213件，较2022年的187件增长13.9%；上年结转9件，"
            "合计222件。全年办结211件，结转下年度11件。办结件中，予以公开96件，占45.5%；部分公开14件；不予公开36件（其中属于"
            "行政查询事项31件、保护第三方合法权益3件、过程性信息2件）；无法提供56件；不予处理7件；其他处理2件。",
            "受理不动产登记资料查询申请18230件次，测绘成果使用申请64件。",
        ),
        said={
            "received": 213,
            "carried_over": 9,
            "handled": 211,
            "carried_forward": 11,
            "granted": 96,
            "partially_granted": 14,
            "denied": 36,
            "unavailable": 56,
            "not_processed": 7,
            "other_handling": 2,
        },
    ),
    Handwritten(
        issuer="示例镇人民政府",
        year=2022,
        received=1,
        results={NOT_HELD: 1},
        text=(
            "全年公开政务信息412条，其中村务公开215条、财政预决算8条、民生保障63条。",
            "2022年，我镇收到依申请公开1件，经检索本机关未制作、未保存该信息，已书面告知申请人。",
        ),
        said={"received": 1},
    ),
    Handwritten(
        issuer="示例市公安局",
        received=87,
        over=2,
        forward=3,
        results={
            "granted": 12,
            "partially_granted": 5,
            SECRET: 1,
            CASE_FILES: 22,
            PETITION: 18,
            NOT_HELD: 25,
            AGAIN: 2,
            OTHER: 1,
        },
        more={
            "reconsideration.upheld": 4,
            "reconsideration.other": 1,
            "litigation.direct.upheld": 1,
            "litigation.after_reconsideration.upheld": 2,
            "litigation.after_reconsideration.pending": 1,
            "proactive.penalties.decisions": 15320,
            "proactive.licensing.decisions": 80412,
        },
        text=(
            "办理依申请公开事项。本年新收政府信息公开申请87件，上年结转2件，本年度办理结果86件，结转下年度继续办理3件。"
            "本年度因政府信息公开被申请行政复议5件，其中结果维持4件，其他结果1件；被提起行政诉讼4件，其中尚未审结1件。",
            "全年作出行政许可80412件、行政处罚15320件。全年接处警12.6万起，受理群众来信来访436件次，12345转办工单5290件，"
            "均在规定时限内答复。",
        ),
        said={"received": 87, "carried_over": 2, "carried_forward": 3, "reconsideration": 5, "litigation": 4},
    ),
    Handwritten(
        issuer="示例市人民政府办公室",
        received=31,
        over=1,
        forward=0,
        results={"granted": 18, NOT_HELD: 10, PETITION: 3, OTHER: 1},
        text=(
            "2023年，全市各级行政机关共收到政府信息公开申请1264件，其中市政府办公室收到31件，上年结转1件，均已按期办结。",
            "市政府办公室办结的32件中，予以公开18件，无法提供10件，不予处理3件，其他处理1件。",
        ),
        said={},
    ),
    Handwritten(
        issuer="示例区卫生健康委员会",
        received=6,
        results={"granted": 4, UNCLEAR: 1, LAPSED: 1},
        text=(
            "共收到6份信息公开申请。其中：4份予以公开，1份经补正后内容仍不明确，1份因申请人逾期未补正不再处理。答复率100%。",
            "发布行政许可公示信息3121条，行政处罚公示94条。",
        ),
        said={"received": 6},
    ),
    Handwritten(
        issuer="示例省生态环境厅",
        received=402,
        over=28,
        forward=31,
        results={
            "granted": 210,
            "partially_granted": 38,
            FORBIDDEN: 2,
            THIRD: 6,
            INTERNAL: 1,
            CASE_FILES: 12,
            NOT_HELD: 98,
            CREATE: 7,
            PETITION: 11,
            AGAIN: 9,
            LAPSED: 5,
        },
        more={
            "reconsideration.upheld": 9,
            "reconsideration.corrected": 2,
            "reconsideration.pending": 1,
            "litigation.direct.other": 1,
            "litigation.after_reconsideration.upheld": 3,
            f"{DOCS}.issued": 7,
            f"{DOCS}.repealed": 3,
            f"{DOCS}.in_force": 58,
        },
        text=(
            "（一）主动公开。制发行政规范性文件7件，废止3件，现行有效行政规范性文件58件，全部在规范性文件库集中公开。",
            "（二）依申请公开。新收政府信息公开申请402件，上年结转28件，全年共需办理430件。已办结399件，办结率92.8%，其余31件"
            "转入下一年度办理。从结果看，公开或部分公开248件，占办结总数的62.2%。",
            "（三）复议诉讼。全年因信息公开被申请行政复议12件，维持9件、纠正2件、未审结1件；行政诉讼案件4件。",
        ),
        said={
            "received": 402,
            "carried_over": 28,
            "handled": 399,
            "carried_forward": 31,
            "disclosed": 248,
            "reconsideration": 12,
            "litigation": 4,
        },
    ),
    Handwritten(
        issuer="示例街道办事处",
        received=2,
        results={"granted": 2},
        text=("依申请公开方面：本年度街道共接到信息公开申请两件，内容均涉及征地补偿，已按规定予以公开。",),
        said={"received": 2},
        last=("无。",),
    ),
    Handwritten(
        issuer="示例市交通运输局",
        received=45,
        over=3,
        forward=2,
        results={"granted": 21, "partially_granted": 4, INTERNAL: 2, NOT_HELD: 15, EXCESSIVE: 3, PETITION: 1},
        text=(
            "2023年度共处理政府信息公开申请48件（含上年结转3件），其中本年新收45件；按时办结46件，结转下年度2件。",
            "12328热线受理各类诉求1.2万余件，办理人大代表建议23件、政协提案31件，办复率、满意率均为100%。",
        ),
        said={"carried_over": 3, "received": 45, "handled": 46, "carried_forward": 2},
    ),
    Handwritten(
        issuer="示例县人民政府",
        received=118,
        over=4,
        forward=6,
        business=15,
        results={
            "granted": 61,
            "partially_granted": 9,
            THIRD: 2,
            NOT_HELD: 33,
            CREATE: 2,
            PETITION: 6,
            AGAIN: 3,
        },
        more={"reconsideration.upheld": 3, "reconsideration.corrected": 1},
        text=(
            "全县共受理依申请公开118件，同比增长8.3%，其中自然人103件、法人或其他组织15件；上年度结转4件。答复116件，"
            "结转至2024年继续办理6件。主要涉及征地拆迁、社会保障、工程建设等领域。",
            "县政府办公室受理29件，各乡镇受理37件，县直部门受理52件。",
            "全县因政府信息公开申请行政复议4件，其中维持3件、纠正1件；未发生行政诉讼。",
        ),
        said={
            "received": 118,
            "carried_over": 4,
            "handled": 116,
            "carried_forward": 6,
            "reconsideration": 4,
            "litigation": 0,
        },
    ),
    Handwritten(
        issuer="示例市市场监督管理局",
        received=530,
        over=21,
        forward=18,
        business=30,
        results={
            "granted": 240,
            "partially_granted": 30,
            CASE_FILES: 60,
            LOOK_UP: 22,
            NOT_HELD: 120,
            PETITION: 40,
            AGAIN: 15,
            EXCESSIVE: 4,
            LAPSED: 2,
        },
        text=(
            "受理情况：本年收到申请530件，其中自然人500件，商业企业30件。另有上年结转申请21件。",
            "办理情况：予以公开240件，部分公开30件，不予公开82件，无法提供120件，不予处理59件，其他处理2件，共计533件；"
            "结转下年度18件。",
            "全年接收投诉举报45210件，办理行政许可53217件，受理信用修复申请312件，组织听证3次。",
        ),
        said={
            "received": 530,
            "carried_over": 21,
            "granted": 240,
            "partially_granted": 30,
            "denied": 82,
            "unavailable": 120,
            "not_processed": 59,
            "other_handling": 2,
            "carried_forward": 18,
        },
    ),
    Handwritten(
        issuer="国家税务总局示例市税务局",
        received=9,
        results={"granted": 5, NOT_HELD: 2, PETITION: 2},
        more={"proactive.penalties.decisions": 1204, "proactive.licensing.decisions": 356},
        text=(
            "一是主动公开方面，门户网站发布信息2130条，开展在线访谈4期。二是依申请公开方面，2023年收到政府信息公开申请9件，"
            "办结9件，其中予以公开5件。三是作出行政处罚决定1204件，行政许可决定356件。",
        ),
        said={"received": 9, "handled": 9, "granted": 5},
    ),
    Handwritten(
        issuer="示例市人力资源和社会保障局",
        received=38,
        over=0,
        forward=1,
        results={"granted": 20, "partially_granted": 2, THIRD: 1, NOT_HELD: 9, PETITION: 4, OTHER: 1},
        text=(
            "全年依申请公开件共38件，其中当面申请5件、信函申请13件、网络平台申请20件；已答复37件，1件尚在办理期限内，"
            "结转至下年度。同意公开的20件，同意部分公开的2件。",
        ),
        said={"received": 38, "handled": 37, "granted": 20, "partially_granted": 2},
    ),
    Handwritten(
        issuer="示例区城市管理局",
        received=17,
        over=1,
        results={"granted": 6, CASE_FILES: 3, NOT_HELD: 7, AGAIN: 2},
        text=(
            "本单位2023年度办理政府信息公开申请18件，其中2022年度结转1件。答复18件，其中公开6件，不予公开3件，无法提供7件，"
            "不予处理2件。",
        ),
        said={"carried_over": 1, "denied": 3, "unavailable": 7, "not_processed": 2},
    ),
    Handwritten(
        issuer="示例市发展和改革委员会",
        received=26,
        over=2,
        forward=2,
        results={"granted": 15, "partially_granted": 3, SECRET: 1, NOT_HELD: 5, CREATE: 1, LAPSED: 1},
        text=(
            "2023年，共收到政府信息公开申请26件，比2022年减少5件。加上上年结转的2件，共办理28件，已办结26件，余2件结转2024年。"
            "行政复议1件（为2022年申请件），法院未受理此类案件。",
        ),
        more={"reconsideration.upheld": 1},
        said={"received": 26, "carried_over": 2, "reconsideration": 1},
    ),
    Handwritten(
        issuer="示例市文化广电和旅游局",
        year=2020,
        form="2019",
        received=5,
        results={"granted": 5},
        more={
            f"{DOCS}.created": 4,
            f"{DOCS}.disclosed": 4,
            f"{DOCS}.total_disclosed": 31,
            "proactive.licensing.items_previous_year": 41,
            "proactive.licensing.decisions": 522,
        },
        text=(
            "2020年，市文化广电和旅游局制作规范性文件4件并全部公开，历年累计公开31件；办理行政许可522件。",
            "收到信息公开申请5件，全部予以公开。疫情防控期间发布景区限流公告15次，发放消费券200万元。",
        ),
        said={"received": 5},
    ),
    Handwritten(
        issuer="示例区人民政府",
        year=2020,
        form="2019",
        received=64,
        over=3,
        forward=5,
        results={
            "granted": 30,
            "partially_granted": 6,
            THIRD: 1,
            NOT_HELD: 19,
            PETITION: 4,
            "other_handling.all": 2,
        },
        text=(
            "全区新收政府信息公开申请64件，办结62件（含2019年结转3件），结转2021年5件。办结率92.5%。申请人均为自然人。",
            "区长信箱收到来信1128封，回复1120封；网上调查14期，征集意见建议209条。",
        ),
        said={"received": 64, "carried_over": 3, "carried_forward": 5, "handled": 62},
    ),
    Handwritten(
        issuer="示例市财政局",
        received=11,
        results={"granted": 8, INTERNAL: 1, NOT_HELD: 2},
        text=(
            "全年收到申请公开政府信息的事项11件，已全部办结。没有发生针对我局的信息公开行政复议案件和行政诉讼案件。",
            "公开部门预算86个、部门决算86个，政府采购公告1520条，采购金额3.4亿元。",
        ),
        said={"received": 11, "reconsideration": 0, "litigation": 0},
        last=("根据有关规定，我局未收取任何政府信息公开费用。",),
    ),
    Handwritten(
        issuer="示例县民政局",
        received=3,
        results={"granted": 1, NOT_HELD: 1, PETITION: 1},
        text=(
            "今年以来，我局共收到群众依申请公开材料3份，其中1份予以公开，1份因信息不存在无法提供，1份属信访事项不予处理。",
            "全县低保对象2.1万人，发放救助资金8600余万元；收养登记申请4件，社会组织年检申请122件。",
        ),
        said={"received": 3},
    ),
    Handwritten(
        issuer="示例海关",
        received=22,
        over=1,
        forward=1,
        results={"granted": 10, "partially_granted": 1, LOOK_UP: 6, CASE_FILES: 2, NOT_HELD: 3},
        text=(
            "关区共收到政府信息公开申请22件，上年结转1件；关区共答复申请22件，结转下年1件。12360热线接听来电3.1万个。",
        ),
        said={"received": 22, "carried_over": 1, "handled": 22, "carried_forward": 1},
    ),
    Handwritten(
        issuer="示例市住房和城乡建设局",
        received=156,
        over=7,
        forward=10,
        results={
            "granted": 71,
            "partially_granted": 12,
            THIRD: 4,
            NOT_HELD: 55,
            CREATE: 1,
            PETITION: 6,
            AGAIN: 4,
        },
        more={
            "reconsideration.upheld": 6,
            "reconsideration.corrected": 2,
            "reconsideration.other": 1,
            "litigation.after_reconsideration.upheld": 2,
        },
        text=(
            "全年共办理依申请公开163件（其中上年度结转7件），同比下降4.7%，已办结153件，结转下年度10件。",
            "因信息公开引发行政复议9起，其中维持原行政行为6起、撤销或责令重新答复2起、终止1起；行政诉讼2起，均胜诉。",
            "受理房屋交易登记申请5.6万件，办理施工许可412件。",
        ),
        said={
            "carried_over": 7,
            "handled": 153,
            "carried_forward": 10,
            "reconsideration": 9,
            "litigation": 2,
        },
    ),
    Handwritten(
        issuer="示例乡人民政府",
        text=("2023年度，我乡无依申请公开事项。全年发布信息58条，其中惠民补贴16条。村级公示栏更新240次。",),
        said={"received": 0},
    ),
    Handwritten(
        issuer="示例市气象局",
        received=1,
        results={LOOK_UP: 1},
        text=(
            "收到公民提出的政府信息公开申请1件，申请内容为气象资料查询，属于行政查询事项，已告知其办理途径。",
        ),
        said={"received": 1},
    ),
    Handwritten(
        issuer="示例市科学技术局",
        received=4,
        results={"granted": 4},
        text=(
            "共受理依申请公开事项4件，同比减少3件，全部依法答复，未产生复议或诉讼。受理科技计划项目申请260项，"
            "立项51项；高新技术企业认定申请198家。",
        ),
        said={"received": 4, "reconsideration": 0, "litigation": 0},
    ),
    Handwritten(
        issuer="示例区审计局",
        received=0,
        over=1,
        results={NOT_HELD: 1},
        text=("本年度没有收到新的政府信息公开申请，上年结转的1件已于1月办结。",),
        said={"received": 0, "carried_over": 1},
    ),
    Handwritten(
        issuer="示例市农业农村局",
        received=19,
        forward=1,
        business=2,
        results={"granted": 10, "partially_granted": 1, NOT_HELD: 6, PETITION: 1},
        text=(
            "本年度共收到政府信息公开申请19件，其中自然人17件，商业企业2件。办理结果：予以公开10件，部分公开1件，"
            "本机关不掌握相关政府信息6件，信访举报投诉类申请1件，结转下年度继续办理1件。",
        ),
        said={"received": 19, "granted": 10, "partially_granted": 1, "carried_forward": 1},
    ),
    Handwritten(
        issuer="示例市应急管理局",
        received=8,
        results={"granted": 3, CASE_FILES: 2, INTERNAL: 1, NOT_HELD: 2},
        text=(
            "（二）依申请公开情况",
            "1.申请情况。收到申请8件，全部为互联网申请。",
            "2.答复情况。8件申请均已答复，其中，“予以公开”3件，“不予公开”3件，“无法提供”2件。",
            "3.收费情况。无。",
            "（三）举报、复议和诉讼情况。本年度未收到相关举报，发生行政复议0件、行政诉讼0件。",
        ),
        said={
            "received": 8,
            "granted": 3,
            "denied": 3,
            "unavailable": 2,
            "reconsideration": 0,
            "litigation": 0,
        },
    ),
    Handwritten(
        issuer="示例市统计局",
        received=3,
        results={"granted": 3},
        text=(
            "我局共受理统计数据类政府信息公开申请3件，答复3件。提供统计咨询服务890余人次，发布统计公报1期、月报12期。",
        ),
        said={"handled": 3},
    ),
    Handwritten(
        issuer="示例区司法局",
        received=12,
        over=1,
        results={"granted": 5, CASE_FILES: 2, NOT_HELD: 4, AGAIN: 1, OTHER: 1},
        more={"reconsideration.upheld": 1},
        text=(
            "2023年，区司法局新收政府信息公开申请12件，结转上年1件，均已办结。涉及本局的信息公开行政复议1件，已审结，结果维持。",
            "全年代表区政府审理行政复议案件73件，其中政府信息公开类15件；办理行政应诉案件26件，负责人出庭率100%。",
        ),
        said={"received": 12, "carried_over": 1},
    ),
    Handwritten(
        issuer="示例高新技术产业开发区管理委员会",
        received=29,
        over=2,
        forward=3,
        results={"granted": 14, "partially_granted": 2, THIRD: 1, NOT_HELD: 9, PETITION: 2},
        text=(
            "高新区全年共收到政府信息公开申请29件，上年结转2件，共计31件；其中办结28件，3件因答复期限未届满结转下年办理。",
            "办理企业开办申请3120件，平均用时0.5天；兑现惠企政策资金4.2亿元。",
        ),
        said={"received": 29, "carried_over": 2, "handled": 28, "carried_forward": 3},
    ),
    Handwritten(
        issuer="示例市退役军人事务局",
        text=(
            "依申请公开：2023年收到依申请公开0件，办理依申请公开0件，上年结转0件。行政复议0件，行政诉讼0件。",
        ),
        said={"received": 0, "handled": 0, "carried_over": 0, "reconsideration": 0, "litigation": 0},
    ),
    Handwritten(
        issuer="示例市医疗保障局",
        received=7,
        results={"granted": 6, PETITION: 1},
        text=(
            "依申请公开情况。我局严格按照《条例》和省、市有关规定，做好依申请公开答复工作，明确由办公室牵头、各科室配合、"
            "法规科审核的流程。2023年受理依申请公开7件，已答复7件，其中6件予以公开，1件不予处理。较2022年增加2件。",
        ),
        said={"received": 7, "handled": 7},
    ),
    Handwritten(
        issuer="示例省人民政府办公厅",
        received=366,
        over=15,
        forward=20,
        results={
            "granted": 150,
            "partially_granted": 22,
            SECRET: 2,
            PROCESS: 3,
            NOT_HELD: 140,
            PETITION: 30,
            AGAIN: 10,
            OTHER: 4,
        },
        text=(
            "本年度，省政府办公厅（代表省政府）共收到政府信息公开申请366件，上年结转15件。共作出答复361件，其中公开、部分公开"
            "172件，无法提供140件。另有20件结转2024年办理。",
            "全省行政机关共收到政府信息公开申请24,518件，办结24,022件；受理行政复议4120件。",
        ),
        said={"received": 366, "carried_over": 15, "handled": 361, "unavailable": 140, "carried_forward": 20},
    ),
    Handwritten(
        issuer="示例县林业局",
        received=2,
        results={"granted": 1, "partially_granted": 1},
        text=(
            "全年依申请公开政府信息2件，其中全部公开1件，部分公开1件。受理林木采伐许可申请1204件、征占用林地申请88件，"
            "发放林权证312本。",
        ),
        said={"received": 2},
    ),
    Handwritten(
        issuer="示例市烟草专卖局",
        received=1,
        results={"granted": 1},
        more={"proactive.licensing.decisions": 5213, "proactive.penalties.decisions": 402},
        text=(
            "全年作出烟草专卖零售许可决定5213件，行政处罚402件，均按规定公示。全年收到依申请公开申请1件，已按期答复。",
        ),
        said={"received": 1},
    ),
    Handwritten(
        issuer="示例市信访局",
        received=6,
        results={NOT_HELD: 4, PETITION: 2},
        text=(
            "2023年市信访局共受理群众来信2034件、来访1876批次、网上信访9120件，及时受理率99.8%。",
            "收到政府信息公开申请6件，其中无法提供4件、不予处理2件，均按时答复。",
        ),
        said={"received": 6, "unavailable": 4, "not_processed": 2},
    ),
    Handwritten(
        issuer="示例区人民政府办公室",
        received=40,
        over=3,
        forward=4,
        results={"granted": 22, "partially_granted": 3, NOT_HELD: 11, PETITION: 2, LAPSED: 1},
        more={"reconsideration.upheld": 2, "litigation.after_reconsideration.pending": 1},
        text=(
            "区政府办公室全年共收到政府信息公开申请四十件，上年度结转三件，共办结三十九件，结转下年度四件。",
            "被申请行政复议2件，均获维持；复议后提起诉讼1件，尚未审结。",
        ),
        said={"received": 40, "carried_over": 3, "handled": 39, "carried_forward": 4, "reconsideration": 2},
    ),
    Handwritten(
        issuer="示例市水务局",
        received=33,
        over=0,
        forward=0,
        results={"granted": 25, NOT_HELD: 8},
        text=(
            "全年收到信息公开申请33件次，办结率100%，公开25件次，告知不掌握8件次。与上年（41件次）相比减少8件次。",
            "收到入河排污口设置申请17件、取水许可申请56件。",
        ),
        said={"received": 33},
    ),
    Handwritten(
        issuer="示例市商务局",
        received=5,
        results={"granted": 1, THIRD: 3, NOT_HELD: 1},
        text=(
            "2023年，市商务局共收到5条政府信息公开申请，其中1条依申请公开，3条因保护第三方合法权益不予公开，1条无法提供。",
        ),
        said={"received": 5},
    ),
    Handwritten(
        issuer="示例县教育体育局",
        received=10,
        results={"granted": 7, NOT_HELD: 2, UNCLEAR: 1},
        text=(
            "一年来，我局共收到书面申请3件、网络申请7件，合计10件政府信息公开申请，均在15个工作日内答复。",
            "办结的10件申请中：予以公开7件；无法提供3件。各学校公开信息6520条。",
        ),
        said={"granted": 7, "unavailable": 3},
    ),
    Handwritten(
        issuer="示例市国有资产监督管理委员会",
        received=16,
        over=1,
        forward=1,
        results={"granted": 4, INTERNAL: 2, NOT_HELD: 8, PETITION: 2},
        text=(
            "全年共收到申请16件（不含上年结转1件），办结16件（含上年结转1件），结转下年度1件。申请公开内容主要涉及改制企业职工安置。",
        ),
        said={"received": 16, "carried_over": 1, "handled": 16, "carried_forward": 1},
    ),
    Handwritten(
        issuer="示例市地方金融监督管理局",
        received=2,
        forward=2,
        text=("2023年12月下旬收到政府信息公开申请2件，均结转下年度办理。",),
        said={},
    ),
    Handwritten(
        issuer="示例州人民政府",
        title="{issuer}{year}年政府信息公开工作年度报告",
        received=845,
        over=33,
        forward=40,
        results={
            "granted": 420,
            "partially_granted": 60,
            SECRET: 3,
            FORBIDDEN: 5,
            THIRD: 20,
            CASE_FILES: 15,
            NOT_HELD: 210,
            CREATE: 10,
            UNCLEAR: 5,
            PETITION: 50,
            AGAIN: 20,
            LAPSED: 12,
            OTHER: 8,
        },
        more={
            "reconsideration.upheld": 31,
            "reconsideration.corrected": 9,
            "reconsideration.other": 4,
            "reconsideration.pending": 3,
            "litigation.direct.upheld": 5,
            "litigation.direct.pending": 1,
            "litigation.after_reconsideration.upheld": 11,
            "litigation.after_reconsideration.corrected": 1,
        },
        text=(
            "全州各级行政机关共收到政府信息公开申请845件，上年结转33件，办结838件，结转下年度40件。其中，州本级收到112件，"
            "县（市）收到733件。",
            "在办结的申请中，予以公开420件，占50.1%；部分公开60件，占7.2%；不予公开43件，占5.1%；无法提供225件，占26.8%；"
            "不予处理70件，占8.4%；其他处理20件，占2.4%。",
            "全州政府信息公开行政复议47件，行政诉讼18件。",
        ),
        said={
            "received": 845,
            "carried_over": 33,
            "handled": 838,
            "carried_forward": 40,
            "granted": 420,
            "partially_granted": 60,
            "denied": 43,
            "unavailable": 225,
            "not_processed": 70,
            "other_handling": 20,
            "reconsideration": 47,
            "litigation": 18,
        },
    ),
    Handwritten(
        issuer="示例市城市管理综合行政执法局",
        received=52,
        over=2,
        forward=3,
        results={"granted": 16, "partially_granted": 2, CASE_FILES: 9, NOT_HELD: 18, PETITION: 5, AGAIN: 1},
        more={"proactive.penalties.decisions": 8410, "proactive.compulsion.decisions": 37},
        text=(
            "受理依申请公开52件，上年结转2件，依法依规答复51件，剩余3件正在办理中。全年作出行政处罚决定8410件、"
            "行政强制37件。数字城管平台受理案件21.3万件，结案率98.6%。",
        ),
        said={"received": 52, "carried_over": 2, "handled": 51},
    ),
    Handwritten(
        issuer="示例市档案馆",
        received=3,
        results={LOOK_UP: 3},
        text=(
            "本年度收到依申请公开3件，均属档案查询，按《档案法》办理。接待查档4126人次，提供利用档案1.3万卷（件）次。",
        ),
        said={"received": 3},
    ),
    Handwritten(
        issuer="示例县人民政府办公室",
        year=2024,
        received=24,
        over=5,
        forward=2,
        results={"granted": 13, "partially_granted": 2, NOT_HELD: 9, PETITION: 2, AGAIN: 1},
        text=(
            "2024年，县政府办公室收到依申请公开申请24件，同比减少14.3%（2023年为28件），2023年结转5件；办结27件，"
            "结转2025年2件。",
        ),
        said={"received": 24, "carried_over": 5, "handled": 27, "carried_forward": 2},
    ),
    Handwritten(
        issuer="示例市邮政管理局",
        received=0,
        text=(
            "2023年，市邮政管理局共主动公开信息143条。未接到依申请公开事项，未因政府信息公开发生行政复议、行政诉讼。"
            "受理用户申诉1208件，办理快递业务经营许可申请19件。",
        ),
        said={"received": 0, "reconsideration": 0, "litigation": 0},
    ),
    Handwritten(
        issuer="示例市残疾人联合会",
        received=1,
        results={"granted": 1},
        text=(
            "（二）依申请公开。2023年度收到政府信息公开申请1件，为自然人通过信函方式提出，我会已予以公开。",
        ),
        said={"received": 1},
    ),
    Handwritten(
        issuer="示例区住房和城市建设局",
        received=71,
        over=6,
        forward=5,
        results={
            "granted": 30,
            "partially_granted": 5,
            PROCESS: 1,
            NOT_HELD: 28,
            PETITION: 5,
            EXCESSIVE: 2,
            OTHER: 1,
        },
        text=(
            "共收到政府信息公开申请77件（包含上年结转6件）。已答复72件，其中，公开类35件（予以公开30件、部分公开5件），"
            "非公开类37件。结转下年度5件。",
        ),
        said={"carried_over": 6, "handled": 72, "granted": 30, "partially_granted": 5, "carried_forward": 5},
    ),
    Handwritten(
        issuer="示例市体育局",
        received=3,
        results={"granted": 2, NOT_HELD: 1},
        text=(
            "依申请公开。全年公开申请数量3件，办结3件。体育场馆免费开放惠及群众45万人次，办理高危险性体育项目许可26件。",
        ),
        said={"handled": 3},
    ),
    Handwritten(
        issuer="示例市粮食和物资储备局",
        text=(
            "本年内没有公民、法人或其他组织向我局申请公开政府信息，不存在结转情况。举办开放日活动2场，参与群众300余人。",
        ),
        said={"received": 0},
    ),
    Handwritten(
        issuer="示例区教育局",
        year=2021,
        received=28,
        over=0,
        forward=1,
        results={"granted": 17, "partially_granted": 2, INTERNAL: 1, NOT_HELD: 6, PETITION: 1},
        text=(
            "2021年，区教育局政府信息公开申请收件28件，涉及招生入学19件、教师招聘5件、其他4件；办结27件，1件结转下年度。",
            "十三五期间累计办理政府信息公开申请112件。",
        ),
        said={"handled": 27, "carried_forward": 1},
    ),
    Handwritten(
        issuer="示例市人民政府",
        received=2210,
        over=120,
        forward=150,
        business=50,
        results={
            "granted": 1100,
            "partially_granted": 150,
            THIRD: 40,
            CASE_FILES: 30,
            NOT_HELD: 600,
            CREATE: 20,
            PETITION: 150,
            AGAIN: 50,
            LAPSED: 40,
        },
        more={
            "reconsideration.upheld": 80,
            "reconsideration.corrected": 20,
            "reconsideration.other": 15,
            "litigation.direct.upheld": 20,
            "litigation.after_reconsideration.upheld": 25,
            f"{DOCS}.issued": 62,
            f"{DOCS}.repealed": 40,
            f"{DOCS}.in_force": 510,
        },
        text=(
            "2023年，全市行政机关新收政府信息公开申请2210件，较上年增长6.4%，其中自然人申请2160件，占97.7%。上年结转120件，"
            "全年共办结2180件，结转下年度150件。市政府本级共收到312件，各区县收到1268件，市级部门收到630件。",
            "全市制发行政规范性文件62件，废止40件，现行有效510件。",
            "全年政府信息公开类行政复议115件，其中纠正20件，纠错率17.4%；行政诉讼45件，无败诉案件。",
        ),
        said={
            "received": 2210,
            "carried_over": 120,
            "handled": 2180,
            "carried_forward": 150,
            "reconsideration": 115,
            "litigation": 45,
        },
    ),
    Handwritten(
        issuer="示例镇人民政府",
        received=13,
        over=1,
        results={"granted": 5, NOT_HELD: 6, PETITION: 3},
        text=(
            "今年我镇累计接收各类信息公开申请13份，去年结转1份，合计14份，已全部答复完毕，其中同意公开5份。"
            "便民服务中心全年办件7.8万件，受理建房申请143宗，调解纠纷96起。",
        ),
        said={"received": 13, "carried_over": 1},
    ),
    Handwritten(
        issuer="示例市知识产权局",
        received=2,
        results={"granted": 2},
        text=(
            "全市有效发明专利1.2万件，新增专利授权6321件，商标注册申请2.4万件。收到政府信息公开申请2件，均予以公开。",
        ),
        said={"received": 2},
    ),
    Handwritten(
        issuer="示例市机关事务管理局",
        received=1,
        results={"granted": 1},
        text=("依申请公开工作情况：去年收到申请3件，今年收到申请1件，已按规定答复。",),
        said={"received": 1},
    ),
    Handwritten(
        issuer="示例区民政局",
        received=9,
        over=0,
        forward=0,
        results={"granted": 6, THIRD: 1, NOT_HELD: 2},
        text=(
            "（二）依申请公开情况。一季度收到申请2件，二季度收到申请3件，三季度收到申请1件，四季度收到申请3件，全年合计收到政府信息"
            "公开申请9件，全部办结。",
        ),
        said={},
    ),
    Handwritten(
        issuer="示例市生态环境局",
        received=63,
        over=4,
        forward=6,
        results={"granted": 33, "partially_granted": 6, CASE_FILES: 4, NOT_HELD: 14, PETITION: 3, AGAIN: 1},
        text=(
            "2023年，全市生态环境系统共收到政府信息公开申请63件，上年结转4件，已办结61件，结转下一年度6件。",
            "受理环境信访投诉3120件；审批建设项目环评文件402件；核发排污许可证215张；发布空气质量日报365期。",
        ),
        said={"received": 63, "carried_over": 4, "handled": 61, "carried_forward": 6},
    ),
    Handwritten(
        issuer="示例县自然资源局",
        received=48,
        over=3,
        forward=2,
        results={"granted": 27, LOOK_UP: 6, NOT_HELD: 13, AGAIN: 2, LAPSED: 1},
        more={"reconsideration.upheld": 2, "reconsideration.corrected": 1},
        text=(
            "收到依申请公开申请48件（线上31件、线下17件），同比上升20%；办结49件（含上年结转3件），结转下年2件。"
            "发生行政复议3件，其中1件被责令重新答复。未发生行政诉讼。",
        ),
        said={
            "received": 48,
            "carried_over": 3,
            "handled": 49,
            "carried_forward": 2,
            "reconsideration": 3,
            "litigation": 0,
        },
    ),
    Handwritten(
        issuer="示例市规划局",
        year=2020,
        form="2019",
        received=75,
        over=4,
        forward=6,
        results={"granted": 40, "partially_granted": 8, NOT_HELD: 20, PETITION: 3, "other_handling.all": 2},
        text=(
            "（一）申请情况。2020年度，我局共收到信息公开申请75件。从申请方式看，当面提交12件，邮寄提交30件，网上提交33件。"
            "从申请内容看，涉及规划许可的41件，涉及用地审批的22件，其他12件。",
            "（二）处理情况。截至2020年12月31日，75件新收申请和上年结转的4件申请中，已答复73件，另有6件按规定延期，结转至2021年。"
            "已答复的申请中，公开40件，部分公开8件，无法提供20件，不予处理3件，其他处理2件。",
        ),
        said={"received": 75, "carried_over": 4, "handled": 73, "carried_forward": 6},
    ),
    Handwritten(
        issuer="示例区市场监督管理局",
        received=103,
        over=2,
        forward=4,
        results={"granted": 38, CASE_FILES: 12, NOT_HELD: 31, PETITION: 14, AGAIN: 6},
        more={
            "reconsideration.upheld": 3,
            "reconsideration.corrected": 1,
            "proactive.penalties.decisions": 391,
        },
        text=(
            "全年共收到依申请公开103件，答复101件。因对信息公开答复不服被申请行政复议4件，其中维持3件，被纠正1件。",
            "因投诉举报处理引发行政复议86件、行政诉讼12件；受理投诉举报12345件，立案查处428件，作出行政处罚决定391件。",
        ),
        said={"received": 103, "handled": 101, "reconsideration": 4},
    ),
    Handwritten(
        issuer="示例市总工会",
        text=("依申请公开0件，不予公开0件，无法提供0件，不予处理0件。",),
        said={},
    ),
    Handwritten(
        issuer="示例县公安局",
        received=21,
        forward=0,
        results={"granted": 3, CASE_FILES: 8, NOT_HELD: 4, PETITION: 6},
        more={"proactive.penalties.decisions": 3301, "litigation.direct.upheld": 1},
        text=(
            "县公安局共受理政府信息公开申请21件，同比2022年增加9件，增幅75%。其中：主动公开类3件，不予公开类8件，无法提供4件，"
            "不予处理6件。",
            "政府信息公开行政诉讼1件，一审驳回原告诉讼请求。全县公安机关办理治安案件3301起，受理户籍业务3.2万件，"
            "出入境证件申请8212件。",
        ),
        said={"received": 21, "unavailable": 4, "not_processed": 6, "litigation": 1},
    ),
    Handwritten(
        issuer="示例市教育考试院",
        received=5,
        results={"granted": 4, LOOK_UP: 1},
        text=(
            "受理考生来信来访1206人次，接听咨询电话2.3万个。受理成绩复核申请318件。2023年收到政府信息公开申请5件，均在规定时限内办结。",
        ),
        said={"received": 5},
    ),
    Handwritten(
        issuer="示例区发展和改革局",
        received=15,
        over=2,
        results={"granted": 11, "partially_granted": 2, NOT_HELD: 3, AGAIN: 1},
        text=(
            "2023年我局共办理依申请公开件17件，其中含2022年结转2件。17件全部办结：予以公开11件，部分公开2件，无法提供3件，不予处理1件。"
            "平均办理时间11.2个工作日，较法定时限缩短8.8个工作日。",
        ),
        said={"carried_over": 2, "granted": 11, "partially_granted": 2, "unavailable": 3, "not_processed": 1},
    ),
    Handwritten(
        issuer="示例省自然资源厅",
        received=520,
        over=30,
        forward=35,
        business=60,
        results={
            "granted": 260,
            "partially_granted": 25,
            LOOK_UP: 40,
            THIRD: 10,
            NOT_HELD: 140,
            CREATE: 8,
            AGAIN: 20,
            LAPSED: 12,
        },
        more={
            "reconsideration.upheld": 22,
            "reconsideration.corrected": 6,
            "reconsideration.other": 8,
            "reconsideration.pending": 2,
            "litigation.direct.upheld": 3,
            "litigation.direct.corrected": 1,
            "litigation.after_reconsideration.upheld": 9,
        },
        text=(
            "厅机关全年新收政府信息公开申请520件（自然人460件、法人或其他组织60件），上年结转30件，应办理550件，实际办结515件，"
            "结转下年35件。全省自然资源系统共收到申请6.2万件。",
            "厅机关因政府信息公开被申请行政复议38件：维持22件，纠正6件，其他8件，尚未审结2件。行政诉讼13件，其中未经复议直接起诉4件、"
            "复议后起诉9件。",
            "全年受理行政复议案件412件，办理行政诉讼应诉案件158件，其中本机关作为第三人21件。",
        ),
        said={
            "received": 520,
            "carried_over": 30,
            "carried_forward": 35,
            "reconsideration": 38,
            "litigation": 13,
        },
    ),
    Handwritten(
        issuer="示例镇人民政府",
        received=4,
        results={"granted": 3, NOT_HELD: 1},
        text=(
            "二、收到依申请公开4件（其中区政府转办1件），已全部答复。网上信访办理132件，12345热线承办件1540件，"
            "村民自治章程修订18件。",
        ),
        said={"received": 4},
    ),
    Handwritten(
        issuer="示例市妇女联合会",
        received=0,
        text=(
            "市妇联2023年未收到依申请公开信息的申请，也未发生与之相关的复议、诉讼。维权热线接待群众来访来电436件次。",
        ),
        said={"received": 0},
    ),
    Handwritten(
        issuer="示例市城乡建设委员会",
        received=131,
        over=11,
        forward=9,
        results={
            "granted": 58,
            "partially_granted": 6,
            THIRD: 3,
            NOT_HELD: 52,
            UNCLEAR: 2,
            PETITION: 8,
            AGAIN: 3,
            OTHER: 1,
        },
        text=(
            "我委全年处理申请142件，其中上年结转申请11件、本年度新收到申请131件；其中133件已办结、9件结转到下一年度继续办理。"
            "按办理结果分类：予以公开58件，占43.6%；部分公开6件，占4.5%；不予公开3件，占2.3%；无法提供54件，占40.6%；"
            "不予处理11件，占8.3%；其他处理1件，占0.8%。",
        ),
        said={"carried_over": 11, "granted": 58, "unavailable": 54, "carried_forward": 9},
    ),
    Handwritten(
        issuer="示例区行政审批局",
        received=3,
        results={"granted": 2, NOT_HELD: 1},
        more={"proactive.licensing.decisions": 26781},
        text=(
            "全年受理各类行政审批申请28114件，办结26781件，按时办结率100%；依申请类政务服务事项1326项全部实现网上可办。"
            "收到依申请公开信息申请3件，已答复3件，其中2件公开、1件不存在。",
        ),
        said={"received": 3, "handled": 3},
    ),
    Handwritten(
        issuer="示例市政务服务数据管理局",
        received=2,
        results={"granted": 1, OTHER: 1},
        text=(
            "本局收到政府信息公开申请2件，其中1件予以公开；1件申请人主动撤回，按其他处理。协调办理市政府信息公开申请56件、"
            "指导各区答复疑难申请43件。",
        ),
        said={"received": 2, "granted": 1},
    ),
    Handwritten(
        issuer="示例县财政局",
        year=2022,
        received=1,
        results={"granted": 1},
        text=(
            "2022年共受理依申请公开1起，2021年共受理4起，同比下降75%。公开惠民惠农财政补贴信息29万条，"
            "发布政府采购意向公开812条。",
        ),
        said={"received": 1},
    ),
    Handwritten(
        issuer="示例市海事局",
        received=7,
        over=0,
        forward=2,
        results={"granted": 3, CASE_FILES: 1, NOT_HELD: 1},
        text=(
            "全局共收到政府信息公开申请7件（其中机关2件、分支机构5件），办结5件，结转2件。签发船舶国籍证书214本，"
            "实施行政检查9210艘次，作出行政处罚1102件。",
        ),
        more={"proactive.penalties.decisions": 1102},
        said={"received": 7, "handled": 5},
    ),
    Handwritten(
        issuer="示例区人民政府",
        year=2024,
        received=190,
        over=12,
        forward=10,
        results={
            "granted": 90,
            "partially_granted": 13,
            SECRET: 1,
            THIRD: 4,
            NOT_HELD: 60,
            CREATE: 3,
            PETITION: 14,
            AGAIN: 5,
            LAPSED: 2,
        },
        more={
            "reconsideration.upheld": 7,
            "reconsideration.corrected": 2,
            "reconsideration.pending": 1,
            f"{DOCS}.issued": 3,
            f"{DOCS}.repealed": 1,
            f"{DOCS}.in_force": 28,
        },
        text=(
            "2024年全区新收政府信息公开申请190件、结转2023年度12件，答复192件、结转2025年度10件，分别比上年增加20件、减少3件、"
            "增加18件和减少2件。",
            "全区制定行政规范性文件3件，宣布失效2件，废止1件，继续有效28件；开展合法性审查46件。",
            "全区因政府信息公开工作引起行政复议10件（上年6件），行政诉讼0件（上年2件）。",
        ),
        said={
            "received": 190,
            "carried_over": 12,
            "handled": 192,
            "carried_forward": 10,
            "reconsideration": 10,
            "litigation": 0,
        },
    ),
    Handwritten(
        issuer="示例市供销合作社",
        received=1,
        results={NOT_HELD: 1},
        text=("本年度受理公开申请1项，因不属于本单位职责范围，按“本机关不掌握相关政府信息”答复。",),
        said={},
    ),
    Handwritten(
        issuer="示例县住房和城乡建设局",
        received=36,
        over=1,
        forward=3,
        results={"granted": 15, "partially_granted": 1, NOT_HELD: 14, PETITION: 3, AGAIN: 1},
        text=(
            "（二）依申请公开情况",
            "全年共收到申请36件，上年结转1件。",
            "其中予以公开15件、部分公开1件、无法提供14件、不予处理4件；3件结转下年度。",
            "（三）政府信息管理情况",
            "发布物业管理信息47件，受理燃气投诉申请26件，答复26件。",
        ),
        said={
            "received": 36,
            "carried_over": 1,
            "granted": 15,
            "unavailable": 14,
            "not_processed": 4,
            "carried_forward": 3,
        },
    ),
    Handwritten(
        issuer="示例市商务局",
        received=9,
        results={"granted": 6, THIRD: 1, NOT_HELD: 2},
        text=(
            "全年受理9件，按期答复9件，其中予以公开的6件、因第三方不同意公开不予公开的1件、无法提供的2件。"
            "（以上均为政府信息公开申请）办理外商投资企业设立申请188件。",
        ),
        said={},
    ),
    Handwritten(
        issuer="示例市机关事务中心",
        year=2019,
        form="2019",
        received=2,
        results={"granted": 2},
        text=("自2019年5月15日新条例施行以来，收到申请1件；全年共收到政府信息公开申请2件，均已公开。",),
        said={"received": 2},
    ),
    Handwritten(
        issuer="示例区信访局",
        received=5,
        over=1,
        results={PETITION: 4, NOT_HELD: 2},
        text=(
            "2023年新增政府信息公开申请5件，2022年结转1件，均已办结，其中4件属信访事项，不予处理；2件我局不掌握，无法提供。"
            "全区信访系统受理信访事项8121件次，及时受理率、按期答复率分别为100%、99.9%。",
        ),
        said={"received": 5, "carried_over": 1},
    ),
    Handwritten(
        issuer="示例市卫生健康委员会",
        received=44,
        over=2,
        forward=1,
        results={"granted": 24, "partially_granted": 3, CASE_FILES: 2, NOT_HELD: 12, PETITION: 4},
        more={
            "reconsideration.upheld": 1,
            "reconsideration.other": 1,
            "litigation.after_reconsideration.pending": 1,
        },
        text=(
            "依申请公开：收到申请44件、上年结转2件、办结45件、结转下年1件。行政复议：2件（维持1件，撤回申请1件）。行政诉讼：1件，"
            "正在审理。全委受理医疗事故鉴定申请14件、执业注册申请5210件。",
        ),
        said={"received": 44, "carried_over": 2, "handled": 45, "carried_forward": 1},
    ),
    Handwritten(
        issuer="示例县人民政府",
        received=52,
        over=2,
        forward=1,
        results={"granted": 30, "partially_granted": 4, NOT_HELD: 15, PETITION: 3, OTHER: 1},
        text=(
            "全县累计受理依申请公开申请54件，含上年结转2件，办结53件，办结率98.1%；其中县级部门41件，乡镇13件。",
            "县政府常务会议审议议题126个，公开政府常务会议纪要24期，发布政府规章制度汇编1册。",
        ),
        said={"carried_over": 2, "handled": 53},
    ),
    Handwritten(
        issuer="示例市国防动员办公室",
        received=6,
        results={"granted": 2, SECRET: 3, NOT_HELD: 1},
        text=(
            "收到依申请公开6件。3件涉及国家秘密不予公开，2件予以公开，1件信息不存在。行政复议、行政诉讼均为零。",
        ),
        said={"received": 6, "granted": 2},
    ),
    Handwritten(
        issuer="示例区农业农村和水务局",
        received=11,
        results={"granted": 7, NOT_HELD: 4},
        text=(
            "本年度申请政府信息公开数量为11件，比上一年度的8件多3件。答复11件，其中公开7件、无法提供4件。"
            "实际收取信息处理费0元。受理农业保险理赔申请3021件。",
        ),
        said={"handled": 11, "unavailable": 4},
    ),
    Handwritten(
        issuer="示例市人民政府外事办公室",
        received=1,
        results={"granted": 1},
        text=("受理因公出国（境）申请312批、邀请外国人来华申请45件。依申请公开政府信息1件，已予公开。",),
        said={},
    ),
)
