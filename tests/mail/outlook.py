"""Outlook's containers, written as far as the tests of reading need them: winmail.dat and .msg."""

import struct
from functools import cache
from itertools import pairwise

TNEF = 0x223E9F78


def tnef(*files: tuple[str, bytes], body: str = "", html: bytes = b"") -> bytes:
    """A winmail.dat with these texts and files ([MS-OXTNEF])."""
    out = struct.pack("<IH", TNEF, 1)
    if body:
        out += _attribute(1, 0x0002800C, body.encode("cp1252") + b"\0")
    if html:
        out += _attribute(1, 0x00069003, _property(0x102, 0x1013, html))
    for name, content in files:
        out += _attribute(2, 0x00069002, b"\1\0" + b"\0" * 12)
        out += _attribute(2, 0x00018010, name.encode("cp1252", "replace")[:12] + b"\0")
        out += _attribute(2, 0x0006800F, content)
        out += _attribute(2, 0x00069005, _property(0x1F, 0x3707, name.encode("utf-16-le") + b"\0\0"))
    return out


def _property(kind: int, number: int, value: bytes) -> bytes:
    return struct.pack("<IHHII", 1, kind, number, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def _attribute(level: int, number: int, value: bytes) -> bytes:
    return struct.pack("<BII", level, number, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def msg(properties: dict[int, str | bytes], *files: tuple[str, bytes]) -> bytes:
    """A .msg with these properties and files ([MS-OXMSG]); every stream is padded to full sectors."""
    tree: dict[str, object] = {"__properties_version1.0": b"\0" * 32}
    tree |= dict(_stream(number, value) for number, value in properties.items())
    for number, (name, content) in enumerate(files):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": b"\0" * 8,
            **dict((_stream(0x3707, name), _stream(0x3701, content))),
        }
    return compound(tree)


def _stream(number: int, value: str | bytes) -> tuple[str, bytes]:
    if isinstance(value, str):
        return f"__substg1.0_{number:04X}001F", value.encode("utf-16-le")
    return f"__substg1.0_{number:04X}0102", value


def compound(tree: dict[str, object]) -> bytes:
    """A compound file ([MS-CFB]) with sectors of 512 bytes and no mini stream; equal contents stand there once."""
    entries: list[list[object]] = [["Root Entry", 5, b"", []]]

    def add(folder: dict[str, object], parent: int) -> None:
        for name, value in folder.items():
            below = entries[parent][3]
            assert isinstance(below, list)
            below.append(len(entries))
            if isinstance(value, dict):
                entries.append([name, 1, b"", []])
                add(value, len(entries) - 1)
            else:
                assert isinstance(value, bytes)
                entries.append([name, 2, value.ljust(4096, b"\0"), []])

    add(tree, 0)
    sectors: list[bytes] = []
    fat: list[int] = []

    @cache
    def put(content: bytes) -> int:
        first, pieces = (
            len(sectors),
            [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)],
        )
        sectors.extend(pieces)
        fat.extend(range(first + 1, first + len(pieces)))
        fat.append(0xFFFFFFFE)
        return first

    starts = [
        put(entry[2]) if entry[1] == 2 and isinstance(entry[2], bytes) else 0xFFFFFFFE for entry in entries
    ]
    siblings: dict[int, int] = {}
    for entry in entries:
        below = entry[3]
        assert isinstance(below, list)
        siblings |= dict(pairwise(below))  # a tree that leans to the right is one too
    folder = b"".join(
        _entry(
            str(entry[0]), int(str(entry[1])), siblings.get(at, 0xFFFFFFFF), entry[3], starts[at], entry[2]
        )
        for at, entry in enumerate(entries)
    )
    directory = put(folder.ljust(-(-len(folder) // 512) * 512, b"\0"))
    count = 1
    while count * 128 < len(sectors) + count:
        count += 1
    places = list(range(len(sectors), len(sectors) + count))
    table = fat + [0xFFFFFFFD] * count
    table += [0xFFFFFFFF] * (count * 128 - len(table))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, count, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *(places + [0xFFFFFFFF] * (109 - count)))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, right: int, below: object, start: int, content: object) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    child = below[0] if isinstance(below, list) and below else 0xFFFFFFFF
    size = len(content) if isinstance(content, bytes) else 0
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(wide), kind, 1, 0xFFFFFFFF, right, child)
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )
