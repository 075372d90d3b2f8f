"""What staff must be told of a mail: the warnings of the corpus guide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final

from intake.extract.dates.days import DayMention
from intake.extract.dates.roles import DateRole, role_of
from intake.extract.draft import same
from intake.extract.finding import Draft, Finding, Kind, Warn
from intake.extract.letter import Letter
from intake.extract.line import Place
from intake.extract.organisation_names import matches
from intake.extract.organisation_press import writes_for_others
from intake.mail.authentication import SenderCheck, sender_check

# "namens onze directie", "namens de 9 gemeenten": no other organisation
_OURSELVES: Final = re.compile(
    r"(?:onze|ons|het\s+hele|alle|de\s+\d|\d|mijn|beide|directie|bestuur|team|collega)", re.IGNORECASE
)
_BEHALF: Final = re.compile(
    r"\b(?P<also>mede\s+)?(?:namens|uit\s+naam\s+van|in\s+opdracht\s+van|voor\s+(?=onze\s+(?:\w+\s+)?partner))\s*"
    r"(?P<said>(?:onze\s+(?:\w+\s+)?partner\s+)?(?:(?:de|het|onze|ons)\s+)?(?P<name>.{3,90}))",
    re.IGNORECASE,
)
# a name, or a common noun with its name: "Stichting De Kans", "gemeente Zeist"; not "ouders en leerlingen"
_ORGANISATION: Final = re.compile(
    r"[A-ZÀ-Ý]|(?:gemeente|stichting|bibliotheek|[\w-]*school|samenwerkingsverband|swv|vereniging|[\w-]*college|"
    r"[\w-]*centrum|[\w-]*team|jongerenwerk|ggd|praktijk|werkgroep|provincie|organisatie|instelling)\s+[A-ZÀ-Ý'’]"
)
_SENDERS: Final[Mapping[SenderCheck | None, str]] = MappingProxyType(
    {SenderCheck.FAIL: "sender-failed", SenderCheck.NONE: "sender-unverified"}
)
# fields of which two texts of one mail must say the same
_HARD: Final = ("dates", "postcode", "registration_deadline", "price", "capacity", "street", "city")


def vouched(letter: Letter) -> SenderCheck | None:
    """What the desk's mail server says of who sent a mail; None where no such server is known."""
    server, headers = letter.edition.authserv_id, letter.mail.headers
    if not server:
        return None
    told = headers.get("authentication-results", ())
    return sender_check(told, server, letter.mail.sender.email)


def check(letter: Letter, kind: Kind, drafts: Sequence[Draft]) -> Iterator[Warn]:
    """The warnings for a mail as a whole, each code once."""
    seen: set[str] = set()
    for warning in _all(letter, kind, drafts):
        if warning.code not in seen:
            seen.add(warning.code)
            yield warning


def _all(letter: Letter, kind: Kind, drafts: Sequence[Draft]) -> Iterator[Warn]:
    for part in letter.mail.parts:
        if part.suspicious:
            yield Warn("suspicious-attachment", part.name)
    if kind not in (Kind.AUTOMATIC, Kind.UNRELATED) and (code := _SENDERS.get(vouched(letter))):
        yield Warn(code)
    if letter.left_out:
        yield Warn("too-much", ", ".join(letter.left_out))
    if kind not in (Kind.ACTIVITY, Kind.UPDATE):
        return
    for draft in drafts:
        yield from _of_draft(letter, kind, draft)
    mismatch = _mismatch(letter)
    if mismatch:
        yield Warn("weekday-mismatch", mismatch)
    behalf = _behalf(letter)
    if behalf:
        yield Warn("on-behalf", behalf)


def _of_draft(letter: Letter, kind: Kind, draft: Draft) -> Iterator[Warn]:
    values = draft.values
    if kind is Kind.ACTIVITY:
        if "dates" not in values:
            yield Warn("no-date")
        if not any(field in values for field in ("venue", "street", "city", "postcode", "online")):
            yield Warn("no-place")
    outside = [
        day for day in _days(values.get("dates")) if not letter.edition.starts <= day <= letter.edition.ends
    ]
    if outside:
        yield Warn("outside-week", outside[0].isoformat())
    if "access" in values and values["access"].value == "besloten":
        yield Warn("closed")
    if "change" in values and values["change"].value == "cancelled" and kind is Kind.UPDATE:
        yield Warn("cancelled")
    yield from conflicts(draft)


def _days(finding: Finding | None) -> list[date]:
    if finding is None or not isinstance(finding.value, tuple):
        return []
    return [date.fromisoformat(str(span["starts"])[:10]) for span in finding.value]


def conflicts(draft: Draft) -> Iterator[Warn]:
    """Fields of which body and attachment each say something else."""
    for field in _HARD:
        best = draft.values.get(field)
        if best is None or not best.evidence:
            continue
        for rival in draft.others.get(field, ()):
            if not rival.evidence or rival.evidence[0].source == best.evidence[0].source:
                continue
            texts = {rival.evidence[0].source, best.evidence[0].source}
            if (
                "subject" in texts
                or any(source.startswith("header:") for source in texts)
                or rival.confidence < 0.7
            ):
                continue
            if not same(field, best.value, rival.value) and not _refines(field, best, rival):
                yield Warn("conflict", field)
                break


def _refines(field: str, best: Finding, rival: Finding) -> bool:
    """Whether one of two date values only says more than the other: times, or an end."""
    if field != "dates" or not isinstance(best.value, tuple) or not isinstance(rival.value, tuple):
        return False
    one = {str(span["starts"]) for span in best.value}
    other = {str(span["starts"]) for span in rival.value}
    if {start[:10] for start in one} != {start[:10] for start in other}:
        return False
    return one == other or any(len(start) == 10 for start in one | other)


def _mismatch(letter: Letter) -> str:
    for line in letter.at(Place.BODY, Place.DOCUMENT, Place.SUBJECT):
        for mention in letter.mentions(line):
            if (
                isinstance(mention, DayMention)
                and mention.mismatch
                and role_of(letter, line, mention) is DateRole.ACTIVITY
            ):
                return line.sheet.text[mention.start : mention.end]
    return ""


def _behalf(letter: Letter) -> str:
    """The other organisation for which the sender announces, where it says so itself."""
    domain = letter.writer.email.rpartition("@")[2].rpartition(".")[0]
    sender = letter.mail.sender.email.rpartition("@")[2]
    if (
        letter.forwarded
        and domain
        and sender != letter.edition.domain
        and sender.rpartition(".")[0] != domain
    ):
        return letter.writer.name or letter.writer.email
    if writes_for_others(letter, letter.writer.name):
        return letter.writer.name
    signed = " ".join(line.text for line in letter.at(Place.SIGNATURE)).casefold()
    for line in (*letter.told(), *letter.at(Place.SUBJECT)):
        match = letter.search(_BEHALF, line)
        if match is None:
            continue
        name = re.split(r"[,.:;(]", match.group("name"))[0].strip()
        ours = _OURSELVES.match(match.group("said")) and "partner" not in match.group("said")
        if ours or not _ORGANISATION.match(name):
            continue
        if match.group("also") and len(name.split()) == 1:
            continue  # "mede namens Marieke"
        if not matches(name, domain) and _bare(name) not in signed:
            return name
    return ""


def _bare(name: str) -> str:
    """An organisation's name as it may stand in a signature: no more than its first words."""
    return " ".join(name.split()[:3]).casefold()
