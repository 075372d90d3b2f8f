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

# What a field is worth where one text alone tells it: a grade at which fewer than 98 in 100 values were right
# does not stay sure. Right of all, by tests/corpus/calibration.py, on the 120 mails of 2014, 2016, 2022 and
# 2029 as they were read before anybody looked at them; each count is pulled to 0.98 by twenty such values, so
# that one slip in a hundred does not move it. Where another text says exactly the same, 60 of 60 were right.
# A title behind a label stays sure: 48 of 49, with the unseen mails of 2012 and 2033.
_ALONE: Final = {
    (
        "organisation",
        LABELLED,
    ): LIKELY,  # 0 of 5 before: who leads a session stands behind such labels as well
    ("activity_type", SAID): LIKELY,  # 45 of 47
    ("audience", SAID): LIKELY,  # 12 of 15
    ("online", SAID): LIKELY,  # 8 of 8, and 9 of 10 before
    ("change", SAID): LIKELY,  # 8 of 9
}
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


def alone(field: str, grade: float) -> float:
    """What a grade is worth in a field as long as no other text says the same."""
    return _ALONE.get((field, grade), grade)


def agreed(grade: float) -> float:
    """What two independent places say alike is at least as sure as a plain statement."""
    return max(grade, {LIKELY: SAID, DERIVED: LIKELY}.get(grade, grade))
