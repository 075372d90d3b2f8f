"""What a later mail changes about an activity that was sent before: cancelled, changed or added to."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from intake.edition import Edition
from intake.extract.dates.clock import TimeMention
from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.finding import Finding
from intake.extract.grades import DERIVED, LIKELY, SAID
from intake.extract.letter import Letter
from intake.extract.line import Line, Place

CANCELLED: Final = re.compile(
    r"\b(?:ga(?:at|an)|kan|kunnen|zal|"
    r"zullen)\b[^.;!?]{0,60}\bniet\s+(?:meer\s+)?door(?:gaan)?\b(?!\s+(?:op|in|om|naar|van|maar))|"
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
    r"\bkan\s+er(?:af|uit)\b|\bniet\s+(?:\w+\s+){0,2}(?:plaats\s?(?:heeft|hebben)|plaatsvind(?:t|en)|van\s+de\s+grond)\b|"
    r"\b(?:uit|van)\s+(?:de|jullie|uw)\s+(?:\w+\s+)?(?:agenda|site|website|kalender|lijst)\s+(?:\w+\s+)?"
    r"(?:(?:te\s+)?(?:halen|verwijderen)|gehaald|verwijderd|af)\b",
    re.IGNORECASE,
)
CHANGED: Final = re.compile(
    r"\b(?:verplaatst|verplaatsen|verplaatsing|verzet|verzetten|verschoven|verschuift|verschuiven|"
    r"schui(?:ft|ven)\s+(?:\w+\s+){0,4}op|schui(?:ft|ven)\b[^.;]{0,60}\bnaar\s+(?:de\s+)?(?:\w+dag|\d)|(?:we|wij)\s+(?:zitten|staan|zijn)\s+nu\s+(?:in|bij|op)|opgeschoven|(?:door|op)\s?(?:te\s+)?schuiven|(?:door|vooruit)geschoven|gewijzigd|gewijzigde|wijziging(?:en)?|wijzigt|"
    r"(?:wordt|worden|is|zijn)\s+(?!(?:niet|niets|niks|nooit|weinig|nauwelijks|amper)\s)(?:\w+\s+)?veranderd|verandert|verandering|veranderingen|verhui(?:st|sd|zen)|vervroegd|verlaat|"
    r"(?:zijn|is|wordt|worden)\s+anders|"
    r"(?:andere|nieuwe|grotere|kleinere)\s+(?:locatie|zaal|datum|tijd|tijden|dag|ruimte|plek|aanvangstijd|"
    r"contactpersoon|spreker|link)|"
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
    r"\(\s*(?:(?:dit|dat|deze|die)\s+)?was\s+(?:eerst\s+)?(?:\w+dag\b|om\s+\d|\d)|(?:\bin\s+plaats\s+van|\bi\.?p\.?v)\b(?!\.?\s+(?:in|op|naar|bij|via|aan)\s+(?:de\s+|het\s+|jullie\s+|uw\s+|je\s+|onze\s+)?(?:\w*(?:mail\w*|box|postvak|postbus|redactie|desk|steunpunt)|jullie|jou|u)\b)|\ben\s+(?:dus\s+)?niet\s+(?:om|op|in)\b",
    re.IGNORECASE,
)
WRONG: Final = re.compile(
    r"\b(?:rectificatie|correctie|verkeerde(?!\s+(?:e-?mail\w*\s?)?(?:adres|bus)\s+(?:gebruikt|gestuurd|gemaild|verstuurd|verzonden))|"
    r"verkeerd\s+(?:adres|tijdstip|\w*nummer|vermeld|door\w+|"
    r"opgegeven|genoteerd|gezet)|juiste\s+(?:datum|tijd\w*|adres|locatie|link|naam|plaats|"
    r"gegevens|telefoonnummer|\w*adres)|fout|foutjes?|foutieve?|verwisseld|omgewisseld|de\s+goede\s+(?:datum|tijd\w*|link)|het\s+goede\s+(?:\w*nummer|\w*adres)|vergissing|vergist|klopt\s+(?:\w+\s+){0,3}niet|"
    r"onjuiste?|ingeslopen|(?:dat|dit|het|hij|\w*tijd|\w*datum|\w*adres)\s+moet\s+(?:\S+\s+){0,5}zijn|"
    r"dat\s+moet(?=\s+\S*\s?\d)|maar\s+bedoel(?:de|den)|"
    r"(?:schreef|meldde|noemde|mailde)\b[^.;]{0,50}\bmaar\s+(?:het|dat)\s+(?:is|moet)|"
    r"(?:op|in)\s+(?:de|jullie|uw|mijn|onze|ons)\s+(?:agenda|site|website|kalender|lijst|(?:e-?)?mail|bericht)\b[^.;]{0,40}\bmaar\s+(?:het|dat|hij)\s+(?:is|moet))\b",
    re.IGNORECASE,
)
ADDED: Final = re.compile(
    r"\b(?:aanvulling|toevoeging\s+(?:op|bij)|aanvullend\w*|aan\s+te\s+vullen|aanvullen|"
    r"vergeten\s+(?:\w+\s+){0,4}(?:te\s+|erbij|door)|vergat|ontbrak(?:en)?|weggevallen|"
    r"(?:een|de)\s+(?:extra|tweede|derde)\s+(?:ronde|sessie|groep|voorstelling|keer|moment|datum|dag|uitvoering)|"
    r"behalve\s+(?:om|op)\s[^.;]{1,30}\sook\s+(?:om|op)|ontbreekt|ontbreken|"
    r"nagekomen(?!\s+(?:aanmelding|activiteit|bijdrage|inschrijving|opgave))|"
    r"nog\s+niet\s+bekend\s+wa(?:s|ren)|(?:inmiddels|nu)\s+(?:ook\s+)?(?:is|hebben|staat|bekend|rond)|"
    r"is\s+(?:er\s+)?(?:nu|inmiddels)(?:\s+(?:bekend|ook|er|rond|een))|erbij\s+gekomen|nog\s+(?:niet\s+)?(?:de|het|een)\s+(?:aanmeld\w+|link|locatie|tijd\w*|zaal)|"
    r"bij\s+deze\s+(?:nog\s+)?(?:de|het)\s+(?:link|aanmeld\w+|locatie)|nog\s+(?:toe|bij)gekomen|"
    r"kom(?:t|en)\s+(?:\w+\s+){0,4}bij|"
    r"(?<!\bwij )(?<!\bwe )(?<!\ben )(?:stond(?:en)?|staat|staan)\s+(?:er\s+)?"
    r"(?:nog\s+)?niet\s+(?:bij|in|op)|stuur\s+(?:ik\s+)?(?:\w+\s+)?na|"
    r"nasturen|nagezonden|hoor(?:t|en)\s+(?:er\s+)?(?:ook\s+)?nog|(?:hierbij|bij\s+dezen?)\s+(?:\w+\s+)?alsnog\s+(?:de|het)|zoals\s+(?:beloofd|afgesproken)\s+(?:\w+\s+)?nog|"
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
    r"\b(?:erbij\s+(?:te\s+)?(?:zetten|vermelden|plaatsen)|bij\s+(?:\w+\s+){1,3}zetten|toevoegen|toevoeging|"
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
    r"afmelden|afmelding|annuleren\s+(?:kan|is|tot)|kosteloos|annulerings\w+|wijzigingen\s+(?:zijn\s+)?voorbehouden|"
    r"onder\s+voorbehoud)\b",
    re.IGNORECASE,
)


# what is cancelled keeps nothing
_KEPT: Final = re.compile(
    r"\bblij(?:ft|ven)\s+(?:\w+\s+){0,3}(?:gelijk|hetzelfde|ongewijzigd|zoals|wat)\b", re.IGNORECASE
)
# "verplaatsen lukt niet meer"
_NEITHER: Final = re.compile(
    r"\b(?:verplaatsen|verzetten|verschuiven|uitstellen|opschuiven)\s+(?:lukt|gaat|kan|kunnen|is)\b[^.;!?]{0,20}\bniet\b",
    re.IGNORECASE,
)


# asked of what was sent before, and so often said of anything else that it tells no kind of mail
_TO_ALTER: Final = re.compile(
    r"\b(?:aan\s?(?:te\s+)?passen|aangepast|(?:te\s+)?wijzigen|(?:te\s+)?veranderen|corrigeren|bijwerken|rechtzetten|verbeteren)\b",
    re.IGNORECASE,
)


def find_change(letter: Letter, edition: Edition) -> Iterator[Finding]:
    """`cancelled`, `changed` or `added`; asked of updates alone."""
    del edition
    lines = [*letter.at(Place.BODY), *letter.at(Place.SUBJECT), *letter.at(Place.CALENDAR, Place.DOCUMENT)]
    supposed = set(letter.those(lines, SUPPOSED))
    lines = [line for line in lines if line not in supposed]
    signs = [("changed", (CHANGED, INSTEAD, WRONG, FULL), SAID), ("added", (ADDED, BESIDE), LIKELY)]
    # "gaat niet door" may only lead up to the new day: "... maar schuift op naar donderdag"
    signs.insert(
        1 if _moved(letter, lines) or any(letter.those(lines, _KEPT)) else 0,
        ("cancelled", (CANCELLED,), SAID),
    )
    grade_of_rest = None
    for value, patterns, grade in signs:
        line = next(letter.those(lines, *patterns), None)
        if line is None:
            continue
        match = next(filter(None, (letter.search(pattern, line) for pattern in patterns)))
        given = grade if grade_of_rest is None else min(grade, grade_of_rest)
        yield letter.find("change", value, given, line, match.start(), match.end(), "change")
        grade_of_rest = LIKELY
    if grade_of_rest is None:
        yield from _told_anew(letter, lines)


def _told_anew(letter: Letter, lines: Sequence[Line]) -> Iterator[Finding]:
    """`changed` where an update only says what is so: "Nog over de lezing: die begint om 14.00 uur"."""
    line = next(letter.those(lines, _TO_ALTER), None)
    if line is not None and (match := letter.search(_TO_ALTER, line)) is not None:
        yield letter.find("change", "changed", LIKELY, line, match.start(), match.end(), "change")
        return
    for line in lines:
        if line.place is Place.BODY:
            for mention in letter.mentions(line):
                if isinstance(mention, TimeMention | DayMention):
                    yield letter.find(
                        "change", "changed", DERIVED, line, mention.start, mention.end, "change"
                    )
                    return


def _moved(letter: Letter, lines: Sequence[Line]) -> bool:
    """Whether a sentence that tells of a change names the new day or hour."""
    for line in letter.those(lines, CHANGED, INSTEAD):
        if _NEITHER.search(line.text):
            continue
        if line.place is Place.BODY:
            for mention in letter.mentions(line):
                if isinstance(mention, TimeMention):
                    return True
                if isinstance(mention, DayMention) and not mention.week and _new(letter, line, mention):
                    return True
    return False


def _new(letter: Letter, line: Line, mention: DayMention) -> bool:
    return role_of(letter, line, mention) is DateRole.ACTIVITY
