"""JSON and JSON Lines: an object a record."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from analysis.formats import decode, naming
from analysis.formats.found import Found, join, spoilt
from analysis.text import lexicon

Record = tuple[Any, str | None]
"""A value, and what was wrong where there is none."""


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    r"""The records of a JSON file, or of JSON Lines; `origin` ends in `#`, the record's or line's number.

    Args:
        stream: the file, read to its end; its encoding is found out.
        origin: its own origin, without a record's number.

    >>> import io
    >>> stream = io.BytesIO(b'{"body": "It rains."}\n[2]\n')
    >>> [(found.origin, dict(found.fields), found.problem) for found in read(stream, "a.jsonl")]
    [('a.jsonl#1', {'body': 'It rains.'}, None), ('a.jsonl#2', {}, 'not a record: [2]')]
    """
    text, damage = decode.decode(stream.read())
    for number, value, problem in records(text.removeprefix("\ufeff")):
        fields = value if isinstance(value, dict) else {}
        other = None if problem or fields is value else f"not a record: {json.dumps(value)[:40]}"
        yield Found(f"{origin}#{number}", fields, join(problem, other, spoilt(damage, fields)))


def records(text: str) -> Iterator[tuple[int, Any, str | None]]:
    r"""Number, value and problem of each record: of the whole, else of each line, else of what can be saved.

    Args:
        text: the whole file, JSON or JSON Lines, or either of them broken.

    Returns:
        The number counts records from 1, in JSON Lines the lines, blank ones included.

    >>> list(records('{"a": 1}\n{"a": 2}'))
    [(1, {'a': 1}, None), (2, {'a': 2}, None)]
    """
    if not text.strip():
        return
    whole, problem = parse(text)
    if problem is None:
        yield from ((number, item, None) for number, item in enumerate(listed(whole), 1))
    elif _is_lines(text):
        lines = enumerate(text.split("\n"), 1)
        yield from ((number, *parse(line)) for number, line in lines if line.strip())
    else:
        yield from ((number, *record) for number, record in enumerate(saved(text, problem), 1))


def _is_lines(text: str) -> bool:
    lines = list(islice((line for line in text.split("\n") if line.strip()), 50))
    return 2 * sum(isinstance(parse(line)[0], dict) for line in lines) >= len(lines)


def parse(text: str) -> Record:
    """The value of a JSON text, or None and why it has none.

    Args:
        text: a document, or one line of JSON Lines.

    >>> parse('{"a": 1}'), parse("[1 2]")
    (({'a': 1}, None), (None, "not JSON: Expecting ',' delimiter: line 1 column 4 (char 3)"))
    """
    try:
        return json.loads(text), None
    except (ValueError, RecursionError) as error:
        return None, f"not JSON: {error}"


def listed(whole: Any) -> list[Any]:
    """The records of a document: a list's items, those under a known name, or the one it is.

    Args:
        whole: the value of a document; the names are those under `[json]` in archives.toml.

    >>> listed({"articles": [{"text": "One."}]}), listed({"text": "One."})
    ([{'text': 'One.'}], [{'text': 'One.'}])
    """
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict) or _is_article(whole):
        return [whole]
    names = lexicon.shared("archives")["json"]["lists"]
    return next((whole[name] for name in names if isinstance(whole.get(name), list)), [whole])


def _is_article(value: Any) -> bool:
    return isinstance(value, dict) and any(
        naming.field(name) == "text" and isinstance(held, str) for name, held in value.items()
    )


def saved(text: str, problem: str) -> Iterator[Record]:
    """The articles in a document that is no JSON as a whole, and its problem once, where it broke.

    Args:
        text: the whole document, cut off or damaged somewhere.
        problem: why it could not be parsed, as `parse` said.

    >>> list(saved('[{"text": "One."}, {"text": "Tw', "not JSON: cut"))
    [({'text': 'One.'}, None), (None, 'not JSON: cut')]
    """
    decoder, end = json.JSONDecoder(), 0
    for brace in re.finditer(r"\{", text):
        if brace.start() >= end:
            try:
                value, after = decoder.raw_decode(text, brace.start())
            except (ValueError, RecursionError):
                continue
            if _is_article(value):
                end = after
                yield value, None
    yield None, problem
