"""Why something was not done, in words for the page that asked for it."""

from dataclasses import replace
from datetime import date

from review import controls
from review.beside import Typed
from review.forms import Form
from review.words import WORDS, say
from store.errors import BadValues, Blocked, Refused, Stale
from store.words import PROBLEMS


def typed(form: Form, error: Refused, near: date) -> tuple[Typed, int]:
    """What a draft's form says that was not kept, with its reasons; and the answer's status."""
    changed = controls.changes(form, near)
    mine = Typed(texts={name: text for name, text in controls.typed(form, near).items() if name in changed})
    if isinstance(error, Stale):
        contested = [one for one in error.conflicts if one.contested]
        return replace(mine, conflicts=contested, message=words(error)), 409
    if isinstance(error, BadValues):
        errors = {field: say(f"bad.{controls.kind(field)}") for field in error.fields}
        return replace(mine, errors=errors, message=say("bad.lead")), 422
    if isinstance(error, Blocked):
        told: dict[str, list[str]] = {}
        for one in error.blocks:
            if one.field:
                told.setdefault(one.field, []).append(block(one.code))
        errors = {field: " ".join(reasons) for field, reasons in told.items()}
        loose = [block(one.code) for one in error.blocks if not one.field]
        return replace(mine, errors=errors, message=" ".join([say("blocked.lead"), *loose])), 409
    return replace(mine, message=words(error)), 422


def words(error: Refused) -> str:
    """What a page says of a refusal, in one or a few sentences."""
    if isinstance(error, Stale):
        return say("stale.lead", name=error.by or say("stale.someone"))
    if isinstance(error, Blocked):
        return " ".join([say("blocked.then"), *(block(one.code) for one in error.blocks)])
    key = f"refused.{error.code}"
    return say(key, about=error.about) if key in WORDS else say("refused.other")


def block(code: str) -> str:
    """A reason why something cannot be approved."""
    return say(f"block.{code}") if f"block.{code}" in WORDS else PROBLEMS.get(code, code)
