"""The tables of the review desk: who may work there, and who is logged in."""

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
    `oidc_issuer`; a subject is only unique with its issuer, OpenID Connect Core section 2).
    """

    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Code]
    password_hash: Mapped[Code | None]
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
