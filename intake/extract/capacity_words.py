"""The words that limit how many can come: "max. 25", "plek voor dertig ouders", "meer dan 40 kan niet"."""

import re
from typing import Final

from intake.extract.counts import WORDED

NUMBER: Final = rf"(?:\d{{1,2}}\.\d00|\d{{1,4}}|{WORDED})(?!\w|[.:,]\d|/\d)"
# "8 tot 12", "10-40": the larger counts
COUNT: Final = rf"(?:{NUMBER}\s*(?:à|a|tot(?:\s+en\s+met)?|t/m|[-–])\s*)?(?P<n>{NUMBER})"
_SEATS: Final = (
    r"(?:plaats(?:en)?|plek(?:ken|jes)?|zitplaats(?:en)?|(?:zit|werk)plekken|stoelen|kaart(?:en|jes)|tickets)"
)
WHO: Final = (
    r"(?:deelnemers?|deeln\.?|deelnemende|personen|pers\.?|p\.|mensen|man|bezoekers|toehoorders|gasten|ouders|"
    r"leerlingen|jongeren|kinderen|peuters|kleuters|kids|pubers|tieners|jongens|meiden|moeders|vaders|opa['’]s|oma['’]s|paren|echtparen|dln\.?|dlnrs\.?|mentoren|docenten|leraren|leerkrachten|professionals|belangstellenden|"
    r"geïnteresseerden|studenten|medewerkers|collega['’]s|teams|scholen|koppels|duo['’]s|gezinnen|kijkers|toeschouwers|luisteraars|wandelaars|"
    r"aanwezigen|inschrijvingen|aanmeldingen|aanmelders|inschrijvers|cursisten|aansluitingen|"
    rf"(?:ouder|school)koppels|{_SEATS})"
)
ADJECTIVE: Final = r"(?:\w{3,20}(?:e|de|te)\s+)?"
_BESIDE: Final = (
    r"(?:(?:steeds|telkens|met\s+(?:goede\s+wil|gemak|moeite)|makkelijk|gemakkelijk|precies)\s+)?"
)
MOST: Final = (
    r"(?:maximaal|maximale|maximum(?:aantal)?|max\.?|ten\s+hoogste|hooguit|hoogstens|niet\s+meer\s+dan|"
    r"hoogste)"
)
ABOUT: Final = rf"(?:{MOST}|ongeveer|zo['’]n|circa|ca\.|ruim|nog|maar|slechts|een\s+(?:man|stuk)\s+of)\s+"
# what those who come do, once there is room for them
_DO: Final = (
    r"(?:mee\w*|komen|erbij|erin|aanschuiven|deelnemen|aanhaken|(?:zich\s+)?(?:inschrijven|opgeven|aanmelden)|bijwonen|inloggen|terecht|naar\s+binnen|binnen|"
    r"live\s+mee\w*|tegelijk)"
)
_PART: Final = (
    r"(?:ronde|sessie|keer|uitzending|bijeenkomst|workshop|les|dag|dagdeel|avond|middag|ochtend|training)"
)
# what limits how many can come, each with its number as `n`
LIMITS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "max. 25", "maximaal aantal deelnemers: 25", "een maximum van 25", "niet meer dan 25"
        rf"\b{MOST}(?:\s+(?:aantal|capaciteit|groepsgrootte|deelnemers\w*|personen|"
        rf"plaatsen|plekken|er\s+kunnen|mogelijk|is|bedraagt|ligt|staat|gesteld)){{0,4}}\s*:?\s*(?:(?:van|is|aan|voor|op)\s+)?{COUNT}",
        # "12 deelnemers is het maximum", "25 personen max.", "15 mensen hooguit"
        rf"(?<![\w,.–-]){COUNT}\s+(?:{WHO}\s+)?is\s+(?:echt\s+)?(?:het\s+(?:maximum|uiterste)|de\s+(?:max|limiet))\b",
        r"\b(?:max|maximum|limiet)\s+(?:is|ligt\s+op|staat\s+op)\s+" + COUNT,
        rf"\bmaximum\s+aan\s+het\s+aantal\s+\w+\s+van\s+{COUNT}",
        rf"(?<![\w,.–-]){COUNT}\s+(?:{WHO}\s+)?{MOST}(?=\.?\s*(?:[,;)!\n]|$)|\.\s(?-i:[A-Z]))",
        # "plek voor 30 ouders", "ruimte voor zo'n 60", "capaciteit 120", "een groep van 12"
        rf"(?<!\bin\s)\b(?:plaats|plek|ruimte|{_SEATS}|\w*capaciteit(?:\s+van\s+(?:de|het|onze|ons)\s+\w+)?|groepsgrootte|limiet|groep(?=\s+van))\s*[:=]?\s*(?:(?:is|bedraagt)\s+)?(?:er\s+)?(?:is\s+)?"
        rf"(?:(?:voor|aan|van)\s+)?(?:{ABOUT})?{COUNT}",
        # "er kunnen 12 kinderen meedoen", "we kunnen 18 mensen kwijt", "er passen 90 mensen in"
        rf"\b(?:kunnen|kan|passen|past|gaan|mogen|mag|ontvangen|toelaten)\s+(?:(?:er|wij|we|u|jullie|dan|daar|hier|nu|"
        rf"ook|zich|in\s+totaal|per\s+(?!school|tafel|gezin|klas|organisatie|groep|team)\w+)\s+){{0,2}}{_BESIDE}(?:{ABOUT})?{COUNT}\s+{ADJECTIVE}{WHO}",
        # "er kunnen 12 beginners mee", "tien ouders kunnen aanschuiven", "24 man mag erin"
        rf"\b(?:kunnen|mogen)\s+(?:er\s+)?(?:{ABOUT})?{COUNT}\s+(?:[\w'’]+\s+){{1,2}}?{_DO}\b",
        rf"(?<![\w,.–-]){COUNT}\s+{ADJECTIVE}{WHO}\s+(?:kunnen|kan|mogen|mag|passen)\s+(?:er\s+)?{_DO}\b",
        rf"\b(?:eerste)\s+(?P<n>{NUMBER})(?=\s*[,;.!)]|\s*$|\s+(?:die\s+(?:zich\s+)?(?:aanmeld|opgev|inschrij|reager|mail)\w*|kunnen\b|mogen\b))",
        rf"\blaten\s+(?:wij|we)\s+(?:{ABOUT})?{COUNT}\s+{WHO}\s+toe\b",
        rf"\b(?:laat|laten|toegelaten\s+worden)\s+{COUNT}\s+{WHO}(?=\s+toe\b|\s*[.,;!]|\s*$)",
        # "25 mensen, meer kan niet", "met 25 zit het vol", "25 mensen en dan is het vol"
        rf"(?<![\w,.–-]){COUNT}\s+{ADJECTIVE}{WHO}\s*(?:,|–|-|en)\s+(?:en\s+)?(?:meer\s+(?:past|kan|kunnen|mag|mogen|gaat|gaan|lukt)?\s*(?:er\s+)?niet|dan\s+(?:is|zit)\s+(?:het|de\s+\w+)\s+vol)\b",
        rf"\b(?:met|bij)\s+{COUNT}\s+(?:{WHO}\s+)?(?:is|zit|zitten)\s+(?:het|we|wij|de\s+\w+)\s+(?:al\s+)?vol\b",
        rf"\bvol\s+(?:bij|met)\s+{COUNT}(?!\s*uur)",
        rf"\b(?:sluit|sluiten)\s+(?:\w+\s+)?bij\s+{COUNT}(?!\s*uur)",
        rf"\bbij\s+{COUNT}\s+(?:sluiten|stoppen)\s+(?:we|wij)\b",
        # "per ronde 12 personen", "12 personen per ronde"
        rf"\bper\s+{_PART}\s*:?\s+(?:(?:kunnen|passen|is|zijn)\s+(?:er\s+)?(?:plaats\s+voor\s+|plek\s+voor\s+)?)?(?:{ABOUT})?{COUNT}\s+{ADJECTIVE}(?:{WHO}|mensen)\b",
        rf"(?<![\w,.–-]){COUNT}\s+{WHO}\s+per\s+{_PART}\b",
        # "zaal voor 80 mensen", "geschikt voor 80 personen", "plaats bieden aan 24"
        rf"\b(?:zaal|zaaltje|lokaal|ruimte|kantine|studio)\s+(?:is\s+)?(?:geschikt\s+)?voor\s+(?:{ABOUT})?{COUNT}\s+{WHO}",
        rf"\b(?:plaats|plek|ruimte)\s+(?:te\s+)?(?:bieden|geboden|biedt)\s+aan\s+(?:{ABOUT})?{COUNT}",
        rf"\b(?:voorbehouden\s+aan|beperkt\s+tot\s+de\s+eerste)\s+(?:{ABOUT})?{COUNT}",
        rf"\bkleine?\s+(?:groep|groepje)\s+(?:van\s+|\()(?:{ABOUT})?{COUNT}(?!\s+(?:ouders|mensen|leerlingen|kinderen)\s+(?:heeft|hebben|dat|die))",
        # "plaatsen (er zijn er zestig)", "het aantal plekken is beperkt (24)", "beperkte ruimte (24)"
        rf"\b{_SEATS}\s*\((?:er\s+zijn|we\s+hebben)\s+er\s+(?:{ABOUT})?{COUNT}\)",
        rf"\b(?:{_SEATS}|aantal\s+\w+|deelnemers)\s+(?:is|zijn)\s+beperkt\s*[:(,]\s*(?:{ABOUT})?{COUNT}",
        rf"\bbeperkte\s+(?:ruimte|capaciteit|plaats)\s*[:(]\s*(?:{ABOUT})?{COUNT}",
        rf"\btussen\s+(?:de\s+)?{NUMBER}\s+en\s+(?:de\s+)?(?P<n>{NUMBER})\s+(?:deelnemers|deeln\.|personen)\b",
        rf"\b(?:kunnen|kan|mogen)\s+er\s+(?:{ABOUT})?{COUNT}\s+(?:hebben|plaatsen|ontvangen|bergen|tegelijk)\b",
        # "er kunnen er 14 mee", "er kan een man of dertig in", "met zes tegelijk", "beperkt tot 35"
        rf"\b(?:(?:kunnen|kan|mogen|mag|passen|past|laten)\s+(?:(?:we|wij)\s+)?er\s+(?:er\s+)?(?:{ABOUT})?|(?:kunnen|kan|passen|past)\s+{ABOUT}){COUNT}\s+"
        r"(?:mee\w*|in|bij|op|terecht|aanschuiven|deelnemen|kwijt|toe)\b",
        rf"\b(?:er\s+zijn|zijn\s+er|(?:wij|we)\s+hebben|hebben\s+(?:wij|we))\s+(?:{ABOUT})?{COUNT}\s+{_SEATS}\b",
        rf"\bmet\s+{COUNT}\s+tegelijk\b",
        # "waar negentig mensen in passen", "na veertig stoelen is het op"
        rf"\bwaar\s+(?:(?:er|maar|slechts|nog|met\s+gemak)\s+)?(?:{ABOUT})?{COUNT}\s+{ADJECTIVE}{WHO}\s+(?:in|op|aan)\s+(?:passen|kunnen|mogen|gaan)\b",
        rf"\b(?:na|bij)\s+{COUNT}\s+{ADJECTIVE}{WHO}\s+(?:is|zijn|zit|houdt)\s+(?:het|we|wij|de\s+\w+|alles)\s+(?:\w+\s+)?(?:op|vol)\b",
        rf"\b(?:beperkt|begrensd|gelimiteerd|gemaximeerd)\s+(?:tot|op)\s+(?:{ABOUT})?{COUNT}",
        # "beperkt aantal plaatsen (20)", "vol is vol bij 40"
        rf"\b(?:beperkt\s+aantal|aantal)\s+{WHO}[^\w\n]{{1,4}}(?:{ABOUT})?{COUNT}",
        rf"\bvol\s*(?:=|is)\s*vol\W{{1,3}}(?:(?:bij|met|na|voor|op)\s+)?(?:{ABOUT})?{COUNT}",
        rf"\bbij\s+{COUNT}\s+(?:{WHO}\s+)?(?:is\s+(?:het|de\s+\w+)|zit\w*\s+(?:we|wij|de\s+\w+))\s+vol\b",
        # "de eerste 50 aanmelders", "na 50 aanmeldingen is het vol", "bij meer dan 40 aanmeldingen"
        rf"\bstop(?:pen|t)?\b[^.;:]{{0,30}}\bbij\s+{COUNT}(?!\s*uur)",
        rf"\b(?:eerste|na|(?:zodra|als|wanneer)\s+er|bij(?:\s+meer\s+dan)?|vanaf|tot(?:\s+en\s+met)?|t/m)\s+(?P<n>{NUMBER})\s+"
        r"(?:aanmelders|aanmeldingen|inschrijvingen|inschrijvers|reserveringen|deelnemers|personen)",
        # "niet groter dan 12", "meer dan 30 mensen past niet", "tot 40 deelnemers"
        rf"\bniet\s+groter\s+dan\s+{COUNT}",
        rf"\bmeer\s+(?:dan|als)\s+{COUNT}\s+[a-z]{{3,20}}\b[^.;]{{0,30}}\b(?:niet|te\s+(?:veel|druk|vol|groot))\b",
        rf"\bvoor\s+(?:{ABOUT})?{COUNT}\s+{WHO}\s+(?:(?:is|hebben|heb)\s+(?:er|we|wij|ik)\s+)?(?:nog\s+)?(?:plek|plaats|ruimte)\b",
        rf"\b(?:groep|groepje|het)\s+klein\s*[:(,]\s*(?:{ABOUT})?{COUNT}",
        rf"(?<![\w,.:–-]){COUNT},\s+meer\s+(?:(?:past|kan|kunnen|mag|mogen|gaat|lukt)\s+(?:er\s+)?)?niet\b",
        rf"\b(?:bovengrens|limiet)\s*:?\s*(?:(?:is|ligt|staat|van)\s+)?(?:(?:bij|op|van)\s+)?{COUNT}",
        rf"(?<![\w,.:–-]){NUMBER}\s*(?:à|tot|[-–])\s*(?P<n>{NUMBER})\s+(?:deelnemers|personen|pers\.)",
        rf"\b(?:boven\s+de|na|vanaf|meer\s+dan)\s+{COUNT}\)?[^.;\d]{{0,25}}\b(?:wachtlijst|loten|geloot|loting)\b",
        rf"\bwachtlijst\s+(?:vanaf|na|boven\s+de)\s+{COUNT}",
        rf"\b(?:passen|past)\s+(?:er\s+)?{COUNT}\s+in\b",
        rf"\bmeer\s+{_SEATS}\s+dan\s+{COUNT}\b[^.;]{{0,20}}\bniet\b",
        rf"\b(?:met|voor)\s+{NUMBER}\s*(?:à|tot(?:\s+en\s+met)?|t/m|[-–])\s*(?P<n>{NUMBER})\s+{WHO}",
        # "twintig plaatsen", "40 stoelen beschikbaar"; "twintig stoelen staan er" is no limit
        rf"(?<![\w,.–-])(?P<n>{NUMBER})\s+(?:beschikbare\s+|vrije\s+)?{_SEATS}"
        r"(?=\s*(?:[,.;:)!]|$)|\s+(?:beschikbaar|in\s+totaal|vrij|over|te\s+vergeven|en|dus|per)\b)",
    )
)
