"""JSON and JSON Lines: an object a record."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

from analysis.formats import decode, naming
from analysis.formats.found import Found, join, spoilt
from analysis.text import lexicon

DEEP = 3  # objects in objects that are opened to find the records
PIECE = 16_384  # characters in which most objects end
TRY = 40  # characters that are read while an exception is raised and caught
AGAIN = 50  # times the length of a broken document that are looked at to find its articles
TOKEN = 12  # characters of the longest word of JSON, "-Infinity", or of an escape, and some
DECODER = json.JSONDecoder()

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
        fields = shaped(value) if isinstance(value, dict) else {}
        other = None if problem or isinstance(value, dict) else f"not a record: {_begun(value)}"
        yield Found(
            f"{origin}#{number}", fields, join(problem, other or no_article(fields), spoilt(damage, fields))
        )


def _begun(value: Any) -> str:
    try:
        return json.dumps(value)[:40]
    except RecursionError:
        return "lists in lists"


def shaped(record: dict[str, Any]) -> dict[str, Any]:
    """A record with the fields it holds one level down, its sentences joined where it has no other text.

    Args:
        record: as the file has it.

    >>> shaped({"webTitle": "Rain", "fields": {"body": "It rains."}})
    {'webTitle': 'Rain', 'fields': {'body': 'It rains.'}, 'body': 'It rains.'}
    """
    names = lexicon.shared("archives")["json"]
    held = [record[name] for name in names["holders"] if isinstance(record.get(name), dict)]
    fields = dict(record)
    for inner in held if not _is_article(record) else ():
        fields |= {name: value for name, value in inner.items() if name not in fields}
    sentences = record.get(names["sentences"])
    if isinstance(sentences, list) and not _is_article(fields):
        parts = [one.get("sentence") for one in sentences if isinstance(one, dict)]
        fields["text"] = " ".join(part for part in parts if isinstance(part, str))
    if str(record.get("type", "")).casefold() in names["captions"] and _is_article(fields):
        fields["text_kind"] = "caption"
    return fields


def no_article(fields: Mapping[str, Any]) -> str | None:
    """Why a record is no article though it may have a text: it is a picture, or a list of other items.

    Args:
        fields: of the record.

    >>> no_article({"type": "picture"}), no_article({"type": "text"})
    ('no article: a picture', None)
    """
    kind = str(fields.get("type", "")).casefold()
    names = lexicon.shared("archives")["json"]
    return f"no article: a {kind}" if kind in {*names["captions"], *names["packages"]} else None


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
    return _within(whole, 0)


def _within(whole: Any, depth: int) -> list[Any]:
    # Such as {"response": {"results": [...]}}, {"data": {"item": {...}}}.
    if not isinstance(whole, dict) or _is_article(whole):
        return [whole]
    names = [name for name in lexicon.shared("archives")["json"]["lists"] if name in whole]
    for name in names:
        if isinstance(whole[name], list):
            return _with_outlet(whole, whole[name])
    for name in names:
        if isinstance(whole[name], dict) and depth < DEEP:
            inner = _within(whole[name], depth + 1)
            if inner != [whole[name]] or _is_record(whole[name]):
                return inner
    return [whole]


def _with_outlet(whole: Mapping[str, Any], items: list[Any]) -> list[Any]:
    # A JSON Feed says once for all items whose they are.
    if "jsonfeed.org" not in str(whole.get("version", "")):
        return items
    shared = {"site_name": whole.get("title")}
    return [{**shared, **item} if isinstance(item, dict) else item for item in items]


def _is_record(value: Mapping[str, Any]) -> bool:
    return any(naming.field(name) in {"title", "text"} for name in value)


def _is_article(value: Any) -> bool:
    return isinstance(value, dict) and any(
        naming.field(name) == "text" and isinstance(held, str) and held.strip()
        for name, held in value.items()
    )


def saved(text: str, problem: str) -> Iterator[Record]:
    """The articles in a document that is no JSON as a whole, and its problem once, where it broke.

    Args:
        text: the whole document, cut off or damaged somewhere.
        problem: why it could not be parsed, as `parse` said.

    >>> list(saved('[{"text": "One."}, {"text": "Tw', "not JSON: cut"))
    [({'text': 'One.'}, None), (None, 'not JSON: cut')]
    """
    end, left = 0, AGAIN * max(len(text), PIECE)
    for brace in re.finditer(r"\{", text):
        if brace.start() >= end and left > 0:
            value, length, looked_at = _object(text, brace.start())
            left -= looked_at
            if _is_article(value):
                end = brace.start() + length
                yield value, None
    yield None, problem if left > 0 else f"{problem}; too large: the rest was not searched for articles"


def _object(text: str, start: int) -> tuple[Any, int, int]:
    """The object that begins at a brace, None where none does; its length; the characters looked at for it.

    A piece after the other, each eight times as long: with every error `json` counts the lines before it from
    the beginning of what it was given.
    """
    size, looked_at = PIECE, 0
    while True:
        piece = text[start : start + size]
        try:
            value, length = DECODER.raw_decode(piece)
        except json.JSONDecodeError as error:
            looked_at += error.pos + TRY
            cut = error.pos >= len(piece) - TOKEN or error.msg.startswith("Unterminated string")
            if not cut or start + size >= len(text):
                return None, 0, looked_at
        except (ValueError, RecursionError):
            return None, 0, looked_at + PIECE
        else:
            return value, length, looked_at + length
        size *= 8
