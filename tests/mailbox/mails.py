"""Mails for the tests of the mailbox: some for the week, most of them not."""

import base64
import random
from email.message import EmailMessage


def mail(
    number: int,
    *,
    subject: str = "Aankondiging",
    text: str = "Beste mensen,\n\nOp 9 mei om 10.00 uur is er een bijeenkomst.\n",
    message_id: str | None = "",
    answers: str = "",
    document: bytes | None = None,
    document_name: str = "programma.txt",
    sender: str = "Jannie <jannie@school.example>",
) -> bytes:
    """One mail with CRLF line ends; `message_id` None leaves the header out."""
    made = EmailMessage()
    made["From"] = sender
    made["To"] = "desk@desk.example"
    made["Subject"] = subject
    made["Date"] = "Mon, 1 May 2017 10:00:00 +0200"
    if message_id is not None:
        made["Message-ID"] = message_id or f"<{number}@school.example>"
    if answers:
        made["In-Reply-To"] = answers
    made.set_content(f"{text}\nNummer {number}.\n")
    if document is not None:
        made.add_attachment(document, maintype="application", subtype="octet-stream", filename=document_name)
    return made.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


TAG = "Actieweek Thuiszitters"


def desk_post(count: int, seed: int = 1, large: int = 300_000) -> tuple[list[bytes], set[int]]:
    """`count` mails of a desk's day, and the numbers (from 0) of those that are for the week."""
    dice = random.Random(seed)
    mails, ours = [], set()
    for number in range(count):
        kind = dice.choice(("subject", "text", "document", "reply", "other", "other", "large", "twin"))
        if kind == "subject":
            mails.append(mail(number, subject=f"o.v.v. Landelijke {TAG} nr {number}"))
        elif kind == "text":
            mails.append(mail(number, text=f"Wij doen mee aan de Landelijke {TAG}!"))
        elif kind == "document":
            paper = f"Programma van de Landelijke {TAG}, dag {number}".encode()
            mails.append(mail(number, document=paper))
        elif kind == "reply" and ours:
            answered = min(ours)
            mails.append(mail(number, subject="Re: vraagje", answers=_id_of(mails[answered])))
        elif kind == "large":
            body = base64.b64encode(dice.randbytes(large))
            mails.append(
                mail(number, subject=f"Foto's {TAG} {number}", document=body, document_name="foto.jpg")
            )
        elif kind == "twin" and ours:
            # Another content under a Message-ID that was used before.
            twin = _id_of(mails[max(ours)])
            mails.append(mail(number, subject=f"Nogmaals: {TAG}", message_id=twin))
        else:
            mails.append(mail(number, subject="Vraag over passend onderwijs"))
            continue
        ours.add(number)
    return mails, ours


def _id_of(raw: bytes) -> str:
    for line in raw.split(b"\r\n\r\n")[0].split(b"\r\n"):
        if line.lower().startswith(b"message-id:"):
            return line.split(b":", 1)[1].strip().decode()
    raise AssertionError("no Message-ID")
