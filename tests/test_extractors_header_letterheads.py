"""Who buys by the head of a contract's paper: certain where a seller is named and the name comes again."""

import pytest
from paper import paper

from extractors import readers
from extractors.assemble import assemble
from models.page import FileFormat
from models.reading import Field

CONTRACT = """
{head}
SALES CONTRACT
Contract No.: HT-4711

Seller: {seller}

Item   Part no.   Description      Qty   Unit price   Amount
10     10023177   Mechanical seal  4     320.00       1,280.00
                                         Total        1,280.00

{foot}
"""
BUYER = "Nordhavn Process A/S"


def _customer(head: str = BUYER, seller: str = "Changxing Seals Ltd", foot: str = "") -> Field | None:
    return assemble(paper(CONTRACT.format(head=head, seller=seller, foot=foot))).header.customer


def test_the_other_company_of_a_contract_that_signs_it_buys() -> None:
    customer = _customer(foot=f"Signed for {BUYER}          Signed for Changxing Seals Ltd")
    assert customer is not None
    assert (customer.value, customer.sure) == (BUYER, True)


def test_a_letterhead_alone_is_not_certain_to_buy() -> None:
    customer = _customer()
    assert customer is not None
    assert not customer.sure


def test_it_stays_open_where_nobody_is_named_as_seller() -> None:
    customer = _customer(seller="", foot=f"Signed for {BUYER}")
    assert customer is None or not customer.sure


def test_it_stays_open_beside_a_third_company() -> None:
    customer = _customer(foot=f"Signed for {BUYER}\nGuaranteed by Vejle Holding ApS")
    assert customer is not None
    assert not customer.sure


@pytest.mark.parametrize(
    ("head", "foot", "sure"),
    [
        pytest.param("", f"For and on behalf of {BUYER}", True, id="it signs"),
        pytest.param("", f"Goods are inspected by {BUYER}", False, id="it is only named below"),
        pytest.param("", f"For {BUYER}", False, id="the goods may be for it"),
        pytest.param(
            "", f"For and on behalf of {BUYER}\nAgent: Marin Trade Ltd", False, id="through an agent"
        ),
        pytest.param(
            f"{BUYER}\nHavnegade 14, 5999 Nordhavn", "Invoice to: Nordhavn Process A/S", True, id="pays"
        ),
        pytest.param(
            f"{BUYER}\nHavnegade 14, 5999 Nordhavn",
            "Deliver to: Gate 2, Havnegade 14, 5999 Nordhavn",
            True,
            id="the goods go to its address",
        ),
        pytest.param(
            f"{BUYER}\nHavnegade 14, 5999 Nordhavn",
            "Deliver to: Gate 2, Skovvej 3, 5999 Nordhavn",
            False,
            id="the goods go elsewhere",
        ),
    ],
)
def test_what_confirms_the_buyer_of_a_contract(head: str, foot: str, sure: bool) -> None:  # noqa: FBT001 - a table
    customer = _customer(head=head, foot=foot)
    assert customer is not None
    assert (customer.value, customer.sure) == (BUYER, sure)


ORDER = """
采购订单
订单编号：CG26-0815      单据日期：2026-03-05
{label}：海城泵业有限公司      {seller}

序号   供方料号   名称       数量   单价     金额
1      10023177   机械密封   4      320.00   1280.00
合计   1280.00
{foot}
"""


@pytest.mark.parametrize(
    ("label", "seller", "foot", "sure"),
    [
        pytest.param("公司名称", "供应商：长兴密封有限公司", "", True, id="two companies, one of them sells"),
        pytest.param("公司名称", "", "", False, id="nobody is named as seller"),
        pytest.param("公司名称", "供应商：长兴密封有限公司", "协办：东港石化有限公司", False, id="a third"),
        pytest.param("监造单位", "供应商：长兴密封有限公司", "", False, id="a label of somebody else"),
    ],
)
def test_a_plain_label_of_a_company_in_an_order(label: str, seller: str, foot: str, sure: bool) -> None:  # noqa: FBT001
    customer = assemble(paper(ORDER.format(label=label, seller=seller, foot=foot))).header.customer
    assert customer is not None
    assert customer.sure is sure


@pytest.mark.parametrize(
    ("seller", "sure"), [("供方（乙方）：长兴密封有限公司", True), ("乙方：长兴密封有限公司", False)]
)
def test_a_label_tells_which_party_sells(seller: str, sure: bool) -> None:  # noqa: FBT001 - a table
    customer = assemble(paper(ORDER.format(label="甲方", seller=seller, foot=""))).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("海城泵业有限公司", sure)


@pytest.mark.parametrize(
    ("below", "sure"),
    [("Haicheng Pumps Co., Ltd.", True), ("东港石化有限公司", False)],
)
def test_a_letterhead_in_two_languages_is_one_company(below: str, sure: bool) -> None:  # noqa: FBT001 - a table
    text = ORDER.replace("采购订单", f"海城泵业有限公司\n{below}\n采购订单").replace(
        "{label}：海城泵业有限公司", ""
    )
    customer = assemble(paper(text.format(seller="供应商：长兴密封有限公司", foot=""))).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == ("海城泵业有限公司", sure)


BOXES = """
SALES CONTRACT
Contract No.: HT-4711
Nordhavn Pumps Company Limited
Havnegade 14, 5999 Nordhavn

Supplier:                      Invoice to:
{seller}              Nordhavn Pumps Company
Works Ltd                      {rest}

Item   Part no.   Description      Qty   Unit price   Amount
10     10023177   Mechanical seal  4     320.00       1,280.00
                                         Total        1,280.00
"""


