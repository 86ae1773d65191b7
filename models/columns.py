"""What a column holds: times in UTC, exact decimals, text that any database takes, values as JSON."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import DateTime, String
from sqlalchemy.types import TypeDecorator

from models.codec import from_plain, to_plain

T = TypeVar("T")


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment, kept in UTC. A time without its zone is refused instead of guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return `value` in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"{value!r} has no time zone"
            raise ValueError(message)
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the moment in UTC; SQLite gives it back without a zone."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Exact(TypeDecorator[Decimal]):
    """A decimal number, kept as text: SQLite has no decimal type and would make it a float."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the number's text, with the places it has."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the number that was written."""
        return None if value is None else Decimal(value)


class Printed(TypeDecorator[str]):
    """Text from outside. NUL and unpaired surrogates, which no database holds, become U+FFFD."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text without what cannot be kept."""
        if value is None:
            return None
        whole = value.replace("\x00", "\ufffd")
        return whole.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


class Frozen(TypeDecorator[Any]):
    """A frozen value of type `kind`, kept as JSON."""

    impl = String
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the value as JSON."""
        return None if value is None else encoded(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Any:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the value that was written."""
        return None if value is None else decoded(self.kind, value)


def encoded(value: object) -> str:
    """Return a frozen value as the JSON text of a column."""
    plain = to_plain(value)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    # Unpaired surrogates, which broken documents yield, are kept as their escapes.
    return text if _is_utf8(text) else json.dumps(plain, separators=(",", ":"))


def decoded(kind: type[T], text: str) -> T:
    """Return the value of type `kind` that a column holds as JSON."""
    return from_plain(kind, json.loads(text))


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
