import pytest

from extractors.fields.incoterms import CODES, REMARKED, find, normal, parse


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("FCA Shanghai (Incoterms 2020)", ("FCA", "Shanghai", "2020"), id="row 86: FCA"),
        pytest.param("CIF Rotterdam", ("CIF", "Rotterdam", None), id="row 86: CIF"),
        pytest.param("EXW works", ("EXW", "works", None), id="row 86: EXW works"),
        pytest.param("FOB 上海工厂", ("FOB", "上海工厂", None), id="row 87: as printed"),
        pytest.param("FOB Destination", ("FOB", "Destination", None), id="row 87: US usage, as printed"),
        ("EXW", ("EXW", None, None)),
        ("EXW天津", ("EXW", "天津", None)),
        ("ＥＸＷ 天津", ("EXW", "天津", None)),
        ("EXW (Tianjin)", ("EXW", "Tianjin", None)),
        ("EXW, Tianjin", ("EXW", "Tianjin", None)),
        ("EXW (Ex Works) Tianjin", ("EXW", "Tianjin", None)),
        ("Ex works Tianjin", ("EXW", "Tianjin", None)),
        ("DAP: 靖江", ("DAP", "靖江", None)),
        ("DAP Ningbo, China", ("DAP", "Ningbo, China", None)),
        ("DPU - DELIVERED AT PLACE UNLOADED", ("DPU", None, None)),
        ("Delivered Duty Paid Leeds", ("DDP", "Leeds", None)),
        ("fob shanghai", ("FOB", "shanghai", None)),
        ("CIF Rotterdam, Incoterms® 2010", ("CIF", "Rotterdam", "2010")),
        ("Incoterms 2020: FCA Shanghai", ("FCA", "Shanghai", "2020")),
        ("FCA Shanghai (2020)", ("FCA", "Shanghai", "2020")),
        ("DDP Leeds 2020", ("DDP", "Leeds", "2020")),
        ("DAP Ningbo (Incoterms", ("DAP", "Ningbo", None)),
        ("DAT Hamburg", ("DAT", "Hamburg", None)),
        ("CFR Busan, freight prepaid", ("CFR", "Busan", None)),
        ("FCA Leipzig (excl. packing)", ("FCA", "Leipzig", None)),
        ("DDP Leeds, duty paid, unloaded", ("DDP", "Leeds", None)),
        ("FOB 宁波，含包装", ("FOB", "宁波", None)),
        ("DAP Customs House, Cork", ("DAP", "Customs House, Cork", None)),
        ("FCA Packington, Derby", ("FCA", "Packington, Derby", None)),
        ("ex works (EXW Lund), collected by Norrfrakt", ("EXW", "Lund", None)),
        ("DAP Lund (Gate 3), Sweden", ("DAP", "Lund (Gate 3), Sweden", None)),
        ("FCA Wuxi, per Seefracht", ("FCA", "Wuxi", None)),
        ("CPT Linz by air freight", ("CPT", "Linz", None)),
        ("DAP Lyon (par camion)", ("DAP", "Lyon", None)),
        ("DAP Bury by Ede", ("DAP", "Bury by Ede", None)),
        ("FCA Turku (Incoterms 2020), our forwarder J. Rinne Oy, account 118", ("FCA", "Turku", "2020")),
        ("FCA Incoterms 2010, carrier's terminal, Linz", ("FCA", "carrier's terminal, Linz", "2010")),
        ("FCA Turku (Incoterms 2020), Pier 4", ("FCA", "Turku , Pier 4", "2020")),
        ("DAP Villach gemäß Incoterms 2020", ("DAP", "Villach", "2020")),
        ("FCA Plauen laut Incoterms® 2010", ("FCA", "Plauen", "2010")),
        ("CIF Mersin (nach den Incoterms 2020)", ("CIF", "Mersin", "2020")),
        ("CPT Brno in accordance with Incoterms 2020", ("CPT", "Brno", "2020")),
        ("DDP Tours selon les Incoterms 2020", ("DDP", "Tours", "2020")),
        ("DAP 南平 按照Incoterms 2020", ("DAP", "南平", "2020")),
        ("FCA Banach Incoterms 2020", ("FCA", "Banach", "2020")),
        ("DAP Alas Incoterms 2020", ("DAP", "Alas", "2020")),
    ],
)
def test_a_trade_term_has_code_place_and_version(text: str, term: tuple[str, str | None, str | None]) -> None:
    assert parse(text) == term


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30 days net",
        "EXWTIAN",
        "CIF or FOB Shanghai",
        "车板交货",
        "EXW " * 40,
        "FCA Turku (Incoterms 2020), carrier Rinne, items 3 and 4 EXW",
    ],
)
def test_what_states_no_single_term_is_not_read(text: str) -> None:
    assert parse(text) is None
    assert normal(text) is None


