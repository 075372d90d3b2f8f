"""A text of who writes without capitals, or in capitals alone, as it would be written with them.

The extractors tell names by their capitals. What is changed is each letter's case and nothing else, so that
every character stays at its place.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from intake.extract.place.gazetteer import is_place

_LEAST: Final = 25  # letters: a shorter text tells nothing of how its writer writes
_LEAST_SIGNED: Final = 4
_SMALL: Final = 0.004  # capitals among its letters, at most: "ik", an iPhone's I, a postcode
_SOME: Final = 0.015  # at most where hardly a sentence begins with one: a name, a phone's own
_SHOUTED: Final = 0.85  # at least
_LINE: Final = 6  # words of a line in a signature, at most

_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_TOKEN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"@|://|www\.|\.(?:nl|com|org|eu|net)\b")
_BEGINS: Final = re.compile(r"(?:\A|[.!?…]\s{1,3}|\n[ \t]{0,9}\n|:\n)\W{0,4}")
_STREET: Final = re.compile(
    r"(?<![\w@./-])(?P<name>(?:(?:van|de|der|den|het|ten|ter|op|aan|burgemeester|burg\.|prins|prinses|koningin|"
    r"dr\.|dokter|oude|nieuwe|sint|st\.)\s){0,3}[a-zà-ÿ][\w'’-]{2,30}?(?:straat|weg|laan|plein|kade|dijk|"
    r"singel|gracht|hof|pad|park|steeg|markt|dreef|wal|baan|plantsoen|boulevard|haven|brink|poort))(?=\s\d)"
)
# "in amsterdam", "te den haag", "1234 ab baarn", "dorpsstraat 4, baarn"
_AT: Final = re.compile(
    r"(?:\b(?:in|te|uit|naar|gemeente)\s|(?P<street>\b\d{4}\s?[a-z]{2}[,\s]{1,2}|"
    r"(?:straat|weg|laan|plein|kade|dijk|singel|gracht|hof|pad|park)\s\d{1,4}[a-z]?,?\s(?:in\s|te\s)?))"
    r"(?P<name>(?:['’]s[- ])?[a-zà-ÿ][\w'’-]{2,24}(?:[ -](?:aan|op|de|den|der|het|bij|van)){0,2}"
    r"(?:[ -][a-z][\w'’-]{2,20}){0,2})"
)
_CODE: Final = re.compile(r"\b\d{4}\s?(?P<name>[a-z]{2})(?![\w-])")
# Villages of these names there are too; in small letters they are nearly always the word.
_NO_PLACE: Final = frozenset(
    """
    een het rijen winkel noord zuid oost west bergen buren haren delen halen putten essen heide
    linde vaart oosten westen best heel echt leer made brief goor raar beek dorst rust wel de die
    dat onze ons eind haar hand horst park huis huizen dam hoek bos veen wolde nes stad dorp
    hem laar lent loon meer oever elst
    """.split()  # noqa: SIM905 - read as prose, not as a list of lines
)
# what stands before a name that is written with a capital: "buurthuis de schuit"
_NOUN: Final = re.compile(
    r"\b(?:buurthuis|wijkcentrum|wijkgebouw|dorpshuis|cultuurhuis|jeugdhuis|jongerencentrum|jongerenwerk|zorgboerderij|"
    r"basisschool|college|lyceum|kindcentrum|stichting|vereniging|gemeente|bibliotheek|bieb|theater|museum|praktijk|"
    r"samenwerkingsverband|zalencentrum|zwembad|café|restaurant|hotel|kerk|sporthal|clubhuis|speeltuin|"
    r"[a-z]{3,20}(?:school|centrum|boerderij|theater|atelier)|"
    r"swv|obs|cbs|pcb|pcbs|rkbs|kbs|ikc|ggd|cjg|roc|sbo|vso|so|csg|osg|mfc|mfa)(?![\w-])"
)
_STOP: Final = frozenset(
    """
    aan als bij binnen de dan dat die door dus een en er gaat geeft geven graag heeft hebben het
    houdt houden in is kan komen komt kunnen maar mag me mee met na naar niet nu of om onder ons
    onze ook op organiseert organiseren over per sinds start te tegen tegenover tot tussen u uit
    van vanaf vindt voor want wat we wie wij wil willen wordt worden zal ze zich zij zijn zonder
    naast nodigt doet doen zoekt vraagt begint draait verzorgt biedt waar
    """.split()  # noqa: SIM905 - read as prose, not as a list of lines
)
_WORDS_ELSE: Final = (_STOP - {"van"}) | frozenset(
    ("mij", "hem", "haar", "hen", "mijn", "effe", "even", "gerust", "gewoon", "via", "ff")
)
_ARTICLES: Final = frozenset(("de", "het", "'t", "’t", "den", "ons", "onze"))
_PARTICLES: Final = frozenset(
    ("van", "de", "der", "den", "het", "ten", "ter", "te", "aan", "en", "bij", "in", "op", "voor")
)
_GAP: Final = re.compile(r"\s")
_CALLED: Final = re.compile(
    r"\b(?:heet|genaamd|getiteld|titel\s+(?:is|luidt))\s+(?:(?:dan|ook|gewoon|simpelweg)\s+)*[\"'‘“]?"
    r"(?=[a-zà-ÿ])(?!(?:het|dit|dat|die|hij|ze|zij)\s)"
)
# somebody beside a phone or an address: "bel truus smit, 0229-123456"
_SOMEBODY: Final = re.compile(
    r"\b(?:bel(?:len)?|mail(?:en)?|app(?:en)?|contactpersoon|contact|bij|met|via|naar)\s?:?\s{1,3}"
    r"(?P<name>[a-zà-ÿ][a-zà-ÿ'’-]{1,25}(?:(?:\s(?:van|de|der|den|ten)){0,2}\s[a-zà-ÿ][a-zà-ÿ'’-]{1,25})?)"
    r"(?=\s?[,(:]?\s?(?:op\s|tel\w*[.:]?\s|via\s|mail\w*\s)?\(?(?:0\d|\+31|06|[\w.-]+@))"
)
_CLOSING: Final = re.compile(
    r"(?:(?:met\s+)?(?:[a-zà-ÿ]+\s+)?(?:groet(?:en|jes)?|groetjes)|mvg|gr\.?|liefs|hoogachtend|xx?x?|later|doei|ciao|tot\s+dan|tot\s+ziens)[\s,.!-]*"
)
# behind a name without an article: "basisschool klaver in ede", "stichting balans organiseert"
_GOES_ON: Final = re.compile(r"\s(?:in|te|op|aan|van|bij|organiseert|nodigt|houdt|verzorgt)\s")
_GREETED: Final = re.compile(
    r"\b(?:groetjes|groeten|groet|gr)[,.]?\s{1,3}(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){0,2})[ \t]{0,5}$",
    re.MULTILINE,
)
_SHORT: Final = re.compile(
    r"[b-df-hj-np-tv-xz]{2,5}|(?:obs|rkbs|cbs|osg|roc|aoc|vmbo|mbo|havo|mavo|ggz|cjg|ibs|sbo|vso|ikc|po|vo)"
)


def recased(text: str, *, signed: bool = False) -> str:
    """The text as it would be written with capitals, as long as it was; the text itself where it has them.

    `signed`: it is a signature, of which a few letters tell as much.
    """
    letters = sum(map(str.isalpha, text))
    capitals = sum(map(str.isupper, text))
    shouted = capitals >= letters * _SHOUTED
    if letters < (_LEAST_SIGNED if signed else _LEAST) or not (
        shouted or capitals <= letters * _SMALL or (capitals <= letters * _SOME and _begins_small(text))
    ):
        return text
    small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    made = list(small if shouted else text)
    short = (match.span() for match in _WORD.finditer(small) if shouted and _SHORT.fullmatch(match.group()))
    for start, end in {*_names(small), *short}:
        made[start:end] = small[start:end].upper()
    for token in _TOKEN.finditer(small):
        if _ADDRESS.search(small, token.start(), token.end()):
            made[token.start() : token.end()] = token.group()
    return "".join(made)


def _begins_small(text: str) -> bool:
    """Whether hardly a sentence begins with a capital."""
    begun = [text[match.end() : match.end() + 1] for match in _BEGINS.finditer(text)]
    small = sum(map(str.islower, begun))
    return small > 1 and small > 2 * sum(map(str.isupper, begun))


def named(name: str) -> str:
    """A person's name in a header as it would be written with capitals: "dion van schaap"."""
    if not (name.islower() or name.isupper()):
        return name
    words = name.lower().split()
    return " ".join(word if word in _PARTICLES and at else word.capitalize() for at, word in enumerate(words))


