"""JSON and JSON Lines: an object a record."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from analysis.formats import decode
from analysis.formats.found import Found, join, numbered
from analysis.text import lexicon


def read(stream: BinaryIO, origin: str) -> Iterator[Found]:
    """The records of a JSON or JSON Lines file."""
    text, problem = decode.decode(stream.read())
    try:
        whole = json.loads(text)
    except ValueError:
        yield from numbered(origin, _lines(text, problem))
    else:
        yield from numbered(origin, ((item, problem) for item in records(whole)))


def _lines(text: str, problem: str | None) -> Iterator[tuple[dict[str, Any], str | None]]:
    for line in text.split("\n"):
        if line.strip():
            try:
                yield from ((item, problem) for item in records(json.loads(line)))
            except ValueError as error:
                yield {}, join(problem, f"not JSON: {error}")


def records(whole: Any) -> list[dict[str, Any]]:
    """The objects of a JSON document: a list's, those under a known name, or the one it is.

    >>> records({"articles": [{"text": "One."}]})
    [{'text': 'One.'}]
    """
    if isinstance(whole, dict):
        lists = [whole[name] for name in lexicon.shared("archives")["json"]["lists"] if isinstance(whole.get(name), list)]
        return records(lists[0]) if lists else [whole]
    return [item for item in whole if isinstance(item, dict)] if isinstance(whole, list) else []
