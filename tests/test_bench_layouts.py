"""Made-up orders in other layouts: what is true of them stands in them, and two groups are alike."""

import csv
import datetime as dt
import email
import email.policy
import functools
import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from rich.console import Console

from bench import __main__ as bench
from bench.layouts import notation
from bench.layouts.broad.style import ENGINES as ENGINES_OF
from bench.layouts.broad.style import FACTS as PLACES
from bench.layouts.broad.style import ITEMS as SHAPES
from bench.layouts.broad.style import styles
from bench.layouts.browser import printing, program
from bench.layouts.further import days as further
from bench.layouts.further.figures import counted, counted_in_french
from bench.layouts.layout import Drawing, Print
from bench.layouts.make import GROUPS, Made, checks, plan, quotations, truths, write
from bench.layouts.plant import PLANTS
from bench.layouts.records import Json, check, is_checked, truth
from bench.layouts.script import SIMPLIFIED, TRADITIONAL
from bench.layouts.stock import UNITS
from bench.layouts.values import Case, Lead, Line, cents
from bench.measure import Measured
from bench.same import fold
from bench.score import score
from bench.truths import load
from demo.make_paper import register

register()  # some layouts write in a font without making it known: any of them may be drawn first
PLANNED = {(group, seed): plan(group, seed) for group in GROUPS for seed in (1, 2)}
MADE = [each for made in PLANNED.values() for each in made]
DRAWN_TWICE = [each for each in MADE if each.seed.startswith(("1/seen/", "1/further/"))]
ORDERS = [each for each in MADE if not each.layout.spec.kind_only]
HEADER = {
    *(
        "document_number",
        "document_date",
        "quotation_number",
        "customer",
        "currency",
        "total_amount",
        "tax_rate",
    ),
    *("tax_included", "delivery_date", "lead_time", "delivery_place", "payment_terms", "incoterms"),
}
LINE = {
    *(
        "line_number",
        "part_number",
        "customer_part_number",
        "drawing_number",
        "description",
        "quantity",
        "unit",
    ),
    *("unit_price", "price_per", "amount", "delivery_date", "lead_time"),
}
ALIKE = {name: GROUPS[name] for name in ("seen", "unseen")}
FURTHER = GROUPS["further"]
DAY = dt.date(2026, 3, 5)
ENGINES = {"pdf", "html", "docx", "xlsx", "eml", "txt", "csv"}


def named(made: Made) -> str:
    return made.seed


