from decimal import Decimal

import pytest

from extractors.fields.tax import TaxStatement, rate, statement, yes_no


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        pytest.param("税率13%", "13", id="row 64: 税率13%"),
        pytest.param("13%专票", "13", id="row 64: 13%专票"),
        pytest.param("增值税专用发票13%", "13", id="row 64: 增值税专用发票13%"),
        pytest.param("出口0%", "0", id="row 65: 出口0%"),
        ("13%", "13"),
        ("13", "13"),
        ("13.00%", "13"),
        ("１３％", "13"),
        ("5.5%", "5.5"),
        ("1,5%", "1.5"),
        ("增值税率：13%", "13"),
        ("增值税税率为13%", "13"),
        ("13%增值税", "13"),
        ("VAT 13%", "13"),
        ("VAT rate of 13 %", "13"),
        ("MwSt. 19%", "19"),
        ("30", "30"),
    ],
)
def test_a_rate_is_read_in_percent(text: str, percent: str) -> None:
    assert str(rate(text)) == percent


@pytest.mark.parametrize("text", ["", "0.13", "130", "31%", "2026", "税率", "13% or 9%", "0.5%/day"])
def test_what_is_no_rate_as_a_whole_is_not_read(text: str) -> None:
    assert rate(text) is None


def test_a_fraction_counts_where_the_caller_knows_it_is_one() -> None:
    assert rate("0.13", fraction=True) == Decimal(13)


@pytest.mark.parametrize(
    ("text", "included", "percent"),
    [
        pytest.param("单价(含13%增值税)", True, "13", id="row 53"),
        pytest.param("不含税单价", False, None, id="row 54"),
        pytest.param("以上价格均为含税价", True, None, id="row 55"),
        pytest.param("税率13%", None, "13", id="row 64"),
        ("以上价格含13%增值税", True, "13"),
        ("上述价格均已包含13%增值税及运费", True, "13"),
        ("以上价格含运费、包装费及13%增值税", True, "13"),
        ("以上单价为含税价，税率13%", True, "13"),
        ("以上价格不含税，增值税率13%，税金另计", False, "13"),
        ("Total HT", False, None),
        ("P.U. H.T.", False, None),
        ("Total TTC", True, None),
        ("zuzüglich der gesetzlichen Mehrwertsteuer", False, None),
        ("IN: Integrated GST 18.00 %", None, "18"),
        ("IGST18 (18%)", None, "18"),
        ("Untaxed Amount", False, None),
        ("IVA incluido", True, None),
        ("单价(含税)", True, None),
        ("含13%专票", True, "13"),
        ("价税合计", True, None),
        ("未税单价", False, None),
        ("无税金额", False, None),
        ("税前单价", False, None),
        ("不包括任何税费", False, None),
        ("价格不含运费，含13%增值税", True, "13"),
        ("含税不含运费", True, None),
        ("开具13%增值税专用发票", None, "13"),
        ("含税单价 / 不含税单价", None, None),
        ("本合同价款为不含税价，增值税税率为13%，合同期内税率变化的，不含税价不变", False, "13"),
        ("如遇国家税率调整，含税总价不变。以上价格不含税。", False, None),
        ("Unit price net of VAT [CNY]", False, None),
        ("excl. VAT", False, None),
        ("Prices do not include VAT", False, None),
        ("VAT not included", False, None),
        ("VAT will be added", False, None),
        ("VAT 13% extra", False, "13"),
        ("plus VAT", False, None),
        ("Price ex VAT", False, None),
        ("without tax", False, None),
        ("zzgl. 19% MwSt", False, "19"),
        ("Prices are inclusive of VAT at 13%.", True, "13"),
        ("All prices include 13% VAT.", True, "13"),
        ("Unit price incl. VAT", True, None),
        ("Unit Price (VAT incl.)", True, None),
        ("VAT included (13%)", True, "13"),
        ("Prices are not inclusive of VAT.", False, None),
        ("課稅別：應稅外加5%", False, "5"),
        ("课税别：应税内含 13%", True, "13"),
        ("Prezzi al netto di IVA.", False, None),
        ("Prezzi IVA esclusa", False, None),
        ("Tous les prix s'entendent hors TVA", False, None),
        ("Alle prijzen zijn exclusief btw", False, None),
        ("Preços sem impostos", False, None),
        ("Ceny bez VAT", False, None),
        ("Fiyatlara KDV dahil değildir", False, None),
        ("KDV dahil", True, None),
        ("부가세 별도", False, None),
        ("부가세 포함", True, None),
        ("消費税別", False, None),
        ("税别：13%", None, "13"),
        ("単価(税抜)", False, None),
        ("単価(税込)", True, None),
        ("13% VAT on parts, 6% VAT on services, prices include VAT", True, None),
    ],
)
def test_a_sentence_says_whether_prices_include_tax(
    text: str,
    included: bool | None,  # noqa: FBT001 - a table
    percent: str | None,
) -> None:
    assert statement(text) == TaxStatement(included, Decimal(percent) if percent else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "含运费",
        "单价",
        "税额",
        "Unit price",
        "Impeller HT250 Ø80",
        "private",
        "若国家税率调整，不含税价不变",
        "If the VAT rate changes, prices excluding VAT are adjusted",
        "VAT ID 91310000MA1EXAMPLE",
        "BTW NL8091.77.415.B01",
        "P.IVA IT02200770241",
    ],
)
def test_what_does_not_speak_of_tax_in_the_prices_says_nothing(text: str) -> None:
    assert statement(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [("是", True), ("Yes", True), ("含", True), ("否", False), ("不含", False), ("?", None)],
)
def test_an_answer_is_yes_or_no(text: str, answer: bool | None) -> None:  # noqa: FBT001 - a table
    assert yes_no(text) is answer


@pytest.mark.parametrize(
    ("text", "included", "percent"),
    [
        ("Die Mehrwertsteuer wird in gesetzlicher Höhe (zurzeit 19 %) gesondert berechnet.", False, "19"),
        ("Plus VAT at the statutory rate (currently 20 %)", False, "20"),
        ("VAT (currently 20%) will be added.", False, "20"),
        ("zzgl. gesetzl. USt. (z. Zt. 19%)", False, "19"),
        ("MwSt. zum jeweils gültigen Satz von 8,1 %", None, "8.1"),
        ("Prices include VAT and freight will be added", True, None),
        ("Preise inkl. MwSt., Fracht wird gesondert berechnet", True, None),
    ],
)
def test_the_law_and_its_rate_in_a_sentence(text: str, *, included: bool | None, percent: str | None) -> None:
    assert statement(text) == TaxStatement(included, Decimal(percent) if percent else None)


@pytest.mark.parametrize(
    ("text", "included"),
    [
        ("如遇国家税率变动，双方按不含税价结算", None),
        ("税率调整的，以不含税单价为准", None),
        ("税率已调整为13%，按不含税价结算", False),
        ("本单按不含税价结算", False),
    ],
)
def test_what_holds_if_the_rate_changes_says_nothing_of_the_prices(
    text: str, *, included: bool | None
) -> None:
    said = statement(text)
    assert (said.included if said is not None else None) is included
