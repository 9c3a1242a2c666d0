"""Plain text: one article a file, with an optional header of `Key: value` lines."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from analysis.formats import decode, naming
from analysis.formats.found import Found, join
from analysis.text import words

HEADER_LINE = re.compile(r"([^\W\d_][\w -]{0,30}?)\s*:\s*(.*)")  # "Date de publication : 2020-01-13"


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    r"""The one article of a text file.

    Args:
        stream: the file, read to its end; its encoding is found out.
        origin: the file's own; the record bears it unchanged.

    >>> import io
    >>> list(read(io.BytesIO(b"Title: Rain\n\nIt rains."), "a.txt"))
    [Found(origin='a.txt', fields={'Title': 'Rain', 'text': 'It rains.'}, problem=None, via='header')]
    """
    text, problem = decode.decode(stream.read())
    header, body = split_header(words.normalise(text))
    empty = None if body.strip() else "empty: the file holds no text"
    yield Found(origin, {**header, "text": body}, join(problem, empty), "header")


def split_header(text: str) -> tuple[dict[str, str], str]:
    r"""The header's keys and values, and the text after it.

    A header is recognised only where every line of it is a known key with a value and an empty line follows,
    so that an article that opens with "Paris: ..." keeps its first line.

    Args:
        text: a normalised text; line ends are `\n`.

    >>> split_header("Title: One\nDate: 2020-01-13\n\nThe text.")
    ({'Title': 'One', 'Date': '2020-01-13'}, 'The text.')
    >>> split_header("Paris: one\n\nThe text.")
    ({}, 'Paris: one\n\nThe text.')
    """
    head, blank, body = text.lstrip("\n").partition("\n\n")
    lines = [HEADER_LINE.fullmatch(line.strip()) for line in head.split("\n")]
    pairs = {line[1]: line[2] for line in lines if line and naming.field(line[1]) not in {None, "text"}}
    if blank and len(pairs) == len(lines):
        return pairs, body.lstrip("\n")
    return {}, text
