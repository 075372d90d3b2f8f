"""Whom a mail may be answered to, if to anybody (RFC 3834 sections 2 and 4). Pure."""

import re
from typing import Final

from intake.automatic import answered_by_machine, bulk
from intake.edition import Edition
from intake.mail.authentication import SenderCheck
from intake.mail.mail import Mail, PassageKind, Role

# Addresses that no person reads; RFC 3834 section 2 names some, the others are how they are called here.
_NOBODY: Final = re.compile(
    r"^(?:no-?_?\.?reply|do-?not-?reply|niet-?beantwoorden|geen-?antwoord|mailer-daemon|postmaster|bounces?|"
    r"owner-.*|.*-request|.*-bounces?|majordomo|listserv|news|nieuwsbrief)(?:[+=-].*)?@"
)
_ADDRESS: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9.-]{1,253}\.[a-z0-9-]{2,63}", re.ASCII)


def answer_to(mail: Mail, edition: Edition, check: SenderCheck | None) -> str:
    """The address to answer to; "" for mail of machines and lists, of ourselves, and of a forged sender.

    Also where a colleague passes it on: see `passed_on`.

    Args:
        mail: the mail.
        edition: the campaign, whose desk must not answer itself.
        check: what the desk's mail server says of the sender; None where none is asked.
    """
    if check is SenderCheck.FAIL or answered_by_machine(mail) or bulk(mail) or passed_on(mail, edition):
        return ""
    # Several addresses there are a list in all but name.
    asked = mail.reply_to if len(mail.reply_to) == 1 else ()
    address = (asked[0] if asked else mail.sender).email.strip().lower()
    if _ADDRESS.fullmatch(address) is None or _NOBODY.match(address):
        return ""
    return "" if address == edition.mailbox.lower() else address


def passed_on(mail: Mail, edition: Edition) -> bool:
    """Whether somebody of the desk's own domain passes on what another one wrote.

    An answer would tell the colleague what is the organiser's to hear. The organiser's address stands in
    words that anybody can type, so that nobody is answered, and staff are told.
    """
    if not edition.domain or mail.sender.email.rpartition("@")[2].lower() != edition.domain:
        return False
    within = any(True for _ in mail.passages_of(PassageKind.FORWARDED))
    return within or any(part.role is Role.MAIL for part in mail.parts)
