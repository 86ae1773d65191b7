"""Further invented customers: plants, traders and pump makers in China, and others abroad."""

from bench.layouts.values import Party


def _china(
    code: str, zh: tuple[str, str, str], en: tuple[str, str, str], city: tuple[str, str], domain: str
) -> Party:
    """Return a Chinese company from its name, street and goods-in address in both languages."""
    return Party(
        zh=zh[0], en=en[0], street_zh=zh[1], street_en=en[1], place_zh=zh[2], place_en=en[2],
        code=code, domain=f"{domain}.example", city_en=city[1], city_zh=city[0],
    )  # fmt: skip


def _abroad(code: str, en: str, street: str, place: str, city: str) -> Party:
    """Return a company without a Chinese name."""
    return Party("", en, "", street, "", place, code, f"{code.lower()}-purchasing.example", city)


PLANTS = (
    _china(
        "CYX",
        ("岑阳石油化工股份有限公司烯烃分公司", "岑阳市炼化新区乙烯大道1号", "岑阳市炼化新区物资中心3号库"),
        ("Cenyang Petrochemical Corporation Olefins Branch", "1 Yixi Avenue, Refining District, Cenyang",
         "Store 3, Materials Supply Centre, Refining District, Cenyang"),
        ("岑阳", "Cenyang"), "cy-olefins",
    ),
    _china(
        "WLJ",
        ("蔚岭浆纸集团有限公司", "蔚岭市芦苇湾工业园18号", "蔚岭市芦苇湾工业园五金仓"),
        ("Weiling Pulp and Paper Group Co., Ltd.", "18 Luweiwan Industrial Park, Weiling",
         "Hardware Store, Luweiwan Industrial Park, Weiling"),
        ("蔚岭", "Weiling"), "weiling-paper",
    ),
    _china(
        "RDH",
        ("润岱化肥有限责任公司", "岱北县合成氨路77号", "岱北县合成氨路77号机动处备件仓库"),
        ("Rundai Fertilizer Co., Ltd.", "77 Hecheng'an Road, Daibei",
         "Maintenance Spares Warehouse, 77 Hecheng'an Road, Daibei"),
        ("岱北", "Daibei"), "rundai",
    ),
    _china(
        "MZR",
        ("茂洲热电有限公司", "茂洲市江堤东路300号", "茂洲市江堤东路300号生产区物资仓库"),
        ("Maozhou Cogeneration Co., Ltd.", "300 East Jiangdi Road, Maozhou",
         "Materials Warehouse, 300 East Jiangdi Road, Maozhou"),
        ("茂洲", "Maozhou"), "mz-power",
    ),
)  # fmt: skip

TRADERS = (
    _china(
        "HJT",
        ("合骏通（滨澜）国际贸易有限公司", "滨澜市自贸区观海路9号楼1204室", "滨澜市临空物流园B区12号"),
        ("Hejuntong (Binlan) International Trading Co., Ltd.", "Room 1204, 9 Guanhai Road, FTZ, Binlan",
         "No. 12, Zone B, Airport Logistics Park, Binlan"),
        ("滨澜", "Binlan"), "hejuntong",
    ),
    _china(
        "ZLW",
        ("臻澜伟业机电设备有限公司", "柏州市五金城东区6栋18号", "柏州市五金城东区6栋18号"),
        ("Zhenlan Weiye Electromechanical Co., Ltd.", "18, Block 6, East Hardware Market, Baizhou",
         "18, Block 6, East Hardware Market, Baizhou"),
        ("柏州", "Baizhou"), "zhenlan",
    ),
    _china(
        "DHY",
        ("德沪源流体技术工程有限公司", "澄南市科创二路55号", "澄南市科创二路55号一层收货处"),
        ("Dehuyuan Fluid Engineering Co., Ltd.", "55 Kechuang 2nd Road, Chengnan",
         "Receiving, Ground Floor, 55 Kechuang 2nd Road, Chengnan"),
        ("澄南", "Chengnan"), "dehuyuan",
    ),
)  # fmt: skip

