"""Traditional characters for what the made-up orders say in simplified ones."""

# ruff: noqa: E501 - a row of a table stays a line

SIMPLIFIED = "机密双面装组环轴叶轮滤颈软盘维圈边缠绕垫块联节静动卖买单价数计项编号称规图单订购报采应货额总币请备验后发票结汇转电预领收东东区号厂"
TRADITIONAL = "機密雙面裝組環軸葉輪濾頸軟盤維圈邊纏繞墊塊聯節靜動賣買單價數計項編號稱規圖單訂購報採應貨額總幣請備驗後發票結匯轉電預領收東東區號廠"
FURTHER = {
    "贝": "貝",
    "岚": "嵐",
    "仓": "倉",
    "库": "庫",
    "个": "個",
    "只": "只",
    "内": "內",
    "沟": "溝",
    "纹": "紋",
    "复": "複",
}
TABLE = str.maketrans(SIMPLIFIED, TRADITIONAL) | str.maketrans(FURTHER)


def traditional(text: str) -> str:
    """Return text in traditional characters, as far as these orders use them."""
    return text.translate(TABLE)
