import pytest

from extractors.fields.companies import find, goes_on, key, looks_like_company


@pytest.mark.parametrize(
    "name",
    [
        "示例重工装备有限公司",
        "示例密封（天津）有限公司",
        "示例化工集团股份有限公司",
        "示例炼化有限责任公司",
        "示例过滤系统(上海)有限公司北京分公司",
        "示例鼓风机集团",
        "示例石油机械研究所",
        "示例阀门总厂",
        "临港市示例泵业制造厂",
        "与众示例科技有限公司",
        "自由示例科技有限公司",
        "Example Fluid Control Technology Co., Ltd.",
        "Example Seals (Tianjin) Co.,Ltd",
        "EXAMPLE FILTRATION SYSTEMS CO., LTD.",
        "Example Machinery Import & Export Company Limited",
        "Example Process Engineering Ltd.",
        "Example Petrokimia Sdn. Bhd.",
        "Example Seals Pte. Ltd.",
        "Example Pumpar AB",
        "Example Fiskimjöl hf.",
        "EXAMPLE ORKA EHF.",
        "Example Papierfabrik GmbH & Co KG",
        "Example Chemie AG & Co. KGaA",
        "Example Strojírny a.s.",
        "Example Pompe Srl",
        "EXAMPLE PUMPAR AB",
        "Example Pumput Oy",
        "Example Pumper A/S",
        "Beispiel & Söhne GmbH & Co. KG",
        "Example AG",
        "Example S.p.A.",
        "Example S.A.S.",
        "Example B.V.",
        "Example K.K.",
        "Example Inc.",
        "Example LLC",
        "Example Corp.",
        "Example Corporation",
        "Example Pompes SAS",
        "Example ASA",
        "Molkerei Beispiel eG",
    ],
)
def test_a_name_is_found_whole(name: str) -> None:
    assert [name[start:end] for start, end in find(name)] == [name]
    assert looks_like_company(name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("买方：示例重工装备有限公司 地址：大连", ["示例重工装备有限公司"]),
        ("需方示例重工装备有限公司", ["示例重工装备有限公司"]),
        (
            "本合同由示例重工有限公司（以下简称甲方）与示例过滤有限公司签订",
            ["示例重工有限公司", "示例过滤有限公司"],
        ),
        ("（以下简称需方Buyer）与示例过滤有限公司签订", ["示例过滤有限公司"]),
        ("第一有限公司第二有限公司", ["第一有限公司", "第二有限公司"]),
        ("示例化工集团股份有限公司仓库", ["示例化工集团股份有限公司"]),
        ("Buyer: Example Process Engineering Ltd.", ["Example Process Engineering Ltd."]),
        ("Buyer Example Pumpar AB Industrigatan 14", ["Example Pumpar AB"]),
        ("Purchase Order Example Equipment Co., Ltd., No. 5", ["Example Equipment Co., Ltd."]),
        ("买方/Buyer：Example Engineering Ltd", ["Example Engineering Ltd"]),
        ("示例重工有限公司 Example Heavy Co., Ltd.", ["示例重工有限公司", "Example Heavy Co., Ltd."]),
        ("Acme Inc. and Foo LLC", ["Acme Inc.", "Foo LLC"]),
        (
            "One Two Three Four Five Six Seven Eight Nine Ten Ltd",
            ["Two Three Four Five Six Seven Eight Nine Ten Ltd"],
        ),
        ("示例钢铁集团有限公司设备资材采购中心", ["示例钢铁集团有限公司设备资材采购中心"]),
        ("示例钢铁有限公司设备采购合同", ["示例钢铁有限公司"]),
        ("送至甲方工厂", []),
        ("天津工厂", []),
        ("示例厂区物资库", []),
        ("本公司", []),
        ("贵公司", []),
        ("运输公司", []),
        ("shall be limited to", []),
        ("Total Limited", []),
        ("PART NO AB", []),
        ("ISO 9001 AB", []),
        ("Ltd", []),
        ("of the AB", []),
        ("GREY HARBOR GENERATING CO.", ["GREY HARBOR GENERATING CO."]),
        ("GREY HARBOR MINING COMPANY", ["GREY HARBOR MINING COMPANY"]),
        ("Lot 9 Mill Road, Berri SA 5343", []),
        ("Moulins Berri SA, 1800 Vevey", ["Moulins Berri SA"]),
        ("Şişli Boya ve Kimya Sanayi A.Ş. Gebze", ["Şişli Boya ve Kimya Sanayi A.Ş."]),
        ("青葉フーズ株式会社 御中", ["青葉フーズ株式会社"]),
        ("㈜다온 구매팀", ["㈜다온"]),
        ("주식회사 다온", ["주식회사 다온"]),
        ("Group: K20 Electrical Company Code: 0110", []),
        ("18 Juniper Street, Winnemucca, NV 89445", []),
        ("DDP Winnemucca, NV", []),
        ("Pompen Zoutvliet NV, Gent", ["Pompen Zoutvliet NV"]),
        ("Lorong Batu 7, 30450 Ipoh, Malaysia Co. Reg. 200412345678", []),
        ("Tay Hup Trading Co. Reg. No. 200412345678", ["Tay Hup Trading Co."]),
        ("Dear Northgate Filters Ltd,", ["Northgate Filters Ltd"]),
        ("NAME OF COMPANY", []),
        ("ORDERING COMPANY", []),
        ("Innviertler Pumpenbau Ges.m.b.H. · Werkstraße 4", ["Innviertler Pumpenbau Ges.m.b.H."]),
        ("Delta Handelsgesellschaft mbH, Linz", ["Delta Handelsgesellschaft mbH"]),
        ("Delta Pumpen Gesellschaft m.b.H. & Co KG", ["Delta Pumpen Gesellschaft m.b.H. & Co KG"]),
        ("Haftung der Ges.m.b.H., Schrank MBH 12", []),
        ("Lough Derry Nutrition DAC", ["Lough Derry Nutrition DAC"]),
        ("Stadtwerke Ettenberg AöR, Kanalweg 5", ["Stadtwerke Ettenberg AöR"]),
        ("Contact the Hull City Council first", []),
        ("Gasket A.S.M.E. B16.20", []),
        ("Please send Pumps A.S.A.P.", []),
        ("远港轧钢有限公司设备资材采购中心零星采购清单", ["远港轧钢有限公司设备资材采购中心"]),
    ],
)
def test_names_are_found_in_running_text(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find(text)] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Example Heavy Equipment Co., Ltd.", "EXAMPLE HEAVY EQUIPMENT COMPANY LIMITED"),
        ("Example Import & Export Co.,Ltd", "Example Import and Export Co Ltd."),
        ("Example Limited", "Example Ltd."),
        ("Beispiel Pumpen Ges.m.b.H.", "Beispiel Pumpen GmbH"),
        ("示例密封（天津）有限公司", "示例密封(天津)有限责任公司"),
        ("示例機械有限公司", "示例机械有限公司"),
    ],
)
def test_two_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_two_companies_have_two_keys() -> None:
    assert key("示例密封（天津）有限公司") != key("示例密封（上海）有限公司")
    assert key("Example AB") != key("Example AG")


def test_a_text_that_only_names_a_company_is_not_one() -> None:
    assert not looks_like_company("Buyer: Example Process Engineering Ltd.")
    assert not looks_like_company("warehouse 3")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("远港轧钢有限公司供应处订货清单", True),
        ("远港轧钢有限公司设备采购部备件明细", True),
        ("远港轧钢有限公司采购订单", False),
        ("远港轧钢有限公司部件采购清单", False),
        ("远港轧钢有限公司", False),
    ],
)
def test_a_part_of_a_company_may_follow_its_name(text: str, *, more: bool) -> None:
    assert goes_on(text, len("远港轧钢有限公司")) is more
