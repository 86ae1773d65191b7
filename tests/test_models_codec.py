import datetime as dt
from decimal import Decimal

import pytest
from invoice_list_builders import decision

from models.codec import from_plain, to_plain
from models.comparison import Check, Comparison, LineMatch, MatchStatus, Outcome, Verdict
from models.invoice_sources import Said
from models.invoicing import Code
from models.page import Box
from models.quotation import Quotation, QuotationItem
from models.reading import Evidence, Extraction, Field, Header, Kind, Language, OrderLine, Proof, Reading

PRICE = Field(
    value="118.00",
    sure=True,
    evidence=Evidence("￥118.00", page=1, box=Box(1.0, 2.5, 30.0, 12.0)),
    proof=(Proof.COLUMN, Proof.ARITHMETIC),
)
READING = Reading(
    kind=Kind.CONTRACT,
    language=Language.CHINESE,
    header=Header(total_amount=PRICE),
    lines=(OrderLine(unit_price=PRICE),),
)
SPECIMENS = [
    Extraction(source="a.eml", sha256="0" * 64, part="b.pdf", container=("c.eml",), reading=READING),
    Quotation(
        number="20017734",
        date=dt.date(2026, 3, 1),
        items=(QuotationItem(item="10", price=Decimal("1.10"), tax_included=False),),
    ),
    Quotation(number="1", items=()),
    Comparison(
        verdict=Verdict.REVIEW,
        checks=(Check(code="L06", field="unit_price", outcome=Outcome.DIFFERS),),
        matches=(LineMatch(MatchStatus.EXTRA, lines=(1,), items=(), why="no item"),),
    ),
    decision("30005678", Code.HOLD_CUSTOMER_REQUEST, 2, "10", "80012345"),
    Said("monthly", {"customer": "100234", "rows": 2}),
]


@pytest.mark.parametrize("value", SPECIMENS, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was_written(value: object) -> None:
    assert from_plain(type(value), to_plain(value)) == value


def test_data_of_another_shape_is_refused() -> None:
    with pytest.raises(TypeError, match="is no str"):
        from_plain(Quotation, {"number": 7, "items": []})


def test_a_value_that_is_none_of_two_kinds_is_refused() -> None:
    with pytest.raises(TypeError, match="is none of"):
        from_plain(Said, {"word": "monthly", "values": {"rows": [2]}})


def test_an_unknown_enumeration_value_is_refused() -> None:
    with pytest.raises(ValueError, match="maybe"):
        from_plain(Comparison, {"verdict": "maybe"})
