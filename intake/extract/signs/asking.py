"""What asks or only weighs."""

import re
from typing import Final

from intake.extract.signs.words import words

ASKS: Final = words(
    r"zet\s+(?:dit\s+|het\s+)?nog\s+niks",
    r"nog\s+niet\s+(?:in\s+de\s+agenda|plaatsen)",
    r"is\s+het\s+de\s+bedoeling",
    r"(?:ik|wij|we)\s+vroe?g(?:en)?\s+(?:me|mij|ons)\s+af",
    r"(?:vraagt|vraag|vragen)\s+(?:\w+\s+)?(?:zich|me|mij|ons)\s+(?:\w+\s+)?af",
    r"mijn\s+vra(?:ag|gen)\s+(?:is|zijn)",
    r"(?:wil(?:len)?|zou(?:den)?)\s+(?:ik|wij|we)\s+(?:\w+\s+){0,3}?(?:weten|vernemen|horen|vragen)\s*(?=[:,]|(?:of|wat|hoe|wie|welke?|wanneer|waar|u|je|jullie)\b)",
    r"(?:ik|wij|we)\s+(?:zou(?:den)?|wil(?:len)?)\s+(?:\w+\s+){1,3}(?:weten|vernemen)",
    r"(?:zou(?:den)?|wil(?:len)?)\s+(?:ik|wij|we)\s+(?:\w+\s+){1,4}vernemen",
    r"vern[e]+m(?:en)?\s+(?:ik|wij|we)\s+(?:\w+\s+){1,3}(?:of|wat|hoe|wie|welke?|wanneer|waar)",
    r"(?:mij|ons|me)\s+te\s+(?:berichten|laten\s+weten|vertellen|melden)\s+(?:of|wat|hoe|wie|welke?|wanneer|waar)",
    r"waar\s+(?:vind|vinden|kan|kunnen)\s+(?:ik|wij|we)",
    r"wil(?:len)?\s+(?:\w+\s+){0,6}naar\s+(?:een|de|jullie)\s+(?:bijeenkomst|activiteit|lezing|ouderavond|workshop)",
    r"(?:benieuwd|nieuwsgierig)\s+(?:of|wat|hoe|wie|wanneer)",
    r"(?:ik|wij|we)\s+(?:zou(?:den)?|wil(?:len)?)\s+(?:graag\s+)?(?:weten|vragen)",
    r"(?:graag\s+)?(?:hoor|verneem|weet|hoorden?|ontvang|vernemen|ontvangen|horen)\s+(?:ik\s+|wij\s+|we\s+)?"
    r"(?:graag\s+)?(?:of|wat|hoe|welke|wanneer|meer\s+info\w*|antwoord|uw\s+reactie|een\s+reactie)",
    r"(?:kunt|kun|kunnen|kan)\s+(?:u|je|jij|jullie|iemand)\s+(?:mij|ons|me)\s+(?:\w+\s+)?(?:laten\s+weten|zeggen|"
    r"vertellen|aangeven|helpen|uitleggen|toesturen|sturen|mailen|bellen)",
    # who takes part, rather than holds something: "hierbij meld ik mij aan voor de training"
    r"(?:meld|geef|schrijf|melden|geven|schrijven)\s+(?:ik|wij|we)\s+(?:(?:mij|me|ons|hierbij|graag)\s+){1,2}(?:\w+\s+){0,3}?(?:aan|op|in)\s+voor\s+(?:de|het|een|uw|jullie)\s+"
    r"(?!(?:week|actieweek|toolbox)\b)(?:\w+\s+)?[\w-]*(?:training|workshop|lezing|bijeenkomst|webinar|cursus|avond|middag|ochtend|symposium|congres|debat|dag)",
    r"wie\s+kan\s+ik",
    r"(?:ik|wij|we)\s+(?:zoek|zoeken|ben\s+op\s+zoek|zijn\s+op\s+zoek)",
    r"(?:een|wat|twee|drie|vier|paar|drietal|enkele|aantal|nu|hier)\s+(?:de\s+|korte\s+)?vra(?:ag|agje|agjes|gen)(?!\s+(?:die|waar\w*)\b)",
    r"(?:ik|wij|we)\s+(?:wil(?:de|den|len)?|zou(?:den)?)\s+(?:\S+\s+){0,9}?(?:een|de|die|deze|jullie)\s+(?:\S+\s+){1,8}?(?:bijwonen|bezoeken|meemaken)(?=\s*(?:[.,;!?)]|en\b|$))",
    r"(?:ik|wij|we)\s+(?:wil(?:de|den)?|probeer(?:de)?|kan|kon)\s+(?:(?:me|mij|ons|graag|niet)\s+){1,3}(?:\w+\s+){0,2}(?:opgeven|aanmelden|inschrijven)\s+(?:voor|bij)\s+(?:de|een|die)\s+(?!(?:landelijke|actieweek|week|agenda|kalender|toolbox)\b)",
    r"(?:ik|wij|we)?\s*(?:zie|zien|vind|vinden)\s+(?:\S+\s+){0,4}?(?:nog\s+niet|nergens|niet)\s+(?:terug\s+|staan\s+)?(?:op|in|bij)\s+(?:de|het|jullie|uw)\s+(?:\w+\s+)?(?:[\w-]*agenda|[\w-]*kalender|site|website|[\w-]*overzicht|lijst)",
    r"(?:nog\s+)?(?:geen|nooit)\s+(?:antwoord|reactie|bevestiging)\s+(?:gehad|ontvangen|gekregen)",
    r"interview\w*",
    r"scriptie",
    r"(?:kom|komen)\s+(?:ik|we|wij)?\s*er\s+(?:nog\s+)?op\s+terug",
    r"een\s+antwoord\s+(?:voor|op|zou)",
    r"(?:zijn\s+er|hebben\s+jullie|heeft\s+u|komen\s+er|krijgen\s+(?:wij|we)|kunnen\s+(?:wij|we)|mogen\s+(?:wij|we)|kan\s+ik)\s+(?:\S+\s+){0,5}?"
    r"(?:posters?|flyers?|folders?|stickers?|banners?|\w*materia(?:al|len)|logo)(?=[^.;]{0,60}\?)",
    r"is\s+(?:er\s+)?(?:al|inmiddels)\s+bekend\s+(?:of|wie|wat|wanneer|waar|welke)",
    r"graag\s+hoor\s+ik",
    r"nog\s+(?:niets|niks|geen\s+\w+)\s+(?:vast(?:gelegd|gesteld)?|gepland|geregeld|besloten|afgesproken)",
    r"vra(?:ag|agje|gen)\s+over\s+(?:de|jullie|uw)",
)
# what is said to be no announcement, whatever day it names
NOT_YET: Final = words(
    r"(?:zie|beschouw|lees|vat)\s+(?:dit|deze\s+mail|het)\s+(?:\w+\s+)?(?:nog\s+)?niet\s+(?:op\s+)?als",
    r"(?:nog\s+)?geen\s+(?:officiële\s+|echte\s+|definitieve\s+)?aanmelding",
)
# "misschien iets voor jullie materialenpagina?" gives, though it asks
OFFERED: Final = words(
    r"(?:misschien|wellicht|is\s+(?:dit|dat|het)|mogelijk)\s+(?:\w+\s+)?(?:iets|leuk|handig|bruikbaar|geschikt|wat)\s+(?:voor\s+(?:jullie|de)|om\s+te)"
)
# what is only weighed
TENTATIVE: Final = words(
    r"misschien",
    r"wellicht",
    r"twijfel\w*",
    r"overweeg",
    r"overwegen",
    r"(?:denken|dachten|denk|dacht)\s+(?:\w+\s+)?(?:aan|erover|eraan|na)",
    r"waarschijnlijk",
    r"of\s+dat",
    r"(?:ik|wij|we)\s+(?:zag|zagen|las|lazen|lees|lezen|hoorde|hoorden|begreep|begrepen)\s+(?:\w+\s+){0,3}(?:dat|op|in)",
    r"(?:lees|las|zie|zag|begreep|begrijp)\s+(?:ik|wij|we)\s+dat",
    r"valt\s+(?:\w+\s+)?samen",
    r"liefst\s+(?:op\s+)?(?:de\s+)?(?:\w{3,6}dag\w*|\d{1,2}\s+[a-z]{3,9})",
    r"(?:dank\w*|bedankt)\s+(?:\w+\s+){0,3}voor\s+(?:de|je|jullie|uw)\s+uitnodiging\s+(?:voor|om|tot)",
    r"(?:(?:wij|we|ik)\s+(?:kan|kunnen)|(?:kan|kunnen)\s+(?:wij|we|ik))\s+(?:(?:op|die|de|dan|in|\w+dag\w*|\d+|[a-z]{3,9})\s+){0,5}niet(?=\s*(?:[.,;!)]|$)|\s+(?:want|omdat|vanwege|wegens)\b)",
    r"kan\s+(?:die|dat)\s+niet",
    r"moet(?:en)?\s+nog\s+(?:\w+\s+){0,3}(?:langs|overleggen|intern)",
    r"nog\s+(?:niets?|niks)\s+in\s+de\s+agenda",
    r"(?:ruimte|tijd|plek)\s+in\s+(?:haar|zijn|mijn|onze|hun)\s+agenda",
)
# likewise, but also the polite way to announce
POLITE: Final = words(r"zou(?:den)?")
# a question that begins so wants to know, whatever it is about
WANTS_TO_KNOW: Final = re.compile(
    r"(?:\W|en\s|maar\s|ook\s|of\s|nu\s|dus\s)*(?:tot\s+|sinds\s+|vanaf\s+|met\s+|voor\s+|bij\s+|op\s+)?(?:wie|"
    r"wat|waar\w*|wanneer|hoe\w*|welke?|waarom|is|zijn|komt|komen|moet|moeten|mag|mogen|heeft|hebt|hebben|"
    r"gaat|gaan|geldt|klopt)\b",
    re.IGNORECASE,
)
