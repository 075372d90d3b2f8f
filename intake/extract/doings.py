"""What people do at an activity, and the type that each tells, for mails in which no noun tells it."""

import re
from typing import Final

_THEY: Final = r"(?:we|wij|ze|zij|jongeren|leerlingen|kinderen|ouders)"
_ON_SHOW: Final = (
    r"(?:(?:school)?(?:bank(?:en|jes?)?|stoel(?:en|tjes)?|tassen|tafel(?:s|tjes?)?)|tent|kraam|kapstok(?:ken)?|schoenen|rugzak(?:ken)?|"
    r"jassen|installatie|bord(?:en)?|spandoek(?:en)?)"
)
_SPORTS: Final = (
    r"(?:freerunnen|(?:kick)?boksen|skaten|zeilen|roeien|kanoën|suppen|(?:moes)?tuinieren|vissen|paardrijden|judoën|schaken|dammen|"
    r"gamen|hardlopen|(?:zaal|straat)?voetbal|basketbal|tennis|korfbal|volleybal|breien|haken|kleien|boetseren|breakdancen|rappen|bowlen|darten|trommelen|drummen|jongleren|graffiti\s+spuiten|"
    r"sponsorzwemmen|slootje\s?springen|laser\s?gamen)"
)
# the first that a line holds
DOES: Final = re.compile(
    r"\b(?:(?P<actie>(?:wandel|fiets|demonstreer|exposeer|zwem|zing|dans|voetbal|basketbal|klim|skate|sport|vlieger|"
    r"stoepkrijt|krijt|knutsel|timmer|picknick|schaats|vaar|musiceer)(?:t|en|len|men|ten)|"
    r"exposeren|demonstreren|klimmen|zwemmen|zingen|dansen|varen|sporten|voetballen|buiten\s?spelen|bewegen|"
    r"(?:lopen|loopt)\s+(?:een\s+rondje|mee\s+met|samen|we|wij|met|in|van)|(?:we|wij)\s+lopen|"
    r"hangen|hangt|ophangen|beschilder\w+|verf(?:t|en)|schilder(?:en|t)|toneel\s?spelen|treden\s+op|treedt\s+op|"
    r"voeren\s+\w+\s+op|staken|vlagg?en|tentoongesteld|te\s+(?:bezichtigen|bewonderen|bekijken)|"
    r"foto'?s\s+(?:van|door)|voorlezen|leest\s+voor|lezen\s+voor|overhandig\w*|petitie|"
    r"(?:theater|toneel|dans)(?:groep|vereniging|gezelschap|maker\w*)|cabaretier\w*|toneelspelers?|"
    r"(?:vertoont|vertonen|draait|draaien|kijken|bekijken|tonen)\b[^.;:!?]{0,60}\bfilm|film\s+[‘“\"'«]|"
    rf"{_SPORTS}|(?:koor|fanfare|(?:school|big|brass)band|orkest)|minuut\s+stilte|(?:kleurt|kleuren)\s|planten\s+(?:we|wij|samen|een|ze)|"
    r"(?:hut(?:ten)?|vlot(?:ten)?|nestkast\w*|vogelhuisjes|insectenhotels?)\s+(?:te\s+)?(?:bouwen|maken|timmeren)|"
    r"(?:draagt|dragen)\b[^.;:!?]{0,60}\b(?:lint|lintje|shirt|trui|speldje?|button|sjaal|sokken)|(?:plant|planten)\b[^.;:!?]{0,40}\b(?:boom|bomen)|"
    r"(?:lezen|leest)\b[^.;:!?]{0,50}\svoor\s+(?:in|uit|op)|(?:sturen|stuurt)\b[^.;:!?]{0,60}\b(?:kaart|kaarten|kaartje|kaartjes)|"
    r"bakken\s+(?:we|wij|met|voor|samen)|(?:we|wij)\s+bakken|kookt|podcast|lanceren|lanceert|(?:reik(?:t|en)|deelt|delen)\b[^.;:!?]{0,60}\suit|(?:manifest|petitie|(?:brand)?brief|boek|rapport|bundel)\b[^.;:!?]{0,40}\b(?:aangeboden|overhandigd)|aan\s+de\s+wandel|(?:openen|onthullen)\s+(?:wij|we|\w+\s+(?:onze|de|het))|(?:opent|onthult)\s|(?:maken|maakt)\s+(?:\w+\s+){0,3}radio|"
    r"(?:bieden|biedt)\b[^.;:!?]{0,80}\b(?:boek|petitie|manifest|brief|brandbrief|rapport|bundel)\b[^.;:!?]{0,60}\baan|"
    r"(?:zet|zetten)\b[^;:!?\n]{0,120}\sneer\b|"
    rf"(?:vieren|viert)\s+(?:we|wij|onze|het|de)|schrijven\s+(?:\w+\s+){{0,5}}(?:kaart|kaarten|brief|brieven)|(?:zet|zetten|staat|staan|leg|leggen|legt|liggen)\b[^;:!?\n]{{0,60}}\b{_ON_SHOW}|"
    r"(?:onze|deze|de)\s+actie\s+(?:heet|is|begint|start|duurt)|(?:speelt|spelen)\b[^.;:!?]{0,80}\b(?:stuk|toneel|solo|monoloog|\w*spel(?:len|letjes)))|"
    r"(?P<inloop>bin(?:nen)?\s?(?:te\s+)?(?:lopen|wandelen|stappen|vallen|komen)|sfeer\s?(?:te\s+)?proeven|proef\s?(?:te\s+)?(?:draaien|studeren)|hulplijn|aan\s?(?:te\s+)?waaien|rond\s?(?:te\s+)?neuzen|"
    r"lopen\s+(?:\w+\s+){0,2}naar\s+binnen|geen\s+afspraak|(?:telefonisch\s+)?bereikbaar\s+voor\s+(?:\w+\s+){0,2}(?:ouders|vragen|leerlingen|jongeren)|(?:gooit?|gooien|zet)\b[^.;:!?]{0,60}\sopen\b|bakkie\s+troost|loop\s+(?:gerust\s+|even\s+)?binnen|"
    r"deuren?\s+(?:gaan|gaat|staan|staat)\s+open|(?:de|onze|hun)\s+deur(?:en)?\b[^.;:!?]{0,50}\b(?:open|geopend)\b|"
    r"open(?:en|t|stellen|zetten)?\s+(?:\w+\s+){0,3}deuren|(?:gaat|staat|zetten|stellen)\b[^.;:!?]{0,50}\sopen\b|"
    r"loop\s+(?:gerust\s+|even\s+)?(?:langs|naar\s+binnen)|stap\s+(?:gerust\s+|even\s+)?binnen|in\s?(?:te\s+)?lopen|"
    r"kom\s+(?:\w+\s+){0,2}(?:kijken|langs)|langs\s?(?:te\s+)?komen|kijkje\s+(?:(?:komen|te|willen|kunnen)\s+){0,2}nemen|"
    r"(?:stel|bel|app|mail)\b[^.;:!?]{0,30}\s(?:je|jouw|uw)\s+vragen|(?:is|zijn)\s+(?:onze|ons|de|het)\s[^.;:!?]{3,50}\sopen\s+(?:voor|van|tot)|(?:is|zijn)\b[^.;:!?]{0,50}\sde\s+hele\s+(?:dag|ochtend|middag|avond|week)\s+open|"
    r"(?:een\s+)?(?:ochtend|middag|dag|les|uurtje|dagje)\s+mee\s?(?:te\s+)?(?:lopen|kijken|draaien)|"
    r"mee\s?(?:lopen|kijken)\s+(?:\w+\s+){0,3}(?:les|klas|groep|lessen)|"
    r"(?:laat|laten)\b[^.;:!?]{0,70}\bzien\s+(?:hoe|wat|waar)|zonder\s+afspraak|(?:zit|zitten)\s+(?:ik|we|wij|er)\b|(?:zit|zitten)\b[^.;:!?]{0,50}\bklaar\b|"
    r"(?:kunt|kun|kan|kunnen)\s+(?:u|je|jij|iedereen|ouders)\b[^.;:!?]{0,60}\bterecht\b|"
    r"(?:bakkie|bakje|kopje|kop|koffie|thee)\s+(?:\w+\s+){0,2}(?:doen|drinken)|(?:schenken|schenkt)\b|chillen)|"
    r"(?P<training>oefenen|oefent|(?:leert|leren)\s+(?:\w+\s+){0,8}(?:hoe|om|te)\b|(?:kun|kunt|kan|kunnen)\b[^.;:!?]{0,60}\sleren\s+\w+en|bijscholen|traint|trainen\s+(?:wij|we|in|met)|"
    r"leer\s+je\b|rollenspel(?:len)?|aan\s+de\s+slag\s+met|(?:geven|geeft|verzorgen|verzorgt)\s+(?:\w+\s+){0,3}les\b)|"
    r"(?P<bijeenkomst>een\s+(?:\w+\s)?gesprek|mee\s?(?:te\s+)?(?:praten|denken|praat|denk)|praten\s+(?:wij|we|met|over|verder)|met\s+elkaar\s+praten|"
    r"(?:komen|komt)\s+(?:\w+\s+){0,3}(?:bijeen|samen|bij\s+elkaar)|in\s+gesprek\s+(?:met|over|gaan)|"
    r"schui(?:f|ft|ven)\s+(?:\w+\s+){0,2}aan|aan\s+tafel|(?:om|rond)\s+(?:(?:één|een|de|dezelfde)\s+)?tafel|aan(?:te\s+|\s)?schuiven|"
    r"wisselen\s+(?:\w+\s+){0,3}uit|kletsen|(?:bij|na)\s?(?:te\s+)?(?:praten|kletsen)|sparren|brainstormen|onderteken(?:t|en)|bijeen\s?(?:brengt|brengen|komt|komen)|"
    r"(?:brengt|brengen|roept|roepen)\b[^.;:!?]{0,60}\b(?:bijeen|bij\s+elkaar|samen)|ontmoet(?:en)?|elkaar\s+(?:\w+\s+)?vragen|buigen\s+(?:\w+\s+){0,4}over|"
    r"samen\s+(?:eten|ontbijten|lunchen|koken)|(?:eten|ontbijten|lunchen)\s+(?:\w+\s+)?(?:samen|met)|"
    rf"(?:nemen|spreken|bespreken)\s+(?:{_THEY}\s+)?[^.;:!?]{{0,60}}\b(?:door|onder\s+handen)\b)|"
    r"(?P<symposium>(?:spreken|spreekt|vertellen|vertelt)\s+(?:\w+\s+){0,3}(?:sprekers|hoogleraar|professor)|"
    r"(?:prof|dr|drs)\.[^.;:!?]{0,60}\b(?:over|spreekt|vertelt)|(?:spreekt|vertelt)\s+(?:\w+\s+){0,8}over|"
    r"vertelt\b[^.;:!?]{0,80}\s(?:haar|zijn)\s+(?:eigen\s+)?verhaal|"
    r"in\s+debat|college\s+van|hoogleraar|professor|(?:twee|drie|vier|vijf|enkele|diverse|verschillende|meerdere)\s+sprekers|(?:gast|hoofd)spreker)|"
    r"(?P<webinar>chatten|live\s+uit\s?(?:te\s+)?zend\w*|(?:zenden|zendt)\b[^.;:!?]{0,40}\s(?:live|online)\s+uit|uitzending|(?:online|digitaal)\s+(?:\w+\s+)?(?:\w*college|praten|in\s+gesprek|bij\s+elkaar)|inloggen))\b",
    re.IGNORECASE,
)
# a gathering that its writer only calls by its hour: "een middag over verbinding"
GATHERS: Final = re.compile(
    r"\b(?P<bijeenkomst>(?:een|onze|deze|de)\s+(?:\w+\s+)?(?:avond|middag|ochtend)\s+(?:over|voor|waarop|waarin|met|rond)|"
    r"gesprek\s+(?:voor|met|tussen|over)|presenteert|presenteren|uitleg\s+over)\b",
    re.IGNORECASE,
)
