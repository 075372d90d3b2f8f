"""What changes one that was told before."""

import re
from typing import Final

from intake.extract.signs.words import YOURS, words

# "wilt u dat aanpassen?", "haalt u ons van de lijst?", "kan eraf"
EDIT: Final = words(
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
LISTED: Final = words(
    rf"(?:staat|stond|staan|stonden|vermeld|opgenomen|geplaatst|aangekondigd)\s+(?!(?:\w+\s+)?niet\s)(?:\S+\s+){{0,6}}?(?:in|op)\s+"
    rf"{YOURS}",
    rf"(?:in|op)\s+{YOURS}\s+(?:\S+\s+){{0,6}}?(?:staat|stond|staan|vermeld)",
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
KNOWN: Final = words(
    r"(?:de|het|ons|onze)\s+(?!(?:e-?)?mail|[\w-]*(?:brief|bericht|krant|courant|blad|week|artikel|stuk|editie)\s)[\w-]+\s+(?:[‘'\"“][^’'\"”\n]{1,60}[’'\"”]\s+|(?:(?-i:[A-ZÀ-Ý])[\w'’-]*\s+){1,3})?(?:van|op)\s+"
    r"(?:(?:maan|dins|woens|donder|vrij)dag|\d{1,2}\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))\w*",
    r"(?:datum|\w*tijd\w*|aanvang\w*|plaats|locatie|prijs)\s+van\s+(?:onze|ons|mijn)\s+\w+",
)
MOVES: Final = words(
    r"(?:verhuist|verhuizen|(?:ver)?schuift|(?:ver)?schuiven|gaat|gaan|(?:wordt|worden)\s+(?:verplaatst|verzet|verschoven))\s+(?:helaas\s+)?"
    r"van\b[^.;]{2,60}\bnaar",
    r"(?:is|wordt|zijn)\s+(?:het\s+)?toch\s+(?:van|om|op|in|bij|\d|\w{3,6}dag\b)",
    r"(?:is|zijn)\s+(?:verplaatst|verzet|verschoven|verhuisd)\s+van\s+(?:\w+dag|\d)[^.;]{2,60}\bnaar",
)
KEEPS: Final = words(
    r"(?:rest|verder|overige|alles|tijd\w*|plaats|locatie|adres|programma|zaal|eind\w*)\b[^.;]{0,40}\b"
    r"(?:blij(?:ft|ven)|hetzelfde|ongewijzigd|gelijk|wijzigen\s+niet|verandert\s+(?:er\s+)?(?:nie(?:t|ts)|niks)|"
    r"(?:niets|niks)\s+(?:\w+\s+)?(?:veranderd|gewijzigd|aangepast|anders))",
    r"(?:dag|datum|uur|tijd\w*|plaats|locatie|rest|overige)\b[^.;]{0,40}\bzoals\s+(?:gemeld|doorgegeven|vermeld|aangekondigd|eerder)",
    r"blij(?:ft|ven)\s+(?:\w+\s+){0,3}(?:gelijk|hetzelfde|ongewijzigd|zoals|staan)",
    r"(?:zelfde|dezelfde)\s+(?:tijd|plaats|plek|zaal|locatie|dag)",
)
REGRET: Final = words(
    r"helaas", r"spijt", r"sorry", r"excuus", r"excuses", r"jammer\s+genoeg", r"vervelend", r"ziekte"
)
# a subject that says so itself, and not of the law or the rules: "Erratum - lezing", "Locatiewijziging"
ENTITLED: Final = re.compile(
    r"^\W*(?:(?:re|fw|fwd|antw|doorst|let\s+op|belangrijk|spoed)\b\W*)*(?:nog\s+(?:een|1)\s+|kleine\s+|een\s+)?"
    r"(?:erratum|rectificatie|correcties?|aanvulling(?:en)?|verplaatst|verzet(?!\s+(?:je|jullie|u|tegen|van)\b)|uitgesteld|afgelast|geannuleerd|"
    r"(?:\w{0,20}wijziging(?:en)?|gewijzigde?)(?!\s+(?:\w+\s+){0,2}(?:\w*wet|\w*wetten|leerplicht\w*|\w*regels?|\w*regeling|beleid|onderwijs\w*)\b))"
    r"(?![\w-])",
    re.IGNORECASE,
)
