"""Who only writes for others: the agency that sends a press release is not who organises."""

import re
from typing import Final

from intake.extract.letter import Letter
from intake.extract.line import Place
from intake.extract.organisation_words import type_of

_RELEASE: Final = re.compile(
    r"\bpers(?:bericht|uitnodiging|mededeling)\b|\bvoor\s+de\s+(?:redactie|pers)\b|\bniet\s+voor\s+publicatie\b|"
    r"\bverzorg(?:t|en)?\b[^.;]{0,30}\b(?:communicatie|publiciteit|pr|organisatie|aankondiging\w*)\b[^.;]{0,20}\bvoor\b|"
    r"\bnamens\s+(?:hen|haar|hem|onze\s+(?:opdrachtgever|klant))\b|\bin\s+opdracht\s+van\b",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(
    r"\b(?:bureau|communicatie\w*|pers(?:bureau|dienst|voorlichting)|media\w*|pr|publiciteit\w*|reclame\w*|marketing\w*|"
    r"tekst(?:bureau|schrijvers?)|redactiebureau)\b",
    re.IGNORECASE,
)


def writes_for_others(letter: Letter, name: str) -> bool:
    """Whether a name is that of an agency, or of the sender who calls itself one, in a press release."""
    sender = letter.writer.name
    called = sender if name and name in sender else name
    if _AGENCY.search(called) is None or type_of(called) != "overig":
        return False
    lines = letter.at(Place.SUBJECT, Place.BODY, Place.DOCUMENT)
    return any(letter.search(_RELEASE, line) is not None for line in lines)
