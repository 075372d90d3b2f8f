"""How organisers hear of decisions, as the desk's pages tell of it."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Answering:
    """A desk that answers by mail.

    `hold_seconds` is how long undoing a decision stops its mail. `letter` writes an answer (by its number)
    as it would be sent now; None where its letter cannot be written.
    """

    hold_seconds: float
    letter: Callable[[Session, int], Letter | None]

    def left(self, waits_from: datetime, now: datetime) -> int:
        """Whole seconds in which a mail can still be stopped."""
        return max(0, math.ceil(self.hold_seconds - (now - waits_from).total_seconds()))
