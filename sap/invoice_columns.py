"""What the columns of SAP's exports around invoicing are called, by export.

Sales orders as in VA05 (VBAK, VBAP, VBEP), deliveries as in VL06O (LIKP, LIPS), billing as in VF05 (VBRK,
VBRP). The same word means different things in them: "Item" is the order's in one, the invoice's in the next.
"""

from sap.columns import NAMES

QUANTITY_UNIT = NAMES["unit"] + "; " + NAMES["base_unit"]
TYPE = NAMES["document_type"] + "; Sales doc type; Order category; 销售订单类型; 凭证类型"

BILLING_STATUS = (
    "; FKSAK; FKSAA; FKSTA; Bill status; BillStat; Overall billing status; Order-related billing status;"
    " OrderRelatedBillingStatus; OverallBillingStatus; Fakturastatus; 出具发票状态; 发票状态; 总体开票状态"
)

BILLING_BLOCK = (
    NAMES["billing_block"]
    + "; Bill block; BillBlock; BlBk; Bill blk; Billing block header; Billing block item;"
    " Billing block for item; Item billing block; Billing block in SD document; Invoice block;"
    " Billing block reason; HeaderBillingBlockReason; ItemBillingBlockReason; Fakturasperre; 开票冻结抬头;"
    " 项目开票冻结; 行项目开票冻结; 项目的开票冻结; 出票冻结; 发票冻结; 开具发票冻结; 开票锁定; 开票冻结原因;"
    " 项目的出具发票冻结"
)

ORDERS: dict[str, str] = {
    "sales_document": NAMES["sales_document"]
    + "; Order no; Order number; Sales order no; Sales order number; SAP order no; 销售订单编号;"
    " 销售凭证号",
    "item": NAMES["item"] + "; Order item; Sales order item; 订单项目; 订单行; 订单行项目",
    "document_type": TYPE,
    "item_category": NAMES["item_category"],
    "customer_number": NAMES["customer_number"],
    "customer": NAMES["customer"],
    "payer": "KUNRG; Payer; Payer no; Bill-to party; Bill-to pt; 付款方; 收票方; 付款人",
    "customer_reference": NAMES["customer_reference"]
    + "; Purch order no; Purchase order; Customer purchase order; Customer PO no; PO; Cust PO;"
    " Contract no; 合同号; 合同编号; 客户合同号; 采购订单号; 客户采购订单号; 采购订单;"
    " 客户采购订单; 客户订单编号",
    "part_number": NAMES["part_number"],
    "description": NAMES["description"],
    "quantity": NAMES["quantity"]
    + "; Ordered quantity; Ordered qty; 订购数量; 订货数量; 累计订购数量; 订单数",
    "schedule_quantity": NAMES["schedule_quantity"] + "; Order qty (schedule line); 计划行订购数量",
    "confirmed_quantity": NAMES["confirmed_quantity"],
    "schedule_line": "ETENR; Schedule line; Schedule line number; Sched line; SLNo; 计划行; 计划行编号",
    "unit": QUANTITY_UNIT,
    "net_price": NAMES["net_price"] + NAMES["price"],
    "price_per": NAMES["price_per"],
    "price_unit": NAMES["price_unit"],
    "net_value": NAMES["net_value"] + "; Net value of the order item; Order value; 订单净值; 净值(项目)",
    "tax_amount": NAMES["tax_amount"]
    + "; Tax value; VAT; Tax amt; Tax amount in document currency; 税金; 税款; 增值税; 增值税额;"
    " 销项税额",
    "tax_rate": "Tax rate; Tax rate %; Tax %; VAT rate; VAT %; VAT rate %; 税率; 增值税率; 税率%; 税率(%)",
    "currency": NAMES["currency"],
    "rejected": NAMES["rejected"] + "; 取消原因",
    "reference": (
        "VGBEL; Reference document; Ref doc; Reference doc; Ref document; Reference;"
        " Preceding document; Originating document; Reference document number; 参考凭证; 参考单据;"
        " 参照凭证; 参考文档; 参考单据号; 参考凭证号; 前置凭证; 先前凭证"
    ),
    "reference_item": (
        "VGPOS; Reference item; Ref itm; Ref item; Reference document item; Preceding item;"
        " Item of reference; RefItm; 参考项目; 参考行项目; 参考凭证项目; 参考单据项目; 参照项目;"
        " 前置项目"
    ),
    "overall_status": NAMES["overall_status"]
    + "; Overall processing status; OvSt; OS; Status; Doc status; 总状态; 总体处理状态;"
    " 整体处理状态; 状态",
    "delivery_status": NAMES["delivery_status"],
    "billing_status": NAMES["billing_status"] + BILLING_STATUS,
    "delivery_date": NAMES["delivery_date"] + "; " + NAMES["requested_date"],
    "document_date": NAMES["document_date"],
    "created_on": NAMES["created_on"],
    "delivery_block": NAMES["delivery_block"]
    + "; Deliv block; DlvBlk; DlBl; Dlv blk; Delivery block header; Delivery block (header);"
    " Delivery block schedule line; Schedule line block; Schedule line blocked for delivery;"
    " Delivery block reason; DeliveryBlockReason; Liefersperre; 交货冻结抬头; 计划行交货冻结;"
    " 发货冻结; 交货锁定; 交货冻结原因",
    "billing_block": BILLING_BLOCK,
    "sales_organisation": NAMES["sales_organisation"],
    "distribution_channel": NAMES["distribution_channel"],
    "division": NAMES["division"],
    "plant": NAMES["plant"],
    "created_by": NAMES["created_by"],
}

