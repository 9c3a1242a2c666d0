"""Which format a file has: its content decides, its suffix only where the content does not."""

import re
import zipfile
from functools import cache
from pathlib import PurePosixPath
from typing import BinaryIO

from analysis.formats import decode, delimited
from analysis.text import lexicon

SUFFIXES = {
    **dict.fromkeys(("", ".txt", ".text"), "plain"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), "delimited"),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "json"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "page"),
}
BINARY = {".parquet": "Parquet", ".xlsx": "Excel", ".xlsm": "Excel", ".zip": "zip"}

HEAD = 262_144  # an archive's export may open with 100 kB of style sheet
JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\]])')  # {"text": or [{ or []; not "[Update] The president"
# <?xml version="1.0"?> <!-- comments --> <!DOCTYPE ...>; possessive, since no file may make it try twice
PROLOGUE = r"""\s*+ (?: <\?xml [^>]*+ > \s*+ )?
    (?: (?: (?> <!-- .*? --> ) | <!(?!--|doctype\s+html) [^>]*+ > ) \s*+ )*+"""
PAGE = re.compile(rf"{PROLOGUE} < (?: !doctype\s+html | html ) \b", re.IGNORECASE | re.VERBOSE | re.DOTALL)
XML = re.compile(
    rf"""(?= \s* <\?xml ) {PROLOGUE} <([\w:.-]+)   # <?xml version="1.0"?> <!-- a feed --> <rss
    | \s*+ <(nitf|rss|feed|newsml)\b               # <nitf>
    | \s*+ <([\w:.-]+) [^<>]* \sxmlns              # <newsItem xmlns="...">""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,8}")  # ".txt"; not the " Macron" of "M. Macron"


def kind(stream: BinaryIO, origin: str) -> tuple[str | None, str | None]:
    """The name of a file's format and None, or None and why it is not read.

    Args:
        stream: the file, at its beginning; it is left there.
        origin: its name, for the suffix.

    >>> import io
    >>> kind(io.BytesIO(b'{"text": "It rains."}'), "a.txt"), kind(io.BytesIO(b"%PDF-1.7"), "a.txt")
    (('json', None), (None, 'not a format read here: a PDF'))
    """
    head = stream.read(HEAD)
    stream.seek(0)
    if not head:
        return None, "empty: the file holds no byte"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(stream)
    if head.startswith(b"PAR1"):
        return "parquet", None
    return _refused(head, suffix(origin)) or _text(decode.peek(head), suffix(origin))


def suffix(origin: str) -> str:
    """The suffix of a file's name in lower case, empty where what follows the point is no suffix.

    Args:
        origin: a file's name, with or without its folders.

    >>> suffix("a/B.TXT"), suffix("M. Macron")
    ('.txt', '')
    """
    found = PurePosixPath(origin).suffix.lower()
    return found if SUFFIX.fullmatch(found) else ""


def _zipped(stream: BinaryIO) -> tuple[str | None, str | None]:
    try:
        with zipfile.ZipFile(stream) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        return None, f"broken zip: {error}"
    finally:
        stream.seek(0)
    if "word/document.xml" in names:
        return None, "not a format read here: a Word document"
    return ("excel" if "xl/workbook.xml" in names else "zip"), None


def _refused(head: bytes, ending: str) -> tuple[None, str] | None:
    for start, name in lexicon.shared("archives")["signatures"].items():
        if head.startswith(start.encode("latin-1")):
            return None, f"not a format read here: {name}"
    if ending in BINARY:
        return None, f"broken {BINARY[ending]}: the content is none"
    return None


def _text(head: str, ending: str) -> tuple[str | None, str | None]:
    found = next((name for name, mark in exports().items() if mark.search(head)), None)
    if found:
        return None, f"not a format read here: {found}"
    if len(re.findall(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]", head)) > len(head) / 10:
        return None, "not a format read here: no text, and no binary format we know"
    return _by_content(head, ending) or _by_suffix(ending)


def _by_content(head: str, ending: str) -> tuple[str | None, str | None] | None:
    if JSON.match(head):
        return "json", None
    if PAGE.match(head):
        return "page", None
    root = XML.match(head)
    if root and SUFFIXES.get(ending) != "page":
        return None, f"not a format read here: XML, <{root[root.lastindex or 0]}>"
    return ("delimited", None) if delimited.is_table(head) else None


def _by_suffix(ending: str) -> tuple[str | None, str | None]:
    if ending in SUFFIXES:
        return SUFFIXES[ending], None
    return None, f"not a format read here: {ending}, and the content tells no other"


@cache
def exports() -> dict[str, re.Pattern[str]]:
    """Export of an archive → what it looks like.

    >>> bool(exports()["an export of Nexis"].search("  3 of 146 DOCUMENTS"))
    True
    """
    table = lexicon.shared("archives")["exports"]
    return {name: re.compile("|".join(marks)) for name, marks in table.items()}
