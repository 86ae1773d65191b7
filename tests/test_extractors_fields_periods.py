import pytest

from extractors.fields.periods import Period, find, parse


def seen(period: Period | None) -> tuple[str, str | None, str | None] | None:
    return (period.iso, period.anchor, period.event) if period else None


@pytest.mark.parametrize(
    ("text", "iso", "anchor", "event"),
    [
        pytest.param("合同生效后8周内", "P8W", "contract_effective", None, id="row 18"),
        pytest.param("合同签订之日起45个工作日内交货", "P45D", "contract_signed", None, id="row 19"),
        pytest.param("15个工作日", "P15D", None, None, id="row 20"),
        pytest.param("预付款到账后60天发货", "P60D", "prepay_received", "ship", id="row 21"),
        pytest.param("图纸确认后10周", "P10W", "drawing_approved", None, id="row 22: zh"),
        pytest.param("10 weeks after drawing approval", "P10W", "drawing_approved", None, id="row 22: en"),
        pytest.param("8 weeks ARO", "P8W", "order_receipt", None, id="row 23"),
        pytest.param("8-10 weeks ex works", "P10W", None, "ready_exw", id="row 24"),
        pytest.param("90 days from receipt of L/C", "P90D", "lc_received", None, id="row 25"),
        pytest.param("合同签订后2个月内", "P2M", "contract_signed", None, id="row 26"),
        pytest.param("接甲方书面通知后7日内发货", "P7D", "call_off", "ship", id="row 27"),
        pytest.param("现货", "P0D", None, None, id="row 28: 现货"),
        pytest.param("ex stock", "P0D", None, None, id="row 28: ex stock"),
        ("6 weeks", "P6W", None, None),
        ("本函签发之日起30天内", "P30D", "order_receipt", None),
        ("本订货通知书发出后6周内交货", "P6W", "order_receipt", None),
        ("within (12) weeks", "P12W", None, None),
        ("within (60) days from the date of L/C opening", "P60D", "lc_received", None),
        ("13 wks", "P13W", None, None),
        ("6W", "P6W", None, None),
        ("45d", "P45D", None, None),
        ("6周", "P6W", None, None),
        ("60天", "P60D", None, None),
        ("30日", "P30D", None, None),
        ("2个月", "P2M", None, None),
        ("2 months", "P2M", None, None),
        ("八周内", "P8W", None, None),
        ("两个月", "P2M", None, None),
        (
            "合同生效后9周内within 9 weeks after the contract comes into force",
            "P9W",
            "contract_effective",
            None,
        ),
        ("付款后15天内到货", "P15D", "prepay_received", "arrive"),
        ("45（四十五）天", "P45D", None, None),
        ("six (6) weeks", "P6W", None, None),
        ("6 (six) weeks", "P6W", None, None),
        ("8 week(s)", "P8W", None, None),
        ("9周 weeks", "P9W", None, None),
        ("30天/days after order", "P30D", "order_receipt", None),
        ("10个工作日(working days)", "P10D", None, None),
        ("约6周", "P6W", None, None),
        ("approx. 6 weeks", "P6W", None, None),
        ("交货期：6周", "P6W", None, None),
        ("Delivery time: 6 weeks after order", "P6W", "order_receipt", None),
        ("合同签订后3周内", "P3W", "contract_signed", None),
        ("合同签订后，供方在10周内交货", "P10W", "contract_signed", None),
        ("双方签字盖章后40天内发货", "P40D", "contract_signed", "ship"),
        ("自合同签订之日起30天内到货", "P30D", "contract_signed", "arrive"),
        ("10 weeks after contract signing", "P10W", "contract_signed", None),
        ("合同生效后10周内", "P10W", "contract_effective", None),
        ("12周（合同生效后）", "P12W", "contract_effective", None),
        ("16 weeks after the contract becomes effective", "P16W", "contract_effective", None),
        ("收到订单后 4 周", "P4W", "order_receipt", None),
        ("甲方下达订单后30天内送至甲方指定地点", "P30D", "order_receipt", "arrive"),
        ("6 weeks after order", "P6W", "order_receipt", None),
        ("within 6 weeks after receipt of order", "P6W", "order_receipt", None),
        ("3 weeks ex works after receipt of order", "P3W", "order_receipt", "ready_exw"),
        ("8 Wochen nach Auftragseingang", "P8W", "order_receipt", None),
        ("5 Wochen ab Bestelldatum", "P5W", "order_receipt", None),
        ("6-7 Wochen nach Auftragsdatum", "P7W", "order_receipt", None),
        ("收到预付款后45天", "P45D", "prepay_received", None),
        ("供方在收到需方30%预付款后45天内交货", "P45D", "prepay_received", None),
        ("12 weeks after receipt of down payment", "P12W", "prepay_received", None),
        ("收到信用证后90天", "P90D", "lc_received", None),
        ("10-12 weeks after approval of drawings", "P12W", "drawing_approved", None),
        ("技术协议签订后10周", "P10W", "tech_frozen", None),
        ("8 weeks after release", "P8W", "release", None),
        ("delivery within 5 working days after written notice", "P5D", "call_off", None),
        ("立即发货", "P0D", None, None),
        ("現貨", "P0D", None, None),
        ("收到PO后4周", "P4W", "order_receipt", None),
        ("自收到本订单之日起第45天", "P45D", "order_receipt", None),
        ("within eight (8) weeks from the date hereof", "P8W", "order_receipt", None),
        ("45 calendar days from receipt of signed PO", "P45D", "order_receipt", None),
        ("6 weeks from order acknowledgement", "P6W", "order_receipt", None),
        ("3 months from contract signing date", "P3M", "contract_signed", None),
        pytest.param("收到预付款及图纸确认后60天", "P60D", "drawing_approved", None, id="the later of two"),
        ("确认图纸且收到预付款后50天", "P50D", "drawing_approved", None),
        ("6 weeks after order and drawing approval", "P6W", "drawing_approved", None),
        ("8 weeks after receipt of order and advance payment", "P8W", "prepay_received", None),
        ("6 weeks ARO/ARAD", "P6W", "drawing_approved", None),
        ("4 Wochen nach Erhalt der Bestellung", "P4W", "order_receipt", None),
        ("innerhalb von 6 Wochen nach Auftragserteilung", "P6W", "order_receipt", None),
        ("6 Wochen nach Zeichnungsfreigabe", "P6W", "drawing_approved", None),
        ("6 Wochen nach Erhalt der Anzahlung", "P6W", "prepay_received", None),
        ("8-10 Wochen nach technischer Klärung", "P10W", "tech_frozen", None),
        ("8 Wochen ab Vertragsunterzeichnung", "P8W", "contract_signed", None),
        ("30 gg. data ordine", "P30D", "order_receipt", None),
        ("4 settimane dal ricevimento dell'ordine", "P4W", "order_receipt", None),
        ("10 settimane dall'approvazione dei disegni", "P10W", "drawing_approved", None),
        ("6 semaines à réception de commande", "P6W", "order_receipt", None),
        ("8 semaines après réception de l'acompte", "P8W", "prepay_received", None),
        ("6 semanas a partir de la fecha del pedido", "P6W", "order_receipt", None),
        ("30 dias após o recebimento do pedido", "P30D", "order_receipt", None),
        ("4 weken na ontvangst order", "P4W", "order_receipt", None),
        ("6 veckor efter order", "P6W", "order_receipt", None),
        ("8 tygodni od daty zamówienia", "P8W", "order_receipt", None),
        ("주문 후 6주", "P6W", "order_receipt", None),
        ("受注後4週間", "P4W", "order_receipt", None),
    ],
)
def test_a_lead_time_is_read_with_its_start_and_its_end(
    text: str, iso: str, anchor: str | None, event: str | None
) -> None:
    assert seen(parse(text)) == (iso, anchor, event)


