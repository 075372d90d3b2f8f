"""Templates to HTML: one environment, in which everything is escaped and nothing may be left out."""

import hashlib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from review import addresses, days, places, telling
from review.tabs import FOREIGN_PICTURES
from review.toolbox import item
from review.words import WORDS, say
from store import when
from store.fields import ATTACHMENTS, LINKS, SUMMARY
from store.words import CHANGES, FIELDS


class Look:
    """Renders pages. A static file's address carries its content's digest, so that browsers keep it."""

    def __init__(self) -> None:
        self._versions = {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:12]
            for file in files("review").joinpath("static").iterdir()
        }
        self._templates = Environment(
            loader=PackageLoader("review"),
            auto_reload=False,  # no look at the file for each template that a page includes
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        named: dict[str, Callable[..., Any]] = {
            "say": say,
            "static": self.static,
            "icon": self.icon,
            "short_day": when.short,
            "week": when.long,
            "long_day": telling.long_day,
            "written": days.written,
            "in_full": telling.in_full,
            "when": when.when,
            "kind_name": telling.kind_name,
            "file_path": item.path_of,
            "file_alt": item.alt_of,
            "open_to": places.open_to,
            "at": places.at,
        }
        self._templates.globals.update(
            named,
            words=WORDS,
            account=places.ACCOUNT,
            words_of={**FIELDS, **{name: say(f"field.{name}") for name in (ATTACHMENTS, SUMMARY, LINKS)}},
            change_words=CHANGES,
        )
        self._templates.globals.update(foreign_pictures=FOREIGN_PICTURES)
        self._templates.filters.update(
            kind_of_material=lambda kind: say(f"toolbox.soort.{kind}"),
            size=telling.size,
            address=addresses.in_ascii,
            foreign=addresses.is_foreign,
        )

    def static(self, name: str) -> str:
        """The address of a static file, good for as long as its content."""
        return f"/static/{name}?v={self._versions[name]}"

    def icon(self, name: str, kind: str = "icon") -> Markup:
        """One of our drawings; the words beside it say the same, so that it is hidden from screen readers."""
        mark = '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>'
        return Markup(mark).format(kind, self.static("icons.svg"), name)  # noqa: S704 - our own constant

    def page(self, template: str, **values: Any) -> str:
        """A template with its values filled in."""
        return self._templates.get_template(template).render(values)
