"""Which format a file has: its content decides, its suffix only where the content does not."""

import re
import zipfile
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from analysis.formats import archive, decode, delimited, exports
from analysis.formats.found import LOCKED
from analysis.text import lexicon

SUFFIXES = {
    **dict.fromkeys(("", ".txt", ".text"), "plain"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), "delimited"),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "json"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "page"),
    ".eml": "mail",
}
BINARY = {
    ".parquet": "Parquet",
    ".xlsx": "Excel",
    ".xlsm": "Excel",
    ".zip": "zip",
    ".docx": "Word",
    ".odt": "OpenDocument",
    ".gz": "gzip",
}
FIRST_BYTES = {
    b"PAR1": "parquet",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "rtf",
    b"%PDF-": "pdf",
    b"WARC/": "warc",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # [MS-CFB]; what is encrypted of the new ones lies in such a file
SECRET = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
ZIPPED = {"word/document.xml": "word", "xl/workbook.xml": "excel"}

SAMPLE = 65_536  # characters in which controls are counted
HEAD = 262_144  # an archive's export may open with 100 kB of style sheet
JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\]])')  # {"text": or [{ or []; not "[Update] The president"
# <?xml version="1.0"?> <!-- comments --> <!DOCTYPE ...>; possessive, since no file may make it try twice
PROLOGUE = r"""\s*+ (?: <\?xml [^>]*+ > \s*+ )?
    (?: (?: (?> <!-- .*? --> ) | <!(?!--|doctype\s+html) [^>\[]*+ (?: \[ [^\]]*+ \] \s*+ )? > ) \s*+ )*+"""
PAGE = re.compile(rf"{PROLOGUE} < (?: !doctype\s+html | html ) \b", re.IGNORECASE | re.VERBOSE | re.DOTALL)
XML = re.compile(
    rf"""(?= \s* <\?xml ) {PROLOGUE} <([\w:.-]+)           # <?xml version="1.0"?> <!-- a feed --> <rss
    | {PROLOGUE} <(nitf|rss|feed|newsml|rbnews|rdf:rdf)\b  # <nitf>
    | \s*+ <([\w:.-]+) [^<>]* \sxmlns                      # <newsItem xmlns="...">""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,8}")  # ".txt"; not the " Macron" of "M. Macron"
# SOH opens a telegram, after SYN or DEL, or what a header of IPTC 7901 is where controls were stripped
WIRE = re.compile(r"[\s\x00\x7f\x04\x16]*(?:\x01|[a-z]{2,4}\d{3,4} \d [a-z]{1,4} \d{1,4} )")
HEADERS = (
    "From Received Return-Path Message-ID MIME-Version Delivered-To Subject To Date Content-Type Sender"
    " Reply-To DKIM-Signature Authentication-Results"
)
MAIL = re.compile(
    rf"(?:From .*\n)?(?:(?:{HEADERS.replace(' ', '|')}|X-[\w-]+|ARC-[\w-]+):.*\n(?:[ \t].*\n)*){{3,}}",
    re.IGNORECASE,
)
MAIL_SURE = re.compile(r"^(?:Received|Message-ID|MIME-Version|Return-Path):", re.IGNORECASE | re.MULTILINE)
CONTROLS = bytes({*range(1, 0x20)} - {*b"\t\n\v\f\r\x1b"})  # which stand for themselves in UTF-8


class Kind(NamedTuple):
    """What a file was taken for, or why it is not read.

    Args:
        reader: the name of its format, a key of `readers.READERS` or `readers.TEXTS`; None where it has none.
        problem: why it is not read; None where it is.
        why: what in its content or its name decided.
    """

    reader: str | None
    problem: str | None
    why: str = ""


def kind(stream: BinaryIO, origin: str) -> Kind:
    """What a file is.

    Args:
        stream: the file, at its beginning; it is left there.
        origin: its name, for the suffix.

    >>> import io
    >>> kind(io.BytesIO(b'{"text": "It rains."}'), "a.txt")
    Kind(reader='json', problem=None, why='it opens like JSON')
    """
    head = stream.read(HEAD)
    stream.seek(0)
    if not head:
        return Kind(None, "empty: the file holds no byte")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(stream)
    for start, name in FIRST_BYTES.items():
        if head.startswith(start):
            return Kind(name, None, f"its first bytes are {start!r}")
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


def _zipped(stream: BinaryIO) -> Kind:
    try:
        with zipfile.ZipFile(stream) as packed:
            names = set(packed.namelist())
    except archive.ERRORS as error:
        return Kind(None, f"broken zip: {error}")
    finally:
        stream.seek(0)
    for member, name in ZIPPED.items():
        if member in names:
            return Kind(name, None, f"it is a zip that holds {member}")
    if {"content.xml", "mimetype"} <= names:
        return Kind("word", None, "it is a zip that holds content.xml, as OpenDocument is")
    return Kind("zip", None, "its first bytes are those of a zip")


def _refused(head: bytes, ending: str) -> Kind | None:
    if head.startswith(OLD_OFFICE) and SECRET in head:
        return Kind(None, LOCKED, "it is an Office file with an encrypted package in it")
    for start, name in lexicon.shared("archives")["signatures"].items():
        if head.startswith(start.encode("latin-1")):
            return Kind(None, f"not a format read here: {name}", f"its first bytes are {start!r}")
    if ending in BINARY:
        return Kind(None, f"broken {BINARY[ending]}: the content is none")
    return None


def _text(head: str, ending: str) -> Kind:
    if WIRE.match(head):
        return Kind("wire", None, "it opens like a telegram of IPTC 7901 or ANPA")
    sample = head[:SAMPLE]
    if _controls(sample) + _senseless(sample) > len(sample) / 10:
        return Kind(None, "not a format read here: no text, and no binary format we know")
    return _by_content(head, ending) or _by_suffix(ending)


def _controls(head: str) -> int:
    raw = head.encode("utf-8", "replace")
    return len(raw) - len(raw.translate(None, CONTROLS))


def _senseless(head: str) -> int:
    # � alone says nothing: a legacy encoding that could not be told yet is full of them. With NULs it is no
    # text.
    return head.count(decode.DAMAGE) if "\x00" in head else 0


def _by_content(head: str, ending: str) -> Kind | None:
    if JSON.match(head):
        return Kind("json", None, "it opens like JSON")
    if PAGE.match(head):
        return Kind("page", None, "it opens like a page of HTML")
    root = XML.match(head)
    if root and SUFFIXES.get(ending) != "page":
        return Kind("xml", None, f"it is XML, its root is <{root[root.lastindex or 0]}>")
    if delimited.is_table(head):
        return Kind("delimited", None, "its first row has names of columns")
    if MAIL.match(head) and (MAIL_SURE.search(head) or ending == ".eml"):
        return Kind("mail", None, "it opens with the headers of a mail")
    archive = exports.of_text(head)
    return Kind("plain", None, f"a line of it is a mark of {exports.name(archive)}") if archive else None


def _by_suffix(ending: str) -> Kind:
    if ending in SUFFIXES:
        return Kind(
            SUFFIXES[ending], None, f"its suffix is {ending or 'none'}, and its content tells no other"
        )
    return Kind(None, f"not a format read here: {ending}, and the content tells no other")
