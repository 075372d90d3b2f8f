"""Mail that no person wrote for the desk: answers by a machine, bounces, receipts, newsletters and lists."""

import re
from typing import Final

from intake.mail.mail import Mail

_SUBJECT: Final = re.compile(
    r"^\W*(?:(?:re|antw|fw|fwd)\s*:\s*)*(?:automatisch\s+(?:antwoord|bericht)|automatische\s+(?:reactie|"
    r"beantwoording|ontvangstbevestiging)|out\s+of\s+(?:the\s+)?office|afwezigheid\w*|afwezig\b|"
    r"auto(?:matic)?[\s-]*(?:reply|response|antwoord)|undeliver\w*|onbestelbaar|niet\s+bestelbaar|"
    r"delivery\s+(?:status|failure|has\s+failed)|mail\s+delivery|returned\s+mail|failure\s+notice|"
    r"gelezen\s*:|read\s*:|leesbevestiging|read\s+receipt|ontvangstbevestiging\s*:?\s*$|not\s+read|"
    r"niet\s+gelezen|verwijderd\s*:)",
    re.IGNORECASE,
)
# "dit is een automatisch gegenereerd bericht": nothing else is needed
SAYS_SO: Final = re.compile(
    r"\b(?:dit\s+is\s+een\s+automatisch\w*|dit\s+bericht\s+is\s+automatisch|automatisch\s+gegenereerd|"
    r"I\s+am\s+(?:currently\s+)?out\s+of\s+(?:the\s+)?office|(?:mails?|berichten|e-mails?)\s+worden\s+niet\s+"
    r"(?:doorgestuurd|gelezen|beantwoord)|niet\s+op\s+deze\s+(?:e-?)?mail\s+(?:antwoorden|reageren))\b",
    re.IGNORECASE,
)
# who is away says so, and says when he is back or whom to turn to
AWAY: Final = re.compile(
    r"\b(?:ik\s+ben|ben\s+ik|wij\s+zijn|zijn\s+wij|we\s+zijn|zijn\s+we|is\s+ons\s+kantoor|kantoor\s+is)\s+"
    r"[^.;?]{0,60}?\b(?:(?:er|even)\s+niet|niet\s+(?:aanwezig|bereikbaar|op\s+kantoor|werkzaam|"
    r"in\s+de\s+gelegenheid)|afwezig|gesloten|vrij|"
    r"(?:met|op)\s+(?:\w+\s+)?(?:verlof|vakantie|zwangerschapsverlof|ouderschapsverlof))",
    re.IGNORECASE,
)
RETURNS: Final = re.compile(
    r"\b(?:weer\s+(?:bereikbaar|aanwezig|terug|op\s+kantoor|aan\s+het\s+werk)|dringend\w*|spoed\w*|urgent\w*|"
    r"bij\s+(?:afwezigheid|vragen)|neem\s+(?:dan\s+)?contact|na\s+(?:mijn|onze)\s+(?:terugkomst|vakantie|"
    r"verlof)|(?:uw|je)\s+(?:bericht|e-?mail|mail)\s+(?:wordt|zal|word)|lees\s+(?:ik\s+)?(?:mijn\s+)?mail|"
    r"(?:wordt|worden|word)\s+(?:ik\s+)?(?:waargenomen|vervangen))\b",
    re.IGNORECASE,
)
_NEWSLETTER: Final = re.compile(
    r"\b(?:(?:digitale\s+)?nieuws(?:brief|flits|bulletin|mail(?:ing)?)|e-?zine|newsletter|"
    r"(?:bekijk|lees)\s+(?:deze|de|dit)\s+[^.\n]{1,30}\b(?:browser|online)|"
    r"(?:u|je)\s+ontvangt\s+de(?:ze|zen)\s+(?:e-?mail|mail|mailing|nieuws\w*)\s+omdat)\b",
    re.IGNORECASE,
)
# "u ontvangt deze mail omdat", "deze nieuwsbrief niet meer ontvangen?"
_LEAVES: Final = re.compile(
    r"\b(?:(?:nieuws\w+|mailing|e-?mails?|berichten)\b[^.\n]{0,60}\b(?:niet\s+(?:meer|langer)\s+(?:te\s+)?ontvangen|afmelden|uitschrijven|opzeggen)|"
    r"(?:afmelden|uitschrijven)\s+(?:voor|van)\s+(?:de(?:ze)?|onze)\s+(?:nieuws\w+|mailing\w*)|"
    r"(?:u|je)\s+ontvangt\s+de(?:ze|zen)\s+(?:e-?mail|mail|mailing|nieuws\w*)\s+omdat|unsubscribe)\b",
    re.IGNORECASE,
)
_NEWS_SENDER: Final = re.compile(r"^(?:nieuws|news|mailing|redactie|e-?zine)[\w.-]*@", re.IGNORECASE)
_MARKS: Final = ("x-autoreply", "x-autorespond", "x-autoreply-from", "x-failed-recipients")
_BULK: Final = ("list-id", "list-unsubscribe", "list-post")


def answered_by_machine(mail: Mail) -> bool:
    """An automatic answer, a bounce or a receipt (RFC 3834, RFC 3464, RFC 8098)."""
    submitted = _header(mail, "auto-submitted").partition(";")[0].strip()
    if submitted and submitted != "no" and not (submitted == "auto-generated" and _form(mail)):
        return True
    if _header(mail, "return-path") == "<>" or _header(mail, "precedence") in ("auto_reply", "auto-reply"):
        return True
    if any(name in mail.headers for name in _MARKS):
        return True
    if _header(mail, "content-type").startswith("multipart/report"):
        return True
    if mail.sender.email.partition("@")[0] in ("mailer-daemon", "postmaster"):
        return True
    return _SUBJECT.search(mail.subject) is not None


def bulk(mail: Mail) -> bool:
    """Mail to many: a newsletter, a mailing list or advertising (RFC 2369, RFC 2919)."""
    return any(name in mail.headers for name in _BULK) or _header(mail, "precedence") in (
        "bulk",
        "list",
        "junk",
    )


def subscribed(mail: Mail, text: str) -> bool:
    """Whether mail to many is a list's or calls itself a newsletter, rather than advertise."""
    if "list-id" in mail.headers or "list-post" in mail.headers or _NEWS_SENDER.match(mail.sender.email):
        return True
    return _NEWSLETTER.search(mail.subject) is not None or _NEWSLETTER.search(text) is not None


def newsletter(mail: Mail, text: str) -> bool:
    """Whether a mail calls itself a newsletter in its subject, and says how to be rid of it."""
    return _NEWSLETTER.match(mail.subject.strip()) is not None and _LEAVES.search(text) is not None


def _form(mail: Mail) -> bool:
    """Whether a program sends what somebody filled in: answers go to that person."""
    return bool(mail.reply_to) and mail.reply_to[0].email != mail.sender.email


def _header(mail: Mail, name: str) -> str:
    return mail.headers.get(name, ("",))[0].strip().lower()
