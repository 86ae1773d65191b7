"""Orders kept in Excel by firms abroad: templates with sums of empty rows, formats with currencies, old workbooks."""

# ruff: noqa: E501 - a row of a sheet stays a line

from random import Random

from bench.layouts.handmade.book_parts import calculated, merged, put
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import long_day
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order

DOLLARS = "$#,##0.00"
EUROS = "#,##0.00\\ [$€-407]"


def sheet_template(_random: Random, order: Order) -> Drawing:
    """A template with bars for vendor and ship-to, a strip of facts, rows that are empty and cost nothing, sums at the right."""
    book, page = sheet("PO")
    street, _, city = SELLER_STREET_EN.partition(", ")
    first, _, rest = (order.place or "").partition(", ")
    put(
        page,
        {
            "A1": order.customer,
            "E1": "PURCHASE ORDER",
            "A2": order.buyer.street_en,
            "E3": "DATE",
            "F3": order.date,
            "E4": "PO #",
            "F4": order.number,
            "A6": "VENDOR",
            "D6": "SHIP TO",
            "A7": SELLER_EN,
            "D7": order.customer,
            "A8": street,
            "D8": first,
            "A9": city,
            "D9": rest,
            "A11": "REQUISITIONER",
            "C11": "SHIP VIA",
            "D11": "TERMS",
            "F11": "NEED BY",
            "A12": "Dale",
            "C12": "Ocean",
            "D12": order.terms,
            "F12": order.due,
        },
        {"F3": "m/d/yyyy", "F12": "m/d/yyyy"},
    )
    write_row(page, 14, ("ITEM #", "DESCRIPTION", None, "QTY", "UNIT PRICE", "TOTAL"), framed=True)
    formulas = {}
    for at in range(15, 15 + len(order.lines) + 4):
        each = order.lines[at - 15] if at - 15 < len(order.lines) else None
        if each:
            write_row(
                page,
                at,
                (each.part, each.description, None, each.quantity, each.price, each.amount),
                framed=True,
            )
            put(page, {}, {f"D{at}": f'General" {each.unit}"'})
        else:
            write_row(page, at, (None, None, None, None, None, 0), framed=True)
        put(page, {}, {f"E{at}": "#,##0.00", f"F{at}": '#,##0.00;-#,##0.00;"-"'})
        formulas[f"F{at}"] = f"ROUND(D{at}*E{at},2)"
        merged(page, f"B{at}:C{at}")
    end = 15 + len(order.lines) + 4
    for at, (label, value) in enumerate(
        (("SUBTOTAL", order.net), ("TAX", 0), ("SHIPPING", 0), ("OTHER", 0), ("TOTAL", order.total)), end
    ):
        put(
            page,
            {f"E{at}": label, f"F{at}": value},
            {f"F{at}": DOLLARS if label == "TOTAL" else '#,##0.00;-#,##0.00;"-"'},
        )
    formulas[f"F{end}"] = f"SUM(F15:F{end - 1})"
    formulas[f"F{end + 4}"] = f"SUM(F{end}:F{end + 3})"
    put(
        page,
        {
            f"A{end}": "Comments or Special Instructions",
            f"A{end + 1}": "All prices in US dollars. Mark all packages with our PO number.",
            f"A{end + 7}": "If you have any questions about this purchase order, please contact Dale, (402) 555-0117",
        },
    )
    set_widths(page, (16, 30, 10, 14, 16, 16))
    return calculated(book, formulas)


