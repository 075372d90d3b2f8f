"""A TOML table made into a settings dataclass; a mistake is named with its line and what to write instead."""

import dataclasses
import difflib
import enum
import math
import re
import tomllib
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar

from intake.errors import ConfigError

Settings = TypeVar("Settings")
Range = tuple[float, float, str]

# Names under which people write a secret down. None of these is a key: the keys name where the secret is.
SECRETS = frozenset(
    {"password", "passwd", "pass", "pwd", "wachtwoord", "secret", "client_secret", "token", "access_token"}
)
VARIABLE = re.compile(r"[A-Za-z_]\w*", re.ASCII)
HEADER = re.compile(r"\s*\[(\[?)\s*([\w.\-\"']+)\s*\]")
KEY = re.compile(r"\s*[\"']?([\w\-]+)[\"']?\s*(?:\.[\w.\-\"' ]+)?=")


class ConfigFile:
    """One TOML file: its tables, and on which line each of their keys stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            text = path.read_text(encoding="utf-8-sig")
            self.tables: dict[str, Any] = tomllib.loads(text)
        except OSError as error:
            raise ConfigError(f"{path} cannot be read: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise ConfigError(f"{path} is not UTF-8 text (byte {error.start}); save it as UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path} is not valid TOML: {_first_lower(str(error))}") from None
        self._lines = dict(_key_lines(text))

    def where(self, section: str, number: int = 0, key: str = "") -> str:
        """The file and line of a key (or of its section), as messages begin with."""
        line = self._lines.get((section, number, key)) or self._lines.get((section, number, ""))
        return f"{self.path} line {line}" if line else f"{self.path}"

    def settings(self, kind: type[Settings], section: str, table: object, number: int = 0) -> Settings:
        """The dataclass `kind` filled from one table; its own defaults stand for the keys left out.

        A class may tell in `RANGES` from and to which value a number may go, and why.

        Raises ConfigError for an unknown key, a wrong type or value, a missing key that has no default, a
        secret, or what the dataclass itself refuses with ValueError; a text of that which begins with a key
        is told with that key's line.
        """
        here = self.where(section, number)
        if not isinstance(table, dict):
            raise ConfigError(f"{here}: {section} is a section: write its keys below a line [{section}]")
        fields = {field.name: field for field in dataclasses.fields(kind) if field.init}  # type: ignore[arg-type]
        hints = typing.get_type_hints(kind)
        ranges: Mapping[str, Range] = getattr(kind, "RANGES", {})
        values: dict[str, Any] = {}
        for key, value in table.items():
            at = self.where(section, number, key)
            if key not in fields:
                raise ConfigError(f"{at}: {_unknown_key(section, key, fields)}")
            if key.endswith("_env") and not VARIABLE.fullmatch(str(value)):
                raise ConfigError(
                    f"{at}: {key} must be the name of an environment variable, not the secret itself"
                )
            try:
                values[key] = _within(ranges.get(key), _fitting(hints[key], value))
            except ValueError as error:
                raise ConfigError(f"{at}: {key} must be {error}") from None
        for name, field in fields.items():
            optional = (
                field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
            )
            if name not in values and not optional:
                raise ConfigError(f'{here}: [{section}] needs the key "{name}"')
        try:
            return kind(**values)
        except ValueError as error:
            at = self.where(section, number, str(error).partition(" ")[0])
            raise ConfigError(f"{at}: [{section}] {error}") from None


def nearest(word: str, known: typing.Iterable[str]) -> str:
    """What may have been meant, as the end of a message: the nearest known word, or all of them."""
    choices = sorted(known)
    close = difflib.get_close_matches(word.lower().replace("-", "_"), choices, n=1, cutoff=0.55)
    return f'did you mean "{close[0]}"?' if close else f"known are: {', '.join(choices)}"


def _unknown_key(section: str, key: str, fields: Mapping[str, object]) -> str:
    if key.lower() not in SECRETS:
        return f'[{section}] has no key "{key}"; {nearest(key, fields)}'
    names = [name for name in fields if name.endswith("_env")]
    if not names:
        return f'a secret does not belong in this file: take "{key}" out'
    name = (difflib.get_close_matches(key.lower(), names, n=1, cutoff=0.55) or names)[0]
    return (
        f'a secret does not belong in this file: take "{key}" out, put it in an environment variable, and '
        f'write that variable\'s name: {name} = "..." (NAME_FILE in the environment may name a file instead)'
    )


def _fitting(hint: Any, value: Any) -> Any:
    """`value` as the type that a field declares; ValueError says what it must be instead."""
    origin, choices = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _fitting(next(choice for choice in choices if choice is not type(None)), value)
    if origin is Literal:
        return _one_of([str(choice) for choice in choices], value)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(_one_of([str(member.value) for member in hint], value))
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"a list: [{_shown(value)}]")
        return tuple(_fitting(choices[0], item) for item in value)
    if hint is Path:
        return Path(_plain(str, value))
    return _plain(hint, value)


def _within(allowed: Range | None, value: Any) -> Any:
    if allowed is not None:
        least, most, why = allowed
        if not least <= value <= most:
            raise ValueError(f"from {least} to {most}, not {value}: {why}")
    return value


def _plain(kind: type, value: Any) -> Any:
    if kind is bool and not isinstance(value, bool):
        raise ValueError(f"true or false, without quotes, not {_shown(value)}")
    if kind in (int, float):
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
            or (kind is int and value != int(value))
        ):
            whole = "a whole number" if kind is int else "a number"
            raise ValueError(f"{whole} without quotes, not {_shown(value)}")
        if value < 0:
            raise ValueError(f"zero or more, not {value}")
        return kind(value)
    if kind is date and (isinstance(value, datetime) or not isinstance(value, date)):
        raise ValueError(f"a date without quotes, such as 2017-05-08, not {_shown(value)}")
    if kind is str and not isinstance(value, str):
        raise ValueError(f'text in quotes: "{value}"')
    return value


def _one_of(choices: list[str], value: Any) -> str:
    if value in choices:
        return str(value)
    listed = ", ".join(f'"{choice}"' for choice in choices)
    raise ValueError(f"one of {listed}, not {_shown(value)}")


def _shown(value: Any) -> str:
    """A value as TOML writes it, cut to what fits on a line."""
    text = (
        str(value).lower()
        if isinstance(value, bool)
        else f'"{value}"'
        if isinstance(value, str)
        else str(value)
    )
    return text if len(text) <= 40 else f"{text[:37]}..."


def _first_lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _key_lines(text: str) -> typing.Iterator[tuple[tuple[str, int, str], int]]:
    """((section, which of its kind, key), line) for every key; the key is "" for the section's own line.

    Looks at one line at a time, so a key on a later line of a multi-line string may be named too; it is used
    for messages alone.
    """
    section, number, seen = "", 0, dict[str, int]()
    for line, content in enumerate(text.splitlines(), 1):
        if header := HEADER.match(content):
            section = header[2].strip("\"'")
            number = seen.get(section, 0) if header[1] else 0
            seen[section] = number + 1
            yield (section, number, ""), line
        elif key := KEY.match(content):
            yield (section, number, key[1]), line
            if not section:
                yield (key[1], 0, ""), line
