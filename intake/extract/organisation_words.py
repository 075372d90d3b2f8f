"""The words by which Dutch organisations are known, and the type that each tells."""

import re
from functools import lru_cache
from typing import Final

_SCHOOL: Final = (
    r"school|basisschool|praktijkschool|scholengemeenschap|scholengroep|schoolbestuur|sg|csg|osg|rsg|cs|"
    r"obs|cbs|rkbs|pcbs?|pcbo|opo|skpo|kbs|sbo|vso|so|isk|"
    r"college|lyceum|gymnasium|atheneum|mavo|havo|roc|aoc|mbo|vmbo|kindcentrum|ikc|hogeschool|universiteit|"
    r"montessorischool|"
    r"vrijeschool|daltonschool|jenaplanschool|onderwijsgroep|onderwijsstichting|leerlingenraad|vakcollege|"
    r"mytylschool|tyltylschool|leerlingen|"
    r"schakelklas|schoolvereniging|pro|pabo|opdc|cv|vmbo-t|scholenkoepel|kinderopvang|peuterspeelzaal|"
    r"(?:d['’])?[\w-]+-(?:mavo|havo|vmbo|vwo)|"
    r"kdv|kinderdagverblijf|bso|ipabo|nt2|vavo|praktijkonderwijs|speciaal\s+onderwijs|ozl"
)
_PARTNERSHIP: Final = r"samenwerkingsverband|samenwerkingsverbanden|swv|ppo|regiotafel|passend\s+onderwijs"
_COUNCIL: Final = (
    r"gemeente|gemeenten|leerplicht|rmc|ggd|regiogemeenten|gemeentelijke|regio|provincie|rbl|"
    r"wijkteams?|burgemeester|wethouder|leerrecht|leerlingzaken|leerplein|leerplichtzaken"
)
_YOUTH: Final = (
    r"jeugdhulp|jeugdzorg|jeugdteam|jeugdteams|jeugd-ggz|jeugdggz|ggz|cjg|jgz|jeugdgezondheidszorg|"
    r"jeugdwerk|jongerenwerk|jongerencentrum|jeugdbescherming|"
    r"zorgboerderij|schoolmaatschappelijk|jeugd|jongeren|youz|zorggroep|opvoedpoli|jeugdpsychiatrie|"
    r"centrum\s+voor\s+jeugd|behandelcentrum|"
    r"orthopedagogisch|jongerenloket|jeugdloket|jeugdhuis|gezinshuis|gezinscoach\w*|maatschappelijk\s+werk"
)
_NATIONAL: Final = (
    r"landelijk|landelijke|nationaal|nationale|ministerie|inspectie|po-raad|mbo\s+raad|mbo-raad|nji|"
    r"ingrado|vng|nederlands?|nederlandse|rijks\w*"
)
_OTHER: Final = (
    r"stichting|vereniging|oudervereniging|bibliotheek|bieb|filmhuis|theater|museum|platform|netwerk|"
    r"kennisnetwerk|bureau|expertisecentrum|"
    r"expertisepunt|kenniscentrum|adviesbureau|praktijk|coöperatie|instituut|welzijn|buurthuis|wijkcentrum|"
    r"schouwburg|ouderplatform|"
    r"kunstencentrum|vakbond|advies|academie|belangenvereniging|oudercollectief|collectief|fonds|"
    r"cultuurhuis|dorpshuis|uitgeverij|"
    r"onderwijsadvies|onderwijsbureau|onderwijs|speeltuinvereniging|kerk|poppodium|bioscoop|natuurcentrum|"
    r"oudergroep|cliëntenraad|diaconie|parochie|manege|rotary|voorziening|umc|"
    r"politie|heils|s\.?v\.?|v\.?v\.?|tc|hc|fc|rkvv|rksv|[a-z]+-afdeling|lions|kiwanis|zonnebloem|kbo|pcob|anbo|"
    r"schouwburg|omroep|radio|speelgroep|zorg|steunpunt|coaching|kinderpraktijk|gezinspraktijk|"
    r"theatergroep|harmonie|scouting|mee|humanitas|studio|adviescentrum|ervaringspunt|lab|hub|ouderraad|oudernetwerk|"
    r"b\.?v\.?"
)
_ENDS: Final = (
    r"school|college|centrum|stichting|vereniging|bibliotheek|netwerk|gemeente|platform|zorg|hulp|team|groep|"
    r"boerderij|loket|werk|lab|bureau|punt|collectief|instituut|raad|gezelschap|praktijk|huis|unit|kring|"
    r"coöperatie|bond|consult|advies|gilde|werkplaats|kliniek|dienst|club|comité|comite|commissie|koor|orkest|"
    r"genootschap|museum|atelier|fanfare|opvang|belang|belangen"
)
ORG_WORD: Final = re.compile(
    rf"(?<![\w-])(?:{_SCHOOL}|{_PARTNERSHIP}|{_COUNCIL}|{_YOUTH}|{_NATIONAL}|{_OTHER}|(?!thuis\b)[\w-]+(?:{_ENDS}))(?![\w])",
    re.IGNORECASE,
)


