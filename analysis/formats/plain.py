"""Plain text: one article a file, with an optional header of `Key: value` lines; or an archive's export."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from analysis.formats import decode, naming
from analysis.formats.found import Found, join
from analysis.formats.texts import Text
from analysis.text import words

HEADER_LINE = re.compile(r"([^\W\d_][\w -]{0,30}?)\s*:\s*(.*)")  # "Date de publication : 2020-01-13"


def load(stream: BinaryIO) -> Text:
    r"""The text of a file, line ends and accents normalised.

    Args:
        stream: the file, read to its end; its encoding is found out.

    >>> import io
    >>> load(io.BytesIO(b"It\r\nrains.")).text
    'It\nrains.'
    """
    text, problem = decode.decode(stream.read())
    return Text(words.normalise(text), problem=problem, via="header")


def alone(found: Text, origin: str) -> Iterator[Found]:
    r"""The one article of a text file.

    Args:
        found: the file's text.
        origin: the file's own; the record bears it unchanged.

    >>> list(alone(Text("Title: Rain\n\nIt rains.", via="header"), "a.txt"))
    [Found(origin='a.txt', fields={'Title': 'Rain', 'text': 'It rains.'}, problem=None, via='header')]
    """
    header, body = split_header(found.text)
    empty = None if body.strip() else "empty: the file holds no text"
    yield Found(origin, {**header, "text": body}, join(found.problem, empty), "header")


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
