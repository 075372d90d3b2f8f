"""The nouns that Dutch organisers call their activities by, and the type that each tells."""

import re
from collections.abc import Iterator
from typing import Final

NOUNS: Final = {
    "webinar": r"webinars?|webinarreeks|online\s+college|livestream|live\s?stream",
    "training": (
        r"[\w-]*workshops?|[\w-]*training(?:en)?|[\w-]*cursus(?:sen)?|masterclass(?:es)?|"
        r"studie(?:middag|dag|ochtend|avond)|bij?scholing(?:smiddag|sdag)?|clinic|leergang|nascholing|"
        r"oefen\w+|(?:gast|proef|kook|dans|muziek|[\w-]*gym|thema)-?les(?:sen)?|[\w-]*scholing|"
        r"leskist|les(?:sen)?(?=\s)"
    ),
    "symposium": (
        r"[\w-]*symposi(?:um|a)|[\w-]*congres|[\w-]*conferentie|[\w-]*lezing(?:en)?|"
        r"[\w-]*debat(?:avond|middag)?|[\w-]*seminar|themadag|lezingenavond|raadsavond|"
        r"[\w-]*college(?:tour)|[\w-]*verzuimdag|paneldiscussie|paneldebat|"
        r"inspiratiedag|symposiummiddag|kennisdag|politiek\s+café|talkshow"
    ),
    "inloop": (
        r"(?<!vrije )[\w-]*inloop(?:avond|middag|ochtend|spreekuur|uur|dag|moment|huis)?(?!\s+(?:met|"
        r"vanaf|om|\d|en\s+registratie))|[\w-]*spreekuur|spreekuren|open\s+les(?:sen)?|open\s+dag|"
        r"open\s+huis|open\s+(?:ochtend|middag|atelier|podium)|open\s+avond|[\w-]*open-?dag|"
        r"open\s+inloop|koffie-?(?:ochtend|uurtje|uur|moment)|opendeurdag|consultatie\w*|kijkje\s+in|"
        r"rondleiding(?:en)?|open\s+spreekkamer|spreekkamer|open\s+spreekuur|belspreekuur|"
        r"open\s+lesdag"
    ),
    "actie": (
        r"[\w-]*expositie|[\w-]*tentoonstelling|[\w-]*film(?:avond|vertoning|middag|huis|ochtend)?|"
        r"[\w-]*voorstelling|[\w-]*theater(?:voorstelling|stuk|avond)|[\w-]*wandeling|"
        r"[\w-]*wandeltocht|wandelen|speurtocht|stille\s+(?:actie|tocht)|[\w-]*optreden|[\w-]*concert|"
        r"flashmob|fietstocht|sponsorloop|"
        r"documentaire|[\w-]*campagne|spelmiddag|sport(?:dag|middag)|toernooi|muurschildering|kunstproject|"
        r"fotoproject|[\w-]*marathon|[\w-]*manifestatie|picknick|[\w-]*wedstrijd|[\w-]*quiz|[\w-]*parade|"
        r"[\w-]*slam|[\w-]*feest|[\w-]*markt(?=[\s,.])(?!\s\d)|[\w-]*ontbijtje|[\w-]*tocht|ludieke\s+actie|posteractie|"
        r"kaartenactie|(?:[\w-]+)actie|musical|estafette|muziekavond|festival"
    ),
    "bijeenkomst": (
        r"[\w-]*bijeenkomst(?:en)?|[\w-]*overleg|[\w-]*tafels?(?!gesprek)|[\w-]*netwerk(?:lunch|"
        r"borrel|middag|bijeenkomst|ontbijt)|[\w-]*café|[\w-]*cafe|ouderavond|thema-?(?:middag|avond|"
        r"ochtend)|inspiratie(?:middag|avond|ochtend|sessie)|[\w-]*gesprek(?:ken)?|dialoog(?:sessie|"
        r"avond|tafel)?|[\w-]*ontmoeting|"
        r"informatie(?:avond|middag|ochtend)|kennis(?:ochtend|middag|sessie|café)|meet-?up|[\w-]*ontbijt|"
        r"[\w-]*lunch|intervisie\w*|brainstorm\w*|[\w-]*borrel|info-?avond|(?:koffie|lunch|ontbijt|thee|"
        r"soep)\s+met|presentatie|regiodag|praatgroep|lotgenoten\w*|[\w-]*sessie|[\w-]*avond(?=[\s,.:;‘“\"'])|"
        r"[\w-]*middag(?=[\s,.:;‘“\"'])|[\w-]*ochtend(?=[\s,.:;‘“\"'])"
    ),
}
NOUN: Final = re.compile(
    r"(?<![\w/.@-])(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in NOUNS.items()) + r")(?![\w@/])",
    re.IGNORECASE,
)
# a word that fits the pattern and is no activity: parts of the day, things on the programme
_NEVER: Final = re.compile(
    r"^(?:actie|reactie|redactie|attractie|transactie|interactie|directie|\w*dag(?:avond|middag|ochtend)|"
    r"avond|middag|ochtend|namiddag|voormiddag|lunch|borrel|gesprek|gesprekken|overleg|contact|filmhuis|"
    r"film|theater|telefoongesprek|les|lessen|zaterdag\w*|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|tafel|tafels|kantoor\w*|portefeuille\w*|"
    r"wethoudersoverleg|afgelopen|ontmoeting|sessie|de\s+avond|jeugdpreventienetwerk)$",
    re.IGNORECASE,
)


def nouns(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The activity nouns in `text[start:end]`: their type and where they stand."""
    for match in NOUN.finditer(text, start, end):
        if not _NEVER.match(match.group()):
            yield str(match.lastgroup), match.start(), match.end()
