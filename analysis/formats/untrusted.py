"""XML that anybody may have made: parsed without opening what it names or growing what it defines."""

import re
from typing import Any

from lxml import etree

from analysis.formats import decode, tags

FROM_STRANGERS = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
"""How a parser treats XML that anybody may have made."""

DECLARED = re.compile(rb"[^<]{0,3}\s*<\?xml[^>]*encoding=[\"']([\w.-]+)")


def parse(raw: bytes) -> Any:
    r"""The root of an XML document, a damaged one mended, a wrong charset put right; None without one.

    Args:
        raw: the whole document.

    Raises:
        ValueError: where nothing can be mended, and for a tag of too many attributes.

    >>> parse(b"<?xml version='1.0' encoding='iso-8859-1'?><a>Caf\xc3\xa9</a>").text
    'Café'
    """
    parser = etree.XMLParser(recover=True, encoding="utf-8", **FROM_STRANGERS)
    text = source(raw)
    tags.check(text, tags.PIECE_OF_XML)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"broken XML: {error}") from error


def source(raw: bytes) -> str:
    """An XML document decoded, without its declaration and its DOCTYPE.

    Args:
        raw: the whole document.

    >>> source(b"<?xml version='1.0'?><!DOCTYPE a><a/>")
    '<a/>'
    """
    declared = DECLARED.match(raw)
    text, _ = decode.decode(raw, declared[1].decode("ascii") if declared else None)
    bare = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff \r\n\t")).replace("\x00", "")
    return without_doctype(bare)


def without_doctype(text: str) -> str:
    """An XML document without its DOCTYPE: no entity it defines is believed.

    Args:
        text: the document, without an XML declaration.

    >>> without_doctype('<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY b "c">]><a>&b;</a>')
    '<a>&b;</a>'
    """
    opening = re.match(r"\s*(?:<!--.*?-->\s*)*<!DOCTYPE", text, re.DOTALL)
    if not opening:
        return text
    end = re.compile(r"[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL).match(text, opening.end())
    return text[end.end() :] if end else text