DELIVERIES: dict[str, str] = {
    "delivery": (
        "VBELN; VBELN_VL; Delivery; Delivery no; Delivery number; Delivery document; Deliv;"
        " Outbound delivery; Outb delivery; Outbound deliv; DN; DN no; Delivery note; 交货; 交货单;"
        " 交货单号; 交货号; 交货凭证; 外向交货; 外向交货单; 外向交货单号; 发货单; 发货单号;"
        " 送货单号; 出库单号"
    ),
    "delivery_item": (
        "POSNR; POSNR_VL; Item; Itm; Item no; Delivery item; Deliv item; Item (delivery); Dlv item;"
        " 项目; 行项目; 交货项目; 交货行; 交货单项目; 项目号; 行号; 交货行项目"
    ),
    "billing_block": BILLING_BLOCK,
    "delivery_type": "LFART; Delivery type; DlvTy; Dlv type; Deliv type; 交货类型; 交货单类型; 交货凭证类型",
    "ship_to": NAMES["ship_to"] + "; 送达方编号; 收货方编号",
    "customer": NAMES["customer"]
    + "; Name of the ship-to party; Name of ship-to party; Ship-to name; Ship-to party name;"
    " 送达方名称; 收货方名称; 收货单位",
    "customer_number": NAMES["customer_number"],
    "sales_document": (
        "VGBEL; VBELV; VBELN_VA; Reference document; Ref doc; Reference doc; Ref document;"
        " Reference; Sales document; Sales doc; Sales order; Order; Sales order no; Order no;"
        " Originating document; Preceding document; 参考凭证; 参考单据; 参照凭证; 参考文档;"
        " 销售订单; 销售凭证; 订单; 订单号; 销售订单号; 参考单据号; 参考凭证号; 前置凭证; 销售单据;"
        " 先前凭证"
    ),
    "item": (
        "VGPOS; POSNV; POSNR_VA; Reference item; Ref itm; Ref item; RefItm;"
        " Reference document item; Sales document item; SD item; Sales item; Order item;"
        " Sales order item; Item of reference; Preceding item; 参考项目; 参考行项目; 参考凭证项目;"
        " 参考单据项目; 参照项目; 销售订单项目; 销售凭证项目; 订单项目; 订单行; 订单行项目;"
        " 前置项目; 销售单据项目"
    ),
    "part_number": NAMES["part_number"],
    "description": NAMES["description"],
    "quantity": (
        "LFIMG; LGMNG; Dlv qty; Delivery quantity; Delivery qty; Deliv qty; Delivered quantity;"
        " Delivered qty; Actual quantity delivered; Actual delivery qty; Actual delivery quantity;"
        " Actual quantity delivered (in sales units); Act qty; Quantity; Qty; GI qty;"
        " Goods issue quantity; 交货数量; 实际交货数量; 实际已交货数量; 已交货数量; 实际交货量;"
        " 交货量; 发货数量; 实发数量; 数量; 出库数量"
    ),
    "unit": QUANTITY_UNIT,
    "planned_on": (
        "WADAT; Pl Gds Mvmt Date; Planned goods movement date; Planned goods mvmt date;"
        " Planned GI date; Pl goods issue date; Planned goods issue date; Pl GI date;"
        " Planned goods issue; Goods movement date (planned); 计划货物移动日期; 计划发货日期;"
        " 计划货物移动; 计划发货; 计划发货过账日期; 计划的货物移动日期; 计划货物发出日期;"
        " 计划出库日期"
    ),
    "issued_on": (
        "WADAT_IST; Act Gds Mvmnt Date; Act Gds Mvmt Date; Actual goods movement date;"
        " Actual goods mvmt date; Actual GI date; Act GI date; Actual goods issue date;"
        " Act goods issue date; Goods issue date; GI date; PGI date; Goods issue; Goods issued on;"
        " Goods movement date; Shipped on; Ship date; Shipping date; Posting date;"
        " 实际货物移动日期; 实际发货日期; 实际发货日; 发货过账日期; 发货日期; 过账日期;"
        " 实际货物移动; 实际货物发出日期; 货物移动日期; 出库日期; 实际发货过账日期;"
        " 实际的货物移动日期; 发货日"
    ),
    "issue_status": (
        "WBSTK; WBSTA; Goods movement status; Gds mvmt status; Total goods movement status;"
        " GM status; GMS; GI status; Goods issue status; Goods mvt status; Goods movement stat;"
        " 货物移动状态; 总货物移动状态; 发货状态; 发货过账状态; 货物移动总状态; 过账状态; GM 状态"
    ),
    "proof_status": (
        "PDSTK; PDSTA; POD status; POD; Proof of delivery; Proof of delivery status; POD stat;"
        " Acceptance; Acceptance status; Signed; POD 状态; POD状态; 签收状态; 交货证明;"
        " 交货证明状态; 签收; 验收状态; 验收; 到货签收; 收货证明状态; 收货证明"
    ),
    "proof_on": (
        "PODAT; POD date; Proof of delivery date; Date of proof of delivery; POD on;"
        " Acceptance date; Accepted on; Signed on; POD 日期; POD日期; 签收日期; 交货证明日期;"
        " 验收日期; 到货签收日期; 收货证明日期"
    ),
    "billing_status": NAMES["billing_status"] + BILLING_STATUS,
    "plant": NAMES["plant"],
    "sales_organisation": NAMES["sales_organisation"],
    "created_on": NAMES["created_on"],
    "created_by": NAMES["created_by"],
}

