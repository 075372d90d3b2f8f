"""What an answer says: facts into a subject and words, by templates that may be one's own. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Protocol

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from intake.errors import ConfigError
from store.outgoing import MessageKind

_SUBJECT: Final = "Onderwerp:"
_LONGEST_SUBJECT: Final = 200
_LINK: Final = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


@dataclass(frozen=True, slots=True)
class Told:
    """One activity as an answer plays it back. Each of `missing` and `doubtful` is a question in words.

    `link` is where its organiser looks and corrects until `link_until` (a day in words); each may be empty.
    `cancelled`: that it does not take place.
    """

    title: str
    when: tuple[str, ...] = ()
    where: str = ""
    organisation: str = ""
    contact: str = ""
    page: str = ""
    link: str = ""
    link_until: str = ""
    cancelled: bool = False
    missing: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a template may name.

    `words` are staff's own; `sent` is what is answered where it came from the organiser's own page, in words.
    Each may be empty.
    """

    kind: str
    subject: str
    name: str
    campaign: str
    week: str
    activities: tuple[Told, ...] = ()
    material: bool = False
    words: str = ""
    cancelled: bool = False
    sent: str = ""


class Written(Protocol):
    """What a letter is written of: its template is called `kind`, and names what else it holds."""

    @property
    def kind(self) -> str:
        """The template's name."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """An answer's subject, its text, and the same as HTML."""

    subject: str
    text: str
    html: str


class Letters:
    """The templates: one file for each kind of answer, its first line the subject."""

    def __init__(self, folder: str = "") -> None:
        """Reads nothing yet. `folder` holds templates of one's own; "" for none."""
        own: Sequence[BaseLoader] = (FileSystemLoader(folder),) if folder else ()
        self._templates = SandboxedEnvironment(
            loader=ChoiceLoader([*own, PackageLoader("intake.answers")]),
            autoescape=False,  # text; the HTML is made from it, escaped
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )

    def check(self) -> None:
        """Write each kind of letter once, of little.

        Raises:
            ConfigError: a template cannot be used.
        """
        for kind in MessageKind:
            self.write(Facts(kind.value, "", "", "", "", (Told(""),)))

    def write(self, facts: Written) -> Words:
        """The letter of a kind: an answer, or the digest.

        Raises:
            ConfigError: its template cannot be used; the text names it and what is wrong there.
        """
        name = f"{facts.kind}.txt"
        try:
            made = self._templates.get_template(name).render(mail=facts)
        except TemplateError as error:
            raise ConfigError(f"the template {name} cannot be used: {error}") from error
        first, _, rest = made.lstrip().partition("\n")
        if not first.startswith(_SUBJECT):
            raise ConfigError(f'the template {name} must begin with a line "{_SUBJECT} ..."')
        text = re.sub(r"\n{3,}", "\n\n", rest.strip()) + "\n"
        return Words(_line(first.removeprefix(_SUBJECT)), text, as_html(text))


def as_html(text: str) -> str:
    """A text's paragraphs and lists as a page; links can be followed, and nothing else is markup."""
    blocks = []
    for block in text.strip().split("\n\n"):
        lines = [_linked(line) for line in block.split("\n")]
        items = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
        before = [line for line in lines if not line.startswith("- ")]
        if before:
            blocks.append(f"<p>{'<br>'.join(before)}</p>")
        if items:
            blocks.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
    return f'<!doctype html><html lang="nl"><body>{"".join(blocks)}</body></html>\n'


def _linked(line: str) -> str:
    found, at = [], 0
    for match in _LINK.finditer(line):
        address = escape(match[0])
        found += [escape(line[at : match.start()]), f'<a href="{address}">{address}</a>']
        at = match.end()
    return "".join([*found, escape(line[at:])])


def _line(text: str) -> str:
    """A subject on one line, whatever the mail's own held (RFC 5322 section 2.2: no bare CR or LF)."""
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:_LONGEST_SUBJECT]
