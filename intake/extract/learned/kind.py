"""How likely a mail is of each kind: by the signs that it shows, the facts that it tells and all its words.

Signs (`signs/`) are words that somebody thought of; what each weighs is learned. The other words are there
for writers who say it in a way that nobody thought of.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from intake.extract.facts import Asides, Facts
from intake.extract.finding import Kind
from intake.extract.learned.model import Features, learned
from intake.extract.learned.stems import stems
from intake.extract.letter import Letter
from intake.extract.line import Line
from intake.extract.signs.shown import shown

MODEL: Final = "kind"
KINDS: Final = (Kind.ACTIVITY, Kind.MATERIAL, Kind.QUESTION, Kind.UPDATE)

# What a sign or a fact counts for beside a word, before anything is learned of it.
_SIGN: Final = 2.0
_FACT: Final = 3.0
_MOST_QUESTIONS: Final = 3


def likely_kinds(letter: Letter, own: Sequence[Line], told: Facts, aside: Asides) -> dict[Kind, float]:
    """The probability of each of `KINDS`, of a mail that a person wrote for the week.

    Args:
        letter: the mail.
        own: the lines that its writer wrote himself.
        told: the facts that it tells.
        aside: its lines that tell nothing.
    """
    found = learned(MODEL).probabilities(features(letter, own, told, aside))
    return {Kind(name): share for name, share in found.items()}


def features(letter: Letter, own: Sequence[Line], told: Facts, aside: Asides) -> Features:
    """What a mail shows: the stems of its own words and its subject's, each once, its signs and its facts."""
    mail = letter.mail
    found = {f"body {stem}": 1.0 for line in own for stem in stems(line.text)}
    found.update((f"subject {stem}", 1.0) for stem in stems(mail.subject))
    if any("?" in line.text for line in own):
        found["body ?"] = 1.0
    if "?" in mail.subject:
        found["subject ?"] = 1.0
    found.update((f"sign {name}", _SIGN) for name in shown(letter, own, aside))
    found.update((f"fact {fact.name}", _FACT) for fact in fields(told) if getattr(told, fact.name))
    found.update((f"part {part.role.value}", _FACT) for part in mail.parts)
    if told.day and told.time:
        found["fact moment"] = _FACT
    if mail.in_reply_to or mail.references:
        found["fact reply"] = _FACT
    asked = sum(line.text.rstrip().endswith("?") for line in own)
    found["questions"] = min(asked, _MOST_QUESTIONS)
    return found
