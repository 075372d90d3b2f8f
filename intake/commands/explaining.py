"""How `intake parse --explain` looks: each field with its words, its extractor, its reasons and rivals."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from intake import words
from intake.commands.quoting import place, places, quoted
from intake.explain import Explanation, Field, Found, Spot
from intake.extract.finding import Kind, Value
from store.when import short, when

# Longer lines are tiring to read.
WIDEST = 110
# What a person still takes in.
MOST_RIVALS = 8
MOST_ALIKE = 3


def show(out: Console, file: str, told: Explanation, year: int) -> None:
    """Print the explanation of one mail.

    Args:
        out: where to; its width is kept to, and never more than WIDEST is used.
        file: the mail, as the person named it.
        told: why it was read as it was.
        year: the campaign's; days of another year are told with theirs.
    """
    width = min(out.width, WIDEST)
    out.print(Padding(Group(*_mail(file, told), *_drafts(told, year)), (0, 0, 1, 0)), width=width)


def _mail(file: str, told: Explanation) -> Iterator[RenderableType]:
    """The mail itself: who sent it, what it was taken for, what staff must know of it."""
    yield _text(told.subject or words.NO_SUBJECT, "bold")
    yield _text(f"{file}: {told.sender.name} <{told.sender.email}>".strip(), "dim")
    kind = [words.KINDS.get(told.kind, told.kind)]
    kind += [words.ANSWERED_BY_PROGRAM] if told.machine else [words.SENT_TO_MANY] if told.bulk else []
    week = words.WEEK_NAMED.get(told.tag, words.WEEK_NOT_NAMED)
    if told.named is not None:
        week = f"{words.YES}, {place(told.named)}: {quoted(told.named.words)}"
    grid = _grid(max(len(words.MAIL_IS), len(words.FOR_THE_WEEK)))
    grid.add_row(words.MAIL_IS, _text(", ".join(kind)))
    grid.add_row(words.FOR_THE_WEEK, _text(week))
    yield grid
    if told.doubt:
        yield _text(f"! {words.problem('doubt')}", "yellow")
    for warning in told.warnings:
        yield _text(f"! {words.problem(warning.code, warning.detail)}", "yellow")
    for code in words.untold(told.defects, (warning.code for warning in told.warnings)):
        yield _text(f"! {words.problem(code)}", "yellow")


def _drafts(told: Explanation, year: int) -> Iterator[RenderableType]:
    if not told.drafts:
        yield _text(words.NO_ACTIVITY)
    for number, fields in enumerate(told.drafts, 1):
        title = f"{words.ACTIVITY} {number} {words.OF} {len(told.drafts)}" if len(told.drafts) > 1 else ""
        yield Rule(Text(title, style="bold"), align="left", characters="─", style="dim")
        grid = _grid(max((len(name) for field in fields for name in _names(field)), default=1))
        for field in sorted(fields, key=_order):
            label, *code = _names(field)
            grid.add_row(
                Text.assemble(label, *(("\n" + one, "dim") for one in code)), Group(*_field(field, year))
            )
        yield grid
        found = {field.name for field in fields} | {"change"}
        missing = [label for name, label in words.FIELDS.items() if name not in found]
        if told.kind is Kind.ACTIVITY and missing:
            yield _text(f"{words.NOT_FOUND}: {', '.join(missing)}", "dim")


def _field(field: Field, year: int) -> Iterator[RenderableType]:
    """A field's value, the words it stands on, the reasons, and below them the rivals."""
    chosen = field.chosen
    if chosen is None:
        yield _text(words.NOT_FILLED, "yellow")
    else:
        value = _value(field.name, chosen.value, year)
        yield Text.assemble((value, "bold"), f"  {chosen.confidence:.0%}", overflow="fold")
        yield _text(places(chosen.spots))
        yield _text(_reasons(field, chosen), "dim")
        if field.conflict:
            yield _text(f"! {words.problem('conflict')}", "yellow")
    aside = _grid(max(len(words.ALSO), len(words.OR)))
    for found in islice(_further(field), MOST_ALIKE):
        aside.add_row(words.ALSO, _text(f"{places(found.spots)} {_by(found)}", "dim"))
    for found in field.rivals[:MOST_RIVALS]:
        aside.add_row(words.OR, _rival(found, _value(field.name, found.value, year)))
    if len(field.rivals) > MOST_RIVALS:
        aside.add_row(words.OR, _text(f"{words.MORE} {len(field.rivals) - MOST_RIVALS}", "dim"))
    if aside.row_count:
        yield aside


def _further(field: Field) -> Iterator[Found]:
    """Where else the same was found; other readings of words that were told already are left out."""
    told = {_line(spot) for spot in field.chosen.spots} if field.chosen is not None else set()
    for found in field.alike:
        spots = tuple(spot for spot in found.spots if _line(spot) not in told)
        told.update(map(_line, spots))
        if spots:
            yield replace(found, spots=spots)


def _line(spot: Spot) -> tuple[str, int, int]:
    return spot.source, spot.page, spot.line


def _rival(found: Found, value: str) -> Text:
    """Another value; its words are not told again where it is those words."""
    alone = all(" ".join(spot.words.split()).casefold() == value.casefold() for spot in found.spots)
    where = ", ".join(dict.fromkeys(place(spot) for spot in found.spots)) if alone else places(found.spots)
    told = (f"{where} {_by(found)}", "dim")
    return Text.assemble(f"{value}  {found.confidence:.0%}  ", told, overflow="fold")


def _reasons(field: Field, chosen: Found) -> str:
    """By whom it was found, how its words were read, and why it won."""
    grade = chosen.grade if chosen.grade == field.given else f"{field.given} → {chosen.grade}"
    clauses = [words.GRADES[field.given], *(words.BECAUSE[because] for because in field.because)]
    return f"{chosen.by}: {grade}, {'; '.join(clauses)}"


def _by(found: Found) -> str:
    return f"({found.by}: {found.grade})"


def _value(name: str, value: Value, year: int) -> str:
    """A value as staff read it."""
    if isinstance(value, tuple):
        years = sorted({str(span["starts"])[:4] for span in value} - {str(year)})
        return f"{'; '.join(when(value))} {' '.join(years)}".rstrip()
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if name == "price":
        return words.FREE if value == 0 else _euros(value)
    if name == "registration_deadline":
        day = date.fromisoformat(str(value))
        return short(day) + (f" {day.year}" if day.year != year else "")
    return words.CHANGES.get(str(value), str(value)) if name == "change" else str(value)


def _euros(value: Value) -> str:
    if not isinstance(value, int | float):
        return str(value)
    return f"€ {value:.0f}" if value == int(value) else f"€ {value:.2f}".replace(".", ",")


def _names(field: Field) -> tuple[str, ...]:
    """What staff call a field, and below it what the code does where that differs."""
    return tuple(dict.fromkeys((words.FIELDS.get(field.name, field.name), field.name)))


def _order(field: Field) -> int:
    return list(words.FIELDS).index(field.name) if field.name in words.FIELDS else len(words.FIELDS)


def _text(said: str, style: str = "") -> Text:
    return Text(said, style=style, overflow="fold")


def _grid(label: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(style="cyan", no_wrap=True, width=label)
    grid.add_column(ratio=1, overflow="fold")
    return grid
