"""A mail's HTML made harmless, in a child process: what it looks like stays, what it does or fetches goes.

The document that comes of it is shown in a sandboxed frame under a policy of its own (`POLICY`), which alone
would stop what slipped through here.
"""

import hashlib
import io
from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

import nh3

from review.drawing import CannotShowError, open_picture, reduced

# Gives the HTML of a raw mail and its pictures by Content-ID; how mails are read is not the desk's to know.
LayoutReader = Callable[[bytes], tuple[str, Mapping[str, bytes]]]

_STYLE: Final = (
    "html{color-scheme:light;background:#fff;color:#1e2226;font:15px/1.5 system-ui,sans-serif}"
    "body{margin:1rem;overflow-wrap:break-word}img{max-width:100%;height:auto}"
    "blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #dfdad0}"
    "table{border-collapse:collapse;max-width:100%}td,th{vertical-align:top;padding:.1rem .4rem}"
    "a{color:#0d5c63;text-decoration:underline}pre{white-space:pre-wrap}"
)
_STYLE_DIGEST: Final = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# The frame's own policy: nothing runs, nothing is fetched, nothing is sent, nowhere to go.
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        f"style-src 'sha256-{_STYLE_DIGEST}'",
        "style-src-attr 'unsafe-inline'",
        "img-src data:",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "sandbox",
    )
)
_WIDTH: Final = 900
_TAG_NAMES: Final = (
    "a abbr address b bdi big blockquote br caption center cite code col colgroup dd del div dl dt em"
    " font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strike strong"
    " sub sup table tbody td tfoot th thead tr tt u ul var"
)
_TAGS: Final = frozenset(_TAG_NAMES.split())
# Of these nothing is kept, not even the text.
_GONE_NAMES: Final = (
    "script style title head template noscript noembed noframes iframe frame frameset object embed applet"
    " svg math select option textarea button datalist audio video canvas xml plaintext xmp"
)
_GONE: Final = frozenset(_GONE_NAMES.split())
_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "*": frozenset(("align", "bgcolor", "dir", "lang", "style", "title", "valign")),
        "img": frozenset(("alt", "height", "src", "width")),
        "font": frozenset(("color", "face", "size")),
        "table": frozenset(("border", "cellpadding", "cellspacing", "width")),
        "td": frozenset(("colspan", "rowspan", "width", "height")),
        "th": frozenset(("colspan", "rowspan", "width", "height")),
        "col": frozenset(("span", "width")),
        "ol": frozenset(("start", "type")),
        "li": frozenset(("value",)),
    }
)
# What a letter looks like. Nothing that hides, moves or covers words, and nothing that takes an address.
_LOOK_NAMES: Final = (
    "background-color border border-bottom border-collapse border-left border-right border-top color"
    " font-family font-size font-style font-weight line-height list-style-type margin-left padding"
    " padding-bottom padding-left padding-right padding-top text-align text-decoration text-decoration-"
    " line text-transform vertical-align white-space"
)
_LOOKS: Final = frozenset(_LOOK_NAMES.split())
# An attribute's value that is longer was not written by a person.
_LONGEST: Final = 2000


def document(path: Path, read: LayoutReader, pixels: int) -> bytes:
    """The mail in a file as an HTML document of its own; empty where it has no HTML.

    Args:
        path: the raw mail.
        read: gives its HTML and pictures.
        pixels: the most that one of its pictures may have.
    """
    html, pictures = read(path.read_bytes())
    if not html.strip():
        return b""
    body = clean(html, {name: made for name, content in pictures.items() if (made := _made(content, pixels))})
    page = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>-</title><style>{_STYLE}</style>'
        f"</head><body>{body}</body></html>"
    )
    return page.encode("utf-8", "replace")


def clean(html: str, pictures: Mapping[str, str]) -> str:
    """HTML without all that does, fetches or sends something; pictures that came with it stand in it.

    Args:
        html: as the sender wrote it.
        pictures: by Content-ID the data: URLs of pictures that were made here.
    """

    def kept(tag: str, name: str, value: str) -> str | None:
        if tag == "img" and name == "src":
            scheme, _, rest = value.strip().partition(":")
            return pictures.get(unquote(rest)) if scheme.lower() == "cid" else None
        return value if len(value) <= _LONGEST else None

    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_GONE),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=kept,
        link_rel=None,
        url_schemes={"cid"},
        url_relative="deny",
        filter_style_properties=set(_LOOKS),
    )


def _made(content: bytes, pixels: int) -> str:
    """The data: URL of a picture as it is shown; "" where there is none."""
    try:
        with open_picture(io.BytesIO(content)) as image:
            jpeg = reduced(image, _WIDTH, pixels)
    except CannotShowError:
        return ""
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode()}"


def told(words: str) -> bytes:
    """A document for the frame that says some words of ours."""
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style><p>{escape(words)}</p>'.encode()
