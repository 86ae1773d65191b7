"""Invented small and middle firms whose buyers type their orders themselves."""

# ruff: noqa: E501 - a row of a table stays a line

from bench.layouts.values import Party


def _china(
    code: str, zh: tuple[str, str, str], en: tuple[str, str, str], city: tuple[str, str], domain: str
) -> Party:
    """Return a company with a Chinese name from name, street and goods-in address in both languages."""
    return Party(
        zh=zh[0], en=en[0], street_zh=zh[1], street_en=en[1], place_zh=zh[2], place_en=en[2],
        code=code, domain=f"{domain}.example", city_en=city[1], city_zh=city[0],
    )  # fmt: skip


def _abroad(code: str, en: str, street: str, place: str, where: tuple[str, str]) -> Party:
    """Return a company without a Chinese name; `where` is its city and the name of its domain."""
    return Party("", en, "", street, "", place, code, f"{where[1]}.example", where[0])


WORKSHOPS = (
    _china(
        "RFB",
        ("荣沣泵阀制造有限公司", "沣宁市经开区创新二路15号", "沣宁市经开区创新二路15号3号车间仓库"),
        ("Rongfeng Pump & Valve Manufacturing Co., Ltd.", "15 Chuangxin 2nd Road, Fengning",
         "Store of Workshop 3, 15 Chuangxin 2nd Road, Fengning"),
        ("沣宁", "Fengning"), "rongfeng-pv",
    ),
    _china(
        "KXJ",
        ("凯旭机电设备商行", "淮屿市机电市场6栋12号", "淮屿市机电市场6栋12号"),
        ("Kaixu Electromechanical Store", "12 Block 6, Machinery Market, Huaiyu",
         "12 Block 6, Machinery Market, Huaiyu"),
        ("淮屿", "Huaiyu"), "kaixu-jd",
    ),
    _china(
        "BCY",
        ("滨昌药业（集团）有限责任公司", "昌溪县医药园康健路8号", "昌溪县医药园康健路8号五金备件库"),
        ("Binchang Pharmaceutical Group", "8 Kangjian Road, Pharma Park, Changxi",
         "Hardware Store, 8 Kangjian Road, Pharma Park, Changxi"),
        ("昌溪", "Changxi"), "binchang",
    ),
    _china(
        "LYT",
        ("鲁屹热电有限公司", "屹城市供热中街101号", "屹城市供热中街101号检修物资库"),
        ("Luyi Heat and Power Co., Ltd.", "101 Middle Gongre Street, Yicheng",
         "Maintenance Store, 101 Middle Gongre Street, Yicheng"),
        ("屹城", "Yicheng"), "luyi-power",
    ),
    _china(
        "MJS",
        ("明佳食品机械厂", "湄安市北郊工业小区4号", "湄安市北郊工业小区4号"),
        ("Mingjia Food Machinery Works", "4 Beijiao Industrial Estate, Mei'an",
         "4 Beijiao Industrial Estate, Mei'an"),
        ("湄安", "Mei'an"), "mingjia-food",
    ),
)  # fmt: skip

AGENTS = (
    _china(
        "HSD",
        ("和昇达国际贸易（沪川）有限公司", "沪川市自贸区启航路200号A座1703室", "沪川市自贸区保税3号库"),
        ("Heshengda International Trading (Huchuan) Co., Ltd.", "Room 1703, Tower A, 200 Qihang Road, Huchuan",
         "Bonded Warehouse 3, Free Trade Zone, Huchuan"),
        ("沪川", "Huchuan"), "heshengda",
    ),
    _china(
        "WLX",
        ("维隆西尔过程设备（苏岭）有限公司", "苏岭市新区枫桥工业坊9号", "苏岭市新区枫桥工业坊9号收货区"),
        ("Weilong Seal Process Equipment (Suling) Co., Ltd.", "Unit 9, Fengqiao Industrial Square, Suling",
         "Receiving Area, Unit 9, Fengqiao Industrial Square, Suling"),
        ("苏岭", "Suling"), "weilong",
    ),
)  # fmt: skip

FIRMS = (
    _abroad("PBK", "Penbrook Pump Repairs Ltd", "Unit 4, Old Dairy Yard, Penbrook PB3 9XA, United Kingdom",
            "Unit 4, Old Dairy Yard, Penbrook PB3 9XA, United Kingdom", ("Penbrook", "penbrook-pumps")),
    _abroad("JVT", "Jansen & Verhoef Techniek B.V.", "Kanaaldijk 77, 4999 ZX Oudewater-Noord, The Netherlands",
            "Magazijn, Kanaaldijk 79, 4999 ZX Oudewater-Noord, The Netherlands", ("Oudewater-Noord", "jv-techniek")),
    _abroad("OPI", "Officine Pompe Isarco S.r.l.", "Via dell'Artigiano 22, 39999 Valdisotto, Italy",
            "Via dell'Artigiano 24, 39999 Valdisotto, Italy", ("Valdisotto", "opisarco")),
    _abroad("MRT", "Marlin Rock Trading Pte Ltd", "18 Tuas Link Crescent #05-11, Singapore 639999",
            "18 Tuas Link Crescent #01-02, Singapore 639999", ("Singapore", "marlinrock")),
    _abroad("LNS", "Lindqvist Service AB", "Verkstadsgatan 6, 599 99 Norrhult, Sweden",
            "Godsmottagning, Verkstadsgatan 8, 599 99 Norrhult, Sweden", ("Norrhult", "lindqvist-service")),
)  # fmt: skip

SHOPS = (
    _abroad("GVP", "Gravel Valley Pump Supply, Inc.", "2215 County Road 9, Gravel Valley, NE 68999",
            "Shop Door B, 2217 County Road 9, Gravel Valley, NE 68999", ("Gravel Valley", "gvpump")),
    _abroad("TMS", "Tri-Mesa Seal & Gasket LLC", "901 Foundry Ave, Tri-Mesa, AZ 86999",
            "905 Foundry Ave, Dock 2, Tri-Mesa, AZ 86999", ("Tri-Mesa", "trimesaseal")),
)  # fmt: skip

WERKE = (
    _abroad("HBF", "Hübner & Fiedler Pumpenservice GmbH", "Gewerbestraße 11, 74999 Mühlentalheim, Germany",
            "Warenannahme Halle 2, Gewerbestraße 13, 74999 Mühlentalheim, Germany", ("Mühlentalheim", "huebner-fiedler")),
    _abroad("AKS", "Alpkessel Anlagenbau GmbH", "Bahnhofweg 3, 6999 Alpkessel, Austria",
            "Lager West, Bahnhofweg 5, 6999 Alpkessel, Austria", ("Alpkessel", "alpkessel")),
)  # fmt: skip

PARTIES = {
    "hand workshops": WORKSHOPS,
    "hand agents": AGENTS,
    "hand firms": FIRMS,
    "hand shops": SHOPS,
    "hand werke": WERKE,
}
