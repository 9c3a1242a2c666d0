"""gzip: unpacked piece by piece, and no further than a file may honestly grow."""

import gzip
import io
import tempfile
import zlib
from typing import BinaryIO, cast

from analysis.formats.archive import MOST_BYTES, MOST_RATIO, SMALL

PIECE = 1 << 20
IN_MEMORY = 64 << 20  # what is larger is unpacked to a temporary file, which nobody else can see

ERRORS = (OSError, EOFError, zlib.error)


def unpack(stream: BinaryIO) -> tuple[BinaryIO, str | None]:
    """The content of a gzip file, and what was wrong with it.

    Args:
        stream: the file, seekable.

    Returns:
        A stream at its beginning, of what could be unpacked.

    Raises:
        ValueError: for one that would unpack to too much.

    >>> content, problem = unpack(io.BytesIO(gzip.compress(b"It rains.")))
    >>> with content:
    ...     content.read(), problem
    (b'It rains.', None)
    """
    packed = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    made = cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - handed to the caller
    problem, total = None, 0
    with gzip.open(stream) as unpacked:
        while True:
            try:
                piece = unpacked.read1(PIECE)  # what is sound is kept, though its end is not
            except ERRORS as error:
                problem = f"broken gzip: {error}"
                break
            if not piece:
                break
            total += len(piece)
            _check(total, packed)
            made.write(piece)
    made.seek(0)
    return made, problem


def _check(total: int, packed: int) -> None:
    if total > MOST_BYTES or (total > SMALL and total > MOST_RATIO * packed):
        raise ValueError(f"unsafe gzip: {packed} bytes unpack to more than {total}")
