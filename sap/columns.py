"""What the columns of exports are called: plain English, Chinese, and SAP's own names, short and long.

The names come from SAP's own lists (VA25, VA05, VL06O, VF04; the technical names from VBAK, VBAP, VBEP,
VBKD and KNMT) and from lists that people keep by hand. A name may stand for several fields ("每" is the
price unit in one list and its unit of measure in the next): what stands under it decides.
"""

NAMES: dict[str, str] = {
    "quotation": (
        "Quotation; Quotation no; Quotation number; Quotation #; Quote; Quote no; Quote number;"
        " Quot; Quot no; Sales quotation; SalesQuotation; Offer; Offer no; Angebot;"
        " Angebotsnummer; 报价单; 报价单号; 报价单编号; 报价号; 报价编号; 报价; 报价凭证;"
        " 销售报价"
    ),
    "sales_document": (
        "VBELN; VBELN_VA; Sales document; Sales doc; Document; SD document; SD doc;"
        " Sales document number; Sales order; SAP order; Order; SalesOrder; Verkaufsbeleg;"
        " Vertriebsbeleg; 销售凭证; 销售单据; 凭证; 凭证号; 销售和分销凭证号; 销售订单; 订单号;"
        " 订单; 销售订单号"
    ),
    "item": (
        "POSNR; POSNR_VA; Item; Items; Item no; Item number; Item (SD); SD item;"
        " Sales document item; Itm; Pos; Position; Line; Line item; SalesQuotationItem;"
        " SalesOrderItem; 项目; 行项目; 项目(SD); 项目号; 行项目号; 行号; 销售凭证项目;"
        " 销售单据项目; 项次"
    ),
    "document_type": (
        "AUART; Sales document type; SaTy; Doc type; Document type; Order type; 销售凭证类型;"
        " 单据类型; 订单类型"
    ),
    "item_category": "PSTYV; Item category; ItCa; Item cat; 项目类别; 行项目类别; 销售凭证项目类别",
    "document_date": (
        "AUDAT; Document date; Doc date; Quotation date; Quote date; Date; Offer date;"
        " SalesQuotationDate; 凭证日期; 单据日期; 报价日期; 日期"
    ),
    "created_on": "ERDAT; Created on; Created; Creation date; 创建日期; 创建于; 创建时间",
    "valid_from": (
        "ANGDT; Valid from; Validity start; BindingPeriodValidityStartDate; 有效起始日期; 有效期从; 生效日期"
    ),
    "valid_to": (
        "BNDDT; Valid to; Valid until; Validity; Validity end; Valid-to date; Valid to date;"
        " Binding until; Expiry date; Expires; Validity period; Validity days; Offer validity; Bindefrist;"
        " Gültig bis; BindingPeriodValidityEndDate; 有效截止日期; 有效期限; 报价有效期至; 有效天数;"
        " 有效期至; 有效至; 报价有效期; 有效期; 有效期到; 截止日期; 失效日期"
    ),
    "customer_number": (
        "KUNNR; KUNAG; Sold-to party; Sold-to pt; Sold-to; Sold to party; SoldToParty;"
        " Customer no; Customer number; Customer; Cust no; Customer code; Customer id; Account;"
        " 售达方; 客户; 客户号; 客户编号; 客户代码; 售达方编号"
    ),
    "customer": (
        "NAME1; Name 1; Name; Customer; Customer name; Name of customer; Sold-to party name;"
        " Sold-to name; Sold-to party; Sold-to pt; Name of sold-to party; Company; 名称 1; 名称;"
        " 客户名称; 客户; 售达方名称; 售达方; 客户单位; 单位名称; 公司名称"
    ),
    "customer_local": (
        "Customer name (local); Local name; Customer (local); Name (local);"
        " Customer name (Chinese); Chinese name; 中文名称; 客户中文名称; 客户名称(中文); 本地名称"
    ),
    "ship_to": "KUNWE; Ship-to party; Ship-to pt; Ship-to; 送达方; 收货方",
    "customer_reference": (
        "BSTNK; BSTKD; Purchase order no; Purchase order number; Customer reference; PO number;"
        " PO no; Cust ref; Customer PO; PurchaseOrderByCustomer; 采购订单编号; 客户参考;"
        " 客户采购订单编号; 订单编号; 客户订单号"
    ),
    "part_number": (
        "MATNR; Material; Material no; Material number; Part number; Part no; Part; GPN; GPN no;"
        " Part number (GPN); Article; Article no; Product; Product code; Item code; Our part no;"
        " Materialnummer; 物料; 物料号; 物料编号; 物料编码; 料号; 产品编号; 产品编码; 供方物料号;"
        " 我方物料号; 品号"
    ),
    "local_part_number": (
        "LPN; LPN no; Local part number; Local part no; Local material; Old material number;"
        " Old material no; BISMT; Part number (LPN); 旧物料号; 旧物料号(LPN); 本地物料号;"
        " 本地料号; 旧料号; LPN号"
    ),
    "customer_part_number": (
        "KDMAT; Customer material; Customer material number; Customer material no; Cust material;"
        " Cust mat; Customer part number; Customer part no; Customer part; Customer mat no;"
        " MaterialByCustomer; Material customer; Part number customer; Part no customer;"
        " 物料客户; 物料号客户; 客户物料; 客户物料编号; 客户物料号; 客户料号; 客户编码; 客户零件号"
    ),
    "drawing_number": (
        "ZEINR; Drawing no; Drawing number; Drawing; Dwg no; Dwg; Document no (drawing); 图号;"
        " 图纸号; 图纸编号; 图样代号"
    ),
    "description": (
        "ARKTX; MAKTX; Description; Item description; Material description; Short text;"
        " Product name; Designation; Text; SalesQuotationItemText; 描述; 短文本; 物料描述; 品名;"
        " 名称规格; 品名规格; 物料名称; 产品名称; 项目描述"
    ),
    "quantity": (
        "KWMENG; Quantity; Qty; Order quantity; Order qty; Cumul order qty;"
        " Cumulative order quantity; Quotation quantity; Quoted quantity; Quoted qty;"
        " Target quantity; RequestedQuantity; 数量; 订单数量; 累计订单数量; 报价数量; 目标数量"
    ),
    "unit": (
        "VRKME; SU; Sales unit; Unit; UoM; Unit of measure; UM; RequestedQuantityUnit;"
        " 销售单位; 单位; 计量单位; 订单单位; SU单位"
    ),
    "base_unit": "MEINS; BUn; BUoM; Base unit; Base unit of measure; 基本单位; 基本计量单位; 库存单位",
    "price": "Unit price; Price; Price each; Quoted price; Price per unit; 单价; 价格; 报价单价",
    "net_price": (
        "NETPR; Net price; Net unit price; Unit price net; Net price per unit;"
        " Unit price excl tax; Unit price excl VAT; Unit price excluding VAT; Unit price (net);"
        " Price excl VAT; 净价; 净单价; 不含税单价; 未税单价; 不含税价; 单价(不含税); 单价(未税)"
    ),
    "gross_price": (
        "Gross price; Gross unit price; Unit price incl tax; Unit price incl VAT;"
        " Unit price including VAT; Unit price (gross); Price incl VAT; 含税单价; 含税价;"
        " 单价(含税); 含税价格"
    ),
    "list_price": (
        "List price; Catalogue price; Catalog price; List unit price; Unit list price; Unit price (list);"
        " Price (list); Listenpreis; 目录价; 列表价; 面价; 标价; 单价(目录); 单价(面价)"
    ),
    "price_per": (
        "KPEIN; PEINH; PE; UPE; per; Per; Pricing unit; Price unit; Price per; Price quantity; Unit of price;"
        " Price base; Pricing base; Price basis; Pricing basis; Preiseinheit; ConditionQuantity; 每;"
        " 定价单位; 价格单位; 计价数量; 价格数量; 价格基数; 计价基数"
    ),
    "price_unit": (
        "KMEIN; CUn; Condition unit; per; Per; Pricing unit; ConditionQuantityUnit; Price UoM; Pricing UoM;"
        " Price UM; 条件单位; 每; 定价单位; 计价单位"
    ),
    "net_value": (
        "NETWR; Net value; Net value (item); Net amount; Net val; Item value; Value; Amount;"
        " NetAmount; 净值; 净价值; 净额; 金额; 不含税金额; 行金额"
    ),
    "currency": (
        "WAERK; WAERS; Currency; Curr; Crcy; Document currency; Doc currency; TransactionCurrency;"
        " 货币; 凭证货币; 单据货币; 币种; 币别"
    ),
    "tax_rate": (
        "Tax rate; Tax rate %; Tax %; VAT rate; VAT %; VAT rate %; VAT; Tax; Sales tax; GST; GST %; GST rate;"
        " MwSt; MwSt %; MwSt-Satz; USt; USt %; Steuersatz; Steuer; TVA; TVA %; IVA; IVA %; BTW; 税率;"
        " 增值税率; 税率%; 税率(%); 税; 税点; 增值税; 稅率; 稅"
    ),
    "tax_amount": "MWSBP; Tax amount; Tax; VAT amount; 税额",
    "tax_included": (
        "Tax included; Tax incl; Incl tax; Incl VAT; VAT included; Price incl tax; Tax inclusive;"
        " 含税; 是否含税; 含税标识"
    ),
    "discount": (
        "Header discount; Total discount; Discount on total; Overall discount; Quotation discount;"
        " 抬头折扣; 整单折扣; 总折扣; 优惠金额"
    ),
    "line_discount": (
        "Discount; Discount %; Disc; Disc %; Discount amount; Item discount; Item discount %; Line discount;"
        " Line discount %; Rabatt; Rabatt %; 折扣; 折扣率; 折扣%; 行折扣; 行项目折扣"
    ),
    "lead_time": (
        "Lead time; Leadtime; Quoted lead time; Delivery time; Delivery period; Deliv time;"
        " Delivery lead time; Lead time in weeks; Lead time in days; Time of delivery;"
        " Lieferzeit; Lieferfrist; 交货周期; 交货期; 交货期限; 交期; 货期; 供货周期; 供货期; 供货期限;"
        " 供货时间; 交付周期; 交付期; 交付期限; 生产周期; 制造周期; 到货周期; 交货时间; 报价交期; 报价货期;"
        " 交货周期(周)"
    ),
    "delivery_date": (
        "EDATU; Delivery date; Deliv date; Dlv date; Schedule line date; Promised date; Committed date;"
        " Confirmed delivery date; ConfirmedDeliveryDate; Confirmed date; Ship date; Shipping date;"
        " Liefertermin; Lieferdatum; 交货日期; 计划行日期; 交货日; 交付日期; 交付时间; 确认交货日期;"
        " 计划交货日期; 承诺交期; 承诺交货日期; 发货日期; 到货日期"
    ),
    "requested_date": (
        "VDATU; Requested delivery date; Req dlv dt; Req deliv date; Req delivery date; Req dlv date;"
        " Requested date; Req date; RequestedDeliveryDate; Wunschlieferdatum; 请求交货日期; 要求交货日期;"
        " 请求的交货日期; 客户要求交货日期; 客户要求交期; 要求交期; 期望交货日期"
    ),
    "schedule_quantity": "WMENG; Schedule line qty; Schedule line quantity; Schedule qty; 计划行数量",
    "confirmed_quantity": (
        "BMENG; Confirmed qty; Confirmed quantity; ConfirmQty; Conf qty; 确认数量; 确认的数量;"
        " 已确认的数量; 已确认数量"
    ),
    "incoterms": (
        "INCO1; Incoterms; Incoterm; Inco; Inco terms; IncotermsClassification; 国贸条款;"
        " 国际贸易条款; 贸易条款; 贸易术语"
    ),
    "incoterms_place": (
        "INCO2; Incoterms part 2; Incoterms 2; Incoterms location; Inco 2; IncotermsLocation1;"
        " 国贸条款 2; 国贸条款地点"
    ),
    "payment_terms": (
        "ZTERM; Payment terms; Terms of payment; Payment term; PayT; Payt terms; Payment;"
        " CustomerPaymentTerms; 付款条件; 付款条款; 付款方式; 收付条件; 支付条件"
    ),
    "rejected": (
        "ABGRU; Reason for rejection; Reason f rejection; Rejection reason; Rejection code;"
        " Rej reason; RejReason; Rj; RjRsn; Rejection; Rejection status; Rejected; Is rejected;"
        " Item rejected; Absagegrund; Absage; SalesDocumentRjcnReason; 拒绝原因; 拒绝理由; 拒绝代码;"
        " 拒收原因; 拒绝; 已拒绝; 是否拒绝; 被拒绝; 拒绝状态"
    ),
    "alternative": (
        "GRPOS; Alternative; Alternative item; Alternative to item; AlternativeToItem; Optional;"
        " 备选项目; 可选项; 备选; 替代项目"
    ),
    "higher_item": (
        "UEPOS; Higher-level item; Higher-lev item; HgLvIt; HigherLevelItem; 更高层次项目; 上层项目"
    ),
    "delivery_block": "LIFSK; LIFSP; Delivery block; Dlv block; 交货冻结",
    "billing_block": "FAKSK; FAKSP; Billing block; 开票冻结; 出具发票冻结",
    "overall_status": "GBSTK; Overall status; 总体状态; 整体状态",
    "delivery_status": "LFSTK; Delivery status; 交货状态",
    "billing_status": "FKSTK; Billing status; 开票状态",
    "sales_organisation": "VKORG; Sales org; Sales organization; SOrg; 销售组织",
    "distribution_channel": "VTWEG; Distr chl; DChl; Distribution channel; 分销渠道",
    "division": "SPART; Division; Dv; 产品组",
    "plant": "WERKS; Plant; Plnt; 工厂",
    "created_by": "ERNAM; Created by; 创建者; 创建人",
}
"""Field names of ours, and what exports call them, separated by semicolons."""
