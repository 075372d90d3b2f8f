"""The nouns that Dutch organisers call their activities by, and the type that each tells.

Dutch compounds end in their head: whoever knows "-avond" knows the "leesavond" that nobody has written yet.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# heads by type; "-x" is one only at the end of a compound, "=x" only as a word of its own
_HEADS_BY_KIND: Final = {
    "webinar": """
        webinar webinars webinaar webminar webinarreeks webcast webcollege livestream livestreams livesessie
        livecast live-uitzending
        """,
    "training": """
        workshop workshops workshopreeks workshopronde workshoprondes training trainingen cursus cursussen
        masterclass masterclasses clinic clinics leergang scholing scholingen werkatelier werkateliers
        leeratelier gastles gastlessen proefles proeflessen kookles dansles muziekles gymles themales
        zangles boksles schilderles surfles zwemles judoles kennismakingsles circusles lasles techniekles
        rijles programmeerles gitaarles drumles schaakles skateles klimles fietsles toneelles graffitiles
        naailes timmerles bakles fotoles raples tekenles yogales sportles dramales theaterles natuurles
        voorleesles taalles lessenreeks oefenuur bootcamp leerlab e-learning summerschool
        """,
    "symposium": """
        symposium symposia congres congressen conferentie conferenties lezing lezingen lezingencyclus
        lezingenreeks voordracht voordrachten referaat causerie debat debatten seminar seminars themadag
        kennisdag inspiratiedag forumavond paneldiscussie forumdiscussie panelgesprek paneldebat talkshow
        collegetour gastcollege hoorcollege publiekscollege lunchcollege minicollege avondcollege raadsavond
        """,
    "inloop": """
        inloop inloopspreekuur inloopuur inloopuurtje inloopmoment inloopmarkt inlooptafel inloophuis
        inlooplunch inloopcafé spreekuur spreekuren vragenuur vragenuurtje adviesuur adviesuurtje
        consultatie deuren-open-dag deurenopendag koffieochtend koffie-ochtend koffieuurtje koffie-uurtje
        koffieuur koffie-uur koffiemoment koffie-moment rondleiding rondleidingen rondgang meeloopstage
        snuffelstage spreekkamer =openlesdag proeverij
        """,
    "actie": """
        expositie exposities tentoonstelling tentoonstellingen film filmpje filmvertoning nagesprek
        vertoning filmvoorstelling filmhuis voorstelling voorstellingen theater theaterstuk toneelstuk =solo
        monoloog poppenspel hoorspel prijsuitreiking stoeltjesdans lasergame ganzenbord dropping
        benefietloop prestatieloop avondloop familieloop wandeling wandelingen =ommetje -tocht -tochten
        optreden optredens concert concerten flashmob sponsorloop veldloop bosloop stadsloop fakkelloop
        kleurenloop sportinstuif spelinstuif huttendorp protestmars stiltemars vernissage escaperoom
        escape-room escapebus cabaret cabaretvoorstelling theatercollege estafetteloop documentaire campagne
        toernooi muurschildering kunstproject fotoproject kunstinstallatie modeshow circusshow talentenshow
        dansshow radio-uitzending vossenjacht marathon manifestatie picknick wedstrijd quiz pubquiz bingo
        disco parade optocht =slam poetryslam -feest -markt -ontbijtje -actie musical estafette festival
        muurkrant première stiltekring poppenkast podcastopname zeskamp
        """,
    "bijeenkomst": """
        speeddate speeddates speeddaten werkbezoek bijeenkomst bijeenkomsten overleg -tafel -tafels
        rondetafel café cafe netwerklunch netwerkborrel ontmoeting gesprek gesprekken keukentafelgesprek
        dialoog dialoogsessie meet-up meetup -ontbijt ontbijt -lunch lunch intervisie brainstorm
        brainstormsessie -borrel borrel presentatie koffieclub kletsclub praatclub
        praatgroep gespreksgroep contactgroep klankbordgroep
        -koffie -koffiekamer koffieklets theekransje lotgenotengroep lotgenotencontact sessie -avond -middag
        -ochtend -morgen -dag -uurtje -uurtjes -dagen -uur -uren expertmeeting meeting kick-off startschot
        aftrap diner -maaltijd leerkring praatkring luisterkring ouderkring leeskring vertelkring
        casuïstiekbespreking denktank hackathon ouderpanel jongerenpanel reünie voorlichting -buffet
        barbecue bbq leesclub boekenclub -ontmoetingen -sessies -avonden -middagen -ochtenden
        """,
}
# what a part of a day or a bijeenkomst is filled with, where that is no noun of the above: "kijkmiddag"
_FILLED_WITH: Final = {
    "training": "studie oefen instructie vaardigheden train klus techniek les",
    "inloop": "proef kijk snuffel meeloop meekijk opendeur open",
    "actie": """
        spel spelletjes spellen sport kunst muziek poëzie feest game games circus knutsel dans
        voorlees wandel fiets beweeg vaar zwem klim schaats skate bouw maak klei verf zing natuur
        jam outdoor survival graffiti theater film doe schilder teken timmer bak brei plant boomplant vlieger
        verkleed puzzel schoonmaak opruim
        """,
}
_HEADS: Final = {head.lstrip("-="): kind for kind, heads in _HEADS_BY_KIND.items() for head in heads.split()}
_FIRSTS: Final = _HEADS | {first: kind for kind, firsts in _FILLED_WITH.items() for first in firsts.split()}
_BOUND: Final = {h[1:] for heads in _HEADS_BY_KIND.values() for h in heads.split() if h[0] == "-"}
_APART: Final = {h[1:] for heads in _HEADS_BY_KIND.values() for h in heads.split() if h[0] == "="}
_LENGTHS: Final = tuple(sorted({len(head) for head in _HEADS}, reverse=True))
# heads that tell only when or that people meet: what stands before them tells what is done
FRAMES: Final = frozenset(
    """
    avond middag ochtend morgen dag avonden middagen ochtenden bijeenkomst bijeenkomsten sessie sessies
    uurtje uurtjes dagen uur uren
    """.split()  # noqa: SIM905 - read as prose
)
# of these nobody meets who does not say for what: "meeloopdagen", but no "werkdagen"
_HOLLOW: Final = frozenset({"dagen", "uur", "uren", "uurtjes"})
# nouns in two words, by type
PHRASES: Final = re.compile(
    r"\b(?:(?P<webinar>(?:online|digitale?)\s+(?:\w{0,8}college|lezing|infosessie|informatie\w+|uitzending|presentatie)|"
    r"live\s+uitzending|(?:linkedin|facebook|instagram|youtube)[\s-]+live)|"
    r"(?P<inloop>open\s+(?:les(?:sen)?|dag|huis|ochtend|middag|avond|atelier|inloop|spreekkamer|"
    r"spreekuur|lesdag|lesochtend|lesmiddag|deur|deurendag|klas|repetitie|bedrijf|werkplaats|tuin|boerderij)|kijkje\s+in)|"
    r"(?P<actie>(?:het|een|ons|groot|klein)\s+feest(?!\s+om)|stille\s+(?:actie|tocht|mars)|(?:de|een|onze|deze)\s+tocht(?=\s+(?!naar\s+(?:school|huis)))|ludieke\s+actie|(?:feestelijke|plechtige|officiële)\s+opening|open\s+(?:podium|mic(?:\s+night)?))|"
    r"(?P<symposium>politiek\s+caf[ée]|openbaar\s+college|(?:een|het)\s+college\s+(?:over|(?:van|door)\s+prof)|een\s+spreekbeurt)|(?P<training>een\s+les\s+(?:in|over))|"
    r"(?P<bijeenkomst>(?:koffie|lunch|ontbijt|thee|soep)\s+met(?!\s+(?:een|wat|iets|koek\w*|taart|cake|gebak|brood|ballen|"
    r"melk|beschuit\w*|soep|broodjes?|lekkers)\b)|een\s+(?:ontbijt|lunch|diner|borrel|maaltijd)(?=\s+voor\s+(?!\d|€|de\s+prijs))|"
    r"(?:bestuurlijke?|regiona(?:al|le)|gezamenlijke?|informele?|informeel|feestelijke?|gemeentelijke?|interactieve?|ambtelijke?|"
    r"creatieve?|open)\s+(?:ontbijt|lunch|diner|borrel|overleg|gesprek|ontmoeting|sessie|maaltijd)|"
    r"(?:ontbijt|lunch|diner|borrel)(?=\s+[‘“„\"«])|ronde\s+tafel|high\s+tea|goed\s+gesprek))\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"(?<![\w/.@-])[^\W\d_][\w-]*+(?![@/])")
# what no agenda means: parts of the day and of a programme, rooms and offices, words that look alike
_NEVER: Final = re.compile(
    r"actie|(?:re|red|attr|trans|inter|coöper|f|fr)actie|directie|"
    r"avond|middag|ochtend|(?:voor|na|achter)middag|vooravond|lunch|borrel|gesprek|gesprekken|overleg|"
    r"contact|filmhuis|film|filmpje|theater|telefoongesprek|ontbijt|maaltijd|diner|meeting|café|cafe|"
    r"\w*(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*|\w*dag(?:avond|middag|ochtend|morgen)|"
    r"tafel|tafels|kantoor\w*|portefeuille\w*|wethoudersoverleg|ontmoeting|sessie|inloophuis|"
    r"(?:werk|school|feest|verjaar|vakantie|les|rust|slot|start|begin|eind|openings|cursus|over|jaar|moeder|"
    r"vader|papa|mama|ziekte|kantoor|sluitings|zittings|marge|laatste|feest|kerst|konings|half|op|af|in|ver|bevrijdings|hemelvaarts|pinkster|paas|prinsjes|nieuwjaars|bid|dank|carnavals|"
    r"aan|uit|toe|bij)dag|"
    r"(?:eet|grand|internet|lunch)-?caf[ée]|(?:lees|eet|stam|thee|teken|school)tafel|keukentafel|bureautafel|behandeltafel|speeltafel|"
    r"(?:ochtend|avond|morgen|na)\w*(?:spits|dienst)|(?:over|be|ver)morgen|(?:van|(?:eer)?gister(?:en)?)(?:avond|middag|ochtend|morgen)|goede(?:middag|morgen|navond)|"
    r"(?:goede|goeie)\w*|huwelijksfeest|"
    r"(?:arbeids|woning|super|vrije|jaar)markt|school-?tocht|islam|(?:vrienden|kennissen)kring|"
    r"(?:stads|film|wijk|buurt|openlucht|dorps)theater|"
    # talks that are talked about: what is trained, or asked for
    r"(?:voor|intake|verzuim|ouder|kind|leerling|rapport|voortgangs|sollicitatie|slechtnieuws|evaluatie|advies|zorg|school)"
    r"gesprek(?:ken)?",
    re.IGNORECASE,
)
_DOORS: Final = re.compile(r"\s+(?:met|vanaf|v\.?a\b|om|\d|en\s+(?:registratie|ontvangst))", re.IGNORECASE)
_FREE: Final = re.compile(r"\bvrije\s$", re.IGNORECASE)
_LEAST: Final = (
    5  # letters of the end of a word that tells what a frame is filled with: "regio|conferentie|dag"
)
_NUMBERED: Final = re.compile(r"\s+\d")
# heads that tell little: of several nouns one that tells more goes before
_VAGUE: Final = frozenset(
    """
    avond middag ochtend morgen dag uurtje avonden middagen ochtenden overleg actie gesprek gesprekken
    presentatie sessie sessies lunch campagne borrel markt ontmoeting feest maaltijd meeting nagesprek
    """.split()  # noqa: SIM905 - read as prose, not as a list of twenty lines
)


def nouns(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The activity nouns in `text[start:end]`: their type and where they stand; in order."""
    phrases = PHRASES.finditer(text, start, end)
    phrase, taken = next(phrases, None), start
    for match in _WORD.finditer(text, start, end):
        if phrase is not None and phrase.start() <= match.start():
            yield str(phrase.lastgroup), phrase.start(), phrase.end()
            taken = phrase.end()
            phrase = next(phrases, None)
        head = head_of(match.group()) if match.start() >= taken else ""
        if head and _stands(text, match):
            yield _FIRSTS[head], match.start(), match.end()


