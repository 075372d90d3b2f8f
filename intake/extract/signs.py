"""What sentences of a mail do: announce, change, offer, ask. The words that tell each, and what each weighs.

No sign decides alone. `kind.py` adds up what a mail shows of each kind; a sign counts once in a mail.
"""

import re
from dataclasses import dataclass
from typing import Final

from intake.extract.change_words import ADDED, BESIDE, CANCELLED, CHANGED, FULL, INSTEAD, WRONG
from intake.extract.finding import Kind


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak for a kind; `head`: only where a mail begins, and in its subject."""

    kind: Kind
    weight: float
    words: re.Pattern[str]
    head: bool = False


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(alternatives) + r")\b", re.IGNORECASE)


_CALENDAR: Final = r"(?:[\w-]*agenda|[\w-]*kalender|site|website|[\w-]*overzicht|activiteitenlijst|lijst)"
_YOURS: Final = rf"(?:de|jullie|uw|je|het)\s+(?:\w+\s+)?{_CALENDAR}(?![\w-])"

# -- an announcement ------------------------------------------------------------------------------------
ANNOUNCES: Final = _words(
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
SUBMITS: Final = _words(
    r"(?:aan)?meld(?:en|t)?", r"aan\s+te\s+melden", r"aankondig\w*", r"door(?:geven|\s+te\s+geven)"
)
# the desk is asked to list it; the dash between the verb and the agenda holds an object at most
LISTING: Final = _words(
    rf"(?:opnemen|opgenomen|plaatsen|plaatst|plaatsing|vermelden|vermeldt|vermelding|publiceren|zetten|zet|"
    rf"bekendmaken|toevoegen|mee|neemt?\s+u|meenemen|aanmelden)\s+[^.?!;]{{0,50}}?(?:in|op|aan|voor|bij)\s+"
    rf"{_YOURS}",
    rf"(?:kan|kunnen|mag|mogen|moet|wil|willen|wilt)\s+(?:\S+\s+){{0,8}}?(?:in|op)\s+{_YOURS}",
    rf"(?:in|op|aan|voor)\s+{_YOURS}\s+(?:\S+\s+){{0,4}}?(?:op\s+te\s+nemen|opnemen|opgenomen|te\s+plaatsen|"
    rf"plaatsen|geplaatst|te\s+zetten|zetten|gezet|te\s+vermelden|vermelden|vermeld|komen|publiceren|mee)",
    r"(?:verzoek|verzoeken|graag|gaarne)\s+(?:\S+\s+){0,4}?(?:plaatsing|opname|vermelding|plaatsen|opnemen|"
    r"vermelden)",
    rf"(?:voor|bestemd\s+voor|t\.?b\.?v\.?|ten\s+behoeve\s+van)\s+{_YOURS}",
    r"voor\s+(?:in|op)\s+(?:jullie\s+(?:\w+\s+)?(?:[\w-]*agenda|[\w-]*kalender|[\w-]*overzicht|lijst)|de\s+(?:[\w-]*kalender|activiteitenagenda|lijst))(?![\w-])",
    r"(?:hoort|horen|past|passen)\s+(?:\w+\s+){0,3}(?:in|op|bij)\s+" + _YOURS,
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
LATER: Final = _words(
    r"(?:datum|data|tijd\w*|locatie|plaats|zaal|tijdstip|programma)\b[^.;?]{0,40}\b(?:volg\w*|"
    r"nog\s+niet\s+bekend|nader|laten\s+(?:wij|we)\s+(?:\w+\s+)?(?:nog\s+)?weten|later|n\.?t\.?b\.?)",
    r"(?:\w{3,6}dag|dag|datum|tijd\w*|uur|zaal|locatie)\b[^.;?]{0,60}\bhang(?:t|en)\s+(?:nog\s+)?(?:af\b|van\b)",
    r"(?:waar|wanneer|hoe\s+laat|welke\s+dag)\b[^.;?]{0,60}\b(?:nog\s+(?:niet|onbekend|onzeker|open)|hoort|hoor\s+je|horen\s+jullie|volgt|laten\s+(?:we|wij|ik))\b",
    r"(?:dag|datum|zaal|locatie|of\s+(?:het|dat))\b[^.;?]{0,90}\bmoet(?:en)?\s+nog\s+(?:\w+\s+)?(?:blijken|bepaald|vast\w*|geprikt|gekozen|afgestemd)",
    r"(?:dag|datum|moment)\s+(?:\w+\s+){0,2}(?:prikken|geprikt|vastleggen|vaststellen)",
    r"(?:welke|precieze|juiste|exacte)\s+(?:dag|datum|ochtend|middag|avond|tijd\w*|lokaal|zaal)\b[^.;?]{0,60}"
    r"\b(?:nog|hangt|weten|weet|hoor\w*|volg\w*|later)",
)
_FACTS: Final = _words(
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

# -- an update -------------------------------------------------------------------------------------------
# "wilt u dat aanpassen?", "haalt u ons van de lijst?", "kan eraf"
EDIT: Final = _words(
    r"(?:wilt?|wil|willen|kunt?|kun|kunnen|kan|zou(?:den)?|graag|gaarne|verzoek\w*|svp|s\.v\.p|aub|a\.u\.b|"
    r"gelieve|mag|mogen)\b(?!\s+(?:ik|men)\b)[^.!;]{0,90}?\b(?:aan\s?(?:te\s+)?passen|aangepast|(?:te\s+)?wijzigen|gewijzigd|"
    r"(?:te\s+)?veranderen|veranderd|corrigeren|verbeteren|bijwerken|(?:te\s+)?verwijderen|verwijderd|weghalen|"
    r"weg|(?:af|weg|eraf|eruit)\s?(?:te\s+)?halen|halen|schrappen|eraf|eruit|"
    r"vervangen|aan\s?te\s?vullen|als\s+vervallen|"
    r"aanvullen|rechtzetten|herstellen)",
    r"(?:mag|kan|mogen|kunnen)\s+(?:\w+\s+){0,4}er\s?(?:\w+\s+)?bij",
    r"(?:wilt?|willen|kunt?|kun|kunnen|kan|zou(?:den)?)\b[^.!;?]{0,90}?\b(?:zetten|vermelden|melden|opnemen)\s+dat",
    r"ha(?:al|alt|len)\s+[^.?!;]{1,60}\b(?:van|uit|af)\b",
    r"(?:pas|past)\s+(?:\w+\s+){1,4}aan",
)
LISTED: Final = _words(
    rf"(?:staat|stond|staan|stonden|vermeld|opgenomen|geplaatst|aangekondigd)\s+(?!(?:\w+\s+)?niet\s)(?:\S+\s+){{0,6}}?(?:in|op)\s+"
    rf"{_YOURS}",
    rf"(?:in|op)\s+{_YOURS}\s+(?:\S+\s+){{0,6}}?(?:staat|stond|staan|vermeld)",
    r"(?:al|reeds|eerder|vorige\s+\w+|onlangs|laatst)\s+(?:\S+\s+){0,8}?(?:aan)?(?:gemeld|meldde|gestuurd|"
    r"stuurde|door(?:gegeven|gaf)|gaf|ingestuurd|aangekondigd|verzonden)",
    r"aangemelde",
    r"(?:mijn|mn|onze|ons|de|het)\s+(?:vorige|eerdere|eerste)\s+(?:mail|e-mail|bericht|aanmelding|aankondiging)",
    r"(?:mijn|onze|ons)\s+(?:mail|e-mail|bericht|aanmelding|aankondiging)\s+van",
    r"(?:die|dat|welke)\s+(?:ik|wij|we)\s+(?:\S+\s+){0,3}(?:doorgaf|doorgaven|opgaf|opgaven|melde?den?|(?:aan)?meldde\w*|instuurde\w*|stuurde\w*|mailde\w*|schreef|schreven|noemden?)",
    r"(?:weken|dagen|week|dag|maand|tijdje|poosje)\s+(?:terug|geleden)\b[^.;?]{0,60}\b(?:aangemeld|gemeld|gestuurd|ingestuurd|doorgegeven|opgegeven|gemaild)",
    r"liet\s+(?:ik|wij|we)\s+(?:\w+\s+){0,2}weten|lieten\s+(?:wij|we)\s+(?:\w+\s+){0,2}weten",
    r"(?:dan|als)\s+(?:ik\s+|wij\s+|we\s+)?(?:eerder\s+)?(?:gemeld|gepland|doorgegeven|aangekondigd|vermeld|gezegd|opgegeven|gemaild|doorgaf|doorgaven|schreef|meldde)",
    r"(?:bij|in|op|vervolg\s+op)\s+mijn\s+(?:vorige|eerdere|eerste|laatste)\s+(?:mail|mailtje|e-mail|bericht)",
    r"d(?:ank|ankjewel|ank\s+je|ank\s+u)\s+(?:\w+\s+)?voor\s+(?:de|het|je|jullie|uw)\s+(?:snelle\s+)?"
    r"(?:plaatsing|plaatsen|opnemen|vermelding|bevestiging|ontvangstbevestiging)",
    r"(?:heb|hebben|had|hadden)\b[^.;?]{0,90}\baangemeld",
    r"bij\s+(?:onze|mijn|de|ons|het)\s+(?:activiteit|vermelding|aankondiging|bericht)",
    r"(?:stond|stonden|hadden|had|was|waren)\s+(?:\w+\s+){0,3}gepland",
    r"(?:zaten?|stond(?:en)?)\s+(?:\S+\s+){0,4}op\s+(?:\w+dag|\d)",
    r"(?:extra|tweede|derde|nieuwe|andere)\s+(?:datum|dag|sessie|ronde|voorstelling|tijd|keer)\s+(?:bij\s+)?(?:voor|van)\s+"
    r"(?:onze|ons|de|het)",
    r"gepland\s+(?:stond|staat|stonden|was|waren)",
    # "nog iets over onze praatavond van 9 mei": what is named as known was told before
    r"(?:iets|\w*bericht(?:je)?|mededeling|opmerking|aanvulling|toevoeging|wijziging|correctie|update|nieuws)\s+"
    r"(?:over|op|bij|van|voor|inzake|betreffende)\s+(?:onze|ons|mijn|de|het)\s+[\w-]+\s+"
    r"(?:[‘'\"“][^’'\"”\n]{1,60}[’'\"”]\s+)?(?:van|op)\s+(?:\w+dag\w*|\d{1,2})",
    r"het\s+(?:gaat|betreft)\s+(?:(?:dan|hier|dus|om)\s+)*(?:de|het|onze|ons)\s+(?:\S+\s+){1,4}?(?:van|op)\s+(?:\w+dag\w*|\d{1,2}\b)",
    r"(?:bij|in)\s+(?:onze|ons|mijn)\s+[\w-]+\s+(?:van|op)\s+(?:\w+dag\w*|\d{1,2})",
    r"nog\s+(?:iets|(?:een\s+)?\w+\s+(?:dingen|dingetjes|puntje|punten|zaken|toevoeging(?:en)?))\s+(?:voor\s+)?(?:bij|over)\s+"
    r"(?:onze|ons|mijn)",
    r"(?:eerder|vorige\s+keer|laatst)\s+(?:\w+\s+){0,2}(?:schre\w+|geschreven|mailde\w*|gemaild|noemden?|genoemd)",
)
# what is named by its day was told before: "de workshop ‘Samen’ van dinsdag 9 mei"
_KNOWN: Final = _words(
    r"(?:de|het|ons|onze)\s+(?!(?:e-?)?mail|[\w-]*(?:brief|bericht|krant|courant|blad|week|artikel|stuk|editie)\s)[\w-]+\s+(?:[‘'\"“][^’'\"”\n]{1,60}[’'\"”]\s+|(?:(?-i:[A-ZÀ-Ý])[\w'’-]*\s+){1,3})?(?:van|op)\s+"
    r"(?:(?:maan|dins|woens|donder|vrij)dag|\d{1,2}\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))\w*",
    r"(?:datum|\w*tijd\w*|aanvang\w*|plaats|locatie|prijs)\s+van\s+(?:onze|ons|mijn)\s+\w+",
)
_MOVES: Final = _words(
    r"(?:verhuist|verhuizen|(?:ver)?schuift|(?:ver)?schuiven|gaat|gaan|(?:wordt|worden)\s+(?:verplaatst|verzet|verschoven))\s+(?:helaas\s+)?"
    r"van\b[^.;]{2,60}\bnaar",
    r"(?:is|wordt|zijn)\s+(?:het\s+)?toch\s+(?:van|om|op|in|bij|\d|\w{3,6}dag\b)",
    r"(?:is|zijn)\s+(?:verplaatst|verzet|verschoven|verhuisd)\s+van\s+(?:\w+dag|\d)[^.;]{2,60}\bnaar",
)
_KEEPS: Final = _words(
    r"(?:rest|verder|overige|alles|tijd\w*|plaats|locatie|adres|programma|zaal|eind\w*)\b[^.;]{0,40}\b"
    r"(?:blij(?:ft|ven)|hetzelfde|ongewijzigd|gelijk|wijzigen\s+niet|verandert\s+(?:er\s+)?(?:nie(?:t|ts)|niks)|"
    r"(?:niets|niks)\s+(?:\w+\s+)?(?:veranderd|gewijzigd|aangepast|anders))",
    r"(?:dag|datum|uur|tijd\w*|plaats|locatie|rest|overige)\b[^.;]{0,40}\bzoals\s+(?:gemeld|doorgegeven|vermeld|aangekondigd|eerder)",
    r"blij(?:ft|ven)\s+(?:\w+\s+){0,3}(?:gelijk|hetzelfde|ongewijzigd|zoals|staan)",
    r"(?:zelfde|dezelfde)\s+(?:tijd|plaats|plek|zaal|locatie|dag)",
)
_REGRET: Final = _words(
    r"helaas", r"spijt", r"sorry", r"excuus", r"excuses", r"jammer\s+genoeg", r"vervelend", r"ziekte"
)
# -- material --------------------------------------------------------------------------------------------
OFFERS: Final = _words(
    r"toolbox",
    r"toolkit",
    r"spoken\s+word|rap|song|audio\w*|geluids\w+|opname|tekening(?:en)?|strip",
    r"foto['’]?s?",
    r"filmpjes?",
    r"[\w-]*video(?:['’]s|clip)?",
    r"[\w-]*materia(?:al|len)",
    r"handreiking(?:en)?",
    r"posters?",
    r"[\w-]*brie(?:f|ven)",
    r"[\w-]*schema",
    r"[\w-]*podcast\w*",
    r"infographic\w*",
    r"(?:fact|hulp|info|werk|kleur)?(?:sheets?|plaat|platen)",
    r"lespakket\w*|lesidee\w*|werkvorm\w*|white\s?paper|e-?book|vlog\w*|zelfscan|quick\s?scan|vragenlijst\w*|beslisboom|flowchart|keuzehulp|placemat\w*|kletspot|kwartet|woordenlijst|ppt|powerpoint",
    r"[\w-]*kaart(?:en|jes)?",
    r"link(?:s|jes|lijst\w*)?",
    r"brochures?",
    r"folders?",
    r"fragment",
    r"clip",
    r"animatie\w*",
    r"hand-?outs?",
    r"[\w-]*verslag",
    r"stappenplan\w*",
    r"werkblad\w*",
    r"[\w-]*wijzer",
    r"leidraad",
    r"gespreksleidraad",
    r"checklist",
    r"protocol",
    r"aflevering",
    r"rapport",
    r"[\w-]*dossier",
    r"blog\w*",
    r"column",
    r"tips",
    r"quiz",
    r"spel",
    r"onderzoek",
    r"artikel",
    r"presentaties?",
    r"sjabloon",
    r"format",
    r"model\w+",
    r"boekje",
    r"gedicht",
    r"lied(?:je)?",
    r"document(?:en)?",
)
GIVES: Final = _words(
    r"bijgaand\w*",
    r"hierbij",
    r"bij\s+dezen?",
    r"bijgevoegd\w*",
    r"(?:in|als)\s+(?:de\s+)?bijlage",
    r"deel\s+ik",
    r"delen\s+(?:wij|we|graag|mag)",
    r"(?:graag|willen|wil)\s+(?:\w+\s+)?delen",
    r"stuur(?:de)?\w*\s+(?:ik|wij|we|jullie|u|je)",
    r"(?:ik|wij|we)\s+stu(?:ur|ren)",
    r"zoals\s+beloofd",
    r"zie\s+(?:de\s+)?(?:link|bijlage|onder|ook)",
    r"attende(?:er|ren)",
    r"(?:wijs|wijzen)\s+(?:ik|wij|we|u|jullie|je)\b",
    r"(?:ter|stellen)\b[^.;?]{0,40}\bbeschikbaar",
    r"ter\s+beschikking",
    r"beschikbaar",
    r"zit(?:ten)?\s+(?:er|hier)?bij",
    r"(?:staat|staan|vind\w*|te\s+vinden|kijk\w*|download\w*)\b[^.;?]{0,40}\b(?:op|via|online|onder)",
    r"sta(?:at|an)\b[^.;?]{0,60}\bklaar",
    r"(?:komt|kwam|komen)\s+(?:\w+\s+){0,4}uit(?=\s*(?:[:.,;!)]|$))|verschijnt|verschijnen|verscheen",
    r"hier\s+(?:nog\s+)?(?:een|wat|de|mijn|onze)",
)
# who tells of something that it was made
_MADE: Final = _words(
    r"gemaakt|maakten|geschreven|schreef|schreven|ontwikkeld|ontwikkelden|getekend|opgenomen|gefilmd|gefotografeerd|"
    r"samengesteld|ontworpen|uitgewerkt|gebundeld|op\s+papier\s+gezet"
)
_FREE: Final = _words(
    r"te\s+(?:downloaden|printen|bestellen|beluisteren)",
    r"(?:leuk|fijn|handig|mooi|aardig|nuttig)\s+(?:om\s+)?(?:te\s+)(?:delen|gebruiken|plaatsen|verspreiden)",
    r"mag\b[^.;?]{0,60}\b(?:gedraaid|gebruikt|geplaatst|vertoond|getoond|afgespeeld|verspreid)",
    r"(?:uit)?(?:printen|delen|kopiëren|knippen)\s+(?:en\s+\w+\s+)?mag",
    r"(?:vrij\s+)?te\s+gebruiken",
    r"(?:mogen|mag|kunnen|kan)\s+(?:jullie|u|je|iedereen|hem|ze|het|die)?\s*[^.;?]{0,40}\b(?:gebruik(?:en|t)|draaien|afspelen|laten\s+(?:horen|zien)|vertonen|ophangen|uitdelen|door\s?sturen|bewerken|"
    r"overnemen|overgenomen|plaatsen|delen|gedeeld|verspreid\w*|downloaden)",
    r"gebruik\s+(?:\w+\s+)?(?:het|ze|hem|gerust)",
    r"bronvermelding",
    r"vrije?\s+(?:licentie|toegankelijk\s+en)",
    r"(?:delen|aanpassen|overnemen|kopiëren|verspreiden)\s+mag",
    r"mag\s+(?:\w+\s+)?(?:in|op)\s+(?:de|jullie|uw)\s+(?:toolbox|site|website)",
    r"doe\s+er\s+je\s+voordeel\s+mee",
    r"(?:ook\s+)?(?:voor|door)\s+(?:andere|anderen)\b[^.;?]{0,30}\bbruikbaar",
    r"bruikbaar\s+(?:is|zijn)?\s*(?:voor|bij)?",
)
_TOOLBOX: Final = _words(
    r"toolbox|materialen(?:pagina|overzicht|lijst)|downloadpagina|kennisbank|leestips|bronnenlijst",
    r"voor\s+op\s+(?:jullie|uw|de)\s+(?:\w+\s+)?(?:site|website|facebook\w*|instagram|socials?)",
    r"voor\s+(?:de|jullie|uw)\s+(?:verzameling|materialenbank|downloads)",
    r"naar\s+aanleiding\s+van\s+(?:de|jullie|uw)\s+oproep",
)

# -- a question ------------------------------------------------------------------------------------------
ASKS: Final = _words(
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
NOT_YET: Final = _words(
    r"(?:zie|beschouw|lees|vat)\s+(?:dit|deze\s+mail|het)\s+(?:\w+\s+)?(?:nog\s+)?niet\s+(?:op\s+)?als",
    r"(?:nog\s+)?geen\s+(?:officiële\s+|echte\s+|definitieve\s+)?aanmelding",
)
# "misschien iets voor jullie materialenpagina?" gives, though it asks
OFFERED: Final = _words(
    r"(?:misschien|wellicht|is\s+(?:dit|dat|het)|mogelijk)\s+(?:\w+\s+)?(?:iets|leuk|handig|bruikbaar|geschikt|wat)\s+(?:voor\s+(?:jullie|de)|om\s+te)"
)
# what is only weighed
TENTATIVE: Final = _words(
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
POLITE: Final = _words(r"zou(?:den)?")
# a question that begins so wants to know, whatever it is about
WANTS_TO_KNOW: Final = re.compile(
    r"(?:\W|en\s|maar\s|ook\s|of\s|nu\s|dus\s)*(?:tot\s+|sinds\s+|vanaf\s+|met\s+|voor\s+|bij\s+|op\s+)?(?:wie|"
    r"wat|waar\w*|wanneer|hoe\w*|welke?|waarom|is|zijn|komt|komen|moet|moeten|mag|mogen|heeft|hebt|hebben|"
    r"gaat|gaan|geldt|klopt)\b",
    re.IGNORECASE,
)

SIGNS: Final = (
    Sign(Kind.ACTIVITY, 1.0, ANNOUNCES),
    Sign(Kind.ACTIVITY, 2.0, LISTING),
    Sign(Kind.ACTIVITY, 2.0, LATER),
    Sign(Kind.ACTIVITY, 1.0, _FACTS),
    Sign(Kind.UPDATE, 3.5, CANCELLED, head=True),
    Sign(Kind.UPDATE, 2.5, CHANGED, head=True),
    Sign(Kind.UPDATE, 2.5, INSTEAD, head=True),
    Sign(Kind.UPDATE, 3.5, FULL, head=True),
    Sign(Kind.UPDATE, 2.5, WRONG, head=True),
    Sign(Kind.UPDATE, 2.5, ADDED, head=True),
    Sign(Kind.UPDATE, 1.5, BESIDE, head=True),
    Sign(Kind.UPDATE, 2.5, EDIT, head=True),
    Sign(Kind.UPDATE, 1.5, LISTED, head=True),
    Sign(Kind.UPDATE, 1.0, _KNOWN, head=True),
    Sign(Kind.UPDATE, 1.5, _MOVES, head=True),
    Sign(Kind.UPDATE, 1.5, _KEEPS, head=True),
    Sign(Kind.UPDATE, 0.5, _REGRET, head=True),
    Sign(Kind.MATERIAL, 1.5, OFFERS),
    Sign(Kind.MATERIAL, 1.0, GIVES),
    Sign(Kind.MATERIAL, 0.5, _MADE),
    Sign(Kind.MATERIAL, 1.5, _FREE),
    Sign(Kind.MATERIAL, 0.5, OFFERED),
    Sign(Kind.MATERIAL, 1.5, _TOOLBOX),
    Sign(Kind.QUESTION, 1.5, ASKS),
    Sign(Kind.QUESTION, 4.0, NOT_YET),
    Sign(Kind.QUESTION, 0.5, TENTATIVE),
)
