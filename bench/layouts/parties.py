"""Invented companies: the seller, and his customers by where they sit."""

from bench.layouts.values import Party

SELLER_ZH = "贝岚密封技术（天津）有限公司"
SELLER_EN = "Beilan Sealing Technology (Tianjin) Co., Ltd."
SELLER_STREET_ZH = "天津市西青区贝岚路66号"
SELLER_STREET_EN = "66 Beilan Road, Xiqing, Tianjin, P.R. China"


def _china(
    code: str, zh: tuple[str, str], en: tuple[str, str], city: tuple[str, str], store: str = "备件库"
) -> Party:
    """Return a Chinese company from its names and streets."""
    return Party(
        zh=zh[0], en=en[0], street_zh=zh[1], street_en=en[1],
        place_zh=f"{zh[1]}{store}", place_en=f"Spare Parts Store, {en[1]}",
        code=code, domain=f"{code.lower()}-group.example", city_en=city[1], city_zh=city[0],
    )  # fmt: skip


def _abroad(code: str, en: str, street: str, place: str, city: str) -> Party:
    """Return a company without a Chinese name."""
    domain = f"{code.lower()}-works.example"
    return Party("", en, "", street, "", place, code, domain, city)


CHINA = (
    _china(
        "QLH",
        ("青岚湾化工装备有限公司", "青岚市临港工业区海棠路18号"),
        ("Qinglanwan Chemical Equipment Co., Ltd.", "18 Haitang Road, Lingang Industrial Zone, Qinglan"),
        ("青岚", "Qinglan"),
    ),
    _china(
        "YHP",
        ("云鹤泵业集团股份有限公司", "云鹤市高新区松涛大道209号"),
        ("Yunhe Pump Group Co., Ltd.", "209 Songtao Avenue, High-Tech Zone, Yunhe"),
        ("云鹤", "Yunhe"),
    ),
    _china(
        "SFZ",
        ("朔丰造纸有限责任公司", "朔丰市东郊区纸坊街7号"),
        ("Shuofeng Paper Co., Ltd.", "7 Zhifang Street, Dongjiao District, Shuofeng"),
        ("朔丰", "Shuofeng"),
    ),
    _china(
        "LTS",
        ("澜图水务设备（江州）有限公司", "江州市滨湖区澜图路550号"),
        ("Lantu Water Equipment (Jiangzhou) Co., Ltd.", "550 Lantu Road, Binhu District, Jiangzhou"),
        ("江州", "Jiangzhou"),
    ),
    _china(
        "HYR",
        ("恒屿炼化有限公司", "恒屿市石化园区纵四路1号"),
        ("Hengyu Refining Co., Ltd.", "1 Zongsi Road, Petrochemical Park, Hengyu"),
        ("恒屿", "Hengyu"),
    ),
    _china(
        "DMD",
        ("岱明电力检修有限公司", "岱明市电厂路33号"),
        ("Daiming Power Maintenance Co., Ltd.", "33 Dianchang Road, Daiming"),
        ("岱明", "Daiming"),
    ),
    _china(
        "XSG",
        ("溪山钢铁（集团）有限公司", "溪山市冶金大街88号"),
        ("Xishan Iron and Steel Group Co., Ltd.", "88 Yejin Street, Xishan"),
        ("溪山", "Xishan"),
    ),
    _china(
        "NJL",
        ("宁嘉粮油加工股份有限公司", "宁嘉市粮丰路12号"),
        ("Ningjia Grain and Oil Co., Ltd.", "12 Liangfeng Road, Ningjia"),
        ("宁嘉", "Ningjia"),
    ),
)

TAIWAN = (
    _china(
        "TYH",
        ("泰岳宏機械股份有限公司", "桃嶺市工業二路26號"),
        ("Tai Yueh Hung Machinery Co., Ltd.", "26 Gongye 2nd Road, Taoling"),
        ("桃嶺", "Taoling"),
        "備件庫",
    ),
    _china(
        "JFK",
        ("晉豐化學工業股份有限公司", "港口區碼頭街109號"),
        ("Chin Feng Chemical Industry Co., Ltd.", "109 Matou Street, Kangkou"),
        ("港口", "Kangkou"),
        "備件庫",
    ),
)

