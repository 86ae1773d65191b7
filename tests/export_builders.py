"""Small made-up exports of SAP."""

ORDERS = (
    "Sales Doc.,Item,SaTy,Sold-to party,Material,Order Qty,SU,Net price,Net value,Curr.,Ref. doc.\n"
    "0030005678,000010,OR,0000100234,90010045,10,EA,118.10,1181.00,CNY,\n"
    "0030005678,000020,OR,0000100234,90010046,5,EA,20.00,100.00,CNY,\n"
    "0030005679,000010,OR,0000100235,90010045,2,EA,118.10,236.20,CNY,\n"
    "0060000001,000010,CR,0000100234,90010045,1,EA,118.10,118.10,CNY,0030005678\n"
)
DELIVERIES = (
    "Delivery,Item,Reference Document,Reference Item,Dlv.qty,SU,Act. Gds Mvmnt Date,POD status\n"
    "80012345,10,30005678,10,10,EA,2026-03-01,C\n"
    "80012346,10,30005679,10,2,EA,,A\n"
)
BILLING = (
    "Billing Document,Item,Billing Type,Sales Doc.,SD Item,Reference Document,Billed Quantity,Canceled\n"
    "90001111,10,F2,30005670,10,80012340,4,\n"
)
DUE = (
    "BillC,Billing Date,Sold-to party,Billing Type,Document,Net value,Curr.\n"
    "L,2026-03-05,100234,F2,80012345,1181.00,CNY\n"
)
MATERIALS = "Customer,Material,Customer Material,Sales Org.\n100234,90010045,7003312,CN10\n"
PROFILES = (
    "Customer number,Name,Invoice mode,Cut-off day,Invoice title,Tax number,Invoice type,Acceptance\n"
    "100234,东港机械,monthly,25,东港机械有限公司,91310000MA1K35Q78R,special,yes\n"
    "100235,Works,single,,Works Ltd,91310000MA1K35Q79P,ordinary,no\n"
)
QUOTATIONS = (
    "Sales Doc.,Item,SaTy,Sold-to party,Material,Order Qty,SU,Net price,Net value,Curr.\n"
    "0020001234,000010,QT,0000100234,90010045,10,EA,118.10,1181.00,CNY\n"
)
LIST = (
    "No.,Customer,SAP Order,Item,Delivery,Material,Qty,Unit,Net amount,Tax,Gross amount,Remarks\n"
    "1,东港机械,30005678,10,80012345,90010045,10,EA,1181.00,153.53,1334.53,\n"
    "2,Works,30005679,10,80012346,90010045,2,EA,236.20,30.71,266.91,\n"
)


def longer(export: str, times: int) -> str:
    """Return an export with its rows so many times over, with order and document numbers of their own."""
    head, *rows = export.splitlines()
    found = [head]
    for at in range(times):
        found += [row.replace("3000", f"3{at:03}").replace("8001", f"8{at:03}") for row in rows]
    return "\n".join(found) + "\n"
