"""What announces an activity."""

from typing import Final

from intake.extract.signs.words import YOURS, words

ANNOUNCES: Final = words(
    r"(?:organiseren|verzorgen|presenteren|houden|openen|nodigen|nodig|starten|bieden|draaien|spelen|"
    r"ontvangen|ondertekenen|vertonen|voeren|trappen|geven|vieren|zetten)\s+(?:\S+\s+){0,2}(?:wij|we|ik|onze?)",
    r"(?:wij|we|ik)\s+(?:\w+\s+){0,2}(?:houden?|doen|geven?|geef|starten|openen|verzorg\w*|gaan|zetten|"
    r"nodig\w*|komen|sluiten|laten|trappen|draaien|vertonen|spelen|presenteren|lopen|koken|onthullen|vieren|"
    r"bieden|staan)",
    r"(?:organiseert|organiseren|organiseer|houdt|geeft|opent|verzorgt|vertoont|speelt|presenteert|ondertekent|"
    r"start|trapt|viert|nodigt)",
    r"(?:school|team|gemeente|bibliotheek|samenwerkingsverband|stichting|leerlingen|ouders|college|"
    r"werkgroep)\s+(?:\w+\s+){0,3}(?:houden|geven|openen|verzorgen|koken|kookt|spelen|lopen|loopt|tekent|"
    r"presenteren|presenteert)",
    r"(?:(?:wij|we|ik)\s+(?:wil(?:len)?|ga(?:an)?|zal|zullen)|(?:wil(?:len)?|ga(?:an)?|zal|zullen)\s+(?:wij|we|ik))\s+"
    r"[^.?;]{0,90}?\b(?:doen|houden|geven|organiseren|openen|openzetten|zien|meedoen|verzorgen|vertonen|maken)",
    r"vind(?:t|en)?\s+(?:\S+\s+){0,6}plaats",
    r"plaatsvind(?:t|en)",
    r"nodig(?:t|en)?\s+(?:\w+\s+){0,6}uit",
    r"(?:van\s+harte\s+)?(?:uitgenodigd|welkom)",
    r"(?:aan)?meld(?:en)?\s+(?:ik|wij|we|graag|hierbij)",
    r"(?:hierbij|bij\s+dezen?|graag)\s+(?:\S+\s+){0,3}(?:aanmeld\w*|meld\w*|aankondig\w*|doorgeven|geef)",
    r"aan\s+te\s+melden",
    r"aanmelding",
    r"(?:onze|mijn|een|twee|drie|vier|volgende)\s+activiteit(?:en)?",
    r"do(?:en|et)\s+(?:\w+\s+){0,3}mee",
    r"activiteit\s+door",
    r"bijdrage",
    r"(?:is|komt|komen)\s+er\b",
    r"er\s+(?:is|komt|komen)\b",
    r"(?:hangen|hangt)\s+(?:er|onze?|wij|we|ik)|(?:wij|we|ik)\s+(?:hangen|exposeren|tonen)|er\s+(?:hangen|hangt)",
    r"(?:hangen|hangt|staat|staan|is|zijn)\s+(?:\S+\s+){0,12}te\s+(?:zien|bezichtigen|bekijken|bezoeken)",
)
SUBMITS: Final = words(
    r"(?:aan)?meld(?:en|t)?", r"aan\s+te\s+melden", r"aankondig\w*", r"door(?:geven|\s+te\s+geven)"
)
# the desk is asked to list it; the dash between the verb and the agenda holds an object at most
LISTING: Final = words(
    rf"(?:opnemen|opgenomen|plaatsen|plaatst|plaatsing|vermelden|vermeldt|vermelding|publiceren|zetten|zet|"
    rf"bekendmaken|toevoegen|mee|neemt?\s+u|meenemen|aanmelden)\s+[^.?!;]{{0,50}}?(?:in|op|aan|voor|bij)\s+"
    rf"{YOURS}",
    rf"(?:kan|kunnen|mag|mogen|moet|wil|willen|wilt)\s+(?:\S+\s+){{0,8}}?(?:in|op)\s+{YOURS}",
    rf"(?:in|op|aan|voor)\s+{YOURS}\s+(?:\S+\s+){{0,4}}?(?:op\s+te\s+nemen|opnemen|opgenomen|te\s+plaatsen|"
    rf"plaatsen|geplaatst|te\s+zetten|zetten|gezet|te\s+vermelden|vermelden|vermeld|komen|publiceren|mee)",
    r"(?:verzoek|verzoeken|graag|gaarne)\s+(?:\S+\s+){0,4}?(?:plaatsing|opname|vermelding|plaatsen|opnemen|"
    r"vermelden)",
    rf"(?:voor|bestemd\s+voor|t\.?b\.?v\.?|ten\s+behoeve\s+van)\s+{YOURS}",
    r"voor\s+(?:in|op)\s+(?:jullie\s+(?:\w+\s+)?(?:[\w-]*agenda|[\w-]*kalender|[\w-]*overzicht|lijst)|de\s+(?:[\w-]*kalender|activiteitenagenda|lijst))(?![\w-])",
    r"(?:hoort|horen|past|passen)\s+(?:\w+\s+){0,3}(?:in|op|bij)\s+" + YOURS,
    # "neemt u ons vast op?", "nemen jullie hem mee?"
    r"(?:neemt?|nemen)\s+(?:u|je|jij|jullie)\s+(?:(?:ons|het|dit|dat|hem|haar|deze|die|ze)|(?:onze|ons|mijn|de|deze|dit)\s+[\w-]+)\s+"
    r"(?:(?!naar\b|contact\b)\w+\s+){0,3}?(?:op|mee)(?=\s*(?:[.,;?!)]|$|in\b|met\b))",
    r"(?:zet|zetten|noteer|noteren)\s+(?:je\s+|u\s+|jullie\s+)?ons\s+(?:\w+\s+){0,2}(?:in|op)\s+(?:de|het)\s+\w+",
    r"(?:willen|graag|mogen)\s+(?:\w+\s+){0,3}op\s+de\s+kaart",
    r"(?:plek|plekje|plaats|plaatsje|ruimte)\s+(?:\w+\s+){0,4}?(?:vrij\s?(?:te\s+)?(?:houden|hebben|is)|reserveren)",
    r"(?:opnemen|plaatsen)\s+in\s+agenda",
    r"ter\s+plaatsing",
    r"(?:alvast|vast)\b[^.;?]{0,60}\b(?:bij\s?(?:te\s+)?zetten|noteren|in\s?plannen|opnemen|vermelden|plaatsen|reserveren|meenemen)",
    r"houdt?\s+(?:u|je|jij|jullie)\s+(?:\S+\s+){0,4}?(?:plek\w*|plaats\w*|ruimte)\s+(?:\w+\s+)?vrij",
    r"(?:zet|zetten|plaatst?|plaatsen)\s+(?:\w+\s+){0,2}(?:hem|haar|het|dit|deze)\s+(?:\w+\s+)?(?:op|in)",
)
LATER: Final = words(
    r"(?:datum|data|tijd\w*|locatie|plaats|zaal|tijdstip|programma)\b[^.;?]{0,40}\b(?:volg\w*|"
    r"nog\s+niet\s+bekend|nader|laten\s+(?:wij|we)\s+(?:\w+\s+)?(?:nog\s+)?weten|later|n\.?t\.?b\.?)",
    r"(?:\w{3,6}dag|dag|datum|tijd\w*|uur|zaal|locatie)\b[^.;?]{0,60}\bhang(?:t|en)\s+(?:nog\s+)?(?:af\b|van\b)",
    r"(?:waar|wanneer|hoe\s+laat|welke\s+dag)\b[^.;?]{0,60}\b(?:nog\s+(?:niet|onbekend|onzeker|open)|hoort|hoor\s+je|horen\s+jullie|volgt|laten\s+(?:we|wij|ik))\b",
    r"(?:dag|datum|zaal|locatie|of\s+(?:het|dat))\b[^.;?]{0,90}\bmoet(?:en)?\s+nog\s+(?:\w+\s+)?(?:blijken|bepaald|vast\w*|geprikt|gekozen|afgestemd)",
    r"(?:dag|datum|moment)\s+(?:\w+\s+){0,2}(?:prikken|geprikt|vastleggen|vaststellen)",
    r"(?:welke|precieze|juiste|exacte)\s+(?:dag|datum|ochtend|middag|avond|tijd\w*|lokaal|zaal)\b[^.;?]{0,60}"
    r"\b(?:nog|hangt|weten|weet|hoor\w*|volg\w*|later)",
)
FACTS: Final = words(
    r"gratis",
    r"toegang",
    r"entree",
    r"kosten",
    r"aanvang",
    r"inloop",
    r"binnenlopen",
    r"vanaf\s+\d",
    r"kaarten",
    r"kaartjes",
    r"kost\s+(?:\w+\s+){0,2}(?:niets|niks|€|\d|\w+\s+euro)",
    r"(?:niets|niks)\s+kost",
    r"iedereen\s+(?:\w+\s+)?(?:is|kan|mag)",
    r"(?:aanmelden|opgeven|inschrijven|reserveren)\s+(?:kan|via|bij|hoeft|is|voor|niet|verplicht)",
    r"deelname",
    r"deelnemers",
    r"bestemd\s+voor",
    r"bedoeld\s+voor",
)
