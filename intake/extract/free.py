"""Where a mail says that taking part costs nothing: "gratis", "er hangt geen prijskaartje aan"."""

import re
from typing import Final

from intake.extract.letter import Letter
from intake.extract.line import Line

_NIL: Final = r"(?:niets|niks|nix|noppes|nihil|nul|geen\s+(?:\w+\s+)?cent)"
# who may pay for guests, and what ends a sentence that says no more than that
_HOST: Final = (
    r"(?:(?:de|onze)\s+(?:gemeente|organisatie|stichting|provincie|bibliotheek|vereniging|school|directie|sponsors?)|"
    r"het\s+(?:samenwerkingsverband|swv|bestuur|schoolbestuur|rijk))"
)
_ENDS: Final = r"(?=\s*(?:[.,;!)\n]|$))"
# who pays it all, so that a guest does not
_BORNE: Final = (
    r"kosten\s*:?\s+(?:worden\s+(?:\w+\s+)?(?:gedragen|betaald)\s+door(?!\s+(?:de\s+)?(?:deelnemer|bezoeker|ouder|school))|"
    r"(?:neemt|nemen)\b[^.;]{0,40}\b(?:rekening|op\s+zich)\b)|"
    r"(?:neemt|nemen)\s+(?:\w+\s+)?de\s+kosten\b[^.;]{0,20}\b(?:rekening|op\s+zich)\b|"
    rf"(?:kosten|rekening)\s+(?:is|zijn|komt|komen)\s+voor\s+(?:ons{_ENDS}|{_HOST}(?!\s+zelf))|"
    rf"op\s+kosten\s+van\s+{_HOST}|\b(?:wij|we)\s+betalen{_ENDS}|betaalt\s+(?:dit|het){_ENDS}"
)
# what nobody asks of guests: "het museum rekent er niks voor", "een bijdrage wordt niet gevraagd"
_UNASKED: Final = (
    rf"(?:vragen|vraagt?|rekenen|rekent?)\s+(?:(?:er|hier|daar|hiervoor|daarvoor)\s+)(?:\w+\s+)?(?:niets|niks)(?:\s+voor)?{_ENDS}|"
    rf"wordt\s+(?:er\s+|hiervoor\s+|daarvoor\s+)?(?:niets|niks)\s+(?:voor\s+)?gevraagd|bijdrage\s+(?:wordt|vragen\s+(?:we|wij))\s+(?:er\s+)?niet(?:\s+gevraagd|{_ENDS})|"
    r"geen\s+toegang\s+(?:geheven|gevraagd)|hangt\s+(?:\w+\s+)?geen\s+prijskaartje|"
    rf"(?:niets|niks)\s+betalen{_ENDS}|betalen\s+is\s+niet\s+nodig|geld\s+(?:is|heb\s+je|hebt\s+u|heeft\s+u)\s+(?:er\s+)?niet\s+nodig|"
    r"portemonnee\s+(?:\w+\s+){0,3}(?:thuis|thuis\s?(?:blijven|laten)|niet\s+mee)|"
    r"kost\s+(?:(?:je|u|jullie)\s+)?(?:alleen|slechts|enkel)\s+(?:maar\s+)?(?:(?:je|uw|wat|een\s+beetje)\s+)?tijd|"
    r"vrij\s+van\s+kosten|zonder\s+dat\s+het\s+(?:je\s+|u\s+)?(?:iets|wat)\s+kost"
)
FREE: Final = re.compile(
    r"\b(?:nergens\s+(?:zijn\s+)?(?:kosten\s+)?(?:aan\s+)?verbonden|nergens\s+zijn\s+kosten|gratis|"
    r"kostelo(?:os|ze)|kostenloos|geen\s+(?:enkele\s+)?(?:(?!reis|parkeer|verzend|extra)[a-z]*kosten|entree(?:prijs|geld)?|toegangsprijs|deelnameprijs|inschrijfgeld|"
    r"(?:eigen\s+)?\w*bijdrage)|(?<!niet\s)(?<!nergens\s)voor\s+(?:niets|niks|nop|noppes)|hoeft\s+(?:niet|niets|niks)\s+betaald|"
    rf"(?:kosten|kost|entree|toegang|prijs)\s*:?\s*(?:geen|gratis|n\.?v\.?t\b|{_NIL})|kost(?:en)?\s+(?:(?:je|u|jullie|ouders|deelnemers|scholen|"
    rf"helemaal|verder|dus|ook|natuurlijk)\s+){{0,2}}{_NIL}|kost\s+niemand\s+(?:ook\s+maar\s+)?(?:een|ene|één)\s+cent|nul\s+euro|(?:niets|niks)\s+kost(?:en)?|"
    rf"(?:kosten|entree|toegang|prijs|bijdrage)\s+(?:is|zijn|bedra(?:agt|gen))\s+{_NIL}(?!\s+\w*\d)|{_NIL}\s+(?:\w+\s+)?in\s+rekening|(?:(?:we|wij)\s+vragen|vragen\s+(?:we|wij))\s+(?:(?:er|verder|u|je|jullie)\s+){{0,2}}"
    r"(?:niets|niks)(?=\s*(?:[.,;!)\n]|$)|\s+voor\b)|"
    r"vrije?\s+(?:toegang|entree|inloop)|(?:toegang|entree)\s+(?:is\s+)?vrij|vrij\s+toegankelijk(?!\s+voor\s+(?:rol|minder|scootmobiel))|"
    r"zonder\s+(?:\w+\s+)?(?:kosten|toegangsprijs|toegangsgeld|entree(?:prijs|geld)?|bijdrage|deelnameprijs)|free|op\s+(?:onze|hun)\s+kosten|"
    rf"voor\s+(?:onze\s+rekening|rekening\s+van(?!\s+de\s+deelnemer))|betaalt\s+(?:alles|de\s+kosten)|{_BORNE}|{_UNASKED}|"
    r"hoef\w*\s+(?:\w+\s+){0,2}(?:niets|niks|niet|geen\s+cent)\s+(?:\w+\s+){0,5}te\s+betalen|betalen\s+hoeft\s+(?:\w+\s+)?niet|"
    r"niemand\s+hoeft\s+(?:\w+\s+){0,3}te\s+betalen|niemand\s+betaalt\s+(?:iets|wat|een\s+cent)|"
    r"(?:betaalt|betalen|betaal)\s+(?:(?:je|u|jullie|deelnemers|ouders|dus|er|hier|hiervoor|daarvoor|helemaal|verder)\s+){0,3}(?:niets|niks|nix)(?!\s+(?:extra|bij|meer|voor\s+(?:de|het)))|"
    r"kosten\s*\?\s+(?:nergens|geen|nul|nada|nee|niks|niets|gratis)|kost(?:en)?\s*:?\s*0(?:[.,](?:00|-))?(?![\d.,]\d|\d)|"
    r"(?:vragen|vraagt|rekenen|rekent)\s+(?:\w+\s+){0,3}geen\s+(?:\w+\s+)?(?:vergoeding|geld|deelnamegeld)|om\s+niet(?=\s*(?:[.,;)]|$))|"
    r"geld\s+(?:hoeft|hoef\s+je)\s+(?:er\s+)?niet\s+mee|"
    r"kost\s+(?:\w+\s+){0,2}geen\s+(?:stuiver|euro|geld|drol|fluit|rooie\s+cent)|geen\s+cent|kosten\W{1,3}(?:die\s+)?zijn\s+er\s+(?:\w+\s+)?niet)(?!\w)|€\s?0(?:[,.]00|,-)?(?!\d|[.,]\d)",
    re.IGNORECASE,
)
# what can be had for nothing, or bought, beside the activity itself
EXTRA: Final = (
    r"(?:[\w-]*(?:koffie|thee|croissantje|ontbijt|gebak|taart|koek|koekje|fruit|ranja|drank|lunch|soep|borrel|drankje|diner|maaltijd|hapje|limonade|broodjes?|boekje|boek|"
    r"kinderopvang|oppas|opvang|pendelbus|vervoer|wifi|folders?|posters?|flyers?|materiaal|exemplaar|"
    r"exemplaren|download|scan|versie|advies|proef\w*|lespakket|handreiking|brochure|catering|app|krant|magazine|tijdschrift|catalogus|gids|kaartspel|goodiebag|ijsje|popcorn|e-?book|cadeautje|tasje|snack|fris|water|pannenkoek|pannenkoeken|poffertjes|friet|patat|barbecue|bbq|suikerspin|lesmateriaal|adviesgesprek)s?)"
)
PARKING: Final = r"(?:[\w-]*parke(?:ren|er\w*)|stalling)"
_NOT_FREE: Final = re.compile(
    rf"\b(?:niet|geen|beperkt)\s+(?:\w+\s+)?(?:gratis|kosteloos|vrij|vrije)\b|gratis\s+(?:\w+\s+)?(?:{EXTRA}|{PARKING}|verkrijgbaar)|"
    r"\bbel(?:len|t)?\s+(?:\w+\s+)?gratis|gratis\s+(?:te\s+bellen|(?:telefoon)?nummer|app\b|test\b|tips\b|toolkit)|"
    r"gratis\s+(?:te\s+)?(?:parkeren|downloaden|gebruiken|bestellen|lenen|krijgen|op\s+te\s+vragen|af\s+te\s+halen|afhalen|meenemen|mee\s+te\s+nemen|klaar\b|uitgedeeld|verspreid)",
    re.IGNORECASE,
)
_FREE_THING: Final = re.compile(
    rf"\b(?:{EXTRA}|{PARKING})(?:\s+en\s+{EXTRA})?\s*(?:\(\s*$|:|\b(?:is|zijn|voor|krijg\w*)\b)[^.;,:(]*$|\b{EXTRA}\s+(?:staat|staan|ligt|liggen)\s+(?:\w+\s+)?klaar\W+$|\b(?:is|zijn|krijg\w*|hebben)\s+(?:\w+\s+)?{EXTRA}\s*$",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(
    r"(?:er\s+zijn\s+|(?:helemaal|lekker|gewoon)\s+)?(?:geen(?!\s+idee)|nop|noppes|(?:wij|we)\s+betalen|nee|nihil|niets|niks|gratis|nul|0(?:[.,]00|,-)?(?!\d|[.,]\d)|nvt|n\.v\.t\.?|vrij(?!\s+te\b)|-+$)(?!\w)",
    re.IGNORECASE,
)


def free_of(letter: Letter, line: Line, *, asked: bool) -> tuple[int, int] | None:
    """Where a line says that taking part costs nothing; not that the coffee or the parking does."""
    text = line.sheet.text
    if asked:
        nothing = _NOTHING.match(text, line.value, line.end)
        if nothing is not None:
            return nothing.span()
    for match in letter.finditer(FREE, line):
        around = max(line.start, match.start() - 8), min(line.end, match.end() + 30)
        if not _NOT_FREE.search(text, *around) and not _FREE_THING.search(
            text, max(line.start, match.start() - 60), match.start()
        ):
            return match.span()
    return None
