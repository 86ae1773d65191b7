"""Which number, day and buyer a contract states of itself, and which of another contract."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.fields import periods
from extractors.header.conditions import led_periods
from models.reading import Header

ROWS = [["序号", "名称", "数量", "单价", "金额"], ["1", "轴封", "4", "150.00", "600.00"]]
ONE, OTHER = "瑞和造纸有限公司", "康固轴封有限公司"
PARTIES = "需方：瑞和造纸有限公司\n供方：康固轴封有限公司\n签订日期：2028年3月4日\n"


def _header(head: str, after: str = "合计：600.00") -> Header:
    return assemble(form(head, ROWS, after)).header


def _said(header: Header, name: str) -> tuple[str | None, bool] | None:
    found = getattr(header, name)
    return (found.value, found.sure) if found is not None else None


def _timed(behind: str) -> Header:
    return _header(
        f"采购合同\n合同编号：RH-1-22\n{PARTIES}",
        f"合计：600.00\n三、交货期：合同生效后9周内交货。{behind}。",
    )


@pytest.mark.parametrize("number", ["RHZY〔2028〕采字第0071号", "RH-2028-0071-补2", "RH[2028]071号"])
def test_numbers_of_chinese_registries_are_whole(number: str) -> None:
    header = _header(f"采购合同\n合同编号：{number}\n{PARTIES}")
    assert _said(header, "document_number") == (number, True)


def test_the_contract_that_a_supplement_goes_back_to_is_not_its_own() -> None:
    header = _header(
        "备件补充采购合同\n编号：RH-2028-0071-补2\n"
        f"{PARTIES}鉴于双方已于2027年5月6日签订《轴封采购合同》（合同号：RH-2028-0071，以下称“主合同”），现补充采购。"
    )
    assert _said(header, "document_number") == ("RH-2028-0071-补2", True)


def test_a_contract_that_a_paper_goes_back_to_is_proposed_and_not_sure_where_no_other_number_stands() -> None:
    header = _header(
        f"采购合同\n{PARTIES}双方此前签订《轴封采购合同》（合同号：RH-2028-0071），现增购下列货物。"
    )
    assert header.document_number is not None
    assert not header.document_number.sure


@pytest.mark.parametrize(
    ("sentence", "number", "buyer"),
    [
        (
            (
                f"{ONE}（以下简称甲方）与{OTHER}（以下简称乙方）经友好协商，于2028年3月4日在海阳签订"
                "编号为RH-N71-044的订货合同，约定如下。"
            ),
            "RH-N71-044",
            None,
        ),
        ("本合同（编号RH-28-P-0071）由甲乙双方于2028年3月4日在海阳签署。", "RH-28-P-0071", None),
        (
            (
                f"{ONE}（下称“甲方”）因纸机改造需要，向{OTHER}（下称“乙方”）采购轴封，"
                "双方于2028年3月4日订立本合同。"
            ),
            None,
            "瑞和造纸有限公司",
        ),
        (
            "买受人瑞和造纸有限公司（甲方）与出卖人康固轴封有限公司（乙方）于2028年3月4日签订本合同。",
            None,
            "瑞和造纸有限公司",
        ),
    ],
)
def test_the_sentence_by_which_a_contract_is_concluded_states_it(
    sentence: str, number: str | None, buyer: str | None
) -> None:
    header = _header(f"采购合同\n{sentence}")
    assert _said(header, "document_date") == ("2028-03-04", True)
    if number is not None:
        assert _said(header, "document_number") == (number, True)
    if buyer is not None:
        assert _said(header, "customer") == (buyer, True)


def test_another_contract_in_such_a_sentence_is_not_the_paper_s_own() -> None:
    header = _header(
        "采购合同\n瑞和造纸有限公司（以下简称甲方）与康固轴封有限公司（以下简称乙方）于2028年3月4日"
        "签订编号为RH-N71-044的原采购合同，现增购。"
    )
    assert header.document_number is None or not header.document_number.sure


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("自本合同签订之日起18个工作日内供货到位", ("P18D", True, "contract_signed")),
        ("签订合同并回传后35天内到货", ("P35D", False, "contract_signed")),
    ],
)
def test_lead_times_end_with_the_goods_in_place_and_begin_with_the_signed_copy(
    said: str, told: tuple[str, bool, str]
) -> None:
    found = periods.parse(said)
    assert found is not None
    assert (found.iso, found.working_days, found.anchor) == told


def test_sentences_behind_a_lead_time_leave_it_certain_where_they_change_nothing() -> None:
    lead = _header(
        f"采购合同\n合同编号：RH-1-22\n{PARTIES}",
        "合计：600.00\n三、交货期：合同生效后9周内交货。运费由乙方承担。",
    )
    assert _said(lead, "lead_time") == ("P9W", True)


@pytest.mark.parametrize(
    "behind", ["甲方如需变更交货期，提前10天书面通知乙方", "轴套可分批交货", "甲方要求提前的，乙方应予配合"]
)
def test_sentences_that_may_change_a_lead_time_leave_it_open(behind: str) -> None:
    lead = _header(
        f"采购合同\n合同编号：RH-1-22\n{PARTIES}",
        f"合计：600.00\n三、交货期：合同生效后9周内交货。{behind}。",
    )
    assert _said(lead, "lead_time") == ("P9W", False)


def test_another_time_behind_the_first_is_read_as_neither() -> None:
    assert led_periods.leading("9周。其中轴套12周") is None


def test_a_paper_of_one_line_concludes_nothing() -> None:
    assert assemble(paper("本合同由双方签订。")).header.document_date is None