@pytest.mark.parametrize("code", CODES)
def test_the_normal_form_is_code_and_place_without_the_version(code: str) -> None:
    assert normal(f"{code} – Tianjin (Incoterms® 2020)") == f"{code} Tianjin"
    assert normal(code) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Delivery: 20 Dec 2026 at site (DAP Ningbo)", ["DAP Ningbo"], id="row 35"),
        ("terms EXW Tianjin (Incoterms 2020), packing", ["EXW Tianjin (Incoterms 2020)"]),
        ("贸易术语：DAP 靖江，付款", ["DAP 靖江"]),
        ("DAPX 12-DAP-3", []),
        ("acc. to FDA 21 CFR 174.5, CFR Durban", ["CFR Durban"]),
        ("Title 40 CFR Part 63", []),
        ("FOB Point", []),
        ("FOB Point Lisas", ["FOB Point Lisas"]),
        ("CIF value: 200", []),
    ],
)
def test_terms_are_found_in_running_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(text)] == found


@pytest.mark.parametrize(
    ("term", "remarked"),
    [
        ("CPT Linz, per Boten unserer Wahl", True),
        ("DAP Lyon, par notre transporteur Morel", True),
        ("EXW Tianjin, China, your forwarder Kolm", True),
        ("CPT Rotterdam, the Netherlands", False),
        ("DAP Ede, van Dijk", False),
        ("CIF Kobe, Japan", False),
        ("DDP Villach gemäß", True),
        ("DAP Bad Aibling bei", True),
        ("FCA Plauen vgl", True),
        ("CIF Da Nang port", False),
        ("EXW Supplier's works", False),
        ("DAP Rothenburg ob der Tauber", False),
    ],
)
def test_a_place_that_goes_on_in_small_letters_may_be_a_remark(term: str, *, remarked: bool) -> None:
    assert (REMARKED.search(term) is not None) is remarked


@pytest.mark.parametrize("text", ["CIF KOBE (US$)", "CIF KOBE (USD)", "CIF KOBE（¥）"])
def test_the_currency_of_a_column_is_no_part_of_the_place(text: str) -> None:
    assert parse(text) == ("CIF", "KOBE", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [("FCA Shanghai (PVG)", "Shanghai (PVG)"), ("CIF Kobe, the ICC Incoterms 2020", "Kobe")],
)
def test_the_code_of_an_airport_is_part_of_the_place_and_an_article_of_the_rules_is_not(
    text: str, place: str
) -> None:
    found = parse(text)
    assert found is not None
    assert found[:2] == (text[:3], place)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("CIF Kobe, final destination Nara works, gate 2", "Kobe"),
        ("CFR Kobe (ultimate destination Nara)", "Kobe"),
        ("DAP Kobe, final destination Nara", "Kobe, final destination Nara"),
        ("CIF Port of Final Bay", "Port of Final Bay"),
    ],
)
def test_where_goods_go_on_to_is_no_place_to_which_the_carriage_is_paid(text: str, place: str) -> None:
    found = parse(text)
    assert found is not None
    assert found[1] == place
