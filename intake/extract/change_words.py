"""The words by which a mail changes what was sent before: that it is off, other, more, full or wrong."""

import re
from typing import Final

CANCELLED: Final = re.compile(
    r"\b(?:ga(?:at|an)|kan|kunnen|zal|"
    r"zullen)\b[^.;!?]{0,60}\bniet?\s+(?:meer\s+)?door(?:gaan)?\b(?!\s+(?:op|in|om|naar|van|maar))|"
    r"\bniet\s+(?:\w+\s+){0,3}doorga(?:at|an)\b|\bniet\s+door\s+te\s+(?:laten\s+)?gaan\b|"
    r"\bzetten\s+(?:we|wij)\b[^.;!?]{0,60}\bniet\s+door\b|"
    r"\bgeen\s+doorgang\b|\baf\s?(?:te\s+)?gelasten\b|\baf(?:ge)?last(?:en|ing)?\b|"
    r"\bgeannuleerd\b|\bgecanceld\b|\bcancel(?:en|t)\b|\bannule(?:ert|ren|ring)\b|"
    r"\b(?:komt|komen|is|zijn|gekomen)\s+(?:\w+\s+){0,3}te\s+vervallen\b|\bvervalt\b|\bvervallen\b|"
    r"\bblazen\b[^.;]{0,60}\baf\b|\baf\s?(?:te\s+)?blazen\b|\bafgeblazen\b|\bgeschrapt\b|\bschrappen\b|"
    r"\buitgesteld\b(?!\s+(?:naar|tot\s+(?:\w+dag|\d)))|"
    r"\b(?:kan|kunnen|zal|zullen)\b[^.;!?]{0,60}\bniet\s+(?:\w+\s+)?plaatsvinden\b|\b(?:is|zijn)\s+(?:\w+\s+){0,3}van\s+de\s+baan\b|"
    r"\bstekker\s+(?:\w+\s+)?(?:eruit|uit)\b|\bstre(?:ep|pen)\b[^.;]{0,30}\bdoor\b|\bgaat\s+(?:\w+\s+){0,2}niet\s+lukken\b|"
    r"\blukt\s+(?:\w+\s+)?niet\s+(?:meer\s+)?om\b[^.;]{0,60}\b(?:organiseren|houden|geven|laten\s+gaan)\b|"
    r"\bdoen\s+(?:\w+\s+){0,3}toch\s+niet\s+mee\b|\bha(?:al|len)\s+(?:hem|haar|het|die|deze)\s+eruit\b|"
    r"\baf\s?(?:te\s+)?zeggen\b|\bafgezegd\b|\bzeggen\b[^.;]{0,60}\baf\b|"
    r"\b(?:intrekken|trekken)\b[^.;]{0,40}\b(?:terug|in)\b|\bterug\s?(?:te\s+)?trekken\b|\bingetrokken\b|"
    r"\bsla(?:an)?\s+(?:(?:we|wij|ik)\s+)?(?:helaas\s+)?(?:de|het|onze|ons|deze|dit)\s[^.;!?]{0,60}\bover\b|"
    r"\bzi(?:en|e)\b[^.;]{0,40}\b(?:af\s+van|(?:daar|er)van\s+af)\b|\bafgezien\s+van\b|\b(?:vindt|vinden)\s+niet\s+(?:meer\s+)?plaats\b|"
    r"\bkan\s+(?:van|uit)\s+(?:de\s+|jullie\s+|uw\s+)?(?:agenda|site|website|kalender|lijst)|"
    r"\b(?:\d{1,2}\s+[a-z]{3,9}|\w{3,6}dag)\s+komt\s+(?:er\s+)?niet(?=\s*(?:[.,;!)]|$))|\bgaat\s+er\s+(?:\w+\s+)?niet\s+komen\b|"
    r"\b(?:zet|haal|gooi|schrap)\s+(?:ons|hem|haar|het|die|(?:de|onze)\s+[\w-]+)\s+(?:\w+\s+){0,2}van\s+(?:de|jullie)\s+(?:lijst|agenda|site|kalender)\b|"
    r"\bhelaas\s+(?:dus\s+|toch\s+)?geen\s+[\w-]*(?:middag|avond|ochtend|dag|lezing|workshop|training|wandeling|bijeenkomst|ontbijt)\b|\bkomt\s+er\s+(?:dus\s+|helaas\s+|toch\s+)*niet(?=\s*(?:[.,;!)]|$))|"
    r"\b(?:is|zijn|kan|kunnen|mag|mogen)\s+(?:\w+\s+){0,3}van\s+(?:de|jullie)\s+(?:kalender|agenda|lijst)(?=\s*(?:[.,;!)]|$|af\b))|"
    r"\bmoeten\s+(?:wij\s+|we\s+)?(?:\w+\s+){0,2}ons\s+(?:\w+\s+){0,3}afmelden\b|\b(?:melden|meld)\s+(?:wij|we|ik)\s+(?:ons|mij|me)\s+(?:\w+\s+){0,3}af\b|"
    r"\b(?:(?:we|wij|ik)\s+doen?\s+(?:\w+\s+){0,3}(?:niet\s+(?:meer|langer))|doen\s+(?:we|wij)\s+(?:\w+\s+){0,3}(?:toch\s+niet|niet\s+(?:meer|langer)))\s+mee\b|"
    r"\bwordt\s+(?:het|hem)\s+(?:dus\s+|helaas\s+|toch\s+|dit\s+jaar\s+)*niet(?=\s*(?:[.,;!)]|$))|"
    r"\bstel(?:len|t)?\s+(?:\S+\s+){1,10}uit(?=\s*(?:[.,;!)]|$)|\s+(?:wegens|vanwege|omdat|door|tot\s+(?:na|nader|later|het|de|volgend|een)))|"
    r"\b(?:valt|vallen|is|zijn)\s+(?:\w+\s+){0,3}in\s+het\s+water(?:\s+gevallen)?(?=\s*(?:[.,;!)]|$))|"
    r"\bkan\s+er(?:af|uit)\b|\bniet\s+(?:\w+\s+){0,2}(?:plaats\s?(?:heeft|hebben)|plaatsvind(?:t|en)|van\s+de\s+grond)\b|"
    r"\b(?:uit|van)\s+(?:de|jullie|uw)\s+(?:\w+\s+)?(?:agenda|site|website|kalender|lijst)\s+(?:\w+\s+)?"
    r"(?:(?:te\s+)?(?:halen|verwijderen)|gehaald|verwijderd|af)\b",
    re.IGNORECASE,
)
CHANGED: Final = re.compile(
    r"\b(?:verplaatst|verplaatsen|verplaatsing|verplaatsten|verzet(?!\s+(?:tegen|zich|bieden|werk))|verzetten(?!\s+zich)|verschoven|verschuift|verschuiven|"
    r"schui(?:ft|ven)\s+(?:\w+\s+){0,4}op|schui(?:ft|ven)\b[^.;]{0,60}\bnaar\s+(?:de\s+)?(?:\w+dag|\d)|(?:we|wij)\s+(?:zitten|staan|zijn)\s+nu\s+(?:in|bij|op)|opgeschoven|(?:door|op)\s?(?:te\s+)?schuiven|(?:door|vooruit)geschoven|gewijzigd|gewijzigde|wijziging(?:en)?|wijzigt|"
    r"(?:wordt|worden|is|zijn)\s+(?!(?:niet|niets|niks|nooit|weinig|nauwelijks|amper|veel|alles)\s)(?:\w+\s+)?veranderd|"
    r"(?:er|dag|datum|\w*tijd\w*|tijdstip|aanvang|locatie|zaal|plek|plaats|programma|prijs|adres|opzet)\s+(?:\w+\s+){0,2}verandert|"
    r"verandert\s+(?:(?:nog|helaas|alleen|ook|dus|nu)\s+)*(?:er\b|iets\b|de\s+(?:dag|datum|\w*tijd|aanvang|locatie|zaal|plek|prijs)|het\s+(?:tijdstip|programma|adres))|"
    r"(?:kleine?|laatste|paar|twee|enkele|volgende|een)\s+(?:verandering(?:en)?|aanpassing(?:en)?)(?=\s*(?:[:.,!]|$)|\s+(?:in|op|van|voor|bij|m\.?b\.?t)\.?\s+(?:onze?|mijn|de\s+(?:datum|dag|\w*tijd\w*|locatie|zaal|planning)|het\s+(?:programma|tijdstip|adres)))|"
    r"verandering(?:en)?\s+(?:in|van|op|bij|voor)\s+(?:onze?|mijn|de\s+(?:datum|dag|\w*tijd\w*|locatie|zaal|planning)|het\s+(?:programma|tijdstip|adres))|verhui(?:st|sd|zen)|vervroegd|verlaat|"
    r"(?:zijn|is|wordt|worden)\s+anders|"
    r"(?:andere?|nieuwe?|grotere?|kleinere?)\s+(?:locatie|zaal|datum|tijd|tijden|tijdstip|dag|ruimte|plek|lokaal|\w*tijd|\w*adres|(?:\w*telefoon|mobiele?\s)?nummer|"
    r"contactpersoon|spreker|link)(?!\s+dan\s+(?:u|je|jullie|anders|normaal|gewoonlijk|vorig\w*|gebruikelijk)\b)|bij\s+nader\s+inzien|"
    r"zou(?:den)?\s+(?:(?!graag|wel|best|willen|kunnen|iets|misschien|eigenlijk)[\w.:]+\s+){1,9}(?:doen|houden|zijn|plaatsvinden|beginnen|komen|geven|worden|starten)\s*,?\s+maar|"
    r"(?:het|hij|die|dat|alles|we|wij)\s+(?:is|zijn|wordt|begint|start|staan)\s+nu\s+(?:in|bij|om)|(?:is|wordt|zijn)\s+nu\s+(?:om\s+)?(?:\w+dag|\d{1,2}[.:]\d\d)|"
    r"niet\s+(?:langer|meer)\s+(?:de\s+|het\s+|uw\s+|jullie\s+)?(?:contactpersoon|aanspreekpunt)|oude\s+(?:\w+\s+)?(?:werkt|klopt|geldt|bestaat)\s+niet|"
    r"(?:maximum|aantal|prijs|capaciteit|groep|kosten|bijdrage|entree)\b[^.;]{0,60}\b(?:is|zijn|wordt|worden|hebben|heeft)\b[^.;]{0,20}\b(?:opgehoogd|verhoogd|verlaagd|verruimd|bijgesteld|uitgebreid)|"
    r"(?:uit|in)wijken|wijken\s+uit|vervangen\s+door|eerder\s+aangekondigde?|"
    r"(?:wordt|worden|begint|beginnen|start|starten|schuift|schuiven|komt|draait|gaat)\s+(?:helaas\s+|nu\s+|toch\s+)?"
    r"(?:een|twee|drie|\d+)\s+(?:half\s+)?(?:uur|uren|kwartier|minuten|dag|dagen|week|weken)\s+(?:later|eerder|op)|(?:uur|kwartier|minuten|dag|week)\s+(?:later|eerder)\s+(?:begin\w*|start\w*|plaats\w*|is|zijn)|begin(?:t|nen)\s+(?:een\s+)?\w+\s+(?:later|eerder)|"
    r"begin(?:t|nen)\b[^.;]{0,30}\b(?:uur|kwartier|minuten)\s+(?:later|eerder)\s+(?:met|dan)|"
    r"(?:spreker|spreekster|inleider|trainer|docent|gast)\s+(?:is|valt)\s+(?:\w+\s+)?(?:uit|uitgevallen|verhinderd)|"
    r"later\s+beginnen|eerder\s+beginnen|wordt\s+nu|worden\s+nu|"
    r"(?:is|zijn)\s+(?:\S+\s+){1,6}geworden|"
    r"dat\s+wordt(?=\s+(?:nu\s+|toch\s+)?(?:\w+dag|\d|half|kwart))|begin(?:t|nen)\s+(?:\w+\s+)?(?:eerder|later)|"
    r"(?:\w{3,6}dag|\d{1,2}\s+[a-z]{3,9})\s+wordt\s+(?:nu\s+|toch\s+)?(?:\w{3,6}dag|\d{1,2}\s+(?!uur)[a-z]{3,9})|uitgesteld\s+(?:naar|tot)|"
    r"(?:wordt|worden|begint|beginnen|start|starten|komt|komen)\s+(?:nu|toch)|(?:uur|halfuur|kwartier|dag|week)(?:tje)?\s+"
    r"(?:naar\s+(?:voren|achteren)|(?:later|eerder)(?=\s*(?:$|[.,;!)]|dan\b|dus\b)))|in\s+(?:haar|zijn|hun|diens)\s+plaats|"
    r"val(?:t|len)\s+in\s+voor|(?:verhoogd|verlaagd|verruimd|opgehoogd|bijgesteld|ingekort|verlengd)\s+(?:naar|tot|van)|gaat\s+van\s+\S+\s+naar|"
    r"\w*link\b[^.;]{0,40}\b(?:werkt|doet\s+het)\s+niet|gaat\s+(?:nu\s+|toch\s+)?(?:online|digitaal)\s+door|"
    r"wordt\s+(?:nu\s+|toch\s+)?(?:online|digitaal)(?:\s+gehouden)?(?=[^.;]{0,30}\bniet\b)|"
    r"(?:\w*tijd\w*|aanvang|locatie|zaal|datum|dag|prijs|plaats|plek|adres)\s+(?:van\s+(?:\S+\s+){1,5}?)?wordt"
    r"(?!\s+(?:\w+\s+)?(?:later|nader|nog|binnenkort|snel|z\.s\.m|t\.z\.t|doorgegeven|bekend\w*|gebruikt|bepaald|gegeven|verzorgd)))\b",
    re.IGNORECASE,
)
# the old beside the new: "niet om 14.00 maar om 14.30 uur", "12.15 ipv 12.00 uur"
INSTEAD: Final = re.compile(
    r"\bniet\s+(?:(?:meer|door)\s+)?(?:bij|om|op|in|van|langer)\s+(?:[^.;]|\.\d){2,50}\bmaar\b|"
    r"\bniet\s+(?:op\s+)?\w{3,6}dag\w*\b[^.;]{0,30}\bmaar\b|\bgepland\b[^.;]{0,40}\bmaar\b|"
    r"\b(?:\w*adres|\w*tijd|\w*datum|zaal|locatie|plaats|plek|aanvang|prijs|\w*nummer)\s+is\s+niet\b[^.;]{2,40}\bmaar\b|"
    r"\bniet\s+\d(?:[^.;]|\.\d){1,30}\bmaar\b|"
    r"\(\s*(?:(?:dit|dat|deze|die)\s+)?was\s+(?:eerst\s+)?(?:\w+dag\b|om\s+\d|\d)|(?:\bin\s+plaats\s+van|\bi\.?p\.?v)\b(?!\.?\s+(?:in|op|naar|bij|via|aan)\s+(?:de\s+|het\s+|jullie\s+|uw\s+|je\s+|onze\s+)?(?:\w*(?:mail\w*|box|postvak|postbus|redactie|desk|steunpunt)|jullie|jou|u)\b)|"
    r"\b\d{1,2}\s+[a-z]{3,9}\s*[,;(]?\s*(?:dus\s+|en\s+)?niet\s+(?:op\s+)?(?:\w{3,6}dag\s+)?\d{1,2}\s+(?!uur)[a-z]{3,9}\b|\bmoet\s+zijn\s*:?\s+(?=\S+\s+\d|\d|\w{3,6}dag\b)|"
    r"(?:\d|\buur|\bu)\s*[,;(]\s*(?:en\s+)?(?:dus\s+)?niet\s+(?:om\s+)?\d{1,2}[.:\s]|dag\s*[,;(]\s*(?:en\s+)?(?:dus\s+)?niet\s+(?:op\s+)?\w{3,6}dag\b|,\s+dat\s+wa(?:s|ren)\s+(?:er\s+)?(?:eerst\s+)?\d+(?:[.:]\d\d)?(?:\s+(?:uur|euro))?\s*(?:[.!)]|$)|"
    r"\ben\s+(?:dus\s+)?niet\s+(?:om|op|in)\b",
    re.IGNORECASE,
)
WRONG: Final = re.compile(
    r"\b(?:rectificatie|correctie|verkeerde(?!\s+(?:e-?mail\w*\s?)?(?:adres|bus)\s+(?:gebruikt|gestuurd|gemaild|verstuurd|verzonden))|"
    r"verkeerd\s+(?:adres|tijdstip|\w*nummer|vermeld|door\w+|"
    r"opgegeven|genoteerd|gezet)|juiste\s+(?:datum|tijd\w*|adres|locatie|link|naam|plaats|"
    r"gegevens|telefoonnummer|\w*adres)|fout|foutjes?|(?:typ|type|tik|schrijf|druk)fout\w*|typo|vertypt|verschreven|(?:per\s+)?abuis\w*(?!\s+(?:\w+\s+){0,2}verkeerde)|er\s+is\s+een\s+misverstand|foutieve?|verwisseld|omgewisseld|de\s+goede\s+(?:datum|tijd\w*|link)|het\s+goede\s+(?:\w*nummer|\w*adres)|vergissing|vergist|klopte?\s+(?:\w+\s+){0,3}niet|"
    r"onjuiste?|ingeslopen|(?:dat|dit|het|hij|\w*tijd|\w*datum|\w*adres)\s+moet\s+(?:\S+\s+){0,5}zijn|"
    r"dat\s+moet(?=\s+\S*\s?\d)|maar\s+bedoel(?:de|den)|"
    r"(?:schreef|schreven|melde?de|noemde|mailde|zei|gezegd|geschreven|gemeld|gemaild|doorgegeven|opgegeven|vermeld|genoemd)\b[^.;]{0,70}\bmaar\s+(?:het|dat|dit|hij|die)\s+(?:is|wordt|moet)|"
    r"(?:op|in)\s+(?:de|jullie|uw|mijn|onze|ons)\s+(?:agenda|site|website|kalender|lijst|(?:e-?)?mail|bericht)\b[^.;]{0,40}\bmaar\s+(?:het|dat|hij)\s+(?:is|moet))\b",
    re.IGNORECASE,
)
ADDED: Final = re.compile(
    r"\b(?:aanvulling|toevoeging\s+(?:op|bij)|aanvullend\w*|aan\s+te\s+vullen|aanvullen|"
    r"vergeten\s+(?:\w+\s+){0,4}(?:te\s+|erbij|door)|"
    r"(?:(?:ben|was|had|heb)\s+ik|ik\s+(?:ben|was|had|heb)|(?:zijn|waren|hadden|hebben)\s+(?:we|wij)|(?:we|wij)\s+(?:zijn|waren|hadden|hebben)|nog\s+(?:iets|wat|dit)|o+h?\s?ja|ook|helemaal)\s+"
    r"(?:(?!niet\b)\w+\s+){0,6}vergeten(?!\s+(?:kind|leerling|groep|jongere|onze?\s|ons\s|mezelf|zich))|vergeten\s+(?:was|in\s+m(?:ij)?n|bij\s+m(?:ij)?n)|vergat|"
    r"vorige\s+(?:mail|bericht)\b[^.;]{0,30}\bniet\s+(?:compleet|volledig|af)|had(?:den)?\s+(?:ik|we|wij)\s+(?:(?:er|nog|ook|beter|eigenlijk|wel)\s+){0,3}(?:bij\s+)?moeten\s+(?:zeggen|melden|vermelden|zetten|schrijven)|"
    r"(?:heb|had|hebben|hadden)\s+(?:ik|we|wij)\s+(?:\w+\s+){0,4}(?:nog\s+)?niet\s+(?:gezegd|genoemd|vermeld|gemeld|doorgegeven|opgeschreven)|"
    r"(?:p\.?\s?s\.?:?|vervolg|naschrift|aansluitend|aansluiting)\s+(?:\w+\s+)?(?:bij|op)\s+(?:mijn|onze|ons)\s+(?:\w+\s+)?(?:mail|e-mail|bericht|aanmelding|aankondiging)|"
    r"(?:nog\s+zou(?:den)?|zou(?:den)?\s+nog)\s+(?:volgen|komen|nakomen)|(?:nog\s+)?ontbrekende\s+(?:gegevens|informatie|info|adres|tijd\w*)|"
    r"(?:heb\s+ik|hebben\s+(?:we|wij)|weet\s+ik|weten\s+(?:we|wij)|(?:ik|we|wij)\s+(?:heb|hebben|weet|weten))\s+(?:nu|inmiddels|intussen|ondertussen)\s+(?:ook\s+)?(?:wel\s+)?(?:de|het|waar|wie|hoe\s+laat|zekerheid)|"
    r"(?:spreker|spreekster|zaal|locatie|plek|trainer|gast)\b[^.;]{0,40}\b(?:is|zijn)\s+(?:nu\s+|inmiddels\s+|eindelijk\s+)?(?:rond|geregeld|gevonden|bekend)(?=\s*(?:[:.,;!]|$))|"
    r"naast\b[^.;]{2,60}\bnu\s+ook|(?:geven|doen|houden|draaien)\s+(?:(?:we|wij|hem|haar|het|die|deze)\s+){0,2}(?:nogmaals|nog\s+(?:een|één)\s+(?:keer|maal))(?=\s+(?:op\s+)?(?:\w+dag|\d))|"
    r"nog\s+(?:even\s+)?(?:iets|dit|wat|(?:een|één)\s+(?:ding\w*|detail|puntje)|(?:paar|twee|drie)\s+(?:ding\w*|details|puntjes|zaken))\s+(?:over|bij|voor)\s+(?:de|het|onze|ons|mijn)\s+[\w-]+\s+"
    r"(?:[‘'\"“][^’'\"”\n]{1,60}[’'\"”]\s+)?(?:van|op)\s+(?:\w+dag\w*|\d{1,2})|ontbrak(?:en)?|weggevallen|"
    r"(?:een|de)\s+(?:extra|tweede|derde)\s+(?:ronde|sessie|groep|voorstelling|keer|moment|datum|dag|uitvoering)|"
    r"behalve\s+(?:om|op)\s[^.;]{1,30}\sook\s+(?:om|op)|ontbreekt|ontbreken|"
    r"nagekomen(?!\s+(?:aanmelding|activiteit|bijdrage|inschrijving|opgave))|"
    r"nog\s+niet\s+bekend\s+wa(?:s|ren)|(?:inmiddels|nu)\s+(?:ook\s+)?(?:is|hebben|staat|bekend|rond)|"
    r"is\s+(?:er\s+)?(?:nu|inmiddels)(?:\s+(?:bekend|ook|er|rond|een))|erbij\s+gekomen|nog\s+(?:niet\s+)?(?:de|het|een)\s+(?:aanmeld\w+|link|locatie|tijd\w*|zaal)|"
    r"bij\s+deze\s+(?:nog\s+)?(?:de|het)\s+(?:link|aanmeld\w+|locatie)|nog\s+(?:toe|bij)gekomen|"
    r"kom(?:t|en)\s+(?:\w+\s+){0,4}bij|"
    r"(?<!\bwij )(?<!\bwe )(?<!\ben )(?:stond(?:en)?|staat|staan)\s+(?:er\s+)?"
    r"(?:nog\s+)?niet\s+(?:bij|in|op)|stuur\s+(?:ik\s+)?(?:\w+\s+)?na|"
    r"nasturen|nagezonden|hoor(?:t|en)\s+(?:er\s+)?(?:ook\s+)?nog|(?:hierbij|bij\s+dezen?)\s+(?:\w+\s+)?alsnog\s+(?:de|het)|zoals\s+(?:beloofd|afgesproken|toegezegd)\b[^.;]{0,40}\b(?:nog|alsnog|ontbrekende|aanvullende)|"
    r"weten\s+(?:nu|inmiddels)\s+(?:ook\s+)?(?:waar|wie|hoe|welke|dat)|(?:stond|stonden)\s+(?:\w+\s+){0,3}nog\s+niet|(?:jullie|u)\s+vroe?g(?:en)?\s+(?:\w+\s+){0,2}(?:naar|hoe|waar|wanneer|welke?)\b|"
    r"(?:op|naar\s+aanleiding\s+van)\s+(?:jullie|uw|je)\s+vra(?:ag|gen)(?!\s+(?:of|om|wie)))\b",
    re.IGNORECASE,
)
FULL: Final = re.compile(
    r"\b(?:volgeboekt|uitverkocht|(?<!vol\s)(?<!wachtlijst\s)(?<!wachtlijsten\s)(?:is|zijn|zit|zitten|zat)\s+(?:inmiddels\s+|al\s+|nu\s+|helemaal\s+)?(?:prop|stamp|bom|nok|tjok)?vol"
    r"(?!\s+(?:is|=|met|van)|[\"”’'])|(?:plekken|plaatsen|kaarten|kaartjes)\b[^.;]{0,50}\b(?:is|zijn)\s+(?:(?:inmiddels|al|nu|allemaal|helaas|allen|reeds)\s+)*(?:vergeven|weg|bezet|op)(?=\s*(?:[.,;!)]|$)))\b|\bkan\s+niemand\s+meer\s+bij\b|"
    r"\bvol\s?gelopen\b|\b(?:inschrijven|aanmelden|opgeven)\s+(?:kan|is)\s+(?:dus\s+|helaas\s+)?niet\s+meer\b(?!\s+dan\b)|\b(?:inschrijven|aanmelden|opgeven)\s+niet\s+meer\s+kan\b",
    re.IGNORECASE,
)
# asked of a first announcement too: "wilt u erbij vermelden dat ..."
BESIDE: Final = re.compile(
    r"\b(?:er\s?bij\s+(?:te\s+)?(?:zetten|vermelden|plaatsen)|(?:kan|mag|kunnen|mogen)\s+(?:\w+\s+)?(?:er\s+)?(?:nog\s+|ook\s+)?bij\s+(?:op|in)\s+de\s+(?:site|website|agenda|vermelding)|"
    r"(?:kan|mag)\s+(?:dat|die|dit|het|hij|zij|ze)\s+er\s?(?:nog\s+|ook\s+)?bij(?=\s*(?:[?.!]|$))|(?:nog|alsnog)\s+(?:vermelden|melden|opnemen|noemen)\s+dat|bij\s+(?:\w+\s+){1,3}zetten|toevoegen|toevoeging|"
    r"toe\s+te\s+voegen)\b",
    re.IGNORECASE,
)
# what holds under a condition, or held once, changes nothing
SUPPOSED: Final = re.compile(
    r"\b(?:(?:al\s+(?:mijn|onze|de)|alle|veel|vele|andere|overige|meeste|gewone|normale|reguliere)\b[^.;]{0,120}"
    r"\b(?:maar|behalve|toch|w[eé]l|in\s+plaats\s+daarvan)|(?:vorige|afgelopen|in)\s+(?:week|maand|winter|najaar|herfst|"
    r"januari|september|oktober|november|december)\s+(?:moest\w*|ging\w*|werd\w*|is|zijn|kon\w*|was|waren)|"
    r"indien|mocht(?:en)?|als\s+(?:er|het|de|we|wij|u|je)|bij\s+(?:ziekte|te\s+weinig|onvoldoende|weinig|slecht\s+weer|"
    r"regen|verhindering|annulering|minder|later|afmelding)|vorig(?:e)?\s+(?:jaar|keer)|destijds|"
    r"(?<!\bons\s)(?<!\bhelaas\s)(?<!\bmij\s)afmelden|afmelding|annuleren\s+(?:kan|is|tot)|kosteloos|annulerings\w+|wijzigingen\s+(?:zijn\s+)?voorbehouden|"
    r"onder\s+voorbehoud)\b",
    re.IGNORECASE,
)