@lru_cache(maxsize=50_000)  # the vocabulary of all Dutch mail of a year has fewer words
def tells_organisation(word: str) -> bool:
    """Whether a word, as white space bounds it, is one of ORG_WORD, or the first of two that are."""
    return ORG_WORD.search(word) is not None or word.casefold() == "maatschappelijk"


def may_name(text: str) -> bool:
    """Whether ORG_WORD can match somewhere in the text; never false where it does.

    A word at a time, for most are remembered; the few words of two hold one of the others, or are looked for.
    """
    return any(map(tells_organisation, text.split()))


# the general words alone, without the compounds that end in one
PLAIN_WORD: Final = re.compile(
    rf"(?:{_SCHOOL}|{_PARTNERSHIP}|{_COUNCIL}|{_YOUTH}|{_NATIONAL}|{_OTHER}|basisschool|wijkteam|netwerk|"
    rf"werkgroep|docententeam|jongerenwerk|welzijnswerk|schoolteam|"
    r"zorgteam|werkplaats|maatwerk|vrijwilligerswerk|handwerk|huiswerk|groepswerk|ziekenhuis|thuis|"
    r"standpunt|tijdspunt|verzamelpunt|startpunt|eindpunt|aandachtspunt|middelpunt|steunpunt|beraad|"
    r"afdeling\w*|"
    r"bovenbouwteam|kernteam|projectgroep|leeftijdsgroep|doelgroep|kerngroep|stuurgroep|klankbordgroep|"
    r"hulp|jeugdhulp|ambtenarenteam|team|groep|raad|punt|huis|bureau|collectief|dienst|praktijk|unit|kring)",
    re.IGNORECASE,
)
# a part of an organisation, which is named beside it as a rule: "Team Leerplicht en RMC"
_PART: Final = (
    r"team|afdeling|afd\.|cluster|sector|sectie|domein|stafbureau|bureau(?!\s+(?:jeugd|halt))|directie|commissie|"
    r"werkgroep|projectgroep|eenheid|unit|vakgroep|secretariaat|redactie"
)
# what the people of an organisation care for
CARES_FOR: Final = (
    r"thuiszit\w*|verzuim\w*|aanwezigheid|leerplicht\w*|leerling\w*|rmc|vsv|jeugd\w*|onderwijs\w*|zorg\w*|samenleving|communicatie\w*|welzijn|"
    r"sociaal|sociale|domein|maatschapp\w*|participatie|wmo|passend|jongeren|beleid\w*|inwoners|ontwikkeling\w*|"
    r"kwalificatieplicht|voorlichting|marketing|publiciteit|pr|pers\w*|externe|interne|betrekkingen|relaties|"
    r"educatie|activiteiten|programmering|evenementen|loopbaan\w*|begeleiding|ondersteuning|kwaliteit\w*|"
    r"organisatie|hrm?|bestuurs\w+|bedrijfsvoering|cultuur|sport|publiek\w*|school\w*|"
    r"preventie|innovatie|onderzoek|gezin\w*|ouders|opvang|volksgezondheid|gezondheid\w*|vrije\s+tijd"
)
DEPARTMENT: Final = re.compile(
    rf"^(?:het\s+|de\s+)?(?:{_PART})(?:,?\s(?:en\s|&\s)?(?:{CARES_FOR})){{1,6}}$",
    re.IGNORECASE,
)
# words that no person's name holds; "Nijhuis" and "Holtewerk" are names
NO_PERSON: Final = re.compile(
    rf"(?<![\w-])(?:{_SCHOOL}|{_PARTNERSHIP}|{_COUNCIL}|{_YOUTH}|{_NATIONAL}|{_OTHER}|[\w-]+(?:school|"
    rf"college|centrum|stichting|vereniging|bibliotheek|netwerk|gemeente|platform|"
    r"zorg|hulp|collectief|instituut|praktijk|bureau|team|groep|loket|raad|club|comité|comite|commissie|koor|"
    r"orkest|museum|atelier))(?![\w])",
    re.IGNORECASE,
)
# at the beginning of a name these tell what it is, whatever follows: "Oudervereniging Balans op School"
_OTHER_FIRST: Final = (
    r"^(?:de\s+|het\s+)?(?:ouder(?:vereniging|platform|collectief|netwerk|groep)|belangenvereniging|"
    r"bibliotheek|bieb|filmhuis|[\w-]*(?:theater|circus)\w*|museum|scouting|dorpshuis|wijkcentrum|buurthuis|vakbond|kerk|"
    r"bioscoop|schouwburg|speeltuinvereniging|volksuniversiteit|politie|brandweer|netwerk\b|kring\b|[\w-]*theatergroep|"
    r"(?:ouders|vaders|moeders|vrienden|thuiszitters|gezinnen)\b|"
    r"(?:\w*(?:judo|karate|boks|muziek|dans|rij|zwem|duik|toneel|kook|bak|sport|ballet|circus|zeil|vaar|surf|ski|skate|schaats|klim|golf|tennis|"
    r"voetbal|hockey|turn|teken|schilder|kunst|foto|film|acteer|theater|musical|zang|gitaar|drum|rock|pop|dj|taal|verkeers|yoga|vecht|"
    r"survival|schaak|natuur|naai|mode|huiswerk|code|weekend|hobby|goochel)|honden)school|[vs]\.?v\.?\s)|"
    r"(?:protestantse|hervormde|gereformeerde|evangelische|doopsgezinde|vrije|kerkelijke)\s+gemeente|diaconie|parochie|"
    r"[\w-]*(?:club|comité|comite|jeugdcommissie|koor|orkest|museum|genootschap|atelier)\b|[\w-]+\s[vs]\.?v\.?\s"
)
# people who call themselves by what they are: "Vrouwen van Nu", "Moeders voor Moeders"
GROUP_FIRST: Final = re.compile(
    r"^(?:vrouwen|mannen|moeders|vaders|ouders|grootouders|vrienden|buren|jongeren|gezinnen|buurtgezinnen)\s\S",
    re.IGNORECASE,
)
# what the type is told by; the first that fits, the more telling before the more general
_TYPES: Final = tuple(
    (kind, re.compile(rf"(?<![a-zà-ÿ])(?:{words})(?![a-zà-ÿ])", re.IGNORECASE))
    for kind, words in (
        ("samenwerkingsverband", _PARTNERSHIP),
        ("landelijk", _NATIONAL),
        ("overig", _OTHER_FIRST),
        ("gemeente", _COUNCIL),
        ("jeugdvoorziening", _YOUTH + r"|[\w-]*(?:jeugd|jongeren)[\w-]*|ggz[\w-]*"),
        ("school", _SCHOOL + r"|[\w-]+(?:school|college|lyceum)"),
    )
)

