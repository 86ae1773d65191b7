"""What the words of the vocabulary stand for.

A word that may mean the seller's or the buyer's number stays ambiguous here; it is settled by its
neighbours (`extractors/lines/headings.py`, `extractors/parts.py`) or left open.
"""

import enum


class Role(enum.StrEnum):
    """What a column of an item table holds."""

    LINE_NUMBER = "line_number"
    SELLER_PART = "seller_part"
    """The seller's number, said so: your part no., 供方物料号, GPN."""
    LOCAL_PART = "local_part"
    """The seller's local number (LPN)."""
    PRODUCT_CODE = "product_code"
    """A number that names the product: the seller's, unless another column holds the seller's."""
    BUYER_PART = "buyer_part"
    """The buyer's number, said so: our part no., 需方物料编码."""
    MATERIAL_CODE = "material_code"
    """A number of the writer's own material master: the buyer's in an order."""
    MAKER_PART = "maker_part"
    """The number of whoever makes the thing: the seller's where no other column holds the seller's."""
    PART = "part"
    """A number that may be either side's."""
    DRAWING = "drawing"
    REVISION = "revision"
    DESCRIPTION = "description"
    SPECIFICATION = "specification"
    MODEL = "model"
    QUANTITY = "quantity"
    UNIT = "unit"
    PRICE = "price"
    LIST_PRICE = "list_price"
    DISCOUNT = "discount"
    PRICE_PER = "price_per"
    AMOUNT = "amount"
    TAX_RATE = "tax_rate"
    TAX_AMOUNT = "tax_amount"
    CURRENCY = "currency"
    DELIVERY = "delivery"
    REMARK = "remark"
    OTHER = "other"


class Label(enum.StrEnum):
    """What the value beside a label is."""

    CONTRACT_NUMBER = "contract_number"
    ORDER_NUMBER = "order_number"
    INVOICE_NUMBER = "invoice_number"
    PLAIN_NUMBER = "plain_number"
    PAPER_NUMBER = "paper_number"
    """The number beside a paper's title (`header/numbering/own_titles.py`); no list of labels has it."""
    QUOTATION_NUMBER = "quotation_number"
    DOCUMENT_DATE = "document_date"
    PLAIN_DATE = "plain_date"
    BUYER = "buyer"
    SELLER = "seller"
    PARTY_A = "party_a"
    PARTY_B = "party_b"
    CURRENCY = "currency"
    TAX_RATE = "tax_rate"
    TAX_INCLUDED = "tax_included"
    PRICE_NOTE = "price_note"
    DELIVERY = "delivery"
    PLACE = "place"
    PAYMENT = "payment"
    INCOTERMS = "incoterms"
    TERMS = "terms"
    """Payment or delivery terms: the value tells which."""
    NEUTRAL = "neutral"
    """A label of something that is no field; it ends the value before it."""


class Summary(enum.StrEnum):
    """What a summary row states."""

    TOTAL = "total"
    """A total that does not say its tax basis."""
    NET = "net"
    TAX = "tax"
    GROSS = "gross"
    SUBTOTAL = "subtotal"
    CARRIED = "carried"
    DISCOUNT = "discount"
    CHARGE = "charge"
    WORDS = "words"


class Qualifier(enum.StrEnum):
    """What a qualifying word says; its values differ from those of labels and roles, which it meets."""

    TAX_INCLUDED = "says_tax_included"
    TAX_EXCLUDED = "says_tax_excluded"
    CURRENCY = "says_currency"
    TEN_THOUSAND = "says_ten_thousand"
    FILLER = "says_filler"
