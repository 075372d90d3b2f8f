"""What to ask an organiser: a mail in plain Dutch, proposed from what is wrong with a draft. Pure."""

from collections.abc import Iterator
from typing import Final

from review.beside import told
from review.words import WORDS, say
from store.draftview import DraftView
from store.standing import FieldState
from store.words import FIELDS

# What visitors must be able to trust; of these, what is to be checked is asked too, beside what is missing.
_CORE: Final = ("title", "organisation", "dates", "venue", "city")


def proposed(view: DraftView, name: str, campaign: str) -> str:
    """The text; empty where nothing is missing or doubtful, for then only a person knows what to ask.

    Args:
        view: the draft as it stands.
        name: who asks.
        campaign: the week's name.
    """
    if view.status == "asked" and view.message:
        return view.message
    questions = list(dict.fromkeys(_questions(view)))
    if not questions:
        return ""
    whom = view.values.get("contact_name") or view.mail.sender_name
    lines = [
        say("letter.hello", name=whom) if whom else say("letter.hello.unknown"),
        "",
        say("letter.lead", title=view.title, campaign=campaign)
        if view.title
        else say("letter.lead.untitled", campaign=campaign),
    ]
    if understood := list(_understood(view)):
        lines += ["", say("letter.understood"), *understood]
    lines += ["", say("letter.questions"), *(f"- {one}" for one in questions), "", say("letter.close"), name]
    return "\n".join(lines)


def _understood(view: DraftView) -> Iterator[str]:
    for field in _CORE[1:]:
        one = view.fields[field]
        if one.value is not None and one.state != FieldState.CHECK:
            yield say("letter.value", field=FIELDS[field], value=told(field, one.value))


def _questions(view: DraftView) -> Iterator[str]:
    told_of = set()
    for block in view.blocks:
        if f"letter.{block.code}" in WORDS and block.code not in _WITH_VALUE:
            told_of.add(block.field)
            yield say(f"letter.{block.code}")
    for problem in view.problems:
        if problem.settled or f"letter.{problem.code}" not in WORDS or problem.field in told_of:
            continue
        if problem.field:
            told_of.add(problem.field)
        if problem.code in _WITH_VALUE:
            value = told(problem.field, view.values.get(problem.field))
            yield say(f"letter.{problem.code}", field=FIELDS[problem.field], value=value)
        else:
            yield say(f"letter.{problem.code}")
    for field in _CORE:
        one = view.fields[field]
        if one.state == FieldState.CHECK and field not in told_of:
            yield say("letter.check", field=FIELDS[field], value=told(field, one.value))


# Questions that quote what was understood.
_WITH_VALUE: Final = frozenset({"weekday-mismatch", "outside-week", "conflict"})