# "Thuis is geen school", "Platform Terug naar School"
_NOT: Final = re.compile(r"\b(?:geen|niet|zonder|naar)\s+\w+", re.IGNORECASE)


# a school with its country or its crown in its name: "Rijks-hbs", "Nederlands Lyceum"
_STATE: Final = re.compile(r"\b(?:nederlandse?|rijks[\w-]*|nationale?)\b", re.IGNORECASE)
_CLASSES: Final = re.compile(
    r"(?:school|college|lyceum|gymnasium|scholengemeenschap|\bmavo|\bhavo|\bvmbo|\bhbs)\b", re.IGNORECASE
)
_BODY: Final = re.compile(
    r"vereniging|stichting|platform|instituut|raad\b|bond\b|netwerk|centrum|landelijk", re.IGNORECASE
)


# a chair or a course of one is a school, whatever it is about: "lectoraat Jeugd van Hogeschool X"
_COLLEGES: Final = re.compile(r"\b(?:lectoraat|hogeschool|universiteit)\b", re.IGNORECASE)


# a part of the country is no country: "ROC Midden Nederland", "Politie Oost-Nederland"
_PART_OF: Final = re.compile(r"\b(?:noord|oost|zuid|west|midden)(?:oost|west)?[ -]nederland\b", re.IGNORECASE)
_OTHER_KIND: Final = re.compile(_OTHER_FIRST, re.IGNORECASE)


def surely_other(name: str) -> bool:
    """Whether a name tells by itself that it is of no school, council or youth service: "Judoschool Rood"."""
    return type_of(name) == "overig" and _OTHER_KIND.search(name) is not None


def type_of(name: str) -> str:
    """The type of organisation that its name tells; "overig" where it tells none of the others."""
    said = _PART_OF.sub("", _NOT.sub("", name))
    if _COLLEGES.search(said):
        return "school"
    if _STATE.search(said) and _CLASSES.search(said) and not _BODY.search(said):
        return "school"
    return next((kind for kind, pattern in _TYPES if pattern.search(said)), "overig")
