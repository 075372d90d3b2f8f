"""Names of people as Dutch mail writes them: in headers, signatures and sentences."""

import re
from typing import Final

from intake.extract.organisation_words import NO_PERSON, may_name
from intake.extract.recased import named

_PARTICLE: Final = (
    r"(?:van|von|de|der|den|del|della|di|da|du|dos|la|le|el|al|ben|bin|ter|ten|te|'t|’t|in|op|het|af|"
    r"ver|zu|y|vd|v\.d\.|d'|Van|De|Den|Der|Ter|Ten|El|Al)"
)
_GIVEN: Final = r"(?:[A-ZÀ-Ý](?:\.[A-ZÀ-Ý])*\.|[A-ZÀ-Ý][a-zà-ÿ]\.|[A-ZÀ-Ý][a-zà-ÿ'’]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)"
_FAMILY: Final = (
    r"(?:(?:Mc|Mac|O['’]|IJ|d['’]|D['’])?[A-ZÀ-Ý][a-zà-ÿ'’]+(?:-(?:[A-Zà-ÿÀ-Ý][a-zà-ÿ'’]*|van|de|der|"
    r"den|ten|ter)(?:\s(?=[a-z]*\s?[A-Z]))?)*(?:[A-ZÀ-Ý][a-zà-ÿ]+)?)"
)
TITLE: Final = (
    r"(?:(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]hr\.?|[Dd]e\s+heer|[Dd]rs\.?|[Dd]r\.?|[Mm]r\.?|"
    r"[Ii]ng\.?|[Ii]r\.?|[Pp]rof\.?|[Hh]eer)\s*)"
)
PERSON: Final = re.compile(
    rf"(?<![\w@.-])(?:{TITLE}){{0,3}}(?P<name>{_GIVEN}(?:\s?\([A-ZÀ-Ý][\w'’-]+\))"
    rf"?(?:\s{_GIVEN}){{0,2}}(?:\s{_PARTICLE}){{0,3}}\s{_FAMILY}(?:\s{_FAMILY})?)(?![\w@]|\s[1-9]\d{{0,3}}[a-z]?(?![\w-]))"
)
_TITLED: Final = re.compile(rf"(?<!\w){TITLE}{{1,3}}(?P<name>(?:{_PARTICLE}\s)*{_FAMILY})(?![\w@])")
_COMMA: Final = re.compile(
    r"^(?P<family>[^,()|]{2,40}),\s*(?:(?P<particle>(?:van|de|der|den|ter|ten|te|'t|el|la)(?:\s(?:van|de|"
    r"der|den|het))*)\b)?\s*\(?(?P<given>[^()|,]{0,40}?)\)?\s*$"
)
_TRADE: Final = re.compile(
    r"\b(?:\w*secretariaat|redactie|team|info|administratie|receptie|bureau|afdeling|website|communicatie|"
    r"kantoor|servicedesk|noreply|"
    r"organisatie|directie|helpdesk|stuurgroep|projectgroep|werkgroep|programma|leerlingenraad|ouderraad|"
    r"balie|planning|bestuur)\b",
    re.IGNORECASE,
)
# what somebody is, before the name: "Leerplichtambtenaar Yvonne Hendriks"
_ROLE: Final = re.compile(
    r"\w{0,25}(?:ambtenaar|coördinator|begeleider|adviseur|consulent|manager|docent|directeur|leider|medewerker|"
    r"verpleegkundige|psycholoog|pedagoog|werker|coach|therapeut|secretaris|voorzitter|leerkracht|conciërge|arts)",
    re.IGNORECASE,
)
# what is a family name behind a given one ("Bert Nijhuis") tells an organisation where it stands first
_KIND_FIRST: Final = re.compile(
    r"[\w-]{2,}(?:kring|huis|werk|bond|punt|dienst|boerderij|gilde|kliniek|opvang|consult|advies|hoeve|werkplaats|café|cafe|"
    r"plek|plaats|ruimte|spot|kamer|tafel|winkel|salon|tuin|hal|loods|schuur|kerk|theater|circus|school|college)\s",
    re.IGNORECASE,
)
# what else one can be reached by, and what stands for somebody
_NO_GIVEN: Final = frozenset(
    """
    zij hij ze men dat die wie niemand iedereen facebook instagram whatsapp linkedin twitter teams zoom signal
    telegram eventbrite google tikkie outlook skype mail email telefoon receptie ondergetekende school
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli
    """.split()  # noqa: SIM905 - read as prose
)
# "Rob van Bakkerij Het Zoete": what goes on so is no family name
_GOES_ON: Final = re.compile(r"\s(?:De|Het|['’]t)\s[A-ZÀ-Ý]")
# "Groet van Noor" is from Noor, who is not called Van Noor
_GREETING: Final = re.compile(r"(?:Groet(?:en|jes)?|Liefs|Gr|Groetjes)\s+van\s+[A-ZÀ-Ý][a-zà-ÿ]+$")
# capitalised words that begin sentences and lines and are no given names
_NO_NAME: Final = frozenset(
    """
    Groetjes Geacht Stichting Gr Mvg Alvast Hoogachtend Hoi Dag Hallo Ha Goedemorgen Goedemiddag Met
    Vriendelijke Hartelijke Beste Geachte Landelijke Nationale Actieweek Postbus Tel Telefoon Wij Het De
    Een Voor Op In Aan Van Namens Bezoekadres Postadres Locatie Datum Tijd Adres Bureau Kosten Groet
    Graag Deze Dit Ik Onze Ons Deelname Iedereen Passend Onderwijs Maandag Dinsdag Woensdag Donderdag
    Vrijdag Steunpunt Ook Vragen Groeten Lieve Vriendelijk Mocht Dank Bel Zelfde Wat Waar Wie Meer Kom
    Sprekers Spreker Na Zaal Grote Kleine Sint Noot Mail Stuur Opgave Aanmelden Inloop Programma Kvk
    Huize Liefs Grtjs Grtz Grtn Groet Gegroet App Vraag Contact Info Contactpersoon Contactpersonen
    Warme Hartelijk Juf Meester Directeur Rector Teamleider Voorzitter Coördinator Docent Mentor
    Ouders Vrienden Samen Weer Moeders Vaders Jongeren Thuis Leerlingen Buren Huis Kinderen Gezinnen Club
    Vrouwen Mannen Dames Heren Grootouders Broers Zussen
    Spreekster Inleider Gastspreker Bij Vestiging Filiaal Educatie Activiteiten Publiciteit Commissie
    Aanspreekpunt Organisator Inlichtingen Telefonisch Team Mevrouw Meneer Organisatie Aanmelding
    """.split()  # noqa: SIM905 - read as prose, not as a list of a hundred lines
)


