"""Mails whose text changes, takes back or doubts the order in it."""

import pytest
from attack_mails import TABLE, Mail, finds

MAILS = (
    Mail("plain"),
    Mail("qty-below", after="Please change the quantity of item 10 to 5 pcs.\n", qty=((5,), (10,)), total=()),
    Mail("qty-below2", after="PS: for pos. 20 make it 12 instead of 10.\n", qty=((4,), (12,)), total=()),
    Mail("qty-below3", after="Item 20: 12 pcs please, not 10.\n", qty=((4,), (12,)), total=()),
    Mail("qty-below4", after="Sorry, we need 5 seals, not 4.\n", qty=((5,), (10,)), total=()),
    Mail("qty-below5", after="Please increase item 10 by 2 pcs.\n", qty=((6,), (10,)), total=()),
    Mail("qty-below6", after="Double the quantity of the sleeves please.\n", qty=((4,), (20,)), total=()),
    Mail("qty-below7", after="Qty for 10023177 should read 5.\n", qty=((5,), (10,)), total=()),
    Mail("qty-above", before="Please note: item 10 is now 5 pcs.\n\n", qty=((5,), (10,)), total=()),
    Mail("line-cancel", after="Line 20 cancelled.\n", qty=((4,), ()), total=()),
    Mail("line-cancel2", after="Please disregard position 20.\n", qty=((4,), ()), total=()),
    Mail("line-cancel3", after="We no longer need the shaft sleeves (item 20).\n", qty=((4,), ()), total=()),
    Mail("line-cancel4", after="Item 20 is not needed any more.\n", qty=((4,), ()), total=()),
    Mail("line-cancel5", after="Remove pos 20 from the order.\n", qty=((4,), ()), total=()),
    Mail("line-cancel6", after="Item 20 - on hold.\n", qty=((4,), ()), total=()),
    Mail("line-cancel7", after="Pos. 20 entfällt.\n", qty=((4,), ()), total=()),
    Mail(
        "price-agreed",
        after="As discussed the price of the seal is 310.00 EUR.\n",
        price=((310,), (65,)),
        total=(),
    ),
    Mail("price-agreed2", after="New price for item 10: 310.00\n", price=((310,), (65,)), total=()),
    Mail("price-disc", after="Less 5 % discount as agreed.\n", total=()),
    Mail("price-disc2", after="We expect a rebate of EUR 100 on the total.\n", total=()),
    Mail("add-line", after="Please also add 2 pcs gasket set 10023199 at 12.00 EUR.\n", total=()),
    Mail("add-line2", after="In addition: 1 x 10023199 gasket set, 24.00 EUR\n", total=()),
    Mail("add-line3", after="plus 2 O-ring sets, price as last time\n", total=()),
    Mail("add-freight", after="Plus freight 70.00 EUR.\n", total=("2000.00",)),
    Mail("alt-offer", after="Alternatively we would take 8 seals at 300.00 each, please let us know.\n"),
    Mail("alt-offer2", after="Option: if you can do 290.00 for the seals, we order 10 pcs.\n"),
    Mail("subject-cancel", subject="CANCELLED: Order 4500781234", nothing=True),
    Mail("subject-draft", subject="DRAFT order 4500781234 - do not process", nothing=True),
    Mail("subject-rfq", subject="Inquiry - please quote", nothing=True),
    Mail("subject-change", subject="Change of order 4500781234"),
    Mail("body-cancel", before="We hereby cancel the following order:\n\n", nothing=True),
    Mail("body-hold", after="Please wait with this order until we confirm.\n", qty=((), ()), total=()),
    Mail("body-hold2", after="This is not yet an official order, PO will follow.\n", qty=((), ()), total=()),
    Mail("body-nonbinding", before="Non-binding pre-information:\n\n", qty=((), ()), total=()),
    Mail("body-quote", before="Could you please quote the following:\n\n", nothing=True),
    Mail("body-conf", before="Thank you for your order. We confirm:\n\n", nothing=True),
    Mail(
        "quoted-older",
        tail=(
            "\n"
            "> On 3 March 2025 K. Jensen wrote:\n"
            "> please deliver order 4500700001\n"
            "> Pos  Part no.  Description            Qty  Unit  Price   Amount\n"
            "> 10   10023177  Mechanical seal 45 mm  5    pcs   300.00  1500.00\n"
            "> Total EUR 1500.00\n"
        ),
    ),
    Mail(
        "orig-msg",
        tail=(
            "\n"
            "-----Original Message-----\n"
            "From: K. Jensen <k@nordhavn.example>\n"
            "Sent: Monday, 3 March 2025 10:12\n"
            "To: sales@seals.example\n"
            "Subject: Order 4500700001\n"
            "\n"
            "please deliver order 4500700001\n"
            "\n"
            "Pos  Part no.  Description            Qty  Unit  Price   Amount\n"
            "10   10023177  Mechanical seal 45 mm  5    pcs   300.00  1500.00\n"
            "\n"
            "Total EUR 1500.00\n"
        ),
    ),
    Mail(
        "no-mark-old",
        tail=(
            "\n"
            "\n"
            "Our last order was:\n"
            "\n"
            "Pos  Part no.  Description            Qty  Unit  Price   Amount\n"
            "10   10023177  Mechanical seal 45 mm  5    pcs   300.00  1500.00\n"
            "\n"
            "Total EUR 1500.00\n"
        ),
        qty=((), (), ()),
        price=((), (), ()),
        total=(),
        n=None,
    ),
    Mail(
        "replaced-table",
        after=(
            "Correction, the table above is wrong, please use this one:\n"
            "\n"
            "Pos  Part no.  Description            Qty  Unit  Price   Amount\n"
            "10   10023177  Mechanical seal 45 mm  5    pcs   320.00  1600.00\n"
            "20   10023188  Shaft sleeve 45 mm     10   pcs   65.00   650.00\n"
            "\n"
            "Total EUR 2250.00\n"
        ),
        qty=((5,), (10,), (), ()),
        total=("2250.00",),
        n=None,
    ),
    Mail(
        "replaced-table2",
        before="Update of yesterday's order. Old:\n\n" + TABLE + "\nNew:\n\n",
        table=TABLE.replace("4    pcs   320.00  1280.00", "5    pcs   320.00  1600.00").replace(
            "1930.00", "2250.00"
        ),
        qty=((5,), (10,), (), ()),
        total=("2250.00",),
        n=None,
    ),
    Mail(
        "strike",
        table=TABLE.replace(
            "20   10023188  Shaft sleeve 45 mm     10   pcs   65.00   650.00",
            "~~20   10023188  Shaft sleeve 45 mm     10   pcs   65.00   650.00~~",
        ),
        qty=((4,), ()),
        n=None,
    ),
    Mail(
        "strike2",
        table=TABLE.replace("10   pcs   65.00   650.00", "10   pcs   65.00   650.00   (deleted)"),
        qty=((4,), ()),
        total=("1930.00",),
        n=None,
    ),
    Mail("strike3", table=TABLE.replace("20   10023188", "-20- 10023188"), qty=((4,), (10,))),
    Mail("validity", after="Prices valid until 31 Dec 2026.\n", head={"delivery_date": (None,)}),
    Mail(
        "deliv-req",
        after="Delivery required by 18 Dec 2026 at our works in Esbjerg.\n",
        head={"delivery_date": ("2026-12-18",)},
    ),
    Mail(
        "deliv-two",
        after="Delivery required by 18 Dec 2026. If possible 10 Dec 2026.\n",
        head={"delivery_date": ()},
    ),
    Mail("ref-yours", after="Your ref: 20018841 / Li\nOur ref: KJ-22\n"),
    Mail(
        "ref-ours-only",
        body="Dear Li,\n\nplease supply the following:\n\n"
        + TABLE
        + "\nOur ref: KJ-22\nK. Jensen\nNordhavn Process A/S\n",
        number=("KJ-22",),
    ),
    Mail(
        "proj-no",
        body="Dear Li,\n\nplease supply the following for project 4711-22:\n\n"
        + TABLE
        + "\nK. Jensen\nNordhavn Process A/S\n",
        number=(),
    ),
    Mail(
        "enduser-po",
        body="Dear Li,\n\nplease supply our purchase order 4500781234 (end user PO 77120034):\n\n"
        + TABLE
        + "\nK. Jensen\nNordhavn Process A/S\n",
    ),
    Mail(
        "two-po",
        body="Dear Li,\n\nplease supply our orders 4500781234 and 4500781235:\n\n"
        + TABLE
        + "\nK. Jensen\nNordhavn Process A/S\n",
        number=(),
    ),
    Mail(
        "calloff",
        body="Dear Li,\n\ncall-off from frame contract FA-2024-001, please supply:\n\n"
        + TABLE
        + "\nK. Jensen\nNordhavn Process A/S\n",
        number=(),
    ),
    Mail("currency-mix", table=TABLE.replace("65.00   650.00", "$65.00  $650.00"), head={"currency": ()}),
    Mail("usd-sentence", after="All prices in USD.\n", head={"currency": ()}),
    Mail("vat-incl", after="All prices include 25 % VAT.\n", head={"tax_included": ("true",)}),
    Mail("vat-mix", after="Seals incl. VAT, sleeves excl. VAT.\n", head={"tax_included": ()}),
    Mail("set-pc", table=TABLE.replace("4    pcs   320", "4    sets  320"), after="1 set = 2 pcs\n"),
    Mail("per100", after="Prices per 100 pcs.\n", total=()),
    Mail(
        "foc",
        table=TABLE.replace(
            "\n\nTotal", "\n30   10023199  Gasket (free of charge)   2   pcs   0.00   0.00\n\nTotal"
        ),
        n=3,
        qty=((4,), (10,), (2,)),
        price=((320,), (65,), (0,)),
    ),
    Mail(
        "minus",
        table=TABLE.replace(
            "\n\nTotal EUR 1930.00",
            "\n30   10023177  Return mechanical seal   -1   pcs   320.00  -320.00\n\nTotal EUR 1610.00",
        ),
        n=3,
        qty=((4,), (10,), (-1,)),
        price=((320,), (65,), (320,)),
        total=("1610.00",),
    ),
    Mail(
        "footer-num",
        tail=(
            "\n"
            "Nordhavn Process A/S · CVR 12345678 · Order desk 75123456\n"
            "This e-mail 4500999999 may contain confidential information.\n"
        ),
    ),
)


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.name)
def test_nothing_is_surely_wrong(mail: Mail) -> None:
    assert finds(mail) == []


@pytest.mark.parametrize("mail", MAILS[:1], ids=lambda mail: mail.name)
def test_a_plain_order_is_read_without_a_doubt(mail: Mail) -> None:
    (reading,) = mail.readings
    assert not reading.problems
    assert all(line.quantity is not None and line.quantity.sure for line in reading.lines)
