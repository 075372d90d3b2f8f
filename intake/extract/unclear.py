"""Nouns that tell an activity, but not surely of which type: one calls a meeting what is a game to another.

A noun that a mail repeats says no more of its type than once, so that such a noun is never sure.
"""

import re
from functools import lru_cache
from typing import Final

from intake.extract.nouns import FRAMES, head_of

# heads that organisers use of several types
_TORN: Final = frozenset(
    """
    rondleiding rondleidingen rondgang markt presentatie feest proeverij picknick barbecue bbq buffet diner
    leesclub boekenclub  proefles proeflessen kennismakingsles optocht manifestatie
    voorlichting startschot aftrap campagne actie werkbezoek hackathon uitzending estafette meeloopstage
    """.split()  # noqa: SIM905 - read as prose, not as a list of twenty lines
)
_CAFE: Final = frozenset({"café", "cafe"})
# what a part of a day is filled with where people meet to talk: "netwerk|middag", "ouder|avond"
_TALK: Final = re.compile(
    r"(?:netwerk|ouders?|info|informatie|thema|gespreks?|praat|kennis|experts?|inspiratie|casus|casu[iï]stiek|regio|"
    r"ontbijt|lunch|koffie|keukentafel|start|slot|teams?|team|bestuurs?|bestuurders|mentor(?:en)?|docenten|leraren|collega|"
    r"leerkrachten|professionals|ambtenaren|verwijzers|brainstorm|dialoog|discussie|ontmoetings?|contact|lotgenoten|evaluatie|"
    r"uitwisselings?|verzuim|thuiszitters|zorg|keten|partners?|jaar|beleids?|advies|raads?|verdiepings?|reflectie|bezinnings?|klankbord|"
    r"intervisie|overleg|werk|denk|doorbraak|tafel|borrel|thee|leden|bewoners|wijk|buurt|onderwijs|kring|middag|avond|ochtend)(?:s|na|voor)?$",
    re.IGNORECASE,
)
_PLAY: Final = re.compile(
    r"(?:sport|spel(?:letjes)?|kook|bak|muziek|theater|film|game|knutsel|repair|reparatie|taal|lees|kunst|dans|fiets|kinder)-?",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def unclear(noun: str) -> bool:
    """Whether a noun's type is not sure: "vaardag", "kennismakingsmiddag", "informatiemarkt", "sportcafé"."""
    small = noun.lower()
    if " " in small:
        return False
    head = head_of(small)
    if head in _TORN:
        return True
    first = small.removesuffix(head).rstrip("-") if head and small.endswith(head) else ""
    if head in _CAFE:
        return _PLAY.fullmatch(first) is not None
    return head in FRAMES and bool(first) and _TALK.search(first) is None
