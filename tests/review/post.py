"""Raw mails into a desk, the whole way that the worker has for them."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from tempfile import TemporaryDirectory

from intake.config import EDITION
from intake.edition import Edition
from intake.handover import read_for_store
from intake.mail.bounds import Bounds
from intake.mail.parse import parse_mail
from intake.sandbox import Spool
from store.model import Draft
from tests.review.desks import NOW, Desk
from tests.store.mails import mail, read_as

TEXT = (
    "Op dinsdag 9 mei 2017 van 13.00 tot 15.00 uur is er een oudercaf\u00e9 voor de Landelijke Actieweek Thuiszitters "
    "in De Linde, Kerkstraat 1, 1234 AB Zwolle. Meedoen kost 7,50 euro."
)
# The worker's child would be ended over a bomb; here the picture itself is left unread instead.
_BOUNDS = Bounds(ocr="")
SUBJECT = "Oudercaf\u00e9, Landelijke Actieweek Thuiszitters"


def letter(
    html: str = "", files: Sequence[tuple[str, str, bytes]] = (), text: str = TEXT, **heads: str
) -> bytes:
    """A mail that announces an activity. Files: name, media type, content; a name "cid:x" stands in the HTML."""
    made = EmailMessage(policy=SMTP)
    for name, value in {"From": "Anna <anna@school.nl>", "Subject": SUBJECT, **heads}.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    for name, kind, content in files:
        family, _, subtype = kind.partition("/")
        if name.startswith("cid:"):
            made.get_payload()[-1].add_related(content, family, subtype, cid=f"<{name[4:]}>")
        else:
            made.add_attachment(content, family, subtype, filename=name)
    return made.as_bytes()


def arrives(desk: Desk, raw: bytes, edition: Edition = EDITION) -> tuple[int, int | None]:
    """Keep and read a mail; gives its id and that of its draft, if it has one."""
    (sha256,) = desk.blobs.put_many([raw])
    read = parse_mail(raw, None, _BOUNDS)
    with TemporaryDirectory() as folder:
        spool = Path(folder)
        reading = read_for_store(raw, edition, _BOUNDS, Spool(spool))
        desk.blobs.adopt({path.name: path for path in spool.iterdir()})
    kept = mail(
        sha256,
        sha256=sha256,
        size=len(raw),
        message_id=read.message_id,
        subject=read.subject,
        sender_name=read.sender.name,
        sender_email=read.sender.email,
        in_reply_to=read.in_reply_to,
        references=read.references,
    )
    mail_id = read_as(desk.store, kept, reading, NOW)
    with desk.store.view() as s:
        draft = s.query(Draft).filter_by(mail_id=mail_id).first()
        return mail_id, draft.id if draft else None
