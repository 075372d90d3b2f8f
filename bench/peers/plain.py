"""A plain composition of the four packages: fetch a mail, parse it, save its parts and its rows, the next.

    python -m bench.peers.plain HOST PORT USER PASSWORD FOLDER

What a first good version looks like: IMAPClient as it comes (a mail at a time, PEEK), mailparser on the
bytes, attachments decoded to files with fsync, an ORM row each, a commit a mail, a draft by a few patterns.
"""

import base64
import hashlib
import os
import re
import sys
from pathlib import Path

import mailparser
from imapclient import IMAPClient
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bench.peers.timed import told


class Base(DeclarativeBase):
    pass


class Mail(Base):
    __tablename__ = "mail"
    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[int] = mapped_column(unique=True)
    message_id: Mapped[str]
    sha256: Mapped[str]
    subject: Mapped[str]


class Attachment(Base):
    __tablename__ = "attachment"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id"))
    name: Mapped[str]
    sha256: Mapped[str]


class Draft(Base):
    __tablename__ = "draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id"))
    title: Mapped[str]
    wanted: Mapped[str | None]
    place: Mapped[str | None]
    email: Mapped[str | None]


def keep(folder: Path, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    temporary = folder / f"{digest}.tmp"
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.rename(folder / digest)
    return digest


def decoded(attachment: dict) -> bytes:
    payload = attachment["payload"]
    return base64.b64decode(payload) if attachment["binary"] else payload.encode()


def first(pattern: str, text: str) -> str | None:
    found = re.search(pattern, text)
    return found.group(1) if found else None


def main(host: str, port: str, user: str, password: str, folder: str) -> None:
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{out / 'plain.db'}")
    Base.metadata.create_all(engine)
    with told(mails=0) as facts, IMAPClient(host, int(port), ssl=False) as client:
        client.login(user, password)
        client.select_folder("INBOX", readonly=True)
        for uid in client.search("ALL"):
            raw = client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]
            mail = mailparser.parse_from_bytes(raw)
            text = "\n".join(mail.text_plain)
            with Session(engine) as session:
                row = Mail(uid=uid, message_id=mail.message_id, sha256=keep(out, raw), subject=mail.subject)
                session.add(row)
                session.flush()
                for part in mail.attachments:
                    session.add(
                        Attachment(mail_id=row.id, name=part["filename"], sha256=keep(out, decoded(part)))
                    )
                session.add(
                    Draft(
                        mail_id=row.id,
                        title=mail.subject,
                        wanted=first(r"Wanneer: (.+)", text),
                        place=first(r"Waar: (.+)", text),
                        email=first(r"([\w.]+@[\w.]+)", text),
                    )
                )
                session.commit()
            facts["mails"] += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
