"""Whether a mail answers one of the desk's own: what the desk asked is not said again in the answer."""

from intake.extract.letter import Letter


def answers_desk(letter: Letter) -> bool:
    """Whether the mail replies (In-Reply-To, RFC 5322 section 3.6.4) to one from the desk's domain."""
    home = f"@{letter.edition.domain}"
    return home != "@" and any(one.strip("<> ").lower().endswith(home) for one in letter.mail.in_reply_to)
