"""Characters brought together: what two spellings must share before their meaning is compared.

Three strengths, and none of them touches what is shown to people: `tidy` only trims, `level`
replaces one character by one (so that places in the text stay valid), `fold` makes the key under
which labels and names compare.
"""

import functools
import unicodedata

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "\u2018\u2019\u02bc\u00b4\u2032\uff07"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

# Traditional characters of labels, amounts, units and company names, each with its simplified form.
TRADITIONAL = (
    "編编 號号 協协 議议 訂订 單单 採采 購购 憑凭 證证 買买 賣卖 貨货 戶户 稱称 報报 價价 詢询 貴贵 "
    "簽签 約约 時时 間间 點点 製制 應应 廠厂 攬揽 銷销 終终 業业 項项 裝装 幣币 種种 別别 圓圆 碼码 "
    "產产 備备 圖图 紙纸 總总 樣样 設设 標标 規规 術术 參参 數数 計计 稅税 額额 淨净 優优 讓让 發发 "
    "運运 費费 擔担 雜杂 條条 結结 質质 違违 責责 滯滞 納纳 隨随 資资 驗验 檢检 異异 蓋盖 騎骑 縫缝 "
    "萬万 億亿 貳贰 陸陆 兩两 個个 隻只 臺台 張张 組组 對对 雙双 開开 銀银 帳账 賬账 電电 話话 傳传 "
    "聯联 繫系 區区 變变 補补 註注 說说 負负 專专 與与 無无 將将 後后 內内 週周 遲迟 確确 認认 書书 "
    "務务 機机 為为 爲为 於于 現现 見见 門门 長长 車车 頁页 達达 還还 進进 實实 審审 寫写 據据 處处 "
    "餘余 齊齐 員员 團团 覽览 調调 請请 賠赔 償偿 贈赠 輸输 轉转 載载 關关 際际 險险 順顺 預预 領领 "
    "類类 錄录 減减 準准 滿满 潔洁 濟济 環环 畢毕 當当 盡尽 節节 範范 級级 統统 經经 緊紧 線线 繳缴 "
    "續续 義义 臨临 複复 國国 東东 華华 廣广 鋼钢 閥阀 軸轴 勞劳 寶宝 鎮镇 縣县 陽阳 鐵铁 風风 馬马 "
    "圍围 該该 訊讯 課课 識识 檔档 釐厘 選选 擇择 屬属 歸归 衝冲 鑒鉴 鑑鉴 熱热 壓压 濾滤 並并 權权 "
    "壞坏 殘残 損损 傷伤 鋁铝 銅铜 鎢钨 矽硅 矯矫 彈弹 墊垫 筆笔 塊块 噸吨 動动 靜静 從从 "
    "罰罚 懲惩 爭争 訴诉 訟讼 倉仓 庫库 絡络 匯汇 營营 辦办 歐欧 葉叶 輪轮 絲丝 襯衬 維维 護护 換换 "
    "廢废 許许 儲储 這这 係系 舊旧 場场 層层 樓楼 歷历 曆历 給给 則则 須须 鑄铸 鍛锻 鎳镍 鉻铬 鈦钛 膠胶 "
    "暫暂 緩缓 擱搁 刪删 執执 過过 誤误 錯错 劃划 僅仅 們们 沒没 帶带 測测 試试 導导 閱阅 連连 會会 郵邮 "
    "問问 題题 來来 錢钱 歡欢 簡简 幾几 騰腾 幫帮 響响 擬拟 體体 "
)
SIMPLER = {ord(pair[0]): ord(pair[1]) for pair in TRADITIONAL.split()}

# PDF fonts map some characters to the radicals block, which Unicode normalisation leaves alone:
# Unicode Standard, CJK Radicals Supplement, "Simplified" forms.
RADICALS = str.maketrans(
    "⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰", "见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙"
)


class _Levelled(dict[int, int | None]):
    """The one-for-one replacements, found out on first use of a character."""

    def __missing__(self, code: int) -> int:
        self[code] = found = ord(_levelled(chr(code)))
        return found


def _levelled(character: str) -> str:
    if character in DASHES:
        return "-"
    if character in APOSTROPHES:
        return "'"
    if character in UNSEEN or character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character)
    # Superscripts, circled digits and fractions say more than their digits: 12² is not 122.
    marked = unicodedata.decomposition(character).startswith(("<super>", "<sub>", "<circle>", "<fraction>"))
    return plain if len(plain) == 1 and not marked else character


LEVEL = _Levelled({**SIMPLER, **RADICALS})
EVEN = _Levelled(dict(RADICALS))
LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
PLAIN = {ord(each): unicodedata.normalize("NFKC", each) for each in LIGATURES}
PLAIN |= dict.fromkeys(map(ord, UNSEEN), "")


TURKISH = {ord("ı"): "i", ord("\u0307"): None}


def level(text: str) -> str:
    """Unify width, spaces, dashes, apostrophes and traditional forms, one character for one.

    The result is as long as `text`, so that a place found in it is a place in `text`.
    """
    return text if text.isascii() else _level(text)


@functools.lru_cache(maxsize=8192)
def _level(text: str) -> str:
    return text.translate(LEVEL)


def even(text: str) -> str:
    """Unify width, spaces, dashes and apostrophes as `level` does; traditional characters stay as printed."""
    return text if text.isascii() else text.translate(EVEN)


def plain(text: str) -> str:
    """Return `level` with ligatures opened, white space collapsed and the ends trimmed."""
    return " ".join(text.split()) if text.isascii() else _plain(text)


@functools.lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return " ".join(text.translate(PLAIN).translate(LEVEL).split())


def tidy(text: str) -> str:
    """Trim and collapse white space; everything else stays as printed."""
    return " ".join(text.split())


@functools.lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the key under which labels compare: no case, no width, no white space.

    Traditional characters count as their simplified form, every dash as "-" and every colon as ":".
    The two i of Turkish are one: its capitals are not those of other languages.
    """
    if text.isascii():
        return "".join(text.casefold().split())
    folded = unicodedata.normalize("NFKC", level(text)).casefold().translate(TURKISH)
    return "".join((folded if folded.isascii() else folded.translate(LEVEL)).split())
