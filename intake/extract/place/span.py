"""A value and where it stands: what the place modules hand to each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A value and `text[start:end]` where it stands."""

    value: str
    start: int
    end: int