def euro_formats(_random: Random, order: Order) -> Drawing:
    """The currency stands in the formats of the numbers, units too, days are serial numbers shown as in Germany."""
    book, page = sheet("Bestellung")
    put(
        page,
        {
            "A1": order.customer,
            "A2": order.buyer.street_en,
            "A4": "Purchase order",
            "C4": order.number,
            "A5": "Order date",
            "C5": order.date,
            "A6": "Supplier",
            "C6": SELLER_EN,
            "A7": "Your quotation",
            "C7": order.quotation,
            "A8": "Payment",
            "C8": order.terms,
            "A9": "Delivery terms",
            "C9": order.incoterms,
            "A10": "Deliver to",
            "C10": order.place,
        },
        {"C5": "dd.mm.yyyy"},
    )
    write_row(
        page,
        12,
        ("Pos", "Supplier part no.", "Description", "Quantity", "Price each", "Total", "Delivery date"),
    )
    formulas = {}
    for at, each in enumerate(order.lines, 13):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.part,
                each.description,
                each.quantity,
                each.price,
                each.amount,
                each.due,
            ),
        )
        put(
            page,
            {},
            {f"D{at}": f'#,##0.##\\ "{each.unit}"', f"E{at}": EUROS, f"F{at}": EUROS, f"G{at}": "dd.mm.yyyy"},
        )
        formulas[f"F{at}"] = f"ROUND(D{at}*E{at},2)"
    end = 13 + len(order.lines)
    put(page, {f"E{end}": "Order total net", f"F{end}": order.total}, {f"F{end}": EUROS})
    formulas[f"F{end}"] = f"SUM(F13:F{end - 1})"
    put(page, {f"A{end + 2}": "All prices are net, VAT is not included."})
    set_widths(page, (8, 20, 40, 12, 16, 18, 14))
    return calculated(book, formulas)


def spaced_out(_random: Random, order: Order) -> Drawing:
    """Empty columns between, labels above their values, a hidden column of the firm's own selling prices."""
    book, page = sheet("Order")
    put(
        page,
        {
            "B2": "PURCHASE ORDER",
            "B3": order.customer,
            "B5": "Order number",
            "D5": "Order date",
            "F5": "Required",
            "H5": "Your quote",
            "B6": order.number,
            "D6": long_day(order.date),
            "F6": long_day(order.due),
            "H6": order.quotation,
            "B8": "Supplier",
            "F8": "Delivery address",
            "B9": SELLER_EN,
            "F9": order.place,
        },
    )
    columns = ("B", "D", "F", "H", "J", "L", "N")
    put(
        page,
        dict(
            zip(
                (f"{each}11" for each in columns),
                ("Part no", "Description", "Qty", "UoM", "Resale GBP", "Unit cost GBP", "Line cost GBP"),
                strict=True,
            )
        ),
    )
    for at, each in enumerate(order.lines, 12):
        values = (
            each.part,
            each.description,
            each.quantity,
            each.unit,
            each.price * 2,
            each.price,
            each.amount,
        )
        put(
            page,
            dict(zip((f"{one}{at}" for one in columns), values, strict=True)),
            {f"L{at}": "#,##0.00", f"N{at}": "#,##0.00"},
        )
    end = 13 + len(order.lines)
    put(
        page,
        {
            f"L{end}": "Total ex VAT",
            f"N{end}": order.total,
            f"B{end + 2}": "Payment terms:",
            f"D{end + 2}": order.terms,
            f"B{end + 3}": "Shipping terms:",
            f"D{end + 3}": order.incoterms,
        },
    )
    page.column_dimensions["J"].hidden = True
    emphasise(page, "B2:N2", 14)
    return saved(book)


ABROAD = "quotation place terms incoterms"

LAYOUTS = (
    Layout("sheet_template", sheet_template, Spec(language="en", buyers="hand shops", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, stated="place terms", arithmetic=False, vague="tax_rate tax_included"), "xlsx template strip empty-rows formulas formats", "PO_{number}.xlsx"),
    Layout("euro_formats", euro_formats, Spec(language="en", buyers="hand werke", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="lines", stated=ABROAD, arithmetic=False), "xlsx formats formulas serial-days", "Bestellung_{number}.xlsx"),
    Layout("spaced_out", spaced_out, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", numbering=None, stated=ABROAD), "xlsx empty-columns labels-above hidden-column", "Order {number}.xlsx"),
)  # fmt: skip
