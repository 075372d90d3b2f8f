"""How a mail ends: the closing formula, the signature below it, a postscript, a disclaimer."""

import re

DELIMITER = re.compile(r"-- ?$|--\xa0$")
CLOSING = re.compile(
    r"[ \t]*(?:(?:met |mit |with )(?:\w+,? (?:en |und |and )?){0,3}"
    r"(?:groet(?:en|jes)?|gr(?:ü|u|ue)(?:ß|ss)en|regards|wishes)\b"
    r"|(?:\w+ )?(?:groet(?:en|jes)?|groetje|mvg|m\.v\.g\.?|vr\.? ?gr\.?|vr\.groet|hoogachtend|regards|cheers)"
    r"(?:[ ,.!–-]|$)"
    r"|(?:bij voorbaat|alvast|nogmaals|hartelijk) (?:hartelijk )?(?:dank|bedankt)[ ,.!]*$"
    r"|(?:dank|bedankt) (?:alvast|bij voorbaat)[ ,.!]*$"
    r"|m\.? ?(?:vr?|vriend|h|hart)\.? ?gr(?:\.|oet)?[ ,.]*$"
    r"|met (?:de )?(?:gevoelens van )?(?:\w+ )?hoogachting\b"
    # the comma tells that a name follows
    r"|(?:tot (?:gauw|snel|dan|ziens|later|horens|binnenkort)|(?:veel )?liefs|warms|hartelijks"
    r"|(?:al )?het beste|alle goeds),[ ]*$"
    r"|gr\.?(?:[ ,]|$)|(?:kind|best|warm) regards\b|yours (?:sincerely|faithfully)|sincerely,?$"
    r"|(?:verzonden|verstuurd|sent|gesendet) (?:vanaf|vanuit|met|from|von|via)"
    r" (?:mijn|my|meinem|outlook|samsung|e-?mail)"
    r"|(?:outlook voor|outlook for|get outlook|download outlook))",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(r"[ \t]*(?:p\.?\s?s\.?|n\.?b\.?)[ :.]", re.IGNORECASE)
_LEGAL = (
    "vertrouwelijk", "geadresseerde", "ten onrechte", "aansprakelijk", "uitsluitend bestemd", "onbevoegd",
    "niet de beoogde", "te vernietigen", "te verwijderen", "geen rechten", "confidential",
    "intended recipient", "intended solely", "intended only", "in error", "notify the sender", "liability",
    "unauthori", "disclaimer", "privileged", "vertraulich", "irrtümlich", "beoogde ontvanger",
    "openbaarmaking",
)  # fmt: skip
_SURE = (
    "denk aan het milieu", "voordat u deze e-mail print", "before printing", "before you print",
    "environment before", "mailing list", "/listinfo/", "mailinglijst", "disclaimer:",
)  # fmt: skip
# one of these is in every disclaimer that is known here: a look at a set spares forty looks at the text
_SIGNS = frozenset(
    (
        "vertrouwelijk vertrouwelijke geadresseerde geadresseerden onrechte aansprakelijk aansprakelijkheid"
        " uitsluitend onbevoegd onbevoegde beoogde vernietigen verwijderen rechten confidential"
        " confidentiality recipient recipients intended error sender liability liable unauthorised"
        " unauthorized disclaimer privileged vertraulich vertrauliche irrtümlich openbaarmaking milieu print"
        " printing environment mailing mailinglijst list listinfo"
    )
    .encode()
    .split()
)
_WRAPPED = 7  # words in a line of a sentence that goes on in the next
_PUNCTUATION = bytes.maketrans(b",.:;()/!?*'\"-_<>", b" " * 16)


def disclaims(low: str) -> bool:
    """Whether a whole text, in lower case, has a disclaimer somewhere."""
    words = low.encode("utf-8", "replace").translate(_PUNCTUATION).split()
    return not _SIGNS.isdisjoint(words) and is_disclaimer(low)


def is_disclaimer(low: str) -> bool:
    """Whether a paragraph, in lower case, is what lawyers or mailing lists add."""
    return any(word in low for word in _SURE) or sum(word in low for word in _LEGAL) >= 2


def disclaimed_from(lines: list[str]) -> int:
    """The line with which a paragraph's disclaimer begins: a visiting card stands right above many."""
    at = next((number for number, line in enumerate(lines) if _legal(line.lower())), 0)
    while at and is_prose(lines[at - 1].lower(), 1, words=_WRAPPED):
        at -= 1
    return at


def _legal(low: str) -> bool:
    return any(word in low for word in (*_SURE, *_LEGAL))


def is_delimiter(line: str) -> bool:
    """The line that divides a signature from the text (RFC 3676 section 4.3)."""
    return DELIMITER.match(line) is not None


def is_closing(line: str) -> bool:
    """A line like "Met vriendelijke groet" and its kin, with a name behind it at most."""
    return len(line) < 120 and CLOSING.match(line) is not None and len(line.split()) <= 14


def is_postscript(line: str) -> bool:
    """The line begins something that came to mind after the closing."""
    return _POSTSCRIPT.match(line) is not None


def is_prose(low: str, lines: int, words: int = 18) -> bool:
    """Sentences of so many words, not the lines of a visiting card."""
    return len(low.split()) >= words and len(low) / lines > 45 and "|" not in low and low.count("http") < 3
