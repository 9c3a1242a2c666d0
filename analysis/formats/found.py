"""What a reader hands over: one record of a file, its fields under the names the file gave them."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

NOTHING: Mapping[str, Any] = MappingProxyType({})
NO_ROWS = "a header alone"
"""The `via` of what a reader hands over for a table of ours without rows, which is no unreadable file."""

OURS = re.compile(r"(?:broken|encrypted|not|quotes|too deep|too large|unsafe|width)\b")
"""How the ValueErrors of our own readers begin: with the kind of the problem."""

SAID = 300
"""Characters of what a library says of an error; some print the file."""

LOCKED = "encrypted: it opens with a password only; save it without one"


class Found(NamedTuple):
    """One record, readable or not.

    Args:
        origin: file, member and record, as in the `origin` column.
        fields: its values, under the names the file gave them.
        problem: why it could not be read, or not wholly: the kind, a colon, the detail.
        via: where the fields stood: "column", "header", "html:meta" or "html:text"; opens `published_rule`.
            NO_ROWS in what is no record, but stands for a table of ours that has none.
    """

    origin: str
    fields: Mapping[str, Any] = NOTHING
    problem: str | None = None
    via: str = "column"


def join(*problems: str | None) -> str | None:
    """Several problems of one record as one, None where there is none.

    >>> join(None, "no text", "encoding: 2 bytes"), join(None)
    ('no text; encoding: 2 bytes', None)
    """
    return "; ".join(problem for problem in problems if problem) or None


def spoilt(problem: str | None, fields: Mapping[str, Any]) -> str | None:
    """A file's damage to its encoding, where it touches this record.

    Args:
        problem: what `decode.decode` said of the file.
        fields: of the record; a � in any of them means that it is touched.

    >>> spoilt("encoding: damaged", {"text": "caf\ufffd"}), spoilt("encoding: damaged", {"text": "café"})
    ('encoding: damaged', None)
    """
    return problem if problem and "\ufffd" in str(list(fields.values())) else None


def why(error: Exception, kind: str = "unreadable") -> str:
    """What a reader ran into, as a problem says it.

    Args:
        error: that was raised; a ValueError of ours says all itself.
        kind: of problem, where the error says none.

    >>> why(ValueError("broken XML: it has no root")), why(KeyError("sheet1.xml"))
    ('broken XML: it has no root', "unreadable: KeyError: 'sheet1.xml'")
    >>> why(zlib.error("Error -3 while decompressing")), why(MemoryError())
    ('broken zip: Error -3 while decompressing', 'too large: it needs more memory than there is')
    """
    said = str(error).partition("\n")[0][:SAID]
    if isinstance(error, MemoryError):
        return "too large: it needs more memory than there is"
    if isinstance(error, zlib.error | zipfile.BadZipFile):
        return f"broken zip: {said}"
    if type(error) is ValueError and OURS.match(said):
        return said
    return f"{kind}: {type(error).__name__}: {said}" if kind == "unreadable" else f"{kind}: {said}"
