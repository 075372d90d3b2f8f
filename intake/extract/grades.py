"""How sure a finding is: the few grades there are. From 0.9 on staff are told that they need not check.

An extractor says only how its words were read; `draft.py` raises what two places agree on and lowers what has
a rival. No other number stands for confidence anywhere.
"""

from typing import Final

# Said by a machine or in a field of its own: a calendar's DTSTART, a header's address.
CERTAIN: Final = 0.97
# Behind a label of its own: "Locatie: De Schakel, Dorpsstraat 12".
LABELLED: Final = 0.94
# Said in a sentence that can be read in one way only: "op dinsdag 9 mei van 13.00 tot 16.30 uur".
SAID: Final = 0.9
# Said, but another reading is possible, or the place where it stands speaks less clearly.
LIKELY: Final = 0.75
# Worked out from what stands elsewhere: the address in the signature for "in onze aula".
DERIVED: Final = 0.6
# A guess worth showing: staff look before they keep it.
GUESS: Final = 0.4
# Kept as an alternative alone; never the value of a field.
TRACE: Final = 0.2

# The least that fills a field: what is below stays an alternative; a wrong value costs more than none.
FILLS: Final = GUESS

# the ladder, from its top
_NAMES: Final = {
    CERTAIN: "CERTAIN",
    LABELLED: "LABELLED",
    SAID: "SAID",
    LIKELY: "LIKELY",
    DERIVED: "DERIVED",
    GUESS: "GUESS",
    TRACE: "TRACE",
}


def name(grade: float) -> str:
    """What a grade is called here."""
    return _NAMES[grade]


def lower(grade: float) -> float:
    """The next lower grade."""
    return next((step for step in _NAMES if step < grade), TRACE)


def agreed(grade: float) -> float:
    """What two independent places say alike is at least as sure as a plain statement."""
    return max(grade, {LIKELY: SAID, DERIVED: LIKELY}.get(grade, grade))
