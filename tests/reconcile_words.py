"""What finance and SAP call the columns of their lists, for the made-up ones of `tests/reconcile`."""

ORDER_NAMES = {
    "en": (
        "Sales Doc.|Item|SaTy|Sold-to party|Name 1|Customer Reference|Material|Order Qty|SU"
        "|Net price|per|Net value|Tax amount|Curr.|Item category|Reason for rejection|Ref. doc."
        "|Ref. itm|Overall Status|Delivery Block|Billing Block|Billing Block|Billing Status"
    ),
    "zh": (
        "销售凭证|项目|销售凭证类型|售达方|名称 1|客户参考|物料|订单数量|销售单位|净价|每|净值"
        "|税额|货币|项目类别|拒绝原因|参考凭证|参考项目|总体状态|交货冻结|开票冻结|出具发票冻结|开票状态"
    ),
    "tech": (
        "VBELN|POSNR|AUART|KUNNR|NAME1|BSTNK|MATNR|KWMENG|VRKME|NETPR|KPEIN|NETWR|MWSBP|WAERK"
        "|PSTYV|ABGRU|VGBEL|VGPOS|GBSTK|LIFSK|FAKSK|FAKSP|FKSAA"
    ),
}
LINE_QUANTITY = {"en": "Schedule line qty", "zh": "计划行数量", "tech": "WMENG"}
DELIVERY_NAMES = {
    "en": (
        "Delivery|Item|Reference Document|Reference Item|Material|Dlv.qty|SU|Pl. Gds Mvmt Date"
        "|Act. Gds Mvmnt Date|Goods Movement Status|POD status|POD date|Billing Status|Billing block"
    ),
    "zh": (
        "交货|项目|参考凭证|参考项目|物料|交货数量|销售单位|计划货物移动日期|实际货物移动日期"
        "|货物移动状态|POD 状态|POD 日期|开票状态|开票冻结"
    ),
    "tech": "VBELN|POSNR|VGBEL|VGPOS|MATNR|LFIMG|VRKME|WADAT|WADAT_IST|WBSTK|PDSTK|PODAT|FKSTK|FAKSK",
}
BILLING_NAMES = {
    "en": (
        "Billing Document|Item|Billing Type|Billing Date|Sales Doc.|SD Item|Reference Document"
        "|Ref. itm|Billed Quantity|SU|Net Value|Curr.|Canceled|Cancelled bill. doc."
    ),
    "zh": (
        "开票凭证|项目|开票类型|开票日期|销售凭证|销售凭证项目|参考凭证|参考项目|已开票数量"
        "|销售单位|净值|货币|已取消|被取消的开票凭证"
    ),
    "tech": "VBELN|POSNR|FKART|FKDAT|AUBEL|AUPOS|VGBEL|VGPOS|FKIMG|VRKME|NETWR|WAERK|FKSTO|SFAKN",
}
PROFILE_NAMES = {
    "en": (
        "Customer number|Name|Invoice mode|Cut-off day|Invoice title|Tax number|Invoice type"
        "|Acceptance required|Hold until|E-mail"
    ),
    "zh": ("客户号|客户名称|开票模式|每月截止日|开票抬头|纳税人识别号|发票类型|是否需验收|暂缓至|收票邮箱"),
}
LIST_NAMES = {
    "en": ("No.|Customer|SAP Order|Item|Delivery|Material|Qty|Unit|Tax rate|Currency|Ship date|Remarks"),
    "zh": "序号|客户名称|订单号|行项目|交货单号|物料|数量|单位|税率|币种|发货日期|备注",
}
AMOUNT_NAMES = {
    "both": ("Net amount|Tax|Gross amount", "不含税金额|税额|价税合计"),
    "net": ("Net amount", "不含税金额"),
    "gross": ("Tax amount|Amount incl. tax", "税额|价税合计"),
    "price_net": ("Net price|Net amount", "不含税单价|不含税金额"),
    "price_per": ("Net price|per|Net amount", "不含税单价|价格单位|不含税金额"),
    "price_gross": ("Unit price incl. tax|Tax|Gross amount", "含税单价|税额|价税合计"),
    "unlabelled_net": ("Unit price|Amount|Tax", "单价|金额|税额"),
    "unlabelled_gross": ("Unit price|Amount|Tax", "单价|金额|税额"),
}
STATES = {"en": ("Completed", "Being processed"), "zh": ("已完成", "处理中"), "tech": ("C", "B")}
