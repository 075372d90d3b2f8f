"""One mail read: the pure way from bytes to drafts, which the worker and `intake parse` share."""

from dataclasses import dataclass

from intake.extract.finding import Draft, Kind, Tag, Warn
from intake.mail.mail import Mail


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail was understood to say. `doubt`: the week is only mentioned in passing."""

    mail: Mail
    kind: Kind
    tag: Tag
    doubt: bool
    drafts: tuple[Draft, ...]
    warnings: tuple[Warn, ...]