def holds_noun(word: str) -> bool:
    """Whether a word, as white space bounds it, holds an activity's noun."""
    return any(head_of(match.group()) for match in _WORD.finditer(word))


def vague(noun: str) -> bool:
    """Whether a noun tells little of what is done: "praatavond", "kennisdag", "opruimactie"."""
    return head_of(noun) in _VAGUE


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether a noun is meant as one where it stands: no doors ("inloop vanaf 19.00"), no street."""
    word = match.group()
    if word.lower() == "inloop":
        return not (
            _DOORS.match(text, match.end()) or _FREE.search(text, max(0, match.start() - 7), match.start())
        )
    return not (word[0].isupper() and word.endswith("markt") and _NUMBERED.match(text, match.end()))


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def head_of(word: str) -> str:
    """The part of a word that tells its type: most often its head; "" where it is no activity."""
    small = word.lower()
    for length in _LENGTHS:
        head = small[-length:]
        if length <= len(small) and head in _HEADS:
            alone = length == len(small)
            if _NEVER.fullmatch(small) or (head in _BOUND if alone else head in _APART):
                return ""
            first = small.partition("-")[0]  # "intervisie-estafette" is the former, in the way of the latter
            if first in _HEADS and first not in _BOUND and not alone:
                return first
            filling = _filling(small[:-length].rstrip("-")) if head in FRAMES else ""
            return filling or ("" if head in _HOLLOW else head)
    return ""


def _filling(first: str) -> str:
    """What tells the type in that which stands before a frame: "conferentie" of "conferentie|middag"."""
    for bare in (first, first.removesuffix("s")):
        if bare in _FIRSTS and bare not in FRAMES:
            return bare
        for length in _LENGTHS:
            if _LEAST <= length < len(bare) and bare[-length:] in _FIRSTS:
                return bare[-length:]
    return ""