def text_of(drawing: Drawing) -> str:
    """Return what a person reads in a drawing; of a page for the browser what stands in its source."""
    if isinstance(drawing, Print):
        return unmarked(drawing.html)
    if drawing.startswith(b"%PDF-"):
        pages = pypdfium2.PdfDocument(drawing)
        return "\n".join(each.get_textpage().get_text_range() for each in pages)
    if drawing.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return office_text(drawing)
    if drawing.startswith(b"From:"):
        message = email.message_from_bytes(drawing, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        return "\n".join((message["Subject"], message["Date"], *parts_of(message)))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return unmarked(drawing.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise AssertionError


def office_text(file: bytes) -> str:
    if not file.startswith(b"PK"):
        old = CalamineWorkbook.from_filelike(io.BytesIO(file)).get_sheet_by_index(0)
        return listed(cell for row in old.to_python() for cell in row)
    archive = zipfile.ZipFile(io.BytesIO(file))
    if "xl/workbook.xml" in archive.namelist():
        return cells_of(file)
    members = (archive.read(each).decode("utf-8", "replace") for each in archive.namelist())
    return html.unescape(re.sub(r"<[^>]*>", "", "\n".join(members)))


def parts_of(message: EmailMessage) -> Iterator[str]:
    """Yield what a person reads in a mail: its body, and the files attached to it."""
    body = message.get_body(("plain", "html"))
    assert body is not None
    yield unmarked(str(body.get_content()))
    for each in message.iter_attachments():
        content = each.get_content()
        yield text_of(content) if isinstance(content, bytes) else str(content)


def cells_of(workbook: bytes) -> str:
    """Return what a person sees in the sheets: results and not formulas, and the words of the formats."""
    book = openpyxl.load_workbook(io.BytesIO(workbook), data_only=True)
    cells = [each for page in book.worksheets for row in page.iter_rows() for each in row]
    words = (re.sub(r'[^"]*"([^"]*)"[^"]*', r"\1 ", each.number_format) for each in cells if each.value)
    return "\n".join((listed(each.value for each in cells), *words))


def listed(values: Iterable[object]) -> str:
    return "\n".join(
        f"{each:.12g}" if isinstance(each, float) else str(each) for each in values if each is not None
    )


def unmarked(text: str) -> str:
    return html.unescape(re.sub(r"<(style|head).*?</\1>|<[^>]*>", "", text, flags=re.DOTALL))


@functools.cache
def texts(seed: str) -> list[str]:
    made = next(each for each in MADE if each.seed == seed)
    return [fold(text_of(each)) for each in made.drawings()]


def is_printed(value: Decimal, text: str) -> bool:
    """Tell whether a number stands in a text in some notation, with or without the zeros at its end."""
    forms = {f"{value:f}".replace(".", ""), f"{value.normalize():f}".replace(".", "")}
    squeezed = re.sub(r"[.,']", "", text)
    return any(each in squeezed for each in forms)


def days(value: object) -> set[str]:
    """Return a day in every notation."""
    day = dt.date.fromisoformat(str(value))
    forms = (
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%d.%m.%Y",
        "%m/%d/%Y",
        "%d/%m/%Y",
        "%d-%m-%Y",
        "%d %b %Y",
        "%Y年%m月%d日",
        *("%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%y%m%d"),
    )
    named = [
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day}. {notation.FULL_MONTHS[day.month - 1]} {day.year}",
        notation.short_day(day)[:-4] + f"{day:%y}",
        notation.long_day(day),
        notation.short_day(day),
        notation.american_day(day),
        notation.chinese_day(day),
        *(
            f"{day.year - 1911}/{day:%m/%d}",
            f"{day.year - 1911}年{day.month}月{day.day}日",
            f"{day.year}年{day.month}月底",
        ),
        *(further.upper_day(day), further.ordinal_day(day), further.month_first(day)),
        *(further.spaced_day(day), further.written_day(day), *(further.bare(day, each) for each in "/-.")),
    ]
    return {fold(each) for each in [*(f"{day:{form}}" for form in forms), *named, notation.week(day)]}


def cases_of(made: Made) -> Iterator[tuple[Case, str]]:
    yield from zip(made.cases, texts(made.seed), strict=True)


def test_both_groups_are_alike_in_size_and_breadth() -> None:
    sizes = {name: len(layouts) for name, layouts in ALIKE.items()}
    assert len(set(sizes.values())) == 1
    assert min(sizes.values()) >= 22
    breadth = [{one for each in layouts for one in each.features.split()} for layouts in ALIKE.values()]
    assert breadth[0] ^ breadth[1] <= {"french", "boxes", "not-embedded", "multi-page", "two-line"}
    engines = [{each.file.rpartition(".")[2] for each in layouts} for layouts in ALIKE.values()]
    assert engines == [ENGINES, ENGINES]
    kinds = [Counter(each.spec.kind_only for each in layouts) for layouts in ALIKE.values()]
    assert kinds[0] == kinds[1]


def test_the_further_group_is_wide() -> None:
    assert len(FURTHER) >= 30
    languages = Counter(each.spec.language for each in FURTHER)
    kinds = Counter(each.spec.kind for each in FURTHER)
    assert languages["zh"] > languages["en"] > languages["mixed"] > 0
    assert 0.35 <= kinds["contract"] / len(FURTHER) <= 0.45
    files = Counter(each.file.rpartition(".")[2] for each in FURTHER)
    assert set(files) == {"pdf", "docx", "xlsx", "eml"}
    assert 0.55 <= files["pdf"] / len(FURTHER) <= 0.65
    dates = {each.spec.dates for each in FURTHER}
    assert dates == {"header", "week", "lines", "merged", "lead", "line leads"}


def test_the_broad_group_differs_in_every_choice() -> None:
    broad = GROUPS["broad"]
    assert len(broad) >= 40
    chosen = list(styles())
    for choices, taken in (
        (ENGINES_OF, {each.engine for each in chosen}),
        (SHAPES, {each.items for each in chosen}),
        (PLACES, {each.facts for each in chosen}),
    ):
        assert taken == set(choices)
    assert {each.language for each in chosen} == {"zh", "en", "mixed", "traditional", "de"}
    assert {each.spec.dates for each in chosen} == {"header", "week", "lines", "merged", "lead", "line leads"}
    assert {each.spec.basis for each in chosen} == {"gross", "net", "both", "none"}
    pairs = Counter((each.engine, each.items) for each in chosen)
    assert max(pairs.values()) <= len(chosen) / 8
    assert [each.dress for each in styles()] == [each.dress for each in chosen]


def test_no_layout_is_in_two_groups() -> None:
    drawn = [each.draw for layouts in GROUPS.values() for each in layouts]
    assert len(set(drawn)) == len({(name, each.draw) for name, layouts in GROUPS.items() for each in layouts})
    for layouts in GROUPS.values():
        assert len({each.name for each in layouts}) == len(layouts)


@pytest.mark.parametrize("made", MADE, ids=named)
def test_a_truth_has_the_shape_of_the_samples(made: Made) -> None:
    for each in made.cases:
        record = truth(made.layout, each.order, f"docs/{made.name}")
        if made.layout.spec.kind_only:
            assert record["kind_only"]
            assert not record["lines"]
            continue
        assert set(record["header"]) - {"lead_time_unit"} == HEADER
        assert all(set(line) - {"lead_time_unit"} == LINE for line in record["lines"])
        assert len(record["accept"]["lines"]) == len(record["lines"])
        assert record["language"] in {"zh", "en", "mixed"}


@pytest.mark.parametrize("made", ORDERS, ids=named)
def test_the_header_of_the_truth_is_printed(made: Made) -> None:
    for case, text in cases_of(made):
        header = truth(made.layout, case.order, "")["header"]
        for name in (
            "document_number",
            "quotation_number",
            "customer",
            "delivery_place",
            "payment_terms",
            "incoterms",
        ):
            # An address may stand in lines, without commas at their ends, and beside another.
            assert all(fold(each) in text for each in (header[name] or "").split(", ")), name
        assert is_printed(Decimal(header["total_amount"]), text)
        assert header["tax_rate"] is None or header["tax_rate"] in text
        for name in ("document_date", "delivery_date"):
            assert header[name] is None or any(each in text for each in days(header[name])), name
        assert case.order.lead is None or printed_lead(case.order.lead, text)


@pytest.mark.parametrize("made", ORDERS, ids=named)
def test_the_lines_of_the_truth_are_printed(made: Made) -> None:
    for case, text in cases_of(made):
        for line in case.order.lines:
            for value in (
                line.part,
                line.second_part,
                line.customer_part,
                line.drawing,
                line.number,
                line.unit,
            ):
                assert value is None or fold(value) in text
            assert all(fold(each) in text for each in line.description.split())
            assert is_printed(line.quantity, text)
            assert is_printed(line.price, text)
            assert is_printed(cents(line.amount), text)
            assert line.delivery is None or any(each in text for each in days(line.delivery))
            assert line.lead is None or printed_lead(line.lead, text)


def printed_lead(lead: Lead, text: str) -> bool:
    return fold(lead.zh) in text or fold(lead.en) in text


@pytest.mark.parametrize("made", ORDERS, ids=named)
def test_sums_close_except_for_what_is_planted(made: Made) -> None:
    for each in made.cases:
        order = each.order
        wrong = {(one["field"], one["line"]) for one in each.differences if one["kind"] == "arithmetic"}
        found: set[tuple[object, object]] = {
            ("amount", at)
            for at, line in enumerate(order.lines, 1)
            if cents(line.quantity * line.price / (line.per or 1)) != line.amount
        }
        if order.total != order.net + order.tax:
            found.add(("total_amount", None))
        assert found == wrong
        assert all(gross_closes(line) for line in order.lines)
        assert order.total > 0


def gross_closes(line: Line) -> bool:
    return line.gross_price is None or line.gross_price * line.quantity == line.gross_amount


@pytest.mark.parametrize("made", [each for each in ORDERS if is_checked(each.layout.spec)], ids=named)
def test_an_order_without_differences_is_what_was_quoted(made: Made) -> None:
    for case in made.cases:
        if case.differences:
            continue
        quotation = case.quotations[0]
        assert case.order.quotation in {None, quotation.number}
        assert quotation.valid_to >= case.order.date
        assert len(quotation.items) == len(case.order.lines)
        for line in case.order.lines:
            item = next(
                each
                for each in quotation.items
                if line.part in {each.gpn, each.lpn} or line.customer_part == each.customer_part
            )
            assert item.quantity == line.quantity
            assert item.per == (line.per or 1)
            assert abs(in_basis(item.price, case) - line.price) <= Decimal("0.005")


def in_basis(price: Decimal, case: Case) -> Decimal:
    quotation, order = case.quotations[0], case.order
    if order.basis == "gross" and not quotation.gross:
        return price * (100 + quotation.rate) / 100
    return price


@pytest.mark.parametrize("group", GROUPS)
def test_about_half_of_the_orders_match(group: str) -> None:
    for seed in (1, 2, 3):
        verdicts = Counter(each["verdict"] for each in checks(plan(group, seed)))
        assert abs(verdicts["match"] - verdicts["review"]) <= 3


def test_every_kind_of_difference_is_planted_in_both_groups() -> None:
    for group in GROUPS:
        found = {
            (one["field"], one["kind"])
            for seed in range(1, 9)
            for each in checks(plan(group, seed))
            for one in each["differences"]
        }
        assert {each for each, _ in found} >= {
            *("unit_price", "quantity", "part_number", "quotation_number", "amount", "total_amount"),
            *("payment_terms", "delivery_date", "lead_time"),
        }
        assert {each for _, each in found} == {"differs", "not_in_quotation", "not_ordered", "arithmetic"}
    assert len(PLANTS) == 10


@pytest.mark.parametrize("group", GROUPS)
def test_the_same_seed_makes_the_same_truth(group: str) -> None:
    def made(seed: int, count: int = 1) -> list[Json]:
        return list(truths(plan(group, seed, count)))

    assert made(1) == made(1)
    assert made(1) != made(2)
    assert made(1, 2)[: len(made(1))] == made(1)
    assert len(made(1, 2)) == 2 * len(made(1))


@pytest.mark.parametrize(
    "made", [each for each in MADE if each.seed.startswith(("1/seen/", "1/further/"))], ids=named
)
def test_a_layout_draws_the_same_twice(made: Made) -> None:
    assert made.drawings() == made.drawings()


@pytest.mark.parametrize("group", GROUPS)
def test_the_numbers_of_orders_and_quotations_are_their_own(group: str) -> None:
    made = plan(group, 1, 2)
    orders = [one.order.number for each in made for one in each.cases]
    assert len(set(orders)) == len(orders)
    rows = list(csv.DictReader(io.StringIO(quotations(made))))
    items = [(each["Quotation"], each["Item"]) for each in rows]
    assert len(set(items)) == len(items)
    wanted = {each["quotation_number"] for each in checks(made)}
    assert wanted <= {each["Quotation"] for each in rows}


def test_a_wrong_number_is_the_number_of_no_quotation() -> None:
    for each in MADE:
        for case in each.cases:
            if case.named == "wrong":
                assert case.order.quotation not in {one.number for one in case.quotations}


def test_traditional_characters_stand_one_for_one() -> None:
    assert len(SIMPLIFIED) == len(TRADITIONAL)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        (notation.indian(Decimal("1234567.5")), "12,34,567.50"),
        (notation.indian(Decimal(250), 0), "250"),
        (notation.french(Decimal("1234.5")), "1\u00a0234,50"),
        (notation.swiss(Decimal("1234.5")), "1'234.50"),
        (notation.in_words(Decimal("73709.82")), "Seventy-three thousand seven hundred nine and 82/100"),
        (notation.in_words(Decimal(1_000_014)), "One million fourteen"),
        (notation.wide("PO-1"), "ＰＯ－１"),
        (further.upper_day(DAY), "05-MAR-2026"),
        (further.ordinal_day(DAY), "5th March 2026"),
        (further.ordinal_day(DAY.replace(day=22)), "22nd March 2026"),
        (further.ordinal_day(DAY.replace(day=13)), "13th March 2026"),
        (further.month_first(DAY), "Mar 5, 2026"),
        (further.spaced_month(DAY), "05 Mar 2026"),
        (further.bare(DAY), "2026/3/5"),
        (further.spaced_day(DAY), "2026 年 03 月 05 日"),
        (further.written_day(DAY.replace(month=11, day=20)), "二〇二六年十一月二十日"),
        (counted(Decimal(1200)), "1,200"),
        (counted_in_french(Decimal("1212.5")), "1\u00a0212,5"),
    ],
)
def test_notations(printed: str, written: str) -> None:
    assert printed == written


