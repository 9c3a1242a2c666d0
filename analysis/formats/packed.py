"""gzip: unpacked piece by piece, and no further than a file may honestly grow."""

import gzip
import tempfile
import zlib
from typing import BinaryIO, cast

from analysis.formats import limits
from analysis.formats.limits import Growth

PIECE = 1 << 20
IN_MEMORY = 64 << 20  # what is larger is unpacked to a temporary file, which nobody else can see

ERRORS = (OSError, EOFError, zlib.error)


def unpack(stream: BinaryIO, growth: Growth | None = None) -> tuple[BinaryIO, str | None]:
    """The content of a gzip file, and what was wrong with it.

    Args:
        stream: the file, seekable.
        growth: of the file that this one lies in; its own where it lies in none.

    Returns:
        A stream at its beginning, of what could be unpacked.

    Raises:
        ValueError: for one that would unpack to too much.

    >>> import io
    >>> content, problem = unpack(io.BytesIO(gzip.compress(b"It rains.")))
    >>> with content:
    ...     content.read(), problem
    (b'It rains.', None)
    """
    growth = growth or Growth(limits.size_of(stream))
    made = cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - handed to the caller
    try:
        problem = _poured(stream, made, growth)
    except Exception:
        made.close()
        raise
    made.seek(0)
    return made, problem


def _poured(stream: BinaryIO, made: BinaryIO, growth: Growth) -> str | None:
    with gzip.open(stream) as unpacked:
        while True:
            try:
                piece = unpacked.read1(PIECE)  # what is sound is kept, though its end is not
            except ERRORS as error:
                return f"broken gzip: {error}"
            if not piece:
                return None
            growth.add(len(piece), "gzip")
            made.write(piece)
