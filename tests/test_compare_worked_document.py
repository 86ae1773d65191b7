"""The order desk's worked example from the contract's own page to what `check --json` says of it.

A petrochemical customer orders seals in two lots that stand in one cell, faces, and freight, in prices with
tax; the quotation is net, one of its prices per hundred.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(sys.executable).with_name("countercheck")
POLICY = Path(__file__).parent.parent / "policy.toml"
ROWS = (
    (
        "序号",
        "需方物料编码",
        "供方物料号",
        "图号",
        "名称",
        "数量",
        "单位",
        "含税单价(元)",
        "含税金额(元)",
        "交货期",
    ),
    (
        *("1", "7003312", "", "GA-700121 Rev.B", "机械密封 108-45", "20", "件", "1234.00", "24680.00"),
        "首批10件2026-12-20前，余10件2027-01-18前",
    ),
    ("2", "", "90010077", "", "密封面副 45", "10", "副", "3955.00", "39550.00", "2027-01-18"),
    ("3", "", "", "", "运费", "1", "批", "500.00", "500.00", ""),
)
ABOVE = (
    "合同编号: HT-2026-1123-07",
    "签订日期: 2026-11-23",
    "报价单号: 20001234",
    "需方: 示例石化有限公司",
    "供方: 天津自家密封有限公司",
)
BELOW = (
    "合计人民币（大写）：陆万肆仟柒佰叁拾元整",
    "合计(小写): ¥64730.00",
    "以上价格含13%增值税。",
    "付款方式: 合同生效后预付30%，发货前60%，质保金10%",
    "交货地点: 甲方仓库",
    "违约责任：每逾期一日按合同总价的0.05%支付违约金，上限5%。",
    "本合同经双方签字盖章后生效。",
)
QUOTED = {
    "Quotation": "20001234",
    "Quotation date": "2026-11-01",
    "Valid to": "2026-12-31",
    "Customer no.": "100234",
    "Customer": "示例石化有限公司",
    "Currency": "CNY",
    "Tax rate %": "13",
    "Tax included": "no",
    "Lead time": "合同生效后8周",
    "Incoterms": "DAP",
    "Payment terms": "Net 60 days",
}
ITEMS = (
    {
        "Item": "10",
        "Part number (GPN)": "90010045",
        "Customer material": "7003312",
        "Drawing no.": "GA-700121 Rev.A",
        "Description": "MECH SEAL 108-45 BSVFF",
        "Quantity": "20",
        "Unit": "EA",
        "Unit price": "1092.04",
        "Price unit": "1",
    },
    {
        "Item": "20",
        "Part number (GPN)": "90010077",
        "Customer material": "",
        "Drawing no.": "",
        "Description": "SEAL FACE SET 45",
        "Quantity": "10",
        "Unit": "SET",
        "Unit price": "350000.00",
        "Price unit": "100",
    },
)


def contract() -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in ROWS]
    table = "".join(f"<tr>{each}</tr>" for each in cells).replace("<td>序号", "<th>序号")
    above, below = ("".join(f"<p>{each}</p>" for each in lines) for lines in (ABOVE, BELOW))
    return (
        "<html><head><meta charset='utf-8'></head><body><h1>采购合同</h1>"
        f"{above}<table border=1>{table}</table>{below}</body></html>"
    )


def export() -> str:
    names = [*QUOTED, *ITEMS[0]]
    rows = ["\t".join((QUOTED | each)[name] for name in names) for each in ITEMS]
    return "\n".join(["\t".join(names), *rows]) + "\n"


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("worked")
    (folder / "contract.html").write_text(contract(), "utf-8")
    (folder / "quotations.csv").write_text(export(), "utf-8")
    given = ("check", folder / "contract.html", "--quotes", folder / "quotations.csv", "--policy", POLICY)
    command = [str(each) for each in (PROGRAM, *given, "--json")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_early_lot_the_revision_the_terms_and_the_freight_are_told_and_nothing_else(
    answer: dict[str, Any],
) -> None:
    told = {
        (each["kind"], each["field"], each["line"], each["document"], each["quotation"])
        for each in answer["differences"]
        if each["kind"] != "unsure"
    }
    assert told == {
        ("differs", "delivery_date", 1, "2026-12-20", "P8W"),
        ("differs", "drawing_number", 1, "GA-700121 Rev.B", "GA-700121 Rev.A"),
        ("differs", "payment_terms", None, BELOW[3].partition(": ")[2], "Net 60 days"),
        ("missing_in_document", "incoterms", None, None, "DAP"),
        ("not_in_quotation", "description", 3, "运费", None),
    }


def test_the_contract_needs_a_person(answer: dict[str, Any]) -> None:
    assert (answer["verdict"], answer["quotation_number"]) == ("review", "20001234")