def test_units_are_named_in_every_language() -> None:
    assert {(*each,) for each in UNITS.values()} == {("zh", "en", "de", "fr")}


@pytest.mark.browser
def test_a_group_is_written_as_a_set_that_the_bench_reads(tmp_path: Path) -> None:
    if program() is None:
        pytest.skip("Chromium is not installed: apt install chromium")
    made = [
        each
        for each in PLANNED["seen", 1]
        if each.layout.name in {"carded_order", "stapled_order", "loose_mail"}
    ]
    with printing() as printer:
        write(tmp_path, made, printer)
    found = load(tmp_path, "layouts/seen")
    assert len(found.truths) == len(found.checks) == 4
    assert [each.name for each in found.quotes] == ["quotes.csv"]
    card = next(each for each in made if each.layout.name == "carded_order")
    text = fold(text_of((tmp_path / "docs" / card.name).read_bytes()))
    assert fold(card.cases[0].order.customer) in text
    stapled = next(each for each in made if each.layout.together == 2)
    assert len(pypdfium2.PdfDocument(tmp_path / "docs" / stapled.name)) == 2


def test_of_unseen_documents_only_figures_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = PLANNED["unseen", 1][0]
    record = truth(made.layout, made.cases[0].order, "docs/secret.pdf")
    (tmp_path / "truth.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    (one,) = load(tmp_path, "layouts/unseen").truths
    measured = Measured("layouts/unseen", tmp_path, (score(one, None),), (), {}, 1.0)
    shown = bench._shown(measured)
    assert shown["silent"] == 1
    assert shown["reading"]["text"]["not_found"] == 1
    assert "secret" not in json.dumps(shown)
    bench._print_lists([measured], Console(), detail=True)
    assert capsys.readouterr().out == ""
    bench._print_lists([replace(measured, name="layouts/seen")], Console(), detail=True)
    assert "secret" in capsys.readouterr().out


def test_a_check_names_the_right_quotation() -> None:
    made = PLANNED["seen", 1][0]
    record = check(made.layout, made.cases[0], "docs/a.pdf")
    assert record["quotation_number"] == made.cases[0].quotations[0].number