@pytest.mark.parametrize(
    ("text", "low", "iso"),
    [
        pytest.param("8-10 weeks ex works", "P8W", "P10W", id="row 24"),
        ("6~8周", "P6W", "P8W"),
        ("六至八周", "P6W", "P8W"),
        ("5-6个月", "P5M", "P6M"),
        ("6 to 8 weeks", "P6W", "P8W"),
        ("6 weeks", None, "P6W"),
    ],
)
def test_of_a_range_the_upper_bound_counts(text: str, low: str | None, iso: str) -> None:
    period = parse(text)
    assert period is not None
    assert (period.low_iso, period.iso) == (low, iso)


@pytest.mark.parametrize(
    ("text", "working"),
    [
        ("45个工作日", True),
        ("30 working days", True),
        ("30 wd", True),
        ("30 calendar days", False),
        ("30天", False),
        ("30 giorni lavorativi dalla data dell'ordine", True),
    ],
)
def test_working_days_are_told_from_days(text: str, working: bool) -> None:  # noqa: FBT001 - a table
    period = parse(text)
    assert period is not None
    assert period.working_days is working


@pytest.mark.parametrize(
    "text",
    [
        "",
        "货到验收合格后60天内付款",
        "Net 60 days",
        "30 days net",
        "60 days after receipt of invoice",
        "质保期12个月",
        "12 months from delivery",
        "18 months after delivery",
        "异议期15天",
        "付款后60天",
        "至少6周",
        "over 6 weeks",
        "6 weeks after order or drawing approval",
        "6 weeks and drawing approval",
        "6 weeks ex works, on site",
        "6 (seven) weeks",
        "8-6周",
        "0 weeks",
        "半个月",
        "6 weeks 8 weeks",
        "3月",
        "12月30日",
        "2026年3月",
        "week 6",
        "周",
        "10 pcs",
        "一百五天",
        pytest.param("月结60天", id="row 76"),
        pytest.param("票到30天付款", id="row 77"),
        pytest.param("款到发货", id="row 29: a gate, no time"),
        pytest.param("尽快", id="row 30"),
        pytest.param("交期同报价", id="row 33: by reference"),
        pytest.param("交货期见附件", id="row 34"),
        "6 weeks " * 20,
    ],
)
def test_other_periods_and_half_understood_ones_are_no_lead_time(text: str) -> None:
    assert parse(text) is None


