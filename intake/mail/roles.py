"""What a part is to the desk, and whether staff must be warned of it."""

import re
from dataclasses import dataclass

from intake.mail.kinds import BY_ENDING, PROGRAMS, ending_of
from intake.mail.mail import Role

_DANGEROUS = (
    "exe scr com pif bat cmd msi msp cpl dll js jse vbs vbe wsf wsh wsc hta ps1 psm1 jar lnk reg scf url inf"
    " docm xlsm pptm dotm xltm xlam potm ppam ppsm sldm xll ade adp chm iso img vhd vhdx one appx msix"
)
DANGEROUS = frozenset(_DANGEROUS.split())
_MACROS = (b"vbaProject.bin", b"_VBA_PROJECT", b"V\x00B\x00A\x00")
_DOCUMENT_WORDS = re.compile(
    r"flyer|poster|affiche|folder|uitnodig|programma|brochure|aankondig|invit|scan|persbericht|formulier",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(
    r"image\d{2,4}\.|pastedgraphic|outlook-|logo|banner|footer|header|signature|handtekening|icon|spacer|pixel"
    r"|facebook|linkedin|twitter|instagram|youtube|^oledata|^unnamed|^att\d{5}|^[0-9a-f-]{32,}\.",
    re.IGNORECASE,
)
_CAMERA = re.compile(
    r"^(?:img|dsc|dscn|pict|p|photo|foto|wp|pxl|mvimg)[_-]?\d{3,}|whatsapp image", re.IGNORECASE
)
_SMALL_IMAGE = 60 * 1024  # logos of signatures stay below; photographs that are looked at do not


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of a part before its role is decided."""

    name: str
    declared: str
    type: str
    disposition: str
    content_id: str
    related: bool  # it stands within multipart/related, or the HTML refers to it
    size: int


def suspicious(name: str, declared: str, kind: str, start: bytes, tail: bytes = b"") -> bool:
    """Whether staff must be warned: a program or script, macros, or a type that its name belies."""
    ending = ending_of(name)
    if ending in DANGEROUS or kind in PROGRAMS or kind == "application/java-archive":
        return True
    if kind.startswith("application/") and any(mark in start or mark in tail for mark in _MACROS):
        return True
    told = BY_ENDING.get(ending, "")
    if not told or told == kind or kind in ("application/octet-stream", "", "application/x-ole-storage"):
        return False
    if told.split("/")[0] == kind.split("/")[0] in ("image", "audio", "video", "text"):
        return False
    if {told, kind} <= {"application/rtf", "application/msword", "text/html"} or told.startswith("text/"):
        return kind in PROGRAMS
    if "signature" in told or "pkcs7" in told or kind == declared:
        return False
    return not {told.split("/")[0], kind.split("/")[0]} <= {"audio", "video"}


def role_of(part: Shown) -> Role:
    """What the part is to the desk, in the words of the corpus guide."""
    kind, family, ending = part.type, part.type.partition("/")[0], ending_of(part.name)
    if family == "image":
        return _image_role(part)
    if family in ("video", "audio"):
        return Role(family)
    if "calendar" in kind or ending in ("ics", "vcs"):
        return Role.CALENDAR
    if "vcard" in kind or ending == "vcf":
        return Role.CONTACT
    if kind in ("message/rfc822", "message/global", "application/vnd.ms-outlook", "message/news"):
        return Role.MAIL
    if "signature" in kind or "signature" in part.declared or ending in ("p7s", "sig", "asc"):
        return Role.SIGNATURE
    return _document_role(part, ending)


def _image_role(part: Shown) -> Role:
    if _DOCUMENT_WORDS.search(part.name):
        return Role.DOCUMENT
    if part.type in ("image/wmf", "image/x-icon", "image/emf"):
        return Role.DECORATION
    small = part.size < _SMALL_IMAGE
    inline = part.related or (part.disposition != "attachment" and part.content_id != "")
    if _CAMERA.match(part.name) and not part.related:
        return Role.PHOTO
    if small and (inline or _ORNAMENT.search(part.name)):
        return Role.DECORATION
    if part.type == "image/svg+xml" or (part.type == "image/gif" and small):
        return Role.DECORATION
    return Role.PHOTO


def _document_role(part: Shown, ending: str) -> Role:
    kind = part.type
    if (
        ending in DANGEROUS
        or kind in PROGRAMS
        or kind.startswith("message/")
        or re.match(r"att\d{5}\.", part.name, re.I)
    ):
        return Role.OTHER
    if kind.startswith("text/") and kind != "text/x-script":
        return Role.DOCUMENT
    documents = (
        "pdf",
        "word",
        "officedocument",
        "opendocument",
        "rtf",
        "excel",
        "powerpoint",
        "publisher",
        "postscript",
    )
    if any(word in kind for word in documents) or ending in (
        "pdf",
        "doc",
        "docx",
        "odt",
        "pub",
        "pages",
        "rtf",
        "txt",
    ):
        return Role.DOCUMENT
    return Role.OTHER
