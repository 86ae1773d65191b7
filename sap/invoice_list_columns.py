"""What the columns of tables are called that people keep around invoicing, and those of the due list.

Finance's own list, the profiles of customers, and SAP's billing due list VF04 (VKDFS), which has one row for
each document.
"""

from sap.columns import NAMES

LIST: dict[str, str] = {
    "order": (
        "VBELN; VBELN_VA; SAP order; SAP order no; SAP order number; Sales order; Sales order no;"
        " Order; Order no; Order number; SO; SO no; SO number; Sales document; Sales doc; SAP SO;"
        " SAP no; Our order; Our order no; 订单号; SAP订单号; SAP订单; SAP 订单号; 订单; 销售订单;"
        " 销售订单号; 销售凭证; SAP单号; 系统订单号; 销售订单编号; 我方订单号; 订单编号; SO号;"
        " SAP 销售订单"
    ),
    "item": (
        "POSNR; Item; Item no; Items; Itm; Pos; Position; Line; Line no; Line item; Order item;"
        " Order line; Sales order item; SO item; SAP item; 行项目; 项目; 行号; 项目号; 行项目号;"
        " 订单行; 订单行号; 订单项目; 行; SAP行号; 订单行项目; 销售订单行; 项次"
    ),
    "delivery": (
        "Delivery; Delivery no; Delivery number; Deliveries; Delivery note; Delivery document; DN;"
        " DN no; LIEF; Outbound delivery; SAP delivery; 交货单; 交货单号; 交货单号码; 交货; 交货号;"
        " 外向交货单; 发货单; 发货单号; 送货单号; 送货单; 出库单号; SAP交货单; SAP交货单号;"
        " 交货单编号; 外向交货"
    ),
    "customer_number": (
        "KUNNR; Customer no; Customer number; Customer code; Cust no; Customer id; Sold-to;"
        " Sold-to party; Sold-to pt; Customer; 客户号; 客户编号; 客户代码; 客户编码; 客户; 售达方;"
        " 售达方编号; 客户号码"
    ),
    "customer": NAMES["customer"] + "; Cust name; 购货单位; 购买方; 客户全称; 客户名",
    "reference": (
        "BSTNK; BSTKD; Contract; Contract no; Contract number; PO; PO no; PO number; Customer PO;"
        " Purchase order; Purchase order no; Customer reference; Customer order; Customer order no;"
        " 合同号; 合同编号; 客户合同号; 客户订单号; 采购订单号; 客户采购订单; 客户PO; 客户参考;"
        " 合同; 采购订单编号"
    ),
    "part_number": NAMES["part_number"],
    "description": NAMES["description"] + "; 货物名称; 产品; 规格型号; 品名及规格",
    "quantity": (
        "Quantity; Qty; Invoice qty; Invoice quantity; Qty to invoice; Billing qty;"
        " Quantity to invoice; Pcs; Q'ty; Shipped qty; 数量; 开票数量; 本次开票数量; 发货数量;"
        " 件数; 申请开票数量; 拟开票数量; 本次数量; FKIMG"
    ),
    "unit": NAMES["unit"] + "; BUn",
    "net_price": NAMES["net_price"]
    + "; Net price per unit; 单价(净); 净单价; 除税单价; 无税单价; 不含税价格",
    "gross_price": NAMES["gross_price"]
    + "; Price incl tax; Unit price gross; Unit price with tax; Price including tax;"
    " Unit price (tax included); 含税单价(元); 价税合计单价; 税价",
    "price": NAMES["price"] + "; 销售单价; 售价; 开票单价",
    "price_per": NAMES["price_per"] + "; 价格单位数量; 每数量",
    "net_amount": (
        "NETWR; Net amount; Net value; Net total; Amount net; Amount excl tax; Amount excl VAT;"
        " Net sum; Total net; Amount excluding tax; Amount excluding VAT; Amount (net);"
        " Amount before tax; Value excl tax; Taxable amount; Net; 不含税金额; 未税金额; 净额; 净值;"
        " 金额(不含税); 金额(未税); 除税金额; 不含税总额; 不含税总价; 税前金额; 无税金额; 不含税额;"
        " 不含税合计"
    ),
    "tax_amount": (
        "MWSBP; Tax; Tax amount; VAT amount; VAT; Tax value; Sales tax; 税额; 税金; 增值税额;"
        " 增值税; 税款; 销项税额"
    ),
    "gross_amount": (
        "Gross amount; Gross value; Gross; Gross total; Amount incl tax; Amount incl VAT;"
        " Total incl tax; Total gross; Total incl VAT; Amount including tax; Amount including VAT;"
        " Amount (gross); Invoice amount; Invoice total; Total amount incl tax; Total with tax;"
        " Amount with tax; 价税合计; 含税金额; 含税总额; 金额(含税); 含税总价; 开票金额; 含税合计;"
        " 价税总计; 价税合计金额; 发票金额; 含税额"
    ),
    "amount": (
        "Amount; Value; Total; Line amount; Line total; Sum; Total amount; 金额; 总额; 合计; 总价;"
        " 行金额; 小计"
    ),
    "tax_rate": (
        "Tax rate; Tax rate %; Tax %; VAT rate; VAT %; VAT rate %; Rate; Tax pct; 税率; 增值税率;"
        " 税率%; 税率(%)"
    ),
    "currency": NAMES["currency"] + "; Cur; Ccy; 货币单位",
    "ship_date": (
        "Ship date; Shipping date; Shipped on; Shipped; Delivery date; Date of shipment;"
        " Goods issue date; GI date; PGI date; Dispatch date; 发货日期; 发货日; 出库日期; 交货日期;"
        " 发运日期; 实际发货日期; 发货时间; 过账日期"
    ),
    "number": "No; Nr; #; Seq; S/N; Sr; 序号; 编号; 项次号",
    "remarks": "Remarks; Remark; Note; Notes; Comment; Comments; 备注; 说明; 备注说明",
    "sales": (
        "Sales; Sales rep; Salesperson; Sales person; Owner; 销售; 销售员; 业务员; 销售人员;"
        " 负责人; 销售工程师"
    ),
}

