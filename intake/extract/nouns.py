"""The nouns that Dutch organisers call their activities by, and the type that each tells.

Dutch compounds end in their head: whoever knows "-avond" knows the "leesavond" that nobody has written yet.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# heads by type; "-x" is one only at the end of a compound, "=x" only as a word of its own
_HEADS_BY_KIND: Final = {
    "webinar": "webinar webinars webinarreeks webcast livestream livestreams livesessie livecast",
    "training": """
        workshop workshops workshopreeks training trainingen trainingsdag trainingsmiddag trainingsochtend
        trainingsavond cursus cursussen masterclass masterclasses clinic clinics leergang scholing scholingen
        scholingsdag scholingsmiddag scholingsochtend scholingsavond studiemiddag studiedag studieochtend
        studieavond studiebijeenkomst
        gastles gastlessen proefles proeflessen kookles dansles muziekles gymles themales zangles
        boksles schilderles surfles zwemles judoles
        tekenles yogales sportles dramales theaterles natuurles voorleesles taalles lessenreeks
        oefensessie oefenmiddag oefenavond oefenochtend oefenbijeenkomst oefendag oefenuur bootcamp
        leerlab e-learning summerschool
        """,
    "symposium": """
        symposium symposia symposiummiddag congres congressen congresdag conferentie conferenties
        conferentiedag lezing lezingen lezingencyclus lezingenreeks lezingenavond lezingenmiddag lezingavond
        debat debatten debatavond debatmiddag seminar seminars themadag kennisdag inspiratiedag forumavond
        paneldiscussie forumdiscussie panelgesprek paneldebat talkshow collegetour gastcollege hoorcollege
        publiekscollege raadsavond
        """,
    "inloop": """
        inloop inloopavond inloopmiddag inloopochtend inloopspreekuur inloopuur inloopuurtje inloopdag
        inloopmoment inloopmarkt inlooptafel inloophuis inloopbijeenkomst inlooplunch inloopcafé spreekuur
        spreekuren vragenuur vragenuurtje consultatie opendeurdag opendag -opendag deuren-open-dag
        deurenopendag koffieochtend koffie-ochtend koffieuurtje koffie-uurtje koffieuur koffie-uur
        koffiemoment koffie-moment rondleiding rondleidingen kijkdag kijkmiddag kijkochtend kijkavond
        kijkuur kijkuurtje meeloopdag meeloopochtend meeloopmiddag snuffelmiddag snuffelochtend snuffeldag
        spreekkamer =openlesdag
        """,
    "actie": """
        expositie exposities tentoonstelling tentoonstellingen film filmpje filmavond filmmiddag filmochtend
        filmvertoning vertoning filmvoorstelling filmhuis voorstelling voorstellingen theater theaterstuk
        theateravond theatermiddag toneelstuk toneelavond wandeling wandelingen -tocht -tochten optreden
        optredens concert concerten flashmob sponsorloop veldloop bosloop stadsloop fakkelloop kleurenloop
        sportinstuif spelinstuif huttendorp
        escaperoom escape-room cabaret cabaretavond cabaretvoorstelling theatercollege
        estafetteloop documentaire campagne spelmiddag speldag spelletjesmiddag sportdag sportmiddag
        sportochtend sportavond toernooi muurschildering kunstproject fotoproject kunstmiddag kunstavond
        marathon manifestatie picknick wedstrijd quiz pubquiz parade optocht slam -feest feestmiddag
        feestavond -markt -ontbijtje -actie musical estafette muziekavond muziekmiddag poëzieavond
        poëziemiddag festival muurkrant première stiltekring
        """,
    "bijeenkomst": """
        speeddate speeddates speeddaten werkbezoek
        bijeenkomst bijeenkomsten overleg -tafel -tafels rondetafel café cafe netwerklunch netwerkborrel
        ontmoeting gesprek gesprekken keukentafelgesprek dialoog dialoogsessie meet-up meetup -ontbijt
        ontbijt -lunch lunch intervisie brainstorm brainstormsessie -borrel borrel presentatie praatgroep
        gespreksgroep lotgenotengroep lotgenotencontact sessie -avond -middag -ochtend -morgen -dag -uurtje
        expertmeeting meeting kick-off startschot diner -maaltijd leerkring praatkring luisterkring
        denktank hackathon -ontmoetingen -sessies -avonden -middagen -ochtenden
        """,
}
_HEADS: Final = {head.lstrip("-="): kind for kind, heads in _HEADS_BY_KIND.items() for head in heads.split()}
_BOUND: Final = {h[1:] for heads in _HEADS_BY_KIND.values() for h in heads.split() if h[0] == "-"}
_LENGTHS: Final = tuple(sorted({len(head) for head in _HEADS}, reverse=True))
# nouns in two words, by type
PHRASES: Final = re.compile(
    r"\b(?:(?P<webinar>online\s+college)|"
    r"(?P<inloop>open\s+(?:les(?:sen)?|dag|huis|ochtend|middag|avond|atelier|podium|inloop|spreekkamer|"
    r"spreekuur|lesdag|lesochtend|lesmiddag|deur|deurendag|klas|repetitie)|kijkje\s+in)|"
    r"(?P<actie>stille\s+(?:actie|tocht|mars)|ludieke\s+actie)|"
    r"(?P<symposium>politiek\s+caf[ée])|"
    r"(?P<bijeenkomst>(?:koffie|lunch|ontbijt|thee|soep)\s+met(?!\s+(?:een|wat|iets|koek\w*|taart|cake|gebak|"
    r"broodjes?|lekkers)\b)|ronde\s+tafel|high\s+tea|goed\s+gesprek))\b",
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
    r"vader|papa|mama|ziekte|kantoor|sluitings|zittings|marge|laatste|feest|kerst|konings|half|op|af|in|ver|"
    r"aan|uit|toe|bij)dag|"
    r"(?:eet|grand|internet|lunch)-?caf[ée]|(?:lees|eet|stam|thee|teken|school)tafel|keukentafel|bureautafel|behandeltafel|speeltafel|"
    r"(?:ochtend|avond|morgen|na)\w*(?:spits|dienst)|(?:over|be|ver)morgen|(?:van|(?:eer)?gister(?:en)?)(?:avond|middag|ochtend|morgen)|goede(?:middag|morgen|navond)|"
    r"(?:goede|goeie)\w*|huwelijksfeest|"
    r"(?:arbeids|woning|super|vrije|jaar)markt|school-?tocht",
    re.IGNORECASE,
)
_DOORS: Final = re.compile(r"\s+(?:met|vanaf|v\.?a\b|om|\d|en\s+(?:registratie|ontvangst))", re.IGNORECASE)
_FREE: Final = re.compile(r"\bvrije\s$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\s+\d")
# heads that tell little: of several nouns one that tells more goes before
_VAGUE: Final = frozenset(
    """
    avond middag ochtend morgen dag uurtje avonden middagen ochtenden overleg actie gesprek gesprekken
    presentatie sessie sessies lunch campagne borrel markt ontmoeting feest maaltijd meeting
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
        head = _head(match.group()) if match.start() >= taken else ""
        if head and _stands(text, match):
            yield _HEADS[head], match.start(), match.end()


def holds_noun(word: str) -> bool:
    """Whether a word, as white space bounds it, holds an activity's noun."""
    return any(_head(match.group()) for match in _WORD.finditer(word))


def vague(noun: str) -> bool:
    """Whether a noun tells little of what is done: "praatavond", "kennisdag", "opruimactie"."""
    return _head(noun) in _VAGUE


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether a noun is meant as one where it stands: no doors ("inloop vanaf 19.00"), no street."""
    word = match.group()
    if word.lower() == "inloop":
        return not (
            _DOORS.match(text, match.end()) or _FREE.search(text, max(0, match.start() - 7), match.start())
        )
    return not (word[0].isupper() and word.endswith("markt") and _NUMBERED.match(text, match.end()))


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def _head(word: str) -> str:
    """The head of a word that tells its type; "" where it is no activity."""
    small = word.lower()
    for length in _LENGTHS:
        if length <= len(small) and small[-length:] in _HEADS:
            alone = length == len(small)
            if _NEVER.fullmatch(small) or (alone and small in _BOUND):
                return ""
            first = small.partition("-")[0]  # "intervisie-estafette" is the former, in the way of the latter
            return first if first in _HEADS and first not in _BOUND and not alone else small[-length:]
    return ""
