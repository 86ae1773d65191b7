"""Quantities, prices, currencies and totals of data, held against what stands beside them."""

import re

import pytest
from structured_orders import CII, EDIFACT, IDOC, UBL, X12
from structured_reading import counted, instead, put, read, state

BARE = counted(re.sub(r"MOA\+(203|79):[\d.]+'\n", "", EDIFACT))
QUANTITY, PRICE = "QTY+21:4:PCE'", '<cac:Price><cbc:PriceAmount currencyID="EUR">1250'
EVENT = "<ram:RequestedDeliverySupplyChainEvent>"
CASES = X12.replace("PO1*10*4*EA*1250.00**", "PO1*10*4*CA*1250.00*PE*")
TOTAL, SUMMED = "AMT*TT*6730.00~\n", '<E1EDS01 SEGMENT="1"><SUMID>002</SUMID><SUMME>6730.00</SUMME>'
K17 = '<E1EDK17 SEGMENT="1"><QUALF>001'
PAYABLE = '<cbc:PayableAmount currencyID="EUR">6730.00'


def deliveries(*quantities: int) -> str:
    each = '<cac:Delivery><cbc:Quantity unitCode="C62">{}</cbc:Quantity></cac:Delivery>'
    return put(UBL, PRICE, "".join(map(each.format, quantities)))


def event(quantity: int) -> str:
    return instead(CII, EVENT, f'{EVENT}<ram:UnitQuantity unitCode="C62">{quantity}</ram:UnitQuantity>')


def payable(amount: str, *more: str) -> str:
    sums = "".join(
        f'<cbc:{name} currencyID="EUR">{sum_}</cbc:{name}>'
        for name, _, sum_ in (x.partition(":") for x in more)
    )
    return instead(UBL, PAYABLE, f'{sums}<cbc:PayableAmount currencyID="EUR">{amount}')


def conditions(segment: str, kind: str, field: str, value: str = "10.000") -> str:
    return f"<{segment}><KSCHL>{kind}</KSCHL><{field}>{value}</{field}></{segment}>"


UNSUMMED = instead(IDOC, SUMMED + "</E1EDS01>", "").replace("<NETWR>5000.00</NETWR>", "{}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (deliveries(1, 2), "L1.quantity"),
        (event(2), "L1.quantity"),
        (BARE.replace(QUANTITY, "QTY+21:4:CT'\nQTY+21:48:PCE'"), "L1.quantity"),
        (BARE.replace(QUANTITY, "QTY+21:4:CT'\nQTY+21:48:PCE'"), "L1.unit"),
        (BARE.replace(QUANTITY, "QTY+21:2:PCE'\nDTM+2:20260520:102'\nQTY+21:2:PCE'"), "L1.quantity"),
        (CASES.replace(TOTAL, ""), "L1.unit_price"),
        (CASES.replace("CA*1250.00*PE", "BX*1250.00*EA").replace(TOTAL, ""), "L1.unit_price"),
        (UNSUMMED.format("<E1EDP05><ALCKZ>-</ALCKZ><BETRG>500.00</BETRG></E1EDP05>"), "L1.unit_price"),
        (UNSUMMED.format(conditions("E1EDP05", "RA01", "KPERC")), "L1.unit_price"),
        (put(IDOC, K17, conditions("E1EDK05", "RA00", "KPERC")), "total_amount"),
        (put(IDOC, "<VPREI>865.00", "<CURCY>USD</CURCY>"), "currency"),
        (instead(IDOC, SUMMED, SUMMED + "<WAERQ>USD</WAERQ>"), "currency"),
        (instead(IDOC, SUMMED, SUMMED + "<SUNIT>CNY</SUNIT>"), "currency"),
        (payable("6730.00", "AllowanceTotalAmount:673.00"), "total_amount"),
        (payable("5730.00", "PrepaidAmount:1000.00"), "total_amount"),
        (payable("6830.00"), "total_amount"),
        (instead(EDIFACT, "MOA+79:6730'", "MOA+79:6730'\nMOA+131:-500'"), "total_amount"),
        (instead(EDIFACT, "MOA+79:6730'", "MOA+79:6730'\nMOA+124:1278.70'"), "total_amount"),
    ],
)
def test_a_figure_is_not_sure_where_another_stands_beside_it(text: str, name: str) -> None:
    found = state(read(text), name)
    assert found is not None
    assert not found[1]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (deliveries(1, 3), "L1.quantity", "4"),
        (deliveries(4), "L1.quantity", "4"),
        (event(4), "L1.quantity", "4"),
        (BARE.replace(QUANTITY, "QTY+21:4:PCE'\nQTY+47:4:PCE'"), "L1.quantity", "4"),
        (BARE.replace(QUANTITY, "QTY+21:4:CT'\nQTY+59:12:PCE'"), "L1.unit", "CT"),
        (CASES, "L1.unit_price", "1250.00"),
        (CASES.replace("CA*1250.00*PE", "EA*1250.00*PE").replace(TOTAL, ""), "L1.unit_price", "1250.00"),
        (CASES.replace("CA*1250.00*PE", "PC*1250.00*PE").replace(TOTAL, ""), "L1.unit_price", "1250.00"),
        (CASES.replace("CA*1250.00*PE", "CA*1250.00*").replace(TOTAL, ""), "L1.unit_price", "1250.00"),
        (UNSUMMED.format(conditions("E1EDP05", "EDI1", "KRATE", "1250.00")), "L1.unit_price", "1250.00"),
        (put(IDOC, "<PMENE>", conditions("E1EDP05", "RA01", "KPERC")), "L1.unit_price", "1250.00"),
        (put(IDOC, K17, conditions("E1EDK05", "MWST", "KPERC")), "total_amount", "6730.00"),
        (instead(IDOC, SUMMED, SUMMED + "<SUNIT>EUR</SUNIT>"), "currency", "EUR"),
        (put(IDOC, "<VPREI>865.00", "<CURCY>EUR</CURCY>"), "currency", "EUR"),
        (payable("6730.00"), "total_amount", "6730.00"),
        (payable("8008.70"), "total_amount", "8008.70"),
        (payable("6057.00", "AllowanceTotalAmount:673.00"), "total_amount", "6057.00"),
        (payable("6730.00", "PrepaidAmount:0.00"), "total_amount", "6730.00"),
        (instead(EDIFACT, "MOA+79:6730'", "MOA+79:6730'\nMOA+131:0'"), "total_amount", "6730"),
        (
            instead(EDIFACT, "MOA+79:6730'", "MOA+79:6730'\nMOA+131:-500'\nMOA+86:6230'"),
            "total_amount",
            "6230",
        ),
    ],
)
def test_a_figure_that_agrees_with_what_stands_beside_it_is_sure(text: str, name: str, value: str) -> None:
    assert state(read(text), name) == (value, True)
