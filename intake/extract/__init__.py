"""From a `Mail` to drafts: one extractor a field or family of fields, read from top to bottom.

An extractor is a function `(letter, edition) -> Iterator[Finding]`; it yields nothing where it sees nothing.
To add a field: one module, one line in EXTRACTORS, one case in its tests.
"""

from collections.abc import Callable, Iterator
from typing import Final

from intake.edition import Edition
from intake.errors import BadMail
from intake.extract.access import find_access
from intake.extract.activity_type import find_activity_type
from intake.extract.audience import find_audience
from intake.extract.calendar import find_calendar
from intake.extract.capacity import find_capacity
from intake.extract.change import find_change
from intake.extract.contact import find_contact
from intake.extract.dates.find import find_dates
from intake.extract.finding import Finding
from intake.extract.letter import Letter
from intake.extract.organisation import find_organisation
from intake.extract.place.find import find_place
from intake.extract.place.online import find_online
from intake.extract.price import find_price
from intake.extract.registration import find_registration
from intake.extract.title.find import find_title
from intake.extract.url import find_url

Extractor = Callable[[Letter, Edition], Iterator[Finding]]

EXTRACTORS: Final[tuple[Extractor, ...]] = (
    find_calendar,
    find_title,
    find_dates,
    find_place,
    find_online,
    find_organisation,
    find_activity_type,
    find_audience,
    find_access,
    find_contact,
    find_registration,
    find_price,
    find_capacity,
    find_url,
    find_change,
)


def extract(letter: Letter, extractors: tuple[Extractor, ...] = EXTRACTORS) -> list[Finding]:
    """Everything that the extractors find in a letter.

    Raises:
        BadMail: an extractor failed; the text names it, and the mail is set apart with that reason.
    """
    found: list[Finding] = []
    for extractor in extractors:
        try:
            found.extend(extractor(letter, letter.edition))
        except (
            Exception
        ) as error:  # the boundary of one extractor: whatever it is, the mail is told by its name
            raise BadMail(f"{extractor.__name__}: {type(error).__name__}: {error}") from error
    return found
