"""Terms that are numbered within one paragraph: where goods go, in which currency, and what only looks so."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header

ROWS = [
    ["序号", "供方货号", "名称", "数量", "单价", "金额"],
    ["1", "40071188", "轴套", "2", "50.00", "100.00"],
    ["2", "40071195", "叶轮", "1", "30.00", "30.00"],
]
HEAD = "青浦船舶配件有限公司\n采购单\n采购单号：QN-26-077\n供方：津海密封有限公司"
PLACE = "云鹤市高新区松涛大道209号二号库"


def _header(*after: str) -> Header:
    return assemble(form(HEAD, ROWS, "\n".join(["合计：130.00", *after]))).header


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    "said",
    [
        f"1、送货至{PLACE}，费用由乙方负担。2、付款：货到60天付款。3、质保18个月。",
        f"说明 1. 以上为含税价。\n     3. 收货：{PLACE}。\n     4. 本单替换所发QN-26-061号单。",
    ],
)
def test_a_numbered_term_names_the_place(said: str) -> None:
    assert _told(_header(said).delivery_place) == (PLACE, True)


@pytest.mark.parametrize(
    "said",
    [
        f"1、样品送至{PLACE}，费用由乙方负担。2、质保18个月。",
        f"1、如有退货，送货至{PLACE}。2、质保18个月。",
        f"3. 收货：{PLACE}。\n4. 第2项发至云鹤市东区长河路8号库。",
        f"3. 收货：{PLACE}。\n4. 第2项送云鹤市东区长河路8号。",
        f"3. 收货：周一至周五，{PLACE}。",
    ],
)
def test_what_may_be_another_place_leaves_it_open(said: str) -> None:
    place = _header(said).delivery_place
    assert place is None or not place.sure


@pytest.mark.parametrize(
    "said", ["说明 1. 以上为含税价，税率13%，人民币。 2. 结算：款到发货。", "备注：以上均为未税价，人民币。"]
)
def test_a_note_on_the_prices_states_their_currency(said: str) -> None:
    assert _told(_header(said).currency) == ("CNY", True)


@pytest.mark.parametrize(
    "said",
    [
        "说明 1. 运费为含税价，税率13%，人民币。",
        "说明 1. 以上为含税价，税率13%，人民币。 2. 第2项按USD结算。",
        "说明 1. 以上为含税价，税率13%，人民币仅供参考。",
    ],
)
def test_what_another_currency_or_word_stands_beside_is_not_certain(said: str) -> None:
    found = _header(said).currency
    assert found is None or not found.sure
