"""What a part is: its real type by content, its role to the desk, and whether it is to be distrusted."""

import re
from dataclasses import dataclass

from intake.mail.mail import Role

# How contents begin; the first that fits counts. Fewer and much faster than a full table: what mail carries.
_MAGIC: tuple[tuple[bytes, int, str], ...] = (
    (b"%PDF-", 0, "application/pdf"),
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"GIF87a", 0, "image/gif"),
    (b"GIF89a", 0, "image/gif"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"BM", 0, "image/bmp"),
    (b"\x00\x00\x01\x00", 0, "image/x-icon"),
    (b"\xd7\xcd\xc6\x9a", 0, "image/wmf"),
    (b"WEBP", 8, "image/webp"),
    (b"WAVE", 8, "audio/wav"),
    (b"AVI ", 8, "video/x-msvideo"),
    (b"ftypheic", 4, "image/heic"),
    (b"ftypmif1", 4, "image/heif"),
    (b"ftypavif", 4, "image/avif"),
    (b"ftypM4A", 4, "audio/mp4"),
    (b"ftypqt", 4, "video/quicktime"),
    (b"ftyp", 4, "video/mp4"),
    (b"moov", 4, "video/quicktime"),
    (b"ID3", 0, "audio/mpeg"),
    (b"\xff\xfb", 0, "audio/mpeg"),
    (b"\xff\xf3", 0, "audio/mpeg"),
    (b"OggS", 0, "audio/ogg"),
    (b"fLaC", 0, "audio/flac"),
    (b"#!AMR", 0, "audio/amr"),
    (b"\x1aE\xdf\xa3", 0, "video/x-matroska"),
    (b"0&\xb2u\x8ef\xcf\x11", 0, "video/x-ms-asf"),
    (b"\x00\x00\x01\xba", 0, "video/mpeg"),
    (b"{\\rtf", 0, "application/rtf"),
    (b"\x78\x9f\x3e\x22", 0, "application/ms-tnef"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "application/x-ole-storage"),
    (b"7z\xbc\xaf\x27\x1c", 0, "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", 0, "application/vnd.rar"),
    (b"\x1f\x8b", 0, "application/gzip"),
    (b"MZ", 0, "application/x-msdownload"),
    (b"\x7fELF", 0, "application/x-executable"),
    (b"\xca\xfe\xba\xbe", 0, "application/java-archive"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", 0, "application/x-ms-shortcut"),
    (b"-----BEGIN PGP", 0, "application/pgp-signature"),
    (b"PK\x03\x04", 0, "application/zip"),
)
_BY_ENDING = {
    "pdf": "application/pdf", "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint", "rtf": "application/rtf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "webp": "image/webp", "heic": "image/heic", "svg": "image/svg+xml",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "wma": "audio/x-ms-wma",
    "mp4": "video/mp4", "mov": "video/quicktime", "avi": "video/x-msvideo", "wmv": "video/x-ms-wmv",
    "ics": "text/calendar", "vcs": "text/calendar", "vcf": "text/vcard", "txt": "text/plain", "csv": "text/csv",
    "htm": "text/html", "html": "text/html", "eml": "message/rfc822", "msg": "application/vnd.ms-outlook",
    "zip": "application/zip", "p7s": "application/pkcs7-signature", "p7m": "application/pkcs7-mime",
    "asc": "application/pgp-signature", "exe": "application/x-msdownload", "pub": "application/x-mspublisher",
}  # fmt: skip
_OPEN_XML = ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx"))
_OLE = {"doc", "xls", "ppt", "msg", "pub"}
_DANGEROUS = frozenset(
    "exe scr com pif bat cmd msi msp cpl dll js jse vbs vbe wsf wsh wsc hta ps1 psm1 jar lnk reg scf url inf"
    " docm xlsm pptm dotm xltm xlam potm ppam ppsm sldm xll ade adp chm iso img vhd vhdx one appx msix".split()
)
_PROGRAMS = ("application/x-msdownload", "application/x-executable", "application/x-ms-shortcut")
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


def ending_of(name: str) -> str:
    """The lower-cased ending of a name, without the dot; empty where there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.strip().lower() if dot and stem and len(ending) < 12 else ""


def type_of(start: bytes, name: str, declared: str, tail: bytes = b"") -> str:
    """The media type that the content shows, else the one its name or its sender tells.

    Args:
        start: the first bytes, a few KB.
        name: the decoded file name.
        declared: the sender's media type.
        tail: the last bytes, where an Office file's table of contents is.
    """
    ending = ending_of(name)
    found = next((kind for magic, at, kind in _MAGIC if start.startswith(magic, at)), "")
    if found == "application/zip":
        return _zip_type(start + tail, ending)
    if found == "application/x-ole-storage":
        return _BY_ENDING[ending] if ending in _OLE else declared if "ms" in declared else found
    if found == "application/pgp-signature" and b"SIGNATURE" not in start[:60]:
        found = "application/pgp-keys" if b"KEY" in start[:60] else "application/pgp-encrypted"
    if found == "video/mp4" and declared.startswith("audio/"):
        found = "audio/mp4"
    if found and not (found == "image/bmp" and not declared.startswith("image/") and ending != "bmp"):
        return found
    text = start[:512].lstrip(b"\xef\xbb\xbf \t\r\n").upper()
    for mark, kind in (
        (b"BEGIN:VCALENDAR", "text/calendar"),
        (b"BEGIN:VCARD", "text/vcard"),
        (b"<SVG", "image/svg+xml"),
    ):
        if text.startswith(mark):
            return kind
    if text.startswith((b"<!DOCTYPE HTML", b"<HTML")):
        return "text/html"
    if declared in (
        "",
        "application/octet-stream",
        "text/plain",
        "application/x-unknown",
        "binary/octet-stream",
    ):
        known = _BY_ENDING.get(ending, "")
        return (
            known
            if known and not known.startswith(("image/", "application/pdf"))
            else declared or "application/octet-stream"
        )
    return declared


def _zip_type(content: bytes, ending: str) -> str:
    if content[30:38] == b"mimetype":
        said = content[38:120].split(b"PK", 1)[0].decode("ascii", "replace")
        return said if said.startswith("application/") else "application/zip"
    for folder, office in _OPEN_XML:
        if folder in content:
            return _BY_ENDING[office]
    return _BY_ENDING[ending] if ending in ("docx", "xlsx", "pptx") else "application/zip"


def suspicious(name: str, declared: str, kind: str, start: bytes, tail: bytes = b"") -> bool:
    """Whether staff must be warned: a program or script, macros, or a type that its name belies."""
    ending = ending_of(name)
    if ending in _DANGEROUS or kind in _PROGRAMS or kind == "application/java-archive":
        return True
    if kind.startswith("application/") and any(mark in start or mark in tail for mark in _MACROS):
        return True
    told = _BY_ENDING.get(ending, "")
    if not told or told == kind or kind in ("application/octet-stream", "", "application/x-ole-storage"):
        return False
    if told.split("/")[0] == kind.split("/")[0] in ("image", "audio", "video", "text"):
        return False
    if {told, kind} <= {"application/rtf", "application/msword", "text/html"} or told.startswith("text/"):
        return kind in _PROGRAMS
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
        ending in _DANGEROUS
        or kind in _PROGRAMS
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


def ending_for(kind: str) -> str:
    """A file ending, with its dot, for a media type; empty where none is usual."""
    if kind in ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers"):
        return ".txt"
    return next((f".{ending}" for ending, known in _BY_ENDING.items() if known == kind), "")
