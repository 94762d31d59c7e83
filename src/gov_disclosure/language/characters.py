"""Tables of characters: radicals that stand for whole characters, traditional forms of simplified ones."""

__all__ = ["PHRASES", "RADICALS", "SIMPLIFIED"]


def _pairs(table: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in table.split()}


#: Of the block "CJK Radicals Supplement", which Unicode's own normalisation leaves alone: what fonts in
#: documents printed from a browser put in the place of an ordinary character of the same shape.
RADICALS: dict[str, str] = _pairs(
    """
    ⺁厂 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺉刂 ⺊卜 ⺋㔾 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡
    ⺜日 ⺝月 ⺞歺 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟
    ⺱罓 ⺲罒 ⺳㓁 ⺴㓁 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见
    ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦
    ⻚页 ⻛风 ⻜飞 ⻝食 ⻞飠 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯
    ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀
    """
)

#: Traditional and variant forms of the characters of the forms' labels, of section titles, and of the words
#: that stand around them (titles, issuers, measure words). Includes what machine conversion of simplified
#: text wrongly makes of them (製 for 制, 複 for 复, 隻 for 只). Left out on purpose: characters that are
#: also correct simplified text (乾 in 乾县, 著 in 显著, 覆 in 覆盖).
SIMPLIFIED: dict[str, str] = _pairs(
    """
    萬万 業业 個个 箇个 為为 爲为 舉举 義义 於于 產产 産产 價价 會会 傳传 體体 餘余 關关 內内 決决 況况
    減减 準准 辦办 務务 動动 區区 單单 發发 髮发 號号 後后 員员 國国 處处 復复 複复 實实 審审 對对 屬属
    應应 廢废 開开 強强 彊强 當当 總总 執执 護护 報报 據据 採采 數数 無无 術术 機机 權权 條条 來来 構构
    標标 檔档 沒没 濟济 現现 確确 穩稳 類类 糾纠 級级 納纳 組组 織织 經经 結结 繼继 續续 維维 繳缴 罰罚
    獲获 補补 規规 範范 計计 認认 議议 許许 訟讼 訪访 訴诉 詢询 請请 購购 費费 轉转 過过 這这 進进 逾逾
    項项 額额 題题 問问 製制 隻只 衹只 係系 繫系 鉤钩 鈎钩 說说 説说 詞词 該该 誤误 調调 論论 證证 評评
    識识 試试 詳详 課课 談谈 讀读 變变 訊讯 設设 語语 誰谁 諮咨 記记 訂订 討讨 託托 講讲 謝谢 譯译 註注
    貝贝 負负 責责 貨货 質质 資资 賠赔 賬账 貿贸 財财 貧贫 貪贪 買买 賣卖 賦赋 贊赞 車车 軍军 輸输 載载
    較较 輔辅 輕轻 連连 運运 達达 違违 遞递 選选 遺遗 還还 邊边 適适 遲迟 鄉乡 郵邮 鄰邻 醫医 釋释 錄录
    録录 鋪铺 鎮镇 鐵铁 鑑鉴 鑒鉴 銀银 錢钱 鐘钟 鍵键 長长 門门 閉闭 間间 閱阅 閲阅 聞闻 關关 隊队 階阶
    陽阳 陰阴 陳陈 陸陆 險险 隨随 隱隐 際际 難难 離离 雜杂 雲云 電电 靜静 響响 頁页 順顺 須须 預预 領领
    頭头 頻频 願愿 顯显 顧顾 風风 飛飞 養养 館馆 馬马 驗验 駁驳 駐驻 體体 魚鱼 鳥鸟 鹽盐 麗丽 麥麦 黃黄
    點点 黨党 齊齐 齡龄 龍龙 龜龟 東东 絲丝 兩两 嚴严 喪丧 豐丰 臨临 麼么 樂乐 習习 書书 亂乱 爭争 虧亏
    亞亚 親亲 億亿 僅仅 從从 倉仓 儀仪 們们 眾众 衆众 優优 偉伟 傷伤 倫伦 偽伪 僞伪 側侧 僑侨 償偿 儲储
    兒儿 兌兑 蘭兰 興兴 養养 獸兽 冊册 寫写 農农 凍冻 淨净 涼凉 幾几 鳳凤 憑凭 擊击 則则 剛刚 創创 刪删
    別别 劑剂 勸劝 勵励 勞劳 勢势 勳勋 華华 協协 賓宾 盧卢 衛卫 衞卫 廠厂 廳厅 歷历 曆历 厲厉 壓压 縣县
    參参 雙双 葉叶 嚮向 嘗尝 團团 園园 圍围 圖图 圓圆 聖圣 場场 塊块 堅坚 壇坛 壩坝 墳坟 墊垫 聲声 備备
    夠够 夢梦 奪夺 奮奋 獎奖 婦妇 媽妈 學学 孫孙 寧宁 寶宝 寬宽 將将 尋寻 導导 壽寿 爾尔 塵尘 嘗尝 盡尽
    層层 島岛 歲岁 嶺岭 嶽岳 幣币 師师 帳帐 帶带 幫帮 幹干 併并 並并 廣广 莊庄 慶庆 庫库 廟庙 彙汇 匯汇
    歸归 錄录 徵征 徑径 憶忆 憂忧 懷怀 態态 慮虑 戶户 戰战 戲戏 擴扩 掃扫 揚扬 換换 搶抢 擔担 擬拟 擁拥
    擇择 掛挂 揮挥 損损 撥拨 攜携 敵敌 斷断 舊旧 時时 曠旷 晉晋 暫暂 曉晓 劃划 殺杀 雜杂 極极 檢检 樣样
    樓楼 橋桥 樹树 檔档 歡欢 歐欧 殘残 畢毕 漢汉 湯汤 溝沟 滬沪 澤泽 潔洁 測测 瀏浏 濱滨 滿满 漸渐 溫温
    灣湾 濕湿 滅灭 燈灯 靈灵 災灾 爐炉 煉炼 煙烟 煩烦 燒烧 熱热 愛爱 爺爷 牽牵 狀状 獨独 獄狱 環环 瑪玛
    瓊琼 畝亩 異异 畫画 療疗 瘋疯 盤盘 監监 蓋盖 礦矿 碼码 礎础 禍祸 禮礼 種种 積积 稱称 稅税 窮穷 竊窃
    競竞 筆笔 築筑 篩筛 簡简 簽签 籤签 籌筹 糧粮 緊紧 紀纪 約约 紅红 純纯 紙纸 紛纷 終终 絕绝 給给 統统
    綠绿 綱纲 網网 綜综 編编 緣缘 線线 練练 縮缩 績绩 繪绘 聯联 職职 聽听 肅肃 腦脑 脫脱 臺台 節节 藝艺
    蘇苏 藥药 蘆芦 營营 蕭萧 薩萨 藍蓝 蟲虫 術术 裏里 裡里 製制 覽览 觀观 視视 覺觉 見见 觸触 趙赵 趕赶
    躍跃 衝冲 佈布 週周 諾诺 誠诚 諒谅 謹谨 證证 訓训 詐诈 譽誉 貴贵 費费 賀贺 贏赢 贛赣 跡迹 軌轨 軟软
    輪轮 轄辖 辭辞 遠远 遼辽 邏逻 鄭郑 鄧邓 酈郦 釀酿 針针 鈔钞 鋼钢 錯错 鍋锅 鏡镜 閃闪 閩闽 闊阔 闆板
    隸隶 霧雾 頂顶 頒颁 顏颜 額额 類类 飯饭 飲饮 餐餐 館馆 駕驾 騙骗 驚惊 騰腾 鬆松 鬥斗 鮮鲜 鷄鸡 雞鸡
    査查 眞真 羣群 値值 溼湿 産产 爲为 靑青 淸清 敎教 旣既 卽即 戸户 擧举 昇升 牆墙 廈厦 蹟迹 啟启 啓启 祕秘
    """
)
SIMPLIFIED = {traditional: simple for traditional, simple in SIMPLIFIED.items() if traditional != simple}

#: Words that conversion put in the place of the printed ones, after simplification of their characters.
PHRASES: tuple[tuple[str, str], ...] = (
    ("钩稽", "勾稽"),
    ("规范性档案", "规范性文件"),
    ("资讯", "信息"),
    ("覆议", "复议"),
    ("计画", "计划"),
)