PROFILES: dict[str, str] = {
    "customer_number": NAMES["customer_number"]
    + "; Payer; Bill-to party; Customer numbers; Cust number; Debtor; 付款方; 客户账号; 客户号码",
    "customer": NAMES["customer"],
    "mode": (
        "Invoice mode; Mode; Invoicing mode; Invoicing; Billing mode; Invoicing method;"
        " Consolidation; Invoice consolidation; Invoice frequency; 开票模式; 开票方式; 开票类型;"
        " 模式; 合并方式; 开票频率; 开票规则; 合并开票方式"
    ),
    "cutoff_day": (
        "Cut-off day; Cutoff day; Cut-off; Cutoff; Monthly cut-off; Cut-off day of the month;"
        " Cut off day; Closing day; Cut-off date; Monthly closing day; 截止日; 每月截止日;"
        " 月截止日; 结账日; 关账日; 截单日; 每月结算日; 结算日; 月结日; 开票截止日; 对账日"
    ),
    "title": (
        "Invoice title; Title; Invoice name; Bill-to name; Invoice header; Invoice recipient;"
        " Invoice to; Legal name; 开票抬头; 发票抬头; 抬头; 开票名称; 购方名称; 开票单位;"
        " 购买方名称"
    ),
    "tax_number": (
        "Tax number; Tax no; Tax id; VAT number; VAT no; VAT id; VAT registration number; TIN;"
        " VAT reg no; Taxpayer id; Tax registration number; 税号; 纳税人识别号; 纳税识别号;"
        " 统一社会信用代码; 购方税号; 税务登记号; 纳税人税号; 社会信用代码"
    ),
    "invoice_type": (
        "Invoice type; Type of invoice; VAT invoice type; Kind of invoice; Fapiao type; 发票类型;"
        " 发票种类; 票种; 开票种类; 发票类别; 开票票种"
    ),
    "acceptance": (
        "Acceptance required; Acceptance; POD required; Acceptance needed;"
        " Proof of delivery required; Needs acceptance; 需验收; 是否需验收; 需要验收; 验收要求;"
        " 是否验收; 需签收; 是否需要验收; 需签收单; 验收后开票; 验收"
    ),
    "hold_until": (
        "Hold until; Hold; Not before; On hold until; Do not invoice before; Invoice hold until;"
        " Hold to; 暂缓至; 暂停至; 推迟至; 暂缓开票至; 延期至; 暂缓到; 暂不开票至; 暂缓截止;"
        " 冻结至; 挂账至"
    ),
    "email": (
        "E-mail; Email; Mail; E-mail address; Invoice e-mail; Invoice email; 收票邮箱; 邮箱;"
        " 电子邮箱; 收票人邮箱; 电子邮件; 邮件; 发票邮箱"
    ),
}

DUE: dict[str, str] = {
    "billing_category": "FKTYP; BillC; Billing category; BillCat; 出具发票类别; 开票类别; 发票类别",
    "billing_date": "FKDAT; Billing date; Bill date; 出具发票日期; 开票日期",
    "customer_number": NAMES["customer_number"],
    "billing_type": "FKART; BillT; Billing type; 发票类型; 开票类型; 出具发票类型",
    "country": "LLAND; DstC; Destination country; 目的地国家; 目的国家",
    "document": "VBELN; Document; SD document; SD doc; Sales document; 凭证; 销售和分销凭证号; 单据; 凭证号",
    "net_value": NAMES["net_value"],
    "currency": NAMES["currency"],
    "sales_organisation": NAMES["sales_organisation"],
    "distribution_channel": NAMES["distribution_channel"],
    "division": NAMES["division"],
    "shipping_point": "VSTEL; ShPt; Shipping point; 装运点",
    "proof_status": "PDSTK; POD; POD status; POD 状态",
    "sort_criterion": "SORTKRI; Sort criterion; 排序标准",
}
