"""Units of measure: which printed unit means the same as which other.

The code on the left is ours; the words are what customers, SAP (internal and German names) and
UN/ECE Recommendation 20 call it. Chinese counts single pieces with many words (台 machines, 支 long
thin things, 只 small ones, 根 rods, 片 plates): on a price list they are one and the same unit.
"""

import functools

from extractors.fields.text import fold
from extractors.late import late

PIECES = (
    "件 个 只 支 片 条 根 台 块 枚 颗 粒 把 张 架 辆 节 头 pc pcs pce pces piece pieces ea each st stk stck"
    " stück stueck styck stuks c62 h87 unit units u un no nos nr nmb nar pz pza szt pç pçs peça peças"
    " pièce pièces pieza piezas"
    " pezzo pezzi unidad unidades unité unités off adet ks kus kusy buc buah sztuk sztuki шт 개 個 ケ"
)
WORDS = {
    "EA": PIECES,
    "SET": "套 jeu jeux sada sady zestaw zestawy 세트 セット"
    " takım комплект компл set sets satz sätze sa kpl komplet garnitur garnituren jgo juego juegos"
    " jg jogo jogos cj conjunto conjuntos",
    "FU": "副 付",
    "GROUP": "组 grp group groups",
    "KIT": "kit kits kt",
    "PAIR": "对 双 çift pair pairs pr prs paa paar npr",
    "LOT": "批 lot lots le ls lumpsum pauschal pauschale pausch psch",
    "ACT": "项 次 宗 趟 车次 au act job jobs task",
    "KG": "千克 公斤 kg kgs kgm kilogram kilograms kilogramm kilo kilos",
    "G": "克 g gr grm gram grams gramm",
    "T": "吨 公吨 t to tne ton tons tonne tonnes tonnen mt",
    "LB": "磅 lb lbs lbr",
    "M": "米 公尺 m mtr mtrs meter meters metre metres metro metros 延米",
    "CM": "厘米 公分 cm cmt",
    "MM": "毫米 mm mmt",
    "KM": "千米 公里 km kmt",
    "FT": "英尺 ft fot foot feet",
    "INCH": '英寸 寸 inch inches inh "',
    "M2": "平方米 平米 m2 mtk sqm qm",
    "M3": "立方米 立方 m3 mtq cbm",
    "L": "升 公升 l ltr lt liter liters litre litres litro litros",
    "ML": "毫升 ml mlt",
    "GAL": "加仑 gal gll gallon gallons",
    "H": "小时 工时 h hr hrs hur hour hours std stunde stunden",
    "DAY": "天 日 人天 工日 day days tag tage manday mandays",
    "MONTH": "月 个月 month months mon monat",
    "YEAR": "年 year years ann jahr",
    "BOX": "盒 box boxes bx",
    "CARTON": "箱 ctn ctns carton cartons karton kartons kar case cases",
    "PACK": "包 pack packs pac pk pkt packet packets pak packung packungen",
    "BAG": "袋 bag bags bg beutel",
    "BOTTLE": "瓶 bottle bottles btl fl flasche flaschen",
    "CAN": "罐 can cans tin dose dosen kan kanister canister canisters jerrycan",
    "DRUM": "桶 drum drums dr drm barrel barrels fass fässer pail pails",
    "ROLL": "卷 roll rolls rol ro rolle rollen",
    "COIL": "盘 圈 coil coils reel",
    "SHEET": "sheet sheets sht shts bl",
    "TUBE": "tube tubes tuben tbe tb tub",
    "COPY": "份 本 册 copy copies",
    "DOZEN": "打 dz doz dozen dzn dutzend",
    "KWH": "度 千瓦时 kwh",
    "PERSON": "人 person persons",
}
CODES = {fold(word): code for code, words in WORDS.items() for word in words.split()}
COMPATIBLE = {
    # A 副 of seal faces is a set of two parts that belong together; some systems keep it as a pair.
    frozenset({"FU", "SET"}): True,
    frozenset({"FU", "PAIR"}): True,
    frozenset({"FU", "KIT"}): None,
    frozenset({"SET", "KIT"}): None,
    frozenset({"SET", "GROUP"}): None,
    frozenset({"LOT", "ACT"}): None,
    frozenset({"SHEET", "EA"}): None,
    frozenset({"BOX", "CARTON"}): None,
    frozenset({"COPY", "EA"}): None,
}
BETWEEN = late(r"[/()（）|,，、]")
LATIN = r"[A-Za-zü]{1,8}\.?(?:\(s\))?"
HAN = r"[\u4e00-\u9fff]{1,3}"
PAIR = late(
    rf"\s*(?:(?P<han>{HAN})\s*[/／|(（]?\s*(?P<latin>{LATIN})|(?P<first>{LATIN})\s*[/／"
    rf"|(（]?\s*(?P<then>{HAN}))"
    r"\s*[)）]?\s*"
)
"""A unit in Chinese and in Latin letters beside each other."""
LONGEST = 20


def canonical(text: str) -> str | None:
    """Return our code for a printed unit, None where it is unknown or names two different units."""
    return _canonical(text) if len(text) <= LONGEST else None


@functools.lru_cache(maxsize=1024)
def _canonical(text: str) -> str | None:
    whole = fold(text)
    found = CODES.get(whole) or CODES.get(whole.rstrip(".").replace("(s)", "s"))
    if found:
        return found
    # "件/PC" and "EA(个)" say one unit in two languages; "台/套" leaves it open.
    pair = PAIR.fullmatch(whole)
    cut = [each for each in pair.groups() if each] if pair else BETWEEN.split(whole)
    parts = [part.rstrip(".") for part in cut if part]
    codes = {CODES.get(part) for part in parts}
    return codes.pop() if len(parts) > 1 and len(codes) == 1 else None


def of_two_tongues(text: str) -> tuple[str, bool] | None:
    """Return the Chinese word of a unit said in two languages ("件/PC", 套 SET), and whether both mean one.

    None where it is anything else. A machine (台) is called a set in English; 支/set says two units.
    """
    found = PAIR.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return _of_two_words(text)
    han, latin = found["han"] or found["then"], found["latin"] or found["first"]
    one, other = canonical(han), canonical(latin)
    alike = one == other or (han, other) == ("台", "SET")
    return None if one is None or other is None else (han, alike)


def _of_two_words(text: str) -> tuple[str, bool] | None:
    """Return the first of two words for one unit: "Stk./pcs"."""
    first, _, second = text.partition("/")
    one, other = canonical(first.strip()), canonical(second.strip())
    return (first.strip(), True) if one is not None and one == other else None


def same(a: str, b: str) -> bool | None:
    """Tell whether two printed units mean the same; None where that is not known."""
    if fold(a) == fold(b):
        return True
    one, other = canonical(a), canonical(b)
    if one is None or other is None:
        return None
    return one == other or COMPATIBLE.get(frozenset({one, other}), False)