def test_the_text_stays_as_printed() -> None:
    period = parse(" 合同签订后\u00a03 周内")
    assert period is not None
    assert period.text == "合同签订后 3 周内"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("交货时间：合同签订后3周内，交货地点：天津", ["合同签订后3周内"]),
        (
            "The goods shall be delivered within 6 weeks after receipt of order. Payment within 30 days.",
            ["6 weeks after receipt of order"],
        ),
        ("乙方应在收到预付款后45天内发货；甲方在收到发票后60天内付款。", ["在收到预付款后45天内发货"]),
        (
            "合同生效后，供方应在10周内将货物运至需方现场。",
            ["合同生效后，供方应在10周内将货物运至需方现场"],
        ),
        ("Delivery: 8-10 weeks ex works", ["8-10 weeks ex works"]),
        ("遭受不可抗力的一方应在5日内书面通知对方", []),
        ("质保期为货到18个月", []),
        ("If delivery is delayed more than 4 weeks the purchaser may cancel", []),
        ("We meet in 3 weeks.", []),
        ("delivery not less than 6 weeks", []),
        ("18 months after delivery or 12 months from start-up", []),
        ("澄清后30天内交货", []),
        ("交货超过30天", []),
        ("Lead time 6 (seven) weeks", []),
        ("no number", []),
        (
            "Die Lieferung erfolgt innerhalb von 6 Wochen nach Auftragseingang.",
            ["6 Wochen nach Auftragseingang"],
        ),
        ("Die Ware ist binnen 8 Tagen nach Lieferung zu rügen, Mängel 14 Tage.", []),
        ("Bei Lieferverzug von mehr als 4 Wochen darf der Besteller zurücktreten.", []),
    ],
)
def test_lead_times_are_found_in_sentences_that_speak_of_delivery(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text)] == found


def test_two_units_that_differ_are_not_one_in_two_tongues() -> None:
    assert parse("9周 days") is None
