"""How the signs are written: whole words, in capitals or not."""

import re
from typing import Final

CALENDAR: Final = r"(?:[\w-]*agenda|[\w-]*kalender|site|website|[\w-]*overzicht|activiteitenlijst|lijst)"
YOURS: Final = rf"(?:de|jullie|uw|je|het)\s+(?:\w+\s+)?{CALENDAR}(?![\w-])"


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words."""
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)
