"""Whom it is for, in the mail's words, and whether anyone may come."""

import re
from collections.abc import Iterator
from typing import Final

from intake.edition import Edition
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LABELLED, LIKELY, SAID, TRACE
from intake.extract.letter import Letter
from intake.extract.line import Line, Place
from intake.extract.nouns import nouns
from intake.extract.title.name import organisation

PEOPLE: Final = re.compile(
    r"\b(?:[\w-]*(?:leerling|ouder|mentor|docent|leraar|leraren|leerkracht|co[öo]rdinator|jongere|"
    r"medewerker|begeleider|ambtenaar|ambtenaren|directeur|"
    r"schoolleider|professional|verzorger|student|consulent|verpleegkundige|werker|bestuurder|coach|"
    r"wethouder|inwoner|belangstellende|psycholo|"
    r"orthopedago|teamleider|huisarts|jeugdarts|leerkracht|onderwijsassistent|leraarondersteuner|adviseur|"
    r"regisseur|rector|raadsle|vrijwilliger|"
    r"opvoeder|intern\s+begeleider|ambulant|behandelaar|hulpverlener|kinderen|tieners|pubers|jeugd|"
    r"brugklasser|gasten|buurtbewoner|genodigde|"
    r"deskundige|praktijkondersteuner|artsen|personeel|collega|familie|beleidsmaker|bestuur|gezin|scholen|"
    r"klassen|opa|oma|administrat|conci[ëe]rge|vaders|moeders|trajectbegeleider|lotgenoot|lotgenoten|verwijzer|decaan|decanen|pedago|specialist|"
    r"therapeut|logopedist|peuter|kleuter|meiden|jongens|meisjes|mensen|volwassenen|expert|partner|zij-instromer|"
    r"stagiair|thuiszitter|besturen|buren|nieuwsgierige|gemeenten|wijkteam|conciërge|trainer|instanties)(?:s|en|n|e|r|st|gen|'s|"
    r"’s)*|iedereen|alle?man|"
    r"ib['’]?ers|slb['’]?ers|zzp['’]?ers|(?:po|vo|mbo|teams?)\b|al\s+wie|wie\b)",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"(?<!\w)(?:(?P<meant>(?:bedoeld|bestemd|geschikt|interessant|toegankelijk|open|opengesteld|speciaal|ingericht|"
    r"gemaakt|relevant|leuk|nuttig|handig)\s+voor|gericht\s+op|richt(?:en)?\s+(?:zich|ons|we\s+ons|wij\s+ons)\s+(?:\w+\s+){0,2}?(?:op|tot))|"
    r"[Vv]oor):?\s+(?P<who>(?:(?!\svoor\s)[^.;:!?(]){2,220}(?:\([^)]{2,60}\)[^.;:!?(]{0,120})?)"
)
# who is asked to come, what is given to whom, whom the reader is taken for
_ASKED: Final = re.compile(
    r"\b(?:nodig(?:en|t)\s+(?:(?:wij|we|ik|hij|zij|hierbij|graag|ook|alvast|u|jullie|dan\s+ook|van\s+harte)\s+){0,3}"
    r"(?P<invited>[^.;:!?]{3,120}?)\s+(?:(?:van\s+harte|graag|hierbij|allemaal)\s+)?uit\b|"
    r"\b(?:wil(?:len|t)?|zou(?:den)?|gaan|kunnen|mogen)\s+(?:(?:wij|we|ik|graag|ook|hierbij|heel|dan)\s+){0,4}"
    r"(?P<bidding>[^.;:!?]{3,120}?)\s+(?:van\s+harte\s+|graag\s+|willen\s+)?uit\s?(?:te\s+)?nodigen\b|"
    r"\b(?:alleen|uitsluitend|enkel)\s+(?P<only>[^.;:!?]{3,100}?)\s+(?:nemen|neemt|doen|doet|mogen|kunnen|kan|mag)\s+"
    r"(?:\w+\s+){0,2}?(?:deel|mee|meedoen|deelnemen|aanschuiven|komen)\b|"
    r"verwelkomen\s+(?:(?:wij|we|graag|ook|die\s+\w+)\s+){0,3}(?P<greeted>[^.;:!?]{3,120})|"
    r"doelgroep(?:\s+van\s+[^.;:!?]{3,40}?)?\s+(?:is|zijn|bestaat\s+uit|vormen)\s+(?P<meant>[^.;:!?]{3,120})|"
    r"(?:geven|geeft|verzorgen|verzorgt|bieden|biedt)\s+[^.;:!?]{3,70}?\saan\s+(?P<taught>[^.;:!?]{3,120})|"
    r"(?:ben\s+je|bent\s+u|ben\s+jij|werk\s+je\s+als|werkt\s+u\s+als|je\s+bent|u\s+bent)\s+(?:een\s+)?"
    r"(?P<you>[^.;:!?]{3,100}?)(?=,?\s+(?:dan|en\s+(?:wil|zoek|heb|loop)\w*|kom|meld|wil|die)\b|[.;:!?])|"
    r"(?:(?:ontvangen|verwachten|rekenen|mikken|hopen)\s+(?:wij|we)|(?:wij|we)\s+(?:ontvangen|verwachten|rekenen|mikken|hopen))\s+"
    r"(?:(?:graag|dan|ook|die\s+\w+|op)\s+){0,3}(?P<expected>[^.;:!?]{3,140})|"
    r"nemen\s+(?:[\w\s]{2,30}\s)?deel\s+(?P<part>[^.;:!?]{3,160})|"
    r"(?:deelnemers|genodigden|aanwezigen|deelnemende\s+partijen)\s+zijn\s+(?P<guests>[^.;:!?]{3,140})|"
    r"iedereen\s+(?:mag|kan|is)\s+[^.;:!?]{0,24}:\s+(?P<all>[^.;:!?]{3,140})|"
    r"(?:^|[;:]\s+)(?P<written>[^.;:!?]{3,140}?)\s+(?:ontvangen|krijgen|kregen|ontvingen)\s+(?:\w+\s+){0,3}(?:bericht|uitnodiging|brief)|"
    r"(?:hebben|heeft)\s+(?:(?:wij|we|ook)\s+){0,2}(?P<asked>[^.;:!?]{3,100}?)\s+uitgenodigd|"
    r"waar(?:op|bij|in)\s+(?P<meeting>[^.;:!?,]{3,80}?)\s+(?:samen|met\s+elkaar|elkaar|in\s+gesprek|bij\s+elkaar)\b|"
    r"\bleren\s+(?P<learning>[^.;:!?,]{3,60}?)\s+(?:hoe|wat|om|te)\b|"
    r"(?:komen|ontmoeten|praten|gaan)\s+(?P<met>[^.;:!?]{3,120}?)\s+(?:bij\s+elkaar|bijeen|samen|elkaar|in\s+gesprek|"
    r"met\s+elkaar))",
    re.IGNORECASE,
)
_FREE_FOR: Final = re.compile(r"\bgeen\s+kosten\b|\bwordt\s+gezorgd\b|\bzorgen\s+(?:wij|we)\b", re.IGNORECASE)
_ONLY: Final = re.compile(
    r"\bop\s+verzoek\b|\bis\s+er\b|\bzijn\s+er\b|\bgeldt\b|\bvragen\s+(?:we|wij)\b", re.IGNORECASE
)
_NOT_WHO: Final = re.compile(
    r"^(?:wie\b\W*$|wie\s+(?:is|zijn|kan|mag)\b|u\s|jou\b|jouw|ieder\w*\s+(?:gezin\s+)?betaalt|vragen|meer\b|nadere|informatie|inhoudelijke|de\s+(?:agenda|website|site|volledigheid|"
    r"zekerheid|actieweek|landelijke|week|toolbox|koffie|broodjes|hele|meeste|redactie)|"
    r"een\s+(?:activiteit|plek|kopje|drankje|lunch)|"
    r"in\s|het\s+(?:eerst|programma|geval)|dit|dat|deze|jullie|uw\b|ons\b|onze\s+rekening|\d|"
    r"alle\s+duidelijkheid|€|zover|zo'n|koffie|deelname|aanmelding\w*|opgave|wat\b|als\b|u\b|je\b|mij\b|"
    r"publicatie|de\s+\d|plaatsing|honderd|het\s+voortgezet|elk\s+half|verdere)",
    re.IGNORECASE,
)
_CUT: Final = re.compile(
    r"\s[a-zà-ÿ]+(?:en|t)\s+(?:we|wij|ik|u)\b|\s(?:is|zijn|komt|komen|was)\s+er\b|\s(?:en|of)\s+(?:wil|wilt|zoek|heb)\s+(?:je|u)\b|"
    r"\s(?:op|vanaf(?!\s+\d+\s*(?:jaar|jr))|tussen(?!\s+(?:de\s+)?\d+\s*(?:en|tot)\s*\d+\s*(?:jaar|jr))|om)\s+(?:(?:ma|di|wo|do|vr|za|zo)\w*dag\b|\d|de\s+\d|half\b|kwart\b)|"
    r"\s(?:en\s+)?(?:wordt|worden|vindt|begint|start|duurt|kost)\b|\svan\s+(?:(?:ma|di|wo|do|vr|za|zo)\w*dag\b|\d+[.:]\d|\d+\s+uur|\d+\s+tot\s+\d+\s+uur)|,\s+(?=(?:maan|dins|woens|donder|vrij|zater|zon)dag)|,\s+(?:op|in|door|"
    r"van|onder|met|waar\w*|een|om|en\s+(?:wel|is|wordt)|die\s+(?:mid|och|avo)\w+|maar|want|zodat|dus|"
    r"max\w*|gratis|kosten|deelname|aanmelden|opgeven|niet|graag|wel|je|we|wij|er|ook)\b|"
    r"\s(?:in|bij)\s+(?:de\s+|het\s+)?[\w-]*(?:huis|centrum|zaal|gebouw|bibliotheek|theater|podium|kerk|aula|kantoor|loods)\b|"
    r"\s[–—-]\s|\s(?:in|te|bij)\s+(?:het\s+kader|onze|ons|de\s+(?:actieweek|landelijke|week))|\s(?:waarin|"
    r"waarbij|die\s+week|over\s+(?:de|het|hoe)|organiseert|organiseren|houden|vindt|komt|"
    r"uit\s+de\s+hele)\b|\s[\"“‘]",
    re.IGNORECASE,
)
_WELCOME: Final = re.compile(
    r"(?P<who>[^.;:!?]{3,140}?)\s+(?:is|zijn)\s+(?:van\s+harte\s+|dus\s+|ook\s+|natuurlijk\s+|"
    r"allemaal\s+)*welkom\b|(?P<bidden>[^.;:!?]{3,120}?)\s+(?:is|zijn)\s+(?:\w+\s+){0,2}uitgenodigd\b|\bwelkom\s+(?:is|zijn)\s+(?P<after>[^.;:!?]{3,140})",
    re.IGNORECASE,
)
_EVERYONE: Final = re.compile(
    r"\b(?P<who>iedereen)\b[^.;:!?]{0,24}\bwelkom\b|\b(?:kan|mag|voor|staat\s+open\s+voor|"
    r"is\s+er\s+voor)\s+(?P<who2>iedereen)\b",
    re.IGNORECASE,
)
_READER: Final = re.compile(r"\s*(?:ook\s+)?(?:jullie|u|je|jij|hen|ze|zij|andere\w*)\b", re.IGNORECASE)
# "niet voor leerkrachten", "vragen aandacht voor thuiszitters"
_NOT_FOR: Final = re.compile(
    r"\b(?:niet|aandacht|begrip|zorg|oog|waardering|opkomen|onderwijs|hulp|steun)\s$", re.IGNORECASE
)
_PREPOSED: Final = re.compile(r"\s*(?:aan|met|van|door|uit|bij|in|op|om|tot|naar|over)\s", re.IGNORECASE)
_ALSO: Final = re.compile(r"\s*ook\b", re.IGNORECASE)
# "Elke ochtend kan iedere jongere die thuiszit binnenlopen"
_LET: Final = re.compile(
    r"\b(?:kan|kunnen|mag|mogen)\s+(?P<who>(?:iedere|elke|alle|jongeren|ouders|leerlingen|kinderen|mensen|\w+ers|\w+oren)\b[^.;:!?]{0,70}?)\s+"
    r"(?:(?:zo|gewoon|gratis|gerust|vrij|even)\s+)?(?:binnenlopen|komen|aanschuiven|meedoen|langskomen|aansluiten|deelnemen|meekijken|meelopen|inloggen)\b",
    re.IGNORECASE,
)
# with whom something is done, told without an article: "we gaan wandelen met ouders"
_WITH: Final = re.compile(
    r"\b(?:wij|we|ik)\b[^.;:!?]{0,60}?\b(?:in\s+gesprek|wandelen|lopen|koken|sporten|praten|spreken|werken|oefenen|eten|ontbijten|"
    r"lunchen|fietsen|bouwen|schilderen|spelen|lezen|zingen|dansen|vissen|tuinieren|gaan|ga|praat|wandel)\s+(?:er\s+)?met\s+"
    r"(?P<who>(?!(?:onze|de|het|een|mijn|elkaar|jullie|u|je|jou|hen|ons)\s)[^.;:!?,]{3,90}?)(?=\s+(?:vissen|wandelen|lopen|koken|sporten|praten|eten)\b|[.;:!?,]|$)",
    re.IGNORECASE,
)
# with whom somebody does something: "gaan de jeugdartsen wandelen met jongeren"
_BESIDE: Final = re.compile(
    r"\b(?:wandelen|lopen|koken|bakken|sporten|eten|ontbijten|lunchen|fietsen|bouwen|schilderen|spelen|zingen|dansen|vissen|"
    r"tuinieren|timmeren|knutselen|tekenen)\s+(?:(?:wij|we|ze|zij|samen|ook|graag)\s+){0,2}met\s+"
    r"(?P<who>(?!(?:onze|de|het|een|mijn|elkaar|jullie|u|je|jou|hen|ons)\s)[^.;:!?,]{3,110})",
    re.IGNORECASE,
)
# a letter that says to whom it is written
_ADDRESSED: Final = re.compile(
    r"\s*(?:aan|t\.?a\.?v\.?)\s*:?\s+(?:de\s+|alle\s+)?(?P<who>[^.;:!?\n]{4,160})$", re.IGNORECASE
)
_BODIES: Final = re.compile(r"(?:alle\s|de\s)?(?:scholen|gemeenten|besturen|klassen|teams?)", re.IGNORECASE)
_WHOEVER: Final = re.compile(r"wie\b", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\s(?:over|rond|rondom)\s")
_WHO_DO: Final = re.compile(r"\b(?:die|wie|dat|wiens)\b")
# "een koffietafel voor ouders doen"
_DOES: Final = re.compile(
    r"\s(?:doen|houden|organiseren|geven|hebben|verzorgen|aanbieden|plaatsen|maken)\s*$"
)
_PLURAL: Final = re.compile(r"[a-zà-ÿ-]{4,}(?:s|en)\b(?:\s+(?:van|vanaf|tussen|uit|in|die|met|en)\b|\s*$)")
_DEFINITE: Final = re.compile(r"(?:de|het|deze|dit|onze)\s+", re.IGNORECASE)
_OTHER_LABELS: Final = {
    "contact",
    "price",
    "registration",
    "place",
    "phone",
    "organisation",
    "deadline",
    "url",
    "subject",
}
_MAY: Final = re.compile(
    r"^\W{0,5}(?:(?:ook|alle)\s+)?(?P<who>[^.;:!?]{3,120}?),?\s+(?:kunnen|mogen|kan|mag)\s+(?:[^.;:!?]{0,50}?\s)??"
    r"(?:(?P<comes>binnenlopen|komen|aanschuiven|meedoen|langskomen|aansluiten|deelnemen|meekijken|meelopen|inloggen|"
    r"terecht|chatten|aanhaken|bijwonen|meepraten|kijken)|\w+en)\b",
    re.IGNORECASE,
)


def find_audience(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """Whom the activity is for, in the mail's own words."""
    del edition
    for line in letter.labelled("audience"):
        start, end = line.value, line.end
        if organisation(line.said.strip()):  # "Wie: Stichting ..." is who organises
            continue
        if not any(char.isalpha() for char in line.said):  # another column's figure
            continue
        text = line.sheet.text
        match = re.match(
            r"(?:alleen\s+)?(?:bedoeld\s+|bestemd\s+)?(?:voor\s+)", text[start:end], re.IGNORECASE
        )
        start += match.end() if match else 0
        yield _of(letter, line, start, end, LABELLED if line.own_label else LIKELY)
    for line in letter.maybe(letter.told(), _WELCOME, _LET, _WITH, _BESIDE, _MAY, _FOR, _ASKED, _EVERYONE):
        if line.own_label and line.label in _OTHER_LABELS:
            continue
        yield from _spoken(letter, line)
    yield from _addressed(letter)


def _addressed(letter: Letter) -> Iterator[Finding]:
    """To whom a letter in an attachment is written: "Aan de directeuren in de regio"."""
    for line in letter.maybe(letter.at(Place.DOCUMENT), _ADDRESSED):
        if line.start != line.first or line.end != line.last:
            continue
        match = _ADDRESSED.match(line.text)
        if match is not None and PEOPLE.match(match.group("who")):
            yield _of(letter, line, line.start + match.start("who"), line.end, DERIVED)
            return


def _spoken(letter: Letter, line: Line) -> Iterator[Finding]:
    text = line.sheet.text
    for start, stop, grade in (*_welcome(letter, line), *_meant(letter, line), *_asked(letter, line)):
        end = _end(text, start, stop)
        if end > start:
            yield _of(letter, line, start, end, grade)
    every = letter.search(_EVERYONE, line)
    if every is not None:
        yield _of(letter, line, every.start(every.lastgroup or 0), every.end(every.lastgroup or 0), DERIVED)


def _welcome(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """Who is welcome, or may come: "Ouders en leerlingen zijn van harte welkom"."""
    welcome = letter.search(_WELCOME, line)
    if welcome is not None:
        name = str(welcome.lastgroup)
        who = welcome.group(name)
        if PEOPLE.search(who) and not _READER.match(who):
            yield *welcome.span(name), DERIVED if _ALSO.match(who) else LIKELY
    let = letter.search(_LET, line)
    if let is not None and PEOPLE.search(let.group("who")) and not _READER.match(let.group("who")):
        yield *let.span("who"), DERIVED
    for pattern in (_WITH, _BESIDE):
        beside = letter.search(pattern, line)
        if beside is not None and PEOPLE.match(beside.group("who")):
            yield *beside.span("who"), DERIVED
            break
    may = _MAY.match(line.said) if letter.may(_MAY, line) else None
    if may is not None and PEOPLE.match(may.group("who")) and not _WHOEVER.match(may.group("who")):
        yield (
            line.value + may.start("who"),
            line.value + may.end("who"),
            LIKELY if may.group("comes") else DERIVED,
        )


def _meant(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """The first people of a line for whom something is: "bedoeld voor mentoren"."""
    text = line.sheet.text
    for match in letter.finditer(_FOR, line):
        start = match.start("who")
        end = _end(text, start, match.end("who"))
        who = text[start:end]
        opening = not text[line.start : match.start()].strip(" -–•*·")
        people = PEOPLE.search(who[:60]) or (opening and _PLURAL.match(who))
        if (
            _NOT_WHO.match(who)
            or _activity(who)
            or not people
            or _NOT_FOR.search(text, max(line.start, match.start() - 16), match.start())
        ):
            continue
        if _FREE_FOR.search(text, start, match.end("who")):
            continue  # "voor aangesloten scholen zijn er geen kosten"
        if _ONLY.search(text, end, line.end):
            yield start, end, TRACE if "op verzoek" in text[end : line.end] else DERIVED
            return
        alone = opening and not text[end : line.end].strip(" .,")
        named = any(stop <= match.start() for _, _, stop in letter.nouns(line))  # "een ochtend voor ouders"
        likely = (named or opening) and not who.lower().startswith(
            "een "
        )  # "wat je betekent voor een leerling"
        yield start, end, SAID if match.group("meant") or alone else LIKELY if likely else DERIVED
        return


def _asked(letter: Letter, line: Line) -> Iterator[tuple[int, int, float]]:
    """Who is invited, taught or addressed: "wij nodigen alle mentoren uit", "bent u docent?"."""
    match = letter.search(_ASKED, line)
    if match is None:
        return
    name = str(match.lastgroup)
    who = match.group(name)
    if _PREPOSED.match(who):
        return  # "kinderen lezen voor aan ouderen"
    if PEOPLE.search(who[:60]) and not _READER.match(who) and not _NOT_WHO.match(who) and not _activity(who):
        if name == "taught" and not letter.nouns(line):
            return
        sure = name in (
            "invited",
            "meant",
            "taught",
            "expected",
            "part",
            "guests",
            "asked",
        ) and not _BODIES.fullmatch(who.strip())
        yield *match.span(name), LIKELY if sure else DERIVED


def _activity(who: str) -> bool:
    """Whether words begin with an activity rather than with people: "de workshop is plaats voor ..."."""
    lead = _DEFINITE.match(who)
    return lead is not None and any(start == lead.end() for _, start, _ in nouns(who, lead.end(), len(who)))


def _end(text: str, start: int, end: int) -> int:
    """Where the people stop: at what tells when, where or what."""
    cut = _CUT.search(text, start + 2, end)
    end = cut.start() if cut is not None else end
    about = _ABOUT.search(text, start + 2, end)
    if about is not None and not _WHO_DO.search(text, start, about.start()):
        end = about.start()
    if " een " in text[start:end]:  # "voor het hele gezin een spelletjesmiddag"
        things = (begin for _, begin, _ in nouns(text, start + 2, end) if text[begin - 5 : begin] == " een ")
        end = min([end, *(begin - 5 for begin in things)])
    does = _DOES.search(text[start:end])
    return start + does.start() if does is not None and not _WHO_DO.search(text, start, end) else end


def _of(letter: Letter, line: Line, start: int, end: int, grade: float) -> Finding:
    text = line.sheet.text
    while end > start and text[end - 1] in " ,.;:\n\t":
        end -= 1
    lead = re.match(
        r"\s*(?:dan\s+ook\s+|ook\s+|alle\s+(?=\w+en\b)|de\s+(?=\w+(?:s|en)\b))",
        text[start:end],
        re.IGNORECASE,
    )
    if lead is not None and len(text[start:end]) - lead.end() > 4:
        start += lead.end()
    return letter.find("audience", " ".join(text[start:end].split()), grade, line, start, end, "audience")
