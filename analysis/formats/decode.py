"""Bytes to text: the encoding is found out, never asked for."""

import codecs
import re

from charset_normalizer import from_bytes

BOMS = {  # the longer first: a UTF-32 mark begins with a UTF-16 one
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LATIN_1 = re.compile(r"(iso[-_]?8859[-_]?1|latin[-_]?1|us[-_]?ascii|ascii)", re.IGNORECASE)
DAMAGE = "\ufffd"
PEEKED = 8192  # bytes of a legacy encoding looked at to tell a format
OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
LETTER_OUTSIDE = re.compile(r"[^\W\d_\x00-\x7f]")
RUSSIAN_WORD = re.compile(r"\b[А-ЯЁ]?[а-яё]+\b")

LETTERS = "àâäáãåçèéêëìíîïñòóôöõøùúûüÿßæœÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜŸÆŒ"
MARKS = "«»“”„‹›¿¡"
# What no text in a language of Western Europe has
FOREIGN = re.compile(
    rf"""[^\x00-\x7f{LETTERS}{MARKS}‘’‚–—…•·€£°ºª§©®™²³½¼¾×\xa0]  # other characters
    | [{LETTERS}]{{3}}                                           # Ïðåçèäåíò: Cyrillic looks so
    | \w[{MARKS}½¼¾]\w | \w[¿¡] | \w{{3}}[²³]                     # d‚cid‚, ju¿, mówi³: other code pages""",
    re.VERBOSE,
)


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str | None]:
    r"""The text of bytes, and what was wrong with them.

    In this order: a byte-order mark; UTF-16 without one; UTF-8, even where a few bytes are damaged; what the
    file itself declares; what gives a Western or a Russian text; charset-normalizer's guess; UTF-8 with � for
    what is not.

    Args:
        raw: the file.
        declared: the encoding the file claims, believed only where nothing better is known.

    >>> decode("Été".encode("cp1252"), "iso-8859-1")
    ('Été', None)
    >>> decode("L’été à la mer".encode() + b"\xff")
    ('L’été à la mer�', 'encoding: 1 damaged bytes in UTF-8, shown as �')
    """
    sure = marked(raw) or silent_utf16(raw)
    if sure:
        return _replaced(raw, sure)
    text, problem = _replaced(raw, "utf-8")
    if problem is None or _mostly_utf8(text):
        return text, problem
    other = _declared(raw, declared) or western(raw) or russian(raw) or guess(raw)
    return (other, None) if other else (text, problem)


def _replaced(raw: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    bad = text.count(DAMAGE) - raw.count(DAMAGE.encode())
    return text, f"encoding: {bad} damaged bytes in {encoding.upper()}, shown as {DAMAGE}"


def _mostly_utf8(text: str) -> bool:
    # A legacy encoding hardly ever forms a valid sequence of UTF-8, so a few of these outweigh the damage.
    bad = text.count(DAMAGE)
    return len(OUTSIDE_ASCII.findall(text)) - bad > bad


def marked(raw: bytes) -> str | None:
    r"""The encoding a byte-order mark tells.

    Args:
        raw: the file, or its beginning.

    >>> marked(b"\xff\xfeA\x00"), marked(b"A")
    ('utf-16', None)
    """
    return next((encoding for mark, encoding in BOMS.items() if raw.startswith(mark)), None)


def silent_utf16(raw: bytes) -> str | None:
    """UTF-16 without a byte-order mark: its spaces and digits leave a NUL at every other byte.

    Args:
        raw: the file; its first 4096 bytes are looked at.

    Returns:
        The encoding, with the order of its bytes; None where the NULs are few or stand on both sides.

    >>> silent_utf16("Trois mots ici".encode("utf-16-le")), silent_utf16(b"Trois mots ici")
    ('utf-16-le', None)
    """
    head = raw[:4096]
    low, high = head[1::2].count(0), head[0::2].count(0)
    if max(low, high) < max(3, len(head) / 20) or min(low, high) * 10 > max(low, high):
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _declared(raw: bytes, declared: str | None) -> str | None:
    # What calls itself Latin-1 is Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
    name = "cp1252" if declared and LATIN_1.fullmatch(declared) else declared
    try:
        return raw.decode(name) if name else None
    except (LookupError, UnicodeDecodeError):
        return None


def western(raw: bytes) -> str | None:
    """The text in Windows-1252, where nothing in it speaks against one in a Western European language.

    On a text of a few sentences charset-normalizer prefers a Central European or Macintosh encoding.

    Args:
        raw: the file, known to be no UTF-8.

    >>> western("« Rien n’augmente », a-t-il assuré.".encode("cp1252"))
    '« Rien n’augmente », a-t-il assuré.'
    >>> western("Президент заявил".encode("cp1251")), western("mówił już".encode("cp1250"))
    (None, None)
    """
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if FOREIGN.search(text) else text


def russian(raw: bytes) -> str | None:
    """The text in the Cyrillic encoding that makes words of it, none where no encoding does.

    The wrong one swaps the cases of letters ("оПЕГХДЕМР") or leaves signs among them.

    Args:
        raw: the file, known to be no UTF-8.

    Returns:
        The text in Windows-1251, KOI8-R, code page 866 or Mac Cyrillic.

    >>> russian("Президент заявил".encode("koi8-r")), russian("Café".encode("cp1252"))
    ('Президент заявил', None)
    """
    texts = [raw.decode(encoding, "replace") for encoding in ("cp1251", "koi8-r", "cp866")]
    best = max(texts, key=_in_words)
    mac = raw.decode("mac_cyrillic", "replace")  # in which Greek looks half like Russian, so nearly all must
    if _in_words(mac) > max(_in_words(best), 0.95 * len(LETTER_OUTSIDE.findall(mac))):
        return mac
    return best if _in_words(best) > 0.7 * len(OUTSIDE_ASCII.findall(best)) else None


def _in_words(text: str) -> int:
    return sum(map(len, RUSSIAN_WORD.findall(text)))


def guess(raw: bytes) -> str | None:
    """What charset-normalizer makes of it, when it is no Western text and Windows-1252 is therefore out.

    Args:
        raw: the file, which neither `western` nor `russian` could read.

    >>> guess("Śnieg pada w Łodzi i żółknie, powiedział prezydent.".encode("cp1250"))
    'Śnieg pada w Łodzi i żółknie, powiedział prezydent.'
    """
    found = from_bytes(raw)
    best = next((match for match in found if match.encoding != "cp1252"), None)
    return None if best is None else str(best)


def peek(head: bytes) -> str:
    """The beginning of a file as text, good enough to tell its format.

    Args:
        head: the first bytes of a file; a character cut in two at their end becomes �.

    >>> peek(b"<html>"), peek("текст;дата".encode("cp1251"))
    ('<html>', 'текст;дата')
    """
    sure = marked(head) or silent_utf16(head)
    text = head.decode(sure or "utf-8", "replace")
    if sure or text.count(DAMAGE) < 2 or _mostly_utf8(text):
        return text
    beginning = head[:PEEKED].rpartition(b"\n")[0] or head[:PEEKED]
    other, problem = decode(beginning)
    return text if problem else other + text[len(beginning) :]
