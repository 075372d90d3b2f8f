"""What is said of all the activities of a mail at once: "per workshop", "beide avonden"."""

import re
from typing import Final

_SEVERAL: Final = (
    r"(?:activiteiten|workshops?|bijeenkomsten|avonden|middagen|ochtenden|lezingen|trainingen|sessies|"
    r"wandelingen|evenementen|onderdelen|uitzendingen|voorstellingen|rondleidingen|cursussen|lessen|programma['’]s|webinars)"
)
_ONE: Final = (
    r"(?:activiteit|workshop|bijeenkomst|avond|middag|ochtend|lezing|training|sessie|wandeling|evenement|uitzending|voorstelling|rondleiding|cursus|les|"
    r"onderdeel|webinar|keer)"
)
OF_ALL: Final = re.compile(
    rf"\bper\s+{_ONE}\b|\b(?:elke?|iedere?)\s+{_ONE}\b|\b(?:alle|beide|al\s+(?:de|deze|onze))\s+(?:\w+\s+)?{_SEVERAL}\b|"
    rf"\b(?:allebei|alle(?:maal)?\s+(?:twee|drie|vier|vijf))\b|"
    rf"\b(?:aan|voor|bij|tot|van)\s+(?:de|deze|onze)\s+(?!workshop\b){_SEVERAL}\b|"
    rf"^\W*(?:de|deze|onze)\s+(?!workshop\b){_SEVERAL}\b",
    re.IGNORECASE,
)