def is_person(name: str) -> bool:
    """Whether a name is that of a person rather than of an organisation or a desk."""
    match = PERSON.fullmatch(name.strip())
    if match is None or _organised(name):
        return False
    return match.group("name").split()[0] not in _NO_NAME


def is_given(word: str) -> bool:
    """Whether a word with a capital can be a first name: none of organisations, none that begins lines."""
    return word not in _NO_NAME and word.lower() not in _NO_GIVEN and not _organised(word)


def _organised(name: str) -> bool:
    """Whether a name is an organisation's: what NO_PERSON finds is found by `may_name` too, and sooner."""
    if may_name(name) and NO_PERSON.search(name) is not None:
        return True
    return _TRADE.search(name) is not None or _KIND_FIRST.match(name) is not None


def display_name(name: str) -> str:
    """A person's name from a header: "Berg, van den (Karin)" is Karin van den Berg; "" where it is none.

    What stands behind "|", " - " or "via" is the organisation.
    """
    plain = named(re.sub(r"[\"“”]", "", name).strip(" '"))
    plain = re.split(r"\s[|/–—-]\s|\s(?:via|namens)\s|\s@\s", plain)[0].strip()
    match = _COMMA.match(plain)
    if match is not None and match.group("given"):
        family = match.group("family").strip()
        particle = match.group("particle") or ""
        plain = " ".join(part for part in (match.group("given").strip(), particle, family) if part)
    plain = re.sub(r"\s*\((?![A-Z][a-z]+\)\s)[^)]*\)\s*$", "", plain)
    return plain if is_person(plain) else ""


def people(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The names of people in `text[start:end]`, with a title's bearer ("mevrouw Jansen") too; in order."""
    found = []
    for match in PERSON.finditer(text, start, end):
        begin, stop = match.span("name")
        words = text[begin:stop].split()
        while words and (
            words[0] in _NO_NAME or words[0] == "ben" or (len(words) > 2 and _ROLE.fullmatch(words[0]))
        ):  # "Bel Siem Vos", "Ik ben Siem Vos"
            begin = text.index(words[1], begin + len(words[0])) if len(words) > 1 else stop
            words = words[1:]
        name = " ".join(words)
        if words[-1:] in (["De"], ["Het"]) or (" van " in name and _GOES_ON.match(text, stop)):
            continue
        if len(words) < 2 or _organised(name) or _GREETING.match(text, match.start("name"), stop):
            continue
        found.append((name, begin, stop))
    if not found:
        found = [
            (m.group("name"), m.start("name"), m.end("name")) for m in _TITLED.finditer(text, start, end)
        ]
    return found


def fits(name: str, email: str) -> bool:
    """Whether the part of an address before the @ is made of this name: "t.degroot" of Tineke de Groot."""
    local = re.sub(r"[^a-z]", "", _flat(email.partition("@")[0]))
    words = re.findall(r"[a-z]+", _flat(re.sub(r"\(.*?\)", "", name)))
    if not words or not local:
        return False
    family = "".join(words[1:]) or words[0]
    last = words[-1]
    return (
        (len(last) > 2 and last in local)
        or family in local
        or (len(words[0]) > 2 and local.startswith(words[0]))
    )


def _flat(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
