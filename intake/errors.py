"""The family of errors: what stops a pass, what marks one mail, what a person must mend."""


class IntakeError(Exception):
    """Anything that went wrong in a way we know; its text is one line for the person who reads the log."""


class ConfigError(IntakeError):
    """The configuration cannot be used; the text names the line, and what to write instead."""


class MailboxError(IntakeError):
    """The mailbox cannot be reached or answered badly: the pass stops and is tried again later."""


class BadMail(IntakeError):  # noqa: N818 - it names the mail, not a fault of ours
    """This one mail cannot be read: its row is marked, and the next mail goes on."""
