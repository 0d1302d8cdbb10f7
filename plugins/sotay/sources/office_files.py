"""What Office files hold besides their text: program code, and names of people.

Reads: Word, Excel, PowerPoint and OpenDocument files, and their old binary forms.
Returns: what was found; nothing is unpacked to disk, and never more than a small part of it to memory.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import IO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sotay.model.attachment import Damage
from sotay.sources.inside import Element, Inside, NotTrustedError, elements, overlapping_chunks
from sotay.text.fold import fold

PACKAGE = b"PK\x03\x04"
"""How a zip file begins, and with it every Office file since 2007."""
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a binary Office file begins, and also a new one with a password."""
OPEN_XML = frozenset({"docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "pptx", "pptm", "potx", "ppsx"})
OPEN_DOCUMENT = frozenset({"odt", "ods", "odp", "ott", "ots"})

_MOST_DIRECTORY = 2_000_000
_MOST_UNPACKED = 300_000_000
_MOST_READ = 1_000_000
_MOST_NAMES = 5
_END = struct.Struct("<4s4H2LH")
_PROGRAM = re.compile(
    r"(^|[/\\])(vbaproject\.bin|vbadata\.xml)$|^xl/macrosheets/|^(basic|scripts)/.+\.(xml|xba|py|js|bsh)$"
)
_PROGRAM_TYPES = ("macroenabled", "vbaproject")
_FROM_AFAR = ("http://", "https://", "//", "\\\\")
_BROKEN = (
    BadZipFile, NotTrustedError, expat.ExpatError, zlib.error, struct.error,
    OSError, EOFError, ValueError, LookupError, RuntimeError, OverflowError,
)  # fmt: skip
"""Everything that the readers of zip and XML raise when a file is not what it says."""
_NAMED = re.compile(r"tac gia|nguoi|soan|author|owner|manager|editor|e-?mail|checked|typist|client|phone|dien thoai")


def look_into_package(file: IO[bytes], ending: str) -> Inside:
    """Look into a zip file that its ending says to be an Office file."""
    try:
        if not _has_sound_directory(file):
            return Inside(damage=Damage.BROKEN)
        with ZipFile(file) as package:
            return _look(package, ending)
    except _BROKEN:
        return Inside(damage=Damage.BROKEN)


def look_into_compound(file: IO[bytes]) -> Inside:
    """Look into a binary Office file: the names in its directory tell of macros and of a password."""
    has_macros = is_locked = False
    for chunk in overlapping_chunks(file, 64):
        has_macros = has_macros or _entry("_VBA_PROJECT") in chunk
        is_locked = is_locked or _entry("EncryptedPackage") in chunk
    return Inside(has_macros, damage=Damage.ENCRYPTED if is_locked else None)


def _entry(name: str) -> bytes:
    return f"{name}\0".encode("utf-16-le")


def _has_sound_directory(file: IO[bytes]) -> bool:
    """Whether the list of members is small enough to be read at once; a form has a few dozen."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read(66_000)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size or tail[max(0, at - 20) :].startswith(b"PK\x06\x07"):
        return False
    directory_size: int = _END.unpack_from(tail, at)[5]
    return directory_size <= _MOST_DIRECTORY


def _look(package: ZipFile, ending: str) -> Inside:
    members = {info.filename: info for info in package.infolist()}
    expected = "mimetype" if ending in OPEN_DOCUMENT else "[Content_Types].xml"
    if any(info.flag_bits & 1 for info in members.values()):
        return Inside(damage=Damage.ENCRYPTED)
    if expected not in members:
        return Inside(damage=Damage.DISGUISED)
    if sum(info.file_size for info in members.values()) > _MOST_UNPACKED:
        return Inside(damage=Damage.SWELLING)
    has_macros = any(_PROGRAM.search(name.lower()) for name in members) or _declares_program(package, members)
    named = dict.fromkeys(_named(package, members))
    return Inside(has_macros, tuple((name, value) for name, value in named if value)[:_MOST_NAMES])


def _declares_program(package: ZipFile, members: Mapping[str, ZipInfo]) -> bool:
    """Whether the file says that it holds macros, or takes its template from another computer, macros and all."""
    types = _part(package, members, "[Content_Types].xml")
    if any(word in e.attributes.get("ContentType", "").lower() for e in types for word in _PROGRAM_TYPES):
        return True
    links = _part(package, members, "word/_rels/settings.xml.rels")
    return any(
        e.attributes.get("Type", "").endswith("/attachedTemplate")
        and e.attributes.get("Target", "").lower().startswith(_FROM_AFAR)
        for e in links
    )


_PROPERTIES: Mapping[str, Mapping[str, str]] = {
    "docProps/core.xml": {"creator": "creator", "lastModifiedBy": "lastModifiedBy"},
    "docProps/app.xml": {"Manager": "manager", "Company": "company"},
    "meta.xml": {"initial-creator": "creator", "creator": "lastModifiedBy", "printed-by": "lastModifiedBy"},
}
_AUTHORS: Mapping[str, str] = {
    "word/people.xml": "person", "word/comments.xml": "comment", "ppt/commentAuthors.xml": "cmAuthor",
}  # fmt: skip


def _named(package: ZipFile, members: Mapping[str, ZipInfo]) -> Iterator[tuple[str, str]]:
    for part, properties in _PROPERTIES.items():
        for element in _part(package, members, part):
            if element.name in properties:
                yield properties[element.name], element.text
    for part, tag in _AUTHORS.items():
        for element in _part(package, members, part):
            if element.name == tag:
                yield "author", element.attributes.get("author") or element.attributes.get("name", "")
    yield from _custom(_part(package, members, "docProps/custom.xml"))


def _custom(part: tuple[Element, ...]) -> Iterator[tuple[str, str]]:
    """Properties that somebody added, where their name or value is about a person."""
    name = ""
    for element in part:
        if element.name == "property":
            name = element.attributes.get("name", "")
        elif name and element.text and (_NAMED.search(fold(name)) or "@" in element.text):
            yield name, element.text


def _part(package: ZipFile, members: Mapping[str, ZipInfo], name: str) -> tuple[Element, ...]:
    """The elements of a part, as far as a first megabyte holds them; none if there is no such part."""
    info = members.get(name)
    if info is None:
        return ()
    # The other methods of compression can swell without bound while a single piece is read.
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile(name)
    with package.open(info) as member:
        xml = member.read(_MOST_READ)
        return elements(xml, whole=not member.read(1))
