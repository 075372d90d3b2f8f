"""The tables of the review desk: who works there, what they filled in, and what they decided."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.columns import Code
from store.model import Base


class Role(StrEnum):
    """What somebody may do: a reviewer decides on drafts, a manager also on who works at the desk."""

    REVIEWER = "beoordelaar"
    MANAGER = "beheerder"


class Staff(Base):
    """Somebody who works at the desk. Rows stay: the log names them by id.

    `login` is in lower case. Who has a `password_hash` logs in here, who has an `oidc_subject` elsewhere (at
    `oidc_issuer`; a subject is only unique with its issuer, OpenID Connect Core section 2). A password that
    somebody else made is handed over, and good until `password_until`, to choose another one with.
    """

    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Code]
    password_hash: Mapped[Code | None]
    password_until: Mapped[datetime | None]
    oidc_issuer: Mapped[str | None]
    oidc_subject: Mapped[str | None]
    preferences: Mapped[Any] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("oidc_issuer", "oidc_subject"),)


class StaffSession(Base):
    """A browser that is logged in. Of its token we keep the hash alone: who reads the table cannot log in."""

    __tablename__ = "staff_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    token_sha256: Mapped[Code] = mapped_column(unique=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class LoginAttempt(Base):
    """A login that failed, or is being tried. `login_sha256`: people type passwords into the wrong field."""

    __tablename__ = "login_attempt"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    login_sha256: Mapped[Code]
    network: Mapped[Code]


Index("ix_login_attempt_login_sha256_at", LoginAttempt.login_sha256, LoginAttempt.at)
Index("ix_login_attempt_network_at", LoginAttempt.network, LoginAttempt.at)


class OidcLogin(Base):
    """A login that is under way at an OpenID provider, of which state and browser are kept as hashes."""

    __tablename__ = "oidc_login"
    state_sha256: Mapped[Code] = mapped_column(primary_key=True)
    visitor_sha256: Mapped[Code]
    nonce: Mapped[Code]
    verifier: Mapped[Code]
    wanted: Mapped[str]
    kept: Mapped[Any]
    until: Mapped[datetime] = mapped_column(index=True)


class FieldValue(Base):
    """What staff say a field of a draft is, beside what was read: it goes before that. None: it is empty.

    `from_draft_id`: the draft (of a later mail, or merged into this one) that the value was taken from.
    """

    __tablename__ = "field_value"
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[Any]
    actor: Mapped[str]
    at: Mapped[datetime]
    from_draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="SET NULL"), index=True)


class Decision(Base):
    """What a person decided: the line of the log that tells it, and whether it was undone since.

    `rows` counts what it changed: with fewer left (somebody was forgotten) it cannot be undone any more.
    """

    __tablename__ = "decision"
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True, autoincrement=False)
    rows: Mapped[int]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decision.event_id"), index=True)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("decision.event_id"), index=True)


class DecisionRow(Base):
    """One row that a decision changed, as it was and as it became; apart from the log, which is never erased.

    `field` names a value of the draft; where it is empty the row is the draft itself, or without a draft the
    mail. `version` is the draft's after the decision.
    """

    __tablename__ = "decision_row"
    event_id: Mapped[int] = mapped_column(
        ForeignKey("decision.event_id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), index=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    field: Mapped[Code]
    version: Mapped[int]
    before: Mapped[Any]
    after: Mapped[Any]


class Hold(Base):
    """Who is on a draft, and until when. A sign for others, no lock: versions keep writes apart."""

    __tablename__ = "hold"
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    actor: Mapped[str]
    since: Mapped[datetime]
    until: Mapped[datetime] = mapped_column(index=True)


class Note(Base):
    """What somebody wrote beside a draft, for colleagues alone."""

    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    actor: Mapped[str]
    at: Mapped[datetime]
    text: Mapped[str]
    removed_at: Mapped[datetime | None]


class Apart(Base):
    """Two drafts of which somebody said that they are not the same activity; the lower id first."""

    __tablename__ = "apart"
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[int] = mapped_column(
        ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    actor: Mapped[str]
    at: Mapped[datetime]


class Facet(Base):
    """A word about a draft by which the work list is narrowed: see `store.facets`."""

    __tablename__ = "facet"
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)


Index("ix_facet_kind_value_draft_id", Facet.kind, Facet.value, Facet.draft_id)


class Searched(Base):
    """Which mails stand in the index that is searched (the table search_words, of each database's own kind).

    `told_at` is when what stands there was read: a mail that was read again is indexed again.
    """

    __tablename__ = "searched"
    mail_id: Mapped[int] = mapped_column(ForeignKey("mail.id", ondelete="CASCADE"), primary_key=True)
    told_at: Mapped[datetime]