AMERICA = (
    _abroad("KRP", "Kestrel River Pump & Valve, Inc.", "4120 Cannery Row, Suite 200, Eastport, ME 04631",
            "Receiving Dock 4, 900 Harbor Street, Eastport, ME 04631", "Eastport"),
    _abroad("BMO", "Blue Mesa Oilfield Supply LLC", "77 Caliche Road, Big Lake, TX 76932",
            "Yard 2, 1501 Pipeline Drive, Big Lake, TX 76932", "Big Lake"),
    _abroad("THF", "Three Hollows Food Processing Corp.", "600 Orchard Parkway, Hollow Falls, OH 43099",
            "Plant Stores, 610 Orchard Parkway, Hollow Falls, OH 43099", "Hollow Falls"),
)  # fmt: skip

BRITAIN = (
    _abroad("AWP", "Ashcombe Water Pumps Limited", "Weir House, Mill Lane, Ashcombe AS4 7QX, United Kingdom",
            "Unit 9, Tannery Estate, Ashcombe AS4 8LD, United Kingdom", "Ashcombe"),
    _abroad("DFM", "Dunfell Marine Engineering plc", "12 Slipway Road, Dunfell DF1 2BB, United Kingdom",
            "Goods Inward, Berth 3, Dunfell DF1 2BE, United Kingdom", "Dunfell"),
)  # fmt: skip

GERMANY = (
    _abroad("ELW", "Elbwiesen Pumpenbau GmbH", "Deichstraße 14, 21999 Elbwiesen, Deutschland",
            "Tor 3, Hafenring 2, 21999 Elbwiesen, Deutschland", "Elbwiesen"),
    _abroad("KRA", "Kraichtaler Armaturenwerk AG", "Am Steinbruch 5, 76799 Kraichtalheim, Deutschland",
            "Warenannahme, Am Steinbruch 9, 76799 Kraichtalheim, Deutschland", "Kraichtalheim"),
)  # fmt: skip

FRANCE = (
    _abroad("VLM", "Valmorel Robinetterie SAS", "8 rue des Tanneurs, 38999 Valmorel-le-Bas, France",
            "Quai B, 21 avenue du Port, 38999 Valmorel-le-Bas, France", "Valmorel-le-Bas"),
    _abroad("SGR", "Société Garonnaise de Pompes SA", "45 quai du Moulin, 33999 Garonville, France",
            "Magasin central, 47 quai du Moulin, 33999 Garonville, France", "Garonville"),
)  # fmt: skip

INDIA = (
    _abroad("SVP", "Suryavan Process Pumps Pvt. Ltd.", "Plot 41, GIDC Phase II, Navapur 396999, India",
            "Stores Gate 2, Plot 44, GIDC Phase II, Navapur 396999, India", "Navapur"),
    _abroad("KTP", "Kaveripur Thermal Power Company Limited", "Unit 3 Township, Kaveripur 620999, India",
            "Central Stores, Unit 3, Kaveripur 620999, India", "Kaveripur"),
)  # fmt: skip

ELSEWHERE = (
    _abroad("NTF", "Nordtind Filter AS", "Fjordveien 8, 6999 Nordtind, Norway",
            "Lager 2, Fjordveien 10, 6999 Nordtind, Norway", "Nordtind"),
    _abroad("TGP", "Tanjung Permai Petrochem Sdn. Bhd.", "Lot 22, Jalan Permai 5, 26999 Tanjung, Malaysia",
            "Warehouse C, Jalan Permai 7, 26999 Tanjung, Malaysia", "Tanjung"),
    _abroad("SWB", "Sandwick Bay Desalination Pty Ltd", "3 Brine Court, Sandwick Bay WA 6999, Australia",
            "Site Store, 1 Intake Road, Sandwick Bay WA 6999, Australia", "Sandwick Bay"),
)  # fmt: skip

PARTIES = {
    "china": CHINA,
    "taiwan": TAIWAN,
    "america": AMERICA,
    "britain": BRITAIN,
    "germany": GERMANY,
    "france": FRANCE,
    "india": INDIA,
    "elsewhere": ELSEWHERE,
}