BILLING: dict[str, str] = {
    "billing_document": (
        "VBELN; VBELN_VF; Billing document; Billing doc; Bill doc; BillDoc;"
        " Billing document number; Invoice; Invoice no; Invoice number; Invoice document; 开票凭证;"
        " 出具发票凭证; 发票凭证; 发票; 发票号; 发票号码; 开票凭证号; 出具发票凭证号; 发票编号;"
        " 开具发票凭证; 系统发票号; 出具发票的凭证"
    ),
    "billing_item": (
        "POSNR; POSNR_VF; Item; Itm; Item no; Billing item; Billing document item; Invoice item;"
        " 项目; 行项目; 开票项目; 发票项目; 发票行项目; 项目号; 行号; 开票凭证项目; 出具发票项目"
    ),
    "billing_type": (
        "FKART; Billing type; BillT; Bill type; BillTy; Invoice type; 开票类型; 出具发票类型;"
        " 发票类型; 凭证类型"
    ),
    "billed_on": (
        "FKDAT; Billing date; Bill date; Invoice date; Billed on; Document date; 开票日期;"
        " 出具发票日期; 发票日期; 凭证日期"
    ),
    "payer": "KUNRG; Payer; Payer no; Bill-to party; 付款方; 付款人; 收票方; 付款方编号",
    "customer_number": NAMES["customer_number"],
    "customer": NAMES["customer"] + "; Payer name; Name of payer; 付款方名称",
    "sales_document": (
        "AUBEL; VBELN_VA; Sales document; Sales doc; Sales order; Order; Sales order no; Order no;"
        " SD document; Sales order number; 销售凭证; 销售订单; 订单; 订单号; 销售订单号; 销售单据;"
        " 销售凭证号"
    ),
    "item": (
        "AUPOS; POSNR_VA; SD item; Sales document item; Sales item; Order item; Sales order item;"
        " Item (SD); Sales doc item; 销售凭证项目; 销售订单项目; 订单项目; 项目(SD); 订单行;"
        " 订单行项目; 销售订单行项目; 销售单据项目; 销售项目"
    ),
    "reference": (
        "VGBEL; Reference document; Ref doc; Reference doc; Ref document; Reference; Delivery;"
        " Delivery no; Delivery document; Outbound delivery; Preceding document; 参考凭证;"
        " 参考单据; 参照凭证; 参考文档; 交货; 交货单; 交货单号; 参考单据号; 参考凭证号; 外向交货;"
        " 前置凭证; 先前凭证"
    ),
    "reference_item": (
        "VGPOS; Reference item; Ref itm; Ref item; RefItm; Reference document item; Delivery item;"
        " Preceding item; 参考项目; 参考行项目; 参考凭证项目; 参考单据项目; 参照项目; 交货项目;"
        " 交货行; 前置项目"
    ),
    "part_number": NAMES["part_number"],
    "description": NAMES["description"],
    "quantity": (
        "FKIMG; FKLMG; Billed quantity; Billed qty; Billing quantity; Billing qty;"
        " Invoiced quantity; Inv qty; Invoiced qty; Invoice quantity; Actual billed quantity;"
        " Bill qty; Quantity; Qty; 已开票数量; 开票数量; 发票数量; 已出具发票数量; 出具发票数量;"
        " 实际开票数量; 数量; 实际已开票数量; 已开票的数量; 实际已出具发票数量"
    ),
    "unit": QUANTITY_UNIT,
    "net_value": NAMES["net_value"] + "; 开票净值; 发票净值",
    "tax_amount": NAMES["tax_amount"] + "; VAT; 税金; 税款; 增值税; 增值税额",
    "currency": NAMES["currency"],
    "cancelled": (
        "FKSTO; Canceled; Cancelled; Cancelled flag; Cancellation flag;"
        " Billing document is cancelled; Cncl; Is cancelled; Reversed; Cancellation;"
        " Cancel indicator; Cancelled (X); 已取消; 取消标识; 已冲销; 冲销标识; 取消; 冲销; 作废;"
        " 已作废; 取消标志; 已取消标识; 开票凭证已取消; 冲销标志"
    ),
    "cancels": (
        "SFAKN; Cancelled bill doc; Canceled bill doc; Cancelled billing document;"
        " Canceled billing document; Cancelled billing doc; Cancelled document; Cancelled doc;"
        " Canceled doc; Cancelled invoice; Reversed document; Reversal of; Reverses;"
        " Number of cancelled billing document; 被取消的开票凭证; 被取消凭证; 取消的发票;"
        " 取消的出具发票凭证; 被冲销凭证; 冲销凭证; 原发票; 已取消的开票凭证; 被冲销发票;"
        " 被冲销的凭证; 已取消的出具发票凭证; 被取消的出具发票凭证; 冲销的凭证; 取消凭证;"
        " 已取消凭证; 被取消的凭证; 取消的凭证; 取消的开票凭证; 原开票凭证; 冲销凭证号"
    ),
    "created_on": NAMES["created_on"],
    "created_by": NAMES["created_by"],
    "sales_organisation": NAMES["sales_organisation"],
}
