"""One reading of where it is."""

from dataclasses import dataclass

from intake.extract.line import Line, Sheet
from intake.extract.place.span import Span


@dataclass(slots=True)
class Spot:
    """One reading of where it is, with its grade.

    Venue and room stand in `line.sheet`; so does the address, unless `sheet` is another (the signature's).
    `home`: it is the organisation's own place.
    """

    line: Line
    grade: float
    venue: Span | None = None
    street: Span | None = None
    postcode: Span | None = None
    city: Span | None = None
    room: Span | None = None
    sheet: Sheet | None = None
    home: bool = False

    @property
    def addressed(self) -> bool:
        """Whether it tells a street or a postcode."""
        return self.street is not None or self.postcode is not None
