"""RTF: its text by striprtf, whose guess of the encoding is helped where the file holds raw UTF-8."""

import re
from typing import BinaryIO

from analysis.formats.texts import Text
from analysis.text import words

MOST_BYTES = 100_000_000
TITLE = re.compile(r"\{\\title ([^{}\\]{1,300})\}")
PAGE_BREAK = re.compile(r"\\page(?![a-z])")
CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
ROW = re.compile(r"\\(?:nest)?row(?![a-z])")
RULE = "\\par " + "_" * 40 + "\\par "
HIDDEN = re.compile(r"\{\\(?:\*\\)?(?:pict|objdata|blipuid)[^{}]*\}")  # pictures: megabytes of hexadecimal


def load(stream: BinaryIO) -> Text:
    r"""The text of an RTF file; page breaks become a line of underscores, as archives part articles.

    Args:
        stream: the file; no more than MOST_BYTES of it are read.

    Raises:
        ValueError: for a file too large.

    >>> import io
    >>> load(io.BytesIO(rb"{\rtf1\ansi It rains.\par Caf\'e9.}")).text
    'It rains.\nCafé.'
    """
    from striprtf.striprtf import rtf_to_text

    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise ValueError(f"too large a document: more than {MOST_BYTES} bytes")
    source = HIDDEN.sub("", _decoded(raw))
    title = TITLE.search(source)
    source = ROW.sub(r"\\par ", CELL.sub(r"\\tab ", PAGE_BREAK.sub(lambda _: RULE, source)))
    text = rtf_to_text(source, encoding="cp1252", errors="replace")
    text = "\n".join(row.strip() for row in text.split("\n"))
    return Text(words.normalise(text), {"title": title[1].strip()} if title else {}, via="document")


def _decoded(raw: bytes) -> str:
    # RTF is ASCII by its definition; what archives leave raw in it is UTF-8, or else Windows-1252.
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
