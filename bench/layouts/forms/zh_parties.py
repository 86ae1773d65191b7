"""Invented customers of these forms: branches of state-owned groups, private refiners, foreign-owned plants."""

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


STATE = (
    _china(
        "ZWB",
        ("中沃石油化工股份有限公司滨岳分公司", "滨岳市炼厂路1号", "滨岳市炼厂路1号供应中心机电配件库"),
        (
            "Zhongwo Petrochemical Corporation Binyue Branch",
            "1 Lianchang Road, Binyue",
            "Spares Store, Supply Centre, 1 Lianchang Road, Binyue",
        ),
        ("滨岳", "Binyue"),
        "zhongwo-by",
    ),
    _china(
        "HDL",
        (
            "华垦能源集团炼化工程物资供应有限责任公司",
            "澜江市油城大街208号",
            "澜江市油城大街210号物资总库二号门",
        ),
        (
            "Huaken Energy Refining Materials Supply Co., Ltd.",
            "208 Youcheng Street, Lanjiang",
            "Gate 2, Main Store, 210 Youcheng Street, Lanjiang",
        ),
        ("澜江", "Lanjiang"),
        "huaken-supply",
    ),
    _china(
        "NGS",
        ("宁港钢铁集团有限公司设备资材采购中心", "宁港市高炉大道6号", "宁港市高炉大道6号资材备件库A区"),
        (
            "Ninggang Steel Group Equipment Purchasing Centre",
            "6 Gaolu Avenue, Ninggang",
            "Zone A, Spares Store, 6 Gaolu Avenue, Ninggang",
        ),
        ("宁港", "Ninggang"),
        "ninggang-steel",
    ),
)

PRIVATE = (
    _china(
        "SHC",
        ("晟海石化（舟岱）有限公司", "舟岱市绿色石化基地纬五路9号", "舟岱市绿色石化基地综合仓库3号卸货口"),
        (
            "Shenghai Petrochemical (Zhoudai) Co., Ltd.",
            "9 Weiwu Road, Green Petrochemical Base, Zhoudai",
            "Dock 3, General Warehouse, Green Petrochemical Base, Zhoudai",
        ),
        ("舟岱", "Zhoudai"),
        "shenghai-pc",
    ),
    _china(
        "WYC",
        ("万岳新材料集团股份有限公司", "烟岚市化工产业园北环路77号", "烟岚市化工产业园北环路77号MRO仓库"),
        (
            "Wanyue New Materials Group Co., Ltd.",
            "77 Beihuan Road, Chemical Park, Yanlan",
            "MRO Warehouse, 77 Beihuan Road, Chemical Park, Yanlan",
        ),
        ("烟岚", "Yanlan"),
        "wanyue",
    ),
    _china(
        "HTL",
        ("恒泰立聚酯（泗港）有限公司", "泗港市纺织科技园恒泰路1号", "泗港市纺织科技园恒泰路1号五金库"),
        (
            "Hengtaili Polyester (Sigang) Co., Ltd.",
            "1 Hengtai Road, Textile Park, Sigang",
            "Hardware Store, 1 Hengtai Road, Textile Park, Sigang",
        ),
        ("泗港", "Sigang"),
        "hengtaili",
    ),
)

FOREIGN = (
    _china(
        "DKF",
        ("东和富士泵业（昆岭）有限公司", "昆岭市开发区樱花路28号", "昆岭市开发区樱花路28号资材课收货处"),
        (
            "Towa Fuji Pump (Kunling) Co., Ltd.",
            "28 Yinghua Road, Development Zone, Kunling",
            "Materials Section Receiving, 28 Yinghua Road, Development Zone, Kunling",
        ),
        ("昆岭", "Kunling"),
        "towafuji",
    ),
    _china(
        "BLM",
        (
            "勃莱姆流体机械（太浏）有限公司",
            "太浏市欧洲工业园广州路12号",
            "太浏市欧洲工业园广州路12号2号厂房收货区",
        ),
        (
            "Braehm Fluid Machinery (Tailiu) Co., Ltd.",
            "12 Guangzhou Road, European Industrial Park, Tailiu",
            "Goods Receipt, Building 2, 12 Guangzhou Road, European Industrial Park, Tailiu",
        ),
        ("太浏", "Tailiu"),
        "braehm",
    ),
)

ISLAND = (
    _china(
        "YFJ",
        ("永豐進化學纖維股份有限公司", "彰嶺縣線西工業區東一路8號", "彰嶺縣線西工業區東一路8號資材倉"),
        (
            "Yung Feng Chin Chemical Fiber Corp.",
            "8 Dong 1st Road, Xianxi Industrial Zone, Changling",
            "Materials Store, 8 Dong 1st Road, Changling",
        ),
        ("彰嶺", "Changling"),
        "yfc-fiber",
    ),
    _china(
        "DTM",
        ("鼎泰明泵浦工業有限公司", "台澗市南屯區精科路55號", "台澗市南屯區精科路55號1樓收料區"),
        (
            "Ding Tai Ming Pump Industry Co., Ltd.",
            "55 Jingke Road, Nantun District, Taijian",
            "Receiving, 1F, 55 Jingke Road, Taijian",
        ),
        ("台澗", "Taijian"),
        "dtm-pump",
    ),
)

PARTIES = {"state": STATE, "private": PRIVATE, "foreign": FOREIGN, "island": ISLAND}
