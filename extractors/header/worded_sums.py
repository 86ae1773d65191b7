"""A sum in words and in figures in one text, with no label between them: 人民币壹万元整 ￥10000.00."""

from extractors.fields import capitals
from extractors.late import late
from extractors.rare import Rare

WORDED = Rare(
    r"\s*(?:人民币)?\s*[(（]?\s*(?:大写)?\s*[)）]?\s*[:：]?\s*"
    r"(?P<words>[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分]{2,}[元圆角分][整正]?)\s*[,，;；/]?\s*"
    r"[(（]?\s*(?:小写)?\s*[)）]?\s*[:：]?\s*(?P<figures>(?:[¥￥]|RMB|CNY|人民币)\s?\d[\d.,]*\d|\d[\d,]*\.\d\d)"
    r"\s?元?(?:整)?\s*[)）]?\s*[。.]?\s*",
    "元|圆|角|分",
)
FURTHER = late(
    r"(?P<sum>(?:[¥￥]|RMB|CNY|人民币)?\s?\d[\d,]*(?:\.\d+)?\s?元?整?\s*(?:[(（][^()（）]*[)）])?)"
    r"(?:\s*[。；;]|\s+(?=(?:备?注|附注|说明)\s?[:：]))\s*(?!其中)[\u4e00-\u9fff].*"
)
"""A sum with further sentences behind it: ￥12.00（大写：…）。价格含运费。"""
ANOTHER = late(
    r"(?:[¥￥]|RMB|CNY|人民币)\s?\d|\d\s?元|\d[.,]\d{2}(?![\d%％])|[壹贰叁肆伍陆柒捌玖拾佰仟万]{2,}[元圆]"
    r"|(?:下浮|让利|优惠)\s?\d|\d\s?折"
)
"""Another sum in these sentences, or what leads to one: …400.00元。实际按380元结算。总价下浮3%。"""


def alone(text: str) -> str:
    """Return what stands beside the label of a sum, without sentences behind it that state no other."""
    found = FURTHER.fullmatch(text)
    return found["sum"] if found is not None and not ANOTHER.search(text, found.end("sum")) else text


def spans(text: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where the words and the figures of a sum stand in a text that is nothing but both."""
    found = WORDED.fullmatch(text)
    if found is None or capitals.parse(found["words"]) is None:
        return None
    return found.span("words"), found.span("figures")
