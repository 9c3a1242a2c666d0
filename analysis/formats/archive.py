"""Zip archives: looked over before anything is unpacked, and never unpacked to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import BinaryIO

from analysis.formats import limits
from analysis.formats.found import LOCKED, why
from analysis.formats.sources import hidden

MOST_MEMBERS = 1_000_000  # more than a corpus of a million articles needs
DEPTH = 3
ENCRYPTED = 1  # the bit of a member's flags

ERRORS = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
"""What opening a damaged or unsupported archive raises (NotImplementedError is a RuntimeError)."""


def members(stream: BinaryIO) -> Iterator[tuple[str, bytes, str | None]]:
    """Name, content and problem of each file in a zip, sorted by name, hidden files left out.

    Args:
        stream: the archive, seekable; nothing of it is written to disk.

    Returns:
        Triples; a member that cannot be read, or whose name leads out of the archive, is empty and says why.

    Raises:
        ValueError: for an archive that is broken or would unpack to too much.

    >>> stream = io.BytesIO()
    >>> with zipfile.ZipFile(stream, "w") as made:
    ...     for name in ("b.txt", ".b.swp", "../a.txt"):
    ...         made.writestr(name, "It rains.")
    >>> list(members(stream))
    [('../a.txt', b'', "unsafe zip: the member's name ..."), ('b.txt', b'It rains.', None)]
    """
    with opened(stream) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            name = info.filename  # which may be empty
            if unsafe(name) or not (name.endswith("/") or hidden(name)):
                yield name, *_content(archive, info)


@contextmanager
def opened(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """A zip, weighed, while it is read.

    Args:
        stream: the archive, seekable.

    Raises:
        ValueError: for an archive that is broken or would unpack to too much.

    >>> with opened(io.BytesIO(b"PK")) as archive:
    ...     archive.namelist()
    Traceback (most recent call last):
    ...
    ValueError: broken zip: File is not a zip file
    """
    try:
        archive = zipfile.ZipFile(stream)
    except ERRORS as error:
        raise ValueError(f"broken zip: {error}") from error
    with archive:
        weigh(archive)
        yield archive


@contextmanager
def document(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """A document that is a zip of its parts, while it is read.

    Args:
        stream: the file, seekable.

    Raises:
        ValueError: as `opened` does, and for a document that a password locks.
    """
    with opened(stream) as parts:
        if any(info.flag_bits & ENCRYPTED for info in parts.infolist()):
            raise ValueError(LOCKED)
        yield parts


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, str | None]:
    if unsafe(info.filename):
        return b"", "unsafe zip: the member's name leads out of the archive"
    if info.flag_bits & ENCRYPTED:
        return b"", LOCKED
    try:
        return archive.read(info), None
    except Exception as error:  # noqa: BLE001 - whatever a member does, the others are read
        return b"", why(error, "broken zip")


def unsafe(name: str) -> bool:
    r"""Whether a member's name is absolute or climbs out of its archive.

    Args:
        name: as the archive's directory has it, with `/` or with backslashes.

    >>> unsafe("../a.txt"), unsafe("/etc/passwd"), unsafe(r"C:\a.txt"), unsafe("a/b..txt")
    (True, True, True, False)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def weigh(archive: zipfile.ZipFile, depth: int = 0) -> int:
    """Bytes an archive unpacks to, archives within it included, as their directories tell.

    Only members that are archives themselves are unpacked, and only after the one around them was weighed;
    `zipfile` never reads beyond the size that the directory tells. What an archive holds with all that is
    within it is compared to its own size, and so to the size of the outermost.

    Args:
        archive: an open archive.
        depth: how many archives it lies in; from DEPTH on, archives within it are not opened.

    Raises:
        ValueError: when it is too much.

    >>> with zipfile.ZipFile(io.BytesIO(), "w") as made:
    ...     made.writestr("a.txt", "It rains.")
    ...     weigh(made)
    9
    """
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise ValueError(f"unsafe zip: {len(infos)} files; at most {MOST_MEMBERS}")
    held = limits.Growth(sum(info.compress_size for info in infos))
    held.add(sum(info.file_size for info in infos), "zip")
    for info in infos if depth < DEPTH else ():
        held.add(_weigh_member(archive, info, depth), "zip")
    return held.total


def _weigh_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int) -> int:
    try:
        with archive.open(info) as member:
            if member.read(4) != b"PK\x03\x04":
                return 0
        inner = zipfile.ZipFile(io.BytesIO(archive.read(info)))
    except ERRORS:
        return 0  # a broken member is reported when it is read
    with inner:
        return weigh(inner, depth + 1)
