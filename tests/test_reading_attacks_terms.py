"""Payment, trade terms and tax that are stated in part, twice, or of something else."""

import pytest
from reading_attacks import CHINESE, HEADING_ZH, SEAL_ZH, SLEEVE_ZH, UNSURE, Attack, finds

ATTACKS = (
    Attack(
        "tax-3-13",
        CHINESE,
        head={"tax": "以上价格含13%增值税"},
        after=["小规模纳税人开具3%增值税专用发票"],
        truth={"tax_rate": UNSURE},
    ),
    Attack("tax-freight-9", CHINESE, after=["运费另计，开具9%运输发票"]),
    Attack(
        "tax-penalty",
        CHINESE,
        head={"tax": None},
        after=["若供方不能开具13%增值税专用发票，则扣除货款13%"],
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        truth={"tax_rate": "13", "tax_included": None},
    ),
    Attack(
        "tax-ex",
        CHINESE,
        head={"tax": "以上价格不含增值税，税率13%"},
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        truth={"tax_included": "false"},
    ),
    Attack("tax-contra", CHINESE, head={"tax": "以上价格不含13%增值税"}, truth={"tax_included": UNSURE}),
    Attack("tax-vatid", more=["VAT No.: DK12345625"]),
    Attack("tax-wht", after=["Withholding tax of 10% will be deducted."], truth={"tax_rate": None}),
    Attack("tax-import", after=["Import duty 5% and import VAT are for buyer."], truth={"tax_rate": None}),
    Attack(
        "tax-label",
        head={"tax": "Tax: 0 % (reverse charge)"},
        truth={"tax_rate": "0", "tax_included": (None, "false")},
    ),
    Attack(
        "tax-incl-freight",
        after=["Freight charges incl. VAT are to be invoiced separately."],
        truth={"tax_included": None},
    ),
    Attack(
        "tax-customs",
        CHINESE,
        head={"tax": "报价含运费，不含税"},
        rows=[[*HEADING_ZH[:7], "单价", "金额"], SEAL_ZH, SLEEVE_ZH],
        truth={"tax_rate": None, "tax_included": "false"},
    ),
    Attack("tax-old17", CHINESE, head={"tax": "以上价格含13%增值税（原17%）"}, truth={"tax_rate": "13"}),
    Attack(
        "pay-frame", head={"pay": "Payment terms: as per frame contract"}, truth={"payment_terms": UNSURE}
    ),
    Attack(
        "pay-asquote",
        head={"pay": "Payment terms: according to your quotation"},
        truth={"payment_terms": UNSURE},
    ),
    Attack(
        "pay-method",
        head={"pay": "Payment method: bank transfer"},
        truth={"payment_terms": ("bank transfer", None)},
    ),
    Attack(
        "pay-sentence2",
        head={"pay": None},
        after=["Invoices without order number will not be paid before 60 days."],
        truth={"payment_terms": None},
    ),
    Attack(
        "pay-discount",
        head={"pay": "Payment terms: 14 days 2 % discount, 30 days net"},
        truth={"payment_terms": "14 days 2 % discount, 30 days net"},
    ),
    Attack(
        "pay-cont2",
        head={"pay": "Payment terms: 30 % with order"},
        more=["balance 70 % net 30 days after delivery"],
        truth={"payment_terms": "30 % with order balance 70 % net 30 days after delivery"},
    ),
    Attack(
        "pay-zh-cont",
        CHINESE,
        head={"pay": "付款方式：合同签订后预付30%，"},
        more=["发货前付清余款70%。"],
        truth={
            "payment_terms": (
                "合同签订后预付30%，发货前付清余款70%。",
                "合同签订后预付30%，发货前付清余款70%",
            )
        },
    ),
    Attack(
        "pay-zh-cont2",
        CHINESE,
        head={"pay": None},
        more=["付款方式：合同签订后预付30%", "货到验收合格后付60%", "质保金10%"],
        truth={"payment_terms": UNSURE},
    ),
    Attack(
        "inc-boiler",
        head={"inc": None},
        after=["If nothing else is agreed, DDP Esbjerg (Incoterms 2020) applies."],
        truth={"incoterms": (UNSURE, "DDP Esbjerg")},
    ),
    Attack("inc-two", more=["Terms of delivery: EXW Suzhou"], truth={"incoterms": UNSURE}),
    Attack("inc-slash", head={"inc": "Incoterms: FCA/EXW Suzhou"}, truth={"incoterms": UNSURE}),
    Attack("inc-or", head={"inc": "Incoterms: DAP Esbjerg or FCA Shanghai"}, truth={"incoterms": UNSURE}),
    Attack(
        "inc-not", head={"inc": "Incoterms: not DAP but FCA Shanghai"}, truth={"incoterms": "FCA Shanghai"}
    ),
    Attack("inc-2010", head={"inc": "Incoterms 2010: CIF Aarhus"}, truth={"incoterms": "CIF Aarhus"}),
    Attack(
        "n2-pay-zh-none",
        CHINESE,
        head={"pay": "付款方式："},
        more=["交货方式：供方送货"],
        truth={"payment_terms": None},
    ),
    Attack(
        "n2-pay-box",
        CHINESE,
        head={"pay": "付款方式：□预付 □月结30天 □货到付款"},
        truth={"payment_terms": UNSURE},
    ),
    Attack(
        "n2-pay-box2",
        CHINESE,
        head={"pay": "付款方式：□预付 ☑月结30天 □货到付款"},
        truth={"payment_terms": "月结30天"},
    ),
    Attack(
        "n2-cur-box",
        head={"cur": "Currency: [ ] EUR [x] USD"},
        foot=["Total 1,930.00"],
        truth={"currency": "USD"},
    ),
    Attack(
        "n2-inc-box", head={"inc": "Incoterms: ( ) DAP (x) FCA Shanghai"}, truth={"incoterms": "FCA Shanghai"}
    ),
    Attack("n2-tax-box", CHINESE, head={"tax": "税率：□3% ☑13%"}, truth={"tax_rate": "13"}),
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_surely_wrong(attack: Attack) -> None:
    assert finds(attack) == []
