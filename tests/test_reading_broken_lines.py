"""What a line breaks apart: options amid their text, names beside labels of two lines, units below a name."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Reading

HEAD = """
Purchase order
Purchase order no.: PO-55170
Date: 2026-11-23
Buyer: Hill Pumps Ltd
Vendor: Beilan Sealing Technology (Tianjin) Co., Ltd.
Currency: EUR
"""
ITEMS = """
Item   Our part no.   Description         Qty   Unit   Unit price   Amount
10     LP-16-4200     Filter bag PP 65    10    pc     26.00        260.00
20     LP-16-4300     Filter bag PP 75    10    pc     30.00        300.00
"""


def read(text: str) -> Reading:
    return assemble(paper(text))


def value(field: Field | None) -> str | None:
    return field.value if field is not None else None


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (
            "Payment terms\n☐ advance payment   ☒ 90 days end of month by bank\ntransfer ☐ other",
            "90 days end of month by bank transfer",
        ),
        (
            "Payment terms\n☐ advance payment   ☒ 90 days end of month\n☐ 60 days net   ☐ other",
            "90 days end of month",
        ),
    ],
)
def test_an_option_that_goes_on_in_the_next_line_is_read_to_its_end(terms: str, said: str) -> None:
    found = read(f"{HEAD}{terms}\n\n{ITEMS}Total EUR{' ' * 60}560.00\n")
    assert value(found.header.payment_terms) == said


def test_a_label_below_options_is_none_of_them() -> None:
    terms = "税率 ☐9% ☒13%\n发票种类：☒专票 ☐普票"
    found = read(f"{HEAD}{terms}\n\n{ITEMS}Total EUR{' ' * 60}560.00\n")
    assert value(found.header.tax_rate) == "13"


CARDS = """
行号 Pos：00010              物料描述 Item details：石墨盘根 65x10
采购数量 Quantity：4 kg      价格 Price each：182.55
税率% Tax rate：13%          总价 Line value：730.20
贵司编码 Your part no.：LP-34-7000

行号 Pos：00020              物料描述 Item details：深沟球轴承 6335
采购数量 Quantity：6 pc      价格 Price each：698.36
税率% Tax rate：13%          总价 Line value：4190.16
贵司编码 Your part no.：LP-25-7037

合计金额 Sum total           4920.36
"""


def test_a_label_with_its_value_takes_nothing_at_its_right() -> None:
    found = read(f"{HEAD}{CARDS}")
    assert [value(each.amount) for each in found.lines] == ["730.20", "4190.16"]


NAMED = """
Item                      10             Our material no.     13-4131-0093
Supplier's code           LP-16-4200     Article              Deep groove ball
                                         description          bearing 6365 2Z/C3
Order qty                 10             U/M                  pcs
Unit price                26.00          Gross amount         260.00

Item                      20             Our material no.     13-4131-0094
Supplier's code           LP-16-4300     Article              Bellows seal
                                         description          Alloy 718
Order qty                 10             U/M                  pcs
Unit price                30.00          Gross amount         300.00

"""


def test_a_name_of_two_lines_is_one_though_its_label_has_two_as_well() -> None:
    found = read(f"{HEAD}{NAMED}Total EUR{' ' * 60}560.00\n")
    names = [each.description for each in found.lines]
    assert [value(each) for each in names] == [
        "Deep groove ball bearing 6365 2Z/C3",
        "Bellows seal Alloy 718",
    ]
    assert not any(each.sure for each in names if each is not None)


OPTION = "-      LP-16-4300-X   Optional, not ordered: bag PP 85   10   pc   30.00   300.00\n"
COUNTED = OPTION.replace("-      LP", "30     LP")


def test_a_row_without_a_number_that_is_not_ordered_is_left_out_and_told() -> None:
    """The total is wrong, so that no sum tells."""
    found = read(f"{HEAD}{ITEMS}{OPTION}Total EUR{' ' * 60}660.00\n")
    assert [value(each.line_number) for each in found.lines] == ["10", "20"]
    assert "row_left_out" in {each.code for each in found.problems}


def test_one_with_a_number_stays_where_no_sum_tells() -> None:
    found = read(f"{HEAD}{ITEMS}{COUNTED}Total EUR{' ' * 60}660.00\n")
    assert len(found.lines) == 3
    assert not any(each.quantity.sure for each in found.lines if each.quantity is not None)


RULED = """
Item:        {at}0
Our P/N:     LP-16-4{at}00
Description: Filter bag PP {at}5
Qty:         10 pc
Unit price:  EUR 26.00
Ext. price:  EUR 260.00
----------------------------------------
"""


def test_a_rule_below_a_label_is_no_value_of_it() -> None:
    found = read(
        f"{HEAD}{'-' * 40}{RULED.format(at=1).rstrip()}{RULED.format(at=2)}PO total:    EUR 520.00\n"
    )
    names = [each.description for each in found.lines]
    assert [(value(each), each is not None and each.sure) for each in names] == [
        ("Filter bag PP 15", True),
        ("Filter bag PP 25", True),
    ]
