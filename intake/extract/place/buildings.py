"""The words for buildings and rooms, and what tells that a piece of text is no name of one."""

import re
from typing import Final

ROOM: Final = (
    r"(?:[\w-]*(?:zaal(?:tje)?|lokaal|kamer|aula|kantine|mediatheek|foyer|gymzaal|sporthal|studiecentrum|"
    r"raadzaal|atrium|collegekamer|bovenzaal(?:tje)?|theaterzaal|(?<!ont)(?<!ver)hal|ruimte|bibliotheek|kelder|"
    r"zolder|serre|hub|dojo|vleugel|verdieping|etage|auditorium|hoorcollegezaal|schoolplein)|lok\.(?=\s[A-Z0-9]))"
)
HEAD: Final = (
    r"(?i:[\w-]*(?:centrum|(?<!\bt)huis|gebouw|zaal|zaaltje|kapel|kerk|theater|bibliotheek|café|cafe|aula|kantine|"
    r"restaurant|hotel|school|college|lyceum|campus|boerderij|kasteel|museum|paviljoen|studio|brasserie|loods|"
    r"schuur|bieb|filmhuis|schouwburg|villa|landgoed|gymnasium|kulturhus|mediatheek|gymzaal|sporthal|foyer|"
    r"gemaal|pastorie|kazerne|fabriek|remise|toren|orangerie|koetshuis|stal|stallen|koepel|tuin|winkel|salon|"
    r"(?:bakk|brouw|smed|proev|kwek|drukk|mak|steen|schrijnwerk|timmer)erij|parkeerplaats|speeltuin|strand|ijsbaan|"
    r"botenhuis|jachthaven|kiosk|barak|bunker|"
    r"zwembad|park|plein|honk|lokaal|kamer|hoeve|zorgboerderij|pand|kantoor|locatie|raadzaal|bos|markt|"
    r"station|tent|huiskamer|hub|hof|werf|fort|auditorium|klooster|abdij|synagoge|moskee|molen|bioscoop|"
    r"poppodium|atelier|werkplaats|kantine|clubhuis|terrein|manege|hallen|galerie|vestiging|stadion|arena|erf|dojo|"
    r"multifunctionele\s+accommodatie|dorpshuis|mfc|mfa|kulturhus)|[\w-]*(?<!\bver)(?<!\bont)hal)"
)
VERB: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|organiseert|organiseren|houden|houdt|nodigt|nodigen|vindt|hebben|heeft|kan|"
    r"kunnen|komt|komen|gaat|gaan|welkom|deelnemers|gratis|uur|euro|personen|leerlingen|ouders|docenten|"
    r"mentoren|aanmelden|max|parkeren|doen|geven|volgt|staat)\b",
    re.IGNORECASE,
)
HEAD_WORD: Final = re.compile(rf"\b{HEAD}\b")
NEGATED: Final = re.compile(r"\b(?:niet|geen|nu\s+niet)\s+(?:meer\s+)?$", re.IGNORECASE)
_ROOM: Final = re.compile(rf"^(?:{ROOM})(?:\s+(?:[A-Z0-9][\w.]*|\d+))?", re.IGNORECASE)


def begins_with_room(name: str) -> bool:
    """Whether a name begins with the word for a room."""
    return _ROOM.match(name) is not None


def is_room(name: str) -> bool:
    """Whether a venue's name is only that of a room, in a building told elsewhere."""
    return begins_with_room(name) or name.lower().startswith(("ons ", "onze "))
