"""What the desk says stands in one catalogue: nothing is missing there, and nothing is left over."""

import re
from pathlib import Path

from review.words import WORDS

ROOM = Path(__file__).parent.parent.parent / "review"
TEXTS = "".join(
    path.read_text() for path in [*ROOM.rglob("*.py"), *ROOM.rglob("*.html")] if path.name != "words.py"
)
# Keys that are put together: how they begin.
COMPOSED = (
    "trouble.",
    "tab.",
    "voice.",
    "group.",
    "state.",
    "log.",
    "done.",
    "reason.",
    "status.",
    "bad.",
    "block.",
    "refused.",
    "sender.",
    "cannot.",
    "place.",
    "because.",
    "role.",
    "split.",
    "choose.",
    "letter.",
    "template.",
    "account.",
    "people.role.",
    "people.done.",
    "public.column.",
    "filter.",
    "problem.",
    "together.",
    "quarantine.",
    "outgoing.part.",
    "outgoing.kind.",
    "outgoing.state.",
    "own.field.",
    "own.group.",
    "own.needs.",
    "own.choice.",
    "own.closed.",
    "field.",
    "files.state.",
    "files.no-picture",
    "files.dangerous",
    "toolbox.kind.",
    "toolbox.soort.",
    "toolbox.column.",
)


def test_every_text_that_pages_ask_for_is_there():
    asked = set(re.findall(r"""\bsay\(\s*["']([\w.-]+)["']\s*[,)]""", TEXTS))
    assert asked
    assert not asked - WORDS.keys()


def test_no_text_is_left_that_no_page_asks_for():
    left = [key for key in WORDS if f'"{key}"' not in TEXTS and f"'{key}'" not in TEXTS]
    assert not [key for key in left if not key.startswith(COMPOSED)]


def test_pages_hold_no_words_of_their_own():
    for path in ROOM.rglob("*.html"):
        page = re.sub(r"\{% block kind %\}[\w-]+", "", path.read_text())
        bare = re.sub(
            r"<kbd>\w+</kbd>|\{[%{#].*?[%}#]\}|<!--.*?-->|<[^>]*>|&\w+;|<kbd>.*?</kbd>",
            " ",
            page,
            flags=re.DOTALL,
        )
        assert not re.findall(r"[A-Za-zÀ-ÿ]{2,}", bare), path.name


def test_sentences_are_short():
    for key, text in WORDS.items():
        for one in text if isinstance(text, tuple) else (text,):
            for sentence in re.split(r"[.!?:;]\s", one):
                assert len(sentence.split()) <= 16, key
