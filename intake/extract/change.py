"""What a later mail changes about an activity that was sent before: cancelled, changed or added to."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import LIKELY, SAID
from intake.extract.letter import Letter, Place

CANCELLED: Final = re.compile(
    r"\b(?:ga(?:at|an)|kan|kunnen|zal|"
    r"zullen)\b[^.;!?]{0,60}\bniet\s+(?:meer\s+)?door(?:gaan)?\b(?!\s+(?:op|in|om|naar|van|maar))|"
    r"\bafgelast(?:en|ing)?\b|\bgeannuleerd\b|\bgecanceld\b|\bannuler(?:en|ing)\b|\b(?:komt|"
    r"komen)\s+(?:\w+\s+){0,3}te\s+vervallen|\bvervalt\b|\bvervallen\b|"
    r"\bniet\s+doorgaan\b|\bniet\s+door\s+te\s+(?:laten\s+)?gaan\b|\bblazen\b[^.;]{0,60}\baf\b|"
    r"\bafgeblazen\b|(?:intrekken|trekken)\b[^.;]{0,40}\b(?:terug|in)\b|\bkan\s+(?:van|"
    r"uit)\s+(?:de\s+)?(?:agenda|site|website)",
    re.IGNORECASE,
)
CHANGED: Final = re.compile(
    r"\b(?:niet\s+(?:meer\s+)?(?:bij|om|op|in)\s+[^.;]{2,50}\bmaar\b|verplaatst|verplaatsen|verzet|"
    r"verschoven|verschuift|verschuiven|schuift\s+op|gewijzigd|gewijzigde|wijziging(?:en)?|wijzigen|"
    r"wijzigt|veranderd|verandert|verandering|verhuist|verhuisd|rectificatie|correctie|andere\s+(?:locatie|"
    r"zaal|datum|tijd|dag|ruimte|plek)|"
    r"nieuwe\s+(?:locatie|zaal|datum|tijd|dag|plek)|in\s+plaats\s+van|i\.p\.v\.|niet\s+(?:om|op|"
    r"in)\s+[^.;]{3,50}\bmaar\b|klopt\s+niet|foutje|vergissing|uitwijken|wijken\s+uit|"
    r"eerder\s+aangekondigde?|wordt\s+een\s+(?:half\s+)?uur\s+(?:later|eerder)|"
    r"begint\s+(?:een\s+)?\w+\s+(?:later|eerder)|later\s+beginnen|aanpassen|aangepast|toch\s+(?:op|in|"
    r"om))\b",
    re.IGNORECASE,
)
ADDED: Final = re.compile(
    r"\b(?:aanvulling|aanvullend|aan\s+te\s+vullen|aanvullen|toevoegen|toevoeging|toe\s+te\s+voegen|"
    r"vergeten\s+(?:te\s+)?(?:vermelden|door\s+te\s+geven|erbij)|vergat|ontbrak|ontbreekt|nagekomen|"
    r"nog\s+niet\s+bekend\s+was|inmiddels\s+(?:is|hebben|staat|bekend)|erbij\s+(?:te\s+)?(?:zetten|"
    r"vermelden|plaatsen)|nog\s+(?:niet\s+)?(?:de|het|een)\s+(?:aanmeld\w+|link|locatie|tijd\w*|zaal)|"
    r"bij\s+deze\s+(?:nog\s+)?(?:de|het)\s+(?:link|aanmeld\w+|locatie))\b",
    re.IGNORECASE,
)


def find_change(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`cancelled`, `changed` or `added`; asked of updates alone."""
    del edition
    lines = [*letter.at(Place.BODY), *letter.at(Place.SUBJECT), *letter.at(Place.CALENDAR, Place.DOCUMENT)]
    moved = any(letter.search(CHANGED, line) for line in lines)
    for value, pattern, grade in (
        ("cancelled", CANCELLED, SAID),
        ("changed", CHANGED, SAID),
        ("added", ADDED, LIKELY),
    ):
        for line in lines:
            match = letter.search(pattern, line)
            # "gaat niet door" may only lead up to the new day: "... maar schuift op naar donderdag"
            if match is not None and not (value == "cancelled" and moved and letter.search(CHANGED, line)):
                yield letter.find("change", value, grade, line, match.start(), match.end(), "change")
                break
