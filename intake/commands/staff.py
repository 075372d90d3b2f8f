"""`intake staff`: who may log in to the review desk."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from sqlalchemy.orm import Session

from intake.commands.setting import ConfigFile, configuration, opened, output
from intake.errors import IntakeError
from store import passwords, staff
from store.desk import Role
from store.errors import Refused
from store.staff import Person

app = typer.Typer(no_args_is_help=True, help="Who may log in to the review desk: add, list, disable, reset.")
Login = Annotated[str, typer.Argument(metavar="LOGIN", help="The name to log in with.")]

# Why an account cannot be made or changed as it was asked.
REASONS = {
    "login-empty": "a login needs at least one sign",
    "login-taken": "somebody has that login already",
    "name-empty": "a person needs a name",
    "password-short": f"the password is too short: {passwords.SHORTEST} signs at least",
    "password-long": f"the password is too long: {passwords.LONGEST} signs at most",
    "last-manager": "this is the last beheerder: let somebody else be one first",
}


@app.command()
def add(
    ctx: typer.Context,
    login: Login,
    name: Annotated[str, typer.Option("--name", help="What colleagues call them.")] = "",
    manager: Annotated[bool, typer.Option("--beheerder", help="May also decide who works here.")] = False,
    config: ConfigFile = None,
) -> None:
    """Let somebody in. The password comes from standard input, or else one is made and shown once."""
    password, made = _password()
    role = Role.MANAGER if manager else Role.REVIEWER
    with opened(configuration(ctx, config)) as store, store.begin() as s, _told():
        now = datetime.now(UTC)
        staff.add(s, login, name or login, role, who(), now, password=password, handed_over=made)
    _hand_over(f"{login} can log in now, as {role.value}", password, made)


@app.command("list")
def list_(ctx: typer.Context, config: ConfigFile = None) -> None:
    """List everybody, and what they may do."""
    with opened(configuration(ctx, config)) as store, store.view() as s:
        people = staff.list_(s)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in ("Login", "Name", "Role", ""):
        table.add_column(heading)
    for person in people:
        table.add_row(person.login, person.name, person.role.value, "disabled" if person.disabled else "")
    output().print(table if people else "There is nobody yet: intake staff add LOGIN")


@app.command()
def disable(ctx: typer.Context, login: Login, config: ConfigFile = None) -> None:
    """Let somebody in no more; who is logged in is out at once."""
    with opened(configuration(ctx, config)) as store, store.begin() as s, _told():
        staff.disable(s, _known(s, login).id, who(), datetime.now(UTC))
    output().print(f"{login} cannot log in any more")


@app.command()
def reset(ctx: typer.Context, login: Login, config: ConfigFile = None) -> None:
    """Give somebody another password (from standard input, or a made one), and let them in again."""
    password, made = _password()
    with opened(configuration(ctx, config)) as store, store.begin() as s, _told():
        person = _known(s, login)
        staff.reset(s, person.id, password, who(), datetime.now(UTC), handed_over=made)
        staff.enable(s, person.id, who(), datetime.now(UTC))
    _hand_over(f"{login} has another password", password, made)


def _password() -> tuple[str, bool]:
    """A password that was piped or typed in, or one that is made; and whether it was made."""
    if not sys.stdin.isatty() and (piped := sys.stdin.readline().rstrip("\r\n")):
        return piped, False
    if sys.stdin.isatty() and (typed := getpass.getpass("Password (Enter makes one): ")):
        return typed, False
    return passwords.suggested(), True


def _hand_over(told: str, password: str, made: bool) -> None:
    first = f"; the password is {password}, for a week, to choose another one with" if made else ""
    output().print(f"{told}{first}", soft_wrap=True)


def _known(s: Session, login: str) -> Person:
    person = staff.by_login(s, login)
    if person is None:
        raise IntakeError(f'there is no login "{login}"; `intake staff list` shows them all')
    return person


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except Refused as error:
        raise IntakeError(REASONS.get(error.code, str(error))) from None


def who() -> str:
    """Who is at the keyboard, as the log calls them."""
    try:
        return f"cli:{getpass.getuser()}"
    except (KeyError, OSError):
        return f"cli:{os.getuid()}"
