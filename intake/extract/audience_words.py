"""The words by which Dutch mail tells whom something is for: who is welcome, asked or meant."""

import re
from functools import lru_cache
from typing import Final

PEOPLE: Final = re.compile(
    r"\b(?:[\w-]*(?:leerling|ouder|mentor|docent|leraar|leraren|leerkracht|co[öo]rdinator|jongere|"
    r"medewerker|begeleider|portefeuillehouder|onderzoeker|opleider|intermediair|ambtenaar|ambtenaren|directeur|"
    r"schoolleider|professional|verzorger|student|consulent|verpleegkundige|werker|bestuurder|coach|"
    r"wethouder|inwoner|belangstellende|psycholo|"
    r"orthopedago|teamleider|huisarts|jeugdarts|leerkracht|onderwijsassistent|leraarondersteuner|adviseur|"
    r"regisseur|rector|raadsle|vrijwilliger|"
    r"opvoeder|intern\s+begeleider|ambulant|behandelaar|hulpverlener|kinderen|tieners|pubers|jeugd|"
    r"brugklasser|gasten|buurtbewoner|genodigde|"
    r"deskundige|praktijkondersteuner|artsen|personeel|collega|familie|beleidsmaker|bestuur|gezin|scholen|"
    r"klassen|opa|oma|administrat|conci[ëe]rge|vaders|moeders|trajectbegeleider|lotgenoot|lotgenoten|verwijzer|decaan|decanen|pedago|specialist|"
    r"therapeut|logopedist|peuter|kleuter|meiden|jongens|meisjes|mensen|volwassenen|expert|partner|zij-instromer|"
    r"stagiair|thuiszitter|besturen|buren|nieuwsgierige|gemeenten|wijkteam|conciërge|trainer|instanties|juffen|meesters|kids|werkgever|mantelzorger|broers|zussen)(?:s|en|n|e|r|st|gen|'s|"
    r"’s)*|iedereen|ieder(?=\s+die\b)|alle?man|"
    r"ib['’]?ers|slb['’]?ers|zzp['’]?ers|(?:po|vo|mbo|team|\w*teams|leden)\b|al\s+wie|wie\b)",
    re.IGNORECASE,
)
# people by what they do or are, told by the end of the word; not sure enough to be looked for everywhere
DOERS: Final = re.compile(
    r"(?!(?:\w*kamers|posters|flyers|folders|computers|cijfers|nummers|anders|letters|laptops)\b)"
    r"(?:(?:groep|klas)\s+\d|jong\s+en\s+oud|het\s+hele\s+(?:dorp|gezin)|(?:[a-zà-ÿ]+e\s+)?[a-zà-ÿ-]{3,}(?:ers|eurs|isten|anten|ologen|sters))\b"
)
FOR: Final = re.compile(
    r"(?<!\w)(?:(?P<meant>(?i:bedoeld|bestemd|geschikt|interessant|toegankelijk|open|opengesteld|speciaal|ingericht|"
    r"gemaakt|relevant|leuk|nuttig|handig)\s+voor|t\.b\.v\.|ten\s+behoeve\s+van|gericht\s+op|richt(?:en)?\s+(?:zich|ons|we\s+ons|wij\s+ons)\s+(?:\w+\s+){0,3}?(?:op|tot))|"
    r"[Vv]oor):?\s+(?P<who>(?:\(\w+\)(?=\w))?(?:(?:(?<=\sen)|(?<=\sook)|(?!\svoor\s))[^.;:!?(]){2,220}(?:\([^)]{2,60}\)[^.;:!?(]{0,120})?)"
)
# who is asked to come, what is given to whom, whom the reader is taken for
ASKED: Final = re.compile(
    r"\b(?:(?:nodigen|nodigt|nodig(?=\s+(?:ik|hierbij|graag)\b))\s+(?:(?:wij|we|ik|hij|zij|hierbij|graag|ook|alvast|u|jullie|dan\s+ook|van\s+harte)\s+){0,3}"
    r"(?P<invited>[^.;:!?]{3,120}?)\s+(?:(?:van\s+harte|graag|hierbij|allemaal)\s+)?uit\b(?!\s+(?:(?:de|het|heel|onze|alle|regio|ons|eigen|omliggende)\s|(?-i:[A-ZÀ-Ý])))|"
    r"\b(?:wil(?:len|t)?|zou(?:den)?|gaan|kunnen|mogen)\s+(?:(?:wij|we|ik|graag|ook|hierbij|heel|dan)\s+){0,4}"
    r"(?P<bidding>[^.;:!?]{3,120}?)\s+(?:van\s+harte\s+|graag\s+|willen\s+)?uit\s?(?:te\s+)?nodigen\b|"
    r"\b(?:praten|praat)\s+(?:we|wij|ik)\s+(?P<informed>[^.;:!?]{3,80}?)\s+bij\b|"
    r"\b(?:alleen|uitsluitend|enkel)\s+(?P<only>[^.;:!?]{3,100}?)\s+(?:nemen|neemt|doen|doet|mogen|kunnen|kan|mag)\s+"
    r"(?:\w+\s+){0,2}?(?:deel|mee|meedoen|deelnemen|aanschuiven|komen)\b|"
    r"\b(?:bieden|biedt)\s+(?:(?:wij|we)\s+)?(?P<offered>[^.;:!?]{3,80}?)\s+(?:(?:in|tijdens)\s+(?:de|deze)\s+[\w\s]{3,40}?\s)?"
    r"(?:een|gratis|dagelijks)\s|"
    r"(?:heet|heten)\s+(?:(?:wij|we|ik)\s+)?(?P<welcomed>[^.;:!?]{3,100}?)\s+(?:(?:van\s+harte|hartelijk)\s+)?welkom\b|"
    r"verwelkomen\s+(?:(?:wij|we|graag|ook|die\s+\w+)\s+){0,3}(?P<greeted>[^.;:!?]{3,120})|"
    r"doelgroep(?:en)?(?:\s+van\s+[^.;:!?]{3,40}?)?(?:\s+(?:is|zijn|bestaat\s+uit|vormen)|:)\s+(?P<meant>[^.;:!?]{3,120})|"
    r"\bals\s+doelgroep\s+(?P<target>[^.;:!?]{3,120})|"
    r"\bnemen\s+(?P<taking>[^.;:!?]{3,140}?)\s+deel(?=\s*(?:[.,;!]|$)|\s+(?:op|aan|om|in)\b)|"
    r"\b(?:gesprek|dialoog|ontmoeting|overleg|uitwisseling)\s+tussen\s+(?P<between>[^.;:!?]{3,120})|"
    r"\bwaar(?:op|bij|in)\s+(?P<able>[^.;:!?,]{3,60}?)\s+(?:\w+\s+){0,3}?(?:kunnen|mogen)\b|"
    r"(?:geven|geeft|geef|verzorgen|verzorgt|verzorg|bieden|biedt|bied)\s+[^.;:!?]{3,70}?\saan\s+(?P<taught>[^.;:!?]{3,120})|"
    r"(?:ben\s+je|bent\s+u|ben\s+jij|werk\s+je\s+als|werkt\s+u\s+als|je\s+bent|u\s+bent)\s+(?:een\s+)?"
    r"(?P<you>[^.;:!?]{3,100}?)(?=,?\s+(?:dan|en\s+(?:wil|zoek|heb|loop)\w*|kom|meld|wil|die)\b|[.;:!?])|"
    r"(?:(?:ontvangen|verwachten)\s+(?:wij|we)|(?:wij|we)\s+(?:ontvangen|verwachten))\s+(?:(?:graag|dan|ook|die\s+\w+)\s+){0,3}(?P<expected>[^.;:!?]{3,140})|"
    r"(?:(?:rekenen|mikken|hopen)\s+(?:wij|we)|(?:wij|we)\s+(?:(?:vooral|ook|graag)\s+)?(?:rekenen|mikken|hopen))\s+"
    r"(?:(?:dan|ook|die\s+\w+|vooral)\s+){0,3}op\s+(?P<hoped>[^.;:!?]{3,140})|"
    r"\b(?:gedacht\s+(?:is|wordt)|denken\s+(?:wij|we)|(?:wij|we)\s+denken)\s+(?:(?:hierbij|daarbij|vooral|met\s+name|bijvoorbeeld)\s+){0,2}aan\s+(?P<thought>[^.;:!?]{3,140})|"
    r"nemen\s+(?:[\w\s]{2,30}\s)?deel\s+(?P<part>[^.;:!?]{3,160})|"
    r"(?:deelnemers|genodigden|aanwezig(?:en)?|uitgenodigd|deelnemende\s+partijen)\s+zijn:?\s+(?P<guests>[^.;:!?]{3,140})|"
    r"iedereen\s+(?:mag|kan|is)\s+[^.;:!?]{0,24}:\s+(?P<all>[^.;:!?]{3,140})|"
    r"(?:^|[;:]\s+)(?P<written>[^.;:!?]{3,140}?)\s+(?:ontvangen|krijgen|kregen|ontvingen)\s+(?:\w+\s+){0,3}(?:bericht|uitnodiging|brief)|"
    r"(?:hebben|heeft)\s+(?:(?:wij|we|ook)\s+){0,2}(?P<asked>[^.;:!?]{3,100}?)\s+uitgenodigd|"
    r"waar(?:op|bij|in)\s+(?P<meeting>[^.;:!?,]{3,80}?)\s+(?:samen|met\s+elkaar|elkaar|in\s+gesprek|bij\s+elkaar)\b|"
    r"\bleren\s+(?:(?:we|wij)\s+)?(?P<learning>[^.;:!?,]{3,60}?)\s+(?:hoe|wat|om|te)\b|"
    r"(?:komen|ontmoeten|praten|gaan)\s+(?P<met>[^.;:!?]{3,120}?)\s+(?:bij\s+elkaar|bijeen|samen|elkaar|in\s+gesprek|"
    r"met\s+elkaar))",
    re.IGNORECASE,
)
NOT_WHO: Final = re.compile(
    r"^(?:het\s+(?:totaal)?overzicht|(?:die|deze|dat|dit)\s+(?:[\w-]+\s+)?(?:ochtend|middag|avond|dag|keer|uur)|wie\b\W*$|wie\s+(?:is|zijn|kan|mag)\b|u\s|jou\b|jouw|ieder\w*\s+(?:gezin\s+)?betaalt|vragen|meer\b|nadere|informatie|inhoudelijke|de\s+(?:agenda|website|site|volledigheid|"
    r"zekerheid|actieweek|landelijke|week|toolbox|koffie|broodjes|hele|meeste|redactie)|"
    r"een\s+(?:activiteit|plek|kopje|drankje|lunch)|"
    r"in\s|het\s+(?:eerst|programma|geval)|dit|dat|deze|jullie|uw\b|ons\b(?!\s+(?:eigen|hele)\s)|onze\s+rekening|\d|"
    r"alle\s+duidelijkheid|€|zover|zo'n|koffie|deelname|aanmelding\w*|opgave|wat\b|als\b|u\b|je\b|mij\b|"
    r"publicatie|de\s+\d|plaatsing|honderd|het\s+voortgezet|elk\s+half|verdere)",
    re.IGNORECASE,
)
CUT: Final = re.compile(
    r"\s[a-zà-ÿ]+(?:en|t)\s+(?:we|wij|ik|u)\b|\s(?:is|zijn|komt|komen|was)\s+er\b|\s(?:en|of)\s+(?:wil|wilt|zoek|heb)\s+(?:je|u)\b|"
    r"\s(?:op|vanaf(?!\s+\d+\s*(?:jaar|jr|[.,;!)]|$))|tussen(?!\s+(?:de\s+)?\d+\s*(?:en|tot)\s*\d+\s*(?:jaar|jr|die\s|[.,;!)]|$))|om)\s+(?:(?:ma|di|wo|do|vr|za|zo)\w*dag\b|\d|de\s+\d|half\b|kwart\b)|"
    r"\s(?:tot|t/m)\s+(?:en\s+met\s+)?\d+\s+(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|"
    r"\s?,\s+(?:tussen|vanaf|van|om)\s+(?:\d|half|kwart|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b(?!\s+(?:tot\s+\w+\s+)?jaar)|\s(?:en\s+)?(?:wordt|worden|vindt|begint|start|duurt|kost)\b|\svan\s+(?:(?:ma|di|wo|do|vr|za|zo)\w*dag\b|\d+[.:]\d|\d+\s+uur|\d+\s+tot\s+\d+\s+uur)|,\s+(?=(?:maan|dins|woens|donder|vrij|zater|zon)dag)|,\s+(?:op|in|door|"
    r"van|onder|met|waar\w*|een|om|en\s+(?:wel|is|wordt)|die\s+(?:mid|och|avo)\w+|maar|want|zodat|dus|"
    r"max\w*|gratis|kosten|deelname|aanmelden|opgeven|niet|graag|wel|je|we|wij|er|ook)\b|"
    r"\s(?:in|bij)\s+(?:de\s+|het\s+)?[\w-]*(?:huis|centrum|zaal|gebouw|bibliotheek|theater|podium|kerk|aula|kantoor|loods)\b|"
    r"\s[–—-]\s|\s(?:in|te|bij)\s+(?:het\s+kader|onze|ons|de\s+(?:actieweek|landelijke|week))|\s(?:waarin|"
    r"waarbij|die\s+week|over\s+(?:de|het|hoe)|organiseert|organiseren|houden|vindt|komt|"
    r"uit\s+de\s+hele|(?:van\s+harte\s+)?welkom|zonder\s+(?:afspraak|aanmelding|aan\s+te\s+melden|zich\s+aan))\b|\s[\"“‘]|\s'(?!(?:s|t|n)\b)|,?\s(?:getiteld|genaamd|geheten|onder\s+de\s+titel|met\s+als\s+(?:titel|onderwerp|thema|motto|doel))\b|"
    r",?\s(?:en|maar|want|dus)\s+(?:daarvoor|daar(?:bij|na)?|dan|we|wij|je|u|er|is|wordt|moet\w*|kan|kunt|kun|vindt|begint|duurt|ook\s+anderen)\b",
    re.IGNORECASE,
)
WELCOME: Final = re.compile(
    r"(?P<who>[^.;:!?]{3,140}?)\s+(?:is|zijn)\s+(?:(?:van|vanaf|tussen|op)\s+(?:\w+dag\s+)?\d[^.;:!?]{0,24}?\s+)?(?:van\s+harte\s+|dus\s+|ook\s+|natuurlijk\s+|"
    r"allemaal\s+)*welkom\b|(?P<bidden>[^.;:!?]{3,120}?)\s+(?:is|zijn)\s+(?:\w+\s+){0,2}uitgenodigd\b|"
    r"(?P<guest>[^.;:!?]{3,120}?)\s+(?:(?:worden|wordt)\s+verwacht|(?:zijn|is)\s+te\s+gast)\b|\bwelkom\s+(?:is|zijn)\s+(?P<after>[^.;:!?]{3,140})",
    re.IGNORECASE,
)
# the same with the verb before them: "zijn moeders van 14 tot 16 uur welkom"
WELCOMED: Final = re.compile(
    r"\b(?:is|zijn)\s+(?P<who>[^.;:!?]{3,100}?)\s+(?:(?:van|vanaf|tussen)\s+\d[^.;:!?]{0,24}?\s+)?(?:van\s+harte\s+)?welkom\b",
    re.IGNORECASE,
)
# "Meelopen mogen alle ouders"
JOIN: Final = re.compile(
    r"(?<![\w-])(?:mee\s?(?:lopen|doen|wandelen|fietsen|praten|denken|eten|kijken|spelen|gaan|komen)|aanschuiven|deelnemen|welkom)\s+(?:(?:kunnen|mogen|zijn)\s+)?"
    r"(?P<who>(?:alle|iedereen|ouders|leerlingen|jongeren|kinderen|mensen|\w+ers|\w+oren)\b[^.;!?]{3,140})",
    re.IGNORECASE,
)
EVERYONE: Final = re.compile(
    r"\b(?P<who>iedereen)\b[^.;:!?]{0,24}\bwelkom\b|\b(?:kan|mag|voor|staat\s+open\s+voor|"
    r"is\s+er\s+voor)\s+(?P<who2>(?:iedereen|ieder(?=\s+die\s))(?:\s+(?:tussen|van|vanaf|met|die)\s+[^.;:!?,]{2,50})?)\b",
    re.IGNORECASE,
)
# "Elke ochtend kan iedere jongere die thuiszit binnenlopen"
LET: Final = re.compile(
    r"\b(?:kan|kunnen|mag|mogen)\s+(?P<who>(?:iedere|elke|alle|jongeren|ouders|leerlingen|kinderen|mensen|\w+ers|\w+oren|[\w-]+['’]s)\b[^.;:!?]{0,70}?)\s+"
    r"(?:(?:zo|gewoon|gratis|gerust|vrij|even)\s+)?(?:binnenlopen|komen|aanschuiven|meedoen|langskomen|aansluiten|deelnemen|meekijken|meelopen|inloggen|"
    r"zich\s+(?:opgeven|aanmelden|inschrijven))\b",
    re.IGNORECASE,
)
# with whom something is done, told without an article: "we gaan wandelen met ouders"
WITH: Final = re.compile(
    r"\b(?:wij|we|ik)\b[^.;:!?]{0,60}?\b(?:in\s+gesprek|wandelen|lopen|koken|sporten|praten|spreken|werken|oefenen|eten|ontbijten|"
    r"lunchen|fietsen|bouwen|schilderen|spelen|lezen|zingen|dansen|vissen|tuinieren|gaan|ga|praat|wandel)\s+(?:er\s+)?met\s+"
    r"(?:een\s+(?:groepje|groep|klas|stel|paar|clubje|handvol)\s+)?(?P<who>(?!(?:onze|de|het|een|mijn|elkaar|jullie|u|je|jou|hen|ons)\s)[^.;:!?,]{3,90}?)(?=\s+(?:vissen|wandelen|lopen|koken|sporten|praten|eten)\b|[.;:!?,]|$)",
    re.IGNORECASE,
)
# with whom something is done: "gaan de jeugdartsen wandelen met jongeren", "maken we met jongeren een film"
BESIDE: Final = re.compile(
    r"\b(?:(?:maken|gaan|trekken|doen|rijden|klimmen|planten|leggen)(?=\s+(?:wij|we)\s)|wandelen|lopen|koken|bakken|sporten|eten|ontbijten|lunchen|fietsen|bouwen|schilderen|spelen|zingen|dansen|vissen|"
    r"tuinieren|timmeren|knutselen|tekenen)\s+(?:(?:wij|we|ze|zij|samen|ook|graag)\s+){0,2}met\s+"
    r"(?P<who>(?!(?:onze|de|het|een|mijn|elkaar|jullie|u|je|jou|hen|ons)\s)[^.;:!?,]{3,110})",
    re.IGNORECASE,
)
# who is received: "ontvangt onze school collega's", "verwelkomt het college ouders"
HOSTED: Final = re.compile(
    r"\b(?:ontvangt|verwelkomt|onthaalt)\s+(?P<hosted>[^.;:!?]{3,160}?)(?=\s(?:voor|om)\s|[.;:!?]|$)",
    re.IGNORECASE,
)
# who is brought together, in both orders of the words
GATHERED: Final = re.compile(
    r"\b(?:wil|willen|zet|zetten|brengt|brengen)\s+(?P<seated>[^.;:!?]{3,160}?)\s+(?:met\s+elkaar\s+)?(?:aan|om|rond\s+de|rond)\s+tafel\b|"
    r"\bschuiven\s+(?P<joining>[^.;:!?]{3,220}?)\s+aan\b|(?<!voor\s)\bvragen\s+van\s+(?P<asking>[^.;:!?,]{3,90})|"
    r"\b(?:brengt|brengen|haalt|halen|roept|roepen)\s+(?P<gathered>[^.;:!?]{3,140}?)\s+(?:bijeen|bij\s+elkaar|samen|rond\s+de\s+tafel)\b|"
    r"\s(?P<before>(?:(?:de|alle|onze)\s+|(?<=\bwe\s)|(?<=\bwij\s))[^.;:!?,]{3,100}?)\s+(?:bijeen|samen|(?:bij\s+elkaar|rond\s+de\s+tafel)\s)(?:te\s+)?(?:brengt|brengen|haalt|halen|roept|roepen)\b|"
    r"\b(?:spreken|praten|wandelen|spreekt|praat)\s+(?:onze|de)\s+[\w-]+\s+met\s+(?P<with>[^.;:!?,]{3,90}?)(?=\s(?:over|in|op|om|aan)\s|[.;:!?,]|$)",
    re.IGNORECASE,
)
# who comes in: "Ouders van leerlingen lopen zo naar binnen"
ARRIVE: Final = re.compile(
    r"^\W{0,5}(?:(?:ook|alle)\s+)?(?P<who>[^.;:!?]{3,120}?)\s+(?:lopen|stappen|schuiven|komen|vallen)\s+"
    r"(?:(?:zo|gewoon|gerust|vrij|even|graag|maar)\s+)*(?:(?:naar\s+)?binnen|aan|langs|bijeen|bij\s+elkaar|samen)\b",
    re.IGNORECASE,
)
# who does what is done there: "Kinderen van 9 tot 12 jaar schrijven een brief"
DO: Final = re.compile(
    r"^\W{0,5}(?:\d[^:;!?\n]{0,40}\d(?:\s+uur)?:\s+)?(?P<who>[^.;:!?]{3,120}?)\s+(?:schrijven|maken|bouwen|lopen|oefenen|leren|spelen|koken|bakken|ontmoeten|timmeren|"
    r"tekenen|schilderen|zingen|dansen|wandelen|fietsen|voetballen|sporten|ontdekken|onderzoeken|bespreken|wisselen|delen|werken|"
    r"denken|praten|eten|lezen|repareren|zagen|lassen|planten|verven|knutselen|musiceren|rappen|"
    r"krijgen(?=\s[^.;:!?]{0,40}\b(?:uitleg|les|tips|informatie|voorlichting|training)\b))\s",
    re.IGNORECASE,
)
# likewise behind the verb: "Op 9 mei leren ouders en kinderen samen jongleren"
DOING: Final = re.compile(
    r"\b(?:leren|leert|kunnen|mogen|krijgen|bespreken|maken|bouwen|koken|bakken|ontdekken|oefenen|schrijven|ontmoeten|"
    r"zien\s+(?:we|wij)|hopen\s+(?:we|wij)\s+op|spelen|timmeren|schilderen)\s+(?:(?:graag|ook|alle|de)\s+){0,2}"
    r"(?P<who>[^.;:!?]{3,120})",
    re.IGNORECASE,
)
# who comes, one after the other and nothing else: "Ouders, buren, leraren: kom vooral"
LISTED: Final = re.compile(
    r"^\W{0,5}(?:publiek:\s+)?(?P<who>[\w'’-]+(?:,\s+[\w'’-]+(?:\s+van\s+\w+)?)+(?:\s+en\s+[\w'’-]+)?)",
    re.IGNORECASE,
)
# one line for all that stand above it: "Voor alle drie: ouders van kleuters"
FOR_ALL: Final = re.compile(
    r"^\W{0,5}voor\s+(?:beide|allebei|alle(?:s|maal)?|elke?)(?:\s*(?:\d|twee|drie|vier|vijf|zes))?(?:\s+[a-z]{4,20})?\s*:\s+(?P<who>[^.;:!?]{4,120})",
    re.IGNORECASE,
)
# how old one is, told by itself: "vanaf 12 jaar"
AGED: Final = re.compile(
    r"^\W{0,5}(?:leeftijd\W{1,3})?(?P<who>vanaf\s+\d{1,2}\s+jaar|(?:van\s+)?\d{1,2}\s*(?:-|–|t/m|tot(?:\s+en\s+met)?)\s*\d{1,2}\s+jaar|\d{1,2}\+)\W*$",
    re.IGNORECASE,
)
# a sentence that tells nothing else: "Kinderen tot 12 jaar met een ouder erbij."
FRAGMENT: Final = re.compile(
    r"^\W{0,5}(?:(?:ook|alleen|vooral)\s+)?(?P<who>(?:alle\s+)?[\w'’-]+(?:(?:,\s|\sen\s|\sof\s)[\w'’-]+){0,3}\s"
    r"(?:(?:van|vanaf|tot|tussen|t/m)\s(?:\d|de\s|groep|klas)|die\s|met\s(?:een|hun)\s|uit\s(?:de|het|heel|groep|\w+)\b)[^.;:!?\n]{2,90})\W*$",
    re.IGNORECASE,
)
# one of several facts between dashes: "dinsdag 10 mei - mentoren en ouders - 6 euro"
BETWEEN: Final = re.compile(r"(?<=\s[-–|]\s)(?P<who>[^\W\d][\w'’, /-]{4,70}?)(?=\s[-–|]\s|\.?\s*$)")
_CLAUSE: Final = re.compile(r"\s(?:die|dat|wie)\s")
_MAIN_VERB: Final = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|wil|willen|mag|mogen|moet|moeten|gaat|gaan|komt|komen|krijgt|krijgen|"
    r"doet|doen|maakt|maken|zit|zitten|staat|staan|leert|leren|vindt|vinden|geeft|geven|welkom|durft|durven|zoekt|zoeken|betaalt|betalen|neemt|nemen|brengt|brengen|houdt|houden|"
    r"[a-z]+zit|[a-z]+zitten|kent|kennen|voelt|voelen)\b",
    re.IGNORECASE,
)
# how many of whom: "Max 6 jongeren van 14 jaar en ouder"
SEATED: Final = re.compile(
    r"^\W{0,5}(?:max\.?|maximaal)\s+\d+\s+(?P<who>(?!mensen|gasten|deelnemers|personen|belangstellenden|plaatsen)[^.;:!?,]{4,80})",
    re.IGNORECASE,
)
# a letter that says to whom it is written
ADDRESSED: Final = re.compile(
    r"\s*(?:aan|t\.?a\.?v\.?)\s*:?\s+(?:de\s+|alle\s+)?(?P<who>[^.;:!?\n]{4,160})$", re.IGNORECASE
)
MAY: Final = re.compile(
    r"(?:^\W{0,5}|[;,]\s+)(?:(?:ook|alle)\s+)?(?P<who>[^.;:!?]{3,120}?),?\s+(?:kunnen|mogen|kan|mag)\s+(?:[^.;:!?]{0,50}?\s)??"
    r"(?:(?P<comes>binnenlopen|komen|aanschuiven|meedoen|langskomen|aansluiten|deelnemen|meekijken|meelopen|inloggen|"
    r"terecht|erbij\s+zijn|aanwezig\s+zijn|chatten|aanhaken|bijwonen|meepraten|kijken)|\w+en)\b",
    re.IGNORECASE,
)


