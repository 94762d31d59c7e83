"""How offices word their figures: texts composed from a report's own cells, in the manners of many hands.

Every sentence is made up; what varies is what varies in published reports: who speaks, verbs, measure words,
order, what stands in brackets, what is compared with last year, what is counted besides.
"""

import random

import attrs

from gov_disclosure.model import AnnualReport, Narrative
from planted_faults import sound_report

__all__ = ["Office", "worded_report"]

A, R, C = "applications.", "applications.results.", "challenges."
MEASURES = ("件", "件", "件", "份", "宗", "条", "件次")


@attrs.define(slots=False)
class Office:
    """One hand: its issuer, its ways, and the figures it draws on."""

    rng: random.Random
    report: AnnualReport
    told: dict[str, int] = attrs.Factory(dict)

    def __attrs_post_init__(self) -> None:
        rng = self.rng
        self.year = self.report.year or 2023
        self.we = rng.choice(
            ("我局", "本机关", "", "", "全局", "我委", "本单位", "我区", "全区", "全县", "区政府办公室")
        )
        self.unit = rng.choice(MEASURES)
        self.total = rng.choice(("共", "累计", "总共", "", "", "合计"))
        self.application = rng.choice(
            (
                "政府信息公开申请",
                "政府信息公开申请",
                "信息公开申请",
                "依申请公开",
                "依申请公开申请",
                "依申请公开政府信息申请",
                "依申请公开事项",
            )
        )
        self.when = rng.choice((f"{self.year}年，", f"{self.year}年度，", "全年", "一年来，", "本年度", ""))

    def n(self, *paths: str) -> int:
        """The sum of cells."""
        total = 0
        for path in paths:
            value = self.report[path]
            assert isinstance(value, int)
            total += value
        return total

    def t(self, row: str) -> int:
        """The total of a row of table three."""
        return self.n(f"{A}{row}.total")

    def group(self, block: str) -> int:
        """The sum of a block of outcomes."""
        assert self.report.form is not None
        return self.n(
            *(
                f"{row.path}.total"
                for row in self.report.form.table("applications").rows
                if row.path.startswith(f"{R}{block}.") and self.report.prints(row.fields[0].path)
            )
        )

    def c(self, block: str, column: str = "total") -> int:
        """A column of table four."""
        if block == "litigation":
            return self.n(f"{C}litigation.direct.{column}", f"{C}litigation.after_reconsideration.{column}")
        return self.n(f"{C}reconsideration.{column}")

    def figure(self, value: int) -> str:
        """A figure as this hand writes it."""
        style = self.rng.random()
        if value >= 1000 and style < 0.4:
            return f"{value:,}"
        if style < 0.1:
            return f" {value} "
        if style < 0.15:
            return str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        if style < 0.2 and 0 < value < 10:
            return "零一两三四五六七八九"[value]
        return str(value)

    def count(self, value: int) -> str:
        """A figure with its measure word."""
        return self.figure(value) + self.unit

    # -- applications ---------------------------------------------------------------------------------

    def received(self) -> str:
        """What came in, with or without last year's open files."""
        rng, new, over = self.rng, self.t("received"), self.t("carried_over")
        if new == 0 and over == 0:
            return self.nothing_received()
        verb = rng.choice(
            (
                "收到",
                "收到",
                "受理",
                "接收",
                "收到并受理",
                "接到",
                "新收到",
                "新受理",
                "收到公民、法人和其他组织提出的",
            )
        )
        sentence = f"{self.when}{self.we}{self.total}{verb}"
        if rng.random() < 0.15:
            sentence += f"{self.count(new)}{self.application}"
        else:
            joint = rng.choice(("", "", "共计", "共", "数量为", "总数为"))
            sentence += f"{self.application}{joint}{self.count(new)}"
        self.told["received"] = new
        style = rng.random()
        if over and style < 0.25:
            sentence += rng.choice(
                (
                    f"，上年结转{self.count(over)}",
                    f"，上年度结转申请{self.count(over)}",
                    f"，另有上年结转{self.count(over)}",
                    f"，办理上年结转{self.count(over)}",
                    f"，结转上年度申请{self.count(over)}",
                    f"，另{self.count(over)}为上年度结转",
                    f"（另有{self.year - 1}年结转{self.count(over)}）",
                )
            )
            self.told["carried_over"] = over
        elif over and style < 0.4:
            both = new + over
            sentence = (
                f"{self.when}{self.we}{self.total}{verb}{self.application}{self.count(both)}"
                + rng.choice(
                    (
                        f"（含上年结转{self.count(over)}）",
                        f"，其中上年结转{self.count(over)}",
                        f"（包括上年度结转{self.count(over)}）",
                        f"，其中，本年新收{self.count(new)}，上年结转{self.count(over)}",
                    )
                )
            )
            self.told["received"], self.told["carried_over"] = both, over
        return sentence + self.compared(new)

    def compared(self, now: int) -> str:
        """A comparison with last year, or nothing."""
        rng = self.rng
        before = rng.randint(1, 90)
        gap = abs(now - before)
        return rng.choice(
            (
                "",
                "",
                "",
                "",
                "",
                f"，较上年{'增加' if now > before else '减少'}{gap}件",
                f"，同比{rng.choice(('增长', '下降'))}{rng.randint(1, 90)}.5%",
                f"，比{self.year - 1}年的{before}件{'增加' if now > before else '减少'}{gap}件",
                f"（{self.year - 1}年为{before}件）",
                f"，去年同期为{before}件",
                f"，比上年（{before}件）有所{'增加' if now > before else '下降'}",
                f"，较{self.year - 1}年{'多' if now > before else '少'}{gap}件",
                f"，上年同期收到{before}件",
            )
        )

    def nothing_received(self) -> str:
        """That nothing came."""
        self.told["received"] = 0
        return self.rng.choice(
            (
                f"{self.when}{self.we}未收到政府信息公开申请",
                f"{self.when}{self.we}未收到公民、法人或者其他组织提出的政府信息公开申请",
                f"{self.when}{self.we}没有收到依申请公开政府信息的申请",
                f"{self.when}{self.we}收到{self.application}0件",
                f"{self.when}{self.we}未接到信息公开申请",
                f"{self.when}{self.we}无依申请公开事项",
                f"{self.when}{self.we}共受理{self.application}0{self.unit}",
            )
        )

    def channels(self) -> str:
        """By which way applications came."""
        new = self.told.get("received", 0)
        if new < 3 or self.rng.random() < 0.5:
            return ""
        one = self.rng.randint(1, new - 1)
        return self.rng.choice(
            (
                f"，其中网络申请{one}件，信函申请{new - one}件",
                f"，其中，当面申请{one}件、通过政府网站申请{new - one}件",
                f"。其中通过网络渠道收到申请{one}件，现场收到申请{new - one}件",
                f"，其中线上申请{one}件、线下申请{new - one}件",
                f"（网上申请{one}件，邮寄申请{new - one}件）",
                f"。按申请方式分，信函{one}件、在线平台{new - one}件",
            )
        )

    def applicants(self) -> str:
        """Who applied."""
        new, natural = self.t("received"), self.n(f"{A}received.natural_person")
        if self.rng.random() < 0.75 or not new or self.told.get("received") != new:
            return ""
        self.told["applicant.natural_person"] = natural
        return self.rng.choice(
            (
                f"，其中自然人申请{natural}件，法人或其他组织申请{new - natural}件",
                f"。其中，自然人提出申请{natural}件，法人或其他组织提出{new - natural}件",
            )
        )

    def concluded(self) -> str:
        """What became of the applications."""
        rng, total, forward = self.rng, self.t("results.total"), self.t("carried_forward")
        if not total:
            return ""
        parts: list[str] = []
        style = rng.random()
        if style < 0.6:
            self.told["handled"] = total
            parts.append(
                rng.choice(
                    (
                        f"办结{self.count(total)}",
                        f"答复政府信息公开申请{self.count(total)}",
                        f"已办结{self.count(total)}",
                        f"{self.total}答复{self.count(total)}",
                        f"办理{self.application}{self.count(total)}",
                        f"按期答复{self.count(total)}",
                        f"本年度办结申请{self.count(total)}",
                    )
                )
            )
        elif style < 0.8:
            parts.append(rng.choice(("均已按期答复", "全部在法定期限内答复", "答复率100%", "均依法依规办理")))
        if forward and rng.random() < 0.6:
            self.told["carried_forward"] = forward
            parts.append(
                rng.choice(
                    (
                        f"结转下年度{self.count(forward)}",
                        f"结转至下一年度继续办理{self.count(forward)}",
                        f"{self.count(forward)}结转下年度继续办理",
                        f"另有{self.count(forward)}结转至{self.year + 1}年办理",
                        f"其余{self.count(forward)}因答复期限未到，结转下年办理",
                        f"结转{self.year + 1}年{self.count(forward)}",
                        f"{self.count(forward)}顺延到下年度答复",
                    )
                )
            )
        elif not forward and rng.random() < 0.2:
            self.told["carried_forward"] = 0
            parts.append(rng.choice(("无结转下年度申请", "没有结转至下年度的申请")))
        return rng.choice(("，", "。", "；")) + "，".join(parts) if parts else ""

    def outcomes(self) -> str:
        """A list of results."""
        rng = self.rng
        if not self.told.get("received") or rng.random() < 0.3:
            return ""
        total = max(self.t("results.total"), 1)
        wanted: list[tuple[str, int, tuple[str, ...]]] = []
        granted, partial = self.t("results.granted"), self.t("results.partially_granted")
        if rng.random() < 0.35:
            wanted.append(
                (
                    "disclosed",
                    granted + partial,
                    ("予以公开及部分公开", "予以公开和部分公开", "予以公开或部分公开"),
                )
            )
        else:
            wanted.append(("granted", granted, ("予以公开", "同意公开", "予以公开的")))
            wanted.append(("partially_granted", partial, ("部分公开", "予以部分公开", "部分公开的")))
        wanted.append(("denied", self.group("denied"), ("不予公开", "决定不予公开", "不予公开的")))
        wanted.append(
            (
                "unavailable",
                self.group("unavailable"),
                ("无法提供", "无法提供的", "因本机关不掌握等原因无法提供"),
            )
        )
        wanted.append(("not_processed", self.group("not_processed"), ("不予处理", "不予处理的")))
        wanted.append(("other_handling", self.group("other_handling"), ("其他处理", "作其他处理")))
        if rng.random() < 0.3:
            wanted.append(
                (
                    "denied.state_secret",
                    self.t("results.denied.state_secret"),
                    ("属于国家秘密", "因属于国家秘密不予公开"),
                )
            )
            wanted.append(("not_processed.repeated", self.t("results.not_processed.repeated"), ("重复申请",)))
            wanted.append(
                (
                    "unavailable.not_held",
                    self.t("results.unavailable.not_held"),
                    ("本机关不掌握相关政府信息", "信息不存在"),
                )
            )
            wanted.append(
                (
                    "denied.enforcement_files",
                    self.t("results.denied.enforcement_files"),
                    ("属于行政执法案卷", "行政执法案卷信息"),
                )
            )
        chosen = [one for one in wanted if one[1] or rng.random() < 0.2]
        rng.shuffle(chosen)
        chosen = chosen[: rng.randint(1, 6)]
        if not chosen:
            return ""
        behind = rng.random() < 0.2
        shares = rng.random() < 0.15
        pieces = []
        for kind, value, words in chosen:
            if "不予公开" in (word := rng.choice(words)) and kind != "denied":
                kind = ""
            self.told |= {kind: value} if kind else {}
            share = f"，占{100 * value / total:.1f}%" if shares else ""
            has = rng.choice(("", "", "", "有", "共")) if not behind else ""
            pieces.append(
                (
                    f"{self.count(value)}{word.removesuffix('的')}"
                    if behind
                    else f"{word}{has}{self.count(value)}"
                )
                + share
            )
        mark = rng.choice(("，", "、", "；", "，")) if not shares else rng.choice(("，", "；"))
        return rng.choice(
            ("。其中，", "，其中：", "，其中", "。在已办结的申请中，", "。从办理结果看，")
        ) + mark.join(pieces)

    # -- reconsideration and litigation ---------------------------------------------------------------

    def challenges(self) -> str:
        """Reconsiderations and suits, in a sentence or two."""
        rng, recon, suits = self.rng, self.c("reconsideration"), self.c("litigation")
        why = rng.choice(
            (
                "因政府信息公开引起的",
                "因政府信息公开引发",
                "涉及政府信息公开的",
                "政府信息公开",
                "因政府信息公开工作被提起",
            )
        )
        if not recon and not suits:
            self.told |= {"reconsideration": 0, "litigation": 0}
            return rng.choice(
                (
                    f"{self.when}未发生因政府信息公开引起的行政复议、行政诉讼。",
                    f"{self.when}{self.we}没有因政府信息公开引发的行政复议和行政诉讼案件。",
                    f"{self.when}未产生政府信息公开行政复议、行政诉讼情况。",
                    f"{self.when}{why}行政复议0件、行政诉讼0件。",
                )
            )
        style = rng.random()
        if style < 0.2:
            self.told["challenges"] = recon + suits
            return f"{self.when}{why}行政复议、行政诉讼案件共{recon + suits}件。"
        self.told |= {"reconsideration": recon, "litigation": suits}
        if style < 0.5:
            cases, unit, suit_cases = (
                rng.choice(("", "案件", "申请")),
                rng.choice("件起"),
                rng.choice(("", "案件")),
            )
            return f"{self.when}{why}行政复议{cases}{recon}{unit}，行政诉讼{suit_cases}{suits}件。"
        upheld, corrected = self.c("reconsideration", "upheld"), self.c("reconsideration", "corrected")
        self.told |= {"reconsideration.upheld": upheld, "reconsideration.corrected": corrected}
        kept, mended = rng.choice(("结果维持", "维持")), rng.choice(("结果纠正", "被纠正", "纠正"))
        text = f"{self.when}{why}行政复议{recon}件，其中{kept}{upheld}件、{mended}{corrected}件"
        if style < 0.75:
            pending = self.c("litigation", "pending")
            self.told["litigation.pending"] = pending
            return text + f"；行政诉讼{suits}件，其中尚未审结{pending}件。"
        return text + f"；行政诉讼{suits}件。"

    # -- table two, fees, and what is counted besides ---------------------------------------------------

    def documents(self) -> str:
        """Documents and decisions."""
        rng, form = self.rng, self.report.form
        assert form is not None
        made = "issued" if form.get("proactive.normative_documents.issued") else "created"
        number = self.n(f"proactive.normative_documents.{made}")
        licences, penalties = self.n("proactive.licensing.decisions"), self.n("proactive.penalties.decisions")
        texts = [
            f"{self.when}制发行政规范性文件{number}件",
            f"{self.when}共制定规范性文件{number}件",
            f"{self.when}作出行政许可决定{licences}件、行政处罚决定{penalties}件",
            f"{self.when}共作出行政处罚决定{penalties}件",
        ]
        if form.get("proactive.normative_documents.in_force"):
            stock, repealed = (
                self.n("proactive.normative_documents.in_force"),
                self.n("proactive.normative_documents.repealed"),
            )
            texts += [
                f"{self.when}制发行政规范性文件{number}件，废止规范性文件{repealed}件，现行有效的行政规范性文件{stock}件",
                f"截至年底，现行有效规范性文件{stock}件",
            ]
        return rng.choice(texts) + "。"

    def fees(self) -> str:
        """Fees for handling applications."""
        return self.rng.choice(
            (
                "本年度未收取信息处理费。",
                "未发生收费情况。",
                f"{self.when}共收取信息处理费{self.rng.randint(1, 90) * 10}元。",
                "依申请公开没有收取任何费用。",
                "本年度收取信息处理费0元。",
                f"发出收费通知{self.rng.randint(1, 4)}件，总金额200元，实际收取100元。",
                "无其他需要报告的事项。",
            )
        )

    def besides(self) -> str:
        """Counts that belong to no cell."""
        n = self.rng.randint
        return self.rng.choice(
            (
                f"通过门户网站主动公开政府信息{n(100, 3000)}条。",
                f"政务微信公众号发布信息{n(20, 900)}余条，阅读量{n(2, 90)}万次。",
                f"受理群众咨询{n(3, 400)}件，办结率100%。",
                f"办理12345热线工单{n(30, 4000)}件，满意率{n(90, 99)}.{n(1, 9)}%。",
                f"全年举办培训班{n(1, 5)}期，培训{n(20, 200)}人次。",
                f"办理人大建议{n(1, 20)}件、政协提案{n(1, 30)}件，答复率100%，均予以公开。",
                f"受理行政许可申请{n(3, 4000)}件，全部按时办结。",
                f"公开行政许可信息{n(10, 500)}条、行政处罚信息{n(3, 90)}条。",
                f"审理行政复议案件{n(3, 60)}件，办理行政应诉案件{n(2, 30)}件。",
                f"累计回复网民留言{n(3, 60)}条，回复领导信箱来信{n(3, 60)}件。",
                f"政策解读{n(3, 30)}篇，召开新闻发布会{n(1, 6)}场。",
                f"收到项目申请{n(2, 60)}件，审核通过{n(1, 50)}件。",
                f"清理规章制度{n(2, 20)}项。",
                f"上半年收到信息公开申请{n(2, 30)}件。",
                f"{self.year - 1}年收到政府信息公开申请{n(2, 60)}件。",
                f"自2008年以来累计受理政府信息公开申请{n(300, 900)}件。",
                f"公开规范性文件{n(2, 30)}件，解读{n(1, 9)}件。",
                f"办理不动产登记申请{n(200, 9000)}件。",
                f"依申请政务服务事项共{n(200, 900)}项。",
                f"开展依申请公开工作培训{n(1, 4)}次。",
                "落实三审三校制度，一件一档，做到件件有回音。",
                f"按照《条例》第{n(10, 40)}条规定，修订公开指南{n(1, 2)}次。",
                f"报送各类信息{n(100, 900)}条，被采用{n(10, 90)}条。",
            )
        )

    # -- the whole ------------------------------------------------------------------------------------

    def paragraphs(self) -> tuple[str, ...]:
        """Section one."""
        rng = self.rng
        applied = (
            self.received() + self.channels() + self.applicants() + self.concluded() + self.outcomes() + "。"
        )
        heading = rng.choice(("（二）依申请公开情况", "（二）依申请公开方面。", "2.依申请公开。", ""))
        runs_on = heading.endswith("。") or not heading
        about = [heading + applied] if runs_on else [heading, applied]
        first = (
            "（一）主动公开情况。"
            + self.besides()
            + (self.documents() if rng.random() < 0.5 else "")
            + self.besides()
        )
        last = (
            "（三）政府信息管理。"
            + self.besides()
            + (self.challenges() if rng.random() < 0.7 else "")
            + self.besides()
        )
        return (first, *about, last)


def worded_report(rng: random.Random, form: str = "2021") -> Office:
    """A sound report whose text gives its figures, and what of them it gives (``told``)."""
    issuer = rng.choice(
        ("示例区人民政府", "示例区教育局", "示例市水务局", "示例县人民政府办公室", "示例街道办事处")
    )
    report = sound_report(rng, form, scale=rng.choice((0, 3, 12, 60, 900)))
    counts = {
        field.path: rng.choice((0, rng.randint(0, 9), rng.randint(0, 400)))
        for field in report.form.table("proactive").fields  # type: ignore[union-attr]
        if field.type != "decimal"
    }
    report = attrs.evolve(report.replace(counts), issuer=issuer)
    office = Office(rng, report)
    if issuer != "示例区人民政府" and office.we in ("我区", "全区", "全县"):
        office.we = ""
    narrative = Narrative(
        overview=office.paragraphs(),
        proactive=(),
        applications=(),
        challenges=(),
        problems=("公开内容还不够细致，下一步将继续改进工作方法。",),
        other_matters=(office.fees(),),
    )
    office.report = attrs.evolve(report, narrative=narrative)
    return office
