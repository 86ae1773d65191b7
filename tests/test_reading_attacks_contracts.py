"""Chinese contracts: who buys, what clauses state, and what they only mention."""

import pytest
from reading_attacks import ANY, CONTRACT, HEADING_ZH, SEAL_ZH, SLEEVE_ZH, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "c-base",
        CONTRACT,
        after=[
            "二、交货期：合同生效后6周",
            "三、交货地点：甲方厂区2号库",
            "四、付款方式：货到验收合格后30天内付款",
            "五、以上价格含13%增值税",
        ],
        truth={
            "lead_time": "P6W",
            "delivery_place": "甲方厂区2号库",
            "payment_terms": "货到验收合格后30天内付款",
            "tax_rate": "13",
        },
        kinds=("contract",),
    ),
    Attack(
        "c-breach",
        CONTRACT,
        after=[
            "二、交货期：合同生效后6周。逾期超过30天甲方有权解除合同",
            "四、付款方式：货到验收合格后30天内付款，逾期付款每日按0.05%计息",
        ],
        truth={"lead_time": "P6W", "payment_terms": ANY},
        kinds=("contract",),
    ),
    Attack(
        "c-sent-deliv",
        CONTRACT,
        after=["二、乙方应在收到预付款后45日内交货，甲方延期付款的，交货期相应顺延。"],
        truth={"lead_time": ("P45D", None)},
        kinds=("contract",),
    ),
    Attack(
        "c-sent-deliv2",
        CONTRACT,
        after=["二、乙方应于2026年12月20日前交货；若图纸2026年11月20日前未确认，则交货期顺延。"],
        truth={"delivery_date": "2026-12-20"},
        kinds=("contract",),
    ),
    Attack("c-sent-warr", CONTRACT, after=["二、质保期自交货之日起18个月。"], kinds=("contract",)),
    Attack(
        "c-sent-accept",
        CONTRACT,
        after=["二、甲方应于货到后7日内验收，验收合格后30日内付款。"],
        truth={"payment_terms": ANY, "lead_time": None},
        kinds=("contract",),
    ),
    Attack(
        "c-sent-ship",
        CONTRACT,
        after=["二、乙方收到甲方通知后7日内发货。"],
        truth={"lead_time": ("P7D", None)},
        kinds=("contract",),
    ),
    Attack(
        "c-sent-doc",
        CONTRACT,
        after=["二、乙方应在合同签订后2周内提交图纸，图纸确认后8周交货。"],
        truth={"lead_time": "P8W"},
        kinds=("contract",),
    ),
    Attack(
        "c-sent-doc2",
        CONTRACT,
        after=["二、合同签订后2周内提交图纸。"],
        truth={"lead_time": None},
        kinds=("contract",),
    ),
    Attack(
        "c-sent-pay2",
        CONTRACT,
        after=[
            "二、付款：合同签订后7日内预付30%；发货前付60%；质保金10%质保期满后付清。",
            "三、质保金：5%，质保期满后30天付清",
        ],
        truth={"payment_terms": ANY},
        kinds=("contract",),
    ),
    Attack(
        "c-parties-rev",
        CONTRACT,
        head={
            "buy": "甲方（卖方）：苏州长兴密封技术有限公司",
            "sup": "乙方（买方）：江苏海瑞化工装备有限公司",
        },
        after=["二、交货期：合同生效后6周"],
        truth={"lead_time": "P6W"},
        kinds=("contract",),
    ),
    Attack(
        "c-parties-bare",
        CONTRACT,
        head={"buy": "甲方：苏州长兴密封技术有限公司", "sup": "乙方：江苏海瑞化工装备有限公司"},
        after=["二、交货期：合同生效后6周"],
        truth={"lead_time": "P6W"},
        kinds=("contract",),
    ),
    Attack(
        "c-parties-sell",
        CONTRACT,
        head={"buy": "甲方：苏州长兴密封技术有限公司", "sup": "乙方：江苏海瑞化工装备有限公司"},
        after=["二、甲方向乙方供应下列产品", "三、乙方向甲方购买下列产品"],
        kinds=("contract",),
    ),
    Attack(
        "c-parties-end",
        CONTRACT,
        after=["最终用户：大连石化有限公司", "二、交货期：合同生效后6周"],
        truth={"lead_time": "P6W"},
        kinds=("contract",),
    ),
    Attack(
        "c-3party",
        CONTRACT,
        head={"buy": "买方：江苏海瑞化工装备有限公司", "sup": "卖方：苏州长兴密封技术有限公司"},
        more=["代理方：南京华贸进出口有限公司"],
        after=["二、交货期：合同生效后6周"],
        truth={"lead_time": "P6W"},
        kinds=("contract",),
    ),
    Attack(
        "c-agent",
        CONTRACT,
        head={"buy": "买方：南京华贸进出口有限公司", "sup": "卖方：苏州长兴密封技术有限公司"},
        more=["最终用户：江苏海瑞化工装备有限公司"],
        after=["二、交货期：合同生效后6周"],
        truth={"lead_time": "P6W", "customer": ("江苏海瑞化工装备有限公司", "南京华贸进出口有限公司")},
        kinds=("contract",),
    ),
    Attack("c-old-number", CONTRACT, after=["附：原合同HT2025-0901作废"], kinds=("contract",)),
    Attack(
        "c-words-cents",
        CONTRACT,
        after=["二、交货期：合同生效后6周"],
        foot=["合计：￥17,390.00", "合计人民币（大写）：壹万柒仟叁佰玖拾元伍角整"],
        truth={"lead_time": "P6W", "total_amount": UNSURE},
        kinds=("contract",),
    ),
    Attack(
        "c-net-gross",
        CONTRACT,
        after=["税率13%，税额2,000.62元，价税合计17,390.00元"],
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        truth={"tax_rate": "13", "tax_included": ANY},
        kinds=("contract",),
    ),
    Attack(
        "c-gross-higher",
        CONTRACT,
        after=["以上为不含税价，税率13%，价税合计19,650.70元"],
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        foot=["合计：￥17,390.00"],
        truth={"tax_rate": "13", "tax_included": "false", "total_amount": "19650.70"},
        kinds=("contract",),
    ),
    Attack(
        "c-two-col-prices",
        CONTRACT,
        after=["二、交货期：合同生效后6周"],
        rows=[
            ["序号", "物料号", "名称", "数量", "单位", "不含税单价", "含税单价", "金额"],
            ["1", "10023177", "机械密封 45mm", "4", "套", "2831.86", "3200.00", "12800.00"],
            ["2", "10023188", "轴套 45mm", "6", "件", "676.99", "765.00", "4590.00"],
        ],
        truth={"lead_time": "P6W", "tax_included": ANY, "total_amount": ANY},
        lines=[
            {
                "part_number": ANY,
                "customer_part_number": ANY,
                "drawing_number": None,
                "unit_price": ("3200.00", "2831.86"),
            },
            {
                "part_number": ANY,
                "customer_part_number": ANY,
                "drawing_number": None,
                "unit_price": ("765.00", "676.99"),
            },
        ],
        kinds=("contract",),
    ),
    Attack(
        "c-material-col",
        CONTRACT,
        after=["二、交货期：合同生效后6周"],
        rows=[
            [*HEADING_ZH[:1], "物料编码", "品名", "型号", "材质", *HEADING_ZH[5:]],
            [*SEAL_ZH[:1], "7003312", "机械密封", "108-45", "316L", *SEAL_ZH[5:]],
            [*SLEEVE_ZH[:1], "7003313", "轴套", "45", "304", *SLEEVE_ZH[5:]],
        ],
        truth={"lead_time": "P6W"},
        lines=[
            {"part_number": (None, UNSURE), "drawing_number": None, "description": "机械密封"},
            {"part_number": (None, UNSURE), "drawing_number": None, "description": "轴套"},
        ],
        kinds=("contract",),
    ),
    Attack(
        "c-weihao",
        CONTRACT,
        after=["二、交货期：合同生效后6周"],
        rows=[
            [*HEADING_ZH[:1], "位号", "名称", "图号", *HEADING_ZH[5:]],
            [*SEAL_ZH[:1], "P-101A", "机械密封 45mm", "GA-700121", *SEAL_ZH[5:]],
            [*SLEEVE_ZH[:1], "P-102B", "轴套 45mm", "GA-700135", *SLEEVE_ZH[5:]],
        ],
        truth={"lead_time": "P6W"},
        lines=[
            {"part_number": None, "customer_part_number": None},
            {"part_number": None, "customer_part_number": None},
        ],
        kinds=("contract",),
    ),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