@pytest.mark.parametrize(("rest", "sure"), [("Limited", True), ("Havnegade 14", False)])
def test_names_that_narrow_boxes_broke_are_whole(rest: str, sure: bool) -> None:  # noqa: FBT001 - a table
    head = "Nordhavn Pumps Company Limited" if sure else "Nordhavn Marine Limited"
    text = BOXES.replace("Nordhavn Pumps Company Limited", head).format(seller="Changxing Sealing", rest=rest)
    customer = assemble(paper(text)).header.customer
    assert customer is not None
    assert customer.sure is sure


ORDERED = """
{head}

PURCHASE ORDER 4500012345
Supplier: Changxing Seals Ltd
Deliver to: {place}

Item   Part no.   Description      Qty   Unit price   Amount
10     10023177   Mechanical seal  4     320.00       1,280.00
                                         Total        1,280.00

{foot}
"""


@pytest.mark.parametrize(
    ("head", "place", "foot", "value", "sure"),
    [
        ("FJORDHEIM MARINE AS", "Fjordheim Marine AS, Kai 7, 4072 Randby", "", "FJORDHEIM MARINE AS", True),
        ("FJORDHEIM MARINE AS", "Vestland Marine AS, Kai 7, 4072 Randby", "", "FJORDHEIM MARINE AS", False),
        (
            "GRAUHAFEN\nArmaturen und Pumpen GmbH",
            "Kai 7, 26723 Emden",
            "Grauhafen Armaturen und Pumpen GmbH",
            "Grauhafen Armaturen und Pumpen GmbH",
            False,
        ),
    ],
)
def test_a_letterhead_may_be_written_otherwise_than_in_the_text(
    head: str, place: str, foot: str, value: str, *, sure: bool
) -> None:
    customer = assemble(paper(ORDERED.format(head=head, place=place, foot=foot))).header.customer
    assert customer is not None
    assert (customer.value, customer.sure) == (value, sure)


MAILED = """
Dear Mr. Rao,
please treat this as our purchase order.
P.O. No. : NPM/114

Sl  Your code   Description   Qty      Rate (Rs)   Value (Rs)
1   NG-450      Filter bag    20 nos      50.00    1,000.00
                               Total       1,000.00

Ship to : Nandi Paper Mills, 12 Canal Road, Erode 638001
Thanks
Arun
{signed}
Mob: +91 90000 00000
"""


@pytest.mark.parametrize(
    ("signed", "value"), [("Nandi Paper Mills", "Nandi Paper Mills"), ("Stores", None), ("Nandi", None)]
)
def test_who_signs_and_gets_the_goods_likely_buys(signed: str, value: str | None) -> None:
    document = readers.read(MAILED.format(signed=signed).encode(), FileFormat.TEXT)
    customer = assemble(document).header.customer
    assert (customer.value if customer is not None else None) == value
    assert customer is None or not customer.sure


def test_a_person_is_not_who_buys() -> None:
    text = "Buyer name: Whitfield, Jane\nPurchase order 4711\nGreat Mill Paper Inc."
    customer = assemble(paper(text)).header.customer
    assert customer is None or customer.value != "Whitfield, Jane"


MARKED = """
VORTEX 沃泰克流体（昆山）有限公司
采购订单
订单编号：PO-55120
供应商：津海密封有限公司
序号  名称    数量  单价    金额
1     压盖    4     125.00  500.00
合计                        500.00
{foot}
"""


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("发票抬头：沃泰克流体（昆山）有限公司", "沃泰克流体（昆山）有限公司"),
        ("", "VORTEX沃泰克流体（昆山）有限公司"),
    ],
)
def test_a_mark_before_a_name_is_no_part_of_it_where_it_stands_without(foot: str, name: str) -> None:
    customer = assemble(paper(MARKED.replace("VORTEX ", "VORTEX").format(foot=foot))).header.customer
    assert customer is not None
    assert customer.value == name


HEADED = """
{head}
订单编号：PO-55121
供应商：津海密封有限公司
序号  名称    数量  单价    金额
1     压盖    4     125.00  500.00
合计                        500.00
"""


@pytest.mark.parametrize(
    ("head", "sure"), [("远港轧钢有限公司供应处备件清单", False), ("远港轧钢有限公司采购订单", True)]
)
def test_a_name_that_goes_on_with_a_department_is_not_sure(head: str, *, sure: bool) -> None:
    customer = assemble(paper(HEADED.format(head=head))).header.customer
    assert customer is not None
    assert customer.value == "远港轧钢有限公司"
    assert customer.sure is sure


SPOKEN = """
PURCHASE ORDER
Order No.: PO-55122     Date: 5 March 2026
Supplier: Ningbo Orrin Pump Co., Ltd
{said}
No.  Description    Qty  Unit price  Amount
1    Wear ring      4    125.00      500.00
Total                                500.00
"""


@pytest.mark.parametrize(
    ("said", "sure"),
    [("Contact the Hull Works Ltd before entering the site.", False), ("Hull Works Ltd", True)],
)
def test_a_company_that_a_sentence_speaks_of_need_not_buy(said: str, *, sure: bool) -> None:
    customer = assemble(paper(SPOKEN.format(said=said))).header.customer
    assert (customer is not None and customer.sure) is sure
