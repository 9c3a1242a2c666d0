"""Zip archives: looked over before anything is unpacked, and never unpacked to disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from analysis.formats.sources import hidden

# A corpus of a million articles is within these; what is known as a zip bomb is far outside.
MOST_MEMBERS = 1_000_000
MOST_BYTES = 8 * 1024**3
SMALL = 100 * 1024**2  # below this no ratio is suspicious: zeros and spaces pack well
MOST_RATIO = 200  # text packs 3 to 20 times, tables of repeated cells 50 times, a bomb a thousand times
DEPTH = 3

ERRORS = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
"""What reading a damaged, encrypted or unsupported member raises (NotImplementedError is a RuntimeError)."""


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
    try:
        archive = zipfile.ZipFile(stream)
    except ERRORS as error:
        raise ValueError(f"broken zip: {error}") from error
    with archive:
        weigh(archive)
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if unsafe(info.filename) or not (info.is_dir() or hidden(info.filename)):
                yield info.filename, *_content(archive, info)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, str | None]:
    if unsafe(info.filename):
        return b"", "unsafe zip: the member's name leads out of the archive"
    try:
        return archive.read(info), None
    except ERRORS as error:
        return b"", f"broken zip: {error}"


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
    `zipfile` never reads beyond the size that the directory tells.

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
    total = sum(info.file_size for info in infos)
    _check(len(infos), total, sum(info.compress_size for info in infos))
    if depth < DEPTH:
        total += sum(_weigh_member(archive, info, depth) for info in infos)
        _check(len(infos), total, total)
    return total


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


def _check(count: int, total: int, packed: int) -> None:
    if count > MOST_MEMBERS or total > MOST_BYTES:
        raise ValueError(
            f"unsafe zip: {count} files of {total} bytes; at most {MOST_MEMBERS} of {MOST_BYTES}"
        )
    if total > SMALL and total > MOST_RATIO * packed:
        raise ValueError(f"unsafe zip: {packed} bytes would unpack to {total}, more than {MOST_RATIO} times")
