"""What customers call our materials: SAP's customer-material records (KNMT)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CustomerMaterial:
    """A customer's own number for one of our materials; `sales_org` is None where the export has none."""

    customer_number: str
    part_number: str
    customer_part_number: str
    description: str | None = None
    sales_org: str | None = None
