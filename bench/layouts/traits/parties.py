"""Further invented customers, named as companies of their countries name themselves."""

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


def _abroad(code: str, en: str, street: str, place: str, city: str) -> Party:
    """Return a company without a Chinese name."""
    return Party("", en, "", street, "", place, code, f"{code.lower()}-supply.example", city)


INSTITUTES = (
    _china(
        "JLY",
        ("江麓流体机械研究设计院", "江麓市科苑北路21号", "江麓市科苑北路21号中试基地物资室"),
        ("Jianglu Fluid Machinery Research Institute", "21 North Keyuan Road, Jianglu",
         "Materials Room, Pilot Base, 21 North Keyuan Road, Jianglu"),
        ("江麓", "Jianglu"), "jl-institute",
    ),
    _china(
        "TGK",
        ("铜岗矿业股份有限公司选矿厂", "铜岗县矿山路5号", "铜岗县矿山路5号选矿厂二号材料棚"),
        ("Tonggang Mining Corporation Concentrator", "5 Mine Road, Tonggang",
         "Material Shed No. 2, Concentrator, 5 Mine Road, Tonggang"),
        ("铜岗", "Tonggang"), "tonggang-mining",
    ),
    _china(
        "BHC",
        ("泊海船舶重工有限责任公司", "泊海市船坞大道300号", "泊海市船坞大道300号集配中心A3门"),
        ("Bohai Harbour Shipbuilding Co., Ltd.", "300 Dockyard Avenue, Bohai",
         "Gate A3, Kitting Centre, 300 Dockyard Avenue, Bohai"),
        ("泊海", "Bohai"), "bohai-ship",
    ),
)  # fmt: skip

DEALERS = (
    _china(
        "XCJ",
        ("锡川市鼎固机电设备经营部", "锡川市五金城C区118号", "锡川市五金城C区118号门市"),
        ("Xichuan Dinggu Electromechanical Trading", "118 Zone C, Hardware City, Xichuan",
         "Shop 118, Zone C, Hardware City, Xichuan"),
        ("锡川", "Xichuan"), "dinggu",
    ),
    _china(
        "OKF",
        ("欧凯弗流体技术（菱州）有限公司", "菱州市外资工业园8栋", "菱州市外资工业园8栋收货口"),
        ("OKF Fluid Technology (Lingzhou) Co., Ltd.", "Building 8, Foreign Invested Industrial Park, Lingzhou",
         "Receiving Dock, Building 8, Foreign Invested Industrial Park, Lingzhou"),
        ("菱州", "Lingzhou"), "okf-fluid",
    ),
    _china(
        "ZYB",
        ("众屹泵阀成套（集团）股份公司", "屹南市泵阀大道1999号", "屹南市泵阀大道1999号总装车间"),
        ("Zhongyi Pump and Valve Packages Group", "1999 Pump Avenue, Yinan",
         "Assembly Shop, 1999 Pump Avenue, Yinan"),
        ("屹南", "Yinan"), "zhongyi",
    ),
)  # fmt: skip

HONGKONG = (
    _china(
        "KWL",
        ("嘉宏利機械貿易有限公司", "九龍灣海景道88號12樓", "元朗工業村貨倉6號"),
        ("Ka Wang Lee Machinery Trading Limited", "12/F, 88 Seaview Road, Kowloon Bay",
         "Godown 6, Industrial Estate, Yuen Long"),
        ("香港", "Hong Kong"), "kwl-machinery",
    ),
)  # fmt: skip

DACH = (
    _abroad("BSP", "Brüggemann & Söhne Pumpentechnik GmbH & Co. KG", "Eisenwerkstraße 14, 59999 Ahlenbrück",
            "Wareneingang Tor 2, Eisenwerkstraße 16, 59999 Ahlenbrück", "Ahlenbrück"),
    _abroad("OVA", "Oberrheinische Verfahrensanlagen AG", "Am Hafenbecken 3, 79999 Rheinweiler",
            "Zentrallager, Am Hafenbecken 5, 79999 Rheinweiler", "Rheinweiler"),
    _abroad("STK", "Stadtwerke Kaltenfurt Eigenbetrieb", "Rathausplatz 1, 99988 Kaltenfurt",
            "Klärwerk Süd, Auenweg 40, 99988 Kaltenfurt", "Kaltenfurt"),
)  # fmt: skip

STATES = (
    _abroad("PCM", "Prairie Creek Milling Cooperative", "1880 Elevator Road, Dalton Springs, KS 67999",
            "Maintenance Dock, 1890 Elevator Road, Dalton Springs, KS 67999", "Dalton Springs"),
    _abroad("SHR", "Sablehorn Refining & Marketing L.P.", "P.O. Box 9917, Port Mercer, TX 77999",
            "Warehouse 14, 2200 Ship Channel Blvd., Port Mercer, TX 77999", "Port Mercer"),
    _abroad("ADG", "Aldergate Water District", "One Reservoir Plaza, Aldergate, CA 95999",
            "Corporation Yard, 45 Levee Street, Aldergate, CA 95999", "Aldergate"),
)  # fmt: skip

EMIRATES = (
    _abroad("AQD", "Al Qamra Desalination & Power Co. K.S.C.", "Block 4, Street 17, Mina Qamra",
            "Central Stores, Plot 61, Mina Qamra", "Mina Qamra"),
    _abroad("DTE", "Dar Al Tawreed Equipment Trading L.L.C.", "Office 903, Sahab Tower, P.O. Box 77019",
            "Warehouse W-9, Industrial Area 15, Wadi Sahab", "Wadi Sahab"),
    _abroad("ZFC", "Zawra Fertilizer Complex Est.", "P.O. Box 3099, Zawra Industrial City 31999",
            "Gate 4, Material Receiving, Zawra Industrial City 31999", "Zawra"),
)  # fmt: skip

LATIN = (
    _abroad("BDC", "Bombas del Cóndor S.A. de C.V.", "Av. Industrial 455, Col. Parque, 66999 Valle Alto",
            "Almacén General, Av. Industrial 457, 66999 Valle Alto", "Valle Alto"),
    _abroad("CPS", "Celulose Pedra do Sol Ltda.", "Rodovia do Sol km 12, 29999-000 Pedra do Sol",
            "Almoxarifado Central, Rodovia do Sol km 12, 29999-000 Pedra do Sol", "Pedra do Sol"),
)  # fmt: skip

EAST = (
    _abroad("KWP", "Kopalnia Wapienna Sp. z o.o.", "ul. Kamienna 7, 99-998 Wapienna",
            "Magazyn Główny, ul. Kamienna 9, 99-998 Wapienna", "Wapienna"),
    _abroad("ANP", "Anka Pompa Sanayi ve Ticaret A.Ş.", "Organize Sanayi 3. Cadde No. 11, 16999 Demirova",
            "Mal Kabul, Organize Sanayi 3. Cadde No. 13, 16999 Demirova", "Demirova"),
    _abroad("HKS", "Hakusui Seibu Pump Kogyo Kabushiki Kaisha", "2-8-15 Minatomachi, Seibu-shi 799-9999",
            "No. 2 Goods Centre, 2-9-1 Minatomachi, Seibu-shi 799-9999", "Seibu"),
)  # fmt: skip

PARTIES = {
    "institutes": INSTITUTES,
    "dealers": DEALERS,
    "hongkong": HONGKONG,
    "dach": DACH,
    "states": STATES,
    "emirates": EMIRATES,
    "latin": LATIN,
    "east": EAST,
}
