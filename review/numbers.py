"""Numbers that an address or a form names: those that a row can have. Pure."""

from typing import Final

# Databases count in 64 bits, and a longer number is no row's; of one without end Python reads nothing.
MOST_DIGITS: Final = 18


def row_number(text: str) -> int | None:
    """The number that a text is; None where no row has such a one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
