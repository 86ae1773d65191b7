"""Labels of the buyer with somebody of the company beside them, and sellers below a vendor's number."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field

CHINESE = """
沈阳浑河泵业集团有限公司 采购订单

采购凭证：5500028841      凭证日期：2026-05-19      {label}：{value}
供应商：天津汉普斯流体密封有限公司      币种：CNY

项目  物料        供应商物料号  物料描述   数量  单位   净价       净值
10    3030104471  LP-22-4817    机械密封      8   套    3120.00   24960.00
20    3030104465  LP-22-4805    轴套         12   套    2780.00   33360.00
                                        不含税金额：            58320.00
"""
VENDOR = """
诺康瑞生物制药（无锡）有限公司
无锡市新吴区长江南路217号

                 采购订单 Purchase Order 4700031862
供应商 Vendor: 0000310457                    订单日期 PO date: 18-Sep-2026
{seller}                                     币种 Currency: CNY

行    物料      供应商料号    描述           数量  单位   单价       金额
10    M-700214  10048863      机械密封          6   EA    4150.00   24900.00
20    M-700388  10037755      O型圈           300   EA       9.60    2880.00
                                        不含税合计               27780.00
"""


def customer(text: str) -> Field | None:
    return assemble(paper(text)).header.customer


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("采购组织", "1000 集团采购中心"),
        ("采购员 Buyer", "Helen Xu 徐虹 / 025-5550 3316"),
        ("采购组织", "P07 物资采购部"),
    ],
)
def test_people_and_units_beside_the_label_leave_the_letterhead_alone(label: str, value: str) -> None:
    found = customer(CHINESE.format(label=label, value=value))
    assert found is not None
    assert (found.value, found.sure) == ("沈阳浑河泵业集团有限公司", True)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("买方 Buyer", "Rio Tinto 力拓 / 025-5550 3316"),
        ("买方", "Wanhua Chemical 万华"),
        ("甲方", "Masteel Group 马钢"),
        ("需方", "8010 宝钢物资供应部"),
        ("采购组织", "天岳控股集团有限公司"),
    ],
)
def test_a_company_beside_it_is_a_rival(label: str, value: str) -> None:
    found = customer(CHINESE.format(label=label, value=value))
    assert found is not None
    assert not (found.value == "沈阳浑河泵业集团有限公司" and found.sure)


def test_a_seller_below_its_number_leaves_the_head_to_the_buyer() -> None:
    found = customer(VENDOR.format(seller="天津汉普斯流体密封有限公司"))
    assert found is not None
    assert (found.value, found.sure) == ("诺康瑞生物制药（无锡）有限公司", True)
    behind = customer(VENDOR.format(seller="On behalf of 天津汉普斯流体密封有限公司"))
    assert behind is None or not behind.sure
    other = customer(VENDOR.format(seller="诺康瑞生物制药（无锡）有限公司"))
    assert other is None or not other.sure
