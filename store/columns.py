"""Column types that mean the same on SQLite and PostgreSQL: UTC times, text that both accept, JSON."""

import json
import math
from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator

# Words of our own (statuses, field names, hex digests), which need no cleaning.
Code = Annotated[str, mapped_column(Text())]

# SQLite numbers rows by itself in an INTEGER primary key alone.
RowId = BigInteger().with_variant(Integer(), "sqlite")
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
JsonValue = JSON().with_variant(JSONB(), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: takes aware datetimes only, gives them back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps it without a zone, in a form that sorts as time does."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value!r}")
        try:
            value = value.astimezone(UTC)
        except OverflowError:  # a Date header on the last or first day that datetime knows
            value = value.replace(tzinfo=UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """From the database's form to aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class CleanText(TypeDecorator[str]):
    """Text from mails: what a database refuses is replaced one for one, so that offsets stay right."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """PostgreSQL refuses NUL, both refuse lone surrogates: each becomes U+FFFD."""
        return None if value is None else clean(value)


def clean(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD, one for one."""
    if text.isascii():
        return text.replace("\x00", "\ufffd") if "\x00" in text else text
    try:
        text.encode()
    except UnicodeEncodeError:
        text = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text.replace("\x00", "\ufffd")


def dumps(value: Any) -> str:
    """JSON that both databases accept; refused characters are replaced, numbers that are none become null."""
    try:
        text = _ENCODER.encode(value)
        text.encode()
    except ValueError:  # NaN or infinity; or a lone surrogate
        return _ENCODER.encode(_clean_value(value))
    return _ENCODER.encode(_clean_value(value)) if "\\u0000" in text else text


def _clean_value(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {clean(str(key)): _clean_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_clean_value(item) for item in value]
    return value