MAKERS = (
    _china(
        "TQB",
        ("天渠泵业制造（柏州）有限公司", "柏州市机械工业园铸造路8号", "柏州市机械工业园铸造路8号外购件库"),
        ("Tianqu Pump Manufacturing (Baizhou) Co., Ltd.", "8 Zhuzao Road, Machinery Park, Baizhou",
         "Bought-in Parts Store, 8 Zhuzao Road, Machinery Park, Baizhou"),
        ("柏州", "Baizhou"), "tianqu-pumps",
    ),
    _china(
        "KPL",
        ("科浦兰流体设备（澄南）有限公司", "澄南市保税区银杏路101号", "澄南市保税区银杏路101号2号门收货区"),
        ("Kopuland Flow Equipment (Chengnan) Co., Ltd.", "101 Yinxing Road, Bonded Zone, Chengnan",
         "Goods Receipt Gate 2, 101 Yinxing Road, Bonded Zone, Chengnan"),
        ("澄南", "Chengnan"), "kopuland",
    ),
    _china(
        "SBV",
        ("盛北真空泵股份有限公司", "盛北市装备大街260号", "盛北市装备大街260号总装车间"),
        ("Shengbei Vacuum Pump Co., Ltd.", "260 Zhuangbei Street, Shengbei",
         "Final Assembly, 260 Zhuangbei Street, Shengbei"),
        ("盛北", "Shengbei"), "sb-vacuum",
    ),
)  # fmt: skip

ITALY = (
    _abroad("PDV", "Pompe di Valtesina S.p.A.", "Via delle Fornaci 12, 20999 Valtesina (MI), Italy",
            "Magazzino 2, Via delle Fornaci 18, 20999 Valtesina (MI), Italy", "Valtesina"),
    _abroad("MRO", "Meccanica Roverese S.r.l.", "Viale Officine 4, 38999 Roverella (TN), Italy",
            "Portineria Sud, Viale Officine 6, 38999 Roverella (TN), Italy", "Roverella"),
)  # fmt: skip

NORDIC = (
    _abroad("HVN", "Havneby Pumpeservice A/S", "Kajvej 31, 9999 Havneby, Denmark",
            "Port 5, Kajvej 33, 9999 Havneby, Denmark", "Havneby"),
    _abroad("SKG", "Skogsälven Massa AB", "Bruksvägen 2, 899 99 Skogsälven, Sweden",
            "Godsmottagning, Bruksvägen 7, 899 99 Skogsälven, Sweden", "Skogsälven"),
)  # fmt: skip

KOREA = (
    _abroad("DHF", "Daehwan Fluid Tech Co., Ltd.", "45 Gongdan 3-ro, Haeseong-si 49999, Korea",
            "Incoming Inspection, 47 Gongdan 3-ro, Haeseong-si 49999, Korea", "Haeseong"),
    _abroad("MRS", "Mirae Seohae Pump Co., Ltd.", "120 Sandan-daero, Seohang-gun 39999, Korea",
            "Warehouse 1, 122 Sandan-daero, Seohang-gun 39999, Korea", "Seohang"),
)  # fmt: skip

SINGAPORE = (
    _abroad("TKM", "Tiong Keat Marine Supplies Pte Ltd", "8 Pelabuhan Link #04-17, Singapore 999108",
            "Store 2, 10 Pelabuhan Link, Singapore 999110", "Singapore"),
    _abroad("OPS", "Orchid Process Services Pte. Ltd.", "27 Serai Avenue, Singapore 999427",
            "Loading Bay 3, 29 Serai Avenue, Singapore 999429", "Singapore"),
)  # fmt: skip

GULF = (
    _abroad("NKP", "Nakhla Petrochemicals Company", "P.O. Box 99123, Jabal Rimal Industrial City",
            "Central Warehouse 7, Jabal Rimal Industrial City", "Jabal Rimal"),
    _abroad("SRG", "Sahel Rig Services W.L.L.", "Street 44, Zone 9, Ras Marjan",
            "Yard 12, Street 46, Zone 9, Ras Marjan", "Ras Marjan"),
)  # fmt: skip

PARTIES = {
    "plants": PLANTS,
    "traders": TRADERS,
    "makers": MAKERS,
    "italy": ITALY,
    "nordic": NORDIC,
    "korea": KOREA,
    "singapore": SINGAPORE,
    "gulf": GULF,
}