def people_alone(who: str) -> bool:
    """Whether words begin with people and tell nothing that they do."""
    people = PEOPLE.match(who)
    many = people is not None and people.group().endswith(("s", "n", "jeugd"))
    return many and _MAIN_VERB.search(who) is None


def fragment(text: str) -> re.Match[str] | None:
    """The people of a sentence that tells nothing else; where it holds a clause, that clause ends it."""
    match = FRAGMENT.match(text)
    if match is None:
        return None
    who = match.group("who")
    people = PEOPLE.match(who.removeprefix("alle ").removeprefix("Alle "))
    if people is None:
        return None
    clause = _CLAUSE.search(who)
    told = who[: clause.start()] if clause is not None else who
    if _MAIN_VERB.search(told):
        return None
    if clause is None:
        return match
    verbs = [verb.end() for verb in _MAIN_VERB.finditer(who, clause.end())]
    return match if verbs and verbs[-1] == len(who.rstrip()) else None


def holds_people(text: str) -> bool:
    """Whether PEOPLE matches somewhere in a text; a word at a time, for most are remembered."""
    return any(map(_tells_people, text.split()))


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def _tells_people(word: str) -> bool:
    """Whether PEOPLE matches in a word; of those that it writes in two, one does so alone."""
    return PEOPLE.search(word) is not None