def _names(small: str) -> Iterator[tuple[int, int]]:
    """The letters that are written as capitals."""
    for pattern in (_BEGINS, _CALLED):
        for match in pattern.finditer(small):
            yield match.end(), match.end() + 1
    for pattern in (_STREET, _GREETED):
        for match in pattern.finditer(small):
            yield from _words(small, *match.span("name"))
    for match in _CODE.finditer(small):
        yield match.span("name")
    for match in _AT.finditer(small):
        yield from _place(small, *match.span("name"), addressed=match.group("street") is not None)
    for match in _SOMEBODY.finditer(small):
        if not _WORDS_ELSE.intersection(match.group("name").split()):
            yield from _words(small, *match.span("name"))
    for match in _NOUN.finditer(small):
        yield from _behind(small, match.start(), match.end())
    yield from _signed(small)


def _words(small: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(small, start, end):
        if match.group() not in _PARTICLES:
            yield match.start(), match.start() + 1


def _place(small: str, start: int, end: int, *, addressed: bool) -> Iterator[tuple[int, int]]:
    """The longest place on the map that the words begin with; behind a street the one word there."""
    words = list(_WORD.finditer(small, start, end))
    for count in range(len(words), 0, -1):
        name = small[start : words[count - 1].end()]
        if _is_place(name):
            yield from _words(small, start, words[count - 1].end())
            yield words[0].start(), words[0].start() + 1
            return
    if addressed and len(words) == 1 and words[0].group() not in _STOP and small[end : end + 1] in ",.;)\n":
        yield start, start + 1


@lru_cache(maxsize=5_000)
def _is_place(name: str) -> bool:
    return name not in _NO_PLACE and is_place(name)


def _behind(small: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name behind an organisation's or a building's noun: "buurthuis de schuit", "basisschool klaver"."""
    words: list[re.Match[str]] = []
    at = end
    while len(words) < 4:
        gap = _GAP.match(small, at)
        word = _WORD.match(small, gap.end()) if gap is not None else None
        if word is None or (word.group() in _STOP and not (not words and word.group() in _ARTICLES)):
            break
        words.append(word)
        at = word.end()
    if not words:
        return
    article = words[0].group() in _ARTICLES
    ended = small[at : at + 1] in (",", ".", ";", ")", "(", "\n", "", ":")
    stops = small[at : at + 1] == " "
    if article and len(words) > 1:
        words = words if ended or (stops and len(words) < 4) else words[:2]
    elif article or len(words) > 3 or not (ended or (stops and _GOES_ON.match(small, at))):
        return
    yield start, start + 1
    for word in words:
        yield word.start(), word.start() + 1


def _signed(small: str) -> Iterator[tuple[int, int]]:
    """The names in the short lines behind a closing formula, and behind it in its own line."""
    at, closed = 0, False
    for line in small.split("\n"):
        bare = line.strip()
        begin = at + len(line) - len(line.lstrip())
        closing = _CLOSING.match(bare)
        if closing is not None and len(bare[closing.end() :].split()) <= _LINE:
            closed = True
            yield from _words(small, begin + closing.end(), at + len(line))
        elif closed and 0 < len(bare.split()) <= _LINE:
            yield begin, begin + 1
            yield from _words(small, begin, at + len(line))
        at += len(line) + 1
